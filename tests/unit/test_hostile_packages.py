"""No package is taken over that its sender did not write for us, whole and as every sender writes."""

import json
import subprocess
import sys
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers import hostile_packages
from tests.helpers.hostile_packages import Forge, outcome
from tests.helpers.killing import ROOT

# where exactly one answer is right
EXPECTED = {
    "signature replayed": {"package_bad_signature"},
    "handed on": {"package_forwarded"},
    "forged by a recipient": {"package_damaged"},
    "header of A, body of B": {"package_damaged"},
    "crooked line": {"package_damaged", "package_too_large"},
}
MOST_KIB = 300 * 1024


@pytest.fixture(scope="module")
def forge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forge]:
    yield Forge(tmp_path_factory.mktemp("forge"), seed=11)


def bad(found: Counter[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return what was accepted, crashed, or was refused for another reason than the right one."""
    return [
        (kind, code)
        for kind, code in found
        if not code.startswith("package_") or code not in EXPECTED.get(kind, {code})
    ]


def test_the_forge_makes_good_packages_when_it_alters_nothing(forge: Forge, tmp_path: Path) -> None:
    path = tmp_path / "good.ktspaket"
    for content in (
        forge.good,
        forge.other,
        forge.resigned(),
        forge.signed(forge.told, forge.raw, packed=forge.packed),
    ):
        path.write_bytes(content)
        assert outcome(path) == "ACCEPTED"


def test_a_sample_of_hostile_packages_is_refused(forge: Forge, tmp_path: Path) -> None:
    found: Counter[tuple[str, str]] = Counter()
    path = tmp_path / "hostile.ktspaket"
    for kind in forge.kinds():
        for _ in range(1 if kind == "bomb" else 14):
            path.write_bytes(forge.kinds()[kind]())
            found[kind, outcome(path)] += 1
    assert bad(found) == []
    assert {kind for kind, _ in found} == set(forge.kinds())


def test_each_way_to_write_a_crooked_manifest_is_refused(forge: Forge, tmp_path: Path) -> None:
    path = tmp_path / "hostile.ktspaket"
    for number in range(len(forge._manifests())):
        path.write_bytes(forge.resigned(forge._manifests()[number]))
        assert outcome(path).startswith("package_")


def test_each_way_to_write_a_crooked_line_is_refused(forge: Forge, tmp_path: Path) -> None:
    path = tmp_path / "hostile.ktspaket"
    lines = forge.raw["data"].split(b"\n")
    for number in range(len(forge._data_lines())):
        crooked = forge._data_lines()[number](json.loads(lines[0]))
        text = crooked if isinstance(crooked, bytes) else hostile_packages._dumped(crooked)
        path.write_bytes(forge.resigned(raw={**forge.raw, "data": b"\n".join([text, *lines[1:]])}))
        assert outcome(path) == "package_damaged", text[:200]


def test_a_bomb_costs_little_memory(forge: Forge, tmp_path: Path) -> None:
    path = tmp_path / "bomb.ktspaket"
    path.write_bytes(forge.resigned(raw={**forge.raw, "data": bytes(64 << 20)}))
    tracemalloc.start()
    assert outcome(path) == "package_too_large"
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 << 20


@pytest.mark.long_run
@pytest.mark.timeout(3600)
def test_ten_thousand_hostile_packages_are_refused_in_little_memory() -> None:
    told = json.loads(
        subprocess.run(
            [sys.executable, "-m", "tests.helpers.hostile_packages", "10000", "2026"],
            cwd=ROOT,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
    )
    found = Counter({tuple(key.split(" | ")): count for key, count in told["outcomes"].items()})
    assert found.total() == 10_000
    assert bad(found) == []
    assert told["peak_kib"] < MOST_KIB

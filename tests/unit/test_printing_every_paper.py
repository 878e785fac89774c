"""Every paper of the catalogue against every check: as the demo office prints it, and with hostile texts.

A run takes one sample of each paper by a seed; ``KTS_PAPER_SEED`` takes another one. All of them, in both
languages and with each option, are checked by ``python3 start.py test -m every_paper``.
"""

import hashlib
import os
import pickle
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kts_desktop.printing.catalogue import PAPERS
from kts_desktop.storage.store import Store
from tests.conftest import KEY
from tests.helpers import exchange_rows, paper_samples, spoiling
from tests.helpers.paper_samples import Sample

ROOT = Path(__file__).parents[2]
WORDS = sorted(PAPERS)
_OWN_SPOILING = {"briefing"}  # its data hold keys of words; ``test_printing_texts`` spoils it field by field
_TRIES = 20  # samples drawn until there is something to print, such as a badge that is new
_MANY = 14  # of anything in a sample, so that a run stays short
_PRINTED = """
import hashlib, pickle, sys
from kts_desktop.printing.catalogue import PAPERS
for word, data in pickle.loads(sys.stdin.buffer.read()):
    print(word, hashlib.sha256(PAPERS[word].render(data).content).hexdigest())
"""


@pytest.fixture(scope="module")
def demo_office(tmp_path_factory: pytest.TempPathFactory, demo_file: bytes) -> Iterator[Store]:
    """The demo office, only read."""
    yield from _opened(tmp_path_factory.mktemp("papers") / "kts.db", demo_file)


@pytest.fixture(scope="module")
def hostile_office(tmp_path_factory: pytest.TempPathFactory, demo_file: bytes) -> Iterator[Store]:
    """The same records with texts nobody expects."""
    for store in _opened(tmp_path_factory.mktemp("hostile") / "kts.db", demo_file):
        spoiling.spoil(store)
        yield store


@pytest.fixture
def chance() -> random.Random:
    """Chance that ``KTS_PAPER_SEED`` makes another one; the same in every run without it."""
    return random.Random(os.environ.get("KTS_PAPER_SEED", "2026"))  # noqa: S311 - repeatable on purpose


@pytest.mark.parametrize("word", WORDS)
def test_a_paper_of_the_demo_office_passes_every_check(
    word: str, demo_office: Store, chance: random.Random, tmp_path: Path
) -> None:
    sample, data = _sample(demo_office, word, chance)

    content = sample.kind.render(data).content

    assert (str(sample), paper_samples.findings(word, content)) == (str(sample), [])
    assert paper_samples.complaints(content, tmp_path) == []
    assert sample.kind.render(data).content == content


@pytest.mark.parametrize("word", WORDS)
def test_a_paper_of_a_hostile_office_passes_every_check(
    word: str, hostile_office: Store, chance: random.Random
) -> None:
    sample, data = _sample(hostile_office, word, chance)

    content = sample.kind.render(data).content

    assert (str(sample), paper_samples.findings(word, content)) == (str(sample), [])


@pytest.mark.parametrize("word", sorted(set(WORDS) - _OWN_SPOILING))
def test_a_paper_of_spoilt_data_passes_every_check(
    word: str, demo_office: Store, chance: random.Random
) -> None:
    sample, data = _sample(demo_office, word, chance)

    content = sample.kind.render(spoiling.spoilt(data, chance)).content

    assert (str(sample), paper_samples.findings(word, content)) == (str(sample), [])


def test_every_paper_has_the_same_bytes_in_two_processes(demo_office: Store) -> None:
    with demo_office.read() as session:
        found = [(word, next(paper_samples.every(session, word))) for word in WORDS]
        papers = [(word, paper_samples.gathered(session, sample)) for word, sample in found]
    given = pickle.dumps([(word, data) for word, data in papers if data is not None])
    results = []
    for seed, zone in (("0", "UTC"), ("4711", "Asia/Kolkata")):
        done = subprocess.run(
            [sys.executable, "-c", _PRINTED],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            input=given,
            capture_output=True,
            check=True,
        )
        results.append(done.stdout.decode().splitlines())

    assert results[0] == results[1]
    assert len(results[0]) > 0


@pytest.mark.every_paper
@pytest.mark.timeout(900)
@pytest.mark.parametrize("word", WORDS)
def test_every_variant_of_a_paper_passes_every_check(
    word: str, demo_office: Store, hostile_office: Store, tmp_path: Path
) -> None:
    wrong: list[str] = []
    seen: set[str] = set()
    for store in (demo_office, hostile_office):
        with store.read() as session:
            for sample in paper_samples.every(session, word):
                data = paper_samples.gathered(session, sample)
                if data is None:
                    continue
                content = sample.kind.render(data).content
                found = [*paper_samples.findings(word, content), *paper_samples.complaints(content, tmp_path)]
                seen.add(hashlib.sha256(content).hexdigest())
                wrong += [f"{sample}: {line}" for line in found]

    assert wrong == []
    assert seen


def _sample(store: Store, word: str, chance: random.Random) -> tuple[Sample, Any]:
    with store.read() as session:
        for _ in range(_TRIES):
            sample = paper_samples.chosen(session, word, chance)
            data = paper_samples.gathered(session, sample)
            if data is not None:
                return sample, spoiling.slim(data, _MANY)
    pytest.fail("this paper has nothing to print, whatever is asked")


def _opened(path: Path, content: bytes) -> Iterator[Store]:
    path.write_bytes(content)
    store = Store(path, KEY)
    exchange_rows.have_card(store)
    exchange_rows.have_package(store)
    yield store
    store.close()

"""Every variant of every paper before veraPDF, for PDF/UA-1 and PDF/A-2a at once.

``KTS_VERAPDF=/path/to/verapdf python3 start.py test -m every_paper -k verapdf`` prints a line for each paper;
without veraPDF it is skipped.
"""

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kts_desktop.printing.catalogue import BRIEFING, PAPERS
from kts_desktop.services import recipes
from kts_desktop.storage.store import Store
from tests.conftest import KEY
from tests.helpers import paper_samples, spoiling, verapdf
from tests.helpers.paper_samples import Sample

WORDS = sorted(PAPERS)
_FAKE = """#!{python}
import sys
*_, flavour = sys.argv[1:5]
for name in sys.argv[5:]:
    if "silent" not in name:
        print("FAIL" if "bad" in name and flavour == "2a" else "PASS", name, flavour)
"""


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory, demo_file: bytes) -> Iterator[dict[str, Store]]:
    """The demo office, and the same with texts nobody expects."""
    stores = {}
    for name in ("demo", "hostile"):
        path = tmp_path_factory.mktemp(name) / "kts.db"
        path.write_bytes(demo_file)
        stores[name] = Store(path, KEY)
    spoiling.spoil(stores["hostile"])
    yield stores
    for store in stores.values():
        store.close()


@pytest.mark.every_paper
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("word", WORDS)
def test_verapdf_passes_every_variant_of_a_paper(
    word: str, offices: dict[str, Store], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not verapdf.command():
        pytest.skip("veraPDF is not here: KTS_VERAPDF names no command")
    files = [file for name, store in offices.items() for file in _printed(store, word, tmp_path / name)]

    wrong = {flavour: verapdf.failed(files, flavour) for flavour in verapdf.FLAVOURS}

    with capsys.disabled():
        counts = "  ".join(f"{flavour} {len(files) - len(wrong[flavour])} passed" for flavour in wrong)
        sys.stdout.write(f"\n{word:12} {len(files):4} files  {counts}\n")
    assert files
    assert wrong == {flavour: [] for flavour in verapdf.FLAVOURS}


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no command there")
def test_a_file_that_was_not_judged_did_not_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = tmp_path / "verapdf"
    fake.write_text(_FAKE.format(python=sys.executable), encoding="utf-8")
    fake.chmod(0o755)
    monkeypatch.setenv("KTS_VERAPDF", str(fake))
    files = [tmp_path / name for name in ("good.pdf", "bad.pdf", "silent.pdf")]

    assert verapdf.failed(files, "ua1") == [f"{files[2]}: not judged"]
    assert verapdf.failed(files, "2a") == [
        f"{files[1]}: FAIL {files[1]} 2a",
        f"{files[2]}: not judged",
    ]


def _printed(store: Store, word: str, folder: Path) -> list[Path]:
    """Print each variant that differs from those before, and return the files."""
    folder.mkdir()
    found: dict[str, Path] = {}
    with store.read() as session:
        samples = list(paper_samples.every(session, word))
        if word == BRIEFING:
            samples += [one for sample in samples[:1] for one in _of_recipes(sample)]
        for sample in samples:
            data = paper_samples.gathered(session, sample)
            if data is None:
                continue
            content = sample.kind.render(data).content
            name = hashlib.sha256(content).hexdigest()[:20]
            if name not in found:
                found[name] = folder / f"{name}.pdf"
                found[name].write_bytes(content)
    return list(found.values())


def _of_recipes(sample: Sample) -> Iterator[Sample]:
    """Yield the pack of each of the office's recipes, in both languages."""
    for language in ("de", "en"):
        for recipe in recipes.office(language):
            options = recipes.options_of(recipe, language)
            yield Sample(sample.kind, replace(sample.ask, options=options))

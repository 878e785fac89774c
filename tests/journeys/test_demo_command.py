"""The command that makes the demo office: it opens, its papers are there, and they are the same again."""

import hashlib
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kts_desktop.services import offices, today
from kts_desktop.storage import erasures
from kts_desktop.storage.unlocking import Unlock

T = date(2026, 11, 24)
PAPERS = {
    "2026-11-24_Briefing_Bautzen-Budysin.pdf",
    "2026-11-24_Briefing_Eichenzell.pdf",
    "2026-11-24_Briefing_Zwoenitz.pdf",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder the command filled."""
    made = tmp_path_factory.mktemp("demo")
    assert _run(made).returncode == 0
    return made


def _run(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kts_desktop", "demo", "--folder", str(folder), "--today", T.isoformat()]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "TZ": "UTC"}
    )


@pytest.mark.timeout(180)
def test_the_demo_opens_without_a_key_and_shows_the_day(folder: Path) -> None:
    opened = offices.open_office(folder / "office", Unlock())
    with opened.store.read() as session:
        figures = today.counts(session, T)
    erased = erasures.erased_records(opened.folder, opened.key)
    opened.close()
    assert (figures.overdue, figures.today, figures.week) == (6, 5, 15)
    assert len(erased) == 1


@pytest.mark.timeout(180)
def test_three_packs_are_printed_and_say_that_they_are_samples(folder: Path) -> None:
    papers = {path.name: path.read_bytes() for path in folder.glob("*.pdf")}
    assert set(papers) == PAPERS
    assert all(content.startswith(b"%PDF-") for content in papers.values())


@pytest.mark.timeout(240)
def test_a_second_run_replaces_the_office_and_prints_the_same_bytes(folder: Path) -> None:
    before = {path.name: _digest(path) for path in folder.glob("*.pdf")}
    assert _run(folder).returncode == 0
    assert {path.name: _digest(path) for path in folder.glob("*.pdf")} == before


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "office").mkdir()
    (tmp_path / "office" / "letter.txt").write_text("mine", encoding="utf-8")
    run = _run(tmp_path)
    assert run.returncode != 0
    assert (tmp_path / "office" / "letter.txt").read_text(encoding="utf-8") == "mine"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()

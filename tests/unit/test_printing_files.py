"""Names of paper files, and writing them whole or not at all."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kts_desktop.core.errors import StorageError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.printing.paper import file_name, free_path, write_paper

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Zwönitz", "2026-11-22_Briefing_Zwoenitz.pdf"),
        ("Cottbus/Chóśebuz", "2026-11-22_Briefing_Cottbus-Chosebuz.pdf"),
        ("Łąkowska & Söhne", "2026-11-22_Briefing_Lakowska-Soehne.pdf"),
        ("../..\\NUL:", "2026-11-22_Briefing_NUL.pdf"),
        ("漢字", "2026-11-22_Briefing.pdf"),
        ("Straße ẞ", "2026-11-22_Briefing_Strasse-SS.pdf"),
    ],
)
def test_a_file_name_is_plain(subject: str, name: str) -> None:
    assert file_name(DAY, "Briefing", subject) == name


@given(subject=st.text(max_size=300))
def test_a_file_name_is_short_and_safe_whatever_the_subject(subject: str) -> None:
    name = file_name(DAY, "Briefing", subject)

    assert len(name) <= 80
    assert name.isascii()
    assert set(name) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    name = file_name(DAY, "Briefing", "Sehr langer Name " * 9)
    taken = [free_path(tmp_path, name)]
    taken[0].touch()
    for _ in range(2):
        taken.append(free_path(tmp_path, name))
        taken[-1].touch()

    assert [path.stem[-2:] for path in taken[1:]] == ["-2", "-3"]
    assert all(len(path.name) <= 80 for path in taken)


def test_a_written_paper_leaves_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"

    write_paper(path, b"%PDF")

    assert path.read_bytes() == b"%PDF"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        write_paper(tmp_path / "gone" / "a.pdf", b"%PDF")

    assert caught.value.code == "paper_folder_gone"
    assert str(tmp_path / "gone") in sentence(caught.value, "de")


def test_a_full_disk_keeps_the_old_paper_and_leaves_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    write_paper(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(StorageError) as caught:
        write_paper(path, b"new")
    assert caught.value.code == "paper_disk_full"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    assert "a.pdf" in sentence(caught.value, "en")


def test_a_name_taken_by_a_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()

    with pytest.raises(StorageError) as caught:
        write_paper(tmp_path / "a.pdf", b"%PDF")
    assert caught.value.code == "paper_not_writable"
    assert [p.name for p in tmp_path.iterdir()] == ["a.pdf"]

"""Names of files from elsewhere: shown without tricks, and taken by every system."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kts_desktop.core.file_names import free, on_disk, suffix, tidy


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("Bescheid für Lichtmoos.pdf", "Bescheid für Lichtmoos.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Daten\\Antrag.docx", "Antrag.docx"),
        ("Rechnung\u202efdp.exe", "Rechnungfdp.exe"),
        ("ملف.pdf", "ملف.pdf"),
        ("a\x00b\n c.txt", "ab c.txt"),
        ("Fu\u0308hrung.pdf", "Führung.pdf"),
        ("", "document"),
        ("///", "document"),
    ],
)
def test_a_name_shows_what_it_is(given_name: str, shown: str) -> None:
    assert tidy(given_name) == shown


def test_a_long_name_keeps_its_ending() -> None:
    name = tidy("ä" * 300 + ".pdf")
    assert name.endswith("ä.pdf")
    assert len(name.encode()) <= 180


@pytest.mark.parametrize(
    ("given_name", "written"),
    [
        ("Was? Wann: 12*3.pdf", "Was_ Wann_ 12_3.pdf"),
        ("con.txt", "_con.txt"),
        ("NUL", "_NUL"),
        ("name. ", "name"),
        ("...", "document"),
        (".htaccess", "htaccess"),
    ],
)
def test_a_written_name_suits_every_system(given_name: str, written: str) -> None:
    assert on_disk(given_name) == written


@given(name=st.text(max_size=400))
def test_any_name_becomes_one_that_can_be_written(name: str) -> None:
    written = on_disk(name)
    assert written
    assert len(written.encode()) <= 190
    assert not set(written) & set('<>:"/\\|?*')
    assert not written.endswith((".", " "))
    assert tidy(tidy(name)) == tidy(name)


@pytest.mark.parametrize(
    ("name", "ending"), [("a.PDF", ".pdf"), ("a", ""), ("a.ex e", ""), ("a.tar.gz", ".gz"), (".profile", "")]
)
def test_an_ending_is_plain_or_none(name: str, ending: str) -> None:
    assert suffix(name) == ending


def test_a_taken_name_gets_a_number(tmp_path: Path) -> None:
    for taken in ("a.pdf", "a (2).pdf"):
        (tmp_path / taken).touch()
    assert free(tmp_path, "a.pdf").name == "a (3).pdf"

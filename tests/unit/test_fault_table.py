"""The table of faults: every sentence it names is there in both languages, and so is every test."""

import re
from pathlib import Path

from kts_desktop.core.sentences.failures import ALL

ROOT = Path(__file__).parents[2]
_COLUMNS = 4


def rows() -> list[list[str]]:
    lines = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8").splitlines()
    table = [line for line in lines if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[1:]]


def named(cell: str) -> list[str]:
    return re.findall(r"`(\w+)`", cell)


def test_every_row_names_what_is_kept_and_a_test() -> None:
    assert len(rows()) > 20
    for row in rows():
        assert len(row) == _COLUMNS, row
        assert row[2], row
        assert named(row[3]), row


def test_every_sentence_named_is_there_in_both_languages() -> None:
    codes = [code for row in rows() for code in named(row[1])]
    assert [code for code in codes if code not in ALL] == []
    assert all(text.strip() for code in codes for text in ALL[code])


def test_every_test_named_exists() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    wanted = [name for row in rows() for name in named(row[3])]
    assert [name for name in wanted if f"def {name}(" not in sources] == []

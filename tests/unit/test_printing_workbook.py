"""Workbooks: real numbers and days, heads that stay, what is printed, the same bytes for the same data."""

from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from kts_desktop.printing.workbook import Cell, Dress, Sheet, written
from tests.helpers.reading_xlsx import read_book

MADE = datetime(2026, 11, 24, 12, 30)  # noqa: DTZ001 - local time


def book(*rows: tuple[Cell, ...], head: int = 0, name: str = "Blatt", is_filtered: bool = False) -> bytes:
    """Return a workbook of one sheet."""
    wide = max((len(row) for row in rows), default=1)
    sheet = Sheet(name=name, widths=(10.0,) * wide, rows=rows, head=head, is_filtered=is_filtered)
    return written([sheet], title="Titel & <mehr>", author="Büro", made=MADE)


def test_numbers_are_numbers_and_days_are_days() -> None:
    content = book((Cell(1_230, Dress.NUMBER), Cell(-3, Dress.CHANGE), Cell(date(2026, 10, 1), Dress.DAY)))

    (sheet,) = read_book(content).sheets
    assert sheet.rows == [[1_230, -3, date(2026, 10, 1)]]


def test_the_first_days_of_the_century_and_moments_count_as_spreadsheets_count() -> None:
    text = book((Cell(date(2000, 1, 1), Dress.DAY), Cell(MADE, Dress.MOMENT)))

    sheet = read_book(text).parts["xl/worksheets/sheet1.xml"].decode()
    assert "<v>36526</v>" in sheet
    assert "<v>46350.52083333</v>" in sheet


def test_the_head_row_stays_in_sight_is_repeated_on_paper_and_can_be_filtered() -> None:
    rows = [(Cell("Kopf"), Cell("Wert")), *((Cell(str(i)), Cell(i)) for i in range(40))]

    found = read_book(book(*rows, head=1, name="Sankt Ingbert's", is_filtered=True))

    assert (found.sheets[0].frozen, found.sheets[0].filtered) == (1, "A1:B41")
    assert found.names == {
        (0, "_xlnm._FilterDatabase"): "'Sankt Ingbert''s'!$A$1:$B$41",
        (0, "_xlnm.Print_Area"): "'Sankt Ingbert''s'!$A$1:$B$41",
        (0, "_xlnm.Print_Titles"): "'Sankt Ingbert''s'!$1:$1",
    }


def test_a_text_that_looks_like_a_formula_is_a_text() -> None:
    content = book((Cell("=1+1"), Cell("+49"), Cell("@SUM(A1)")))

    sheet = read_book(content).parts["xl/worksheets/sheet1.xml"]
    assert read_book(content).sheets[0].rows == [["=1+1", "+49", "@SUM(A1)"]]
    assert b"<f>" not in sheet


@settings(max_examples=15)
@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
def test_whatever_a_label_holds_the_workbook_can_be_read(texts: list[str]) -> None:
    (sheet,) = read_book(book(tuple(Cell(text) for text in texts), name="x")).sheets

    assert len(sheet.rows[0]) == len(texts)


def test_the_same_data_gives_the_same_bytes() -> None:
    assert book((Cell(1), Cell("ä"))) == book((Cell(1), Cell("ä")))
    assert book((Cell(1),)) != book((Cell(2),))

"""The figures of a report as a workbook: one sheet a part, and how each figure is counted."""

from collections.abc import Sequence
from datetime import date, datetime

from kts_desktop.printing import workbook
from kts_desktop.printing.look import Look
from kts_desktop.printing.workbook import Cell, Dress, Sheet
from kts_desktop.services.report_tables import Cell as Row
from kts_desktop.services.report_tables import Section, Table

_OVERVIEW_WIDTHS = (38.0, 12.0, 12.0, 14.0)
_WIDTHS = (40.0, 20.0, 44.0, 12.0, 12.0, 14.0)
_TEXT_WIDTH = 100.0


def written(
    sections: Sequence[Section],
    look: Look,
    *,
    quarters: tuple[str, str],
    period: tuple[date, date],
    texts: Sequence[str],
    taken: datetime,
    office: str,
) -> bytes:
    """Return the workbook; ``texts`` say how figures are counted, ``period`` is first and last day."""
    title = look.words("title", quarter=quarters[0])
    first, *others = sections
    sheets = [_overview(first, look, quarters, [*_head(title, period, taken, look)])]
    sheets += [_listed(one, look, quarters) for one in others]
    sheets.append(_sources(look, texts))
    return workbook.written(sheets, title=title, author=office, made=taken)


def _head(title: str, period: tuple[date, date], taken: datetime, look: Look) -> list[tuple[Cell, ...]]:
    return [
        (Cell(title, Dress.TITLE),),
        (Cell(look.words("begins")), Cell(period[0], Dress.DAY)),
        (Cell(look.words("ends")), Cell(period[1], Dress.DAY)),
        (Cell(look.words("as_at_label")), Cell(taken, Dress.MOMENT)),
        (),
    ]


def _overview(
    section: Section, look: Look, quarters: tuple[str, str], above: list[tuple[Cell, ...]]
) -> Sheet:
    head = (Cell(look.words("figure"), Dress.HEAD), *_names(look, quarters))
    rows = [(Cell(look.words(row.label)), *_figures(row)) for row in section.tables[0].rows]
    return Sheet(
        name=look.words(section.key),
        widths=_OVERVIEW_WIDTHS,
        rows=(*above, head, *rows),
        head=len(above) + 1,
    )


def _listed(section: Section, look: Look, quarters: tuple[str, str]) -> Sheet:
    """Return all tables of a part below one head, so that a spreadsheet can sort and filter them."""
    labels = [Cell(look.words(key), Dress.HEAD) for key in ("figure", "code", "row")]
    rows = [row for table in section.tables for row in _table(table, look)]
    return Sheet(
        name=look.words(section.key),
        widths=_WIDTHS,
        rows=((*labels, *_names(look, quarters)), *rows),
        head=1,
        is_filtered=True,
    )


def _table(table: Table, look: Look) -> list[tuple[Cell, ...]]:
    title = look.words(table.key)
    rows = [(Cell(title), Cell(row.code), Cell(row.label), *_figures(row)) for row in table.rows]
    if table.total is not None:
        labels = (Cell(title, Dress.TOTAL), Cell("", Dress.TOTAL), Cell(look.words("total"), Dress.TOTAL))
        rows.append((*labels, *_figures(table.total, is_total=True)))
    return rows


def _names(look: Look, quarters: tuple[str, str]) -> list[Cell]:
    return [Cell(text, Dress.HEAD_RIGHT) for text in (*quarters, look.words("change"))]


def _figures(row: Row, *, is_total: bool = False) -> list[Cell]:
    number = Dress.NUMBER_TOTAL if is_total else Dress.NUMBER
    change = Dress.CHANGE_TOTAL if is_total else Dress.CHANGE
    return [
        _figure(value, dress, is_total=is_total)
        for value, dress in ((row.value, number), (row.before, number), (row.change, change))
    ]


def _figure(value: int | None, dress: Dress, *, is_total: bool) -> Cell:
    return Cell("*", Dress.RIGHT_TOTAL if is_total else Dress.RIGHT) if value is None else Cell(value, dress)


def _sources(look: Look, texts: Sequence[str]) -> Sheet:
    rows = [(Cell(look.words("sources"), Dress.TITLE),), *((Cell(text, Dress.WRAPPED),) for text in texts)]
    return Sheet(name=look.words("sources"), widths=(_TEXT_WIDTH,), rows=tuple(rows))

"""The quarterly report: figures with those of the quarter before, charts and tables, a CSV file beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import NextPageTemplate

from kts_desktop.printing import charts, formats
from kts_desktop.printing.book import bound, furnished
from kts_desktop.printing.charts import Count
from kts_desktop.printing.flowables import Flowable, Para, Toc, chunked_table, gap, heading, mm
from kts_desktop.printing.look import Look, columns
from kts_desktop.printing.paper import Beside, Paper, Progress, no_progress
from kts_desktop.printing.papers import report_csv
from kts_desktop.printing.papers.report_csv import Cell, Table
from kts_desktop.printing.theme import LARGE, NORMAL
from kts_desktop.printing.words.report import TEXTS
from kts_desktop.services.report_figures import Breakdown, Figure, Quarter, Shown, shown_of
from kts_desktop.services.report_paper import ReportData

_SHARES = (76, 26, 26, 37)
_ROMAN = ("I", "II", "III", "IV")
_DEFINITIONS = ("def_cases", "def_reach", "def_project", "def_events", "def_advisers")
_MOST_BARS = 16


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the report with its tables, ready to be set and to be written as CSV."""

    key: str
    tables: tuple[Table, ...]


def render(data: ReportData, *, progress: Progress = no_progress) -> Paper:
    """Return the report with its figures as CSV beside it: the same data gives the same bytes."""
    look = Look(data.head.language, data.head.taken, size=LARGE if data.large else NORMAL, texts=TEXTS)
    quarter = data.report.quarter
    title = look.words("title", quarter=name_of(quarter))
    sections = sections_of(data)
    story = [
        NextPageTemplate("page"),
        *_head(quarter, title, data, look),
        *(flowable for one in sections for flowable in _section(one, data, look)),
        *_sources(data, look),
    ]
    paper = bound(
        story,
        look,
        data.head,
        title=title,
        furniture=furnished(look, data.head, kind=look.words("kind_of_paper"), about=name_of(quarter)),
        progress=progress,
    )
    tables = [table for one in sections for table in one.tables]
    content = report_csv.written(tables, look, name_of(quarter), name_of(quarter.before))
    return replace(paper, beside=(Beside(suffix=".csv", content=content),))


def name_of(quarter: Quarter) -> str:
    """Return a quarter as offices write it: IV/2026."""
    return f"{_ROMAN[quarter.number - 1]}/{quarter.year}"


def sections_of(data: ReportData) -> tuple[Section, ...]:
    """Return the parts of the report; what must not be shown is hidden already."""
    report = data.report
    groups = {"cases": report.cases, "contacts": report.contacts, "events": report.events}
    opened, notes, events = "opened", "notes", "events"
    masked = {key: _masked(group, data) for key, group in groups.items()}
    of_total = {opened: masked["cases"], notes: masked["contacts"], events: masked["events"]}
    overview = []
    for one in report.overview:
        now, before = of_total.get(one.key, [(_alone(one, data, 0), _alone(one, data, 1))])[0]
        overview.append(_cells(one.total, _key(one.key), now.total_hidden, before.total_hidden, data))
    out = [Section("overview", (Table("overview", tuple(overview), None),))]
    for key, group in groups.items():
        out.append(
            Section(
                key, tuple(_table(one, *masks, data) for one, masks in zip(group, masked[key], strict=True))
            )
        )
    return tuple(out)


def _masked(group: Sequence[Breakdown], data: ReportData) -> list[tuple[Shown, Shown]]:
    if not data.suppress:
        return [(Shown(), Shown())] * len(group)
    return list(zip(shown_of(group, before=False), shown_of(group, before=True), strict=True))


def _alone(one: Breakdown, data: ReportData, column: int) -> Shown:
    return _masked([one], data)[0][column]


def _key(key: str) -> str:
    return "events_held" if key == "events" else key


def _table(one: Breakdown, now: Shown, before: Shown, data: ReportData) -> Table:
    rows = tuple(
        _cells(figure, figure.label, place in now.hidden, place in before.hidden, data)
        for place, figure in enumerate(one.figures)
    )
    total = _cells(one.total, "total", now.total_hidden, before.total_hidden, data)
    return Table(f"by_{one.key}", rows, total, is_multiple=one.is_multiple)


def _cells(figure: Figure, label: str, hide: bool, hide_before: bool, data: ReportData) -> Cell:
    return Cell(
        code=figure.code,
        label=label,
        value=None if hide and data.suppress else figure.value,
        before=None if hide_before and data.suppress else figure.before,
    )


def _head(quarter: Quarter, title: str, data: ReportData, look: Look) -> list[Flowable]:
    line, styles = look.glyphs.line, look.styles
    last = quarter.after.begins - timedelta(days=1)
    period = look.words("period", begins=look.day(quarter.begins), ends=look.day(last))
    return [
        Para(f"<b>{line(data.head.office.name)}</b>", styles.office),
        gap(12 * mm),
        heading(line(title), styles.h1, 1, in_toc=False),
        gap(4 * mm),
        Para(line(period), styles.place),
        gap(8 * mm),
        Para(look.words("contents"), styles.h2),
        Toc(styles.toc, look.words("jump", title="{title}", page="{page}")),
        gap(4 * mm),
    ]


def _section(one: Section, data: ReportData, look: Look) -> list[Flowable]:
    out = look.section(one.key)
    if one.key == "overview":
        rows = [replace(row, label=look.words(row.label)) for row in one.tables[0].rows]
        out += _grid("figure", rows, None, data, look)
        if data.suppress:
            out.append(Para(look.glyphs.line(look.words("hidden_about")), look.styles.meta))
        return look.whole(out, share=0.6)
    for table in one.tables:
        out += _breakdown(table, data, look)
    return out


def _breakdown(table: Table, data: ReportData, look: Look) -> list[Flowable]:
    title = look.subsection(look.glyphs.line(look.words(table.key)), in_toc=True)
    if not table.rows:
        return look.whole([*title, look.sentence("nothing")])
    total = replace(table.total, label=look.words("total")) if table.total else None
    body: list[Flowable] = [*_chart(table, data, look)]
    body += _grid("row", table.rows, total, data, look)
    if table.is_multiple:
        body.append(Para(look.glyphs.line(look.words("multiple")), look.styles.meta))
    return look.whole([*title, *body], share=0.75)


def _chart(table: Table, data: ReportData, look: Look) -> list[Flowable]:
    """Return bars; none where a figure is hidden, which they would show."""
    quarter = data.report.quarter
    rows = table.rows[:_MOST_BARS]
    counts = [
        Count(label=row.label, value=row.value, before=row.before)
        for row in rows
        if row.value is not None and row.before is not None
    ]
    if not data.charts or len(counts) < len(table.rows):
        return []
    head = (look.words("row"), name_of(quarter), name_of(quarter.before))
    chart = charts.bars(look, look.words(table.key), counts, head=head)
    return [chart.picture, gap(2 * mm)] if chart else []


def _grid(
    head: str, rows: Sequence[Cell], total: Cell | None, data: ReportData, look: Look
) -> list[Flowable]:
    """Return a table whose figures stand below each other at the right."""
    quarter = data.report.quarter
    wide = columns(_SHARES)
    cells = [_row(row, look, wide, strong=False) for row in rows]
    if total is not None:
        cells.append(_row(total, look, wide, strong=True))
    names = (look.words(head), name_of(quarter), name_of(quarter.before), look.words("change"))
    right = _right(look.styles.head)
    heads = [Para(look.glyphs.line(names[0]), look.styles.head)]
    heads += [Para(look.glyphs.line(name), right) for name in names[1:]]
    table = chunked_table(
        heads, cells, colWidths=wide, style=list(look.styles.table), summary=look.words("kind_of_paper")
    )
    return [*table, gap(look.styles.size * 0.6)]


def _row(row: Cell, look: Look, wide: Sequence[float], *, strong: bool) -> list[Flowable]:
    style = look.styles.cell_strong if strong else look.styles.cell
    texts = (row.label, _number(row.value, look), _number(row.before, look), _change(row, look))
    right = _right(style)
    figures = [look.cell(text, width, right) for text, width in zip(texts[1:], wide[1:], strict=True)]
    return [look.cell(texts[0], wide[0], style), *figures]


def _right(style: ParagraphStyle) -> ParagraphStyle:
    return ParagraphStyle("figures", style, alignment=TA_RIGHT)


def _number(value: int | None, look: Look) -> str:
    return look.words("covered") if value is None else formats.number(value, look.language)


def _change(row: Cell, look: Look) -> str:
    if row.value is None or row.before is None:
        return look.words("covered")
    change = row.value - row.before
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    return f"{sign}{formats.number(abs(change), look.language)}"


def _sources(data: ReportData, look: Look) -> list[Flowable]:
    moment = formats.moment(data.head.taken, look.language)
    texts = [look.words("source", moment=moment), *(look.words(key) for key in _DEFINITIONS)]
    paragraphs = [Para(look.glyphs.line(text), look.styles.body) for text in texts]
    return look.whole([*look.section("sources"), *paragraphs], share=0.6)

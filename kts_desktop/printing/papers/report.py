"""The quarterly report: figures with those of the quarter before, charts and tables, a CSV file beside it."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import NextPageTemplate

from kts_desktop.printing import charts, formats, workbook
from kts_desktop.printing.book import bound, furnished
from kts_desktop.printing.charts import Count
from kts_desktop.printing.flowables import Flowable, Para, Toc, chunked_table, gap, heading, mm
from kts_desktop.printing.look import Look, columns, led
from kts_desktop.printing.paper import Beside, Paper, Progress, no_progress
from kts_desktop.printing.papers import report_csv, report_xlsx
from kts_desktop.printing.theme import LARGE, NORMAL
from kts_desktop.printing.words.report import TEXTS
from kts_desktop.services.report_figures import Quarter
from kts_desktop.services.report_paper import ReportData
from kts_desktop.services.report_tables import OVERVIEW, Cell, Section, Table, sections_of

_SHARES = (76, 26, 26, 37)
_SHARES_OF_REVISIONS = (62, 57, 23, 23)
_ROMAN = ("I", "II", "III", "IV")
_DEFINITIONS = ("def_cases", "def_reach", "def_project", "def_events", "def_advisers")
_MOST_BARS = 16


def render(data: ReportData, *, progress: Progress = no_progress) -> Paper:
    """Return the report with its figures as CSV beside it: the same data gives the same bytes."""
    look = Look(data.head.language, data.head.taken, size=LARGE if data.large else NORMAL, texts=TEXTS)
    quarter = data.report.quarter
    title = look.words("title", quarter=name_of(quarter))
    sections = sections_of(data.report, suppress=data.suppress)
    story = [
        NextPageTemplate("page"),
        *_head(quarter, title, data, look),
        *(flowable for one in sections for flowable in _section(one, data, look)),
        *_revisions(data, look),
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
    return replace(paper, beside=_files(data, sections, look))


def _files(data: ReportData, sections: Sequence[Section], look: Look) -> tuple[Beside, ...]:
    """Return the figures as spreadsheets take them: as CSV, as a workbook."""
    quarter = data.report.quarter
    names = name_of(quarter), name_of(quarter.before)
    texts = _source_texts(data, look)
    plain = report_csv.written([table for one in sections for table in one.tables], look, *names)
    book = report_xlsx.written(
        sections,
        look,
        quarters=names,
        period=(quarter.begins, quarter.ends),
        texts=[*texts, *([look.words("hidden_about")] if data.suppress else [])],
        taken=data.head.taken,
        office=data.head.office.name,
    )
    return Beside(suffix=".csv", content=plain), Beside(suffix=workbook.SUFFIX, content=book)


def name_of(quarter: Quarter) -> str:
    """Return a quarter as offices write it: IV/2026."""
    return f"{_ROMAN[quarter.number - 1]}/{quarter.year}"


def _head(quarter: Quarter, title: str, data: ReportData, look: Look) -> list[Flowable]:
    line, styles = look.glyphs.line, look.styles
    period = look.words("period", begins=look.day(quarter.begins), ends=look.day(quarter.ends))
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
    first, *others = one.tables
    out = _breakdown(first, data, look, above=out)  # a heading stays with what it is about
    for table in others:
        out += _breakdown(table, data, look)
    return out


def _breakdown(
    table: Table, data: ReportData, look: Look, *, above: Sequence[Flowable] = ()
) -> list[Flowable]:
    """Return a table with its chart on one page, else the chart with its headings on one."""
    head = [*above, *look.subsection(look.glyphs.line(look.words(table.key)), in_toc=True)]
    if not table.rows:
        return look.whole([*head, look.sentence("nothing")])
    total = replace(table.total, label=look.words("total")) if table.total else None
    head += _chart(table, data, look)
    body = _grid("row", table.rows, total, data, look)
    if table.is_multiple:
        body.append(Para(look.glyphs.line(look.words("multiple")), look.styles.meta))
    return led(head, body, look)


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
    return look.words("covered") if row.change is None else formats.signed(row.change, look.language)


def _revisions(data: ReportData, look: Look) -> list[Flowable]:
    """Return which figures of the quarter before were reported otherwise; nothing where none was reported."""
    if data.reported_at is None:
        return []
    line, before = look.glyphs.line, name_of(data.report.quarter.before)
    moment = formats.moment(data.reported_at, look.language)
    told = look.words("revised" if data.revisions else "not_revised", quarter=before, moment=moment)
    out = [*look.section("revisions"), Para(line(told), look.styles.body)]
    if not data.revisions:
        return look.whole(out)
    wide = columns(_SHARES_OF_REVISIONS)
    names = [look.words(key) for key in ("figure", "row", "reported", "counted")]
    heads = [Para(line(name), look.styles.head) for name in names[:2]]
    heads += [Para(line(name), _right(look.styles.head)) for name in names[2:]]
    rows = [
        [
            look.cell(look.words(one.table), wide[0]),
            look.cell(look.words(one.label) if one.table == OVERVIEW else one.label, wide[1]),
            look.cell(_number(one.reported, look), wide[2], _right(look.styles.cell)),
            look.cell(_number(one.counted, look), wide[3], _right(look.styles.cell)),
        ]
        for one in data.revisions
    ]
    style = list(look.styles.table)
    table = chunked_table(heads, rows, colWidths=wide, style=style, summary=look.words("revisions"))
    return [*out, gap(2 * mm), *table, gap(look.styles.size * 0.6)]


def _source_texts(data: ReportData, look: Look) -> list[str]:
    moment = formats.moment(data.head.taken, look.language)
    return [look.words("source", moment=moment), *(look.words(key) for key in _DEFINITIONS)]


def _sources(data: ReportData, look: Look) -> list[Flowable]:
    paragraphs = [Para(look.glyphs.line(text), look.styles.body) for text in _source_texts(data, look)]
    return look.whole([*look.section("sources"), *paragraphs], share=0.6)

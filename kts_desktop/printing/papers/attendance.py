"""The attendance of a series: people by dates on A4 landscape, told by signs and never by colour."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle

from kts_desktop.printing.book import bound, furnished
from kts_desktop.printing.fitting import fit
from kts_desktop.printing.flowables import DataTable, Flowable, PageBreak, Para, gap, heading, mm
from kts_desktop.printing.fonts import REGULAR, SEMIBOLD
from kts_desktop.printing.furniture import pages
from kts_desktop.printing.look import Look
from kts_desktop.printing.paper import Paper, Progress, no_progress
from kts_desktop.printing.theme import HAIR, INK, TableCommands
from kts_desktop.printing.words.attendance import TEXTS
from kts_desktop.services.attendance_paper import AttendanceData, Date, Row

_WIDE = 252
_NAME, _BODY, _CAME, _PAD = 54, 54, 18, 1.4
_DATE_ROOM = _WIDE - _NAME - _BODY - _CAME
_MOST_DATES, _WIDEST = 9, 14.0
_ROW, _HEAD_ROW = 5.4 * mm, 10 * mm
_SIZES = (9.5, 9, 8.5, 8, 7.5, 7, 6.5)
_MARKS = {"attended": "\u2713", "absent": "\u2013", "excused": "e"}
_WITHOUT = ("", "declined", "cancelled", "invited", "deputy_sent")
_EXPECTED = "\u00b7"
_GRID: TableCommands = (
    ("LINEBELOW", (0, 0), (-1, 0), 0.9, INK),
    ("LINEBELOW", (0, 1), (-1, -1), 0.4, HAIR),
    ("LINEAFTER", (1, 0), (-2, -1), 0.4, HAIR),
    ("FONT", (0, 0), (-1, -1), REGULAR, 9.5),
    ("TEXTCOLOR", (0, 0), (-1, -1), INK),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ("ALIGN", (2, 0), (-1, -1), "CENTER"),
    ("LEFTPADDING", (0, 0), (-1, -1), _PAD * mm),
    ("RIGHTPADDING", (0, 0), (-1, -1), _PAD * mm),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, 0), 1 * mm),
)


def render(data: AttendanceData, *, progress: Progress = no_progress) -> Paper:
    """Return the matrix; more dates than fit side by side go on pages of their own."""
    look = Look(data.head.language, data.head.taken, texts=TEXTS)
    title = look.words("title", series=data.series)
    style = ParagraphStyle("title", look.styles.h2, fontSize=15, leading=18, spaceAfter=1)
    story: list[Flowable] = [heading(look.glyphs.line(title), style, 1, in_toc=False)]
    if not data.dates:
        story.append(look.sentence("no_dates"))
    elif not data.rows:
        story.append(look.sentence("no_people"))
    else:
        story += _matrix(data, look)
    furniture = furnished(look, data.head, kind=look.words("attendance"), about=data.series)
    templates = pages(furniture, landscape=True)[1:]
    return bound(story, look, data.head, title=title, templates=templates, progress=progress)


def _matrix(data: AttendanceData, look: Look) -> list[Flowable]:
    small = ParagraphStyle("small", look.styles.cell_muted, fontSize=9, leading=11.5, hyphenationLang="")
    told = [look.words("counts", people=len(data.rows), dates=len(data.dates)), look.words("legend")]
    if any(row.has_missed_two for row in data.rows):
        told.append(look.words("missed"))
    out: list[Flowable] = [Para(look.glyphs.line(" · ".join(told)), small), gap(1.5 * mm)]
    for start in range(0, len(data.dates), _MOST_DATES):
        chosen = range(start, min(start + _MOST_DATES, len(data.dates)))
        if start:
            out.append(PageBreak())
        if len(data.dates) > _MOST_DATES:
            words = look.words("part", first=chosen[0] + 1, last=chosen[-1] + 1, count=len(data.dates))
            style = ParagraphStyle(
                "part", look.styles.h3, fontSize=11, leading=13, spaceBefore=0, spaceAfter=1
            )
            out.append(heading(words, style, 2, in_toc=False))
        out += _table(data, look, chosen)
    return out


def _table(data: AttendanceData, look: Look, chosen: range) -> list[Flowable]:
    wide = min(_WIDEST, _DATE_ROOM / len(chosen))
    widths = [_NAME * mm, _BODY * mm, *[wide * mm] * len(chosen), _CAME * mm]
    head = [
        look.words("person"),
        look.words("body"),
        *(_date(data.dates[at], look) for at in chosen),
        look.words("came"),
    ]
    rows: list[list[str | Flowable]] = [_row(row, look, chosen) for row in data.rows]
    present = [str(sum(row.states[at] == "attended" for row in data.rows)) for at in chosen]
    rows.append([look.words("present"), "", *present, ""])
    style = [*_GRID, ("FONT", (0, 0), (-1, 0), SEMIBOLD, 9.5), ("FONT", (0, -1), (-1, -1), SEMIBOLD, 9.5)]
    table = DataTable(
        [head, *rows],
        head_rows=1,
        head_cols=1,
        colWidths=widths,
        rowHeights=[_HEAD_ROW, *[_ROW] * len(rows)],
        style=style,
        summary=look.words("summary"),
    )
    return [table]


def _date(one: Date, look: Look) -> Flowable:
    """Return the number in the series above day and year."""
    style = ParagraphStyle("date", look.styles.head, fontSize=8.5, leading=10, alignment=1)
    day = f"{one.starts_at:%d.%m.}" if look.language == "de" else f"{one.starts_at:%d/%m}"
    number = f"{one.number}<br/>" if one.number is not None else ""
    return Para(f"{number}{day}{'' if look.language == 'de' else '/'}{one.starts_at:%y}", style)


def _row(row: Row, look: Look, chosen: Sequence[int]) -> list[str | Flowable]:
    came = sum(state == "attended" for state in row.states)
    entered = sum(state in _MARKS for state in row.states)
    star = " *" if row.has_missed_two else ""
    return [
        _cell(row.name + star, look, _NAME - _PAD),
        _cell(row.body, look, _BODY - 2 * _PAD),
        *(_mark(row.states[at]) for at in chosen),
        look.words("came_of", came=came, dates=entered) if entered else "",
    ]


def _mark(state: str) -> str:
    return _MARKS.get(state, "" if state in _WITHOUT else _EXPECTED)


def _cell(raw: str, look: Look, width: float) -> str | Flowable:
    """Return a text on one line, in the largest size in which it is whole."""
    text = look.glyphs.text(raw)
    if not text:
        return ""
    found = fit(text, REGULAR, room=width * mm - 0.5, sizes=_SIZES)
    style = ParagraphStyle("cell", look.styles.cell_plain, fontSize=found.size, leading=found.size * 1.2)
    return Para(look.glyphs.line(found.lines[0]), style)

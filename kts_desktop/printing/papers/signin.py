"""Attendance sheets to sign: A4 landscape, one part a door, blank rows at the end."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle

from kts_desktop.printing import formats
from kts_desktop.printing.book import bound, furnished
from kts_desktop.printing.fitting import fit, fit_whole
from kts_desktop.printing.flowables import Flowable, PageBreak, Para, chunked_table, gap, heading, mm
from kts_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD
from kts_desktop.printing.furniture import pages
from kts_desktop.printing.look import Look
from kts_desktop.printing.paper import Paper, Progress, no_progress
from kts_desktop.printing.spans import span
from kts_desktop.printing.theme import HAIR, INK, TableCommands
from kts_desktop.printing.words.signin import TEXTS
from kts_desktop.services.signin_paper import Door, Line, Sheet, SigninData

_WIDTHS = (11, 45, 38, 72, 16, 70)
_ROW, _PAD = 7 * mm, 1.6 * mm
_SIZES, _SMALL = (10.5, 10, 9.5, 9, 8.5), (7.5, 7, 6.5)
_HEAD = ("number", "family", "given", "body", "photo", "signature")
_BOX = "\u2610"
_GRID: TableCommands = (
    ("LINEBELOW", (0, 0), (-1, 0), 0.9, INK),
    ("LINEBELOW", (0, 1), (-1, -1), 0.4, HAIR),
    ("LINEAFTER", (0, 0), (-2, -1), 0.4, HAIR),
    ("FONT", (0, 0), (-1, -1), REGULAR, 9.5),
    ("TEXTCOLOR", (0, 0), (-1, -1), INK),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("ALIGN", (0, 0), (0, -1), "RIGHT"),
    ("ALIGN", (4, 0), (4, -1), "CENTER"),
    ("LEFTPADDING", (0, 0), (-1, -1), _PAD),
    ("RIGHTPADDING", (0, 0), (-1, -1), _PAD),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
)


def render(data: SigninData, *, progress: Progress = no_progress) -> Paper:
    """Return the sheets; nobody expected leaves the blank rows and a sentence."""
    look = Look(data.head.language, data.head.taken, texts=TEXTS)
    title = look.words("title", event=data.event.title)
    story: list[Flowable] = []
    for sheet in data.sheets:
        for door in sheet.doors:
            story += [*([PageBreak()] if story else []), *_door(data, look, sheet, door, is_first=not story)]
    furniture = furnished(look, data.head, kind=look.words("signin"), about=data.event.title, right="")
    templates = pages(furniture, landscape=True)[1:]
    return bound(story, look, data.head, title=title, templates=templates, progress=progress)


def _door(data: SigninData, look: Look, sheet: Sheet, door: Door, *, is_first: bool) -> list[Flowable]:
    """Return what hangs at one door: the first is headed by the paper's title, all by what they are for."""
    markup, styles = look.glyphs.line, look.styles
    title = ParagraphStyle("title", styles.h2, fontSize=15, leading=18, spaceAfter=1)
    small = ParagraphStyle("small", styles.cell_muted, fontSize=8.5, leading=10, hyphenationLang="")
    out: list[Flowable] = []
    if is_first:
        out.append(heading(markup(look.words("title", event=data.event.title)), title, 1, in_toc=False))
    below = _below(look, sheet, door)
    if below:
        level = ParagraphStyle("door", styles.h3, fontSize=11, leading=13, spaceBefore=0, spaceAfter=1)
        out.append(heading(markup(below), level, 2, in_toc=False))
    out.append(
        Para(markup(_when(data, look, sheet)), ParagraphStyle("when", small, fontSize=9.5, leading=12))
    )
    out += [Para(markup(look.words("privacy", controller=data.controller)), small), gap(2 * mm)]
    rows = [_row(line, look) for line in door.lines] + [[""] * len(_HEAD) for _ in range(data.blank)]
    if not door.lines:
        out += [
            Para(markup(look.words("nobody" if data.blank else "nobody_at_all")), styles.cell),
            gap(2 * mm),
        ]
    return [*out, *_table(look, rows)] if rows else out


def _below(look: Look, sheet: Sheet, door: Door) -> str:
    """Return the second heading: session and letters, as far as there are several."""
    letters = look.words("range", first=door.first, last=door.last) if len(sheet.doors) > 1 else ""
    session = sheet.part.title if sheet.part else ""
    return " · ".join(part for part in (session, letters) if part)


def _when(data: SigninData, look: Look, sheet: Sheet) -> str:
    facts = sheet.part or data.event
    place = " · ".join(part for part in (sheet.part.room if sheet.part else "", data.event.venue) if part)
    return " · ".join(part for part in (span(facts.starts_at, facts.ends_at, look.language), place) if part)


def _table(look: Look, rows: Sequence[list[str | Flowable]]) -> list[Flowable]:
    words = [look.words(key) for key in _HEAD]
    style = [*_GRID, ("FONT", (0, 0), (-1, 0), SEMIBOLD, 9.5)]
    return chunked_table(
        words,
        rows,
        colWidths=[width * mm for width in _WIDTHS],
        rowHeights=_ROW,
        style=style,
        summary=look.words("summary"),
    )


def _row(line: Line, look: Look) -> list[str | Flowable]:
    photo = _BOX if line.photo is None else look.words("photo_yes" if line.photo else "photo_no")
    return [
        formats.number(line.number, look.language),
        _cell(line.family_name, look, _WIDTHS[1], BOLD),
        _cell(line.given_name, look, _WIDTHS[2], REGULAR),
        _cell(line.body, look, _WIDTHS[3], REGULAR),
        photo,
        "",
    ]


def _cell(raw: str, look: Look, width: float, font: str) -> str | Flowable:
    """Return a text that fits its row: on one line in the largest size, else on two small ones."""
    text, room = look.glyphs.text(raw), width * mm - 2 * _PAD - 0.5
    if not text:
        return ""
    found = fit_whole(text, font, room=room, sizes=_SIZES) or fit(
        text, font, room=room, sizes=_SMALL, lines=2
    )
    style = ParagraphStyle(
        "cell", look.styles.cell_plain, fontName=font, fontSize=found.size, leading=found.size * 1.15
    )
    return Para("<br/>".join(look.glyphs.line(line) for line in found.lines), style)

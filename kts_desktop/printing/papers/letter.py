"""The letter after DIN 5008, form B: it fits a window envelope, its marks show where to fold and to punch."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import FrameBreak, NextPageTemplate

from kts_desktop.printing import formats
from kts_desktop.printing.book import bound
from kts_desktop.printing.bundles import Front, Portion, bundled, portions_of
from kts_desktop.printing.chapters import Leaves, template_of
from kts_desktop.printing.fitting import fit_whole
from kts_desktop.printing.flowables import DataTable, Flowable, Foot, Para, Rule, gap, heading, mm, together
from kts_desktop.printing.fonts import REGULAR, SEMIBOLD, clipped, width
from kts_desktop.printing.letter_sheet import (
    ADDRESS_LINE,
    ADDRESS_LINES,
    ADDRESS_WIDTH,
    BLANK,
    INFO_WIDTH,
    Sheet,
    balanced,
    blank,
    templates,
)
from kts_desktop.printing.look import Look
from kts_desktop.printing.paper import Bundle, Paper, Progress, no_progress
from kts_desktop.printing.theme import ACCENT, INK, MUTED, WIDTH
from kts_desktop.printing.words.letter import TEXTS
from kts_desktop.services.letter_paper import Letter

_SIZE = 11.0
_ADDRESS_SIZES = (10.5, 10.0, 9.5, 9.0)
_RETURN_SIZE = 8.0
_OFFICE_SIZE, _SMALL = 13.0, 8.5
_SIGNATURE = 15 * mm
_END = 110 * mm  # closing, name and enclosures stay on one page up to here
_INFO_LABEL = 29 * mm
_INFO_VALUE = INFO_WIDTH - _INFO_LABEL
_INFO_SIZES = (9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
_INFO_LEADING = 12.5


@dataclass(frozen=True, slots=True)
class Fitted:
    """The lines of an address in the size in which they fit, and the lines that had to go."""

    lines: tuple[str, ...]
    size: float
    left_out: tuple[str, ...] = ()


def render(data: Letter, *, progress: Progress = no_progress) -> Paper:
    """Return a letter: the same data gives the same bytes.

    ``remarks`` of the paper tell where the address had to be shortened, or is not known.
    """
    look = _look(data)
    address, subject = _fitted(data, look), _subject(data, look)
    paper = bound(
        _story(data, address, look),
        look,
        data.head,
        title=look.words("title", name=data.recipient) if data.recipient else subject,
        subject=subject,
        templates=templates(_sheet(data, subject, look)),
        progress=progress,
    )
    return replace(paper, remarks=_remarks(data, address, look))


def render_many(letters: Sequence[Letter], *, progress: Progress = no_progress) -> Bundle:
    """Return letters in one file for the printer, each with page numbers of its own.

    Where the first one is ``duplex``, each begins on a sheet of its own. Raises ShareError where one of them
    cannot be laid out; what ``progress`` raises ends the work.
    """
    first = letters[0]
    look = _look(first)
    front = Front(look=look, head=first.head, title=look.words("letters", count=len(letters)))
    return bundled(
        replace(front, empty=(blank(),)),
        portions_of(letters, _portion),
        right=first.duplex,
        blank=BLANK,
        progress=progress,
    )


def _portion(data: Letter, chapter: int) -> Portion:
    look, leaves = _look(data), Leaves()
    look.chapter = chapter
    address = _fitted(data, look)
    sheet = replace(_sheet(data, _subject(data, look), look), leaves=leaves, chapter=chapter)
    return Portion(
        look=look,
        story=_story(data, address, look),
        templates=templates(sheet),
        first="first",
        leaves=leaves,
        remarks=_remarks(data, address, look),
    )


def _look(data: Letter) -> Look:
    return Look(data.head.language, data.head.taken, size=_SIZE, texts=TEXTS)


def _fitted(data: Letter, look: Look) -> Fitted:
    return fitted_address([[look.glyphs.text(line) for line in one] for one in data.addresses])


def _subject(data: Letter, look: Look) -> str:
    return look.glyphs.text(data.subject) or look.words("of_the_day", date=look.day(data.dated))


def _story(data: Letter, address: Fitted, look: Look) -> list[Flowable]:
    return [
        NextPageTemplate(template_of("later", look.chapter)),
        *_office(data, look),
        FrameBreak(),
        *_return_line(data, look),
        FrameBreak(),
        *_address(address, look),
        FrameBreak(),
        *_information(data, look),
        FrameBreak(),
        *_text(data, _subject(data, look), look),
    ]


def fitted_address(variants: Sequence[Sequence[str]]) -> Fitted:
    """Return the fullest variant that fits the address zone, in the largest size; the last one is clipped."""
    whole = [line for line in variants[0] if line]
    for variant in variants:
        for size in _ADDRESS_SIZES:
            lines = _broken(variant, size)
            if lines is not None:
                return Fitted(lines, size, tuple(line for line in whole if line not in variant))
    kept = [line for line in variants[-1] if line]
    last = _ADDRESS_SIZES[-1]
    shown = tuple(clipped(line, REGULAR, last, ADDRESS_WIDTH) for line in _six(kept))
    return Fitted(shown, last, tuple(line for line in whole if line not in shown))


def _broken(variant: Sequence[str], size: float) -> tuple[str, ...] | None:
    """Return the lines broken to the width of the zone; None where they are too many or a word too long."""
    lines: list[str] = []
    for raw in variant:
        found = fit_whole(raw, REGULAR, room=ADDRESS_WIDTH, sizes=(size,), lines=ADDRESS_LINES)
        if found is None:
            return None
        lines += found.lines
    return tuple(lines) if len(lines) <= ADDRESS_LINES else None


def _six(lines: Sequence[str]) -> list[str]:
    """Return at most six lines: the first ones, and the last two, which say where the letter goes."""
    if len(lines) <= ADDRESS_LINES:
        return list(lines)
    return [*lines[: ADDRESS_LINES - 2], *lines[-2:]]


def _office(data: Letter, look: Look) -> list[Flowable]:
    """Return the head of the office: its name, in lines of much the same length, and how to reach it."""
    office, line, room = data.letterhead, look.glyphs.line, 125 * mm
    web = office.website.removeprefix("https://").removeprefix("http://").rstrip("/")
    phone = f"{look.words('phone')} {office.phone}" if office.phone else ""
    name = balanced(look.glyphs.text(office.name), SEMIBOLD, _OFFICE_SIZE, room)[:2]
    told = (
        " · ".join(text for text in (data.writer.unit, office.street, office.town) if text),
        " · ".join(text for text in (phone, office.email, web) if text),
    )
    bold = ParagraphStyle(
        "office", look.styles.cell_strong, fontSize=_OFFICE_SIZE, leading=_OFFICE_SIZE * 1.22, spaceAfter=3
    )
    small = ParagraphStyle("office small", look.styles.cell_key, fontSize=_SMALL, leading=_SMALL * 1.3)
    lines = [clipped(look.glyphs.text(raw), REGULAR, _SMALL, WIDTH) for raw in told if look.glyphs.text(raw)]
    out: list[Flowable] = [Rule(ACCENT, 1.4, length=12 * mm, after=2 * mm)]
    if name:
        out.append(Para("<br/>".join(line(text) for text in name), bold))
    return [*out, *(Para(line(text), small) for text in lines)]


def _return_line(data: Letter, look: Look) -> list[Flowable]:
    """Return the sender in one small line; the short name of the office where the long one is too long."""
    office, text = data.letterhead, look.glyphs.text
    room = ADDRESS_WIDTH - 1
    street, town = text(office.street), text(office.town)
    shown = [
        " · ".join(part for part in (text(name), street, town) if part)
        for name in (office.name, office.short)
    ]
    raw = next((one for one in shown if width(one, REGULAR, _RETURN_SIZE) <= room), shown[-1] or shown[0])
    if not raw:
        return []
    style = ParagraphStyle(
        "return", look.styles.cell_plain, fontSize=_RETURN_SIZE, leading=_RETURN_SIZE * 1.2, textColor=MUTED
    )
    return [Foot([Para(look.glyphs.line(clipped(raw, REGULAR, _RETURN_SIZE, room)), style)])]


def _address(address: Fitted, look: Look) -> list[Flowable]:
    style = ParagraphStyle(
        "address",
        look.styles.cell_plain,
        fontSize=address.size,
        leading=ADDRESS_LINE,
        embeddedHyphenation=0,
        textColor=INK,
    )
    return (
        [Para("<br/>".join(look.glyphs.line(line) for line in address.lines), style)] if address.lines else []
    )


def _information(data: Letter, look: Look) -> list[Flowable]:
    """Return the block at the right: references, who writes, how to reach them, the date."""
    writer = data.writer
    rows = (
        ("your_sign", data.your_sign),
        ("your_letter", data.your_letter),
        ("our_sign", data.head.number),
        ("name", writer.name),
        ("phone", writer.phone),
        ("email", writer.email),
        ("date", look.day(data.dated)),
    )
    key = ParagraphStyle("info", look.styles.cell_key, fontSize=_INFO_SIZES[0], leading=_INFO_LEADING)
    cells = [
        [Para(look.glyphs.line(look.words(word)), key), _value(look.glyphs.text(raw), key, look)]
        for word, raw in rows
        if look.glyphs.text(raw)
    ]
    style = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
    ]
    return [DataTable(cells, head_rows=0, head_cols=1, colWidths=[_INFO_LABEL, _INFO_VALUE], style=style)]


def _value(text: str, key: ParagraphStyle, look: Look) -> Flowable:
    """Return a value on one line, a long address of an e-mail on two; smaller where it has to be."""
    name, at, host = text.partition("@")
    lines = [text]
    if at and width(text, REGULAR, _INFO_SIZES[0]) > _INFO_VALUE:
        lines = [f"{name}@", host]
    fitting = (s for s in _INFO_SIZES if max(width(line, REGULAR, s) for line in lines) <= _INFO_VALUE)
    size = next(fitting, _INFO_SIZES[-1])
    style = ParagraphStyle("value", key, fontSize=size, textColor=INK, embeddedHyphenation=0)
    shown = [look.glyphs.line(clipped(line, REGULAR, size, _INFO_VALUE)) for line in lines]
    return Para("<br/>".join(shown), style)


def _text(data: Letter, subject: str, look: Look) -> list[Flowable]:
    styles = look.styles
    body = ParagraphStyle("letter", styles.text, spaceAfter=_SIZE * 0.75)
    bold = ParagraphStyle("subject", body, fontName=SEMIBOLD, hyphenationLang="", spaceAfter=_SIZE * 1.9)
    out: list[Flowable] = [
        heading(look.glyphs.line(subject), bold, 1, in_toc=False),
        Para(f"{look.glyphs.line(data.salutation)},", body),
    ]
    out += [Para(look.glyphs.markup(part), body) for part in data.paragraphs if look.glyphs.text(part)]
    return [*out, *_end(data, body, look)]


def _end(data: Letter, body: ParagraphStyle, look: Look) -> list[Flowable]:
    """Return closing, room to sign, name and enclosures, kept on one page where they are not many."""
    close = ParagraphStyle("close", body, spaceBefore=_SIZE * 0.4, spaceAfter=0)
    line = look.glyphs.line
    solid: list[Flowable] = [Para(line(data.closing or look.words("closing")), close)]
    if data.on_behalf:
        solid.append(Para(line(look.words("on_behalf")), close))
    solid.append(gap(_SIGNATURE))
    plain = ParagraphStyle("signed", body, spaceAfter=0, hyphenationLang="")
    unit = data.writer.unit if data.signed_by == data.writer.name else ""
    solid += [Para(line(text), plain) for text in (data.signed_by, unit) if look.glyphs.text(text)]
    if data.enclosures:
        label = look.words("enclosure_one" if len(data.enclosures) == 1 else "enclosure_many")
        listed = [f"<b>{line(label)}</b>", *(line(text) for text in data.enclosures)]
        small = ParagraphStyle("enclosures", plain, spaceBefore=_SIZE * 1.6)
        solid.append(Para("<br/>".join(listed), small))
    return together(solid, width=WIDTH, at_most=_END)


def _sheet(data: Letter, subject: str, look: Look) -> Sheet:
    text, words = look.glyphs.text, look.words
    date = look.day(data.dated)
    return Sheet(
        later=text(words("continued", subject=subject, name=data.recipient, date=date)),
        remark=words("demo") if data.head.demo else "",
        counter=words("counter", page="{page}", pages="{pages}"),
        marks=data.marks,
    )


def _remarks(data: Letter, address: Fitted, look: Look) -> tuple[str, ...]:
    name = data.recipient or formats.NO_BREAK
    out = []
    if not data.arrives:
        out.append(look.words("no_address", name=name))
    if address.left_out:
        out.append(look.words("shortened", name=name, lines=", ".join(address.left_out)))
    if not data.paragraphs:
        out.append(look.words("no_text", name=name))
    return tuple(out)

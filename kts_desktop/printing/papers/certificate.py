"""Certificates of participation: one page a person, with a line to sign."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from kts_desktop.printing import formats
from kts_desktop.printing.book import bound
from kts_desktop.printing.fitting import LEADING, fit
from kts_desktop.printing.flowables import Flowable, PageBreak, mm
from kts_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD
from kts_desktop.printing.look import NAMELESS, Look
from kts_desktop.printing.paper import Paper, Progress, no_progress
from kts_desktop.printing.pen import Pen, Run
from kts_desktop.printing.spans import days
from kts_desktop.printing.theme import ACCENT, INK, LEFT, LINE, MUTED, PAGE_HEIGHT, PAGE_WIDTH, RIGHT
from kts_desktop.printing.tiles import Tile, Tiles, bare_page, lone_sentence
from kts_desktop.printing.words.certificate import TEXTS
from kts_desktop.services.certificate_paper import Certificate, CertificateData

_ROOM = PAGE_WIDTH - LEFT - RIGHT
_TOP, _SIGN, _FOOT = PAGE_HEIGHT - 42 * mm, 52 * mm, 15 * mm
_MOST_TOPICS = 12
_HOUR = 60
_LINE = 68 * mm  # to sign on


@dataclass(slots=True)
class _Column:
    """Texts one below the other; ``y`` is where the next begins."""

    pen: Pen
    y: float

    def put(
        self, tag: str, text: str, font: str, sizes: Sequence[float], *, lines: int = 1, after: float = 0
    ) -> None:
        """Write a text in the largest size that fits, and go below it by ``after`` millimetres."""
        found = fit(text, font, room=_ROOM, sizes=sizes, lines=lines)
        colour = ACCENT if tag == "H1" else INK if font != REGULAR else MUTED
        step = found.size * LEADING
        rows = enumerate(found.lines, start=1)
        self.pen.write(
            tag, [Run(LEFT, self.y - row * step, line, font, found.size, colour) for row, line in rows]
        )
        self.y -= found.height + after * mm


def render(data: CertificateData, *, progress: Progress = no_progress) -> Paper:
    """Return one page a person; where nobody attended, a page that says so."""
    look = Look(data.head.language, data.head.taken, texts=TEXTS)
    story: list[Flowable] = []
    for one in data.certificates:
        tile = Tile(0, 0, PAGE_WIDTH, PAGE_HEIGHT, partial(_paint, one, data, look))
        story += [Tiles([tile], look.words("certificate")), PageBreak()]
    return bound(
        story[:-1] or lone_sentence(look, "nobody", "nobody_text", event=data.event.title),
        look,
        data.head,
        title=look.words("certificates", event=data.event.title),
        templates=[bare_page()],
        progress=progress,
    )


def _paint(one: Certificate, data: CertificateData, look: Look, pen: Pen, *_size: float) -> None:
    """Write one certificate from the top; the line to sign has a fixed place."""
    text, event = look.glyphs.text, data.event
    column = _Column(pen, PAGE_HEIGHT - 22 * mm)
    column.put("P", text(data.head.office.name), SEMIBOLD, (11, 10, 9), lines=2)
    column.y = _TOP
    pen.box((LEFT, _TOP), (14 * mm, 1.6), fill=ACCENT)
    column.y -= 4 * mm
    column.put("H1", look.words("certificate"), BOLD, (30, 27), after=14)
    column.put("P", text(one.name) or NAMELESS, BOLD, (26, 24, 22, 20, 18, 16), lines=2, after=1)
    column.put("P", text(one.body), REGULAR, (13, 12, 11), lines=2, after=9)
    column.put("P", look.words("took_part"), REGULAR, (12,), after=3)
    column.put("P", text(event.title), BOLD, (19, 17, 15, 13), lines=4, after=2)
    when = days(event.starts_at, event.ends_at, look.language)
    where = ", ".join(part for part in (event.venue, event.venue_address) if part)
    column.put(
        "P",
        text(" · ".join(part for part in (when, where) if part)),
        SEMIBOLD,
        (12, 11, 10),
        lines=3,
        after=2,
    )
    column.put("P", _duration(one.minutes, look), SEMIBOLD, (12,), after=9)
    _topics(one, look, column)
    _signature(data, look, pen)


def _duration(minutes: int, look: Look) -> str:
    """Return hours where they are whole or half, else minutes; nothing where it is not known."""
    if not minutes:
        return ""
    if minutes == _HOUR:
        return look.words("hour")
    if minutes > _HOUR and minutes % (_HOUR // 2) == 0:
        hours = f"{minutes / _HOUR:g}"
        return look.words("hours", hours=hours.replace(".", ",") if look.language == "de" else hours)
    return look.words("minutes", minutes=minutes)


def _topics(one: Certificate, look: Look, column: _Column) -> None:
    """Write what the person took part in, as far as there is room above the signature."""
    if not one.topics:
        return
    column.put("H2", look.words("topics"), BOLD, (13,), after=1.5)
    for place, topic in enumerate(one.topics):
        rest = len(one.topics) - place
        if rest > 1 and (place == _MOST_TOPICS or column.y < _SIGN + 34 * mm):
            column.put("P", look.words("more", count=rest), REGULAR, (11,))
            return
        column.put(
            "P", f"\u2013 {look.glyphs.text(topic)}", REGULAR, (11, 10.5, 10, 9.5, 9), lines=2, after=0.8
        )


def _signature(data: CertificateData, look: Look, pen: Pen) -> None:
    """Draw the two lines at the foot: place and date, and the signature with the name below."""
    text, right = look.glyphs.text, PAGE_WIDTH - RIGHT - _LINE
    pen.lines([(LEFT, _SIGN, LEFT + _LINE, _SIGN), (right, _SIGN, right + _LINE, _SIGN)], LINE, 0.6)
    day = formats.day(data.head.taken.date(), look.language)
    if data.place:
        dated = fit(
            text(look.words("dated", place=data.place, day=day)), REGULAR, room=_LINE, sizes=(11, 10, 9, 8)
        )
        pen.write("P", [Run(LEFT, _SIGN + 2 * mm, line, REGULAR, dated.size) for line in dated.lines])
    pen.write("P", [Run(LEFT, _SIGN - 5 * mm, look.words("dated_bare"), REGULAR, 9.5, MUTED)])
    pen.write("P", [Run(right, _SIGN - 5 * mm, look.words("signature"), REGULAR, 9.5, MUTED)])
    if data.head.demo:
        pen.write("P", [Run(LEFT, _FOOT, look.words("demo"), SEMIBOLD, 8.5, MUTED)])

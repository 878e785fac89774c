"""Name badges on sheets of labels: the given name large, the surname whole, the role by bar and letter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from reportlab.lib.colors import Color

from kts_desktop.printing import formats
from kts_desktop.printing.book import bound
from kts_desktop.printing.fitting import LEADING, Fit, fit, fit_whole
from kts_desktop.printing.flowables import mm
from kts_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD, clipped, width
from kts_desktop.printing.look import Look
from kts_desktop.printing.paper import Paper, Progress, no_progress
from kts_desktop.printing.pen import Pen, Run
from kts_desktop.printing.sheets import SHEETS
from kts_desktop.printing.theme import ACCENT, INK, MID, MUTED, PAPER, PINE, PLUM, RUST
from kts_desktop.printing.tiles import Paint, bare_page, label_pages, lone_sentence
from kts_desktop.printing.words.badges import TEXTS
from kts_desktop.services.badges_paper import Badge, BadgesData

_USUAL = (80 * mm, 50 * mm)  # for which the sizes below are meant; larger badges take larger type
_UPRIGHT = 64 * mm  # the same for the width of upright ones
_GIVEN, _GIVEN_LONG = (24, 22, 20, 18, 16), (20, 18, 16, 14, 12, 10)  # on one line, on up to three
_FAMILY, _BODY = (17, 15, 13, 11.5, 10, 9), (11, 10, 9, 8)
_DEGREE, _EVENT = 11, 7.5
_SHARE = 0.62  # of the height is the most a given name takes where a surname follows
_CAPITAL = 0.66  # height of a capital letter, of the type's size
_CODE, _CODE_QUIET = 17 * mm, 17 * mm * 4 / 29
_BAR, _GAP, _ROUND = 7.5 * mm, 4 * mm, 1.2 * mm
_MARK, _ABOVE_MARK = 4.6 * mm, 2 * mm
_COLOURS: dict[str, tuple[Color, Color]] = {  # of the bar and of what stands on it
    "participant": (MID, INK),
    "speaker": (RUST, PAPER),
    "facilitator": (PLUM, PAPER),
    "host": (ACCENT, PAPER),
    "organiser": (PINE, PAPER),
    "press": (INK, PAPER),
}

_LETTERS = {
    "participant": "letter_participant",
    "speaker": "letter_speaker",
    "facilitator": "letter_facilitator",
    "host": "letter_host",
    "organiser": "letter_organiser",
    "press": "letter_press",
}


def render(data: BadgesData, *, progress: Progress = no_progress) -> Paper:
    """Return the sheets; where no badge is wanted, a page that says so."""
    look = Look(data.head.language, data.head.taken, texts=TEXTS)
    date = formats.day(data.held_on.date(), look.language)
    dress = _Dress(look, look.glyphs.text(data.event), date, SHEETS[data.use.sheet].air * mm)
    paints: list[tuple[str, Paint]] = [
        (
            look.glyphs.text(badge.family_name or badge.given_name),
            partial(_paint, badge, dress if place else replace(dress, tells_event=True)),
        )
        for place, badge in enumerate(data.badges)
    ]
    story = label_pages(data.use, paints, partial(_sheet_title, look))
    made = bound(
        story or lone_sentence(look, "nobody", "nobody_text", event=data.event),
        look,
        data.head,
        title=look.words("badges", event=data.event),
        templates=[bare_page()],
        progress=progress,
    )
    return replace(made, remarks=tuple(_remarks(data, look)))


def _remarks(data: BadgesData, look: Look) -> Iterator[str]:
    """Yield what to know before the sheets are used up."""
    if data.printed_last is not None:
        key = "again_one" if data.again == 1 else "again"
        moment = formats.moment(data.printed_last, look.language)
        yield look.words(key, count=data.again, moment=moment)
    if data.left_out:
        yield look.words("left_out", count=data.left_out)


def _sheet_title(look: Look, number: int, first: str, last: str) -> str:
    return look.words("sheet", number=number, first=first, last=last)


@dataclass(frozen=True, slots=True)
class _Dress:
    """What all badges of a run share: words, event and date, the air around."""

    look: Look
    event: str
    date: str
    air: float
    tells_event: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """The room of the texts on one badge, and by how much type grows."""

    left: float
    top: float
    right: float
    bottom: float
    scale: float = 1.0

    @property
    def width(self) -> float:
        """Return the width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return the height."""
        return self.top - self.bottom

    def sizes(self, sizes: Sequence[float]) -> tuple[float, ...]:
        """Return sizes for this badge."""
        return tuple(size * self.scale for size in sizes)


def _paint(badge: Badge, dress: _Dress, pen: Pen, wide: float, high: float) -> None:
    """Paint one badge: the bar at the left, or at the top of an upright one."""
    place, bar = _places(dress.air, wide, high)
    ground, ink = _COLOURS.get(badge.role, (MUTED, PAPER))
    pen.box((bar.left, bar.bottom), (bar.width, bar.height), fill=ground, radius=_ROUND)
    _event_line(dress, pen, place)
    line = (_EVENT + 5) * place.scale
    top = place.top - line - (place.height * 0.14 if high > wide else 0)
    foot = place.bottom + (_MARK + _ABOVE_MARK if badge.no_photo else 0)
    below = place.width - (_CODE - _CODE_QUIET if badge.code else 0)
    body = fit(
        dress.look.glyphs.text(badge.body),
        SEMIBOLD,
        room=below,
        sizes=place.sizes(_BODY),
        lines=3,
        height=(top - foot) * 0.36,
    )
    ground_line = max(foot + body.height, place.bottom + _CODE - _CODE_QUIET if badge.code else 0)
    _names(badge, dress, pen, _Place(place.left, top, place.right, ground_line, place.scale))
    _upwards(body, pen, (place.left, foot))
    _role(badge, dress.look, pen, bar, ink)
    if badge.no_photo:
        _photo_mark(dress.look, pen, place)
    if badge.code:
        at = (place.right - _CODE + _CODE_QUIET, place.bottom - _CODE_QUIET)
        pen.code(badge.code, at, _CODE, dress.look.words("code"))


def _places(air: float, wide: float, high: float) -> tuple[_Place, _Place]:
    """Return where the texts stand, and where the bar."""
    right, top = wide - air, high - air
    if high > wide:
        scale = wide / _UPRIGHT
        edge = top - _BAR * scale
        return _Place(air, edge - _GAP, right, air, scale), _Place(air, top, right, edge)
    scale = min(wide / _USUAL[0], high / _USUAL[1])
    return _Place(air + _BAR + _GAP, top, right, air, scale), _Place(air, top, air + _BAR, air)


def _event_line(dress: _Dress, pen: Pen, place: _Place) -> None:
    """Write event and date small at the top: read on the first badge, a repetition on all others."""
    size, date = _EVENT * place.scale, f" · {dress.date}"
    name = clipped(dress.event, REGULAR, size, place.width - width(date, REGULAR, size))
    runs = [Run(place.left, place.top - size * _CAPITAL, name + date, REGULAR, size, MUTED)]
    if dress.tells_event:
        pen.write("P", runs)
        return
    with pen.aside("Pagination"):
        pen.write("P", runs)


def _names(badge: Badge, dress: _Dress, pen: Pen, place: _Place) -> None:
    """Write the name as a heading: degree small and given name large, the surname below."""
    text, small = dress.look.glyphs.text, _DEGREE * place.scale
    degree = clipped(text(badge.degree), REGULAR, small, place.width / 2)
    indent = width(f"{degree} ", REGULAR, small) if degree else 0.0
    given = _given(text(badge.given_name), place, indent, _SHARE if badge.family_name else 1.0)
    y = place.top
    runs = [Run(place.left, y - given.size * _CAPITAL, degree, REGULAR, small)] if degree else []
    for row, line in enumerate(given.lines):
        y -= given.size * (LEADING if row else _CAPITAL)
        runs.append(Run(place.left + (0 if row else indent), y, line, BOLD, given.size))
    y -= given.size * 0.2
    left = y - place.bottom
    family = fit(
        text(badge.family_name), REGULAR, room=place.width, sizes=place.sizes(_FAMILY), lines=3, height=left
    )
    for line in family.lines:
        y -= family.size * (LEADING - 0.12 if line is family.lines[0] else LEADING)
        runs.append(Run(place.left, y, line, REGULAR, family.size))
    pen.write("H1", runs)


def _given(text: str, place: _Place, indent: float, share: float) -> Fit:
    room = place.width - indent
    whole = fit_whole(text, BOLD, room=room, sizes=place.sizes(_GIVEN))
    sizes = place.sizes(_GIVEN_LONG)
    return whole or fit(text, BOLD, room=room, sizes=sizes, lines=3, height=place.height * share)


def _upwards(body: Fit, pen: Pen, at: tuple[float, float]) -> None:
    """Write lines whose last one stands at a place."""
    rows = enumerate(reversed(body.lines))
    runs = [
        Run(at[0], at[1] + (row * LEADING + 0.05) * body.size, line, SEMIBOLD, body.size, MUTED)
        for row, line in rows
    ]
    pen.write("P", runs[::-1])


def _role(badge: Badge, look: Look, pen: Pen, bar: _Place, ink: Color) -> None:
    """Write the role into its bar, and its letter, which is a repetition for those who see."""
    letter, label = _letter(badge, look), look.glyphs.text(badge.role_label)
    upright = bar.width > bar.height
    thick = bar.height if upright else bar.width
    size = thick * 0.72
    wide = width(letter, BOLD, size)
    x = bar.left + (4 * mm if upright else (thick - wide) / 2)
    y = bar.bottom + (thick - size * _CAPITAL) / 2 if upright else bar.top - 2 * mm - size * _CAPITAL
    with pen.aside("Layout"):
        pen.write("P", [Run(x, y, letter, BOLD, size, ink)])
    length = (bar.width if upright else bar.height) - size - 8 * mm
    found = fit(label, SEMIBOLD, room=length, sizes=tuple(thick * share for share in (0.42, 0.36, 0.3)))
    line, middle = "".join(found.lines), (thick - found.size * _CAPITAL) / 2
    if upright:
        x = bar.right - 4 * mm - width(line, SEMIBOLD, found.size)
        pen.write("P", [Run(x, bar.bottom + middle, line, SEMIBOLD, found.size, ink)])
        return
    with pen.turned((bar.left + thick - middle, bar.bottom + 2.5 * mm), 90):
        pen.write("P", [Run(0, 0, line, SEMIBOLD, found.size, ink)])


def _letter(badge: Badge, look: Look) -> str:
    key = _LETTERS.get(badge.role)
    return look.words(key) if key else look.glyphs.text(badge.role_label)[:1].upper()


def _photo_mark(look: Look, pen: Pen, place: _Place) -> None:
    """Draw a crossed-out camera and the words, light on dark so that a photographer sees it from afar."""
    words, size, pad = look.words("no_photo"), 8.0, 1.4 * mm
    left, foot, icon = place.left, place.bottom, 4.4 * mm
    long = width(words, BOLD, size) + icon + 3 * pad
    pen.box((left, foot), (long, _MARK), fill=INK, radius=0.9 * mm)
    x, y = left + pad, foot + _MARK / 2
    pen.box((x, y - 1.3 * mm), (icon, 2.5 * mm), line=PAPER, radius=0.4 * mm)
    pen.box((x + 1.4 * mm, y + 1.2 * mm), (1.6 * mm, 0.5 * mm), fill=PAPER)
    pen.circle((x + icon / 2, y), 0.75 * mm, PAPER, 0.8)
    pen.lines([(x - 0.3 * mm, y - 1.8 * mm, x + icon + 0.3 * mm, y + 1.8 * mm)], PAPER, 1.1)
    pen.write("P", [Run(x + icon + pad, y - size * _CAPITAL / 2, words, BOLD, size, PAPER)])

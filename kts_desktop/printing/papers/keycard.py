"""The printed key card: one sheet with name, digits large enough to read aloud, a code, four sentences."""

from functools import partial

from kts_desktop.printing import formats
from kts_desktop.printing.book import bound
from kts_desktop.printing.fitting import LEADING, fit
from kts_desktop.printing.flowables import mm
from kts_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD
from kts_desktop.printing.look import NAMELESS, Look
from kts_desktop.printing.paper import Paper, Progress, no_progress
from kts_desktop.printing.pen import Pen, Run
from kts_desktop.printing.theme import ACCENT, FILL, INK, LEFT, LINE, MUTED, PAGE_HEIGHT, PAGE_WIDTH, WIDTH
from kts_desktop.printing.tiles import Tile, Tiles, bare_page
from kts_desktop.printing.words.keycard import TEXTS
from kts_desktop.services.keycard_paper import Keycard

_IN_A_ROW = 4  # groups
_DIGITS = 31.0
_BOX = 58 * mm
_CODE = 52 * mm
_STEPS = ("how_1", "how_2", "how_3", "how_4")


def render(data: Keycard, *, progress: Progress = no_progress) -> Paper:
    """Return the sheet: the same data gives the same bytes."""
    look = Look(data.head.language, data.head.taken, texts=TEXTS)
    title = look.words("title", name=data.person)
    tile = Tile(0, 0, PAGE_WIDTH, PAGE_HEIGHT, partial(_paint, data, look))
    page = Tiles([tile], look.glyphs.text(title))
    return bound([page], look, data.head, title=title, templates=[bare_page()], progress=progress)


def _paint(data: Keycard, look: Look, pen: Pen, _wide: float, high: float) -> None:
    y = _names(data, look, pen, high - 24 * mm)
    y = _digits(data, look, pen, y - 14 * mm)
    _what_to_do(data, look, pen, y - 14 * mm)
    stamp = look.words("as_at", moment=formats.moment(data.head.taken, look.language))
    foot = f"{stamp} · {look.words('demo')}" if data.head.demo else stamp
    pen.write("P", [Run(LEFT, 20 * mm, look.glyphs.text(foot), REGULAR, 8.5, MUTED)])


def _names(data: Keycard, look: Look, pen: Pen, y: float) -> float:
    """Write whose card it is, and return where it ends."""
    text, words = look.glyphs.text, look.words
    pen.write("P", [Run(LEFT, y, words("keycard"), SEMIBOLD, 11, MUTED)])
    person = text(data.person).strip() or NAMELESS
    name = fit(person, BOLD, room=WIDTH, sizes=(26, 22, 18), lines=2)
    y -= 12 * mm
    runs = [
        Run(LEFT, y - row * name.size * LEADING, line, BOLD, name.size, ACCENT)
        for row, line in _rows(name.lines)
    ]
    pen.write("H1", runs)
    y -= max(len(runs) - 1, 0) * name.size * LEADING + 10 * mm
    for key, said in (("laptop", data.laptop), ("office", data.head.office.name)):
        told = text(said).strip()
        if told:
            line = fit(words(key, name=told), REGULAR, room=WIDTH, sizes=(13, 12, 11))
            pen.write("P", [Run(LEFT, y, one, REGULAR, line.size) for one in line.lines])
            y -= 7 * mm
    return y


def _digits(data: Keycard, look: Look, pen: Pen, y: float) -> float:
    """Write the groups in two rows, as they are read aloud, and return where their box ends."""
    pen.write("H2", [Run(LEFT, y, look.words("identifier"), BOLD, 14, ACCENT)])
    top = y - 5 * mm
    pen.box((LEFT, top - _BOX), (WIDTH, _BOX), fill=FILL, line=LINE, radius=2 * mm)
    column = WIDTH / _IN_A_ROW
    runs = []
    for place, group in enumerate(data.groups):
        row, across = divmod(place, _IN_A_ROW)
        x = LEFT + column * (across + 0.5)
        base = top - 23 * mm - row * 23 * mm
        runs.append(Run(x, base, f"{group:05d}", BOLD, _DIGITS, INK).centred())
    pen.write("P", runs)
    return top - _BOX


def _what_to_do(data: Keycard, look: Look, pen: Pen, y: float) -> None:
    """Write the sentences with the code at their right."""
    words = look.words
    room = WIDTH - _CODE - 10 * mm
    pen.write("H2", [Run(LEFT, y, words("how"), BOLD, 14, ACCENT)])
    top, y = y, y - 9 * mm
    for number, words_of_step in enumerate(map(words, _STEPS), start=1):
        found = fit(words_of_step, REGULAR, room=room - 6 * mm, sizes=(11,), lines=5)
        runs = [Run(LEFT, y, f"{number}.", SEMIBOLD, 11, ACCENT)]
        runs += [Run(LEFT + 6 * mm, y - row * 15, line, REGULAR, 11) for row, line in _rows(found.lines)]
        pen.write("P", runs)
        y -= len(found.lines) * 15 + 6
    digits = " ".join(f"{group:05d}" for group in data.groups)
    left = LEFT + WIDTH - _CODE
    pen.code(digits, (left, top - _CODE), _CODE, words("code"))
    pen.write(
        "P", [Run(left + _CODE / 2, top - _CODE - 4 * mm, words("code_below"), REGULAR, 9, MUTED).centred()]
    )


def _rows(lines: tuple[str, ...]) -> "enumerate[str]":
    return enumerate(lines)

"""The calibration page: a cross on each corner of each label, and a scale of 100 millimetres."""

from functools import partial

from kts_desktop.printing import formats
from kts_desktop.printing.book import bound
from kts_desktop.printing.fitting import fit
from kts_desktop.printing.flowables import mm
from kts_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD
from kts_desktop.printing.look import Look
from kts_desktop.printing.paper import Paper, Progress, no_progress
from kts_desktop.printing.pen import Pen, Run
from kts_desktop.printing.sheets import PAGE, SHEETS, Sheet
from kts_desktop.printing.theme import ACCENT, INK, LINE, MUTED, PAPER
from kts_desktop.printing.tiles import Tile, Tiles, bare_page
from kts_desktop.printing.words.calibration import TEXTS
from kts_desktop.services.calibration_paper import CalibrationData

_ARM = 2.5  # of a cross, in mm
_BOX = (120.0, 88.0)  # of the text, in mm
_SCALE = 100
_STEPS = ("how_1", "how_2", "how_3", "how_4")


def render(data: CalibrationData, *, progress: Progress = no_progress) -> Paper:
    """Return the page."""
    look = Look(data.head.language, data.head.taken, texts=TEXTS)
    title = look.words("calibration", size=_size(SHEETS[data.use.sheet], look))
    tile = Tile(0, 0, PAGE[0] * mm, PAGE[1] * mm, partial(_text, data, look))
    page = Tiles([tile], title, below=partial(_crosses, data))
    return bound([page], look, data.head, title=title, templates=[bare_page()], progress=progress)


def _size(sheet: Sheet, look: Look) -> str:
    width, height = (f"{length:g}" for length in (sheet.width, sheet.height))
    if look.language == "de":
        width, height = width.replace(".", ","), height.replace(".", ",")
    text = look.words("size", width=width, height=height, columns=sheet.columns, rows=sheet.rows)
    return text.replace(" ", formats.NO_BREAK)


def _crosses(data: CalibrationData, pen: Pen, _wide: float, high: float) -> None:
    sheet = SHEETS[data.use.sheet]
    ends: dict[tuple[float, float, float, float], None] = {}
    for place in range(sheet.count):
        left, top = sheet.spot(place)
        for x in (left, left + sheet.width):
            for y in (top, top + sheet.height):
                at_x = (x + data.use.shift_x / 10) * mm
                at_y = high - (y + data.use.shift_y / 10) * mm
                arm = _ARM * mm
                ends[at_x - arm, at_y, at_x + arm, at_y] = None
                ends[at_x, at_y - arm, at_x, at_y + arm] = None
    pen.lines(list(ends), INK, 0.25)


def _text(data: CalibrationData, look: Look, pen: Pen, wide: float, high: float) -> None:
    """Write what to do in a box in the middle, with the scale below."""
    box = (_BOX[0] * mm, _BOX[1] * mm)
    left, foot = (wide - box[0]) / 2, (high - box[1]) / 2
    pen.box((left, foot), box, fill=PAPER, line=LINE, radius=2 * mm)
    x, y = left + 8 * mm, foot + box[1] - 12 * mm
    room = box[0] - 16 * mm
    title = look.words("calibration", size=_size(SHEETS[data.use.sheet], look))
    name = fit(look.glyphs.text(title), BOLD, room=room, sizes=(16, 14, 12))
    pen.write("H1", [Run(x, y, line, BOLD, name.size, ACCENT) for line in name.lines])
    y -= 8 * mm
    for words in map(look.words, _STEPS):
        found = fit(words, REGULAR, room=room, sizes=(10,), lines=3)
        runs = [Run(x, y - row * 13, line, REGULAR, 10) for row, line in enumerate(found.lines)]
        pen.write("P", runs)
        y -= len(runs) * 13 + 4
    shift = look.words("shift", x=data.use.shift_x, y=data.use.shift_y).replace("-", "\u2212")
    told = fit(shift, SEMIBOLD, room=room, sizes=(9.5, 9, 8.5))
    pen.write("P", [Run(x, y - 3, line, SEMIBOLD, told.size, MUTED) for line in told.lines])
    size = (_SCALE * mm, 8 * mm)
    pen.figure(((wide - size[0]) / 2, foot + 5 * mm), size, _scale, look.words("scale"))


def _scale(pen: Pen) -> None:
    """Draw the scale: a stroke each millimetre, longer ones at fives and tens, numbers at the tens."""
    foot = 4 * mm
    ends = [(0.0, foot, _SCALE * mm, foot)]
    for at in range(_SCALE + 1):
        length = 4 if at % 10 == 0 else 2.8 if at % 5 == 0 else 1.6
        ends.append((at * mm, foot, at * mm, foot + length * mm))
    pen.lines(ends, INK, 0.3)
    for at in range(0, _SCALE + 1, 10):
        pen.write("P", [Run(at * mm, 0.6 * mm, str(at), REGULAR, 8, MUTED).centred()])

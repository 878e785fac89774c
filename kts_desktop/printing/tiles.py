"""Pages made of tiles, such as labels or signs: each tile is a section of its own for a reader."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Frame, PageBreak, PageTemplate

from kts_desktop.printing.fitting import fit
from kts_desktop.printing.fonts import BOLD, REGULAR
from kts_desktop.printing.look import Look
from kts_desktop.printing.pen import Pen, Run
from kts_desktop.printing.sheets import SHEETS, dealt
from kts_desktop.printing.tagged.canvas import TaggedCanvas
from kts_desktop.printing.tagged.structure import Node
from kts_desktop.printing.tagged.text import Outline
from kts_desktop.printing.theme import ACCENT, PAGE_HEIGHT
from kts_desktop.services.sheet_options import SheetUse

Paint = Callable[[Pen, float, float], None]


@dataclass(frozen=True, slots=True)
class Tile:
    """One place of a page, in points from the lower left corner, and what is painted there."""

    x: float
    y: float
    width: float
    height: float
    paint: Paint


class Tiles(Flowable):
    """One page of tiles; ``title`` is its bookmark, ``below`` is painted first, as an artifact."""

    canv: TaggedCanvas

    def __init__(self, tiles: Sequence[Tile], title: str, *, below: Paint | None = None) -> None:
        super().__init__()
        self._tiles, self._below = tiles, below
        self.outline = Outline(0, title, in_contents=False)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the whole page."""
        self.width, self.height = width, height
        return width, height

    def draw(self) -> None:
        """Paint the tiles."""
        canvas = self.canv
        pen = Pen(canvas)
        if self._below is not None:
            self._below(pen, self.width, self.height)
        for tile in self._tiles:
            canvas.tree.open.append(canvas.tree.resolve((Node("Sect"),)))
            canvas.saveState()
            canvas.translate(tile.x, tile.y)
            tile.paint(pen, tile.width, tile.height)
            canvas.restoreState()
            canvas.tree.open.pop()


def label_pages(
    use: SheetUse, paints: Sequence[tuple[str, Paint]], title: Callable[[int, str, str], str]
) -> list[Flowable]:
    """Return the pages of label sheets; ``title`` names a sheet by number, first and last of its labels."""
    out: list[Flowable] = []
    for number, page in enumerate(dealt(paints, SHEETS[use.sheet], start=use.start), start=1):
        tiles = [_tile(use, place, paint) for place, (_, paint) in page]
        out += [Tiles(tiles, title(number, page[0][1][0], page[-1][1][0])), PageBreak()]
    return out[:-1]


def lone_sentence(look: Look, title: str, sentence: str, **values: object) -> list[Flowable]:
    """Return the page of a paper that has nothing to show: ``title`` and ``sentence`` are keys of words."""
    name, said = look.words(title, **values), look.words(sentence, **values)

    def paint(pen: Pen, wide: float, high: float) -> None:
        room, top = wide - 50 * mm, high - 40 * mm
        pen.write("H1", [Run(25 * mm, top, look.glyphs.text(name), BOLD, 16, ACCENT)])
        found = fit(look.glyphs.text(said), REGULAR, room=room, sizes=(11,), lines=12)
        rows = enumerate(found.lines, start=2)
        pen.write("P", [Run(25 * mm, top - row * 15, line, REGULAR, found.size) for row, line in rows])

    return [Tiles([Tile(0, 0, A4[0], A4[1], paint)], look.glyphs.text(name))]


def bare_page() -> PageTemplate:
    """Return an A4 page without margins, header and footer: all of it belongs to the tiles."""
    frame = Frame(0, 0, A4[0], A4[1], 0, 0, 0, 0)
    return PageTemplate("bare", [frame])


def _tile(use: SheetUse, place: int, paint: Paint) -> Tile:
    sheet = SHEETS[use.sheet]
    left, top = sheet.spot(place)
    x, y = left + use.shift_x / 10, top + use.shift_y / 10
    width, height = sheet.width * mm, sheet.height * mm
    return Tile(x * mm, PAGE_HEIGHT - y * mm - height, width, height, paint)

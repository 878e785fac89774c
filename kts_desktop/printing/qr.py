"""QR codes as one path each: level M, with the quiet zone the standard asks for."""

from collections.abc import Iterator
from functools import lru_cache

from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

from kts_desktop.printing.tagged.canvas import TaggedCanvas
from kts_desktop.printing.tagged.squares import rectangles
from kts_desktop.printing.theme import INK

QUIET = 4  # modules left white on every side
_KEPT = 1_000
_SMALLEST = 20  # capital letters and digits that the smallest code takes at level M
_PATTERN = 3  # of the eight masks; random letters look the same under any of them


class QrCode(Flowable):
    """A QR code with its quiet zone, in a square of ``size`` points."""

    canv: TaggedCanvas

    def __init__(self, text: str, size: float) -> None:
        super().__init__()
        self._text = text
        self.width = self.height = size

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take the fixed size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the dark modules as one path."""
        canvas = self.canv
        path, modules = shape(self._text)
        canvas.saveState()
        canvas.scale(self.width / modules, self.height / modules)
        canvas.setFillColor(INK)
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.restoreState()


@lru_cache(_KEPT)
def shape(text: str) -> tuple[PDFPathObject, int]:
    """Return the dark modules as rectangles, and how many modules wide the code is with its quiet zone.

    The path has a unit of one module and its origin at the lower left corner of the quiet zone.
    """
    rows = matrix(text)
    return rectangles(_runs(rows)), len(rows) + 2 * QUIET


def _runs(rows: tuple[tuple[int, ...], ...]) -> Iterator[tuple[int, int, int, int]]:
    """Yield each run of dark modules in a row as a rectangle."""
    for number, row in enumerate(rows):
        y = len(rows) - 1 - number + QUIET
        start = None
        for x, dark in enumerate([*row, 0]):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                yield start + QUIET, y, x - start, 1
                start = None


def matrix(text: str) -> tuple[tuple[int, ...], ...]:
    """Return the modules of a code, row by row from the top; dark ones are 1."""
    import segno  # noqa: PLC0415 - most papers hold no code

    if (
        len(text) == _SMALLEST and text.isalnum() and text.isupper()
    ):  # a random id: spare the search for a mask
        made = segno.make_qr(text, version=1, error="m", mask=_PATTERN, boost_error=False)
    else:
        made = segno.make_qr(text, error="m")
    return tuple(tuple(1 if module else 0 for module in row) for row in made.matrix)

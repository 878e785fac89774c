"""QR codes, drawn as one cached path: a random id, a file number or a place, never personal data."""

from functools import lru_cache

from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

from kts_desktop.printing.tagged.canvas import TaggedCanvas
from kts_desktop.printing.theme import INK

_QUIET = 4  # modules of white around the code
_KEPT = 64


class Code(Flowable):
    """A QR code of level M with its quiet zone, as wide and high as ``size`` points."""

    canv: TaggedCanvas

    def __init__(self, text: str, size: float) -> None:
        super().__init__()
        self._text, self._size = text, size

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take the fixed size."""
        self.width = self.height = self._size
        return self.width, self.height

    def draw(self) -> None:
        """Draw the dark modules."""
        path, modules = _path(self._text)
        canvas = self.canv
        canvas.saveState()
        canvas.scale(self._size / modules, self._size / modules)
        canvas.setFillColor(INK)
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.restoreState()


@lru_cache(maxsize=_KEPT)
def _path(text: str) -> tuple[PDFPathObject, int]:
    """Return the modules as runs of one row each, and how many there are along a side."""
    import segno  # noqa: PLC0415 - most papers hold no code

    rows = [list(row) for row in segno.make(text, error="m", micro=False).matrix]
    path, modules = PDFPathObject(), len(rows) + 2 * _QUIET
    for number, row in enumerate(rows):
        y, start = modules - _QUIET - number - 1, None
        for column, dark in enumerate([*row, 0]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                path.rect(_QUIET + start, y, column - start, 1)
                start = None
    return path, modules

"""Fills that differ in grey as well as in colour: solid, hatched, open, dotted, crossed."""

from enum import Enum
from functools import lru_cache

from reportlab.lib.colors import Color
from reportlab.pdfgen.pathobject import PDFPathObject

from kts_desktop.printing.tagged.canvas import TaggedCanvas
from kts_desktop.printing.theme import ACCENT, GREEN, INK, MID, PAPER, VIOLET, WARM

_PITCH = 4.2  # between hatches, in points
_DOT = 1.2


class Pattern(Enum):
    """The look of one series: a colour, and the strokes that tell it apart without colour."""

    SOLID = "solid"
    HATCHED = "hatched"
    OPEN = "open"
    DOTTED = "dotted"
    CROSSED = "crossed"
    PALE = "pale"

    @property
    def colour(self) -> Color:
        """Return the colour of edge and strokes."""
        return _COLOURS[self]

    @property
    def ink(self) -> Color:
        """Return the colour of a number that stands on the pattern."""
        return PAPER if self is Pattern.SOLID else INK

    @property
    def is_busy(self) -> bool:
        """Tell whether a number on it needs a clear ground."""
        return self in (Pattern.HATCHED, Pattern.DOTTED, Pattern.CROSSED)


SERIES = tuple(Pattern)
_COLOURS = {
    Pattern.SOLID: ACCENT,
    Pattern.HATCHED: WARM,
    Pattern.OPEN: INK,
    Pattern.DOTTED: GREEN,
    Pattern.CROSSED: VIOLET,
    Pattern.PALE: ACCENT,
}


def fill_box(
    canvas: TaggedCanvas, pattern: Pattern, box: tuple[float, float, float, float], *, edge: float = 0.7
) -> None:
    """Fill a box (left, bottom, width, height) with a pattern and its edge."""
    left, bottom, wide, high = box
    canvas.setStrokeColor(pattern.colour)
    canvas.setLineWidth(edge)
    canvas.setFillColor({Pattern.SOLID: ACCENT, Pattern.PALE: MID}.get(pattern, PAPER))
    canvas.rect(left, bottom, wide, high, stroke=1, fill=1)
    if pattern.is_busy:
        canvas.saveState()
        canvas.translate(left, bottom)
        canvas.setFillColor(pattern.colour)
        path = _strokes(pattern, round(wide, 1), round(high, 1))
        dots = pattern is Pattern.DOTTED
        canvas.drawPath(path, stroke=0 if dots else 1, fill=1 if dots else 0)
        canvas.restoreState()


@lru_cache(maxsize=512)
def _strokes(pattern: Pattern, wide: float, high: float) -> PDFPathObject:
    """Return the inner strokes of a box of this size as one path."""
    path = PDFPathObject()
    if pattern is Pattern.DOTTED:
        for row in range(int((high - _DOT) // (_PITCH * 0.75)) + 1):
            for column in range(int((wide - _DOT) // _PITCH) + 1):
                x = column * _PITCH + (_PITCH / 2 if row % 2 else 0) + 0.8
                if x + _DOT <= wide:
                    path.rect(x, row * _PITCH * 0.75 + 0.8, _DOT, _DOT)
        return path
    offset = _PITCH / 2
    while offset < wide + high:
        low, far = max(0.0, offset - high), min(offset, wide)
        path.moveTo(low, min(offset - low, high))
        path.lineTo(far, offset - far)
        if pattern is Pattern.CROSSED:  # the mirror image
            path.moveTo(wide - low, min(offset - low, high))
            path.lineTo(wide - far, offset - far)
        offset += _PITCH
    return path

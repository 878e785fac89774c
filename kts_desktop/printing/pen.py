"""Drawing at a given place, for labels and signs: each text is one element, all else is an artifact.

Lengths are points from the lower left corner of what is drawn on.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from kts_desktop.printing.fitting import SOFT_HYPHEN
from kts_desktop.printing.fonts import width
from kts_desktop.printing.qr import QrCode
from kts_desktop.printing.tagged.canvas import TaggedCanvas
from kts_desktop.printing.tagged.figure import Figure
from kts_desktop.printing.tagged.structure import Node
from kts_desktop.printing.theme import INK

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one type on one line, from its place on the base line."""

    x: float
    y: float
    text: str
    font: str
    size: float
    colour: Color = INK

    def centred(self) -> "Run":
        """Return the run with its middle where it began."""
        return replace(self, x=self.x - width(self.text, self.font, self.size) / 2)


class Pen:
    """Draws on a canvas; what it writes is read aloud in the order of writing."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas = canvas

    def write(self, tag: str, runs: Sequence[Run]) -> None:
        """Write runs as one element of the structure, such as ``P`` or ``H1``; nothing without text."""
        if not any(run.text.strip() for run in runs):
            return
        canvas = self._canvas
        if canvas.muted:
            self._put(runs)
            return
        canvas.begin_marked(canvas.tree.resolve((Node(tag),)))
        self._put(runs)
        canvas.end_marked()

    @contextmanager
    def aside(self, kind: str) -> Generator[None]:
        """Make what is written an artifact of a kind: ``Layout``, ``Page`` or ``Pagination``."""
        self._canvas.begin_artifact(kind)
        yield
        self._canvas.end_marked()

    @contextmanager
    def turned(self, at: Point, degrees: float) -> Generator[None]:
        """Turn the paper about a point, which becomes the origin."""
        self._canvas.saveState()
        self._canvas.translate(*at)
        self._canvas.rotate(degrees)
        yield
        self._canvas.restoreState()

    def box(
        self,
        at: Point,
        size: Point,
        *,
        fill: Color | None = None,
        line: Color | None = None,
        radius: float = 0,
    ) -> None:
        """Draw a rectangle from its lower left corner, filled or with a thin outline."""
        canvas = self._canvas
        if fill is not None:
            canvas.setFillColor(fill)
        if line is not None:
            canvas.setStrokeColor(line)
            canvas.setLineWidth(0.8)
        paint = {"stroke": int(line is not None), "fill": int(fill is not None)}
        if radius:
            canvas.roundRect(*at, *size, radius, **paint)
        else:
            canvas.rect(*at, *size, **paint)

    def lines(
        self, ends: Sequence[tuple[float, float, float, float]], colour: Color, thickness: float
    ) -> None:
        """Draw straight lines."""
        self._canvas.setStrokeColor(colour)
        self._canvas.setLineWidth(thickness)
        self._canvas.lines(list(ends))

    def circle(self, at: Point, radius: float, colour: Color, thickness: float) -> None:
        """Draw a circle."""
        self._canvas.setStrokeColor(colour)
        self._canvas.setLineWidth(thickness)
        self._canvas.circle(*at, radius, stroke=1, fill=0)

    def code(self, text: str, at: Point, size: float, alt: str) -> None:
        """Draw a QR code with its quiet zone as a figure; ``alt`` says what it is for."""
        self._picture(QrCode(text, size), at, alt)

    def figure(self, at: Point, size: Point, paint: "Callable[[Pen], None]", alt: str) -> None:
        """Draw a picture whose words are part of it; ``alt`` is read in their place."""
        self._picture(_Painted(paint, size), at, alt)

    def _picture(self, flowable: Flowable, at: Point, alt: str) -> None:
        figure = Figure(flowable, alt)
        figure.wrap(0, 0)
        figure.drawOn(self._canvas, *at)

    def _put(self, runs: Sequence[Run]) -> None:
        writer = self._canvas.beginText()
        for run in runs:
            writer.setFont(run.font, run.size)
            writer.setFillColor(run.colour)
            writer.setTextOrigin(run.x, run.y)
            writer.textOut(run.text if run.text.endswith(("-", SOFT_HYPHEN)) else run.text + " ")
        self._canvas.drawText(writer)


class _Painted(Flowable):
    """A picture drawn by a pen, from its lower left corner."""

    canv: TaggedCanvas

    def __init__(self, paint: Callable[[Pen], None], size: Point) -> None:
        super().__init__()
        self._paint = paint
        self.width, self.height = size

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        self._paint(Pen(self.canv))

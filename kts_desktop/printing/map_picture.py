"""The map of Germany with places on it: names where there is room, numbers and a legend where they crowd."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

from kts_desktop.printing.figures import draw_states, place, plane_size
from kts_desktop.printing.fonts import REGULAR, SEMIBOLD, clipped, width
from kts_desktop.printing.tagged.canvas import TaggedCanvas
from kts_desktop.printing.theme import ACCENT, GREEN, INK, LINE, MUTED, PAPER, VIOLET, WARM
from kts_desktop.services.snapshot import Position

Box = tuple[float, float, float, float]  # left, bottom, right, top
GROUP_COLOURS = (ACCENT, WARM, GREEN, VIOLET)
_CREDIT_SIZE = 7.0
_DOT = 3.0  # radius in points
_BODY = 5.2
_NAMED_AT_MOST = 14  # with more places all are numbered: names would hide the map
_DISTANCES = (7.0, 11.0, 16.0, 22.0, 29.0, 37.0, 46.0, 56.0, 68.0, 82.0, 98.0)
_DIRECTIONS = 16
_GUTTER = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A place on the map: printable name, position, group of shape and colour, number in the legend."""

    name: str
    position: Position
    number: int
    group: int = 0
    is_body: bool = False


@dataclass(frozen=True, slots=True)
class _Label:
    text: str
    x: float
    y: float
    led: bool  # a line leads to its dot
    dot: tuple[float, float]
    strong: bool


class PositionMap(Flowable):
    """States, dots and labels; legend of groups and numbers at the right, credit below."""

    canv: TaggedCanvas

    def __init__(
        self,
        dots: Sequence[Dot],
        *,
        groups: Sequence[str],
        credit: Sequence[str],
        map_width: float,
        legend_width: float,
        size: float,
        state_key: str = "",
    ) -> None:
        super().__init__()
        self._dots, self._groups, self._credit = list(dots), list(groups), list(credit)
        self._size, self._state, self._legend_width = size, state_key, legend_width
        wide, high = plane_size()
        self._map_width, self._scale = map_width, map_width / wide
        self._foot = len(credit) * _CREDIT_SIZE * 1.3 + 4
        self._map_height = high * self._scale
        self.width = map_width + (_GUTTER + legend_width if legend_width else 0)
        self.height = self._map_height + self._foot
        self._points = [(x * self._scale, y * self._scale) for x, y in (place(d.position) for d in dots)]
        self._labels = self._placed()

    @property
    def numbered(self) -> tuple[Dot, ...]:
        """Return the dots that show a number, whose names a legend must tell."""
        texts = {label.text for label in self._labels}
        return tuple(dot for dot in self._dots if str(dot.number) in texts and not dot.is_body)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take the fixed size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw states, dots, labels, legend and credit."""
        canvas = self.canv
        canvas.saveState()
        canvas.translate(0, self._foot)
        draw_states(canvas, self._scale, self._state)
        for label in self._labels:
            self._lead(label)
        for dot, (x, y) in sorted(zip(self._dots, self._points, strict=True), key=lambda d: d[0].is_body):
            _draw_dot(canvas, dot, x, y)
        for label in self._labels:
            self._write(label)
        canvas.restoreState()
        self._draw_legend()
        canvas.setFillColor(MUTED)
        canvas.setFont(REGULAR, _CREDIT_SIZE)
        for row, line in enumerate(reversed(self._credit)):
            shown = clipped(line, REGULAR, _CREDIT_SIZE, self.width)
            canvas.drawString(0, 2 + row * _CREDIT_SIZE * 1.3, shown)

    def _lead(self, label: _Label) -> None:
        if not label.led:
            return
        canvas = self.canv
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.line(*label.dot, label.x, label.y)

    def _write(self, label: _Label) -> None:
        """Write a label in the middle of its place, on a rim of paper that keeps it clear of borders."""
        canvas, size = self.canv, self._size * 0.86
        font = SEMIBOLD if label.strong else REGULAR
        half = width(label.text, font, size) / 2
        canvas.setFillColor(PAPER)
        canvas.setStrokeColor(PAPER)
        text = canvas.beginText(label.x - half, label.y - size * 0.34)
        text.setFont(font, size)
        text.setTextRenderMode(2)
        canvas.setLineWidth(1.8)
        text.textOut(label.text)
        text.setTextRenderMode(0)
        text.setTextOrigin(label.x - half, label.y - size * 0.34)
        text.setFillColor(INK)
        text.textOut(label.text)
        canvas.drawText(text)

    def _draw_legend(self) -> None:
        if not self._legend_width:
            return
        canvas, size = self.canv, self._size
        left, y = self._map_width + _GUTTER, self.height - size * 1.2
        for group, name in enumerate(self._groups):
            _draw_shape(canvas, group, left + _DOT, y + size * 0.33, _DOT)
            canvas.setFillColor(INK)
            canvas.setFont(REGULAR, size)
            canvas.drawString(
                left + size * 1.6, y, clipped(name, REGULAR, size, self._legend_width - size * 1.6)
            )
            y -= size * 1.5
        y -= size * 0.6 if self._groups else 0
        for dot in self._legend_dots(y):
            canvas.setFillColor(INK)
            canvas.setFont(SEMIBOLD, size)
            canvas.drawRightString(left + size * 1.2, y, str(dot.number))
            canvas.setFont(REGULAR, size)
            canvas.drawString(
                left + size * 1.6, y, clipped(dot.name, REGULAR, size, self._legend_width - size * 1.6)
            )
            y -= size * 1.4

    def _legend_dots(self, y: float) -> tuple[Dot, ...]:
        """Return the numbered dots if all have room below ``y``; if not, the table tells them."""
        found = self.numbered
        return found if len(found) * self._size * 1.4 <= y - self._foot else ()

    def _placed(self) -> list[_Label]:
        """Find a place for each label, the loneliest dots first, so that names stay where they are free."""
        taken = [
            (x - r, y - r, x + r, y + r)
            for dot, (x, y) in zip(self._dots, self._points, strict=True)
            for r in (_BODY if dot.is_body else _DOT,)
        ]
        order = sorted(range(len(self._dots)), key=lambda i: (not self._dots[i].is_body, -self._space(i), i))
        names = len(self._dots) <= _NAMED_AT_MOST
        out: list[_Label] = []
        for index in order:
            dot = self._dots[index]
            label = self._named(index, taken) if names or dot.is_body else None
            label = label or self._led(index, taken)
            if label is not None:
                out.append(label)
                taken.append(self._box(label))
        return out

    def _space(self, index: int) -> float:
        here = self._points[index]
        return min((math.dist(here, p) for i, p in enumerate(self._points) if i != index), default=0.0)

    def _named(self, index: int, taken: Sequence[Box]) -> _Label | None:
        dot, (x, y) = self._dots[index], self._points[index]
        size = self._size * 0.86
        half = width(dot.name, SEMIBOLD if dot.is_body else REGULAR, size) / 2
        radius = _BODY if dot.is_body else _DOT
        near, high = radius + 2 + half, radius + size * 0.62
        places = ((x + near, y), (x - near, y), (x, y + high), (x, y - high))
        found = (_Label(dot.name, cx, cy, False, (x, y), dot.is_body) for cx, cy in places)
        return next((label for label in found if self._is_free(self._box(label), taken)), None)

    def _led(self, index: int, taken: Sequence[Box]) -> _Label | None:
        dot = self._dots[index]
        for label in self._around(str(dot.number), self._points[index]):
            if self._is_free(self._box(label), taken):
                return label
        return None

    def _around(self, text: str, dot: tuple[float, float]) -> Iterator[_Label]:
        half = width(text, REGULAR, self._size * 0.86) / 2
        for distance in _DISTANCES:
            for step in range(_DIRECTIONS):
                angle = 2 * math.pi * step / _DIRECTIONS
                x = dot[0] + (distance - _DOT + half) * math.cos(angle)
                y = dot[1] + distance * math.sin(angle)
                yield _Label(text, x, y, distance > _DISTANCES[0], dot, False)

    def _box(self, label: _Label) -> Box:
        size = self._size * 0.86
        half = width(label.text, SEMIBOLD if label.strong else REGULAR, size) / 2 + 0.8
        return label.x - half, label.y - size * 0.42, label.x + half, label.y + size * 0.42

    def _is_free(self, box: Box, taken: Sequence[Box]) -> bool:
        left, bottom, right, top = box
        if left < 0 or bottom < 0 or right > self._map_width or top > self._map_height:
            return False
        return not any(left < r and lft < right and bottom < t and b < top for lft, b, r, t in taken)


def _draw_dot(canvas: TaggedCanvas, dot: Dot, x: float, y: float) -> None:
    if not dot.is_body:
        _draw_shape(canvas, dot.group, x, y, _DOT)
        return
    canvas.setFillColor(PAPER)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.6)
    canvas.circle(x, y, _BODY, stroke=1, fill=1)
    if dot.position.exact:
        canvas.setFillColor(INK)
        canvas.circle(x, y, _BODY * 0.5, stroke=0, fill=1)


def _draw_shape(canvas: TaggedCanvas, group: int, x: float, y: float, radius: float) -> None:
    """Draw circle, square, triangle or diamond: the group must not hang on colour alone."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.setFillColor(GROUP_COLOURS[group % len(GROUP_COLOURS)])
    canvas.setStrokeColor(PAPER)
    canvas.setLineWidth(0.7)
    canvas.drawPath(_shape(group % len(GROUP_COLOURS), radius), stroke=1, fill=1)
    canvas.restoreState()


@lru_cache(maxsize=64)
def _shape(group: int, radius: float) -> PDFPathObject:
    path = PDFPathObject()
    if group == 0:
        path.circle(0, 0, radius)
        return path
    corners = {
        1: ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        2: ((0, 1.25), (1.2, -0.85), (-1.2, -0.85)),
        3: ((0, 1.3), (1.2, 0), (0, -1.3), (-1.2, 0)),
    }[group]
    path.moveTo(corners[0][0] * radius, corners[0][1] * radius)
    for x, y in corners[1:]:
        path.lineTo(x * radius, y * radius)
    path.close()
    return path

"""Bars, columns and stacked bars as pictures; every value stands beside its bar, so no scale is needed."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

from kts_desktop.printing.fonts import REGULAR, SEMIBOLD, clipped, width
from kts_desktop.printing.patterns import SERIES, Pattern, fill_box
from kts_desktop.printing.tagged.canvas import TaggedCanvas
from kts_desktop.printing.theme import HAIR, INK, LINE, MUTED, PAPER

_LABELS_AT_MOST = 0.38  # of the width
_GAP = 8.0
_LEAST = 0.8  # points a value above nothing shows at least


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One bar: printable label, the values of its series, and how they are written."""

    label: str
    values: tuple[int, ...]
    written: tuple[str, ...]
    total: str = ""


class _Picture(Flowable):
    """What the pictures share: type size, legend, fixed size."""

    canv: TaggedCanvas

    def __init__(self, wide: float, size: float, legend: Sequence[str]) -> None:
        super().__init__()
        self.width, self._size = wide, size
        self._legend = list(legend)
        self._legend_rows = self._broken_legend()
        self._legend_height = len(self._legend_rows) * size * 1.7 + (size * 0.5 if legend else 0)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take the fixed size."""
        return self.width, self.height

    def _broken_legend(self) -> list[list[tuple[int, str]]]:
        rows: list[list[tuple[int, str]]] = []
        free = 0.0
        for index, text in enumerate(self._legend):
            shown = clipped(text, REGULAR, self._size, self.width - self._size * 2)
            needed = width(shown, REGULAR, self._size) + self._size * 3.4
            if needed > free or not rows:
                rows.append([])
                free = self.width + self._size
            rows[-1].append((index, shown))
            free -= needed
        return rows

    def _draw_legend(self, patterns: Sequence[Pattern]) -> None:
        canvas, size = self.canv, self._size
        y = self.height - size * 1.05
        for row in self._legend_rows:
            x = 0.0
            for index, text in row:
                fill_box(canvas, patterns[index], (x, y - size * 0.12, size * 1.3, size * 0.9))
                canvas.setFillColor(INK)
                canvas.setFont(REGULAR, size)
                canvas.drawString(x + size * 1.8, y, text)
                x += width(text, REGULAR, size) + size * 3.4
            y -= size * 1.7


class Bars(_Picture):
    """Lying bars, one a row and series, the value at the end of each."""

    def __init__(self, rows: Sequence[Row], *, wide: float, size: float, legend: Sequence[str] = ()) -> None:
        super().__init__(wide, size, legend)
        self._rows = list(rows)
        self._series = max(len(row.values) for row in rows)
        self._patterns = (Pattern.SOLID, Pattern.OPEN)
        self._step = size * (1.85 if self._series == 1 else 2.75)
        self._label_width = _label_width(rows, wide, size)
        self._lines = [_lines(row.label, size, self._label_width) for row in rows]
        heights = [max(self._step, len(lines) * size * 1.15 + size * 0.7) for lines in self._lines]
        self._heights = heights
        self.height = sum(heights) + self._legend_height

    def draw(self) -> None:
        """Draw legend, labels, bars and values."""
        self._draw_legend(self._patterns)
        size, canvas = self._size, self.canv
        number = max(width(text, SEMIBOLD, size) for row in self._rows for text in row.written)
        left = self._label_width + _GAP
        room = self.width - left - number - _GAP
        top = max(max(row.values) for row in self._rows) or 1
        y = self.height - self._legend_height
        bottom = y - sum(self._heights)
        for row, lines, high in zip(self._rows, self._lines, self._heights, strict=True):
            y -= high
            _draw_label(canvas, lines, self._label_width, y + high / 2, size)
            thick = size * (1.15 if self._series == 1 else 0.95)
            for index, (value, text) in enumerate(zip(row.values, row.written, strict=True)):
                base = y + high / 2 - thick / 2
                if self._series > 1:
                    base = y + high / 2 + (size * 0.08 if index == 0 else -thick - size * 0.08)
                length = max(room * value / top, _LEAST if value else 0)
                if value:
                    fill_box(canvas, self._patterns[index], (left, base, length, thick))
                canvas.setFillColor(MUTED if index else INK)
                canvas.setFont(REGULAR if index else SEMIBOLD, size)
                canvas.drawString(left + length + size * 0.4, base + thick / 2 - size * 0.33, text)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        canvas.line(left, bottom, left, self.height - self._legend_height)


class Stacked(_Picture):
    """Lying bars made of parts; the number of a part stands in it where it fits, the sum at the end."""

    def __init__(self, rows: Sequence[Row], *, wide: float, size: float, legend: Sequence[str]) -> None:
        super().__init__(wide, size, legend)
        self._rows = list(rows)
        self._label_width = _label_width(rows, wide, size)
        self._lines = [_lines(row.label, size, self._label_width) for row in rows]
        self._heights = [max(size * 2.2, len(lines) * size * 1.15 + size * 0.8) for lines in self._lines]
        self.height = sum(self._heights) + self._legend_height

    def draw(self) -> None:
        """Draw legend, labels, parts and sums."""
        self._draw_legend(SERIES)
        size, canvas = self._size, self.canv
        number = max(width(row.total, SEMIBOLD, size) for row in self._rows)
        left = self._label_width + _GAP
        room = self.width - left - number - _GAP
        top = max(sum(row.values) for row in self._rows) or 1
        y = self.height - self._legend_height
        bottom = y - sum(self._heights)
        for row, lines, high in zip(self._rows, self._lines, self._heights, strict=True):
            y -= high
            _draw_label(canvas, lines, self._label_width, y + high / 2, size)
            thick, x = size * 1.45, left
            for pattern, value, text in zip(SERIES, row.values, row.written, strict=False):
                if value:
                    length = room * value / top
                    fill_box(canvas, pattern, (x, y + (high - thick) / 2, length, thick))
                    self._draw_part(pattern, text, x + length / 2, y + high / 2, length)
                    x += length
            canvas.setFillColor(INK)
            canvas.setFont(SEMIBOLD, size)
            canvas.drawString(x + size * 0.4, y + high / 2 - size * 0.33, row.total)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        canvas.line(left, bottom, left, self.height - self._legend_height)

    def _draw_part(self, pattern: Pattern, text: str, x: float, y: float, room: float) -> None:
        canvas, size = self.canv, self._size * 0.92
        wide = width(text, SEMIBOLD, size)
        if wide + 4 > room:
            return
        if pattern.is_busy:
            canvas.setFillColor(PAPER)
            canvas.rect(x - wide / 2 - 1.6, y - size * 0.5, wide + 3.2, size, stroke=0, fill=1)
        canvas.setFillColor(pattern.ink)
        canvas.setFont(SEMIBOLD, size)
        canvas.drawCentredString(x, y - size * 0.33, text)


class Columns(_Picture):
    """Standing columns over time; the last one is solid, the ones before it pale."""

    def __init__(self, rows: Sequence[Row], *, wide: float, size: float, high: float) -> None:
        super().__init__(wide, size, ())
        self._rows = list(rows)
        self._foot, self._head = size * 1.9, size * 1.5
        self.height = high

    def draw(self) -> None:
        """Draw lines of the scale, columns, values and the time below."""
        canvas, size = self.canv, self._size
        pitch = self.width / len(self._rows)
        top = max(row.values[0] for row in self._rows) or 1
        room = self.height - self._foot - self._head
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(0.4)
        for part in (0.25, 0.5, 0.75, 1):
            canvas.line(0, self._foot + room * part, self.width, self._foot + room * part)
        thick = min(pitch * 0.62, 34.0)
        written = max(width(row.written[0], SEMIBOLD, size) for row in self._rows)
        below = _every(self._rows, size, pitch)
        for index, row in enumerate(self._rows):
            middle = (index + 0.5) * pitch
            high = max(room * row.values[0] / top, _LEAST if row.values[0] else 0)
            is_last = index == len(self._rows) - 1
            if row.values[0]:
                pattern = Pattern.SOLID if is_last else Pattern.PALE
                fill_box(canvas, pattern, (middle - thick / 2, self._foot, thick, high))
            canvas.setFillColor(INK)
            if written <= pitch or is_last:
                canvas.setFont(SEMIBOLD, size)
                canvas.drawCentredString(middle, self._foot + high + size * 0.35, row.written[0])
            if (len(self._rows) - 1 - index) % below == 0:
                canvas.setFillColor(INK if is_last else MUTED)
                canvas.setFont(SEMIBOLD if is_last else REGULAR, size)
                half = width(row.label, SEMIBOLD, size) / 2
                x = min(max(middle, half), self.width - half)
                canvas.drawCentredString(x, self._foot - size * 1.35, row.label)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.8)
        canvas.line(0, self._foot, self.width, self._foot)


def _every(rows: Sequence[Row], size: float, pitch: float) -> int:
    """Return which labels below the columns have room: each, each second and so on."""
    widest = max(width(row.label, SEMIBOLD, size) for row in rows) + size * 0.6
    return max(1, int(-(-widest // pitch)))


def _label_width(rows: Sequence[Row], wide: float, size: float) -> float:
    longest = max(width(row.label, REGULAR, size) for row in rows)
    return min(longest, wide * _LABELS_AT_MOST)


def _lines(label: str, size: float, room: float) -> list[str]:
    """Return a label in at most two lines, the rest cut with an ellipsis."""
    first, *more = simpleSplit(label, REGULAR, size, room + 0.1) or [""]
    lines = [first, " ".join(more)] if more else [first]
    return [clipped(line, REGULAR, size, room + 0.1) for line in lines]


def _draw_label(canvas: TaggedCanvas, lines: Sequence[str], right: float, middle: float, size: float) -> None:
    canvas.setFillColor(INK)
    canvas.setFont(REGULAR, size)
    y = middle + (len(lines) - 1) * size * 0.575 - size * 0.33
    for line in lines:
        canvas.drawRightString(right, y, line)
        y -= size * 1.15

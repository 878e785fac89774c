"""The time line of a project: phases as bars, milestones as diamonds, the day of the paper as a line."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

from kts_desktop.printing import fonts
from kts_desktop.printing.fonts import REGULAR, SEMIBOLD, clipped
from kts_desktop.printing.tagged.canvas import TaggedCanvas
from kts_desktop.printing.theme import ACCENT, HAIR, INK, LINE, MID, MUTED, PAPER


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A phase on the time line; an open end is drawn without its edge."""

    label: str
    span: str
    begins: date | None
    ends: date | None


class Timeline(Flowable):
    """Phases as bars, milestones as numbered diamonds, the day of the paper as a line."""

    canv: TaggedCanvas

    def __init__(
        self,
        bars: Sequence[Bar],
        steps: Sequence[date],
        today: date,
        *,
        width: float,
        words: str,
        size: float,
    ) -> None:
        super().__init__()
        self._bars, self._steps, self._today, self._words, self._size = bars, steps, today, words, size
        days = [d for bar in bars for d in (bar.begins, bar.ends) if d] + [*steps, today]
        self._first, self._last = date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1)
        self._pitch, self._bottom = size * 2.9, size * 2.0
        self._top = size * 1.7
        self._left = min(max(fonts.width(b.label, SEMIBOLD, size) for b in bars) + 14, width * 0.34)
        self.width = width
        rows = len(bars) + bool(steps)
        self.height = self._bottom + rows * self._pitch + self._top

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take the fixed size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw axis, bars, diamonds and the line of the day."""
        self._axis()
        for row, bar in enumerate(self._bars):
            self._bar(bar, self.height - self._top - (row + 1) * self._pitch, solid=row % 2 == 1)
        if self._steps:
            self._diamonds(self._bottom + self._pitch * 0.5)
        self._line_of_today()

    def _x(self, day: date) -> float:
        share = (day - self._first).days / (self._last - self._first).days
        return self._left + share * (self.width - self._left)

    def _axis(self) -> None:
        canvas, size = self.canv, self._size * 0.88
        years = range(self._first.year, self._last.year + 1)
        step = max(
            1, math.ceil(len(years) * fonts.width("2026", REGULAR, size) * 1.6 / (self.width - self._left))
        )
        canvas.setFont(REGULAR, size)
        canvas.setFillColor(MUTED)
        canvas.setLineWidth(0.4)
        for year in years:
            x = self._x(date(year, 1, 1))
            canvas.setStrokeColor(HAIR)
            canvas.line(x, self._bottom - 3, x, self.height - self._top)
            middle = (x + self._x(date(year + 1, 1, 1))) / 2 if year < self._last.year else x
            if year < self._last.year and (year - self._first.year) % step == 0:
                canvas.drawCentredString(middle, self._bottom - size * 1.35, str(year))
        canvas.setStrokeColor(LINE)
        canvas.line(self._left, self._bottom, self.width, self._bottom)

    def _bar(self, bar: Bar, y: float, *, solid: bool) -> None:
        canvas, size = self.canv, self._size
        canvas.setFillColor(INK)
        canvas.setFont(SEMIBOLD, size)
        first, *more = simpleSplit(bar.label, SEMIBOLD, size, self._left - 10) or [""]
        base = y + self._pitch * (0.62 if more else 0.36)
        canvas.drawString(0, base, clipped(first, SEMIBOLD, size, self._left - 10))
        if more:
            canvas.drawString(0, base - size * 1.15, clipped(" ".join(more), SEMIBOLD, size, self._left - 10))
        begins, ends = bar.begins or self._first, bar.ends or self._last
        if bar.begins is None and bar.ends is None:
            canvas.setFillColor(MUTED)
            canvas.setFont(REGULAR, size)
            canvas.drawString(self._left + 4, y + self._pitch * 0.36, bar.span)
            return
        left, right = self._x(begins), max(self._x(ends), self._x(begins) + 1)
        canvas.setFillColor(ACCENT if solid else MID)
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(0.8)
        low, high = y + self._pitch * 0.14, y + self._pitch * 0.86
        canvas.rect(left, low, right - left, high - low, stroke=0, fill=1)
        edges = [(left, low, right, low), (left, high, right, high)]
        edges += [(x, low, x, high) for x, known in ((left, bar.begins), (right, bar.ends)) if known]
        canvas.lines(edges)
        self._caption(bar.span, left, right, y + self._pitch * 0.36, solid=solid)

    def _caption(self, span: str, left: float, right: float, y: float, *, solid: bool) -> None:
        """Write the dates into the bar, or beside it where it is too short."""
        canvas, size = self.canv, self._size * 0.92
        canvas.setFont(REGULAR, size)
        wide = fonts.width(span, REGULAR, size)
        if wide + 8 <= right - left:
            canvas.setFillColor(PAPER if solid else INK)
            canvas.drawString(left + 4, y, span)
            return
        canvas.setFillColor(INK)
        if right + 4 + wide <= self.width:
            canvas.drawString(right + 4, y, span)
        else:
            canvas.drawRightString(left - 4, y, span)

    def _diamonds(self, y: float) -> None:
        canvas, half, size = self.canv, 2 * mm, self._size * 0.8
        levels = [-math.inf, -math.inf]  # how far right the upper and the lower row are taken
        canvas.setFont(SEMIBOLD, size)
        for number, day in enumerate(self._steps, 1):
            x = self._x(day)
            level = 0 if x - levels[0] >= 2.2 * half or x - levels[1] < 2.2 * half else 1
            levels[level] = x
            base = y + (half * 1.05 if level == 0 else -half * 1.05)
            path = canvas.beginPath()
            path.moveTo(x, base + half)
            path.lineTo(x + half, base)
            path.lineTo(x, base - half)
            path.lineTo(x - half, base)
            path.close()
            canvas.setFillColor(PAPER)
            canvas.setStrokeColor(ACCENT)
            canvas.setLineWidth(0.9)
            canvas.drawPath(path, stroke=1, fill=1)
            canvas.setFillColor(INK)
            canvas.drawCentredString(x, base - size * 0.34, str(number))

    def _line_of_today(self) -> None:
        canvas, size = self.canv, self._size * 0.88
        x = self._x(self._today)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(1)
        canvas.setDash([2.5, 2])
        canvas.line(x, self._bottom - 3, x, self.height - self._top + 3)
        canvas.setDash([])
        canvas.setFillColor(INK)
        canvas.setFont(SEMIBOLD, size)
        half = fonts.width(self._words, SEMIBOLD, size) / 2
        canvas.drawCentredString(
            min(max(x, self._left + half), self.width - half), self.height - self._top + 6, self._words
        )

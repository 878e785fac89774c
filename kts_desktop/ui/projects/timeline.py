"""The time line of a project: a bar for each phase, marks for its milestones, a line for today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.measure import px
from kts_desktop.ui.kit.tokens import Tokens

_DAYS = 365.25
_BAR = 12  # pixels a bar is high at 100 %
_ROOM_AT_LEAST = 4  # years the line spans
_OPEN_YEARS = 1  # that a bar without end or beginning is drawn on


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A phase: its name, its dates in words, its days; a side without a day is drawn open."""

    label: str
    dates: str
    first: date | None
    last: date | None
    chip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stone:
    """A milestone: its name, its day, whether it was reached."""

    label: str
    day: date
    is_reached: bool


@dataclass(frozen=True, slots=True)
class _Scale:
    """Turns days into places along the line."""

    first: int  # year
    last: int  # year, not included
    left: int
    width: int

    def x(self, day: date) -> float:
        """Return where a day stands."""
        days = (day - date(self.first, 1, 1)).days
        return self.left + self.width * days / (_DAYS * (self.last - self.first))


class TimeLine(QWidget):
    """Draws phases and milestones; what it shows is also its text for screen readers."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bars: tuple[Bar, ...] = ()
        self._stones: tuple[Stone, ...] = ()
        self._today = date.min
        self._today_word = ""

    def show_line(
        self, bars: Sequence[Bar], stones: Sequence[Stone], today: date, *, name: str, today_word: str
    ) -> None:
        """Show these; ``name`` is what the line is called, ``today_word`` stands at the line of today."""
        self._bars, self._stones, self._today = tuple(bars), tuple(stones), today
        self._today_word = today_word
        told = [f"{bar.label}: {bar.dates}" for bar in bars]
        told += [f"{stone.label}: {stone.day:%d.%m.%Y}" for stone in stones]
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(told))
        self.setToolTip("\n".join(told))
        self.setVisible(bool(bars or stones))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of axis, bars and marks."""
        rows = len(self._bars) + (1 if self._stones else 0)
        return QSize(px(360), self._axis() + rows * self._row() + px(6))

    def minimumSizeHint(self) -> QSize:
        """Return the same height in any width."""
        return QSize(px(200), self.sizeHint().height())

    def rescaled(self) -> None:
        """Follow the text zoom."""
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw axis, bars, marks and today."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, scale = theme.tokens(), self._scale()
        self._draw_axis(painter, tokens, scale)
        tops = [self._axis() + number * self._row() for number in range(len(self._bars) + 1)]
        for bar, top in zip(self._bars, tops, strict=False):
            self._draw_bar(painter, tokens, scale, bar, top)
        self._draw_today(painter, tokens, scale)
        for bar, top in zip(self._bars, tops, strict=False):
            self._write(painter, tokens, scale, bar, top)
        if self._stones:
            self._draw_stones(painter, tokens, scale, tops[-1])
        painter.end()

    def _axis(self) -> int:
        return 2 * QFontMetrics(theme.font(12)).height() + px(4)

    @staticmethod
    def _row() -> int:
        return QFontMetrics(theme.font()).height() + px(_BAR) + px(8)

    def _scale(self) -> _Scale:
        days = [day for bar in self._bars for day in (bar.first, bar.last) if day is not None]
        days += [stone.day for stone in self._stones] + [self._today]
        first, last = min(days).year, max(days).year + 1
        if any(bar.first is None for bar in self._bars):
            first = min(first, min((bar.last.year for bar in self._bars if bar.last), default=first) - 1)
        if any(bar.last is None for bar in self._bars):
            last += _OPEN_YEARS
        last = max(last, first + _ROOM_AT_LEAST)
        return _Scale(first=first, last=last, left=px(2), width=self.width() - px(4))

    def _draw_axis(self, painter: QPainter, tokens: Tokens, scale: _Scale) -> None:
        small = theme.font(12)
        metrics = QFontMetrics(small)
        painter.setFont(small)
        step = 1
        wide = metrics.horizontalAdvance("2026") + px(10)
        while scale.width / (scale.last - scale.first) * step < wide:
            step += 1
        for year in range(scale.first, scale.last):
            x = scale.x(date(year, 1, 1))
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.drawLine(QPointF(x, metrics.height()), QPointF(x, self.height()))
            if (year - scale.first) % step == 0:
                painter.setPen(QColor(tokens.muted))
                room = QRectF(x + px(4), metrics.height(), wide, metrics.height())
                painter.drawText(room, Qt.AlignmentFlag.AlignLeft, str(year))

    def _draw_bar(self, painter: QPainter, tokens: Tokens, scale: _Scale, bar: Bar, top: int) -> None:
        """Draw the bar below its words; an end that is not known is dashed."""
        left = scale.x(bar.first) if bar.first else float(scale.left)
        right = scale.x(bar.last) if bar.last else float(scale.left + scale.width)
        front, back = tokens.chip(bar.chip)
        high = QFontMetrics(theme.font()).height()
        rect = QRectF(left, top + high + px(1), max(right - left, px(6)), px(_BAR))
        painter.setPen(QPen(QColor(front), 1))
        painter.setBrush(QBrush(QColor(back)))
        painter.drawRoundedRect(rect, px(4), px(4))
        for is_open, at in ((bar.first is None, rect.left()), (bar.last is None, rect.right())):
            if is_open:
                painter.setPen(QPen(QColor(tokens.surface), px(4), Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(at, rect.top()), QPointF(at, rect.bottom()))

    def _write(self, painter: QPainter, tokens: Tokens, scale: _Scale, bar: Bar, top: int) -> None:
        """Write name and dates above a bar, shifted to the left where the line ends."""
        metrics, words = QFontMetrics(theme.font()), f"{bar.label}  {bar.dates}"
        left = scale.x(bar.first) if bar.first else float(scale.left)
        painter.setFont(theme.font())
        painter.setPen(QColor(tokens.text))
        wide = metrics.horizontalAdvance(words) + 1
        room = QRect(max(0, min(int(left), self.width() - wide)), top, wide, metrics.height())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.width())
        painter.fillRect(room, QColor(tokens.surface))  # no line crosses the words
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_stones(self, painter: QPainter, tokens: Tokens, scale: _Scale, top: int) -> None:
        middle, reach = top + self._row() / 2, px(6)
        painter.setPen(QPen(QColor(tokens.text), 1.5))
        for stone in self._stones:
            x = scale.x(stone.day)
            painter.setBrush(QColor(tokens.text if stone.is_reached else tokens.surface))
            corners = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
            painter.drawPolygon(QPolygonF([QPointF(x + dx, middle + dy) for dx, dy in corners]))

    def _draw_today(self, painter: QPainter, tokens: Tokens, scale: _Scale) -> None:
        small = theme.font(12)
        metrics = QFontMetrics(small)
        x = scale.x(self._today)
        painter.setPen(QPen(QColor(tokens.accent), px(2)))
        painter.drawLine(QPointF(x, metrics.height()), QPointF(x, self.height()))
        painter.setFont(small)
        wide = metrics.horizontalAdvance(self._today_word)
        left = min(max(0, int(x) - wide // 2), self.width() - wide)
        painter.drawText(QRect(left, 0, wide + 1, metrics.height()), 0, self._today_word)

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
        top = self._axis()
        for bar in self._bars:
            self._draw_bar(painter, tokens, scale, bar, top)
            top += self._row()
        if self._stones:
            self._draw_stones(painter, tokens, scale, top)
        self._draw_today(painter, tokens, scale)
        painter.end()

    def _axis(self) -> int:
        return 2 * QFontMetrics(theme.font(12)).height() + px(4)

    @staticmethod
    def _row() -> int:
        return QFontMetrics(theme.font()).height() + px(12)

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
        left = scale.x(bar.first) if bar.first else float(scale.left)
        right = scale.x(bar.last) if bar.last else float(scale.left + scale.width)
        high = self._row() - px(4)
        front, back = tokens.chip(bar.chip)
        rect = QRectF(left, top, max(right - left, px(6)), high)
        painter.setPen(QPen(QColor(front), 1))
        painter.setBrush(QBrush(QColor(back)))
        painter.drawRoundedRect(rect, px(5), px(5))
        for is_open, at in ((bar.first is None, rect.left()), (bar.last is None, rect.right())):
            if is_open:  # a dashed end says that it is not known
                painter.setPen(QPen(QColor(tokens.surface), px(3), Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(at, rect.top()), QPointF(at, rect.bottom()))
        self._write(painter, tokens, bar, rect, scale)

    @staticmethod
    def _write(painter: QPainter, tokens: Tokens, bar: Bar, rect: QRectF, scale: _Scale) -> None:
        """Write name and dates in the bar, or beside it where they do not fit."""
        metrics = QFontMetrics(theme.font())
        painter.setFont(theme.font())
        words = f"{bar.label}  {bar.dates}"
        wide = metrics.horizontalAdvance(words) + px(16)
        room = QRectF(rect)
        colour = tokens.chip(bar.chip)[0]
        if wide > rect.width():
            colour = tokens.text
            if rect.right() + wide <= scale.left + scale.width:
                room = QRectF(rect.right(), rect.top(), wide, rect.height())
            elif rect.left() - wide >= scale.left:
                room = QRectF(rect.left() - wide, rect.top(), wide, rect.height())
            else:
                room = QRectF(scale.left, rect.top(), scale.width, rect.height())
        painter.setPen(QColor(colour))
        inner = room.adjusted(px(8), 0, -px(8), 0)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(inner.width()) + 1)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, shown)

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

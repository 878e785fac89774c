"""Fields for days and times that take what people type: 3.12., +7, mo, 9:30."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.core.clock import Clock, local_date, utc_now
from kts_desktop.ui.kit import formats, theme
from kts_desktop.ui.kit.dates import parse_day, parse_time
from kts_desktop.ui.kit.fields import Field, TextField
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.measure import px, sized, spaced

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class _DayLine(QLineEdit):
    """A line in which the arrow keys go day by day; the calendar's button stands inside it."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QToolButton(self)
        self.button.setIcon(icon("calendar"))
        self.button.setProperty("role", "inner")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setCursor(Qt.CursorShape.ArrowCursor)
        sized(self.button, icon=16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the end of the line."""
        super().resizeEvent(event)
        side = self.height() - px(4)
        self.button.setGeometry(self.width() - side - px(2), px(2), side, side)
        self.setTextMargins(0, 0, side, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go a day on or back."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class CalendarPopup(QFrame):
    """A month to choose a day from."""

    picked = Signal(QDate)

    def __init__(self, day: QDate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self._month = QCalendarWidget(self)
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self._month.setAccessibleName(QCoreApplication.translate("fields", "Calendar"))
        self._month.setSelectedDate(day)
        self._month.setDateEditEnabled(False)  # digits belong to the line
        self._colour()
        self._name_parts()
        self._month.activated.connect(self._on_picked)
        self._month.clicked.connect(self._on_picked)
        column = QVBoxLayout(self)
        spaced(column, (6, 6, 6, 6), 0)
        column.addWidget(self._month)
        self.setFocusProxy(self._month)

    def _name_parts(self) -> None:
        """Name what Qt leaves nameless."""
        for name, text in (
            ("qt_calendar_prevmonth", QCoreApplication.translate("fields", "Previous month")),
            ("qt_calendar_nextmonth", QCoreApplication.translate("fields", "Next month")),
            ("qt_calendar_calendarview", QCoreApplication.translate("fields", "Days")),
        ):
            part = self._month.findChild(QWidget, name)
            if isinstance(part, QWidget):
                part.setAccessibleName(text)

    def _colour(self) -> None:
        """Take the colours from the tokens: by itself the calendar paints weekends red."""
        tokens, weekend, head = theme.tokens(), QTextCharFormat(), QTextCharFormat()
        weekend.setForeground(QColor(tokens.text))
        head.setForeground(QColor(tokens.muted))
        head.setBackground(QColor(tokens.surface))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._month.setWeekdayTextFormat(day, weekend)
        self._month.setHeaderTextFormat(head)

    @Slot(QDate)
    def _on_picked(self, day: QDate) -> None:
        self.picked.emit(day)
        self.close()


class DateField(Field):
    """A day; None when blank. The calendar opens by its button or Alt+Down."""

    def __init__(self, parent: QWidget | None = None, *, clock: Clock = utc_now) -> None:
        super().__init__(parent)
        self._clock = clock
        self.line = _DayLine(self)
        self._button = self.line.button
        self._button.clicked.connect(self.open_calendar)
        self._take(self.line)
        self.line.textChanged.connect(self.changed)
        self.line.editingFinished.connect(self._tidy)
        self.line.stepped.connect(self._on_stepped)
        self.line.installEventFilter(self)

    def value(self) -> Any:
        """Return the day."""
        return parse_day(self.line.text(), local_date(self._clock()))

    def set_value(self, value: Any) -> None:
        """Show a day as the language writes it."""
        self.line.setText("" if value is None else formats.current().day(value))

    def draft(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def set_draft(self, text: str) -> None:
        """Show what was typed before."""
        self.line.setText(text)

    def problem(self) -> str:
        """Say that this is no day."""
        if self.is_blank() or self.value() is not None:
            return ""
        return QCoreApplication.translate("fields", "Please enter a day, such as 3.12., +7 or Mon.")

    def editors(self) -> tuple[QWidget, ...]:
        """Return the line."""
        return (self.line,)

    def set_name(self, name: str) -> None:
        """Name the line, and the button after it."""
        super().set_name(name)
        text = QCoreApplication.translate("fields", "Choose {0} from the calendar").format(name)
        self._button.setAccessibleName(text)
        self._button.setToolTip(text)

    @Slot()
    def open_calendar(self) -> None:
        """Show the month of the day typed, or of today."""
        day = self.value() or local_date(self._clock())
        popup = CalendarPopup(QDate(day.year, day.month, day.day), self)
        popup.picked.connect(self._on_picked)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + px(2))))
        popup.show()
        popup.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        """Open the calendar by Alt+Down."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if is_alt and event.key() == Qt.Key.Key_Down:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    @Slot(QDate)
    def _on_picked(self, day: QDate) -> None:
        self.set_value(day.toPython())
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _on_stepped(self, days: int) -> None:
        day = self.value()
        self.set_value(local_date(self._clock()) if day is None else day + timedelta(days=days))

    @Slot()
    def _tidy(self) -> None:
        day = self.value()
        if day is not None:
            self.set_value(day)


class TimeField(TextField):
    """A time of day; None when blank."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, limit=12)
        self.line.editingFinished.connect(self._tidy)

    def value(self) -> Any:
        """Return the time."""
        return parse_time(self.line.text())

    def set_value(self, value: Any) -> None:
        """Show a time."""
        super().set_value("" if value is None else formats.current().time(value))

    def problem(self) -> str:
        """Say that this is no time."""
        if self.is_blank() or self.value() is not None:
            return ""
        return QCoreApplication.translate("fields", "Please enter a time, such as 9:30.")

    @Slot()
    def _tidy(self) -> None:
        at = self.value()
        if at is not None:
            self.set_value(at)


class DateTimeField(Field):
    """A day and a time on this computer's clock; the value is an aware moment in UTC, None when blank."""

    def __init__(self, parent: QWidget | None = None, *, clock: Clock = utc_now) -> None:
        super().__init__(parent)
        self._day, self._time = DateField(self, clock=clock), TimeField(self)
        row = QHBoxLayout()
        spaced(row, (0, 0, 0, 0), 8)
        row.addWidget(self._day, 3)
        row.addWidget(self._time, 2)
        self._column.addLayout(row)
        self.setFocusProxy(self._day)
        self._day.changed.connect(self.changed)
        self._time.changed.connect(self.changed)

    def value(self) -> Any:
        """Return the moment."""
        day, at = self._day.value(), self._time.value()
        return None if day is None or at is None else formats.from_local(day, at)

    def set_value(self, value: Any) -> None:
        """Show a moment in local time."""
        local = None if value is None else value.astimezone()
        self._day.set_value(None if local is None else local.date())
        self._time.set_value(None if local is None else local.time())

    def draft(self) -> str:
        """Return what was typed in both lines."""
        both = f"{self._day.draft()}\n{self._time.draft()}"
        return both if both.strip() else ""

    def set_draft(self, text: str) -> None:
        """Show what was typed before."""
        day, _, at = text.partition("\n")
        self._day.set_draft(day)
        self._time.set_draft(at)

    def problem(self) -> str:
        """Say which of the two is wrong or missing."""
        found = self._day.problem() or self._time.problem()
        if found or self.is_blank() or self.value() is not None:
            return found
        return QCoreApplication.translate("fields", "Please enter both the day and the time.")

    def editors(self) -> tuple[QWidget, ...]:
        """Return both lines."""
        return (*self._day.editors(), *self._time.editors())

    def set_name(self, name: str) -> None:
        """Name both lines."""
        self._day.set_name(QCoreApplication.translate("fields", "{0}, day").format(name))
        self._time.set_name(QCoreApplication.translate("fields", "{0}, time").format(name))

"""The read view: labelled values in columns, running text, boxes of lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.cards import draw_chip
from kts_desktop.ui.kit.flow import empty
from kts_desktop.ui.kit.icons import IconLabel
from kts_desktop.ui.kit.in_place import Editable
from kts_desktop.ui.kit.measure import px, sized, spaced

NOTHING = "–"
_SHORT = 32  # letters of an aside that stands at the right; a longer one stands below
_COLUMN = 200  # least width of a column at 100 %
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value; with ``kind`` and ``id`` the value is a link, with ``chip`` a status chip.

    ``wide`` gives it a line of its own; ``field`` is the field of the record's form that changes it.
    """

    label: str
    text: str
    kind: str = ""
    id: int = 0
    chip: str = ""
    wide: bool = False
    field: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a box: icon, text, aside; with ``kind`` and ``id`` the text is a link."""

    text: str
    aside: str = ""
    icon: str = ""
    kind: str = ""
    id: int = 0


class Link(QAbstractButton):
    """A value that leads to another record; reached by Tab, followed by Enter, Space or click."""

    wanted = Signal(str, int)

    def __init__(
        self, text: str, kind: str, record_id: int, parent: QWidget | None = None, *, is_quiet: bool = False
    ) -> None:
        super().__init__(parent)
        self._kind, self._id, self._is_quiet = kind, record_id, is_quiet
        self.side = Qt.AlignmentFlag.AlignLeft  # of the words, where there is more room than they need
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        """Return the size of the words; they stand in line with text that is no link."""
        metrics = QFontMetrics(theme.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Shrink by eliding."""
        return QSize(px(24), QFontMetrics(theme.font()).height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow by Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, underlined below the pointer, and the ring of the focus."""
        tokens, painter, font = theme.tokens(), QPainter(self), theme.font()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font.setUnderline(self.underMouse() or not self._is_quiet)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted if self._is_quiet else tokens.accent))
        shown = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | self.side, shown)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(3), px(3))
        painter.end()

    @Slot()
    def _on_clicked(self) -> None:
        self.wanted.emit(self._kind, self._id)


class Chip(QWidget):
    """A status as a word in a coloured ground."""

    def __init__(self, text: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._kind = text, kind
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return the size of the word and its ground."""
        small, normal = QFontMetrics(theme.font(12)), QFontMetrics(theme.font())
        return QSize(small.horizontalAdvance(self._text) + px(16), normal.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: a status is not cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_chip(painter, self._kind, self._text, self.rect())
        painter.end()


class Facts(QWidget):
    """Labelled values in as many columns as the width allows, at most ``columns``."""

    link_wanted = Signal(str, int)

    def __init__(self, name: str, columns: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._columns = columns
        self._shown = 0
        self._cells: list[tuple[Editable, bool]] = []
        self._facts: tuple[Fact, ...] = ()
        self._waiting: tuple[Fact, ...] | None = None
        self._grid = QGridLayout(self)
        spaced(self._grid, (0, 0, 0, 0), 10)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show these facts; while one of them is being changed they wait."""
        if any(cell.is_lent for cell, _ in self._cells):
            self._waiting = tuple(facts)
            return
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        empty(self._grid)
        self._cells = [(self._cell(fact), fact.wide) for fact in facts]
        self._shown = 0
        self._flow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the columns anew."""
        super().resizeEvent(event)
        self._flow()

    def rescaled(self) -> None:
        """Follow the text zoom."""
        self._flow()

    def _flow(self) -> None:
        columns = max(1, min(self._columns, self.width() // px(_COLUMN)))
        if columns == self._shown:
            return
        self._shown = columns
        row = column = 0
        for cell, is_wide in self._cells:
            if is_wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(cell, row, column, 1, columns if is_wide else 1, Qt.AlignmentFlag.AlignTop)
            column = columns if is_wide else column + 1
            if column >= columns:
                row, column = row + 1, 0
        for number in range(self._columns):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    @Slot()
    def _on_freed(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.set_facts(waiting)

    def _cell(self, fact: Fact) -> Editable:
        cell = Editable(self)
        cell.freed.connect(self._on_freed)
        column = QVBoxLayout(cell)
        spaced(column, (0, 0, 0, 0), 2)
        label = QLabel(fact.label, cell)
        label.setProperty("role", "label")
        column.addWidget(label)
        cell.set_field(fact.field, fact.label, label)
        if fact.chip:
            column.addWidget(Chip(fact.text, fact.chip, cell), 0, Qt.AlignmentFlag.AlignLeft)
        elif fact.kind and fact.text:
            link = Link(fact.text, fact.kind, fact.id, cell)
            link.wanted.connect(self.link_wanted)
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            value = _value(fact.text or NOTHING, fact.label, cell)
            cell.watch(value)
            column.addWidget(value)
        return cell


class TextBlock(Editable):
    """A label and running text below it; hidden while there is none."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._label, self._text = QLabel(self), _value("", "", self)
        self._label.setProperty("role", "label")
        column = QVBoxLayout(self)
        spaced(column, (0, 0, 0, 0), 4)
        column.addWidget(self._label)
        column.addWidget(self._text)
        self.watch(self._text)

    def set_text(self, label: str, text: str, field: str = "") -> None:
        """Show a text under its label; ``field`` changes it."""
        self.set_field(field, label, self._label)
        self._label.setText(label)
        self._text.setText(text)
        self._text.setAccessibleName(label)
        if not self.is_lent:
            self.setVisible(bool(text))

    def give_back(self) -> None:
        """Show the text again, if there is one."""
        super().give_back()
        self.setVisible(bool(self._text.text()))


class Box(QFrame):
    """A box with a heading; the page adds what it likes to ``body``."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._heading = QLabel(self)
        self._heading.setProperty("role", "heading")
        self.head = QHBoxLayout()
        spaced(self.head, (0, 0, 0, 0), 8)
        self.head.addWidget(self._heading)
        self.head.addStretch()
        self.body = QVBoxLayout()
        spaced(self.body, (0, 0, 0, 0), 10)
        column = QVBoxLayout(self)
        spaced(column, (18, 14, 18, 14), 10)
        column.addLayout(self.head)
        column.addLayout(self.body)

    def set_heading(self, text: str) -> None:
        """Name the box."""
        self._heading.setText(text)
        self.setAccessibleName(text)

    def add_button(self, key: str) -> QPushButton:
        """Return a new button in the head of the box; the page sets its text."""
        button = QPushButton(self)
        button.setObjectName(f"{self.objectName()}.{key}")
        self.head.addWidget(button)
        return button


class LineBox(Box):
    """A box of lines: icon, text, aside at the right."""

    link_wanted = Signal(str, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._lines: tuple[Line, ...] | None = None
        self._rows = QWidget(self)
        self._column = QVBoxLayout(self._rows)
        spaced(self._column, (0, 0, 0, 0), 10)
        self.body.addWidget(self._rows)

    def set_lines(self, lines: Sequence[Line], nothing: str = "") -> None:
        """Show these lines; without any the sentence ``nothing``."""
        self._lines = tuple(lines)
        empty(self._column)
        for line in lines:
            self._column.addWidget(self._row(line))
        if not lines and nothing:
            label = QLabel(nothing, self._rows)
            label.setProperty("role", "muted")
            label.setWordWrap(True)
            self._column.addWidget(label)

    def _row(self, line: Line) -> QWidget:
        row = QWidget(self._rows)
        layout = QHBoxLayout(row)
        spaced(layout, (0, 0, 0, 0), 8)
        if line.icon:
            layout.addWidget(IconLabel(line.icon, 18, parent=row), 0, Qt.AlignmentFlag.AlignTop)
            layout.addSpacing(px(8))
        words = QVBoxLayout()
        spaced(words, (0, 0, 0, 0), 0)
        layout.addLayout(words, 1)
        if line.kind:
            link = Link(line.text, line.kind, line.id, row)
            link.wanted.connect(self.link_wanted)
            words.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            words.addWidget(_value(line.text, line.text, row))
        aside = QLabel(line.aside, row)
        if len(line.aside) > _SHORT:
            aside.setProperty("role", "caption")
            aside.setWordWrap(True)
            words.addWidget(aside)
        else:
            aside.setProperty("role", "muted")
            layout.addWidget(aside, 0, Qt.AlignmentFlag.AlignTop)
        return row


def reading(name: str, *parts: QWidget) -> QWidget:
    """Return a read view: its parts one below the other, with the page's air between them."""
    view = QWidget()
    view.setObjectName(name)
    column = QVBoxLayout(view)
    spaced(column, (0, 8, 0, 20), 14)
    for part in parts:
        column.addWidget(part)
    column.addStretch()
    return view


def _value(text: str, name: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(_SELECTABLE)
    label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    label.setAccessibleDescription(name)
    sized(label, min_width=40)
    return label

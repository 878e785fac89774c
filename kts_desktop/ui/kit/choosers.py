"""Fields that choose: one record by typing a few letters, or several entries from a list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.fields import Choices, Field
from kts_desktop.ui.kit.measure import px, sized, spaced

_PAUSE = 120
_ROW = 26
_ID = int(Qt.ItemDataRole.UserRole)
_SUB = _ID + 1
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that can be chosen: its id, what it is called, what tells it from its likes."""

    id: int
    label: str
    sub: str = ""


Query = Callable[[str], Sequence[Hit]]


class SearchField(Field):
    """Chooses one record by typing; ``query`` answers quickly, as it runs on the GUI thread."""

    picked = Signal(int)

    def __init__(self, query: Query, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = query
        self._chosen: tuple[int, str] | None = None
        self.line = QLineEdit(self)
        self._hits = QStandardItemModel(self)
        self._completer = QCompleter(self._hits, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup = QListView(self)
        self._completer.setPopup(self._popup)  # gives it a delegate of its own, so ours comes after
        self._popup.setItemDelegate(HitDelegate(self._popup))
        self._popup.setProperty("role", "hits")
        self._popup.setAccessibleName(QCoreApplication.translate("fields", "Matches"))
        self._completer.setWidget(self.line)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look_up)
        self._completer.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]
        self.line.textEdited.connect(self._on_edited)
        self._take(self.line)

    def value(self) -> Any:
        """Return the id of the record, None if none is chosen."""
        return None if self._chosen is None else self._chosen[0]

    def set_value(self, value: Any) -> None:
        """Choose a record by its Hit; None empties the field."""
        self._chosen = None if value is None else (value.id, value.label)
        self.line.setText("" if value is None else value.label)
        self.line.setCursorPosition(0)
        self.changed.emit()

    def draft(self) -> str:
        """Return the id and the words."""
        return f"{self.value() or ''}\t{self.line.text()}" if self.line.text() else ""

    def set_draft(self, text: str) -> None:
        """Show what was chosen or typed before."""
        number, _, words = text.partition("\t")
        self._chosen = (int(number), words) if number else None
        self.line.setText(words)
        self.changed.emit()

    def problem(self) -> str:
        """Say that the words name no record."""
        if self.is_blank() or self._chosen is not None:
            return ""
        return QCoreApplication.translate("fields", "Please choose an entry from the list.")

    def editors(self) -> tuple[QWidget, ...]:
        """Return the line."""
        return (self.line,)

    @Slot()
    def _on_edited(self) -> None:
        self._chosen = None
        self.changed.emit()
        self._pause.start()

    @Slot()
    def _look_up(self) -> None:
        text = self.line.text().strip()
        hits = self._query(text) if text else ()
        self._hits.clear()
        for hit in hits:
            item = QStandardItem(hit.label)
            item.setData(hit.id, _ID)
            item.setData(hit.sub, _SUB)
            item.setData(f"{hit.label}, {hit.sub}", Qt.ItemDataRole.AccessibleTextRole)
            self._hits.appendRow(item)
        if text and not hits:
            nothing = QStandardItem(QCoreApplication.translate("fields", "No match"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self._hits.appendRow(nothing)
        if text:
            self._completer.complete()
            number = len(hits)
            found = QCoreApplication.translate("fields", "%n match(es)", "", number)
            announce(self.line, found)
        else:
            self._popup.hide()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        if index.data(_ID) is None:
            return
        hit = Hit(int(index.data(_ID)), str(index.data()), str(index.data(_SUB)))
        QTimer.singleShot(0, self._keep_cursor)
        self.set_value(hit)
        self.picked.emit(hit.id)

    @Slot()
    def _keep_cursor(self) -> None:
        self.line.setCursorPosition(0)


class HitDelegate(QStyledItemDelegate):
    """Draws a hit in one line: its name, and muted what tells it from its likes."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a line and its air."""
        return QSize(px(200), QFontMetrics(theme.font()).height() + px(12))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one hit."""
        tokens, room = theme.tokens(), option.rect.adjusted(px(8), 0, -px(8), 0)
        painter.save()
        is_on = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        painter.fillRect(option.rect, QColor(tokens.selected if is_on else tokens.surface))
        metrics, small = QFontMetrics(theme.font()), theme.font(12)
        label = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(theme.font())
        painter.setPen(QColor(tokens.text))
        painter.drawText(room, _MIDDLE, label)
        rest = room.adjusted(metrics.horizontalAdvance(label) + px(10), 0, 0, 0)
        sub = QFontMetrics(small).elidedText(
            str(index.data(_SUB) or ""), Qt.TextElideMode.ElideRight, max(0, rest.width())
        )
        painter.setFont(small)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(rest, _MIDDLE, sub)
        painter.restore()


class MultiChoice(Field):
    """Several entries of a list, ticked by Space; a line above narrows a long list."""

    def __init__(self, choices: Choices = (), parent: QWidget | None = None, *, lines: int = 6) -> None:
        super().__init__(parent)
        self.line, self.items = QLineEdit(self), QListWidget(self)
        self.items.setProperty("role", "field")
        self.items.setUniformItemSizes(True)
        self.items.setTabKeyNavigation(False)
        self.line.setClearButtonEnabled(True)
        spaced(self._column, (0, 0, 0, 0), 4)
        sized(self.items, height=lines * _ROW + 12)
        self._column.addWidget(self.line)
        self._column.addWidget(self.items)
        self.setFocusProxy(self.line)
        self.set_choices(choices)
        self.line.textChanged.connect(self._narrow)
        self.items.itemChanged.connect(self.changed)

    def set_choices(self, choices: Choices) -> None:
        """Offer these; what is ticked stays ticked if it is among them."""
        before = self.value()
        was_blocked = self.items.blockSignals(True)
        self.items.clear()
        for code, label in choices:
            item = QListWidgetItem(label, self.items)
            item.setData(_ID, code)
            item.setSizeHint(QSize(0, px(_ROW)))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
            )
        self.items.blockSignals(was_blocked)
        self.set_value(before)

    def value(self) -> Any:
        """Return the codes ticked, in the order of the list."""
        return tuple(
            str(item.data(_ID)) for item in self._all() if item.checkState() is Qt.CheckState.Checked
        )

    def set_value(self, value: Any) -> None:
        """Tick these codes and no others."""
        wanted = set(value or ())
        for item in self._all():
            is_on = item.data(_ID) in wanted
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)

    def draft(self) -> str:
        """Return the codes."""
        return "\t".join(self.value())

    def set_draft(self, text: str) -> None:
        """Tick as before."""
        self.set_value(tuple(part for part in text.split("\t") if part))

    def editors(self) -> tuple[QWidget, ...]:
        """Return the line and the list."""
        return (self.line, self.items)

    def set_name(self, name: str) -> None:
        """Name the list, and the line after it."""
        self.items.setAccessibleName(name)
        narrowing = QCoreApplication.translate("fields", "Narrow down {0}").format(name)
        self.line.setAccessibleName(narrowing)
        self.line.setPlaceholderText(QCoreApplication.translate("fields", "Narrow down …"))

    def rescaled(self) -> None:
        """Follow the text zoom."""
        for item in self._all():
            item.setSizeHint(QSize(0, px(_ROW)))

    def _all(self) -> list[QListWidgetItem]:
        return [self.items.item(row) for row in range(self.items.count())]

    @Slot(str)
    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for item in self._all():
            item.setHidden(not all(word in item.text().casefold() for word in words))

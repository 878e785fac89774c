"""One field of a form, opened where its value stands in the read view: Enter keeps it, Esc restores it."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QShortcut,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.ui.kit.field_holder import FieldHolder
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.measure import px, sized, spaced

_PENCIL = 12  # size of the sign that a value can be changed here


class Editable(QWidget):
    """A labelled value of a read view that lends its room to a field.

    ``field`` is the key of that field in the record's form; without one the value is only read.
    """

    freed = Signal()  # the room is there for the value again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = self.name = ""
        self._heading: QLabel | None = None
        self._hidden: list[QWidget] = []
        self._guest: QWidget | None = None
        self._was_shown = True
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def is_lent(self) -> bool:
        """Tell whether a field stands here now."""
        return self._guest is not None

    def set_field(self, field: str, name: str, heading: QLabel | None = None) -> None:
        """Say which field changes the value, how a list of fields calls it, and where its sign stands."""
        self.field, self.name, self._heading = field, name, heading

    def watch(self, part: QWidget) -> None:
        """Take a double click on a part, which would else select a word."""
        part.installEventFilter(self)

    def lend(self, guest: QWidget) -> None:
        """Show a guest in place of the value."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        self._guest, self._was_shown = guest, not self.isHidden()
        items = [column.itemAt(place) for place in range(column.count())]
        parts = [item.widget() for item in items if item is not None]
        self._hidden = [part for part in parts if part is not None and not part.isHidden()]
        for part in self._hidden:
            part.hide()
        column.addWidget(guest)
        self.show()
        guest.show()

    def give_back(self) -> None:
        """Show the value again."""
        column, guest, self._guest = self.layout(), self._guest, None
        if column is not None and guest is not None:
            column.removeWidget(guest)
        for part in self._hidden:
            part.show()
        self.setVisible(self._was_shown)
        self.freed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Edit by a double click on the value."""
        if event.type() is QEvent.Type.MouseButtonDblClick and self.field:
            self._ask()
            return True
        return super().eventFilter(watched, event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit by a double click beside the value."""
        if self.field and not self.is_lent:
            self._ask()
        else:
            super().mouseDoubleClickEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show below the pointer that the value can be changed here."""
        super().paintEvent(event)
        label = self._heading
        if self.field and label is not None and self.underMouse() and not self.is_lent:
            size, words = px(_PENCIL), label.fontMetrics().horizontalAdvance(label.text())
            left = label.x() + min(words + px(6), max(0, self.width() - size))
            room = QRect(left, label.y() + (label.height() - size) // 2, size, size)
            painter = QPainter(self)
            icon("pencil", QPalette.ColorRole.PlaceholderText).paint(painter, room)
            painter.end()

    def _ask(self) -> None:
        holder = self.parent()
        while holder is not None and not isinstance(holder, FieldHolder):
            holder = holder.parent()
        if holder is not None:
            holder.field_wanted.emit(self.field)


class InPlace(QFrame):
    """The one field, with what keeps and what restores it."""

    def __init__(self, form: Form, key: str, place: Editable) -> None:
        super().__init__(place)
        self.setObjectName("in_place")
        self._form, self._key, self._place = form, key, place
        self._before: QWidget | None = place.window().focusWidget()
        self._keep, self._restore = QToolButton(self), QToolButton(self)
        box, head = form.grid.lend(key)
        column = QVBoxLayout(self)
        spaced(column, (0, 0, 0, 0), 0)
        column.addWidget(box)
        for button, name, picture in ((self._keep, "keep", "check"), (self._restore, "restore", "x")):
            button.setObjectName(f"in_place.{name}")
            button.setIcon(icon(picture))
            button.setProperty("flat", True)
            sized(button, icon=14)
            head.addWidget(button)
        self._keep.clicked.connect(self._on_keep)
        self._restore.clicked.connect(self._on_restore)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_keep)
        self.retranslate()
        place.lend(self)
        editors = form.grid.fields()[key].editors()
        for editor in editors:
            editor.installEventFilter(self)
        self._take_focus(editors[0])
        QWidget.setTabOrder(editors[-1], self._keep)
        QWidget.setTabOrder(self._keep, self._restore)

    def end(self) -> None:
        """Give the room back to the value, and the focus to where it was before."""
        focused: QWidget | None = self.window().focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._form.grid.take_back()
        self._keep.setParent(self)
        self._restore.setParent(self)
        if shiboken6.isValid(self._place):
            self._place.give_back()
        before = self._before
        if had_focus and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def retranslate(self) -> None:
        """Set the texts of the buttons."""
        texts = (
            (self._keep, self.tr("Keep the change"), "Return"),
            (self._restore, self.tr("Leave it as it was"), "Esc"),
        )
        for button, text, shortcut in texts:
            keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
            button.setAccessibleName(text)
            button.setToolTip(f"{text} ({keys})")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look, once the focus has moved, whether the field was left untouched."""
        if event.type() is QEvent.Type.FocusOut:
            QTimer.singleShot(0, self._on_left)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep by Enter, restore by Esc; running text takes Enter for itself."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_keep()
        elif event.key() == Qt.Key.Key_Escape:
            self._on_restore()
        else:
            super().keyPressEvent(event)

    def _take_focus(self, editor: QWidget) -> None:
        """Begin where one would type: over a line, after a running text."""
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(editor, QLineEdit):
            editor.selectAll()
        elif isinstance(editor, QPlainTextEdit):
            editor.moveCursor(QTextCursor.MoveOperation.End)
        QTimer.singleShot(0, self._show_all)

    @Slot()
    def _show_all(self) -> None:
        """Scroll until the whole field is seen."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self, 0, px(16))

    @Slot()
    def _on_keep(self) -> None:
        if self._form.is_dirty():
            self._form.save.click()
        else:
            self._form.discarded.emit()

    @Slot()
    def _on_restore(self) -> None:
        self._form.discarded.emit()

    @Slot()
    def _on_left(self) -> None:
        focused = QApplication.focusWidget()
        is_elsewhere = focused is not None and not self.isAncestorOf(focused)
        if is_elsewhere and QApplication.activePopupWidget() is not None:
            return
        if is_elsewhere and self._place.is_lent and not self._form.is_dirty():
            self._before = None  # the user has chosen where to go on
            self._form.discarded.emit()

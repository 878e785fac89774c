"""A bar over the foot of a page that says what was done and offers to take it back."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.measure import px, sized, spaced

SHOWN = 12_000  # milliseconds; undo itself stays possible afterwards


class Notice(QFrame):
    """Says what happened without asking for an answer; stays while the pointer or the focus is on it."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setObjectName("notice")
        self.setProperty("role", "notice")
        self._text, self._undo, self._close = QLabel(self), QPushButton(self), QToolButton(self)
        self._undo.setObjectName("notice.undo")
        self._close.setObjectName("notice.close")
        self._close.setIcon(icon("x", QPalette.ColorRole.ToolTipText))
        self._close.setProperty("flat", True)
        sized(self._close, icon=14)
        row = QHBoxLayout(self)
        spaced(row, (18, 8, 8, 8), 16)
        for part in (self._text, self._undo, self._close):
            row.addWidget(part)
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.setInterval(SHOWN)
        self._time.timeout.connect(self._on_time)
        self._undo.clicked.connect(self._on_undo)
        self._close.clicked.connect(self.hide)
        parent.installEventFilter(self)
        self.retranslate()
        self.hide()

    def show_undo(self, text: str) -> None:
        """Say what was done, with a button that takes it back."""
        self._undo.setVisible(True)
        self._present(text)

    def show_text(self, text: str) -> None:
        """Say what happened, with nothing to take back."""
        self._undo.setVisible(False)
        self._present(text)

    def retranslate(self) -> None:
        """Set the bar's own texts."""
        self._undo.setText(self.tr("Undo"))
        self._undo.setAccessibleName(self.tr("Undo"))
        self._close.setAccessibleName(self.tr("Close the notice"))
        self._close.setToolTip(self.tr("Close the notice"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the parent."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _present(self, text: str) -> None:
        self._text.setText(text)
        self.show()
        self._place()
        self.raise_()
        announce(self, text)
        self._time.start()

    def _place(self) -> None:
        room = self._page.rect()
        self.adjustSize()
        self.resize(min(self.width(), room.width() - px(32)), self.height())
        self.move((room.width() - self.width()) // 2, room.bottom() - self.height() - px(20))

    @Slot()
    def _on_time(self) -> None:
        has_focus = self._undo.hasFocus() or self._close.hasFocus()
        if self.testAttribute(Qt.WidgetAttribute.WA_UnderMouse) or has_focus:
            self._time.start()
        else:
            self.hide()

    @Slot()
    def _on_undo(self) -> None:
        self.hide()
        self.undo_wanted.emit()

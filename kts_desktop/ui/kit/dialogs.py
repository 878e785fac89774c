"""Dialogs: one question, verbs on the buttons, opened without blocking, gone when closed."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kts_desktop.ui.kit.measure import sized, spaced


class Dialog(QDialog):
    """Base of all dialogs: a heading, a body for the caller, verbs at the foot."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(heading)
        self._heading = QLabel(heading, self)
        self._heading.setProperty("role", "heading")
        self._heading.setWordWrap(True)
        self.body = QVBoxLayout()
        self._foot = QHBoxLayout()
        column = QVBoxLayout(self)
        spaced(column, (28, 24, 28, 20), 12)
        spaced(self.body, (0, 0, 0, 0), 8)
        spaced(self._foot, (0, 8, 0, 0), 8)
        column.addWidget(self._heading)
        column.addLayout(self.body, 1)
        column.addLayout(self._foot)
        self._foot.addStretch()
        sized(self, min_width=420)

    def set_heading(self, heading: str) -> None:
        """Say in another way what the dialog is about."""
        self.setWindowTitle(heading)
        self._heading.setText(heading)

    def add_sentence(self, text: str) -> QLabel:
        """Add a sentence that wraps."""
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(label)
        if self.isVisible():  # added to what is shown already
            label.show()
            self._take_height()
        return label

    def add_verb(self, text: str, *, primary: bool = False, danger: bool = False) -> QPushButton:
        """Return a new button at the foot; the primary one answers Enter."""
        button = QPushButton(text, self)
        button.setProperty("primary", primary and not danger)
        button.setProperty("danger", danger)
        button.setAccessibleName(text)
        button.setAutoDefault(True)
        button.setDefault(primary)
        self._foot.addWidget(button)
        return button

    def add_close(self, text: str) -> QPushButton:
        """Return a new button that closes without doing anything."""
        button = self.add_verb(text)
        button.clicked.connect(self.reject)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Take no more height than the sentences need."""
        super().showEvent(event)
        self._take_height()

    def _take_height(self) -> None:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.width(), max(self.minimumHeight(), layout.heightForWidth(self.width())))


class ConfirmDialog(Dialog):
    """Asks before what cannot be undone; the verb says what will happen."""

    confirmed = Signal()

    def __init__(
        self, heading: str, sentence: str, verb: str, parent: QWidget | None = None, *, danger: bool = True
    ) -> None:
        super().__init__(heading, parent)
        self.setObjectName("dialog.confirm")
        self.add_sentence(sentence)
        self.stay = self.add_close(self.tr("Cancel"))
        self.go = self.add_verb(verb, primary=not danger, danger=danger)
        self.go.clicked.connect(self._on_go)
        if danger:
            self.stay.setFocus(Qt.FocusReason.OtherFocusReason)  # and so Enter does nothing

    @Slot()
    def _on_go(self) -> None:
        self.confirmed.emit()
        self.accept()


def confirm(parent: QWidget, heading: str, sentence: str, verb: str, *, danger: bool = True) -> ConfirmDialog:
    """Open a question and return it; connect to ``confirmed``."""
    dialog = ConfirmDialog(heading, sentence, verb, parent, danger=danger)
    dialog.open()
    return dialog


def message(parent: QWidget, heading: str, sentence: str) -> Dialog:
    """Open a message with one button and return it."""
    dialog = Dialog(heading, parent)
    dialog.setObjectName("dialog.message")
    dialog.add_sentence(sentence)
    close = dialog.add_verb(QCoreApplication.translate("ConfirmDialog", "Close"), primary=True)
    close.clicked.connect(dialog.accept)
    dialog.open()
    return dialog

"""What a place shows while it has nothing to show: opening, empty, failed, nothing chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kts_desktop.ui.kit.icons import IconLabel
from kts_desktop.ui.kit.measure import sized, spaced


class Placeholder(QWidget):
    """An icon, a heading, one sentence and at most one button in the middle of a place."""

    pressed = Signal()

    def __init__(
        self,
        heading: str = "",
        sentence: str = "",
        button: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(icon or "inbox", 36, QPalette.ColorRole.PlaceholderText, self)
        self._icon.setVisible(bool(icon))
        self._heading, self._sentence = QLabel(self), QLabel(self)
        self._button = QPushButton(self)
        self._button.clicked.connect(self.pressed)
        self._lay_out()
        self.set_texts(heading, sentence, button)

    def set_texts(self, heading: str, sentence: str = "", button: str = "") -> None:
        """Say something else; an empty ``button`` hides the button."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._button.setText(button)
        self._button.setAccessibleName(button)
        self._button.setVisible(bool(button))

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon.set_icon(name)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        spaced(layout, (24, 24, 24, 24), 8)
        layout.addStretch(2)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for label, role in ((self._heading, "heading"), (self._sentence, "muted")):
            label.setProperty("role", role)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            sized(label, max_width=420)
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label, 100)
            row.addStretch(1)
            layout.addLayout(row)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

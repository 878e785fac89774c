"""The bar that marks an office of invented people."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.measure import sized


class SampleBar(QLabel):
    """A line over the whole window, in the colours of a warning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shell.sample")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sized(self, height=26)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set the text."""
        self.setText(self.tr("Sample data – people and cases are invented"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and text in the pair of colours that says: wait, look."""
        front, back = theme.tokens().wait
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(back))
        painter.setPen(QColor(front))
        painter.setFont(theme.font(12))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

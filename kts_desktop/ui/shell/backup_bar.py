"""The bar that says there has been no checked backup for too long."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.measure import spaced


class BackupBar(QWidget):
    """A line over the whole window, in the colours of a warning, with the button that cures it."""

    back_up_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shell.backup")
        self._days = 0
        self._text, self._button = QLabel(self), QPushButton(self)
        self._button.setObjectName("shell.backup.now")
        row = QHBoxLayout(self)
        spaced(row, (12, 4, 12, 4), 12)
        row.addStretch()
        row.addWidget(self._text)
        row.addWidget(self._button)
        row.addStretch()
        self._button.clicked.connect(self.back_up_wanted)
        self.hide()

    @Slot(object)
    def show_overdue(self, days: object) -> None:
        """Say for how many days there has been none (0: never); hide for None."""
        if not isinstance(days, int):
            self.hide()
            return
        self._days = days
        self.retranslate()
        self.show()
        announce(self._text, self._text.text())

    def retranslate(self) -> None:
        """Set every text."""
        if self._days:
            self._text.setText(self.tr("No checked backup for %n day(s).", "", self._days))
        else:
            self._text.setText(self.tr("There is no checked backup."))
        self._button.setText(self.tr("Back up now"))
        self._button.setAccessibleName(self.tr("Back up now"))
        palette = self._text.palette()
        palette.setColor(self._text.foregroundRole(), QColor(theme.tokens().wait[0]))
        self._text.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground that says: wait, look."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.tokens().wait[1]))
        painter.end()

"""One section of the settings: a heading and what belongs to it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from kts_desktop.ui.kit.measure import sized, spaced


class Section(QWidget):
    """Base of all sections; subclasses add to ``body`` and set texts in ``retranslate``.

    A form brings a scroll area of its own, so its section does without one.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, scrolls: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName(f"settings.{name}")
        self._heading = QLabel(self)
        self._heading.setProperty("role", "title")
        self._heading.setWordWrap(True)
        self.body = QVBoxLayout()
        spaced(self.body, spacing=16)
        column = QVBoxLayout(self)
        spaced(column, (0, 20, 0, 0), 12)
        head = QVBoxLayout()
        spaced(head, (28, 0, 28, 0))
        head.addWidget(self._heading)
        column.addLayout(head)
        if scrolls:
            column.addWidget(self._scrolling(), 1)
        else:
            column.addLayout(self.body, 1)

    def set_heading(self, text: str) -> None:
        """Name the section."""
        self._heading.setText(text)
        self.setAccessibleName(text)

    def show_now(self) -> None:
        """Read what the section shows; called each time it is opened."""

    def retranslate(self) -> None:
        """Set every text; called once by the subclass, then whenever the language changes."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _scrolling(self) -> QScrollArea:
        ground = QWidget(self)
        ground.setProperty("role", "clear")
        column = QVBoxLayout(ground)
        spaced(column, (28, 4, 28, 24), 16)
        column.addLayout(self.body)
        column.addStretch()
        sized(ground, max_width=900)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(ground)
        area.viewport().setAutoFillBackground(False)
        return area

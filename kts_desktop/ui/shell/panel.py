"""A card in the middle of the window: what is asked before an office is open."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.measure import sized, spaced


class Panel(QScrollArea):
    """Heading, sentence, fields, one line for what is wrong, and buttons; subclasses fill ``body``."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.heading = QLabel(self)
        self.heading.setProperty("role", "title")
        self.sentence = QLabel(self)
        self.problem = QLabel(self)
        self.problem.setObjectName(f"{name}.problem")
        self.problem.setProperty("role", "error")
        for label in (self.heading, self.sentence, self.problem):
            label.setWordWrap(True)
        self.problem.hide()
        self.body = QVBoxLayout()
        self.buttons = QHBoxLayout()
        self._at_left = 0
        self._labels: dict[str, QLabel] = {}
        self._lay_out()

    def add_field(self, name: str, *, secret: bool = False) -> QLineEdit:
        """Add a field under a label of its own; ``label`` sets the label's text."""
        field = QLineEdit(self)
        field.setObjectName(f"{self.objectName()}.{name}")
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        label = QLabel(self)
        label.setProperty("role", "label")
        label.setBuddy(field)
        self._labels[name] = label
        column = QVBoxLayout()
        spaced(column, spacing=4)
        column.addWidget(label)
        column.addWidget(field)
        self.body.addLayout(column)
        return field

    def label(self, field: QLineEdit, text: str) -> None:
        """Set the label of a field, which is its accessible name too."""
        name = field.objectName().removeprefix(f"{self.objectName()}.")
        self._labels[name].setText(text)
        field.setAccessibleName(text)

    def add_button(self, name: str, *, primary: bool = False, first: bool = False) -> QPushButton:
        """Add a button to the row at the foot; those with ``first`` begin at the left edge."""
        button = QPushButton(self)
        button.setObjectName(f"{self.objectName()}.{name}")
        button.setProperty("primary", primary)
        button.setAutoDefault(True)
        if first:
            self.buttons.insertWidget(self._at_left, button)
            self._at_left += 1
        else:
            self.buttons.addWidget(button)
        return button

    def show_problem(self, text: str) -> None:
        """Say what is wrong, or nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        announce(self.problem, text)

    def retranslate(self) -> None:
        """Set every text; called once by the subclass, then whenever the language changes."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        card = QFrame(self)
        card.setProperty("role", "card")
        sized(card, width=560)
        column = QVBoxLayout(card)
        spaced(column, (32, 28, 32, 28), 14)
        spaced(self.body, spacing=12)
        spaced(self.buttons, (0, 8, 0, 0), 8)
        self.buttons.addStretch()
        for part in (self.heading, self.sentence):
            column.addWidget(part)
        column.addLayout(self.body)
        column.addWidget(self.problem)
        column.addLayout(self.buttons)
        ground = QWidget(self)
        ground.setProperty("role", "clear")
        outer = QVBoxLayout(ground)
        spaced(outer, (24, 24, 24, 24))
        outer.addStretch(2)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        self.setWidget(ground)

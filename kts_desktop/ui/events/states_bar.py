"""A row of states with their counts; choosing one narrows the list of participants to it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from kts_desktop.ui.events import words
from kts_desktop.ui.events.table import EventWords
from kts_desktop.ui.kit.flow import FlowLayout, empty


class StatesBar(QWidget):
    """All, and each state in which somebody stands."""

    chosen = Signal(str)  # a code; empty: all

    def __init__(self, told: EventWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("events.states")
        self._told = told
        self._code = ""
        self._counts: tuple[tuple[str, int], ...] = ()
        self._flow = FlowLayout(self)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._on_clicked)

    def code(self) -> str:
        """Return the state chosen."""
        return self._code

    def choose(self, code: str) -> None:
        """Choose a state."""
        self._code = code
        self._show()

    def show_counts(self, counts: Sequence[tuple[str, int]]) -> None:
        """Show states and counts; the one chosen stays, also when nobody stands in it any more."""
        if tuple(counts) != self._counts:
            self._counts = tuple(counts)
            self._show()

    def retranslate(self) -> None:
        """Set the texts."""
        self._show()

    def _show(self) -> None:
        had_focus = any(button.hasFocus() for button in self._group.buttons())
        for button in self._group.buttons():
            self._group.removeButton(button)
        empty(self._flow)
        everyone = sum(count for _, count in self._counts)
        self._add("", self.tr("All"), everyone)
        for code, count in self._counts:
            if count or code == self._code:
                self._add(code, self._told.words.of(words.REGISTRATION, code), count)
        chosen = self._group.checkedButton()
        if had_focus and chosen is not None:
            chosen.setFocus()

    def _add(self, code: str, label: str, count: int) -> None:
        button = QToolButton(self)
        text = f"{label} {count}"
        button.setText(text)
        button.setAccessibleName(text)
        button.setCheckable(True)
        button.setChecked(code == self._code)
        button.setProperty("flat", True)
        button.setProperty("code", code)
        button.setObjectName(f"events.states.{code or 'all'}")
        self._group.addButton(button)
        self._flow.addWidget(button)

    @Slot()
    def _on_clicked(self) -> None:
        button = self._group.checkedButton()
        self._code = str(button.property("code")) if button is not None else ""
        self.chosen.emit(self._code)

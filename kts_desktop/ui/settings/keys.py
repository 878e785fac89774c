"""All keys of the program, as the table of actions has them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kts_desktop.ui.kit.flow import empty
from kts_desktop.ui.kit.measure import px, spaced
from kts_desktop.ui.settings.care import KeyLine
from kts_desktop.ui.settings.section import Section


class KeysSection(Section):
    """The list of keys, by groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("keys", parent)
        self._lines: Sequence[KeyLine] = ()
        self._grid = QGridLayout()
        spaced(self._grid, spacing=8)
        self._grid.setHorizontalSpacing(px(28))
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.retranslate()

    def show_keys(self, lines: Sequence[KeyLine]) -> None:
        """Show the keys in the language in force."""
        self._lines = lines
        empty(self._grid)
        row, group = 0, ""
        for line in lines:
            if line.group != group:
                group = line.group
                self._grid.addWidget(self._label(group, "heading"), row, 0, 1, 2)
                row += 1
            self._grid.addWidget(self._label(line.keys, "strong"), row, 0)
            self._grid.addWidget(self._label(line.text, ""), row, 1)
            row += 1

    def retranslate(self) -> None:
        """Set every text."""
        self.set_heading(self.tr("Keyboard"))

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        return label

"""A field for several records: type to find one, each chosen one is a button that takes it out again."""

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QWidget

from kts_desktop.ui.kit.choosers import Hit, Query, SearchField
from kts_desktop.ui.kit.fields import Field
from kts_desktop.ui.kit.flow import FlowLayout, empty
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.measure import sized


class ManyField(Field):
    """The value is a tuple of numbers in the order of choosing; it is set by Hits."""

    def __init__(self, query: Query, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: tuple[Hit, ...] = ()
        self.search = SearchField(query, self)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips)
        self._column.addWidget(self.search)
        self._column.addWidget(self._chips)
        self._chips.setVisible(False)
        self.setFocusProxy(self.search)
        self.search.picked.connect(self._on_picked)

    def value(self) -> Any:
        """Return the numbers of the records."""
        return tuple(hit.id for hit in self._chosen)

    def set_value(self, value: Any) -> None:
        """Show records, given as Hits."""
        self._show(tuple(value or ()))

    def draft(self) -> str:
        """Return the records chosen as text; nothing for none."""
        return json.dumps([[hit.id, hit.label] for hit in self._chosen]) if self._chosen else ""

    def set_draft(self, text: str) -> None:
        """Show the records chosen before."""
        self._show(tuple(Hit(id_, label) for id_, label in json.loads(text)) if text else ())

    def problem(self) -> str:
        """Say that the words in the line name no record."""
        return self.search.problem()

    def editors(self) -> tuple[QWidget, ...]:
        """Return the line."""
        return self.search.editors()

    @Slot(int)
    def _on_picked(self, record: int) -> None:
        if record not in self.value():
            self._show((*self._chosen, Hit(record, self.search.line.text())))
        QTimer.singleShot(0, self._clear_line)

    @Slot()
    def _clear_line(self) -> None:
        self.search.set_value(None)

    @Slot()
    def _on_removed(self) -> None:
        record = self.sender().property("record")
        self._show(tuple(hit for hit in self._chosen if hit.id != record))
        self.search.line.setFocus()

    def _show(self, chosen: Sequence[Hit]) -> None:
        self._chosen = tuple(chosen)
        empty(self._flow)
        for hit in self._chosen:
            self._flow.addWidget(self._chip(hit))
        self._chips.setVisible(bool(self._chosen))
        self.changed.emit()

    def _chip(self, hit: Hit) -> QPushButton:
        chip = QPushButton(icon("x", QPalette.ColorRole.WindowText), hit.label, self._chips)
        chip.setProperty("role", "chip")
        chip.setProperty("record", hit.id)
        chip.setAccessibleName(QCoreApplication.translate("fields", "Remove {0}").format(hit.label))
        chip.setToolTip(chip.accessibleName())
        sized(chip, icon=12)
        chip.clicked.connect(self._on_removed)
        return chip

"""Who changed what and when: the history of a record."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kts_desktop.ui.kit.facts import NOTHING, Box
from kts_desktop.ui.kit.flow import empty
from kts_desktop.ui.kit.icons import IconLabel, icon
from kts_desktop.ui.kit.measure import px, sized, spaced


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field: what it was and what it became."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One transaction on the record, in words: who, when, what it was called, which fields it changed."""

    who: str
    when: str
    label: str
    changes: tuple[FieldChange, ...] = ()


class History(Box):
    """The transactions on a record, the latest first as given, and the way to what lies in backups."""

    earlier_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._earlier = self.add_button("earlier")
        self._earlier.setProperty("flat", True)
        self._earlier.setIcon(icon("history"))
        sized(self._earlier, icon=16)
        self._earlier.clicked.connect(self.earlier_wanted)
        self._rows = QWidget(self)
        self._column = QVBoxLayout(self._rows)
        spaced(self._column, (0, 0, 0, 0), 14)
        self.body.addWidget(self._rows)

    def set_rows(self, rows: Sequence[HistoryLine], nothing: str = "") -> None:
        """Show these transactions; without any the sentence ``nothing``."""
        empty(self._column)
        for row in rows:
            self._column.addWidget(self._row(row))
        if not rows:
            self._column.addWidget(_text(nothing, "muted", self._rows))

    def set_heading(self, text: str) -> None:
        """Name the box and its button."""
        super().set_heading(text)
        told = QCoreApplication.translate("history", "Earlier state from a backup …")
        self._earlier.setText(f" {told}")  # air between icon and word
        self._earlier.setAccessibleName(told)

    def _row(self, row: HistoryLine) -> QWidget:
        box = QWidget(self._rows)
        outer = QHBoxLayout(box)
        spaced(outer, (0, 0, 0, 0), 8)
        outer.addWidget(IconLabel("history", 18, parent=box), 0, Qt.AlignmentFlag.AlignTop)
        outer.addSpacing(px(8))
        column = QVBoxLayout()
        spaced(column, (0, 0, 0, 0), 2)
        head = QHBoxLayout()
        spaced(head, (0, 0, 0, 0), 8)
        head.addWidget(_text(row.label, "strong", box), 1)
        head.addWidget(_text(" · ".join(part for part in (row.when, row.who) if part), "muted", box))
        column.addLayout(head)
        for change in row.changes:
            text = f"{change.field}: {change.old or NOTHING} → {change.new or NOTHING}"
            column.addWidget(_text(text, "caption", box))
        outer.addLayout(column, 1)
        return box


def _text(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(role != "muted")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label

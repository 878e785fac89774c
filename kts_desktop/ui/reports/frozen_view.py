"""The reports of a quarter that were frozen: as at when, their hash, whether their files are unchanged."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kts_desktop.core.errors import StorageError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.ui.kit.detail import name_button
from kts_desktop.ui.kit.facts import Box, Fact, Facts
from kts_desktop.ui.kit.flow import empty
from kts_desktop.ui.kit.formats import current
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.reports.work import KeptReport

_WIDEST = 900
_GROUP = 8  # digits of a hash that stand together


class FrozenView(QWidget):
    """One box a report, the latest first."""

    open_wanted = Signal(int)  # id of a file
    save_wanted = Signal(object)  # ids of files

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reports.frozen")
        self._kept: tuple[KeptReport, ...] = ()
        self._column = QVBoxLayout()
        spaced(self._column, (0, 0, 0, 0), 14)
        ground = QWidget(self)
        ground.setLayout(self._column)
        sized(ground, max_width=_WIDEST)
        outer = QVBoxLayout(self)
        spaced(outer, (0, 12, 0, 24), 0)
        outer.addWidget(ground)
        outer.addStretch()

    def show_kept(self, kept: Sequence[KeptReport], language: str) -> None:
        """Show the frozen reports of a quarter."""
        self._kept = tuple(kept)
        empty(self._column)
        for number, one in enumerate(kept):
            self._column.addWidget(self._box(number, one, language))
        if not kept:
            text = self.tr(
                "Nothing is frozen yet. Freeze keeps the report with its files as it is now, so that what was"
                " reported has one answer for good."
            )
            label = QLabel(text, self)
            label.setWordWrap(True)
            label.setProperty("role", "muted")
            self._column.addWidget(label)

    def _box(self, number: int, one: KeptReport, language: str) -> Box:
        box = Box(f"reports.frozen_{number}", self)
        box.set_heading(self.tr("As at {0}").format(current().moment(one.row.as_at)))
        for key, text, slot in (
            ("open", self.tr("Open"), self._on_open),
            ("save", self.tr("Save files …"), self._on_save),
        ):
            button = box.add_button(key)
            name_button(button, text)
            button.setProperty("place", number)
            button.clicked.connect(slot)
        facts = Facts(f"reports.frozen_facts_{number}", 3, box)
        facts.set_facts(self._facts(one, language))
        box.body.addWidget(facts)
        return box

    def _facts(self, one: KeptReport, language: str) -> list[Fact]:
        told = {"de": self.tr("German"), "en": self.tr("English")}
        faults = [sentence(StorageError(code, name=name), language) for name, code in one.faults]
        state = self.tr("Changed or missing") if faults else self.tr("Unchanged")
        out = [
            Fact(self.tr("Files"), state, chip="due" if faults else "done"),
            Fact(self.tr("Frozen by"), one.row.adviser),
            Fact(self.tr("Pages"), f"{one.row.pages} · {told.get(one.row.language, one.row.language)}"),
            Fact(
                self.tr("Counts below 3"),
                self.tr("left out") if one.row.suppressed else self.tr("shown"),
            ),
            Fact(self.tr("SHA-256 of the paper"), _grouped(one.row.sha256), wide=True),
        ]
        return [*out, *(Fact(self.tr("What is wrong"), text, wide=True) for text in faults)]

    def _of_sender(self) -> KeptReport:
        return self._kept[int(self.sender().property("place"))]

    @Slot()
    def _on_open(self) -> None:
        files = self._of_sender().files
        if files:
            self.open_wanted.emit(files[0].id)

    @Slot()
    def _on_save(self) -> None:
        self.save_wanted.emit([one.id for one in self._of_sender().files])


def _grouped(digits: str) -> str:
    """Return a hash in groups, so that it can be compared and broken into lines."""
    return " ".join(digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP))

"""Tells what became of many packs: how many were printed, which were skipped and why, which to look at."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QListWidget, QWidget

from kts_desktop.ui.kit.dialogs import Dialog
from kts_desktop.ui.kit.measure import sized
from kts_desktop.ui.packs.many_presenter import ManyResult, Told

_WIDTH = 560
_ROW, _MOST_ROWS = 44, 4  # a reason takes two lines as a rule; more are scrolled


class ManyResultDialog(Dialog):
    """Offers the folder, and another try for what is lacking."""

    folder_wanted = Signal()
    rest_wanted = Signal()

    def __init__(self, result: ManyResult, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("packs.many_result")
        sized(self, min_width=_WIDTH)
        counts = self._counts(result)
        if result.is_stopped:
            came_to = result.total - result.missing
            self.set_heading(self.tr("Stopped after {0} of {1}").format(came_to, result.total))
            self.add_sentence(f"{counts}.")
        else:
            self.set_heading(counts)
        self.problem = QLabel(result.problem, self)
        self.problem.setProperty("role", "error")
        self.problem.setWordWrap(True)
        self.problem.setVisible(bool(result.problem))
        self.body.addWidget(self.problem)
        if result.file is not None:
            told = self.tr("All packs are in the file {0} in {1}.")
            self.add_sentence(told.format(result.file.name, result.folder))
        elif result.printed:
            told = self.tr("The files are complete and lie in {0}.").format(result.folder)
            self.add_sentence(told)
        self.skipped = self._listed("skipped", self.tr("Skipped, with the reason"), result.skipped)
        self.remarks = self._listed("remarks", self.tr("Printed, but worth a look"), result.remarks)
        self.leave = self.add_close(self.tr("Close"))
        self.rest = self.add_verb(self._verb_of_rest(result))
        self.rest.setVisible(bool(result.skipped or result.missing))
        self.rest.setObjectName("packs.many_rest")
        self.folder = self.add_verb(self.tr("Open folder"), primary=True)
        self.folder.setVisible(result.printed > 0)
        self.folder.setObjectName("packs.many_open")
        self.rest.clicked.connect(self._on_rest)
        self.folder.clicked.connect(self.folder_wanted)
        (self.folder if result.printed else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def _counts(self, result: ManyResult) -> str:
        printed = self.tr("%n printed", "", result.printed)
        number = len(result.skipped)
        skipped = self.tr("%n skipped", "", number)
        return f"{printed}, {skipped}" if number else printed

    def _verb_of_rest(self, result: ManyResult) -> str:
        if result.is_stopped:
            return self.tr("Print the rest")
        return self.tr("Try the skipped ones again")

    def _listed(self, name: str, title: str, told: Sequence[Told]) -> QListWidget:
        """Return a list of sentences under its title; hidden where there is none."""
        heading, rows = QLabel(title, self), QListWidget(self)
        heading.setProperty("role", "label")
        heading.setBuddy(rows)
        rows.setObjectName(f"packs.many_{name}")
        rows.setAccessibleName(title)
        rows.setWordWrap(True)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sized(rows, height=_ROW * min(_MOST_ROWS, len(told)) + _ROW // 2)
        rows.addItems([f"{one.name}: {one.text}" for one in told])
        rows.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        for part in (heading, rows):
            part.setVisible(bool(told))
            self.body.addWidget(part)
        return rows

    @Slot()
    def _on_rest(self) -> None:
        self.rest_wanted.emit()
        self.accept()

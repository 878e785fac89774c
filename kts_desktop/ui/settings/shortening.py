"""How long the history of people and bodies is kept, and removing what is too old."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import UserFacingError
from kts_desktop.services import retention
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.dialogs import confirm, message
from kts_desktop.ui.kit.facts import Box
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from kts_desktop.storage.store import Store


class ShorteningPane(QWidget):
    """Says what is kept for how long, and removes what is due after a look at it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._years = 0
        self._box = Box("settings.privacy.history", self)
        self._look = self._box.add_button("look")
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        self._box.body.addWidget(self._told)
        column = QVBoxLayout(self)
        spaced(column, (28, 16, 28, 24), 16)
        column.addWidget(self._box)
        column.addStretch()
        sized(self, max_width=900)
        self._look.clicked.connect(self._on_look)
        self.retranslate()

    def show_now(self) -> None:
        """Read for how long old values are kept."""
        self._years = self._workspace.read(retention.years)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        self._box.set_heading(self.tr("History of people and bodies"))
        self._look.setText(self.tr("What is too old? …"))
        self._told.setText(
            self.tr(
                "What a field of a person or body held before is forgotten after {years} years, and who "
                "changed it after {lines}; once a month, by itself. The history of cases and their notes "
                "stays as long as the case. The years are set under Office."
            ).format(years=self._years, lines=retention.LINES_YEARS)
        )

    @Slot()
    def _on_look(self) -> None:
        """Count what is due in the lane of writes: it needs tables of its own."""
        now = self._workspace.clock()
        self._workspace.survey(lambda store: retention.due(store, now)).succeeded.connect(self._on_found)

    @Slot(object)
    def _on_found(self, found: object) -> None:
        assert isinstance(found, retention.Shortening)
        if not found:
            message(self, self.tr("Nothing is too old"), self.tr("The history holds nothing that is due."))
            return
        write = formats.current().number
        question = confirm(
            self,
            self.tr("Remove what is too old?"),
            self.tr(
                "Old values: {values}. Lines of the history: {lines}. Records: {records}. Present values "
                "stay. This is final, and the steps concerned can no longer be undone."
            ).format(values=write(found.values), lines=write(found.lines), records=write(found.records)),
            self.tr("Remove for good"),
        )
        question.confirmed.connect(self._on_confirmed)

    @Slot()
    def _on_confirmed(self) -> None:
        now = self._workspace.clock()

        def job(store: "Store", _ticket: Ticket) -> Changes:
            return retention.erase_history(store, now)

        ticket = self._workspace.erase(job)
        ticket.succeeded.connect(self._on_removed)
        ticket.failed.connect(self._on_failed)

    @Slot(object)
    def _on_removed(self, _changes: object) -> None:
        self._workspace.say(self.tr("What was too old is removed."))

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if not isinstance(error, UserFacingError):
            assert isinstance(error, BaseException)
            raise error
        self._workspace.failed.emit(error)

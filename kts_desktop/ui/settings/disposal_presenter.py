"""Disposal of filed cases: what is due, proposing, and erasing for good after a second step."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from kts_desktop.core.changes import Changes
from kts_desktop.core.clock import local_date
from kts_desktop.services import disposal_due, disposals, vocabulary
from kts_desktop.services.disposals import DueCase, Outlook
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit.value_words import ValueWords
from kts_desktop.ui.kit.writing import Telling, Writing
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from kts_desktop.storage.store import Store

CLASSES = "retention_class"  # the value list
NEWS = ("advisory_case", "setting", "adviser", "vocabulary")


@dataclass(frozen=True, slots=True, kw_only=True)
class DueList:
    """What is due; ``next_on`` is the day on which something will be, where nothing is."""

    cases: tuple[DueCase, ...]
    words: ValueWords
    next_on: date | None = None


class DisposalView(Telling, Protocol):
    """What the presenter needs of the page."""

    def show_due(self, found: DueList) -> None: ...
    def ask(self, outlook: Outlook) -> None: ...
    def show_disposed(self, count: int) -> None: ...


class DisposalPresenter(Writing):
    """Reads what is due, and carries out what is chosen."""

    busy = Signal(bool)  # cases are being erased

    def __init__(self, workspace: Workspace, view: DisposalView, parent: QObject) -> None:
        super().__init__(workspace, view, parent)
        self._view = view
        self._is_read = False
        self._asked: Ticket | None = None
        self._chosen: tuple[int, ...] = ()
        self._is_noted = False
        workspace.changed.connect(self._follow)

    def refresh(self) -> None:
        """Read what is due."""
        today, language = local_date(self._workspace.clock()), self._workspace.language

        def query(session: "Session", _ticket: Ticket) -> DueList:
            cases = tuple(disposals.due(session, today))
            return DueList(
                cases=cases,
                words=ValueWords(vocabulary.many_labels(session, (CLASSES,), language)),
                next_on=None if cases else disposal_due.next_day(session, today),
            )

        self._asked = self._workspace.fetch(query)
        self._asked.succeeded.connect(self._on_found)
        self._asked.failed.connect(self._on_failed)

    def propose(self, case_ids: Sequence[int]) -> None:
        """Propose cases, as one step that can be undone."""
        today = local_date(self._workspace.clock())
        self.write(
            "disposal.propose", lambda session: disposals.propose(session, case_ids, today), offers_undo=True
        )

    def withdraw(self, case_ids: Sequence[int]) -> None:
        """Take proposals back, as one step that can be undone."""
        self.write(
            "disposal.withdraw", lambda session: disposals.withdraw(session, case_ids), offers_undo=True
        )

    def ask(self, case_ids: Sequence[int]) -> None:
        """Find out what disposing of these cases would take along, and let the page ask."""
        self._chosen = tuple(case_ids)
        chosen = self._chosen
        ticket = self._workspace.survey(lambda store: disposals.outlook(store, chosen))
        ticket.succeeded.connect(self._on_outlook)
        ticket.failed.connect(self._on_failed)

    @Slot()
    def dispose(self) -> None:
        """Erase the cases asked about, for good; until its end the job can be stopped and nothing is gone."""
        chosen = self._chosen

        def job(store: "Store", ticket: Ticket) -> Changes:
            return disposals.approve(store, chosen, ticket.step)

        ticket = self._workspace.erase(job, QCoreApplication.translate("disposal", "Disposing of cases"))
        self.busy.emit(True)
        ticket.succeeded.connect(self._on_disposed)
        ticket.failed.connect(self._on_failed)
        ticket.finished.connect(self._on_finished)

    @Slot(object)
    def _on_found(self, found: object) -> None:
        if self.sender() is not self._asked:
            return  # an answer from before the last change
        self._asked = None
        self._is_read = True
        due = cast("DueList", found)
        self._view.show_due(due)
        if due.cases and not self._is_noted:
            self._is_noted = True
            now = self._workspace.clock()
            self._workspace.survey(lambda store: disposal_due.note_look(store, now))

    @Slot(object)
    def _on_outlook(self, outlook: object) -> None:
        self._view.ask(cast("Outlook", outlook))

    @Slot(object)
    def _on_disposed(self, _changes: object) -> None:
        self._view.show_disposed(len(self._chosen))

    @Slot()
    def _on_finished(self) -> None:
        self.busy.emit(False)

    @Slot(Changes)
    def _follow(self, changes: Changes) -> None:
        if self._is_read and changes.concerns(*NEWS) and self._workspace.is_open:
            self.refresh()

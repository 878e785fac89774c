"""The start of the day: what is due for oneself and those one stands in for, and what waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, QTimer, Slot

from kts_desktop.core.changes import Changes
from kts_desktop.core.clock import local_date
from kts_desktop.models.vocab import CaseId, NoteId, TaskId
from kts_desktop.services import advisers, drafts, notes, tasks, today
from kts_desktop.services.drafts import KeptDraft
from kts_desktop.services.notes import CallDraft, NoteFilter, NoteRow
from kts_desktop.services.tasks import TaskFilter, TaskRow, TaskScope
from kts_desktop.services.today import Day
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.kit.writing import Telling, Writing
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from kts_desktop.services.draft_places import DraftPlace

NEWS = (*today.KINDS, "organisation", "person", "adviser")
LATER = 2_500  # milliseconds after the first list until it is looked what is due for disposal
_MONDAY = 0
_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A form that was not saved: of which record, and since when."""

    place: "DraftPlace"
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """What the page shows beside the list."""

    day: Day
    unassigned: tuple[NoteRow, ...]
    drafts: tuple[Waiting, ...] = ()


class TodayView(Telling, Protocol):
    """What the presenter needs of the page."""

    def show_day(self, view: DayView) -> None: ...
    def show_tasks(self, ids: Sequence[TaskId], load: Loader[TaskRow]) -> None: ...
    def show_logged(self) -> None: ...
    def show_due_cases(self, count: int) -> None: ...


class TodayPresenter(Writing):
    """Knows which part of the agenda is shown."""

    def __init__(self, workspace: Workspace, view: TodayView, parent: QObject) -> None:
        super().__init__(workspace, view, parent)
        self._view = view
        self._scope = TaskScope.TODAY
        self._everyone = True
        self._later = QTimer(self, interval=LATER, singleShot=True)
        self._later.timeout.connect(self._look_for_due)
        workspace.changed.connect(self._follow)

    @property
    def today(self) -> date:
        """Return the day of the workspace's clock."""
        return local_date(self._workspace.clock())

    @property
    def scope(self) -> TaskScope:
        """Return the part of the agenda shown."""
        return self._scope

    @property
    def shows_everyone(self) -> bool:
        """Tell whether everybody's agenda is shown."""
        return self._everyone

    def begin(self) -> None:
        """Show what is overdue first, if anything is; else today."""
        view = self._workspace.read(self._gathered)
        self._scope = TaskScope.OVERDUE if view.day.counts.overdue else TaskScope.TODAY
        self._show(view)
        self._later.start()

    def come_back(self) -> None:
        """Look at what may have been seen to elsewhere, as when the page is shown again."""
        if not self._later.isActive():
            self._look_for_due()

    def refresh(self) -> None:
        """Read everything anew."""
        self._show(self._workspace.read(self._gathered))
        self._later.start()

    def choose(self, scope: TaskScope) -> None:
        """Show another part of the agenda."""
        self._scope = scope
        self._list()

    def set_everyone(self, is_on: bool) -> None:
        """Show everybody's agenda, or one's own."""
        self._everyone = is_on
        self.refresh()

    def complete(self, task_ids: Sequence[TaskId]) -> None:
        """Tick follow-ups off, as one step."""

        def use_case(session: "Session") -> None:
            for task_id in task_ids:
                tasks.complete(session, task_id)

        self.write("task.done", use_case, offers_undo=True)

    def move_by(self, task_ids: Sequence[TaskId], days: int) -> None:
        """Put follow-ups off by some days from today."""
        self._move(task_ids, self.today + timedelta(days=days))

    def move_to_monday(self, task_ids: Sequence[TaskId]) -> None:
        """Put follow-ups off to the next Monday."""
        ahead = (_MONDAY - self.today.weekday()) % _WEEK or _WEEK
        self._move(task_ids, self.today + timedelta(days=ahead))

    def log(self, call: CallDraft) -> None:
        """Keep a call with its follow-up, as one step."""
        ticket = self.write("call.log", lambda session: notes.log_call(session, call), offers_undo=True)
        ticket.succeeded.connect(self._on_logged)

    def assign(self, note_id: NoteId, case_id: CaseId) -> None:
        """Put an unassigned call on a case."""
        ticket = self.write(
            "note.assign", lambda session: notes.assign(session, note_id, case_id), offers_undo=True
        )
        ticket.succeeded.connect(self._on_logged)

    def _move(self, task_ids: Sequence[TaskId], day: date) -> None:
        self.write("task.move", lambda session: tasks.move(session, task_ids, day), offers_undo=True)

    def _gathered(self, session: "Session") -> DayView:
        me = None if self._everyone else advisers.me(session)
        waiting = notes.ids(session, NoteFilter(unassigned=True))
        rows = notes.rows(session, waiting)
        return DayView(
            day=today.day(session, self.today, me.id if me else None),
            unassigned=tuple(rows[id_] for id_ in waiting if id_ in rows),
            drafts=tuple(_waiting(session, one) for one in drafts.waiting(session)),
        )

    def _show(self, view: DayView) -> None:
        self._view.show_day(view)
        self._list()

    def _list(self) -> None:
        self._view.show_tasks(self._workspace.read(self._ids), self._load)

    def _ids(self, session: "Session") -> list[TaskId]:
        me = None if self._everyone else advisers.me(session)
        mine = today.covered(session, me.id if me else None, self.today)
        return tasks.ids(session, TaskFilter(today=self.today, scope=self._scope, assignee_ids=mine))

    def _load(self, ids: Sequence[int]) -> dict[int, TaskRow]:
        return self._workspace.read(lambda session: tasks.rows(session, ids))

    @Slot()
    def _look_for_due(self) -> None:
        """Ask a worker whether there is something to remind of; the list of the day does not wait for it."""
        if not self._workspace.is_open:
            return
        now = self._workspace.clock()

        def query(session: "Session", _ticket: Ticket) -> int:
            from kts_desktop.services import disposal_due

            return disposal_due.reminder(session, now)

        self._workspace.fetch(query).succeeded.connect(self._on_due)

    @Slot(object)
    def _on_due(self, count: object) -> None:
        self._view.show_due_cases(cast("int", count))

    @Slot(object)
    def _on_logged(self, _note: object) -> None:
        self._view.show_logged()

    @Slot(Changes)
    def _follow(self, changes: Changes) -> None:
        if changes.concerns(*NEWS):
            self.refresh()


def _waiting(session: "Session", kept: KeptDraft) -> Waiting:
    from kts_desktop.services import draft_places

    return Waiting(place=draft_places.place_of(session, kept), at=kept.at)

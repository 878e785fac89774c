"""Follow-ups, promises of both sides and deadlines: use cases and lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import cast

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import NotFoundError, RefusedError, ValidationError
from kts_desktop.models.adviser import Adviser
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.event import Event
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.task import Task
from kts_desktop.models.vocab import TaskId, TaskKind
from kts_desktop.storage import search
from kts_desktop.storage.direct import ids_of
from kts_desktop.storage.sessions import Session

KIND = Task.__tablename__


class TaskScope(StrEnum):
    """Which open tasks a list shows, counted from a day."""

    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"  # the seven days after today
    LATER = "later"
    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDraft:
    """What is entered for a task; it stands on at most one record of each kind."""

    title: str
    due_on: date
    kind: str = TaskKind.FOLLOW_UP.value
    assignee_id: int | None = None
    owed_by_id: int | None = None
    case_id: int | None = None
    note_id: int | None = None
    organisation_id: int | None = None
    person_id: int | None = None
    project_id: int | None = None
    event_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """What lists show of a task; ``place`` names the case, event or body it stands on."""

    id: TaskId
    title: str
    kind: str
    due_on: date
    done_at: datetime | None
    result: str
    assignee_id: int | None
    assignee: str
    case_id: int | None
    case_number: str
    case_subject: str
    organisation_id: int | None
    body: str
    event_id: int | None
    event: str

    @property
    def place(self) -> str:
        """Return the name of what the task stands on."""
        return self.body or self.event or self.case_subject


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFilter:
    """Which tasks are wanted; ``today`` draws the line between overdue, today and later."""

    today: date
    scope: TaskScope = TaskScope.OPEN
    assignee_ids: tuple[int, ...] = ()
    case_id: int | None = None
    organisation_id: int | None = None
    event_id: int | None = None
    kinds: tuple[str, ...] = ()
    text: str = ""


def add(session: Session, draft: TaskDraft, *, source: str = "") -> TaskId:
    """Add a task; raises ValidationError if its title is blank."""
    _check(draft)
    task = Task(
        title=draft.title.strip(),
        due_on=draft.due_on,
        kind=draft.kind,
        assignee_id=draft.assignee_id,
        owed_by_id=draft.owed_by_id,
        case_id=draft.case_id,
        note_id=draft.note_id,
        organisation_id=draft.organisation_id,
        person_id=draft.person_id,
        project_id=draft.project_id,
        event_id=draft.event_id,
        source=source,
    )
    session.add(task)
    session.flush()
    return TaskId(task.id)


def edit(session: Session, task_id: TaskId, draft: TaskDraft) -> None:
    """Change a task."""
    _check(draft)
    task = _alive(session, task_id)
    task.title, task.due_on, task.kind = draft.title.strip(), draft.due_on, draft.kind
    task.assignee_id, task.owed_by_id = draft.assignee_id, draft.owed_by_id
    task.case_id, task.note_id, task.organisation_id = draft.case_id, draft.note_id, draft.organisation_id
    task.person_id, task.project_id, task.event_id = draft.person_id, draft.project_id, draft.event_id


def complete(session: Session, task_id: TaskId, result: str = "") -> None:
    """Tick a task off, with one line on the result; raises RefusedError if it is done already."""
    task = _alive(session, task_id)
    if task.done_at is not None:
        raise RefusedError("task_done_already")
    task.done_at, task.result = utc_now(), result.strip()


def reopen(session: Session, task_id: TaskId) -> None:
    """Make a done task open again."""
    _alive(session, task_id).done_at = None


def move(session: Session, task_ids: Sequence[TaskId], due_on: date) -> None:
    """Put tasks off to another day, as one step."""
    for task_id in task_ids:
        _alive(session, task_id).due_on = due_on


def delete(session: Session, task_ids: Sequence[TaskId]) -> None:
    """Move tasks to the bin."""
    for task_id in task_ids:
        _alive(session, task_id).deleted_at = utc_now()


def draft_of(session: Session, task_id: TaskId) -> TaskDraft:
    """Return what a form edits."""
    task = _alive(session, task_id)
    return TaskDraft(
        title=task.title,
        due_on=task.due_on,
        kind=task.kind,
        assignee_id=task.assignee_id,
        owed_by_id=task.owed_by_id,
        case_id=task.case_id,
        note_id=task.note_id,
        organisation_id=task.organisation_id,
        person_id=task.person_id,
        project_id=task.project_id,
        event_id=task.event_id,
    )


def ids(session: Session, wanted: TaskFilter) -> list[TaskId]:
    """Return the ids of tasks, the earliest due first; done ones newest first."""
    is_done = wanted.scope is TaskScope.DONE
    order = (Task.done_at.desc(), Task.id.desc()) if is_done else (Task.due_on, Task.id)
    query = _filtered(select(Task.id), wanted).order_by(*order)
    return cast("list[TaskId]", ids_of(session, query))


def count(session: Session, wanted: TaskFilter) -> int:
    """Return how many tasks there are."""
    return session.scalar(_filtered(select(func.count(Task.id)), wanted)) or 0


def rows(session: Session, ids: Sequence[int]) -> dict[int, TaskRow]:
    """Return the rows of a window of ids; one that is gone is left out."""
    organisation_id = func.coalesce(Task.organisation_id, AdvisoryCase.organisation_id)
    query = (
        select(
            Task.id,
            Task.title,
            Task.kind,
            Task.due_on,
            Task.done_at,
            Task.result,
            Task.assignee_id,
            func.coalesce(Adviser.name, "").label("assignee"),
            Task.case_id,
            func.coalesce(AdvisoryCase.number, "").label("case_number"),
            func.coalesce(AdvisoryCase.subject, "").label("case_subject"),
            Organisation.id.label("organisation_id"),
            func.coalesce(Organisation.name, "").label("body"),
            Task.event_id,
            func.coalesce(Event.title, "").label("event"),
        )
        .outerjoin(Adviser.__table__, Adviser.id == Task.assignee_id)
        .outerjoin(AdvisoryCase.__table__, AdvisoryCase.id == Task.case_id)
        .outerjoin(Organisation.__table__, Organisation.id == organisation_id)
        .outerjoin(Event.__table__, Event.id == Task.event_id)
        .where(Task.id.in_(ids), Task.deleted_at.is_(None))
    )
    return {row.id: TaskRow(**row._mapping) for row in session.execute(query)}  # noqa: SLF001 - its public name


def _filtered(query: "Select[int]", wanted: TaskFilter) -> "Select[int]":
    query = query.where(Task.deleted_at.is_(None), *_scope(wanted))
    if wanted.assignee_ids:
        query = query.where(Task.assignee_id.in_(wanted.assignee_ids))
    if wanted.case_id is not None:
        query = query.where(Task.case_id == wanted.case_id)
    if wanted.event_id is not None:
        query = query.where(Task.event_id == wanted.event_id)
    if wanted.organisation_id is not None:
        of_body = select(AdvisoryCase.id).where(AdvisoryCase.organisation_id == wanted.organisation_id)
        query = query.where(or_(Task.organisation_id == wanted.organisation_id, Task.case_id.in_(of_body)))
    if wanted.text.strip():
        query = query.where(Task.id.in_(search.matching("task", wanted.text)))
    if wanted.kinds:
        query = query.where(Task.kind.in_(wanted.kinds))
    return query


def _scope(wanted: TaskFilter) -> tuple[ColumnElement[bool], ...]:
    if wanted.scope is TaskScope.DONE:
        return (Task.done_at.is_not(None),)
    week = wanted.today + timedelta(days=7)
    when: dict[TaskScope, ColumnElement[bool]] = {
        TaskScope.OVERDUE: Task.due_on < wanted.today,
        TaskScope.TODAY: Task.due_on == wanted.today,
        TaskScope.WEEK: and_(Task.due_on > wanted.today, Task.due_on <= week),
        TaskScope.LATER: Task.due_on > week,
    }
    is_open = Task.done_at.is_(None)
    return (is_open, when[wanted.scope]) if wanted.scope in when else (is_open,)


def _alive(session: Session, task_id: TaskId) -> Task:
    task = session.get(Task, task_id)
    if task is None or task.deleted_at is not None:
        raise NotFoundError("gone", id=task_id)
    return task


def _check(draft: TaskDraft) -> None:
    if not draft.title.strip():
        raise ValidationError("title", "blank")

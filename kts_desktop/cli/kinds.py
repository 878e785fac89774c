"""The kinds of records the command line lists, shows, adds and edits, each with its use cases."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any

from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.models.vocab import CaseId, EventId, NoteId, PersonId, TaskId
from kts_desktop.services import (
    case_lists,
    cases,
    event_lists,
    events,
    notes,
    person_lists,
    persons,
    tasks,
)
from kts_desktop.services.case_lists import CaseFilter
from kts_desktop.services.event_lists import EventFilter
from kts_desktop.services.notes import NoteFilter
from kts_desktop.services.person_lists import PersonFilter
from kts_desktop.services.tasks import TaskFilter
from kts_desktop.storage.sessions import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What one word of the command line means."""

    table: str
    draft: type[Any]
    label: str  # first half of the labels of its steps
    add: Callable[[Session, Any], int]
    edit: Callable[[Session, int, Any], None]
    draft_of: Callable[[Session, int], Any]
    ids: Callable[[Session, str], Sequence[int]]
    rows: Callable[[Session, Sequence[int]], Mapping[int, Any]]
    columns: tuple[str, ...]
    defaults: Callable[[], Mapping[str, Any]] = dict


def _case_ids(session: Session, typed: str) -> Sequence[int]:
    return case_lists.ids(session, CaseFilter(text=typed))


def _note_ids(session: Session, typed: str) -> Sequence[int]:
    return notes.ids(session, NoteFilter(text=typed))


def _task_ids(session: Session, typed: str) -> Sequence[int]:
    return tasks.ids(session, TaskFilter(today=local_date(utc_now()), text=typed))


def _person_ids(session: Session, typed: str) -> Sequence[int]:
    return person_lists.ids(session, PersonFilter(text=typed))


def _event_ids(session: Session, typed: str) -> Sequence[int]:
    return event_lists.ids(session, EventFilter(now=utc_now(), text=typed))


def _today() -> Mapping[str, Any]:
    return {"received_on": local_date(utc_now())}


def _now() -> Mapping[str, Any]:
    return {"happened_at": utc_now()}


def _tomorrow() -> Mapping[str, Any]:
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=1)
    return {"starts_at": start, "ends_at": start + timedelta(hours=2)}


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "case": Kind(
            table="advisory_case",
            draft=cases.CaseDraft,
            label="case",
            add=cases.open_case,
            edit=lambda session, id_, draft: cases.edit(session, CaseId(id_), draft),
            draft_of=lambda session, id_: cases.draft_of(session, CaseId(id_)),
            ids=_case_ids,
            rows=case_lists.rows,
            columns=("id", "number", "body", "subject", "state", "next_due_on"),
            defaults=_today,
        ),
        "note": Kind(
            table="note",
            draft=notes.NoteDraft,
            label="note",
            add=notes.add,
            edit=lambda session, id_, draft: notes.edit(session, NoteId(id_), draft),
            draft_of=lambda session, id_: notes.draft_of(session, NoteId(id_)),
            ids=_note_ids,
            rows=notes.rows,
            columns=("id", "happened_at", "kind", "body", "case_number", "title"),
            defaults=_now,
        ),
        "task": Kind(
            table="task",
            draft=tasks.TaskDraft,
            label="task",
            add=tasks.add,
            edit=lambda session, id_, draft: tasks.edit(session, TaskId(id_), draft),
            draft_of=lambda session, id_: tasks.draft_of(session, TaskId(id_)),
            ids=_task_ids,
            rows=tasks.rows,
            columns=("id", "due_on", "kind", "assignee", "body", "title"),
        ),
        "person": Kind(
            table="person",
            draft=persons.PersonDraft,
            label="person",
            add=persons.add,
            edit=lambda session, id_, draft: persons.edit(session, PersonId(id_), draft),
            draft_of=lambda session, id_: persons.draft_of(session, PersonId(id_)),
            ids=_person_ids,
            rows=person_lists.rows,
            columns=("id", "name", "function", "body", "phone", "mail"),
        ),
        "event": Kind(
            table="event",
            draft=events.EventDraft,
            label="event",
            add=events.schedule,
            edit=lambda session, id_, draft: events.edit(session, EventId(id_), draft),
            draft_of=lambda session, id_: events.draft_of(session, EventId(id_)),
            ids=_event_ids,
            rows=event_lists.rows,
            columns=("id", "starts_at", "mode", "state", "title"),
            defaults=_tomorrow,
        ),
    }
)
ADD_LABELS = MappingProxyType({"case": "case.open", "event": "event.schedule"})


def add_label(word: str) -> str:
    """Return the label of the step that adds a record of a kind."""
    return ADD_LABELS.get(word, f"{KINDS[word].label}.add")

"""The kinds of records the command line lists, shows, adds and edits, each with its use cases."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import MappingProxyType, ModuleType
from typing import Any

from kts_desktop.core.clock import local_date, utc_now
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


def _kind(
    use_cases: ModuleType,
    draft: type[Any],
    ids: Callable[[Session, str], Sequence[int]],
    rows: Callable[..., Mapping[int, Any]],
    columns: str,
    *,
    adds_by: str = "add",
    defaults: Callable[[], Mapping[str, Any]] = dict,
) -> Kind:
    """Return a kind whose module names its use cases as all modules do; ``columns`` are words."""
    return Kind(
        table=use_cases.KIND,
        draft=draft,
        add=getattr(use_cases, adds_by),
        edit=use_cases.edit,
        draft_of=use_cases.draft_of,
        ids=ids,
        rows=rows,
        columns=tuple(columns.split()),
        defaults=defaults,
    )


_CASE = "id number body subject state next_due_on"
_NOTE = "id happened_at kind body case_number title"
_TASK = "id due_on kind assignee body title"
_PERSON = "id name function body phone mail"
_EVENT = "id starts_at mode state title"
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "case": _kind(
            cases, cases.CaseDraft, _case_ids, case_lists.rows, _CASE, adds_by="open_case", defaults=_today
        ),
        "note": _kind(notes, notes.NoteDraft, _note_ids, notes.rows, _NOTE, defaults=_now),
        "task": _kind(tasks, tasks.TaskDraft, _task_ids, tasks.rows, _TASK),
        "person": _kind(persons, persons.PersonDraft, _person_ids, person_lists.rows, _PERSON),
        "event": _kind(
            events,
            events.EventDraft,
            _event_ids,
            event_lists.rows,
            _EVENT,
            adds_by="schedule",
            defaults=_tomorrow,
        ),
    }
)
ADD_LABELS = MappingProxyType({"case": "case.open", "event": "event.schedule"})


def add_label(word: str) -> str:
    """Return the label of the step that adds a record of a kind."""
    return ADD_LABELS.get(word, f"{word}.add")

"""The chronology of a pack: every dated thing of a body and its cases in one list."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select

from kts_desktop.models.adviser import Adviser
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.note import Note
from kts_desktop.models.task import Task
from kts_desktop.models.vocab import TaskKind
from kts_desktop.services.briefing_labels import Asked, day_of
from kts_desktop.services.snapshot import Entry, Event

_LONGEST = 400
_NEVER = date.min
_WORDS = {
    "received": ("case received", "Eingang des Vorgangs"),
    "closed": ("case closed", "Abschluss des Vorgangs"),
    "done": ("follow-up done", "Wiedervorlage erledigt"),
    "kept": ("promise kept", "Zusage eingelöst"),
}


def entries(
    asked: Asked, organisation_id: int, case_ids: Sequence[int], events: Sequence[Event]
) -> tuple[Entry, ...]:
    """Return what happened in the period, the oldest first."""
    found = [
        *_notes(asked, organisation_id, case_ids),
        *_cases(asked, case_ids),
        *_tasks(asked, organisation_id, case_ids),
        *_events(asked, events),
    ]
    since = asked.since.date()
    told = [entry for entry in found if since <= entry.on <= asked.today]
    return tuple(sorted(told, key=lambda one: (one.on, one.number, one.kind, one.what)))


def _word(asked: Asked, key: str) -> str:
    return _WORDS[key][asked.language == "de"]


def _notes(asked: Asked, organisation_id: int, case_ids: Sequence[int]) -> list[Entry]:
    query = (
        select(
            Note.happened_at, Note.kind, Note.title, Note.text, Note.caller, Adviser.name, AdvisoryCase.number
        )
        .select_from(Note.__table__)
        .outerjoin(Adviser.__table__, Adviser.id == Note.author_id)
        .outerjoin(AdvisoryCase.__table__, AdvisoryCase.id == Note.case_id)
        .where(
            Note.deleted_at.is_(None),
            Note.happened_at <= asked.now,
            or_(
                Note.case_id.in_(case_ids),
                Note.case_id.is_(None) & (Note.organisation_id == (organisation_id or -1)),
            ),
        )
    )
    return [
        Entry(
            on=day_of(at) or _NEVER,
            kind=asked.label("note_kind", kind),
            who=author or caller,
            what=asked.cut(title or " ".join(text.split()), _LONGEST),
            number=number or "",
        )
        for at, kind, title, text, caller, author, number in asked.session.execute(query)
    ]


def _cases(asked: Asked, case_ids: Sequence[int]) -> list[Entry]:
    case = AdvisoryCase
    query = select(case.number, case.subject, case.received_on, case.closed_on).where(case.id.in_(case_ids))
    out = []
    for number, subject, received, closed in asked.session.execute(query):
        for key, day in (("received", received), ("closed", closed)):
            if day is not None:
                out.append(Entry(on=day, kind=_word(asked, key), what=subject, number=number))
    return out


def _tasks(asked: Asked, organisation_id: int, case_ids: Sequence[int]) -> list[Entry]:
    query = (
        select(Task.done_at, Task.kind, Task.title, Task.result, Adviser.name, AdvisoryCase.number)
        .select_from(Task.__table__)
        .outerjoin(Adviser.__table__, Adviser.id == Task.assignee_id)
        .outerjoin(AdvisoryCase.__table__, AdvisoryCase.id == Task.case_id)
        .where(
            Task.deleted_at.is_(None),
            Task.done_at.is_not(None),
            or_(
                Task.case_id.in_(case_ids),
                Task.case_id.is_(None) & (Task.organisation_id == (organisation_id or -1)),
            ),
        )
    )
    promises = {TaskKind.OUR_PROMISE.value, TaskKind.THEIR_PROMISE.value}
    return [
        Entry(
            on=day_of(done) or _NEVER,
            kind=_word(asked, "kept" if kind in promises else "done"),
            who=assignee or "",
            what=asked.cut(": ".join(text for text in (title, result) if text), _LONGEST),
            number=number or "",
        )
        for done, kind, title, result, assignee, number in asked.session.execute(query)
    ]


def _events(asked: Asked, events: Sequence[Event]) -> list[Entry]:
    word = "Veranstaltung" if asked.language == "de" else "event"
    return [
        Entry(on=one.begins.date(), kind=word, who=", ".join(one.people), what=one.title) for one in events
    ]

"""Dated notes of calls, mails, visits: use cases and lists."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import cast

from sqlalchemy import Select, func, or_, select

from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import NotFoundError, ValidationError
from kts_desktop.core.ids import link_uid
from kts_desktop.models.adviser import Adviser
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.note import Note, NotePerson
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Affiliation, Person
from kts_desktop.models.vocab import CaseId, NoteId, PersonId
from kts_desktop.services import tasks
from kts_desktop.services.tasks import TaskDraft
from kts_desktop.storage import search
from kts_desktop.storage.direct import ids_of
from kts_desktop.storage.sessions import Session

KIND = Note.__tablename__


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDraft:
    """What is entered for a note; on none of the records it is an unassigned one."""

    kind: str = "call"  # value list note_kind
    happened_at: datetime
    text: str = ""
    title: str = ""
    duration_min: int | None = None
    next_step: str = ""
    author_id: int | None = None
    case_id: int | None = None
    organisation_id: int | None = None
    project_id: int | None = None
    event_id: int | None = None
    caller: str = ""
    person_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallDraft:
    """A call as it is logged at once: the note, and the follow-up that comes of it."""

    note: NoteDraft
    follow_up: str = ""
    due_on: date | None = None
    assignee_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """What a course of events shows of a note."""

    id: NoteId
    kind: str
    happened_at: datetime
    title: str
    text: str
    next_step: str
    duration_min: int | None
    author: str
    case_id: int | None
    case_number: str
    organisation_id: int | None
    body: str
    project_id: int | None
    event_id: int | None
    caller: str
    people: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFilter:
    """Which notes are wanted; ``organisation_id`` includes the notes of its cases."""

    case_id: int | None = None
    organisation_id: int | None = None
    project_id: int | None = None
    event_id: int | None = None
    person_id: int | None = None
    unassigned: bool = False
    text: str = ""


def add(session: Session, draft: NoteDraft, *, source: str = "") -> NoteId:
    """Add a note; raises ValidationError if it says nothing."""
    _check(draft)
    note = Note(
        kind=draft.kind,
        happened_at=draft.happened_at,
        duration_min=draft.duration_min,
        title=draft.title.strip(),
        text=draft.text.strip(),
        next_step=draft.next_step.strip(),
        author_id=draft.author_id,
        case_id=draft.case_id,
        organisation_id=draft.organisation_id,
        project_id=draft.project_id,
        event_id=draft.event_id,
        caller=draft.caller.strip(),
        source=source,
    )
    session.add(note)
    session.flush()
    _set_people(session, note, draft.person_ids, source=source)
    return NoteId(note.id)


def log_call(session: Session, call: CallDraft) -> NoteId:
    """Add a note with its follow-up as one step: undo takes both back."""
    note_id = add(session, call.note)
    if call.due_on is not None:
        tasks.add(
            session,
            TaskDraft(
                title=call.follow_up.strip() or call.note.next_step.strip() or call.note.text.strip()[:120],
                due_on=call.due_on,
                assignee_id=call.assignee_id or call.note.author_id,
                case_id=call.note.case_id,
                note_id=note_id,
                organisation_id=call.note.organisation_id,
                event_id=call.note.event_id,
                project_id=call.note.project_id,
            ),
        )
    return note_id


def edit(session: Session, note_id: NoteId, draft: NoteDraft) -> None:
    """Change a note."""
    _check(draft)
    note = _alive(session, note_id)
    note.kind, note.happened_at, note.duration_min = draft.kind, draft.happened_at, draft.duration_min
    note.title, note.text, note.next_step = draft.title.strip(), draft.text.strip(), draft.next_step.strip()
    note.case_id, note.organisation_id = draft.case_id, draft.organisation_id
    note.project_id, note.event_id, note.caller = draft.project_id, draft.event_id, draft.caller.strip()
    note.author_id = draft.author_id
    _set_people(session, note, draft.person_ids)


def assign(session: Session, note_id: NoteId, case_id: CaseId) -> None:
    """Put an unassigned note on a case."""
    case = session.get(AdvisoryCase, case_id)
    if case is None or case.deleted_at is not None:
        raise NotFoundError("gone", id=case_id)
    note = _alive(session, note_id)
    note.case_id = case_id
    note.organisation_id = note.organisation_id or case.organisation_id


def delete(session: Session, note_ids: Sequence[NoteId]) -> None:
    """Move notes to the bin."""
    for note_id in note_ids:
        _alive(session, note_id).deleted_at = utc_now()


def draft_of(session: Session, note_id: NoteId) -> NoteDraft:
    """Return what a form edits."""
    note = _alive(session, note_id)
    people = session.scalars(
        select(NotePerson.person_id)
        .where(NotePerson.note_id == note_id, NotePerson.deleted_at.is_(None))
        .order_by(NotePerson.id)
    )
    return NoteDraft(
        kind=note.kind,
        happened_at=note.happened_at,
        text=note.text,
        title=note.title,
        duration_min=note.duration_min,
        next_step=note.next_step,
        author_id=note.author_id,
        case_id=note.case_id,
        organisation_id=note.organisation_id,
        project_id=note.project_id,
        event_id=note.event_id,
        caller=note.caller,
        person_ids=tuple(people),
    )


def ids(session: Session, wanted: NoteFilter, *, oldest_first: bool = False) -> list[NoteId]:
    """Return the ids of notes, the newest first."""
    order = (Note.happened_at, Note.id) if oldest_first else (Note.happened_at.desc(), Note.id.desc())
    return cast("list[NoteId]", ids_of(session, _filtered(select(Note.id), wanted).order_by(*order)))


def count(session: Session, wanted: NoteFilter) -> int:
    """Return how many notes there are."""
    return session.scalar(_filtered(select(func.count(Note.id)), wanted)) or 0


def rows(session: Session, ids: Sequence[int]) -> dict[int, NoteRow]:
    """Return the rows of a window of ids, with the people of each; one that is gone is left out."""
    organisation_id = func.coalesce(Note.organisation_id, AdvisoryCase.organisation_id)
    query = (
        select(
            Note.id,
            Note.kind,
            Note.happened_at,
            Note.title,
            Note.text,
            Note.next_step,
            Note.duration_min,
            func.coalesce(Adviser.name, "").label("author"),
            Note.case_id,
            func.coalesce(AdvisoryCase.number, "").label("case_number"),
            Organisation.id.label("organisation_id"),
            func.coalesce(Organisation.name, "").label("body"),
            Note.project_id,
            Note.event_id,
            Note.caller,
        )
        .outerjoin(Adviser.__table__, Adviser.id == Note.author_id)
        .outerjoin(AdvisoryCase.__table__, AdvisoryCase.id == Note.case_id)
        .outerjoin(Organisation.__table__, Organisation.id == organisation_id)
        .where(Note.id.in_(ids), Note.deleted_at.is_(None))
    )
    people = _people(session, ids)
    return {
        row.id: NoteRow(**row._mapping, people=tuple(people.get(row.id, ())))  # noqa: SLF001 - its public name
        for row in session.execute(query)
    }


def _people(session: Session, note_ids: Sequence[int]) -> dict[int, list[str]]:
    name = func.trim(Person.degree + " " + Person.given_name + " " + Person.family_name)
    found = session.execute(
        select(NotePerson.note_id, name)
        .join(Person.__table__, Person.id == NotePerson.person_id)
        .where(NotePerson.note_id.in_(note_ids), NotePerson.deleted_at.is_(None), Person.deleted_at.is_(None))
        .order_by(NotePerson.id)
    )
    together: dict[int, list[str]] = {}
    for note_id, text in found:
        together.setdefault(note_id, []).append(" ".join(text.split()))
    return together


def _filtered(query: "Select[int]", wanted: NoteFilter) -> "Select[int]":
    query = query.where(Note.deleted_at.is_(None))
    if wanted.text.strip():
        query = query.where(Note.id.in_(search.matching("note", wanted.text)))
    if wanted.unassigned:
        query = query.where(
            Note.case_id.is_(None),
            Note.organisation_id.is_(None),
            Note.project_id.is_(None),
            Note.event_id.is_(None),
        )
    if wanted.case_id is not None:
        query = query.where(Note.case_id == wanted.case_id)
    if wanted.organisation_id is not None:
        of_body = select(AdvisoryCase.id).where(
            AdvisoryCase.organisation_id == wanted.organisation_id, AdvisoryCase.deleted_at.is_(None)
        )
        query = query.where(or_(Note.organisation_id == wanted.organisation_id, Note.case_id.in_(of_body)))
    if wanted.project_id is not None:
        query = query.where(Note.project_id == wanted.project_id)
    if wanted.event_id is not None:
        query = query.where(Note.event_id == wanted.event_id)
    if wanted.person_id is not None:
        with_person = select(NotePerson.note_id).where(
            NotePerson.person_id == wanted.person_id, NotePerson.deleted_at.is_(None)
        )
        query = query.where(Note.id.in_(with_person))
    return query


def body_of_person(session: Session, person_id: PersonId) -> int | None:
    """Return the body of a caller's present main post, to put a call on; None without one."""
    found: int | None = session.scalar(
        select(Affiliation.organisation_id)
        .where(
            Affiliation.person_id == person_id,
            Affiliation.valid_to.is_(None),
            Affiliation.deleted_at.is_(None),
        )
        .order_by(Affiliation.is_primary.desc(), Affiliation.id)
        .limit(1)
    )
    return found


def _set_people(session: Session, note: Note, wanted: Sequence[int], *, source: str = "") -> None:
    present = {
        link.person_id: link
        for link in session.scalars(select(NotePerson).where(NotePerson.note_id == note.id))
    }
    for person_id, link in present.items():
        link.deleted_at = None if person_id in wanted else (link.deleted_at or utc_now())
    for person_id in dict.fromkeys(wanted):
        if person_id not in present:
            person_uid = session.scalar(select(Person.uid).where(Person.id == person_id))
            if person_uid is None:
                raise NotFoundError("gone", id=person_id)
            uid = link_uid("note_person", note.uid, person_uid)
            session.add(NotePerson(uid=uid, note_id=note.id, person_id=person_id, source=source))
    session.flush()


def _alive(session: Session, note_id: NoteId) -> Note:
    note = session.get(Note, note_id)
    if note is None or note.deleted_at is not None:
        raise NotFoundError("gone", id=note_id)
    return note


def _check(draft: NoteDraft) -> None:
    if not (draft.text.strip() or draft.title.strip()):
        raise ValidationError("text", "blank")

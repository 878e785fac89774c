"""What a paper is about, and how a record leads to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, null, select

from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.event import Event, EventHost, EventSeries
from kts_desktop.models.measure import Measure
from kts_desktop.models.note import Note
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Affiliation, Person
from kts_desktop.models.project import ProjectMember
from kts_desktop.models.task import Task
from kts_desktop.models.vocab import CaseOrder
from kts_desktop.services import case_lists
from kts_desktop.services.case_lists import CaseFilter
from kts_desktop.services.paper_options import Ask, PaperOptions
from kts_desktop.storage.sessions import Session

BODY, CASE, PERSON, OFFICE = "organisation", "advisory_case", "person", ""
EVENT, SERIES = "event", "event_series"
_Owner = Select[Any, Any]  # the case and the body of a record, each or none


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A record a paper is about, or the office as a whole, whose kind is empty.

    ``aside`` tells it from its likes. A negative ``id`` names a municipality of the directory that the office
    has not taken over yet.
    """

    kind: str
    id: int = 0
    title: str = ""
    aside: str = ""
    body_id: int = 0
    body: str = ""

    @property
    def is_adopted(self) -> bool:
        """Tell whether the office holds the record, so that a paper can be made."""
        return self.id > 0 or self.kind == OFFICE


def subject_of(session: Session, kind: str, record_id: int) -> Subject | None:
    """Return what the paper of a record is about: the record, its case or its body.

    None if there is nothing a paper could be about, or if it is gone.
    """
    if kind == OFFICE:
        return Subject(kind=OFFICE)
    own = _OWN.get(kind)
    if own is not None:
        return own(session, record_id)
    owner = _OWNERS.get(kind)
    found = session.execute(owner(record_id)).first() if owner else None
    if found is None:
        return None
    case_id, body_id = found
    if case_id:
        return _case(session, case_id)
    return _body(session, body_id) if body_id else None


def body_behind(session: Session, subject: Subject) -> Subject | None:
    """Return the body of a case or a person, or the first host of an event; None if there is none."""
    body_id = subject.body_id if subject.kind == CASE else 0
    owner = {EVENT: _of_event, PERSON: _of_person}.get(subject.kind)
    if owner is not None:
        found = session.execute(owner(subject.id)).first()
        body_id = found[1] if found else 0
    return _body(session, body_id) if body_id else None


def series_behind(session: Session, subject: Subject) -> Subject | None:
    """Return the series an event belongs to; None for anything else."""
    if subject.kind != EVENT:
        return None
    series_id = session.scalar(select(Event.series_id).where(Event.id == subject.id))
    return _series(session, series_id) if series_id else None


def cases_matching(session: Session, typed: str, limit: int) -> list[Subject]:
    """Return cases by what is typed, the newest first."""
    ids = case_lists.ids(session, CaseFilter(text=typed), CaseOrder.RECEIVED)[:limit]
    rows = case_lists.rows(session, ids)
    return [
        Subject(
            kind=CASE,
            id=row.id,
            title=row.subject,
            aside=row.number,
            body_id=row.organisation_id or 0,
            body=row.body,
        )
        for row in (rows[id_] for id_ in ids)
    ]


def ask_for(subject: Subject, options: PaperOptions, *, now: datetime, adviser: int = 0) -> Ask:
    """Return the request for the paper of a subject; raises NotFoundError if the office does not hold it."""
    if not subject.is_adopted:
        raise NotFoundError("gone", id=subject.id)
    ids = () if subject.kind == OFFICE else (subject.id,)
    return Ask(kind=subject.kind, ids=ids, options=options, now=now, adviser=adviser)


def _body(session: Session, body_id: int) -> Subject | None:
    row = session.execute(
        select(Organisation.name, Organisation.district).where(
            Organisation.id == body_id, Organisation.deleted_at.is_(None)
        )
    ).one_or_none()
    if row is None:
        return None
    aside = "" if row.district == row.name else row.district
    return Subject(kind=BODY, id=body_id, title=row.name, aside=aside, body_id=body_id, body=row.name)


def _case(session: Session, case_id: int) -> Subject | None:
    row = session.execute(
        select(AdvisoryCase.number, AdvisoryCase.subject, AdvisoryCase.organisation_id, Organisation.name)
        .outerjoin(Organisation, Organisation.id == AdvisoryCase.organisation_id)
        .where(AdvisoryCase.id == case_id, AdvisoryCase.deleted_at.is_(None))
    ).one_or_none()
    if row is None:
        return None
    return Subject(
        kind=CASE,
        id=case_id,
        title=row.subject,
        aside=row.number,
        body_id=row.organisation_id or 0,
        body=row.name or "",
    )


def _event(session: Session, event_id: int) -> Subject | None:
    row = session.execute(
        select(Event.title, Event.starts_at).where(Event.id == event_id, Event.deleted_at.is_(None))
    ).one_or_none()
    if row is None:
        return None
    return Subject(kind=EVENT, id=event_id, title=row.title, aside=local_date(row.starts_at).isoformat())


def _series(session: Session, series_id: int) -> Subject | None:
    title = session.scalar(
        select(EventSeries.name).where(EventSeries.id == series_id, EventSeries.deleted_at.is_(None))
    )
    return Subject(kind=SERIES, id=series_id, title=title) if title is not None else None


def _person(session: Session, person_id: int) -> Subject | None:
    row = session.execute(
        select(Person.degree, Person.given_name, Person.family_name).where(
            Person.id == person_id, Person.deleted_at.is_(None)
        )
    ).one_or_none()
    if row is None:
        return None
    return Subject(kind=PERSON, id=person_id, title=" ".join(part for part in row if part))


def _of_note(note_id: int) -> _Owner:
    return select(Note.case_id, Note.organisation_id).where(Note.id == note_id)


def _of_task(task_id: int) -> _Owner:
    return select(Task.case_id, Task.organisation_id).where(Task.id == task_id)


def _of_measure(measure_id: int) -> _Owner:
    return select(null(), Measure.organisation_id).where(Measure.id == measure_id)


def _of_project(project_id: int) -> _Owner:
    """Return the first body that takes part."""
    member = ProjectMember
    query = select(null(), member.organisation_id).where(member.project_id == project_id)
    return query.where(member.deleted_at.is_(None)).order_by(member.position, member.id).limit(1)


def _of_event(event_id: int) -> _Owner:
    """Return the first host."""
    query = select(null(), EventHost.organisation_id).where(EventHost.event_id == event_id)
    return query.where(EventHost.deleted_at.is_(None)).order_by(EventHost.position, EventHost.id).limit(1)


def _of_person(person_id: int) -> _Owner:
    """Return the body of the post that is held now, else of the one held last."""
    post = Affiliation
    query = select(null(), post.organisation_id).where(post.person_id == person_id, post.deleted_at.is_(None))
    return query.order_by(post.valid_to.is_(None).desc(), post.valid_to.desc(), post.id.desc()).limit(1)


_OWNERS: Mapping[str, Callable[[int], _Owner]] = {
    "note": _of_note,
    "task": _of_task,
    "measure": _of_measure,
    "project": _of_project,
}
_OWN: Mapping[str, Callable[[Session, int], Subject | None]] = {
    BODY: _body,
    CASE: _case,
    EVENT: _event,
    SERIES: _series,
    PERSON: _person,
}

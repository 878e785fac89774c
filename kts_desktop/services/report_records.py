"""The records behind figures that no list of the window holds: contacts, and attendances of all events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from kts_desktop.models.event import Event
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Person
from kts_desktop.models.registration import Registration
from kts_desktop.services import notes
from kts_desktop.services.notes import NoteRow
from kts_desktop.services.paper_head import PAPER_ZONE
from kts_desktop.services.salutations import Name
from kts_desktop.storage.direct import among
from kts_desktop.storage.sessions import Session

NOTE, REGISTRATION = notes.KIND, Registration.__tablename__


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """One record: what it is called, where it belongs, its day; ``kind`` and ``record_id`` are what opens."""

    id: int
    title: str
    about: str
    day: date
    kind: str
    record_id: int


def lines(session: Session, kind: str, ids: Sequence[int]) -> list[RecordLine]:
    """Return contacts or attendances, the latest first; one that is gone is left out."""
    found = _notes(session, ids) if kind == NOTE else _registrations(session, ids)
    return sorted(found, key=lambda one: (one.day, one.id), reverse=True)


def _notes(session: Session, ids: Sequence[int]) -> list[RecordLine]:
    rows = notes.rows(session, ids)
    return [_of_note(row) for row in rows.values()]


def _of_note(row: NoteRow) -> RecordLine:
    kind, record_id = _place(row)
    about = " · ".join(part for part in (row.body, ", ".join(row.people) or row.caller) if part)
    return RecordLine(
        id=row.id,
        title=row.title or " ".join(row.text.split()),
        about=about,
        day=row.happened_at.astimezone(PAPER_ZONE).date(),
        kind=kind,
        record_id=record_id,
    )


def _place(row: NoteRow) -> tuple[str, int]:
    """Return what shows a note: its case, else the record it stands on, else itself."""
    if row.case_id:
        return NOTE, row.id
    places = (("event", row.event_id), ("organisation", row.organisation_id), ("project", row.project_id))
    return next(((kind, id_) for kind, id_ in places if id_), (NOTE, row.id))


def _registrations(session: Session, ids: Sequence[int]) -> list[RecordLine]:
    name = tuple(Name.__dataclass_fields__)
    rows = session.execute(
        select(
            Registration.id,
            Registration.typed_name,
            func.coalesce(Organisation.name, Registration.typed_body).label("body"),
            Event.title,
            Event.starts_at,
            *(func.coalesce(getattr(Person, one), "").label(one) for one in name),
        )
        .join(Event, Event.id == Registration.event_id)
        .outerjoin(Person, Person.id == Registration.person_id)
        .outerjoin(Organisation, Organisation.id == Registration.organisation_id)
        .where(among(Registration.id.expression, ids))
    )
    return [
        RecordLine(
            id=row.id,
            title=Name(**{one: getattr(row, one) for one in name}).full or row.typed_name,
            about=" · ".join(part for part in (row.body, row.title) if part),
            day=row.starts_at.astimezone(PAPER_ZONE).date(),
            kind=REGISTRATION,
            record_id=row.id,
        )
        for row in rows
    ]

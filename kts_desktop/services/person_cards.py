"""The card of a person: all that the read view shows, also what merged records bring along."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.case import AdvisoryCase, CasePerson
from kts_desktop.models.event import Event
from kts_desktop.models.note import Note, NotePerson
from kts_desktop.models.person import Person
from kts_desktop.models.registration import Registration
from kts_desktop.models.vocab import OPEN_CASE_STATES, PersonId
from kts_desktop.services import (
    addresses,
    case_lists,
    consents,
    contact_points,
    notes,
    persons,
    posts,
    salutations,
)
from kts_desktop.services.case_lists import CaseRow
from kts_desktop.services.consents import ConsentRow
from kts_desktop.services.contact_points import ContactLine, Of, Owner
from kts_desktop.services.notes import NoteRow
from kts_desktop.services.persons import PersonDraft
from kts_desktop.services.posts import PostRow
from kts_desktop.storage.sessions import Session

_MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """An event the person was registered for."""

    event_id: int
    title: str
    starts_at: datetime
    state: str  # value list registration_state
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A record that was found to be the same person."""

    id: PersonId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """Everything about a person; ``draft`` holds the fields as entered."""

    id: PersonId
    uid: bytes
    draft: PersonDraft
    letter_salutation: str
    address: tuple[str, ...]
    posts: tuple[PostRow, ...]
    contacts: tuple[ContactLine, ...]
    consents: tuple[ConsentRow, ...]
    cases: tuple[CaseRow, ...]
    visits: tuple[Visit, ...]
    notes: tuple[NoteRow, ...]
    merged: tuple[Merged, ...]
    restricted_at: datetime | None
    deleted_at: datetime | None
    updated_at: datetime
    source: str

    @property
    def present(self) -> PostRow | None:
        """Return the present main post."""
        return next((post for post in self.posts if post.is_present), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMatters:
    """What still names a person: open cases and events to come, so that nobody is forgotten on a change."""

    cases: tuple[CaseRow, ...]
    visits: tuple[Visit, ...]


def card(session: Session, person_id: int, *, today: date | None = None, language: str = "de") -> PersonCard:
    """Return everything about a person; a merged one shows the record that was kept. Raises NotFoundError."""
    on = today or local_date(utc_now())
    kept = persons.kept(session, person_id)
    person = session.get(Person, kept)
    if person is None:
        raise NotFoundError("gone", id=person_id)
    family = persons.family(session, kept)
    draft = PersonDraft(**{name: getattr(person, name) for name in PersonDraft.__dataclass_fields__})
    held = posts.of_people(session, family, today=on)
    contacts = contact_points.lines(session, *_owners(family, held))
    return PersonCard(
        id=kept,
        uid=person.uid,
        draft=draft,
        letter_salutation=salutations.letter_salutation(draft),
        address=_address(session, kept, on, language),
        posts=tuple(held),
        contacts=tuple(contacts),
        consents=tuple(consents.of_people(session, family)),
        cases=tuple(_cases(session, family)),
        visits=tuple(_visits(session, family)),
        notes=tuple(_notes(session, family)),
        merged=tuple(_merged(session, family[1:])),
        restricted_at=person.restricted_at,
        deleted_at=person.deleted_at,
        updated_at=person.updated_at,
        source=person.source,
    )


def open_matters(session: Session, person_id: int, now: datetime) -> OpenMatters:
    """Return the open cases that name a person, and the events to come they are registered for."""
    family = persons.family(session, persons.kept(session, person_id))
    return OpenMatters(
        cases=tuple(case for case in _cases(session, family) if case.state in OPEN_CASE_STATES),
        visits=tuple(visit for visit in _visits(session, family) if visit.starts_at >= now),
    )


def address(
    session: Session, person_id: int, *, today: date | None = None, language: str = "de"
) -> tuple[str, ...]:
    """Return the lines of a letter's address; without a postal address those of person and body."""
    return card(session, person_id, today=today, language=language).address


def _owners(family: Sequence[int], held: Sequence[PostRow]) -> list[Owner]:
    present = [Owner(Of.POST, post.id) for post in held if post.is_present]
    own = [Owner(Of.PERSON, id_) for id_ in family]
    past = [Owner(Of.POST, post.id) for post in held if not post.is_present]
    return [*present, *own, *past]


def _address(session: Session, person_id: int, on: date, language: str) -> tuple[str, ...]:
    found = addresses.of_people(session, [person_id], today=on, also_hidden=True).get(person_id)
    return found.lines(language) if found is not None else ()


def _cases(session: Session, family: Sequence[int]) -> list[CaseRow]:
    found = session.scalars(
        select(AdvisoryCase.id)
        .join(CasePerson, CasePerson.case_id == AdvisoryCase.id)
        .where(
            CasePerson.person_id.in_(family),
            CasePerson.deleted_at.is_(None),
            AdvisoryCase.deleted_at.is_(None),
        )
        .order_by(AdvisoryCase.received_on.desc(), AdvisoryCase.id.desc())
        .distinct()
        .limit(_MOST)
    ).all()
    rows = case_lists.rows(session, found)
    return [rows[id_] for id_ in found]


def _visits(session: Session, family: Sequence[int]) -> list[Visit]:
    found = session.execute(
        select(Event.id, Event.title, Event.starts_at, Registration.state, Registration.role)
        .join(Registration, Registration.event_id == Event.id)
        .where(
            Registration.person_id.in_(family), Registration.deleted_at.is_(None), Event.deleted_at.is_(None)
        )
        .order_by(Event.starts_at.desc(), Event.id.desc())
        .limit(_MOST)
    )
    return [
        Visit(event_id=id_, title=title, starts_at=starts_at, state=state, role=role)
        for id_, title, starts_at, state, role in found
    ]


def _notes(session: Session, family: Sequence[int]) -> list[NoteRow]:
    found = session.scalars(
        select(Note.id)
        .join(NotePerson, NotePerson.note_id == Note.id)
        .where(NotePerson.person_id.in_(family), NotePerson.deleted_at.is_(None), Note.deleted_at.is_(None))
        .order_by(Note.happened_at.desc(), Note.id.desc())
        .distinct()
        .limit(_MOST)
    ).all()
    rows = notes.rows(session, found)
    return [rows[id_] for id_ in found]


def _merged(session: Session, ids: Sequence[int]) -> list[Merged]:
    return [Merged(id=PersonId(id_), name=persons.draft_of(session, id_).full) for id_ in ids]

"""Those who come to an event, with all that badges, signs and certificates tell of them."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from kts_desktop.core import folding
from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.event import Event
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Person
from kts_desktop.models.registration import Registration
from kts_desktop.models.vocab import EventId, RegistrationId, RegistrationState
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.typed_names import split_name
from kts_desktop.storage.sessions import Session

_State = RegistrationState
EXPECTED = (_State.CONFIRMED, _State.TENTATIVE, _State.ATTENDED)
ATTENDED = (_State.ATTENDED,)
_CODE_BYTES = 12  # of chance: 20 letters and digits, the most that fit the smallest code
_CODE_LETTERS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """One who comes; ``family_name`` with what stands before and behind it, ``role`` a code."""

    id: RegistrationId
    person_id: int | None
    degree: str
    given_name: str
    family_name: str
    sort_key: str
    body: str
    role: str
    state: str
    no_photo: bool
    badge_text: str
    badge_printed_at: datetime | None
    code: str

    @property
    def name(self) -> str:
        """Return the whole name: Dr. Anna von der Aue."""
        return " ".join(part for part in (self.degree, self.given_name, self.family_name) if part)


def of_event(
    session: Session, event_id: EventId, states: Sequence[RegistrationState] = EXPECTED
) -> tuple[Attendee, ...]:
    """Return those in one of the states by surname (DIN 5007-2), then by given name.

    Whose processing is restricted is left out: no paper may name them.
    """
    return _found(session, Registration.event_id == event_id, states)


def of_registrations(
    session: Session, ids: Sequence[int], states: Sequence[RegistrationState] = EXPECTED
) -> tuple[Attendee, ...]:
    """Return those of the registrations that are in one of the states, by surname."""
    return _found(session, Registration.id.in_(ids), states)


def asked(
    session: Session, ask: Ask, states: Sequence[RegistrationState] = EXPECTED
) -> tuple[EventId, tuple[Attendee, ...]]:
    """Return the event a paper is about with those who come, all of them or those of the registrations named.

    Raises NotFoundError if registrations are of no event, or of more than one.
    """
    if ask.kind == Registration.__tablename__:
        return event_of(session, ask.ids), of_registrations(session, ask.ids, states)
    event_id = EventId(ask.ids[0])
    return event_id, of_event(session, event_id, states)


def event_of(session: Session, registration_ids: Sequence[int]) -> EventId:
    """Return the event of registrations; raises NotFoundError if there is none, or more than one."""
    found = session.scalars(
        select(Registration.event_id).where(Registration.id.in_(registration_ids)).distinct()
    ).all()
    if len(found) != 1:
        raise NotFoundError("gone", id=next(iter(registration_ids), 0))
    return EventId(found[0])


def mark_printed(session: Session, ids: Sequence[int], at: datetime) -> None:
    """Note that badges were printed; raises nothing for those who are gone by now."""
    for registration in session.scalars(
        select(Registration).where(Registration.id.in_(ids), Registration.deleted_at.is_(None))
    ):
        registration.badge_printed_at = at
    session.flush()


def code_of(uid: bytes, issued: bytes | None) -> str:
    """Return what a badge's code says: 20 capital letters and digits that tell nothing of the person.

    A code issued for the registration has precedence. Else it is a hash of the registration's identifier, so
    that two doors with two laptops know the same code without having met.
    """
    raw = hashlib.sha256(b"badge" + (issued or uid)).digest()[:_CODE_BYTES]
    return base64.b32encode(raw).decode()[:_CODE_LETTERS]


def _found(
    session: Session, condition: ColumnElement[bool], states: Sequence[RegistrationState]
) -> tuple[Attendee, ...]:
    rows = session.execute(
        select(
            Registration.id,
            Registration.uid,
            Registration.person_id,
            Registration.typed_name,
            func.coalesce(Organisation.name, Registration.typed_body).label("body"),
            Registration.role,
            Registration.state,
            Registration.no_photo,
            Registration.badge_text,
            Registration.badge_printed_at,
            Registration.badge_code,
            Person.degree,
            Person.given_name,
            Person.name_prefix,
            Person.family_name,
            Person.name_suffix,
        )
        .join(Event, Event.id == Registration.event_id)
        .outerjoin(Person, Person.id == Registration.person_id)
        .outerjoin(Organisation, Organisation.id == Registration.organisation_id)
        .where(
            condition,
            Registration.deleted_at.is_(None),
            Event.deleted_at.is_(None),
            Registration.state.in_([state.value for state in states]),
            or_(Registration.person_id.is_(None), Person.restricted_at.is_(None)),
        )
    )
    return tuple(sorted((_attendee(row) for row in rows), key=_by_name))


def _attendee(row: Any) -> Attendee:
    if row.family_name is None:
        parts = split_name(row.typed_name)
        degree, given, prefix, family, suffix = parts.degree, parts.given, parts.particle, parts.family, ""
    else:
        degree, given, prefix = row.degree, row.given_name, row.name_prefix
        family, suffix = row.family_name, row.name_suffix
    return Attendee(
        id=RegistrationId(row.id),
        person_id=row.person_id,
        degree=degree,
        given_name=given,
        family_name=" ".join(part for part in (prefix, family, suffix) if part),
        sort_key=folding.name_fold(f"{family} {given}"),
        body=row.body,
        role=row.role,
        state=row.state,
        no_photo=row.no_photo,
        badge_text=row.badge_text,
        badge_printed_at=row.badge_printed_at,
        code=code_of(row.uid, row.badge_code),
    )


def _by_name(one: Attendee) -> tuple[str, int]:
    return one.sort_key, one.id

"""The sessions of an event: own time, room and places, and who signed up for which."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, select

from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import NotFoundError, RefusedError, ValidationError
from kts_desktop.core.ids import link_uid
from kts_desktop.models.event import EventSession
from kts_desktop.models.registration import Registration, SessionRegistration
from kts_desktop.models.vocab import EventId, RegistrationId, RegistrationState
from kts_desktop.services import events, registrations
from kts_desktop.storage.sessions import Session

KIND = EventSession.__tablename__
_CONFIRMED, _WAITING = RegistrationState.CONFIRMED.value, RegistrationState.WAITING.value


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDraft:
    """What is entered for a session; ``sign_up`` says whether participants choose it one by one."""

    title: str
    starts_at: datetime
    ends_at: datetime
    room: str = ""
    capacity: int | None = None
    speakers: str = ""
    sign_up: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """What the programme of an event shows of a session."""

    id: int
    event_id: EventId
    title: str
    starts_at: datetime
    ends_at: datetime
    room: str
    capacity: int | None
    speakers: str
    sign_up: bool
    taken: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUp:
    """A session somebody signed up for, and whether there was a place."""

    session_id: int
    title: str
    is_waiting: bool


def add(session: Session, event_id: EventId, draft: SessionDraft, *, source: str = "") -> int:
    """Add a session to an event; raises ValidationError."""
    event = events.alive(session, event_id)
    _check(draft)
    made = EventSession(
        event_id=event.id,
        title=draft.title.strip(),
        starts_at=draft.starts_at,
        ends_at=draft.ends_at,
        room=draft.room.strip(),
        capacity=draft.capacity,
        speakers=draft.speakers.strip(),
        sign_up=draft.sign_up,
        position=draft.position,
        source=source,
    )
    session.add(made)
    session.flush()
    return made.id


def edit(session: Session, session_id: int, draft: SessionDraft) -> None:
    """Change a session; raises ValidationError."""
    _check(draft)
    present = _alive(session, session_id)
    present.title, present.starts_at, present.ends_at = draft.title.strip(), draft.starts_at, draft.ends_at
    present.room, present.speakers = draft.room.strip(), draft.speakers.strip()
    present.capacity, present.sign_up, present.position = draft.capacity, draft.sign_up, draft.position


def delete(session: Session, session_ids: Sequence[int]) -> None:
    """Move sessions to the bin."""
    for session_id in session_ids:
        _alive(session, session_id).deleted_at = utc_now()


def draft_of(session: Session, session_id: int) -> SessionDraft:
    """Return what a form edits."""
    present = _alive(session, session_id)
    return SessionDraft(
        title=present.title,
        starts_at=present.starts_at,
        ends_at=present.ends_at,
        room=present.room,
        capacity=present.capacity,
        speakers=present.speakers,
        sign_up=present.sign_up,
        position=present.position,
    )


def of_event(session: Session, event_id: EventId) -> list[SessionRow]:
    """Return the sessions of an event by time, with places taken and waiting."""
    signed = (
        select(
            SessionRegistration.session_id,
            func.sum(case((SessionRegistration.state == _CONFIRMED, 1), else_=0)).label("taken"),
            func.sum(case((SessionRegistration.state == _WAITING, 1), else_=0)).label("waiting"),
        )
        .join(Registration, Registration.id == SessionRegistration.registration_id)
        .where(SessionRegistration.deleted_at.is_(None), Registration.deleted_at.is_(None))
        .group_by(SessionRegistration.session_id)
        .subquery()
    )
    found = session.execute(
        select(
            EventSession.id,
            EventSession.event_id,
            EventSession.title,
            EventSession.starts_at,
            EventSession.ends_at,
            EventSession.room,
            EventSession.capacity,
            EventSession.speakers,
            EventSession.sign_up,
            func.coalesce(signed.c.taken, 0).label("taken"),
            func.coalesce(signed.c.waiting, 0).label("waiting"),
        )
        .outerjoin(signed, signed.c.session_id == EventSession.id)
        .where(EventSession.event_id == event_id, EventSession.deleted_at.is_(None))
        .order_by(EventSession.starts_at, EventSession.position, EventSession.id)
    )
    return [SessionRow(**row._mapping) for row in found]  # noqa: SLF001 - its public name


def sign_up(session: Session, session_id: int, registration_ids: Sequence[int], *, source: str = "") -> int:
    """Sign participants up; those beyond the capacity wait. Return how many wait."""
    chosen = _alive(session, session_id)
    waiting = 0
    for registration_id in registration_ids:
        registration = registrations.alive(session, RegistrationId(registration_id))
        if registration.event_id != chosen.event_id:
            raise RefusedError("other_event")
        link = _link(session, chosen, registration, source)
        if link.deleted_at is None and link.id is not None:
            continue
        is_full = chosen.capacity is not None and _taken(session, session_id) >= chosen.capacity
        link.deleted_at, link.state = None, _WAITING if is_full else _CONFIRMED
        waiting += is_full
        session.add(link)
        session.flush()
    return waiting


def sign_off(session: Session, session_id: int, registration_ids: Sequence[int]) -> int:
    """Take participants out of a session; the first ones waiting get their places. Return how many did."""
    _alive(session, session_id)
    present = session.scalars(
        select(SessionRegistration).where(
            SessionRegistration.session_id == session_id,
            SessionRegistration.registration_id.in_(registration_ids),
            SessionRegistration.deleted_at.is_(None),
        )
    )
    for link in present:
        link.deleted_at = utc_now()
    session.flush()
    return _fill_up(session, session_id)


def of_registration(session: Session, registration_id: RegistrationId) -> list[SignUp]:
    """Return the sessions one participant signed up for, by time."""
    found = session.execute(
        select(EventSession.id, EventSession.title, SessionRegistration.state)
        .join(SessionRegistration, SessionRegistration.session_id == EventSession.id)
        .where(
            SessionRegistration.registration_id == registration_id,
            SessionRegistration.deleted_at.is_(None),
            EventSession.deleted_at.is_(None),
        )
        .order_by(EventSession.starts_at, EventSession.position)
    )
    return [SignUp(session_id=id_, title=title, is_waiting=state == _WAITING) for id_, title, state in found]


def signed_up(session: Session, session_id: int) -> list[RegistrationId]:
    """Return who signed up for a session, in the order of signing up."""
    found = session.scalars(
        select(SessionRegistration.registration_id)
        .join(Registration, Registration.id == SessionRegistration.registration_id)
        .where(
            SessionRegistration.session_id == session_id,
            SessionRegistration.deleted_at.is_(None),
            Registration.deleted_at.is_(None),
        )
        .order_by(SessionRegistration.created_at, SessionRegistration.id)
    )
    return [RegistrationId(id_) for id_ in found]


def _fill_up(session: Session, session_id: int) -> int:
    chosen = _alive(session, session_id)
    waiting = session.scalars(
        select(SessionRegistration)
        .join(Registration, Registration.id == SessionRegistration.registration_id)
        .where(
            SessionRegistration.session_id == session_id,
            SessionRegistration.state == _WAITING,
            SessionRegistration.deleted_at.is_(None),
            Registration.deleted_at.is_(None),
        )
        .order_by(SessionRegistration.created_at, SessionRegistration.id)
    ).all()
    moved = 0
    for link in waiting:
        if chosen.capacity is not None and _taken(session, session_id) >= chosen.capacity:
            break
        link.state = _CONFIRMED
        session.flush()
        moved += 1
    return moved


def _link(
    session: Session, chosen: EventSession, registration: Registration, source: str
) -> SessionRegistration:
    uid = link_uid("session_registration", chosen.uid, registration.uid)
    present = session.scalar(select(SessionRegistration).where(SessionRegistration.uid == uid))
    return present or SessionRegistration(
        uid=uid, session_id=chosen.id, registration_id=registration.id, source=source
    )


def _taken(session: Session, session_id: int) -> int:
    return (
        session.scalar(
            select(func.count(SessionRegistration.id))
            .join(Registration, Registration.id == SessionRegistration.registration_id)
            .where(
                SessionRegistration.session_id == session_id,
                SessionRegistration.state == _CONFIRMED,
                SessionRegistration.deleted_at.is_(None),
                Registration.deleted_at.is_(None),
            )
        )
        or 0
    )


def _alive(session: Session, session_id: int) -> EventSession:
    found = session.get(EventSession, session_id)
    if found is None or found.deleted_at is not None:
        raise NotFoundError("gone", id=session_id)
    return found


def _check(draft: SessionDraft) -> None:
    if not draft.title.strip():
        raise ValidationError("title", "blank")
    if draft.ends_at < draft.starts_at:
        raise ValidationError("ends_at", "ends_before_start")
    if draft.capacity is not None and draft.capacity < 1:
        raise ValidationError("capacity", "number_too_small")

"""Registrations for events: use cases. Every change of state is kept as a step with time and author.

Lists, counts and the waiting list stand in ``registration_lists``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from kts_desktop.core import folding
from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import NotFoundError, RefusedError, ValidationError
from kts_desktop.core.ids import link_uid, new_uid
from kts_desktop.models.adviser import Adviser
from kts_desktop.models.event import Event
from kts_desktop.models.person import Person
from kts_desktop.models.registration import Registration, RegistrationStep
from kts_desktop.models.vocab import EventId, EventState, RegistrationId, RegistrationState
from kts_desktop.services import advisers, events, registration_lists
from kts_desktop.services.registration_lists import TAKING
from kts_desktop.storage.sessions import Session

KIND = Registration.__tablename__
_State = RegistrationState
_SEEKING = (_State.CONFIRMED,)  # refused or sent to the waiting list where no place is left
_UNANSWERED = (_State.INVITED, _State.DECLINED)  # without a place in the order of registration
_LEFT = (_State.CANCELLED, _State.DECLINED)  # who comes back from here queues up anew
_GROUP = (_State.CONFIRMED, _State.TENTATIVE, _State.ATTENDED, _State.ABSENT, _State.EXCUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationDraft:
    """What is entered for a registration: a person of the directory, or a typed-in name and body."""

    person_id: int | None = None
    organisation_id: int | None = None
    typed_name: str = ""
    typed_body: str = ""
    state: str = RegistrationState.CONFIRMED.value
    role: str = "participant"
    registered_at: datetime | None = None
    badge_text: str = ""
    no_photo: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change of a registration's state: when, by whom, why."""

    at: datetime
    state: str
    by: str
    reason: str


_PLAIN = ("role", "no_photo")
_TEXTS = ("typed_name", "typed_body", "badge_text", "remark")


def add(
    session: Session,
    event_id: EventId,
    draft: RegistrationDraft,
    *,
    deputy_for: RegistrationId | None = None,
    source: str = "",
) -> RegistrationId:
    """Register somebody; a confirmation for which no place is left becomes a place on the waiting list.

    Raises ValidationError if the person is registered already, RefusedError for an event called off. The same
    person or typed-in name gets the same uid on every laptop, so that two doors make one registration.
    """
    event = events.alive(session, event_id)
    if event.state == EventState.CANCELLED:
        raise RefusedError("event_cancelled")
    _check(draft)
    registration = _found_or_new(session, event, draft, source)
    _fill(registration, draft)
    registration.deputy_for_id = deputy_for
    state = _State(draft.state)
    if deputy_for is None and state in _SEEKING and not _has_room(session, event_id):
        state = _State.WAITING
    registration.state = state.value
    if state not in _UNANSWERED:
        registration.registered_at = draft.registered_at or utc_now()
    session.add(registration)
    session.flush()
    note_step(session, registration.id, state, at=draft.registered_at, source=source)
    return RegistrationId(registration.id)


def edit(session: Session, registration_id: RegistrationId, draft: RegistrationDraft) -> None:
    """Change a registration; another state is a step as by ``set_states``."""
    registration = alive(session, registration_id)
    _check(draft)
    if draft.person_id is not None and draft.person_id != registration.person_id:
        _refuse_second(session, registration.event_id, draft.person_id)
    _fill(registration, draft)
    if draft.registered_at is not None:
        registration.registered_at = draft.registered_at
    if draft.state != registration.state:
        set_states(session, [registration_id], _State(draft.state))


def set_states(
    session: Session,
    registration_ids: Sequence[int],
    state: RegistrationState,
    *,
    reason: str = "",
    at: datetime | None = None,
) -> int:
    """Put registrations into a state, each with its step; return how many changed.

    Raises RefusedError ``event_full`` if a confirmation finds no place; then nothing changes.
    """
    changed = 0
    for registration_id in registration_ids:
        registration = alive(session, RegistrationId(registration_id))
        if registration.state == state:
            continue
        if state in _SEEKING and registration.state not in TAKING:
            _require_room(session, EventId(registration.event_id))
        comes_back = registration.state in _LEFT and state not in _LEFT
        registration.state = state.value
        if state not in _UNANSWERED and (comes_back or registration.registered_at is None):
            registration.registered_at = at or utc_now()
        session.flush()
        note_step(session, registration.id, state, reason=reason, at=at)
        changed += 1
    return changed


def next_in_line(session: Session, event_id: EventId) -> RegistrationId | None:
    """Return who moves up now: the first of the waiting list if a place is free, else None."""
    waiting = registration_lists.waiting_list(session, event_id)
    return waiting[0] if waiting and _has_room(session, event_id) else None


def move_up(session: Session, registration_id: RegistrationId, *, reason: str = "") -> None:
    """Give one of the waiting list a place; raises RefusedError if not waiting or if no place is free."""
    registration = alive(session, registration_id)
    if registration.state != _State.WAITING:
        raise RefusedError("not_waiting")
    set_states(session, [registration_id], _State.CONFIRMED, reason=reason)


def send_deputy(
    session: Session, registration_id: RegistrationId, deputy: RegistrationDraft, *, source: str = ""
) -> RegistrationId:
    """Register a deputy, who takes the place of the one represented; return the deputy's registration."""
    represented = alive(session, registration_id)
    added = add(session, EventId(represented.event_id), deputy, deputy_for=registration_id, source=source)
    set_states(session, [registration_id], _State.DEPUTY_SENT)
    return added


def check_in(session: Session, registration_id: RegistrationId, at: datetime) -> None:
    """Note an arrival; the first one counts."""
    registration = alive(session, registration_id)
    if registration.arrived_at is None:
        registration.arrived_at = at
    set_states(session, [registration_id], _State.ATTENDED, at=at)


def take_over_group(session: Session, from_event: EventId, to_event: EventId) -> int:
    """Invite the group of one event to another, without those invited already; return how many."""
    present = {
        row.person_id or folding.fold(f"{row.name}|{row.body}")
        for row in registration_lists.everyone(session, to_event)
    }
    group = [row for row in registration_lists.everyone(session, from_event) if row.state in _GROUP]
    invited = 0
    for row in group:
        if (row.person_id or folding.fold(f"{row.name}|{row.body}")) in present:
            continue
        draft = RegistrationDraft(
            person_id=row.person_id,
            organisation_id=row.organisation_id,
            typed_name="" if row.person_id else row.name,
            typed_body="" if row.organisation_id else row.body,
            state=_State.INVITED.value,
            role=row.role,
            no_photo=row.no_photo,
        )
        add(session, to_event, draft)
        invited += 1
    return invited


def delete(session: Session, registration_ids: Sequence[int]) -> None:
    """Move registrations to the bin."""
    for registration_id in registration_ids:
        alive(session, RegistrationId(registration_id)).deleted_at = utc_now()


def restore(session: Session, registration_ids: Sequence[int]) -> None:
    """Take registrations out of the bin."""
    for registration_id in registration_ids:
        registration = session.get(Registration, registration_id)
        if registration is None:
            raise NotFoundError("gone", id=registration_id)
        registration.deleted_at = None


def steps(session: Session, registration_id: RegistrationId) -> list[Step]:
    """Return the way of a registration, the first step first."""
    found = session.execute(
        select(RegistrationStep.at, RegistrationStep.state, Adviser.name, RegistrationStep.reason)
        .outerjoin(Adviser, Adviser.id == RegistrationStep.by_id)
        .where(RegistrationStep.registration_id == registration_id, RegistrationStep.deleted_at.is_(None))
        .order_by(RegistrationStep.at, RegistrationStep.id)
    )
    return [Step(at=at, state=state, by=by or "", reason=reason) for at, state, by, reason in found]


def draft_of(session: Session, registration_id: RegistrationId) -> RegistrationDraft:
    """Return what a form edits."""
    registration = alive(session, registration_id)
    return RegistrationDraft(
        person_id=registration.person_id,
        organisation_id=registration.organisation_id,
        typed_name=registration.typed_name,
        typed_body=registration.typed_body,
        state=registration.state,
        role=registration.role,
        registered_at=registration.registered_at,
        badge_text=registration.badge_text,
        no_photo=registration.no_photo,
        remark=registration.remark,
    )


def alive(session: Session, registration_id: RegistrationId) -> Registration:
    """Return a registration that is not in the bin; raises NotFoundError."""
    registration = session.get(Registration, registration_id)
    if registration is None or registration.deleted_at is not None:
        raise NotFoundError("gone", id=registration_id)
    return registration


def _check(draft: RegistrationDraft) -> None:
    if draft.person_id is None and not draft.typed_name.strip():
        raise ValidationError("typed_name", "blank")


def _fill(registration: Registration, draft: RegistrationDraft) -> None:
    is_known = draft.person_id is not None
    for name in _TEXTS:
        setattr(registration, name, getattr(draft, name).strip())
    for name in _PLAIN:
        setattr(registration, name, getattr(draft, name))
    registration.person_id, registration.organisation_id = draft.person_id, draft.organisation_id
    if is_known:
        registration.typed_name = ""
    if draft.organisation_id is not None:
        registration.typed_body = ""


def _found_or_new(session: Session, event: Event, draft: RegistrationDraft, source: str) -> Registration:
    """Return a new registration, or the one of the bin that says the same, taken out of it."""
    if draft.person_id is not None:
        _refuse_second(session, event.id, draft.person_id)
        person_uid = session.scalar(select(Person.uid).where(Person.id == draft.person_id))
        if person_uid is None:
            raise NotFoundError("gone", id=draft.person_id)
        uid = link_uid(KIND, event.uid, person_uid)
    else:
        typed = folding.fold(f"{draft.typed_name.strip()}|{draft.typed_body.strip()}")
        uid = link_uid(KIND, event.uid, typed.encode())
    present = session.scalar(select(Registration).where(Registration.uid == uid))
    if present is not None and present.deleted_at is not None:
        present.deleted_at = None
        return present
    return Registration(event_id=event.id, uid=new_uid() if present is not None else uid, source=source)


def _refuse_second(session: Session, event_id: int, person_id: int) -> None:
    known = select(Registration.id).where(
        Registration.event_id == event_id,
        Registration.person_id == person_id,
        Registration.deleted_at.is_(None),
    )
    if session.scalar(known.limit(1)) is not None:
        raise ValidationError("person_id", "registered_already")


def _has_room(session: Session, event_id: EventId) -> bool:
    free = registration_lists.places(session, event_id).free
    return free is None or free > 0


def _require_room(session: Session, event_id: EventId) -> None:
    if not _has_room(session, event_id):
        raise RefusedError("event_full", capacity=registration_lists.places(session, event_id).capacity)


def note_step(
    session: Session,
    registration_id: int,
    state: RegistrationState,
    *,
    reason: str = "",
    at: datetime | None = None,
    source: str = "",
) -> None:
    """Note that a registration came into a state; whoever sets the state calls it."""
    me = advisers.me(session)
    session.add(
        RegistrationStep(
            registration_id=registration_id,
            state=state.value,
            at=at or utc_now(),
            by_id=me.id if me else None,
            reason=reason.strip(),
            source=source,
        )
    )
    session.flush()

"""Catering and accessibility of participants (Art. 9 GDPR): organisers only, gone 14 days after the event.

They stand in no list, no search, no badge and no history; only the functions here read them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from kts_desktop.core.clock import utc_now
from kts_desktop.models.event import Event
from kts_desktop.models.registration import Registration, SpecialNeed
from kts_desktop.models.vocab import EventId, RegistrationId
from kts_desktop.services import advisers, registration_lists, registrations
from kts_desktop.storage.sessions import Session

KIND = SpecialNeed.__tablename__
KEPT = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One need of one participant; ``kind`` is a code of the list special_need_kind."""

    kind: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedLine:
    """A need with who has it, as the organisers read it."""

    registration_id: RegistrationId
    name: str
    body: str
    kind: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DueForErasure:
    """An event whose special needs have to go."""

    event_id: EventId
    title: str
    ended_at: datetime
    needs: int


def may_see(session: Session, event_id: EventId) -> bool:
    """Tell whether the adviser of this laptop organises the event, or nobody is named as its organiser."""
    organiser = session.scalar(select(Event.organiser_id).where(Event.id == event_id))
    me = advisers.me(session)
    return organiser is None or (me is not None and me.id == organiser)


def of_registration(session: Session, registration_id: RegistrationId) -> list[Need]:
    """Return the needs of one participant."""
    found = session.execute(
        select(SpecialNeed.kind, SpecialNeed.remark)
        .where(SpecialNeed.registration_id == registration_id, SpecialNeed.deleted_at.is_(None))
        .order_by(SpecialNeed.id)
    )
    return [Need(kind=kind, remark=remark) for kind, remark in found]


def of_event(session: Session, event_id: EventId) -> list[NeedLine]:
    """Return the needs of those expected at an event, by kind, then by name."""
    found = session.execute(
        select(SpecialNeed.registration_id, SpecialNeed.kind, SpecialNeed.remark)
        .join(Registration, Registration.id == SpecialNeed.registration_id)
        .where(
            Registration.event_id == event_id,
            Registration.deleted_at.is_(None),
            SpecialNeed.deleted_at.is_(None),
            Registration.state.in_([state.value for state in registration_lists.ON_SHEET]),
        )
        .order_by(SpecialNeed.kind)
    ).all()
    named = {row.id: row for row in registration_lists.everyone(session, event_id)}
    lines = [
        NeedLine(
            registration_id=RegistrationId(row.registration_id),
            name=named[row.registration_id].name,
            body=named[row.registration_id].body,
            kind=row.kind,
            remark=row.remark,
        )
        for row in found
    ]
    return sorted(lines, key=_by_kind)


def set_needs(
    session: Session, registration_id: RegistrationId, wanted: Sequence[Need], *, source: str = ""
) -> None:
    """Make exactly these needs stand for a participant."""
    registrations.alive(session, registration_id)
    present = {
        need.kind: need
        for need in session.scalars(select(SpecialNeed).where(SpecialNeed.registration_id == registration_id))
    }
    kept = {need.kind for need in wanted}
    for kind, need in present.items():
        if kind not in kept and need.deleted_at is None:
            need.deleted_at = utc_now()
    for one in wanted:
        old = present.get(one.kind)
        if old is not None:
            old.deleted_at, old.remark = None, one.remark.strip()
        else:
            session.add(
                SpecialNeed(
                    registration_id=registration_id, kind=one.kind, remark=one.remark.strip(), source=source
                )
            )
    session.flush()


def due_for_erasure(session: Session, now: datetime) -> list[DueForErasure]:
    """Return the events that ended more than 14 days ago and still have needs, those in the bin included."""
    found = session.execute(
        select(Event.id, Event.title, Event.ends_at, func.count(SpecialNeed.id).label("needs"))
        .join(Registration, Registration.event_id == Event.id)
        .join(SpecialNeed, SpecialNeed.registration_id == Registration.id)
        .where(Event.ends_at <= now - KEPT)
        .group_by(Event.id)
        .order_by(Event.ends_at)
    )
    return [
        DueForErasure(event_id=EventId(row.id), title=row.title, ended_at=row.ends_at, needs=row.needs)
        for row in found
    ]


def _by_kind(line: NeedLine) -> tuple[str, str]:
    return line.kind, line.name

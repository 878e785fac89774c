"""What every paper of an event says of it: title, local times, place, hosts, programme."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from kts_desktop.models.event import EventHost, EventSeries
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.vocab import EventId
from kts_desktop.services import event_sessions, events
from kts_desktop.services.event_sessions import SessionRow
from kts_desktop.storage.sessions import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One session; times are those of the event's zone."""

    id: int
    title: str
    starts_at: datetime
    ends_at: datetime
    room: str
    speakers: str
    sign_up: bool
    capacity: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFacts:
    """An event as papers tell of it; times are those of its zone, ``mode`` is a code."""

    id: EventId
    title: str
    starts_at: datetime
    ends_at: datetime
    mode: str
    series: str
    series_number: int | None
    venue: str
    venue_address: str
    accessibility: str
    online_link: str
    agenda: str
    hosts: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def is_one_day(self) -> bool:
        """Tell whether the event ends on the day it begins."""
        return self.starts_at.date() == self.ends_at.date()


def event_facts(session: Session, event_id: EventId) -> EventFacts:
    """Return what papers tell of an event; raises NotFoundError for one that is gone."""
    row = events.alive(session, event_id)
    series = session.get(EventSeries, row.series_id) if row.series_id else None
    zone = events.zone_of(row.zone)
    return EventFacts(
        id=event_id,
        title=row.title,
        starts_at=row.starts_at.astimezone(zone),
        ends_at=row.ends_at.astimezone(zone),
        mode=row.mode,
        series=series.name if series else "",
        series_number=row.series_number,
        venue=row.venue,
        venue_address=row.venue_address,
        accessibility=row.accessibility,
        online_link=row.online_link,
        agenda=row.agenda,
        hosts=_hosts(session, event_id),
        parts=tuple(_part(one, row.zone) for one in event_sessions.of_event(session, event_id)),
    )


def _hosts(session: Session, event_id: EventId) -> tuple[str, ...]:
    names = session.scalars(
        select(Organisation.name)
        .join(EventHost, EventHost.organisation_id == Organisation.id)
        .where(EventHost.event_id == event_id, EventHost.deleted_at.is_(None))
        .order_by(EventHost.position, EventHost.id)
    )
    return tuple(names)


def _part(row: SessionRow, zone_name: str) -> Part:
    zone = events.zone_of(zone_name)
    return Part(
        id=row.id,
        title=row.title,
        starts_at=row.starts_at.astimezone(zone),
        ends_at=row.ends_at.astimezone(zone),
        room=row.room,
        speakers=row.speakers,
        sign_up=row.sign_up,
        capacity=row.capacity,
    )

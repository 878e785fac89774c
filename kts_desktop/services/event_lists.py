"""Lists of exchange events, and the card of one: ids in order by SQL on indexes, rows a window at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.adviser import Adviser
from kts_desktop.models.event import Event, EventHost, EventSeries
from kts_desktop.models.link import Tagging
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.vocab import EventId, EventOrder
from kts_desktop.services import event_series, event_sessions, notes, registration_lists, taggings, tasks
from kts_desktop.services.event_series import SeriesDate
from kts_desktop.services.event_sessions import SessionRow
from kts_desktop.services.notes import NoteFilter, NoteRow
from kts_desktop.services.registration_lists import Places
from kts_desktop.services.tasks import TaskFilter, TaskRow, TaskScope
from kts_desktop.storage import search
from kts_desktop.storage.direct import among
from kts_desktop.storage.sessions import Session

KIND = Event.__tablename__


class EventScope(StrEnum):
    """Which events a list shows, seen from now; one that runs still counts as coming."""

    COMING = "coming"
    PAST = "past"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Which events are wanted; empty fields do not narrow the list. ``month`` is the first day of one."""

    now: datetime
    scope: EventScope = EventScope.ALL
    text: str = ""
    format: str = ""
    mode: str = ""
    state: str = ""
    month: date | None = None
    series_id: int | None = None
    organisation_id: int | None = None  # as a host
    theme: str = ""
    among: tuple[int, ...] | None = None  # these alone


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """What the list shows of one event."""

    id: EventId
    title: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    format: str
    mode: str
    state: str
    series: str
    series_number: int | None
    venue: str
    host: str
    registration_deadline: date | None
    minutes_state: str
    places: Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A body that hosts an event."""

    organisation_id: int
    name: str
    district: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCard:
    """Everything the read view of an event shows, names resolved; codes of value lists as they are.

    ``dates`` are all dates of its series.
    """

    id: EventId
    uid: bytes
    title: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    format: str
    mode: str
    state: str
    series_id: int | None
    series: str
    series_number: int | None
    venue: str
    venue_address: str
    accessibility: str
    online_link: str
    registration_deadline: date | None
    budget_cents: int | None
    currency: str
    agenda: str
    report: str
    minutes_state: str
    organiser_id: int | None
    organiser: str
    deleted_at: datetime | None
    places: Places
    counts: tuple[tuple[str, int], ...]
    hosts: tuple[Host, ...]
    sessions: tuple[SessionRow, ...]
    tasks: tuple[TaskRow, ...]
    notes: tuple[NoteRow, ...]
    themes: tuple[str, ...]
    guidelines: tuple[str, ...]
    dates: tuple[SeriesDate, ...]

    @property
    def registered(self) -> int:
        """Return how many registrations there are in any state."""
        return sum(count for _, count in self.counts)


def ids(
    session: Session,
    wanted: EventFilter,
    order: EventOrder = EventOrder.START,
    *,
    descending: bool = False,
) -> list[EventId]:
    """Return the ids of events in order."""
    by = _ORDERS[order]
    identity = Event.id.desc() if descending else Event.id.asc()
    query = _filtered(session, select(Event.id), wanted)
    query = query.order_by(by.desc() if descending else by.asc(), identity)
    return [EventId(id_) for id_ in session.scalars(query)]


def count(session: Session, wanted: EventFilter) -> int:
    """Return how many events there are."""
    return session.scalar(_filtered(session, select(func.count(Event.id)), wanted)) or 0


def rows(session: Session, ids: Sequence[int]) -> dict[int, EventRow]:
    """Return the rows of a window of ids, with their places; one that is gone is left out."""
    query = (
        select(
            Event.id,
            Event.title,
            Event.starts_at,
            Event.ends_at,
            Event.zone,
            Event.format,
            Event.mode,
            Event.state,
            func.coalesce(EventSeries.name, "").label("series"),
            Event.series_number,
            Event.venue,
            func.coalesce(_first_host(), "").label("host"),
            Event.registration_deadline,
            Event.minutes_state,
        )
        .outerjoin(EventSeries, EventSeries.id == Event.series_id)
        .where(Event.id.in_(ids), Event.deleted_at.is_(None))
    )
    found = session.execute(query).all()
    places = registration_lists.places_of(session, [row.id for row in found])
    return {row.id: EventRow(**row._mapping, places=places[row.id]) for row in found}  # noqa: SLF001 - public


def months(session: Session, wanted: EventFilter) -> list[date]:
    """Return the first days of the months in which events begin, in the order of time; for a filter."""
    starts = session.scalars(_filtered(session, select(Event.starts_at), wanted))
    return sorted({moment.astimezone().date().replace(day=1) for moment in starts})


def card(session: Session, event_id: EventId, today: date) -> EventCard:
    """Return everything about one event, also about one in the bin; raises NotFoundError."""
    found = session.execute(
        select(
            *(getattr(Event, name) for name in _CARD),
            func.coalesce(EventSeries.name, "").label("series"),
            func.coalesce(Adviser.name, "").label("organiser"),
        )
        .outerjoin(EventSeries, EventSeries.id == Event.series_id)
        .outerjoin(Adviser, Adviser.id == Event.organiser_id)
        .where(Event.id == event_id)
    ).one_or_none()
    if found is None:
        raise NotFoundError("gone", id=event_id)
    return EventCard(
        **found._mapping,  # noqa: SLF001 - its public name
        places=registration_lists.places(session, event_id),
        counts=registration_lists.counts(session, event_id),
        hosts=tuple(_hosts(session, event_id)),
        sessions=tuple(event_sessions.of_event(session, event_id)),
        tasks=tuple(_tasks(session, event_id, today)),
        notes=tuple(_notes(session, event_id)),
        themes=taggings.codes(session, found.uid, taggings.THEME),
        guidelines=taggings.codes(session, found.uid, taggings.GUIDELINE),
        dates=() if found.series_id is None else tuple(event_series.dates(session, found.series_id)),
    )


def _tasks(session: Session, event_id: EventId, today: date) -> list[TaskRow]:
    """Return the open tasks of an event by day, then the done ones."""
    scopes = (TaskScope.OPEN, TaskScope.DONE)
    wanted = [TaskFilter(today=today, scope=scope, event_id=event_id) for scope in scopes]
    found = [id_ for one in wanted for id_ in tasks.ids(session, one)]
    known = tasks.rows(session, found)
    return [known[id_] for id_ in found]


def _notes(session: Session, event_id: EventId) -> list[NoteRow]:
    found = notes.ids(session, NoteFilter(event_id=event_id))
    known = notes.rows(session, found)
    return [known[id_] for id_ in found]


def _hosts(session: Session, event_id: EventId) -> list[Host]:
    found = session.execute(
        select(Organisation.id, Organisation.name, Organisation.district, Organisation.state)
        .join(EventHost, EventHost.organisation_id == Organisation.id)
        .where(EventHost.event_id == event_id, EventHost.deleted_at.is_(None))
        .order_by(EventHost.position, EventHost.id)
    )
    return [
        Host(organisation_id=id_, name=name, district=district, state=state)
        for id_, name, district, state in found
    ]


def _first_host() -> Any:
    return (
        select(Organisation.name)
        .join(EventHost, EventHost.organisation_id == Organisation.id)
        .where(EventHost.event_id == Event.id, EventHost.deleted_at.is_(None))
        .order_by(EventHost.position, EventHost.id)
        .limit(1)
        .scalar_subquery()
    )


def _filtered(session: Session, query: "Select[Any]", wanted: EventFilter) -> "Select[Any]":
    conditions = [Event.deleted_at.is_(None), *_on_time(wanted), *_on_columns(wanted)]
    if wanted.organisation_id is not None:
        hosted = select(EventHost.event_id).where(
            EventHost.organisation_id == wanted.organisation_id, EventHost.deleted_at.is_(None)
        )
        conditions.append(Event.id.in_(hosted))
    if wanted.theme:
        tagged = select(Tagging.owner).where(
            Tagging.list_key == taggings.THEME, Tagging.code == wanted.theme, Tagging.deleted_at.is_(None)
        )
        conditions.append(Event.uid.in_(tagged))
    if wanted.among is not None:
        conditions.append(among(Event.id.expression, wanted.among))
    if wanted.text.strip():
        conditions.append(_on_text(session, wanted.text))
    return query.where(*conditions)


def _on_columns(wanted: EventFilter) -> list[ColumnElement[bool]]:
    given: tuple[tuple[object, ColumnElement[bool]], ...] = (
        (wanted.format, Event.format == wanted.format),
        (wanted.mode, Event.mode == wanted.mode),
        (wanted.state, Event.state == wanted.state),
        (wanted.series_id, Event.series_id == wanted.series_id),
    )
    return [condition for value, condition in given if value]


def _on_time(wanted: EventFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.scope is EventScope.COMING:
        conditions.append(Event.ends_at >= wanted.now)
    elif wanted.scope is EventScope.PAST:
        conditions.append(Event.ends_at < wanted.now)
    if wanted.month is not None:
        first = datetime(wanted.month.year, wanted.month.month, 1).astimezone()
        year, month = divmod(wanted.month.year * 12 + wanted.month.month, 12)
        after = datetime(year, month + 1, 1).astimezone()
        conditions += [Event.starts_at >= first, Event.starts_at < after]
    return conditions


def _on_text(session: Session, text: str) -> ColumnElement[bool]:
    """Match the words in the event itself or in the name of a host."""
    bodies = search.ids_matching(session, "organisation", text, limit=500)
    hosted = select(EventHost.event_id).where(
        EventHost.organisation_id.in_(bodies), EventHost.deleted_at.is_(None)
    )
    return Event.id.in_(search.matching("event", text)) | Event.id.in_(hosted)


_CARD = (
    "id",
    "uid",
    "title",
    "starts_at",
    "ends_at",
    "zone",
    "format",
    "mode",
    "state",
    "series_id",
    "series_number",
    "venue",
    "venue_address",
    "accessibility",
    "online_link",
    "registration_deadline",
    "budget_cents",
    "currency",
    "agenda",
    "report",
    "minutes_state",
    "organiser_id",
    "deleted_at",
)
_ORDERS: dict[EventOrder, ColumnElement[Any]] = {
    EventOrder.START: Event.starts_at.expression,
    EventOrder.TITLE: Event.sort_key.expression,
    EventOrder.STATE: Event.state.expression,
}

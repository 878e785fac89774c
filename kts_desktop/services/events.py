"""Exchange events: use cases. Lists and the card of one event stand in ``event_lists``."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import func, select

from kts_desktop.core import folding
from kts_desktop.core.clock import HOME_ZONE, utc_now
from kts_desktop.core.errors import NotFoundError, RefusedError, ValidationError
from kts_desktop.core.ids import link_uid
from kts_desktop.models.event import Event, EventHost, EventSeries
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.vocab import EventId, EventMode, EventState
from kts_desktop.services import taggings
from kts_desktop.storage.sessions import Session

KIND = Event.__tablename__
MINUTES_DRAFT, MINUTES_APPROVED = "draft", "approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft:
    """What is entered for an event.

    ``new_series`` names a series that is not there yet; a number left open becomes the next of the series.
    """

    title: str
    starts_at: datetime
    ends_at: datetime
    zone: str = HOME_ZONE
    format: str = "workshop"
    mode: str = EventMode.ON_SITE.value
    state: str = EventState.PLANNED.value
    series_id: int | None = None
    series_number: int | None = None
    new_series: str = ""
    host_ids: tuple[int, ...] = ()
    organiser_id: int | None = None
    venue: str = ""
    venue_address: str = ""
    capacity: int | None = None
    accessibility: str = ""
    online_link: str = ""
    registration_deadline: date | None = None
    budget_cents: int | None = None
    currency: str = "EUR"
    agenda: str = ""
    report: str = ""
    minutes_state: str = ""
    themes: tuple[str, ...] = ()
    guidelines: tuple[str, ...] = ()


_TEXTS = ("title", "venue", "venue_address", "accessibility", "online_link", "agenda", "report")
_VALUES = (
    "starts_at",
    "ends_at",
    "zone",
    "format",
    "mode",
    "state",
    "organiser_id",
    "capacity",
    "registration_deadline",
    "budget_cents",
    "currency",
    "minutes_state",
)


def schedule(session: Session, draft: EventDraft, *, source: str = "") -> EventId:
    """Add an event; raises ValidationError."""
    _check(draft)
    event = Event(title=draft.title.strip(), starts_at=draft.starts_at, ends_at=draft.ends_at, source=source)
    _fill(event, draft)
    _set_series(session, event, draft)
    session.add(event)
    session.flush()
    _set_links(session, event, draft, source)
    return EventId(event.id)


def edit(session: Session, event_id: EventId, draft: EventDraft) -> None:
    """Change an event; raises ValidationError, also for another text of approved minutes."""
    event = alive(session, event_id)
    _check(draft)
    if event.minutes_state == MINUTES_APPROVED and draft.report.strip() != event.report:
        raise ValidationError("report", "minutes_approved")
    _fill(event, draft)
    _set_series(session, event, draft)
    _set_links(session, event, draft, event.source)


def cancel(session: Session, event_id: EventId) -> None:
    """Call an event off; registrations stay as they are. Raises RefusedError if it is off already."""
    event = alive(session, event_id)
    if event.state == EventState.CANCELLED:
        raise RefusedError("event_cancelled")
    event.state = EventState.CANCELLED.value


def set_state(session: Session, event_ids: Sequence[int], state: EventState) -> None:
    """Put events into a state, as one step."""
    for event_id in event_ids:
        alive(session, EventId(event_id)).state = state.value


def write_minutes(session: Session, event_id: EventId, report: str) -> None:
    """Keep the text of the minutes as a draft; raises RefusedError once they are approved."""
    event = alive(session, event_id)
    if event.minutes_state == MINUTES_APPROVED:
        raise RefusedError("minutes_approved")
    event.report = report.strip()
    event.minutes_state = MINUTES_DRAFT if event.report else ""


def approve_minutes(session: Session, event_id: EventId) -> None:
    """Fix the text of the minutes; raises RefusedError if there is none. Corrections are notes then."""
    event = alive(session, event_id)
    if not event.report:
        raise RefusedError("minutes_empty")
    event.minutes_state = MINUTES_APPROVED


def delete(session: Session, event_ids: Sequence[int]) -> None:
    """Move events to the bin; their registrations and sessions go out of sight with them."""
    for event_id in event_ids:
        alive(session, EventId(event_id)).deleted_at = utc_now()


def restore(session: Session, event_ids: Sequence[int]) -> None:
    """Take events out of the bin."""
    for event_id in event_ids:
        event = session.get(Event, event_id)
        if event is None:
            raise NotFoundError("gone", id=event_id)
        event.deleted_at = None


def draft_of(session: Session, event_id: EventId) -> EventDraft:
    """Return what a form edits."""
    event = alive(session, event_id)
    hosts = session.scalars(
        select(EventHost.organisation_id)
        .where(EventHost.event_id == event_id, EventHost.deleted_at.is_(None))
        .order_by(EventHost.position, EventHost.id)
    )
    return EventDraft(
        **{name: getattr(event, name) for name in (*_TEXTS, *_VALUES)},
        series_id=event.series_id,
        series_number=event.series_number,
        host_ids=tuple(hosts),
        themes=taggings.codes(session, event.uid, taggings.THEME),
        guidelines=taggings.codes(session, event.uid, taggings.GUIDELINE),
    )


def copy_of(session: Session, event_id: EventId) -> EventDraft:
    """Return a draft for the next date of the same kind: all that was planned, nothing that happened."""
    draft = draft_of(session, event_id)
    number = next_number(session, draft.series_id) if draft.series_id is not None else None
    return replace(
        draft,
        state=EventState.PLANNED.value,
        series_number=number,
        registration_deadline=None,
        report="",
        minutes_state="",
    )


def series_choices(session: Session) -> list[tuple[int, str]]:
    """Return (id, name) of all series by name."""
    found = session.execute(select(EventSeries.id, EventSeries.name).where(EventSeries.deleted_at.is_(None)))
    return sorted(((id_, name) for id_, name in found), key=_by_name)


def next_number(session: Session, series_id: int) -> int:
    """Return the number after the highest one of a series."""
    highest = session.scalar(
        select(func.max(Event.series_number)).where(Event.series_id == series_id, Event.deleted_at.is_(None))
    )
    return (highest or 0) + 1


def add_series(session: Session, name: str, event_format: str = "", *, source: str = "") -> int:
    """Return the id of a series of this name, adding it if there is none."""
    wanted = folding.fold(name.strip())
    if not wanted:
        raise ValidationError("new_series", "blank")
    for series_id, known in series_choices(session):
        if folding.fold(known) == wanted:
            return series_id
    series = EventSeries(name=name.strip(), format=event_format, source=source)
    session.add(series)
    session.flush()
    return series.id


def alive(session: Session, event_id: EventId) -> Event:
    """Return an event that is not in the bin; raises NotFoundError."""
    event = session.get(Event, event_id)
    if event is None or event.deleted_at is not None:
        raise NotFoundError("gone", id=event_id)
    return event


def zone_of(name: str) -> ZoneInfo:
    """Return a time zone; raises ValidationError for one this computer does not know."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValidationError("zone", "unknown_zone", zone=name) from None


def _check(draft: EventDraft) -> None:
    if not draft.title.strip():
        raise ValidationError("title", "blank")
    if draft.ends_at < draft.starts_at:
        raise ValidationError("ends_at", "ends_before_start")
    zone = zone_of(draft.zone)
    if draft.capacity is not None and draft.capacity < 1:
        raise ValidationError("capacity", "number_too_small")
    if draft.series_number is not None and draft.series_number < 1:
        raise ValidationError("series_number", "number_too_small")
    deadline = draft.registration_deadline
    if deadline is not None and deadline > draft.ends_at.astimezone(zone).date():
        raise ValidationError("registration_deadline", "deadline_after_event")


def _fill(event: Event, draft: EventDraft) -> None:
    for name in _TEXTS:
        setattr(event, name, getattr(draft, name).strip())
    for name in _VALUES:
        setattr(event, name, getattr(draft, name))


def _set_series(session: Session, event: Event, draft: EventDraft) -> None:
    series_id = draft.series_id
    if draft.new_series.strip():
        series_id = add_series(session, draft.new_series, draft.format, source=event.source)
    number = draft.series_number if series_id is not None else None
    if series_id is not None and number is None and event.series_id != series_id:
        number = next_number(session, series_id)
    event.series_id, event.series_number = series_id, number


def _set_links(session: Session, event: Event, draft: EventDraft, source: str) -> None:
    _set_hosts(session, event, draft.host_ids, source)
    taggings.set_codes(session, KIND, event.uid, taggings.THEME, draft.themes, source=source)
    taggings.set_codes(session, KIND, event.uid, taggings.GUIDELINE, draft.guidelines, source=source)


def _set_hosts(session: Session, event: Event, wanted: Sequence[int], source: str) -> None:
    present = {
        link.organisation_id: link
        for link in session.scalars(select(EventHost).where(EventHost.event_id == event.id))
    }
    for organisation_id, link in present.items():
        if organisation_id not in wanted and link.deleted_at is None:
            link.deleted_at = utc_now()
    for position, organisation_id in enumerate(dict.fromkeys(wanted)):
        old = present.get(organisation_id)
        if old is not None:
            old.deleted_at, old.position = None, position
            continue
        uid = session.scalar(select(Organisation.uid).where(Organisation.id == organisation_id))
        if uid is None:
            raise NotFoundError("gone", id=organisation_id)
        session.add(
            EventHost(
                uid=link_uid("event_host", event.uid, uid),
                event_id=event.id,
                organisation_id=organisation_id,
                position=position,
                source=source,
            )
        )
    session.flush()


def _by_name(choice: tuple[int, str]) -> str:
    return folding.sort_fold(choice[1])

"""Who came to which date of a series: people by dates, on one page for a peer-learning group."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.event import EventSeries
from kts_desktop.models.person import Person
from kts_desktop.models.vocab import EventState
from kts_desktop.services import event_series, events
from kts_desktop.services.office_head import head
from kts_desktop.services.paper_head import Head
from kts_desktop.services.paper_options import Ask, PaperOptions
from kts_desktop.storage.sessions import Session

_LEFT = ("declined", "cancelled", "invited", "")  # who never had a place at any date is no row


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceOptions(PaperOptions):
    """``invited`` adds a row for those who were only invited, or said no to every date."""

    invited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """One date of the series, in the time of its place."""

    number: int | None
    title: str
    starts_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One participant; ``states`` in the order of the dates, empty where not registered."""

    name: str
    body: str
    states: tuple[str, ...]
    has_missed_two: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceData:
    """The matrix of one series, dates that were called off left out."""

    head: Head
    series: str
    dates: tuple[Date, ...]
    rows: tuple[Row, ...]


def gather(session: Session, ask: Ask) -> AttendanceData:
    """Return the matrix; raises NotFoundError if the series is gone."""
    options = ask.options
    assert isinstance(options, AttendanceOptions)
    series_id = ask.ids[0]
    name = session.scalar(
        select(EventSeries.name).where(EventSeries.id == series_id, EventSeries.deleted_at.is_(None))
    )
    if name is None:
        raise NotFoundError("gone", id=series_id)
    held = [one for one in event_series.dates(session, series_id) if one.state != EventState.CANCELLED]
    lines = event_series.attendance(session, series_id)
    hidden = set(
        session.scalars(
            select(Person.id).where(
                Person.id.in_([line.person_id for line in lines if line.person_id is not None]),
                Person.restricted_at.is_not(None),
            )
        )
    )
    return AttendanceData(
        head=head(session, language=options.language, now=ask.now, adviser=ask.adviser),
        series=name,
        dates=tuple(
            Date(
                number=one.number,
                title=one.title,
                starts_at=one.starts_at.astimezone(events.zone_of(one.zone)),
            )
            for one in held
        ),
        rows=tuple(
            Row(name=line.name, body=line.body, states=line.states, has_missed_two=line.has_missed_two)
            for line in lines
            if line.person_id not in hidden
            and (options.invited or any(state not in _LEFT for state in line.states))
        ),
    )

"""The start of the day: what is due, who is visited, what waits; each count opens its list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Select, and_, func, or_, select

from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.event import Event
from kts_desktop.models.note import Note
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.vocab import OPEN_CASE_STATES, AdviserId, EventState
from kts_desktop.services import advisers, drafts, notes, tasks
from kts_desktop.services.advisers import StandIn
from kts_desktop.services.notes import NoteFilter
from kts_desktop.services.tasks import TaskFilter, TaskScope
from kts_desktop.storage.sessions import Session

KINDS = ("task", "note", "event", "advisory_case", "absence", "draft")  # changes that renew the page
DAYS_AHEAD = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A visit or event of the coming days; a visit is a note of kind ``visit`` dated today or later."""

    kind: str  # event or note
    id: int
    title: str
    place: str
    starts_at: datetime
    case_id: int | None = None
    organisation_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCounts:
    """The figures of the day, each of open things."""

    overdue: int
    today: int
    week: int
    unassigned: int
    drafts: int
    open_cases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What the start page shows."""

    today: date
    counts: DayCounts
    appointments: tuple[Appointment, ...]
    stand_ins: tuple[StandIn, ...]


def covered(session: Session, adviser_id: AdviserId | None, today: date) -> tuple[int, ...]:
    """Return the advisers whose work is shown: oneself and those one stands in for; empty shows all."""
    if adviser_id is None:
        return ()
    away = (one.adviser_id for one in advisers.stand_ins(session, today) if one.deputy_id == adviser_id)
    return (adviser_id, *away)


def day(session: Session, today: date, adviser_id: AdviserId | None = None) -> Day:
    """Return the figures, appointments and stand-ins of a day for one adviser, or for all."""
    mine = covered(session, adviser_id, today)
    return Day(
        today=today,
        counts=counts(session, today, mine),
        appointments=tuple(appointments(session, today)),
        stand_ins=tuple(one for one in advisers.stand_ins(session, today) if one.adviser_id in mine),
    )


def counts(session: Session, today: date, assignee_ids: Sequence[int] = ()) -> DayCounts:
    """Return how much is due and waits."""
    figures = {
        scope: tasks.count(session, TaskFilter(today=today, scope=scope, assignee_ids=tuple(assignee_ids)))
        for scope in (TaskScope.OVERDUE, TaskScope.TODAY, TaskScope.WEEK)
    }
    return DayCounts(
        overdue=figures[TaskScope.OVERDUE],
        today=figures[TaskScope.TODAY],
        week=figures[TaskScope.WEEK],
        unassigned=notes.count(session, NoteFilter(unassigned=True)),
        drafts=len(drafts.waiting(session)),
        open_cases=session.scalar(_open_cases()) or 0,
    )


def appointments(session: Session, today: date, days: int = DAYS_AHEAD) -> list[Appointment]:
    """Return visits and events from today on, in order of time."""
    start = datetime.combine(today, time()).astimezone()
    end = start + timedelta(days=days)
    found = [*_events(session, start, end), *_visits(session, start, end)]
    return sorted(found, key=lambda one: (one.starts_at, one.title))


def _events(session: Session, start: datetime, end: datetime) -> list[Appointment]:
    query = (
        select(Event.id, Event.title, Event.venue, Event.starts_at)
        .where(
            Event.deleted_at.is_(None),
            Event.state != EventState.CANCELLED.value,
            Event.starts_at < end,
            or_(Event.starts_at >= start, and_(Event.ends_at >= start, Event.starts_at < start)),
        )
        .order_by(Event.starts_at)
    )
    return [
        Appointment(kind="event", id=id_, title=title, place=venue, starts_at=starts_at)
        for id_, title, venue, starts_at in session.execute(query)
    ]


def _visits(session: Session, start: datetime, end: datetime) -> list[Appointment]:
    body = func.coalesce(Note.organisation_id, AdvisoryCase.organisation_id)
    query = (
        select(
            Note.id,
            func.coalesce(func.nullif(Note.title, ""), AdvisoryCase.subject, Note.text),
            func.coalesce(Organisation.name, ""),
            Note.happened_at,
            Note.case_id,
            Organisation.id,
        )
        .outerjoin(AdvisoryCase.__table__, AdvisoryCase.id == Note.case_id)
        .outerjoin(Organisation.__table__, Organisation.id == body)
        .where(
            Note.deleted_at.is_(None),
            Note.kind == "visit",
            Note.happened_at >= start.astimezone(UTC),
            Note.happened_at < end.astimezone(UTC),
        )
        .order_by(Note.happened_at)
    )
    return [
        Appointment(
            kind="note",
            id=id_,
            title=title,
            place=place,
            starts_at=happened_at,
            case_id=case_id,
            organisation_id=organisation_id,
        )
        for id_, title, place, happened_at, case_id, organisation_id in session.execute(query)
    ]


def _open_cases() -> "Select[int]":
    states = [state.value for state in OPEN_CASE_STATES]
    return select(func.count(AdvisoryCase.id)).where(
        AdvisoryCase.deleted_at.is_(None), AdvisoryCase.state.in_(states)
    )

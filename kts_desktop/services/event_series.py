"""A series over its dates: which there are, and who came to which."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from kts_desktop.core import folding
from kts_desktop.models.event import Event
from kts_desktop.models.vocab import EventId, EventState, RegistrationState
from kts_desktop.services import registration_lists
from kts_desktop.services.registration_lists import RegistrationRow
from kts_desktop.storage.sessions import Session

_MISSED = (RegistrationState.ABSENT, RegistrationState.EXCUSED)
_IN_A_ROW = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesDate:
    """One date of a series."""

    event_id: EventId
    number: int | None
    title: str
    starts_at: datetime
    zone: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceLine:
    """One participant over all dates; ``states`` in the order of the dates, empty where not registered."""

    person_id: int | None
    name: str
    body: str
    states: tuple[str, ...]

    @property
    def has_missed_two(self) -> bool:
        """Tell whether the last two dates entered were both missed."""
        entered = [state for state in self.states if state in (*_MISSED, RegistrationState.ATTENDED)]
        last = entered[-_IN_A_ROW:]
        return len(last) == _IN_A_ROW and all(state in _MISSED for state in last)


def dates(session: Session, series_id: int) -> list[SeriesDate]:
    """Return the dates of a series in the order of time."""
    found = session.execute(
        select(Event.id, Event.series_number, Event.title, Event.starts_at, Event.zone, Event.state)
        .where(Event.series_id == series_id, Event.deleted_at.is_(None))
        .order_by(Event.starts_at, Event.id)
    )
    return [
        SeriesDate(
            event_id=EventId(row.id),
            number=row.series_number,
            title=row.title,
            starts_at=row.starts_at,
            zone=row.zone,
            state=row.state,
        )
        for row in found
    ]


def attendance(session: Session, series_id: int) -> list[AttendanceLine]:
    """Return everybody registered for any date that was not called off, by name."""
    held = [one.event_id for one in dates(session, series_id) if one.state != EventState.CANCELLED]
    rows: dict[object, dict[EventId, RegistrationRow]] = defaultdict(dict)
    for event_id in held:
        for row in registration_lists.everyone(session, event_id):
            rows[_who(row)][event_id] = row
    lines = [(_sort_key(found), _line(found, held)) for found in rows.values()]
    return [line for _, line in sorted(lines, key=_first)]


def _who(row: RegistrationRow) -> object:
    return row.person_id or (folding.fold(row.name), folding.fold(row.body))


def _line(found: dict[EventId, RegistrationRow], held: Sequence[EventId]) -> AttendanceLine:
    latest = list(found.values())[-1]
    states = tuple(found[event_id].state if event_id in found else "" for event_id in held)
    return AttendanceLine(person_id=latest.person_id, name=latest.name, body=latest.body, states=states)


def _sort_key(found: dict[EventId, RegistrationRow]) -> str:
    return list(found.values())[-1].sort_key


def _first(pair: tuple[str, AttendanceLine]) -> tuple[str, str]:
    return pair[0], pair[1].body

"""Who comes to an event: lists, counts by state, places taken, the waiting list in its order.

One event has a few hundred registrations at most, so they are put in order here and not by an index.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from kts_desktop.core import folding
from kts_desktop.models.declaring import aliased
from kts_desktop.models.event import Event
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Person
from kts_desktop.models.registration import Registration, RegistrationStep
from kts_desktop.models.vocab import EventId, RegistrationId, RegistrationState
from kts_desktop.services.typed_names import NameParts, full_name, split_name
from kts_desktop.storage.sessions import Session

_State = RegistrationState
TAKING = (_State.CONFIRMED, _State.DEPUTY_SENT, _State.ATTENDED, _State.ABSENT)  # hold a place
ON_SHEET = (*TAKING, _State.TENTATIVE, _State.EXCUSED)  # stand on the attendance sheet
_TAKING = tuple(state.value for state in TAKING)
_ON_SHEET = frozenset(state.value for state in ON_SHEET if state is not _State.DEPUTY_SENT)
_MINUTE = timedelta(minutes=1)


class RegistrationOrder(StrEnum):
    """By what the participants of an event may be sorted."""

    NAME = "name"
    BODY = "body"
    STATE = "state"
    ROLE = "role"
    RANK = "rank"
    REGISTERED = "registered"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationFilter:
    """Which participants are wanted; empty fields do not narrow the list."""

    text: str = ""
    states: tuple[str, ...] = ()
    role: str = ""
    without_badge: bool = False
    walk_in_only: bool = False  # typed-in names, not of the directory


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationRow:
    """What the list of participants shows of one; ``rank`` counts on the waiting list from 1."""

    id: RegistrationId
    event_id: EventId
    person_id: int | None
    organisation_id: int | None
    name: str
    sort_key: str
    body: str
    state: str
    role: str
    registered_at: datetime | None
    rank: int
    has_moved_up: bool
    no_photo: bool
    badge_printed_at: datetime | None
    arrived_at: datetime | None
    deputy_for: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """How the places of an event stand; ``free`` is None where there is no limit, below 0 when overbooked."""

    capacity: int | None
    taken: int
    waiting: int

    @property
    def free(self) -> int | None:
        """Return how many places are left."""
        return None if self.capacity is None else self.capacity - self.taken


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One line of the attendance sheet; ``number`` counts by surname from 1."""

    number: int
    id: RegistrationId
    family_name: str
    given_name: str
    name: str
    body: str
    state: str
    no_photo: bool


def everyone(session: Session, event_id: EventId) -> list[RegistrationRow]:
    """Return all registrations of an event by name."""
    found = session.execute(_query().where(Registration.event_id == event_id)).all()
    ranks = {id_: place for place, id_ in enumerate(waiting_list(session, event_id), start=1)}
    moved_up = _moved_up(session, event_id)
    rows = [_row(row, ranks.get(row.id, 0), row.id in moved_up) for row in found]
    return sorted(rows, key=_by_name)


def ids(
    session: Session,
    event_id: EventId,
    wanted: RegistrationFilter | None = None,
    order: RegistrationOrder = RegistrationOrder.NAME,
    *,
    descending: bool = False,
) -> list[RegistrationId]:
    """Return the ids of the participants wanted, in order; equal ones by name."""
    wanted = wanted or RegistrationFilter()
    rows = [row for row in everyone(session, event_id) if _is_wanted(row, wanted)]
    rows.sort(key=_ORDERS[order], reverse=descending)
    return [row.id for row in rows]


def rows(session: Session, ids: Sequence[int]) -> dict[int, RegistrationRow]:
    """Return the rows of a window of ids of one event; one that is gone is left out."""
    if not ids:
        return {}
    event_id = session.scalar(select(Registration.event_id).where(Registration.id == ids[0]))
    wanted = frozenset(ids)
    found = everyone(session, EventId(event_id)) if event_id is not None else []
    return {row.id: row for row in found if row.id in wanted}


def counts(session: Session, event_id: EventId) -> tuple[tuple[str, int], ...]:
    """Return how many registrations stand in each state, in the order of the states; none left out."""
    found = dict(
        session.execute(
            select(Registration.state, func.count(Registration.id))
            .where(Registration.event_id == event_id, Registration.deleted_at.is_(None))
            .group_by(Registration.state)
        ).all()
    )
    return tuple((state.value, found.get(state.value, 0)) for state in RegistrationState)


def places(session: Session, event_id: EventId) -> Places:
    """Return how the places of one event stand."""
    return places_of(session, [event_id])[event_id]


def places_of(session: Session, event_ids: Sequence[int]) -> dict[int, Places]:
    """Return how the places of several events stand, by two queries.

    A deputy of somebody registered takes that person's place, not a second one.
    """
    capacity = dict(session.execute(select(Event.id, Event.capacity).where(Event.id.in_(event_ids))).all())
    found = session.execute(
        select(
            Registration.event_id,
            func.sum(case((holds_place(), 1), else_=0)).label("taken"),
            func.sum(case((Registration.state == _State.WAITING.value, 1), else_=0)).label("waiting"),
        )
        .where(Registration.event_id.in_(event_ids), Registration.deleted_at.is_(None))
        .group_by(Registration.event_id)
    )
    held = {row.event_id: (row.taken, row.waiting) for row in found}
    nobody = (0, 0)
    return {
        id_: Places(
            capacity=capacity.get(id_), taken=held.get(id_, nobody)[0], waiting=held.get(id_, nobody)[1]
        )
        for id_ in event_ids
    }


def holds_place() -> ColumnElement[bool]:
    """Return the condition under which a registration takes a place of its own."""
    sent = aliased(Registration)
    represents = (
        select(sent.id)
        .where(
            sent.id == Registration.deputy_for_id,
            sent.state == _State.DEPUTY_SENT.value,
            sent.deleted_at.is_(None),
        )
        .exists()
    )
    return and_(Registration.state.in_(_TAKING), ~represents)


def waiting_list(session: Session, event_id: EventId) -> list[RegistrationId]:
    """Return the waiting list in its order.

    The earlier minute goes first; within a minute those whose body has no place yet, then the older entry.
    """
    body = func.coalesce(Registration.organisation_id, Registration.typed_body)
    mine = and_(Registration.event_id == event_id, Registration.deleted_at.is_(None))
    present = {
        folding.fold(str(one))
        for one in session.scalars(select(body).where(mine, Registration.state.in_(_TAKING)))
    } - {""}
    since = func.coalesce(Registration.registered_at, Registration.created_at).label("since")
    waiting = session.execute(
        select(Registration.id, since, body.label("body")).where(
            mine, Registration.state == _State.WAITING.value
        )
    )
    ranked = sorted(
        (_to_minute(row.since), folding.fold(str(row.body)) in present, row.since, row.id) for row in waiting
    )
    return [RegistrationId(rank[-1]) for rank in ranked]


def sheet(session: Session, event_id: EventId) -> list[SheetLine]:
    """Return the lines of the attendance sheet: everybody expected, by surname (DIN 5007-2), numbered."""
    found = session.execute(
        _query().where(Registration.event_id == event_id, Registration.state.in_(_ON_SHEET))
    ).all()
    ordered = sorted(found, key=_by_surname)
    return [
        SheetLine(
            number=number,
            id=RegistrationId(row.id),
            family_name=_parts(row).sorted_family,
            given_name=_parts(row).given,
            name=_name(row),
            body=row.body,
            state=row.state,
            no_photo=row.no_photo,
        )
        for number, row in enumerate(ordered, start=1)
    ]


def _query() -> Any:
    sent, sent_person = aliased(Registration), aliased(Person)
    return (
        select(
            Registration.id,
            Registration.event_id,
            Registration.person_id,
            Registration.organisation_id,
            Registration.typed_name,
            func.coalesce(Organisation.name, Registration.typed_body).label("body"),
            Registration.state,
            Registration.role,
            Registration.registered_at,
            Registration.no_photo,
            Registration.badge_printed_at,
            Registration.arrived_at,
            Registration.remark,
            Person.degree,
            Person.given_name,
            Person.name_prefix,
            Person.family_name,
            func.coalesce(
                func.trim(sent_person.given_name + " " + sent_person.family_name), sent.typed_name, ""
            ).label("deputy_for"),
        )
        .outerjoin(Person, Person.id == Registration.person_id)
        .outerjoin(Organisation, Organisation.id == Registration.organisation_id)
        .outerjoin(sent, sent.id == Registration.deputy_for_id)
        .outerjoin(sent_person, sent_person.id == sent.person_id)
        .where(Registration.deleted_at.is_(None))
    )


def _row(row: Any, rank: int, has_moved_up: bool) -> RegistrationRow:
    return RegistrationRow(
        id=RegistrationId(row.id),
        event_id=EventId(row.event_id),
        person_id=row.person_id,
        organisation_id=row.organisation_id,
        name=_name(row),
        sort_key=_by_surname(row)[0],
        body=row.body,
        state=row.state,
        role=row.role,
        registered_at=row.registered_at,
        rank=rank,
        has_moved_up=has_moved_up and row.state in _TAKING,
        no_photo=row.no_photo,
        badge_printed_at=row.badge_printed_at,
        arrived_at=row.arrived_at,
        deputy_for=row.deputy_for,
        remark=row.remark,
    )


def _moved_up(session: Session, event_id: EventId) -> frozenset[int]:
    """Return those whose steps tell of a way from the waiting list to a place."""
    steps = session.execute(
        select(RegistrationStep.registration_id, RegistrationStep.state)
        .join(Registration, Registration.id == RegistrationStep.registration_id)
        .where(
            Registration.event_id == event_id,
            RegistrationStep.deleted_at.is_(None),
            or_(RegistrationStep.state == _State.WAITING.value, RegistrationStep.state.in_(_TAKING)),
        )
        .order_by(RegistrationStep.registration_id, RegistrationStep.at, RegistrationStep.id)
    )
    last: dict[int, str] = {}
    found = set()
    for registration_id, state in steps:
        if state != _State.WAITING and last.get(registration_id) == _State.WAITING:
            found.add(registration_id)
        last[registration_id] = state
    return frozenset(found)


def _is_wanted(row: RegistrationRow, wanted: RegistrationFilter) -> bool:
    words = folding.fold(wanted.text).split()
    told = folding.fold(f"{row.name} {row.body} {row.remark}") if words else ""
    return (
        all(word in told for word in words)
        and (not wanted.states or row.state in wanted.states)
        and (not wanted.role or row.role == wanted.role)
        and not (wanted.without_badge and row.badge_printed_at is not None)
        and not (wanted.walk_in_only and row.person_id is not None)
    )


def _parts(row: Any) -> NameParts:
    if row.family_name is None:
        return split_name(row.typed_name)
    return NameParts(given=row.given_name, family=row.family_name, particle=row.name_prefix)


def _name(row: Any) -> str:
    if row.family_name is None:
        return str(row.typed_name)
    return full_name(row.degree, row.given_name, row.name_prefix, row.family_name)


def _by_surname(row: Any) -> tuple[str, int]:
    parts = _parts(row)
    return folding.name_fold(f"{parts.family} {parts.given}"), row.id


def _by_name(row: RegistrationRow) -> tuple[str, int]:
    return row.sort_key, row.id


def _by_body(row: RegistrationRow) -> tuple[bool, str]:
    return not row.body, folding.sort_fold(row.body)


def _by_state(row: RegistrationRow) -> int:
    return _PLACE_OF_STATE.get(row.state, len(_PLACE_OF_STATE))


def _by_role(row: RegistrationRow) -> tuple[bool, str]:
    return row.role == "participant", row.role


def _by_rank(row: RegistrationRow) -> tuple[bool, int]:
    return row.rank == 0, row.rank


def _by_registered(row: RegistrationRow) -> tuple[bool, float]:
    return row.registered_at is None, row.registered_at.timestamp() if row.registered_at else 0.0


def _to_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


_PLACE_OF_STATE = {state.value: place for place, state in enumerate(RegistrationState)}
_ORDERS: dict[RegistrationOrder, Callable[[RegistrationRow], Any]] = {
    RegistrationOrder.NAME: _by_name,
    RegistrationOrder.BODY: _by_body,
    RegistrationOrder.STATE: _by_state,
    RegistrationOrder.ROLE: _by_role,
    RegistrationOrder.RANK: _by_rank,
    RegistrationOrder.REGISTERED: _by_registered,
}

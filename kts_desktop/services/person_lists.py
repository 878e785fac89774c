"""Lists of people: ids in order, and rows a window at a time. Who was merged stands with the kept record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from sqlalchemy import ColumnElement, TextClause, bindparam, func, select, text

from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.models.person import Person
from kts_desktop.models.vocab import PersonId, PersonOrder
from kts_desktop.services import person_search, phones
from kts_desktop.services.salutations import Name
from kts_desktop.storage.direct import among, ids_of
from kts_desktop.storage.sessions import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFilter:
    """Which people are wanted; empty fields do not narrow the list.

    People whose processing is restricted come only when they are asked for. ``among`` asks for exactly these,
    wherever they are: restricted, or in the bin.
    """

    text: str = ""
    kind: str = ""  # of the body
    state: str = ""  # federal state of the body
    organisation_id: int | None = None
    without_phone: bool = False
    not_informed: bool = False
    without_post: bool = False
    restricted: bool = False
    in_bin: bool = False
    among: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """What a list shows of a person: the present main post, and how to reach them."""

    id: PersonId
    name: str
    listed: str
    function: str
    unit: str
    organisation_id: int | None
    body: str
    kind: str
    district: str
    state: str
    country: str
    phone: str
    mail: str
    informed_on: date | None
    is_restricted: bool
    has_left: bool
    merged_into_id: int | None


def ids(
    session: Session,
    wanted: PersonFilter,
    order: PersonOrder = PersonOrder.NAME,
    *,
    descending: bool = False,
    today: date | None = None,
) -> list[PersonId]:
    """Return the ids of people in order; sorted by body, those without one come last."""
    on = today or local_date(utc_now())
    direction = "DESC" if descending and order is not PersonOrder.BODY else "ASC"
    statement = select(Person.id).where(*_conditions(wanted)).order_by(text(_ORDERS[order].format(direction)))
    found = ids_of(session, statement, _values(wanted, on))
    if wanted.text.strip():
        matched = person_search.matching(session, wanted.text, on)
        found = [id_ for id_ in found if id_ in matched]
    if order is PersonOrder.BODY:
        found = _by_body(session, found, on, descending=descending)
    return cast("list[PersonId]", found)


def count(session: Session, wanted: PersonFilter, *, today: date | None = None) -> int:
    """Return how many people a list holds."""
    if wanted.text.strip():
        return len(ids(session, wanted, today=today))
    on = today or local_date(utc_now())
    statement = select(func.count(Person.id)).where(*_conditions(wanted))
    return session.scalar(statement, _values(wanted, on)) or 0


def rows(session: Session, ids: Sequence[int], *, today: date | None = None) -> dict[int, PersonRow]:
    """Return the rows of a window of ids by one statement; one that is gone is left out."""
    on = today or local_date(utc_now())
    found = session.execute(_ROWS, {"ids": list(ids), "today": on.isoformat()})
    return {row.id: _row(row) for row in found}


def _row(row: Any) -> PersonRow:
    name = Name(
        family_name=row.family_name,
        given_name=row.given_name,
        degree=row.degree,
        name_prefix=row.name_prefix,
        name_suffix=row.name_suffix,
    )
    return PersonRow(
        id=PersonId(row.id),
        name=name.full,
        listed=name.listed,
        function=row.function or row.office_title,
        unit=row.unit,
        organisation_id=row.organisation_id,
        body=row.body,
        kind=row.kind,
        district=row.district,
        state=row.state,
        country=row.country,
        phone=phones.shown(row.phone),
        mail=row.mail,
        informed_on=date.fromisoformat(row.informed_on) if row.informed_on else None,
        is_restricted=row.restricted_at is not None,
        has_left=bool(row.had_post and row.post_id is None),
        merged_into_id=row.merged_into_id,
    )


def _by_body(session: Session, ids: Sequence[int], on: date, *, descending: bool) -> list[int]:
    """Return people, given in the order of their names, by the names of their bodies; without one last."""
    places = {id_: place for place, id_ in enumerate(session.scalars(text(_BODIES)))}
    bodies = {row.id: row.body for row in session.execute(text(_BODY_OF_ALL), {"today": on.isoformat()})}
    behind = len(places)

    def place(person_id: int) -> int:
        found = places.get(bodies.get(person_id), behind)
        return -found if descending and found != behind else found

    return sorted(ids, key=place)


def _conditions(wanted: PersonFilter) -> list[ColumnElement[bool] | TextClause]:
    conditions: list[ColumnElement[bool] | TextClause] = (
        [among(Person.id.expression, wanted.among)] if wanted.among is not None else _in_sight(wanted)
    )
    if wanted.kind or wanted.state or wanted.organisation_id is not None:
        conditions.append(text(_AT_BODY if wanted.organisation_id else f"+{_AT_BODY}"))
    if wanted.not_informed:
        conditions.append(Person.informed_on.is_(None))
    if wanted.without_post:
        conditions.append(text(_WITHOUT_POST))
    if wanted.without_phone:
        conditions.append(text(_WITHOUT_PHONE))
    return conditions


def _in_sight(wanted: PersonFilter) -> list[ColumnElement[bool] | TextClause]:
    return [
        Person.deleted_at.is_not(None) if wanted.in_bin else Person.deleted_at.is_(None),
        text("+person.merged_into_id IS NULL"),  # + keeps the list on the index of its order
        Person.restricted_at.is_not(None) if wanted.restricted else Person.restricted_at.is_(None),
    ]


def _values(wanted: PersonFilter, on: date) -> dict[str, object]:
    return {
        "today": on.isoformat(),
        "kind": wanted.kind,
        "state": wanted.state,
        "body": wanted.organisation_id or 0,
    }


_FAMILY = (  # by its index: in a small office the planner would read everybody, for each line anew
    "(SELECT {id} UNION ALL SELECT m.id FROM person m INDEXED BY ix_person_merged_into_id "
    "WHERE m.merged_into_id={id} AND m.deleted_at IS NULL)"
)
_HELD = "a.deleted_at IS NULL AND (a.valid_to IS NULL OR a.valid_to >= :today)"
_BEST = "ORDER BY a.is_primary DESC, a.valid_from DESC, a.id LIMIT 1"
_KEPT = "SELECT coalesce(k.merged_into_id, k.id) FROM person k"
_AT_BODY = (
    f"person.id IN ({_KEPT} JOIN affiliation a ON a.person_id=k.id JOIN organisation o "
    f"ON o.id=a.organisation_id WHERE {_HELD} AND (:kind='' OR o.kind=:kind) "
    "AND (:state='' OR o.state=:state) AND (:body=0 OR o.id=:body))"
)
_WITHOUT_POST = f"person.id NOT IN ({_KEPT} JOIN affiliation a ON a.person_id=k.id WHERE {_HELD})"
_CALLED = "c.kind IN ('phone','mobile') AND c.deleted_at IS NULL"
_WITHOUT_PHONE = (
    f"person.id NOT IN ({_KEPT} JOIN contact_point c ON c.person_id=k.id WHERE {_CALLED} UNION ALL "
    f"{_KEPT} JOIN affiliation a ON a.person_id=k.id JOIN contact_point c ON c.affiliation_id=a.id "
    f"WHERE {_CALLED} AND {_HELD})"
)
_BODIES = "SELECT id FROM organisation WHERE deleted_at IS NULL ORDER BY sort_key, id"
_BODY_OF_ALL = (
    "SELECT coalesce(k.merged_into_id, k.id) AS id, a.organisation_id AS body FROM affiliation a "  # noqa: S608 - constants
    f"JOIN person k ON k.id=a.person_id WHERE {_HELD} ORDER BY a.is_primary, a.valid_from, a.id DESC"
)
_ORDERS = {
    PersonOrder.NAME: "person.sort_key {0}, person.id {0}",
    PersonOrder.BODY: "person.sort_key {0}, person.id {0}",  # and then by body
    PersonOrder.CHANGED: "person.updated_at {0}, person.id {0}",
}
_OF_PERSON = _FAMILY.format(id="p.id")
_REACHED = (
    "(SELECT c.value FROM contact_point c WHERE c.id IN (SELECT k.id FROM contact_point k "  # noqa: S608 - constants
    f"WHERE k.person_id IN {_FAMILY.format(id='b.id')} UNION ALL SELECT k.id FROM contact_point k "
    "WHERE k.affiliation_id=b.post_id) AND c.kind IN {kinds} AND c.deleted_at IS NULL "
    "ORDER BY c.preferred DESC, c.kind='phone' DESC, c.affiliation_id IS NULL, c.id LIMIT 1)"
)
_PHONE = _REACHED.replace("{kinds}", "('phone','mobile')")
_MAIL = _REACHED.replace("{kinds}", "('email')")
_ROWS = text(
    "WITH b AS MATERIALIZED (SELECT p.id, p.family_name, p.given_name, p.degree, p.name_prefix, "  # noqa: S608 - constants
    "p.name_suffix, p.office_title, p.informed_on, p.restricted_at, p.merged_into_id, "
    f"(SELECT a.id FROM affiliation a WHERE a.person_id IN {_OF_PERSON} AND {_HELD} {_BEST}) AS post_id, "
    f"EXISTS(SELECT 1 FROM affiliation a WHERE a.person_id IN {_OF_PERSON} AND a.deleted_at IS NULL) "
    "AS had_post FROM person p WHERE p.id IN :ids) "
    "SELECT b.*, coalesce(a.function,'') AS function, coalesce(a.unit,'') AS unit, a.organisation_id, "
    "coalesce(o.name,'') AS body, coalesce(o.kind,'') AS kind, coalesce(o.district,'') AS district, "
    f"coalesce(o.state,'') AS state, coalesce(o.country,'') AS country, "
    f"coalesce({_PHONE},'') AS phone, coalesce({_MAIL},'') AS mail "
    "FROM b LEFT JOIN affiliation a ON a.id=b.post_id LEFT JOIN organisation o ON o.id=a.organisation_id"
).bindparams(bindparam("ids", expanding=True))

"""Lists of the bodies of the office: ids in order, rows a window at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ColumnElement, bindparam, func, select, text

from kts_desktop.models.organisation import Organisation
from kts_desktop.models.vocab import OrganisationId, OrganisationOrder
from kts_desktop.services import person_search
from kts_desktop.storage.direct import among, ids_of
from kts_desktop.storage.sessions import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationFilter:
    """Which bodies are wanted; empty fields do not narrow the list.

    ``among`` asks for exactly these, also in the bin.
    """

    text: str = ""
    kind: str = ""
    state: str = ""
    municipal: bool | None = None  # only towns, municipalities and districts, or only the others
    without_people: bool = False
    in_bin: bool = False
    among: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    """What a list shows of a body."""

    id: OrganisationId
    name: str
    designation: str
    kind: str
    district: str
    state: str
    country: str
    population: int | None
    phone: str
    mail: str
    people: int
    open_cases: int


def ids(
    session: Session,
    wanted: OrganisationFilter,
    order: OrganisationOrder = OrganisationOrder.NAME,
    *,
    descending: bool = False,
) -> list[OrganisationId]:
    """Return the ids of bodies in order; sorted by population, those without one come last."""
    by = _ORDERS[order]
    direction = by.desc() if descending else by.asc()
    identity = Organisation.id.desc() if descending else Organisation.id.asc()
    query = select(Organisation.id).where(*_conditions(wanted))
    if order is OrganisationOrder.POPULATION:
        query = query.order_by(by.is_(None), direction, identity)
    elif order is OrganisationOrder.STATE:
        query = query.order_by(direction, Organisation.sort_key, Organisation.id)
    else:
        query = query.order_by(direction, identity)
    found = cast("list[OrganisationId]", ids_of(session, query))
    if not wanted.text.strip():
        return found
    matched = person_search.bodies_matching(session, wanted.text)
    return [id_ for id_ in found if id_ in matched]


def count(session: Session, wanted: OrganisationFilter) -> int:
    """Return how many bodies a list holds."""
    if wanted.text.strip():
        return len(ids(session, wanted))
    return session.scalar(select(func.count(Organisation.id)).where(*_conditions(wanted))) or 0


def rows(session: Session, ids: Sequence[int]) -> dict[int, OrganisationRow]:
    """Return the rows of a window of ids by one statement; one that is gone is left out."""
    found = session.execute(_ROWS, {"ids": list(ids)})
    return {row.id: OrganisationRow(**row._mapping) for row in found}  # noqa: SLF001 - its public name


def _conditions(wanted: OrganisationFilter) -> list[ColumnElement[bool]]:
    body = Organisation
    conditions: list[ColumnElement[bool]] = [
        body.deleted_at.is_not(None) if wanted.in_bin else body.deleted_at.is_(None),
        body.merged_into_id.is_(None),
    ]
    if wanted.among is not None:
        conditions = [among(body.id.expression, wanted.among)]
    if wanted.kind:
        conditions.append(body.kind == wanted.kind)
    if wanted.state:
        conditions.append(body.state == wanted.state)
    if wanted.municipal is not None:
        municipal = body.kind.in_(("municipality", "district"))
        conditions.append(municipal if wanted.municipal else ~municipal)
    if wanted.without_people:
        conditions.append(_WITHOUT_PEOPLE)
    return conditions


_WITHOUT_PEOPLE: Any = text(
    "organisation.id NOT IN (SELECT a.organisation_id FROM affiliation a JOIN person p ON p.id=a.person_id "
    "WHERE a.deleted_at IS NULL AND p.deleted_at IS NULL AND a.valid_to IS NULL)"
)
_ORDERS: dict[OrganisationOrder, ColumnElement[Any]] = {
    OrganisationOrder.NAME: Organisation.sort_key.expression,
    OrganisationOrder.STATE: Organisation.state.expression,
    OrganisationOrder.POPULATION: Organisation.population.expression,
}
_ROWS = text(
    "SELECT o.id, o.name, o.designation, o.kind, o.district, o.state, o.country, o.population, "
    "coalesce((SELECT c.value FROM contact_point c WHERE c.organisation_id=o.id "
    "AND c.kind IN ('phone','mobile') "
    "AND c.deleted_at IS NULL ORDER BY c.preferred DESC, c.id LIMIT 1), '') AS phone, "
    "coalesce((SELECT c.value FROM contact_point c WHERE c.organisation_id=o.id AND c.kind='email' "
    "AND c.deleted_at IS NULL ORDER BY c.preferred DESC, c.id LIMIT 1), '') AS mail, "
    "(SELECT count(DISTINCT coalesce(p.merged_into_id, p.id)) FROM affiliation a JOIN person p "
    "ON p.id=a.person_id WHERE a.organisation_id=o.id AND a.deleted_at IS NULL AND p.deleted_at IS NULL "
    "AND p.restricted_at IS NULL AND (a.valid_to IS NULL OR a.valid_to >= date('now'))) AS people, "
    "(SELECT count(*) FROM advisory_case k WHERE k.organisation_id=o.id AND k.deleted_at IS NULL "
    "AND k.state NOT IN ('closed','filed')) AS open_cases "
    "FROM organisation o WHERE o.id IN :ids"
).bindparams(bindparam("ids", expanding=True))

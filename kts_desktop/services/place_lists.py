"""Lists of places: the whole directory with the office's bodies in one order, and places of the same size."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from kts_desktop.models.organisation import Organisation, OrganisationKey
from kts_desktop.models.project import Project, ProjectMember
from kts_desktop.models.register import RegisterEntry
from kts_desktop.models.vocab import KeyScheme
from kts_desktop.services import directory, places
from kts_desktop.services.directory import PlaceHit
from kts_desktop.storage.sessions import Session

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute

_MOST_FOUND = 1_000


class PlaceOrder(StrEnum):
    """By what a list of places may be sorted."""

    NAME = "name"
    POPULATION = "population"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFilter:
    """Which places are wanted; empty fields do not narrow the list."""

    text: str = ""
    state: str = ""
    kind: str = ""  # value list organisation_kind
    size: str = ""  # value list size_class
    only_adopted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """What a list shows of a place; ``project`` is the model project it takes part in, if any."""

    hit: PlaceHit
    project: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarPlace:
    """A place of the same size class, how far it is, and the project it takes part in, if any."""

    hit: PlaceHit
    distance_km: float
    project: str = ""


def tokens(
    session: Session,
    wanted: PlaceFilter,
    order: PlaceOrder = PlaceOrder.NAME,
    *,
    descending: bool = False,
) -> list[int]:
    """Return the tokens of places; what was typed is answered in the order of likeness."""
    if wanted.text.strip():
        found = directory.find(session, wanted.text, _MOST_FOUND)
        return [hit.token for hit in found if _fits(hit, wanted)]
    rows: list[Any] = list(session.execute(_bodies(wanted, order)))
    if not wanted.only_adopted and wanted.kind in ("", "municipality", "district"):
        rows += session.execute(_entries(wanted, order))
    known = [row for row in rows if row[1] is not None]
    unknown = [row for row in rows if row[1] is None]
    known.sort(key=itemgetter(1), reverse=descending)
    return [token for token, _ in (*known, *unknown)]


def rows(session: Session, tokens: Sequence[int]) -> dict[int, PlaceRow]:
    """Return the rows of a window of tokens."""
    found = directory.hits(session, tokens)
    projects = _projects_by_body(session)
    return {token: PlaceRow(hit=hit, project=projects.get(hit.token, "")) for token, hit in found.items()}


def similar(
    session: Session, token: int, limit: int = 10, *, only_projects: bool = False
) -> list[SimilarPlace]:
    """Return municipalities of the same size class, the nearest first; empty without size or point.

    Points of villages and means of districts are left out. With ``only_projects`` only members of model
    projects are told, since they can report from experience.
    """
    here = directory.hits(session, [token]).get(token)
    point = _point(session, here) if here else None
    if here is None or point is None or here.population is None:
        return []
    bounds = places.SIZE_CLASSES[places.size_class(here.population)]
    projects = _projects_by_body(session)
    found: list[Any] = list(session.execute(_bodies_of_size(*bounds)))
    if only_projects:
        found = [row for row in found if row[0] in projects]
    else:
        found += session.execute(_entries_of_size(*bounds))
    near: list[tuple[float, int]] = sorted(
        (places.distance_km(*point, lat, lon), other) for other, lat, lon in found if other != here.token
    )[:limit]
    by_token = directory.hits(session, [other for _, other in near])
    return [
        SimilarPlace(hit=by_token[other], distance_km=distance, project=projects.get(other, ""))
        for distance, other in near
    ]


def _fits(hit: PlaceHit, wanted: PlaceFilter) -> bool:
    return (
        wanted.state in ("", hit.state)
        and wanted.kind in ("", hit.kind)
        and wanted.size in ("", places.size_class(hit.population))
        and (hit.is_adopted or not wanted.only_adopted)
    )


def _bodies(wanted: PlaceFilter, order: PlaceOrder) -> "Select[int, str | int | None]":
    body = Organisation
    by = body.sort_key if order is PlaceOrder.NAME else body.population
    query = select(body.id, by).where(body.deleted_at.is_(None), body.merged_into_id.is_(None))
    if wanted.state:
        query = query.where(body.state == wanted.state)
    if wanted.kind:
        query = query.where(body.kind == wanted.kind)
    if wanted.size:
        query = query.where(_of_size(body.population, wanted.size))
    return query.order_by(by, body.id)


def _entries(wanted: PlaceFilter, order: PlaceOrder) -> "Select[int, str | int | None]":
    entry = RegisterEntry
    by = entry.sort_key if order is PlaceOrder.NAME else entry.population
    query = select(-entry.id, by).where(entry.id.not_in(_taken()))
    if wanted.state:
        query = query.where(entry.state == wanted.state)
    if wanted.kind == "district":
        query = query.where(entry.level == "district")
    elif wanted.kind:
        query = query.where(entry.level != "district")
    if wanted.size:
        query = query.where(_of_size(entry.population, wanted.size))
    return query.order_by(by, entry.id)


def _taken() -> "Select[int]":
    """Return the directory entries that the office has taken over."""
    key, entry = OrganisationKey, RegisterEntry
    by_ags = and_(key.scheme == KeyScheme.AGS.value, entry.ags == key.value)
    by_ars = and_(key.scheme == KeyScheme.ARS.value, entry.ags == "", entry.ars == key.value)
    return (
        select(entry.id)
        .join(key, or_(by_ags, by_ars))
        .join(Organisation, Organisation.id == key.organisation_id)
        .where(key.deleted_at.is_(None), Organisation.deleted_at.is_(None))
    )


def _of_size(column: "InstrumentedAttribute[int | None]", size: str) -> ColumnElement[bool]:
    least, most = places.SIZE_CLASSES[size]
    return column >= least if most is None else column.between(least, most)


def _point(session: Session, hit: PlaceHit) -> tuple[int, int] | None:
    for record, id_ in ((Organisation, hit.organisation_id), (RegisterEntry, hit.register_id)):
        if id_ is not None:
            found = session.execute(select(record.lat, record.lon).where(record.id == id_)).one_or_none()
            if found is not None and found.lat is not None and found.lon is not None:
                return found.lat, found.lon
    return None


def _bodies_of_size(least: int, most: int | None) -> "Select[int, int | None, int | None]":
    """Return municipalities of the office of a size class: token, lat, lon."""
    body = Organisation
    return select(body.id, body.lat, body.lon).where(
        body.deleted_at.is_(None),
        body.merged_into_id.is_(None),
        body.kind == "municipality",
        body.lat.is_not(None),
        body.lon.is_not(None),
        body.population >= least,
        body.population <= (most or body.population),
    )


def _entries_of_size(least: int, most: int | None) -> "Select[int, int | None, int | None]":
    """Return municipalities of the directory of a size class that are not taken over: token, lat, lon."""
    entry = RegisterEntry
    return select(-entry.id, entry.lat, entry.lon).where(
        entry.level == "municipality",
        entry.position_is_exact,
        entry.lat.is_not(None),
        entry.lon.is_not(None),
        entry.population >= least,
        entry.population <= (most or entry.population),
        entry.id.not_in(_taken()),
    )


def _projects_by_body(session: Session) -> dict[int, str]:
    """Return the title of the first model project of each body that takes part in one."""
    found = session.execute(
        select(ProjectMember.organisation_id, func.min(Project.title))
        .join(Project, Project.id == ProjectMember.project_id)
        .where(ProjectMember.deleted_at.is_(None), Project.deleted_at.is_(None))
        .group_by(ProjectMember.organisation_id)
    )
    return dict(found.all())

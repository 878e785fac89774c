"""Lists of model projects: ids in order, rows a window at a time, points for the map."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from kts_desktop.models.organisation import Organisation
from kts_desktop.models.project import Cohort, Project, ProjectMember
from kts_desktop.models.vocab import ProjectId
from kts_desktop.services import project_parts
from kts_desktop.storage import search
from kts_desktop.storage.sessions import Session

NOT_KNOWN = "unknown"  # the phase of a project without dates
_DEGREE = 10_000_000


class ProjectOrder(StrEnum):
    """By what a list of projects may be sorted."""

    TITLE = "title"
    COHORT = "cohort"
    STATE = "state"
    POPULATION = "population"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFilter:
    """Which projects are wanted; empty fields do not narrow the list. ``phase`` is one running today."""

    text: str = ""
    cohorts: tuple[str, ...] = ()
    state: str = ""
    category: str = ""
    form: str = ""
    phase: str = ""
    in_bin: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRow:
    """What a list or the map shows of a project; ``states`` are official keys."""

    id: ProjectId
    title: str
    name: str  # what the project calls itself, else its working title
    cohort: str
    states: tuple[str, ...]
    category: str
    form: str
    population: int | None
    population_as_of: date | None
    running: tuple[str, ...]
    lat: float | None
    lon: float | None


def ids(
    session: Session,
    wanted: ProjectFilter,
    today: date,
    order: ProjectOrder = ProjectOrder.TITLE,
    *,
    descending: bool = False,
) -> list[ProjectId]:
    """Return the ids of projects in order; those without a value of the order come last."""
    by = _ORDERS[order]
    query = (
        select(Project.id)
        .outerjoin(Cohort, Cohort.id == Project.cohort_id)
        .where(*_conditions(session, wanted))
        .order_by(by.is_(None), by.desc() if descending else by.asc(), Project.sort_key, Project.id)
    )
    found = [ProjectId(id_) for id_ in session.scalars(query)]
    if not wanted.phase:
        return found
    phases = project_parts.phases(session, found)
    running = {id_: project_parts.now_running(phases.get(id_, ()), today) for id_ in found}
    return [id_ for id_ in found if wanted.phase in (running[id_] or (NOT_KNOWN,))]


def rows(session: Session, ids: Sequence[int], today: date) -> dict[int, ProjectRow]:
    """Return the rows of a window of ids."""
    found = session.execute(
        select(
            Project.id,
            Project.title,
            Project.project_name,
            Project.working_title,
            func.coalesce(Cohort.code, "").label("cohort"),
            Project.state,
            Project.category,
            Project.form,
            Project.population,
            Project.population_as_of,
            Project.lat,
            Project.lon,
        )
        .outerjoin(Cohort, Cohort.id == Project.cohort_id)
        .where(Project.id.in_(ids))
    ).all()
    phases = project_parts.phases(session, ids)
    return {
        row.id: ProjectRow(
            id=ProjectId(row.id),
            title=row.title,
            name=row.project_name or row.working_title,
            cohort=row.cohort,
            states=tuple(row.state.split()),
            category=row.category,
            form=row.form,
            population=row.population,
            population_as_of=row.population_as_of,
            running=project_parts.now_running(phases.get(row.id, ()), today),
            lat=None if row.lat is None else row.lat / _DEGREE,
            lon=None if row.lon is None else row.lon / _DEGREE,
        )
        for row in found
    }


def _conditions(session: Session, wanted: ProjectFilter) -> list[ColumnElement[bool]]:
    given: list[ColumnElement[bool]] = [
        Project.deleted_at.is_not(None) if wanted.in_bin else Project.deleted_at.is_(None)
    ]
    if wanted.cohorts:
        given.append(Cohort.code.in_(wanted.cohorts))
    if wanted.state:
        given.append(func.instr(Project.state, wanted.state) > 0)
    if wanted.category:
        given.append(Project.category == wanted.category)
    if wanted.form:
        given.append(Project.form == wanted.form)
    if wanted.text.strip():
        given.append(_on_text(session, wanted.text))
    return given


def _on_text(session: Session, text: str) -> ColumnElement[bool]:
    """Match the words in the project or in the names of its members."""
    bodies = search.ids_matching(session, Organisation.__tablename__, text, limit=500)
    of_members = select(ProjectMember.project_id).where(
        ProjectMember.organisation_id.in_(bodies), ProjectMember.deleted_at.is_(None)
    )
    return or_(Project.id.in_(search.matching(Project.__tablename__, text)), Project.id.in_(of_members))


_ORDERS: dict[ProjectOrder, ColumnElement[Any]] = {
    ProjectOrder.TITLE: Project.sort_key.expression,
    ProjectOrder.COHORT: Cohort.code.expression,
    ProjectOrder.STATE: Project.state.expression,
    ProjectOrder.POPULATION: Project.population.expression,
}

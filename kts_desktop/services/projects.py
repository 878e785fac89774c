"""Model projects: use cases, and the card of one project. Lists stand in ``project_lists``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import NotFoundError, ValidationError
from kts_desktop.models.organisation import Organisation, OrganisationKey
from kts_desktop.models.project import Cohort, Project, ProjectMember
from kts_desktop.models.register import RegisterEntry
from kts_desktop.models.vocab import ProjectId
from kts_desktop.services import measures, project_parts, related, taggings
from kts_desktop.services.case_lists import CaseRow
from kts_desktop.services.event_lists import EventRow
from kts_desktop.services.measures import MeasureFilter, MeasureRow
from kts_desktop.services.person_lists import PersonRow
from kts_desktop.services.project_parts import FundingRow, MemberRow, MilestoneRow, PhaseRow
from kts_desktop.storage.sessions import Session

KIND = Project.__tablename__
FIELD = "programme_field"  # the value list of the programme's fields


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectDraft:
    """What is entered about a project; its members, milestones and amounts are entered one by one."""

    title: str
    cohort_id: int | None = None
    number: str = ""
    project_name: str = ""
    working_title: str = ""
    form: str = ""
    category: str = ""
    state: str = ""  # keys of the federal states, parted by blanks
    population: int | None = None
    population_as_of: date | None = None
    population_source: str = ""
    entry: str = ""
    vision: str = ""
    strategy: str = ""
    website: str = ""
    phase_note: str = ""
    remark: str = ""
    fields: tuple[str, ...] = ()
    phases: tuple[PhaseRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectCard(ProjectDraft):
    """Everything about a project, in codes of the value lists."""

    id: ProjectId
    uid: bytes
    cohort: str
    area_ha: int | None
    running: tuple[str, ...]
    members: tuple[MemberRow, ...]
    milestones: tuple[MilestoneRow, ...]
    fundings: tuple[FundingRow, ...]
    measures: tuple[MeasureRow, ...]
    cases: tuple[CaseRow, ...]
    people: tuple[PersonRow, ...]
    events: tuple[EventRow, ...]
    lat: int | None
    lon: int | None
    source: str
    updated_at: datetime
    deleted_at: datetime | None


def card(session: Session, project_id: int, today: date) -> ProjectCard:
    """Return everything about a project, also of one in the bin; raises NotFoundError."""
    columns = (*_PLAIN, "id", "uid", "lat", "lon", "source", "updated_at", "deleted_at")
    row = session.execute(
        select(*(getattr(Project, name) for name in columns), func.coalesce(Cohort.code, "").label("cohort"))
        .outerjoin(Cohort, Cohort.id == Project.cohort_id)
        .where(Project.id == project_id)
    ).one_or_none()
    if row is None:
        raise NotFoundError("gone", id=project_id)
    members = project_parts.members(session, project_id)
    bodies = tuple(member.organisation_id for member in members)
    phases = tuple(project_parts.phases(session, [project_id]).get(project_id, ()))
    wanted = MeasureFilter(project_id=project_id)
    return ProjectCard(
        **row._mapping,  # noqa: SLF001 - its public name
        fields=taggings.codes(session, row.uid, FIELD),
        area_ha=_area(session, members),
        phases=phases,
        running=project_parts.now_running(phases, today),
        members=members,
        milestones=project_parts.milestones(session, project_id),
        fundings=project_parts.fundings(session, project_id),
        measures=tuple(measures.listed(session, wanted)),
        cases=tuple(related.cases(session, bodies, project_id)),
        people=tuple(related.people(session, bodies, today)),
        events=tuple(related.events(session, bodies)),
    )


def draft_of(session: Session, project_id: int) -> ProjectDraft:
    """Return what a form edits; raises NotFoundError."""
    project = _alive(session, project_id)
    return ProjectDraft(
        **{name: getattr(project, name) for name in _PLAIN},
        fields=taggings.codes(session, project.uid, FIELD),
        phases=tuple(project_parts.phases(session, [project_id]).get(project_id, ())),
    )


def add(session: Session, draft: ProjectDraft, *, source: str = "") -> ProjectId:
    """Add a project; raises ValidationError for a blank title or a phase that ends before it starts."""
    _check(draft)
    project = Project(title=draft.title.strip(), source=source)
    session.add(project)
    _fill(project, draft)
    session.flush()
    _set_links(session, project, draft)
    return ProjectId(project.id)


def edit(session: Session, project_id: int, draft: ProjectDraft) -> None:
    """Change a project; raises NotFoundError or ValidationError."""
    _check(draft)
    project = _alive(session, project_id)
    _fill(project, draft)
    _set_links(session, project, draft)


def delete(session: Session, project_ids: Sequence[int]) -> None:
    """Move projects to the bin; their members stay bodies of the office."""
    for project_id in project_ids:
        _alive(session, project_id).deleted_at = utc_now()


def restore(session: Session, project_id: int) -> None:
    """Take a project out of the bin; raises NotFoundError."""
    project = session.get(Project, project_id)
    if project is None:
        raise NotFoundError("gone", id=project_id)
    project.deleted_at = None


def cohorts(session: Session) -> list[tuple[int, str]]:
    """Return (id, code) of the cohorts in their order."""
    found = session.execute(
        select(Cohort.id, Cohort.code).where(Cohort.deleted_at.is_(None)).order_by(Cohort.code)
    )
    return [(id_, code) for id_, code in found]


def of_body(session: Session, organisation_id: int) -> list[tuple[ProjectId, str, str, str]]:
    """Return (id, title, cohort, role) of the projects a body takes part in, as lead before others."""
    found = session.execute(
        select(Project.id, Project.title, func.coalesce(Cohort.code, ""), ProjectMember.role)
        .join(ProjectMember, ProjectMember.project_id == Project.id)
        .outerjoin(Cohort, Cohort.id == Project.cohort_id)
        .where(
            ProjectMember.organisation_id == organisation_id,
            ProjectMember.deleted_at.is_(None),
            Project.deleted_at.is_(None),
        )
        .order_by(ProjectMember.role != "lead", Project.sort_key, Project.id)
    )
    return [(ProjectId(id_), title, cohort, role) for id_, title, cohort, role in found]


def _area(session: Session, members: Sequence[MemberRow]) -> int | None:
    """Return the area of the members in hectares; None as soon as one is not known."""
    places = [member.organisation_id for member in members if member.role != "steering"]
    area = func.coalesce(Organisation.area_ha, func.max(RegisterEntry.area_ha))
    found = session.execute(
        select(Organisation.id, area)
        .outerjoin(
            OrganisationKey,
            (OrganisationKey.organisation_id == Organisation.id) & (OrganisationKey.scheme == "AGS"),
        )
        .outerjoin(RegisterEntry, RegisterEntry.ags == OrganisationKey.value)
        .where(Organisation.id.in_(places))
        .group_by(Organisation.id)
    ).all()
    areas: list[int | None] = [hectares for _, hectares in found]
    known = [hectares for hectares in areas if hectares is not None]
    return sum(known) if known and len(known) == len(places) else None


def _check(draft: ProjectDraft) -> None:
    if not draft.title.strip():
        raise ValidationError("title", "blank")
    if draft.population is not None and not draft.population_source.strip():
        raise ValidationError("population_source", "population_without_source")


def _fill(project: Project, draft: ProjectDraft) -> None:
    for name in _PLAIN:
        value = getattr(draft, name)
        setattr(project, name, value.strip() if isinstance(value, str) else value)


def _set_links(session: Session, project: Project, draft: ProjectDraft) -> None:
    taggings.set_codes(session, KIND, project.uid, FIELD, draft.fields, source=project.source)
    project_parts.set_phases(session, project, draft.phases)


def _alive(session: Session, project_id: int) -> Project:
    project = session.get(Project, project_id)
    if project is None or project.deleted_at is not None:
        raise NotFoundError("gone", id=project_id)
    return project


_PLAIN = (
    "title",
    "cohort_id",
    "number",
    "project_name",
    "working_title",
    "form",
    "category",
    "state",
    "population",
    "population_as_of",
    "population_source",
    "entry",
    "vision",
    "strategy",
    "website",
    "phase_note",
    "remark",
)

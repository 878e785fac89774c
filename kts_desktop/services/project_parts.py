"""The parts of a model project: members, phases, milestones, money; phases may overlap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from sqlalchemy import select

from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import NotFoundError, ValidationError
from kts_desktop.core.ids import link_uid
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.project import Funding, Milestone, Project, ProjectMember, ProjectPhase
from kts_desktop.models.vocab import OrganisationId, ProjectId
from kts_desktop.services import loose_dates
from kts_desktop.services.reference_files import FUNDING_PERIOD
from kts_desktop.storage.sessions import Session

AFTER_FUNDING = "consolidation"
ROLES = ("lead", "first_named", "partner", "steering")
Part = TypeVar("Part", ProjectMember, Milestone, Funding)
_CENTS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """A body that takes part, with what tells it apart from others of its name."""

    id: int
    organisation_id: OrganisationId
    name: str
    designation: str
    role: str
    state: str
    district: str
    population: int | None
    population_as_of: date | None
    population_source: str
    valid_to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseRow:
    """A phase, or the whole time of funding; ``starts`` and ``ends`` are as exact as they are known."""

    phase: str
    starts: str
    ends: str
    remark: str = ""

    def runs_on(self, day: date) -> bool:
        """Tell whether the phase may run on a day; without a beginning nothing is known."""
        if not self.starts or loose_dates.first_day(self.starts) > day:
            return False
        return not self.ends or loose_dates.last_day(self.ends) >= day

    def is_over(self, day: date) -> bool:
        """Tell whether the phase ended before a day."""
        return bool(self.ends) and loose_dates.last_day(self.ends) < day


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneDraft:
    """A day that matters: when it is due, when it was reached."""

    kind: str
    due_on: date | None = None
    reached_on: date | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneRow(MilestoneDraft):
    """A milestone of a project."""

    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingDraft:
    """An amount; not official unless a notice says it."""

    kind: str
    amount: Decimal
    currency: str = "EUR"
    as_of: date | None = None
    origin: str = ""
    is_official: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingRow(FundingDraft):
    """An amount of a project."""

    id: int


def now_running(phases: Iterable[PhaseRow], day: date) -> tuple[str, ...]:
    """Return the phases that run on a day; after the end of all that is known, the time after funding."""
    told = tuple(phases)
    running = tuple(one.phase for one in told if one.phase != FUNDING_PERIOD and one.runs_on(day))
    if running:
        return running
    ends = [one for one in told if one.ends and one.phase != "strategy"]
    is_open = any(one.runs_on(day) for one in told)
    return (AFTER_FUNDING,) if ends and not is_open and all(one.is_over(day) for one in ends) else ()


def members(session: Session, project_id: int) -> tuple[MemberRow, ...]:
    """Return the bodies of a project: the lead first, then in the order announced."""
    found = session.execute(
        select(
            ProjectMember.id,
            ProjectMember.organisation_id,
            Organisation.name,
            Organisation.designation,
            ProjectMember.role,
            Organisation.state,
            Organisation.district,
            Organisation.population,
            Organisation.population_as_of,
            Organisation.population_source,
            ProjectMember.valid_to,
        )
        .join(Organisation, Organisation.id == ProjectMember.organisation_id)
        .where(ProjectMember.project_id == project_id, ProjectMember.deleted_at.is_(None))
        .order_by(ProjectMember.position, ProjectMember.id)
    )
    rows = [MemberRow(**row._mapping) for row in found]  # noqa: SLF001 - its public name
    return tuple(sorted(rows, key=lambda row: ROLES.index(row.role) if row.role in ROLES else len(ROLES)))


def add_member(session: Session, project_id: ProjectId, organisation_id: OrganisationId, role: str) -> int:
    """Let a body take part, or give it another role; raises ValidationError for an unknown role."""
    if role not in ROLES:
        raise ValidationError("role", "unknown_word", word=role)
    project, body = session.get(Project, project_id), session.get(Organisation, organisation_id)
    if project is None or body is None:
        raise NotFoundError("gone", id=organisation_id)
    known = session.scalars(
        select(ProjectMember)
        .where(ProjectMember.project_id == project_id, ProjectMember.organisation_id == organisation_id)
        .order_by(ProjectMember.deleted_at.is_not(None), ProjectMember.id)
    ).first()
    if known is not None:
        known.deleted_at = None
        known.role = role
        return known.id
    member = ProjectMember(
        uid=link_uid("project_member", project.uid, body.uid, role.encode()),
        project_id=project_id,
        organisation_id=organisation_id,
        role=role,
        position=len(members(session, project_id)) + 1,
    )
    session.add(member)
    session.flush()
    return member.id


def remove_member(session: Session, member_id: int) -> None:
    """End a body's part as if it had never been entered; raises NotFoundError."""
    _alive(session, ProjectMember, member_id).deleted_at = utc_now()


def phases(session: Session, project_ids: Sequence[int]) -> dict[int, list[PhaseRow]]:
    """Return the phases of projects, each in the order of their beginnings."""
    found = session.execute(
        select(
            ProjectPhase.project_id,
            ProjectPhase.phase,
            ProjectPhase.starts,
            ProjectPhase.ends,
            ProjectPhase.remark,
        )
        .where(ProjectPhase.project_id.in_(project_ids), ProjectPhase.deleted_at.is_(None))
        .order_by(ProjectPhase.id)
    )
    together: dict[int, list[PhaseRow]] = {}
    for project_id, phase, starts, ends, remark in found:
        row = PhaseRow(phase=phase, starts=starts, ends=ends, remark=remark)
        together.setdefault(project_id, []).append(row)
    return together


def set_phases(session: Session, project: Project, wanted: Sequence[PhaseRow]) -> None:
    """Make exactly these phases stand, one of each kind; raises ValidationError."""
    checked = {row.phase: _checked(row) for row in wanted if row.starts.strip() or row.ends.strip()}
    present = {
        row.phase: row
        for row in session.scalars(select(ProjectPhase).where(ProjectPhase.project_id == project.id))
    }
    for phase, known in present.items():
        known.deleted_at = None if phase in checked else (known.deleted_at or utc_now())
    for phase, row in checked.items():
        known_row = present.get(phase)
        if known_row is None:
            uid = link_uid("project_phase", project.uid, phase.encode())
            session.add(
                ProjectPhase(uid=uid, project_id=project.id, phase=phase, starts=row.starts, ends=row.ends)
            )
        else:
            known_row.starts, known_row.ends = row.starts, row.ends
    session.flush()


def milestones(session: Session, project_id: int) -> tuple[MilestoneRow, ...]:
    """Return the milestones of a project by day, those without one last."""
    columns = (Milestone.id, Milestone.kind, Milestone.due_on, Milestone.reached_on, Milestone.remark)
    found = session.execute(
        select(*columns).where(Milestone.project_id == project_id, Milestone.deleted_at.is_(None))
    )
    rows = [MilestoneRow(**row._mapping) for row in found]  # noqa: SLF001 - its public name
    return tuple(sorted(rows, key=lambda row: (row.reached_on or row.due_on or date.max, row.id)))


def put_milestone(
    session: Session, project_id: ProjectId, draft: MilestoneDraft, milestone_id: int | None = None
) -> int:
    """Add or change a milestone; raises ValidationError without kind or day."""
    if not draft.kind:
        raise ValidationError("kind", "blank")
    if draft.due_on is None and draft.reached_on is None:
        raise ValidationError("due_on", "blank")
    if milestone_id is None:
        row = Milestone(project_id=project_id, kind=draft.kind)
        session.add(row)
    else:
        row = _alive(session, Milestone, milestone_id)
    row.kind, row.due_on, row.reached_on = draft.kind, draft.due_on, draft.reached_on
    row.remark = draft.remark.strip()
    session.flush()
    return row.id


def remove_milestone(session: Session, milestone_id: int) -> None:
    """Move a milestone to the bin; raises NotFoundError."""
    _alive(session, Milestone, milestone_id).deleted_at = utc_now()


def fundings(session: Session, project_id: int) -> tuple[FundingRow, ...]:
    """Return the amounts of a project in the order they were entered."""
    found = session.execute(
        select(
            Funding.id,
            Funding.kind,
            Funding.amount_cents,
            Funding.currency,
            Funding.as_of,
            Funding.origin,
            Funding.is_official,
            Funding.remark,
        )
        .where(Funding.project_id == project_id, Funding.deleted_at.is_(None))
        .order_by(Funding.id)
    )
    return tuple(
        FundingRow(
            id=id_,
            kind=kind,
            amount=Decimal(cents) / _CENTS,
            currency=currency,
            as_of=as_of,
            origin=origin,
            is_official=is_official,
            remark=remark,
        )
        for id_, kind, cents, currency, as_of, origin, is_official, remark in found
    )


def put_funding(
    session: Session, project_id: ProjectId, draft: FundingDraft, funding_id: int | None = None
) -> int:
    """Add or change an amount; raises ValidationError without kind or for less than nothing."""
    if not draft.kind:
        raise ValidationError("kind", "blank")
    if draft.amount < 0:
        raise ValidationError("amount", "negative_amount")
    cents = int(draft.amount * _CENTS)
    if funding_id is None:
        row = Funding(project_id=project_id, kind=draft.kind, amount_cents=cents)
        session.add(row)
    else:
        row = _alive(session, Funding, funding_id)
    row.kind, row.amount_cents, row.currency = draft.kind, cents, draft.currency
    row.as_of, row.origin, row.is_official = draft.as_of, draft.origin.strip(), draft.is_official
    row.remark = draft.remark.strip()
    session.flush()
    return row.id


def remove_funding(session: Session, funding_id: int) -> None:
    """Move an amount to the bin; raises NotFoundError."""
    _alive(session, Funding, funding_id).deleted_at = utc_now()


def _checked(row: PhaseRow) -> PhaseRow:
    starts = loose_dates.parse(f"{row.phase}_from", row.starts)
    ends = loose_dates.parse(f"{row.phase}_to", row.ends)
    if starts and ends and loose_dates.last_day(ends) < loose_dates.first_day(starts):
        raise ValidationError(f"{row.phase}_to", "ends_before_start")
    return PhaseRow(phase=row.phase, starts=starts, ends=ends, remark=row.remark)


def _alive(session: Session, table: type[Part], id_: int) -> Part:
    row = session.get(table, id_)
    if row is None or row.deleted_at is not None:
        raise NotFoundError("gone", id=id_)
    return row

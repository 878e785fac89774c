"""Many papers in one go: which bodies are meant, and what became of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import or_, select

from kts_desktop.core.errors import UserFacingError
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.project import Cohort, Project, ProjectMember
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.papers import Noted
from kts_desktop.storage.sessions import Session

_LEAD = "lead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which bodies get a pack: the leads of all projects, narrowed to a cohort or a state.

    A ``state`` (official key) alone takes bodies with a case along. Ids that are given come first.
    """

    ids: tuple[int, ...] = ()
    state: str = ""
    cohort: str = ""
    all_projects: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one paper: a file that was noted, or the reason why it was skipped."""

    ask: Ask
    name: str
    noted: Noted | None = None
    path: Path | None = None
    beside: tuple[Path, ...] = ()
    replaced: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    error: UserFacingError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchReport:
    """A batch that is over: ``printed`` and ``skipped`` in the order they were asked for.

    ``missing`` are requests that were not come to, because somebody stopped the batch.
    """

    printed: tuple[Outcome, ...] = ()
    skipped: tuple[Outcome, ...] = ()
    missing: tuple[Ask, ...] = ()


def report(outcomes: Iterable[Outcome], asks: Iterable[Ask]) -> BatchReport:
    """Return what became of all that was asked for."""
    found = tuple(outcomes)
    done = {(one.ask.kind, one.ask.ids) for one in found}
    return BatchReport(
        printed=tuple(one for one in found if one.error is None),
        skipped=tuple(one for one in found if one.error is not None),
        missing=tuple(ask for ask in asks if (ask.kind, ask.ids) not in done),
    )


def bodies(session: Session, wanted: Wanted, today: date) -> list[int]:
    """Return the bodies meant, each once: those given first, then by name."""
    found = list(wanted.ids)
    if wanted.state or wanted.cohort or wanted.all_projects:
        found += session.scalars(_leads(wanted, today))
    if wanted.state and not wanted.cohort and not wanted.all_projects:
        found += session.scalars(_with_cases(wanted.state))
    rest = [id_ for id_ in dict.fromkeys(found) if id_ not in wanted.ids]
    query = select(Organisation.id).where(Organisation.id.in_(rest), Organisation.deleted_at.is_(None))
    ordered = session.scalars(query.order_by(Organisation.sort_key, Organisation.id))
    return [*dict.fromkeys(wanted.ids), *ordered]


def _leads(wanted: Wanted, today: date) -> Any:
    member = ProjectMember
    query = (
        select(member.organisation_id)
        .select_from(member.__table__)
        .join(Organisation.__table__, Organisation.id == member.organisation_id)
        .join(Project.__table__, Project.id == member.project_id)
        .where(
            member.role == _LEAD,
            member.deleted_at.is_(None),
            Project.deleted_at.is_(None),
            or_(member.valid_to.is_(None), member.valid_to >= today),
        )
    )
    if wanted.state:
        query = query.where(Organisation.state == wanted.state)
    if wanted.cohort:
        cohorts = select(Cohort.id).where(Cohort.code == wanted.cohort, Cohort.deleted_at.is_(None))
        query = query.where(Project.cohort_id.in_(cohorts))
    return query


def _with_cases(state: str) -> Any:
    case = AdvisoryCase
    mine = select(case.organisation_id).where(case.deleted_at.is_(None))
    return select(Organisation.id).where(Organisation.state == state, Organisation.id.in_(mine))

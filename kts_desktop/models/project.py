"""The funding programme: cohorts, model projects, members, phases, milestones, money."""

from datetime import date

from sqlalchemy import Computed, ForeignKey, Index

from kts_desktop.core import folding
from kts_desktop.models.base import SYNCED, Record
from kts_desktop.models.declaring import Mapped, mapped_column
from kts_desktop.models.organisation import ALIVE


class Programme(Record, kw_only=True):
    """A funding programme."""

    __tablename__ = "programme"

    name: Mapped[str]
    short_name: Mapped[str] = mapped_column(default="")
    funder: Mapped[str] = mapped_column(default="")
    volume_cents: Mapped[int | None] = mapped_column(default=None)
    currency: Mapped[str] = mapped_column(default="EUR")
    remark: Mapped[str] = mapped_column(default="")


class Cohort(Record, kw_only=True):
    """A round of selection."""

    __tablename__ = "cohort"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    code: Mapped[str]  # value list cohort
    name: Mapped[str]


class Project(Record, kw_only=True):
    """A model project; it is not a municipality, but has members."""

    __tablename__ = "project"
    __table_args__ = (
        Index("ix_project_title", "sort_key", "id", sqlite_where=ALIVE),
        Index("ix_project_cohort", "cohort_id", "sort_key", sqlite_where=ALIVE),
        SYNCED,
    )

    cohort_id: Mapped[int | None] = mapped_column(ForeignKey("cohort.id"), default=None)
    number: Mapped[str] = mapped_column(default="")  # our numbering, not official
    title: Mapped[str]  # as announced
    project_name: Mapped[str] = mapped_column(default="")  # only where the project itself uses it
    working_title: Mapped[str] = mapped_column(default="")
    form: Mapped[str] = mapped_column(default="")  # value list project_form
    category: Mapped[str] = mapped_column(default="")  # value list programme_category; awarded, not computed
    state: Mapped[str] = mapped_column(default="")
    population: Mapped[int | None] = mapped_column(default=None)
    population_as_of: Mapped[date | None] = mapped_column(default=None)
    population_source: Mapped[str] = mapped_column(default="")
    entry: Mapped[str] = mapped_column(default="")
    vision: Mapped[str] = mapped_column(default="")
    strategy: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    lat: Mapped[int | None] = mapped_column(default=None)  # degrees × 10⁷
    lon: Mapped[int | None] = mapped_column(default=None)
    phase_note: Mapped[str] = mapped_column(default="")
    remark: Mapped[str] = mapped_column(default="")
    sort_key: Mapped[str] = mapped_column(
        Computed(folding.sql("title", folding.LIST_ORDER), persisted=False), init=False
    )


class ProjectMember(Record, kw_only=True):
    """A body that takes part in a project."""

    __tablename__ = "project_member"

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    role: Mapped[str]  # value list project_member_role
    position: Mapped[int] = mapped_column(default=0)
    valid_from: Mapped[date | None] = mapped_column(default=None)
    valid_to: Mapped[date | None] = mapped_column(default=None)
    evidence: Mapped[str] = mapped_column(default="")


class ProjectPhase(Record, kw_only=True):
    """A phase of a project; phases may overlap. Dates keep the precision they were written with."""

    __tablename__ = "project_phase"

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    phase: Mapped[str]  # value list project_phase
    starts: Mapped[str] = mapped_column(default="")  # 2021, 2021-09 or 2021-09-01
    ends: Mapped[str] = mapped_column(default="")
    remark: Mapped[str] = mapped_column(default="")


class Milestone(Record, kw_only=True):
    """A day that matters in a project's life."""

    __tablename__ = "milestone"

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    kind: Mapped[str]  # value list milestone_kind
    due_on: Mapped[date | None] = mapped_column(default=None)
    reached_on: Mapped[date | None] = mapped_column(default=None)
    remark: Mapped[str] = mapped_column(default="")


class Funding(Record, kw_only=True):
    """An amount with its kind, day and source; press figures are never official."""

    __tablename__ = "funding"

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    kind: Mapped[str]  # value list funding_kind
    amount_cents: Mapped[int]
    currency: Mapped[str] = mapped_column(default="EUR")
    as_of: Mapped[date | None] = mapped_column(default=None)
    origin: Mapped[str] = mapped_column(default="")
    is_official: Mapped[bool] = mapped_column(default=False)
    remark: Mapped[str] = mapped_column(default="")

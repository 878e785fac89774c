"""What projects do, and who exchanges with whom about it."""

from datetime import date

from sqlalchemy import Computed, ForeignKey, Index

from kts_desktop.core import folding
from kts_desktop.models.base import SYNCED, Record
from kts_desktop.models.declaring import Mapped, mapped_column
from kts_desktop.models.organisation import ALIVE


class Measure(Record, kw_only=True):
    """A measure of a project or a body; each rating stands with its reason."""

    __tablename__ = "measure"
    __table_args__ = (Index("ix_measure_title", "sort_key", "id", sqlite_where=ALIVE), SYNCED)

    title: Mapped[str]
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"), default=None, index=True)
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id"), default=None, index=True
    )
    summary: Mapped[str] = mapped_column(default="")
    stage: Mapped[str] = mapped_column(default="")  # value list measure_stage
    needs: Mapped[str] = mapped_column(default="")
    cost_class: Mapped[str] = mapped_column(default="unknown")
    open_source: Mapped[bool | None] = mapped_column(default=None)
    transferability: Mapped[str] = mapped_column(default="unknown")
    transferability_reason: Mapped[str] = mapped_column(default="")
    durability: Mapped[str] = mapped_column(default="")
    durability_reason: Mapped[str] = mapped_column(default="")
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), default=None)
    sort_key: Mapped[str] = mapped_column(
        Computed(folding.sql("title", folding.LIST_ORDER), persisted=False), init=False
    )


class PeerLink(Record, kw_only=True):
    """An exchange between two bodies about a theme."""

    __tablename__ = "peer_link"

    from_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    to_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    relation: Mapped[str]  # value list peer_relation
    theme: Mapped[str] = mapped_column(default="")
    measure_id: Mapped[int | None] = mapped_column(ForeignKey("measure.id"), default=None)
    since: Mapped[date | None] = mapped_column(default=None)
    origin: Mapped[str] = mapped_column(default="")

"""Documents, attachments, and what the office makes of them for others."""

from datetime import date

from sqlalchemy import Computed, ForeignKey, Index

from kts_desktop.core import folding
from kts_desktop.models.base import SYNCED, Record
from kts_desktop.models.declaring import Mapped, mapped_column
from kts_desktop.models.organisation import ALIVE


class Document(Record, kw_only=True):
    """A strategy, concept, study, evaluation or minutes."""

    __tablename__ = "document"

    kind: Mapped[str]
    title: Mapped[str]
    dated_on: Mapped[date | None] = mapped_column(default=None)
    origin: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"), default=None, index=True)
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id"), default=None, index=True
    )
    case_id: Mapped[int | None] = mapped_column(ForeignKey("advisory_case.id"), default=None, index=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id"), default=None, index=True)


class Attachment(Record, kw_only=True):
    """A file on a record; its bytes lie encrypted beside the database, found by their hash."""

    __tablename__ = "attachment"
    __table_args__ = (Index("ix_attachment_owner", "owner", sqlite_where=ALIVE), SYNCED)

    owner_kind: Mapped[str]  # table of the record it belongs to
    owner: Mapped[bytes]  # uid of that record
    name: Mapped[str]
    mime: Mapped[str] = mapped_column(default="application/octet-stream")
    size: Mapped[int]
    sha256: Mapped[bytes] = mapped_column(index=True)
    dated_on: Mapped[date | None] = mapped_column(default=None)
    remark: Mapped[str] = mapped_column(default="")


class KnowledgeItem(Record, kw_only=True):
    """A learning example, solution sheet, guide, finding or standard answer; a finding needs its source."""

    __tablename__ = "knowledge_item"
    __table_args__ = (Index("ix_knowledge_item_title", "sort_key", "id", sqlite_where=ALIVE), SYNCED)

    kind: Mapped[str]  # value list knowledge_kind
    title: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="draft")  # value list knowledge_state
    audience: Mapped[str] = mapped_column(default="")
    origin: Mapped[str] = mapped_column(default="")
    as_of: Mapped[date | None] = mapped_column(default=None)
    editor_id: Mapped[int | None] = mapped_column(ForeignKey("adviser.id"), default=None)
    sort_key: Mapped[str] = mapped_column(
        Computed(folding.sql("title", folding.LIST_ORDER), persisted=False), init=False
    )

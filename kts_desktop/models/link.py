"""Links between records of any kind, and words put on them."""

from sqlalchemy import Index

from kts_desktop.models.base import SYNCED, Record
from kts_desktop.models.declaring import Mapped, mapped_column
from kts_desktop.models.organisation import ALIVE


class RecordLink(Record, kw_only=True):
    """Two records that belong together: case and case, case and measure, item and evidence."""

    __tablename__ = "record_link"
    __table_args__ = (
        Index("ix_record_link_left", "left", sqlite_where=ALIVE),
        Index("ix_record_link_right", "right", sqlite_where=ALIVE),
        SYNCED,
    )

    left_kind: Mapped[str]
    left: Mapped[bytes]  # uid
    right_kind: Mapped[str]
    right: Mapped[bytes]
    relation: Mapped[str] = mapped_column(default="related")


class Tagging(Record, kw_only=True):
    """A theme, Charter guideline or free keyword on a record."""

    __tablename__ = "tagging"
    __table_args__ = (
        Index("ix_tagging_owner", "owner", "list_key", sqlite_where=ALIVE),
        Index("ix_tagging_code", "list_key", "code", "owner_kind", sqlite_where=ALIVE),
        SYNCED,
    )

    owner_kind: Mapped[str]  # table of the record
    owner: Mapped[bytes]  # uid of the record
    list_key: Mapped[str]  # value list theme, charter_guideline, or "tag"
    code: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)

"""Recipes of briefing packs, and the log of what was printed."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index

from kts_desktop.models.base import SYNCED, Record
from kts_desktop.models.declaring import Mapped, mapped_column
from kts_desktop.models.organisation import ALIVE


class PackRecipe(Record, kw_only=True):
    """A named, ordered choice of parts with options."""

    __tablename__ = "pack_recipe"

    name: Mapped[str]
    paper: Mapped[str] = mapped_column(default="briefing")
    language: Mapped[str] = mapped_column(default="de")
    redaction: Mapped[str] = mapped_column(default="internal")
    large_print: Mapped[bool] = mapped_column(default=False)
    note_lines: Mapped[int] = mapped_column(default=1)  # pages of ruled lines
    months_back: Mapped[int] = mapped_column(default=24)
    confidentiality: Mapped[str] = mapped_column(default="")
    is_personal: Mapped[bool] = mapped_column(default=False)


class PackPart(Record, kw_only=True):
    """One part of a recipe."""

    __tablename__ = "pack_part"

    recipe_id: Mapped[int] = mapped_column(ForeignKey("pack_recipe.id"), index=True)
    part: Mapped[str]  # value list printed_part; empty: what concerns the whole pack
    position: Mapped[int] = mapped_column(default=0)
    options: Mapped[str] = mapped_column(default="")  # JSON


class PrintedPaper(Record, kw_only=True):
    """What was printed for which record, when, and from which state of the data."""

    __tablename__ = "printed_paper"
    __table_args__ = (Index("ix_printed_paper_subject", "subject", "printed_at", sqlite_where=ALIVE), SYNCED)

    paper: Mapped[str]
    subject_kind: Mapped[str]
    subject: Mapped[bytes]  # uid
    printed_at: Mapped[datetime]
    recipe: Mapped[str] = mapped_column(default="")
    redaction: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="de")
    pages: Mapped[int] = mapped_column(default=0)
    state_hash: Mapped[str] = mapped_column(default="")  # of the gathered data
    file_hash: Mapped[str] = mapped_column(default="")
    file_name: Mapped[str] = mapped_column(default="")
    by_id: Mapped[int | None] = mapped_column(ForeignKey("adviser.id"), default=None)

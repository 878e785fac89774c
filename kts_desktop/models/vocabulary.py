"""Value lists, settings of the office, saved searches: data, not code."""

from datetime import date

from sqlalchemy import Index

from kts_desktop.models.base import SYNCED, Record
from kts_desktop.models.declaring import Mapped, mapped_column


class Vocabulary(Record, kw_only=True):
    """One item of a value list; its code never changes, its labels may."""

    __tablename__ = "vocabulary"
    __table_args__ = (Index("ix_vocabulary_list", "list_key", "position"), SYNCED)

    list_key: Mapped[str]
    code: Mapped[str]
    label_de: Mapped[str]
    label_en: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    editable: Mapped[bool] = mapped_column(default=True)
    details: Mapped[str] = mapped_column(default="")  # JSON: bounds, days, legal basis
    valid_to: Mapped[date | None] = mapped_column(default=None)


class Setting(Record, kw_only=True):
    """One setting of the office, such as its name or letterhead."""

    __tablename__ = "setting"
    __table_args__ = (Index("ix_setting_key", "key"), SYNCED)

    key: Mapped[str]
    value: Mapped[str] = mapped_column(default="")


class SavedSearch(Record, kw_only=True):
    """A search or filter kept under a name."""

    __tablename__ = "saved_search"

    name: Mapped[str]
    area: Mapped[str]  # page it belongs to
    query: Mapped[str] = mapped_column(default="")  # JSON, checked when used
    position: Mapped[int] = mapped_column(default=0)
    is_personal: Mapped[bool] = mapped_column(default=False)

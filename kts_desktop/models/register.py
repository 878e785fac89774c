"""The municipality directory: shipped, local, replaced as a whole, never journaled, never exchanged."""

from datetime import date

from sqlalchemy import Computed, Index

from kts_desktop.core import folding
from kts_desktop.models.base import STRICT, Base
from kts_desktop.models.declaring import Mapped, mapped_column


class RegisterEntry(Base, kw_only=True):
    """One municipality, district or association of the directory."""

    __tablename__ = "register_entry"
    __table_args__ = (
        Index("ix_register_entry_name", "sort_key", "id"),
        Index("ix_register_entry_ags", "ags"),
        Index("ix_register_entry_state", "state", "sort_key"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    level: Mapped[str]  # municipality, district or association
    ags: Mapped[str]  # 8 digits; 5 for a district; empty for an association
    ars: Mapped[str] = mapped_column(default="")
    name: Mapped[str]
    designation: Mapped[str] = mapped_column(default="")
    body_type: Mapped[str] = mapped_column(default="")  # value list body_type
    state: Mapped[str]  # key of the federal state
    district_ags: Mapped[str] = mapped_column(default="")
    district: Mapped[str] = mapped_column(default="")
    population: Mapped[int | None] = mapped_column(default=None)
    population_as_of: Mapped[date | None] = mapped_column(default=None)
    population_source: Mapped[str] = mapped_column(default="")
    area_ha: Mapped[int | None] = mapped_column(default=None)
    postcode: Mapped[str] = mapped_column(default="")
    lat: Mapped[int | None] = mapped_column(default=None)  # degrees × 10⁷
    lon: Mapped[int | None] = mapped_column(default=None)
    position_is_exact: Mapped[bool] = mapped_column(default=True)
    sort_key: Mapped[str] = mapped_column(
        Computed(folding.sql("name", folding.LIST_ORDER), persisted=False), init=False
    )


class RegisterEdition(Base, kw_only=True):
    """Which edition of the directory is in place."""

    __tablename__ = "register_edition"
    __table_args__ = (STRICT,)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    as_of: Mapped[date]
    origin: Mapped[str]
    attribution: Mapped[str] = mapped_column(default="")
    entries: Mapped[int] = mapped_column(default=0)

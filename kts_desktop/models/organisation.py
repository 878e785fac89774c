"""Bodies the project office deals with: municipalities, districts, ministries, institutes, partners."""

from datetime import date

from sqlalchemy import Computed, ForeignKey, Index, text

from kts_desktop.core import folding
from kts_desktop.models.base import SYNCED, Record
from kts_desktop.models.declaring import Mapped, mapped_column

ALIVE = text("deleted_at IS NULL")


class Organisation(Record, kw_only=True):
    """One body; a body without any official key is normal. Population always stands with day and source."""

    __tablename__ = "organisation"
    __table_args__ = (
        Index("ix_organisation_name", "sort_key", "id", sqlite_where=ALIVE),
        Index("ix_organisation_state", "state", "sort_key", "id", sqlite_where=ALIVE),
        Index("ix_organisation_population", "population", "id", sqlite_where=ALIVE),
        SYNCED,
    )

    kind: Mapped[str]  # value list organisation_kind
    name: Mapped[str]
    designation: Mapped[str] = mapped_column(default="")
    short_name: Mapped[str] = mapped_column(default="")
    body_type: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="")  # official key of the federal state, two digits
    district: Mapped[str] = mapped_column(
        default=""
    )  # name of the district, to tell bodies of one name apart
    country: Mapped[str] = mapped_column(default="DE")
    population: Mapped[int | None] = mapped_column(default=None)
    population_as_of: Mapped[date | None] = mapped_column(default=None)
    population_source: Mapped[str] = mapped_column(default="")
    area_ha: Mapped[int | None] = mapped_column(default=None)
    lat: Mapped[int | None] = mapped_column(default=None)  # degrees × 10⁷
    lon: Mapped[int | None] = mapped_column(default=None)
    language: Mapped[str] = mapped_column(default="de")
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), default=None, index=True)
    seat: Mapped[str] = mapped_column(default="")
    budget_emergency: Mapped[bool] = mapped_column(default=False)  # 90 instead of 65 per cent
    remark: Mapped[str] = mapped_column(default="")
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), default=None)
    sort_key: Mapped[str] = mapped_column(
        Computed(folding.sql("name", folding.LIST_ORDER), persisted=False), init=False
    )


class OrganisationKey(Record, kw_only=True):
    """An official key of a body, dated, since keys end and move."""

    __tablename__ = "organisation_key"
    __table_args__ = (Index("ix_organisation_key_value", "value", "scheme", sqlite_where=ALIVE), SYNCED)

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    scheme: Mapped[str]
    value: Mapped[str]  # text: leading zeros count
    valid_from: Mapped[date | None] = mapped_column(default=None)
    valid_to: Mapped[date | None] = mapped_column(default=None)
    successor: Mapped[str] = mapped_column(default="")

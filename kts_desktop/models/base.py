"""What every synced table has in common: two keys, time stamps, the bin, column types for STRICT tables."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import CheckConstraint, Dialect, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.types import TypeDecorator

from kts_desktop.core.clock import utc_now
from kts_desktop.core.ids import new_uid
from kts_desktop.models import late
from kts_desktop.models.declaring import Declared, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA = MetaData(naming_convention=NAMING)
STRICT = {"sqlite_strict": True}
SYNCED: Any = {"sqlite_strict": True, "sqlite_autoincrement": True}  # ids are never used twice
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)


def moment(stored: int | None) -> datetime | None:
    """Return the aware moment of stored milliseconds."""
    return None if stored is None else _EPOCH + stored * _MS


class UtcMs(TypeDecorator[datetime]):
    """Aware datetimes in, aware UTC out, stored as whole milliseconds since 1970; naive ones are refused."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Return milliseconds; raises ValueError for a naive datetime."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime: {value!r}")
        return (value - _EPOCH) // _MS

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Return the aware moment."""
        return moment(value)


class IsoDate(TypeDecorator[date]):
    """Days without a time, stored as ``YYYY-MM-DD``."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Return the ISO form; a datetime is refused, since it hides a zone."""
        if isinstance(value, datetime):
            raise ValueError(f"a day, not a moment: {value!r}")  # noqa: TRY004 - as SQLAlchemy's own types
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:
        """Return the day."""
        return None if value is None else date.fromisoformat(value)


class YesNo(TypeDecorator[bool]):
    """Truth, stored as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """Return 1, 0 or None."""
        return None if value is None else int(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> bool | None:
        """Return the truth."""
        return None if value is None else bool(value)


class Base(Declared, kw_only=True):
    """Root of all mapped tables; constructors are keyword-only and type-checked."""

    __abstract__ = True
    metadata = METADATA
    type_annotation_map = {
        str: Text(),
        int: Integer(),
        bytes: LargeBinary(),
        bool: YesNo(),
        date: IsoDate(),
        datetime: UtcMs(),
    }


class Record(Base, kw_only=True):
    """Root of all synced tables. ``id`` is local and joins tables; ``uid`` names the record on every laptop.

    No UNIQUE, no CHECK over two fields and no ON DELETE CASCADE on what is synced: a merge of two laptops
    field by field may break them and must not fail.
    """

    __abstract__ = True
    __table_args__ = SYNCED

    id: Mapped[int] = mapped_column(primary_key=True, init=False, sort_order=-9)
    uid: Mapped[bytes] = mapped_column(
        CheckConstraint("length(uid) = 16", name="uid_length"),
        unique=True,
        default_factory=new_uid,
        sort_order=-8,
    )
    source: Mapped[str] = mapped_column(
        default="", sort_order=96
    )  # where it comes from; "Beispieldaten" in the demo
    created_at: Mapped[datetime] = mapped_column(default_factory=utc_now, sort_order=97)
    updated_at: Mapped[datetime] = mapped_column(default_factory=utc_now, onupdate=utc_now, sort_order=98)
    deleted_at: Mapped[datetime | None] = mapped_column(default=None, sort_order=99)


LOCAL_COLUMNS = frozenset({"id", "uid", "created_at", "updated_at", "deleted_at"})  # never fields of a record


def table_named(name: str) -> Table:
    """Return a table by its name; the module that defines it must be imported."""
    late.make_tables()
    return METADATA.tables[name]

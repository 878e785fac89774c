"""How the rows of a table are told to other laptops: references as uids, all else as stored."""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from sqlalchemy.dialects import sqlite

from kts_desktop.models.base import table_named
from kts_desktop.models.catalogue import BY_NUMBER, EXISTENCE, SyncedTable
from kts_desktop.storage.replica import masks

_TYPES = MappingProxyType({"INTEGER": int, "TEXT": str, "BLOB": bytes})
# whole parts of a space's name say for which tables it is, besides the table's own
_CIRCLE, _NEEDS, _PERSONAL = "case:", "event-needs:", "settings"
_PERSONAL_TABLES = frozenset({"pack_recipe", "pack_part", "saved_search"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One field as its column is: ``needed`` is true where it may not be empty and has no default."""

    number: int
    name: str
    target: str
    is_text: bool
    kind: type
    is_nullable: bool
    default: Any

    @property
    def needed(self) -> bool:
        """Tell whether no row can be without it."""
        return not self.is_nullable and self.default is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A table with the SQL by which its rows are read for the exchange; the row's alias is ``t``.

    ``told`` selects the columns in the order of ``columns``, references as uids; ``raw`` as they are stored.
    ``filled`` is the mask of all fields with a value, existence included.
    """

    table: SyncedTable
    columns: tuple[Column, ...]
    told: str
    raw: str
    filled: str
    text_mask: int

    @property
    def name(self) -> str:
        """Return the table's name."""
        return self.table.name

    @property
    def number(self) -> int:
        """Return the table's number."""
        return self.table.number


@cache
def shape_of(number: int) -> Shape:
    """Return the shape of a table by its number in the catalogue."""
    table = BY_NUMBER[number]
    columns = tuple(_column(table, field) for field in table.fields)
    if max(column.number for column in columns) > masks.MOST_FIELDS:
        raise ValueError(f"more fields than a mask has bits: {table.name}")
    filled = [f'((t."{column.name}" IS NOT NULL)<<{column.number})' for column in columns]
    return Shape(
        table=table,
        columns=columns,
        told=",".join(_told(column) for column in columns),
        raw=",".join(f't."{column.name}"' for column in columns),
        filled=f"({'|'.join([str(masks.EXISTENCE_BIT), *filled])})",
        text_mask=sum(masks.bit(column.number) for column in columns if column.is_text),
    )


def may_lie_in(table: SyncedTable, space: str) -> bool:
    """Tell whether records of a table may lie in a space."""
    if space == table.space:
        return True
    if space.startswith(_CIRCLE):
        return table.space == "office"
    if space.startswith(_NEEDS):
        return table.name == "special_need"
    return space == _PERSONAL and table.name in _PERSONAL_TABLES


def field_name(table: SyncedTable, number: int, existence: str) -> str:
    """Return the name of a field, ``existence`` for that of being there."""
    if number == EXISTENCE:
        return existence
    return next(field.name for field in table.fields if field.number == number)


def _column(table: SyncedTable, field: Any) -> Column:
    column = table_named(table.name).c[field.name]
    stored = column.type.compile(dialect=sqlite.dialect())
    default = column.default
    return Column(
        number=field.number,
        name=field.name,
        target=field.target,
        is_text=field.is_text,
        kind=bytes if field.target else _TYPES[stored],
        is_nullable=bool(column.nullable),
        default=None if default is None else _stored(default.arg),
    )


def _stored(value: Any) -> Any:
    return int(value) if isinstance(value, bool) else value


def _told(column: Column) -> str:
    if not column.target:
        return f't."{column.name}"'
    return (
        f"coalesce((SELECT r.target FROM sync_ref r WHERE r.rec=t.uid AND r.fld={column.number}),"
        f'(SELECT o.uid FROM {column.target} o WHERE o.id=t."{column.name}"))'
    )

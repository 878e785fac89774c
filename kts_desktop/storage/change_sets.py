"""Opening and closing a change set inside its transaction, and what it touched."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert

from kts_desktop.core.changes import Changes
from kts_desktop.core.ids import new_uid
from kts_desktop.models.base import UtcMs
from kts_desktop.models.catalogue import BY_NUMBER
from kts_desktop.models.journal import change_set
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.storage import direct, journal

_LAST = "SELECT coalesce(max(seq),0) FROM change"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSet:
    """A change set whose transaction runs; ``before`` is the last journal row of the set before."""

    id: int
    before: int


def begin(
    connection: Connection,
    *,
    kind: ChangeKind,
    label: str,
    args: str | None,
    author: int,
    at: datetime,
    undoes: int | None = None,
    mode: int = journal.EDIT,
) -> OpenSet:
    """Insert the set and open the context row, without which no trigger lets a write pass."""
    values = {"uid": new_uid(), "kind": int(kind), "label": label, "args": args, "author": author}
    moment = UtcMs().process_bind_param(at, connection.dialect)
    made = insert(change_set).values(**values, at=moment, undoes=undoes).returning(change_set.c.id)
    set_id: int = connection.execute(made).scalar_one()
    connection.exec_driver_sql("UPDATE journal_ctx SET tx=?, mode=?", (set_id, mode))
    return OpenSet(id=set_id, before=int(connection.exec_driver_sql(_LAST).scalar_one()))


def end(connection: Connection, opened: OpenSet) -> Changes:
    """Close the context; a set without rows disappears, so that no undo step is empty."""
    connection.exec_driver_sql("UPDATE journal_ctx SET tx=NULL, mode=0")
    last = int(connection.exec_driver_sql(_LAST).scalar_one())
    if last <= opened.before:
        connection.exec_driver_sql("DELETE FROM change_set WHERE id=?", (opened.id,))
        return Changes()
    connection.exec_driver_sql(
        "UPDATE change_set SET lo=?, hi=? WHERE id=?", (opened.before + 1, last, opened.id)
    )
    return touched(connection, opened.before + 1, last)


def touched(connection: Connection, low: int, high: int) -> Changes:
    """Return the records that a range of journal rows speaks of."""
    tables = connection.exec_driver_sql(
        "SELECT DISTINCT tbl FROM change WHERE seq BETWEEN ? AND ?", (low, high)
    ).scalars()
    parts = []
    for number in tables.all():
        name = BY_NUMBER[number].name
        ids = direct.first_column(
            connection,
            f"SELECT id FROM {name} WHERE uid IN "
            "(SELECT rec FROM change WHERE seq BETWEEN ? AND ? AND tbl=?)",
            (low, high, number),
        )
        parts.append(Changes.of(name, *ids))
    return Changes.together(parts)

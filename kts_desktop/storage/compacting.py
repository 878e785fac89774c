"""Shortening the journal: old values of people and bodies go, and much later the lines themselves.

Oldest first for each record, never a line above the mark of the exchange, never a new number. The value that
a field has now stays in its last line: it is no history. Sets that lose something can no longer be undone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from kts_desktop.models.base import UtcMs
from kts_desktop.models.catalogue import BY_NAME, EXISTENCE
from kts_desktop.storage import journal
from kts_desktop.storage.store import Store

# people and bodies; the journal of cases and their notes is part of the file and goes with it
TABLES = (
    "organisation",
    "organisation_key",
    "person",
    "affiliation",
    "contact_point",
    "consent",
    "duplicate_verdict",
    "network_membership",
)
_NUMBERS = ",".join(str(BY_NAME[name].number) for name in TABLES)
_ALL = 1 << 62
# in the lines of a record, those before the first that is too young or above the mark
_AGED = f"""
    WITH edge(rec, seq) AS (
      SELECT c.rec, min(c.seq) FROM change c JOIN change_set s ON s.id=c.tx
      WHERE c.tbl IN ({_NUMBERS}) AND (s.at >= ? OR c.seq > ?) GROUP BY c.rec)
    SELECT c.seq, c.rec FROM change c LEFT JOIN edge e ON e.rec=c.rec
    WHERE c.tbl IN ({_NUMBERS}) AND c.seq < coalesce(e.seq, {_ALL})
"""
_LAST = (
    "change.seq = (SELECT max(d.seq) FROM change d WHERE d.rec=change.rec AND d.tbl=change.tbl "
    f"AND d.fld=change.fld AND d.op={journal.FIELD})"
)
_TELLING = (
    f"op={journal.FIELD} AND fld<>{EXISTENCE} AND (old IS NOT NULL OR (new IS NOT NULL AND NOT {_LAST})) "
    "AND seq IN (SELECT seq FROM temp.aged_values)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortening:
    """How much of the journal is due, or was removed."""

    values: int
    lines: int
    records: int

    def __bool__(self) -> bool:
        return bool(self.values or self.lines)


def preview(store: Store, *, values_before: datetime, lines_before: datetime) -> Shortening:
    """Return what would be removed; nothing is changed."""
    with store.maintain() as connection, _aged(connection, values_before, lines_before):
        return _counted(connection)


def shorten(store: Store, *, values_before: datetime, lines_before: datetime) -> Shortening:
    """Remove the values and lines that are too old, and return how much it was."""
    with store.maintain() as connection, _aged(connection, values_before, lines_before):
        found = _counted(connection)
        if found:
            _remove(connection)
    if found:
        store.empty_log()
    return found


@contextmanager
def _aged(connection: Connection, values_before: datetime, lines_before: datetime) -> Iterator[None]:
    """List the lines that are old enough, in tables of this connection alone."""
    mark = connection.exec_driver_sql("SELECT mark FROM sync_me").scalar()
    limits = {
        "aged_values": (values_before, _ALL if mark is None else mark),
        # the first exchange of an office is made from these lines: until then none of them goes
        "aged_lines": (lines_before, -1 if mark is None else mark),
    }
    for name, (moment, highest) in limits.items():
        connection.exec_driver_sql(f"CREATE TEMP TABLE {name}(seq INTEGER PRIMARY KEY, rec BLOB)")
        before = UtcMs().process_bind_param(moment, connection.dialect)
        connection.exec_driver_sql(f"INSERT INTO temp.{name} {_AGED}", (before, highest))
    yield
    for name in limits:
        connection.exec_driver_sql(f"DROP TABLE temp.{name}")


def _counted(connection: Connection) -> Shortening:
    def count(statement: str) -> int:
        return int(connection.exec_driver_sql(statement).scalar_one())

    return Shortening(
        values=count(f"SELECT count(*) FROM change WHERE {_TELLING}"),
        lines=count("SELECT count(*) FROM temp.aged_lines"),
        records=count(
            f"SELECT count(DISTINCT rec) FROM (SELECT rec FROM change WHERE {_TELLING} "
            "UNION SELECT rec FROM temp.aged_lines)"
        ),
    )


def _remove(connection: Connection) -> None:
    connection.exec_driver_sql(
        f"UPDATE change_set SET final=1 WHERE id IN (SELECT tx FROM change WHERE {_TELLING} "
        "UNION SELECT tx FROM change WHERE seq IN (SELECT seq FROM temp.aged_lines))"
    )
    connection.exec_driver_sql(
        f"UPDATE change SET old=NULL, new=CASE WHEN {_LAST} THEN new END WHERE {_TELLING}"
    )
    connection.exec_driver_sql("DELETE FROM change WHERE seq IN (SELECT seq FROM temp.aged_lines)")

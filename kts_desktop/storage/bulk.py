"""Many records of one table at once, with journal and search index, several times faster than one by one.

What the insert triggers do row by row is done here for all rows: the index is filled from the rows at hand,
journal and kept figures by one statement each. The triggers are taken away and put back inside a savepoint,
so that whoever goes on after a failure finds them there.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from kts_desktop.core import folding
from kts_desktop.core.clock import utc_now
from kts_desktop.core.ids import new_uid
from kts_desktop.models.base import Record
from kts_desktop.storage import journal, schema, search_schema
from kts_desktop.storage.sessions import Session

Progress = Callable[[int, int], None]
Row = tuple[Any, ...]
_BLOCK = 5_000
_MOST_NAMES = 64
_WORTH_IT = 200  # rows from which it takes less time to do what triggers do for all at once
_LARGE_HASH, _USUAL_HASH = 64 << 20, 1 << 20  # bytes of words the index gathers before it writes a segment
_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type='trigger' AND tbl_name=? AND name IN (?,?,?)"
_LAST_ID = (
    "SELECT max((SELECT coalesce(max(seq),0) FROM sqlite_sequence WHERE name=?), coalesce(max(id),0)) FROM"
)


def insert_many(
    session: Session,
    model: type[Record],
    columns: Sequence[str],
    rows: Sequence[Row],
    progress: Progress | None = None,
) -> range:
    """Insert rows whose values stand in the order of ``columns``; return their ids, which follow each other.

    uid and time stamps are added. ``progress`` may raise to abandon what was inserted here.
    """
    table = model.__tablename__
    session.flush()
    connection = session.connection()
    first = 1 + int(connection.exec_driver_sql(f"{_LAST_ID} {table}", (table,)).scalar_one())
    shape = _Shape(model, columns, connection.dialect)
    with connection.begin_nested(), _insert_triggers_away(connection, table):
        for start in range(0, len(rows), _BLOCK):
            block = rows[start : start + _BLOCK]
            connection.exec_driver_sql(*shape.insertion(block))
            if progress is not None:
                progress(start + len(block), len(rows))
        if rows:
            journal.note_inserted(connection, table, first)
            schema.keep_figures(connection, table, first)
        if table in search_schema.INDEXED:
            _index(connection, table, columns, rows, first)
    return range(first, first + len(rows))


def insert_whole(driver: Any, table: str, names: Sequence[str], rows: Sequence[Row]) -> None:
    """Insert rows with their ids as they are; ``names`` has ``id`` first, ``deleted_at`` and what is indexed.

    The journal gets no line: this is for what came from elsewhere. ``driver`` is a connection of the driver,
    whose transaction is to be rolled back if this raises.
    """
    marks, columns = ",".join("?" * len(names)), ",".join(f'"{name}"' for name in names)
    statement = f"INSERT INTO {table}({columns}) VALUES({marks})"
    if len(rows) < _WORTH_IT:
        driver.executemany(statement, rows)
        return
    triggers = driver.execute(_TRIGGERS, (table, *_insert_triggers(table))).fetchall()
    for name, _ in triggers:
        driver.execute(f'DROP TRIGGER "{name}"')
    driver.executemany(statement, rows)
    schema.keep_figures_of(driver, table, [row[0] for row in rows])
    if table in search_schema.INDEXED:
        binned = names.index("deleted_at")
        _index_whole(driver, table, names, [row for row in rows if row[binned] is None])
    for _, trigger in triggers:
        driver.execute(trigger)


def update_whole(driver: Any, table: str, names: Sequence[str], rows: Sequence[Row]) -> None:
    """Set columns of rows: ``rows`` have the values in the order of ``names``, and the id last.

    It is one statement for all of them: after each statement the index of search writes what it has gathered.
    """
    if len(names) > _MOST_NAMES:
        raise ValueError(f"more columns than are set at once: {len(names)}")
    columns = ",".join(f"v{place}" for place in range(_MOST_NAMES))
    driver.execute(f"CREATE TEMP TABLE IF NOT EXISTS arriving(id INTEGER PRIMARY KEY,{columns})")
    put = ",".join(f"v{place}" for place in range(len(names)))
    marks = ",".join("?" * (len(names) + 1))
    driver.executemany(f"INSERT INTO temp.arriving({put},id) VALUES({marks})", rows)
    assigned = ",".join(f'"{name}"=a.v{place}' for place, name in enumerate(names))
    driver.execute(f"UPDATE {table} SET {assigned} FROM temp.arriving a WHERE {table}.id=a.id")
    driver.execute("DELETE FROM temp.arriving")


def _insert_triggers(table: str) -> tuple[str, str, str]:
    return f"{table}_ji", f"{table}_fi", f"{table}_ki"


@contextmanager
def _insert_triggers_away(connection: Connection, table: str) -> Iterator[None]:
    """Take the triggers away whose work is done here for all rows; a failure rolls back to before."""
    found = connection.exec_driver_sql(_TRIGGERS, (table, *_insert_triggers(table))).all()
    for name, _ in found:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    yield
    for _, statement in found:
        connection.exec_driver_sql(statement)


class _Shape:
    """How rows of one shape are inserted.

    What all rows share, defaults and time stamps, is made once; only the rest is made row by row.
    """

    def __init__(self, model: type[Record], given: Sequence[str], dialect: Dialect) -> None:
        columns = {c.name: c for c in model.__table__.columns if c.computed is None and not c.primary_key}
        now = utc_now()
        shared = {name: _default(column) for name, column in columns.items() if name not in given}
        shared |= {"created_at": now, "updated_at": now}
        shared.pop("uid")
        processes = {
            name: column.type.dialect_impl(dialect).bind_processor(dialect)
            for name, column in columns.items()
        }
        self._given = {name: processes[name] for name in given}
        self._shared = {
            name: value if (process := processes[name]) is None else process(value)
            for name, value in shared.items()
            if value is not None
        }
        self._table = model.__tablename__

    def insertion(self, rows: Sequence[Row]) -> tuple[str, list[Row]]:
        """Return the statement for some rows, and the values of each.

        Columns without a value in any row are left out, and uids given as arrays: the driver looks for an
        adapter for each None and each bytes, which takes longer than to insert it.
        """
        cells: dict[str, Iterable[Any]] = {"uid": [bytearray(new_uid()) for _ in rows]}
        for (name, process), column in zip(self._given.items(), zip(*rows, strict=True), strict=True):
            if any(value is not None for value in column):
                cells[name] = column if process is None else map(process, column)
        cells |= {name: repeat(value) for name, value in self._shared.items()}
        names, marks = ",".join(f'"{name}"' for name in cells), ",".join("?" * len(cells))
        statement = f"INSERT INTO {self._table}({names}) VALUES({marks})"
        return statement, list(zip(*cells.values(), strict=False))  # what is shared has no end


def _default(column: Any) -> Any:
    default = column.default
    return default.arg if isinstance(default, ScalarElementColumnDefault) else None


def _index(
    connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Row], first: int
) -> None:
    """Fill the index from the rows at hand: folding here costs a fraction of folding in SQL."""
    indexed = search_schema.INDEXED[table]
    marks = ",".join("?" * (len(indexed) + 1))
    statement = f"INSERT INTO {table}_fts(rowid,{','.join(indexed)}) VALUES({marks})"
    grow = f"INSERT INTO {table}_fts({table}_fts, rank) VALUES('hashsize', ?)"
    connection.exec_driver_sql(grow, (_LARGE_HASH,))
    for start in range(0, len(rows), _BLOCK):
        cells = dict(zip(columns, zip(*rows[start : start + _BLOCK], strict=True), strict=True))
        folded = [folding.index_fold_all(cells[name]) if name in cells else repeat("") for name in indexed]
        numbers = range(first + start, first + min(start + _BLOCK, len(rows)))
        connection.exec_driver_sql(statement, list(zip(numbers, *folded, strict=False)))
    connection.exec_driver_sql(grow, (_USUAL_HASH,))


def _index_whole(driver: Any, table: str, names: Sequence[str], rows: Sequence[Row]) -> None:
    if not rows:
        return
    indexed = search_schema.INDEXED[table]
    marks = ",".join("?" * (len(indexed) + 1))
    grow = f"INSERT INTO {table}_fts({table}_fts, rank) VALUES('hashsize', ?)"
    driver.execute(grow, (_LARGE_HASH,))
    cells = dict(zip(names, zip(*rows, strict=True), strict=True))
    folded = [folding.index_fold_all(cells[name]) for name in indexed]
    driver.executemany(
        f"INSERT INTO {table}_fts(rowid,{','.join(indexed)}) VALUES({marks})",
        zip(cells["id"], *folded, strict=True),
    )
    driver.execute(grow, (_USUAL_HASH,))

"""Everything in the file beyond plain tables: journal triggers, indexes of search, kept figures.

``install`` is idempotent: it is run after a new file is made and after every upgrade.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from kts_desktop.storage import journal, search_schema

_CASE_DUE = (
    "UPDATE advisory_case SET next_due_on=(SELECT min(due_on) FROM task WHERE case_id=advisory_case.id "
    "AND deleted_at IS NULL AND done_at IS NULL) WHERE id IN ({ids});"
)
_CASE_NOTE = (
    "UPDATE advisory_case SET last_note_at=(SELECT max(happened_at) FROM note WHERE case_id=advisory_case.id "
    "AND deleted_at IS NULL) WHERE id IN ({ids});"
)
_KEPT = (
    ("task", "due_on,done_at,case_id,deleted_at", _CASE_DUE),
    ("note", "happened_at,case_id,deleted_at", _CASE_NOTE),
)


def install(connection: Connection) -> None:
    """Create what is missing and renew every trigger; the caller owns the transaction."""
    drop_triggers(connection)
    present = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='table'").scalars())
    for statement in search_schema.table_statements():
        if _target(statement) not in present:
            connection.exec_driver_sql(statement)
    for statement in (
        *journal.trigger_statements(),
        *search_schema.trigger_statements(),
        *_kept_statements(),
    ):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(
        "INSERT INTO journal_ctx(k,tx,mode) VALUES(1,NULL,0) ON CONFLICT(k) DO NOTHING"
    )


def keep_figures(connection: Connection, table: str, first: int) -> None:
    """Do what the triggers of inserts do for the kept figures, for all rows of a table from an id on."""
    for kept, _, update in _KEPT:
        if kept == table:
            ids = f"SELECT case_id FROM {table} WHERE id>=? AND case_id IS NOT NULL"
            connection.exec_driver_sql(update.format(ids=ids), (first,))


def keep_figures_of(driver: Any, table: str, ids: Sequence[int]) -> None:
    """Do so for some rows of a table, on a connection of the driver."""
    for kept, _, update in _KEPT:
        if kept == table:
            listed = f"SELECT case_id FROM {table} WHERE id IN (SELECT value FROM json_each(?))"
            driver.execute(update.format(ids=listed), (json.dumps(list(ids)),))


def drop_triggers(connection: Connection) -> None:
    """Remove all triggers, as an upgrade must before it touches a table."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='trigger'").scalars().all()
    for name in names:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def _target(statement: str) -> str:
    words = statement.split()
    return words[3] if words[0] == "CREATE" else words[2].partition("(")[0]


def _kept_statements() -> Iterator[str]:
    for table, columns, update in _KEPT:
        on_insert = update.format(ids="NEW.case_id")
        yield f"CREATE TRIGGER {table}_ki AFTER INSERT ON {table} BEGIN {on_insert} END"
        yield (
            f"CREATE TRIGGER {table}_ku AFTER UPDATE OF {columns} ON {table} "
            f"BEGIN {update.format(ids='NEW.case_id,OLD.case_id')} END"
        )

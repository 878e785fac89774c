"""Statements straight to the driver, inside the transaction of a session.

For what is asked at every key and for long lists of ids: what SQLAlchemy does for a statement and for each
row takes longer there than SQLite itself.
"""

from collections import namedtuple
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Executable

from kts_desktop.storage.sessions import Session


def rows_of(session: Session, statement: str, values: Sequence[Any] = ()) -> list[Any]:
    """Return the rows of a statement as bare tuples."""
    return list(_driver(session).execute(statement, values).fetchall())


def named_rows_of(session: Session, statement: str, values: Sequence[Any] = ()) -> list[Any]:
    """Return the rows of a statement as tuples with the names of its columns."""
    cursor = _driver(session).execute(statement, values)
    shape = _shape(tuple(column[0] for column in cursor.description))
    return [shape(*row) for row in cursor.fetchall()]


def first_column(connection: Connection, statement: str, values: Sequence[Any]) -> list[int]:
    """Return the one column of whole numbers that a statement gives."""
    driver: Any = connection.connection.driver_connection
    return [id_ for (id_,) in driver.execute(statement, values).fetchall()]


def ids_of(session: Session, statement: Executable) -> list[int]:
    """Return the one column of whole numbers that a built statement gives."""
    result = session.connection().execute(statement)
    cursor = result.cursor
    assert cursor is not None
    found = [id_ for (id_,) in cursor.fetchall()]
    result.close()
    return found


def _driver(session: Session) -> Any:
    return session.connection().connection.driver_connection


@lru_cache
def _shape(names: tuple[str, ...]) -> Any:
    return namedtuple("Told", names)  # noqa: PYI024 - the columns are those of the statement

"""Statements straight to the driver, inside the transaction of a session.

For what is asked at every key and for long lists of ids: what SQLAlchemy does for a statement and for each
row takes longer there than SQLite itself.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Select, func, select

from kts_desktop.storage.sessions import Session


def rows_of(session: Session, statement: str, values: Mapping[str, object] | Sequence[Any] = ()) -> list[Any]:
    """Return the rows of a statement as bare tuples."""
    found: list[Any] = _driver(session).execute(statement, values).fetchall()
    return found


def first_column(connection: Connection, statement: str, values: Sequence[Any]) -> list[int]:
    """Return the one column of whole numbers that a statement gives."""
    driver: Any = connection.connection.driver_connection
    return [id_ for (id_,) in driver.execute(statement, values).fetchall()]


def driver_of(connection: Connection) -> Any:
    """Return the connection of the driver, inside the transaction of this one."""
    driver = connection.connection.driver_connection
    assert driver is not None
    return driver


def defer_references(driver: Any) -> None:
    """Let references be checked at the end of the transaction; ``driver`` is a connection of the driver.

    The switch is not thrown twice: each time, SQLite makes all statements anew.
    """
    if driver.execute("PRAGMA defer_foreign_keys").fetchone()[0] == 0:
        driver.execute("PRAGMA defer_foreign_keys=ON")


def ids_of(
    session: Session, statement: "Select[Any] | str", values: Mapping[str, Any] | Sequence[Any] = ()
) -> list[int]:
    """Return the one column ``id`` of whole numbers that a statement gives, in its order.

    They come as one text: to step from row to row takes twice as long as SQLite needs to find them. The
    order of the statement is kept, since SQLite neither flattens nor reorders what such a sum is made of.
    """
    if isinstance(statement, str):
        told: str = rows_of(session, f"SELECT json_group_array(id) FROM ({statement})", values)[0][0]
    else:
        listed = select(func.json_group_array(statement.subquery().c.id))
        told = _connection(session).execute(listed, cast("Mapping[str, Any]", values or {})).scalar_one()
    return cast("list[int]", json.loads(told))


def among(column: "ColumnElement[int]", ids: Sequence[int]) -> ColumnElement[bool]:
    """Return the condition that an id is one of these, however many they are."""
    return column.in_(select(func.json_each(json.dumps(list(ids))).table_valued("value").c.value))


def memory_of(session: Session) -> dict[Any, Any]:
    """Return what is remembered with the open connection of a session, and forgotten with it."""
    return _connection(session).info


def state_of(session: Session) -> tuple[int, int]:
    """Return what differs once the file has changed, by others or by this connection itself."""
    driver = _driver(session)
    ((by_others,),) = driver.execute("PRAGMA data_version").fetchall()
    return int(by_others), int(driver.total_changes)


def _driver(session: Session) -> Any:
    return _connection(session).connection.driver_connection


def _connection(session: Session) -> Connection:
    """Return the connection of a session once it has written what waits, as its own queries do."""
    if session.autoflush:
        session.flush()
    return session.connection()

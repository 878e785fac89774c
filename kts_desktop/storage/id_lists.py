"""Ids of long lists, read straight from the cursor: what a result does for each row takes longer than SQLite."""

from sqlalchemy import Executable
from sqlalchemy.orm import Session


def ids_of(session: Session, statement: Executable) -> list[int]:
    """Return the one column of whole numbers that a statement gives."""
    result = session.connection().execute(statement)
    cursor = result.cursor
    assert cursor is not None
    found = [id_ for (id_,) in cursor.fetchall()]
    result.close()
    return found

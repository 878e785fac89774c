"""Which contents of attachments the rows of the database need."""

from typing import Any

from sqlalchemy import Connection

# in the bin, a row needs its content as long as a step that touched it may be taken back or done again
_NEEDED = (
    "SELECT DISTINCT sha256 FROM attachment a WHERE deleted_at IS NULL OR EXISTS "
    "(SELECT 1 FROM change c JOIN change_set s ON s.id=c.tx WHERE c.rec=a.uid AND s.final=0)"
)
_KNOWN = "SELECT DISTINCT sha256 FROM attachment"


def needed(connection: Any) -> list[bytes]:
    """Return the contents that must be there; ``connection`` is one of the driver."""
    return [sha256 for (sha256,) in connection.execute(_NEEDED).fetchall()]


def known(connection: Any) -> list[bytes]:
    """Return all contents that a row refers to, live or not; ``connection`` is one of the driver."""
    return [sha256 for (sha256,) in connection.execute(_KNOWN).fetchall()]


def needed_in(connection: Connection) -> list[bytes]:
    """Return the contents that must be there, inside a transaction of the store."""
    return list(connection.exec_driver_sql(_NEEDED).scalars())


def known_in(connection: Connection) -> frozenset[bytes]:
    """Return all contents that a row refers to, inside a transaction of the store."""
    return frozenset(connection.exec_driver_sql(_KNOWN).scalars())

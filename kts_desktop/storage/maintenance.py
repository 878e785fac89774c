"""One transaction over the whole file, with foreign keys off: for upgrades, renewals and repairs."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, NullPool, create_engine
from sqlcipher3 import dbapi2

from kts_desktop.storage.connect import connect


@contextmanager
def whole_file(path: Path, key: bytes | None) -> Generator[Connection]:
    """Yield a connection inside BEGIN IMMEDIATE; committed if the block ends well, else rolled back.

    Foreign keys must be off before the transaction begins: inside it the switch does nothing.
    """

    def make() -> Any:
        raw = connect(path, key)
        raw.execute("PRAGMA foreign_keys=OFF")
        return raw

    engine = create_engine("sqlite://", module=dbapi2, creator=make, poolclass=NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise
        connection.exec_driver_sql("COMMIT")

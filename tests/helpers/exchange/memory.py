"""An office in memory whose transactions can all be taken back: thousands of histories in one process.

The schema is the product's own, with its triggers; transactions are savepoints inside one outer transaction
that is rolled back when a history ends.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import StaticPool, create_engine, event
from sqlcipher3 import dbapi2

from kts_desktop.models.base import METADATA
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.storage import change_sets, schema, undo
from kts_desktop.storage.replica import me
from kts_desktop.storage.store import Store, translated

_TEMPORARY = (
    "listed(rec BLOB PRIMARY KEY) WITHOUT ROWID",
    "wanted(rec BLOB PRIMARY KEY)",
    "gone(rec BLOB PRIMARY KEY, tbl INT, id INT)",
    "emptied(rec BLOB, tbl INT, fld INT, id INT)",
)
_ARRIVING = f"arriving(id INTEGER PRIMARY KEY,{','.join(f'v{place}' for place in range(64))})"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class _Nested(dbapi2.Connection):  # type: ignore[misc]
    """A connection whose transactions are savepoints."""

    is_inside = False

    def execute(self, statement: str, *values: Any) -> Any:
        """Say that references are deferred: the switch would have all statements made anew."""
        return super().execute("SELECT 1" if statement == "PRAGMA defer_foreign_keys" else statement, *values)

    def begin_step(self) -> None:
        self.execute("SAVEPOINT step")
        self.is_inside = True

    def commit(self) -> None:
        if self.is_inside:
            self.is_inside = False
            self.execute("RELEASE step")

    def rollback(self) -> None:
        if self.is_inside:
            self.is_inside = False
            self.execute("ROLLBACK TO step")
            self.execute("RELEASE step")


class MemoryStore(Store):
    """A store in memory; ``driver`` is its one connection."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.path, self.read_only = Path(":memory:"), False
        self.clock, self.author_id = clock, 0
        self.ledger, self.blobs = None, None
        self._ready = []
        self.driver = dbapi2.connect(
            ":memory:", isolation_level=None, check_same_thread=False, factory=_Nested, cached_statements=4000
        )
        self.driver.execute("PRAGMA foreign_keys=OFF")  # they are checked when a history ends
        engine = create_engine("sqlite://", module=dbapi2, creator=lambda: self.driver, poolclass=StaticPool)
        event.listen(engine, "begin", lambda _connection: self.driver.begin_step())
        self._writer = engine
        self._reader = create_engine(
            "sqlite://", module=dbapi2, creator=lambda: self.driver, poolclass=StaticPool
        )  # reads as it is: to roll a savepoint back would have statements made anew
        with engine.begin() as connection:
            METADATA.create_all(connection)
            schema.install(connection)
        for (name,) in self.driver.execute(
            "SELECT name FROM sqlite_master WHERE type='trigger' AND name GLOB '*_f[iud]'"
        ).fetchall():
            self.driver.execute(f'DROP TRIGGER "{name}"')  # the search index has tests of its own

        for table in (*_TEMPORARY, _ARRIVING):
            self.driver.execute(f"CREATE TEMP TABLE {table}")  # made in a history, they would be unmade
        self.driver.execute(undo._TAKEN)

    def start(self, replica: bytes, spaces: tuple[str, ...]) -> None:
        """Begin a history as a laptop that holds these spaces."""
        self.driver.execute("BEGIN")
        me.begin(self.driver, replica=replica, spaces=spaces)

    def forget(self) -> None:
        """Take back everything since the start."""
        self.driver.execute("ROLLBACK")

    def empty_log(self) -> bool:
        """Do nothing: there is no log in memory."""
        return True

    @contextmanager
    def set_of(self, label: str, kind: ChangeKind = ChangeKind.EDIT) -> Iterator[Any]:
        """Yield the connection of the driver inside a labelled change set."""
        with translated(), self._writer.begin() as connection:
            opened = change_sets.begin(
                connection, kind=kind, label=label, args=None, author=0, at=self.clock()
            )
            yield self.driver
            change_sets.end(connection, opened)

    def one(self, statement: str, *values: Any) -> Any:
        """Return the first value of a statement."""
        row = self.driver.execute(statement, values).fetchone()
        return row[0] if row else None

    def all(self, statement: str, *values: Any) -> list[Any]:
        """Return the rows of a statement."""
        return list(self.driver.execute(statement, values).fetchall())

"""One encrypted SQLite file, opened once, handed out as short sessions."""

import json
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from kts_desktop.core.changes import Changes
from kts_desktop.core.clock import Clock, utc_now
from kts_desktop.core.errors import StorageError
from kts_desktop.models.base import METADATA
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.storage import change_sets, faults, schema
from kts_desktop.storage.blobs import Blobs
from kts_desktop.storage.connect import connect
from kts_desktop.storage.sessions import Reading, Session, writing_session

T = TypeVar("T")
READERS = 5
_ALSO, _BLOBS = "also_changed", "blobs"


class Ledger(Protocol):
    """The lists of what was erased and disposed of, outside the database."""

    def note(self, uids: Iterable[bytes]) -> None:
        """Add records."""

    def log(self, entries: Mapping[str, str]) -> None:
        """Add entries of the log of disposals that are not there yet, key to value."""

    def backups_until(self, now: datetime) -> datetime:
        """Return until when a present backup may still hold what is erased now."""


class Store:
    """The open database. ``read`` never writes; ``write`` is one transaction and one undo step."""

    def __init__(
        self,
        path: Path,
        key: bytes | None,
        *,
        read_only: bool = False,
        clock: Clock = utc_now,
        ready: Any = None,  # a connection that is open already, to read by
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.clock = clock
        self.author_id = 0  # the adviser who acts, a row of ``adviser``
        self.ledger: Ledger | None = None  # this and the next: set for the store of a profile
        self.blobs: Blobs | None = None
        self.suspect: Path | None = None  # the mark to leave when the file turns out to be damaged
        self._writer = _engine(path, key, "BEGIN IMMEDIATE", 1, read_only=read_only)
        self._ready = [ready] if ready is not None else []
        self._reader = _engine(path, key, "BEGIN", READERS, read_only=read_only, ready=self._ready)

    def create_schema(self) -> None:
        """Create tables, triggers and indexes in a new file; all models must be imported by the caller."""
        with self._watched(), self._writer.begin() as connection:
            METADATA.create_all(connection)
            schema.install(connection)

    def pragma(self, name: str, value: int | None = None) -> int:
        """Return the number behind a PRAGMA, after setting it if ``value`` is given."""
        with self._watched(), self._writer.connect() as connection:
            if value is not None:
                connection.exec_driver_sql(f"PRAGMA {name}={value:d}")
                connection.commit()
            return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())

    @contextmanager
    def read(self) -> Generator[Session]:
        """Yield a session that cannot write, sees one moment of the file and is rolled back whatever happens.

        It is a light one (``sessions.Reading``) until something needs SQLAlchemy's.
        """
        with self._watched(), self._reader.connect() as connection:
            connection.begin()  # else what goes straight to the driver is of many moments
            session = Reading(connection)
            session.info[_BLOBS] = self.blobs
            try:
                yield cast("Session", session)
            finally:
                session.rollback()

    @contextmanager
    def write(
        self, label: str, args: Mapping[str, str] | None = None, kind: ChangeKind = ChangeKind.EDIT
    ) -> Generator[Session]:
        """Yield a session; commit if the block ends well, else roll back.

        ``label`` is a key of ``core.sentences.labels`` and names the undo step; ``args`` holds uids and field
        names only. After the block ``changes_of(session)`` tells what was touched.
        """
        with self._watched(), writing_session(self._writer) as session, session.begin():
            session.info[_BLOBS] = self.blobs
            opened = change_sets.begin(
                session.connection(),
                kind=kind,
                label=label,
                args=json.dumps(args, sort_keys=True) if args else None,
                author=self.author_id,
                at=self.clock(),
            )
            yield session
            session.flush()
            changed = change_sets.end(session.connection(), opened)
            session.info["changes"] = Changes.together((changed, *session.info.get(_ALSO, ())))

    def run(self, label: str, use_case: Callable[[Session], T]) -> tuple[T, Changes]:
        """Run a use case as one undo step and return its value with what it changed."""
        with self.write(label) as session:
            value = use_case(session)
        return value, changes_of(session)

    @contextmanager
    def maintain(self) -> Generator[Connection]:
        """Yield the writing connection in a transaction outside the journal: drafts, caches, marks."""
        with self._watched(), self._writer.begin() as connection:
            yield connection

    def empty_log(self) -> bool:
        """Bring the log into the file and cut it; False if a reader still needs it."""
        with self._watched(), self._writer.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert raw is not None
            (is_busy, *_) = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not is_busy

    @contextmanager
    def _watched(self) -> Generator[None]:
        """Translate failures, and see to it that the next opening looks at every page of a damaged file."""
        try:
            with translated():
                yield
        except StorageError as error:
            if error.code == "damaged_at_work" and self.suspect is not None:
                with suppress(OSError):  # a disk as ill as that may refuse it
                    self.suspect.touch()
            raise

    def close(self) -> None:
        """Let SQLite tidy up, bring the log into the file, and release it; copies for reading go."""
        self._reader.dispose()
        while self._ready:
            self._ready.pop().close()
        if self.blobs is not None:
            self.blobs.clear_views()
        try:
            if not self.read_only:
                with self._writer.connect() as connection:
                    raw = connection.connection.dbapi_connection
                    if raw is not None:
                        raw.execute("PRAGMA optimize")
                        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self._writer.dispose()


def changes_of(session: Session) -> Changes:
    """Return what the transaction of a written session touched; empty before its end."""
    found: Changes = session.info.get("changes", Changes())
    return found


def blobs_of(session: Session) -> Blobs:
    """Return the contents of attachments beside the database; RuntimeError for a store of no profile."""
    found: Blobs | None = session.info.get(_BLOBS)
    if found is None:
        raise RuntimeError("this store belongs to no profile and has no place for attachments")
    return found


def also_changed(session: Session, kind: str, *ids: int) -> None:
    """Announce a change the journal does not see, such as a new municipality directory."""
    session.info.setdefault(_ALSO, []).append(Changes.of(kind, *(ids or (0,))))


@contextmanager
def translated() -> Generator[None]:
    """Turn what the engine and the disk report into failures a user can read; a bug stays a bug."""
    try:
        yield
    except Exception as error:
        failure = faults.translate(error)
        if failure is None or failure is error:
            raise
        raise failure from error


def _engine(
    path: Path,
    key: bytes | None,
    begin: str,
    pool_size: int,
    *,
    read_only: bool,
    ready: list[Any] | None = None,  # of an engine that only reads
) -> Engine:
    def make() -> Any:
        connection = ready.pop() if ready else connect(path, key, read_only=read_only)
        if ready is not None:
            connection.execute("PRAGMA query_only=ON")
        return connection

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=make,
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=0,
        pool_use_lifo=True,  # the connection used last has most of the file in its memory
    )
    event.listen(engine, "begin", _beginner("BEGIN" if read_only else begin))
    return engine


def _beginner(statement: str) -> Callable[[Connection], None]:
    def begin(connection: Connection) -> None:
        driver: Any = connection.connection.driver_connection
        driver.execute(statement)  # straight: it is said at every key that is typed

    return begin

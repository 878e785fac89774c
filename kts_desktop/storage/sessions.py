"""The sessions services are given: SQLAlchemy's own for writing, a light one for reading while that serves.

``Session`` is the name to annotate with: to the type checker it is SQLAlchemy's.
"""

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, Executable

from kts_desktop.models import late

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
else:
    Session = Any

__all__ = ["Reading", "Session", "reading_session", "writing_session"]


class Reading:
    """Answers statements over one connection; all else it leaves to SQLAlchemy's own session upon it.

    Statements that name columns alone mean the same to both. A statement that names a class needs the mapper,
    and building it has loaded the mapper before it arrives here.
    """

    autoflush = False  # there is nothing to write

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._whole: Session | None = None
        self.info: dict[Any, Any] = {}

    def execute(self, statement: Executable, values: Any = None) -> Any:
        """Return the rows of a statement."""
        return self._answering().execute(statement, values)

    def scalars(self, statement: Executable, values: Any = None) -> Any:
        """Return the first column of a statement."""
        return self._answering().scalars(statement, values)

    def scalar(self, statement: Executable, values: Any = None) -> Any:
        """Return the first value of a statement, or None."""
        return self._answering().scalar(statement, values)

    def connection(self) -> Connection:
        """Return the connection whose transaction this is."""
        return self._connection

    def get_bind(self) -> Connection:
        """Return what statements run on."""
        return self._connection

    def rollback(self) -> None:
        """End the transaction."""
        if self._whole is not None:
            self._whole.close()
        self._connection.rollback()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._session(), name)

    def _answering(self) -> Any:
        return self._session() if late.is_mapped() else self._connection

    def _session(self) -> "Session":
        if self._whole is None:
            self._whole = reading_session(self._connection)
        return self._whole


def reading_session(bind: Connection | Engine) -> "Session":
    """Return a session of SQLAlchemy that never writes."""
    from sqlalchemy.orm import Session as Whole

    late.map_all()
    return Whole(bind, autoflush=False, expire_on_commit=False)


def writing_session(bind: Engine) -> "Session":
    """Return a session that knows every table: a flush looks at those its own refer to."""
    from sqlalchemy.orm import Session as Whole

    load_mapper()
    return Whole(bind, expire_on_commit=False)


def load_mapper() -> None:
    """Map every table there is; nothing happens if it was done."""
    from kts_desktop.models import everything  # noqa: F401 - read for the classes it defines

    late.map_all()

"""What a database file says about itself, and telling damage from all else."""

import re
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from kts_desktop.core.errors import ProfileError
from kts_desktop.storage import faults
from kts_desktop.storage.connect import connect

APPLICATION_ID = 0x4B545344  # "KTSD"
GENERATION = 1  # user_version: generation of the file's format, readable by every older release for ever
PAGE = 4096
_PAGE_NAMED = re.compile(r"page (\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """The marks of a database that is ours and opens with its key."""

    generation: int
    schema_rev: str
    compat_min_app: str
    last_written_by: str


def probe(path: Path, key: bytes | None, *, read_only: bool = False) -> tuple[FileFacts, Any]:
    """Read the marks of a database; return them with the connection, which the caller goes on with or closes.

    The key is known to be right.
    Raises ProfileError ``missing``, ``damaged`` (with the page), ``not_ours`` or ``newer_format``, or a
    StorageError.
    """
    if is_missing(path):
        raise ProfileError("missing")
    if path.stat().st_size < PAGE:  # the engine takes a crumb for an empty file
        raise ProfileError("damaged", page=1)
    try:
        connection = connect(path, key, read_only=read_only)
        try:
            return _facts(connection), connection
        except BaseException:
            connection.close()
            raise
    except (dbapi2.Error, OSError) as error:
        if faults.is_damage(error):
            raise ProfileError("damaged", page=first_damaged_page(path, key)) from error
        failure = faults.translate(error)
        raise failure or ProfileError("not_ours") from error


def suspicion(path: Path) -> Path:
    """Return the mark of a file found damaged at work; the next opening looks at every page of it."""
    return path.with_name("suspect")


def is_missing(path: Path) -> bool:
    """Tell whether there is no file or an empty one, which any key would open as a new database."""
    return not path.is_file() or path.stat().st_size == 0


def first_damaged_page(path: Path, key: bytes | None) -> int:
    """Return the number of the first page that cannot be trusted; behind the last one if the file was cut."""
    if key is None:
        return 1  # a plain file does not tell
    with closing(dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        try:
            rows = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        except dbapi2.Error:
            return 1
    return min((damaged_page(message) for (message,) in rows), default=path.stat().st_size // PAGE + 1)


def refuse_damage(path: Path, key: bytes | None) -> None:
    """Look at every page and at how they hang together; raises ProfileError ``damaged``."""
    with closing(connect(path, key, read_only=True)) as connection:
        try:
            told = connection.execute("PRAGMA cipher_integrity_check").fetchall() if key is not None else []
            told += [row for row in connection.execute("PRAGMA quick_check").fetchall() if row != ("ok",)]
        except dbapi2.Error as error:
            raise ProfileError("damaged", page=first_damaged_page(path, key)) from error
    if told:
        raise ProfileError("damaged", page=min(damaged_page(message) for (message,) in told))


def damaged_page(message: str) -> int:
    """Return the page an answer of ``cipher_integrity_check`` names; the first if it names none."""
    named = _PAGE_NAMED.search(message)
    return int(named[1]) if named else 1


def write_marks(connection: Any, *, schema_rev: str, compat_min_app: str, app: str) -> None:
    """Write the marks of a new or upgraded file, in the caller's transaction if there is one."""
    connection.execute(f"PRAGMA application_id={APPLICATION_ID:d}")
    connection.execute(f"PRAGMA user_version={GENERATION:d}")
    put_meta(connection, schema_rev=schema_rev, compat_min_app=compat_min_app, last_written_by=app)
    connection.execute("INSERT INTO meta(key,value) VALUES('created_by',?) ON CONFLICT DO NOTHING", (app,))


def put_meta(connection: Any, **values: str) -> None:
    """Write entries of ``meta``."""
    connection.executemany(
        "INSERT INTO meta(key,value) VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value",
        list(values.items()),
    )


def _facts(connection: Any) -> FileFacts:
    def number(name: str) -> int:
        return int(connection.execute(f"PRAGMA {name}").fetchone()[0])

    generation = number("user_version")
    if number("application_id") != APPLICATION_ID:
        raise ProfileError("not_ours")
    meta = (
        dict(connection.execute("SELECT key,value FROM meta").fetchall()) if generation <= GENERATION else {}
    )
    if generation > GENERATION or "schema_rev" not in meta:
        raise ProfileError("newer_format", version=meta.get("last_written_by", f"> {GENERATION}"))
    return FileFacts(
        generation=generation,
        schema_rev=meta["schema_rev"],
        compat_min_app=meta.get("compat_min_app", "0"),
        last_written_by=meta.get("last_written_by", "?"),
    )

"""One way to open a connection: the key first, then every PRAGMA of the house."""

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from kts_desktop.storage.profile import is_writable

KEY_BYTES = 32
_PRAGMAS = (
    "foreign_keys=ON",
    "synchronous=FULL",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "cache_size=-65536",
    "temp_store=MEMORY",
    "busy_timeout=5000",
    "secure_delete=ON",
)
_WRITING = ("journal_mode=WAL", "wal_autocheckpoint=1000", "journal_size_limit=67108864")


def connect(path: Path, key: bytes | None, *, read_only: bool = False) -> Any:
    """Return a connection in autocommit mode; ``key`` is the raw 256-bit key, None for a plain file.

    ``read_only`` opens the file itself for reading only. Raises ValueError for a key of another length: a
    shorter one would silently be taken for a passphrase.
    """
    uri = f"{path.absolute().as_uri()}?mode={_mode(path) if read_only else 'rwc'}"
    connection = dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        for pragma in _pragmas(key, read_only=read_only):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _mode(path: Path) -> str:
    """Return how to read: where no log can be made and none holds anything, the file cannot change either."""
    log = path.with_name(f"{path.name}-wal")
    has_log = log.exists() and log.stat().st_size > 0
    return "ro" if has_log or is_writable(path.parent) else "ro&immutable=1"


def _pragmas(key: bytes | None, *, read_only: bool) -> tuple[str, ...]:
    keyed: tuple[str, ...] = ()
    if key is not None:
        if len(key) != KEY_BYTES:
            raise ValueError("the database key has 32 bytes")
        keyed = ("cipher_log_level=NONE", f"key=\"x'{key.hex()}'\"")
    return (*keyed, *_PRAGMAS, *(() if read_only else _WRITING))

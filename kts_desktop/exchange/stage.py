"""The four steps of every import, the same for every format.

1. quarantine: the file is copied away from whoever may still change it, with a limit of size.
2. inspect: the format's own reader looks at the copy; no database is open for it.
3. preview: the real apply inside a savepoint that is rolled back.
4. apply: after a backup, in one transaction.

Preview and apply get the same function, so what was shown is what is done.
"""

import gzip
import hashlib
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeVar

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import ImportFileError
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import Store, changes_of

T = TypeVar("T")
MEBIBYTE = 1024 * 1024
COPY_LIMIT = 64 * MEBIBYTE
UNPACKED_LIMIT = 256 * MEBIBYTE
_BLOCK = 256 * 1024
_GZIP_MAGIC = b"\x1f\x8b"


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedFile:
    """A copy that nobody else writes to; ``name`` is what the user calls the file."""

    path: Path
    name: str
    size: int
    sha256: str


def quarantine(source: Path, folder: Path, *, limit: int = COPY_LIMIT) -> StagedFile:
    """Copy a file into ``folder``; raises ImportFileError if it is missing, empty or too large."""
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / "incoming.part"
    digest, size = hashlib.sha256(), 0
    try:
        with source.open("rb") as original, copy.open("wb") as target:
            while block := original.read(_BLOCK):
                size += len(block)
                if size > limit:
                    raise ImportFileError("import_too_large", name=source.name, limit=limit // MEBIBYTE)
                digest.update(block)
                target.write(block)
        if size == 0:
            raise ImportFileError("import_empty", name=source.name)
        staged = copy.replace(folder / digest.hexdigest())
    except FileNotFoundError as error:
        raise ImportFileError("import_missing", name=source.name) from error
    except OSError as error:
        raise ImportFileError("import_unreadable", name=source.name) from error
    finally:
        copy.unlink(missing_ok=True)
    return StagedFile(path=staged, name=source.name, size=size, sha256=digest.hexdigest())


def content(staged: StagedFile, *, limit: int = UNPACKED_LIMIT) -> bytes:
    """Return the bytes of a staged file, unpacked if it is packed with gzip; raises ImportFileError."""
    with staged.path.open("rb") as stream:
        packed = stream.read(len(_GZIP_MAGIC)) == _GZIP_MAGIC
        stream.seek(0)
        if not packed:
            return _read(stream, staged.name, limit)
        try:
            with gzip.open(stream) as unpacked:
                return _read(unpacked, staged.name, limit)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise ImportFileError("import_packing_damaged", name=staged.name) from error


def preview(session: Session, run: Callable[[Session], T]) -> T:
    """Run the real apply, return what it returns, and leave the database as it was."""
    savepoint = session.begin_nested()
    try:
        return run(session)
    finally:
        savepoint.rollback()
        session.expire_all()


def apply(
    store: Store, label: str, run: Callable[[Session], T], *, backup: Callable[[], object]
) -> tuple[T, Changes]:
    """Back up, then run as one undo step; nothing is taken over if either fails."""
    backup()
    with store.write(label, kind=ChangeKind.FILE_IMPORT) as session:
        value = run(session)
    return value, changes_of(session)


def _read(stream: BinaryIO | gzip.GzipFile, name: str, limit: int) -> bytes:
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ImportFileError("import_too_large", name=name, limit=limit // MEBIBYTE)
    if not data:
        raise ImportFileError("import_empty", name=name)
    return data

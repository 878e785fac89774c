"""The contents of attachments, encrypted beside the database and found by their hash.

``blobs/ab/<name>``: the name is an HMAC of the content's SHA-256, so that it betrays nothing and the same
content is kept once. A content is written whole or not at all, before the row that refers to it; whatever no
row refers to is swept away later.
"""

import hashlib
import hmac
import io
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from kts_desktop.core.errors import StorageError
from kts_desktop.storage import blob_format, faults, sidecar
from kts_desktop.storage.blob_format import Altered
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.progress import Progress, no_progress

_PLAIN = hashlib.sha256(b"plain").digest()  # an unencrypted profile: the same form, with a key everyone has
_DRAFT = "new-"
_GRACE = 24 * 3600  # seconds: a content this young may wait for its row
_PRIVATE = 0o700
_READ_ONLY = 0o400


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A content that was put away."""

    sha256: bytes
    size: int


class Blobs:
    """The contents of one profile. ``former`` is the key before a change of key that is not through yet."""

    def __init__(self, folder: Path, key: DataKey | None, former: DataKey | None = None) -> None:
        self.folder = folder
        self._keys = [key.blobs if key else _PLAIN, *([former.blobs] if former else [])]
        place = hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:12]
        self._views = f"kts-desktop-{place}-"  # begins the names of folders for reading

    def put(self, source: Path, *, progress: Progress = no_progress) -> Kept:
        """Encrypt a file piece by piece; a content that is there and sound is not written again.

        Whatever ``progress`` raises ends it. Raises StorageError ``file_unreadable`` for the source, else
        ``file_no_room`` or ``file_not_kept``; nothing is left behind then.
        """
        with self._draft() as draft:
            kept = self._sealed(_Source(source, progress), draft)
            self._place(draft, kept.sha256)
        return kept

    def put_content(self, content: bytes) -> Kept:
        """Encrypt what was made in memory; raises StorageError as ``put`` does."""
        digest = hashlib.sha256(content).digest()
        with self._draft() as draft:
            with draft.open("wb") as target:
                sealing = blob_format.seal(blob_format.chunks_of(io.BytesIO(content)), target, self._keys[0])
                sealing.finish(_name(self._keys[0], digest))
                _flush(target)
            self._place(draft, digest)
        return Kept(sha256=digest, size=len(content))

    def take(self, sha256: bytes, pieces: Iterable[bytes]) -> None:
        """Encrypt a content that comes in pieces of any size and is to be this one.

        Whatever ``pieces`` raises ends it. Raises StorageError ``file_altered`` if it is another, else as
        ``put``; nothing is left behind then.
        """
        with self._draft() as draft:
            digest = hashlib.sha256()
            with draft.open("wb") as target:
                sealing = blob_format.seal(_whole_chunks(pieces, digest), target, self._keys[0])
                sealing.finish(_name(self._keys[0], sha256))
                _flush(target)
            if digest.digest() != sha256:
                raise StorageError("file_altered")
            self._place(draft, sha256)

    def read(self, sha256: bytes) -> Iterator[bytes]:
        """Yield the content in pieces; raises StorageError ``file_missing`` or ``file_altered``.

        Throw away what was taken when it raises, which may be at the very end.
        """
        digest = hashlib.sha256()
        try:
            file, key = self._opened(sha256)
            with file:
                for chunk in blob_format.unseal(file, key, _name(key, sha256)):
                    digest.update(chunk)
                    yield chunk
        except Altered as error:
            raise StorageError("file_altered") from error
        except OSError as error:
            raise StorageError("file_unreadable_here") from error
        if digest.digest() != sha256:
            raise StorageError("file_altered")

    def has(self, sha256: bytes) -> bool:
        """Tell whether a content is there, without reading it."""
        return any(self._path(key, sha256).exists() for key in self._keys)

    def verify(self, sha256: bytes) -> str:
        """Read a content through and return the code of what is wrong with it; empty if it is sound."""
        try:
            for _ in self.read(sha256):
                pass
        except StorageError as error:
            return error.code
        return ""

    def write_to(self, sha256: bytes, target: Path, progress: Progress = no_progress) -> None:
        """Write a content in the clear to a new file, whole or not at all; raises StorageError, OSError.

        An existing file is never overwritten: FileExistsError.
        """
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                for number, chunk in enumerate(self.read(sha256)):
                    file.write(chunk)
                    progress(number, 0)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            target.unlink(missing_ok=True)
            raise

    def view(self, sha256: bytes, name: str, progress: Progress = no_progress) -> Path:
        """Return a read-only copy in a folder of its own that nobody else can enter; see ``clear_views``."""
        folder = Path(tempfile.mkdtemp(prefix=self._views))
        try:
            self.write_to(sha256, folder / name, progress)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        (folder / name).chmod(_READ_ONLY)
        return folder / name

    def clear_views(self) -> None:
        """Delete the copies for reading, also those a crash left; one that is held open stays until later."""
        for folder in Path(tempfile.gettempdir()).glob(f"{self._views}*"):
            shutil.rmtree(folder, ignore_errors=True)

    def names(self, contents: Iterable[bytes]) -> frozenset[str]:
        """Return the file names under which contents may lie here."""
        return frozenset(_name(key, sha256).hex() for sha256 in contents for key in self._keys)

    def sweep(self, needed: Iterable[bytes], *, now: float | None = None) -> int:
        """Delete what no row needs and what a crash left, and return how many; young files wait for rows."""
        keep, limit = self.names(needed), (time.time() if now is None else now) - _GRACE
        candidates = [path for path in self.folder.glob("*/*") if path.name not in keep]
        candidates += self.folder.glob(f"{_DRAFT}*")
        stale = [path for path in candidates if path.is_file() and path.stat().st_mtime < limit]
        for path in stale:
            path.unlink(missing_ok=True)
        return len(stale)

    def drop(self, contents: Iterable[bytes]) -> None:
        """Delete contents at once, as when their owner was erased."""
        for sha256 in contents:
            for key in self._keys:
                self._path(key, sha256).unlink(missing_ok=True)

    def mend(self, sha256: bytes, sources: Iterable[Path]) -> bool:
        """Bring a missing or altered content back from the first folder that has it sound."""
        for folder in sources:
            for key in self._keys:
                name = _name(key, sha256).hex()
                candidate = folder / name[:2] / name
                if candidate.is_file() and self._is_sound(candidate, key, sha256):
                    self._take(candidate, self._path(key, sha256))
                    return True
        return False

    def rewrap(self, contents: Iterable[bytes], progress: Progress = no_progress) -> int:
        """Encrypt what lies under the former key with the present one, file by file; may be done again.

        Return how many are altered and stay as they are. Raises StorageError; what is not done yet stays
        readable under the former key.
        """
        former = self._keys[-1]
        wanted = [one for one in sorted(set(contents)) if self._path(former, one).exists()]
        altered = 0
        for number, sha256 in enumerate(wanted):
            progress(number, len(wanted))
            try:
                self._rewrap_one(self._path(former, sha256), former, sha256)
            except Altered:
                altered += 1
        progress(len(wanted), len(wanted))
        del self._keys[1:]
        return altered

    def _rewrap_one(self, old: Path, former: bytes, sha256: bytes) -> None:
        if not self._is_sound(self._path(self._keys[0], sha256), self._keys[0], sha256):
            with self._draft() as draft:
                with old.open("rb") as file, draft.open("wb") as target:
                    content = blob_format.unseal(file, former, _name(former, sha256))
                    sealing = blob_format.seal(content, target, self._keys[0])
                    sealing.finish(_name(self._keys[0], sha256))
                    _flush(target)
                self._place(draft, sha256)
        old.unlink()

    def _sealed(self, source: "_Source", draft: Path) -> Kept:
        with draft.open("wb") as target:
            digest = hashlib.sha256()
            sealing = blob_format.seal(source.chunks(digest), target, self._keys[0])
            sealing.finish(_name(self._keys[0], digest.digest()))
            _flush(target)
        return Kept(sha256=digest.digest(), size=source.done)

    def _place(self, draft: Path, sha256: bytes) -> None:
        """Give a finished file its name, so that it lasts through a power cut."""
        path = self._path(self._keys[0], sha256)
        if path.exists() and self._is_sound(path, self._keys[0], sha256):
            os.utime(path)  # young again: its row may be about to come
            return
        path.parent.mkdir(mode=_PRIVATE, exist_ok=True)
        draft.replace(path)
        sidecar.sync_folder(path.parent)
        sidecar.sync_folder(self.folder)

    @contextmanager
    def _draft(self) -> Iterator[Path]:
        """Yield a place for a file that is being written; it is gone afterwards, whatever happens."""
        draft = self.folder / f"{_DRAFT}{secrets.token_hex(8)}"
        try:
            self.folder.mkdir(mode=_PRIVATE, exist_ok=True)
            yield draft
        except OSError as error:
            failure = faults.translate(error)
            full = failure is not None and failure.code == "disk_full"
            raise StorageError("file_no_room" if full else "file_not_kept") from error
        finally:
            draft.unlink(missing_ok=True)

    def _opened(self, sha256: bytes) -> tuple[BinaryIO, bytes]:
        """Open a content under whichever key it lies; while it follows a change of key it moves once."""
        for key in (*self._keys, self._keys[0]):
            try:
                return self._path(key, sha256).open("rb"), key
            except FileNotFoundError:
                continue
        raise StorageError("file_missing")

    def _path(self, key: bytes, sha256: bytes) -> Path:
        name = _name(key, sha256).hex()
        return self.folder / name[:2] / name

    @staticmethod
    def _is_sound(path: Path, key: bytes, sha256: bytes) -> bool:
        digest = hashlib.sha256()
        try:
            with path.open("rb") as file:
                for chunk in blob_format.unseal(file, key, _name(key, sha256)):
                    digest.update(chunk)
        except (Altered, OSError):
            return False
        return digest.digest() == sha256

    def _take(self, source: Path, target: Path) -> None:
        with self._draft() as draft:
            shutil.copyfile(source, draft)
            with draft.open("r+b") as file:
                os.fsync(file.fileno())
            target.parent.mkdir(mode=_PRIVATE, exist_ok=True)
            draft.replace(target)
            sidecar.sync_folder(target.parent)


class _Source:
    """A file that is read once, counted and hashed on the way."""

    def __init__(self, path: Path, progress: Progress) -> None:
        self._path, self._progress = path, progress
        self.done = 0

    def chunks(self, digest: Any) -> Iterator[bytes]:
        """Yield what it holds; raises StorageError ``file_unreadable``."""
        try:
            with self._path.open("rb") as file:
                total = os.fstat(file.fileno()).st_size
                for chunk in blob_format.chunks_of(file):
                    digest.update(chunk)
                    self.done += len(chunk)
                    self._progress(self.done, max(total, self.done))
                    yield chunk
        except OSError as error:
            raise StorageError("file_unreadable", name=self._path.name) from error


def _whole_chunks(pieces: Iterable[bytes], digest: Any) -> Iterator[bytes]:
    """Yield pieces of any size as chunks of the size a content is sealed in."""
    waiting = bytearray()
    for piece in pieces:
        digest.update(piece)
        waiting += piece
        while len(waiting) >= blob_format.CHUNK:
            yield bytes(waiting[: blob_format.CHUNK])
            del waiting[: blob_format.CHUNK]
    if waiting:
        yield bytes(waiting)


def _name(key: bytes, sha256: bytes) -> bytes:
    return hmac.new(key, sha256, hashlib.sha256).digest()


def _flush(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())

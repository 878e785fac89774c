"""One program per profile: a lock of the operating system, and a note that says who holds it."""

import os
import platform
import sys
from contextlib import suppress
from datetime import datetime
from io import FileIO
from pathlib import Path
from typing import Self

from kts_desktop.core.errors import ProfileError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOCKED_BYTE = 1 << 20  # far behind the note: Windows forbids others to read what is locked


class ProfileLock:
    """Held while the profile is open; the system takes it back if the program dies, so none is ever stale."""

    def __init__(self, path: Path, file: FileIO) -> None:
        self._path = path
        self._file: FileIO | None = file

    @classmethod
    def acquire(cls, path: Path, now: datetime) -> Self:
        """Take the lock; raises ProfileError ``in_use`` with host, pid and time, OSError if unwritable."""
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        file = FileIO(handle, "r+")
        try:
            _lock(file)
        except OSError as error:
            file.close()
            raise ProfileError("in_use", **holder(path)) from error
        note = f"{platform.node()}\n{os.getpid()}\n{now.isoformat(timespec='seconds')}\n"
        with suppress(OSError):  # on a full disk the lock holds all the same, only nobody can read by whom
            file.truncate(0)
            file.write(note.encode("utf-8"))
        return cls(path, file)

    def release(self) -> None:
        """Give the lock back; a second call does nothing."""
        if self._file is None:
            return
        self._file.truncate(0)
        _unlock(self._file)
        self._file.close()
        self._file = None


def holder(path: Path) -> dict[str, object]:
    """Return host, pid and local start time of whoever wrote the note last; ``?`` where unknown."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        host, pid, since = lines[:3]
        moment = datetime.fromisoformat(since).astimezone()
    except (OSError, ValueError):
        return {"host": "?", "pid": 0, "time": "?"}
    return {"host": host, "pid": int(pid) if pid.isdigit() else 0, "time": f"{moment:%d.%m.%Y %H:%M}"}


if sys.platform == "win32":

    def _lock(file: FileIO) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)

    def _unlock(file: FileIO) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:

    def _lock(file: FileIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: FileIO) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)

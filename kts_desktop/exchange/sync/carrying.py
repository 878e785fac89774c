"""Putting a file on a stick or into a shared folder: whole, read back, or not at all."""

import contextlib
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, TypeVar

from kts_desktop.core.errors import PackageError
from kts_desktop.storage import sidecar

T = TypeVar("T")
DRAFT = ".part"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_CLOSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


def put(
    folder: Path, name: str, write: Callable[[BinaryIO], T], check: Callable[[Path], None]
) -> tuple[Path, T]:
    """Write a new file, read it back from the medium and check it; return where it is.

    Raises PackageError ``package_no_space``, ``package_read_only``, ``package_medium_gone`` or
    ``package_not_kept``; nothing half written stays under its name.
    """
    path = _free(folder, name)
    draft = path.with_name(path.name + DRAFT)
    try:
        with draft.open("wb") as file:
            value = write(file)
            file.flush()
            os.fsync(file.fileno())
            _forget_pages(file)
        _check(draft, check, folder)
        draft.replace(path)
        sidecar.sync_folder(folder)
    except OSError as error:
        raise PackageError(_code(error), folder=str(folder)) from error
    finally:
        with contextlib.suppress(OSError):  # the medium is gone, and the draft with it
            draft.unlink(missing_ok=True)
    return path, value


def _check(draft: Path, check: Callable[[Path], None], folder: Path) -> None:
    try:
        check(draft)
    except PackageError as error:
        raise PackageError("package_not_kept", folder=str(folder)) from error


def _free(folder: Path, name: str) -> Path:
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = (folder / name).with_name(f"{Path(name).stem}-{number}{Path(name).suffix}")
    return path


def _forget_pages(file: BinaryIO) -> None:
    """Let the system read from the medium what is checked next, not from its memory."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _code(error: OSError) -> str:
    if error.errno in _FULL:
        return "package_no_space"
    return "package_read_only" if error.errno in _CLOSED else "package_medium_gone"

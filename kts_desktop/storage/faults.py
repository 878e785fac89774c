"""What engine and disk report, as failures a user can read; the only place that knows the numbers."""

import errno

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from kts_desktop.core.errors import RefusedError, StorageError, UserFacingError

_PRIMARY = 0xFF  # the low byte is the kind, the rest the circumstances
_SHM_SIZE = 10 | (19 << 8)  # the shared-memory file could not grow: the disk is full
_STORAGE_CODES = {
    3: "read_only",  # PERM
    5: "busy",  # BUSY
    6: "busy",  # LOCKED
    8: "read_only",  # READONLY
    10: "io_error",  # IOERR
    11: "damaged_at_work",  # CORRUPT
    13: "disk_full",  # FULL
    14: "io_error",  # CANTOPEN
    26: "damaged_at_work",  # NOTADB
}
_OS_CODES = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EIO: "io_error",
    errno.ENODEV: "io_error",
    errno.ENXIO: "io_error",
    errno.ESTALE: "io_error",
}
_TRIGGER_CODES = {"kts:in-bin": "in_bin"}


def translate(error: BaseException) -> UserFacingError | None:
    """Return the failure to show for an error of SQLAlchemy, SQLCipher or the system; None means a bug.

    The transaction has been rolled back by then, so the sentences may promise that nothing else was lost.
    """
    if isinstance(error, UserFacingError):
        return error
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    if isinstance(cause, dbapi2.Error):
        return _of_engine(cause)
    if isinstance(cause, OSError) and cause.errno in _OS_CODES:
        return StorageError(_OS_CODES[cause.errno])
    return None


def is_damage(error: BaseException) -> bool:
    """Tell whether the engine could not make sense of the file (a wrong key looks the same to it)."""
    failure = translate(error)
    return failure is not None and failure.code == "damaged_at_work"


def _of_engine(error: BaseException) -> UserFacingError | None:
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:
        return None
    if number == _SHM_SIZE:
        return StorageError("disk_full")
    code = _STORAGE_CODES.get(number & _PRIMARY)
    if code is not None:
        return StorageError(code)
    message = str(error)
    return next((RefusedError(code) for mark, code in _TRIGGER_CODES.items() if mark in message), None)

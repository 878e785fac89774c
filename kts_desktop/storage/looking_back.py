"""Looking into a backup while the office is open: a copy beside it, opened as usual, then thrown away.

The backup itself is never touched. Who was erased since is erased in the copy before anyone reads it, and an
older copy is brought up to the present schema. The attachments stay where they are, and the pages are not
checked beforehand: each proves itself when it is read.
"""

import shutil
import threading
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from kts_desktop.core.errors import ProfileError, StorageError, UserFacingError
from kts_desktop.storage import faults, sidecar
from kts_desktop.storage.backup import checked_backup
from kts_desktop.storage.backup_notes import Backup
from kts_desktop.storage.keys import DataKey, KeySources
from kts_desktop.storage.opening import Opened, open_profile
from kts_desktop.storage.outliving import outliving
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.progress import Progress, no_progress
from kts_desktop.storage.rehearsal import InHand
from kts_desktop.storage.restore import identified
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.unlocking import Unlock

_ONE_AT_A_TIME = threading.Lock()  # they share a folder
_CHUNK = 4 << 20
_DAMAGE = frozenset({"damaged", "damaged_restorable", "missing", "damaged_at_work"})


class Past:
    """An office as it was at the time of a backup."""

    def __init__(self, backup: Backup, opened: Opened) -> None:
        self.backup = backup
        self._opened = opened

    @contextmanager
    def read(self) -> Generator[Session]:
        """Yield a session that reads the past alone; raises ProfileError ``backup_unsound`` for damage."""
        with _telling_damage(), self._opened.store.read() as session:
            yield session


@contextmanager
def looked_into(
    office: ProfileFolder,
    key: DataKey | None,
    path: Path,
    unlock: Unlock | None = None,
    *,
    now: datetime,
    progress: Progress = no_progress,
) -> Generator[Past]:
    """Open a backup of an office; ``unlock`` is only needed for one made under another key.

    ``progress`` is told bytes; whatever it raises ends it and leaves nothing. Raises ProfileError, or
    StorageError ``looking_back_full`` or ``looking_back_failed``.
    """
    in_hand = unlock or Unlock(keys=KeySources(keyring=InHand(key)), remember=False)
    backup, found = identified(office, path, in_hand, key)
    with _ONE_AT_A_TIME, _cleared(office.looking_back):
        _copy(office, key, backup, found, progress, now)
        with _telling_damage():
            opened = open_profile(
                office.looking_back, Unlock(keys=KeySources(keyring=InHand(found)), remember=False), now=now
            )
        try:
            yield Past(backup, opened)
        finally:
            opened.close()


def _copy(  # noqa: PLR0917 - a private step with one caller
    office: ProfileFolder,
    key: DataKey | None,
    backup: Backup,
    found: DataKey | None,
    progress: Progress,
    now: datetime,
) -> None:
    place = ProfileFolder(office.looking_back)
    if found is None:  # without a key no page proves itself
        checked_backup(backup.path, found, backup.counts)
    try:
        place.make()
        _copy_file(backup.path, place.database, progress)
        with _telling_damage():
            outliving(office, key).impose(place.database, found, now)
        sidecar.write(place.sidecar, backup.known)
    except (OSError, DBAPIError, dbapi2.Error) as error:
        failure = faults.translate(error)
        full = failure is not None and failure.code == "disk_full"
        raise StorageError("looking_back_full" if full else "looking_back_failed") from error


def _copy_file(source: Path, target: Path, progress: Progress) -> None:
    total, done = source.stat().st_size, 0
    progress(0, total)
    with source.open("rb") as taken, target.open("wb") as given:
        while chunk := taken.read(_CHUNK):
            given.write(chunk)
            done += len(chunk)
            progress(done, total)


@contextmanager
def _telling_damage() -> Generator[None]:
    """Say of damage that it is the backup's; the present file is another."""
    try:
        yield
    except Exception as error:
        failure = error if isinstance(error, UserFacingError) else faults.translate(error)
        if failure is not None and failure.code in _DAMAGE:
            raise ProfileError("backup_unsound") from error
        raise


@contextmanager
def _cleared(place: Path) -> Generator[None]:
    """Throw away what a killed look left, and what this one leaves."""
    shutil.rmtree(place, ignore_errors=True)
    try:
        yield
    finally:
        shutil.rmtree(place, ignore_errors=True)

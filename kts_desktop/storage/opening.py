"""From a folder to an open store: lock, sidecar, key, file, backup and upgrade, in this order.

Runs in a worker, because it imports the engine and may take a while.
"""

import logging
import shutil
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from kts_desktop import __version__
from kts_desktop.core.errors import ProfileError, StorageError, UserFacingError
from kts_desktop.models.journal import change_set
from kts_desktop.storage import faults, file_facts, revision, sidecar
from kts_desktop.storage.backup_notes import latest_checked
from kts_desktop.storage.blobs import Blobs
from kts_desktop.storage.erasures import ProfileLedger
from kts_desktop.storage.file_facts import FileFacts
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.lock import ProfileLock
from kts_desktop.storage.odd_places import odd_place
from kts_desktop.storage.profile import ProfileFolder, is_writable
from kts_desktop.storage.progress import Progress, no_progress
from kts_desktop.storage.revision import Age
from kts_desktop.storage.sidecar import ProfileKind, Sidecar
from kts_desktop.storage.store import Store
from kts_desktop.storage.unlocking import Unlock, Unlocked, find_key

LEAST_FREE_MB = 200
_LOG = logging.getLogger(__name__)
_CLOCK_LEEWAY = timedelta(minutes=10)
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open profile; ``notes`` are things to tell that did not prevent opening, each with its sentence."""

    folder: ProfileFolder
    store: Store
    known: Sidecar
    key: DataKey | None
    lock: ProfileLock | None
    notes: tuple[UserFacingError, ...] = ()

    @property
    def is_read_only(self) -> bool:
        """Tell whether nothing can be changed."""
        return self.store.read_only

    def close(self) -> None:
        """Close the store and give the profile free."""
        try:
            self.store.close()
        except (DBAPIError, dbapi2.Error) as error:
            # what was committed is safe; a damaged file or a full disk may refuse to be tidied up
            if faults.translate(error) is None:
                raise
            _LOG.warning("the profile could not be tidied up while closing: %s", faults.translate(error))
        finally:
            if self.lock is not None:
                self.lock.release()


def open_profile(
    folder: Path, unlock: Unlock | None = None, *, now: datetime, progress: Progress = no_progress
) -> Opened:
    """Open a profile, upgrading an older file after a backup; raises ProfileError or StorageError.

    A damaged or missing file is never replaced: the error names the newest checked backup in ``backup``.
    """
    place = ProfileFolder(folder)
    refuse_odd_place(folder)
    with ExitStack() as undo:
        if not folder.is_dir() or not (place.is_profile() or place.unfinished.exists()):
            raise ProfileError("no_profile", folder=str(folder))
        lock = _locked(place, now)
        if lock is not None:
            undo.callback(lock.release)
        if place.unfinished.exists():
            raise ProfileError("unfinished")
        known = sidecar.read(place.sidecar)
        known, found = _unlocked(place, known, unlock or Unlock(), is_writable=lock is not None)
        notes = [*found.notes, *_mended(place, known, lock), *_space(folder)]
        store = _store(place, found.key, notes, progress, now=now, is_writable=lock is not None)
        undo.callback(store.close)
        store.ledger = ProfileLedger(place, found.key)
        store.suspect = file_facts.suspicion(place.database)
        store.blobs = blobs_of_profile(place, known, found.key)
        if lock is not None:
            store.blobs.clear_views()
        if known.kind is not ProfileKind.DEMO:  # its records are of a morning that may still come
            notes.extend(_clock(store, now))
        undo.pop_all()
    return Opened(folder=place, store=store, known=known, key=found.key, lock=lock, notes=tuple(notes))


def blobs_of_profile(place: ProfileFolder, known: Sidecar, key: DataKey | None) -> Blobs:
    """Return the contents of a profile's attachments, also while they follow a change of key."""
    return Blobs(place.blobs, key, key.cross(known.former) if key and known.former else None)


def _unlocked(
    place: ProfileFolder, known: Sidecar, unlock: Unlock, *, is_writable: bool
) -> tuple[Sidecar, Unlocked]:
    if known.pending is None:
        return known, find_key(known, unlock)
    from kts_desktop.storage import pending_key

    try:
        settled = pending_key.resolve(place, known, unlock, is_writable=is_writable)
    except (OSError, dbapi2.Error) as error:
        raise faults.translate(error) or StorageError("io_error") from error
    return settled.known, settled.found


def refuse_odd_place(folder: Path) -> None:
    """Raise ProfileError ``on_network`` or ``in_cloud`` for a folder in which the file would break."""
    match odd_place(folder):
        case "network":
            raise ProfileError("on_network", folder=str(folder))
        case "cloud":
            raise ProfileError("in_cloud", folder=str(folder))


def _locked(place: ProfileFolder, now: datetime) -> ProfileLock | None:
    """Take the lock; None in a folder that cannot be written, where nothing can be torn either."""
    if not is_writable(place.root):
        return None
    try:
        return ProfileLock.acquire(place.lock, now)
    except OSError as error:
        raise StorageError("open_disk_full" if _is_full(place.root) else "io_error") from error


def _mended(place: ProfileFolder, known: Sidecar, lock: ProfileLock | None) -> list[UserFacingError]:
    if lock is not None and sidecar.mend(place.sidecar, known):
        return [ProfileError("sidecar_mended")]
    return []


def _space(folder: Path) -> list[UserFacingError]:
    free = shutil.disk_usage(folder).free // _MEGABYTE
    return [StorageError("low_space", free=free)] if free < LEAST_FREE_MB else []


def _store(
    place: ProfileFolder,
    key: DataKey | None,
    notes: list[UserFacingError],
    progress: Progress,
    *,
    now: datetime,
    is_writable: bool,
) -> Store:
    raw_key = key.database if key else None
    facts, connection = _probed(place, key, read_only=not is_writable)
    age = revision.age(facts, __version__, revision.HEAD)
    if is_writable and age is Age.EQUAL and facts.last_written_by == __version__:
        return Store(place.database, raw_key, ready=connection)  # to open a file anew is half of opening it
    connection.close()
    from kts_desktop.storage import upgrading

    if age is Age.NEWER:
        notes.append(ProfileError("newer", version=facts.last_written_by))
        return Store(place.database, raw_key, read_only=True)
    if not is_writable:
        if age is Age.OLDER:
            raise ProfileError("read_only_old", folder=str(place.root))
        notes.append(StorageError("read_only_folder"))
        return Store(place.database, raw_key, read_only=True)
    if age is Age.NEWER_WRITABLE:
        notes.append(ProfileError("newer_writable", version=facts.last_written_by))
    elif age is Age.OLDER:
        saved = upgrading.bring_up_to_date(place, key, facts, now=now, progress=progress)
        notes.append(ProfileError("upgraded", file=saved.path.name))
    elif facts.last_written_by != __version__:
        upgrading.renew(place, key)
    return Store(place.database, raw_key)


def _probed(place: ProfileFolder, key: DataKey | None, *, read_only: bool) -> tuple[FileFacts, Any]:
    """Read the file's marks; for a damaged or missing file name the backup that cures it."""
    raw_key = key.database if key else None
    try:
        if file_facts.suspicion(place.database).exists() and not file_facts.is_missing(place.database):
            file_facts.refuse_damage(place.database, raw_key)
            if not read_only:
                file_facts.suspicion(place.database).unlink()  # sound again: restored
        return file_facts.probe(place.database, raw_key, read_only=read_only)
    except StorageError as error:
        if error.code == "disk_full" or (error.code == "io_error" and _is_full(place.root)):
            raise StorageError("open_disk_full") from error
        raise
    except ProfileError as error:
        cure = latest_checked(place, key)
        if error.code not in {"damaged", "missing"} or cure is None or cure.checked_at is None:
            raise
        raise ProfileError(
            f"{error.code}_restorable",
            **error.details,
            backup=str(cure.path),
            checked=cure.checked_at.astimezone(),
        ) from error


def _is_full(folder: Path) -> bool:
    """Tell whether the disk is full; the engine calls a shared-memory file that cannot grow an I/O error."""
    return shutil.disk_usage(folder).free < _MEGABYTE


def _clock(store: Store, now: datetime) -> list[UserFacingError]:
    """Tell when the newest change lies in the future: the clock was set back, or was wrong before."""
    with store.read() as session:
        newest = session.scalar(select(func.max(change_set.c.at)).where(change_set.c.rep.is_(None)))
    if newest is None or datetime.fromtimestamp(newest / 1000, UTC) <= now + _CLOCK_LEEWAY:
        return []
    return [ProfileError("clock_back")]

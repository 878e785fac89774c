"""Putting a backup in the place of the present file, which is kept; also on a new computer."""

import os
import shutil
from collections.abc import Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from kts_desktop.core.errors import ProfileError, StorageError
from kts_desktop.storage import attached, faults, file_facts, revision, sidecar
from kts_desktop.storage.backup import checked_backup, keep_blobs_of, link
from kts_desktop.storage.backup_notes import SUFFIX, Backup, read_note
from kts_desktop.storage.claiming import claim, clear
from kts_desktop.storage.connect import connect
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.lock import ProfileLock
from kts_desktop.storage.opening import blobs_of_profile, refuse_odd_place
from kts_desktop.storage.outliving import Outliving, outliving
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.sidecar import Sidecar
from kts_desktop.storage.unlocking import Unlock, find_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a restore would bring and what it would take away."""

    backup: Backup
    counts: Mapping[str, int]  # rows per table in the backup
    newer_sets: int | None  # change sets made since; None if the present file cannot be read
    newest_change: datetime | None


def preview(folder: Path, path: Path, unlock: Unlock, *, key: DataKey | None = None) -> Preview:
    """Compare a backup with the present file; nothing is changed, and the profile may be open.

    ``key`` is that of the open profile, if there is one. Raises ProfileError.
    """
    place = ProfileFolder(folder)
    backup, found = identified(place, path, unlock, key)
    try:
        newest, count = _newest_set(path, found)
    except dbapi2.Error as error:
        raise ProfileError("backup_unsound") from error
    present = None
    if not file_facts.is_missing(place.database):
        try:
            present = _newest_set(place.database, found)
        except dbapi2.Error:
            present = None
    return Preview(
        backup=backup,
        counts=backup.counts,
        newer_sets=None if present is None else max(0, present[1] - count),
        newest_change=present[0] if present else newest,
    )


def restore(
    folder: Path, path: Path, unlock: Unlock, *, now: datetime, key: DataKey | None = None
) -> Path | None:
    """Put a backup in place and return where the file of before is kept (None: there was none).

    The profile must be closed; a new or empty folder becomes a profile, as on a new computer. Raises
    ProfileError or StorageError; the present file stays whatever happens.
    """
    refuse_odd_place(folder)
    place = ProfileFolder(folder)
    is_new = not place.is_profile() or place.unfinished.exists()
    since = _outliving_under_another_key(place, path, unlock)  # before the keyring learns the backup's key
    backup, found = identified(place, path, unlock, key)
    checked_backup(path, found, backup.counts)
    try:
        with ExitStack() as stack:
            lock = claim(place, now) if is_new else ProfileLock.acquire(place.lock, now)
            stack.callback(lock.release)
            if is_new:
                clear(place)
            since |= outliving(place, found)
            return _exchange(place, backup, found, since, now)
    except (OSError, DBAPIError, dbapi2.Error) as error:
        failure = faults.translate(error)
        full = failure is not None and failure.code == "disk_full"
        raise StorageError("restore_disk_full" if full else "restore_failed") from error


def identified(
    place: ProfileFolder, path: Path, unlock: Unlock, key: DataKey | None
) -> tuple[Backup, DataKey | None]:
    """Read a backup's note and find its key; refuse what belongs elsewhere or is too new.

    ``key`` is that of the open profile, if there is one. Raises ProfileError.
    """
    if not path.is_file():
        raise ProfileError("backup_missing", file=path.name)
    backup = read_note(path)
    known = _present(place)
    if known is not None and known.uid != backup.known.uid:
        raise ProfileError("backup_foreign", file=path.name)
    if backup.schema_rev > revision.HEAD:
        raise ProfileError("backup_newer", file=path.name, version=backup.app)
    if key is not None and key.check == backup.known.check:
        return backup, key
    return backup, find_key(backup.known, unlock).key


def _present(place: ProfileFolder) -> Sidecar | None:
    try:
        return sidecar.read(place.sidecar)
    except ProfileError:
        return None


def _outliving_under_another_key(place: ProfileFolder, path: Path, unlock: Unlock) -> Outliving:
    """Return what was decided since the key was changed, if the present key can be found."""
    known = _present(place)
    if known is None or not path.is_file() or known.check == read_note(path).known.check:
        return Outliving()
    for given in (unlock, replace(unlock, passphrase=None, recovery_code=None)):
        try:
            return outliving(place, find_key(known, replace(given, remember=False)).key)
        except ProfileError:
            continue
    return Outliving()


def _exchange(
    place: ProfileFolder, backup: Backup, key: DataKey | None, since: Outliving, now: datetime
) -> Path | None:
    draft = place.root / "kts.db.restored"
    shutil.copyfile(backup.path, draft)
    since.impose(draft, key, now)
    contents = _mark(draft, key, backup)
    known = _present(place)
    kept = _set_aside(place, key, now)
    draft.replace(place.database)
    if known is None or known.check != backup.known.check:
        known = backup.known
    elif backup.known.former and not known.former:  # attachments of then may lie under the key before
        known = replace(known, former=backup.known.former)
    sidecar.write(place.sidecar, known)
    _bring_blobs(place, backup, blobs_of_profile(place, known, key).names(contents))
    place.unfinished.unlink(missing_ok=True)
    sidecar.sync_folder(place.root)
    return kept


def _mark(draft: Path, key: DataKey | None, backup: Backup) -> list[bytes]:
    """Note in the file that it was restored: the exchange must give this laptop a new number.

    Return the contents of attachments that it needs.
    """
    with closing(connect(draft, key.database if key else None)) as connection:
        file_facts.put_meta(connection, restored_from=backup.made_at.isoformat())
        contents = attached.needed(connection)
        connection.execute("PRAGMA journal_mode=DELETE")
    with draft.open("r+b") as file:
        os.fsync(file.fileno())
    return contents


def _set_aside(place: ProfileFolder, key: DataKey | None, now: datetime) -> Path | None:
    """Keep the present file with all that its log holds; a foreign log must never meet the restored file."""
    if not place.database.exists():
        for journal in place.journals():
            journal.unlink(missing_ok=True)
        return None
    _empty_log(place.database, key)
    place.backups.mkdir(mode=0o700, exist_ok=True)
    kept = place.backups / f"replaced-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}{SUFFIX}"
    try:
        kept.unlink(missing_ok=True)
        os.link(place.database, kept)
    except OSError:
        shutil.copyfile(place.database, kept)
    keep_blobs_of(place, kept)
    for journal, suffix in zip(place.journals(), ("-wal", "-shm"), strict=True):
        if journal.exists():
            journal.replace(kept.with_name(kept.name + suffix))
    return kept


def _empty_log(database: Path, key: DataKey | None) -> None:
    """Bring the log into the file if both can be read; a damaged file is kept as it is."""
    try:
        with closing(connect(database, key.database if key else None)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except dbapi2.Error:
        return


def _bring_blobs(place: ProfileFolder, backup: Backup, needed: frozenset[str]) -> None:
    """Put attachments back that the backup names, its rows need and the profile lacks."""
    store = backup.path.parent / "blobs"
    for name in needed.intersection(backup.blobs):
        target = place.blobs / name[:2] / name
        source = store / name[:2] / name
        if not target.exists() and source.exists():
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            link(source, target)


def _newest_set(path: Path, key: DataKey | None) -> tuple[datetime | None, int]:
    """Return when the newest change was made, and the number of the newest change set."""
    with closing(connect(path, key.database if key else None, read_only=True)) as connection:
        newest, number = connection.execute("SELECT max(at), coalesce(max(id), 0) FROM change_set").fetchone()
    return (datetime.fromtimestamp(newest / 1000, UTC) if newest is not None else None), int(number)

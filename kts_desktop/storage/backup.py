"""Backups: copied while work goes on, then opened and checked before they count."""

import filecmp
import hashlib
import os
import shutil
import threading
from collections.abc import Generator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from kts_desktop import __version__
from kts_desktop.core.errors import ProfileError, StorageError
from kts_desktop.storage import faults, rotation, sidecar
from kts_desktop.storage.backup_notes import (
    SUFFIX,
    Backup,
    backup_name,
    latest_checked,
    listed,
    note_of,
    write_note,
)
from kts_desktop.storage.connect import connect
from kts_desktop.storage.file_facts import is_missing
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.progress import Progress, no_progress
from kts_desktop.storage.rotation import BackupKind

_STEP_PAGES = 500  # a step is short enough for writers not to notice
_PAUSE_SECONDS = 0.002
_OVERDUE_DAYS = 8
_BLOBS = "blobs"  # beside the backups: each attachment once for all of them
_ONE_AT_A_TIME = threading.Lock()  # each sweeps away what a killed one left


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """How long there has been no checked backup; ``days`` is None if there never was one."""

    days: int | None


def make_backup(
    folder: ProfileFolder,
    key: DataKey | None,
    kind: BackupKind,
    *,
    now: datetime,
    progress: Progress = no_progress,
    compact: bool = False,
) -> Backup:
    """Copy the database, open the copy and check it; it counts only then, and older ones make room.

    ``compact`` rewrites the copy without free space, as before an upgrade. Raises StorageError
    ``backup_disk_full``, ``backup_failed`` or ``backup_unsound``; nothing older is lost then.
    """
    known = sidecar.read(folder.sidecar)
    if is_missing(folder.database):
        raise StorageError("backup_failed")
    folder.backups.mkdir(mode=0o700, exist_ok=True)
    with ExitStack() as steps:
        steps.enter_context(_ONE_AT_A_TIME)
        sweep(folder)
        target = _free_name(folder, kind, now)
        draft = target.with_name(f"{target.name}.new")
        steps.enter_context(_cleaned_up(draft))
        counts, revision = _copy(folder, draft, key, progress, compact=compact)
        if examine(draft, key) != counts:
            raise StorageError("backup_unsound")
        _flush(draft)
        backup = Backup(
            path=target,
            kind=kind,
            made_at=now,
            checked_at=now,
            schema_rev=revision,
            app=__version__,
            sha256=fingerprint(draft),
            counts=counts,
            blobs=_keep_blobs(folder),
            known=known,
        )
        write_note(backup, key)
        draft.replace(target)
    rotate(folder, key, now)
    return backup


def due_backup(
    folder: ProfileFolder, key: DataKey | None, *, now: datetime, progress: Progress = no_progress
) -> Backup | None:
    """Make the backup of the day, and of the week from the same copy, if they are missing; None if not."""
    missing = rotation.due([backup.dated for backup in listed(folder, key)], now)
    if not missing:
        return None
    backup = make_backup(folder, key, missing[0], now=now, progress=progress)
    for kind in missing[1:]:
        twin = replace(backup, path=folder.backups / backup_name(kind, now), kind=kind)
        write_note(twin, key)
        link(backup.path, twin.path)
    rotate(folder, key, now)
    return backup


def copy_to(backup: Backup, place: Path, progress: Progress = no_progress) -> Path:
    """Copy a backup, its attachments and its note to another disk, whole or not at all, and compare.

    Raises StorageError ``second_place`` if the copy differs; OSError as the disk reports it.
    """
    target = place / backup.path.name
    draft = target.with_name(f"{target.name}.new")
    try:
        progress(0, 3)
        shutil.copyfile(backup.path, draft)
        _flush(draft)
        progress(1, 3)
        if fingerprint(draft) != backup.sha256:
            raise StorageError("second_place", place=str(place))
        progress(2, 3)
        _copy_blobs(backup, place / _BLOBS)
        sidecar.write_whole(note_of(target), note_of(backup.path).read_bytes())
        draft.replace(target)
    finally:
        with suppress(OSError):  # the disk is gone, and the draft with it
            draft.unlink(missing_ok=True)
    sidecar.sync_folder(place)
    progress(3, 3)
    return target


def rotate(folder: ProfileFolder, key: DataKey | None, now: datetime) -> None:
    """Delete backups that are too many or too old, and attachments that no backup names any more."""
    backups = listed(folder, key)
    gone = rotation.superfluous([backup.dated for backup in backups], now)
    for backup in backups:
        if backup.path.name in gone:
            note_of(backup.path).unlink(missing_ok=True)
            backup.path.unlink(missing_ok=True)
    for path in folder.backups.glob("replaced-*"):
        if now.timestamp() - path.stat().st_mtime > rotation.OLDEST.total_seconds():
            path.unlink()
    needed = {name for backup in backups if backup.path.name not in gone for name in backup.blobs}
    for aside in folder.backups.glob("replaced-*.blobs"):
        needed.update(aside.read_text(encoding="ascii").split())
    for blob in _blobs_in(_blob_store(folder)):
        if blob.name not in needed:
            blob.unlink()


def overdue(folder: ProfileFolder, key: DataKey | None, now: datetime) -> Overdue | None:
    """Return how long no backup has been checked, if that is eight days or more."""
    latest = latest_checked(folder, key)
    if latest is None or latest.checked_at is None:
        return Overdue(days=None)
    days = (now - latest.checked_at).days
    return Overdue(days=days) if days >= _OVERDUE_DAYS else None


def examine(path: Path, key: DataKey | None) -> Mapping[str, int]:
    """Open a copy, check every page, count its tables' rows; raises StorageError ``backup_unsound``."""
    try:
        with closing(connect(path, key.database if key else None, read_only=True)) as connection:
            if key is not None and connection.execute("PRAGMA cipher_integrity_check").fetchall():
                raise StorageError("backup_unsound")
            if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                raise StorageError("backup_unsound")
            return table_counts(connection)
    except dbapi2.Error as error:
        raise StorageError("backup_unsound") from error


def table_counts(connection: Any) -> Mapping[str, int]:
    """Return how many rows each table holds, indexes of search left out."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE '%_fts' AND name NOT LIKE '%_fts_%' ORDER BY name"
    )
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
        for (name,) in rows.fetchall()
    }


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _copy(
    folder: ProfileFolder, draft: Path, key: DataKey | None, progress: Progress, *, compact: bool
) -> tuple[Mapping[str, int], str]:
    raw_key = key.database if key else None
    with closing(connect(folder.database, raw_key)) as source:
        source.execute("BEGIN")  # one state for all pages, however long the copy takes
        counts = table_counts(source)
        revision = source.execute("SELECT value FROM meta WHERE key='schema_rev'").fetchone()[0]
        if compact:
            source.execute("ROLLBACK")
            source.execute("VACUUM INTO ?", (str(draft),))
        else:
            _copy_pages(source, draft, raw_key, progress)
            source.execute("ROLLBACK")
    with closing(connect(draft, raw_key)) as target:
        target.execute("PRAGMA journal_mode=DELETE")  # one file, readable from a disk that cannot be written
    return counts, str(revision)


def _copy_pages(source: Any, draft: Path, raw_key: bytes | None, progress: Progress) -> None:
    def report(_status: int, left: int, total: int) -> None:
        progress(total - left, total)

    with closing(connect(draft, raw_key)) as target:
        target.execute("PRAGMA journal_mode=OFF")
        target.execute("PRAGMA synchronous=OFF")
        source.backup(target, pages=_STEP_PAGES, progress=report, sleep=_PAUSE_SECONDS)


@contextmanager
def _cleaned_up(draft: Path) -> Generator[None]:
    try:
        yield
    except (dbapi2.Error, OSError) as error:
        failure = faults.translate(error)
        full = failure is not None and failure.code == "disk_full"
        raise StorageError("backup_disk_full" if full else "backup_failed") from error
    finally:
        for leftover in draft.parent.glob(f"{draft.name}*"):
            leftover.unlink()


def sweep(folder: ProfileFolder) -> None:
    """Remove what a backup or copy left behind that was killed."""
    for leftover in folder.backups.glob(f"*{SUFFIX}.new*"):
        leftover.unlink()
    for note in folder.backups.glob(f"*{SUFFIX}.json"):
        if not note.with_suffix("").exists():
            note.unlink()


def _free_name(folder: ProfileFolder, kind: BackupKind, now: datetime) -> Path:
    path = folder.backups / backup_name(kind, now)
    number = 1
    while path.exists():
        number += 1
        path = path.with_name(backup_name(kind, now).replace(SUFFIX, f"-{number}{SUFFIX}"))
    return path


def _keep_blobs(folder: ProfileFolder) -> tuple[str, ...]:
    """Keep each attachment once for all backups; return the names of those that belong to this one."""
    names = []
    store = _blob_store(folder)
    for blob in _blobs_in(folder.blobs):
        kept = store / blob.parent.name / blob.name
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            link(blob, kept)
        names.append(blob.name)
    return tuple(sorted(names))


def _copy_blobs(backup: Backup, place: Path) -> None:
    """Copy the attachments that belong to a backup and are not there yet."""
    for name in backup.blobs:
        source, target = (one / name[:2] / name for one in (backup.path.parent / _BLOBS, place))
        if source.exists() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = target.with_name(f"{name}.new")
            shutil.copyfile(source, draft)
            _flush(draft)
            if not filecmp.cmp(source, draft, shallow=False):
                draft.unlink()
                raise StorageError("second_place", place=str(place))
            draft.replace(target)


def _blob_store(folder: ProfileFolder) -> Path:
    return folder.backups / _BLOBS


def _blobs_in(folder: Path) -> list[Path]:
    return [path for path in folder.glob("*/*") if path.is_file()]


def link(source: Path, target: Path) -> None:
    """Name a file twice where the disk can, else copy it; the copy is whole or not there."""
    draft = target.with_name(f"{target.name}.new")
    draft.unlink(missing_ok=True)
    try:
        os.link(source, draft)
    except OSError:
        shutil.copyfile(source, draft)
    draft.replace(target)
    draft.unlink(missing_ok=True)  # of two names of one file, replacing takes neither away


def keep_blobs_of(folder: ProfileFolder, aside: Path) -> None:
    """Keep the attachments that belong to a file set aside for as long as it is kept."""
    names = _keep_blobs(folder)
    if names:
        aside.with_name(f"{aside.name}.blobs").write_text("\n".join(names), encoding="ascii")


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
    sidecar.sync_folder(path.parent)


def checked_backup(path: Path, key: DataKey | None, expected: Mapping[str, int]) -> None:
    """Check a backup again, as before it is put in place; raises ProfileError ``backup_unsound``."""
    try:
        counts = examine(path, key)
    except StorageError as error:
        raise ProfileError("backup_unsound") from error
    if counts != expected:
        raise ProfileError("backup_unsound")

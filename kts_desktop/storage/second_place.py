"""The second place of backups, a stick or a share: each is copied there as it is, under the same key."""

import threading
from datetime import datetime
from pathlib import Path

from kts_desktop.core.errors import StorageError
from kts_desktop.storage import faults, sidecar
from kts_desktop.storage.backup import copy_to, rotate, sweep
from kts_desktop.storage.backup_notes import latest_checked, listed, read_note
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.profile import PRIVATE, ProfileFolder
from kts_desktop.storage.progress import Progress, no_progress

_ONE_AT_A_TIME = threading.Lock()  # each sweeps away what a killed one left
_SHOWN = 8  # digits of the profile's id: enough to tell two offices on one stick apart


def folder_at(folder: ProfileFolder, place: Path) -> ProfileFolder:
    """Return the folder of an office at a place; several offices share a stick without meeting."""
    return ProfileFolder(place / f"kts-{sidecar.read(folder.sidecar).uid[:_SHOWN]}")


def refuse(folder: ProfileFolder, place: Path) -> None:
    """Raise StorageError ``second_place_away`` or ``second_place_inside`` for a place that cannot serve."""
    if not place.is_dir():
        raise StorageError("second_place_away", place=str(place))
    if place.resolve().is_relative_to(folder.root.resolve()):
        raise StorageError("second_place_inside", place=str(place))


def copy(
    folder: ProfileFolder,
    key: DataKey | None,
    place: Path,
    made: Path | None = None,
    *,
    now: datetime,
    progress: Progress = no_progress,
) -> Path | None:
    """Copy the backup just made, else the newest checked one, with its documents; None without any.

    What is there already is not copied again; older copies make room as in the profile. The place itself is
    never made: a stick that is away leaves no folder behind in its stead. Raises StorageError
    ``second_place_away``, ``second_place_inside``, ``second_place_full`` or ``second_place``.
    """
    refuse(folder, place)
    backup = read_note(made, key) if made is not None else latest_checked(folder, key)
    if backup is None:
        return None
    other = folder_at(folder, place)
    with _ONE_AT_A_TIME:
        try:
            other.root.mkdir(mode=PRIVATE, exist_ok=True)
            other.backups.mkdir(mode=PRIVATE, exist_ok=True)
            sweep(other)
            target = other.backups / backup.path.name
            if (target, backup.sha256) not in [(one.path, one.sha256) for one in listed(other, key)]:
                copy_to(backup, other.backups, progress)
            rotate(other, key, now)
        except OSError as error:
            failure = faults.translate(error)
            full = failure is not None and failure.code == "disk_full"
            raise StorageError("second_place_full" if full else "second_place", place=str(place)) from error
    return target

"""Rehearsing a restore: the newest backup becomes a profile of its own for a moment, beside the real one.

A backup counts as good when it was opened and checked; only a rehearsal shows that an office comes out of it.
"""

import hashlib
import hmac
import json
import shutil
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kts_desktop.core.errors import StorageError
from kts_desktop.storage import sidecar
from kts_desktop.storage.backup_notes import Backup, latest_checked
from kts_desktop.storage.keys import DataKey, KeyringProblem, KeyringState, KeySources
from kts_desktop.storage.opening import Opened, open_profile
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.progress import Progress, no_progress
from kts_desktop.storage.restore import restore
from kts_desktop.storage.unlocking import Unlock

_ONE_AT_A_TIME = threading.Lock()  # they share a folder
EVERY = timedelta(days=7)
_NO_ROOM = frozenset({"restore_disk_full", "open_disk_full", "disk_full", "create_disk_full"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """How the last rehearsal went; an empty ``trouble`` means that an office came out of the backup."""

    at: datetime
    file: str
    trouble: str = ""

    @property
    def failure(self) -> StorageError | None:
        """Return what to tell, or None if all went well."""
        if not self.trouble:
            return None
        return StorageError(
            "rehearsal_no_room" if self.trouble in _NO_ROOM else "rehearsal_failed", file=self.file
        )


def due(folder: ProfileFolder, key: DataKey | None, now: datetime) -> Backup | None:
    """Return the backup to rehearse with: once a week, and sooner with a newer one after a failure."""
    newest, last = latest_checked(folder, key), latest(folder, key)
    if newest is None or last is None:
        return newest
    is_cured = bool(last.trouble) and last.file != newest.path.name
    return newest if is_cured or now - last.at >= EVERY else None


@contextmanager
def restored(
    folder: ProfileFolder,
    key: DataKey | None,
    backup: Backup,
    *,
    now: datetime,
    progress: Progress = no_progress,
) -> Generator[Opened]:
    """Yield the profile that comes out of a backup, opened as at every start; it is thrown away afterwards.

    Raises ProfileError or StorageError as a restore and an opening do.
    """
    unlock = Unlock(keys=KeySources(keyring=InHand(key)), remember=False)
    with _ONE_AT_A_TIME, _cleared(folder.rehearsal):
        progress(0, 3)
        restore(folder.rehearsal, backup.path, unlock, now=now, key=key)
        progress(1, 3)
        opened = open_profile(folder.rehearsal, unlock, now=now)
        try:
            progress(2, 3)
            yield opened
        finally:
            opened.close()
        progress(3, 3)


def keep(folder: ProfileFolder, key: DataKey | None, rehearsal: Rehearsal) -> None:
    """Keep how a rehearsal went, signed, beside the backups."""
    raw = {"at": rehearsal.at.isoformat(), "file": rehearsal.file, "trouble": rehearsal.trouble}
    sidecar.write_whole(_note(folder), _text({**raw, "mac": _mac(raw, key)}))


def latest(folder: ProfileFolder, key: DataKey | None) -> Rehearsal | None:
    """Return how the last rehearsal went; None if there was none, or its note cannot be trusted."""
    try:
        raw = json.loads(_note(folder).read_bytes())
        mac = raw.pop("mac")
        found = Rehearsal(
            at=datetime.fromisoformat(raw["at"]), file=str(raw["file"]), trouble=str(raw["trouble"])
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return found if hmac.compare_digest(str(mac).encode(), _mac(raw, key).encode()) else None


class InHand:
    """A keyring that holds the key of the open profile, so that nobody is asked."""

    def __init__(self, key: DataKey | None) -> None:
        self._key = key

    def get(self, _user: str, /) -> str | None:
        """Return it, whoever asks."""
        return self._key.reveal().hex() if self._key else None

    def put(self, _user: str, _secret: str, /) -> None:
        """Keep no other."""
        raise KeyringProblem(KeyringState.ABSENT)

    def remove(self, _user: str, /) -> None:
        """Keep it: it is not a keyring's to forget."""


def _note(folder: ProfileFolder) -> Path:
    return folder.backups / "rehearsal.json"


@contextmanager
def _cleared(place: Path) -> Generator[None]:
    """Throw away what a killed rehearsal left, and what this one leaves."""
    shutil.rmtree(place, ignore_errors=True)
    try:
        yield
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _text(raw: dict[str, Any]) -> bytes:
    return json.dumps(raw, sort_keys=True, indent=1).encode("ascii")


def _mac(raw: dict[str, Any], key: DataKey | None) -> str:
    return hmac.new(key.side if key else b"plain", _text(raw), hashlib.sha256).hexdigest()

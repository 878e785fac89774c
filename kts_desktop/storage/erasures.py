"""The list of erased records outside the database: a backup of before is filtered by it before first use."""

import hashlib
import hmac
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from kts_desktop.core.clock import utc_now
from kts_desktop.storage import disposed, erasing, rotation
from kts_desktop.storage.backup_notes import listed
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.maintenance import whole_file
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.rotation import BackupKind


class ProfileLedger:
    """The lists of one profile, and what its backups mean for what is erased."""

    def __init__(self, folder: ProfileFolder, key: DataKey | None) -> None:
        self._folder, self._key = folder, key

    def note(self, uids: Iterable[bytes]) -> None:
        """Add erased records to the list."""
        note_erased(self._folder, self._key, uids)

    def log(self, entries: Mapping[str, str]) -> None:
        """Add entries of the log of disposals that are not there yet, key to value."""
        disposed.note(self._folder, self._key, entries)

    def backups_until(self, now: datetime) -> datetime:
        """Return when the last of the present backups is deleted; now, if there is none."""
        ends = [now]
        for backup in listed(self._folder, self._key):
            kept = rotation.OLDEST_UPGRADE if backup.kind is BackupKind.UPGRADE else rotation.OLDEST
            ends.append(backup.made_at + kept)
        aside = [path.stat().st_mtime for path in self._folder.backups.glob("replaced-*")]
        ends.extend(datetime.fromtimestamp(seconds, UTC) + rotation.OLDEST for seconds in aside)
        return max(ends)


def note_erased(folder: ProfileFolder, key: DataKey | None, uids: Iterable[bytes]) -> None:
    """Add erased records to the list, each line signed."""
    lines = "".join(f"{uid.hex()} {_sign(key, uid)}\n" for uid in uids)
    with os.fdopen(os.open(folder.erased, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as file:
        file.write(lines.encode("ascii"))
        file.flush()
        os.fsync(file.fileno())


def erased_records(folder: ProfileFolder, key: DataKey | None) -> frozenset[bytes]:
    """Return the erased records; lines without a right signature are passed over."""
    if not folder.erased.exists():
        return frozenset()
    found = set()
    for line in folder.erased.read_text(encoding="ascii", errors="replace").splitlines():
        text, _, signature = line.partition(" ")
        try:
            uid = bytes.fromhex(text)
        except ValueError:
            continue
        if hmac.compare_digest(signature.encode(), _sign(key, uid).encode()):
            found.add(uid)
    return frozenset(found)


def erase_again(path: Path, key: DataKey | None, uids: frozenset[bytes]) -> None:
    """Remove records from a closed database with all that the journal and the exchange know of them."""
    if not uids:
        return
    with whole_file(path, key.database if key else None) as connection:
        erasing.remove(connection, uids, "erase.again", author=0, at=utc_now())


def _sign(key: DataKey | None, uid: bytes) -> str:
    return hmac.new(key.side if key else b"plain", uid, hashlib.sha256).hexdigest()

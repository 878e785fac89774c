"""The note beside each backup: when it was made and checked, what it holds, and which keys fitted it then."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kts_desktop.core.errors import ProfileError
from kts_desktop.storage import sidecar
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.rotation import BackupKind, Dated
from kts_desktop.storage.sidecar import Sidecar

SUFFIX = ".ktsbackup"
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup; ``checked_at`` is None if it was never checked, or its note was tampered with."""

    path: Path
    kind: BackupKind
    made_at: datetime
    checked_at: datetime | None
    schema_rev: str
    app: str
    sha256: str
    counts: Mapping[str, int]
    blobs: tuple[str, ...]
    known: Sidecar

    @property
    def dated(self) -> Dated:
        """Return what rotation needs to know."""
        checked = self.checked_at is not None
        return Dated(name=self.path.name, kind=self.kind, made_at=self.made_at, is_checked=checked)


def backup_name(kind: BackupKind, now: datetime) -> str:
    """Return the file name of a new backup."""
    return f"{kind}-{now.astimezone(UTC):{_STAMP}}{SUFFIX}"


def note_of(path: Path) -> Path:
    """Return where the note of a backup lies."""
    return path.with_name(f"{path.name}.json")


def write_note(backup: Backup, key: DataKey | None) -> None:
    """Write the note, signed with the profile's key if there is one."""
    raw = _raw(backup)
    if key is not None:
        raw["mac"] = _mac(raw, key)
    sidecar.write_whole(note_of(backup.path), _canonical(raw))


def read_note(path: Path, key: DataKey | None = None) -> Backup:
    """Read the note of a backup; a wrong signature under the key takes away the mark of having been checked.

    Raises ProfileError ``backup_note``.
    """
    try:
        raw = json.loads(note_of(path).read_bytes())
        mac = raw.pop("mac", "")
        backup = _parsed(path, raw)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ProfileError("backup_note", file=path.name) from error
    if key is not None and not hmac.compare_digest(mac, _mac(raw, key)):
        return replace(backup, checked_at=None)
    return backup


def listed(folder: ProfileFolder, key: DataKey | None = None) -> list[Backup]:
    """Return the backups of a profile, newest first; those without a readable note are left out."""
    found = []
    for path in folder.backups.glob(f"*{SUFFIX}"):
        try:
            found.append(read_note(path, key))
        except ProfileError:
            continue
    return sorted(found, key=_when, reverse=True)


def latest_checked(folder: ProfileFolder, key: DataKey | None) -> Backup | None:
    """Return the newest backup that was opened and checked."""
    return next((backup for backup in listed(folder, key) if backup.checked_at is not None), None)


def _when(backup: Backup) -> tuple[datetime, str]:
    return backup.made_at, backup.path.name


def _raw(backup: Backup) -> dict[str, Any]:
    return {
        "format": 1,
        "kind": backup.kind,
        "made_at": backup.made_at.isoformat(),
        "checked_at": backup.checked_at.isoformat() if backup.checked_at else None,
        "schema_rev": backup.schema_rev,
        "app": backup.app,
        "sha256": backup.sha256,
        "counts": dict(backup.counts),
        "blobs": list(backup.blobs),
        "profile": json.loads(sidecar.dump(backup.known)),
    }


def _parsed(path: Path, raw: Mapping[str, Any]) -> Backup:
    checked = raw["checked_at"]
    return Backup(
        path=path,
        kind=BackupKind(raw["kind"]),
        made_at=datetime.fromisoformat(raw["made_at"]),
        checked_at=datetime.fromisoformat(checked) if checked else None,
        schema_rev=str(raw["schema_rev"]),
        app=str(raw["app"]),
        sha256=str(raw["sha256"]),
        counts={str(table): int(count) for table, count in raw["counts"].items()},
        blobs=tuple(str(name) for name in raw["blobs"]),
        known=sidecar.parse(json.dumps(raw["profile"]).encode("ascii")),
    )


def _canonical(raw: Mapping[str, Any]) -> bytes:
    return json.dumps(raw, sort_keys=True, indent=1).encode("ascii")


def _mac(raw: Mapping[str, Any], key: DataKey) -> str:
    return hmac.new(key.side, _canonical(raw), hashlib.sha256).hexdigest()

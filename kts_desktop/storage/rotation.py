"""Which backups are kept, and which make room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class BackupKind(StrEnum):
    """Why a backup was made; each kind is kept in a number of its own."""

    DAILY = "daily"
    WEEKLY = "weekly"
    UPGRADE = "upgrade"
    IMPORT = "import"
    MANUAL = "manual"


KEPT = {
    BackupKind.DAILY: 7,
    BackupKind.WEEKLY: 4,
    BackupKind.UPGRADE: 3,
    BackupKind.IMPORT: 10,
    BackupKind.MANUAL: 10,
}
OLDEST = timedelta(days=35)
OLDEST_UPGRADE = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What rotation needs to know of a backup."""

    name: str
    kind: BackupKind
    made_at: datetime
    is_checked: bool


def due(backups: Iterable[Dated], now: datetime) -> tuple[BackupKind, ...]:
    """Return which automatic backups are missing: one a day, one a week, by the calendar of this computer."""
    today = now.astimezone().date()
    days = {kind: set[tuple[int, ...]]() for kind in BackupKind}
    for backup in backups:
        if backup.is_checked:
            day = backup.made_at.astimezone().date()
            days[backup.kind].add((day.toordinal(),))
            days[backup.kind].add(tuple(day.isocalendar()[:2]))
    missing = []
    if (today.toordinal(),) not in days[BackupKind.DAILY]:
        missing.append(BackupKind.DAILY)
    if tuple(today.isocalendar()[:2]) not in days[BackupKind.WEEKLY]:
        missing.append(BackupKind.WEEKLY)
    return tuple(missing)


def superfluous(backups: Sequence[Dated], now: datetime) -> frozenset[str]:
    """Return the names of backups to delete; the newest checked one always stays."""
    newest_first = sorted(backups, key=_age_key, reverse=True)
    seen = dict.fromkeys(BackupKind, 0)
    found = set()
    for backup in newest_first:
        seen[backup.kind] += 1
        limit = OLDEST_UPGRADE if backup.kind is BackupKind.UPGRADE else OLDEST
        if seen[backup.kind] > KEPT[backup.kind] or now - backup.made_at > limit:
            found.add(backup.name)
    last_sound = next((backup.name for backup in newest_first if backup.is_checked), None)
    return frozenset(found - {last_sound})


def _age_key(backup: Dated) -> tuple[datetime, str]:
    return backup.made_at, backup.name

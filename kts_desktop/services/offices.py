"""A whole office: found it, open it, back it up, restore it, change what opens it.

What the window and the command line do with a profile stands here once. All of it is slow and imports the
engine: run it in a worker.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import ProfileError, StorageError, UserFacingError
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.services import advisers, disposal_log, erasure, office_settings, reference, retention
from kts_desktop.services.opening import act_as_owner, open_office
from kts_desktop.storage import (
    attached,
    backup,
    rehearsal,
    rekeying,
    rewrapping,
    second_place,
    sidecar,
    unlocking,
)
from kts_desktop.storage import restore as restoring
from kts_desktop.storage.backup_notes import Backup, listed
from kts_desktop.storage.creating import Created, create_profile
from kts_desktop.storage.keys import KeyringState, KeySources, look_up
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.progress import Progress, no_progress
from kts_desktop.storage.rekeying import Rekeyed
from kts_desktop.storage.rotation import BackupKind
from kts_desktop.storage.sidecar import PASSPHRASE, ProfileKind
from kts_desktop.storage.store import Store
from kts_desktop.storage.unlocking import Unlock

__all__ = [
    "BackupRow",
    "Names",
    "OfficeFacts",
    "act_as_owner",
    "back_up",
    "back_up_if_due",
    "backups",
    "copy_aside",
    "days_without_backup",
    "facts",
    "found_office",
    "furnish",
    "has_keyring",
    "open_office",
    "refuse_second_place",
    "rekey",
    "renew_recovery_code",
    "restore",
    "returned",
    "set_passphrase",
    "tend_files",
]

_PROBE = "probe"  # a name no profile has
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How a new office and its first adviser are called; an empty office name keeps the usual one."""

    office: str
    adviser: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFacts:
    """What can be said of an open office without looking into it."""

    folder: Path
    is_demo: bool
    is_encrypted: bool
    is_read_only: bool
    has_passphrase: bool
    rehearsed_at: datetime | None = None  # when a restore was rehearsed last
    is_rehearsal_sound: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """One backup as a list shows it; ``checked_at`` is None if it was never opened and checked."""

    path: Path
    kind: str
    made_at: datetime
    checked_at: datetime | None


def found_office(folder: Path, names: Names, *, keys: KeySources, passphrase: str | None = None) -> Created:
    """Make an office with all reference data; raises ProfileError or StorageError.

    A failure after the file was made leaves a closed profile behind, which opens but has no reference data.
    """
    made = create_profile(folder, keys=keys, passphrase=passphrase, now=utc_now())
    try:
        furnish(made.store, names)
    except BaseException:
        made.opened.close()
        raise
    return made


def furnish(store: Store, names: Names) -> None:
    """Load the reference data and enter the names."""
    with store.write("setup", kind=ChangeKind.MAINTENANCE) as session:
        reference.load(session, now=utc_now())
        advisers.be(session, advisers.add(session, advisers.AdviserDraft(name=names.adviser)))
        if names.office:
            present = office_settings.read(session)
            office_settings.save(session, replace(present, office_name=names.office))
    act_as_owner(store)


def has_keyring(keys: KeySources) -> bool:
    """Tell whether this computer has a keyring that answers."""
    return look_up(keys.keyring, _PROBE).state in {KeyringState.EMPTY, KeyringState.KEPT}


def facts(opened: Opened) -> OfficeFacts:
    """Return what can be said of an open office."""
    last = rehearsal.latest(opened.folder, opened.key)
    return OfficeFacts(
        folder=opened.folder.root,
        is_demo=opened.known.kind is ProfileKind.DEMO,
        is_encrypted=not opened.known.is_plain,
        is_read_only=opened.is_read_only,
        has_passphrase=PASSPHRASE in opened.known.wrapped,
        rehearsed_at=last.at if last else None,
        is_rehearsal_sound=last is None or last.failure is None,
    )


def backups(opened: Opened) -> list[BackupRow]:
    """Return the backups of an office, the newest first."""
    return [_row(one) for one in listed(opened.folder, opened.key)]


def back_up(opened: Opened, progress: Progress = no_progress) -> BackupRow:
    """Make a backup and check it; raises StorageError."""
    made = backup.make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=utc_now(), progress=progress)
    return _row(made)


def copy_aside(
    opened: Opened, place: Path, made: BackupRow | None = None, progress: Progress = no_progress
) -> Path | None:
    """Copy a backup, or the newest checked one, to the second place; None without any, or for a demo office.

    Raises StorageError; the backup in the profile is as sound as before.
    """
    if opened.known.kind is ProfileKind.DEMO:
        return None
    return second_place.copy(
        opened.folder, opened.key, place, made.path if made else None, now=utc_now(), progress=progress
    )


def refuse_second_place(folder: Path, place: Path) -> None:
    """Raise StorageError for a place that cannot serve: not there, or within the office itself."""
    second_place.refuse(ProfileFolder(folder), place)


def days_without_backup(opened: Opened) -> int | None:
    """Return for how many days no backup was checked, if eight or more; 0 if there never was one."""
    late = backup.overdue(opened.folder, opened.key, utc_now())
    return None if late is None else late.days or 0


def back_up_if_due(opened: Opened, progress: Progress = no_progress) -> BackupRow | None:
    """Make the backup of the day and of the week if they are missing; None if not.

    Before it special needs are erased that are due and the log of disposals is kept beside the file, after it
    the history is shortened, once a month.
    """
    erasure.erase_due_needs(opened.store, utc_now())
    disposal_log.keep(opened.store)
    tend_files(opened)
    made = backup.due_backup(opened.folder, opened.key, now=utc_now(), progress=progress)
    retention.shorten_if_due(opened.store, utc_now())
    return _row(made) if made else None


def tend_files(opened: Opened) -> None:
    """Let attachments follow a change of key that was cut short, and sweep away what no row needs.

    A failure costs nothing but room and is left to the next time.
    """
    assert opened.store.blobs is not None
    try:
        rewrapping.rewrap(opened.folder, opened.key)
        with opened.store.read() as session:
            needed = attached.needed_in(session.connection())
        opened.store.blobs.sweep(needed)
    except (OSError, StorageError) as error:
        _LOG.warning("attachments could not be tended: %s", error)


def set_passphrase(opened: Opened, passphrase: str | None, *, keys: KeySources) -> Opened:
    """Set, change or (with None) take away the passphrase; return the office as it is known now.

    Raises ProfileError.
    """
    key = opened.key
    if key is None:
        raise ProfileError("not_encrypted")
    unlocking.change_passphrase(opened.folder, key, passphrase, cost=keys.cost)
    return replace(opened, known=sidecar.read(opened.folder.sidecar))


def renew_recovery_code(opened: Opened, *, keys: KeySources) -> str:
    """Make a new recovery code and return it; the old one opens older backups only."""
    if opened.key is None:
        raise ProfileError("not_encrypted")
    return unlocking.new_recovery_code(opened.folder, opened.key, cost=keys.cost)


def rekey(
    opened: Opened,
    *,
    keys: KeySources,
    tell: Callable[[str], None],
    passphrase: str | None = None,
    progress: Progress = no_progress,
) -> Rekeyed:
    """Close an office and encrypt it with a new key; ``tell`` gets the new recovery code before it is valid.

    Raises ProfileError or StorageError; the old key is in force then.
    """
    return rekeying.rekey(
        opened, sources=keys, tell=tell, passphrase=passphrase, now=utc_now(), progress=progress
    )


def restore(folder: Path, path: Path, unlock: Unlock) -> Path | None:
    """Put a backup in the place of a closed office, or into a new folder; return where the old file is kept.

    Raises ProfileError or StorageError.
    """
    return restoring.restore(folder, path, unlock, now=utc_now())


def returned(opened: Opened) -> tuple[UserFacingError, ...]:
    """Return what to tell after a restore: cases that were disposed of and that the backup brought back."""
    with opened.store.read() as session:
        numbers = disposal_log.returned(session)
    return (StorageError("disposed_returned", numbers=", ".join(numbers)),) if numbers else ()


def _row(one: Backup) -> BackupRow:
    return BackupRow(path=one.path, kind=one.kind, made_at=one.made_at, checked_at=one.checked_at)

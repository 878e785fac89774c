"""Another key for a profile whose key may have been seen: every page is encrypted anew.

Backup, new slots beside the old ones, one transaction over the file, check, the new slots alone, then the
attachments one by one, backup.
Interrupted anywhere, the next opening leaves one key in force (``pending_key``).
"""

import gc
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlcipher3 import dbapi2

from kts_desktop.core.errors import ProfileError, StorageError, UserFacingError
from kts_desktop.storage import (
    disposed,
    erasures,
    faults,
    keys,
    laptop_secret,
    pending_key,
    recovery,
    rewrapping,
    sidecar,
)
from kts_desktop.storage.backup import examine, make_backup
from kts_desktop.storage.keys import DataKey, Keyring, KeySources
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.progress import Progress, no_progress
from kts_desktop.storage.rotation import BackupKind
from kts_desktop.storage.sidecar import PASSPHRASE, RECOVERY, Pending, ProfileKind, Sidecar
from kts_desktop.storage.store import translated
from kts_desktop.storage.unlocking import sealed

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekeyed:
    """The new recovery code, and what to tell that did not prevent the change."""

    recovery_code: str
    notes: tuple[UserFacingError, ...] = ()


def rekey(
    opened: Opened,
    *,
    sources: KeySources,
    tell: Callable[[str], None],
    passphrase: str | None = None,
    now: datetime,
    progress: Progress = no_progress,
) -> Rekeyed:
    """Close an open profile and encrypt it with a new key; the profile is closed whatever happens.

    ``tell`` gets the new recovery code before it is in force: if it raises, the old key stays. ``passphrase``
    is what shall open the profile from now on. Older backups open with the old secrets only. Raises
    ProfileError ``not_encrypted`` or ``rekey_*``, StorageError ``rekey_failed`` or that of the backup;
    the old key is in force then.
    """
    place, lock = opened.folder, opened.lock
    try:
        with translated():
            opened.store.close()
        old = _changeable(opened, passphrase)
        counts = make_backup(place, old, BackupKind.MANUAL, now=now, progress=progress).counts
        plan = _prepared(place, old, sources, passphrase)
        _carry_out(place, plan, counts, tell)
        notes = (*_files_followed(place, plan.new, progress), *_backed_up(place, plan.new, now))
        return Rekeyed(recovery_code=plan.code, notes=notes)
    finally:
        if lock is not None:
            lock.release()


def _let_go() -> None:
    """Collect a connection among garbage: it would lock the closed file against the new key."""
    gc.unfreeze()  # garbage of the start was frozen with all the rest
    gc.collect()
    gc.freeze()


def _changeable(opened: Opened, passphrase: str | None) -> DataKey:
    """Return the old key; refuse what cannot be changed, before anything is done."""
    if opened.key is None:
        raise ProfileError("not_encrypted")
    if opened.known.kind is ProfileKind.DEMO:
        raise ProfileError("rekey_demo")
    if opened.is_read_only or opened.lock is None:
        raise ProfileError("rekey_read_only")
    if passphrase is not None:
        recovery.checked_passphrase(passphrase)
    elif PASSPHRASE in sidecar.read(opened.folder.sidecar).wrapped:
        raise ProfileError("rekey_passphrase")
    if sidecar.read(opened.folder.sidecar).former:  # attachments of the change before have not all followed
        rewrapping.rewrap(opened.folder, opened.key)
    return opened.key


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    known: Sidecar  # with the pending key
    old: DataKey
    new: DataKey
    code: str
    keyring: Keyring


def _prepared(place: ProfileFolder, old: DataKey, sources: KeySources, passphrase: str | None) -> _Plan:
    """Make the new key and seal it; the old one is in force still."""
    known = sidecar.read(place.sidecar)
    new, code = DataKey.new(), recovery.new_code()
    following = sealed(replace(known, wrapped={}), RECOVERY, new, recovery.code_secret(code), sources.cost)
    if passphrase is not None:
        secret = recovery.passphrase_secret(passphrase)
        following = sealed(following, PASSPHRASE, new, secret, sources.cost)
    bridge, back = old.bridge_to(new), new.bridge_to(old)
    pending = Pending(check=new.check, wrapped=following.wrapped, bridge=bridge, back=back)
    return _Plan(known=replace(known, pending=pending), old=old, new=new, code=code, keyring=sources.keyring)


def _carry_out(
    place: ProfileFolder, plan: _Plan, counts: Mapping[str, int], tell: Callable[[str], None]
) -> None:
    """Change the key in force; whatever stops it before the end, the old one stays."""
    try:
        _sign_lists(place, plan)
        laptop_secret.seal_for_both(place, plan.known.uid, plan.old, plan.new)
        if keys.look_up(plan.keyring, plan.known.uid).key == plan.old:
            keys.remember(plan.keyring, keys.next_user(plan.known.uid), plan.new)
        sidecar.write(place.sidecar, plan.known)
        _let_go()
        pending_key.turn(place.database, plan.old, plan.new)
        _compare(place, plan.new, counts)
        tell(plan.code)
        pending_key.promote(place, plan.known, plan.new, plan.keyring)
    except BaseException as error:
        _step_back(place, plan)
        if isinstance(error, OSError | dbapi2.Error | StorageError):
            raise StorageError("rekey_failed") from error
        raise


def _sign_lists(place: ProfileFolder, plan: _Plan) -> None:
    """Let erased records and disposals count under the new key too; old lines stay, for backups of before."""
    disposed.note(place, plan.new, disposed.noted(place, plan.old))
    erased = erasures.erased_records(place, plan.old) - erasures.erased_records(place, plan.new)
    if erased:
        erasures.note_erased(place, plan.new, sorted(erased))


def _compare(place: ProfileFolder, new: DataKey, counts: Mapping[str, int]) -> None:
    """Check every page under the new key, and that nothing is missing."""
    if examine(place.database, new) != counts:
        raise StorageError("rekey_failed")


def _step_back(place: ProfileFolder, plan: _Plan) -> None:
    """Put the old key in force again; if even that fails, the next opening does it."""
    try:
        pending_key.step_back(place, plan.known, plan.keyring, old=plan.old, new=plan.new)
    except (OSError, dbapi2.Error, StorageError) as error:
        _LOG.warning("the change of key is undone at the next opening: %s", faults.translate(error))


def _files_followed(place: ProfileFolder, new: DataKey, progress: Progress) -> tuple[UserFacingError, ...]:
    """Encrypt the attachments anew; a failure is told, for the key is changed and they stay readable."""
    try:
        altered = rewrapping.rewrap(place, new, progress)
    except (OSError, StorageError) as error:
        _LOG.warning("attachments follow a change of key later: %s", error)
        return (StorageError("rekey_files_later"),)
    return (StorageError("rekey_files_altered", count=altered),) if altered else ()


def _backed_up(place: ProfileFolder, new: DataKey, now: datetime) -> tuple[UserFacingError, ...]:
    """Make the first backup that opens with the new key; a failure is told, for the key is changed."""
    try:
        make_backup(place, new, BackupKind.MANUAL, now=now)
    except StorageError as error:
        return (error,)
    return ()

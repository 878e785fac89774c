"""A change of key that was interrupted: find out which key is in force, and leave one.

The old key seals the new one until the change is through, so the secrets a person has kept for long open the
profile at any moment; a new recovery code that nobody may have seen never becomes the only way in.
"""

import logging
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from sqlcipher3 import dbapi2

from kts_desktop.core.errors import ProfileError, StorageError
from kts_desktop.storage import faults, keys, sidecar
from kts_desktop.storage.connect import connect
from kts_desktop.storage.file_facts import is_missing
from kts_desktop.storage.keys import DataKey, Keyring
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.sidecar import Sidecar
from kts_desktop.storage.unlocking import Unlock, Unlocked, find_key

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What is known of the profile now, and the key that is in force."""

    known: Sidecar
    found: Unlocked


def resolve(place: ProfileFolder, known: Sidecar, unlock: Unlock, *, is_writable: bool) -> Settled:
    """Find the key in force, trying both, and end the change one way; raises ProfileError or StorageError.

    With the old key at hand the change is undone. With only the new one it is completed: whoever has it saw
    its code. In a folder that cannot be written the key is only found.
    """
    found, following = _found(known, unlock)
    old = None if following is None else found.key
    new = following or found.key
    in_force = _in_force(place, old, new, read_only=not is_writable)
    if in_force is None:
        return Settled(known=known, found=found)  # damage, which opening the file tells
    if not is_writable:
        return Settled(known=known, found=Unlocked(key=in_force, notes=found.notes))
    keyring = unlock.keys.keyring
    if old is None:
        assert new is not None
        known, code = promote(place, known, new, keyring), "rekey_completed"
    else:
        assert new is not None
        known, code = step_back(place, known, keyring, old=old, new=new), "rekey_undone"
    return Settled(known=known, found=Unlocked(key=old or new, notes=(*found.notes, ProfileError(code))))


def opens(database: Path, key: DataKey, *, read_only: bool = False) -> bool:
    """Tell whether a database can be read with a key; raises StorageError if the disk fails.

    Not ``read_only``, because a transaction that was cut short is rolled back on the way.
    """
    if is_missing(database):
        return False
    try:
        with closing(connect(database, key.database, read_only=read_only)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.Error as error:
        if faults.is_damage(error):
            return False
        raise faults.translate(error) or StorageError("io_error") from error
    return True


def turn(database: Path, old: DataKey, new: DataKey) -> None:
    """Encrypt a closed database anew, in one transaction: after a power cut one of the two keys fits."""
    with closing(connect(database, old.database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        mode = connection.execute("PRAGMA journal_mode=DELETE").fetchone()
        if mode != ("delete",):
            raise StorageError("busy")
        connection.execute(f"PRAGMA rekey=\"x'{new.database.hex()}'\"")


def step_back(
    place: ProfileFolder, known: Sidecar, keyring: Keyring, *, old: DataKey, new: DataKey
) -> Sidecar:
    """Put the old key in force again if it is not, drop the new one, and return what is known then."""
    if not opens(place.database, old):
        turn(place.database, new, old)
    back = replace(known, pending=None)
    sidecar.write(place.sidecar, back)
    keys.forget(keyring, keys.next_user(known.uid))
    return back


def promote(place: ProfileFolder, known: Sidecar, new: DataKey, keyring: Keyring) -> Sidecar:
    """Put the new key and its slots in the place of the old ones, and return what is known then.

    The sidecar goes first: a keyring that did not hear of it still holds the new key under its second name.
    """
    following = as_promoted(known)
    sidecar.write(place.sidecar, following)
    if keys.look_up(keyring, keys.next_user(known.uid)).key == new:
        state = keys.remember(keyring, known.uid, new)
        if state is keys.KeyringState.KEPT:
            keys.forget(keyring, keys.next_user(known.uid))
        else:
            _LOG.warning("the keyring does not keep the new key: %s", state)
    return following


def _in_force(
    place: ProfileFolder, old: DataKey | None, new: DataKey | None, *, read_only: bool
) -> DataKey | None:
    for key in (old, new):
        if key is not None and opens(place.database, key, read_only=read_only):
            return key
    return None


def as_promoted(known: Sidecar) -> Sidecar:
    """Return what would be known if the pending key were in force."""
    assert known.pending is not None
    following = known.pending
    return replace(
        known, check=following.check, wrapped=following.wrapped, pending=None, former=following.back
    )


def _found(known: Sidecar, unlock: Unlock) -> tuple[Unlocked, DataKey | None]:
    """Return the key that was found, and the one that follows it if it is the old one."""
    assert known.pending is not None
    try:
        found = find_key(known, unlock)
    except ProfileError as refusal:
        try:
            return find_key(as_promoted(known), unlock), None
        except ProfileError:
            raise refusal from None
    following = found.key.cross(known.pending.bridge) if found.key else None
    if following is None:
        raise ProfileError("sidecar_damaged")
    return found, following

"""Finding the key that fits a profile, and changing what it can be found by."""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from kts_desktop.core.errors import ProfileError, UserFacingError
from kts_desktop.storage import keys, recovery, sidecar
from kts_desktop.storage.keys import DataKey, KeyringState, KeySources
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.recovery import STANDARD
from kts_desktop.storage.sidecar import PASSPHRASE, RECOVERY, ProfileKind, Sidecar

PASSPHRASE_FILE = "KTS_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable
_MOST_BYTES = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlock:
    """What is at hand to open a profile; a passphrase or code given here is tried before the keyring."""

    keys: KeySources = field(default_factory=KeySources)
    passphrase: str | None = None
    recovery_code: str | None = None
    remember: bool = True  # put a key found otherwise back into the keyring


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocked:
    """The key (None: not encrypted), and what should be told about the way it was found."""

    key: DataKey | None
    notes: tuple[UserFacingError, ...] = ()


def find_key(known: Sidecar, unlock: Unlock) -> Unlocked:
    """Find the key that fits; raises ProfileError with the reason and so the way out."""
    if known.is_plain:
        return Unlocked(key=None)
    if known.open_key is not None:
        return Unlocked(key=_open_key(known))
    if unlock.recovery_code is not None:
        return _remembered(known, unlock, _from_slot(known, RECOVERY, unlock.recovery_code))
    if unlock.passphrase is not None:
        found = _remembered(known, unlock, _from_slot(known, PASSPHRASE, unlock.passphrase))
        return Unlocked(key=found.key)  # whoever types a passphrase need not hear about keyrings
    return Unlocked(key=_from_keyring(known, unlock.keys))


def change_passphrase(
    folder: ProfileFolder, key: DataKey, passphrase: str | None, *, cost: recovery.Cost
) -> None:
    """Set, change or (with None) take away the passphrase; the data stay as they are.

    Older backups still open with the old one.
    """
    known = sidecar.read(folder.sidecar)
    if passphrase is None:
        kept = {slot: wrapped for slot, wrapped in known.wrapped.items() if slot != PASSPHRASE}
        sidecar.write(folder.sidecar, replace(known, wrapped=kept))
        return
    secret = recovery.passphrase_secret(recovery.checked_passphrase(passphrase))
    sidecar.write(folder.sidecar, sealed(known, PASSPHRASE, key, secret, cost))


def new_recovery_code(folder: ProfileFolder, key: DataKey, *, cost: recovery.Cost = STANDARD) -> str:
    """Make a new recovery code and return it; the old one opens older backups only."""
    known = sidecar.read(folder.sidecar)
    code = recovery.new_code()
    sidecar.write(folder.sidecar, sealed(known, RECOVERY, key, recovery.code_secret(code), cost))
    return code


def sealed(known: Sidecar, slot: str, key: DataKey, secret: bytes, cost: recovery.Cost) -> Sidecar:
    """Return the sidecar with the key sealed by a secret in one slot."""
    wrapped = recovery.wrap(key.reveal(), secret, bound_to=known.binding(slot), cost=cost)
    return known.with_slot(slot, wrapped)


def passphrase_from_descriptor(descriptor: int) -> str:
    """Read a passphrase from an open file descriptor, up to the end of its first line.

    Raises ProfileError ``passphrase_unreadable``.
    """
    try:
        with os.fdopen(os.dup(descriptor), "rb") as source:
            return _first_line(source.read(_MOST_BYTES))
    except OSError as error:
        raise ProfileError("passphrase_unreadable") from error


def passphrase_from_environment(environment: Mapping[str, str]) -> str | None:
    """Read the passphrase from the file named by ``KTS_PASSPHRASE_FILE``; None if the variable is not set.

    Raises ProfileError ``passphrase_file_open`` if others may read the file, ``passphrase_unreadable`` if it
    cannot be read.
    """
    name = environment.get(PASSPHRASE_FILE)
    if not name:
        return None
    try:
        with Path(name).open("rb") as source:
            mode = os.fstat(source.fileno()).st_mode
            if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise ProfileError("passphrase_file_open", file=name)
            return _first_line(source.read(_MOST_BYTES))
    except OSError as error:
        raise ProfileError("passphrase_unreadable") from error


def _first_line(content: bytes) -> str:
    try:
        return content.split(b"\n", 1)[0].rstrip(b"\r").decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProfileError("passphrase_unreadable") from error


def _open_key(known: Sidecar) -> DataKey:
    key = DataKey.from_hex((known.open_key or b"").hex())
    if known.kind != ProfileKind.DEMO or key is None or key.check != known.check:
        raise ProfileError("sidecar_damaged")
    return key


def _from_slot(known: Sidecar, slot: str, text: str) -> DataKey:
    wrapped = known.wrapped.get(slot)
    if wrapped is None:
        raise ProfileError(f"no_{slot}_set")
    secret = recovery.code_secret(text) if slot == RECOVERY else recovery.passphrase_secret(text)
    found = recovery.unwrap(wrapped, secret, bound_to=known.binding(slot))
    if found is None:
        raise ProfileError(f"wrong_{slot}")
    key = DataKey(found)
    if key.check != known.check:
        raise ProfileError("sidecar_damaged")
    return key


def _from_keyring(known: Sidecar, sources: KeySources) -> DataKey:
    found = keys.look_up(sources.keyring, known.uid)
    if found.key is not None and found.key.check == known.check:
        return found.key
    ahead = keys.look_up(sources.keyring, keys.next_user(known.uid)).key
    if ahead is not None and ahead.check == known.check:  # the keyring did not hear of a change of key
        keys.remember(sources.keyring, known.uid, ahead)
        keys.forget(sources.keyring, keys.next_user(known.uid))
        return ahead
    if found.state is KeyringState.LOCKED:
        raise ProfileError("keyring_locked")
    if found.key is not None:
        raise ProfileError("wrong_key")
    way_out = PASSPHRASE if PASSPHRASE in known.wrapped else RECOVERY
    reason = "keyring_empty" if found.state is KeyringState.EMPTY else "keyring_absent"
    raise ProfileError(f"{reason}_{way_out}")


def _remembered(known: Sidecar, unlock: Unlock, key: DataKey) -> Unlocked:
    if not unlock.remember:
        return Unlocked(key=key)
    if keys.look_up(unlock.keys.keyring, known.uid).key == key:
        return Unlocked(key=key)
    return Unlocked(key=key, notes=keyring_notes(keys.remember(unlock.keys.keyring, known.uid, key)))


def keyring_notes(state: KeyringState) -> tuple[UserFacingError, ...]:
    """Return what to tell after the key was offered to the keyring."""
    match state:
        case KeyringState.KEPT | KeyringState.EMPTY:
            return ()
        case KeyringState.FORGETS:
            return (ProfileError("keyring_forgets"),)
        case KeyringState.LOCKED:
            return (ProfileError("keyring_locked"),)
        case _:
            return (ProfileError("keyring_absent"),)

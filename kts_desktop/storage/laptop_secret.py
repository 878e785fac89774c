"""What only this laptop knows: the key of its private keys, which replica it is, how far it has counted.

It lies in the keyring, so that a copy of the folder is not the laptop, and an older file is noticed. Where
there is no keyring it lies in a file beside the database, sealed by the data key and bound to this computer.
"""

import hashlib
import json
import secrets
import socket
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from kts_desktop.core.errors import ProfileError
from kts_desktop.storage import sidecar
from kts_desktop.storage.keys import DataKey, Keyring, KeyringProblem, KeyringState
from kts_desktop.storage.profile import ProfileFolder

KEY_BYTES = 32
_NONCE = 12
_REPLICA = 16
_MACHINE_ID = Path("/etc/machine-id")
_PLAIN = hashlib.sha256(b"plain").digest()  # an unencrypted profile: the same form, with a key everyone has


@dataclass(frozen=True, slots=True, kw_only=True)
class LaptopSecret:
    """The key that seals ``identity.key``, the replica it belongs to, and the last seal it made."""

    key: bytes = field(repr=False)
    replica: bytes
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretPlace:
    """Where the secret of one profile lies; ``uid`` is the profile's."""

    folder: ProfileFolder
    uid: str
    key: DataKey | None
    keyring: Keyring

    def look_up(self) -> LaptopSecret | None:
        """Return the secret; None if this is not the laptop that made it, or none was made.

        Raises ProfileError ``identity_keyring`` if the keyring that keeps it cannot be asked now.
        """
        if self.folder.exchange.laptop.exists():
            return _from_file(self)
        try:
            text = self.keyring.get(_user(self.uid))
        except KeyringProblem as problem:
            if self.folder.exchange.identity.exists():
                raise ProfileError("identity_keyring") from problem
            return None
        return _parse(text) if text else None

    def keep(self, secret: LaptopSecret) -> None:
        """Keep the secret in the keyring, or beside the database where the keyring does not keep it.

        Raises ProfileError ``identity_keyring`` while a keyring is locked.
        """
        if not self.folder.exchange.laptop.exists() and self._is_kept(_dump(secret)):
            return
        sidecar.write_whole(self.folder.exchange.laptop, _sealed(_dump(secret), self.uid, [self.key]))

    def _is_kept(self, text: str) -> bool:
        try:
            self.keyring.put(_user(self.uid), text)
            return self.keyring.get(_user(self.uid)) == text
        except KeyringProblem as problem:
            if problem.state is KeyringState.LOCKED:
                raise ProfileError("identity_keyring") from problem
            return False


def seal_for_both(folder: ProfileFolder, uid: str, old: DataKey, new: DataKey) -> None:
    """Seal a secret beside the database for two data keys, as either may be in force after a change."""
    if not folder.exchange.laptop.exists():
        return
    text = _opened(folder.exchange.laptop.read_bytes(), uid, old)
    if text is not None:
        sidecar.write_whole(folder.exchange.laptop, _sealed(text, uid, [old, new]))


def _user(uid: str) -> str:
    return f"identity:{uid}"


def _from_file(place: SecretPlace) -> LaptopSecret | None:
    text = _opened(place.folder.exchange.laptop.read_bytes(), place.uid, place.key)
    return None if text is None else _parse(text)


def _sealed(text: str, uid: str, keys: list[DataKey | None]) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    parts = []
    for key in keys:
        nonce = secrets.token_bytes(_NONCE)
        cipher = AESGCM(key.identity if key else _PLAIN)
        parts.append((nonce + cipher.encrypt(nonce, text.encode("ascii"), _bound(uid))).hex())
    return json.dumps(parts).encode("ascii")


def _opened(content: bytes, uid: str, key: DataKey | None) -> str | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(key.identity if key else _PLAIN)
    try:
        parts = [bytes.fromhex(part) for part in json.loads(content)]
    except (ValueError, TypeError):
        return None
    for part in parts:
        try:
            return cipher.decrypt(part[:_NONCE], part[_NONCE:], _bound(uid)).decode("ascii")
        except (InvalidTag, ValueError):
            continue
    return None


def _bound(uid: str) -> bytes:
    """Return what the file is bound to: the profile and this computer."""
    try:
        machine = _MACHINE_ID.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        machine = f"{socket.gethostname()}:{uuid.getnode():x}"
    return f"{uid}:{machine}".encode()


def _dump(secret: LaptopSecret) -> str:
    return f"{secret.key.hex()}:{secret.replica.hex()}:{secret.seq}"


def _parse(text: str) -> LaptopSecret | None:
    try:
        key, replica, seq = text.split(":")
        found = LaptopSecret(key=bytes.fromhex(key), replica=bytes.fromhex(replica), seq=int(seq))
    except ValueError:
        return None
    is_sound = len(found.key) == KEY_BYTES and len(found.replica) == _REPLICA
    return found if is_sound else None

"""The data key of a profile, what is derived from it, and the keyring of the system that keeps it."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NoReturn, Protocol

from kts_desktop.storage.recovery import STANDARD, Cost

SERVICE = "kts-desktop"
KEY_BYTES = 32
CHECK_BYTES = 8
_NONCE_BYTES = 12


class DataKey:
    """The random key of one profile; only keys derived from it are ever used, and it never shows itself."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise ValueError("the data key has 32 bytes")
        self._secret = secret

    @classmethod
    def new(cls) -> "DataKey":
        """Make a random key."""
        return cls(secrets.token_bytes(KEY_BYTES))

    @classmethod
    def from_hex(cls, text: str) -> "DataKey | None":
        """Return the key behind 64 hex digits; None for all else, which would count as a passphrase."""
        try:
            secret = bytes.fromhex(text)
        except ValueError:
            return None
        return cls(secret) if len(secret) == KEY_BYTES and len(text) == 2 * KEY_BYTES else None

    @property
    def database(self) -> bytes:
        """Return the key of the database."""
        return self._derived("kts-db-v1")

    @property
    def blobs(self) -> bytes:
        """Return the key of attachments."""
        return self._derived("kts-blob-v1")

    @property
    def side(self) -> bytes:
        """Return the key that signs the list of erased records and the notes beside backups."""
        return self._derived("kts-side-v1")

    @property
    def log(self) -> bytes:
        """Return the key that seals the log of disposals beside the database."""
        return self._derived("kts-log-v1")

    @property
    def identity(self) -> bytes:
        """Return the key of this laptop's secret, where no keyring keeps it."""
        return self._derived("kts-identity-v1")

    @property
    def check(self) -> bytes:
        """Return the key check value: kept in plain sight, it tells a wrong key from a damaged file."""
        return self._derived("kts-kcv-v1")[:CHECK_BYTES]

    def bridge_to(self, following: "DataKey") -> bytes:
        """Seal the key that is to follow this one, for the short while in which either may be in force."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + AESGCM(self._derived("kts-next-v1")).encrypt(nonce, following.reveal(), None)

    def cross(self, bridge: bytes) -> "DataKey | None":
        """Return the key that is to follow this one; None if the bridge does not begin here."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            opened = AESGCM(self._derived("kts-next-v1")).decrypt(
                bridge[:_NONCE_BYTES], bridge[_NONCE_BYTES:], None
            )
        except (InvalidTag, ValueError):
            return None
        return DataKey(opened)

    def reveal(self) -> bytes:
        """Return the key itself, for wrapping and for the keyring alone."""
        return self._secret

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DataKey) and secrets.compare_digest(self._secret, other._secret)

    def __hash__(self) -> int:
        return hash(self.check)

    def __repr__(self) -> str:
        return "DataKey(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a data key is not written anywhere")

    def _derived(self, purpose: str) -> bytes:
        # HKDF with SHA-256 (RFC 5869): 32 bytes are its first block, so the standard library does
        extracted = hmac.digest(bytes(KEY_BYTES), self._secret, hashlib.sha256)
        return hmac.digest(extracted, purpose.encode("ascii") + b"\x01", hashlib.sha256)


class KeyringState(StrEnum):
    """How the keyring answered; all of these are normal."""

    KEPT = "kept"
    EMPTY = "empty"
    ABSENT = "absent"
    LOCKED = "locked"
    FORGETS = "forgets"
    FAILED = "failed"


class KeyringProblem(Exception):  # noqa: N818 - a state that is reported, not a failure
    """The keyring cannot be used now."""

    def __init__(self, state: KeyringState) -> None:
        super().__init__(state)
        self.state = state


class Keyring(Protocol):
    """Keeps one text per profile; each call may raise KeyringProblem."""

    def get(self, user: str, /) -> str | None:
        """Return what is kept, or None."""

    def put(self, user: str, secret: str, /) -> None:
        """Keep a text."""

    def remove(self, user: str, /) -> None:
        """Forget a text; nothing happens if there is none."""


class OsKeyring:
    """The keyring of the operating system; imported on first use, since choosing a backend takes long."""

    def get(self, user: str, /) -> str | None:
        """Return what is kept, or None."""
        import keyring

        try:
            return keyring.get_password(SERVICE, user)
        except Exception as error:
            raise _problem(error) from error

    def put(self, user: str, secret: str, /) -> None:
        """Keep a text."""
        import keyring

        try:
            keyring.set_password(SERVICE, user, secret)
        except Exception as error:
            raise _problem(error) from error

    def remove(self, user: str, /) -> None:
        """Forget a text; nothing happens if there is none."""
        import keyring
        from keyring.errors import PasswordDeleteError

        try:
            keyring.delete_password(SERVICE, user)
        except PasswordDeleteError:
            return
        except Exception as error:
            raise _problem(error) from error


class NoKeyring:
    """Stands where no keyring may be asked: demo offices, commands without a desktop session."""

    def get(self, _user: str, /) -> str | None:
        """Refuse: there is no keyring."""
        raise KeyringProblem(KeyringState.ABSENT)

    def put(self, _user: str, _secret: str, /) -> None:
        """Refuse: there is no keyring."""
        raise KeyringProblem(KeyringState.ABSENT)

    def remove(self, _user: str, /) -> None:
        """Do nothing: nothing is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySources:
    """Where a profile's key is kept, and what a guess of code or passphrase shall cost."""

    keyring: Keyring = field(default_factory=OsKeyring)
    cost: Cost = STANDARD


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """What the keyring said about one profile."""

    state: KeyringState
    key: DataKey | None = None


def look_up(keyring: Keyring, user: str) -> Lookup:
    """Ask the keyring for a profile's key; never raises."""
    try:
        text = keyring.get(user)
    except KeyringProblem as problem:
        return Lookup(state=problem.state)
    if not text:
        return Lookup(state=KeyringState.EMPTY)
    key = DataKey.from_hex(text)
    return Lookup(state=KeyringState.KEPT if key else KeyringState.EMPTY, key=key)


def remember(keyring: Keyring, user: str, key: DataKey) -> KeyringState:
    """Put a key into the keyring and read it back, since some keyrings accept and forget; never raises."""
    try:
        keyring.put(user, key.reveal().hex())
    except KeyringProblem as problem:
        return problem.state
    found = look_up(keyring, user)
    if found.key == key:
        return KeyringState.KEPT
    return KeyringState.FORGETS if found.state in {KeyringState.KEPT, KeyringState.EMPTY} else found.state


def next_user(user: str) -> str:
    """Return the name under which a key is kept that is not in force yet."""
    return f"{user}.next"


def forget(keyring: Keyring, user: str) -> None:
    """Take a profile's key out of the keyring; a keyring that refuses is left as it is."""
    try:
        keyring.remove(user)
    except KeyringProblem:
        return


def _problem(error: Exception) -> KeyringProblem:
    """Sort what a backend threw; backends pass on whatever their system throws."""
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    match error:
        case KeyringLocked():
            return KeyringProblem(KeyringState.LOCKED)
        case NoKeyringError() | InitError():
            return KeyringProblem(KeyringState.ABSENT)
        case _:
            return KeyringProblem(KeyringState.FAILED)

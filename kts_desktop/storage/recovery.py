"""The recovery code, and the wrapping of the data key by a code or a passphrase."""

import re
import secrets
import unicodedata
from dataclasses import dataclass

from kts_desktop.core.errors import ProfileError

GROUPS = 8
GROUP_LENGTH = 5  # four characters that count, one that checks them
MINIMUM_PASSPHRASE = 8
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_MISREAD = str.maketrans("ILO", "110")
_FIELD_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1
_MOST_MEMORY_KIB = 1024 * 1024
_MOST_PASSES = 64
_MOST_LANES = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one guess of a code or passphrase costs; kept with each slot."""

    memory_kib: int = 65536
    passes: int = 3
    lanes: int = 4

    def is_sane(self) -> bool:
        """Tell whether the figures can be worked with; a forged sidecar must not eat all memory."""
        return (
            8 * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
            and 1 <= self.passes <= _MOST_PASSES
            and 1 <= self.lanes <= _MOST_LANES
        )


STANDARD = Cost()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrapped:
    """The data key, sealed by a secret that a person keeps."""

    cost: Cost
    salt: bytes
    nonce: bytes
    sealed: bytes


def new_code() -> str:
    """Return a new recovery code of 160 bits: eight groups of five characters."""
    return "-".join(
        _with_check([secrets.randbelow(32) for _ in range(GROUP_LENGTH - 1)], number)
        for number in range(1, GROUPS + 1)
    )


def code_groups(text: str) -> tuple[str, ...]:
    """Return the eight groups of a typed code, cleaned of blanks, dashes and misread letters.

    Raises ProfileError ``recovery_length`` or ``recovery_mistyped`` with the number of the group at fault.
    """
    letters = re.sub(r"[\s\-–—_.,]", "", text).upper().translate(_MISREAD)
    if len(letters) != GROUPS * GROUP_LENGTH:
        raise ProfileError("recovery_length", found=len(letters), expected=GROUPS * GROUP_LENGTH)
    groups = tuple(letters[at : at + GROUP_LENGTH] for at in range(0, len(letters), GROUP_LENGTH))
    for number, group in enumerate(groups, start=1):
        if not _is_sound(group, number):
            raise ProfileError("recovery_mistyped", group=number)
    return groups


def code_secret(text: str) -> bytes:
    """Return what a typed recovery code seals with; raises ProfileError if it is mistyped."""
    return "".join(code_groups(text)).encode("ascii")


def passphrase_secret(text: str) -> bytes:
    """Return what a passphrase seals with, the same on every keyboard and system."""
    return unicodedata.normalize("NFC", text).encode("utf-8")


def checked_passphrase(text: str) -> str:
    """Return a passphrase that may be set; raises ProfileError if it is too short."""
    if len(text) < MINIMUM_PASSPHRASE:
        raise ProfileError("passphrase_short", minimum=MINIMUM_PASSPHRASE)
    return text


def wrap(data_key: bytes, secret: bytes, *, bound_to: str, cost: Cost) -> Wrapped:
    """Seal the data key; ``bound_to`` names profile and slot, so that a seal fits nowhere else."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    sealed = AESGCM(_stretch(secret, salt, cost)).encrypt(nonce, data_key, bound_to.encode("utf-8"))
    return Wrapped(cost=cost, salt=salt, nonce=nonce, sealed=sealed)


def unwrap(wrapped: Wrapped, secret: bytes, *, bound_to: str) -> bytes | None:
    """Return the data key, or None if the secret does not fit."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(_stretch(secret, wrapped.salt, wrapped.cost)).decrypt(
            wrapped.nonce, wrapped.sealed, bound_to.encode("utf-8")
        )
    except InvalidTag:
        return None


def _stretch(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        secret,
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=32,
        type=Type.ID,
    )


def _with_check(values: list[int], number: int) -> str:
    return "".join(_ALPHABET[value] for value in (*values, _check(values, number)))


def _is_sound(group: str, number: int) -> bool:
    values = [_ALPHABET.find(letter) for letter in group]
    return min(values) >= 0 and _check(values[:-1], number) == values[-1]


def _check(values: list[int], number: int) -> int:
    """Weigh each place by another power of the generator: one wrong letter or two swapped ones always show.

    The group's number goes in as well, so that swapped groups show.
    """
    check = number
    for value in values:
        check = _double(check ^ value)
    return check


def _double(value: int) -> int:
    doubled = value << 1
    return doubled ^ _FIELD_POLYNOMIAL if doubled & 0b100000 else doubled

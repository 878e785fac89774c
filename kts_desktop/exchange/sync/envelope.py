"""The outer part of a package: who can open it, and the chunks in which everything else is sealed.

``docs/package-format.md`` tells it byte by byte. Nothing in it is trusted: a package is only as good as the
signature inside.
"""

import hashlib
import os
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kts_desktop.core.errors import PackageError
from kts_desktop.exchange.sync.laptop_keys import LaptopKeys, PublicKeys
from kts_desktop.storage import recovery
from kts_desktop.storage.recovery import Cost, Wrapped

MAGIC = b"KTSPAKET"
VERSION, FOR_LAPTOPS, BY_PASSPHRASE = 1, 2, 3
CHUNK, TAG, KEY, PREFIX, SHORT = 65_536, 16, 32, 7, 8
MOST_RECIPIENTS, LONGEST_SLOT = 200, 4_096
_FIXED = struct.Struct(">8sBBH")
_SLOT = struct.Struct(">8sH")
_BOUND = "kts-paket-v1"
_PASSPHRASE_SLOT = struct.Struct(">16sIBB12s48s")
_MOST_MEMORY_KIB = 256 * 1024  # a package from elsewhere must not eat all memory

Randomness = Callable[[int], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The file key, sealed for one recipient, whose fingerprint begins with ``short``."""

    short: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """The header as it stands in the file; ``raw`` are all its bytes."""

    suite: int
    slots: tuple[Slot, ...]
    prefix: bytes
    raw: bytes


class Opener(Protocol):
    """Finds the file key in a header; raises PackageError if it cannot."""

    def __call__(self, envelope: Envelope, /) -> bytes:
        """Return the file key."""


def by_keys(keys: LaptopKeys) -> Opener:
    """Return what opens packages for a laptop."""

    def opener(envelope: Envelope) -> bytes:
        short = keys.public.fingerprint[:SHORT]
        mine = [slot for slot in envelope.slots if slot.short == short]
        if envelope.suite != FOR_LAPTOPS:
            raise PackageError("package_passphrase")
        if not mine:
            raise PackageError("package_not_for_us", n=len(envelope.slots))
        found = next((key for slot in mine if (key := keys.open(slot.sealed)) is not None), None)
        return _checked(found)

    return opener


def by_passphrase(passphrase: str) -> Opener:
    """Return what opens a package that was sealed by a passphrase, as for a first set-up."""

    def opener(envelope: Envelope) -> bytes:
        if envelope.suite != BY_PASSPHRASE:
            raise PackageError("package_no_passphrase")
        slot = _passphrase_slot(envelope.slots[0].sealed)
        found = recovery.unwrap(slot, recovery.passphrase_secret(passphrase), bound_to=_BOUND)
        if found is None:
            raise PackageError("package_wrong_passphrase")
        return _checked(found)

    return opener


def for_laptops(
    key: bytes, recipients: Sequence[PublicKeys], randomness: Randomness = os.urandom
) -> Envelope:
    """Return a header that lets these laptops find the file key."""
    slots = [Slot(short=one.fingerprint[:SHORT], sealed=one.seal(key)) for one in recipients]
    return _made(FOR_LAPTOPS, slots, randomness(PREFIX))


def for_passphrase(key: bytes, passphrase: str, cost: Cost = recovery.STANDARD) -> Envelope:
    """Return a header that lets whoever knows a passphrase find the file key."""
    secret = recovery.passphrase_secret(recovery.checked_passphrase(passphrase))
    made = recovery.wrap(key, secret, bound_to=_BOUND, cost=cost)
    sealed = _PASSPHRASE_SLOT.pack(
        made.salt, cost.memory_kib, cost.passes, cost.lanes, made.nonce, made.sealed
    )
    return _made(BY_PASSPHRASE, [Slot(short=bytes(SHORT), sealed=sealed)], os.urandom(PREFIX))


def read_envelope(file: BinaryIO) -> Envelope:
    """Read the header from the beginning of a file; raises PackageError."""
    begin = file.read(_FIXED.size)
    if begin[: len(MAGIC)] != MAGIC:
        raise PackageError("package_foreign")
    if len(begin) < _FIXED.size:
        raise PackageError("package_damaged")
    _, version, suite, count = _FIXED.unpack(begin)
    if version > VERSION or suite > BY_PASSPHRASE:
        raise PackageError("package_newer", version=f"{version}.{suite}")
    if version != VERSION or suite < FOR_LAPTOPS:
        raise PackageError("package_damaged")
    if not 1 <= count <= (MOST_RECIPIENTS if suite == FOR_LAPTOPS else 1):
        raise PackageError("package_damaged")
    raw, slots = [begin], []
    for _ in range(count):
        head = _exactly(file, _SLOT.size)
        short, size = _SLOT.unpack(head)
        if size > LONGEST_SLOT:
            raise PackageError("package_damaged")
        sealed = _exactly(file, size)
        raw += [head, sealed]
        slots.append(Slot(short=short, sealed=sealed))
    prefix = _exactly(file, PREFIX)
    return Envelope(suite=suite, slots=tuple(slots), prefix=prefix, raw=b"".join([*raw, prefix]))


class Sealer:
    """Writes the sealed chunks behind a header, as bytes come."""

    def __init__(self, target: BinaryIO, envelope: Envelope, key: bytes) -> None:
        self._target, self._cipher = target, AESGCM(key)
        self._prefix, self._bound = envelope.prefix, hashlib.sha256(envelope.raw).digest()
        self._waiting, self._number = bytearray(), 0
        target.write(envelope.raw)

    def write(self, content: bytes) -> None:
        """Take bytes; a chunk is written once it is known not to be the last."""
        self._waiting += content
        while len(self._waiting) > CHUNK:
            self._put(bytes(self._waiting[:CHUNK]), is_last=False)
            del self._waiting[:CHUNK]

    def finish(self) -> None:
        """Write the last chunk."""
        self._put(bytes(self._waiting), is_last=True)

    def _put(self, chunk: bytes, *, is_last: bool) -> None:
        nonce = _nonce(self._prefix, self._number, is_last=is_last)
        self._target.write(self._cipher.encrypt(nonce, chunk, self._bound))
        self._number += 1


class Unsealer:
    """Reads what is sealed behind a header, from any place; raises PackageError ``package_damaged``."""

    def __init__(self, file: BinaryIO, envelope: Envelope, key: bytes, size: int) -> None:
        self._file, self._start = file, len(envelope.raw)
        self._prefix, self._bound = envelope.prefix, hashlib.sha256(envelope.raw).digest()
        self._cipher = AESGCM(key)
        sealed = size - self._start
        self._count = -(-sealed // (CHUNK + TAG))
        self.size = sealed - self._count * TAG
        last = sealed - (self._count - 1) * (CHUNK + TAG) - TAG
        if sealed < TAG or last < (1 if self._count > 1 else 0):
            raise PackageError("package_damaged")
        self._at, self._chunk = -1, b""

    def read(self, place: int, size: int) -> bytes:
        """Return exactly these bytes."""
        if place < 0 or place + size > self.size:
            raise PackageError("package_damaged")
        parts = []
        while size:
            number, offset = divmod(place, CHUNK)
            part = self._chunk_of(number)[offset : offset + size]
            parts.append(part)
            place, size = place + len(part), size - len(part)
        return b"".join(parts)

    def _chunk_of(self, number: int) -> bytes:
        if number != self._at:
            self._file.seek(self._start + number * (CHUNK + TAG))
            sealed = self._file.read(CHUNK + TAG)
            nonce = _nonce(self._prefix, number, is_last=number == self._count - 1)
            try:
                self._chunk = self._cipher.decrypt(nonce, sealed, self._bound)
            except (InvalidTag, ValueError) as error:
                raise PackageError("package_damaged") from error
            self._at = number
        return self._chunk


def _made(suite: int, slots: Sequence[Slot], prefix: bytes) -> Envelope:
    if not 1 <= len(slots) <= MOST_RECIPIENTS:
        raise PackageError("package_recipients", most=MOST_RECIPIENTS)
    parts = [_FIXED.pack(MAGIC, VERSION, suite, len(slots))]
    for slot in slots:
        parts += [_SLOT.pack(slot.short, len(slot.sealed)), slot.sealed]
    return Envelope(suite=suite, slots=tuple(slots), prefix=prefix, raw=b"".join([*parts, prefix]))


def _passphrase_slot(sealed: bytes) -> Wrapped:
    if len(sealed) != _PASSPHRASE_SLOT.size:
        raise PackageError("package_damaged")
    salt, memory, passes, lanes, nonce, secret = _PASSPHRASE_SLOT.unpack(sealed)
    cost = Cost(memory_kib=memory, passes=passes, lanes=lanes)
    if not cost.is_sane() or memory > _MOST_MEMORY_KIB:
        raise PackageError("package_damaged")
    return Wrapped(cost=cost, salt=salt, nonce=nonce, sealed=secret)


def _checked(key: bytes | None) -> bytes:
    if key is None or len(key) != KEY:  # one message for every way to be wrong
        raise PackageError("package_damaged")
    return key


def _exactly(file: BinaryIO, size: int) -> bytes:
    found = file.read(size)
    if len(found) != size:
        raise PackageError("package_damaged")
    return found


def _nonce(prefix: bytes, number: int, *, is_last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([is_last])

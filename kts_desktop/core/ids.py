"""Identifiers that stay the same on every laptop."""

import random
import uuid
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

import uuid_utils

_LINKS = uuid.UUID("6b747364-6c69-6e6b-8000-000000000001")  # namespace of link records
_SOURCE: ContextVar["_Seeded | None"] = ContextVar("seeded", default=None)
_VERSION_7 = 0x70
_VARIANT = 0x80


def new_uid() -> bytes:
    """Return a new UUIDv7 as 16 bytes; later ones sort later."""
    source = _SOURCE.get()
    return uuid_utils.uuid7().bytes if source is None else source.next()


def link_uid(table: str, *ends: bytes) -> bytes:
    """Return the UUIDv5 of a link: two laptops that set the same link make the same record."""
    return uuid.uuid5(_LINKS, f"{table}:{':'.join(end.hex() for end in ends)}").bytes


@contextmanager
def seeded(seed: int, since: datetime) -> Generator[None]:
    """Give the same identifiers again for the same seed inside the block: for the demo office and tests."""
    before = _SOURCE.set(_Seeded(seed, since))
    try:
        yield
    finally:
        _SOURCE.reset(before)


class _Seeded:
    """UUIDv7 whose milliseconds count up from a moment and whose rest comes from a seed."""

    def __init__(self, seed: int, since: datetime) -> None:
        self._random = random.Random(seed)  # noqa: S311 - repeatable on purpose, never a secret
        self._milliseconds = int(since.timestamp() * 1000)

    def next(self) -> bytes:
        self._milliseconds += 1
        tail = bytearray(self._random.randbytes(10))
        tail[0] = _VERSION_7 | tail[0] & 0x0F
        tail[2] = _VARIANT | tail[2] & 0x3F
        return self._milliseconds.to_bytes(6) + bytes(tail)

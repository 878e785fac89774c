"""What a package says, as plain values: cut by the merge core, written and read by the package format.

Tables, fields and spaces travel as text, so that a newer version's own can be kept and forwarded. Replicas
are 16-byte ids, records 16-byte uids, times milliseconds since 1970 in UTC.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

EXISTENCE_NAME = "!"  # the field of being there (1) or in the bin (0)
SYNC, SNAPSHOT, EXTRACT = "sync", "snapshot", "extract"
Value: TypeAlias = int | str | bytes | None
Vector: TypeAlias = Mapping[bytes, int]
Vectors: TypeAlias = Mapping[str, Vector]  # space -> replica -> highest seal number known


class Head(NamedTuple):
    """The newest seal of a replica the sender knows; the nonce tells a copy from the original."""

    rep: bytes
    seq: int
    nonce: bytes


class Seal(NamedTuple):
    """One seal: number, time, nonce (8 bytes) and what its laptop knew then."""

    rep: bytes
    seq: int
    ms: int
    nonce: bytes
    deps: Vectors


class Given(NamedTuple):
    """The value one version gives a field.

    A reference is the uid of its target as bytes. ``later`` is the version's time less that of its block;
    ``base`` the text it was edited from, where ``has_base``.
    """

    value: Value
    later: int = 0
    base: Value = None
    has_base: bool = False


class Block(NamedTuple):
    """The fields of one record that have a live version with one dot (rep, seq), all of one space."""

    table: str
    rec: bytes
    rep: bytes
    seq: int
    space: str
    ms: int
    fields: Mapping[str, Given]


class Erasure(NamedTuple):
    """A record erased for good, or, with ``fields``, only what these fields held before.

    It is told to whoever holds ``space``; to everybody if that is empty, as it is not known any more.
    """

    rec: bytes
    rep: bytes
    seq: int
    ms: int
    space: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the signed manifest says before anything else is read; ``id`` and ``office`` have 16 bytes.

    ``kind`` is ``sync``, ``snapshot`` or ``extract``; ``to`` holds full fingerprints (32 bytes).
    """

    kind: str
    id: bytes
    office: bytes
    source: bytes
    created_ms: int
    spaces: tuple[str, ...]
    since: Vectors
    to_vec: Vectors
    heads: tuple[Head, ...]
    to: tuple[bytes, ...]
    app: str
    schema: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All a package carries; the blocks may come as they are read, once."""

    header: Header
    seals: tuple[Seal, ...]
    erased: tuple[Erasure, ...]
    blocks: Iterable[Block]
    cards: tuple[bytes, ...] = ()
    wanted: tuple[bytes, ...] = ()
    blobs: Mapping[bytes, int] = field(default_factory=dict)  # SHA-256 -> size of what comes along

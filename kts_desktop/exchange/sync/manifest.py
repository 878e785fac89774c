"""The signed part of a package: header, counts and the list of sections, as canonical JSON."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from kts_desktop.core.errors import PackageError
from kts_desktop.exchange.sync import canonical, shapes
from kts_desktop.exchange.sync.content import Head, Header, Vectors
from kts_desktop.exchange.sync.laptop_keys import SIGNING_BYTES
from kts_desktop.exchange.sync.shapes import FINGERPRINT, NONCE, UID, refuse

VERSION = 1
SIGNED = b"KTS-manifest-v1\0"
SHA256 = 32
LONGEST = 256 * 1024  # bytes
SECTIONS_MOST = 10_000
REPLICAS_MOST = 4_096
LATEST_MS = 253_402_300_800_000  # the year 10000
KINDS = frozenset({"sync", "snapshot", "extract"})
LISTS = ("seals", "erased", "keys", "want")  # sections that are read before any record
DATA, BLOB = "data", "blob:"
COUNTS = ("blocks", "erased", "fields", "seals")
_KEYS = frozenset(
    {"app", "counts", "created", "heads", "id", "kind", "min_reader", "office", "reps", "schema"}
    | {"sections", "signer", "since", "spaces", "src", "to", "to_vec", "v"}
)
_SECTION_KEYS = frozenset({"name", "raw", "sha256", "z"})
_SECTION = re.compile(r"seals|erased|keys|want|data|sig2|blob:[0-9a-f]{64}")
_APP = re.compile(r"[0-9A-Za-z.+-]{1,32}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")
SPACE = re.compile(r"[a-z][a-z0-9-]{0,31}(:[0-9a-f]{32})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section: bytes unpacked, their hash, bytes as they stand in the package."""

    name: str
    raw: int
    sha256: bytes
    packed: int

    @property
    def blob(self) -> bytes | None:
        """Return the hash of the content it brings; None for the other sections."""
        return bytes.fromhex(self.name.removeprefix(BLOB)) if self.name.startswith(BLOB) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What is signed; ``reps`` are all replicas the package speaks of, in the order their numbers mean."""

    header: Header
    signer: bytes
    reps: tuple[bytes, ...]
    counts: Mapping[str, int]
    sections: tuple[Section, ...]


def dump(manifest: Manifest) -> bytes:
    """Return the manifest's bytes; raises PackageError ``package_too_large``."""
    header, reps = manifest.header, manifest.reps
    heads = {head.rep: [head.seq, head.nonce.hex()] for head in header.heads}
    text = canonical.dump(
        {
            "app": header.app,
            "counts": dict(manifest.counts),
            "created": told(header.created_ms),
            "heads": [heads.get(rep, [0, ""]) for rep in reps],
            "id": header.id.hex(),
            "kind": header.kind,
            "min_reader": VERSION,
            "office": header.office.hex(),
            "reps": [rep.hex() for rep in reps],
            "schema": header.schema,
            "sections": [
                {"name": one.name, "raw": one.raw, "sha256": one.sha256.hex(), "z": one.packed}
                for one in manifest.sections
            ],
            "signer": manifest.signer.hex(),
            "since": _numbered(header.since, header.spaces, reps),
            "spaces": sorted(header.spaces),
            "src": header.source.hex(),
            "to": sorted(one.hex() for one in header.to),
            "to_vec": _numbered(header.to_vec, header.spaces, reps),
            "v": VERSION,
        }
    )
    if len(text) > LONGEST:
        raise PackageError("package_too_large")
    return text


def signer_of(raw: Any) -> bytes:
    """Return who claims to have signed; all that is looked at before the signature is checked."""
    return shapes.hexed(shapes.named(raw, frozenset({"signer"}))["signer"], SIGNING_BYTES)


def parse(raw: Any) -> Manifest:
    """Return the manifest behind its JSON, whose signature holds; raises PackageError.

    A trusted sender may still be broken or malicious, so nothing is taken as it stands.
    """
    version = shapes.number(shapes.named(raw, frozenset({"v"}))["v"])
    if version > VERSION or shapes.number(raw.get("min_reader", 0)) > VERSION:
        raise PackageError("package_newer", version=shapes.words(raw.get("app"), _APP))
    found = shapes.named(raw, _KEYS)
    reps = _distinct([shapes.hexed(one, UID) for one in shapes.listed(found["reps"])])
    spaces = _distinct([shapes.words(one, SPACE) for one in shapes.listed(found["spaces"])])
    to = _distinct([shapes.hexed(one, FINGERPRINT) for one in shapes.listed(found["to"])])
    source = shapes.hexed(found["src"], UID)
    if found["kind"] not in KINDS or source not in reps or len(reps) > REPLICAS_MOST:
        refuse()
    if spaces != tuple(sorted(spaces)) or to != tuple(sorted(to)):
        refuse()
    header = Header(
        kind=found["kind"],
        id=shapes.hexed(found["id"], UID),
        office=shapes.hexed(found["office"], UID),
        source=source,
        created_ms=moment(found["created"]),
        spaces=spaces,
        since=_vectors(found["since"], spaces, reps),
        to_vec=_vectors(found["to_vec"], spaces, reps),
        heads=_heads(found["heads"], reps),
        to=to,
        app=shapes.words(found["app"], _APP),
        schema=shapes.number(found["schema"], high=1 << 31),
    )
    counts = shapes.named(found["counts"], frozenset(COUNTS))
    return Manifest(
        header=header,
        signer=signer_of(found),
        reps=reps,
        counts={name: shapes.number(counts[name]) for name in COUNTS},
        sections=_sections(found["sections"]),
    )


def told(ms: int) -> str:
    """Return a moment as the package writes it."""
    at = datetime.fromtimestamp(ms // 1000, UTC)
    return f"{at:%Y-%m-%dT%H:%M:%S}.{ms % 1000:03d}Z"


def moment(value: Any) -> int:
    """Return the milliseconds behind a moment as the package writes it."""
    try:
        at = datetime.strptime(shapes.words(value, _MOMENT), "%Y-%m-%dT%H:%M:%S.%fZ")  # noqa: DTZ007 - UTC
    except ValueError:
        refuse()
    found = at.replace(tzinfo=UTC)
    ms = int(found.timestamp()) * 1000 + found.microsecond // 1000
    return shapes.number(ms, high=LATEST_MS)


def _numbered(vectors: Vectors, spaces: Sequence[str], reps: Sequence[bytes]) -> dict[str, list[int]]:
    return {space: [vectors.get(space, {}).get(rep, 0) for rep in reps] for space in spaces}


def _vectors(raw: Any, spaces: Sequence[str], reps: Sequence[bytes]) -> Vectors:
    found = shapes.named(raw, frozenset(spaces))
    if len(found) != len(spaces):
        refuse()
    vectors = {}
    for space in spaces:
        numbers = [shapes.number(one) for one in shapes.listed(found[space], len(reps))]
        vectors[space] = {rep: seq for rep, seq in zip(reps, numbers, strict=True) if seq}
    return vectors


def _heads(raw: Any, reps: Sequence[bytes]) -> tuple[Head, ...]:
    heads = []
    for rep, one in zip(reps, shapes.listed(raw, len(reps)), strict=True):
        seq, nonce = shapes.listed(one, 2)
        if shapes.number(seq):
            heads.append(Head(rep, seq, shapes.hexed(nonce, NONCE)))
        elif nonce != "":
            refuse()
    return tuple(heads)


def _sections(raw: Any) -> tuple[Section, ...]:
    sections = []
    for one in shapes.listed(raw):
        found = shapes.named(one, _SECTION_KEYS)
        name = shapes.words(found["name"], _SECTION)
        section = Section(
            name=name,
            raw=shapes.number(found["raw"]),
            sha256=shapes.hexed(found["sha256"], SHA256),
            packed=shapes.number(found["z"]),
        )
        if section.blob not in {None, section.sha256}:
            refuse()
        sections.append(section)
    names = [section.name for section in sections]
    if len(names) > SECTIONS_MOST or len(set(names)) != len(names):
        refuse()
    if names != sorted(names, key=_place):  # the records after all that tells about them, contents last
        refuse()
    return tuple(sections)


def _place(name: str) -> int:
    order = (*LISTS, "sig2", DATA)
    return order.index(name) if name in order else len(order)


def _distinct(values: list[Any]) -> tuple[Any, ...]:
    if len(set(values)) != len(values):
        refuse()
    return tuple(values)

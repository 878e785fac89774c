"""The lines of a package's sections: each one canonical JSON array, written and read strictly."""

import base64
import binascii
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kts_desktop.exchange.sync import canonical, shapes
from kts_desktop.exchange.sync.content import EXISTENCE_NAME, Block, Erasure, Given, Seal, Value, Vectors
from kts_desktop.exchange.sync.manifest import LATEST_MS, SPACE, Manifest
from kts_desktop.exchange.sync.shapes import NONCE, UID, refuse
from kts_desktop.models.catalogue import BY_NAME

LONGEST = 8 * 1024 * 1024  # bytes of a line
FIELDS_MOST = 4_096  # in one line
_DEPTH = 5
_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")
_FIELD = re.compile(rf"{re.escape(EXISTENCE_NAME)}|{_NAME.pattern}")
_ERASURE, _REDACTION = 5, 6  # lengths of a line
_ANOTHER_DIFFERENCE, _AND_BASE = 2, 3  # lengths of the long form of a field


class Writer:
    """Turns what a package says into lines; replicas become their numbers."""

    def __init__(self, reps: Sequence[bytes]) -> None:
        self._number = {rep: number for number, rep in enumerate(reps)}

    def seal(self, seal: Seal) -> bytes:
        """Return the line of a seal."""
        deps = {
            space: sorted([self._number[rep], seq] for rep, seq in vector.items())
            for space, vector in seal.deps.items()
        }
        return canonical.dump([self._number[seal.rep], seal.seq, seal.ms, seal.nonce.hex(), deps])

    def erasure(self, erasure: Erasure) -> bytes:
        """Return the line of an erasure or a redaction."""
        line = [erasure.rec.hex(), self._number[erasure.rep], erasure.seq, erasure.ms, erasure.space]
        return canonical.dump([*line, list(erasure.fields)] if erasure.fields else line)

    def block(self, block: Block) -> bytes:
        """Return the line of a block."""
        fields = {name: _raw_given(given) for name, given in block.fields.items()}
        dot = (self._number[block.rep], block.seq)
        return canonical.dump([block.table, block.rec.hex(), *dot, block.space, block.ms, fields])


class Reader:
    """Reads lines of a package whose manifest is known; raises PackageError for what cannot be right."""

    def __init__(self, manifest: Manifest) -> None:
        header = manifest.header
        self._reps = manifest.reps
        self._is_extract = header.kind == "extract"
        self._limits = header.to_vec
        self._spaces = frozenset(header.spaces)

    def seal(self, line: bytes) -> Seal:
        """Return a seal, which the sender claims to know."""
        rep, seq, ms, nonce, deps = shapes.listed(canonical.load(line, depth=_DEPTH), 5)
        replica = self._replica(rep)
        if not 1 <= shapes.number(seq) <= self._highest(replica):
            refuse()
        return Seal(replica, seq, _moment(ms), shapes.hexed(nonce, NONCE), self._deps(deps))

    def erasure(self, line: bytes) -> Erasure:
        """Return an erasure or a redaction."""
        found = shapes.listed(canonical.load(line, depth=_DEPTH))
        if len(found) not in {_ERASURE, _REDACTION}:
            refuse()
        rec, rep, seq, ms, space = found[:_ERASURE]
        replica = self._replica(rep)
        if not 1 <= shapes.number(seq) <= self._highest(replica):
            refuse()
        if space != "" and (type(space) is not str or space not in self._spaces):
            refuse()
        fields: tuple[str, ...] = ()
        if len(found) == _REDACTION:
            fields = tuple(shapes.words(one, _FIELD) for one in shapes.listed(found[_ERASURE]))
            if not 0 < len(set(fields)) == len(fields) <= FIELDS_MOST:
                refuse()
        return Erasure(shapes.hexed(rec, UID), replica, seq, _moment(ms), space, fields)

    def block(self, line: bytes) -> Block:
        """Return a block: of a space of the package, with a dot the sender claims to know."""
        table, rec, rep, seq, space, ms, raw = shapes.listed(canonical.load(line, depth=_DEPTH), 7)
        replica, at = self._replica(rep), _moment(ms)
        shapes.words(table, _NAME)
        if type(space) is not str or space not in self._spaces:
            refuse()
        lowest = 0 if self._is_extract else 1
        if not lowest <= shapes.number(seq) <= self._limits[space].get(replica, 0):
            refuse()
        fields = shapes.named(raw, frozenset())
        if not 0 < len(fields) <= FIELDS_MOST:
            refuse()
        _check_space(table, space, fields)
        given = {shapes.words(name, _FIELD): _given(one, at) for name, one in fields.items()}
        return Block(table, shapes.hexed(rec, UID), replica, seq, space, at, given)

    def _replica(self, number: Any) -> bytes:
        return self._reps[shapes.number(number, high=len(self._reps))]

    def _highest(self, replica: bytes) -> int:
        return max((vector.get(replica, 0) for vector in self._limits.values()), default=0)

    def _deps(self, raw: Any) -> Vectors:
        deps = {}
        for space, vector in shapes.named(raw, frozenset()).items():
            shapes.words(space, SPACE)
            pairs = [shapes.listed(one, 2) for one in shapes.listed(vector)]
            known = {self._replica(rep): shapes.number(seq, 1) for rep, seq in pairs}
            if len(known) != len(pairs):
                refuse()
            deps[space] = known
        return deps


def _check_space(table: str, space: str, fields: Iterable[str]) -> None:
    """Refuse a known field in another space than the catalogue's: it would reach whom it must not."""
    known = BY_NAME.get(table)
    if known is None or space == known.space:
        return
    names = {field.name for field in known.fields}
    if ":" not in space and not names.isdisjoint(fields):
        refuse()
    if known.space != "office":  # closed circles hold office records only
        refuse()


def _moment(value: Any) -> int:
    return shapes.number(value, high=LATEST_MS)


def _raw_given(given: Given) -> Any:
    value = _raw(given.value)
    if given.has_base:
        return [value, given.later, _raw(given.base)]
    return [value, given.later] if given.later else value


def _raw(value: Value) -> Any:
    return {"b": base64.b64encode(value).decode("ascii")} if isinstance(value, bytes) else value


def _given(raw: Any, at: int) -> Given:
    if type(raw) is not list:
        return Given(_value(raw))
    if len(raw) not in {_ANOTHER_DIFFERENCE, _AND_BASE}:
        refuse()
    later = shapes.number(raw[1], -LATEST_MS, LATEST_MS)
    if not 0 <= at + later < LATEST_MS or (len(raw) == _ANOTHER_DIFFERENCE and later == 0):
        refuse()
    base = _value(raw[2]) if len(raw) == _AND_BASE else None
    return Given(_value(raw[0]), later, base, len(raw) == _AND_BASE)


def _value(raw: Any) -> Value:
    if raw is None or type(raw) in {int, str}:
        return raw  # type: ignore[no-any-return]
    if type(raw) is not dict or raw.keys() != {"b"} or type(raw["b"]) is not str:
        refuse()
    return _bytes(raw["b"])


def _bytes(raw: str) -> bytes:
    try:
        value = base64.b64decode(raw, validate=True)
    except (binascii.Error, ValueError):
        refuse()
    if base64.b64encode(value).decode("ascii") != raw:
        refuse()
    return value


def replicas_of(
    seals: Iterable[Seal], erased: Iterable[Erasure], vectors: Iterable[Mapping[bytes, int]]
) -> set[bytes]:
    """Return all replicas that seals, erasures and vectors speak of."""
    found = {seal.rep for seal in seals} | {one.rep for one in erased}
    for seal in seals:
        for vector in seal.deps.values():
            found.update(vector)
    for vector in vectors:
        found.update(vector)
    return found

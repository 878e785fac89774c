"""Cutting a package: all live versions newer than what its recipients acknowledged.

Never from what was sent: a lost stick costs bytes, not data. Without recipients it is a snapshot, for a new
laptop as for one that lost its way.
"""

import secrets
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from kts_desktop.core.errors import StorageError
from kts_desktop.exchange.sync import opaque
from kts_desktop.exchange.sync.content import (
    EXISTENCE_NAME,
    SNAPSHOT,
    SYNC,
    Block,
    Content,
    Erasure,
    Given,
    Head,
    Header,
    Seal,
    Value,
)
from kts_desktop.models.base import UtcMs
from kts_desktop.models.catalogue import BY_NUMBER, EXISTENCE
from kts_desktop.storage import direct
from kts_desktop.storage.replica import knowledge, masks, me, sealing
from kts_desktop.storage.replica.shapes import Shape, field_name, shape_of
from kts_desktop.storage.store import Store

ID_BYTES = 16
_TRIES = 20
_SEALS = "SELECT seq, ms, nonce, deps FROM sync_seal WHERE rep=? AND seq>? ORDER BY seq"
_NEWEST = "SELECT seq, nonce FROM sync_seal WHERE rep=? ORDER BY seq DESC LIMIT 1"
_Since = dict[str, dict[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be cut, and what stands on it.

    ``peers`` are the replicas it is for, none for a snapshot; ``spaces`` those all of them may hold, empty
    for all own; ``to`` their full fingerprints.
    """

    office: bytes
    created_ms: int
    app: str
    schema: int
    peers: tuple[bytes, ...] = ()
    spaces: tuple[str, ...] = ()
    to: tuple[bytes, ...] = ()
    cards: tuple[bytes, ...] = ()
    wanted: tuple[bytes, ...] = ()
    blobs: Mapping[bytes, int] = field(default_factory=dict)
    id: bytes = b""


def seal(store: Store) -> int:
    """Seal the own edits since the last time; return the number of the seal, 0 if there was nothing."""
    with store.maintain() as connection:
        now = UtcMs().process_bind_param(store.clock(), connection.dialect)
        assert now is not None
        return sealing.seal(direct.driver_of(connection), now)


@contextmanager
def cut(store: Store, order: Order) -> Generator[Content]:
    """Seal, and yield a package's content out of one snapshot of the office; the blocks can be read once.

    An edit saved between seal and snapshot must not go out under an old number: then it is sealed again.
    """
    for _ in range(_TRIES):
        seal(store)
        with store.read() as session:
            driver = direct.driver_of(session.connection())
            if sealing.waiting_rows(driver):
                continue
            yield content_of(driver, order)
            return
    raise StorageError("busy")


def content_of(driver: Any, order: Order) -> Content:
    """Return the content of a package as the connection's snapshot has it; everything must be sealed."""
    cutting = _Cutting(driver, order)
    return Content(
        header=cutting.header(),
        seals=tuple(cutting.seals()),
        erased=tuple(cutting.erased()),
        blocks=cutting.blocks(),
        cards=order.cards,
        wanted=order.wanted,
        blobs=order.blobs,
    )


class _Cutting:
    """One package in the making."""

    def __init__(self, driver: Any, order: Order) -> None:
        self._driver, self._order = driver, order
        self._ids = me.replicas(driver)
        own = set(me.own_spaces(driver))
        self._spaces = tuple(sorted(own & set(order.spaces) if order.spaces else own))
        self._have = {space: me.have(driver, space) for space in self._spaces}
        self._since = since(driver, order.peers, self._spaces)
        reps = {rep for space in self._spaces for rep in self._have[space]}
        self._low = {
            rep: min((self._since[space].get(rep, 0) for space in self._spaces), default=0)
            for rep in sorted(reps)
        }

    def header(self) -> Header:
        """Return what the manifest says."""
        order, own = self._order, me.who(self._driver)
        assert own is not None
        return Header(
            kind=SYNC if order.peers else SNAPSHOT,
            id=order.id or secrets.token_bytes(ID_BYTES),
            office=order.office,
            source=own.replica,
            created_ms=order.created_ms,
            spaces=self._spaces,
            since=self._told(self._since),
            to_vec=self._told(self._have),
            heads=tuple(self._heads()),
            to=order.to,
            app=order.app,
            schema=order.schema,
        )

    def seals(self) -> Iterator[Seal]:
        """Yield the seals the recipients do not all have."""
        for rep, low in self._low.items():
            for seq, ms, nonce, deps in self._driver.execute(_SEALS, (rep, low)):
                known = knowledge.unpacked(deps) if deps is not None else {}
                told = self._told({space: known[space] for space in self._spaces if space in known})
                yield Seal(rep=self._ids[rep], seq=seq, ms=ms, nonce=nonce, deps=told)

    def erased(self) -> Iterator[Erasure]:
        """Yield what was erased, and what was redacted, since."""
        rows = self._driver.execute(
            "SELECT rec, rep, seq, ms, space FROM sync_erased WHERE rep IS NOT NULL ORDER BY rep, seq, rec"
        ).fetchall()
        for record, rep, seq, ms, space in rows:
            if self._is_new(rep, seq, space):
                yield Erasure(rec=record, rep=self._ids[rep], seq=seq, ms=ms, space=space or "")
        redacted: dict[tuple[int, int, bytes], list[int]] = {}
        for record, number, rep, seq in self._driver.execute(
            "SELECT rec, fld, rep, seq FROM sync_redacted WHERE rep<>0 ORDER BY rep, seq, rec, fld"
        ):
            redacted.setdefault((rep, seq, record), []).append(number)
        for (rep, seq, record), numbers in redacted.items():
            yield from self._redaction(rep, seq, record, numbers)

    def blocks(self) -> Iterator[Block]:
        """Yield the versions of all records, one block a record and dot."""
        numbers = sorted(
            {
                number
                for rep, low in self._low.items()
                for (number,) in self._driver.execute(
                    "SELECT DISTINCT tbl FROM sync_ver WHERE rep=? AND seq>?", (rep, low)
                )
            }
        )
        losers = self._losers()
        for number in numbers:
            shape = shape_of(number)
            for rep, low in self._low.items():
                yield from self._of_table(shape, rep, low, losers)
        yield from opaque.blocks(self._driver, self._is_new_in, self._ids)

    def _of_table(
        self, shape: Shape, rep: int, low: int, losers: Mapping[tuple[bytes, int, int, int], Value]
    ) -> Iterator[Block]:
        name, default = shape.name, shape.table.space
        replica = self._ids[rep]
        bases, times = (
            self._beside("sync_base", "val", shape, rep, low),
            self._beside("sync_ms", "ms", shape, rep, low),
        )
        names = {column.number: (place, column.name) for place, column in enumerate(shape.columns)}
        rows = self._driver.execute(
            f"SELECT v.rec, v.seq, v.mask, v.ms, v.space, t.id, {shape.told} FROM sync_ver v "
            f"LEFT JOIN {name} t ON t.uid=v.rec WHERE v.rep=? AND v.seq>? AND v.tbl=? ORDER BY v.seq, v.rec",
            (rep, low, shape.number),
        )
        for record, seq, mask, ms, space, row_id, *values in rows:
            lies_in = space or default
            if not self._is_new_in(lies_in, rep, seq):
                continue
            fields: dict[str, Given] = {}
            value: Value
            for number in masks.fields_of(mask):
                key = (record, number, rep, seq)
                if number == EXISTENCE:
                    field_called = EXISTENCE_NAME
                    value = int(not mask & masks.BINNED)
                else:
                    place, field_called = names[number]
                    value = losers[key] if row_id is None or key in losers else values[place]
                later = times[key] - ms if key in times else 0
                if key in bases:
                    fields[field_called] = Given(value, later, bases[key], has_base=True)
                else:
                    fields[field_called] = Given(value, later)
            yield Block(name, record, replica, seq, lies_in, ms, fields)

    def _losers(self) -> dict[tuple[bytes, int, int, int], Value]:
        rows = self._driver.execute("SELECT rec, fld, rep, seq, val FROM sync_sib")
        return {(record, number, rep, seq): value for record, number, rep, seq, value in rows}

    def _beside(
        self, table: str, column: str, shape: Shape, rep: int, low: int
    ) -> dict[tuple[bytes, int, int, int], Any]:
        rows = self._driver.execute(
            f"SELECT b.rec, b.fld, b.seq, b.{column} FROM sync_ver v CROSS JOIN {table} b "
            "ON b.rec=v.rec AND b.rep=v.rep AND b.seq=v.seq WHERE v.rep=? AND v.seq>? AND v.tbl=?",
            (rep, low, shape.number),
        )
        return {(record, number, rep, seq): value for record, number, seq, value in rows}

    def _redaction(self, rep: int, seq: int, record: bytes, numbers: Sequence[int]) -> Iterator[Erasure]:
        found = self._driver.execute(
            "SELECT v.tbl, v.space FROM sync_ver v WHERE v.rec=? ORDER BY v.mask & 1 DESC LIMIT 1", (record,)
        ).fetchone()
        if found is None:
            return
        table = BY_NUMBER[found[0]]
        space = found[1] or table.space
        if self._is_new(rep, seq, space):
            names = tuple(field_name(table, number, EXISTENCE_NAME) for number in numbers)
            yield Erasure(rec=record, rep=self._ids[rep], seq=seq, ms=0, space=space, fields=names)

    def _is_new(self, rep: int, seq: int, space: str | None) -> bool:
        """Tell whether a recipient may miss a dot; without a space, in any."""
        if space is not None:
            return self._is_new_in(space, rep, seq)
        return any(self._is_new_in(one, rep, seq) for one in self._spaces)

    def _is_new_in(self, space: str, rep: int, seq: int) -> bool:
        vector = self._since.get(space)
        return vector is not None and seq > vector.get(rep, 0)

    def _heads(self) -> Iterator[Head]:
        for rep in self._low:
            found = self._driver.execute(_NEWEST, (rep,)).fetchone()
            if found is not None:
                yield Head(rep=self._ids[rep], seq=found[0], nonce=found[1])

    def _told(self, vectors: Mapping[str, Mapping[int, int]]) -> dict[str, dict[bytes, int]]:
        return {
            space: {self._ids[rep]: seq for rep, seq in vector.items() if seq}
            for space, vector in vectors.items()
        }


def since(driver: Any, peers: Sequence[bytes], spaces: Sequence[str]) -> _Since:
    """Return what all of these colleagues have acknowledged: per space and replica the least of them."""
    found: _Since = {}
    for space in spaces:
        vectors = [me.acknowledged(driver, peer, space) for peer in peers]
        common = set(vectors[0]).intersection(*vectors[1:]) if vectors else set()
        found[space] = {rep: min(vector[rep] for vector in vectors) for rep in common}
    return found

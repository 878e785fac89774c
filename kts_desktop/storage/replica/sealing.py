"""Sealing: the own edits since the last exchange become versions with one number.

What is to be sealed is read from the change journal above the mark, folded per field; an edit that was taken
back is none. Runs inside the caller's transaction, and always before a merge in the same one: sealed after
it, an edit would claim to have seen what has just arrived.
"""

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from kts_desktop.models.catalogue import EXISTENCE
from kts_desktop.storage import journal
from kts_desktop.storage.replica import knowledge, masks, me, spaces
from kts_desktop.storage.replica.me import Me
from kts_desktop.storage.replica.shapes import Shape, shape_of

NONCE_BYTES = 8
_ROWS = (
    "SELECT c.tbl, c.rec, c.op, c.fld, c.old, c.new, s.at FROM change c JOIN change_set s ON s.id=c.tx "
    "WHERE c.seq>? AND c.own=1 ORDER BY c.seq"
)
_LAST = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name='change'"  # erased rows counted


@dataclass(slots=True)
class _Field:
    """The own rows of one field, folded."""

    at: int
    first: Any = None
    last: Any = None
    is_written: bool = False
    touches: int = 0

    @property
    def is_changed(self) -> bool:
        """Tell whether the value now is another than before the first of the rows."""
        return self.is_written and self.first != self.last


@dataclass(slots=True)
class _Pending:
    """The own rows of one record, folded."""

    at: int
    is_inserted: bool = False
    fields: dict[int, _Field] = field(default_factory=dict)


@dataclass(slots=True)
class _State:
    """What is known of a record before it is sealed."""

    is_alive: bool
    filled: int
    space: str
    versions: list[tuple[int, int, int]] = field(default_factory=list)  # replica, number, mask


@dataclass(slots=True)
class _Sealed:
    """What is sealed of one record: the fields, when, and the texts they were edited from."""

    record: bytes
    mask: int
    at: int
    space: str
    state: _State
    pending: _Pending


def seal(driver: Any, now: int) -> int:
    """Seal what waits and return the number of the seal, 0 if nothing did."""
    own = me.begin(driver)
    last = driver.execute(_LAST).fetchone()[0]
    sealed = list(_to_seal(driver, own))
    waiting = driver.execute(
        "SELECT (SELECT count(*) FROM sync_erased WHERE rep IS NULL)"
        "+(SELECT count(*) FROM sync_redacted WHERE rep=0)"
    ).fetchone()[0]
    driver.execute("UPDATE sync_me SET mark=max(mark, ?)", (last,))
    if not sealed and not waiting:
        return 0
    number = own.seq + 1
    driver.execute("UPDATE sync_me SET seq=?", (number,))
    _write_seal(driver, own, number, max((one.at for _, many in sealed for one in many), default=now))
    for shape, many in sealed:
        _write(driver, shape, many, (own.number, number))
    driver.execute("UPDATE sync_erased SET rep=?, seq=? WHERE rep IS NULL", (own.number, number))
    driver.execute("UPDATE sync_redacted SET rep=?, seq=? WHERE rep=0", (own.number, number))
    for space in me.own_spaces(driver):
        me.advance(driver, space, {own.number: number})
    return number


def known_now(driver: Any) -> dict[str, dict[int, int]]:
    """Return what a seal made now knows: a vector for each space, since spaces do not travel together."""
    return {space: me.have(driver, space) for space in me.own_spaces(driver)}


def waiting_rows(driver: Any) -> int:
    """Return how many own rows of the journal no seal has judged yet."""
    own = me.who(driver)
    mark = own.mark if own else 0
    return int(driver.execute("SELECT count(*) FROM change WHERE seq>? AND own=1", (mark,)).fetchone()[0])


def _to_seal(driver: Any, own: Me) -> Iterator[tuple[Shape, list[_Sealed]]]:
    held = frozenset(me.own_spaces(driver))
    for number, pending in sorted(_folded(driver, own.mark).items()):
        shape = shape_of(number)
        states = _states(driver, shape, pending)
        found = []
        for record, one in pending.items():
            state = states.get(record)
            if state is None or state.space not in held:
                continue
            mask = fields_to_seal(one, state)
            if mask:
                found.append(
                    _Sealed(record=record, mask=mask, at=one.at, space=state.space, state=state, pending=one)
                )
        if found:
            yield shape, found


def fields_to_seal(pending: _Pending, state: _State) -> int:
    """Return the mask of what is sealed of a record, 0 for nothing."""
    was_sealed = bool(state.versions)
    if not was_sealed and not state.is_alive:
        return 0  # it has never left this laptop and lies in the bin: it stays here
    mask = state.filled if pending.is_inserted or not was_sealed else 0
    if was_sealed:
        for number, one in pending.fields.items():
            if one.touches > 0 or one.is_changed:
                mask |= masks.bit(number)
    if mask and not state.is_alive:
        mask |= masks.EXISTENCE_BIT  # restored, edited, binned again: the delete has seen the edit
    return mask


def _folded(driver: Any, mark: int) -> dict[int, dict[bytes, _Pending]]:
    found: dict[int, dict[bytes, _Pending]] = {}
    for table, record, op, number, old, new, at in driver.execute(_ROWS, (mark,)):
        records = found.setdefault(table, {})
        pending = records.get(record)
        if pending is None:
            pending = records[record] = _Pending(at)
        pending.at = at
        if op == journal.INSERTED:
            pending.is_inserted = True
            continue
        one = pending.fields.get(number)
        if one is None:
            one = pending.fields[number] = _Field(at)
        one.at = at
        if op == journal.FIELD:
            if not one.is_written:
                one.is_written, one.first = True, old
            one.last = new
        else:
            one.touches += 1 if op == journal.TOUCH else -1
    return found


def _states(driver: Any, shape: Shape, records: Iterable[bytes]) -> dict[bytes, _State]:
    with listed(driver, records):
        states = {
            record: _State(bool(alive), filled, space)
            for record, alive, filled, space in driver.execute(
                f"SELECT t.uid, t.deleted_at IS NULL, {shape.filled}, {spaces.of_row(shape.table)} "
                f"FROM temp.listed l CROSS JOIN {shape.name} t ON t.uid=l.rec"
            )
        }
        for record, rep, seq, mask in driver.execute(
            "SELECT v.rec, v.rep, v.seq, v.mask FROM temp.listed l CROSS JOIN sync_ver v ON v.rec=l.rec"
        ):
            if record in states:
                states[record].versions.append((rep, seq, mask))
    return states


class listed:  # noqa: N801 - used as a function
    """List records in ``temp.listed`` for the length of a block, to be joined with."""

    def __init__(self, driver: Any, records: Iterable[bytes]) -> None:
        self._driver, self._records = driver, records

    def __enter__(self) -> None:
        self._driver.execute("CREATE TEMP TABLE IF NOT EXISTS listed(rec BLOB PRIMARY KEY) WITHOUT ROWID")
        self._driver.executemany(
            "INSERT OR IGNORE INTO temp.listed VALUES(?)", ((record,) for record in self._records)
        )

    def __exit__(self, *_: object) -> None:
        self._driver.execute("DELETE FROM temp.listed")


def _write_seal(driver: Any, own: Me, number: int, ms: int) -> None:
    deps = known_now(driver)
    after = driver.execute("SELECT mark FROM sync_me").fetchone()[0]
    driver.execute(
        "INSERT INTO sync_seal(rep,seq,ms,nonce,deps,lo,hi) VALUES(?,?,?,?,?,?,?)",
        (
            own.number,
            number,
            ms,
            secrets.token_bytes(NONCE_BYTES),
            knowledge.packed(deps),
            own.mark + 1,
            after,
        ),
    )


def _write(driver: Any, shape: Shape, sealed: list[_Sealed], dot: tuple[int, int]) -> None:
    """Replace all versions of the sealed fields by the new dot."""
    bases = list(_bases(shape, sealed, dot))
    _drop_dominated(driver, [one for one in sealed if one.state.versions])
    driver.executemany(
        "INSERT INTO sync_ver(rec,rep,seq,tbl,mask,ms,space) VALUES(?,?,?,?,?,?,?)",
        [
            (
                one.record,
                *dot,
                shape.number,
                one.mask | (masks.BINNED if one.mask & masks.EXISTENCE_BIT and not one.state.is_alive else 0),
                one.at,
                None if one.space == shape.table.space else one.space,
            )
            for one in sealed
        ],
    )
    driver.executemany("INSERT INTO sync_ms(rec,fld,rep,seq,ms) VALUES(?,?,?,?,?)", list(_times(sealed, dot)))
    driver.executemany("INSERT INTO sync_base(rec,fld,rep,seq,val) VALUES(?,?,?,?,?)", bases)


def _times(sealed: list[_Sealed], dot: tuple[int, int]) -> Iterator[tuple[Any, ...]]:
    for one in sealed:
        for number, fld in one.pending.fields.items():
            if fld.at != one.at and one.mask & masks.bit(number) and one.state.versions:
                yield (one.record, number, *dot, fld.at)


def _bases(shape: Shape, sealed: list[_Sealed], dot: tuple[int, int]) -> Iterator[tuple[Any, ...]]:
    """Yield the texts that sealed texts were edited from, where there was one version and no more."""
    for one in sealed:
        for number in masks.fields_of(one.mask & shape.text_mask):
            fld = one.pending.fields.get(number)
            live = sum(1 for *_, mask in one.state.versions if mask & masks.bit(number))
            if fld is not None and fld.is_written and live == 1:
                yield (one.record, number, *dot, fld.first)


def _drop_dominated(driver: Any, sealed: list[_Sealed]) -> None:
    """Take the sealed fields out of the versions before, with their values, times and bases."""
    gone, less = [], []
    for one in sealed:
        for rep, seq, mask in one.state.versions:
            left = masks.without(mask, one.mask)
            if left == mask:
                continue
            if masks.has_fields(left):
                less.append((left, one.record, rep, seq))
            else:
                gone.append((one.record, rep, seq))
    driver.executemany("DELETE FROM sync_ver WHERE rec=? AND rep=? AND seq=?", gone)
    driver.executemany("UPDATE sync_ver SET mask=? WHERE rec=? AND rep=? AND seq=?", less)
    fields = [(one.record, number) for one in sealed for number in masks.fields_of(one.mask)]
    for table in ("sync_sib", "sync_ms", "sync_base"):
        drop_fields(driver, table, fields)
    written = [
        (one.record, number)
        for one in sealed
        for number, fld in one.pending.fields.items()
        if fld.is_changed and number != EXISTENCE
    ]
    drop_fields(driver, "sync_ref", written)


def drop_fields(driver: Any, table: str, fields: list[tuple[bytes, int]]) -> None:
    """Delete what a table of the exchange holds of some fields; a table that is empty costs nothing."""
    if fields and driver.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone():
        driver.executemany(f"DELETE FROM {table} WHERE rec=? AND fld=?", fields)

"""What must always hold of the exchange's tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from kts_desktop.models.catalogue import TABLES
from kts_desktop.storage.replica import masks, me
from kts_desktop.storage.replica.knowledge import Knowledge

MOST = 20  # named one by one; more would help nobody
_LAST = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name='change'"
_ABOVE = (
    "SELECT count(*) FROM sync_ver v LEFT JOIN sync_have h ON h.space=coalesce(v.space,?) AND h.rep=v.rep "
    "WHERE v.tbl=? AND (h.seq IS NULL OR v.seq>h.seq) "
    "AND coalesce(v.space,?) IN (SELECT space FROM sync_have)"
)
_ERASED_IN = ("sync_ver", "sync_sib", "sync_base", "sync_ms", "sync_ref", "sync_opaque", "sync_space")


def broken(driver: Any) -> Iterator[str]:
    """Yield which invariants do not hold, by number and in a developer's words; none without exchange."""
    own = me.who(driver)
    if own is None:
        return
    yield from _vectors(driver, own)
    yield from _erased(driver)
    yield from islice(_versions(driver), MOST)


def _vectors(driver: Any, own: me.Me) -> Iterator[str]:
    for space in me.own_spaces(driver):
        have = me.have(driver, space)
        if have.get(own.number) != own.seq:
            yield f"I1 {space}: {have.get(own.number)} instead of {own.seq}"
    spaces = set(me.own_spaces(driver))
    for table in TABLES:
        if table.space in spaces:
            (above,) = driver.execute(_ABOVE, (table.space, table.number, table.space)).fetchone()
            if above:
                yield f"I2 {table.name}: {above} versions above what is known"
    (ahead,) = driver.execute(
        "SELECT count(*) FROM sync_ack a JOIN sync_have h USING(space, rep) WHERE a.seq>h.seq"
    ).fetchone()
    if ahead:
        yield f"I6 {ahead} acknowledgements above what is known"
    (last,) = driver.execute(_LAST).fetchone()
    if own.mark > last:
        yield f"I10 the mark {own.mark} lies above {last}"


def _erased(driver: Any) -> Iterator[str]:
    for table in (*_ERASED_IN, "change"):
        (left,) = driver.execute(f"SELECT count(*) FROM {table} JOIN sync_erased USING(rec)").fetchone()
        if left:
            yield f"I5 {left} rows of erased records in {table}"
    (left,) = driver.execute("SELECT count(*) FROM draft JOIN sync_erased ON record=rec").fetchone()
    if left:
        yield f"I5 {left} drafts of erased records"


@dataclass(frozen=True, slots=True)
class _By:
    """What the versions of all records are judged by."""

    knowledge: Knowledge
    ids: dict[int, bytes]
    spaces: dict[int, str]
    losers: dict[bytes, set[tuple[int, int, int]]]
    times: dict[tuple[bytes, int, int, int], int]


def _versions(driver: Any) -> Iterator[str]:
    """Compare the versions of a record with each other: what it shows is the winner's."""
    losers: dict[bytes, set[tuple[int, int, int]]] = {}
    for record, number, rep, seq in driver.execute("SELECT rec, fld, rep, seq FROM sync_sib"):
        losers.setdefault(record, set()).add((number, rep, seq))
    rows = driver.execute("SELECT rec, fld, rep, seq, ms FROM sync_ms").fetchall()
    by = _By(
        Knowledge(driver),
        me.replicas(driver),
        {table.number: table.space for table in TABLES},
        losers,
        {(record, number, rep, seq): ms for record, number, rep, seq, ms in rows},
    )
    versions = driver.execute(
        "SELECT rec, rep, seq, mask, ms, coalesce(space,''), tbl FROM sync_ver WHERE rec IN "
        "(SELECT rec FROM sync_ver GROUP BY rec HAVING count(*)>1) ORDER BY rec"
    )
    for record, many in groupby(versions, key=itemgetter(0)):
        yield from _of_record(record, list(many), by)


def _of_record(record: bytes, many: list[Any], by: _By) -> Iterator[str]:
    shared = fields = 0
    for _, rep, seq, mask, *_rest in many:
        shared |= fields & mask
        fields |= mask & ~masks.BINNED
        for _, other, other_seq, other_mask, _ms, space, table in many:
            if (
                (rep, seq) != (other, other_seq)
                and mask & other_mask & ~masks.BINNED
                and by.knowledge.sees((rep, seq), (other, other_seq), space or by.spaces[table])
            ):
                yield f"I3 {record.hex()}: a version has seen another beside it"
    losers = by.losers.get(record, set())
    for number in masks.fields_of(shared & ~masks.EXISTENCE_BIT):
        live = [
            (by.times.get((record, number, rep, seq), ms), by.ids[rep], seq, rep)
            for _, rep, seq, mask, ms, *_rest in many
            if mask & masks.bit(number)
        ]
        shown = [one for one in live if (number, one[3], one[2]) not in losers]
        if shown not in ([max(live)], []):  # none: a record that waits for another has no row
            yield f"I4 {record.hex()}: field {number} shows another than the winner"

"""Fields and tables of a newer version: kept as they came, forwarded, and taken in once they are known."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from kts_desktop.exchange.sync.content import EXISTENCE_NAME, Block, Given
from kts_desktop.models.catalogue import BY_NAME, BY_NUMBER, SyncedTable
from kts_desktop.storage.replica.knowledge import Knowledge

_ROWS = (
    "SELECT tbl_name, rec, rep, seq, space_name, fld_name, ms, val FROM sync_opaque "
    "ORDER BY tbl_name, rec, rep, seq, space_name"
)
_SIBLINGS = "SELECT rep, seq, space_name FROM sync_opaque WHERE rec=? AND fld_name=?"
_DROP = "DELETE FROM sync_opaque WHERE rec=? AND fld_name=? AND rep=? AND seq=?"
_KEEP = (
    "INSERT INTO sync_opaque(rec,tbl_name,fld_name,space_name,rep,seq,ms,val) VALUES(?,?,?,?,?,?,?,?) "
    "ON CONFLICT DO NOTHING"
)


def is_known(table: SyncedTable, name: str) -> bool:
    """Tell whether this version of the program knows a field."""
    return name == EXISTENCE_NAME or name in _names(table.number)


@cache
def _names(number: int) -> frozenset[str]:
    return frozenset(field.name for field in BY_NUMBER[number].fields)


def blocks(driver: Any, is_new: Callable[[str, int, int], bool], ids: Mapping[int, bytes]) -> Iterator[Block]:
    """Yield what is kept and new to the recipients, one block a record and dot."""
    for (table, record, rep, seq, space), fields in _grouped(driver.execute(_ROWS)):
        if is_new(space, rep, seq):
            ms = max(fields[name][0] for name in fields)
            given = {name: Given(value, at - ms) for name, (at, value) in fields.items()}
            yield Block(table, record, ids[rep], seq, space, ms, given)


def keep(driver: Any, knowledge: Knowledge, block: Block, rep: int, fields: Mapping[str, Given]) -> bool:
    """Keep unknown fields of a block as versions; False if all of them were known to be older."""
    dot, was_new = (rep, block.seq), False
    for name, given in fields.items():
        siblings = driver.execute(_SIBLINGS, (block.rec, name)).fetchall()
        if any(
            (other, seq) == dot or knowledge.sees((other, seq), dot, block.space)
            for other, seq, _ in siblings
        ):
            continue
        for other, seq, space in siblings:
            if knowledge.sees(dot, (other, seq), space):
                driver.execute(_DROP, (block.rec, name, other, seq))
        at = block.ms + given.later
        driver.execute(_KEEP, (block.rec, block.table, name, block.space, rep, block.seq, at, given.value))
        was_new = True
    return was_new


def now_known(driver: Any) -> Iterator[tuple[int, Block]]:
    """Take out and yield the kept fields that this version knows, with the local number of their replica."""
    for (table, record, rep, seq, space), fields in list(_grouped(driver.execute(_ROWS))):
        known_table = BY_NAME.get(table)
        known = [name for name in fields if known_table is not None and is_known(known_table, name)]
        if not known:
            continue
        driver.executemany(_DROP, [(record, name, rep, seq) for name in known])
        ms = max(fields[name][0] for name in known)
        given = {name: Given(fields[name][1], fields[name][0] - ms) for name in known}
        yield rep, Block(table, record, b"", seq, space, ms, given)


def dots_of(driver: Any, records: Iterable[bytes]) -> dict[bytes, set[tuple[int, int, str]]]:
    """Return the dots, with their spaces, under which unknown fields of some records are kept."""
    if driver.execute("SELECT 1 FROM sync_opaque LIMIT 1").fetchone() is None:
        return {}
    found: dict[bytes, set[tuple[int, int, str]]] = {}
    wanted = set(records)
    for record, rep, seq, space in driver.execute("SELECT rec, rep, seq, space_name FROM sync_opaque"):
        if record in wanted:
            found.setdefault(record, set()).add((rep, seq, space))
    return found


_Key = tuple[str, bytes, int, int, str]


def _grouped(rows: Iterable[Any]) -> Iterator[tuple[_Key, dict[str, tuple[int, Any]]]]:
    key: _Key | None = None
    fields: dict[str, tuple[int, Any]] = {}
    for table, record, rep, seq, space, name, ms, value in rows:
        row = (table, record, rep, seq, space)
        if row != key:
            if key is not None:
                yield key, fields
            key, fields = row, {}
        fields[name] = (ms, value)
    if key is not None:
        yield key, fields


def drop_space(driver: Any, space: str) -> None:
    """Forget what is kept of a space."""
    driver.execute("DELETE FROM sync_opaque WHERE space_name=?", (space,))

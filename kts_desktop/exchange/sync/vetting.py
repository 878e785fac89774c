"""What a package may not say: gaps, copies of a laptop, foreign spaces, values that no field can hold."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from kts_desktop.core.errors import PackageError
from kts_desktop.exchange.sync.content import EXISTENCE_NAME, Block, Content, Given, Header, Seal
from kts_desktop.models.base import moment
from kts_desktop.models.catalogue import EXISTENCE
from kts_desktop.storage.replica import knowledge, me
from kts_desktop.storage.replica.sealing import listed
from kts_desktop.storage.replica.shapes import Column, Shape, may_lie_in, shape_of

UID_BYTES = 16
MOST_MS = 253_402_300_799_999  # the end of the year 9999
_WHOLE = range(-(1 << 63), 1 << 63)
_NONCE = "SELECT nonce FROM sync_seal JOIN sync_replica ON n=rep WHERE rep_id=? AND seq=?"


def check(driver: Any, content: Content, spaces: Sequence[str]) -> None:
    """Refuse a package taken over before, one that does not follow, and one of a copied laptop."""
    header = content.header
    known = driver.execute("SELECT ms FROM sync_pkg WHERE id=? AND dir='in'", (header.id,)).fetchone()
    if known is not None:
        raise PackageError("package_already", date=_local(known[0]))
    missing = gaps(driver, header, spaces)
    if missing:
        replica, have, after = missing[0]
        raise PackageError(
            "package_gap", name=name_of(driver, replica), have=have, since=after, missing=missing
        )
    own = me.who(driver)
    assert own is not None
    if header.source == own.replica:
        raise PackageError("package_own")
    check_copies(driver, content, own)
    _check_erasures(driver, content)


def check_copies(driver: Any, content: Content, own: me.Me) -> None:
    """Refuse what can only be if a laptop exists twice: unknown own numbers, or another nonce for a seal."""
    header = content.header
    for space in header.spaces:
        if header.to_vec.get(space, {}).get(own.replica, 0) > own.seq:
            raise PackageError("package_fork", name=name_of(driver, own.replica), seq=own.seq)
    for head in header.heads:
        _refuse_other_nonce(driver, head.rep, head.seq, head.nonce)
    for seal in content.seals:
        _refuse_other_nonce(driver, seal.rep, seal.seq, seal.nonce)


def gaps(driver: Any, header: Header, spaces: Sequence[str]) -> tuple[tuple[bytes, int, int], ...]:
    """Return whose changes are missing before a package: replica, number here, number it starts after."""
    ids = me.replicas(driver)
    found: dict[bytes, tuple[int, int]] = {}
    for space in spaces:
        here = {ids[rep]: seq for rep, seq in me.have(driver, space).items()}
        for replica, after in header.since.get(space, {}).items():
            if here.get(replica, 0) < after:
                found[replica] = (here.get(replica, 0), after)
    return tuple((replica, have, after) for replica, (have, after) in sorted(found.items()))


def learn(driver: Any, seal: Seal, number: Callable[[bytes], int]) -> None:
    """Keep a seal; one that is here already may know of further spaces now."""
    rep = number(seal.rep)
    deps = {space: {number(one): seq for one, seq in vector.items()} for space, vector in seal.deps.items()}
    found = driver.execute("SELECT deps FROM sync_seal WHERE rep=? AND seq=?", (rep, seal.seq)).fetchone()
    if found is None:
        driver.execute(
            "INSERT INTO sync_seal(rep,seq,ms,nonce,deps) VALUES(?,?,?,?,?)",
            (rep, seal.seq, seal.ms, seal.nonce, knowledge.packed(deps)),
        )
        return
    known = knowledge.unpacked(found[0]) if found[0] is not None else {}
    if any(space not in known for space in deps):
        driver.execute(
            "UPDATE sync_seal SET deps=? WHERE rep=? AND seq=?",
            (knowledge.packed({**deps, **known}), rep, seal.seq),
        )


def check_block(header: Header, block: Block, sender: str) -> None:
    """Refuse a block that its package has no right to hold."""
    if len(block.rec) != UID_BYTES or len(block.rep) != UID_BYTES:
        raise PackageError("package_damaged", what="id")
    if block.space not in header.spaces:
        raise PackageError("package_space", name=sender, space=block.space)
    if not 0 < block.seq <= header.to_vec.get(block.space, {}).get(block.rep, 0):
        raise PackageError("package_damaged", what="number")
    if not 0 <= block.ms <= MOST_MS:
        raise PackageError("package_damaged", what="time")


def known_fields(shape: Shape, block: Block, sender: str) -> dict[int, Given]:
    """Return the fields of a block that this version knows, by number; refuses values they cannot hold."""
    columns = _columns(shape.number)
    found: dict[int, Given] = {}
    for name, given in block.fields.items():
        if name == EXISTENCE_NAME:
            if given.value not in {0, 1}:
                raise PackageError("package_damaged", what=name)
            found[EXISTENCE] = given
            continue
        column = columns.get(name)
        if column is None:
            continue
        refuse_impossible(column, shape.name, given)
        found[column.number] = given
    if found and not may_lie_in(shape.table, block.space):
        raise PackageError("package_space", name=sender, space=block.space)
    return found


def refuse_impossible(column: Column, table: str, given: Given) -> None:
    """Refuse a value that a column cannot hold."""
    if not is_possible(column, given):
        raise PackageError("package_damaged", what=f"{table}.{column.name}")


def is_possible(column: Column, given: Given) -> bool:
    """Tell whether a column can hold a value."""
    value = given.value
    if not 0 <= given.later + MOST_MS <= 2 * MOST_MS:
        return False
    if value is None:
        return column.is_nullable
    if column.target:
        return isinstance(value, bytes) and len(value) == UID_BYTES
    if column.kind is int:
        return isinstance(value, int) and not isinstance(value, bool) and value in _WHOLE
    return isinstance(value, column.kind)


def check_tables(driver: Any, shape: Shape, records: Collection[bytes]) -> None:
    """Refuse records that are of another kind here: an id names one record, of one kind, for ever."""
    with listed(driver, records):
        other = driver.execute(
            "SELECT 1 FROM temp.listed l CROSS JOIN sync_ver v ON v.rec=l.rec WHERE v.tbl<>? LIMIT 1",
            (shape.number,),
        ).fetchone()
    if other is not None:
        raise PackageError("package_damaged", what=shape.name)


def _check_erasures(driver: Any, content: Content) -> None:
    """Refuse to erase what lies in a space the package is not of."""
    spaces = content.header.spaces
    sender = name_of(driver, content.header.source)
    for one in content.erased:
        if one.space and one.space not in spaces:
            raise PackageError("package_space", name=sender, space=one.space)
        if len(one.rec) != UID_BYTES:
            raise PackageError("package_damaged", what="id")
    with listed(driver, [one.rec for one in content.erased]):
        for number, space in driver.execute(
            "SELECT DISTINCT v.tbl, v.space FROM temp.listed l CROSS JOIN sync_ver v ON v.rec=l.rec"
        ).fetchall():
            lies_in = space or _space_of(number)
            if lies_in not in spaces:
                raise PackageError("package_space", name=sender, space=lies_in)


def _refuse_other_nonce(driver: Any, replica: bytes, seq: int, nonce: bytes) -> None:
    known = driver.execute(_NONCE, (replica, seq)).fetchone()
    if known is not None and known[0] != nonce:
        raise PackageError("package_fork", name=name_of(driver, replica), seq=seq)


def name_of(driver: Any, replica: bytes) -> str:
    """Return what a laptop is called, or the beginning of its id."""
    found = driver.execute("SELECT label FROM sync_replica WHERE rep_id=?", (replica,)).fetchone()
    return found[0] if found and found[0] else replica.hex()[:8]


def _local(ms: int) -> datetime:
    found = moment(ms)
    assert found is not None
    return found.astimezone()


@cache
def _columns(number: int) -> dict[str, Column]:
    return {column.name: column for column in shape_of(number).columns}


def _space_of(number: int) -> str:
    return shape_of(number).table.space

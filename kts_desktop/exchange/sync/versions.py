"""Writing versions: masks by record and dot, and beside them the values of losers, times and bases."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from kts_desktop.exchange.sync.registers import Register, Version
from kts_desktop.storage.replica import masks
from kts_desktop.storage.replica.sealing import drop_fields
from kts_desktop.storage.replica.shapes import Shape, shape_of

_BY_KEY = "DELETE FROM {table} WHERE rec=? AND fld=? AND rep=? AND seq=?"
_PUT = (
    "INSERT INTO {table}(rec,fld,rep,seq,{column}) VALUES(?,?,?,?,?) "
    "ON CONFLICT(rec,fld,rep,seq) DO UPDATE SET {column}=excluded.{column}"
)


def write(
    driver: Any,
    registers: Mapping[int, Mapping[bytes, Register]],
    ids: Mapping[int, bytes],
    *,
    waiting: Collection[bytes],
) -> None:
    """Write the versions of all registers that changed; ``waiting`` records have no row for their values."""
    for number, many in registers.items():
        shape = shape_of(number)
        changed = [one for one in many.values() if one.changed or one.record in waiting or _is_born(one)]
        _write_masks(driver, shape, changed)
        _write_losers(driver, changed, ids, waiting)
        _write_beside(driver, shape, changed)
        _write_spaces(driver, shape, changed, ids)


def write_references(
    driver: Any, resolved: list[tuple[bytes, int]], missing: list[tuple[bytes, int, bytes]]
) -> None:
    """Note the references whose targets are not here, and forget those of which that is no longer so."""
    drop_fields(driver, "sync_ref", resolved)
    driver.executemany(
        "INSERT INTO sync_ref(rec,fld,target) VALUES(?,?,?) "
        "ON CONFLICT(rec,fld) DO UPDATE SET target=excluded.target",
        missing,
    )


def _is_born(register: Register) -> bool:
    return register.row is None and bool(register.had_siblings)


def _write_masks(driver: Any, shape: Shape, registers: list[Register]) -> None:
    new, less, gone = [], [], []
    for one in registers:
        for version in one.versions:
            if version.mask == version.stored:
                continue
            if not masks.has_fields(version.mask):
                gone.append((one.record, *version.dot))
            elif version.stored:
                less.append((version.mask, one.record, *version.dot))
            else:
                space = None if version.space == shape.table.space else version.space
                new.append((one.record, *version.dot, shape.number, version.mask, version.ms, space))
    driver.executemany("DELETE FROM sync_ver WHERE rec=? AND rep=? AND seq=?", gone)
    driver.executemany("UPDATE sync_ver SET mask=? WHERE rec=? AND rep=? AND seq=?", less)
    driver.executemany("INSERT INTO sync_ver(rec,rep,seq,tbl,mask,ms,space) VALUES(?,?,?,?,?,?,?)", new)


def _write_losers(
    driver: Any, registers: list[Register], ids: Mapping[int, bytes], waiting: Collection[bytes]
) -> None:
    drop: list[tuple[bytes, int]] = []
    put: list[tuple[Any, ...]] = []
    for one in registers:
        waits = one.record in waiting
        fields = _all_fields(one) if one.row is None else one.changed & ~masks.EXISTENCE_BIT
        if one.had_siblings & fields:
            drop.extend((one.record, number) for number in masks.fields_of(one.had_siblings & fields))
        if not waits and len(one.versions) == 1:
            continue
        for number in masks.fields_of(fields):
            live = one.live(number)
            winner = None if waits or len(live) <= 1 else one.winner(number, ids)
            put.extend(
                (one.record, number, *version.dot, one.value(number, version))
                for version in live
                if waits or (winner is not None and version is not winner)
            )
    drop_fields(driver, "sync_sib", drop)
    driver.executemany(_PUT.format(table="sync_sib", column="val"), put)


def _all_fields(register: Register) -> int:
    mask = 0
    for version in register.versions:
        mask |= version.mask
    return mask & ~masks.EXISTENCE_BIT & ~masks.BINNED


def _write_beside(driver: Any, shape: Shape, registers: list[Register]) -> None:
    """Write times that differ and texts edited from, and delete those of versions that are gone."""
    has_times = driver.execute("SELECT 1 FROM sync_ms LIMIT 1").fetchone() is not None
    has_bases = driver.execute("SELECT 1 FROM sync_base LIMIT 1").fetchone() is not None
    early: list[tuple[Any, ...]] = []
    baseless: list[tuple[Any, ...]] = []
    late, bases = [], []
    for one in registers:
        for version in one.versions:
            removed = masks.without(version.stored, version.mask) if version.stored else 0
            if removed and has_times:
                early.extend(_keys(one, version, removed))
            if removed & shape.text_mask and has_bases:
                baseless.extend(_keys(one, version, removed & shape.text_mask))
        for (number, rep, seq), ms in one.times.items():
            version_of = _live(one, number, (rep, seq))
            if version_of is not None and version_of.ms != ms:
                late.append((one.record, number, rep, seq, ms))
        for (number, rep, seq), base in one.bases.items():
            if _live(one, number, (rep, seq)) is not None:
                bases.append((one.record, number, rep, seq, base))
    driver.executemany(_BY_KEY.format(table="sync_ms"), early)
    driver.executemany(_BY_KEY.format(table="sync_base"), baseless)
    driver.executemany(_PUT.format(table="sync_ms", column="ms"), late)
    driver.executemany(_PUT.format(table="sync_base", column="val"), bases)


def _keys(register: Register, version: Version, mask: int) -> Iterator[tuple[Any, ...]]:
    for number in masks.fields_of(mask):
        yield (register.record, number, *version.dot)


def _live(register: Register, number: int, dot: tuple[int, int]) -> Version | None:
    return next((one for one in register.live(number) if one.dot == dot), None)


def _write_spaces(driver: Any, shape: Shape, registers: list[Register], ids: Mapping[int, bytes]) -> None:
    """Note where a record lies that was moved out of the space of its table, or back."""
    default = shape.table.space
    moved = [(one.record, one.space(default, ids)) for one in registers if one.changed & masks.EXISTENCE_BIT]
    away = [(record, space) for record, space in moved if space != default]
    if driver.execute("SELECT 1 FROM sync_space LIMIT 1").fetchone() is not None:
        back = [(record,) for record, space in moved if space == default]
        driver.executemany("DELETE FROM sync_space WHERE rec=?", back)
    driver.executemany(
        "INSERT INTO sync_space(rec,space) VALUES(?,?) ON CONFLICT DO UPDATE SET space=excluded.space", away
    )

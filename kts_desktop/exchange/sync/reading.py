"""Reading what the office has of the records a package speaks of."""

from collections.abc import Collection
from typing import Any

from kts_desktop.exchange.sync import opaque
from kts_desktop.exchange.sync.registers import Register, Row, Version
from kts_desktop.storage.replica import masks
from kts_desktop.storage.replica.sealing import listed
from kts_desktop.storage.replica.shapes import Shape

_VERSIONS = (
    "SELECT v.rec, v.rep, v.seq, v.mask, v.ms, v.space "
    "FROM temp.listed l CROSS JOIN sync_ver v ON v.rec=l.rec"
)
_BESIDE = (
    "SELECT b.rec, b.fld, b.rep, b.seq, b.{column} FROM temp.listed l CROSS JOIN {table} b ON b.rec=l.rec"
)


def registers(driver: Any, shape: Shape, records: Collection[bytes]) -> dict[bytes, Register]:
    """Return the registers of some records of a table, empty ones for records that are not here."""
    found = {record: Register(record) for record in records}
    with listed(driver, records):
        for record, rep, seq, mask, ms, space in driver.execute(_VERSIONS):
            version = Version(rep, seq, mask, ms, space or shape.table.space, stored=mask)
            found[record].versions.append(version)
        if any(register.versions for register in found.values()):
            _read_beside(driver, found)
        _read_rows(driver, shape, found)
    for record, dots in opaque.dots_of(driver, records).items():
        found[record].others = dots
    return found


def _read_beside(driver: Any, found: dict[bytes, Register]) -> None:
    for record, number, rep, seq, value in driver.execute(_BESIDE.format(column="val", table="sync_sib")):
        found[record].values[number, rep, seq] = value
        found[record].had_siblings |= masks.bit(number)
    for record, number, rep, seq, ms in driver.execute(_BESIDE.format(column="ms", table="sync_ms")):
        found[record].times[number, rep, seq] = ms
        found[record].had_times = True


def _read_rows(driver: Any, shape: Shape, found: dict[bytes, Register]) -> None:
    numbers = [column.number for column in shape.columns]
    references = [column for column in shape.columns if column.target]
    raw = "".join(f',t."{column.name}"' for column in references)
    places = [column.number for column in references]
    for record, row_id, is_alive, *values in driver.execute(
        f"SELECT t.uid, t.id, t.deleted_at IS NULL, {shape.told}{raw} "
        f"FROM temp.listed l CROSS JOIN {shape.name} t ON t.uid=l.rec"
    ):
        told = dict(zip(numbers, values[: len(numbers)], strict=True))
        raws = dict(zip(places, values[len(numbers) :], strict=True))
        found[record].row = Row(row_id, bool(is_alive), told, raws)

"""Which fields the laptops give different values, as numbers: the ground of the list of conflicts."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from kts_desktop.exchange.sync.content import Value
from kts_desktop.exchange.sync.reading import registers
from kts_desktop.exchange.sync.registers import Register, Version
from kts_desktop.models.catalogue import EXISTENCE
from kts_desktop.storage.replica import masks, me
from kts_desktop.storage.replica.knowledge import Knowledge
from kts_desktop.storage.replica.shapes import Shape, shape_of

_VALUES = "SELECT DISTINCT v.tbl, s.rec FROM sync_sib s JOIN sync_ver v ON v.rec=s.rec"
_BINNED = "SELECT DISTINCT tbl, rec FROM sync_ver WHERE mask>=?"
_DECIDED = "SELECT DISTINCT rec, fld FROM change WHERE seq>? AND own=1 AND fld IS NOT NULL"


class Difference(NamedTuple):
    """A field with versions that say different things; the first of ``versions`` is shown."""

    shape: Shape
    register: Register
    field: int
    versions: tuple[Version, ...]


def differences(driver: Any) -> Iterator[Difference]:
    """Yield the fields on which somebody has to decide; an own edit since the last seal has decided."""
    ids, knowledge = me.replicas(driver), Knowledge(driver)
    own = me.who(driver)
    mark = own.mark if own is not None else 0
    decided = set(driver.execute(_DECIDED, (mark,)).fetchall())
    wanted: dict[int, set[bytes]] = {}
    for table, record in driver.execute(_VALUES).fetchall():
        wanted.setdefault(table, set()).add(record)
    for table, record in driver.execute(_BINNED, (masks.BINNED,)).fetchall():
        wanted.setdefault(table, set()).add(record)
    for table in sorted(wanted):
        shape = shape_of(table)
        for record, register in registers(driver, shape, wanted[table]).items():
            if register.row is not None and register.row.is_alive:
                for one in _of_record(shape, register, ids, knowledge):
                    if (record, one.field) not in decided:
                        yield one


def value(register: Register, number: int, version: Version) -> Value:
    """Return what a version says of a field; of existence 1 for here and 0 for the bin."""
    if number == EXISTENCE:
        return int(not version.mask & masks.BINNED)
    return register.value(number, version)


def _of_record(
    shape: Shape, register: Register, ids: dict[int, bytes], knowledge: Knowledge
) -> Iterator[Difference]:
    shared = 0
    seen = 0
    for version in register.versions:
        shared |= seen & version.mask
        seen |= version.mask
    for number in masks.fields_of(shared & ~masks.EXISTENCE_BIT):
        live = register.live(number)
        if len({value(register, number, one) for one in live}) > 1:
            winner = register.winner(number, ids)
            others = sorted((one for one in live if one is not winner), key=lambda one: ids[one.rep])
            assert winner is not None
            yield Difference(shape, register, number, (winner, *others))
    deletes = tuple(one for one in register.versions if one.mask & masks.BINNED)
    if deletes:  # somebody has put it into the bin without having seen all that others did with it
        unseen = tuple(
            one
            for one in register.versions
            if one not in deletes
            and not any(knowledge.sees(delete.dot, one.dot, one.space) for delete in deletes)
        )
        yield Difference(shape, register, EXISTENCE, (*unseen, *deletes))

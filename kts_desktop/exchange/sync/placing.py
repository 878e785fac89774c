"""Writing what a merge decided: versions, rows with their references, search index, journal."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kts_desktop.core.changes import Changes
from kts_desktop.exchange.sync import reading, versions
from kts_desktop.exchange.sync.content import Value
from kts_desktop.exchange.sync.received import ReceivedSets
from kts_desktop.exchange.sync.registers import Dot, Register
from kts_desktop.models.catalogue import EXISTENCE
from kts_desktop.storage import bulk, erasing
from kts_desktop.storage.replica import masks, me
from kts_desktop.storage.replica.knowledge import Knowledge
from kts_desktop.storage.replica.sealing import listed
from kts_desktop.storage.replica.shapes import Column, Shape, shape_of

_NEXT_ID = (
    "SELECT 1 + max((SELECT coalesce(max(seq),0) FROM sqlite_sequence WHERE name='{name}'), "
    "(SELECT coalesce(max(id),0) FROM {name}))"
)
_WAITING_FOR = "SELECT r.rec, r.fld FROM temp.listed l CROSS JOIN sync_ref r ON r.target=l.rec"
Registers = dict[int, dict[bytes, Register]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What happened to one record: ``new``, ``newer``, ``deleted`` or ``restored``."""

    shape: Shape
    record: bytes
    name: str
    changes: tuple[tuple[str, Value, Value], ...]


@dataclass(slots=True)
class Placed:
    """What was written; ``doomed`` are records that exist only for something erased."""

    changes: Changes = field(default_factory=Changes)
    effects: list[Effect] = field(default_factory=list)
    doomed: list[bytes] = field(default_factory=list)


def place(driver: Any, registers: Registers, *, knowledge: Knowledge, sets: ReceivedSets, now: int) -> Placed:
    """Write all registers that changed, and fill references that waited for what has arrived."""
    return _Placing(driver, registers, knowledge, sets, now).run()


@dataclass(slots=True)
class _Fresh:
    """A record that has no row yet, with the values it would show."""

    shape: Shape
    register: Register
    shown: dict[int, Value]


class _Placing:
    """One merge on its way into the tables."""

    def __init__(
        self, driver: Any, registers: Registers, knowledge: Knowledge, sets: ReceivedSets, now: int
    ) -> None:
        self._driver, self._registers, self._knowledge = driver, registers, knowledge
        self._sets, self._now = sets, now
        self._ids = me.replicas(driver)
        self._rows: dict[tuple[str, bytes], int] = {}  # target table and uid -> id
        self._erased: frozenset[bytes] = frozenset()
        self._fills: set[tuple[bytes, int]] = set()
        self._missing: list[tuple[bytes, int, bytes]] = []
        self._resolved: list[tuple[bytes, int]] = []
        self._touched: dict[str, list[int]] = {}
        self._placed = Placed()

    def run(self) -> Placed:
        """Do it all."""
        fresh = self._fresh()
        self._wake(fresh)
        self._look_up(fresh)
        self._drop_doomed(fresh)
        ready = self._ready(fresh)
        self._number(ready)
        for number in sorted(self._registers):
            self._update_rows(shape_of(number), self._registers[number])
        for number, many in ready.items():
            self._insert_rows(shape_of(number), many)
        born = {one.register.record for many in ready.values() for one in many}
        waiting = [one for record, one in fresh.items() if record not in born]
        for one in waiting:
            self._keep_waiting(one)
        versions.write(
            self._driver, self._registers, self._ids, waiting={one.register.record for one in waiting}
        )
        versions.write_references(self._driver, self._resolved, self._missing)
        self._placed.changes = Changes.together(
            [Changes.of(name, *ids) for name, ids in self._touched.items()]
        )
        return self._placed

    # ---- records that are new here -----------------------------------------------------------------------
    def _fresh(self) -> dict[bytes, _Fresh]:
        found: dict[bytes, _Fresh] = {}
        for number, registers in self._registers.items():
            shape = shape_of(number)
            for record, register in registers.items():
                if register.row is None and register.changed:
                    found[record] = _Fresh(shape, register, self._shown(shape, register))
        return found

    def _shown(self, shape: Shape, register: Register) -> dict[int, Value]:
        shown: dict[int, Value] = {}
        for column in shape.columns:
            winner = register.winner(column.number, self._ids)
            if winner is not None:
                shown[column.number] = register.value(column.number, winner)
        return shown

    def _wake(self, fresh: dict[bytes, _Fresh]) -> None:
        """Add the records that wait for one that has arrived."""
        with listed(self._driver, fresh):
            rows = self._driver.execute(_WAITING_FOR).fetchall()
        known = {record for registers in self._registers.values() for record in registers}
        wanted: dict[int, set[bytes]] = {}
        for record, number in rows:
            self._fills.add((record, number))
            if record not in known:
                found = self._driver.execute("SELECT tbl FROM sync_ver WHERE rec=?", (record,)).fetchone()
                if found is not None:
                    wanted.setdefault(found[0], set()).add(record)
        woken: dict[bytes, _Fresh] = {}
        for table, records in wanted.items():
            shape = shape_of(table)
            for record, register in reading.registers(self._driver, shape, records).items():
                self._registers.setdefault(table, {})[record] = register
                if register.row is None:
                    woken[record] = _Fresh(shape, register, self._shown(shape, register))
        if woken:
            fresh.update(woken)
            self._wake_further(woken, fresh)

    def _wake_further(self, woken: dict[bytes, _Fresh], fresh: dict[bytes, _Fresh]) -> None:
        further = dict(woken)
        self._wake(further)
        for record, one in further.items():
            fresh.setdefault(record, one)

    def _look_up(self, fresh: Mapping[bytes, _Fresh]) -> None:
        """Find the rows that references point to, and which targets are erased."""
        wanted: dict[str, set[bytes]] = {}
        for shape, register, shown in self._all_shown(fresh):
            for column in shape.columns:
                value = shown.get(column.number)
                if column.target and isinstance(value, bytes):
                    wanted.setdefault(column.target, set()).add(value)
            del register
        for target, uids in wanted.items():
            with listed(self._driver, uids):
                for uid, row_id in self._driver.execute(
                    f"SELECT o.uid, o.id FROM temp.listed l CROSS JOIN {target} o ON o.uid=l.rec"
                ):
                    self._rows[target, uid] = row_id
        self._erased = frozenset(
            record for (record,) in self._driver.execute("SELECT rec FROM sync_erased").fetchall()
        )

    def _all_shown(
        self, fresh: Mapping[bytes, _Fresh]
    ) -> Iterator[tuple[Shape, Register, Mapping[int, Value]]]:
        for one in fresh.values():
            yield one.shape, one.register, one.shown
        for number, registers in self._registers.items():
            shape = shape_of(number)
            if not any(column.target for column in shape.columns):
                continue
            for record, register in registers.items():
                if register.row is not None:
                    changed = self._changed_fields(record, register)
                    yield shape, register, {n: self._winning(register, n) for n in changed}

    def _changed_fields(self, record: bytes, register: Register) -> list[int]:
        filled = [number for woken, number in self._fills if woken == record] if self._fills else []
        return [*masks.fields_of(register.changed & ~masks.EXISTENCE_BIT), *filled]

    def _winning(self, register: Register, number: int) -> Value:
        winner = register.winner(number, self._ids)
        return register.value(number, winner) if winner is not None else None

    def _drop_doomed(self, fresh: dict[bytes, _Fresh]) -> None:
        """Take out what exists only for something erased: it goes as well."""
        if not self._erased:
            return
        owners = {number: erasing.owners(shape_of(number).name) for number in self._registers}
        for record, one in fresh.items():
            if any(
                column.name in owners[one.shape.number] and one.shown.get(column.number) in self._erased
                for column in one.shape.columns
            ):
                self._placed.doomed.append(record)

    def _ready(self, fresh: Mapping[bytes, _Fresh]) -> dict[int, list[_Fresh]]:
        """Return the new records that have all a row needs, by table."""
        doomed = set(self._placed.doomed)
        coming = {
            (one.shape.name, record): one
            for record, one in fresh.items()
            if record not in doomed and self._has_values(one)
        }
        while True:
            orphans = [key for key, one in coming.items() if not self._has_targets(one, coming)]
            if not orphans:
                break
            for key in orphans:
                del coming[key]
        ready: dict[int, list[_Fresh]] = {}
        for one in coming.values():
            ready.setdefault(one.shape.number, []).append(one)
        return ready

    @staticmethod
    def _has_values(one: _Fresh) -> bool:
        return all(one.shown.get(column.number) is not None for column in one.shape.columns if column.needed)

    def _has_targets(self, one: _Fresh, coming: Collection[tuple[str, bytes]]) -> bool:
        for column in one.shape.columns:
            if column.target and column.needed:
                uid = one.shown[column.number]
                assert isinstance(uid, bytes)
                if (column.target, uid) not in self._rows and (column.target, uid) not in coming:
                    return False
        return True

    def _number(self, ready: Mapping[int, list[_Fresh]]) -> None:
        """Give ids to the new rows beforehand: they may refer to each other."""
        for number, many in ready.items():
            name = shape_of(number).name
            (first,) = self._driver.execute(_NEXT_ID.format(name=name)).fetchone()
            for row_id, one in enumerate(many, start=first):
                self._rows[name, one.register.record] = row_id

    def _insert_rows(self, shape: Shape, many: list[_Fresh]) -> None:
        names = ["id", "uid", "created_at", "updated_at", "deleted_at", *(c.name for c in shape.columns)]
        rows = []
        for one in many:
            register = one.register
            row_id = self._rows[shape.name, register.record]
            existence = register.winner(EXISTENCE, self._ids)
            made = existence.ms if existence is not None else self._now
            binned = made if register.is_dead(self._knowledge) else None
            values = [self._stored(column, one) for column in shape.columns]
            rows.append((row_id, register.record, made, made, binned, *values))
            dot = existence.dot if existence is not None else register.newest
            self._sets.inserted(dot, shape.number, register.record)
            self._touched.setdefault(shape.name, []).append(row_id)
            changes = tuple(
                (column.name, None, one.shown[column.number])
                for column in shape.columns
                if one.shown.get(column.number) not in {None, "", column.default}
            )
            self._placed.effects.append(
                Effect(shape=shape, record=register.record, name="new", changes=changes)
            )
        bulk.insert_whole(self._driver, shape.name, names, rows)

    def _stored(self, column: Column, one: _Fresh) -> Value:
        value = one.shown.get(column.number)
        if value is None:
            return None if column.is_nullable else column.default
        if not column.target:
            return value
        assert isinstance(value, bytes)
        return self._reference(one.register.record, column, value)

    def _reference(self, record: bytes, column: Column, uid: bytes) -> int | None:
        """Return the id of a target; one that is not here is noted, one that is erased is none."""
        row_id = self._rows.get((column.target, uid))
        if row_id is None and uid not in self._erased:
            self._missing.append((record, column.number, uid))
        return row_id

    def _keep_waiting(self, one: _Fresh) -> None:
        """Note what a record without a row refers to, so that it comes when that does."""
        for column in one.shape.columns:
            uid = one.shown.get(column.number)
            if column.target and column.needed and isinstance(uid, bytes):
                self._missing.append((one.register.record, column.number, uid))

    # ---- records that are here ---------------------------------------------------------------------------
    def _update_rows(self, shape: Shape, registers: Mapping[bytes, Register]) -> None:
        columns = {column.number: column for column in shape.columns}
        groups: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
        for record, register in registers.items():
            row = register.row
            if row is None:
                continue
            sets: dict[str, Value] = {}
            changes: list[tuple[str, Value, Value]] = []
            for number in self._changed_fields(record, register):
                self._update_field(register, columns[number], sets, changes)
            name = self._update_existence(shape, register, sets)
            if sets:
                key = tuple(sets)
                groups.setdefault(key, []).append((*sets.values(), self._now, row.id))
                self._touched.setdefault(shape.name, []).append(row.id)
                self._placed.effects.append(
                    Effect(shape=shape, record=record, name=name, changes=tuple(changes))
                )
        for names, rows in groups.items():
            bulk.update_whole(self._driver, shape.name, (*names, "updated_at"), rows)

    def _update_field(
        self,
        register: Register,
        column: Column,
        sets: dict[str, Value],
        changes: list[tuple[str, Value, Value]],
    ) -> None:
        row, number = register.row, column.number
        winner = register.winner(number, self._ids)
        assert row is not None
        if winner is None:
            return
        told = register.value(number, winner)
        old = row.told[number]
        stored, new = (row.raw[number], told) if column.target else (old, told)
        if column.target:
            self._resolved.append((register.record, number))
            new = self._reference(register.record, column, told) if isinstance(told, bytes) else None
            if new is None and not column.is_nullable:
                if told in self._erased:
                    self._placed.doomed.append(register.record)
                new = stored
        if new != stored:
            sets[column.name] = new
            changes.append((column.name, old, told))
            table = self._table_of(register)
            self._sets.changed(winner.dot, table, register.record, field=(number, stored, new))

    def _table_of(self, register: Register) -> int:
        return next(number for number, many in self._registers.items() if register.record in many)

    def _update_existence(self, shape: Shape, register: Register, sets: dict[str, Value]) -> str:
        row = register.row
        assert row is not None
        is_alive = not register.is_dead(self._knowledge) if register.changed else row.is_alive
        if is_alive == row.is_alive:
            return "newer"
        dot: Dot | None = register.newest
        sets["deleted_at"] = None if is_alive else self._now
        self._sets.changed(
            dot, shape.number, register.record, field=(EXISTENCE, int(row.is_alive), int(is_alive))
        )
        return "restored" if is_alive else "deleted"

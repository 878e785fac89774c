"""Counting what a package does, record by record, for its report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from kts_desktop.exchange.sync import naming
from kts_desktop.exchange.sync.content import Block, Header, Value
from kts_desktop.exchange.sync.placing import Effect, Placed
from kts_desktop.exchange.sync.registers import Register
from kts_desktop.exchange.sync.views import Arrival, KindCounts, Report, Token
from kts_desktop.storage.replica import masks
from kts_desktop.storage.replica.shapes import Shape

_RANKS = {"deleted": 0, "concurrent": 0, "restored": 1}
MOST_ARRIVALS = 2_000  # in a report; the counts are always of all
CLOCK_MS = 10 * 60 * 1000
_SENDER = "SELECT coalesce(label, '') FROM sync_replica WHERE rep_id=?"


@dataclass(slots=True)
class _Counts:
    new: int = 0
    newer: int = 0
    stale: int = 0
    concurrent: int = 0
    deleted: int = 0
    erased: int = 0
    dropped: int = 0


@dataclass(slots=True)
class Tally:
    """The counts of one package. Each record of the package is counted once, with its strongest effect."""

    driver: Any
    _kinds: dict[str, _Counts] = field(default_factory=dict)
    _dropped: set[bytes] = field(default_factory=set)
    _kept: dict[bytes, bool] = field(default_factory=dict)
    _effects: dict[bytes, str] = field(default_factory=dict)
    _arrivals: tuple[Arrival, ...] = ()
    _conflicts: int = 0
    _beside: dict[bytes, tuple[Shape, Register, int]] = field(default_factory=dict)
    _newest_ms: int = 0

    def erased(self, by_table: dict[str, int]) -> None:
        """Count records that were here and are erased."""
        for table, count in by_table.items():
            self._of(table).erased += count

    def dropped(self, block: Block) -> None:
        """Count a record that is erased here and does not come back."""
        if block.rec not in self._dropped:
            self._dropped.add(block.rec)
            self._of(block.table).dropped += 1

    def kept(self, block: Block, *, was_new: bool) -> None:
        """Count a record of a table this version does not know."""
        before = self._kept.get(block.rec)
        if before is None:
            self._kept[block.rec] = was_new
        elif was_new and not before:
            self._kept[block.rec] = True

    def merged(
        self, shape: Shape, register: Register, *, was_known: bool, taken: int, concurrent: int
    ) -> None:
        """Count a record that was merged; whether it went to the bin shows when it is placed."""
        counts = self._of(shape.name)
        self._newest_ms = max(
            self._newest_ms, max((one.ms for one in register.versions if not one.stored), default=0)
        )
        if not taken and not self._kept.get(register.record):
            counts.stale += 1
            self._effects[register.record] = "stale"
        elif differs(register, concurrent):
            counts.concurrent += 1
            self._conflicts += 1
            self._beside[register.record] = (shape, register, concurrent)
            self._effects[register.record] = "concurrent"
        elif was_known:
            counts.newer += 1
            self._effects[register.record] = "newer"
        else:
            counts.new += 1
            self._effects[register.record] = "new"

    def placed(self, placed: Placed) -> None:
        """Count what went to the bin, and keep what the report lists."""
        for effect in placed.effects:
            if effect.name == "deleted":
                was = self._effects.get(effect.record, "")
                counts = self._of(effect.shape.name)
                if was not in {"", "deleted", "concurrent"}:
                    setattr(counts, was, getattr(counts, was) - 1)
                    counts.deleted += 1
                    self._effects[effect.record] = "deleted"
        effects = [*placed.effects]
        seen = {effect.record for effect in effects}
        effects.extend(_hidden(*beside) for record, beside in self._beside.items() if record not in seen)
        # what asks for a decision, or takes something away, comes first
        effects.sort(key=lambda effect: _RANKS.get(self._name(effect), 2))
        self._arrivals = tuple(self._arrivals_of(effects[:MOST_ARRIVALS]))

    def report(self, header: Header, token: Token, *, now: int) -> Report:
        """Return the whole."""
        for record, was_new in self._kept.items():
            if record not in self._effects:
                counts = self._of("")
                counts.newer += was_new
                counts.stale += not was_new
        kinds = tuple(
            KindCounts(
                kind=kind,
                new=one.new,
                newer=one.newer,
                stale=one.stale,
                concurrent=one.concurrent,
                deleted=one.deleted,
                erased=one.erased,
                dropped=one.dropped,
            )
            for kind, one in sorted(self._kinds.items())
        )
        sender = self.driver.execute(_SENDER, (header.source,)).fetchone()
        return Report(
            token=token,
            sender=sender[0] if sender else "",
            created_ms=header.created_ms,
            counts=kinds,
            arrivals=self._arrivals,
            conflicts=self._conflicts,
            erasures=sum(one.erased for one in kinds),
            warnings=self._warnings(header, now),
        )

    def _warnings(self, header: Header, now: int) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        ahead = max(header.created_ms, self._newest_ms) - now
        return (("clock", (("minutes", str(ahead // 60_000)),)),) if ahead > CLOCK_MS else ()

    def _name(self, effect: Effect) -> str:
        if effect.name in {"deleted", "restored"}:
            return effect.name
        return self._effects.get(effect.record, effect.name)

    def _arrivals_of(self, effects: Sequence[Effect]) -> Iterator[Arrival]:
        records: dict[str, list[bytes]] = {}
        for effect in effects:
            records.setdefault(effect.shape.name, []).append(effect.record)
        titles = {kind: naming.titles(self.driver, kind, many) for kind, many in records.items()}
        for effect in effects:
            yield Arrival(
                kind=effect.shape.name,
                uid=effect.record,
                title=titles[effect.shape.name].get(effect.record, ""),
                effect=self._name(effect),
                changes=naming.named(self.driver, effect.shape, effect.changes),
            )

    def _of(self, kind: str) -> _Counts:
        return self._kinds.setdefault(kind, _Counts())


def _hidden(shape: Shape, register: Register, concurrent: int) -> Effect:
    """Return a difference that shows nothing new: the value of here stays until somebody decides."""
    changes: list[tuple[str, Value, Value]] = []
    for column in shape.columns:
        if concurrent & masks.bit(column.number):
            live = register.live(column.number)
            shown = register.row.told.get(column.number) if register.row is not None else None
            others = {register.value(column.number, one) for one in live} - {shown}
            changes.extend((column.name, shown, other) for other in sorted(others, key=repr)[:1])
    return Effect(shape=shape, record=register.record, name="concurrent", changes=tuple(changes))


def differs(register: Register, concurrent: int) -> bool:
    """Tell whether versions that stand beside each other give a field different values."""
    for number in masks.fields_of(concurrent):
        live = register.live(number)
        if number == 0:
            said = {bool(one.mask & masks.BINNED) for one in live}
        else:
            said = {register.value(number, one) for one in live}  # type: ignore[misc]
        if len(said) > 1:
            return True
    return False

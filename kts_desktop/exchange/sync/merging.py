"""Merging a package into the office: one transaction that first seals what is the office's own.

Preview and apply are the same code; a preview is rolled back. What a package brings stands in the journal as
the colleagues' edits, one change set a seal of theirs, and never as an own edit, so that it is not sent back
as news.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import PackageError
from kts_desktop.exchange.sync import forgetting, opaque, placing, reading, vetting
from kts_desktop.exchange.sync.content import Block, Content, Given
from kts_desktop.exchange.sync.received import ReceivedSets
from kts_desktop.exchange.sync.registers import Register, Version
from kts_desktop.exchange.sync.tally import Tally
from kts_desktop.exchange.sync.views import Report, Token
from kts_desktop.models.base import UtcMs
from kts_desktop.models.catalogue import BY_NAME, EXISTENCE
from kts_desktop.storage import direct
from kts_desktop.storage.replica import masks, me, sealing
from kts_desktop.storage.replica.knowledge import Knowledge
from kts_desktop.storage.replica.shapes import shape_of
from kts_desktop.storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What a merge did: the report, the records touched, and the ids erased for good."""

    report: Report
    changes: Changes
    erased: tuple[bytes, ...] = ()


class _Shown(Exception):  # noqa: N818 - never leaves this module
    """Rolls a preview back."""

    def __init__(self, merged: Merged) -> None:
        super().__init__()
        self.merged = merged


def preview(store: Store, content: Content) -> Report:
    """Return what a package would do; the office stays as it is. Raises as ``apply`` does."""
    try:
        with store.maintain() as connection:
            _show(merge(direct.driver_of(connection), content, now=_now(store)))
    except _Shown as shown:
        return shown.merged.report
    raise AssertionError("a preview always ends by being rolled back")


def _show(merged: Merged) -> NoReturn:
    raise _Shown(merged)


def apply(
    store: Store,
    content: Content,
    token: Token | None = None,
    *,
    also: Callable[[Any, Merged], None] | None = None,
) -> Merged:
    """Take a package over, all of it or nothing.

    ``also`` is called with the connection and what was done, in the same transaction: whatever it raises
    rolls everything back.
    Raises PackageError: ``package_stale_preview`` if the office is not as the token says,
    ``package_already``, ``package_own``, ``package_gap`` with all that is ``missing``, ``package_fork``,
    ``package_space``, ``package_damaged``.
    """
    with store.maintain() as connection:
        driver = direct.driver_of(connection)
        if token is not None and token != token_of(driver, token.package):
            raise PackageError("package_stale_preview")
        ownerless = forgetting.contents(driver)
        merged = merge(driver, content, now=_now(store))
        if also is not None:
            also(driver, merged)
        ownerless -= forgetting.contents(driver)
        if merged.erased and store.ledger is not None:
            store.ledger.note(merged.erased)
    if merged.erased:
        if store.blobs is not None:
            store.blobs.drop(ownerless)
        store.empty_log()
    return merged


def token_of(driver: Any, package: bytes) -> Token:
    """Return of which state of the office a preview of a package speaks."""
    own = me.who(driver)
    (top,) = driver.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()
    return Token(package=package, seq=own.seq if own else 0, mark=own.mark if own else 0, top=top)


def merge(driver: Any, content: Content, *, now: int) -> Merged:
    """Merge inside a transaction of the caller, who rolls back if this raises."""
    header = content.header
    token = token_of(driver, header.id)
    me.begin(driver)
    _seal_own(driver, now)
    merging = _Merging(driver, content, now)
    vetting.check(driver, content, merging.spaces)
    merging.learn_seals()
    direct.defer_references(driver)
    with ReceivedSets(driver, header, now) as sets:
        merging.forget(sets)
        merging.read_blocks()
        merging.place(sets)
    merging.advance()
    return merging.merged(token)


def adopt(driver: Any, *, now: int) -> None:
    """Take in the fields kept for a newer version that this version knows; call it after an upgrade."""
    merging = _Merging(driver, None, now)
    with ReceivedSets(driver, None, now) as sets:
        for rep, block in opaque.now_known(driver):
            merging.gather(block, rep)
        merging.read_gathered()
        merging.place(sets)


def _seal_own(driver: Any, now: int) -> None:
    """Seal before anything is merged: an edit must not claim to have seen what has just arrived."""
    sealing.seal(driver, now)


def _now(store: Store) -> int:
    now = UtcMs().process_bind_param(store.clock(), None)  # type: ignore[arg-type]
    assert now is not None
    return now


class _Merging:
    """One package on its way in."""

    def __init__(self, driver: Any, content: Content | None, now: int) -> None:
        self._driver, self._content, self._now = driver, content, now
        self._knowledge = Knowledge(driver)
        own = set(me.own_spaces(driver))
        told = content.header.spaces if content is not None else ()
        self.spaces = tuple(space for space in told if space in own)
        self._sender = vetting.name_of(driver, content.header.source) if content is not None else ""
        self._numbers: dict[bytes, int] = {}
        self._records: dict[int, dict[bytes, list[tuple[int, Block, dict[int, Given]]]]] = {}
        self._registers: dict[int, dict[bytes, Register]] = {}
        self._erased_here: frozenset[bytes] = frozenset()
        self._tally = Tally(driver)
        self._changes: list[Changes] = []
        self._gone: list[bytes] = []

    def learn_seals(self) -> None:
        """Keep what the seals in the package knew."""
        assert self._content is not None
        for seal in self._content.seals:
            vetting.learn(self._driver, seal, self._number)

    def forget(self, sets: ReceivedSets) -> None:
        """Erase what colleagues erased, and forget the wording they had forgotten."""
        assert self._content is not None
        lines = [one for one in self._content.erased if not one.space or one.space in self.spaces]
        done = forgetting.erase(self._driver, [one for one in lines if not one.fields], sets, self._number)
        self._changes.append(done.changes)
        self._gone.extend(done.gone)
        self._tally.erased(done.by_table)
        forgetting.redact(self._driver, [one for one in lines if one.fields], self._number)

    def read_blocks(self) -> None:
        """Read the data, sort it by record, and merge it into the registers."""
        assert self._content is not None
        self._erased_here = forgetting.erased(self._driver)
        for block in self._content.blocks:
            vetting.check_block(self._content.header, block, self._sender)
            if block.rec in self._erased_here:
                self._tally.dropped(block)
            elif block.space in self.spaces:
                self.gather(block, self._number(block.rep))
        self.read_gathered()

    def gather(self, block: Block, rep: int) -> None:
        """Put a block to those of its record; what this version does not know is kept apart."""
        table = BY_NAME.get(block.table)
        unknown = {
            name: given
            for name, given in block.fields.items()
            if table is None or not opaque.is_known(table, name)
        }
        if unknown:
            was_new = opaque.keep(self._driver, self._knowledge, block, rep, unknown)
            self._tally.kept(block, was_new=was_new)
        if table is None:
            return
        known = vetting.known_fields(shape_of(table.number), block, self._sender)
        if known or unknown:
            self._records.setdefault(table.number, {}).setdefault(block.rec, []).append((rep, block, known))

    def read_gathered(self) -> None:
        """Merge the gathered blocks into the registers of their records."""
        for number in sorted(self._records):
            shape = shape_of(number)
            records = self._records[number]
            vetting.check_tables(self._driver, shape, records)
            registers = reading.registers(self._driver, shape, records)
            self._registers[number] = registers
            for record, blocks in records.items():
                register = registers[record]
                was_known = register.is_known
                taken = concurrent = 0
                for rep, block, known in blocks:
                    mask, beside = self._take(register, rep, block, known)
                    taken |= mask
                    concurrent |= beside
                self._tally.merged(shape, register, was_known=was_known, taken=taken, concurrent=concurrent)

    def _take(
        self, register: Register, rep: int, block: Block, known: Mapping[int, Given]
    ) -> tuple[int, int]:
        mask = 0
        for number in known:
            mask |= masks.bit(number)
        if EXISTENCE in known and not known[EXISTENCE].value:
            mask |= masks.BINNED
        taken = register.take(Version(rep, block.seq, mask, block.ms, block.space), self._knowledge)
        for number in masks.fields_of(taken.mask):
            given, key = known[number], (number, rep, block.seq)
            if number != EXISTENCE:
                register.values[key] = given.value
            if given.later:
                register.times[key] = block.ms + given.later
            if given.has_base:
                register.bases[key] = given.base
        return taken.mask, taken.concurrent

    def place(self, sets: ReceivedSets) -> None:
        """Write what changed: versions, rows, journal."""
        placed = placing.place(
            self._driver, self._registers, knowledge=self._knowledge, sets=sets, now=self._now
        )
        self._changes.append(placed.changes)
        self._tally.placed(placed)
        if placed.doomed:
            done = forgetting.take_along(self._driver, placed.doomed, sets)
            self._changes.append(done.changes)
            self._gone.extend(done.gone)

    def advance(self) -> None:
        """Raise what this laptop knows, and what it knows of the sender."""
        assert self._content is not None
        header = self._content.header
        for space in self.spaces:
            vector = {self._number(rep): seq for rep, seq in header.to_vec.get(space, {}).items()}
            me.advance(self._driver, space, vector)
            me.acknowledge(self._driver, header.source, space, vector)
        self._driver.execute(
            "INSERT INTO sync_pkg(id,dir,peer,ms) VALUES(?,'in',?,?) "
            "ON CONFLICT(id) DO UPDATE SET dir='in', peer=excluded.peer, ms=excluded.ms",
            (header.id, header.source, self._now),
        )

    def merged(self, token: Token) -> Merged:
        """Return what was done."""
        assert self._content is not None
        report = self._tally.report(self._content.header, token, now=self._now)
        return Merged(report=report, changes=Changes.together(self._changes), erased=tuple(self._gone))

    def _number(self, replica: bytes) -> int:
        number = self._numbers.get(replica)
        if number is None:
            number = self._numbers[replica] = me.number_of(self._driver, replica)
        return number

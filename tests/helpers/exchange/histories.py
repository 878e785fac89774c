"""Random histories of an office: four members and a partner with skewed clocks and unreliable posts."""

import hashlib
import itertools
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import timedelta
from functools import cache
from typing import Any

from kts_desktop.core.errors import PackageError
from kts_desktop.exchange.sync import merging
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.storage import direct
from tests.helpers.exchange.laptop import Laptop
from tests.helpers.exchange.memory import EPOCH, MemoryStore
from tests.helpers.exchange.oracle import ALIVE, Oracle
from tests.helpers.exchange.verifying import verify

MEMBERS = 4
SKEWS = (0, 315_000_000_000, -86_000_000, 0)
Step = tuple[str, int, int, int]
USUAL = (
    *("add",) * 2, *("edit",) * 3, "clash", *("meet",) * 2, "bulk", "merge", *("bin",) * 2, "restore",
    "erase", *("undo",) * 2, *("redo",) * 3, "rollback", "savepoint", *("decide",) * 2, "compact",
    *("cut",) * 3, "snapshot", *("take",) * 5, "preview",
)  # fmt: skip
BINNING = (
    "add", *("edit",) * 2, "clash", *("meet",) * 2, "bulk", *("bin",) * 2, "restore", *("undo",) * 2,
    *("redo",) * 2, "decide", *("cut",) * 3, *("take",) * 5,
)  # fmt: skip
FLOORS = {
    "writes": 10, "received rows": 10, "undo": 0.5, "redo": 0.1, "open conflicts": 0.2, "decided": 0.1,
}  # fmt: skip


def script(rng: random.Random, *, longest: int = 60) -> list[Step]:
    """Return a random history, of one of two mixtures."""
    steps = rng.choice((USUAL, BINNING))
    head: list[Step] = [("add", 0, rng.randrange(9), 0), ("add", 0, rng.randrange(9), 0), ("share", 0, 0, 0)]
    return head + [
        (rng.choice(steps), rng.randint(0, MEMBERS), rng.randint(0, 30), rng.randint(0, 5))
        for _ in range(rng.randint(20, longest))
    ]


def run(steps: Sequence[Step], tally: "Counter[str] | None" = None) -> None:
    """Play a history and compare everybody's state with the oracle; raises AssertionError."""
    history = _History(tally if tally is not None else Counter())
    try:
        for step in steps:
            history.play(step)
        history.finish()
    finally:
        history.close()


def check_floors(tally: "Counter[str]", histories: int) -> None:
    """Refuse a generator that did too little for its histories to prove anything."""
    weak = {name: tally[name] for name, least in FLOORS.items() if tally[name] < least * histories}
    assert not weak, f"the generator is too weak: {weak}"


@cache
def stores() -> tuple[MemoryStore, ...]:
    """Make the files once: a history leaves none of its traces."""
    return tuple(MemoryStore(lambda: EPOCH) for _ in range(MEMBERS + 1))


class _History:
    """One history; ids and clock come from the script alone, so that a failure repeats."""

    def __init__(self, tally: "Counter[str]") -> None:
        self.tally = tally
        self.oracle = Oracle()
        ticks = itertools.count(1_800_000_000_000, 170)
        self._made = itertools.count()
        self._values = (f"v{number}" for number in itertools.count(1))
        self.laptops: list[Laptop] = []
        for place, store in enumerate(stores()):
            store.clock = _clock(ticks, SKEWS[place % len(SKEWS)])
            spaces = ("dir", "office") if place < MEMBERS else ("dir",)
            self.laptops.append(Laptop(store, self.oracle, bytes([place + 1]) * 16, spaces))
        self.post: list[Any] = []

    def play(self, step: Step) -> None:
        """Do one step; one that is not possible now is left out."""
        name, a, b, c = step
        laptop = self.laptops[a % len(self.laptops)]
        getattr(self, f"_{name}")(laptop, b, c)

    def finish(self) -> None:
        """Let everybody hear everything, and verify."""
        first, *rest = self.laptops
        for _ in range(3):  # two rounds bring all to all; what an erasure takes along needs another
            for one in rest:
                assert first.take(one.cut((first.replica,))), "P8 a gap in the last round"
            for one in rest:
                assert one.take(first.cut((one.replica,))), "P8 a gap in the last round"
        verify(self.laptops, MEMBERS, self.oracle)
        self.tally["histories"] += 1
        self.tally["writes"] += len(self.oracle.writes)
        self.tally["open conflicts"] += len(self.laptops[0].conflicts())
        for laptop in self.laptops:
            self.tally["received rows"] += laptop.store.one("SELECT count(*) FROM change WHERE own=0")

    def close(self) -> None:
        """Forget the history."""
        for laptop in self.laptops:
            laptop.close()

    def _is_partner(self, laptop: Laptop) -> bool:
        return laptop is self.laptops[MEMBERS]

    def _uid(self) -> bytes:
        return hashlib.sha256(b"%d" % next(self._made)).digest()[:16]

    def _add(self, laptop: Laptop, b: int, c: int) -> None:
        del c
        if b % 3 == 0 and not self._is_partner(laptop):
            laptop.add("note", self._uid(), title=next(self._values), text=next(self._values))
        else:
            laptop.add("person", self._uid(), family_name=next(self._values), remark=next(self._values))

    def _edit(self, laptop: Laptop, b: int, c: int) -> None:
        here = laptop.ids()
        if here:
            laptop.edit([self._pick(laptop, here, b, c)])

    def _clash(self, laptop: Laptop, b: int, c: int) -> None:
        """Let two laptops change the same field of a record both have, neither knowing of the other."""
        other = self.laptops[(b + 1) % MEMBERS]
        common = sorted(set(laptop.ids()) & set(other.ids()))
        if common and other is not laptop:
            for one in (laptop, other):
                one.edit([self._pick(one, common, b, c)])

    def _meet(self, laptop: Laptop, b: int, c: int) -> None:
        """Bring a package to a colleague at once."""
        del c
        other = self.laptops[b % len(self.laptops)]
        if other is not laptop:
            other.take(laptop.cut((other.replica,)))

    def _share(self, laptop: Laptop, b: int, c: int) -> None:
        """Bring everything of one laptop to all others."""
        del b, c
        package = laptop.cut()
        for other in self.laptops:
            if other is not laptop:
                other.take(package)

    def _bulk(self, laptop: Laptop, b: int, c: int) -> None:
        here = laptop.ids()
        if here:
            kind = ChangeKind.FILE_IMPORT if c == 5 else ChangeKind.EDIT
            laptop.edit([self._pick(laptop, here, b + more, c + more) for more in range(4)], kind)

    def _pick(self, laptop: Laptop, here: list[bytes], b: int, c: int) -> tuple[bytes, str, str]:
        uid = here[b % len(here)]
        names = {"person": ("family_name", "given_name", "remark"), "note": ("title", "text", "title")}
        return uid, names[laptop.tables[uid]][c % 3], next(self._values)

    def _merge(self, laptop: Laptop, b: int, c: int) -> None:
        """Merge two people: a reference, and a field that moves to the one that stays."""
        people = [uid for uid in laptop.ids() if laptop.tables[uid] == "person"]
        free = [uid for uid in people if laptop.value(uid, "merged_into_id") is None]
        if len(free) > 1:
            gone, kept = free[b % len(free)], free[(b + 1 + c) % len(free)]
            if gone != kept:
                laptop.edit([(gone, "merged_into_id", kept), (kept, "remark", next(self._values))])

    def _bin(self, laptop: Laptop, b: int, c: int) -> None:
        del c
        here = laptop.ids()
        if here and not self._is_partner(laptop):
            laptop.bin(here[b % len(here)])

    def _restore(self, laptop: Laptop, b: int, c: int) -> None:
        del c
        binned = laptop.ids(alive=False)
        if binned and not self._is_partner(laptop):
            laptop.bin(binned[b % len(binned)], back=True)

    def _erase(self, laptop: Laptop, b: int, c: int) -> None:
        del c
        people = [uid for uid in laptop.ids() if laptop.tables[uid] == "person"]
        if people and not self._is_partner(laptop):
            laptop.erase(people[b % len(people)])
            self.tally["erased"] += 1

    def _undo(self, laptop: Laptop, b: int, c: int) -> None:
        del b, c
        self.tally["undo" if laptop.undo() else "undo refused"] += 1

    def _redo(self, laptop: Laptop, b: int, c: int) -> None:
        del b, c
        self.tally["redo" if laptop.undo(redo=True) else "redo refused"] += 1

    def _rollback(self, laptop: Laptop, b: int, c: int) -> None:
        del c
        self._fail(laptop, b, within=False)

    def _savepoint(self, laptop: Laptop, b: int, c: int) -> None:
        del c
        self._fail(laptop, b, within=True)

    def _fail(self, laptop: Laptop, b: int, *, within: bool) -> None:
        here = laptop.ids()
        if not here:
            return
        uid = here[b % len(here)]
        was, rows = laptop.records(), laptop.store.one("SELECT count(*) FROM change")
        with suppress(KeyboardInterrupt), laptop.store.set_of("bulk.edit") as driver:
            driver.execute("SAVEPOINT part")
            driver.execute(f"UPDATE {laptop.tables[uid]} SET source='never' WHERE uid=?", (uid,))
            if not within:
                raise KeyboardInterrupt
            driver.execute("ROLLBACK TO part")
            driver.execute("RELEASE part")
        left = laptop.store.one("SELECT count(*) FROM change")
        assert laptop.records() == was, "P13 a trace of what was rolled back"
        assert left == rows, "P13 a trace of what was rolled back"

    def _decide(self, laptop: Laptop, b: int, c: int) -> None:
        open_ones: list[Any] = []
        members = self.laptops[:MEMBERS]
        first = members.index(laptop) if laptop in members else 0
        for place in range(MEMBERS):  # whoever sees one, from the laptop drawn on
            laptop = members[(first + place) % MEMBERS]
            open_ones = [one for one in laptop.conflicts() if one[1] != ALIVE]
            if open_ones:
                break
        else:
            return
        uid, name, values = open_ones[b % len(open_ones)]
        own = values[0] if name == "merged_into_id" else next(self._values)
        laptop.decide(uid, name, (values[0], values[-1], own)[c % 3])
        self.tally["decided"] += 1

    def _compact(self, laptop: Laptop, b: int, c: int) -> None:
        del b, c
        compact(laptop.store)

    def _cut(self, laptop: Laptop, b: int, c: int) -> None:
        del c
        peer = self.laptops[b % len(self.laptops)].replica
        self.post.append(laptop.cut((peer,)))

    def _snapshot(self, laptop: Laptop, b: int, c: int) -> None:
        del b, c
        self.post.append(laptop.cut())

    def _take(self, laptop: Laptop, b: int, c: int) -> None:
        if self.post:
            near = self.post[-4:] if c % 3 else self.post  # mostly recent ones, sometimes any old one
            taken = laptop.take(near[b % len(near)])
            self.tally["taken" if taken else "gaps"] += 1

    def _preview(self, laptop: Laptop, b: int, c: int) -> None:
        del c
        if not self.post:
            return
        was = laptop.store.all("SELECT * FROM change"), everything(laptop.store)
        with suppress(PackageError):
            merging.preview(laptop.store, self.post[b % len(self.post)][0])
        now = laptop.store.all("SELECT * FROM change"), everything(laptop.store)
        assert was == now, "P7 a preview changed something"


def everything(store: MemoryStore) -> list[Any]:
    """Return what the exchange and the tables hold, to be compared."""
    tables = ("sync_ver", "sync_sib", "sync_me", "sync_have", "sync_seal", "sync_pkg", "person", "note")
    return [store.all(f"SELECT * FROM {table}") for table in tables]


def compact(store: MemoryStore) -> None:
    """Drop all rows of the journal that are sealed, as the shortening of old lines does."""
    with store.maintain() as connection:
        driver = direct.driver_of(connection)
        driver.execute(
            "UPDATE change_set SET final=1 WHERE id IN "
            "(SELECT tx FROM change WHERE seq<=(SELECT mark FROM sync_me))"
        )
        driver.execute("DELETE FROM change WHERE seq<=(SELECT mark FROM sync_me)")


def _clock(ticks: Iterator[int], skew: int) -> Callable[[], Any]:
    return lambda: EPOCH + timedelta(milliseconds=next(ticks) + skew)

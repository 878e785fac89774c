"""One laptop of a random history: what a user does, and what the test remembers of it by itself."""

from collections.abc import Iterable, Mapping
from typing import Any

from kts_desktop.core.errors import PackageError, RefusedError
from kts_desktop.exchange.sync import cutting, deciding, differing, merging
from kts_desktop.exchange.sync.content import Content
from kts_desktop.exchange.sync.cutting import Order
from kts_desktop.models.catalogue import BY_NAME, EXISTENCE
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.storage import erasing, undo
from kts_desktop.storage.replica.shapes import shape_of
from tests.helpers.exchange.memory import EPOCH, MemoryStore
from tests.helpers.exchange.oracle import ALIVE, ERASED, Oracle

OFFICE = b"office".ljust(16, b"-")
SPACES = {"person": "dir", "note": "office"}
FIELDS = {
    "person": ("family_name", "given_name", "remark", "merged_into_id"),
    "note": ("title", "text"),
}
_FILLED = {
    "person": {
        "salutation": "neutral", "degree": "", "name_prefix": "", "name_suffix": "", "office_title": "",
        "letter_salutation": "", "language": "de", "pronouns": "", "remark": "", "source": "",
        "created_at": 0, "updated_at": 0, "given_name": "",
    },
    "note": {
        "kind": "call", "happened_at": 0, "text": "", "next_step": "", "caller": "", "source": "",
        "created_at": 0, "updated_at": 0,
    },
}  # fmt: skip


def insert(driver: Any, table: str, uid: bytes, **values: Any) -> None:
    """Insert a row as the services do, every text filled."""
    whole = {"uid": uid, **_FILLED[table], **values}
    names = ",".join(f'"{name}"' for name in whole)
    driver.execute(
        f"INSERT INTO {table}({names}) VALUES({','.join('?' * len(whole))})", tuple(whole.values())
    )


class Laptop:
    """A store, and beside it the writes not sealed yet and what each step replaced."""

    def __init__(self, store: MemoryStore, oracle: Oracle, replica: bytes, spaces: tuple[str, ...]) -> None:
        store.start(replica, spaces)
        self.store, self.oracle, self.replica, self.spaces = store, oracle, replica, spaces
        self.seen: set[int] = set()
        self.pending: dict[tuple[bytes, str], list[Any]] = {}  # before, now, touches
        self.fresh: set[bytes] = set()  # made here and never sealed
        self.erasing: set[bytes] = set()
        self.mark = 0
        self.before: dict[int, dict[tuple[bytes, str], Any]] = {}
        self.touched: dict[int, dict[tuple[bytes, str], int]] = {}
        self.tables: dict[bytes, str] = {}

    # ---- what is there ------------------------------------------------------------------------------------
    def told(self, table: str) -> dict[bytes, dict[str, Any]]:
        """Return all records of a table as colleagues would be told them."""
        shape = shape_of(BY_NAME[table].number)
        names = [ALIVE, *(column.name for column in shape.columns)]
        rows = self.store.all(f"SELECT t.uid, t.deleted_at IS NULL, {shape.told} FROM {table} t")
        return {uid: dict(zip(names, values, strict=True)) for uid, *values in rows}

    def records(self) -> dict[bytes, dict[str, Any]]:
        """Return all records of all tables."""
        found: dict[bytes, dict[str, Any]] = {}
        for table in FIELDS:
            here = self.told(table)
            found.update(here)
            self.tables.update(dict.fromkeys(here, table))
        return found

    def ids(self, *, alive: bool = True) -> list[bytes]:
        """Return the ids of records here or in the bin, in order."""
        wanted = "IS NULL" if alive else "IS NOT NULL"
        found: list[bytes] = []
        for table in FIELDS:
            here = [uid for (uid,) in self.store.all(f"SELECT uid FROM {table} WHERE deleted_at {wanted}")]
            self.tables.update(dict.fromkeys(here, table))
            found.extend(here)
        return sorted(found)

    def value(self, uid: bytes, name: str) -> Any:
        """Return what a field holds now, as it is told."""
        return self.told(self.tables[uid])[uid][name]

    def space(self, uid: bytes) -> str:
        """Return the space a record lies in."""
        moved = self.store.one("SELECT space FROM sync_space WHERE rec=?", uid)
        return moved or SPACES[self.tables[uid]]

    # ---- what the test remembers --------------------------------------------------------------------------
    def wrote(self, uid: bytes, name: str, old: Any, new: Any) -> None:
        """Remember an unsealed write."""
        self.pending.setdefault((uid, name), [old, new, 0])[1] = new

    def touch(self, uid: bytes, name: str, count: int, value: Any) -> None:
        """Remember an unsealed decision, or that it was taken back."""
        self.pending.setdefault((uid, name), [value, value, 0])[2] += count

    def newest_set(self) -> int:
        """Return the number of the last change set."""
        return int(self.store.one("SELECT max(id) FROM change_set") or 0)

    def flush(self) -> None:
        """Turn what was pending into writes of the oracle, if a seal was tried since."""
        mark = self.store.one("SELECT mark FROM sync_me")
        if mark == self.mark and not self.erasing:
            return
        self.mark = mark
        edited: set[bytes] = set()
        for (uid, name), (old, new, touches) in sorted(
            self.pending.items(), key=lambda kv: kv[0][1] == ALIVE
        ):
            if uid in self.fresh:
                if self.pending[uid, ALIVE][1] == 0 or (new is None and old is None):
                    continue
                if new is None:
                    continue
            elif old == new and touches <= 0 and not (name == ALIVE and new == 0 and uid in edited):
                continue
            edited.add(uid)
            space = self.space(uid)
            if space in self.spaces:
                self.oracle.write(self.seen, (uid, name), new, space)
        kept = {uid for uid in self.fresh if self.pending[uid, ALIVE][1] == 0}
        binned_again = {
            uid for uid in edited - self.fresh if (uid, ALIVE) not in self.pending and not self._is_alive(uid)
        }
        for uid in binned_again:
            self.oracle.write(self.seen, (uid, ALIVE), 0, self.space(uid))
        self.pending = {key: value for key, value in self.pending.items() if key[0] in kept}
        self.fresh = kept
        for uid in sorted(self.erasing):
            self.oracle.write(self.seen, (uid, ERASED), None, SPACES[self.tables.get(uid, "person")])
        self.erasing = set()

    def _is_alive(self, uid: bytes) -> bool:
        table = self.tables[uid]
        return bool(self.store.one(f"SELECT deleted_at IS NULL FROM {table} WHERE uid=?", uid))

    # ---- what a user does ---------------------------------------------------------------------------------
    def add(self, table: str, uid: bytes, **values: Any) -> None:
        """Add a record."""
        with self.store.set_of(f"{table}.add") as driver:
            insert(driver, table, uid, **values)
        self.tables[uid] = table
        self.fresh.add(uid)
        for name, value in self.told(table)[uid].items():
            self.wrote(uid, name, None, value)
        self.before[self.newest_set()] = {(uid, ALIVE): 0}

    def edit(self, picks: Iterable[tuple[bytes, str, Any]], kind: ChangeKind = ChangeKind.EDIT) -> None:
        """Change fields of records in one step."""
        replaced: dict[tuple[bytes, str], Any] = {}
        with self.store.set_of("bulk.edit", kind) as driver:
            for uid, name, value in picks:
                table = self.tables[uid]
                present = self.value(uid, name)
                replaced.setdefault((uid, name), present)
                if name == "merged_into_id":
                    driver.execute(
                        f"UPDATE {table} SET merged_into_id=(SELECT id FROM person WHERE uid=?) WHERE uid=?",
                        (value, uid),
                    )
                else:
                    driver.execute(f'UPDATE {table} SET "{name}"=? WHERE uid=?', (value, uid))
                self.wrote(uid, name, present, value)
        self.before[self.newest_set()] = replaced

    def bin(self, uid: bytes, *, back: bool = False) -> None:
        """Put a record into the bin, or take it out."""
        with self.store.set_of("bulk.delete") as driver:
            driver.execute(
                f"UPDATE {self.tables[uid]} SET deleted_at=? WHERE uid=?", (None if back else 1, uid)
            )
        self.wrote(uid, ALIVE, int(not back), int(back))
        self.before[self.newest_set()] = {(uid, ALIVE): int(not back)}

    def erase(self, uid: bytes) -> None:
        """Erase a person for good, and whoever was merged into them."""
        records = self.records()
        gone = {uid}
        while more := {
            one for one, fields in records.items() if fields.get("merged_into_id") in gone and one not in gone
        }:
            gone |= more
        with self.store.maintain() as connection:
            erasing.remove(connection, [uid], "person.erase", author=0, at=self.store.clock())
        self.pending = {key: value for key, value in self.pending.items() if key[0] not in gone}
        self.fresh -= gone
        self.erasing |= gone

    def undo(self, *, redo: bool = False) -> bool:
        """Take the last step back, or do it again; False if it is refused or there is none."""
        was = self.records()
        pending = {key: value[2] for key, value in self.pending.items()}
        if not self._take_back(redo=redo):
            assert self.records() == was, "P11 a refused undo changed something"
            return False
        number = self.newest_set()
        undone = self.store.one("SELECT undoes FROM change_set WHERE id=?", number)
        self._compare(was, number)
        touches: dict[tuple[bytes, str], int] = {}
        for key, count in self.touched.get(undone, {}).items():
            back = 1 if count < 0 else (-1 if pending.get(key, 0) > 0 else 0)
            if back:
                self.touch(*key, back, self.value(*key))
                touches[key] = back
        self.touched[number] = touches
        for (uid, name), value in self.before.get(undone, {}).items():
            assert self.value(uid, name) == value, "P11 undo did not restore"
        return True

    def _take_back(self, *, redo: bool) -> bool:
        try:
            (undo.redo if redo else undo.undo)(self.store)
        except RefusedError as refusal:
            if refusal.code in {"nothing_to_undo", "nothing_to_redo", "undo_refused", "already_handed_on"}:
                return False
            raise
        return True

    def _compare(self, was: Mapping[bytes, Mapping[str, Any]], number: int) -> None:
        replaced: dict[tuple[bytes, str], Any] = {}
        for uid, fields in self.records().items():
            for name, value in fields.items():
                if was[uid][name] != value:
                    self.wrote(uid, name, was[uid][name], value)
                    replaced[uid, name] = was[uid][name]
        self.before[number] = replaced

    def conflicts(self) -> list[tuple[bytes, str, list[Any]]]:
        """Return the open differences: record, field, values with the shown one first."""
        found = []
        for one in differing.differences(self.store.driver):
            name = ALIVE if one.field == EXISTENCE else _name(one.shape, one.field)
            values = [differing.value(one.register, one.field, version) for version in one.versions]
            found.append((one.register.record, name, values))
        return sorted(found, key=lambda one: one[:2])

    def decide(self, uid: bytes, name: str, value: Any) -> None:
        """Decide a difference."""
        self.ids()
        present = self.value(uid, name)
        deciding.decide(self.store, self.tables[uid], uid, name, value)
        if value != present:
            self.wrote(uid, name, present, value)
        self.touch(uid, name, 1, value)
        number = self.newest_set()
        self.before[number] = {(uid, name): present}
        self.touched[number] = {(uid, name): 1}

    # ---- exchange -----------------------------------------------------------------------------------------
    def cut(self, peers: tuple[bytes, ...] = ()) -> tuple[Content, frozenset[int], tuple[str, ...]]:
        """Return a package, what its writer has seen, and the spaces it speaks of."""
        with cutting.cut(self.store, order(self.store, peers)) as content:
            whole = frozen(content)
        self.flush()
        return whole, frozenset(self.seen), self.spaces

    def take(self, item: tuple[Content, frozenset[int], tuple[str, ...]]) -> bool:
        """Import a package; False if changes before it are missing."""
        content, seen, spaces = item
        try:
            merging.apply(self.store, content)
        except PackageError as refusal:
            if refusal.code == "package_gap":
                return False
            if refusal.code in {"package_already", "package_own"}:
                return True
            raise
        self.flush()
        # what exists only for something erased is erased here, as an erasure of this laptop's own
        self.erasing |= {uid for (uid,) in self.store.all("SELECT rec FROM sync_erased WHERE rep IS NULL")}
        common = set(spaces) & set(self.spaces)
        self.seen |= {one for one in seen if self.oracle.writes[one].space in common}
        gone = self.oracle.erased(self.seen) | self.erasing
        self.pending = {key: value for key, value in self.pending.items() if key[0] not in gone}
        self.fresh -= gone
        return True

    def state(self) -> dict[str, list[Any]]:
        """Return the records that the exchange knows, as they are told."""
        found: dict[str, list[Any]] = {}
        for table in FIELDS:
            known = {uid for (uid,) in self.store.all("SELECT DISTINCT rec FROM sync_ver")}
            found[table] = sorted(
                (uid, sorted(fields.items())) for uid, fields in self.told(table).items() if uid in known
            )
        return found

    def versions(self) -> list[tuple[bytes, str, bytes, int, Any]]:
        """Return all versions with their values: what a snapshot says."""
        found = []
        content = cutting.content_of(self.store.driver, order(self.store, ()))
        for block in content.blocks:
            for name, given in block.fields.items():
                found.append((block.rec, name, block.rep, block.seq, given.value))
        return sorted(found, key=lambda one: one[:4])

    def close(self) -> None:
        """End the history."""
        self.store.forget()


def order(store: MemoryStore, peers: tuple[bytes, ...]) -> Order:
    """Return an order for a package."""
    made = int((store.clock() - EPOCH).total_seconds() * 1000)
    return Order(office=OFFICE, created_ms=made, app="1", schema=1, peers=peers)


def frozen(content: Content) -> Content:
    """Return a package that can be read more than once."""
    return Content(
        header=content.header, seals=content.seals, erased=content.erased, blocks=tuple(content.blocks)
    )


def _name(shape: Any, number: int) -> str:
    return next(str(column.name) for column in shape.columns if column.number == number)

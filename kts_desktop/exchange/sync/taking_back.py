"""Taking a package back: the values of before are set again where those of the package still stand.

It is one ordinary own step, and reaches the colleagues like any other. While nothing was sealed or edited
since, the backup made before the import can be restored instead, and the package may come again.
"""

from dataclasses import dataclass
from typing import Any

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import RefusedError
from kts_desktop.exchange.sync import naming
from kts_desktop.exchange.sync.content import EXISTENCE_NAME, Value
from kts_desktop.exchange.sync.views import Arrival, TakeBackPlan
from kts_desktop.models.base import UtcMs
from kts_desktop.models.catalogue import EXISTENCE
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.storage import change_sets, direct, journal
from kts_desktop.storage.replica import me
from kts_desktop.storage.replica.shapes import Shape, shape_of
from kts_desktop.storage.store import Store

LABEL = "sync.take_back"
_LINES = (
    "SELECT c.tbl, c.rec, c.op, c.fld, c.old, c.new FROM change_set s JOIN change c "
    "ON c.seq BETWEEN s.lo AND s.hi AND c.tx=s.id WHERE s.pkg=? AND s.kind=? AND c.own=0 ORDER BY c.seq"
)
_LATER = (
    "SELECT EXISTS(SELECT 1 FROM change WHERE own=1 AND seq>?) OR EXISTS(SELECT 1 FROM change_set "
    "WHERE kind=? AND pkg IS NOT NULL AND pkg<>? AND id>(SELECT max(id) FROM change_set WHERE pkg=?)) "
    "OR EXISTS(SELECT 1 FROM change_set WHERE kind=? AND id>(SELECT max(id) FROM change_set WHERE pkg=?))"
)


@dataclass(slots=True)
class _Back:
    """One field to be set again: what stands there, and what stood there before."""

    shape: Shape
    record: bytes
    number: int
    present: Value
    former: Value


def plan(store: Store, package: bytes) -> TakeBackPlan:
    """Return what taking a package back would do; nothing is changed."""
    with store.maintain() as connection:
        driver = direct.driver_of(connection)
        backs, lost = _standing(driver, package)
        arrivals = []
        for record in dict.fromkeys(one.record for one in backs):
            many = [one for one in backs if one.record == record]
            shape = many[0].shape
            changes = [(_name(shape, one.number), one.present, one.former) for one in many]
            title = naming.titles(driver, shape.name, [record]).get(record, "")
            arrivals.append(
                Arrival(
                    kind=shape.name,
                    uid=record,
                    title=title,
                    effect="deleted" if (EXISTENCE_NAME, 1, 0) in changes else "newer",
                    changes=tuple(
                        (name, _told(driver, shape, name, old), _told(driver, shape, name, new))
                        for name, old, new in changes
                    ),
                )
            )
        return TakeBackPlan(
            package=package,
            can_restore=not _is_worked_on(driver, package),
            arrivals=tuple(arrivals),
            changed_since=lost,
        )


def take_back(store: Store, package: bytes) -> Changes:
    """Set the values of before again, as one step; raises RefusedError ``nothing_to_take_back``."""
    with store.maintain() as connection:
        driver = direct.driver_of(connection)
        backs, _ = _standing(driver, package)
        if not backs:
            raise RefusedError("nothing_to_take_back")
        now = store.clock()
        opened = change_sets.begin(
            connection, kind=ChangeKind.EDIT, label=LABEL, args=None, author=store.author_id, at=now
        )
        at = UtcMs().process_bind_param(now, connection.dialect)
        # out of the bin first and into it last: a record in it takes no edit
        for one in sorted(backs, key=_order):
            column = "deleted_at" if one.number == EXISTENCE else _name(one.shape, one.number)
            former = (None if one.former else at) if one.number == EXISTENCE else one.former
            driver.execute(
                f'UPDATE {one.shape.name} SET "{column}"=?, updated_at=? WHERE uid=?',
                (former, at, one.record),
            )
        return change_sets.end(connection, opened)


def _order(one: _Back) -> int:
    return 1 if one.number != EXISTENCE else (0 if one.former else 2)


def _standing(driver: Any, package: bytes) -> tuple[list[_Back], int]:
    """Return the fields whose value is still the package's, and how many are not."""
    folded: dict[tuple[int, bytes, int], tuple[Value, Value]] = {}
    made: set[bytes] = set()
    for table, record, op, number, old, new in driver.execute(_LINES, (package, int(ChangeKind.RECEIVED))):
        if op == journal.INSERTED:
            made.add(record)
            folded[table, record, EXISTENCE] = (0, 1)
        elif record not in made:
            first = folded.get((table, record, number), (old, new))[0]
            folded[table, record, number] = (first, new)
    backs: list[_Back] = []
    lost = 0
    for (table, record, number), (old, new) in folded.items():
        shape = shape_of(table)
        column = "deleted_at IS NULL" if number == EXISTENCE else f'"{_name(shape, number)}"'
        found = driver.execute(
            f"SELECT {column}, deleted_at IS NULL FROM {shape.name} WHERE uid=?", (record,)
        ).fetchone()
        binned = found is not None and not found[1] and number != EXISTENCE
        comes_back = folded.get((table, record, EXISTENCE)) == (1, 0)
        if (
            found is None
            or found[0] != new
            or (binned and not comes_back)
            or (record in made and _is_changed(driver, table, record))
        ):
            lost += 1
        elif old != new:
            backs.append(_Back(shape, record, number, new, old))
    return backs, lost


def _is_changed(driver: Any, table: int, record: bytes) -> bool:
    """Tell whether somebody changed a record since it arrived."""
    statement = "SELECT 1 FROM change WHERE rec=? AND tbl=? AND op<>0 LIMIT 1"
    found = driver.execute(statement, (record, table))
    return found.fetchone() is not None


def _is_worked_on(driver: Any, package: bytes) -> bool:
    """Tell whether anything was edited, sealed, erased or taken over since a package."""
    own = me.who(driver)
    last = driver.execute("SELECT max(coalesce(hi, 0)) FROM change_set WHERE pkg=?", (package,)).fetchone()[0]
    if own is None or last is None:
        return True
    kinds = (int(ChangeKind.RECEIVED), int(ChangeKind.ERASE))
    values = (last or own.mark, kinds[0], package, package, kinds[1], package)
    return bool(driver.execute(_LATER, values).fetchone()[0])


def _name(shape: Shape, number: int) -> str:
    if number == EXISTENCE:
        return EXISTENCE_NAME
    return next(column.name for column in shape.columns if column.number == number)


def _told(driver: Any, shape: Shape, name: str, stored: Value) -> Value:
    column = next((one for one in shape.columns if one.name == name and one.target), None)
    if column is None or stored is None:
        return stored
    found = driver.execute(f"SELECT uid FROM {column.target} WHERE id=?", (stored,)).fetchone()
    return naming.titles(driver, column.target, [found[0]]).get(found[0], "") if found else None

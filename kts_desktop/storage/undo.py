"""Undo and redo: the inverse of one change set as a new one, all of it or nothing.

Per field of the set the first old value comes back if, and only if, the present value is the set's last new
one. A record the set inserted goes to the bin if nothing on it differs since. Restores come first, then
fields, then deletes, because a record in the bin takes no edit. A decision between laptops for the value that
was shown already (a touch) is taken back as long as it has not been handed on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row

from kts_desktop.core.changes import Changes
from kts_desktop.core.clock import Clock
from kts_desktop.core.errors import RefusedError
from kts_desktop.models.base import UtcMs
from kts_desktop.models.catalogue import BY_NUMBER, EXISTENCE
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.storage import change_sets, journal
from kts_desktop.storage.store import Store

_UNDOABLE = (
    "SELECT id, label, lo, hi FROM change_set WHERE kind IN (0,2,4) AND undone_by IS NULL AND final=0 "
    "ORDER BY id DESC LIMIT 1"
)
_REDOABLE = (
    "SELECT id, label, lo, hi FROM change_set u WHERE kind=1 AND undone_by IS NULL AND final=0 "
    "AND NOT EXISTS (SELECT 1 FROM change_set n WHERE n.id > u.id AND n.kind IN (0,4)) "
    "ORDER BY id DESC LIMIT 1"
)
_TAKEN = "CREATE TEMP TABLE IF NOT EXISTS taken(uid BLOB PRIMARY KEY, present ANY, wanted ANY) WITHOUT ROWID"


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The labels of the next undo and the next redo; empty where there is none."""

    undo: str = ""
    redo: str = ""


@dataclass(slots=True, kw_only=True)
class _Inverse:
    """What has to be done to take a set back: per table and field (uid, present, wanted)."""

    fields: dict[tuple[int, int], list[tuple[bytes, Any, Any]]] = field(default_factory=dict)
    restored: dict[int, list[bytes]] = field(default_factory=dict)
    binned: dict[int, list[bytes]] = field(default_factory=dict)
    inserted: set[bytes] = field(default_factory=set)
    touches: list[tuple[int, int, bytes, int]] = field(default_factory=list)  # op to write, table, uid, field

    def __bool__(self) -> bool:
        return bool(self.fields or self.restored or self.binned or self.touches)


class _Mismatch(Exception):  # noqa: N818 - never leaves this module
    def __init__(self, table: int, number: int, record: bytes | None = None) -> None:
        super().__init__()
        self.table, self.number, self.record = table, number, record


class _HandedOn(Exception):  # noqa: N818 - as above
    """The set holds nothing but decisions that colleagues have by now."""


def next_steps(connection: Connection) -> Steps:
    """Return what undo and redo would take back now."""
    undoable = connection.exec_driver_sql(_UNDOABLE).one_or_none()
    redoable = connection.exec_driver_sql(_REDOABLE).one_or_none()
    return Steps(undo=undoable.label if undoable else "", redo=redoable.label if redoable else "")


def undo(store: Store) -> Changes:
    """Take back the newest step; raises RefusedError ``nothing_to_undo`` or ``undo_refused``."""
    return _take_back(store, _UNDOABLE, ChangeKind.UNDO, "nothing_to_undo")


def redo(store: Store) -> Changes:
    """Do the step undone last again; raises RefusedError ``nothing_to_redo`` or ``undo_refused``."""
    return _take_back(store, _REDOABLE, ChangeKind.REDO, "nothing_to_redo")


def _take_back(store: Store, which: str, kind: ChangeKind, none: str) -> Changes:
    with store.maintain() as connection:
        found = connection.exec_driver_sql(which).one_or_none()
    if found is None:
        raise RefusedError(none)
    try:
        with store.maintain() as connection:
            return _apply(connection, found, kind, store.author_id, store.clock)
    except _HandedOn:
        with store.maintain() as connection:
            connection.exec_driver_sql("UPDATE change_set SET final=1 WHERE id=?", (found.id,))
        raise RefusedError("already_handed_on", label=found.label) from None
    except _Mismatch as mismatch:
        with store.maintain() as connection:
            connection.exec_driver_sql("UPDATE change_set SET final=1 WHERE id=?", (found.id,))
            refusal = _refusal(connection, found, mismatch)
        raise refusal from None


def _apply(connection: Connection, taken: "Row[Any]", kind: ChangeKind, author: int, clock: Clock) -> Changes:
    inverse = _inverse_of(connection, taken.lo, taken.hi)
    if not inverse:
        raise _HandedOn
    now = clock()
    opened = change_sets.begin(
        connection, kind=kind, label=taken.label, args=None, author=author, at=now, undoes=taken.id
    )
    moment = UtcMs().process_bind_param(now, connection.dialect)
    step = partial(_set_many, connection, moment)
    for table, uids in inverse.restored.items():
        step(table, EXISTENCE, "deleted_at", [(uid, None, None) for uid in uids], "IS NOT NULL")
    for (table, number), values in inverse.fields.items():
        name = next(f.name for f in BY_NUMBER[table].fields if f.number == number)
        step(table, number, name, values, "IS k.present")
    _check_untouched(connection, taken.hi, inverse.inserted, opened.before)
    _touch(connection, opened.id, inverse)
    for table, uids in inverse.binned.items():
        step(table, EXISTENCE, "deleted_at", [(uid, None, moment) for uid in uids], "IS NULL")
    changes = change_sets.end(connection, opened)
    connection.exec_driver_sql("UPDATE change_set SET undone_by=? WHERE id=?", (opened.id, taken.id))
    return changes


def _inverse_of(connection: Connection, low: int, high: int) -> _Inverse:
    rows = connection.exec_driver_sql(
        "SELECT seq, tbl, rec, op, fld, old, new FROM change WHERE seq BETWEEN ? AND ? AND own=1 "
        "ORDER BY seq",
        (low, high),
    )
    folded: dict[tuple[int, bytes, int], tuple[Any, Any]] = {}
    touched: dict[tuple[int, bytes, int], tuple[int, int]] = {}  # how often, and the last row
    inverse = _Inverse()
    for seq, table, record, op, number, old, new in rows:
        if op in {journal.TOUCH, journal.UNTOUCH}:
            before, _ = touched.get((table, record, number), (0, seq))
            touched[table, record, number] = (before + (1 if op == journal.TOUCH else -1), seq)
        elif op == journal.INSERTED:
            inverse.inserted.add(record)
            inverse.binned.setdefault(table, []).append(record)
        elif op == journal.FIELD:
            first = folded.get((table, record, number), (old,))[0]
            folded[table, record, number] = (first, new)
    for (table, record, number), (old, new) in folded.items():
        if record in inverse.inserted or old == new:
            continue
        if number != EXISTENCE:
            inverse.fields.setdefault((table, number), []).append((record, new, old))
        else:
            place = inverse.restored if old else inverse.binned
            place.setdefault(table, []).append(record)
    inverse.touches = list(_touches(connection, touched))
    return inverse


def _touches(
    connection: Connection, touched: dict[tuple[int, bytes, int], tuple[int, int]]
) -> Iterator[tuple[int, int, bytes, int]]:
    """Yield what takes decisions back: none for one that was sealed, for others have it."""
    mark = connection.exec_driver_sql("SELECT mark FROM sync_me").scalar() or 0
    for (table, record, number), (count, seq) in touched.items():
        if count < 0:
            yield journal.TOUCH, table, record, number
        elif count > 0 and seq > mark:
            yield journal.UNTOUCH, table, record, number


def _touch(connection: Connection, set_id: int, inverse: _Inverse) -> None:
    """Write the touches; like any other field, one of a record in the bin stays as it is."""
    for op, table, record, number in inverse.touches:
        alive = connection.exec_driver_sql(
            f"SELECT 1 FROM {BY_NUMBER[table].name} WHERE uid=? AND deleted_at IS NULL", (record,)
        ).first()
        if alive is None and number != EXISTENCE:
            raise _Mismatch(table, number, record)
        connection.exec_driver_sql(
            "INSERT INTO change(tx,own,tbl,rec,op,fld) VALUES(?,1,?,?,?,?)",
            (set_id, table, record, op, number),
        )


def _set_many(  # noqa: PLR0917 - a private step with one caller
    connection: Connection,
    moment: int | None,
    table: int,
    number: int,
    column: str,
    rows: list[tuple[bytes, Any, Any]],
    present: str,
) -> None:
    """Write only where the present value is the expected one; one row missed refuses the whole.

    ``rows`` are uid, present and wanted value. One statement writes all: one a row takes a quarter longer.
    """
    name = BY_NUMBER[table].name
    living = "" if column == "deleted_at" else " AND r.deleted_at IS NULL"
    connection.exec_driver_sql(_TAKEN)
    connection.exec_driver_sql("INSERT INTO temp.taken VALUES(?,?,?)", rows)
    written = connection.exec_driver_sql(
        f'UPDATE {name} SET updated_at=?, "{column}"=(SELECT wanted FROM temp.taken WHERE uid={name}.uid) '
        f"WHERE id IN (SELECT r.id FROM temp.taken k CROSS JOIN {name} r ON r.uid=k.uid "
        f'WHERE r."{column}" {present}{living})',
        (moment,),
    )
    connection.exec_driver_sql("DELETE FROM temp.taken")
    if written.rowcount != len(rows):
        raise _Mismatch(table, number, rows[0][0] if len(rows) == 1 else None)


def _check_untouched(connection: Connection, since: int, inserted: Iterable[bytes], until: int) -> None:
    """Refuse to bin an inserted record that somebody has changed since."""
    for record in inserted:
        later = connection.exec_driver_sql(
            "SELECT tbl, fld, old, new FROM change WHERE rec=? AND seq>? AND seq<=? AND op=1 ORDER BY seq",
            (record, since, until),
        )
        folded: dict[tuple[int, int], tuple[Any, Any]] = {}
        for table, number, old, new in later:
            folded[table, number] = (folded.get((table, number), (old,))[0], new)
        for (table, number), (old, new) in folded.items():
            if old != new:
                raise _Mismatch(table, number, record)


def _refusal(connection: Connection, taken: "Row[Any]", mismatch: _Mismatch) -> RefusedError:
    table = BY_NUMBER[mismatch.table]
    name = next((f.name for f in table.fields if f.number == mismatch.number), "deleted_at")
    last = connection.exec_driver_sql(
        "SELECT s.at, coalesce(a.name,'') FROM change c JOIN change_set s ON s.id=c.tx "
        "LEFT JOIN adviser a ON a.id=s.author "
        "WHERE c.seq>? AND c.tbl=? AND c.fld=? AND (? IS NULL OR c.rec=?) ORDER BY c.seq DESC LIMIT 1",
        (taken.hi, mismatch.table, mismatch.number, mismatch.record, mismatch.record),
    ).one_or_none()
    moment: datetime | None = UtcMs().process_result_value(last[0], connection.dialect) if last else None
    return RefusedError(
        "undo_refused",
        label=taken.label,
        field=name,
        who=last[1] if last else "",
        when=f"{moment.astimezone():%d.%m.%Y %H:%M}" if moment else "",
    )

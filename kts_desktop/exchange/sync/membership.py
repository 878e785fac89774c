"""Spaces: moving records to another one, joining one, leaving one.

Others know the old numbers of what lies in a space already: so that a record arrives where it is new, every
field of it gets a new number.
"""

from collections.abc import Iterable
from typing import Any

from kts_desktop.core.changes import Changes
from kts_desktop.exchange.sync import opaque
from kts_desktop.models.base import UtcMs
from kts_desktop.models.catalogue import BY_NAME, TABLES
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.storage import change_sets, direct, erasing, journal
from kts_desktop.storage.replica import masks, me, sealing, spaces
from kts_desktop.storage.replica.sealing import listed
from kts_desktop.storage.replica.shapes import Shape, may_lie_in, shape_of
from kts_desktop.storage.store import Store

_TOUCH = "INSERT INTO change(tx,own,tbl,rec,op,fld) VALUES(?,1,?,?,?,?)"


def move(store: Store, kind: str, records: Iterable[bytes], space: str) -> Changes:
    """Move records to another space, a case with all of it; raises ValueError for one not theirs."""
    table = BY_NAME[kind]
    if not may_lie_in(table, space):
        raise ValueError(space)
    with store.maintain() as connection:
        driver = direct.driver_of(connection)
        opened = _begin(connection, store, "sync.move")
        wanted = list(records)
        for record in wanted:
            if space == table.space:
                driver.execute("DELETE FROM sync_space WHERE rec=?", (record,))
            else:
                driver.execute(
                    "INSERT INTO sync_space VALUES(?,?) ON CONFLICT DO UPDATE SET space=excluded.space",
                    (record, space),
                )
        _touch(driver, opened.id, shape_of(table.number), wanted)
        if kind == "advisory_case":
            for child in spaces.OWNED:
                shape = shape_of(BY_NAME[child].number)
                _touch(driver, opened.id, shape, _owned(driver, shape, wanted))
        return change_sets.end(connection, opened)


def join(store: Store, space: str) -> Changes:
    """Hold a space from now on; what lies in it here is told anew."""
    with store.maintain() as connection:
        driver = direct.driver_of(connection)
        own = me.begin(driver)
        opened = _begin(connection, store, "sync.join")
        if space not in me.own_spaces(driver):
            driver.execute("INSERT INTO sync_have VALUES(?,?,?)", (space, own.number, own.seq))
            for table in TABLES:
                if may_lie_in(table, space):
                    shape = shape_of(table.number)
                    _touch(driver, opened.id, shape, _lying_in(driver, shape, space))
        return change_sets.end(connection, opened)


def leave(store: Store, space: str) -> Changes:
    """Hold a space no more: what lies in it goes from this laptop alone, and nobody is told of it."""
    with store.maintain() as connection:
        driver = direct.driver_of(connection)
        now = UtcMs().process_bind_param(store.clock(), connection.dialect)
        assert now is not None
        sealing.seal(driver, now)
        opened = _begin(connection, store, "sync.leave", mode=journal.ERASE)
        before = {record for (record,) in driver.execute("SELECT rec FROM sync_erased")}
        records = [
            record
            for table in TABLES
            if may_lie_in(table, space)
            for record in _lying_in(driver, shape_of(table.number), space)
        ]
        changes, gone = erasing.forget(driver, records, set_id=opened.id, at=now, is_own=False)
        driver.executemany(
            "DELETE FROM sync_erased WHERE rec=?", [(one,) for one in gone if one not in before]
        )
        for table in ("sync_have", "sync_ack"):
            driver.execute(f"DELETE FROM {table} WHERE space=?", (space,))
        opaque.drop_space(driver, space)
        change_sets.end(connection, opened)
        return changes


def _begin(connection: Any, store: Store, label: str, mode: int = journal.EDIT) -> change_sets.OpenSet:
    return change_sets.begin(
        connection,
        kind=ChangeKind.MAINTENANCE,
        label=label,
        args=None,
        author=store.author_id,
        at=store.clock(),
        mode=mode,
    )


def _touch(driver: Any, set_id: int, shape: Shape, records: Iterable[bytes]) -> None:
    """Touch every field of records that has a value, and their existence."""
    with listed(driver, records):
        rows = driver.execute(
            f"SELECT t.uid, {shape.filled} FROM temp.listed l CROSS JOIN {shape.name} t ON t.uid=l.rec"
        ).fetchall()
    driver.executemany(
        _TOUCH,
        [
            (set_id, shape.number, record, journal.TOUCH, number)
            for record, filled in rows
            for number in masks.fields_of(filled)
        ],
    )


def _lying_in(driver: Any, shape: Shape, space: str) -> list[bytes]:
    rows = driver.execute(
        f"SELECT t.uid FROM {shape.name} t WHERE {spaces.of_row(shape.table)}=?", (space,)
    ).fetchall()
    return [record for (record,) in rows]


def _owned(driver: Any, shape: Shape, cases: Iterable[bytes]) -> list[bytes]:
    owner = spaces.owner_of(shape.table)
    with listed(driver, cases):
        rows = driver.execute(
            f"SELECT t.uid FROM {shape.name} t WHERE {owner} IN (SELECT rec FROM temp.listed)"
        ).fetchall()
    return [record for (record,) in rows]

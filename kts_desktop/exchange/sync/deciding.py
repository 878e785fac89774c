"""Deciding a difference between laptops: an ordinary edit that has seen all sides, and can be undone.

For the value that is shown already nothing changes in the record; the journal then gets a touch, so that the
decision is sealed all the same.
"""

from collections.abc import Sequence
from typing import Any

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import NotFoundError
from kts_desktop.exchange.sync import vetting
from kts_desktop.exchange.sync.content import EXISTENCE_NAME, Given, Value
from kts_desktop.models.base import UtcMs
from kts_desktop.models.catalogue import BY_NAME, EXISTENCE
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.storage import change_sets, direct, journal
from kts_desktop.storage.replica.shapes import shape_of
from kts_desktop.storage.store import Store

LABEL = "sync.decide"


def decide(store: Store, kind: str, uid: bytes, field: str, value: Value) -> Changes:
    """Decide for a value: of one's own, of a colleague, or a new one; one undo step.

    A reference is the uid of its target; the field ``!`` is being there (1) or in the bin (0). Raises
    NotFoundError if the record or the target is gone, ValueError for a value the field cannot hold.
    """
    return decide_all(store, [(kind, uid, field, value)])


def decide_all(store: Store, decisions: Sequence[tuple[str, bytes, str, Value]]) -> Changes:
    """Decide several differences as one undo step."""
    with store.maintain() as connection:
        now = store.clock()
        opened = change_sets.begin(
            connection, kind=ChangeKind.EDIT, label=LABEL, args=None, author=store.author_id, at=now
        )
        moment = UtcMs().process_bind_param(now, connection.dialect)
        driver = direct.driver_of(connection)
        # a record is taken out of the bin first and put there last: in it, it takes no edit
        for kind, uid, field, value in sorted(decisions, key=_order):
            _decide(driver, opened.id, kind, uid, field, value, moment)
        return change_sets.end(connection, opened)


def _order(decision: tuple[str, bytes, str, Value]) -> int:
    _, _, field, value = decision
    return 1 if field != EXISTENCE_NAME else (0 if value else 2)


def _decide(  # noqa: PLR0917 - one line of a decision
    driver: Any, set_id: int, kind: str, uid: bytes, field: str, value: Value, moment: Any
) -> None:
    table = BY_NAME[kind]
    if driver.execute(f"SELECT 1 FROM {kind} WHERE uid=?", (uid,)).fetchone() is None:
        raise NotFoundError("gone", id=0)
    if field == EXISTENCE_NAME:
        number, column = EXISTENCE, "deleted_at"
        present = driver.execute(f"SELECT deleted_at IS NULL FROM {kind} WHERE uid=?", (uid,)).fetchone()[0]
        stored: Value = None if value else moment
        is_same = bool(present) == bool(value)
    else:
        number, column = table.field_named(field).number, field
        stored = _stored(driver, kind, field, value)
        present = driver.execute(f'SELECT "{field}" FROM {kind} WHERE uid=?', (uid,)).fetchone()[0]
        is_same = present == stored
    if not is_same:
        driver.execute(f'UPDATE {kind} SET "{column}"=?, updated_at=? WHERE uid=?', (stored, moment, uid))
    touch(driver, set_id, (table.number, uid, number))


def touch(driver: Any, set_id: int, field: tuple[int, bytes, int]) -> None:
    """Note a field of a record as decided, though its value may stay."""
    table, uid, number = field
    driver.execute(
        "INSERT INTO change(tx,own,tbl,rec,op,fld) VALUES(?,1,?,?,?,?)",
        (set_id, table, uid, journal.TOUCH, number),
    )


def _stored(driver: Any, kind: str, field: str, value: Value) -> Value:
    column = next(one for one in shape_of(BY_NAME[kind].number).columns if one.name == field)
    if not vetting.is_possible(column, Given(value)):
        raise ValueError(f"{kind}.{field} cannot be {value!r}")
    if not column.target or value is None:
        return value
    found = driver.execute(f"SELECT id FROM {column.target} WHERE uid=?", (value,)).fetchone()
    if found is None:
        raise NotFoundError("gone", id=0)
    return int(found[0])

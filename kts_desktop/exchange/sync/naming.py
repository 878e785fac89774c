"""Records and values as a person reads them, for previews and the list of conflicts."""

from collections.abc import Collection, Iterable
from typing import Any

from kts_desktop.exchange.sync.content import Value
from kts_desktop.models.base import moment
from kts_desktop.models.catalogue import EXISTENCE
from kts_desktop.services import history
from kts_desktop.storage.replica.sealing import listed
from kts_desktop.storage.replica.shapes import Shape

_CENTS = 100
_DEGREES = frozenset({"lat", "lon"})


def titles(driver: Any, kind: str, records: Iterable[bytes]) -> dict[bytes, str]:
    """Return what records of a kind are called; those that have no name of their own are left out."""
    expression = history.NAMES.get(kind)
    if expression is None:
        return {}
    with listed(driver, records):
        rows = driver.execute(
            f"SELECT t.uid, named FROM temp.listed l CROSS JOIN "
            f"(SELECT uid, {expression} AS named FROM {kind}) t ON t.uid=l.rec"
        ).fetchall()
    return {record: name or "" for record, name in rows}


def shown(driver: Any, shape: Shape, number: int, value: Value) -> str:
    """Return a value of a field as a line of text; a reference by the name of its target."""
    if value is None or number == EXISTENCE:
        return "" if value is None else str(value)
    column = next(one for one in shape.columns if one.number == number)
    if column.target and isinstance(value, bytes):
        return titles(driver, column.target, [value]).get(value, "") or value.hex()[:12]
    if isinstance(value, bytes):
        return value.hex()[:12]
    if isinstance(value, int):
        return _number(column.name, value)
    return str(value)


def named(driver: Any, shape: Shape, changes: Collection[tuple[str, Value, Value]]) -> tuple[Any, ...]:
    """Return changes of fields with references by the names of their targets."""
    targets = {column.name: column.target for column in shape.columns if column.target}
    found = []
    for name, old, new in changes:
        target = targets.get(name)
        if target:
            uids = [one for one in (old, new) if isinstance(one, bytes)]
            known = titles(driver, target, uids)
            found.append((name, _of(known, old), _of(known, new)))
        else:
            found.append((name, old, new))
    return tuple(found)


def _of(known: dict[bytes, str], value: Value) -> Value:
    return known.get(value, "") if isinstance(value, bytes) else value


def _number(name: str, value: int) -> str:
    if name.endswith("_at"):
        at = moment(value)
        return f"{at.astimezone():%d.%m.%Y %H:%M}" if at is not None else ""
    if name.endswith("_cents"):
        return f"{value / _CENTS:.2f}"
    return f"{value / 1e7:.5f}" if name in _DEGREES else str(value)

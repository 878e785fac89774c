"""The whole content as canonical JSON, to compare two laptops: no local number, no time of writing."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import text

from kts_desktop.models.catalogue import TABLES, SyncedTable
from kts_desktop.storage.sessions import Session


def lines(session: Session) -> Iterator[str]:
    """Yield one JSON object a record, by table and uid.

    References are the uid of their target, bytes are hex, ``alive`` tells the bin. Two offices with the same
    content give the same lines.
    """
    uids = {table.name: _uids(session, table.name) for table in TABLES}
    for table in TABLES:
        for record in _records(session, table):
            yield json.dumps(
                _plain(table, record, uids), ensure_ascii=False, sort_keys=True, separators=(",", ":")
            )


def _uids(session: Session, table: str) -> dict[int, str]:
    found = session.execute(text(f"SELECT id, uid FROM {table}"))
    return {row.id: row.uid.hex() for row in found}


def _records(session: Session, table: SyncedTable) -> Iterator[Any]:
    columns = ",".join(f'"{field.name}"' for field in table.fields)
    yield from session.execute(
        text(f"SELECT uid, deleted_at IS NULL AS alive, {columns} FROM {table.name} ORDER BY uid")
    )


def _plain(table: SyncedTable, record: Any, uids: dict[str, dict[int, str]]) -> dict[str, object]:
    values: dict[str, object] = {}
    for field, raw in zip(table.fields, record[2:], strict=True):
        if field.target and raw is not None:
            values[field.name] = uids[field.target].get(raw)
        else:
            values[field.name] = raw.hex() if isinstance(raw, bytes) else raw
    return {"table": table.name, "uid": record.uid.hex(), "alive": bool(record.alive), "fields": values}

"""The list of erased records outside the database: a backup of before is filtered by it before first use."""

import hashlib
import hmac
import os
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Connection

from kts_desktop.models.catalogue import TABLES
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.maintenance import whole_file
from kts_desktop.storage.profile import ProfileFolder

_ERASE = 2  # journal_ctx.mode
_BY_RECORD = ("sync_ver", "sync_ms", "sync_sib", "sync_base", "sync_opaque", "sync_ref", "sync_redacted")


def note_erased(folder: ProfileFolder, key: DataKey | None, uids: Iterable[bytes]) -> None:
    """Add erased records to the list, each line signed."""
    lines = "".join(f"{uid.hex()} {_sign(key, uid)}\n" for uid in uids)
    with os.fdopen(os.open(folder.erased, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as file:
        file.write(lines.encode("ascii"))
        file.flush()
        os.fsync(file.fileno())


def erased_records(folder: ProfileFolder, key: DataKey | None) -> frozenset[bytes]:
    """Return the erased records; lines without a right signature are passed over."""
    if not folder.erased.exists():
        return frozenset()
    found = set()
    for line in folder.erased.read_text(encoding="ascii", errors="replace").splitlines():
        text, _, signature = line.partition(" ")
        try:
            uid = bytes.fromhex(text)
        except ValueError:
            continue
        if hmac.compare_digest(signature.encode(), _sign(key, uid).encode()):
            found.add(uid)
    return frozenset(found)


def erase_again(path: Path, key: DataKey | None, uids: frozenset[bytes]) -> None:
    """Remove records from a closed database with all that the journal and the exchange know of them."""
    if not uids:
        return
    with whole_file(path, key.database if key else None) as connection:
        connection.exec_driver_sql("CREATE TEMP TABLE gone(rec BLOB PRIMARY KEY)")
        connection.exec_driver_sql("INSERT INTO gone VALUES(?)", [(uid,) for uid in uids])
        connection.exec_driver_sql("UPDATE journal_ctx SET tx=0, mode=?", (_ERASE,))
        for table in TABLES:
            for field in table.fields:
                if field.target:
                    _let_go(connection, table.name, field.name, field.target)
        for table in TABLES:
            connection.exec_driver_sql(f"DELETE FROM {table.name} WHERE uid IN (SELECT rec FROM gone)")
        _forget(connection)
        connection.exec_driver_sql("UPDATE journal_ctx SET tx=NULL, mode=0")
        connection.exec_driver_sql("DROP TABLE gone")


def _let_go(connection: Connection, table: str, column: str, target: str) -> None:
    """Empty the references to records that go; a row that cannot be without one goes as well."""
    where = f'"{column}" IN (SELECT id FROM {target} WHERE uid IN (SELECT rec FROM gone))'
    required = connection.exec_driver_sql(
        f"SELECT \"notnull\" FROM pragma_table_info('{table}') WHERE name='{column}'"
    ).scalar()
    if required:
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE {where}")
    else:
        connection.exec_driver_sql(f'UPDATE {table} SET "{column}"=NULL WHERE {where}')


def _forget(connection: Connection) -> None:
    listed = "(SELECT rec FROM gone)"
    connection.exec_driver_sql(
        f"UPDATE change_set SET final=1 WHERE id IN (SELECT tx FROM change WHERE rec IN {listed})"
    )
    connection.exec_driver_sql(f"DELETE FROM change WHERE rec IN {listed}")
    connection.exec_driver_sql(f"DELETE FROM draft WHERE record IN {listed}")
    for table in _BY_RECORD:
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE rec IN {listed}")
    connection.exec_driver_sql(
        "INSERT INTO sync_erased(rec,ms) SELECT rec, CAST(unixepoch('subsec')*1000 AS INTEGER) FROM gone "
        "WHERE true ON CONFLICT DO NOTHING"
    )


def _sign(key: DataKey | None, uid: bytes) -> str:
    return hmac.new(key.side if key else b"plain", uid, hashlib.sha256).hexdigest()

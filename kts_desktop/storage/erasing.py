"""Erasing records for good: table, journal, exchange, drafts, index of search, samples of the planner.

A record takes along what exists only for it. Records of others stay and lose the reference; a registration
stays without its name, so that counts do not change. What a surviving record lost stands in the journal as a
new line without an old value, and reaches the colleagues like every other change.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import Connection

from kts_desktop.core.changes import Changes
from kts_desktop.models.base import UtcMs, table_named
from kts_desktop.models.catalogue import BY_NAME, BY_NUMBER, TABLES, Field, SyncedTable
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.storage import attached, change_sets, journal
from kts_desktop.storage.change_sets import OpenSet
from kts_desktop.storage.progress import Progress, no_progress
from kts_desktop.storage.store import Store

ERASABLE = frozenset({"person", "special_need", "advisory_case"})
BY_RECORD = ("sync_ver", "sync_ms", "sync_sib", "sync_base", "sync_opaque", "sync_ref", "sync_redacted")
BY_FIELD = ("sync_sib", "sync_base")
# columns that may be empty, and yet the row exists only for the record they name; and on which condition
_BELONGING = MappingProxyType(
    {
        ("person", "merged_into_id"): "true",
        ("contact_point", "person_id"): "true",
        ("contact_point", "affiliation_id"): "true",
        ("network_membership", "person_id"): "organisation_id IS NULL",
        ("note", "case_id"): "true",
        ("task", "case_id"): "true",
        ("task", "note_id"): "case_id IS NULL",
        ("document", "case_id"): "true",
    }
)
_BY_UID = (
    ("tagging", "owner"),
    ("attachment", "owner"),
    ("record_link", "left"),
    ("record_link", "right"),
    ("printed_paper", "subject"),
)
_GONE = "CREATE TEMP TABLE gone(rec BLOB PRIMARY KEY, tbl INT, id INT)"
_NAMELESS = "person_id IN (SELECT id FROM gone WHERE tbl={person})"
_REGISTRATION_TEXTS = MappingProxyType({"typed_name": "''", "badge_text": "''", "remark": "''"})
_LOG = logging.getLogger(__name__)


def erase(
    store: Store,
    table: str,
    uids: Iterable[bytes],
    reason: str,
    *,
    also: Callable[[Connection], None] | None = None,
    progress: Progress = no_progress,
) -> Changes:
    """Erase records with all that exists only for them, in one set that cannot be undone.

    ``reason`` is a key of ``core.sentences.labels``; ``also`` writes in the same transaction, before.
    ``progress`` may raise to stop: nothing is gone then. The list beside the database is written before the
    commit: a record on it that is still there does no harm, one that came back would. Raises ValueError for
    a table nothing is known of, and RuntimeError for a store without that list.
    """
    if table not in ERASABLE:
        raise ValueError(table)
    if store.ledger is None:
        raise RuntimeError("erased records cannot be listed: this store belongs to no profile")
    with store.maintain() as connection:
        before = attached.known_in(connection)
        if also is not None:
            also(connection)
        changes, gone = remove(
            connection, uids, reason, author=store.author_id, at=store.clock(), progress=progress
        )
        ownerless = before - attached.known_in(connection)
        store.ledger.note(gone)
    if store.blobs is not None:
        store.blobs.drop(ownerless)
    if not store.empty_log():
        _LOG.warning("the log is still read and will be emptied later")
    return changes


def extent(store: Store, uids: Iterable[bytes]) -> Mapping[str, int]:
    """Return how many records of each table would go; nothing is changed."""
    with store.maintain() as connection:
        connection.exec_driver_sql(_GONE)
        _collect(connection, uids)
        rows = connection.exec_driver_sql(
            "SELECT tbl, count(*) FROM gone WHERE tbl IS NOT NULL GROUP BY tbl"
        ).all()
        connection.exec_driver_sql("DROP TABLE gone")
    return MappingProxyType({BY_NUMBER[number].name: count for number, count in rows})


def remove(
    connection: Connection,
    uids: Iterable[bytes],
    reason: str,
    *,
    author: int,
    at: datetime,
    progress: Progress = no_progress,
) -> tuple[Changes, list[bytes]]:
    """Do so inside a transaction of the caller; return what was touched, and the ids of what is gone."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    connection.exec_driver_sql(_GONE)
    connection.exec_driver_sql("CREATE TEMP TABLE emptied(rec BLOB, tbl INT, fld INT, id INT)")
    opened = change_sets.begin(
        connection,
        kind=ChangeKind.ERASE,
        label=reason,
        args=None,
        author=author,
        at=at,
        mode=journal.ERASE,
    )
    _collect(connection, uids)
    gone = list(connection.exec_driver_sql("SELECT rec FROM gone").scalars())
    if gone:
        _empty_fields(connection, opened.id, at)
        for place, table in enumerate(TABLES):
            progress(place, len(TABLES))
            connection.exec_driver_sql(
                f"DELETE FROM {table.name} WHERE id IN (SELECT id FROM gone WHERE tbl={table.number})"
            )
        progress(len(TABLES), len(TABLES))
        _forget(connection, at)
        _drop_samples(connection)
    changes = _touched(connection)
    _close(connection, opened, is_empty=not gone)
    connection.exec_driver_sql("DROP TABLE gone")
    connection.exec_driver_sql("DROP TABLE emptied")
    return changes, gone


def redact(store: Store, table: str, uid: bytes, field: str) -> None:
    """Forget what a field held before: its journal lines stay, and say nothing any more.

    The present value stays; call it after the text was edited.
    """
    number = BY_NAME[table].field_named(field).number
    with store.maintain() as connection:
        connection.exec_driver_sql("CREATE TEMP TABLE emptied(rec BLOB, tbl INT, fld INT, id INT)")
        connection.exec_driver_sql("INSERT INTO emptied(rec, fld) VALUES(?, ?)", (uid, number))
        _blank(connection)
        connection.exec_driver_sql("DELETE FROM draft WHERE record=?", (uid,))
        connection.exec_driver_sql("DROP TABLE emptied")
        _drop_samples(connection)
    store.empty_log()


def _collect(connection: Connection, uids: Iterable[bytes]) -> None:
    """List the records that go: those asked for, and then whatever exists only for one listed."""
    connection.exec_driver_sql("CREATE TEMP TABLE wanted(rec BLOB PRIMARY KEY)")
    for uid in uids:
        connection.exec_driver_sql("INSERT OR IGNORE INTO wanted VALUES(?)", (uid,))
    for table in TABLES:
        _list(connection, table, "uid IN (SELECT rec FROM wanted)")
    connection.exec_driver_sql("INSERT OR IGNORE INTO gone(rec) SELECT rec FROM wanted")
    connection.exec_driver_sql("DROP TABLE wanted")
    conditions = list(_dependent())
    before = -1
    while before != (count := connection.exec_driver_sql("SELECT count(*) FROM gone").scalar_one()):
        before = count
        for table, condition in conditions:
            _list(connection, table, condition)


def _list(connection: Connection, table: SyncedTable, condition: str) -> None:
    connection.exec_driver_sql(
        f"INSERT OR IGNORE INTO gone(rec, tbl, id) SELECT uid, {table.number}, id FROM {table.name} "
        f"WHERE {condition}"
    )


def _dependent() -> Iterator[tuple[SyncedTable, str]]:
    """Yield the conditions under which a row of a table exists only for a listed record."""
    for table, field in _references():
        extra = _BELONGING.get((table.name, field.name))
        if extra is None and not table_named(table.name).c[field.name].nullable:
            extra = "true"
        if extra is not None:
            yield table, f"{_points_to_gone(field)} AND {extra}"
    for name, column in _BY_UID:
        yield BY_NAME[name], f'"{column}" IN (SELECT rec FROM gone)'
    nameless = _NAMELESS.format(person=BY_NAME["person"].number)
    yield (
        BY_NAME["special_need"],
        f"registration_id IN (SELECT id FROM registration WHERE {nameless})",
    )


def _references() -> Iterator[tuple[SyncedTable, Field]]:
    for table in TABLES:
        for field in table.fields:
            if field.target:
                yield table, field


def _points_to_gone(field: Field) -> str:
    return f'"{field.name}" IN (SELECT id FROM gone WHERE tbl={BY_NAME[field.target].number})'


def _empty_fields(connection: Connection, set_id: int, at: datetime) -> None:
    """Empty the fields of records that stay, and blank what the journal holds of them."""
    registration, step = BY_NAME["registration"], BY_NAME["registration_step"]
    nameless = _NAMELESS.format(person=BY_NAME["person"].number)
    plan = [
        (registration, registration.field_named(name), nameless, empty)
        for name, empty in _REGISTRATION_TEXTS.items()
    ]
    plan.append((registration, registration.field_named("badge_code"), nameless, "NULL"))
    of_them = f"registration_id IN (SELECT id FROM registration WHERE {nameless})"
    plan.append((step, step.field_named("reason"), of_them, "''"))
    plan.extend((table, field, _points_to_gone(field), "NULL") for table, field in _references())
    for table, field, where, _ in plan:
        connection.exec_driver_sql(
            f"INSERT INTO emptied SELECT uid, {table.number}, {field.number}, id FROM {table.name} "
            f"WHERE {where} AND uid NOT IN (SELECT rec FROM gone)"
        )
    _blank(connection)
    _blank_references(connection)
    for table, field, _, empty in plan:
        _empty(connection, table, field, empty, set_id=set_id, at=at)


def _empty(
    connection: Connection, table: SyncedTable, field: Field, empty: str, *, set_id: int, at: datetime
) -> None:
    listed = f"SELECT rec FROM emptied WHERE tbl={table.number} AND fld={field.number}"
    changing = f'FROM {table.name} WHERE uid IN ({listed}) AND "{field.name}" IS NOT {empty}'
    connection.exec_driver_sql(
        f"INSERT INTO change(tx,own,tbl,rec,op,fld,old,new) SELECT {set_id:d},1,{table.number},uid,"
        f"{journal.FIELD},{field.number},NULL,{empty} {changing}"
    )
    connection.exec_driver_sql(
        f'UPDATE {table.name} SET "{field.name}"={empty}, updated_at=? WHERE uid IN ({listed}) '
        f'AND "{field.name}" IS NOT {empty}',
        (UtcMs().process_bind_param(at, connection.dialect),),
    )


def _blank(connection: Connection) -> None:
    """Take the values out of the journal's lines of the listed fields, and of what colleagues wrote there."""
    of_them = "rec IN (SELECT rec FROM emptied) AND (rec, fld) IN (SELECT rec, fld FROM emptied)"
    connection.exec_driver_sql(
        f"UPDATE change_set SET final=1 WHERE id IN (SELECT tx FROM change WHERE {of_them})"
    )
    connection.exec_driver_sql(f"UPDATE change SET old=NULL, new=NULL WHERE {of_them}")
    for table in BY_FIELD:
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE {of_them}")


def _blank_references(connection: Connection) -> None:
    """Take ids of what goes out of the journal: an undo would bring back a reference to nothing."""
    targets = {number for (number,) in connection.exec_driver_sql("SELECT DISTINCT tbl FROM gone")}
    for number in sorted(targets - {None}):
        pairs = ",".join(
            f"({table.number},{field.number})"
            for table, field in _references()
            if field.target == BY_NUMBER[number].name
        )
        if not pairs:
            continue
        ids = f"(SELECT id FROM gone WHERE tbl={number})"
        held = f"(tbl, fld) IN (VALUES {pairs}) AND (old IN {ids} OR new IN {ids})"
        connection.exec_driver_sql(
            f"UPDATE change_set SET final=1 WHERE id IN (SELECT tx FROM change WHERE {held})"
        )
        connection.exec_driver_sql(
            f"UPDATE change SET old=CASE WHEN old IN {ids} THEN NULL ELSE old END, "
            f"new=CASE WHEN new IN {ids} THEN NULL ELSE new END WHERE {held}"
        )


def _forget(connection: Connection, at: datetime) -> None:
    """Delete what journal, exchange, drafts and caches hold of the listed records."""
    listed = "(SELECT rec FROM gone)"
    connection.exec_driver_sql(
        f"UPDATE change_set SET final=1 WHERE id IN (SELECT tx FROM change WHERE rec IN {listed})"
    )
    connection.exec_driver_sql(f"DELETE FROM change WHERE rec IN {listed}")
    connection.exec_driver_sql(
        f"DELETE FROM draft WHERE record IN {listed} OR record IN (SELECT rec FROM emptied)"
    )
    for table in BY_RECORD:
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE rec IN {listed}")
    connection.exec_driver_sql(f"DELETE FROM sync_ref WHERE target IN {listed}")
    connection.exec_driver_sql(f"DELETE FROM sync_sib WHERE val IN {listed}")
    connection.exec_driver_sql("DELETE FROM term_cache")
    connection.exec_driver_sql(
        "INSERT INTO sync_erased(rec,ms) SELECT rec, ? FROM gone WHERE true ON CONFLICT DO NOTHING",
        (UtcMs().process_bind_param(at, connection.dialect),),
    )


def _drop_samples(connection: Connection) -> None:
    """Delete the planner's samples: they hold values of indexes, names among them, and are taken anew."""
    present = "SELECT 1 FROM sqlite_master WHERE name='sqlite_stat4'"
    if connection.exec_driver_sql(present).first() is not None:
        connection.exec_driver_sql("DELETE FROM sqlite_stat4")


def _touched(connection: Connection) -> Changes:
    rows = connection.exec_driver_sql(
        "SELECT tbl, id FROM gone WHERE id IS NOT NULL UNION SELECT tbl, id FROM emptied"
    )
    return Changes(frozenset((BY_NUMBER[number].name, int(id_)) for number, id_ in rows))


def _close(connection: Connection, opened: OpenSet, *, is_empty: bool) -> None:
    """Close the context; unlike an edit the set stays without lines, since it tells that was erased."""
    connection.exec_driver_sql("UPDATE journal_ctx SET tx=NULL, mode=0")
    if is_empty:
        connection.exec_driver_sql("DELETE FROM change_set WHERE id=?", (opened.id,))
        return
    connection.exec_driver_sql(
        "UPDATE change_set SET final=1, lo=(SELECT min(seq) FROM change WHERE seq>?), "
        "hi=(SELECT max(seq) FROM change WHERE seq>?) WHERE id=?",
        (opened.before, opened.before, opened.id),
    )

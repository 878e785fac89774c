"""Erasing records for good: table, journal, exchange, drafts, index of search, samples of the planner.

A record takes along what exists only for it. Records of others stay and lose the reference; a registration
stays without its name, so that counts do not change. What a surviving record lost stands in the journal as a
new line without an old value, and reaches the colleagues like every other change.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection

from kts_desktop.core.changes import Changes
from kts_desktop.models.base import table_named
from kts_desktop.models.catalogue import BY_NAME, BY_NUMBER, TABLES, Field, SyncedTable
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.storage import attached, change_sets, direct, journal
from kts_desktop.storage.change_sets import OpenSet
from kts_desktop.storage.progress import Progress, no_progress
from kts_desktop.storage.store import Store

ERASABLE = frozenset({"person", "special_need", "advisory_case"})
BY_RECORD = (
    "sync_ver",
    "sync_ms",
    "sync_sib",
    "sync_base",
    "sync_opaque",
    "sync_ref",
    "sync_redacted",
    "sync_space",
)
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
_GONE = "CREATE TEMP TABLE IF NOT EXISTS gone(rec BLOB PRIMARY KEY, tbl INT, id INT)"
_EMPTIED = "CREATE TEMP TABLE IF NOT EXISTS emptied(rec BLOB, tbl INT, fld INT, id INT)"
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
        driver = direct.driver_of(connection)
        driver.execute(_GONE)
        _collect(driver, uids)
        rows = driver.execute("SELECT tbl, count(*) FROM gone WHERE tbl IS NOT NULL GROUP BY tbl").fetchall()
        driver.execute("DELETE FROM gone")
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
    opened = change_sets.begin(
        connection,
        kind=ChangeKind.ERASE,
        label=reason,
        args=None,
        author=author,
        at=at,
        mode=journal.ERASE,
    )
    driver = direct.driver_of(connection)
    changes, gone = forget(driver, uids, set_id=opened.id, at=_milliseconds(at), progress=progress)
    _close(connection, opened, is_empty=not gone)
    return changes, gone


def forget(
    driver: Any,
    uids: Iterable[bytes],
    *,
    set_id: int,
    at: int,
    is_own: bool = True,
    progress: Progress = no_progress,
) -> tuple[Changes, list[bytes]]:
    """Do so within a change set that is open in mode ``ERASE``; ``driver`` is a connection of the driver.

    ``is_own`` says whose act it is: what a colleague erased is not told to colleagues as an edit of here.
    """
    direct.defer_references(driver)
    driver.execute(_GONE)
    driver.execute(_EMPTIED)
    _collect(driver, uids)
    gone = _column(driver, "SELECT rec FROM gone")
    if gone:
        _empty_fields(driver, set_id, at, is_own=is_own)
        for place, table in enumerate(TABLES):
            progress(place, len(TABLES))
            driver.execute(
                f"DELETE FROM {table.name} WHERE id IN (SELECT id FROM gone WHERE tbl={table.number})"
            )
        progress(len(TABLES), len(TABLES))
        _forget(driver, at)
        _drop_samples(driver)
    changes = _touched(driver)
    driver.execute("DELETE FROM gone")
    driver.execute("DELETE FROM emptied")
    return changes, gone


def owners(table: str) -> frozenset[str]:
    """Return the columns of a table that name a record without which its rows do not exist."""
    nullable = table_named(table).c
    named = {
        field.name
        for field in BY_NAME[table].fields
        if field.target
        and (not nullable[field.name].nullable or _BELONGING.get((table, field.name)) == "true")
    }
    return frozenset(named | {column for name, column in _BY_UID if name == table})


def redact(store: Store, table: str, uid: bytes, field: str) -> None:
    """Forget what a field held before, here and on every laptop that hears of it.

    The present value stays, and the journal's lines, which say nothing any more; call it after the text was
    edited. It is one own edit of the field: the next seal gives it a number.
    """
    number = BY_NAME[table].field_named(field).number
    with store.maintain() as connection:
        opened = change_sets.begin(
            connection,
            kind=ChangeKind.ERASE,
            label="redact",
            args=None,
            author=store.author_id,
            at=store.clock(),
        )
        driver = direct.driver_of(connection)
        blank(driver, [(uid, number)])
        driver.execute("DELETE FROM draft WHERE record=?", (uid,))
        driver.execute(
            "INSERT INTO change(tx,own,tbl,rec,op,fld) VALUES(?,1,?,?,?,?)",
            (opened.id, BY_NAME[table].number, uid, journal.TOUCH, number),
        )
        driver.execute(
            "INSERT INTO sync_redacted(rec,fld,rep,seq) VALUES(?,?,0,0) ON CONFLICT DO NOTHING", (uid, number)
        )
        _drop_samples(driver)
        change_sets.end(connection, opened)
        driver.execute("UPDATE change_set SET final=1 WHERE id=?", (opened.id,))
    store.empty_log()


def blank(driver: Any, fields: Iterable[tuple[bytes, int]], *, is_own: bool = True) -> None:
    """Take out what journal and exchange hold of former values of some fields."""
    driver.execute(_EMPTIED)
    driver.executemany("INSERT INTO emptied(rec, fld) VALUES(?, ?)", list(fields))
    _blank(driver, is_own=is_own)
    driver.execute("DELETE FROM emptied")


def _collect(driver: Any, uids: Iterable[bytes]) -> None:
    """List the records that go: those asked for, and then whatever exists only for one listed."""
    driver.execute("CREATE TEMP TABLE IF NOT EXISTS wanted(rec BLOB PRIMARY KEY)")
    driver.executemany("INSERT OR IGNORE INTO wanted VALUES(?)", [(uid,) for uid in uids])
    for table in TABLES:
        _list(driver, table, "uid IN (SELECT rec FROM wanted)")
    driver.execute("INSERT OR IGNORE INTO gone(rec) SELECT rec FROM wanted")
    driver.execute("DELETE FROM wanted")
    conditions = list(_dependent())
    before = -1
    while before != (count := driver.execute("SELECT count(*) FROM gone").fetchone()[0]):
        before = count
        for table, condition in conditions:
            _list(driver, table, condition)


def _list(driver: Any, table: SyncedTable, condition: str) -> None:
    driver.execute(
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


def _empty_fields(driver: Any, set_id: int, at: int, *, is_own: bool) -> None:
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
        driver.execute(
            f"INSERT INTO emptied SELECT uid, {table.number}, {field.number}, id FROM {table.name} "
            f"WHERE {where} AND uid NOT IN (SELECT rec FROM gone)"
        )
    _blank(driver, is_own=is_own)
    _blank_references(driver)
    for table, field, _, empty in plan:
        if is_own or field.target:  # what a colleague emptied arrives as an edit of theirs
            _empty(driver, table, field, empty, set_id=set_id, at=at, is_own=is_own)


def _empty(
    driver: Any, table: SyncedTable, field: Field, empty: str, *, set_id: int, at: int, is_own: bool
) -> None:
    listed = f"SELECT rec FROM emptied WHERE tbl={table.number} AND fld={field.number}"
    changing = f'FROM {table.name} WHERE uid IN ({listed}) AND "{field.name}" IS NOT {empty}'
    line = "INSERT INTO change(tx,own,tbl,rec,op,fld,old,new) SELECT ?,?,?,uid,?,?,NULL,"
    values = (set_id, int(is_own), table.number)
    driver.execute(f"{line}{empty} {changing}", (*values, journal.FIELD, field.number))
    if is_own:  # the line says nothing of what was there: the touch says that it has changed
        driver.execute(f"{line}NULL {changing}", (*values, journal.TOUCH, field.number))
    driver.execute(
        f'UPDATE {table.name} SET "{field.name}"={empty}, updated_at=? WHERE uid IN ({listed}) '
        f'AND "{field.name}" IS NOT {empty}',
        (at,),
    )


def _blank(driver: Any, *, is_own: bool) -> None:
    """Take the values out of the journal's lines of the listed fields, and of what colleagues wrote there."""
    of_them = "rec IN (SELECT rec FROM emptied) AND (rec, fld) IN (SELECT rec, fld FROM emptied)"
    driver.execute(f"UPDATE change_set SET final=1 WHERE id IN (SELECT tx FROM change WHERE {of_them})")
    driver.execute(f"UPDATE change SET old=NULL, new=NULL WHERE {of_them}")
    driver.execute(f"DELETE FROM sync_base WHERE {of_them}")
    if is_own:  # the next seal takes the place of all versions
        driver.execute(f"UPDATE sync_sib SET val=NULL WHERE {of_them}")


def _blank_references(driver: Any) -> None:
    """Take ids of what goes out of the journal: an undo would bring back a reference to nothing."""
    targets = {number for (number,) in driver.execute("SELECT DISTINCT tbl FROM gone")}
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
        driver.execute(f"UPDATE change_set SET final=1 WHERE id IN (SELECT tx FROM change WHERE {held})")
        driver.execute(
            f"UPDATE change SET old=CASE WHEN old IN {ids} THEN NULL ELSE old END, "
            f"new=CASE WHEN new IN {ids} THEN NULL ELSE new END WHERE {held}"
        )


def _forget(driver: Any, at: int) -> None:
    """Delete what journal, exchange, drafts and caches hold of the listed records."""
    listed = "(SELECT rec FROM gone)"
    driver.execute(f"UPDATE change_set SET final=1 WHERE id IN (SELECT tx FROM change WHERE rec IN {listed})")
    driver.execute(f"DELETE FROM change WHERE rec IN {listed}")
    driver.execute(f"DELETE FROM draft WHERE record IN {listed} OR record IN (SELECT rec FROM emptied)")
    spaces = " ".join(f"WHEN {table.number} THEN '{table.space}'" for table in TABLES)
    driver.execute(
        "INSERT INTO sync_erased(rec,ms,space) SELECT g.rec, ?, coalesce("
        "(SELECT v.space FROM sync_ver v WHERE v.rec=g.rec AND v.space IS NOT NULL LIMIT 1),"
        f"CASE g.tbl {spaces} END) FROM gone g WHERE true ON CONFLICT DO NOTHING",
        (at,),
    )
    for table in BY_RECORD:
        driver.execute(f"DELETE FROM {table} WHERE rec IN {listed}")
    driver.execute(f"DELETE FROM sync_ref WHERE target IN {listed}")
    driver.execute(f"UPDATE sync_sib SET val=NULL WHERE val IN {listed}")
    driver.execute("DELETE FROM term_cache")


def _column(driver: Any, statement: str) -> list[bytes]:
    return [value for (value,) in driver.execute(statement).fetchall()]


def _milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _drop_samples(driver: Any) -> None:
    """Delete the planner's samples: they hold values of indexes, names among them, and are taken anew."""
    present = "SELECT 1 FROM sqlite_master WHERE name='sqlite_stat4'"
    if driver.execute(present).fetchone() is not None:
        driver.execute("DELETE FROM sqlite_stat4")


def _touched(driver: Any) -> Changes:
    rows = driver.execute("SELECT tbl, id FROM gone WHERE id IS NOT NULL UNION SELECT tbl, id FROM emptied")
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

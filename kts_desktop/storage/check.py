"""Is the profile sound? The quick check runs daily, the deep one weekly; both only read."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from typing import Any

from sqlcipher3 import dbapi2

from kts_desktop import __version__
from kts_desktop.core.errors import ProfileError, StorageError
from kts_desktop.models.catalogue import TABLES
from kts_desktop.storage import (
    attached,
    check_deep,
    check_files,
    faults,
    file_facts,
    search_schema,
    sidecar,
)
from kts_desktop.storage.backup import examine, make_backup, overdue
from kts_desktop.storage.backup_notes import latest_checked
from kts_desktop.storage.connect import connect
from kts_desktop.storage.findings import Finding, Repair, Report, finding
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.maintenance import whole_file
from kts_desktop.storage.opening import LEAST_FREE_MB
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.progress import Progress, no_progress
from kts_desktop.storage.replica import invariants
from kts_desktop.storage.rotation import BackupKind

_MEGABYTE = 1 << 20
_MOST_PAGES = 20  # named one by one; more would help nobody
_STEPS = 4


def check(
    folder: ProfileFolder,
    key: DataKey | None,
    *,
    now: datetime,
    deep: bool = False,
    progress: Progress = no_progress,
) -> Report:
    """Look at the files of a profile, open or closed; raises ProfileError or StorageError."""
    if file_facts.is_missing(folder.database):
        raise ProfileError("missing")
    progress(0, _STEPS)
    found = [*_around(folder, key, now)]
    try:
        with closing(connect(folder.database, key.database if key else None)) as connection:
            connection.execute("PRAGMA query_only=ON")
            damaged = [*_pages(connection, key)]
            progress(1, _STEPS)
            found.extend(damaged or _inside(connection))
            contents = [] if damaged else attached.needed(connection)
            progress(2, _STEPS)
            if deep and not damaged:
                found.extend(check_deep.inside(connection))
    except dbapi2.Error as error:
        if not faults.is_damage(error):
            raise faults.translate(error) or StorageError("io_error") from error
        page = file_facts.first_damaged_page(folder.database, key.database if key else None)
        found.append(finding("check_page", Repair.RESTORE, page=page))
        contents = []
    found.extend(check_files.files(folder, key, contents, deep=deep))
    progress(3, _STEPS)
    if deep:
        found.extend(_newest_backup(folder, key))
    progress(_STEPS, _STEPS)
    return Report(is_deep=deep, checked_at=now, findings=tuple(found))


def repair(folder: ProfileFolder, key: DataKey | None, what: Repair, *, now: datetime) -> None:
    """Cure a finding after a backup; raises ValueError for what only a person can cure."""
    if what not in {Repair.FTS, Repair.CONTEXT, Repair.BLOBS}:
        raise ValueError(what)
    make_backup(folder, key, BackupKind.MANUAL, now=now)
    if what is Repair.BLOBS:
        check_files.mend(folder, key)
        return
    with whole_file(folder.database, key.database if key else None) as connection:
        if what is Repair.CONTEXT:
            connection.exec_driver_sql("UPDATE journal_ctx SET tx=NULL, mode=0")
            return
        for kind in (*search_schema.INDEXED, *search_schema.LOCAL):
            connection.exec_driver_sql(f"INSERT INTO {kind}_fts({kind}_fts) VALUES('delete-all')")
            connection.exec_driver_sql(search_schema.fill_statement(kind))


def _around(folder: ProfileFolder, key: DataKey | None, now: datetime) -> Iterator[Finding]:
    free = shutil.disk_usage(folder.root).free // _MEGABYTE
    if free < LEAST_FREE_MB:
        yield finding("check_space", Repair.BY_HAND, free=free)
    known = sidecar.read(folder.sidecar)
    if not sidecar.is_in_step(folder.sidecar, known):
        yield finding("check_sidecar_copy", Repair.REOPEN)
    if (key is None) != known.is_plain or (key is not None and key.check != known.check):
        yield finding("check_key", Repair.BY_HAND)
    late = overdue(folder, key, now)
    if late is not None and late.days is None:
        yield finding("check_backup_none", Repair.BACKUP)
    elif late is not None:
        yield finding("check_backup_old", Repair.BACKUP, days=late.days)


def _pages(connection: Any, key: DataKey | None) -> Iterator[Finding]:
    """Name damaged pages; a file cut at the border of a page shows only by its length."""
    if key is not None:
        rows = connection.execute("PRAGMA cipher_integrity_check").fetchmany(_MOST_PAGES)
        for (message,) in rows:
            yield finding("check_page", Repair.RESTORE, page=file_facts.damaged_page(message))
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _inside(connection: Any) -> Iterator[Finding]:
    context = connection.execute("SELECT tx, mode FROM journal_ctx").fetchall()
    if context != [(None, 0)]:
        yield finding("check_context", Repair.CONTEXT)
    used = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name='change'"  # erased lines counted
    (last,) = connection.execute(used).fetchone()
    for (mark,) in connection.execute("SELECT mark FROM sync_me").fetchall():
        if mark > last:
            yield finding("check_mark", Repair.BY_HAND)
    for table in TABLES:
        (count,) = connection.execute(
            f"SELECT count(*) FROM sync_erased JOIN {table.name} ON uid = rec"
        ).fetchone()
        if count:
            yield finding("check_erased", Repair.BY_HAND, table=table.name, count=count)
    for words in invariants.broken(connection):
        yield finding("check_exchange", Repair.BY_HAND, what=words)
    writer = connection.execute("SELECT value FROM meta WHERE key='last_written_by'").fetchone()
    if writer != (__version__,):
        yield finding("check_version", Repair.REOPEN)


def _newest_backup(folder: ProfileFolder, key: DataKey | None) -> Iterator[Finding]:
    newest = latest_checked(folder, key)
    if newest is None:
        return
    try:
        sound = examine(newest.path, key) == newest.counts
    except StorageError:
        sound = False
    if not sound:
        yield finding("check_backup_unsound", Repair.BACKUP, file=newest.path.name)

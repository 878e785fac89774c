"""An older file is backed up, checked, and brought to the present schema; a failure leaves it as it was."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from kts_desktop import __version__
from kts_desktop.core.errors import ProfileError
from kts_desktop.storage import file_facts, revision, schema
from kts_desktop.storage.backup import make_backup
from kts_desktop.storage.backup_notes import Backup
from kts_desktop.storage.connect import connect
from kts_desktop.storage.file_facts import FileFacts
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.maintenance import whole_file
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.progress import Progress
from kts_desktop.storage.revision import Age
from kts_desktop.storage.rotation import BackupKind


def bring_up_to_date(
    place: ProfileFolder, key: DataKey | None, facts: FileFacts, *, now: datetime, progress: Progress
) -> Backup:
    """Back up an older file, upgrade it and return the backup; raises ProfileError ``upgrade_failed``."""
    saved = make_backup(place, key, BackupKind.UPGRADE, now=now, progress=progress, compact=True)
    try:
        reached = _migrated(place.database, key, facts)
    except Exception as error:
        raise ProfileError("upgrade_failed", file=saved.path.name) from error
    _mark(place.database, key, reached)
    return saved


def bring_copy_up_to_date(copy: Path, key: DataKey | None) -> None:
    """Upgrade the copy of a backup if it is older; what it was copied from is the backup of before.

    Raises what engine and disk report; the copy is as it was then.
    """
    facts, connection = file_facts.probe(copy, key.database if key else None)
    connection.close()
    if revision.age(facts, __version__, revision.HEAD) is Age.OLDER:
        _mark(copy, key, _migrated(copy, key, facts))


def renew(place: ProfileFolder, key: DataKey | None) -> None:
    """Renew triggers and indexes after a change of the program's version, and note that version."""
    with whole_file(place.database, key.database if key else None) as connection:
        schema.install(connection)
        connection.exec_driver_sql("UPDATE meta SET value=? WHERE key='last_written_by'", (__version__,))


def _migrated(database: Path, key: DataKey | None, facts: FileFacts) -> str:
    from kts_desktop.storage import migrate

    raw_key = key.database if key else None
    return migrate.upgrade(database, raw_key, since=facts.schema_rev, scripts=migrate.SCRIPTS)


def _mark(database: Path, key: DataKey | None, reached: str) -> None:
    with closing(connect(database, key.database if key else None)) as connection:
        file_facts.write_marks(
            connection, schema_rev=reached, compat_min_app=revision.COMPAT_MIN_APP, app=__version__
        )

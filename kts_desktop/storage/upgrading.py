"""An older file is backed up, checked, and brought to the present schema; a failure leaves it as it was."""

from contextlib import closing
from datetime import datetime

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
from kts_desktop.storage.rotation import BackupKind


def bring_up_to_date(
    place: ProfileFolder, key: DataKey | None, facts: FileFacts, *, now: datetime, progress: Progress
) -> Backup:
    """Back up an older file, upgrade it and return the backup; raises ProfileError ``upgrade_failed``."""
    from kts_desktop.storage import migrate

    saved = make_backup(place, key, BackupKind.UPGRADE, now=now, progress=progress, compact=True)
    raw_key = key.database if key else None
    try:
        reached = migrate.upgrade(place.database, raw_key, since=facts.schema_rev, scripts=migrate.SCRIPTS)
    except Exception as error:
        raise ProfileError("upgrade_failed", file=saved.path.name) from error
    with closing(connect(place.database, raw_key)) as connection:
        file_facts.write_marks(
            connection, schema_rev=reached, compat_min_app=revision.COMPAT_MIN_APP, app=__version__
        )
    return saved


def renew(place: ProfileFolder, key: DataKey | None) -> None:
    """Renew triggers and indexes after a change of the program's version, and note that version."""
    with whole_file(place.database, key.database if key else None) as connection:
        schema.install(connection)
        connection.exec_driver_sql("UPDATE meta SET value=? WHERE key='last_written_by'", (__version__,))

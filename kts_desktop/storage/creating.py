"""Making a profile: folder, key, slots, keyring, database, first backup; interrupted, it leaves none."""

from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from kts_desktop import __version__
from kts_desktop.core.errors import StorageError, UserFacingError
from kts_desktop.core.ids import new_uid
from kts_desktop.models import everything  # noqa: F401 - the new file has every table
from kts_desktop.storage import faults, file_facts, recovery, revision, sidecar
from kts_desktop.storage.backup import make_backup
from kts_desktop.storage.blobs import Blobs
from kts_desktop.storage.claiming import claim, clear
from kts_desktop.storage.connect import connect
from kts_desktop.storage.erasures import ProfileLedger
from kts_desktop.storage.keys import DataKey, KeySources, remember
from kts_desktop.storage.opening import Opened, refuse_odd_place
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.rotation import BackupKind
from kts_desktop.storage.sidecar import PASSPHRASE, RECOVERY, ProfileKind, Sidecar
from kts_desktop.storage.store import Store
from kts_desktop.storage.unlocking import keyring_notes, sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Created:
    """A new profile, open; ``recovery_code`` is shown once and kept nowhere (empty: it needs none)."""

    opened: Opened
    recovery_code: str

    @property
    def store(self) -> Store:
        """Return the open store."""
        return self.opened.store


def create_profile(
    folder: Path,
    *,
    keys: KeySources,
    passphrase: str | None = None,
    plain: bool = False,
    now: datetime,
) -> Created:
    """Make a profile in a new or empty folder and open it.

    A keyring that cannot keep the key is no failure: a note says so, and passphrase or recovery code open the
    profile. ``plain`` leaves it unencrypted, an administrator's choice. Raises ProfileError or StorageError.
    """
    if plain:
        return _made(folder, _Plan(known=_blank(ProfileKind.OFFICE, None), key=None), now)
    key = DataKey.new()
    known = _blank(ProfileKind.OFFICE, key)
    code = recovery.new_code()
    known = sealed(known, RECOVERY, key, recovery.code_secret(code), keys.cost)
    if passphrase is not None:
        secret = recovery.passphrase_secret(recovery.checked_passphrase(passphrase))
        known = sealed(known, PASSPHRASE, key, secret, keys.cost)
    return _made(folder, _Plan(known=known, key=key, code=code, sources=keys), now)


def create_demo_profile(folder: Path, *, now: datetime) -> Created:
    """Make a profile of invented people that opens on any computer: its key lies in the open beside it."""
    key = DataKey.new()
    return _made(folder, _Plan(known=_blank(ProfileKind.DEMO, key), key=key), now)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    known: Sidecar
    key: DataKey | None
    code: str = ""
    sources: KeySources | None = None


def _blank(kind: ProfileKind, key: DataKey | None) -> Sidecar:
    return Sidecar(
        uid=new_uid().hex(),
        kind=kind,
        check=key.check if key else b"",
        open_key=key.reveal() if key and kind is ProfileKind.DEMO else None,
        created_by=__version__,
    )


def _made(folder: Path, plan: _Plan, now: datetime) -> Created:
    refuse_odd_place(folder)
    place = ProfileFolder(folder)
    try:
        with ExitStack() as undo:
            lock = claim(place, now)
            undo.callback(lock.release)
            clear(place)
            store = _new_store(place, plan.key)
            undo.callback(store.close)
            notes = _offered_to_keyring(plan)
            sidecar.write(place.sidecar, plan.known)
            make_backup(place, plan.key, BackupKind.DAILY, now=now)
            place.unfinished.unlink()
            sidecar.sync_folder(folder)
            undo.pop_all()
    except (OSError, dbapi2.Error, StorageError) as error:
        failure = faults.translate(error)
        full = failure is not None and failure.code in {"disk_full", "backup_disk_full"}
        raise StorageError("create_disk_full" if full else "create_failed", folder=str(folder)) from error
    opened = Opened(folder=place, store=store, known=plan.known, key=plan.key, lock=lock, notes=notes)
    return Created(opened=opened, recovery_code=plan.code)


def _new_store(place: ProfileFolder, key: DataKey | None) -> Store:
    raw_key = key.database if key else None
    store = Store(place.database, raw_key)
    store.create_schema()
    store.ledger = ProfileLedger(place, key)
    store.blobs = Blobs(place.blobs, key)
    with closing(connect(place.database, raw_key)) as connection:
        file_facts.write_marks(
            connection, schema_rev=revision.HEAD, compat_min_app=revision.COMPAT_MIN_APP, app=__version__
        )
    return store


def _offered_to_keyring(plan: _Plan) -> tuple[UserFacingError, ...]:
    if plan.key is None or plan.sources is None:
        return ()
    return keyring_notes(remember(plan.sources.keyring, plan.known.uid, plan.key))

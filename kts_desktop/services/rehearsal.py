"""The weekly rehearsal: the newest backup becomes an office, and a briefing is gathered from it."""

from datetime import datetime

from sqlalchemy import select

from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import StorageError, UserFacingError
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.services import packs
from kts_desktop.storage import attached, rehearsal
from kts_desktop.storage.backup_notes import Backup
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.progress import Progress, no_progress
from kts_desktop.storage.rehearsal import Rehearsal
from kts_desktop.storage.sidecar import ProfileKind


def rehearse_if_due(
    opened: Opened, progress: Progress = no_progress, *, now: datetime | None = None
) -> Rehearsal | None:
    """Rehearse a restore if none was rehearsed for a week; keep and return how it went, None if not due.

    A demo office has nothing to lose and is passed over. Whatever ``progress`` raises ends it unrecorded.
    """
    now = now or utc_now()
    if opened.is_read_only or opened.known.kind is ProfileKind.DEMO:
        return None
    backup = rehearsal.due(opened.folder, opened.key, now)
    if backup is None:
        return None
    went = Rehearsal(at=now, file=backup.path.name, trouble=_trouble(opened, backup, now, progress))
    rehearsal.keep(opened.folder, opened.key, went)
    return went


def last_failure(opened: Opened) -> UserFacingError | None:
    """Return what to tell of the last rehearsal; None if it went well or there was none."""
    last = rehearsal.latest(opened.folder, opened.key)
    return last.failure if last is not None else None


def _trouble(opened: Opened, backup: Backup, now: datetime, progress: Progress) -> str:
    """Return the code of what went wrong, or nothing."""
    try:
        with rehearsal.restored(opened.folder, opened.key, backup, now=now, progress=progress) as office:
            _gather(office, now)
            _look_for_files(office)
    except UserFacingError as error:
        return error.code
    return ""


def _gather(office: Opened, now: datetime) -> None:
    """Gather what a pack says about the newest case; an office without cases has nothing to say."""
    newest = (
        select(AdvisoryCase.id)
        .where(AdvisoryCase.deleted_at.is_(None))
        .order_by(AdvisoryCase.id.desc())
        .limit(1)
    )
    with office.store.read() as session:
        case_id = session.scalar(newest)
        if case_id is not None:
            packs.gather_case(session, case_id, now=now)


def _look_for_files(office: Opened) -> None:
    """Look whether the backup brought what is attached to records; raises StorageError ``file_missing``."""
    assert office.store.blobs is not None
    with office.store.read() as session:
        needed = attached.needed_in(session.connection())
    if not all(map(office.store.blobs.has, needed)):
        raise StorageError("file_missing")

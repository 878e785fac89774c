"""Files attached to records: put away encrypted, listed, copied out, taken off again.

First ``keep`` encrypts a file, which may take a while and needs no transaction; then ``attach`` writes the
row. Cut short between the two, a content is left that no row needs, and is swept away later.
"""

import mimetypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sqlalchemy import select

from kts_desktop.core import file_names
from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.core.errors import NotFoundError, RefusedError, StorageError
from kts_desktop.models.base import table_named
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.document import Attachment, Document, KnowledgeItem
from kts_desktop.models.event import Event
from kts_desktop.models.measure import Measure
from kts_desktop.models.note import Note
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.pack import PrintedPaper
from kts_desktop.models.person import Person
from kts_desktop.models.project import Project
from kts_desktop.models.task import Task
from kts_desktop.models.vocab import AttachmentId
from kts_desktop.storage.progress import Progress, no_progress
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import blobs_of

KIND = Attachment.__tablename__
OWNERS = frozenset(
    kind.__tablename__
    for kind in (
        AdvisoryCase,
        Document,
        Event,
        KnowledgeItem,
        Measure,
        Note,
        Organisation,
        Person,
        PrintedPaper,
        Project,
        Task,
    )
)
# records that stand on another one: their documents are listed there as well
_PARTS = MappingProxyType(
    {
        "advisory_case": (("note", "case_id"), ("task", "case_id"), ("document", "case_id")),
        "event": (("note", "event_id"), ("task", "event_id"), ("document", "event_id")),
    }
)
_UNKNOWN = "application/octet-stream"
_STARTING = """
    .app .appimage .bat .cmd .com .command .cpl .desktop .exe .gadget .hta .inf .jar .js .jse .lnk .msc .msi
    .msp .ps1 .py .pyw .reg .run .scf .scr .sh .url .vb .vbe .vbs .workflow .ws .wsf .wsh
"""
_PROGRAMS = frozenset(_STARTING.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file that was put away and waits for its row."""

    name: str
    mime: str
    size: int
    sha256: bytes
    dated_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentRow:
    """What a list shows of a document; ``owner_kind`` and ``owner_id`` name the record it hangs on."""

    id: AttachmentId
    owner_kind: str
    owner_id: int
    name: str
    mime: str
    size: int
    attached_at: datetime
    dated_on: date | None
    remark: str
    is_there: bool  # false: its content is missing


def keep(session: Session, path: Path, *, progress: Progress = no_progress) -> KeptFile:
    """Encrypt a file beside the database; the file itself stays where it is.

    Raises StorageError ``file_is_folder``, ``file_empty``, ``file_unreadable``, ``file_no_room`` or
    ``file_not_kept``. Whatever ``progress`` raises ends it, and nothing is left.
    """
    name = file_names.tidy(path.name)
    try:
        facts = path.stat()
    except OSError as error:
        raise StorageError("file_unreadable", name=name) from error
    if path.is_dir():
        raise StorageError("file_is_folder", name=name)
    if facts.st_size == 0:
        raise StorageError("file_empty", name=name)
    kept = blobs_of(session).put(path, progress=progress)
    if kept.size == 0:
        raise StorageError("file_empty", name=name)
    return KeptFile(
        name=name,
        mime=mimetypes.guess_type(name)[0] or _UNKNOWN,
        size=kept.size,
        sha256=kept.sha256,
        dated_on=local_date(datetime.fromtimestamp(facts.st_mtime).astimezone()),
    )


def keep_content(session: Session, name: str, content: bytes) -> KeptFile:
    """Encrypt a file that was made in memory; raises StorageError ``file_no_room`` or ``file_not_kept``."""
    kept = blobs_of(session).put_content(content)
    return KeptFile(
        name=name,
        mime=mimetypes.guess_type(name)[0] or _UNKNOWN,
        size=kept.size,
        sha256=kept.sha256,
        dated_on=None,
    )


def content(session: Session, id_: int) -> bytes:
    """Return what a small document holds; raises NotFoundError, or StorageError as ``save_copy`` does."""
    found = _alive(session, id_)
    with _telling(found.name):
        return b"".join(blobs_of(session).read(found.sha256))


def attach(session: Session, kind: str, id_: int, files: Sequence[KeptFile]) -> list[AttachmentId]:
    """Hang files on a record.

    Raises NotFoundError if the record is gone, RefusedError ``file_no_owner``, ``file_twice`` or
    ``file_gone_meanwhile``; nothing is attached then.
    """
    owner = _uid_of(session, kind, id_)
    present = select(Attachment.sha256).where(Attachment.owner == owner, Attachment.deleted_at.is_(None))
    hashes, rows = set(session.scalars(present)), []
    for file in files:
        if file.sha256 in hashes:
            raise RefusedError("file_twice", name=file.name)
        if not blobs_of(session).has(file.sha256):
            raise RefusedError("file_gone_meanwhile", name=file.name)
        hashes.add(file.sha256)
        rows.append(
            Attachment(
                owner_kind=kind,
                owner=owner,
                name=file.name,
                mime=file.mime,
                size=file.size,
                sha256=file.sha256,
                dated_on=file.dated_on,
            )
        )
    session.add_all(rows)
    session.flush()
    return [AttachmentId(row.id) for row in rows]


def detach(session: Session, ids: Sequence[int]) -> None:
    """Take files off their records; the contents stay as long as this can be undone. Raises NotFoundError."""
    now = utc_now()
    for id_ in ids:
        _alive(session, id_).deleted_at = now


def of_record(session: Session, kind: str, id_: int) -> list[AttachmentRow]:
    """Return the documents of a record and of what stands on it, the newest first; raises NotFoundError."""
    owners = {_uid_of(session, kind, id_): (kind, id_)}
    for table, column in _PARTS.get(kind, ()):
        columns = table_named(table).c
        found = select(columns.id, columns.uid).where(columns[column] == id_, columns.deleted_at.is_(None))
        owners |= {uid: (table, part) for part, uid in session.execute(found)}
    query = (
        select(
            Attachment.id,
            Attachment.owner,
            Attachment.name,
            Attachment.mime,
            Attachment.size,
            Attachment.sha256,
            Attachment.created_at,
            Attachment.dated_on,
            Attachment.remark,
        )
        .where(Attachment.owner.in_(owners), Attachment.deleted_at.is_(None))
        .order_by(Attachment.created_at.desc(), Attachment.id.desc())
    )
    return [_row(session, one, *owners[one.owner]) for one in session.execute(query)]


def save_copy(session: Session, id_: int, folder: Path, *, progress: Progress = no_progress) -> Path:
    """Write a document into a folder under its own name and return where it lies; no file is replaced.

    Raises NotFoundError, or StorageError ``file_copy_failed``, ``file_missing`` or ``file_altered``.
    """
    found = _alive(session, id_)
    target = file_names.free(folder, file_names.on_disk(found.name))
    with _telling(found.name):
        blobs_of(session).write_to(found.sha256, target, progress)
    return target


def save_as(session: Session, id_: int, path: Path, *, progress: Progress = no_progress) -> None:
    """Write a document to a place the user chose, in the place of a file that is there; whole or not at all.

    Raises as ``save_copy`` does.
    """
    found = _alive(session, id_)
    draft = file_names.free(path.parent, f"{path.name}.part")
    with _telling(found.name):
        blobs_of(session).write_to(found.sha256, draft, progress)
        try:
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)


def view_copy(session: Session, id_: int, *, progress: Progress = no_progress) -> Path:
    """Return a read-only copy to look at; it is deleted when the office is closed, at the latest when opened.

    Its name says nothing, since programs and systems remember the names of what they opened. Raises
    NotFoundError, RefusedError ``file_program`` or StorageError.
    """
    found = _alive(session, id_)
    ending = file_names.suffix(found.name)
    if ending in _PROGRAMS:
        raise RefusedError("file_program", name=found.name)
    with _telling(found.name):
        return blobs_of(session).view(found.sha256, f"{KIND}-{found.id}{ending}", progress)


def _row(session: Session, found: Any, kind: str, owner_id: int) -> AttachmentRow:
    return AttachmentRow(
        id=AttachmentId(found.id),
        owner_kind=kind,
        owner_id=owner_id,
        name=found.name,
        mime=found.mime,
        size=found.size,
        attached_at=found.created_at,
        dated_on=found.dated_on,
        remark=found.remark,
        is_there=blobs_of(session).has(found.sha256),
    )


def _alive(session: Session, id_: int) -> Attachment:
    found = session.get(Attachment, id_)
    if found is None or found.deleted_at is not None:
        raise NotFoundError("gone", id=id_)
    return found


def _uid_of(session: Session, kind: str, id_: int) -> bytes:
    if kind not in OWNERS:
        raise RefusedError("file_no_owner")
    columns = table_named(kind).c
    uid: bytes | None = session.scalar(
        select(columns.uid).where(columns.id == id_, columns.deleted_at.is_(None))
    )
    if uid is None:
        raise NotFoundError("gone", id=id_)
    return uid


@contextmanager
def _telling(name: str) -> Iterator[None]:
    """Let a failure name the document it is about."""
    try:
        yield
    except StorageError as error:
        raise StorageError(error.code, name=name) from error
    except OSError as error:
        raise StorageError("file_copy_failed", name=name) from error

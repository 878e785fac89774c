"""The log of printed papers: what was told, to whom, from which state of the data."""

import dataclasses
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import select

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.adviser import Adviser
from kts_desktop.models.base import Record
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.event import Event, EventSeries
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.pack import PrintedPaper
from kts_desktop.models.person import Person
from kts_desktop.models.project import Project
from kts_desktop.models.registration import Registration
from kts_desktop.services import badges_paper
from kts_desktop.services.badges_paper import BadgesData
from kts_desktop.services.paper_options import Ask, as_text
from kts_desktop.storage.sessions import Session

KIND = PrintedPaper.__tablename__
OFFICE = b""  # the subject of a paper about the office as a whole
SUBJECTS: Mapping[str, type[Record]] = MappingProxyType(
    {
        model.__tablename__: model
        for model in (Organisation, AdvisoryCase, Project, Event, EventSeries, Registration, Person, Adviser)
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A finished paper as the log takes it: its word, the data it was made from, the file."""

    paper: str
    data: Any
    content: bytes
    pages: int
    file_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What the log keeps of a finished paper, without its content."""

    ask: Ask
    paper: str
    pages: int
    state_hash: str
    file_hash: str
    file_name: str
    badges: BadgesData | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRow:
    """One paper that was printed; the hashes tell which data and which file."""

    id: int
    paper: str
    recipe: str
    language: str
    printed_at: datetime
    pages: int
    state_hash: str
    file_hash: str
    file_name: str


def fingerprint(data: Any) -> str:
    """Return the SHA-256 of a paper's frozen data: what it was printed from, in 64 letters."""
    content = json.dumps(dataclasses.asdict(data), default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode("utf-8", "backslashreplace")).hexdigest()


def noted(ask: Ask, sheet: Sheet) -> Noted:
    """Return what the log keeps of a paper."""
    return Noted(
        ask=ask,
        paper=sheet.paper,
        pages=sheet.pages,
        state_hash=fingerprint(sheet.data),
        file_hash=hashlib.sha256(sheet.content).hexdigest(),
        file_name=sheet.file_name,
        badges=sheet.data if isinstance(sheet.data, BadgesData) else None,
    )


def noted_share(whole: Noted, ask: Ask, data: Any, pages: int) -> Noted:
    """Return what the log keeps of one paper in a file of many, of which ``whole`` is noted already."""
    return dataclasses.replace(whole, ask=ask, pages=pages, state_hash=fingerprint(data))


def note_print(session: Session, ask: Ask, sheet: Sheet) -> list[int]:
    """Log a paper that was written, once for each record it was asked for; return the entries.

    Whose badge is on it is marked as having one.
    Raises NotFoundError if one of the records is gone.
    """
    return note(session, noted(ask, sheet))


def note(session: Session, found: Noted) -> list[int]:
    """Log a paper of which the marks alone are left, as of one in a batch; return the entries.

    Raises NotFoundError if one of the records is gone.
    """
    ask = found.ask
    rows = [
        PrintedPaper(
            paper=found.paper,
            subject_kind=ask.kind,
            subject=uid,
            printed_at=ask.now.replace(microsecond=0),
            recipe=as_text(ask.options),
            redaction=str(getattr(ask.options, "redaction", "")),
            language=ask.options.language,
            pages=found.pages,
            state_hash=found.state_hash,
            file_hash=found.file_hash,
            file_name=found.file_name,
            by_id=ask.adviser or None,
        )
        for uid in _uids(session, ask.kind, ask.ids)
    ]
    session.add_all(rows)
    session.flush()
    if found.badges is not None:
        badges_paper.note_printed(session, found.badges)
    return [row.id for row in rows]


def printed(session: Session, kind: str, record_id: int) -> list[PrintedRow]:
    """Return what was printed about a record, or about the office, the latest first."""
    (uid,) = _uids(session, kind, (record_id,))
    rows = session.scalars(
        select(PrintedPaper)
        .where(
            PrintedPaper.subject == uid, PrintedPaper.subject_kind == kind, PrintedPaper.deleted_at.is_(None)
        )
        .order_by(PrintedPaper.printed_at.desc(), PrintedPaper.id.desc())
    )
    return [
        PrintedRow(
            id=row.id,
            paper=row.paper,
            recipe=row.recipe,
            language=row.language,
            printed_at=row.printed_at,
            pages=row.pages,
            state_hash=row.state_hash,
            file_hash=row.file_hash,
            file_name=row.file_name,
        )
        for row in rows
    ]


def lasting_name(session: Session, kind: str, record_id: int) -> bytes:
    """Return what a record is called in the log, on every laptop; raises NotFoundError if it is gone."""
    return _uids(session, kind, (record_id,))[0]


def record_of(session: Session, kind: str, uid: bytes) -> int:
    """Return the id of the record a paper was about; 0 for the office, and for what is gone for good."""
    if kind not in SUBJECTS:
        return 0
    model = SUBJECTS[kind]
    return session.scalar(select(model.id).where(model.uid == uid)) or 0


def _uids(session: Session, kind: str, ids: Sequence[int]) -> list[bytes]:
    """Return the lasting names of records in their order."""
    if not kind:
        return [OFFICE]
    model = SUBJECTS[kind]
    rows = session.execute(select(model.id, model.uid).where(model.id.in_(ids)))
    found = {row.id: row.uid for row in rows}
    gone = [id_ for id_ in ids if id_ not in found]
    if gone:
        raise NotFoundError("gone", id=gone[0])
    return [found[id_] for id_ in ids]

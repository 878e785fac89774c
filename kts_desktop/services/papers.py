"""The log of printed papers: what was told, to whom, from which state of the data."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.pack import PrintedPaper
from kts_desktop.services.snapshot import Scope, Snapshot, fingerprint
from kts_desktop.storage.sessions import Session

KIND = PrintedPaper.__tablename__
BRIEFING = "briefing"
_SUBJECTS: dict[Scope, type[Organisation | AdvisoryCase]] = {
    Scope.BODY: Organisation,
    Scope.CASE: AdvisoryCase,
}


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


def note_print(
    session: Session,
    snapshot: Snapshot,
    subject_id: int,
    *,
    content: bytes,
    pages: int,
    file_name: str,
    recipe: str = "",
    adviser: int = 0,
) -> int:
    """Log a briefing pack that was written; raises NotFoundError if its subject is gone."""
    row = PrintedPaper(
        paper=BRIEFING,
        subject_kind=_SUBJECTS[snapshot.scope].__tablename__,
        subject=_uid(session, snapshot.scope, subject_id),
        printed_at=snapshot.taken,
        recipe=recipe,
        language=snapshot.language,
        pages=pages,
        state_hash=fingerprint(snapshot),
        file_hash=hashlib.sha256(content).hexdigest(),
        file_name=file_name,
        by_id=adviser or None,
    )
    session.add(row)
    session.flush()
    return row.id


def printed(session: Session, scope: Scope, subject_id: int) -> list[PrintedRow]:
    """Return what was printed about a body or a case, the latest first."""
    rows = session.scalars(
        select(PrintedPaper)
        .where(PrintedPaper.subject == _uid(session, scope, subject_id), PrintedPaper.deleted_at.is_(None))
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


def _uid(session: Session, scope: Scope, subject_id: int) -> bytes:
    model = _SUBJECTS[scope]
    uid = session.scalar(select(model.uid).where(model.id == subject_id))
    if uid is None:
        raise NotFoundError("gone", id=subject_id)
    return uid

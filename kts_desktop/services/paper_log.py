"""Reading the log of printed papers: what was printed lately, and whether it still says what is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.pack import PrintedPaper
from kts_desktop.services import pack_requests, papers
from kts_desktop.services.pack_requests import PackOptions, Subject
from kts_desktop.services.snapshot import fingerprint
from kts_desktop.storage.sessions import Session

_MODELS: dict[str, type[Organisation | AdvisoryCase]] = {
    Organisation.__tablename__: Organisation,
    AdvisoryCase.__tablename__: AdvisoryCase,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """One printed paper; ``subject`` is None when the record it was about is gone.

    ``state`` is the fingerprint of the data it was printed from; ``file_name`` is empty for paper.
    """

    id: int
    subject: Subject | None
    options: PackOptions
    printed_at: datetime
    pages: int
    file_name: str
    state: str
    adviser_id: int


def recent(session: Session, limit: int) -> list[int]:
    """Return the ids of the papers printed last, the latest first."""
    query = (
        select(PrintedPaper.id)
        .where(PrintedPaper.deleted_at.is_(None), PrintedPaper.paper == papers.BRIEFING)
        .order_by(PrintedPaper.printed_at.desc(), PrintedPaper.id.desc())
    )
    return list(session.scalars(query.limit(limit)))


def rows(session: Session, ids: Sequence[int]) -> dict[int, PaperRow]:
    """Return the papers of a window by id."""
    found = session.scalars(select(PrintedPaper).where(PrintedPaper.id.in_(ids)))
    return {
        row.id: PaperRow(
            id=row.id,
            subject=_subject(session, row),
            options=pack_requests.options_of(row.recipe, row.language),
            printed_at=row.printed_at,
            pages=row.pages,
            file_name=row.file_name,
            state=row.state_hash,
            adviser_id=row.by_id or 0,
        )
        for row in found
    }


def is_up_to_date(session: Session, row: PaperRow) -> bool:
    """Tell whether the same paper made today would say the same; raises nothing if its subject is gone."""
    if row.subject is None:
        return False
    return row.state == state_as_of(session, row.subject, row.options, row.printed_at, row.adviser_id)


def state_as_of(
    session: Session, subject: Subject, options: PackOptions, moment: datetime, adviser: int = 0
) -> str:
    """Return the fingerprint that today's records give for a paper of an earlier moment; empty if gone.

    The moment is part of a paper, so only with the same moment do the fingerprints tell of the records.
    """
    try:
        return fingerprint(pack_requests.gather(session, subject, options, now=moment, adviser=adviser))
    except NotFoundError:
        return ""


def _subject(session: Session, row: PrintedPaper) -> Subject | None:
    model = _MODELS.get(row.subject_kind)
    if model is None:
        return None
    found = session.scalar(select(model.id).where(model.uid == row.subject))
    return pack_requests.subject_of(session, row.subject_kind, found) if found else None

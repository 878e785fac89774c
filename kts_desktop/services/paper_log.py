"""Reading the log of printed papers: what was printed lately, and whether it still says what is known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.pack import PrintedPaper
from kts_desktop.services import pack_requests, papers
from kts_desktop.services.pack_requests import Subject
from kts_desktop.services.paper_options import Ask, PaperOptions, from_text
from kts_desktop.services.papers import fingerprint
from kts_desktop.storage.sessions import Session

Gather = Callable[[Session, Ask], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """One printed paper; ``paper`` is its word, ``kind`` and ``record_id`` what it was about.

    ``record_id`` is 0 when the record is gone for good; ``subject`` is what the paper is about, None for what
    is in the bin. ``recipe`` holds the options as text, ``state`` the fingerprint of the
    data; ``file_name`` is empty for what went to a printer.
    """

    id: int
    paper: str
    kind: str
    record_id: int
    subject: Subject | None
    recipe: str
    language: str
    printed_at: datetime
    pages: int
    file_name: str
    state: str
    adviser_id: int


def recent(session: Session, limit: int, paper: str = "") -> list[int]:
    """Return the ids of the papers printed last, the latest first; of one word alone if it is given."""
    query = (
        select(PrintedPaper.id)
        .where(PrintedPaper.deleted_at.is_(None))
        .order_by(PrintedPaper.printed_at.desc(), PrintedPaper.id.desc())
    )
    if paper:
        query = query.where(PrintedPaper.paper == paper)
    return list(session.scalars(query.limit(limit)))


def rows(session: Session, ids: Sequence[int]) -> dict[int, PaperRow]:
    """Return the papers of a window by id."""
    found = session.scalars(select(PrintedPaper).where(PrintedPaper.id.in_(ids)))
    return {row.id: _row(session, row) for row in found}


def ask_again(row: PaperRow, options: type[PaperOptions]) -> Ask:
    """Return the request that made a paper, at its moment."""
    return Ask(
        kind=row.kind,
        ids=(row.record_id,) if row.kind else (),
        options=from_text(options, row.recipe),
        now=row.printed_at,
        adviser=row.adviser_id,
    )


def is_up_to_date(session: Session, row: PaperRow, gather: Gather, options: type[PaperOptions]) -> bool:
    """Tell whether the same paper made today would say the same."""
    if row.kind and not row.record_id:
        return False
    return row.state == state_as_of(session, gather, ask_again(row, options))


def state_as_of(session: Session, gather: Gather, ask: Ask) -> str:
    """Return the fingerprint that today's records give for a paper of ``ask.now``; empty if gone.

    The moment is part of a paper, so only with the same moment do the fingerprints tell of the records.
    """
    try:
        return fingerprint(gather(session, ask))
    except NotFoundError:
        return ""


def _row(session: Session, row: PrintedPaper) -> PaperRow:
    record_id = papers.record_of(session, row.subject_kind, row.subject)
    is_there = bool(record_id) or row.subject_kind == pack_requests.OFFICE
    return PaperRow(
        id=row.id,
        paper=row.paper,
        kind=row.subject_kind,
        record_id=record_id,
        subject=pack_requests.subject_of(session, row.subject_kind, record_id) if is_there else None,
        recipe=row.recipe,
        language=row.language,
        printed_at=row.printed_at,
        pages=row.pages,
        file_name=row.file_name,
        state=row.state_hash,
        adviser_id=row.by_id or 0,
    )

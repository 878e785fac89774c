"""Reading the log of printed papers: what was printed lately, and whether it still says what is known.

A file about several records has an entry for each of them, all with its fingerprint and moment.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.pack import PrintedPaper
from kts_desktop.services import pack_requests, papers
from kts_desktop.services.pack_requests import Subject
from kts_desktop.services.paper_options import Ask, PaperOptions, from_text
from kts_desktop.services.papers import fingerprint
from kts_desktop.storage.sessions import Session

Gather = Callable[[Session, Ask], Any]
_File = tuple[datetime, str, str, str, str]
_OF_ONE_FILE = (
    PrintedPaper.printed_at,
    PrintedPaper.paper,
    PrintedPaper.subject_kind,
    PrintedPaper.recipe,
    PrintedPaper.file_hash,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fellow:
    """A record that a file is about, and the fingerprint of the data it was printed from.

    ``record_id`` is 0 when the record is gone for good.
    """

    record_id: int
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """One printed paper; ``paper`` is its word, ``kind`` and ``record_id`` what it was about.

    ``record_id`` is 0 when the record is gone for good; ``subject`` is what the paper is about, None for what
    is in the bin. ``recipe`` holds the options as text, ``state`` the fingerprint of the
    data; ``file_name`` is empty for what went to a printer. ``together`` are all records of the file, this
    one among them, in the order in which they were printed.
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
    together: tuple[Fellow, ...] = ()

    @property
    def record_ids(self) -> tuple[int, ...]:
        """Return the records of the file that are still there; none for a paper about the office."""
        return tuple(one.record_id for one in self.together if one.record_id)


def recent(session: Session, limit: int, paper: str = "") -> list[int]:
    """Return an entry of each file printed last, the latest first; of one word alone if it is given."""
    one = func.min(PrintedPaper.id)
    query = (
        select(one)
        .where(PrintedPaper.deleted_at.is_(None))
        .group_by(*_OF_ONE_FILE)
        .order_by(PrintedPaper.printed_at.desc(), one.desc())
    )
    if paper:
        query = query.where(PrintedPaper.paper == paper)
    return list(session.scalars(query.limit(limit)))


def rows(session: Session, ids: Sequence[int]) -> dict[int, PaperRow]:
    """Return the papers of a window by id."""
    found = session.scalars(select(PrintedPaper).where(PrintedPaper.id.in_(ids))).all()
    files = _files(session, found)
    return {row.id: _row(session, row, files[_file_of(row)]) for row in found}


def ask_again(row: PaperRow, options: type[PaperOptions]) -> Ask:
    """Return the request that made a file, about all its records, at its moment."""
    ids = row.record_ids or (row.record_id,)
    return Ask(
        kind=row.kind,
        ids=ids if row.kind else (),
        options=from_text(options, row.recipe),
        now=row.printed_at,
        adviser=row.adviser_id,
    )


def is_up_to_date(
    session: Session, row: PaperRow, gather: Gather, options: type[PaperOptions], *, takes_many: bool = False
) -> bool:
    """Tell whether the same paper made today would say the same.

    Of a paper that ``takes_many`` all records are meant, else the one of the entry.
    """
    if row.kind and not row.record_id:
        return False
    ask = ask_again(row, options)
    if row.kind and not takes_many:
        ask = replace(ask, ids=(row.record_id,))
    return row.state == state_as_of(session, gather, ask)


def state_as_of(session: Session, gather: Gather, ask: Ask) -> str:
    """Return the fingerprint that today's records give for a paper of ``ask.now``; empty if gone.

    The moment is part of a paper, so only with the same moment do the fingerprints tell of the records.
    """
    try:
        return fingerprint(gather(session, ask))
    except NotFoundError:
        return ""


def _file_of(row: PrintedPaper) -> _File:
    return row.printed_at, row.paper, row.subject_kind, row.recipe, row.file_hash


def _files(session: Session, found: Sequence[PrintedPaper]) -> dict[_File, tuple[Fellow, ...]]:
    """Return the records of each file, in the order in which they were printed."""
    hashes = {row.file_hash for row in found}
    entries = session.scalars(
        select(PrintedPaper)
        .where(PrintedPaper.file_hash.in_(hashes), PrintedPaper.deleted_at.is_(None))
        .order_by(PrintedPaper.uid)
    )
    named: dict[tuple[str, bytes], int] = {}
    files: dict[_File, dict[bytes, Fellow]] = {_file_of(row): {} for row in found}
    for row in entries:
        fellows, subject = files.get(_file_of(row)), (row.subject_kind, row.subject)
        if fellows is not None and row.subject_kind:
            if subject not in named:
                named[subject] = papers.record_of(session, *subject)
            fellows[row.subject] = Fellow(record_id=named[subject], state=row.state_hash)
    return {file: tuple(fellows.values()) for file, fellows in files.items()}


def _row(session: Session, row: PrintedPaper, together: tuple[Fellow, ...]) -> PaperRow:
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
        together=together,
    )

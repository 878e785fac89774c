"""Reports kept for good: what was reported in a quarter stays as it was, whatever happens to the records.

A frozen report is an entry in the log of papers with its files attached: the paper, its figures for
spreadsheets, and the figures as text. Each file is found by its SHA-256, so that none can change unnoticed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.adviser import Adviser
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.document import Attachment
from kts_desktop.models.pack import PrintedPaper
from kts_desktop.services import attachments, frozen_figures, papers
from kts_desktop.services.attachments import AttachmentRow, KeptFile
from kts_desktop.services.paper_head import PAPER_ZONE
from kts_desktop.services.paper_options import Ask, PaperOptions, from_text
from kts_desktop.services.papers import Sheet
from kts_desktop.services.report_figures import Quarter, quarter_of
from kts_desktop.services.report_options import ReportOptions, chosen_quarter
from kts_desktop.services.report_tables import Cell, Section
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import blobs_of

KIND = papers.KIND
PAPER = "report"
FIGURES = ".json"  # ends the name of the file that holds the figures as text


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenRow:
    """One frozen report: its quarter, as at when, by whom; ``sha256`` is that of the paper, in 64 letters."""

    id: int
    quarter: Quarter
    as_at: datetime
    language: str
    adviser: str
    pages: int
    sha256: str
    suppressed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One figure that was reported otherwise than it is counted now; ``table`` is the key of its table."""

    table: str
    code: str
    label: str
    reported: int | None
    counted: int | None


def keep(session: Session, files: Sequence[tuple[str, bytes]]) -> list[KeptFile]:
    """Encrypt the files of a report beside the database; raises StorageError."""
    return [attachments.keep_content(session, name, content) for name, content in files]


def freeze(session: Session, ask: Ask, sheet: Sheet, files: Sequence[KeptFile]) -> int:
    """Note a report that is kept for good, with its files, and return its id.

    Raises RefusedError ``file_gone_meanwhile``.
    """
    (entry,) = papers.note_print(session, ask, sheet)
    attachments.attach(session, KIND, entry, files)
    return entry


def listed(session: Session) -> list[FrozenRow]:
    """Return all frozen reports, the latest quarter first; of one quarter the one frozen last."""
    kept = select(Attachment.owner).where(Attachment.owner_kind == KIND, Attachment.deleted_at.is_(None))
    rows = session.execute(
        select(PrintedPaper, Adviser.name)
        .outerjoin(Adviser, Adviser.id == PrintedPaper.by_id)
        .where(PrintedPaper.paper == PAPER, PrintedPaper.deleted_at.is_(None), PrintedPaper.uid.in_(kept))
    )
    found = [_row(row, name or "") for row, name in rows]
    return sorted(found, key=lambda one: (one.quarter, one.as_at, one.id), reverse=True)


def row(session: Session, row_id: int) -> FrozenRow:
    """Return one frozen report; raises NotFoundError."""
    found = next((one for one in listed(session) if one.id == row_id), None)
    if found is None:
        raise NotFoundError("gone", id=row_id)
    return found


def of_quarter(session: Session, quarter: Quarter, before: datetime | None = None) -> FrozenRow | None:
    """Return the report of a quarter that was frozen last, if there is one; ``before`` a moment, if given."""
    for one in listed(session):
        if one.quarter == quarter and (before is None or one.as_at < before):
            return one
    return None


def files(session: Session, row_id: int) -> list[AttachmentRow]:
    """Return the files of a frozen report, the paper first; raises NotFoundError."""
    found = attachments.of_record(session, KIND, row_id)
    return sorted(found, key=lambda one: (not one.name.endswith(".pdf"), one.name))


def figures(session: Session, row_id: int) -> tuple[Section, ...]:
    """Return the tables as they were reported.

    Raises NotFoundError, or StorageError ``file_missing``, ``file_altered`` or ``report_unreadable``.
    """
    for one in files(session, row_id):
        if one.name.endswith(FIGURES):
            return frozen_figures.read(attachments.content(session, one.id))
    raise NotFoundError("gone", id=row_id)


def faults(session: Session, row_id: int) -> list[tuple[str, str]]:
    """Return the files of a report that are not as they were kept, each with the code of what is wrong."""
    kept = session.get(PrintedPaper, row_id)
    if kept is None:
        raise NotFoundError("gone", id=row_id)
    found = []
    for one in session.scalars(
        select(Attachment)
        .where(Attachment.owner == kept.uid, Attachment.deleted_at.is_(None))
        .order_by(Attachment.id)
    ):
        code = blobs_of(session).verify(one.sha256)
        is_paper = one.name.endswith(".pdf")
        if not code and is_paper and one.sha256.hex() != kept.file_hash:
            code = "file_altered"
        if code:
            found.append((one.name, code))
    return found


def revisions(reported: Sequence[Section], counted: Sequence[Section]) -> tuple[Revision, ...]:
    """Return where the figures of a quarter, as reported, differ from what is counted for it now.

    ``counted`` is the report of the quarter after: its figures before are those of the quarter reported.
    """
    then = {key: (cell.label, cell.value) for key, cell in _cells(reported)}
    now = {key: (cell.label, cell.before) for key, cell in _cells(counted)}
    out = []
    for key in [*now, *(key for key in then if key not in now)]:
        label = (now.get(key) or then[key])[0]
        told, found = then.get(key, ("", 0))[1], now.get(key, ("", 0))[1]
        if told is not None and found is not None and told != found:
            out.append(Revision(table=key[0], code=key[1], label=label, reported=told, counted=found))
    return tuple(out)


def quarters(session: Session, today: date) -> list[Quarter]:
    """Return the quarters there is something to report of, the latest first."""
    first = session.scalar(
        select(func.min(AdvisoryCase.received_on)).where(AdvisoryCase.deleted_at.is_(None))
    )
    one = quarter_of(today)
    oldest = min(quarter_of(first) if first else one, one.before)
    out = [one]
    while one > oldest:
        one = one.before
        out.append(one)
    return out


def _cells(sections: Sequence[Section]) -> list[tuple[tuple[str, str], Cell]]:
    """Return every row and total by its table and code; a total stands under the key of its table."""
    out: list[tuple[tuple[str, str], Cell]] = []
    for table in (table for one in sections for table in one.tables):
        out += [((table.key, cell.code), cell) for cell in table.rows]
    return out


def _row(row: PrintedPaper, adviser: str) -> FrozenRow:
    options: PaperOptions = from_text(ReportOptions, row.recipe)
    assert isinstance(options, ReportOptions)
    as_at = row.printed_at.astimezone(PAPER_ZONE)
    return FrozenRow(
        id=row.id,
        quarter=chosen_quarter(options, as_at.date()),
        as_at=as_at,
        language=row.language,
        adviser=adviser,
        pages=row.pages,
        sha256=row.file_hash,
        suppressed=options.suppress,
    )

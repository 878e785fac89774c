"""Work of the report's page that runs off the GUI thread: count a quarter, freeze it, write files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kts_desktop.core.clock import local_date
from kts_desktop.printing import frozen
from kts_desktop.printing import paper as files
from kts_desktop.printing.catalogue import PAPERS, REPORT
from kts_desktop.printing.workbook import SUFFIX
from kts_desktop.services import advisers, attachments, frozen_reports, report_paper
from kts_desktop.services.attachments import AttachmentRow, KeptFile
from kts_desktop.services.frozen_reports import FrozenRow
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.papers import Sheet
from kts_desktop.services.report_figures import Quarter
from kts_desktop.services.report_options import ReportOptions
from kts_desktop.services.report_paper import ReportData
from kts_desktop.services.report_tables import Section, sections_of
from kts_desktop.ui.jobs import Ticket

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """One frozen report with its files; ``faults`` are those that are not as they were kept, with codes."""

    row: FrozenRow
    files: tuple[AttachmentRow, ...]
    faults: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A quarter as it is counted now, and as it was reported last: the values by table and code."""

    data: ReportData
    sections: tuple[Section, ...]
    kept: tuple[KeptReport, ...]
    reported: Mapping[tuple[str, str], int | None]

    @property
    def differing(self) -> int:
        """Return how many figures are counted otherwise than they were reported."""
        told = self.reported
        return sum(
            cell.value != told.get((table.key, cell.code), 0)
            for section in self.sections
            for table in section.tables
            for cell in table.rows
            if told and told.get((table.key, cell.code), 0) is not None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Counts a quarter, and checks what was reported of it."""

    quarter: Quarter
    language: str
    now: datetime

    def __call__(self, session: "Session", ticket: Ticket) -> Counted:
        """Return the figures with the records behind them."""
        options = ReportOptions(year=self.quarter.year, quarter=self.quarter.number, language=self.language)
        data = report_paper.gather(session, Ask(kind="", ids=(), options=options, now=self.now))
        ticket.step(0, 0)
        rows = [one for one in frozen_reports.listed(session) if one.quarter == self.quarter]
        kept = tuple(
            KeptReport(
                row=row,
                files=tuple(frozen_reports.files(session, row.id)),
                faults=tuple(frozen_reports.faults(session, row.id)),
            )
            for row in rows
        )
        sections = sections_of(data.report, suppress=False)
        reported = _values(frozen_reports.figures(session, kept[0].row.id)) if _is_sound(kept) else {}
        return Counted(data=data, sections=sections, kept=kept, reported=reported)


def _is_sound(kept: Sequence[KeptReport]) -> bool:
    return bool(kept) and not kept[0].faults


def _values(sections: Sequence[Section]) -> dict[tuple[str, str], int | None]:
    return {
        (table.key, cell.code): cell.value
        for section in sections
        for table in section.tables
        for cell in table.rows
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A report that is laid out and put away, and waits for its entry."""

    ask: Ask
    sheet: Sheet
    kept: tuple[KeptFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepare:
    """Lays out the report of a quarter and puts its files away."""

    options: ReportOptions
    now: datetime

    def __call__(self, session: "Session", ticket: Ticket) -> Prepared:
        """Return what waits for its entry; raises StorageError."""
        kind = PAPERS[REPORT]
        me = advisers.me(session)
        ask = Ask(kind="", ids=(), options=self.options, now=self.now, adviser=me.id if me else 0)
        data = kind.gather(session, ask)
        made = kind.render(data, progress=ticket.step)
        name = files.file_name(local_date(self.now), kind.file_word(self.options.language), kind.named(data))
        kept = frozen_reports.keep(session, frozen.kept_files(data, made, name))
        sheet = Sheet(paper=REPORT, data=data, content=made.content, pages=made.pages, file_name=name)
        return Prepared(ask=ask, sheet=sheet, kept=tuple(kept))


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteBook:
    """Writes the figures of a quarter as a workbook."""

    data: ReportData
    path: Path

    def __call__(self, _session: "Session", ticket: Ticket) -> Path:
        """Write, and return where; raises StorageError."""
        made = PAPERS[REPORT].render(self.data, progress=ticket.step)
        content = next(one.content for one in made.beside if one.suffix == SUFFIX)
        files.write_paper(self.path, content)
        return self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFiles:
    """Writes the files of a frozen report into a folder; no file is replaced."""

    ids: tuple[int, ...]
    folder: Path

    def __call__(self, session: "Session", ticket: Ticket) -> Path:
        """Write, and return the folder; raises StorageError."""
        for done, id_ in enumerate(self.ids):
            ticket.step(done, len(self.ids))
            attachments.save_copy(session, id_, self.folder)
        return self.folder


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewFile:
    """Makes a copy to look at."""

    id: int

    def __call__(self, session: "Session", _ticket: Ticket) -> Path:
        """Return where the copy lies; raises StorageError."""
        return attachments.view_copy(session, self.id)

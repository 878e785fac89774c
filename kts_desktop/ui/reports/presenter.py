"""What the report's page does: list quarters, count one, freeze it, hand out files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot

from kts_desktop.core.changes import Changes
from kts_desktop.core.clock import local_date
from kts_desktop.printing.papers.report import name_of
from kts_desktop.services import frozen_reports, papers
from kts_desktop.services.frozen_reports import FrozenRow
from kts_desktop.services.report_figures import Quarter, quarter_of
from kts_desktop.services.report_options import ReportOptions
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.kit.writing import Telling, Writing
from kts_desktop.ui.reports.work import CopyFiles, Count, Counted, Prepare, Prepared, ViewFile, WriteBook
from kts_desktop.ui.workspace import Workspace

NEWS = (
    *(
        papers.KIND,
        "attachment",
        "advisory_case",
        "case_person",
        "note",
        "note_person",
        "event",
        "registration",
    ),
    *("person", "organisation", "project", "project_member", "tagging", "vocabulary", "setting"),
)
_PAUSE = 400  # milliseconds after a change before a quarter is counted anew
_PARTS = 10  # of a year in the number of a quarter


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterRow:
    """One quarter of the list; ``frozen`` is its report that was frozen last."""

    quarter: Quarter
    frozen: FrozenRow | None
    is_over: bool


class ReportsView(Protocol):
    """What the presenter needs of the page."""

    def show_quarters(self, ids: Sequence[int], load: Loader[QuarterRow]) -> None: ...
    def show_counting(self, quarter: Quarter) -> None: ...
    def show_counted(self, counted: Counted) -> None: ...
    def show_written(self, path: Path) -> None: ...
    def open_file(self, path: Path) -> None: ...


class ReportsPresenter(Writing):
    """Answers the page's gestures; while nobody looks, nothing is counted."""

    def __init__(self, workspace: Workspace, view: ReportsView, telling: Telling, parent: QObject) -> None:
        super().__init__(workspace, telling, parent)
        self._view = view
        self._typed = ""
        self._rows: dict[int, QuarterRow] = {}
        self._counting: Ticket | None = None
        self._is_watched = self._is_stale = False
        self.quarter: Quarter | None = None
        self.counted: Counted | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._count)
        workspace.changed.connect(self._follow)

    def refresh(self) -> None:
        """Read the list anew and count the quarter shown."""
        self._list()
        self._count()

    def watch(self, *, is_watched: bool) -> None:
        """Follow the records while the page is looked at, and only then."""
        self._is_watched = is_watched
        if is_watched and self._is_stale:
            self.refresh()

    def search(self, typed: str) -> None:
        """Narrow the list to quarters named so, such as a year."""
        self._typed = typed
        self._list()

    def show(self, number: int) -> None:
        """Count a quarter by its number in the list; 0 is the last whole one."""
        today = local_date(self._workspace.clock())
        found = Quarter(*divmod(number, _PARTS)) if number else quarter_of(today).before
        if found != self.quarter:
            self.quarter, self.counted = found, None
            self._count()

    def freeze(self, *, suppress: bool) -> None:
        """Lay out the report of the quarter shown and keep it for good."""
        quarter = self.quarter
        if quarter is None:
            return
        options = ReportOptions(
            year=quarter.year, quarter=quarter.number, suppress=suppress, language=self._workspace.language
        )
        ticket = self._workspace.fetch(
            Prepare(options=options, now=self._workspace.clock()), self.tr("Freezing the report")
        )
        ticket.succeeded.connect(self._on_prepared)
        ticket.failed.connect(self._on_failed)

    def save_book(self, path: Path) -> None:
        """Write the figures shown as a workbook."""
        if self.counted is not None:
            ticket = self._workspace.fetch(WriteBook(data=self.counted.data, path=path))
            ticket.succeeded.connect(self._on_written)
            ticket.failed.connect(self._on_failed)

    def save_files(self, ids: Sequence[int], folder: Path) -> None:
        """Write the files of a frozen report into a folder."""
        ticket = self._workspace.fetch(CopyFiles(ids=tuple(ids), folder=folder))
        ticket.succeeded.connect(self._on_written)
        ticket.failed.connect(self._on_failed)

    def open(self, file_id: int) -> None:
        """Open a copy of a file of a frozen report."""
        ticket = self._workspace.fetch(ViewFile(id=file_id))
        ticket.succeeded.connect(self._on_view)
        ticket.failed.connect(self._on_failed)

    def _list(self) -> None:
        today = local_date(self._workspace.clock())
        found, kept = self._workspace.read(
            lambda session: (frozen_reports.quarters(session, today), frozen_reports.listed(session))
        )
        last: Mapping[Quarter, FrozenRow] = {one.quarter: one for one in reversed(kept)}
        quarters = sorted({*found, *last}, reverse=True)
        self._rows = {
            number_of(one): QuarterRow(quarter=one, frozen=last.get(one), is_over=one.ends < today)
            for one in quarters
            if self._typed.casefold() in name_of(one).casefold()
        }
        self._view.show_quarters(list(self._rows), self._load)

    def _load(self, ids: Sequence[int]) -> Mapping[int, QuarterRow]:
        return {id_: self._rows[id_] for id_ in ids if id_ in self._rows}

    @Slot()
    def _count(self) -> None:
        self._is_stale = False
        self._pause.stop()
        if self.quarter is None:
            return
        if self._counting is not None:
            self._counting.cancel()
        if self.counted is None:
            self._view.show_counting(self.quarter)
        work = Count(quarter=self.quarter, language=self._workspace.language, now=self._workspace.clock())
        self._counting = self._workspace.fetch(work)
        self._counting.succeeded.connect(self._on_counted)
        self._counting.failed.connect(self._on_count_failed)

    @Slot(object)
    def _on_counted(self, counted: object) -> None:
        if self.sender() is self._counting and isinstance(counted, Counted):
            self._counting, self.counted = None, counted
            self._view.show_counted(counted)

    @Slot(object)
    def _on_count_failed(self, error: object) -> None:
        if self.sender() is self._counting:
            self._counting = None
            self._on_failed(error)

    @Slot(object)
    def _on_prepared(self, prepared: object) -> None:
        assert isinstance(prepared, Prepared)
        self.write(
            "report.freeze",
            lambda session: frozen_reports.freeze(session, prepared.ask, prepared.sheet, prepared.kept),
            offers_undo=True,
        )

    @Slot(object)
    def _on_written(self, path: object) -> None:
        assert isinstance(path, Path)
        self._view.show_written(path)

    @Slot(object)
    def _on_view(self, path: object) -> None:
        assert isinstance(path, Path)
        self._view.open_file(path)

    @Slot(Changes)
    def _follow(self, changes: Changes) -> None:
        if not changes.concerns(*NEWS):
            return
        self._is_stale = True
        if self._is_watched:
            self._list()
            self._pause.start()


def number_of(quarter: Quarter) -> int:
    """Return the number of a quarter in the list."""
    return quarter.year * _PARTS + quarter.number

"""The page of the quarterly report: widgets and wiring; what it does stands in the presenter."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import StorageError
from kts_desktop.core.settings import Settings
from kts_desktop.printing import paper as files
from kts_desktop.printing.catalogue import PAPERS, REPORT
from kts_desktop.printing.papers.report import name_of
from kts_desktop.printing.workbook import SUFFIX
from kts_desktop.services import report_records
from kts_desktop.services.report_figures import Quarter
from kts_desktop.ui.kit.cards import Card, CardList
from kts_desktop.ui.kit.detail import Crumb, Detail, name_button
from kts_desktop.ui.kit.formats import current
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.measure import spaced
from kts_desktop.ui.kit.page import Page
from kts_desktop.ui.kit.split import SplitPane
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.kit.telling import PageTelling
from kts_desktop.ui.reports.dialogs import FreezeDialog, RecordsDialog
from kts_desktop.ui.reports.figures_view import Behind, FiguresView
from kts_desktop.ui.reports.frozen_view import FrozenView
from kts_desktop.ui.reports.presenter import QuarterRow, ReportsPresenter, number_of
from kts_desktop.ui.reports.work import Counted
from kts_desktop.ui.workspace import Workspace

FIGURES, FROZEN = "figures", "frozen"
LISTED = frozenset({"advisory_case", "event", "person", "organisation"})  # kinds that have lists


class ReportsPage(Page):
    """Quarters on the left; the figures of one and what was reported of it on the right."""

    key: ClassVar[str] = "reports"

    def __init__(self, workspace: Workspace, _settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self._saving: list[int] = []
        rows: CardList[QuarterRow] = CardList("reports.list", _card)
        rows.setSelectionMode(CardList.SelectionMode.SingleSelection)
        self.pane, self.detail = ListPane(rows, "reports", self), Detail("reports", self)
        self.notice = PageTelling(self, workspace, self.detail)
        self.book = self.detail.add_action("book", "download")
        self.paper = self.detail.add_action("paper", "file-text")
        self.freeze = self.detail.add_action("freeze", "lock", primary=True)
        self.figures, self.frozen = FiguresView(self), FrozenView(self)
        self.detail.add_tab(FIGURES, self.figures)
        self.detail.add_tab(FROZEN, self.frozen)
        self._split = SplitPane(self.pane, self.detail, "reports", self)
        layout = QVBoxLayout(self)
        spaced(layout, (0, 0, 0, 0), 0)
        layout.addWidget(self._split)
        self.presenter = ReportsPresenter(workspace, self, self.notice, self)
        self._connect()
        self.retranslate()
        self.presenter.show(0)

    def abilities(self) -> frozenset[str]:
        """Return what can be done now."""
        return frozenset({"find", "refresh", *(["print"] if self.presenter.counted else [])})

    def open_record(self, kind: str, record_id: int) -> None:
        """Show a quarter by its number."""
        if kind == REPORT and record_id:
            self.pane.selection.select(record_id)
            self.presenter.show(record_id)
            self._split.show_detail()

    def do_find(self) -> None:
        """Go to the search field."""
        self._split.show_list()
        self.pane.focus_search()

    def do_print(self) -> None:
        """Ask for the paper of the quarter shown."""
        if self.presenter.quarter is not None:
            self.workspace.print_for(REPORT, number_of(self.presenter.quarter))

    def do_refresh(self) -> None:
        """Count anew."""
        self.presenter.refresh()

    def show_quarters(self, ids: Sequence[int], load: Loader[QuarterRow]) -> None:
        """Show the list."""
        self.pane.show_ids(ids, load)
        self.pane.set_count(self.tr("%n quarter(s)", "", len(ids)))

    def show_counting(self, quarter: Quarter) -> None:
        """Show that a quarter is being counted."""
        self.detail.set_placeholder(name_of(quarter), self.tr("Counting …"))
        self.detail.show_placeholder()
        self.abilities_changed.emit()

    def show_counted(self, counted: Counted) -> None:
        """Show the figures of a quarter, and what was reported."""
        quarter, language = counted.data.report.quarter, self.workspace.language
        self.detail.set_crumb([Crumb(_period(quarter))])
        self.detail.set_title(self.tr("Quarterly report {0}").format(name_of(quarter)))
        self.figures.show_counted(counted, language)
        self.frozen.show_kept(counted.kept, language)
        self.detail.set_tab(FROZEN, self.tr("Frozen reports"), len(counted.kept))
        self.detail.show_content()
        if self.pane.selection.current_id() != number_of(quarter):
            self.pane.selection.select(number_of(quarter))
        self.abilities_changed.emit()

    def show_written(self, path: Path) -> None:
        """Say where files were written."""
        self.notice.show_text(self.tr("Saved: {0}").format(path.name))
        self.workspace.say(self.tr("Saved: {0}").format(path))

    def open_file(self, path: Path) -> None:
        """Open a file with the program the system has for it."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.notice.show_error(StorageError("file_no_viewer", name=path.name))

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the records."""
        super().showEvent(event)
        self.presenter.watch(is_watched=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Count nothing while nobody looks."""
        super().hideEvent(event)
        self.presenter.watch(is_watched=False)

    def retranslate(self) -> None:
        """Set every text."""
        self.pane.set_title(self.tr("Quarterly report"))
        self.pane.set_new("")
        self.pane.set_search(self.tr("Year or quarter"))
        self.pane.set_empty(self.tr("No such quarter"))
        name_button(self.book, self.tr("Save workbook …"))
        name_button(self.paper, self.tr("Paper"), "Ctrl+P")
        name_button(self.freeze, self.tr("Freeze …"))
        self.detail.set_tab(FIGURES, self.tr("Figures"))
        self.detail.set_tab(FROZEN, self.tr("Frozen reports"))
        self.presenter.refresh()

    def _connect(self) -> None:
        self.pane.searched.connect(self.presenter.search)
        self.pane.chosen.connect(self._on_chosen)
        self.book.clicked.connect(self._on_book)
        self.paper.clicked.connect(self.do_print)
        self.freeze.clicked.connect(self._on_freeze)
        self.figures.wanted.connect(self._on_wanted)
        self.frozen.open_wanted.connect(self.presenter.open)
        self.frozen.save_wanted.connect(self._on_save)

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        if number:
            self.presenter.show(number)

    @Slot(object)
    def _on_wanted(self, behind: Behind) -> None:
        """Open the list of a figure; kinds without a list of their own are listed here."""
        if behind.kind in LISTED:
            self.workspace.show_list(behind.kind, behind.ids, behind.label)
            return
        lines = self.workspace.read(lambda session: report_records.lines(session, behind.kind, behind.ids))
        dialog = RecordsDialog(behind.label, lines, self)
        dialog.record_wanted.connect(self.workspace.open_record, Qt.ConnectionType.QueuedConnection)
        dialog.open()

    @Slot()
    def _on_freeze(self) -> None:
        counted = self.presenter.counted
        if counted is None:
            return
        quarter = counted.data.report.quarter
        sentences = [
            self.tr(
                "The report is kept with its files as it is now. It answers for good what was reported,"
                " whatever happens to the records."
            )
        ]
        if quarter.ends >= local_date(self.workspace.clock()):
            sentences.append(self.tr("The quarter is not over yet: its figures will still change."))
        if counted.kept:
            moment = current().moment(counted.kept[0].row.as_at)
            sentences.append(
                self.tr("A report as at {0} is kept already and stays; this one counts from now on.").format(
                    moment
                )
            )
        dialog = FreezeDialog(name_of(quarter), sentences, self)
        dialog.wanted.connect(self._on_freeze_wanted)
        dialog.open()

    @Slot(bool)
    def _on_freeze_wanted(self, suppress: bool) -> None:
        self.presenter.freeze(suppress=suppress)

    @Slot()
    def _on_book(self) -> None:
        counted = self.presenter.counted
        if counted is None:
            return
        kind = PAPERS[REPORT]
        name = files.file_name(
            local_date(self.workspace.clock()),
            kind.file_word(self.workspace.language),
            kind.named(counted.data),
        )
        dialog = self._dialog(self.tr("Save workbook"), "reports.save_book")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(self.tr("Workbooks (*.xlsx)"))
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(files.free_path(self._folder, Path(name).with_suffix(SUFFIX).name).name)
        dialog.fileSelected.connect(self._on_book_place)
        dialog.open()

    @Slot(object)
    def _on_save(self, ids: list[int]) -> None:
        self._saving = ids
        dialog = self._dialog(self.tr("Folder for the files"), "reports.save_files")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    def _dialog(self, title: str, name: str) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setDirectory(str(self._folder))
        return dialog

    @Slot(str)
    def _on_book_place(self, name: str) -> None:
        self._folder = Path(name).parent
        self.presenter.save_book(Path(name))

    @Slot(str)
    def _on_folder(self, name: str) -> None:
        self._folder = Path(name)
        self.presenter.save_files(self._saving, self._folder)


def _card(row: QuarterRow) -> Card:
    translate = QCoreApplication.translate
    chip, kind = translate("reports", "not frozen"), "plain"
    if row.frozen is not None:
        chip, kind = translate("reports", "frozen"), "done"
    elif not row.is_over:
        chip, kind = translate("reports", "running"), "wait"
    as_at = current().day(row.frozen.as_at.date()) if row.frozen is not None else ""
    return Card(
        headline=name_of(row.quarter),
        line=_period(row.quarter),
        chip=chip,
        kind=kind,
        note=translate("reports", "as at {0}").format(as_at) if as_at else "",
    )


def _period(quarter: Quarter) -> str:
    """Return the days of a quarter."""
    return f"{current().day(quarter.begins)} – {current().day(quarter.ends)}"

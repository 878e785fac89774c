"""The page of papers: widgets and wiring; what it does stands in the presenter."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.core.settings import Settings
from kts_desktop.printing.paper import free_path
from kts_desktop.services.pack_requests import PackOptions, Subject
from kts_desktop.services.paper_log import PaperRow
from kts_desktop.ui.kit.cards import CardList
from kts_desktop.ui.kit.dialogs import confirm, message
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.measure import spaced
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.page import Page
from kts_desktop.ui.kit.split import SplitPane
from kts_desktop.ui.packs.entries import Entries, Entry
from kts_desktop.ui.packs.making import Made, Order
from kts_desktop.ui.packs.paper_pane import PaperPane
from kts_desktop.ui.packs.presenter import PacksPresenter
from kts_desktop.ui.packs.printing import Print, has_printer
from kts_desktop.ui.workspace import Workspace


class PacksPage(Page):
    """Makes briefing packs of bodies and cases, shows them, and sends them to a file or a printer."""

    key = "packs"

    def __init__(self, workspace: Workspace, _settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._entries = Entries(workspace.clock())
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self._opens_after_saving = False
        self._offered: Subject | None = None
        self._printer: QPrinter | None = None
        self.presenter = PacksPresenter(workspace, self, self)
        rows: CardList[Entry] = CardList("packs.list", self._entries.card)
        rows.setSelectionMode(CardList.SelectionMode.SingleSelection)
        self.pane = ListPane(rows, "packs", self)
        self.paper = PaperPane(workspace, self)
        self._split = SplitPane(self.pane, self.paper, "packs", self)
        layout = QVBoxLayout(self)
        spaced(layout, (0, 0, 0, 0), 0)
        layout.addWidget(self._split)
        self.notice = Notice(self)
        self._save_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        self._save_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._connect()
        self.paper.show_placeholder()
        self.retranslate()
        self.presenter.show_recent()

    def abilities(self) -> frozenset[str]:
        """Return what can be done now."""
        always = {"find"} | ({"refresh"} if self.presenter.order else set())
        return frozenset(always | ({"print"} if self.presenter.made else set()))

    def open_record(self, kind: str, record_id: int) -> None:
        """Make the paper of a record."""
        self.pane.selection.clear()
        self.paper.preview.go_to_start()
        self.presenter.open_record(kind, record_id)
        self._split.show_detail()

    def show_recent(self, rows: Sequence[PaperRow], states: Mapping[int, bool]) -> None:
        """Show what was printed lately."""
        self._entries.now = self.workspace.clock()
        self.pane.show_ids(self._entries.take_recent(rows, states), self._entries.load)
        self.pane.set_count(self.tr("%n paper(s) printed", "", len(rows)) if rows else "")

    def show_matches(self, subjects: Sequence[Subject]) -> None:
        """Show what a pack can be made for."""
        self.pane.show_ids(self._entries.take_subjects(subjects), self._entries.load)
        self.pane.set_count(self.tr("%n match(es)", "", len(subjects)))

    def show_offer(self, subject: Subject) -> None:
        """Offer to take a municipality over from the directory."""
        self._offered = subject
        self.paper.show_offer(
            subject,
            self.tr("This municipality stands in the directory only. Take it over to make a briefing pack."),
            self.tr("Take over and make the pack"),
        )
        self.abilities_changed.emit()

    def show_making(self, order: Order) -> None:
        """Show that a paper is being made."""
        self._offered = None
        self.paper.begin(order)
        self.abilities_changed.emit()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.paper.making.show_progress(done, total)

    def show_paper(self, made: Made) -> None:
        """Show a finished paper."""
        self.paper.show_paper(made)
        self.abilities_changed.emit()

    def show_stale(self, *, is_stale: bool) -> None:
        """Say whether the records have changed since."""
        self.paper.show_stale(is_stale=is_stale)

    def show_stopped(self) -> None:
        """Show that making was stopped."""
        self.paper.show_trouble(
            self.tr("Stopped"), self.tr("The paper was not finished."), self.tr("Make again")
        )

    def show_failure(self, error: UserFacingError) -> None:
        """Say why the paper could not be made."""
        text = sentence(error, self.workspace.language)
        self.paper.show_trouble(self.tr("No paper"), text, self.tr("Make again"))
        self.abilities_changed.emit()

    def show_error(self, error: UserFacingError) -> None:
        """Say why the paper could not be saved or printed; it stays as it is."""
        message(self, self.tr("Not possible"), sentence(error, self.workspace.language))

    def show_saved(self, path: Path) -> None:
        """Say where the file is, and open it if that was wished."""
        self._folder = path.parent
        text = self.tr("Saved as {0}").format(path.name)
        self.notice.show_text(text)
        self.workspace.say(text)
        if self._opens_after_saving:
            self._open_file(path)

    def show_no_paper(self) -> None:
        """Say that there is no paper for what was chosen."""
        self.paper.set_placeholder(
            self.tr("No paper for this record"),
            self.tr("Briefing packs are about a body or an advisory case. Search for one on the left."),
        )
        self.paper.show_placeholder()
        self.abilities_changed.emit()

    def do_find(self) -> None:
        """Go to the search field."""
        self.pane.focus_search()

    def do_refresh(self) -> None:
        """Make the paper anew from today's records."""
        self.presenter.remake()

    def do_print(self) -> None:
        """Open the system's print dialog, or offer a file where there is no printer."""
        if self.presenter.made is None:
            return
        if not has_printer():
            question = confirm(
                self,
                self.tr("No printer found"),
                self.tr(
                    "This computer knows no printer. The paper can be saved as PDF and printed elsewhere."
                ),
                self.tr("Save as PDF …"),
                danger=False,
            )
            question.confirmed.connect(self.save_as, Qt.ConnectionType.QueuedConnection)
            return
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(self.presenter.made.file_name().removesuffix(".pdf"))
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, self.presenter.made.paper.pages)
        dialog.accepted.connect(self._on_print_accepted)
        QDialog.open(dialog)  # its own one connects by name

    @Slot()
    def save_as(self) -> None:
        """Ask where to save the paper."""
        self._opens_after_saving = False
        self._ask_for_path()

    def print_on(self, printer: QPrinter) -> None:
        """Print the paper shown as a job that can be cancelled."""
        made = self.presenter.made
        if made is None:
            return
        job = Print(made=made, printer=printer, words=self.tr("Page {0}"))
        ticket = self.workspace.fetch(job, self.tr("Printing"))
        ticket.succeeded.connect(self._on_printed)
        ticket.failed.connect(self._on_print_failed)

    def retranslate(self) -> None:
        """Set every text."""
        self.pane.set_title(self.tr("Papers"))
        self.pane.set_new("")
        self.pane.set_search(self.tr("Municipality, body or case"))
        self.pane.set_empty(
            self.tr("Nothing printed yet"),
            self.tr("Search for a municipality, another body or a case to make its briefing pack."),
        )
        self.paper.set_placeholder(
            self.tr("No paper chosen"),
            self.tr("Search for a municipality, another body or a case, or choose a paper printed before."),
        )
        self.paper.name_actions()
        if self.pane.search.text():
            self.presenter.search(self.pane.search.text().strip())
        else:
            self.presenter.show_recent()

    def _connect(self) -> None:
        pane, paper, presenter = self.pane, self.paper, self.presenter
        pane.searched.connect(presenter.search)
        pane.chosen.connect(self._on_chosen)
        pane.opened.connect(self._on_opened)
        paper.link_wanted.connect(self.workspace.open_record)
        paper.options.changed.connect(self._on_options)
        paper.making.cancel.clicked.connect(presenter.cancel)
        paper.remake.clicked.connect(presenter.remake)
        paper.stopped_pressed.connect(self._on_stopped_pressed)
        paper.save.clicked.connect(self.save_as)
        paper.print.clicked.connect(self.do_print)
        paper.open.clicked.connect(self._on_open)
        self._save_key.activated.connect(self.save_as)

    def _ask_for_path(self) -> None:
        made = self.presenter.made
        if made is None:
            return
        dialog = QFileDialog(self, self.tr("Save as PDF"))
        dialog.setObjectName("packs.save_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(self.tr("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(str(self._folder))
        dialog.selectFile(free_path(self._folder, made.file_name()).name)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _open_file(self, path: Path) -> None:
        self._opens_after_saving = False
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            message(
                self,
                self.tr("Not possible"),
                self.tr("No program opened {0}. The file is in {1}.").format(path.name, path.parent),
            )

    @Slot(int)
    def _on_chosen(self, entry_id: int) -> None:
        entry = self._entries.get(entry_id)
        if entry is None:
            return
        self.paper.preview.go_to_start()
        if entry.row is not None:
            self.presenter.repeat(entry.row)
        elif entry.subject is not None:
            self.presenter.choose(entry.subject)

    @Slot(int)
    def _on_opened(self, entry_id: int) -> None:
        entry = self._entries.get(entry_id)
        if entry is not None and entry.subject is not None and not entry.subject.is_adopted:
            self.presenter.adopt(entry.subject)
        else:
            self.paper.preview.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(PackOptions)
    def _on_options(self, options: PackOptions) -> None:
        self.presenter.set_options(options)

    @Slot()
    def _on_stopped_pressed(self) -> None:
        if self._offered is not None:
            self.presenter.adopt(self._offered)
        else:
            self.presenter.remake()

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        self.presenter.save(Path(name))

    @Slot()
    def _on_open(self) -> None:
        """Open the file; a paper that is not saved yet is saved first, so that no stray copy is left."""
        saved = self.presenter.saved_as
        if saved is not None and saved.exists():
            self._open_file(saved)
        else:
            self._opens_after_saving = True
            self._ask_for_path()

    @Slot()
    def _on_print_accepted(self) -> None:
        if self._printer is not None:
            self.print_on(self._printer)
            self._printer = None

    @Slot(object)
    def _on_printed(self, made: object) -> None:
        assert isinstance(made, Made)
        self.presenter.note_printed(made)
        self.workspace.say(self.tr("Printed"))

    @Slot(object)
    def _on_print_failed(self, error: object) -> None:
        if isinstance(error, UserFacingError):
            self.show_error(error)
        elif isinstance(error, BaseException):
            raise error

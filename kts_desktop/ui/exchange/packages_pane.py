"""Packages: the list on the left, one looked into on the right."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from kts_desktop.core.errors import UserFacingError
from kts_desktop.exchange.sync.views import Entry, Report, TakeBackPlan
from kts_desktop.ui.exchange.desk import DeskOf
from kts_desktop.ui.exchange.package_reading import PackageReading
from kts_desktop.ui.exchange.packages_presenter import PackagesPresenter
from kts_desktop.ui.exchange.words import EntryCards
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.cards import CardList
from kts_desktop.ui.kit.detail import name_button
from kts_desktop.ui.kit.dialogs import confirm, message
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.split import SplitPane
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.workspace import Workspace

_PAUSE = 20_000  # milliseconds between two looks into the watched folder; shares tell nothing by themselves


class PackagesPane(QWidget):
    """Watches a folder, previews packages, takes them over and back."""

    folder_chosen = Signal(str)  # the watched folder; empty: none

    def __init__(
        self, workspace: Workspace, desk_of: DeskOf, notice: Notice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._notice = workspace, notice
        self._cards = EntryCards(workspace.clock())
        self.list = ListPane(CardList("exchange.packages", self._cards), "exchange.packages", self)
        self.list.search.hide()
        self.watched, self.unwatch = QPushButton(self), QToolButton(self)
        self.reading = PackageReading(workspace, self)
        self.split = SplitPane(self.list, self.reading, "exchange.packages", self)
        self.list.foot.addWidget(self._watching())
        self.presenter = PackagesPresenter(workspace, desk_of, self, self)
        self._look = QTimer(self)
        self._look.setInterval(_PAUSE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)
        self._connect()

    def watch(self, folder: Path | None) -> None:
        """Show what lies in a folder, now and from time to time."""
        self.presenter.folder = folder
        self._look.start() if folder is not None else self._look.stop()
        self._name_watched()

    def show_entries(self, ids: Sequence[int], load: Loader[Entry]) -> None:
        """Show the list."""
        self._cards.now = self._workspace.clock()
        self.list.show_ids(ids, load)
        self.list.set_count(self.tr("%n package(s)", "", len(ids)))

    def show_entry(self, entry: Entry | None, report: Report | None) -> None:
        """Show one package, with what it did or would do where that is known."""
        problem = "" if entry is None else self.presenter.problem(entry)
        found = () if report is None else report.warnings
        warnings = [self.presenter.warning(code, details) for code, details in found]
        self.reading.show_entry(entry, report, problem, warnings)
        announce(self.reading, problem)

    def show_looking(self) -> None:
        """Say that the package is being looked at."""
        self.reading.show_looking()

    def show_taken(self, report: Report) -> None:
        """Say what was taken over."""
        told = self.tr("Taken over from {0}.").format(report.sender)
        if report.conflicts:
            told += " " + self.tr("%n record(s) in conflict wait for you.", "", report.conflicts)
        self._notice.show_text(told)

    def show_plan(self, plan: TakeBackPlan) -> None:
        """Tell what taking a package back would do, and ask."""
        if not plan.arrivals:
            heading = self.tr("Nothing is left to take back")
            message(self, heading, self.tr("Everything this package brought has been changed since."))
            return
        count = len(plan.arrivals)
        told = self.tr("%n record(s) get back the values from before this package.", "", count)
        if plan.changed_since:
            since = plan.changed_since
            told += " " + self.tr("%n field(s) stay, as somebody has changed them since.", "", since)
        told += " " + self.tr("This is one step that can be undone; it reaches your colleagues.")
        question = confirm(self, self.tr("Take this package back?"), told, self.tr("Take back"), danger=False)
        question.confirmed.connect(self.presenter.take_back)

    def show_renewed(self) -> None:
        """Say that the preview was made anew, since something had changed."""
        self._notice.show_text(self.tr("Something has changed since the preview; it was made anew."))

    def select(self, place: int) -> None:
        """Choose a line of the list."""
        self.list.selection.select(place)

    def show_error(self, error: UserFacingError) -> None:
        """Say what was refused."""
        self._workspace.failed.emit(error)

    @Slot()
    def open_package(self) -> None:
        """Ask for a package."""
        folder = self.presenter.folder or Path.home()
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose the package"), str(folder), self.tr("Packages (*.ktspaket)")
        )
        if name:
            self.presenter.open(Path(name))

    def retranslate(self) -> None:
        """Set every text."""
        self.list.set_title(self.tr("Packages"))
        self.list.set_new(self.tr("Open package"))
        self.list.set_empty(
            self.tr("No packages yet"),
            self.tr("Open a package of a colleague, drop it on the window, or watch a shared folder."),
        )
        self._name_watched()
        self.reading.set_texts()

    def _watching(self) -> QWidget:
        self.watched.setObjectName("exchange.watched")
        self.watched.setProperty("flat", True)
        self.watched.setIcon(icon("folder-open"))
        self.unwatch.setObjectName("exchange.unwatch")
        self.unwatch.setProperty("flat", True)
        self.unwatch.setIcon(icon("x"))
        for button in (self.watched, self.unwatch):
            sized(button, icon=16)
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        spaced(row, (0, 0, 0, 0), 4)
        row.addWidget(self.watched)
        row.addWidget(self.unwatch)
        row.addStretch()
        return holder

    def _connect(self) -> None:
        self.list.chosen.connect(self.presenter.choose)
        self.list.new_wanted.connect(self.open_package)
        self.reading.apply.clicked.connect(self._on_apply)
        self.reading.back_out.clicked.connect(self.presenter.plan_back)
        self.watched.clicked.connect(self._on_watched)
        self.unwatch.clicked.connect(self._on_unwatch)
        self._look.timeout.connect(self._on_time)

    def _name_watched(self) -> None:
        folder = self.presenter.folder
        told = (
            self.tr("Watch a folder …")
            if folder is None
            else self.tr("Watched: {0}").format(folder.name or folder)
        )
        self.watched.setText(told)
        self.watched.setAccessibleName(told)
        self.watched.setToolTip(str(folder or ""))
        name_button(self.unwatch, self.tr("Stop watching"), icon_only=True)
        self.unwatch.setVisible(folder is not None)

    @Slot()
    def _on_time(self) -> None:
        """Look into the folder while somebody sees it: a preview takes its turn among the writes."""
        if self.isVisible():
            self.presenter.refresh()

    @Slot()
    def _on_apply(self) -> None:
        """Take over; what deletes much or is old is asked about first."""
        questions = self.presenter.questions()
        if not questions:
            self._apply()
            return
        heading = self.tr("Take this package over?")
        question = confirm(self, heading, "\n".join(questions), self.tr("Take over"))
        question.confirmed.connect(self._apply)

    @Slot()
    def _apply(self) -> None:
        self.presenter.apply(self.tr("Taking over the package"))

    @Slot()
    def _on_watched(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder to watch for packages"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    @Slot()
    def _on_unwatch(self) -> None:
        self.watch(None)
        self.folder_chosen.emit("")
        self.presenter.refresh()

    @Slot(str)
    def _on_folder(self, name: str) -> None:
        self.watch(Path(name))
        self.folder_chosen.emit(name)
        self.presenter.refresh()

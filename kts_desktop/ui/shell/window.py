"""The main window: navigation on the left, one page on the right, one line at the foot.

It is painted from the settings file alone; until the store is open the place of the page holds a placeholder.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from kts_desktop.core.settings import GEOMETRY, LAST_PAGE, Settings
from kts_desktop.ui.kit.measure import px
from kts_desktop.ui.kit.page import Page
from kts_desktop.ui.kit.states import Placeholder
from kts_desktop.ui.shell.backup_bar import BackupBar
from kts_desktop.ui.shell.file_drop import FileDrop, TakesFiles
from kts_desktop.ui.shell.history import Place, Visits
from kts_desktop.ui.shell.menus import ActionSet
from kts_desktop.ui.shell.pages import PAGES, PageEntry
from kts_desktop.ui.shell.place import PagePlace
from kts_desktop.ui.shell.sample_bar import SampleBar
from kts_desktop.ui.shell.sidebar import Sidebar
from kts_desktop.ui.shell.status import StatusLine
from kts_desktop.ui.workspace import Workspace

NARROW_BELOW = 1100
_NAME = "KTS Desktop"
_SIZE = (1280, 820)
_LEAST = (760, 480)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Left:
    """Where one was when the office was locked, and the forms that held something."""

    office: Path
    place: Place | None
    forms: tuple[str, ...]


class ShellWindow(QMainWindow):
    """Holds the navigation and the place of the pages; knows no record."""

    painted = Signal()  # once, after the first paint has reached the screen
    page_changed = Signal()

    def __init__(
        self, workspace: Workspace, settings: Settings, entries: tuple[PageEntry, ...] = PAGES
    ) -> None:
        super().__init__()
        self._settings = settings
        self._entries = entries
        self._was_painted = False
        self._is_open = False
        self._wanted = self._last_page()
        self._left: _Left | None = None
        self.visits = Visits()
        self.sidebar = Sidebar(entries, self)
        self.place = PagePlace(workspace, settings, entries, self)
        self.status = StatusLine(workspace.clock, self)
        self.actions_of_window = ActionSet(self)
        self.sample, self.late = SampleBar(self), BackupBar(self)
        self._lay_out()
        self.retranslate()
        self.sidebar.chosen.connect(self.go_to)
        self.place.page_changed.connect(self.page_changed)
        self.place.record_shown.connect(self._on_record_shown)
        workspace.record_wanted.connect(self.open_record)
        workspace.said.connect(self.status.say)
        self._files = FileDrop(self)
        self._files.said.connect(self.status.say)
        self._files.dropped.connect(self._on_file, Qt.ConnectionType.QueuedConnection)
        workspace.started.connect(self.status.follow)
        workspace.paper_wanted.connect(self._on_paper_wanted)
        workspace.list_wanted.connect(self._on_list_wanted)

    @property
    def is_open(self) -> bool:
        """Whether an office is open and its pages can be shown."""
        return self._is_open

    def show_pages(self, office: Path | None = None) -> None:
        """Replace what stands in for the page by the chosen one; the office is open now.

        Where the same office was locked, the record shown then is shown again, with what was being typed.
        """
        self._is_open = True
        left, self._left = self._left, None
        self.go_to(self._wanted)
        self.sidebar.list.setFocus()
        if left is not None and office is not None and left.office == office:
            self._return_from_lock(left)

    def wait(self) -> None:
        """Show that an office is being opened."""
        self.place.show_interim(Placeholder("", self.tr("Opening the office …")))

    def close_pages(self) -> None:
        """Throw the pages away and forget the walk through records; the office is closed."""
        self._is_open = False
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        self.place.throw_away()
        self.visits.forget()
        self.sidebar.show_counts({})
        self.status.clear()
        self.sample.hide()
        self.late.hide()
        self._name_window()

    @Slot(str)
    def go_to(self, key: str) -> Page | None:
        """Show an area; while no office is open only the choice is kept."""
        self._wanted = key
        self.sidebar.choose(key)
        if not self._is_open:
            return None
        page = self.place.show_page(key)
        self._name_window()
        self.visits.visit(Place(page=key))
        self.page_changed.emit()
        return page

    @Slot(str, int)
    def open_record(self, kind: str, record_id: int) -> None:
        """Show a record on the page it belongs to; an unknown kind shows nothing."""
        for entry in self._entries:
            if kind in entry.kinds:
                page = self.go_to(entry.key)
                if page is not None:
                    self.visits.visit(Place(page=entry.key, kind=kind, id=record_id))
                    page.open_record(kind, record_id)
                return

    def return_to(self, place: Place | None) -> None:
        """Show a place visited before, without noting it anew."""
        if place is None or not self._is_open:
            return
        self._wanted = place.page
        self.sidebar.choose(place.page)
        page = self.place.show_page(place.page)
        self._name_window()
        if place.kind:
            page.open_record(place.kind, place.id)
        self.page_changed.emit()

    def remember(self) -> None:
        """Put what the next first paint needs into the settings: never a record."""
        self._settings.put(GEOMETRY, bytes(self.saveGeometry().toBase64().data()).decode())
        self._settings.put(LAST_PAGE, self._wanted)
        self.place.remember()

    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        self._name_window()
        self.sidebar.retranslate()
        self.actions_of_window.retranslate()

    def event(self, event: QEvent) -> bool:
        """Notice the first paint, and follow size, language and text size.

        What follows the first paint starts when the event loop turns.
        """
        if event.type() is QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._on_painted)
        is_taken = super().event(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in {QEvent.Type.Resize, QEvent.Type.FontChange}:
            self._fit()
        return is_taken

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say why the key of a disabled action did nothing."""
        why_not = self.actions_of_window.hindrance_of(event)
        if why_not:
            self.status.say(why_not)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open over unsaved text, and show it."""
        if self.show_unsaved():
            event.ignore()
        else:
            super().closeEvent(event)

    def keep_typed(self, office: Path) -> bool:
        """Keep as drafts what is typed, and note where one is; False, and a sentence, where that fails."""
        page = self.place.page()
        forms = page.keep_typed() if page is not None else ()
        if self.place.keep_typed():
            return not self.show_unsaved()
        self._left = _Left(office=office, place=self.visits.here, forms=forms)
        return True

    def _return_from_lock(self, left: "_Left") -> None:
        self.return_to(left.place)
        page = self.place.page()
        if left.place is not None:
            self.visits.visit(left.place)
        if page is not None and any(name.endswith(".form") for name in left.forms):
            page.perform("edit")

    def show_unsaved(self) -> bool:
        """Go to a page that holds something typed and not saved; tell whether there is one."""
        unsaved = self.place.unsaved()
        if unsaved:
            self.go_to(unsaved)
            self.status.say(self.tr("Please save or discard what you have typed first."))
        return bool(unsaved)

    def _lay_out(self) -> None:
        self.sidebar.menu.setMenu(self.actions_of_window.menu)
        body = QWidget(self)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.place, 1)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sample)
        column.addWidget(self.late)
        column.addWidget(body, 1)
        self.setCentralWidget(whole)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.status, 1)
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self.restoreGeometry(QByteArray.fromBase64(self._settings.get(GEOMETRY).encode()))
        self.sidebar.choose(self._wanted)
        self._fit()

    def _fit(self) -> None:
        self.sidebar.set_narrow(self.width() < px(NARROW_BELOW))

    def _name_window(self) -> None:
        """Name the window by its area, so that the task bar and screen readers tell where one is."""
        area = next((entry.title() for entry in self._entries if entry.key == self._wanted), "")
        self.setWindowTitle(f"{area} – {_NAME}" if self._is_open and area else _NAME)

    def _last_page(self) -> str:
        shown = [entry.key for entry in self._entries if entry.section]
        last = self._settings.get(LAST_PAGE)
        return last if last in shown else shown[0]

    @Slot()
    def _on_painted(self) -> None:
        self.painted.emit()

    @Slot(str, int)
    def _on_record_shown(self, kind: str, record_id: int) -> None:
        for entry in self._entries:
            if kind in entry.kinds:
                self.visits.visit(Place(page=self._wanted, kind=kind, id=record_id))
                self.page_changed.emit()
                return

    @Slot(object)
    def _on_file(self, path: Path) -> None:
        """Hand a file to its page once the gesture has ended: a question may follow."""
        page: object = self.go_to(FileDrop.page_of(path))
        if isinstance(page, TakesFiles):
            page.take_file(path)

    @Slot(str, object, str)
    def _on_list_wanted(self, kind: str, ids: tuple[int, ...], label: str) -> None:
        for entry in self._entries:
            if kind in entry.lists:
                page = self.go_to(entry.key)
                if page is not None:
                    page.show_list(kind, ids, label)
                return

    @Slot(str, int)
    def _on_paper_wanted(self, kind: str, record_id: int) -> None:
        page = self.go_to("packs")
        if page is not None:
            page.open_record(kind, record_id)

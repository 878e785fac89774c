"""What each action of the table does."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal, Slot

from kts_desktop.core.changes import Changes
from kts_desktop.core.sentences.labels import label
from kts_desktop.core.settings import LANGUAGE, SCHEME, ZOOM, Settings
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.shell.actions import State
from kts_desktop.ui.shell.inquiries import Inquiries, Steps
from kts_desktop.ui.shell.panes import next_pane, next_tab
from kts_desktop.ui.shell.window import ShellWindow
from kts_desktop.ui.workspace import Workspace


@runtime_checkable
class Searches(Protocol):
    """A page that looks for a text everywhere."""

    def search_for(self, text: str) -> None:
        """Show all results for a text."""


_ZOOM_STEP = 10
_ZOOM_RANGE = (80, 200)
_PAGE_ABILITIES = {
    "create",
    "edit",
    "edit_field",
    "delete",
    "find",
    "filter",
    "print",
    "refresh",
    "duplicate",
    "earlier",
}


class Commands(QObject):
    """Answers the actions of one window; what needs the whole program is passed on as a signal."""

    palette_wanted = Signal()
    lock_wanted = Signal()
    backup_wanted = Signal()
    other_office_wanted = Signal()
    manual_wanted = Signal(str)  # page of the manual
    looks_wanted = Signal()  # language, scheme or text size in the settings is another now

    def __init__(
        self, window: ShellWindow, workspace: Workspace, settings: Settings, inquiries: Inquiries
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._settings = settings
        self._inquiries = inquiries
        self._steps = Steps()
        self._done = ""
        self._answers: dict[str, Callable[[], object]] = {
            "log_call": self._log_call,
            "backup": self.backup_wanted.emit,
            "other_office": self.other_office_wanted.emit,
            "lock": self.lock_wanted.emit,
            "quit": window.close,
            "undo": self._undo,
            "redo": self._redo,
            "jobs": window.status.list.open,
            "zoom_in": self._zoom_in,
            "zoom_out": self._zoom_out,
            "zoom_reset": self._zoom_reset,
            "scheme": self._switch_scheme,
            "german": self._speak_german,
            "english": self._speak_english,
            "palette": self.palette_wanted.emit,
            "back": self._back,
            "forward": self._forward,
            "next_tab": self._next_tab,
            "previous_tab": self._previous_tab,
            "next_pane": self._next_pane,
            "previous_pane": self._previous_pane,
            "menu": self._open_menu,
            "search": self._search,
            "manual": self._show_manual,
            "keys": self._show_keys,
            "about": self._show_about,
        }
        window.actions_of_window.triggered.connect(self.do)
        window.page_changed.connect(self.refresh)
        workspace.undo_changed.connect(self.read_steps)
        workspace.changed.connect(self._on_changed)
        self.refresh()

    def _log_call(self) -> None:
        """Open the quick entry of a call wherever the user is."""
        page = self._window.go_to("today")
        if page is not None:
            page.perform("create")

    @Slot(str)
    def do(self, key: str) -> None:
        """Do what an action says."""
        if key.startswith("area."):
            self._window.go_to(key.removeprefix("area."))
        elif key in _PAGE_ABILITIES:
            self._ask_page(key)
        else:
            self._answers[key]()

    def answers(self, key: str) -> bool:
        """Tell whether an action has an answer."""
        return key.startswith("area.") or key in _PAGE_ABILITIES or key in self._answers

    @Slot()
    def refresh(self) -> None:
        """Bring the actions into step with the page, the history and what can be undone."""
        window = self._window
        page = window.place.page()
        language = self._workspace.language
        undo, redo = (label(step, language) if step else "" for step in (self._steps.undo, self._steps.redo))
        window.actions_of_window.show_state(
            State(
                is_open=window.is_open,
                abilities=page.abilities() if page is not None and window.is_open else frozenset(),
                can_undo=bool(undo),
                can_redo=bool(redo),
                can_go_back=window.visits.can_go_back,
                can_go_forward=window.visits.can_go_forward,
            )
        )
        window.actions_of_window.name("undo", undo)
        window.actions_of_window.name("redo", redo)

    @Slot()
    def read_steps(self) -> None:
        """Ask the store anew what can be undone and redone."""
        self._steps = self._inquiries.steps() if self._window.is_open else Steps()
        self.refresh()

    @Slot(str)
    def search_for(self, text: str) -> None:
        """Show all results for a text."""
        page: object = self._window.go_to("search")
        if isinstance(page, Searches):
            page.search_for(text)

    def _ask_page(self, ability: str) -> None:
        page = self._window.place.page()
        if page is not None:
            page.perform(ability)

    def _undo(self) -> None:
        self._done = self.tr("Undone: {0}").format(label(self._steps.undo, self._workspace.language))
        self._follow(self._workspace.undo())

    def _redo(self) -> None:
        self._done = self.tr("Redone: {0}").format(label(self._steps.redo, self._workspace.language))
        self._follow(self._workspace.redo())

    def _follow(self, ticket: Ticket) -> None:
        for notice in self._window.findChildren(Notice):
            notice.hide()  # its own undo would now take back one step more
        ticket.succeeded.connect(self._on_done)
        ticket.failed.connect(self._workspace.failed)

    @Slot()
    def _on_done(self) -> None:
        self._workspace.say(self._done)

    def _zoom_in(self) -> None:
        self._zoom(self._settings.get(ZOOM) + _ZOOM_STEP)

    def _zoom_out(self) -> None:
        self._zoom(self._settings.get(ZOOM) - _ZOOM_STEP)

    def _zoom_reset(self) -> None:
        self._zoom(ZOOM.default)

    def _zoom(self, percent: int) -> None:
        least, most = _ZOOM_RANGE
        self._settings.put(ZOOM, max(least, min(most, percent)))
        self.looks_wanted.emit()
        self._workspace.say(self.tr("Text size {percent} %").format(percent=self._settings.get(ZOOM)))

    def _switch_scheme(self) -> None:
        self._settings.put(SCHEME, "light" if theme.tokens().name == "dark" else "dark")
        self.looks_wanted.emit()

    def _speak_german(self) -> None:
        self._settings.put(LANGUAGE, "de")
        self.looks_wanted.emit()

    def _speak_english(self) -> None:
        self._settings.put(LANGUAGE, "en")
        self.looks_wanted.emit()

    def _back(self) -> None:
        self._window.return_to(self._window.visits.back())

    def _forward(self) -> None:
        self._window.return_to(self._window.visits.forward())

    def _next_tab(self) -> None:
        next_tab(self._window.place, forwards=True)

    def _previous_tab(self) -> None:
        next_tab(self._window.place, forwards=False)

    def _next_pane(self) -> None:
        next_pane(self._window, forwards=True)

    def _previous_pane(self) -> None:
        next_pane(self._window, forwards=False)

    def _open_menu(self) -> None:
        self._window.sidebar.menu.setFocus()
        self._window.sidebar.menu.showMenu()

    def _search(self) -> None:
        page = self._window.go_to("search")
        if page is not None:
            page.perform("find")

    def _show_manual(self) -> None:
        page = self._window.place.page() if self._window.is_open else None
        self.manual_wanted.emit(page.key if page is not None else "start")

    def _show_keys(self) -> None:
        self._window.open_record("settings.keys", 0)

    def _show_about(self) -> None:
        self._window.open_record("settings.about", 0)

    @Slot(Changes)
    def _on_changed(self, _changes: Changes) -> None:
        self._window.status.note_save()

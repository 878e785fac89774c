"""The place of the page: pages built so far, or what stands there while there is none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kts_desktop.core.settings import Settings
from kts_desktop.ui.kit.page import Page
from kts_desktop.ui.shell.pages import PageEntry
from kts_desktop.ui.workspace import Workspace


class PagePlace(QStackedWidget):
    """Builds a page when it is first asked for, keeps it, and remembers how the user arranged it."""

    page_changed = Signal()
    built = Signal(object)  # a new page
    record_shown = Signal(str, int)

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings,
        entries: tuple[PageEntry, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shell.place")
        self._workspace = workspace
        self._settings = settings
        self._entries = {entry.key: entry for entry in entries}
        self._built: dict[str, Page] = {}
        self._interim: QWidget | None = None

    def page(self) -> Page | None:
        """Return the page shown; None while something else stands in its place."""
        current = self.currentWidget()
        return current if isinstance(current, Page) else None

    def show_page(self, key: str) -> Page:
        """Show a page, and build it if it is new."""
        if key not in self._built:
            self._built[key] = self._build(key)
        page = self._built[key]
        self.setCurrentWidget(page)
        self._drop_interim()
        self.page_changed.emit()
        return page

    def show_interim(self, widget: QWidget) -> None:
        """Show something that is no page; it is dropped when the next thing is shown."""
        self._drop_interim()
        self._interim = widget
        self.addWidget(widget)
        self.setCurrentWidget(widget)
        self.page_changed.emit()

    def unsaved(self) -> str:
        """Return the key of a page that holds something typed and not saved; empty if none does."""
        return next((key for key, page in self._built.items() if not page.may_leave()), "")

    def keep_typed(self) -> str:
        """Keep as drafts what is typed; return the key of a page that holds what cannot be kept."""
        for key, page in self._built.items():
            if not page.keep_typed() and not page.may_leave():
                return key
        return ""

    def remember(self) -> None:
        """Put the looks of all pages into the settings; never a record's content."""
        for key, page in self._built.items():
            self._settings.put_view(f"page.{key}", page.looks())

    def throw_away(self) -> None:
        """Drop all pages: the office is locked or closed, and nothing of it may stay in memory."""
        self.remember()
        for page in self._built.values():
            page.deleteLater()
        self._built.clear()

    def _build(self, key: str) -> Page:
        page = self._entries[key].build(self._workspace, self._settings)
        page.set_looks(self._settings.view(f"page.{key}"))
        page.abilities_changed.connect(self.page_changed)
        page.record_shown.connect(self.record_shown)
        self.addWidget(page)
        self.built.emit(page)
        return page

    def _drop_interim(self) -> None:
        """Let the event that led here end first: taking the widget out now would delete it at once."""
        if self._interim is not None:
            self._interim.deleteLater()
            self._interim = None

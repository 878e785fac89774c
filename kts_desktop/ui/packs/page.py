"""The page of papers: widgets and wiring; what it does stands in the presenter."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kts_desktop.core.settings import Settings
from kts_desktop.services.pack_requests import Subject
from kts_desktop.services.paper_log import PaperRow
from kts_desktop.ui.kit.cards import CardList
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.measure import spaced
from kts_desktop.ui.kit.page import Page
from kts_desktop.ui.kit.split import SplitPane
from kts_desktop.ui.packs.delivery import Delivery
from kts_desktop.ui.packs.entries import Entries, Entry
from kts_desktop.ui.packs.many import Many
from kts_desktop.ui.packs.paper_pane import PaperPane
from kts_desktop.ui.packs.presenter import PacksPresenter
from kts_desktop.ui.packs.recipes_presenter import RecipesPresenter
from kts_desktop.ui.workspace import Workspace


class PacksPage(Page):
    """Makes the papers of records, shows them, and sends them to a file or a printer."""

    key = "packs"

    def __init__(self, workspace: Workspace, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._entries = Entries(workspace.clock())
        rows: CardList[Entry] = CardList("packs.list", self._entries.card)
        rows.setSelectionMode(CardList.SelectionMode.SingleSelection)
        self.pane = ListPane(rows, "packs", self)
        self.paper = PaperPane(workspace, self)
        self._split = SplitPane(self.pane, self.paper, "packs", self)
        layout = QVBoxLayout(self)
        spaced(layout, (0, 0, 0, 0), 0)
        layout.addWidget(self._split)
        self.presenter = PacksPresenter(workspace, self, self.paper, self)
        self.recipes = RecipesPresenter(workspace, self.presenter, self.paper.panel, self)
        self.delivery = Delivery(workspace, self.presenter, settings, self)
        self.many = Many(workspace, self.presenter, self)
        self._save_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        self._save_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._connect()
        self.paper.show_placeholder()
        self.retranslate()

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
        """Show what papers can be made for."""
        self.pane.show_ids(self._entries.take_subjects(subjects), self._entries.load)
        self.pane.set_count(self.tr("%n match(es)", "", len(subjects)))

    def do_find(self) -> None:
        """Go to the search field."""
        self._split.show_list()
        self.pane.focus_search()

    def do_refresh(self) -> None:
        """Make the paper anew from today's records."""
        self.presenter.remake()

    def do_print(self) -> None:
        """Send the paper to a printer."""
        self.delivery.print()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to compare papers with the records."""
        super().showEvent(event)
        self.presenter.watch(is_watched=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Compare nothing while nobody looks."""
        super().hideEvent(event)
        self.presenter.watch(is_watched=False)

    def retranslate(self) -> None:
        """Set every text."""
        self.pane.set_title(self.tr("Papers"))
        self.pane.set_new("")
        self.pane.set_search(self.tr("Body, case, event or person"))
        self.pane.set_empty(
            self.tr("Nothing printed yet"),
            self.tr("Search for a municipality, a case, an event or a person to see what can be printed."),
        )
        self.presenter.search(self.pane.search.text().strip())
        self.recipes.show_options()

    def _connect(self) -> None:
        pane, paper, presenter = self.pane, self.paper, self.presenter
        pane.searched.connect(presenter.search)
        pane.chosen.connect(self._on_chosen)
        pane.opened.connect(self._on_opened)
        paper.link_wanted.connect(self.workspace.open_record)
        paper.options.changed.connect(presenter.set_options)
        paper.options.paper_chosen.connect(presenter.choose_paper)
        panel, recipes = paper.panel, self.recipes
        panel.changed.connect(recipes.set_parts)
        panel.recipe_chosen.connect(recipes.choose)
        panel.save_wanted.connect(recipes.save)
        panel.delete_wanted.connect(recipes.delete)
        paper.making.cancel.clicked.connect(presenter.cancel)
        paper.remake.clicked.connect(presenter.remake)
        paper.trouble.pressed.connect(presenter.go_on)
        paper.save.clicked.connect(self.delivery.save)
        paper.print.clicked.connect(self.delivery.print)
        paper.open.clicked.connect(self.delivery.open)
        paper.printer.clicked.connect(self.delivery.set_right)
        paper.many.clicked.connect(self.many.ask)
        self.many.presenter.running_changed.connect(paper.many.setDisabled)
        presenter.moved.connect(self.abilities_changed)
        self._save_key.activated.connect(self.delivery.save)

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

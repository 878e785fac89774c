"""Conflicts: the list on the left, one to decide on the right."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kts_desktop.core.errors import UserFacingError
from kts_desktop.exchange.sync.content import Value
from kts_desktop.exchange.sync.views import Conflict
from kts_desktop.ui.exchange.conflict_reading import ConflictReading
from kts_desktop.ui.exchange.conflicts_presenter import ConflictsPresenter
from kts_desktop.ui.exchange.desk import DeskOf
from kts_desktop.ui.exchange.words import ConflictCards
from kts_desktop.ui.kit.cards import CardList
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.split import SplitPane
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.workspace import Workspace


class ConflictsPane(QWidget):
    """Shows one conflict after the other; a decision can be undone until it is given on."""

    def __init__(
        self, workspace: Workspace, desk_of: DeskOf, notice: Notice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._notice = workspace, notice
        self._cards = ConflictCards()
        self.list = ListPane(CardList("exchange.conflicts", self._cards), "exchange.conflicts", self)
        self.list.search.hide()
        self.reading = ConflictReading(workspace, self)
        self.split = SplitPane(self.list, self.reading, "exchange.conflicts", self)
        self.presenter = ConflictsPresenter(workspace, desk_of, self, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)
        self.list.chosen.connect(self.presenter.choose)
        self.reading.decided.connect(self._on_decided)
        self.reading.open_record.clicked.connect(self.presenter.open_record)

    def show_conflicts(self, ids: Sequence[int], load: Loader[Conflict]) -> None:
        """Show the list."""
        self._cards.language = self._workspace.language
        self.list.show_ids(ids, load)
        self.list.set_count(self.tr("%n conflict(s)", "", len(ids)))

    def show_conflict(self, conflict: Conflict | None) -> None:
        """Show one conflict with its sides."""
        self.reading.show_conflict(conflict)

    def show_decided(self) -> None:
        """Say that a conflict is decided, and offer to take it back."""
        self._notice.show_undo(self.tr("Conflict decided"))

    def select(self, place: int) -> None:
        """Choose a line of the list."""
        self.list.selection.select(place)

    def show_error(self, error: UserFacingError) -> None:
        """Say what was refused; what is typed stays."""
        self._workspace.failed.emit(error)

    def retranslate(self) -> None:
        """Set every text."""
        self.list.set_title(self.tr("Conflicts"))
        self.list.set_new("")
        self.list.set_empty(
            self.tr("No conflicts"),
            self.tr(
                "Where two of you change the same field without having seen each other, you decide here."
            ),
        )
        self.reading.set_texts()

    @Slot(object)
    def _on_decided(self, value: Value) -> None:
        self.presenter.resolve(value)

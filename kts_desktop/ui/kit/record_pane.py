"""A pane of the records of one kind: the list on the left, one record or its form on the right."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kts_desktop.core.errors import UserFacingError
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.detail import Detail
from kts_desktop.ui.kit.draft_keeper import DraftKeeper, Drafts
from kts_desktop.ui.kit.editing import Editing
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.record_news import RecordNews
from kts_desktop.ui.kit.split import SplitPane
from kts_desktop.ui.kit.staying import Spot, go_back
from kts_desktop.ui.workspace import Workspace


class RecordPane(QWidget):
    """Base of such panes; ``presenter`` is set by each."""

    presenter: RecordNews
    kind: ClassVar[str] = ""  # of the records

    def __init__(self, workspace: Workspace, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._notice = workspace, notice
        self._is_going_on = False

    def start(self) -> None:
        """Read value lists and records, and set all texts."""
        self.presenter.read_words()
        self.retranslate()
        self.presenter.refresh()

    def retranslate(self) -> None:
        """Set every text."""
        raise NotImplementedError

    def show_error(self, error: UserFacingError) -> None:
        """Show a refusal in the open form, else in the window."""
        if not self.editing.show_error(error):
            self._workspace.failed.emit(error)

    @Slot()
    def show_earlier(self) -> None:
        """Show what the record shown was in a backup; a place of the directory alone was in none."""
        if self.presenter.current > 0:
            self._workspace.earlier_wanted.emit(self.kind, self.presenter.current)

    def show_undo(self, text: str) -> None:
        """Say what was done, with a button that takes it back."""
        self._notice.show_undo(text)

    def _keep_draft(self, drafts: Drafts, form: Form, record: bytes) -> None:
        """Keep what is typed, and bring back what a crash or a lock left."""
        keeper = DraftKeeper(self._workspace, form, drafts, record)
        if not self._is_going_on and keeper.restore():
            at = formats.current().moment(keeper.restored_at or self._workspace.clock())
            told = QCoreApplication.translate("telling", "Draft of {0} restored.")
            self._notice.show_text(told.format(at))

    def _go_on(self, spot: Spot, edit: Callable[[], None]) -> None:
        """Open the form of what was saved by Ctrl+S anew; what a draft of it holds was saved just now."""
        self._is_going_on = True
        edit()
        self._is_going_on = False
        go_back(self.editing.form, spot)

    def _put_together(self, list_pane: ListPane, detail: Detail, name: str) -> None:
        """Lay out list and detail side by side; ``name`` is that of the split."""
        self.list = list_pane
        self.editing = Editing(detail, self._notice)
        self.editing.left.connect(self._on_left)
        self.split = SplitPane(list_pane, detail, name, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.split)
        detail.show_placeholder()

    @Slot()
    def _on_left(self) -> None:
        self.presenter.choose(self.presenter.current)

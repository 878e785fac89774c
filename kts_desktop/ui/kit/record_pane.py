"""A pane of the records of one kind: the list on the left, one record or its form on the right."""

from typing import Protocol

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kts_desktop.core.errors import UserFacingError
from kts_desktop.ui.kit.detail import Detail
from kts_desktop.ui.kit.editing import Editing
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.split import SplitPane
from kts_desktop.ui.workspace import Workspace


class Choosing(Protocol):
    """What the pane needs of its presenter."""

    current: int

    def read_words(self) -> None:
        """Read the labels of the value lists anew."""

    def refresh(self) -> None:
        """Read list and card anew."""

    def choose(self, record_id: int) -> None:
        """Show a record; 0 shows none."""


class RecordPane(QWidget):
    """Base of such panes; ``presenter`` is set by each."""

    presenter: Choosing

    def __init__(self, workspace: Workspace, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._notice = workspace, notice

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

    def show_undo(self, text: str) -> None:
        """Say what was done, with a button that takes it back."""
        self._notice.show_undo(text)

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

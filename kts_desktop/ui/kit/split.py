"""The frame of a page: list and detail side by side; where it is narrow they take turns."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from kts_desktop.ui.kit.detail import Detail
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.measure import px, scale

LIST_WIDTH = 388
LEAST = 300
NARROW_BELOW = 836  # of the page: a window of 900 less the folded navigation


class SplitPane(QWidget):
    """List on the left, record on the right."""

    def __init__(
        self,
        pane: ListPane,
        detail: Detail,
        name: str,
        parent: QWidget | None = None,
        *,
        list_width: int = LIST_WIDTH,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.split")
        self._pane, self._detail = pane, detail
        self._is_narrow = False
        self._shows_detail = False
        self._width = list_width
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(pane)
        self._splitter.addWidget(detail)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self._splitter.splitterMoved.connect(self._on_moved)
        pane.opened.connect(self.show_detail)
        pane.rows.clicked.connect(self._on_clicked)
        pane.new_wanted.connect(self.show_detail)
        detail.back_wanted.connect(self.show_list)
        self._spread()

    @Slot()
    def show_detail(self) -> None:
        """Show the record where both do not fit."""
        self._shows_detail = True
        self._take_turns()

    @Slot()
    def show_list(self) -> None:
        """Show the list where both do not fit."""
        self._shows_detail = False
        self._take_turns()
        self._pane.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def looks(self) -> dict[str, object]:
        """Return the width of the list at 100 %."""
        return {"list": self._width}

    def set_looks(self, looks: dict[str, object]) -> None:
        """Give the list its remembered width."""
        width = looks.get("list")
        if isinstance(width, int):
            self._width = max(LEAST, width)
            self._spread()

    def rescaled(self) -> None:
        """Follow the text zoom."""
        self._spread()
        self._judge()

    def minimumSizeHint(self) -> QSize:
        """Ask for one pane's room: where both do not fit they take turns."""
        return QSize(px(LEAST), px(LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take turns or stand side by side, as the width allows."""
        super().resizeEvent(event)
        self._judge()

    def _judge(self) -> None:
        is_narrow = self.width() < px(NARROW_BELOW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._take_turns()

    def _take_turns(self) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self._pane.isAncestorOf(focus)
        self._pane.setVisible(not self._is_narrow or not self._shows_detail)
        self._detail.setVisible(not self._is_narrow or self._shows_detail)
        self._detail.back.setVisible(self._is_narrow)
        if had_focus and self._is_narrow and self._shows_detail:
            self._detail.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _spread(self) -> None:
        wide = px(self._width)
        self._splitter.setSizes([wide, max(px(400), self.width() - wide)])

    @Slot()
    def _on_moved(self) -> None:
        self._width = round(self._splitter.sizes()[0] / scale())

    @Slot(QModelIndex)
    def _on_clicked(self, _index: QModelIndex) -> None:
        self.show_detail()

"""Filters, sorting and what can be done to several cases at once, beside the list."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from kts_desktop.models.vocab import CaseOrder, CaseState
from kts_desktop.ui.cases import words
from kts_desktop.ui.cases.lookups import Lookups
from kts_desktop.ui.kit.filters import Filter
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.value_words import ValueWords


class CaseSearching(QObject):
    """Tells what the user wants of the list; the page passes it on."""

    sort_wanted = Signal(CaseOrder)
    state_wanted = Signal(list, object)  # ids, CaseState
    delete_wanted = Signal(list)

    def __init__(self, pane: ListPane, lookups: Lookups) -> None:
        super().__init__(pane)
        self._pane, self._lookups = pane, lookups
        self._close: QPushButton = pane.bulk.add_action("close", "circle-check")
        self._delete: QPushButton = pane.bulk.add_action("delete", "trash-2")
        self._close.clicked.connect(self._on_close)
        self._delete.clicked.connect(self._on_delete)
        self._menu = QMenu(pane)
        self._menu.setObjectName("cases.sort_menu")
        self._sorts = {order: self._sort(order) for order in CaseOrder}
        group = QActionGroup(self._menu)
        for action in self._sorts.values():
            group.addAction(action)
        self._sorts[CaseOrder.RECEIVED].setChecked(True)
        self.sort_button = pane.add_tool("sort", "arrow-up-down")
        self.sort_button.setMenu(self._menu)

    def retranslate(self, known: ValueWords) -> None:
        """Set every text."""
        self._close.setText(self.tr("Close cases"))
        self._delete.setText(self.tr("Delete cases"))
        name = self.tr("Sort by")
        self.sort_button.setAccessibleName(name)
        self.sort_button.setToolTip(name)
        self._menu.setTitle(name)
        titles = {
            CaseOrder.RECEIVED: self.tr("Received on"),
            CaseOrder.SUBJECT: self.tr("Subject"),
            CaseOrder.BODY: self.tr("Body"),
            CaseOrder.NUMBER: self.tr("File number"),
            CaseOrder.DUE: self.tr("Next follow-up"),
            CaseOrder.LAST_NOTE: self.tr("Last note"),
        }
        for order, action in self._sorts.items():
            action.setText(titles[order])
        self._pane.set_filters(self._filters(known))

    def _filters(self, known: ValueWords) -> list[Filter]:
        states = (("open", self.tr("open")), ("all", self.tr("all")), *known.choices(words.STATE))
        due = (("now", self.tr("today or overdue")), ("none", self.tr("without follow-up")))
        return [
            Filter("state", self.tr("State"), states),
            Filter("due", self.tr("Follow-up"), due),
            Filter("lead", self.tr("Lead adviser"), tuple(self._lookups.advisers())),
            Filter("theme", self.tr("Theme"), tuple(known.choices(words.THEME))),
            Filter("guideline", self.tr("Charter guideline"), tuple(known.choices(words.GUIDELINE))),
            Filter("form", self.tr("Form of advice"), tuple(known.choices(words.FORM))),
            Filter("land", self.tr("Federal state"), tuple(known.choices(words.LAND))),
            Filter("priority", self.tr("Priority"), tuple(known.choices(words.PRIORITY))),
        ]

    def _sort(self, order: CaseOrder) -> QAction:
        action = QAction(self._menu)
        action.setCheckable(True)
        action.setData(order.value)
        action.triggered.connect(self._on_sort)
        self._menu.addAction(action)
        return action

    @Slot()
    def _on_sort(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.sort_wanted.emit(CaseOrder(action.data()))

    @Slot()
    def _on_close(self) -> None:
        self.state_wanted.emit(self._pane.selection.selected_ids(), CaseState.CLOSED)

    @Slot()
    def _on_delete(self) -> None:
        self.delete_wanted.emit(self._pane.selection.selected_ids())

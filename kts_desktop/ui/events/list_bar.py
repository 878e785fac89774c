"""Above the list: coming, past or all events, and what they are sorted by."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from kts_desktop.models.vocab import EventOrder
from kts_desktop.services.event_lists import EventScope
from kts_desktop.ui.kit.detail import name_button
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.measure import sized, spaced


class ListBar(QWidget):
    """Three buttons for the time, one for the order."""

    scope_chosen = Signal(str)
    order_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("events.scopes")
        self._scope = EventScope.COMING
        self._group, self._buttons = QButtonGroup(self), {scope: QToolButton(self) for scope in EventScope}
        row = QHBoxLayout(self)
        spaced(row, (18, 0, 14, 0), 6)
        for scope, button in self._buttons.items():
            button.setObjectName(f"events.scopes.{scope}")
            button.setCheckable(True)
            button.setProperty("flat", True)
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self.sort = QToolButton(self)
        self._menu = QMenu(self)
        self._orders = QActionGroup(self._menu)
        self._actions = {order: QAction(self._menu) for order in EventOrder}
        self._add_sort(row)
        self._buttons[self._scope].setChecked(True)
        self._group.buttonClicked.connect(self._on_scope)
        self._menu.triggered.connect(self._on_order)
        self.retranslate()

    def show_order(self, order: EventOrder) -> None:
        """Show what the list is sorted by."""
        self._actions[order].setChecked(True)

    def choose_scope(self, scope: EventScope) -> None:
        """Choose a time as by a click."""
        self._buttons[scope].click()

    def looks(self) -> dict[str, object]:
        """Return the time chosen."""
        return {"scope": self._scope.value}

    def set_looks(self, looks: dict[str, object]) -> None:
        """Choose the time chosen before."""
        scope = looks.get("scope")
        if isinstance(scope, str) and scope in tuple(EventScope):
            self.choose_scope(EventScope(scope))

    def retranslate(self) -> None:
        """Set the texts."""
        for scope, text in (
            (EventScope.COMING, self.tr("Coming")),
            (EventScope.PAST, self.tr("Past")),
            (EventScope.ALL, self.tr("All")),
        ):
            name_button(self._buttons[scope], text)
        name_button(self.sort, self.tr("Sort by"), icon_only=True)
        for order, text in (
            (EventOrder.START, self.tr("Day")),
            (EventOrder.TITLE, self.tr("Title")),
            (EventOrder.STATE, self.tr("State")),
        ):
            self._actions[order].setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _add_sort(self, row: QHBoxLayout) -> None:
        for order, action in self._actions.items():
            action.setCheckable(True)
            action.setData(order.value)
            self._orders.addAction(action)
            self._menu.addAction(action)
        self._actions[EventOrder.START].setChecked(True)
        self.sort.setObjectName("events.sort")
        self.sort.setIcon(icon("arrow-up-down"))
        self.sort.setProperty("flat", True)
        self.sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sort.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sort.setMenu(self._menu)
        sized(self.sort, icon=16)
        row.addWidget(self.sort)

    @Slot()
    def _on_scope(self) -> None:
        self._scope = next(scope for scope, button in self._buttons.items() if button.isChecked())
        self.scope_chosen.emit(self._scope.value)

    @Slot(QAction)
    def _on_order(self, action: QAction) -> None:
        self.order_chosen.emit(str(action.data()))

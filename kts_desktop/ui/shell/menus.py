"""The actions of the table as Qt knows them: one QAction each, the menu, and why a key did nothing."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.shell.action_table import ACTIONS
from kts_desktop.ui.shell.actions import Action, Menu, State, Where, menu_title


class ActionSet(QObject):
    """All window actions of one window: their texts, keys and states."""

    triggered = Signal(str)  # key of an action

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._state = State()
        self._names: dict[str, str] = {}
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self._group.triggered.connect(self._on_triggered)
        self._declared = {action.key: action for action in ACTIONS if action.where is Where.WINDOW}
        self._actions = {key: self._make(action, window) for key, action in self._declared.items()}
        self._menus: dict[Menu, QMenu] = {}
        self.menu = self._make_menu(window)
        self.retranslate()

    def action(self, key: str) -> QAction:
        """Return the Qt action of a key."""
        return self._actions[key]

    def show_state(self, state: State) -> None:
        """Enable what is possible now."""
        self._state = state
        for key, action in self._actions.items():
            action.setEnabled(not state.hindrance(self._declared[key]))

    def name(self, key: str, what: str) -> None:
        """Say on an action what it concerns: ``Undo: case opened``; an empty text takes it back."""
        self._names[key] = what
        self._translate(self._declared[key])

    def hindrance(self, key: str) -> str:
        """Return why an action is not possible now; empty when it is."""
        return self._state.hindrance(self._declared[key])

    def hindrance_of(self, event: QKeyEvent) -> str:
        """Return why the action of a pressed key is not possible; empty if no action has the key."""
        pressed = QKeySequence(event.keyCombination())
        for key, action in self._actions.items():
            if not action.isEnabled() and pressed in action.shortcuts():
                return self.hindrance(key)
        return ""

    def offered(self) -> list[Action]:
        """Return the actions that are possible now, in the order of the table."""
        return [action for action in self._declared.values() if not self._state.hindrance(action)]

    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        for declared in self._declared.values():
            self._translate(declared)
        for menu, widget in self._menus.items():
            widget.setTitle(menu_title(menu))

    def _make(self, declared: Action, window: QWidget) -> QAction:
        action = QAction(self)
        action.setObjectName(f"action.{declared.key}")
        action.setData(declared.key)
        action.setShortcuts([QKeySequence(shortcut) for shortcut in declared.shortcuts])
        if declared.icon:
            action.setIcon(icon(declared.icon))
        self._group.addAction(action)
        window.addAction(action)
        return action

    def _make_menu(self, window: QWidget) -> QMenu:
        whole = QMenu(window)
        whole.setObjectName("shell.menu.all")
        for declared in self._declared.values():
            if declared.menu is Menu.NONE:
                continue
            if declared.menu not in self._menus:
                self._menus[declared.menu] = whole.addMenu("")
            self._menus[declared.menu].addAction(self._actions[declared.key])
        return whole

    def _translate(self, declared: Action) -> None:
        action = self._actions[declared.key]
        what = self._names.get(declared.key, "")
        action.setText(f"{declared.text()}: {what}" if what else declared.text())
        action.setToolTip(declared.tooltip())

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.triggered.emit(action.data())

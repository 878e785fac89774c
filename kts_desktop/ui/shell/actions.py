"""Every action of the program, declared once.

The menu, the palette, the tooltips, the list of keys and the manual are made from ``ACTIONS``; tests look
there for clashes of keys and mnemonics. Nothing here knows what an action does: that is ``commands.py``.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from kts_desktop.core.words import QT_TRANSLATE_NOOP


class Menu(StrEnum):
    """Where the menu shows an action; NONE: only the palette and the list of keys."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    GO = "go"
    HELP = "help"
    NONE = ""


class Where(StrEnum):
    """Who answers the key: the window, or the form, list or dialog that has the focus."""

    WINDOW = "window"
    FORM = "form"
    LIST = "list"


class Need(StrEnum):
    """What must hold for an action; the ability words are those of ``Page.abilities``."""

    NOTHING = ""
    OPEN = "open"
    CREATE = "create"
    EDIT = "edit"
    DELETE = "delete"
    DUPLICATE = "duplicate"
    EARLIER = "earlier"
    FIND = "find"
    FILTER = "filter"
    PRINT = "print"
    REFRESH = "refresh"
    UNDO = "undo"
    REDO = "redo"
    BACK = "back"
    FORWARD = "forward"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One action: its key, its source text with mnemonic, its shortcuts, and what it needs.

    Titles of areas have no mnemonic; an ampersand in them is meant as such.
    """

    key: str
    source: str
    context: str = "actions"
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    menu: Menu = Menu.NONE
    where: Where = Where.WINDOW
    need: Need = Need.NOTHING

    def text(self) -> str:
        """Return the text in the language in force, with its mnemonic."""
        text = QCoreApplication.translate(self.context, self.source)
        return text if self.context == "actions" else text.replace("&", "&&")

    def plain_text(self) -> str:
        """Return the text without mnemonic, as tooltips, the palette and screen readers want it."""
        return plain(self.text())

    def keys(self) -> str:
        """Return the first shortcut as this system writes it; empty if there is none."""
        return native(self.shortcuts[0]) if self.shortcuts else ""

    def tooltip(self) -> str:
        """Return the text with its shortcut: ``New (Ctrl+N)``."""
        return f"{self.plain_text()} ({self.keys()})" if self.shortcuts else self.plain_text()


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the actions depend on at this moment."""

    is_open: bool = False
    abilities: frozenset[str] = field(default=frozenset())
    can_undo: bool = False
    can_redo: bool = False
    can_go_back: bool = False
    can_go_forward: bool = False

    def hindrance(self, action: Action) -> str:
        """Return why an action is not possible now, as a sentence; empty when it is."""
        if action.need is not Need.NOTHING and not self.is_open:
            return QCoreApplication.translate("actions", "The office is not open yet.")
        rule = _RULES.get(action.need)
        return rule(self) if rule is not None else ""


def _abilities(*needs: Need) -> dict[Need, Callable[[State], str]]:
    return {need: _AbilityRule(need) for need in needs}


@dataclass(frozen=True, slots=True)
class _AbilityRule:
    need: Need

    def __call__(self, state: State) -> str:
        return "" if self.need.value in state.abilities else _hindrances()[self.need]


def _hindrances() -> dict[Need, str]:
    translate = QCoreApplication.translate
    return {
        Need.CREATE: translate("actions", "Nothing can be created in this area."),
        Need.EDIT: translate("actions", "Choose an entry first; then it can be edited."),
        Need.DELETE: translate("actions", "Choose an entry first; then it can be deleted."),
        Need.DUPLICATE: translate(
            "actions", "Choose a case, an event, a person or a body first; then it can be duplicated."
        ),
        Need.FIND: translate("actions", "There is nothing to find in this area."),
        Need.FILTER: translate("actions", "There is nothing to filter in this area."),
        Need.PRINT: translate("actions", "Choose an entry first; then it can be printed."),
        Need.REFRESH: translate("actions", "This area is always up to date."),
    }


def _earlier_rule(state: State) -> str:
    """Ask for a record shown, which every page that shows one lets edit."""
    if Need.EDIT.value in state.abilities:
        return ""
    return QCoreApplication.translate(
        "actions", "Choose an entry first; then its earlier state can be shown."
    )


def _undo_rule(state: State) -> str:
    return "" if state.can_undo else QCoreApplication.translate("actions", "There is nothing to undo.")


def _redo_rule(state: State) -> str:
    return "" if state.can_redo else QCoreApplication.translate("actions", "There is nothing to redo.")


def _back_rule(state: State) -> str:
    return "" if state.can_go_back else QCoreApplication.translate("actions", "No entry was visited before.")


def _forward_rule(state: State) -> str:
    return "" if state.can_go_forward else QCoreApplication.translate("actions", "No entry lies ahead.")


_RULES: dict[Need, Callable[[State], str]] = {
    **_abilities(
        Need.CREATE,
        Need.EDIT,
        Need.DELETE,
        Need.DUPLICATE,
        Need.FIND,
        Need.FILTER,
        Need.PRINT,
        Need.REFRESH,
    ),
    Need.EARLIER: _earlier_rule,
    Need.UNDO: _undo_rule,
    Need.REDO: _redo_rule,
    Need.BACK: _back_rule,
    Need.FORWARD: _forward_rule,
}


def plain(text: str) -> str:
    """Return a text without its mnemonic; a doubled ampersand stands for itself."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def native(shortcut: str) -> str:
    """Return a shortcut as this system and language write it."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def menu_title(menu: Menu) -> str:
    """Return the title of a menu in the language in force, with its mnemonic."""
    return QCoreApplication.translate("actions", _MENU_TITLES[menu])


_MENU_TITLES = {
    Menu.FILE: QT_TRANSLATE_NOOP("actions", "&File"),
    Menu.EDIT: QT_TRANSLATE_NOOP("actions", "&Edit"),
    Menu.VIEW: QT_TRANSLATE_NOOP("actions", "&View"),
    Menu.GO: QT_TRANSLATE_NOOP("actions", "&Go"),
    Menu.HELP: QT_TRANSLATE_NOOP("actions", "&Help"),
}

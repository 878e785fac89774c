"""The list of keys for the settings and the manual, made from the table of actions."""

from PySide6.QtCore import QCoreApplication

from kts_desktop.ui.settings.care import KeyLine
from kts_desktop.ui.shell.action_table import ACTIONS
from kts_desktop.ui.shell.actions import Action, Menu, Where, menu_title, native, plain


def key_lines() -> list[KeyLine]:
    """Return every action that has keys, in the language in force, by groups."""
    return [
        KeyLine(
            group=_group(action),
            text=action.plain_text(),
            keys=" / ".join(native(shortcut) for shortcut in action.shortcuts),
        )
        for action in ACTIONS
        if action.shortcuts
    ]


def _group(action: Action) -> str:
    if action.where is Where.FORM:
        return QCoreApplication.translate("actions", "In forms")
    if action.where is Where.LIST:
        return QCoreApplication.translate("actions", "In lists")
    return plain(menu_title(Menu.GO if action.menu is Menu.NONE else action.menu))

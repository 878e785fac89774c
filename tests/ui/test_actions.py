"""The table of actions: no clash of keys or mnemonics in any language, everything answered and explained."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from kts_desktop.core.paths import resource
from kts_desktop.core.settings import Settings
from kts_desktop.ui.jobs import Jobs
from kts_desktop.ui.shell.action_table import ACTIONS
from kts_desktop.ui.shell.actions import Action, Menu, Need, State, Where, menu_title, native, plain
from kts_desktop.ui.shell.commands import Commands
from kts_desktop.ui.shell.key_list import key_lines
from kts_desktop.ui.shell.language import LANGUAGES, Speech
from kts_desktop.ui.shell.window import ShellWindow
from kts_desktop.ui.workspace import Workspace
from tests.helpers.shell import ENTRIES, FixedAnswers

OPEN = State(is_open=True)
RESERVED = ("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Home", "End", "Space", "Up", "Down", "Tab")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    speech = Speech(qapp)
    speech.speak(request.param)
    yield request.param
    speech.fall_silent()


def mnemonics(texts: list[str]) -> list[str]:
    found = []
    for text in texts:
        bare = text.replace("&&", "")
        if "&" in bare:
            found.append(bare[bare.index("&") + 1].casefold())
    return found


def twice(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def test_no_two_actions_of_the_window_share_a_key() -> None:
    shortcuts = [
        QKeySequence(shortcut).toString()
        for action in ACTIONS
        if action.where is Where.WINDOW
        for shortcut in action.shortcuts
    ]
    assert twice(shortcuts) == []
    assert not set(shortcuts) & set(RESERVED)


def test_every_shortcut_is_one_that_qt_reads() -> None:
    for action in ACTIONS:
        for shortcut in action.shortcuts:
            assert QKeySequence(shortcut).toString(), action.key


def test_no_two_entries_of_a_menu_share_a_mnemonic(language: str) -> None:
    for menu in Menu:
        texts = [action.text() for action in ACTIONS if action.menu is menu]
        assert twice(mnemonics(texts)) == [], menu
    assert twice(mnemonics([menu_title(menu) for menu in Menu if menu is not Menu.NONE])) == []


def test_every_entry_of_a_menu_but_areas_has_a_mnemonic(language: str) -> None:
    without = [
        action.key
        for action in ACTIONS
        if action.menu is not Menu.NONE and action.context == "actions" and not mnemonics([action.text()])
    ]
    assert without == []


def test_no_two_actions_read_alike(language: str) -> None:
    assert twice([action.plain_text() for action in ACTIONS]) == []


def test_every_icon_of_the_table_is_shipped() -> None:
    assert [a.key for a in ACTIONS if a.icon and not resource(f"icons/{a.icon}.svg").is_file()] == []


def test_every_action_of_the_window_is_answered(
    workspace: Workspace, settings: Settings, qapp: QApplication
) -> None:
    jobs = Jobs()
    window = ShellWindow(workspace, settings, ENTRIES)
    commands = Commands(window, workspace, settings, FixedAnswers(jobs))
    keys = {action.key for action in ACTIONS if action.where is Where.WINDOW}
    assert {key for key in keys if not commands.answers(key)} == set()
    jobs.shutdown()
    window.deleteLater()


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.key)
def test_an_action_that_is_not_possible_says_why_in_a_sentence(action: Action) -> None:
    for state in (State(), OPEN):
        why = state.hindrance(action)
        assert why == "" or why.endswith(".")


def test_hindrances_follow_the_state() -> None:
    by_key = {action.key: action for action in ACTIONS}
    assert State().hindrance(by_key["undo"]) == "The office is not open yet."
    assert OPEN.hindrance(by_key["undo"]) == "There is nothing to undo."
    assert State(is_open=True, can_undo=True).hindrance(by_key["undo"]) == ""
    assert State(is_open=True, abilities=frozenset({"edit"})).hindrance(by_key["edit"]) == ""
    assert State().hindrance(by_key["quit"]) == ""


def test_every_need_has_a_reason() -> None:
    for need in Need:
        if need not in {Need.NOTHING, Need.OPEN}:
            assert OPEN.hindrance(Action(key="x", source="x", need=need)) != ""


def test_the_tooltip_names_the_key() -> None:
    action = Action(key="x", source="&New", shortcuts=("Ctrl+N",))
    assert action.tooltip() == f"New ({native('Ctrl+N')})"
    assert plain("Municipalities && pro&jects") == "Municipalities & projects"


def test_the_list_of_keys_names_every_key() -> None:
    listed = " ".join(line.keys for line in key_lines())
    for action in ACTIONS:
        for shortcut in action.shortcuts:
            assert native(shortcut) in listed

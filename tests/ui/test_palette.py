"""The palette: what it offers, in which order, and that it is driven by the keyboard alone."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kts_desktop.core.settings import Settings
from kts_desktop.ui.jobs import Jobs
from kts_desktop.ui.shell.commands import Commands
from kts_desktop.ui.shell.inquiries import Found
from kts_desktop.ui.shell.palette import Entries, Palette
from kts_desktop.ui.shell.ranking import Entry, rank, used
from kts_desktop.ui.shell.window import ShellWindow
from kts_desktop.ui.workspace import Workspace
from tests.helpers.qt import leaked, nameless
from tests.helpers.shell import ENTRIES, FixedAnswers, child

AREAS = [
    Entry(key="cases", title="Beratungsfälle"),
    Entry(key="events", title="Austauschtermine"),
    Entry(key="backup", title="Jetzt sichern", is_command=True),
    Entry(key="language", title="Auf Deutsch umstellen", is_command=True),
    Entry(key="keys", title="Alle Tasten", is_command=True),
]


def keys(text: str, *recent: str) -> list[str]:
    return [entry.key for entry in rank(AREAS, text, recent)]


def test_words_are_found_in_any_order_and_spelling() -> None:
    assert keys("faelle") == ["cases"]
    assert keys("BERATUNGSFALLE") == ["cases"]
    assert keys("umstellen deu") == ["language"]


def test_what_begins_with_the_text_stands_before_what_contains_it() -> None:
    assert keys("a") == ["events", "language", "keys", "cases"]
    assert keys("t")[0] == "keys"  # a word begins with it


def test_what_was_used_last_stands_first() -> None:
    assert keys("", "keys", "cases")[:2] == ["keys", "cases"]


def test_an_angle_leaves_commands_alone() -> None:
    assert keys(">") == ["backup", "language", "keys"]
    assert keys("> sich") == ["backup"]


@given(st.lists(st.sampled_from([entry.key for entry in AREAS])))
def test_the_keys_used_last_are_each_kept_once_the_newest_first(sequence: list[str]) -> None:
    recent: list[str] = []
    for key in sequence:
        recent = used(recent, key)
    assert len(set(recent)) == len(recent)
    assert recent[:1] == sequence[-1:]


@pytest.fixture
def answers(qapp: object) -> Iterator[FixedAnswers]:
    jobs = Jobs()
    yield FixedAnswers(jobs)
    jobs.shutdown()


@pytest.fixture
def shell(
    qtbot: QtBot, workspace: Workspace, settings: Settings, answers: FixedAnswers
) -> Iterator[ShellWindow]:
    window = ShellWindow(workspace, settings, ENTRIES)
    commands = Commands(window, workspace, settings, answers)
    commands.palette_wanted.connect(lambda: Palette(window, answers, settings).open())
    qtbot.addWidget(window)
    window.show()
    window.show_pages()
    yield window
    for palette in window.findChildren(Palette):
        palette.reject()


def open_palette(qtbot: QtBot, shell: ShellWindow) -> tuple[Palette, QLineEdit]:
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    [palette] = shell.findChildren(Palette)
    qtbot.waitUntil(palette.isVisible)
    return palette, palette.field


def shown(palette: Palette) -> list[str]:
    model = palette.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_command_is_found_and_done_by_the_keyboard(qtbot: QtBot, shell: ShellWindow) -> None:
    palette, field = open_palette(qtbot, shell)
    qtbot.keyClicks(field, ">norm tex")
    assert shown(palette) == ["Normal text size"]
    with qtbot.waitSignal(palette.action_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == ["zoom_reset"]


def test_the_arrow_keys_move_and_stay_within_the_hits(qtbot: QtBot, shell: ShellWindow) -> None:
    palette, field = open_palette(qtbot, shell)
    qtbot.keyClicks(field, "text size")
    last = len(shown(palette)) - 1
    for _ in range(last + 5):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == last
    qtbot.keyClick(field, Qt.Key.Key_PageUp)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 0


def test_records_come_from_the_office_and_open(
    qtbot: QtBot, shell: ShellWindow, answers: FixedAnswers
) -> None:
    answers.found = [Found(kind="person", id=7, title="Schmidt, Anna", aside="Krefeld")]
    palette, field = open_palette(qtbot, shell)
    qtbot.keyClicks(field, "schm")
    qtbot.waitUntil(lambda: "Schmidt, Anna" in shown(palette))
    assert answers.asked == ["schm"]  # one question, not four
    with qtbot.waitSignal(palette.record_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == ["person", 7]


def test_an_answer_to_letters_typed_since_is_dropped(
    qtbot: QtBot, shell: ShellWindow, answers: FixedAnswers
) -> None:
    answers.found = [Found(kind="person", id=7, title="Schmidt, Anna")]
    palette, field = open_palette(qtbot, shell)
    qtbot.keyClicks(field, "schm")
    qtbot.waitUntil(lambda: answers.asked == ["schm"])
    field.clear()
    qtbot.wait(50)
    assert "Schmidt, Anna" not in shown(palette)


def test_the_last_line_leads_to_all_results(qtbot: QtBot, shell: ShellWindow) -> None:
    palette, field = open_palette(qtbot, shell)
    qtbot.keyClicks(field, "krefeld")
    assert shown(palette)[-1] == "All results for “krefeld”"
    qtbot.keyClick(field, Qt.Key.Key_PageDown)
    with qtbot.waitSignal(palette.search_wanted) as wanted:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert wanted.args == ["krefeld"]


def test_a_command_used_is_offered_first_and_only_its_key_is_kept(
    qtbot: QtBot, shell: ShellWindow, settings: Settings
) -> None:
    palette, field = open_palette(qtbot, shell)
    qtbot.keyClicks(field, "normal text")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert settings.view("palette") == {"recent": ["zoom_reset"]}
    qtbot.waitUntil(lambda: not shell.findChildren(Palette))
    palette, _ = open_palette(qtbot, shell)
    assert shown(palette)[0] == "Normal text size"


def test_escape_closes_and_does_nothing(qtbot: QtBot, shell: ShellWindow) -> None:
    palette, field = open_palette(qtbot, shell)
    with qtbot.assertNotEmitted(palette.action_chosen):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shell.findChildren(Palette))


def test_what_is_not_possible_now_is_not_offered(qtbot: QtBot, shell: ShellWindow) -> None:
    palette, field = open_palette(qtbot, shell)
    qtbot.keyClicks(field, ">undo")
    assert shown(palette) == []


def test_the_palette_is_named_and_freed(
    qtbot: QtBot, shell: ShellWindow, answers: FixedAnswers, settings: Settings
) -> None:
    palette, field = open_palette(qtbot, shell)
    assert nameless(palette) == []
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert leaked(lambda: Palette(shell, answers, settings)) == 0


def test_the_model_keeps_qts_contract(qapp: object) -> None:
    entries = Entries()
    QAbstractItemModelTester(entries, QAbstractItemModelTester.FailureReportingMode.Fatal)
    entries.show_entries(AREAS)
    entries.show_entries([])


def test_before_an_office_is_open_the_palette_says_so(qtbot: QtBot, shell: ShellWindow) -> None:
    shell.close_pages()
    palette, field = open_palette(qtbot, shell)
    qtbot.keyClicks(field, "Traunstein")
    assert shown(palette) == []
    assert hint(palette) == "No office is open: only areas and commands are found"


def test_in_an_open_office_a_command_that_does_not_exist_is_not_found(
    qtbot: QtBot, shell: ShellWindow
) -> None:
    palette, field = open_palette(qtbot, shell)
    qtbot.keyClicks(field, ">Traunstein")
    assert hint(palette) == "Nothing found"


def hint(palette: Palette) -> str:
    label = child(palette, "palette.hint")
    assert isinstance(label, QLabel)
    return label.text()

"""The window: navigation, history, status line, closing."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMenu
from pytestqt.qtbot import QtBot

from kts_desktop.core.changes import Changes
from kts_desktop.core.settings import LAST_PAGE, Settings
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from kts_desktop.ui.jobs import Jobs
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.shell.commands import Commands
from kts_desktop.ui.shell.history import Place, Visits
from kts_desktop.ui.shell.inquiries import Steps
from kts_desktop.ui.shell.sidebar import Areas
from kts_desktop.ui.shell.window import NARROW_BELOW, ShellWindow
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build import a_person
from tests.helpers.qt import leaked, nameless
from tests.helpers.shell import ENTRIES, FixedAnswers, NotePage, child

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.shutdown()


@pytest.fixture
def answers(jobs: Jobs) -> FixedAnswers:
    return FixedAnswers(jobs)


@pytest.fixture
def shell(qtbot: QtBot, workspace: Workspace, settings: Settings, answers: FixedAnswers) -> ShellWindow:
    """A window with an open office and three simple pages."""
    window = ShellWindow(workspace, settings, ENTRIES)
    commands = Commands(window, workspace, settings, answers)
    qtbot.addWidget(window)
    window.resize(1300, 800)
    window.show()
    qtbot.waitUntil(window.isVisible)
    window.show_pages()
    commands.read_steps()
    return window


def page(shell: ShellWindow) -> NotePage:
    shown = shell.place.page()
    assert isinstance(shown, NotePage)
    return shown


def test_the_arrow_keys_walk_the_areas_and_pass_over_headings(qtbot: QtBot, shell: ShellWindow) -> None:
    seen = [page(shell).key]
    for _ in range(2):
        qtbot.keyClick(shell.sidebar.list, Qt.Key.Key_Down)
        seen.append(shell.sidebar.list.currentIndex().data())
    assert seen == ["notes", "Others", "Program"]


def test_a_page_is_built_once_and_kept(shell: ShellWindow) -> None:
    first = shell.go_to("notes")
    shell.go_to("others")
    assert shell.go_to("notes") is first


def test_before_the_office_is_open_only_the_choice_is_kept(
    qtbot: QtBot, workspace: Workspace, settings: Settings
) -> None:
    window = ShellWindow(workspace, settings, ENTRIES)
    qtbot.addWidget(window)
    assert window.go_to("others") is None
    window.show_pages()
    assert page(window).key == "others"


def test_a_record_opens_on_the_page_it_belongs_to(shell: ShellWindow, workspace: Workspace) -> None:
    workspace.open_record("person", 7)
    assert page(shell).done == ["person 7"]
    assert page(shell).key == "others"
    workspace.open_record("unheard of", 1)
    assert page(shell).key == "others"


def test_alt_left_and_right_walk_through_the_records_visited(
    qtbot: QtBot, shell: ShellWindow, workspace: Workspace
) -> None:
    for kind, number in (("note", 1), ("person", 2), ("note", 3)):
        workspace.open_record(kind, number)
    shell.sidebar.list.setFocus()
    for _ in range(2):
        qtbot.keyClick(shell, Qt.Key.Key_Left, ALT)
    assert page(shell).done[-1] == "note 1"
    qtbot.keyClick(shell, Qt.Key.Key_Right, ALT)
    assert page(shell).done[-1] == "person 2"


def test_going_somewhere_new_forgets_what_lay_ahead() -> None:
    visits = Visits()
    for number in (1, 2, 3):
        visits.visit(Place(page="cases", kind="advisory_case", id=number))
    visits.back()
    visits.visit(Place(page="cases", kind="advisory_case", id=9))
    assert visits.forward() is None
    back = visits.back()
    assert back is not None
    assert back.id == 2


def test_a_page_without_a_record_is_no_stop_of_its_own() -> None:
    visits = Visits()
    visits.visit(Place(page="today"))
    visits.visit(Place(page="cases"))
    visits.visit(Place(page="cases", kind="advisory_case", id=1))
    visits.visit(Place(page="cases"))
    assert visits.back() == Place(page="today")


def test_an_action_reaches_the_page_by_its_key(qtbot: QtBot, shell: ShellWindow) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_N, CTRL)
    qtbot.keyClick(shell, Qt.Key.Key_F, CTRL)
    assert page(shell).done == ["create", "find"]


def test_the_key_of_a_disabled_action_says_why_it_does_nothing(qtbot: QtBot, shell: ShellWindow) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_P, CTRL)
    assert page(shell).done == []
    assert "Choose an entry first" in shell.status.words()


def test_actions_follow_what_the_page_can_do_now(shell: ShellWindow) -> None:
    print_action = shell.actions_of_window.action("print")
    assert not print_action.isEnabled()
    page(shell).can = frozenset({"print"})
    page(shell).abilities_changed.emit()
    assert print_action.isEnabled()
    assert not shell.actions_of_window.action("create").isEnabled()


def test_undo_says_what_it_takes_back(
    shell: ShellWindow, workspace: Workspace, answers: FixedAnswers
) -> None:
    takes_back = shell.actions_of_window.action("undo")
    assert not takes_back.isEnabled()
    workspace.language = "en"
    answers.next = Steps(undo="case.open")
    workspace.undo_changed.emit()
    assert takes_back.isEnabled()
    assert takes_back.text().endswith(": Case opened")


def test_the_status_line_says_what_was_undone_and_redone(
    qtbot: QtBot, shell: ShellWindow, workspace: Workspace, answers: FixedAnswers, office: Store
) -> None:
    with office.write("person.add") as session:
        a_person(session, "Ottersund", "Katharina")
    workspace.attach(office, undo)
    workspace.language = "en"
    answers.next = Steps(undo="person.add", redo="person.add")
    workspace.undo_changed.emit()
    shell.sidebar.list.setFocus()
    notice = Notice(page(shell))
    notice.show_undo("Person added")
    qtbot.keyClick(shell, Qt.Key.Key_Z, CTRL)
    assert not notice.isVisible()
    qtbot.waitUntil(lambda: shell.status.words() == "Undone: Person added")
    qtbot.keyClick(shell, Qt.Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: shell.status.words() == "Redone: Person added")


def test_the_field_undoes_before_the_window_does(
    qtbot: QtBot, shell: ShellWindow, workspace: Workspace, answers: FixedAnswers
) -> None:
    answers.next = Steps(undo="case.open")
    workspace.undo_changed.emit()
    field = page(shell).field
    field.setFocus()
    qtbot.keyClicks(field, "typed")
    with qtbot.assertNotEmitted(shell.actions_of_window.triggered):
        qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.text() == ""


def test_a_save_shows_its_time(shell: ShellWindow, workspace: Workspace) -> None:
    workspace.changed.emit(Changes.of("note", 1))
    assert shell.status.words().startswith("Saved ")


def test_counts_are_spoken_with_the_area(qtbot: QtBot, shell: ShellWindow) -> None:
    shell.sidebar.show_counts({"notes": 412})
    model = shell.sidebar.list.model()
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert "Notes, 412 open" in spoken


def test_the_model_of_the_areas_keeps_qts_contract(qapp: object) -> None:
    areas = Areas(ENTRIES)
    QAbstractItemModelTester(areas, QAbstractItemModelTester.FailureReportingMode.Fatal)
    areas.show_counts({"notes": 2})
    areas.retranslate()


def test_a_narrow_window_shows_icons_and_a_wide_one_titles(qtbot: QtBot, shell: ShellWindow) -> None:
    wide = shell.sidebar.width()
    shell.resize(NARROW_BELOW - 50, 700)
    qtbot.waitUntil(lambda: shell.sidebar.width() < wide // 2)
    item = shell.sidebar.list.model().index(1, 0)
    assert item.data(Qt.ItemDataRole.ToolTipRole) == "Notes"
    shell.resize(NARROW_BELOW + 50, 700)
    qtbot.waitUntil(lambda: shell.sidebar.width() == wide)


def test_settings_stand_at_the_foot_of_the_navigation(qtbot: QtBot, shell: ShellWindow) -> None:
    view = cast("QListView", child(shell, "navigation"))
    last = view.visualRect(view.model().index(view.model().rowCount() - 1, 0))
    qtbot.waitUntil(
        lambda: (
            view.visualRect(view.model().index(view.model().rowCount() - 1, 0)).bottom()
            >= view.viewport().height() - 8
        )
    )
    assert last.height() >= 28


def test_the_menu_opens_by_its_key_and_holds_the_actions(qtbot: QtBot, shell: ShellWindow) -> None:
    menus = shell.actions_of_window.menu.findChildren(QMenu)
    texts = [action.text() for menu in menus for action in menu.actions()]
    assert "&New" in texts
    assert "Municipalities && projects" in texts


def test_f6_goes_from_pane_to_pane(qtbot: QtBot, shell: ShellWindow) -> None:
    shell.sidebar.list.setFocus()
    qtbot.keyClick(shell, Qt.Key.Key_F6)
    qtbot.waitUntil(page(shell).field.hasFocus)
    qtbot.keyClick(shell, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: shell.sidebar.isAncestorOf(shell.focusWidget()))


def test_closing_over_unsaved_text_shows_the_text_instead(qtbot: QtBot, shell: ShellWindow) -> None:
    page(shell).is_clean = False
    shell.go_to("others")
    assert not shell.close()
    assert page(shell).key == "notes"
    page(shell).is_clean = True
    assert shell.close()


def test_the_last_area_and_the_looks_are_remembered_and_no_record(
    shell: ShellWindow, settings: Settings, workspace: Workspace
) -> None:
    workspace.open_record("person", 77)
    shell.remember()
    settings.save()
    assert settings.get(LAST_PAGE) == "others"
    assert "77" not in [str(value) for value in settings.view("page.others").values()]


def test_the_window_is_named_by_its_area(shell: ShellWindow) -> None:
    shell.go_to("others")
    assert shell.windowTitle() == "Others – KTS Desktop"
    shell.close_pages()
    assert shell.windowTitle() == "KTS Desktop"


def test_closing_the_office_throws_pages_and_history_away(
    qtbot: QtBot, shell: ShellWindow, workspace: Workspace
) -> None:
    workspace.open_record("person", 1)
    shell.close_pages()
    qtbot.waitUntil(lambda: not shell.findChildren(NotePage))
    assert not shell.visits.can_go_back
    assert shell.sidebar.list.model().index(1, 0).data() == "Notes"


def test_everything_in_the_window_is_named(shell: ShellWindow) -> None:
    assert nameless(shell) == []


def test_a_click_chooses_an_area(qtbot: QtBot, shell: ShellWindow) -> None:
    view = shell.sidebar.list
    row = next(row for row in range(view.model().rowCount()) if view.model().index(row, 0).data() == "Others")
    middle: QPoint = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert page(shell).key == "others"


def test_a_closed_window_is_freed(workspace: Workspace, settings: Settings, answers: FixedAnswers) -> None:
    def make() -> ShellWindow:
        window = ShellWindow(workspace, settings, ENTRIES)
        Commands(window, workspace, settings, answers)
        window.show_pages()
        return window

    assert leaked(make) == 0


def test_typing_in_a_field_is_not_taken_for_a_command(qtbot: QtBot, shell: ShellWindow) -> None:
    field = page(shell).field
    assert isinstance(field, QLineEdit)
    field.setFocus()
    page(shell).can = frozenset({"delete"})
    page(shell).abilities_changed.emit()
    field.setText("abc")
    field.home(False)
    with qtbot.assertNotEmitted(shell.actions_of_window.triggered):
        qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == "bc"


def test_a_page_whose_office_is_closed_asks_nothing_when_the_language_changes(
    qtbot: QtBot, qapp: QApplication, shell: ShellWindow, workspace: Workspace
) -> None:
    """An exception in the middle of such a change, many overrides deep, ends the process."""
    notes = page(shell)
    workspace.detach()
    qapp.sendEvent(notes, QEvent(QEvent.Type.LanguageChange))
    assert "retranslate" not in notes.done

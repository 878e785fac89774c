"""The start of the day, driven as a user drives it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kts_desktop.core.settings import Settings
from kts_desktop.models.vocab import CaseState
from kts_desktop.services import cases, disposal_due, notes, tasks
from kts_desktop.services.notes import NoteFilter
from kts_desktop.services.tasks import TaskFilter, TaskScope
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from kts_desktop.ui.kit.facts import Link
from kts_desktop.ui.today.assign_form import AssignForm
from kts_desktop.ui.today.call_form import CallForm
from kts_desktop.ui.today.page import TodayPage
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build import NOON, TODAY, a_case, a_note, a_person, a_task
from tests.helpers.qt import activate, leaked, nameless


@pytest.fixture
def page(qtbot: QtBot, office_workspace: Workspace, office: Store, settings: Settings) -> Iterator[TodayPage]:
    with office.write("case.open") as session:
        case_id = a_case(session, subject="Rufbus")
        a_task(session, title="Überfällig", case_id=case_id, due_on=TODAY - timedelta(2))
        a_task(session, title="Heute eins", due_on=TODAY)
        a_task(session, title="Heute zwei", due_on=TODAY)
        a_note(session, caller="Stadtverwaltung", text="Bitte um Rückruf")
        a_note(session, kind="visit", case_id=case_id, happened_at=NOON + timedelta(days=1), title="Termin")
    office_workspace.clock = lambda: NOON
    office_workspace.attach(office, undo)
    page = TodayPage(office_workspace, settings)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    with qtbot.waitExposed(page):
        page.show()
    yield page


def titles(page: TodayPage) -> list[str]:
    ids = list(page.agenda.cards.table.ids())
    rows = page.workspace.read(lambda session: tasks.rows(session, ids))
    return [rows[id_].title for id_ in ids]


def texts(page: TodayPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def choose(page: TodayPage, scope: TaskScope) -> None:
    page.agenda.scope_wanted.emit(scope)


def test_the_day_begins_with_what_is_overdue(page: TodayPage) -> None:
    assert titles(page) == ["Überfällig"]
    choose(page, TaskScope.TODAY)
    assert titles(page) == ["Heute eins", "Heute zwei"]


def test_the_counts_stand_on_the_tabs(page: TodayPage) -> None:
    told = [page.agenda.tabs.tabText(place) for place in range(3)]
    assert [text.split("(")[1] for text in told] == ["1)", "2)", "0)"]


def test_a_part_without_follow_ups_says_so(page: TodayPage) -> None:
    choose(page, TaskScope.LATER)
    assert titles(page) == []
    assert "Nothing is due later." in texts(page)


def test_several_follow_ups_are_ticked_off_in_one_step(page: TodayPage, qtbot: QtBot, office: Store) -> None:
    choose(page, TaskScope.TODAY)
    page.agenda.cards.selectAll()
    with qtbot.waitSignal(page.workspace.changed):
        qtbot.mouseClick(page.agenda.verbs["done"], Qt.MouseButton.LeftButton)
    assert titles(page) == []
    with qtbot.waitSignal(page.workspace.changed):
        page.workspace.undo()
    qtbot.waitUntil(lambda: len(titles(page)) == 2)


@pytest.mark.parametrize(("verb", "days"), [("tomorrow", 1), ("week", 7), ("monday", 6)])
def test_a_follow_up_is_put_off_by_one_button(
    page: TodayPage, qtbot: QtBot, office: Store, verb: str, days: int
) -> None:
    [task_id] = page.agenda.cards.table.ids()
    page.agenda.cards.selection.select(task_id)
    with qtbot.waitSignal(page.workspace.changed):
        qtbot.mouseClick(page.agenda.verbs[verb], Qt.MouseButton.LeftButton)
    with office.read() as session:
        assert tasks.rows(session, [task_id])[task_id].due_on == TODAY + timedelta(days)


def test_nothing_can_be_done_to_nothing(page: TodayPage) -> None:
    page.agenda.cards.selection.clear()
    assert not any(button.isEnabled() for button in page.agenda.verbs.values())


def test_a_call_is_logged_with_its_follow_up_by_keyboard(
    page: TodayPage, qtbot: QtBot, office: Store
) -> None:
    with office.write("person.add") as session:
        person = a_person(session, "Ottersund", "Katharina")
    page.perform("create")
    form = page._form
    assert isinstance(form, CallForm)
    activate(qtbot, form.window())
    assert QApplication.focusWidget() is form.findChild(QLineEdit, "today.call.caller")
    [hit] = form._callers("otters")
    assert hit.id == person
    form.grid.fields()["caller"].set_value(hit)
    qtbot.keyClicks(form.findChild(QPlainTextEdit, "today.call.text"), "Zwei Fragen zum Rufbus")
    qtbot.keyClicks(form.findChild(QLineEdit, "today.call.follow_up"), "Antwort senden")
    qtbot.keyClicks(form.findChild(QLineEdit, "today.call.due_on"), "+3")
    with qtbot.waitSignal(page.workspace.changed):
        qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page._form is None)
    with office.read() as session:
        [note_id] = notes.ids(session, NoteFilter(person_id=person))
        assert notes.rows(session, [note_id])[note_id].people == ("Katharina Ottersund",)
        assert tasks.count(session, TaskFilter(today=TODAY, scope=TaskScope.WEEK)) == 1


def test_a_call_without_a_word_is_not_kept_and_the_form_stays(page: TodayPage, qtbot: QtBot) -> None:
    page.perform("create")
    form = page._form
    assert isinstance(form, CallForm)
    activate(qtbot, form.window())
    qtbot.keyClicks(form.findChild(QLineEdit, "today.call.heard"), "Frau M")
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page._form is form
    assert form.values()["heard"] == "Frau M"


def test_an_unassigned_call_is_put_on_a_case(page: TodayPage, qtbot: QtBot, office: Store) -> None:
    assert "Stadtverwaltung" in str(page._day)
    with office.read() as session:
        [note_id] = notes.ids(session, NoteFilter(unassigned=True))
    page.waiting.link_wanted.emit("note", note_id)
    form = page._form
    assert isinstance(form, AssignForm)
    field = form.grid.fields()["case_id"]
    field.set_value(page._cases()[0][0])
    with qtbot.waitSignal(page.workspace.changed):
        qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    with office.read() as session:
        assert notes.ids(session, NoteFilter(unassigned=True)) == []


def test_visits_and_waiting_calls_stand_beside_the_agenda(page: TodayPage) -> None:
    assert page._day is not None
    assert [one.title for one in page._day.day.appointments] == ["Termin"]


def test_everything_that_takes_the_focus_has_a_name(page: TodayPage) -> None:
    assert nameless(page) == []


def test_a_closed_page_is_freed(qtbot: QtBot, office_workspace: Workspace, settings: Settings) -> None:
    assert leaked(lambda: TodayPage(office_workspace, settings)) == 0


def due_lines(page: TodayPage) -> list[Link]:
    return [link for link in page.waiting.findChildren(Link) if "due for disposal" in link.text()]


def test_filed_cases_that_are_due_are_reminded_of_once_the_day_is_shown(
    page: TodayPage, qtbot: QtBot, office: Store
) -> None:
    assert due_lines(page) == []
    with office.write("case.set_state") as session:
        for subject in ("Eins", "Zwei"):
            case_id = a_case(session, subject=subject)
            cases.set_state(session, [case_id], CaseState.FILED, TODAY - timedelta(days=6 * 366))
    page.presenter._later.setInterval(0)  # instead of the seconds in which the program gets ready
    page.do_refresh()
    qtbot.waitUntil(lambda: len(due_lines(page)) == 1)
    [line] = due_lines(page)
    assert line.text() == "2 filed case(s) due for disposal"
    with qtbot.waitSignal(page.workspace.record_wanted) as wanted:
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert wanted.args == ["settings.privacy", 0]
    disposal_due.note_look(office, NOON)
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: due_lines(page) == [])


def test_the_first_list_does_not_wait_for_the_reminder(page: TodayPage) -> None:
    assert page.presenter._later.isActive()
    assert page.presenter._later.interval() >= 2_000

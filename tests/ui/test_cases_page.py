"""The page of advisory cases, driven as a user drives it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from kts_desktop.core.settings import Settings
from kts_desktop.models.vocab import CaseId
from kts_desktop.services import case_lists, cases, notes, tasks
from kts_desktop.services.case_lists import CaseFilter
from kts_desktop.services.notes import NoteFilter
from kts_desktop.services.tasks import TaskFilter, TaskScope
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from kts_desktop.ui.cases.form import CaseForm
from kts_desktop.ui.cases.page import CasesPage
from kts_desktop.ui.cases.part_forms import NoteForm, TaskForm
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build import NOON, TODAY, a_body, a_case, a_note, a_person, a_task
from tests.helpers.qt import leaked, nameless


@pytest.fixture
def page(qtbot: QtBot, office_workspace: Workspace, office: Store, settings: Settings) -> Iterator[CasesPage]:
    with office.write("case.open") as session:
        body = a_body(session, "Haßfurt", state="09", district="Haßberge")
        first = a_case(session, subject="Wirkungsmessung", organisation_id=body, themes=("impact",))
        a_case(session, subject="Rufbus", state="waiting")
        a_case(session, subject="Erledigtes", state="closed")
        a_note(session, case_id=first, person_ids=(a_person(session),))
        a_task(session, case_id=first)
    office_workspace.clock = lambda: NOON
    office_workspace.attach(office, undo)
    page = CasesPage(office_workspace, settings)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    with qtbot.waitExposed(page):
        page.show()
    yield page


def shown(page: CasesPage) -> list[str]:
    ids = list(page.pane.rows.table.ids())
    rows = page.workspace.read(lambda session: case_lists.rows(session, ids))
    return [rows[id_].subject for id_ in ids]


def choose(page: CasesPage, subject: str) -> CaseId:
    place = shown(page).index(subject)
    id_ = list(page.pane.rows.table.ids())[place]
    page.pane.selection.select(id_)
    return CaseId(id_)


def texts(page: CasesPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_open_cases_come_first_and_closed_ones_on_demand(page: CasesPage) -> None:
    assert sorted(shown(page)) == ["Rufbus", "Wirkungsmessung"]
    page.pane.panel.set_value("state", "all")
    assert sorted(shown(page)) == ["Erledigtes", "Rufbus", "Wirkungsmessung"]


def test_typing_finds_by_subject_and_body(page: CasesPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.pane.search, "hassf")
    qtbot.keyClick(page.pane.search, Qt.Key.Key_Return)
    assert shown(page) == ["Wirkungsmessung"]


def test_a_chosen_case_is_read_with_its_course_and_what_is_owed(page: CasesPage, qtbot: QtBot) -> None:
    choose(page, "Wirkungsmessung")
    for tab, told in (
        ("overview", "Unterlagen senden"),
        ("overview", "Haßberge · Bayern"),
        ("course", "Telefonat zur Straßenbeleuchtung"),
        ("history", "Mira Ahornthal"),
    ):
        page.detail.show_tab(tab)
        qtbot.waitUntil(lambda told=told: told in texts(page))  # type: ignore[misc]


def test_a_case_is_opened_by_keyboard_with_a_municipality_of_the_directory(
    page: CasesPage, qtbot: QtBot, office: Store
) -> None:
    page.perform("create")
    form = page.detail.form()
    assert isinstance(form, CaseForm)
    qtbot.keyClicks(form.findChild(QLineEdit, "cases.form.subject"), "Pegelsensorik")
    place = form.findChild(QLineEdit, "cases.form.organisation_id")
    qtbot.keyClicks(place, "Bad Koestritz")
    hit = page._lookups.places("Bad Koestritz")[0]
    form.grid.fields()["organisation_id"].set_value(hit)
    with qtbot.waitSignal(page.workspace.changed):
        qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.detail.form() is None)
    with office.read() as session:
        [case_id] = case_lists.ids(session, CaseFilter(text="Pegelsensorik"))
        card = cases.card(session, case_id)
    assert (card.body, card.received_on, card.lead) == ("Bad Köstritz", TODAY, "Mira Ahornthal")


def test_a_blank_subject_keeps_what_was_typed_and_takes_the_focus(page: CasesPage, qtbot: QtBot) -> None:
    page.perform("create")
    form = page.detail.form()
    assert isinstance(form, CaseForm)
    concern = form.findChild(QPlainTextEdit, "cases.form.concern")
    subject = form.findChild(QLineEdit, "cases.form.subject")
    assert concern is not None
    assert subject is not None
    qtbot.keyClicks(concern, "Wichtig")
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.detail.form() is form
    assert concern.toPlainText() == "Wichtig"
    assert subject.hasFocus()


def test_a_note_with_its_follow_up_is_one_step_that_undo_takes_back(
    page: CasesPage, qtbot: QtBot, office: Store
) -> None:
    case_id = choose(page, "Rufbus")
    qtbot.mouseClick(page.side.reading.note, Qt.MouseButton.LeftButton)
    form = page.detail.form()
    assert isinstance(form, NoteForm)
    assert form.focusWidget() is form.findChild(QPlainTextEdit, "cases.note_form.text")
    qtbot.keyClicks(form.findChild(QPlainTextEdit, "cases.note_form.text"), "Bitte um Auskunft")
    qtbot.keyClicks(form.findChild(QLineEdit, "cases.note_form.follow_up"), "Anrufen")
    qtbot.keyClicks(form.findChild(QLineEdit, "cases.note_form.due_on"), "+7")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: counted(office, case_id) == (1, 1))
    page.workspace.undo()
    qtbot.waitUntil(lambda: counted(office, case_id) == (0, 0))


def counted(office: Store, case_id: CaseId) -> tuple[int, int]:
    with office.read() as session:
        return (
            notes.count(session, NoteFilter(case_id=case_id)),
            tasks.count(session, TaskFilter(today=TODAY, case_id=case_id)),
        )


def test_ticking_a_follow_up_off_moves_it_to_done(page: CasesPage, qtbot: QtBot, office: Store) -> None:
    case_id = choose(page, "Wirkungsmessung")
    tick = page.side.reading.tasks.findChildren(QToolButton)[0]
    with qtbot.waitSignal(page.workspace.changed):
        qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    with office.read() as session:
        done = TaskFilter(today=TODAY, case_id=case_id, scope=TaskScope.DONE)
        assert tasks.count(session, done) == 1


def test_a_follow_up_is_added_from_the_card(page: CasesPage, qtbot: QtBot, office: Store) -> None:
    case_id = choose(page, "Rufbus")
    page.side.parts.add_task()
    form = page.detail.form()
    assert isinstance(form, TaskForm)
    qtbot.keyClicks(form.findChild(QLineEdit, "cases.task_form.title"), "Nachfragen")
    with qtbot.waitSignal(page.workspace.changed):
        qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert counted(office, case_id) == (0, 1)


def test_deleted_cases_leave_the_list_and_the_bar_brings_them_back(page: CasesPage, qtbot: QtBot) -> None:
    choose(page, "Rufbus")
    with qtbot.waitSignal(page.workspace.changed):
        page.perform("delete")
    assert shown(page) == ["Wirkungsmessung"]
    with qtbot.waitSignal(page.workspace.changed):
        page.notice.undo_wanted.emit()
    qtbot.waitUntil(lambda: sorted(shown(page)) == ["Rufbus", "Wirkungsmessung"])


def test_the_list_is_sorted_by_the_database_and_turned_round_by_the_same_choice(page: CasesPage) -> None:
    action = next(one for one in page.searching._menu.actions() if one.data() == "subject")
    action.trigger()
    assert shown(page) == ["Rufbus", "Wirkungsmessung"]
    action.trigger()
    assert shown(page) == ["Wirkungsmessung", "Rufbus"]


def test_a_note_found_elsewhere_opens_its_case(page: CasesPage, qtbot: QtBot, office: Store) -> None:
    with office.read() as session:
        [note_id] = notes.ids(session, NoteFilter(case_id=choose(page, "Wirkungsmessung")))
    choose(page, "Rufbus")
    page.open_record("note", note_id)
    qtbot.waitUntil(lambda: "Haßberge" in texts(page))


def test_printing_asks_for_the_pack_of_the_case(page: CasesPage, qtbot: QtBot) -> None:
    case_id = choose(page, "Rufbus")
    with qtbot.waitSignal(page.workspace.paper_wanted) as asked:
        page.perform("print")
    assert asked.args == ["advisory_case", case_id]


def test_everything_that_takes_the_focus_has_a_name(page: CasesPage) -> None:
    choose(page, "Wirkungsmessung")
    assert nameless(page) == []
    page.perform("edit")
    assert nameless(page) == []


def test_a_closed_page_is_freed(qtbot: QtBot, office_workspace: Workspace, settings: Settings) -> None:
    assert leaked(lambda: CasesPage(office_workspace, settings)) == 0


def test_closing_the_office_right_after_saving_asks_the_page_nothing(
    page: CasesPage, qtbot: QtBot, office: Store
) -> None:
    case_id = choose(page, "Rufbus")
    page.side.parts.add_task()
    form = page.detail.form()
    assert isinstance(form, TaskForm)
    qtbot.keyClicks(form.findChild(QLineEdit, "cases.task_form.title"), "Nachfragen")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    last = page.workspace.write("draft", lambda _session, _ticket: None)  # the lane runs one at a time
    page.workspace.detach()  # before the page has heard that it was saved
    with qtbot.waitSignal(last.finished):
        pass
    assert counted(office, case_id) == (0, 1)

"""One value changed where it stands, and saving without leaving the form."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kts_desktop.core.settings import Settings
from kts_desktop.models.vocab import CaseId
from kts_desktop.services import cases, drafts, notes
from kts_desktop.services.notes import NoteFilter
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from kts_desktop.ui.cases.form import CaseForm
from kts_desktop.ui.cases.page import CasesPage
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.in_place import Editable
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build import NOON, a_case, a_note
from tests.helpers.qt import activate, nameless

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, office_workspace: Workspace, office: Store, settings: Settings) -> Iterator[CasesPage]:
    with office.write("case.open") as session:
        case_id = a_case(session, subject="Rufbus", concern="Wer fährt nachts?")
        a_note(session, case_id=case_id)
        a_case(session, subject="Pegel")
    office_workspace.clock = lambda: NOON
    office_workspace.attach(office, undo)
    page = CasesPage(office_workspace, settings)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    with qtbot.waitExposed(page):
        page.show()
    activate(qtbot, page)
    page.open_record("advisory_case", case_id)
    page.pane.rows.setFocus()
    yield page


def shown(page: CasesPage) -> CaseId:
    case_id = page.presenter.shown
    assert case_id is not None
    return case_id


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def begin(page: CasesPage, field: str) -> QWidget:
    page.detail.field_wanted.emit(field)
    return focused()


def subject_of(page: CasesPage) -> str:
    return page.workspace.read(lambda session: cases.card(session, shown(page)).subject)


def form_of(page: CasesPage) -> Form:
    form = page.detail.form()
    assert isinstance(form, Form)
    return form


def wait_for_end(page: CasesPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.detail.form() is None)


def menu_of(page: CasesPage) -> QMenu:
    return next(menu for menu in page.findChildren(QMenu, "fields") if menu.isVisible())


def test_f2_asks_which_value_and_enter_keeps_the_change(page: CasesPage, qtbot: QtBot) -> None:
    page.perform("edit_field")
    with qtbot.waitSignal(page.detail.field_wanted):
        qtbot.keyClick(menu_of(page), Qt.Key.Key_Return)
    activate(qtbot, page)  # a menu takes the keyboard, and this platform gives it back to nobody
    line = focused()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "Rufbus am Abend")  # over the old text, which is chosen
    qtbot.keyClick(line, Qt.Key.Key_Return)
    wait_for_end(page, qtbot)
    assert subject_of(page) == "Rufbus am Abend"
    assert page.pane.rows.hasFocus()


def test_letters_go_to_the_value_whose_name_begins_with_them(page: CasesPage, qtbot: QtBot) -> None:
    page.perform("edit_field")
    menu = menu_of(page)
    qtbot.keyClicks(menu, "pla")
    assert menu.activeAction().text() == "Place of the papers"
    with qtbot.waitSignal(page.detail.field_wanted) as wanted:
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert wanted.args == ["file_place"]


def test_the_change_of_one_value_is_a_step_that_undo_takes_back(page: CasesPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(begin(page, "subject"), "Anders")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    wait_for_end(page, qtbot)
    with qtbot.waitSignal(page.workspace.undo().succeeded):
        pass
    assert subject_of(page) == "Rufbus"


def test_a_double_click_opens_the_value_below_the_pointer(page: CasesPage, qtbot: QtBot) -> None:
    place = next(one for one in page.findChildren(Editable) if one.field == "concern")
    value = place.findChildren(QLabel)[-1]
    qtbot.mouseDClick(value, Qt.MouseButton.LeftButton)
    text = focused()
    assert isinstance(text, QPlainTextEdit)
    assert text.toPlainText() == "Wer fährt nachts?"
    assert not value.isVisible()


def test_f2_on_a_value_that_has_the_focus_asks_nothing(page: CasesPage) -> None:
    place = next(one for one in page.findChildren(Editable) if one.field == "concern")
    place.findChildren(QLabel)[-1].setFocus()
    page.perform("edit_field")
    assert isinstance(focused(), QPlainTextEdit)


def test_escape_restores_the_value_without_a_question(page: CasesPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(begin(page, "subject"), "Unsinn")
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert page.detail.form() is None
    assert subject_of(page) == "Rufbus"
    assert page.pane.rows.hasFocus()


def test_a_blank_required_value_is_refused_below_it_and_stays(page: CasesPage, qtbot: QtBot) -> None:
    line = begin(page, "subject")
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.detail.form() is not None
    assert focused() is line
    errors = [label for label in page.findChildren(QLabel) if label.property("role") == "error"]
    assert any(label.isVisible() and label.text() for label in errors)


def test_an_empty_text_can_be_begun_in_its_place(page: CasesPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(begin(page, "result"), "Linie ist neu")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    wait_for_end(page, qtbot)
    place = next(one for one in page.findChildren(Editable) if one.field == "result")
    assert place.isVisible()
    assert place.findChildren(QLabel)[-1].text() == "Linie ist neu"


def test_leaving_an_untouched_value_closes_it_and_a_changed_one_stays(page: CasesPage, qtbot: QtBot) -> None:
    begin(page, "subject")
    page.pane.search.setFocus()
    wait_for_end(page, qtbot)
    assert page.pane.search.hasFocus()
    qtbot.keyClicks(begin(page, "subject"), "Halb getippt")
    page.pane.search.setFocus()
    qtbot.wait(1)
    assert form_of(page).is_dirty()
    assert not page.may_leave()


def test_a_change_made_elsewhere_is_shown_once_the_value_is_free(page: CasesPage, qtbot: QtBot) -> None:
    begin(page, "priority")
    draft = page.workspace.read(lambda session: cases.draft_of(session, shown(page)))
    case_id = shown(page)
    draft = type(draft)(**{**{key: getattr(draft, key) for key in draft.__slots__}, "file_place": "Raum 7"})
    with qtbot.waitSignal(page.workspace.changed):
        page.workspace.write("case.edit", lambda session, _: cases.edit(session, case_id, draft))
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    qtbot.waitUntil(
        lambda: any(label.text() == "Raum 7" and label.isVisible() for label in page.findChildren(QLabel))
    )


def test_what_is_wrong_elsewhere_brings_the_whole_form(page: CasesPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(begin(page, "subject"), "Neu")
    form = form_of(page)
    form.grid.fields()["received_on"].set_draft("irgendwann")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.grid.fields()["received_on"].editors()[0].hasFocus()
    assert form.values()["subject"] == "Neu"


def test_the_buttons_beside_the_value_are_named(page: CasesPage) -> None:
    begin(page, "subject")
    assert nameless(page) == []
    names = {button.accessibleName() for button in page.findChildren(QToolButton) if button.isVisible()}
    assert {"Keep the change", "Leave it as it was"} <= names


def test_saving_without_leaving_goes_on_at_the_same_place(page: CasesPage, qtbot: QtBot) -> None:
    page.perform("edit")
    text = form_of(page).findChild(QPlainTextEdit, "cases.form.concern")
    assert text is not None
    text.setFocus()
    text.selectAll()
    qtbot.keyClicks(text, "Halbsatz")
    before = form_of(page)
    qtbot.keyClick(text, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: page.detail.form() not in {None, before})
    after = focused()
    assert isinstance(after, QPlainTextEdit)
    qtbot.keyClicks(after, " zu Ende")
    assert after.toPlainText() == "Halbsatz zu Ende"
    concern = page.workspace.read(lambda session: cases.card(session, shown(page)).concern)
    assert concern == "Halbsatz"


def test_a_new_case_saved_without_leaving_is_saved_once(page: CasesPage, qtbot: QtBot) -> None:
    page.perform("create")
    first = form_of(page)
    qtbot.keyClicks(focused(), "Neues")
    qtbot.keyClick(focused(), Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: page.detail.form() not in {None, first})
    assert isinstance(form_of(page), CaseForm)
    qtbot.keyClicks(focused(), "!")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    wait_for_end(page, qtbot)
    assert subject_of(page) == "Neues!"
    assert page.pane.rows.table.rowCount() == 3


def test_a_note_saved_without_leaving_is_one_note(page: CasesPage, qtbot: QtBot) -> None:
    page.side.parts.add_note()
    first = form_of(page)
    qtbot.keyClicks(focused(), "Ruft an")
    qtbot.keyClick(focused(), Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: page.detail.form() not in {None, first})
    qtbot.keyClicks(focused(), ".")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    wait_for_end(page, qtbot)
    found = page.workspace.read(lambda session: notes.ids(session, NoteFilter(case_id=shown(page))))
    rows = page.workspace.read(lambda session: notes.rows(session, found))
    assert [row.text for row in rows.values()].count("Ruft an.") == 1
    assert len(rows) == 2


def test_what_was_saved_leaves_no_draft_behind(page: CasesPage, qtbot: QtBot) -> None:
    page.perform("edit")
    form = form_of(page)
    qtbot.keyClicks(focused(), "x")
    form.draft_due.emit()
    qtbot.waitUntil(lambda: len(page.workspace.read(drafts.waiting)) == 1)
    qtbot.keyClick(focused(), Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: page.detail.form() not in {None, form})
    assert not page.notice.isVisible()
    qtbot.waitUntil(lambda: page.workspace.read(drafts.waiting) == [])

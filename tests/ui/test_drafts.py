"""What was typed and not saved survives the end of the program."""

from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from kts_desktop.core.settings import Settings
from kts_desktop.services import draft_places, drafts
from kts_desktop.services.draft_places import DraftPlace
from kts_desktop.storage.store import Store
from kts_desktop.ui.cases.page import CasesPage
from kts_desktop.ui.contacts.page import ContactsPage
from kts_desktop.ui.today.page import TodayPage
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build import a_case, a_person


def waiting(store: Store) -> list[drafts.KeptDraft]:
    with store.read() as session:
        return drafts.waiting(session)


def text(page: CasesPage) -> QPlainTextEdit:
    form = page.detail.form()
    assert form is not None
    field = form.findChild(QPlainTextEdit, "cases.note_form.text")
    assert field is not None
    return field


def test_a_half_written_note_is_there_after_a_crash_and_gone_once_saved(
    qtbot: QtBot, office_workspace: Workspace, office: Store, settings: Settings
) -> None:
    case_id, _ = office.run("case.open", a_case)
    first = CasesPage(office_workspace, settings)
    qtbot.addWidget(first)
    first.open_record("advisory_case", case_id)
    first.side.parts.add_note()
    qtbot.keyClicks(text(first), "Halb geschrieben")
    qtbot.waitUntil(lambda: len(waiting(office)) == 1, timeout=4000)

    day = TodayPage(office_workspace, settings)  # as after a new start
    qtbot.addWidget(day)
    assert day._day is not None
    assert [one.place for one in day._day.drafts] == [
        DraftPlace(kind="advisory_case", id=case_id, name="Starkregen-Frühwarnung")
    ]

    second = CasesPage(office_workspace, settings)
    qtbot.addWidget(second)
    second.open_record("advisory_case", case_id)
    second.side.parts.add_note()
    assert text(second).toPlainText() == "Halb geschrieben"
    form = second.detail.form()
    assert form is not None
    form.saved.emit()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: waiting(office) == [])


def test_a_discarded_form_leaves_no_draft(
    qtbot: QtBot, office_workspace: Workspace, office: Store, settings: Settings
) -> None:
    page = TodayPage(office_workspace, settings)
    qtbot.addWidget(page)
    page.do_create()
    form = page._form
    assert form is not None
    field = form.findChild(QPlainTextEdit, "today.call.text")
    qtbot.keyClicks(field, "Anruf")
    qtbot.waitUntil(lambda: len(waiting(office)) == 1, timeout=4000)
    form.discarded.emit()
    qtbot.waitUntil(lambda: waiting(office) == [])


def test_a_draft_is_no_undo_step(store: Store) -> None:
    store.run(
        "draft", lambda session: drafts.keep(session, "today.call", drafts.NEW, {"text": "x"}, store.clock())
    )
    with store.read() as session:
        assert (
            session.connection().exec_driver_sql("SELECT count(*) FROM change_set WHERE kind=0").scalar() == 0
        )


def test_a_form_left_right_after_the_last_key_leaves_no_draft(
    qtbot: QtBot, office_workspace: Workspace, office: Store, settings: Settings
) -> None:
    case_id, _ = office.run("case.open", a_case)
    page = CasesPage(office_workspace, settings)
    qtbot.addWidget(page)
    page.show()
    page.open_record("advisory_case", case_id)
    page.side.parts.add_note()
    form = page.detail.form()
    text(page).setFocus()
    qtbot.keyClicks(text(page), "Gesprochen")
    with qtbot.waitSignal(office_workspace.changed):
        form.saved.emit()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: page.detail.form() is None)
    last = office_workspace.write("draft", lambda _session, _ticket: None)  # after all that was begun
    with qtbot.waitSignal(last.finished):
        pass
    assert waiting(office) == []


def test_a_half_changed_person_is_named_on_the_start_page_and_there_again(
    qtbot: QtBot, office_workspace: Workspace, office: Store, settings: Settings
) -> None:
    person_id, _ = office.run("person.add", a_person)
    first = ContactsPage(office_workspace, settings)
    qtbot.addWidget(first)
    first.open_record("person", person_id)
    first.perform("edit")
    form = first.people.editing.form
    assert form is not None
    form.grid.fields()["remark"].set_draft("ruft montags an")
    assert first.keep_typed() == ("people.form",)
    qtbot.waitUntil(lambda: len(waiting(office)) == 1)

    day = TodayPage(office_workspace, settings)
    qtbot.addWidget(day)
    assert day._day is not None
    [place] = [one.place for one in day._day.drafts]
    assert (place.kind, place.id) == ("person", person_id)
    assert place.name

    second = ContactsPage(office_workspace, settings)
    qtbot.addWidget(second)
    second.open_record("person", person_id)
    second.perform("edit")
    again = second.people.editing.form
    assert again is not None
    assert again.values()["remark"] == "ruft montags an"
    again.discarded.emit()
    qtbot.waitUntil(lambda: waiting(office) == [])


def test_a_new_record_not_saved_leads_to_its_area_and_not_to_a_call(store: Store) -> None:
    store.run("draft", lambda session: drafts.keep(session, "people.form", drafts.NEW, {}, store.clock()))
    [kept] = waiting(store)
    with store.read() as session:
        assert draft_places.place_of(session, kept) == DraftPlace(kind="person")

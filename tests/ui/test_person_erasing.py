"""Erasing a person in the window: what the question says, and that only a yes erases."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from kts_desktop.core.settings import Settings
from kts_desktop.services import persons
from kts_desktop.storage import undo
from kts_desktop.storage.erasures import ProfileLedger
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.store import Store
from kts_desktop.ui.contacts.mentions_dialog import MentionsDialog
from kts_desktop.ui.contacts.page import ContactsPage
from kts_desktop.ui.kit.dialogs import ConfirmDialog
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build_contacts import a_person
from tests.helpers.qt import nameless

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
LEFT_BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def anna(office: Store, tmp_path: Path) -> int:
    """Anna Lichtmoos, whom a body's remark names too, in a profile with one file set aside."""
    folder = ProfileFolder(tmp_path)
    folder.backups.mkdir()
    (folder.backups / "replaced-20261124T080000Z.ktsbackup").touch()
    office.ledger = ProfileLedger(folder, None)
    with office.write("demo") as session:
        a_person(session, "Wiesenfurt", "Paul", remark="vertritt Frau Lichtmoos")
        return a_person(session)


@pytest.fixture
def page(
    qtbot: QtBot, office_workspace: Workspace, office: Store, anna: int, settings: Settings
) -> Iterator[ContactsPage]:
    office_workspace.clock = lambda: NOW
    office_workspace.attach(office, undo)
    shown = ContactsPage(office_workspace, settings)
    qtbot.addWidget(shown)
    shown.resize(1136, 800)
    shown.show()
    shown.open_record("person", anna)
    yield shown
    shown.close()


def question(page: ContactsPage, qtbot: QtBot) -> ConfirmDialog:
    page.people.reading.acts["erase"].trigger()
    qtbot.waitUntil(lambda: page.people.findChild(ConfirmDialog) is not None)
    found = page.people.findChild(ConfirmDialog)
    assert isinstance(found, ConfirmDialog)
    return found


def people(store: Store) -> int:
    with store.read() as session:
        return int(session.execute(text("SELECT count(*) FROM person")).scalar_one())


def test_the_question_says_what_goes_until_when_and_who_else_names_the_person(
    page: ContactsPage, qtbot: QtBot
) -> None:
    dialog = question(page, qtbot)
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Anna Lichtmoos" in said
    assert "In backups until" in said
    assert "vertritt Frau Lichtmoos" in said
    assert nameless(dialog) == []
    qtbot.mouseClick(dialog.stay, LEFT_BUTTON)


def test_a_no_erases_nobody(page: ContactsPage, qtbot: QtBot, office: Store) -> None:
    qtbot.mouseClick(question(page, qtbot).stay, LEFT_BUTTON)
    assert people(office) == 2


def test_a_yes_erases_the_person_and_empties_the_card(
    page: ContactsPage, qtbot: QtBot, office: Store, office_workspace: Workspace
) -> None:
    with qtbot.waitSignal(office_workspace.changed):
        qtbot.mouseClick(question(page, qtbot).go, LEFT_BUTTON)
    assert people(office) == 1
    assert page.people.presenter.current == 0


def test_who_else_names_the_person_is_edited_and_then_forgotten(
    page: ContactsPage, qtbot: QtBot, office: Store, office_workspace: Workspace
) -> None:
    with qtbot.waitSignal(office_workspace.changed):
        qtbot.mouseClick(question(page, qtbot).go, LEFT_BUTTON)
    dialog = page.window().findChild(MentionsDialog)
    assert isinstance(dialog, MentionsDialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert nameless(dialog) == []
    [line] = dialog._lines
    with qtbot.waitSignal(office_workspace.record_wanted) as wanted:
        qtbot.mouseClick(line.open, LEFT_BUTTON)
    assert wanted.args[0] == "person"
    qtbot.mouseClick(line.forget, LEFT_BUTTON)
    qtbot.waitUntil(dialog._problem.isVisible)  # it was not edited yet
    assert remembered(office) == 1
    with office.write("person.edit") as session:
        session.execute(text("UPDATE person SET remark='vertritt eine Kollegin'"))
    assert remembered(office) == 1  # in the history
    with qtbot.waitSignal(office_workspace.changed):
        qtbot.mouseClick(line.forget, LEFT_BUTTON)
    assert remembered(office) == 0
    assert not line.forget.isVisible()
    assert not any("Lichtmoos" in label.text() for label in dialog.findChildren(QLabel))
    dialog.close()


def remembered(store: Store) -> int:
    """Return in how many places of the office the name stands."""
    with store.maintain() as connection:
        name = "%Lichtmoos%"
        queries = (
            "SELECT count(*) FROM person WHERE remark LIKE ?",
            "SELECT count(*) FROM change WHERE old LIKE ?",
        )
        return sum(int(connection.exec_driver_sql(one, (name,)).scalar_one()) for one in queries)


def test_somebody_in_the_bin_can_be_erased_and_nothing_else(
    page: ContactsPage, office: Store, anna: int
) -> None:
    with office.write("person.delete") as session:
        persons.delete(session, [anna])
    page.people.presenter.choose(anna)
    acts = page.people.reading.acts
    assert [key for key, action in acts.items() if action.isVisible()] == ["erase"]

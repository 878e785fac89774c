"""Data protection in the settings: first a look, then a question, then it is gone."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kts_desktop.core.settings import Settings
from kts_desktop.models.person import Person
from kts_desktop.services import retention
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from kts_desktop.ui.kit.detail import TabBar
from kts_desktop.ui.kit.dialogs import ConfirmDialog, Dialog
from kts_desktop.ui.settings.page import SettingsPage
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build_contacts import a_person
from tests.helpers.day import NOW
from tests.helpers.qt import nameless
from tests.helpers.shell import child


def test_what_is_too_old_is_counted_asked_for_and_removed(
    qtbot: QtBot, workspace: Workspace, store: Store, settings: Settings
) -> None:
    store.clock = lambda: NOW - timedelta(days=5 * 366)
    with store.write("person.add") as session:
        person = a_person(session, "Eins")
    with store.write("person.edit") as session:
        session.get_one(Person, person).family_name = "Zwei"
    store.clock = workspace.clock = lambda: NOW
    workspace.attach(store, undo)
    page = SettingsPage(workspace, settings)
    qtbot.addWidget(page)
    page.show()
    page.open_record("settings.privacy", 0)
    tabs = child(page, "settings.privacy.parts")
    assert isinstance(tabs, TabBar)
    tabs.setCurrentIndex(2)
    section = child(page, "settings.privacy")
    assert any("after 3 years" in label.text() for label in section.findChildren(QLabel))
    assert nameless(page) == []
    look = child(page, "settings.privacy.history.look")
    qtbot.mouseClick(look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.findChild(ConfirmDialog) is not None)
    question = page.findChild(ConfirmDialog)
    assert question is not None
    assert any("Old values: 1." in label.text() for label in question.findChildren(QLabel))
    assert retention.due(store, NOW).values == 1
    with qtbot.waitSignal(workspace.changed):
        qtbot.mouseClick(question.go, Qt.MouseButton.LeftButton)
    assert not retention.due(store, NOW)
    qtbot.mouseClick(look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any("nothing that is due" in told for told in texts(page)))


def texts(page: SettingsPage) -> list[str]:
    return [label.text() for dialog in page.findChildren(Dialog) for label in dialog.findChildren(QLabel)]

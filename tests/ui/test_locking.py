"""Locking over what is being typed: nothing is lost, and one is back where one was."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kts_desktop.ui.cases.page import CasesPage
from kts_desktop.ui.kit.form import Form
from tests.helpers.build import a_case
from tests.helpers.profiles import PASSPHRASE, Office
from tests.helpers.shell import child, program, when_there


@pytest.fixture
def office(profile: Office) -> Office:
    return profile


def unlock(qtbot: QtBot, window: QWidget, panel: str) -> None:
    qtbot.waitUntil(when_there(window, f"{panel}.secret"), timeout=10_000)
    field = child(window, f"{panel}.secret")
    qtbot.keyClicks(field, PASSPHRASE)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_unlocking_returns_to_the_record_and_to_what_was_being_typed(
    qtbot: QtBot, qapp: QApplication, office: Office, tmp_path: Path
) -> None:
    with program(qapp, tmp_path, office.folder) as desk:
        desk.window.show()
        unlock(qtbot, desk.window, "unlock")
        qtbot.waitUntil(lambda: desk.window.is_open, timeout=10_000)
        made: list[int] = []
        ticket = desk.workspace.write("case.open", lambda session, _: a_case(session, subject="Rufbus"))
        ticket.succeeded.connect(made.append)
        qtbot.waitUntil(lambda: bool(made))
        desk.workspace.open_record("advisory_case", made[0])
        page = desk.window.place.page()
        assert isinstance(page, CasesPage)
        page.perform("edit")
        form = page.detail.form()
        assert isinstance(form, Form)
        form.grid.fields()["concern"].set_draft("Halb getippt")

        desk.lock()
        assert not desk.window.is_open
        unlock(qtbot, desk.window, "lock")
        qtbot.waitUntil(lambda: desk.window.is_open, timeout=10_000)

        again = desk.window.place.page()
        assert isinstance(again, CasesPage)
        assert again is not page
        assert again.presenter.shown == made[0]
        opened = again.detail.form()
        assert isinstance(opened, Form)
        assert opened.values()["concern"] == "Halb getippt"
        opened.discarded.emit()

"""Searching everything: while typing, over all kinds, by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from kts_desktop.core.settings import Settings
from kts_desktop.services import cases
from kts_desktop.services.cases import CaseDraft
from kts_desktop.ui.search.page import SearchPage
from kts_desktop.ui.workspace import Workspace
from tests.helpers.qt import leaked, nameless


@pytest.fixture
def page(qtbot: QtBot, demo_workspace: Workspace, settings: Settings) -> SearchPage:
    page = SearchPage(demo_workspace, settings)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def headlines(page: SearchPage) -> list[str]:
    model = page.list.model()
    return [str(model.index(row, 0).data()).split(", ")[0] for row in range(model.rowCount())]


def found(qtbot: QtBot, page: SearchPage, text: str) -> list[str]:
    page.field.clear()
    qtbot.keyClicks(page.field, text)
    qtbot.waitUntil(lambda: bool(headlines(page)))
    return headlines(page)


def test_a_word_finds_records_of_several_kinds(qtbot: QtBot, page: SearchPage) -> None:
    found(qtbot, page, "datenplattform")
    spoken = " ".join(str(page.list.model().index(row, 0).data()) for row in range(8))
    assert "Advisory case" in spoken
    assert "Note" in spoken


def test_a_municipality_is_found_though_the_office_has_nothing_on_it(qtbot: QtBot, page: SearchPage) -> None:
    assert "Krefeld" in found(qtbot, page, "krefeld")


def test_one_kind_alone_can_be_asked_for(qtbot: QtBot, page: SearchPage) -> None:
    box = page.kinds.findChild(QComboBox, "search.kinds")
    assert isinstance(box, QComboBox)
    everything = len(found(qtbot, page, "datenplattform"))
    box.setCurrentIndex(box.findData("note"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: 0 < len(headlines(page)) < everything)


def test_down_and_enter_open_the_chosen_hit(
    qtbot: QtBot, page: SearchPage, demo_workspace: Workspace
) -> None:
    found(qtbot, page, "krefeld")
    qtbot.keyClick(page.field, Qt.Key.Key_Down)
    qtbot.waitUntil(page.list.hasFocus)
    with qtbot.waitSignal(demo_workspace.record_wanted) as wanted:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert wanted.args is not None
    assert wanted.args[0] == "organisation"


def test_an_answer_to_letters_typed_since_is_dropped(qtbot: QtBot, page: SearchPage) -> None:
    found(qtbot, page, "krefeld")
    qtbot.keyClicks(page.field, "x")
    page.field.clear()
    qtbot.waitUntil(lambda: headlines(page) == [])


def test_what_is_found_follows_a_change(qtbot: QtBot, page: SearchPage, demo_workspace: Workspace) -> None:
    before = len(found(qtbot, page, "datenplattform"))
    draft = CaseDraft(subject="Datenplattform für Wanderdünen", received_on=date(2026, 11, 24))
    with qtbot.waitSignal(demo_workspace.changed):
        demo_workspace.write("case.open", lambda session, _: cases.open_case(session, draft))
    qtbot.waitUntil(lambda: len(headlines(page)) == before + 1)


def test_nothing_found_is_said(qtbot: QtBot, page: SearchPage) -> None:
    found(qtbot, page, "krefeld")
    page.field.setText("qqqqzzzz")
    qtbot.waitUntil(lambda: headlines(page) == [])
    assert not page.list.isVisible()


def test_everything_is_named_and_the_page_is_freed(
    page: SearchPage, demo_workspace: Workspace, settings: Settings
) -> None:
    assert nameless(page) == []
    assert leaked(lambda: SearchPage(demo_workspace, settings)) == 0

"""What every page has from its base: abilities, looks, texts set anew."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout
from pytestqt.qtbot import QtBot

from kts_desktop.ui.kit.cards import Card, CardList
from kts_desktop.ui.kit.detail import Detail
from kts_desktop.ui.kit.list_pane import ListPane
from kts_desktop.ui.kit.list_view import ListView
from kts_desktop.ui.kit.page import ABILITIES, Page
from kts_desktop.ui.kit.split import SplitPane
from kts_desktop.ui.kit.table import Column
from kts_desktop.ui.workspace import Workspace


class TownPage(Page):
    """A page with a list, a record and a table."""

    key = "towns"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.done: list[str] = []
        self.pane = ListPane(CardList("towns.list", lambda row: Card(headline=row)), "towns")
        columns: tuple[Column[str], ...] = (
            Column("name", lambda: "Name", str),
            Column("state", lambda: "State", str),
        )
        self.table = ListView("towns.table", columns, "name", self)
        layout = QVBoxLayout(self)
        layout.addWidget(SplitPane(self.pane, Detail("towns"), "towns"))
        layout.addWidget(self.table)
        self.retranslate()

    def abilities(self) -> frozenset[str]:
        return frozenset({"create", "find"})

    def do_create(self) -> None:
        self.done.append("create")

    def do_delete(self) -> None:
        self.done.append("delete")

    def retranslate(self) -> None:
        self.done.append("texts")
        self.pane.set_title("Towns")


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> TownPage:
    page = TownPage(workspace)
    qtbot.addWidget(page)
    page.done.clear()
    return page


def test_only_what_the_page_can_do_is_done(page: TownPage) -> None:
    for ability in ABILITIES:
        page.perform(ability)
    assert page.done == ["create"]


def test_texts_are_set_anew_when_the_language_changes(page: TownPage) -> None:
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert page.done == ["texts"]


def test_a_page_whose_office_is_closed_asks_nothing(page: TownPage, workspace: Workspace) -> None:
    workspace.detach()
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert page.done == []


def test_the_arrangement_of_all_parts_comes_back(page: TownPage) -> None:
    left = {"towns.split": {"list": 500}, "towns.table": {"hidden": ["state"], "widths": {}}}
    page.set_looks(left)
    looks = page.looks()
    assert looks["towns.split"] == {"list": 500}
    assert page.table.horizontalHeader().isSectionHidden(1)
    page.set_looks({"towns.split": "not a mapping", "elsewhere": {}})
    assert page.looks() == looks


def test_a_page_is_known_by_its_key(page: TownPage) -> None:
    assert page.objectName() == "towns.page"
    assert page.may_leave()

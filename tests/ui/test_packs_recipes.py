"""Recipes in the window: parts chosen, ordered, kept under a name and used again."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot

from kts_desktop.core.settings import Settings
from kts_desktop.services import recipes
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.pack_parts import Part
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from kts_desktop.ui.packs.making import Made
from kts_desktop.ui.packs.page import PacksPage
from kts_desktop.ui.packs.recipe_dialog import RecipeDialog
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build import a_body, a_case
from tests.helpers.qt import leaked, nameless

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
LONG = 20_000  # milliseconds: fonts are read with the first paper


@pytest.fixture
def page(qtbot: QtBot, office_workspace: Workspace, office: Store, settings: Settings) -> Iterator[PacksPage]:
    office_workspace.clock = lambda: NOON
    with office.write("case.open") as session:
        body = a_body(session, "Haßfurt", state="09", district="Haßberge")
        a_case(session, subject="Wirkungsmessung", organisation_id=body)
    page = PacksPage(office_workspace, settings)
    qtbot.addWidget(page)
    page.resize(1300, 900)
    with qtbot.waitExposed(page):
        page.show()
    page.open_record("organisation", body)
    page.paper.parts.setChecked(True)
    made(page, qtbot)
    yield page
    page.presenter.cancel()
    page.hide()


def made(page: PacksPage, qtbot: QtBot) -> Made:
    qtbot.waitUntil(lambda: page.presenter.made is not None, timeout=LONG)
    paper = page.presenter.made
    assert paper is not None
    return paper


def options(page: PacksPage, qtbot: QtBot) -> BriefingOptions:
    found = made(page, qtbot).order.options
    assert isinstance(found, BriefingOptions)
    return found


def item_of(page: PacksPage, part: Part) -> QListWidgetItem:
    rows = page.paper.panel.parts
    return next(
        rows.item(row) for row in range(rows.count()) if rows.item(row).data(Qt.ItemDataRole.UserRole) == part
    )


def save_as(page: PacksPage, qtbot: QtBot, name: str) -> RecipeDialog:
    page.paper.panel.save.click()
    dialog = page.findChild(RecipeDialog)
    assert dialog is not None
    dialog.name.set_value(name)
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    return dialog


def test_a_part_left_out_is_missing_in_the_pack_at_once(page: PacksPage, qtbot: QtBot) -> None:
    item_of(page, Part.PEERS).setCheckState(Qt.CheckState.Unchecked)
    assert Part.PEERS not in [one.part for one in options(page, qtbot).choices()]
    assert page.paper.panel.recipe.value() == ""


def test_alt_and_an_arrow_move_a_part(page: PacksPage, qtbot: QtBot) -> None:
    rows = page.paper.panel.parts
    before = rows.parts()
    rows.setCurrentRow(2)
    qtbot.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    after = [one.part for one in options(page, qtbot).choices()]
    assert after == [before[0], before[2], before[1], *before[3:]]


def test_an_option_of_a_part_is_taken_over(page: PacksPage, qtbot: QtBot) -> None:
    panel = page.paper.panel
    panel.parts.setCurrentItem(item_of(page, Part.PERSONS))
    panel.rows.set_value(3)
    persons = next(one for one in options(page, qtbot).choices() if one.part is Part.PERSONS)
    assert persons.rows == 3


def test_a_recipe_changed_saved_and_used_again_gives_the_same_pack(page: PacksPage, qtbot: QtBot) -> None:
    item_of(page, Part.PEERS).setCheckState(Qt.CheckState.Unchecked)
    wanted = options(page, qtbot).parts
    save_as(page, qtbot, "Meine Mappe")
    panel = page.paper.panel
    qtbot.waitUntil(lambda: panel.recipe.value() == "Meine Mappe")
    qtbot.waitUntil(lambda: page.findChild(RecipeDialog) is None)
    short = recipes.office(page.workspace.language)[1]
    panel.recipe.set_value(short.name)
    assert options(page, qtbot).parts == short.options.parts
    panel.recipe.set_value("Meine Mappe")
    assert options(page, qtbot).parts == wanted


def test_a_name_of_the_office_is_refused_and_what_was_typed_stays(page: PacksPage, qtbot: QtBot) -> None:
    dialog = save_as(page, qtbot, "Kurzfassung (2 Seiten)")
    qtbot.waitUntil(dialog.problem.isVisible)
    assert dialog.name.value() == "Kurzfassung (2 Seiten)"
    dialog.reject()


def test_a_deleted_recipe_comes_back_by_undo(page: PacksPage, qtbot: QtBot, office: Store) -> None:
    save_as(page, qtbot, "Meine Mappe")
    panel = page.paper.panel
    qtbot.waitUntil(lambda: panel.recipe.value() == "Meine Mappe")
    with qtbot.waitSignal(page.workspace.changed):
        panel.delete.click()
    assert "Meine Mappe" not in names(office)
    undo.undo(office)
    assert "Meine Mappe" in names(office)


def names(office: Store) -> list[str]:
    with office.read() as session:
        return [one.name for one in recipes.all_of(session, "de")]


def test_recipes_of_the_office_cannot_be_deleted(page: PacksPage, qtbot: QtBot) -> None:
    assert page.paper.panel.recipe.value() == recipes.office(page.workspace.language)[0].name
    assert not page.paper.panel.delete.isEnabled()


def test_everything_in_the_panel_has_a_name(page: PacksPage) -> None:
    assert nameless(page) == []


def test_a_closed_question_goes_away(page: PacksPage, qtbot: QtBot) -> None:
    assert leaked(lambda: RecipeDialog("", page)) == 0

"""The exchange in the window: packages looked into before they are taken over, conflicts, trust."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import PackageError
from kts_desktop.core.settings import EXCHANGE_FOLDER, Settings
from kts_desktop.exchange.sync.views import Entry, Opinion, Stage, Trust
from kts_desktop.ui.exchange.conflict_reading import BOTH, OWN_VALUE
from kts_desktop.ui.exchange.export_dialog import ExportDialog, ExportedDialog
from kts_desktop.ui.exchange.page import ExchangePage
from kts_desktop.ui.exchange.trust_dialogs import CompareDialog, LossDialog
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build import NOON
from tests.helpers.exchange_desk import DIGITS, NOON_MS, TOKEN, GivenDesk, a_colleague, a_conflict
from tests.helpers.qt import leaked, nameless


@pytest.fixture
def desk(tmp_path: Path) -> GivenDesk:
    lying = tmp_path / "a.ktspaket"
    lying.write_bytes(b"x")
    return GivenDesk(
        packages=[
            Entry(id=b"p" * 16, stage=Stage.NEW, partner="Jonas Petersen", at_ms=NOON_MS, size=9, path=lying)
        ],
        open_conflicts=[a_conflict(), a_conflict(Opinion.TEXT, ("Frist 3.12.", "Dringend"))],
    )


@pytest.fixture
def page(
    qtbot: QtBot, office_workspace: Workspace, settings: Settings, desk: GivenDesk
) -> Iterator[ExchangePage]:
    office_workspace.clock = lambda: NOON
    office_workspace.language = "en"
    page = ExchangePage(office_workspace, settings, lambda _store: desk)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    qtbot.waitUntil(lambda: page.conflicts.list.rows.table.rowCount() == 2)
    qtbot.waitUntil(page.packages.reading.apply.isVisible)
    yield page


def shown(page: ExchangePage, kind: type[QDialog]) -> QDialog | None:
    return next((one for one in page.findChildren(kind) if one.isVisible()), None)


def test_a_package_is_looked_into_before_it_can_be_taken_over(
    qtbot: QtBot, page: ExchangePage, desk: GivenDesk
) -> None:
    reading = page.packages.reading
    assert desk.done == [("preview",)]
    assert reading.inside.table.rowCount() == 1
    reading.apply.click()
    qtbot.waitUntil(lambda: ("apply", desk.packages[0].path, TOKEN) in desk.done)
    qtbot.waitUntil(lambda: not reading.apply.isVisible() and reading.back_out.isVisible())


def test_a_preview_that_has_grown_old_is_made_anew_and_nothing_is_taken_over(
    qtbot: QtBot, page: ExchangePage, desk: GivenDesk
) -> None:
    desk.stale_once = True
    page.packages.reading.apply.click()
    qtbot.waitUntil(lambda: desk.done.count(("preview",)) == 2)
    assert not [one for one in desk.done if one[0] == "apply"]
    qtbot.waitUntil(page.packages.reading.apply.isVisible)


def test_a_file_that_is_no_package_is_refused_with_its_sentence_on_the_package(
    qtbot: QtBot, page: ExchangePage, desk: GivenDesk, tmp_path: Path
) -> None:
    desk.refusal = PackageError("package_foreign", name="b.ktspaket")
    other = tmp_path / "b.ktspaket"
    other.write_bytes(b"y")
    page.take_file(other)
    qtbot.waitUntil(page.packages.reading.problem.isVisible)
    assert page.packages.reading.problem.text().startswith("This is not a KTS package.")
    assert not page.packages.reading.apply.isVisible()


def test_a_package_that_could_not_be_taken_over_can_be_tried_again(
    qtbot: QtBot, page: ExchangePage, desk: GivenDesk
) -> None:
    desk.refusal = PackageError("package_locked")
    with qtbot.waitSignal(page.workspace.failed):
        page.packages.reading.apply.click()
    desk.refusal = None
    qtbot.waitUntil(page.packages.reading.apply.isVisible)
    assert page.packages.presenter._entries[0].stage is Stage.NEW


def test_changes_made_on_another_page_are_read_when_this_one_is_shown_again(
    qtbot: QtBot, page: ExchangePage, desk: GivenDesk
) -> None:
    page.hide()
    desk.open_conflicts.pop()
    page.workspace.changed.emit(Changes.of("person", 1))
    assert page.conflicts.list.rows.table.rowCount() == 2
    page.show()
    qtbot.waitUntil(lambda: page.conflicts.list.rows.table.rowCount() == 1)


@pytest.mark.parametrize(
    ("choice", "value"),
    [(0, "Frist 3.12."), (1, "Dringend"), (BOTH, "Frist 3.12.\n\nDringend"), (OWN_VALUE, "Frist 4.12.")],
)
def test_a_conflict_is_decided_for_mine_theirs_both_or_another_wording(
    qtbot: QtBot, page: ExchangePage, desk: GivenDesk, choice: int, value: str
) -> None:
    page.open_record("exchange.conflicts", 0)
    pane = page.conflicts
    pane.list.selection.select(2)
    assert not pane.reading.decide.isEnabled(), "nothing is chosen beforehand"
    if choice == OWN_VALUE:
        pane.reading.value.set_draft(value)
    pane.reading.group.button(choice).setChecked(True)
    pane.reading.decide.click()
    qtbot.waitUntil(lambda: ("resolve", value) in desk.done)
    qtbot.waitUntil(lambda: pane.list.rows.table.rowCount() == 1)
    assert page.switch.tabText(2) == "Conflicts (1)"


def test_a_new_card_is_trusted_only_after_the_last_digits_were_typed_as_heard(
    qtbot: QtBot, page: ExchangePage, desk: GivenDesk, tmp_path: Path
) -> None:
    page.take_file(tmp_path / "krueger.ktskarte")
    qtbot.waitUntil(lambda: shown(page, CompareDialog) is not None)
    dialog = shown(page, CompareDialog)
    assert isinstance(dialog, CompareDialog)
    assert "90481" not in dialog.digits.text()
    qtbot.keyClicks(dialog.last, "90482")
    dialog.go.click()
    assert dialog.problem.isVisible()
    assert not [one for one in desk.done if one[0] == "confirm"]
    dialog.last.clear()
    qtbot.keyClicks(dialog.last, "9 0481")
    dialog.go.click()
    qtbot.waitUntil(lambda: ("confirm", desk.laptops[-1].fingerprint, DIGITS) in desk.done)


def test_a_lost_laptop_is_given_up_after_its_owner_was_told_what_lay_on_it(
    qtbot: QtBot, page: ExchangePage, desk: GivenDesk
) -> None:
    page.open_record("exchange.laptops", 0)
    page.laptops.list.selection.select(2)
    page.laptops.reading.lost.click()
    qtbot.waitUntil(lambda: shown(page, LossDialog) is not None)
    dialog = shown(page, LossDialog)
    assert isinstance(dialog, LossDialog)
    assert dialog.stay.hasFocus(), "Enter alone gives up nothing"
    dialog.go.click()
    qtbot.waitUntil(lambda: desk.laptops[0].trust is Trust.REVOKED)
    qtbot.waitUntil(lambda: not page.laptops.reading.export.isVisible())


def test_a_package_is_written_for_the_laptops_ticked_and_the_file_is_named(
    qtbot: QtBot, page: ExchangePage, desk: GivenDesk, tmp_path: Path
) -> None:
    desk.laptops.append(a_colleague("Mira Öztürk"))
    page.do_refresh()
    qtbot.waitUntil(lambda: len(page.laptops.presenter.confirmed()) == 2)
    page.open_record("exchange.laptops", 0)
    page.laptops.set_folder(tmp_path)
    page.laptops.list.selection.select(3)
    page.perform("create")
    dialog = shown(page, ExportDialog)
    assert isinstance(dialog, ExportDialog)
    assert dialog.to.value() == ("1",)
    qtbot.keyClick(dialog.go, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ("export", (desk.laptops[1].fingerprint,), tmp_path, False) in desk.done)
    qtbot.waitUntil(lambda: shown(page, ExportedDialog) is not None)


def test_the_watched_folder_is_remembered_and_can_be_left(
    page: ExchangePage, settings: Settings, tmp_path: Path
) -> None:
    page.packages._on_folder(str(tmp_path))
    assert settings.get(EXCHANGE_FOLDER) == str(tmp_path)
    assert page.packages.unwatch.isVisible()
    page.packages.unwatch.click()
    assert settings.get(EXCHANGE_FOLDER) == ""
    assert page.packages.presenter.folder is None


def test_every_part_of_the_page_has_a_name_for_screen_readers(page: ExchangePage) -> None:
    for part in ("packages", "laptops", "conflicts"):
        page.open_record(f"exchange.{part}", 0)
        assert nameless(page) == []


def test_the_dialogs_of_the_page_go_when_they_are_closed(page: ExchangePage, desk: GivenDesk) -> None:
    one = desk.laptops[0]
    assert leaked(lambda: CompareDialog(one, page)) == 0
    assert leaked(lambda: LossDialog(one, desk.loss(b""), "en", page)) == 0
    assert leaked(lambda: ExportDialog([one], (), Path(), page)) == 0

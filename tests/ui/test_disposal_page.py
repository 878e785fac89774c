"""Disposal in the settings: proposed, withdrawn, asked about and gone for good, and what the log shows."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from kts_desktop.core.settings import Settings
from kts_desktop.models.vocab import CaseId, CaseState
from kts_desktop.services import cases, disposal_due
from kts_desktop.storage import undo
from kts_desktop.storage.erasures import ProfileLedger
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.store import Store
from kts_desktop.ui.kit.dialogs import ConfirmDialog, Dialog
from kts_desktop.ui.settings.disposal import DisposalPane
from kts_desktop.ui.settings.disposal_log import DisposalLogPane
from kts_desktop.ui.settings.page import SettingsPage
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build import a_case, a_note, a_task
from tests.helpers.day import NOW
from tests.helpers.qt import activate, nameless

LEFT = Qt.MouseButton.LeftButton
FILED = NOW.date() - timedelta(days=1827)  # the last day of its five years was yesterday


@pytest.fixture
def store(office: Store, tmp_path: Path) -> Store:
    """An office in a profile, with a backup from before and nothing filed."""
    folder = ProfileFolder(tmp_path)
    folder.backups.mkdir()
    (folder.backups / "replaced-20261124T080000Z.ktsbackup").touch()
    office.ledger = ProfileLedger(folder, None)
    office.clock = lambda: NOW
    return office


@pytest.fixture
def page(
    qtbot: QtBot, office_workspace: Workspace, store: Store, settings: Settings
) -> Iterator[SettingsPage]:
    office_workspace.clock, office_workspace.language = lambda: NOW, "en"
    office_workspace.attach(store, undo)
    shown = SettingsPage(office_workspace, settings)
    qtbot.addWidget(shown)
    shown.resize(1100, 760)
    shown.show()
    yield shown
    shown.close()


def filed(store: Store, subject: str, on: date = FILED) -> CaseId:
    with store.write("case.open") as session:
        case_id = a_case(session, subject=subject)
        a_note(session, case_id=case_id)
        a_task(session, case_id=case_id)
    with store.write("case.set_state") as session:
        cases.set_state(session, [case_id], CaseState.FILED, on)
    return case_id


def opened(page: SettingsPage, qtbot: QtBot, count: int) -> DisposalPane:
    """Open the page as the reminder does, and wait until so many cases are listed."""
    page.open_record("settings.privacy", 0)
    pane = page.findChild(DisposalPane)
    assert isinstance(pane, DisposalPane)
    qtbot.waitUntil(lambda: pane.list.table.rowCount() == count)
    return pane


def may(pane: DisposalPane) -> set[str]:
    return {key for key, button in pane.verbs.items() if button.isEnabled()}


def press(pane: DisposalPane, qtbot: QtBot, verb: str) -> None:
    with qtbot.waitSignal(pane._workspace.changed):
        qtbot.mouseClick(pane.verbs[verb], LEFT)


def lines(pane: DisposalPane) -> list[str]:
    """Return the cards as a screen reader reads them."""
    table = pane.list.table
    role = int(Qt.ItemDataRole.AccessibleTextRole)
    return [str(table.data(table.index(row, 0), role)) for row in range(table.rowCount())]


def question(pane: DisposalPane, qtbot: QtBot) -> ConfirmDialog:
    qtbot.mouseClick(pane.verbs["dispose"], LEFT)
    qtbot.waitUntil(lambda: pane.findChild(ConfirmDialog) is not None)
    found = pane.findChild(ConfirmDialog)
    assert isinstance(found, ConfirmDialog)
    return found


def said(part: Dialog) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel))


def test_what_is_due_is_listed_with_class_days_and_who_proposed_it(
    page: SettingsPage, qtbot: QtBot, store: Store
) -> None:
    filed(store, "Später", FILED + timedelta(days=1))
    filed(store, "Zweitens")
    filed(store, "Erstens", FILED - timedelta(days=40))
    pane = opened(page, qtbot, 2)
    first, second = lines(pane)
    assert "Erstens" in first
    assert "Zweitens" in second
    for words in ("advisory case", "filed on 23 Nov 2021", "due since 24 Nov 2026", "row 2 of 2"):
        assert words in second
    assert may(pane) == set()
    pane.list.selectRow(1)
    assert may(pane) == {"propose", "show"}
    press(pane, qtbot, "propose")
    qtbot.waitUntil(lambda: "proposed on 24 Nov 2026, Mira Ahornthal" in lines(pane)[1])
    assert "proposed" not in lines(pane)[0]
    assert nameless(page) == []


def test_a_proposal_is_withdrawn_or_undone(page: SettingsPage, qtbot: QtBot, store: Store) -> None:
    filed(store, "Eins")
    filed(store, "Zwei")
    pane = opened(page, qtbot, 2)
    pane.list.selectAll()
    press(pane, qtbot, "propose")
    qtbot.waitUntil(lambda: may(pane) == {"withdraw", "dispose"})
    pane.list.selectRow(0)
    press(pane, qtbot, "withdraw")
    qtbot.waitUntil(lambda: may(pane) == {"propose", "show"})
    assert ["proposed" in line for line in lines(pane)] == [False, True]
    with qtbot.waitSignal(pane._workspace.changed):
        pane.notice.undo_wanted.emit()
    qtbot.waitUntil(lambda: ["proposed" in line for line in lines(pane)] == [True, True])


def test_the_question_names_what_goes_and_what_stays_and_only_a_yes_disposes(
    page: SettingsPage, qtbot: QtBot, store: Store
) -> None:
    case_id = filed(store, "Datenplattform")
    pane = opened(page, qtbot, 1)
    number = pane._rows[case_id].case.number
    pane.list.selectAll()
    press(pane, qtbot, "propose")
    qtbot.waitUntil(lambda: "dispose" in may(pane))
    dialog = question(pane, qtbot)
    told = said(dialog)
    for words in (
        number,
        "1 note(s), 1 follow-up(s), 0 document(s)",
        "People and bodies stay",
        "In backups until",
        "You proposed 1",
    ):
        assert words in told
    labels = [label for label in dialog.findChildren(QLabel) if label.wordWrap()]
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)  # none is cut
    activate(qtbot, dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)  # the key that answers most questions changes nothing here
    assert pane._rows
    dialog = question(pane, qtbot)
    with qtbot.waitSignal(pane._workspace.changed):
        qtbot.mouseClick(dialog.go, LEFT)
    qtbot.waitUntil(lambda: not pane._rows)
    with store.maintain() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM advisory_case").scalar_one() == 0
    shown = [label.text() for label in pane.findChildren(QLabel) if label.isVisibleTo(pane)]
    assert "Nothing is due for disposal" in shown
    assert "1 case(s) disposed of and logged." in shown


def test_of_the_chosen_cases_only_proposed_ones_are_disposed_of(
    page: SettingsPage, qtbot: QtBot, store: Store
) -> None:
    filed(store, "Bleibt", FILED - timedelta(days=2))
    filed(store, "Geht")
    pane = opened(page, qtbot, 2)
    pane.list.selectRow(1)
    press(pane, qtbot, "propose")
    qtbot.waitUntil(lambda: "dispose" in may(pane))
    pane.list.selectAll()
    assert may(pane) == {"propose", "withdraw", "dispose"}
    dialog = question(pane, qtbot)
    assert dialog.windowTitle() == "Dispose of 1 case(s) for good?"
    qtbot.mouseClick(dialog.go, LEFT)
    qtbot.waitUntil(lambda: pane.list.table.rowCount() == 1)
    assert "Bleibt" in lines(pane)[0]


def test_a_case_reopened_meanwhile_is_not_disposed_of_and_that_is_said(
    page: SettingsPage, qtbot: QtBot, store: Store
) -> None:
    case_id = filed(store, "Wieder offen")
    pane = opened(page, qtbot, 1)
    pane.list.selectAll()
    press(pane, qtbot, "propose")
    qtbot.waitUntil(lambda: "dispose" in may(pane))
    dialog = question(pane, qtbot)
    with store.write("case.set_state") as session:  # by another way than this window
        cases.set_state(session, [case_id], CaseState.IN_PROGRESS, NOW.date())
    qtbot.mouseClick(dialog.go, LEFT)
    qtbot.waitUntil(lambda: pane.findChild(Dialog, "dialog.message") is not None)
    refused = pane.findChild(Dialog, "dialog.message")
    assert isinstance(refused, Dialog)
    assert "is not due for disposal" in said(refused)
    qtbot.waitUntil(lambda: not pane._rows)
    assert not pane._is_busy


def test_enter_leads_to_the_case_but_not_to_one_in_the_bin(
    page: SettingsPage, qtbot: QtBot, store: Store
) -> None:
    filed(store, "Im Büro")
    binned = filed(store, "Im Papierkorb", FILED - timedelta(days=3))
    with store.write("case.delete") as session:
        cases.delete(session, [binned])
    pane = opened(page, qtbot, 2)
    assert "in the bin" in lines(pane)[0]
    wanted: list[int] = []
    pane._workspace.record_wanted.connect(lambda _kind, id_: wanted.append(id_))
    pane.list.setFocus()
    pane.list.selectRow(0)
    assert may(pane) == {"propose"}
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert wanted == []
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert wanted == [next(id_ for id_ in pane._rows if id_ != binned)]


def test_looking_at_the_list_ends_the_reminder_of_the_month(
    page: SettingsPage, qtbot: QtBot, store: Store
) -> None:
    filed(store, "Eins")
    with store.read() as session:
        assert disposal_due.reminder(session, NOW) == 1
    opened(page, qtbot, 1)

    def reminded() -> int:
        with store.read() as session:
            return disposal_due.reminder(session, NOW)

    qtbot.waitUntil(lambda: reminded() == 0)


def test_the_log_is_a_table_that_can_be_copied_and_saved(
    page: SettingsPage, qtbot: QtBot, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed(store, "Eins")
    filed(store, "Zwei", FILED - timedelta(days=3))
    pane = opened(page, qtbot, 2)
    pane.list.selectAll()
    press(pane, qtbot, "propose")
    qtbot.waitUntil(lambda: "dispose" in may(pane))
    qtbot.mouseClick(question(pane, qtbot).go, LEFT)
    qtbot.waitUntil(lambda: not pane._rows)
    page._privacy.tabs.setCurrentIndex(1)
    log = page.findChild(DisposalLogPane)
    assert isinstance(log, DisposalLogPane)
    qtbot.waitUntil(lambda: log.list.table.rowCount() == 2)
    log.list.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    log.list.setFocus()
    log.list.selectAll()
    qtbot.keyClick(log.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rows = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    assert rows[0] == ["File number", "Filed", "Kept until", "Proposed", "Disposed of"]
    assert [row[1] for row in rows[1:]] == ["20 Nov 2021", "23 Nov 2021"]
    file = tmp_path / "log.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    with qtbot.waitSignal(log._workspace.said) as told:
        qtbot.mouseClick(log.save, LEFT)
    assert told.args == ["Saved as log.csv."]
    assert file.read_text(encoding="utf-8-sig").count("2026-11-24") == 4
    assert nameless(page) == []


def test_a_log_without_a_line_says_so(page: SettingsPage, qtbot: QtBot) -> None:
    opened(page, qtbot, 0)
    page._privacy.tabs.setCurrentIndex(1)
    log = page.findChild(DisposalLogPane)
    assert isinstance(log, DisposalLogPane)
    qtbot.waitUntil(
        lambda: any(
            label.text() == "Nothing has been disposed of yet" and label.isVisibleTo(log)
            for label in log.findChildren(QLabel)
        )
    )

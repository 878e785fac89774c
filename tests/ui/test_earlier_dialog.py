"""The dialog of earlier states: a backup is chosen, what differs is ticked, taken over and undone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextEdit, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from kts_desktop import errands
from kts_desktop.app import Desk
from kts_desktop.core.changes import Changes
from kts_desktop.core.clock import utc_now
from kts_desktop.models.vocab import CaseId
from kts_desktop.services import cases, consents, contact_points, projects
from kts_desktop.services.projects import ProjectDraft
from kts_desktop.storage import looking_back, rekeying, undo
from kts_desktop.storage.creating import create_demo_profile
from kts_desktop.storage.keys import KeySources
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.progress import Progress
from kts_desktop.ui.jobs import Jobs
from kts_desktop.ui.kit.detail import Detail
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.page import Page
from kts_desktop.ui.shell.action_table import BY_KEY
from kts_desktop.ui.shell.actions import State
from kts_desktop.ui.shell.earlier_dialog import EarlierDialog
from kts_desktop.ui.shell.earlier_words import compared
from kts_desktop.ui.shell.looking import Wish
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build import a_case
from tests.helpers.build_earlier import CONCERN, LATER, Made, edit_case, edit_way, fill, make
from tests.helpers.profiles import CHEAP
from tests.helpers.shell import child, program, when_there

SPACE, LEFT = Qt.Key.Key_Space, Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(tmp_path_factory.mktemp("template"))


@pytest.fixture
def made(template: Made, tmp_path: Path) -> Made:
    return template.copy_to(tmp_path / "office")


@pytest.fixture
def opened(made: Made) -> Iterator[Opened]:
    found = made.office.open()
    yield found
    found.close()


@pytest.fixture
def desk(qapp: QApplication, opened: Opened) -> Iterator["Bench"]:
    bench = Bench(opened)
    yield bench
    bench.close()


class Bench:
    """An office, its workspace and what looks into its backups, as the program puts them together."""

    def __init__(self, opened: Opened) -> None:
        self.writer, self.readers = Jobs(), Jobs(2)
        self.workspace = Workspace(self.writer, self.readers)
        self.workspace.language = "en"
        self.workspace.attach(opened.store, undo)
        self.archive = errands.Archive(self.readers, self.workspace)
        self.archive.serve(opened)
        self.opened = opened
        self.said: list[str] = []
        self.workspace.said.connect(self.said.append)
        self.ground = QWidget()

    def open(self, qtbot: QtBot, kind: str, id_: int) -> EarlierDialog:
        """Open the dialog and wait for what it finds in the newest backup."""
        dialog = EarlierDialog(self.workspace, self.archive, (kind, id_), self.ground)
        self.ground.show()
        dialog.begin()
        qtbot.waitUntil(lambda: is_settled(dialog), timeout=10_000)
        return dialog

    def close(self) -> None:
        self.ground.deleteLater()
        self.archive.serve(None)
        self.workspace.detach()
        self.readers.shutdown()
        self.writer.shutdown()


def is_settled(dialog: EarlierDialog) -> bool:
    is_busy = dialog.stop.isVisibleTo(dialog) or dialog._resting.isActive()
    return dialog.backups.count() > 0 and not is_busy


def rows(dialog: EarlierDialog) -> list[tuple[str, str, str]]:
    return [(item.text(0), item.text(1), item.text(2)) for item in dialog.tree._leaves()]


def leaf(dialog: EarlierDialog, name: str) -> QTreeWidgetItem:
    (found,) = (item for item in dialog.tree._leaves() if item.text(0) == name)
    return found


def says(dialog: EarlierDialog, words: str) -> bool:
    return any(words in label.text() and label.isVisibleTo(dialog) for label in dialog.findChildren(QLabel))


def value(opened: Opened, statement: str) -> object:
    with opened.store.read() as session:
        return session.scalar(text(f"SELECT {statement}"))


def test_an_entry_that_is_as_it_was_says_so(qtbot: QtBot, desk: Bench, made: Made) -> None:
    dialog = desk.open(qtbot, "person", made.ids["person"])
    assert says(dialog, "Nothing differs")
    assert not dialog.take.isEnabled()
    assert dialog.windowTitle() == "Earlier state: Anna Lichtmoos"
    dialog.reject()


def test_what_is_ticked_is_taken_over_by_the_keyboard_and_undone(
    qtbot: QtBot, desk: Bench, made: Made, opened: Opened
) -> None:
    edit_case(opened, made.ids["case"], subject="Dürre", concern="Neu", channel="letter")
    seen: list[Changes] = []
    desk.workspace.changed.connect(seen.append)
    dialog = desk.open(qtbot, "advisory_case", made.ids["case"])
    assert [row[0] for row in rows(dialog)] == ["Subject", "Received by", "Concern"]
    assert rows(dialog)[0] == ("Subject", "Dürre", "Starkregen")
    assert dialog.take.text() == "Take over (3)"
    dialog.tree.setFocus()
    dialog.tree.setCurrentItem(leaf(dialog, "Subject"))
    qtbot.keyClick(dialog.tree, SPACE)
    assert dialog.take.text() == "Take over (2)"
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert seen[0].concerns("advisory_case")
    assert value(opened, "subject FROM advisory_case") == "Dürre"
    assert value(opened, "concern FROM advisory_case") == CONCERN
    qtbot.waitUntil(lambda: bool(desk.said))
    assert desk.said == ["2 change(s) taken over from the backup; Undo takes them back."]
    with qtbot.waitSignal(desk.workspace.undo().succeeded):
        pass
    assert value(opened, "concern FROM advisory_case") == "Neu"


def test_a_tick_at_the_record_takes_all_its_fields(
    qtbot: QtBot, desk: Bench, made: Made, opened: Opened
) -> None:
    edit_case(opened, made.ids["case"], subject="Dürre", concern="Neu")
    dialog = desk.open(qtbot, "advisory_case", made.ids["case"])
    head = dialog.tree.topLevelItem(0)
    assert head is not None
    head.setCheckState(0, Qt.CheckState.Unchecked)
    assert not dialog.take.isEnabled()
    leaf(dialog, "Concern").setCheckState(0, Qt.CheckState.Checked)
    assert head.checkState(0) is Qt.CheckState.PartiallyChecked
    assert dialog.take.text() == "Take over (1)"
    dialog.reject()


def test_both_texts_are_shown_in_full_and_what_differs_is_marked(
    qtbot: QtBot, desk: Bench, made: Made, opened: Opened
) -> None:
    edit_case(opened, made.ids["case"], concern=CONCERN.replace("Ende März", "sofort"))
    dialog = desk.open(qtbot, "advisory_case", made.ids["case"])
    now, then = (dialog.findChild(QTextEdit, f"earlier.text.{side}") for side in (0, 1))
    assert isinstance(now, QTextEdit)
    assert isinstance(then, QTextEdit)
    assert then.toPlainText() == CONCERN
    cursor = then.document().find("Ende März,")
    assert cursor.charFormat().fontUnderline()
    assert not then.document().find("Einschätzung").charFormat().fontUnderline()
    assert now.document().find("sofort,").charFormat().fontStrikeOut()
    dialog.reject()


def test_texts_are_compared_word_by_word_and_long_ones_not_at_all() -> None:
    left, right = compared("Bitte bis Mai", "Bitte bis Ende Mai")
    assert [words for words, is_other in left if is_other] == []
    assert [words for words, is_other in right if is_other] == ["Ende "]
    assert compared("wort " * 9000, "x") == ([("wort " * 9000, False)], [("x", False)])


def test_what_lies_in_the_bin_tells_what_it_held_and_comes_back(
    qtbot: QtBot, desk: Bench, made: Made, opened: Opened
) -> None:
    with opened.store.write("contact.delete") as session:
        contact_points.remove(session, made.ids["mail"])
    edit_way(opened, made.ids["phone"], "0203 9999-1")
    dialog = desk.open(qtbot, "person", made.ids["person"])
    heads = [dialog.tree.topLevelItem(row) for row in range(dialog.tree.topLevelItemCount())]
    assert [head.text(0) for head in heads if head] == [
        "Contact detail: 02151 3660-10",
        "Contact detail: anna@krefeld.example",
    ]
    item = leaf(dialog, "The whole entry")
    assert (item.text(1), item.text(2)) == ("in the bin", "there")
    dialog.tree.setCurrentItem(item)
    then = dialog.findChild(QTextEdit, "earlier.text.1")
    assert isinstance(then, QTextEdit)
    assert "Kind: E-mail" in then.toPlainText()
    with qtbot.waitSignal(desk.workspace.changed, timeout=10_000):
        qtbot.mouseClick(dialog.take, LEFT)
    assert value(opened, "count(*) FROM contact_point WHERE deleted_at IS NULL") == 3


def test_what_is_delicate_waits_for_a_tick_and_says_why(
    qtbot: QtBot, desk: Bench, made: Made, opened: Opened
) -> None:
    with opened.store.write("consent.withdraw") as session:
        consents.withdraw(session, made.ids["consent"], date(2026, 11, 24))
    dialog = desk.open(qtbot, "person", made.ids["person"])
    item = leaf(dialog, "Withdrawn on")
    assert item.checkState(0) is Qt.CheckState.Unchecked
    assert item.text(1) == "24 Nov 2026"
    assert not dialog.take.isEnabled()
    assert says(dialog, "somebody used a right")
    dialog.reject()


def test_a_record_changed_meanwhile_is_said_beside_what_differs(
    qtbot: QtBot, desk: Bench, made: Made, opened: Opened
) -> None:
    edit_case(opened, made.ids["case"], subject="Dürre")
    dialog = desk.open(qtbot, "advisory_case", made.ids["case"])
    edit_case(opened, made.ids["case"], subject="Hitze")
    qtbot.mouseClick(dialog.take, LEFT)
    qtbot.waitUntil(lambda: says(dialog, "changed since it was compared"), timeout=10_000)
    assert dialog.isVisible()
    assert value(opened, "subject FROM advisory_case") == "Hitze"
    dialog.reject()


def test_a_record_made_later_and_a_damaged_backup_say_why(
    qtbot: QtBot, desk: Bench, made: Made, opened: Opened
) -> None:
    with opened.store.write("case.open") as session:
        young = a_case(session)
    dialog = desk.open(qtbot, "advisory_case", young)
    assert says(dialog, "does not know this entry")
    made.path.write_bytes(b"\0" * 8192)
    dialog.open_file(made.path)
    qtbot.waitUntil(lambda: says(dialog, "did not pass its check"), timeout=10_000)
    dialog.reject()


def test_an_office_without_a_backup_says_so(qtbot: QtBot, desk: Bench, made: Made) -> None:
    for path in made.office.place.backups.glob("*.ktsbackup"):
        path.unlink()
    dialog = EarlierDialog(desk.workspace, desk.archive, ("person", made.ids["person"]), desk.ground)
    desk.ground.show()
    dialog.begin()
    qtbot.waitUntil(lambda: says(dialog, "There is no backup yet"), timeout=10_000)
    dialog.reject()


def test_opening_is_stopped_at_once_and_leaves_nothing(
    qtbot: QtBot, desk: Bench, made: Made, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_begun, may_go_on = Event(), Event()
    copy = looking_back._copy_file

    def slow(source: Path, target: Path, progress: Progress) -> None:
        progress(1, 4)
        has_begun.set()
        may_go_on.wait(10)
        copy(source, target, progress)

    monkeypatch.setattr(looking_back, "_copy_file", slow)
    dialog = EarlierDialog(desk.workspace, desk.archive, ("person", made.ids["person"]), desk.ground)
    desk.ground.show()
    dialog.begin()
    qtbot.waitUntil(has_begun.is_set, timeout=10_000)
    qtbot.waitUntil(lambda: dialog._bar.value() == 25, timeout=10_000)
    qtbot.mouseClick(child(dialog, "earlier.stop"), LEFT)
    assert says(dialog, "Choose a backup on the left.")
    may_go_on.set()
    qtbot.waitUntil(lambda: not made.office.place.looking_back.exists(), timeout=10_000)
    assert says(dialog, "Stopped")
    monkeypatch.undo()
    dialog.backups.setCurrentRow(-1)
    dialog.backups.setCurrentRow(0)
    qtbot.waitUntil(lambda: says(dialog, "Nothing differs"), timeout=10_000)
    dialog.reject()


def test_a_backup_under_another_key_asks_for_the_code_of_then(
    qtbot: QtBot, qapp: QApplication, made: Made
) -> None:
    keys = KeySources(keyring=made.office.keyring, cost=CHEAP)
    rekeying.rekey(made.office.open(), sources=keys, tell=lambda _code: None, now=LATER)
    opened = made.office.open()
    edit_case(opened, made.ids["case"], subject="Dürre")
    bench = Bench(opened)
    dialog = bench.open(qtbot, "advisory_case", made.ids["case"])
    dialog.open_file(made.path)
    qtbot.waitUntil(when_there(dialog, "earlier.secret"), timeout=10_000)
    for typed, there in (("falsch", "earlier.secret"), (made.office.code, "earlier.tree")):
        field = child(dialog, "earlier.secret")
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert dialog.secret.text() == ""
        qtbot.waitUntil(lambda: not dialog.stop.isVisibleTo(dialog), timeout=10_000)
        qtbot.waitUntil(when_there(dialog, there), timeout=10_000)
    assert rows(dialog) == [("Subject", "Dürre", "Starkregen")]
    dialog.reject()
    bench.close()
    opened.close()


def test_closing_the_office_stops_a_look(qtbot: QtBot, desk: Bench, made: Made) -> None:
    ended: list[str] = []
    wish = Wish(kind="person", id=made.ids["person"], backup=made.path)
    running = desk.archive.look(wish)
    running.succeeded.connect(lambda _looked: ended.append("found"))
    running.finished.connect(lambda: ended.append("ended"))
    desk.archive.serve(None)
    assert running.is_cancelled
    assert not desk.archive.can_take
    late = desk.archive.look(wish)
    late.finished.connect(lambda: ended.append("ended late"))
    qtbot.waitUntil(lambda: {"ended", "ended late"} <= set(ended), timeout=10_000)
    assert not made.office.place.looking_back.exists()


def test_every_kind_of_record_leads_there_and_its_page_follows(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    office = create_demo_profile(tmp_path / "office", now=utc_now()).opened
    ids, backup = fill(office, tmp_path)
    with office.store.write("project.add") as session:
        ids["project"] = projects.add(session, ProjectDraft(title="Smarte Region", number="1"))
    office.close()
    with program(qapp, tmp_path, tmp_path / "office", page="cases") as desk:
        desk.window.show()
        qtbot.waitUntil(lambda: desk.window.is_open, timeout=10_000)
        with office_of(desk).store.write("case.edit") as session:
            draft = cases.draft_of(session, CaseId(ids["case"]))
            cases.edit(session, CaseId(ids["case"]), replace(draft, subject="Dürre"))
        for kind, name, button in (
            ("person", "person", "people"),
            ("organisation", "body", "places"),
            ("event", "event", "events"),
            ("project", "project", "projects"),
        ):
            page = page_with(qtbot, desk, kind, ids[name])
            history = child(page, f"{button}.history.earlier")
            assert isinstance(history, QPushButton)
            for ask in (history.click, partial(desk.commands.do, "earlier")):
                ask()
                (dialog,) = page.findChildren(EarlierDialog)
                assert (dialog.presenter._kind, dialog.presenter._id) == (kind, ids[name])
                dialog.reject()
                qtbot.waitUntil(partial(is_gone, page), timeout=10_000)
        page = page_with(qtbot, desk, "advisory_case", ids["case"])
        qtbot.mouseClick(child(page, "cases.history.earlier"), LEFT)
        dialog = open_dialog(qtbot, page)
        choose(dialog, backup.path)
        qtbot.waitUntil(dialog.take.isEnabled, timeout=10_000)
        qtbot.mouseClick(dialog.take, LEFT)
        qtbot.waitUntil(lambda: "Starkregen" in titles(page), timeout=10_000)
        assert desk.commands._steps.undo == "earlier.take"
        desk.commands.do("undo")
        qtbot.waitUntil(lambda: "Dürre" in titles(page), timeout=10_000)


def test_what_is_typed_and_not_saved_comes_first(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    office = create_demo_profile(tmp_path / "office", now=utc_now()).opened
    ids, _ = fill(office, tmp_path)
    office.close()
    with program(qapp, tmp_path, tmp_path / "office", page="cases") as desk:
        desk.window.show()
        qtbot.waitUntil(lambda: desk.window.is_open, timeout=10_000)
        desk.window.open_record("advisory_case", ids["case"])
        page = desk.window.place.page()
        assert page is not None
        page.do_edit()
        field = page.findChild(Form)
        assert isinstance(field, Form)
        field.grid.fields()["subject"].set_value("Getippt")
        qtbot.waitUntil(field.is_dirty, timeout=10_000)
        desk.commands.do("earlier")
        assert page.findChildren(EarlierDialog) == []
        assert any("save or discard" in label.text() for label in desk.window.findChildren(QLabel))
        field.discarded.emit()


def test_without_a_record_the_action_says_what_to_do(qapp: QApplication) -> None:
    assert "Choose an entry" in State(is_open=True).hindrance(BY_KEY["earlier"])
    assert State(is_open=True, abilities=frozenset({"edit"})).hindrance(BY_KEY["earlier"]) == ""


def office_of(desk: Desk) -> Opened:
    assert desk._office is not None
    return desk._office


def page_with(qtbot: QtBot, desk: Desk, kind: str, id_: int) -> Page:
    """Show a record and its history, and return the page."""
    desk.window.open_record(kind, id_)
    page = desk.window.place.page()
    assert page is not None
    (detail,) = (one for one in page.findChildren(Detail) if one.isVisibleTo(page))
    qtbot.waitUntil(detail.tabs.isVisible, timeout=10_000)
    detail.show_tab("history")
    return page


def is_gone(page: QWidget) -> bool:
    return not page.findChildren(EarlierDialog)


def open_dialog(qtbot: QtBot, page: QWidget) -> EarlierDialog:
    (dialog,) = page.findChildren(EarlierDialog)
    qtbot.waitUntil(lambda: is_settled(dialog), timeout=10_000)
    return dialog


def choose(dialog: EarlierDialog, path: Path) -> None:
    (row,) = (
        row
        for row in range(dialog.backups.count())
        if dialog.backups.item(row).data(int(Qt.ItemDataRole.UserRole)) == path
    )
    dialog.backups.setCurrentRow(row)


def titles(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.property("role") == "title"]

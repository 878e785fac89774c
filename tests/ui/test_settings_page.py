"""The settings page: each choice takes effect, and what looks after the office is asked."""

import gzip
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from kts_desktop.core.settings import AUTO_LOCK, LANGUAGE, SCHEME, SECOND_PLACE, ZOOM, Settings
from kts_desktop.exchange.register import directory
from kts_desktop.services import office_settings
from kts_desktop.services.offices import BackupRow, OfficeFacts
from kts_desktop.ui.jobs import Jobs, Ticket
from kts_desktop.ui.kit.dialogs import ConfirmDialog, Dialog
from kts_desktop.ui.settings.care import KeyLine
from kts_desktop.ui.settings.page import SettingsPage
from kts_desktop.ui.settings.profile import PassphraseDialog
from kts_desktop.ui.settings.reference import OutcomeDialog
from kts_desktop.ui.workspace import Workspace
from tests.helpers.qt import leaked, nameless
from tests.helpers.shell import child

MADE = datetime(2026, 11, 24, 8, tzinfo=UTC)
OFFICIAL = Path(__file__).parents[2].parent / "shared" / "data" / "official" / "GV100AD_30112025.txt.gz"


class Caring:
    """Looks after an office that is only told of."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self.done: list[str] = []
        self.rehearsed_at: datetime | None = None
        self.is_rehearsal_sound = True
        self.has_passphrase = True
        self.folder = Path("office")

    def dress(self) -> None:
        self.done.append("dress")

    def keys(self) -> Sequence[KeyLine]:
        return [KeyLine(group="File", text="New", keys="Ctrl+N")]

    def facts(self) -> Ticket:
        facts = OfficeFacts(
            folder=self.folder,
            is_demo=False,
            is_encrypted=True,
            is_read_only=False,
            has_passphrase=self.has_passphrase,
            rehearsed_at=self.rehearsed_at,
            is_rehearsal_sound=self.is_rehearsal_sound,
        )
        row = BackupRow(path=Path("daily.ktsbackup"), kind="daily", made_at=MADE, checked_at=MADE)
        return self._jobs.run(lambda _: (facts, [row]))

    def back_up(self) -> Ticket | None:
        self.done.append("back up")
        return self._jobs.run(lambda _: None)

    def restore(self, backup: Path) -> None:
        self.done.append(f"restore {backup.name}")

    def set_passphrase(self, passphrase: str) -> Ticket:
        self.done.append(f"passphrase {passphrase}")
        return self._jobs.run(lambda _: None)

    def renew_recovery_code(self) -> None:
        self.done.append("code")

    def change_key(self, passphrase: str) -> None:
        self.done.append(f"key {passphrase}")


@pytest.fixture
def care(qapp: object) -> Iterator[Caring]:
    jobs = Jobs()
    yield Caring(jobs)
    jobs.shutdown()


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, settings: Settings, care: Caring) -> SettingsPage:
    page = SettingsPage(workspace, settings)
    page.take_care(care)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    return page


def open_section(page: SettingsPage, name: str) -> None:
    page.open_record(f"settings.{name}", 0)


def choose(page: SettingsPage, name: str, code: str) -> None:
    box = cast("QComboBox", child(page, f"settings.appearance.{name}"))
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


@pytest.mark.parametrize(
    "section", ["appearance", "office", "profile", "privacy", "reference", "keys", "about"]
)
def test_every_section_opens_and_everything_in_it_is_named(page: SettingsPage, section: str) -> None:
    open_section(page, section)
    assert child(page, f"settings.{section}").isVisible()
    assert nameless(page) == []


def test_a_choice_of_looks_takes_effect_at_once(page: SettingsPage, settings: Settings, care: Caring) -> None:
    choose(page, "scheme", "dark")
    choose(page, "language", "en")
    choose(page, "zoom", "125")
    choose(page, "auto_lock", "10")
    wanted = [settings.get(SCHEME), settings.get(LANGUAGE), settings.get(ZOOM), settings.get(AUTO_LOCK)]
    assert wanted == ["dark", "en", 125, 10]
    assert care.done == ["dress"] * 4


def test_a_text_size_of_the_keyboard_is_shown(page: SettingsPage, settings: Settings) -> None:
    settings.put(ZOOM, 130)
    page.do_refresh()
    page.retranslate()
    box = cast("QComboBox", child(page, "settings.appearance.zoom"))
    open_section(page, "appearance")
    assert box.currentData() == "130"


def test_the_name_of_the_office_is_saved_and_can_be_undone(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace
) -> None:
    open_section(page, "office")
    name = cast("QLineEdit", child(page, "settings.office.form.office_name"))
    name.setText("Projektbüro Bonn")
    assert not page.may_leave()
    name.setFocus()
    qtbot.waitUntil(name.hasFocus)
    with qtbot.waitSignal(workspace.changed):
        qtbot.keyClick(name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert workspace.read(office_settings.read).office_name == "Projektbüro Bonn"
    qtbot.waitUntil(page.may_leave)
    with qtbot.waitSignal(workspace.undo().finished):
        pass
    assert workspace.read(office_settings.read).office_name != "Projektbüro Bonn"


def test_a_pattern_that_gives_no_number_is_refused_at_its_field(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace
) -> None:
    open_section(page, "office")
    pattern = cast("QLineEdit", child(page, "settings.office.form.number_pattern"))
    pattern.setText("immer gleich")
    pattern.setFocus()
    qtbot.waitUntil(pattern.hasFocus)
    qtbot.keyClick(pattern, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(pattern.property("wrong")))
    assert pattern.text() == "immer gleich"


def test_typing_survives_a_look_at_another_section(page: SettingsPage) -> None:
    open_section(page, "office")
    city = cast("QLineEdit", child(page, "settings.office.form.city"))
    city.setText("Bonn")
    open_section(page, "about")
    open_section(page, "office")
    assert city.text() == "Bonn"


def test_backups_are_listed_and_made(qtbot: QtBot, page: SettingsPage, care: Caring) -> None:
    open_section(page, "profile")
    section = child(page, "settings.profile")
    qtbot.waitUntil(lambda: any("2026" in label.text() for label in section.findChildren(QLabel)))
    qtbot.mouseClick(child(page, "settings.profile.backups.back_up"), Qt.MouseButton.LeftButton)
    assert care.done == ["back up"]


def is_offered(page: SettingsPage, name: str) -> bool:
    [button] = page.findChildren(QPushButton, f"settings.profile.backups.{name}")
    return button.isVisible()


def test_a_second_place_is_kept_and_tried_at_once(
    qtbot: QtBot, page: SettingsPage, care: Caring, settings: Settings, tmp_path: Path
) -> None:
    open_section(page, "profile")
    section = child(page, "settings.profile")
    qtbot.waitUntil(lambda: any("2026" in label.text() for label in section.findChildren(QLabel)))
    assert not is_offered(page, "no_second")
    page.profile.choose_second(tmp_path)
    assert (settings.get(SECOND_PLACE), care.done) == (str(tmp_path), ["back up"])
    assert any(label.text() == str(tmp_path) for label in section.findChildren(QLabel))
    leave = child(page, "settings.profile.backups.no_second")
    qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)
    assert settings.get(SECOND_PLACE) == ""
    assert not is_offered(page, "no_second")


def test_a_place_within_the_office_is_refused(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace, care: Caring, tmp_path: Path
) -> None:
    care.folder = tmp_path
    open_section(page, "profile")
    section = child(page, "settings.profile")
    qtbot.waitUntil(lambda: any("2026" in label.text() for label in section.findChildren(QLabel)))
    with qtbot.waitSignal(workspace.said) as said:
        page.profile.choose_second(tmp_path)
    assert str(tmp_path) in said.args[0]
    assert care.done == []
    assert not is_offered(page, "no_second")


@pytest.mark.parametrize(
    ("at", "is_sound", "told"),
    [
        (None, True, "none yet"),
        (MADE, True, ", restored and read"),
        (MADE, False, ", failed: please back up now"),
    ],
)
def test_the_last_rehearsal_is_told(
    qtbot: QtBot, page: SettingsPage, care: Caring, at: datetime | None, *, is_sound: bool, told: str
) -> None:
    care.rehearsed_at, care.is_rehearsal_sound = at, is_sound
    open_section(page, "profile")
    section = child(page, "settings.profile")
    qtbot.waitUntil(lambda: any(label.text().endswith(told) for label in section.findChildren(QLabel)))


def test_a_backup_is_restored_only_after_asking(qtbot: QtBot, page: SettingsPage, care: Caring) -> None:
    page.profile.ask_restore(Path("weekly.ktsbackup"))
    [question] = page.findChildren(ConfirmDialog)
    assert care.done == []
    question.go.click()
    assert care.done == ["restore weekly.ktsbackup"]


def test_the_passphrase_is_asked_twice(qtbot: QtBot, page: SettingsPage, care: Caring) -> None:
    open_section(page, "profile")
    qtbot.waitUntil(child(page, "settings.profile.passphrase").isVisible)
    qtbot.mouseClick(child(page, "settings.profile.passphrase"), Qt.MouseButton.LeftButton)
    [dialog] = page.findChildren(PassphraseDialog)
    first, again = (
        cast("QLineEdit", child(dialog, f"passphrase.{name}")) for name in ("passphrase", "again")
    )
    first.setText("ein langer Satz")
    again.setText("ein andrer Satz")
    qtbot.keyClick(again, Qt.Key.Key_Return)
    assert care.done == []
    again.setText("ein langer Satz")
    qtbot.keyClick(again, Qt.Key.Key_Return)
    assert care.done == ["passphrase ein langer Satz"]


def test_a_new_code_is_made_only_after_asking(qtbot: QtBot, page: SettingsPage, care: Caring) -> None:
    open_section(page, "profile")
    qtbot.waitUntil(child(page, "settings.profile.code").isVisible)
    qtbot.mouseClick(child(page, "settings.profile.code"), Qt.MouseButton.LeftButton)
    [question] = page.findChildren(ConfirmDialog)
    assert care.done == []
    question.go.click()
    assert care.done == ["code"]


def test_a_new_key_asks_for_the_passphrase_that_shall_open(
    qtbot: QtBot, page: SettingsPage, care: Caring
) -> None:
    open_section(page, "profile")
    qtbot.waitUntil(lambda: child(page, "settings.profile.key").isVisible())
    qtbot.mouseClick(child(page, "settings.profile.key"), Qt.MouseButton.LeftButton)
    [dialog] = page.findChildren(PassphraseDialog)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "still open with the old code" in told
    for name in ("passphrase", "again"):
        qtbot.keyClicks(child(dialog, f"passphrase.{name}"), "ein neuer Satz")
    dialog._on_set()
    assert care.done == ["key ein neuer Satz"]


def test_a_new_key_without_a_passphrase_is_confirmed(qtbot: QtBot, page: SettingsPage, care: Caring) -> None:
    care.has_passphrase = False
    open_section(page, "profile")
    qtbot.waitUntil(lambda: child(page, "settings.profile.key").isVisible())
    qtbot.mouseClick(child(page, "settings.profile.key"), Qt.MouseButton.LeftButton)
    [question] = page.findChildren(ConfirmDialog)
    qtbot.mouseClick(question.go, Qt.MouseButton.LeftButton)
    assert care.done == ["key "]


def test_a_file_that_is_no_register_is_refused_in_a_sentence(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path
) -> None:
    wrong = tmp_path / "holiday.txt"
    wrong.write_text("not a register\n")
    with qtbot.waitSignal(page.reference.preview(wrong).finished, timeout=10_000):
        pass
    [said] = page.findChildren(Dialog)
    assert said.isVisible()


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the official file is not at hand")
def test_the_official_register_is_previewed_and_taken_over_after_a_backup(
    qtbot: QtBot, office_workspace: Workspace, settings: Settings, care: Caring, tmp_path: Path
) -> None:
    page = SettingsPage(office_workspace, settings)
    page.take_care(care)
    qtbot.addWidget(page)
    page.show()
    plain = tmp_path / "GV100AD.txt"
    plain.write_bytes(gzip.decompress(OFFICIAL.read_bytes()))
    before = office_workspace.read(directory.present)
    with qtbot.waitSignal(page.reference.preview(plain).finished, timeout=30_000):
        pass
    assert office_workspace.read(directory.present) == before
    [dialog] = page.findChildren(OutcomeDialog)
    dialog.accept()
    qtbot.waitUntil(
        lambda: str(getattr(office_workspace.read(directory.present), "as_of", "")) == "2025-11-30",
        timeout=30_000,
    )
    assert care.done == ["back up"]


def test_the_sources_are_shown_in_the_language_of_the_program(page: SettingsPage) -> None:
    open_section(page, "about")
    text = cast("QTextBrowser", child(page, "settings.about.sources")).toPlainText()
    assert "GeoNames" in text
    assert ("Quellen und Lizenzen" in text) != ("Sources and licences" in text)


def test_the_page_and_its_dialogs_are_freed(workspace: Workspace, settings: Settings, care: Caring) -> None:
    def make() -> SettingsPage:
        page = SettingsPage(workspace, settings)
        page.take_care(care)
        return page

    assert leaked(make) == 0
    assert leaked(PassphraseDialog) == 0

"""After opening, backups are made, copied and rehearsed in quiet; the status line says what failed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kts_desktop.core.errors import StorageError
from kts_desktop.core.settings import SECOND_PLACE
from kts_desktop.storage import backup
from kts_desktop.storage.backup_notes import listed
from tests.helpers.profiles import PASSPHRASE, Office
from tests.helpers.shell import child, program, when_there


@pytest.fixture
def office(profile: Office) -> Office:
    return profile


def unlock(qtbot: QtBot, window: QWidget) -> None:
    qtbot.waitUntil(when_there(window, "unlock.secret"))
    field = child(window, "unlock.secret")
    qtbot.keyClicks(field, PASSPHRASE)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def says(window: QWidget, words: str) -> bool:
    return any(words in label.text() for label in window.findChildren(QLabel))


def test_a_bar_says_that_there_is_no_checked_backup_and_its_button_makes_one(
    qtbot: QtBot, qapp: QApplication, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StorageError("backup_disk_full")

    for saved in listed(office.place):
        saved.path.unlink()
    with program(qapp, tmp_path, office.folder) as desk:
        desk.window.show()
        unlock(qtbot, desk.window)
        qtbot.waitUntil(lambda: desk.window.is_open, timeout=10_000)
        assert not desk.window.late.isVisible()
        with monkeypatch.context() as faulty:
            faulty.setattr(backup, "due_backup", full)
            desk._on_quiet()
            qtbot.waitUntil(when_there(desk.window, "shell.backup.now"), timeout=10_000)
        assert says(desk.window, "no checked backup")
        assert says(desk.window.status, "Kein Platz für eine Sicherung") or says(
            desk.window.status, "No space"
        )
        qtbot.mouseClick(child(desk.window, "shell.backup.now"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not desk.window.late.isVisible(), timeout=10_000)
    assert len(listed(office.place)) == 1


@pytest.mark.parametrize("is_damaged", [False, True])
def test_what_a_rehearsal_found_is_said(
    qtbot: QtBot, qapp: QApplication, office: Office, tmp_path: Path, *, is_damaged: bool
) -> None:
    [saved] = listed(office.place)
    if is_damaged:
        content = bytearray(saved.path.read_bytes())
        content[len(content) // 2] ^= 4
        saved.path.write_bytes(content)
    note = office.place.backups / "rehearsal.json"
    with program(qapp, tmp_path, office.folder) as desk:
        desk.window.show()
        unlock(qtbot, desk.window)
        qtbot.waitUntil(lambda: desk.window.is_open, timeout=10_000)
        desk._on_quiet()
        qtbot.waitUntil(note.exists, timeout=10_000)
        qtbot.waitUntil(lambda: not desk.backups.is_rehearsing, timeout=10_000)
        assert says(desk.window.status, saved.path.name) == is_damaged
    assert not office.place.rehearsal.exists()


def test_after_the_start_and_by_hand_backups_are_copied_to_the_second_place_when_it_is_there(
    qtbot: QtBot, qapp: QApplication, office: Office, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    with program(qapp, tmp_path, office.folder) as desk:
        desk._settings.put(SECOND_PLACE, str(stick))
        desk.window.show()
        unlock(qtbot, desk.window)
        qtbot.waitUntil(lambda: desk.window.is_open, timeout=10_000)
        desk._on_quiet()
        qtbot.waitUntil(lambda: says(desk.window.status, str(stick)), timeout=10_000)
        assert desk._settings.get(SECOND_PLACE) == str(stick)
        stick.mkdir()
        desk.back_up()
        qtbot.waitUntil(lambda: len(list(stick.rglob("manual-*.ktsbackup"))) == 1, timeout=10_000)

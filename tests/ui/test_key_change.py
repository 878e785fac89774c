"""Another key, in the real window: a code that must be kept, and an office that opens again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kts_desktop import app
from kts_desktop.storage import rekeying, sidecar
from tests.helpers.build_files import blobs_in, case_with_file
from tests.helpers.profiles import PASSPHRASE, Office, refusal, titles
from tests.helpers.shell import child, program, when_there

NEW = "ein ganz anderer Satz"


@pytest.fixture
def office(profile: Office, tmp_path: Path) -> Office:
    opened = profile.open()
    case_with_file(opened.store, tmp_path)
    opened.close()
    return profile


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, office: Office, tmp_path: Path) -> Iterator[app.Desk]:
    with program(qapp, tmp_path, office.folder) as desk:
        desk.window.show()
        qtbot.waitUntil(when_there(desk.window, "unlock.secret"))
        type_into(qtbot, child(desk.window, "unlock.secret"), PASSPHRASE)
        qtbot.waitUntil(lambda: desk.window.is_open, timeout=10_000)
        yield desk


def type_into(qtbot: QtBot, field: QWidget, text: str) -> None:
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def shown_code(qtbot: QtBot, window: QWidget) -> str:
    qtbot.waitUntil(when_there(window, "recovery.code"), timeout=10_000)
    label = child(window, "recovery.code")
    assert isinstance(label, QLabel)
    return "-".join(label.text().replace("\n", "-").replace(" ", "-").split("-"))


def groups_of(code: str) -> list[str]:
    return [group for group in code.split("-") if group]


def type_groups_back(qtbot: QtBot, window: QWidget, code: str) -> None:
    fields = [f for f in window.findChildren(QLineEdit) if f.objectName().startswith("recovery.group")]
    for field in fields:
        qtbot.keyClicks(field, groups_of(code)[int(field.objectName().removeprefix("recovery.group")) - 1])
    qtbot.mouseClick(child(window, "recovery.finish"), Qt.MouseButton.LeftButton)


def test_the_office_opens_again_with_its_new_key_and_its_documents(
    qtbot: QtBot, desk: app.Desk, office: Office
) -> None:
    before, blobs = sidecar.read(office.place.sidecar).check, blobs_in(office.place.blobs)
    desk.change_key(NEW)
    code = shown_code(qtbot, desk.window)
    known = sidecar.read(office.place.sidecar)
    assert known.check == before  # a code nobody has kept is not valid
    assert known.pending is not None
    type_groups_back(qtbot, desk.window, code)
    qtbot.waitUntil(lambda: desk.window.is_open, timeout=10_000)
    after = sidecar.read(office.place.sidecar)
    assert (after.check != before, after.pending, after.former) == (True, None, b"")
    assert len(blobs_in(office.place.blobs)) == len(blobs) == 1
    assert blobs_in(office.place.blobs) != blobs
    desk.leave()
    qtbot.waitUntil(lambda: not office.place.lock.read_text())
    assert titles(office, passphrase=NEW) == titles(office, code="-".join(groups_of(code)))
    assert refusal(lambda: office.open(passphrase=PASSPHRASE)).code == "wrong_passphrase"


def test_closing_the_window_instead_of_keeping_the_code_changes_nothing(
    qtbot: QtBot, qapp: QApplication, office: Office, tmp_path: Path, desk: app.Desk
) -> None:
    before = sidecar.read(office.place.sidecar).check
    desk.change_key(NEW)
    shown_code(qtbot, desk.window)
    desk.close()
    assert sidecar.read(office.place.sidecar).check == before
    assert sidecar.read(office.place.sidecar).pending is None
    assert titles(office, passphrase=PASSPHRASE) == ["Anruf aus Krefeld"]


def test_a_change_that_fails_is_told_and_the_office_asks_to_be_opened(
    qtbot: QtBot, office: Office, desk: app.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(rekeying, "_compare", full)
    desk.change_key(NEW)
    qtbot.waitUntil(when_there(desk.window, "dialog.message"), timeout=10_000)
    told = " ".join(label.text() for label in child(desk.window, "dialog.message").findChildren(QLabel))
    assert "The key was not changed" in told
    qtbot.waitUntil(when_there(desk.window, "unlock.secret"), timeout=10_000)

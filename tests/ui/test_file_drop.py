"""Files let go over the window: said before what happens, and nothing without a question."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kts_desktop.core.settings import Settings
from kts_desktop.ui.kit.dialogs import ConfirmDialog, Dialog
from kts_desktop.ui.settings.page import SettingsPage
from kts_desktop.ui.shell.window import ShellWindow
from kts_desktop.ui.workspace import Workspace

COPY = Qt.DropAction.CopyAction


@pytest.fixture
def window(qtbot: QtBot, office_workspace: Workspace, settings: Settings) -> Iterator[ShellWindow]:
    shown = ShellWindow(office_workspace, settings)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown


def mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drag(window: ShellWindow, data: QMimeData) -> bool:
    over = QDragEnterEvent(
        QPoint(5, 5), COPY, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window, over)
    return over.isAccepted()


def let_go(window: ShellWindow, data: QMimeData) -> None:
    end = QDropEvent(QPointF(5, 5), COPY, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, end)


def test_a_backup_let_go_over_the_window_asks_before_it_is_restored(
    qtbot: QtBot, window: ShellWindow, tmp_path: Path
) -> None:
    window.show_pages()
    data = mime(tmp_path / "office.ktsbackup")
    assert drag(window, data)
    assert "backup" in window.status.words()
    let_go(window, data)
    qtbot.waitUntil(lambda: bool(window.findChildren(ConfirmDialog)))
    assert isinstance(window.place.page(), SettingsPage)
    window.findChildren(ConfirmDialog)[0].reject()


def test_a_register_file_is_previewed_before_anything_changes(
    qtbot: QtBot, window: ShellWindow, tmp_path: Path
) -> None:
    window.show_pages()
    wrong = tmp_path / "GV100AD.txt"
    wrong.write_text("no register", encoding="utf-8")
    data = mime(wrong)
    assert drag(window, data)
    let_go(window, data)
    page = window.place.page
    qtbot.waitUntil(lambda: isinstance(page(), SettingsPage))
    shown = page()
    assert isinstance(shown, SettingsPage)
    assert shown.list.currentItem().text() == "Reference data"
    qtbot.waitUntil(lambda: bool(window.findChildren(Dialog)))  # it is none, and that is said
    assert "Nothing was imported" in window.findChildren(Dialog)[0].windowTitle()
    window.findChildren(Dialog)[0].reject()


@pytest.mark.parametrize("name", ["letter.docx", "kts.db"])
def test_any_other_file_is_refused_with_a_reason(window: ShellWindow, tmp_path: Path, name: str) -> None:
    window.show_pages()
    assert not drag(window, mime(tmp_path / name))
    assert "document" in window.status.words()


def test_while_no_office_is_open_nothing_is_taken(window: ShellWindow, tmp_path: Path) -> None:
    assert not drag(window, mime(tmp_path / "office.ktsbackup"))
    assert window.status.words() == "The office is not open yet."


def test_several_files_at_once_are_left_alone(window: ShellWindow, tmp_path: Path) -> None:
    window.show_pages()
    assert not drag(window, mime(tmp_path / "a.ktsbackup", tmp_path / "b.ktsbackup"))

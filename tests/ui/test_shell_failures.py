"""Faults of the program: told once, logged, and reported without a word of the user's."""

import logging
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from kts_desktop.core.errors import ValidationError
from kts_desktop.ui.shell.failure_dialog import FailureDialog, tell
from kts_desktop.ui.shell.failures import Failures, report
from tests.helpers.qt import leaked, nameless

TYPED = "Frau Musterfrau aus Krefeld"


@pytest.fixture
def failures(qapp: object) -> Iterator[Failures]:
    failures = Failures()
    failures.install()
    yield failures
    failures.uninstall()


def fault() -> BaseException:
    try:
        refuse()
    except ValidationError as error:
        return error
    raise AssertionError


def refuse() -> None:
    try:
        os.environ[TYPED]
    except KeyError as error:
        raise ValidationError("name", "blank", value=TYPED) from error


def test_a_report_names_places_and_kinds_and_nothing_typed() -> None:
    text = report(fault())
    assert "KeyError" in text
    assert "ValidationError" in text
    assert "test_shell_failures.py" in text
    assert TYPED not in text
    assert str(Path(__file__).parent) not in text


def raised(failures: Failures, error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_what_nobody_caught_is_announced_and_logged(
    qtbot: QtBot, failures: Failures, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(failures.happened) as happened:
        raised(failures, fault())
    assert happened.args is not None
    assert "ValidationError" in happened.args[0]
    assert "ValidationError" in caplog.text
    assert TYPED not in caplog.text


def test_a_fault_in_another_thread_is_announced_on_the_guis(qtbot: QtBot, failures: Failures) -> None:
    told: list[bool] = []

    def note(_text: str) -> None:
        told.append(threading.current_thread() is threading.main_thread())

    failures.happened.connect(note)
    error = fault()
    worker = threading.Thread(
        target=lambda: threading.excepthook(
            threading.ExceptHookArgs((type(error), error, error.__traceback__, None))
        )
    )
    with qtbot.waitSignal(failures.happened):
        worker.start()
    worker.join()
    assert told == [True]


@pytest.mark.qt_log_ignore("a word from Qt")
def test_what_qt_says_goes_to_the_log(failures: Failures, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="qt"):
        qWarning("a word from Qt")
    assert "a word from Qt" in caplog.text


def test_the_hooks_are_given_back(qapp: object) -> None:
    before = (sys.excepthook, threading.excepthook)
    failures = Failures()
    failures.install()
    assert (sys.excepthook, threading.excepthook) != before
    failures.uninstall()
    assert (sys.excepthook, threading.excepthook) == before


def test_two_faults_open_one_dialog(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    tell(window, "first")
    tell(window, "second")
    [dialog] = window.findChildren(FailureDialog)
    dialog.accept()
    tell(window, "third")
    assert [d.isVisible() for d in window.findChildren(FailureDialog)].count(True) == 1


def test_the_report_can_be_copied_and_saved(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    dialog = FailureDialog("the report")
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    for name in ("copy", "save"):
        button = dialog.findChild(QWidget, f"failure.{name}")
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "the report"
    assert file.read_text(encoding="utf-8") == "the report"


def test_the_dialog_is_freed(qtbot: QtBot) -> None:
    assert leaked(lambda: FailureDialog("x")) == 0

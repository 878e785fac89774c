"""Faults of the program: written to the log, told to the user once, reported without personal data."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kts_desktop import __version__
from kts_desktop.ui.kit.measure import sized, spaced

_LOG = logging.getLogger("kts_desktop.faults")
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
ErrorType = type[BaseException]


class Failures(QObject):
    """Receives what nobody caught, on any thread, and announces it on the GUI thread."""

    happened = Signal(str)  # the report
    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._restore: list[Callable[[], object]] = []
        self._caught.connect(self._on_caught)

    def install(self) -> None:
        """Take over the hooks of Python, its threads and Qt."""
        hook, thread_hook = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qt_handler = qInstallMessageHandler(_log_qt)
        self._restore = [
            _Assign(sys, "excepthook", hook),
            _Assign(threading, "excepthook", thread_hook),
            _Handler(qt_handler),
        ]

    def uninstall(self) -> None:
        """Give the hooks back."""
        for restore in self._restore:
            restore()
        self._restore = []

    def _on_exception(self, kind: ErrorType, error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = report(error)
        _LOG.error("%s", text)
        self._caught.emit(text)

    def _on_thread_exception(self, hook: threading.ExceptHookArgs) -> None:
        if hook.exc_value is not None:
            self._on_exception(hook.exc_type, hook.exc_value, hook.exc_traceback)

    @Slot(str)
    def _on_caught(self, text: str) -> None:
        self.happened.emit(text)


class FaultTeller(QObject):
    """Tells the user of faults, one at a time."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: FailureDialog | None = None

    @Slot(str)
    def tell(self, text: str) -> None:
        """Open the dialog, unless it is open."""
        if self._dialog is None:
            self._dialog = FailureDialog(text, self._window)
            self._dialog.finished.connect(self._on_seen)
            self._dialog.open()

    @Slot()
    def _on_seen(self) -> None:
        self._dialog = None


class FailureDialog(QDialog):
    """Says that something went wrong here, and offers the report to copy or save."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = text
        self.setObjectName("failure")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        heading = QLabel(self.tr("Something went wrong"), self)
        heading.setProperty("role", "heading")
        sentence = QLabel(
            self.tr(
                "The last step was not finished because of a fault in the program. Everything saved before "
                "is kept. Please give the report below to your support; it holds no names and no texts "
                "of yours."
            ),
            self,
        )
        sentence.setWordWrap(True)
        self._text = QPlainTextEdit(text, self)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Report"))
        self._copy, self._save, self._close = (QPushButton(self) for _ in range(3))
        for name, button in (("copy", self._copy), ("save", self._save), ("close", self._close)):
            button.setObjectName(f"failure.{name}")
        self._copy.setText(self.tr("Copy report"))
        self._save.setText(self.tr("Save report …"))
        self._close.setText(self.tr("Continue"))
        self._close.setDefault(True)
        self._copy.clicked.connect(self._on_copy)
        self._save.clicked.connect(self._on_save)
        self._close.clicked.connect(self.accept)
        row = QHBoxLayout()
        spaced(row)
        row.addWidget(self._copy)
        row.addWidget(self._save)
        row.addStretch()
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        spaced(column, (24, 20, 24, 20), 12)
        for part in (heading, sentence, self._text):
            column.addWidget(part)
        column.addLayout(row)
        sized(self, min_width=620, min_height=420)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)

    @Slot()
    def _on_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save report"), "kts-desktop-report.txt")
        if name:
            Path(name).write_text(self._report, encoding="utf-8")


def report(error: BaseException) -> str:
    """Return where a fault arose: kinds of errors, files of the program, lines; no message, no value.

    Messages of errors are left out because they may quote what was typed.
    """
    lines = [
        f"KTS Desktop {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}",
        f"{datetime.now().astimezone():%Y-%m-%d %H:%M %z}",
        "",
    ]
    seen: BaseException | None = error
    while seen is not None:
        kind = type(seen)
        lines.append(f"{kind.__module__}.{kind.__qualname__}")
        frames = traceback.extract_tb(seen.__traceback__)
        lines += [f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
        seen = seen.__cause__ or seen.__context__
        if seen is not None:
            lines.append("because of")
    return "\n".join(lines)


class _Assign:
    def __init__(self, place: object, name: str, value: object) -> None:
        self._place, self._name, self._value = place, name, value

    def __call__(self) -> None:
        setattr(self._place, self._name, self._value)


class _Handler:
    def __init__(self, handler: object) -> None:
        self._handler = handler

    def __call__(self) -> None:
        qInstallMessageHandler(self._handler)  # type: ignore[arg-type]


def _short(filename: str) -> str:
    """Cut a path down to what lies inside a package: the rest may hold the name of a person."""
    parts = Path(filename).parts
    for anchor in ("kts_desktop", "site-packages"):
        if anchor in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(anchor) - 1 :])
    return parts[-1] if parts else filename


def _log_qt(level: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_QT_LEVELS.get(level, logging.WARNING), "%s", message)

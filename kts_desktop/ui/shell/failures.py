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
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)

from kts_desktop import __version__

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

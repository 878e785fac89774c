"""Keeping the log of the program, and telling of its faults."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kts_desktop.ui.shell.failures import Failures


class Watch(QObject):
    """Keeps the log, and tells of faults; begun after the first paint, which it would delay."""

    def __init__(self, window: QWidget, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self._failures: Failures | None = None

    @Slot()
    def begin(self) -> None:
        """Start the log and take over the hooks."""
        from kts_desktop.core import logs
        from kts_desktop.ui.shell.failures import Failures

        logs.start_log(self._folder)
        self._failures = Failures(self)
        self._failures.happened.connect(self._on_fault)
        self._failures.install()

    def end(self) -> None:
        """Give the hooks back."""
        if self._failures is not None:
            self._failures.uninstall()

    @Slot(str)
    def _on_fault(self, report: str) -> None:
        from kts_desktop.ui.shell.failure_dialog import tell

        tell(self._window, report)

"""Composition root: the one place that knows every part.

Two steps. Before the first paint: standard library, Qt, shell. After it, in the worker: the engine, the key,
the file; then the page. Imports of the second step stand inside the function that needs them.
"""

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from kts_desktop.core import logs, paths
from kts_desktop.core.settings import LANGUAGE, SCHEME, ZOOM, Settings
from kts_desktop.ui.jobs import Jobs
from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.states import Placeholder
from kts_desktop.ui.shell.commands import Commands
from kts_desktop.ui.shell.language import Speech
from kts_desktop.ui.shell.window import ShellWindow
from kts_desktop.ui.workspace import Workspace

READERS = 2


class Desk(QObject):
    """The assembled program: a window that is there at once, and the store that follows."""

    def __init__(self, app: QApplication, profile: Path, settings: Settings) -> None:
        super().__init__()
        self._app = app
        self._profile = profile
        self._settings = settings
        self._speech = Speech(app)
        self._writer = Jobs(parent=self)
        self._readers = Jobs(READERS, parent=self)
        self.workspace = Workspace(self._writer, self._readers, parent=self)
        self.dress()
        self.window = ShellWindow(self.workspace, settings)
        self.commands = Commands(self.window, self.workspace, settings)
        self.commands.looks_wanted.connect(self.dress)
        self.window.show_interim(Placeholder("", self.tr("Opening the office …")))

    @Slot()
    def dress(self) -> None:
        """Put language, scheme and text size of the settings in force."""
        language = self._settings.get(LANGUAGE)
        if self.workspace.language != language or not self._speech.speaks:
            self.workspace.language = language
            self._speech.speak(language)
        theme.apply(self._app, self._settings.get(SCHEME), self._settings.get(ZOOM))

    @Slot()
    def begin(self) -> None:
        """Open the profile in the worker; connected to the window's first paint."""

    def close(self) -> None:
        """Keep the window's state, wait for the running job, release the file."""
        self.window.remember()
        self._settings.save()
        self._readers.shutdown()
        self._writer.shutdown()


def main(arguments: list[str] | None = None) -> int:
    """Open the window and return the exit status."""
    parser = argparse.ArgumentParser(prog="kts-desktop")
    parser.add_argument("--profile", type=Path)
    chosen, for_qt = parser.parse_known_args(arguments)
    data = paths.user_data()
    logs.start_log(data)
    app = QApplication([sys.argv[0], *for_qt])
    desk = build(app, chosen.profile or paths.profiles() / "office", data / "settings.json")
    desk.window.painted.connect(desk.begin)
    desk.window.show()
    try:
        return app.exec()
    finally:
        desk.close()


def build(app: QApplication, profile: Path, settings_file: Path) -> Desk:
    """Assemble everything that the first paint needs, and nothing more."""
    app.setApplicationName("KTS Desktop")
    app.setWindowIcon(QIcon(str(paths.resource("icons/app.svg"))))
    return Desk(app, profile, Settings(settings_file))

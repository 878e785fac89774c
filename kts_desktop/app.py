"""Composition root: the one place that knows every part.

Two steps. Before the first paint: standard library, Qt, shell. After it, in the worker: the engine, the key,
the file; then the page. Imports of the second step stand inside the function that needs them.
"""

import gc
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from kts_desktop import errands
from kts_desktop.core import paths
from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.settings import AUTO_LOCK, LANGUAGE, LAST_PROFILE, SCHEME, ZOOM, Settings
from kts_desktop.ui.jobs import Jobs, Ticket
from kts_desktop.ui.kit import theme
from kts_desktop.ui.settings.care import KeyLine, TakesCare
from kts_desktop.ui.shell.arrivals import Arrival, Secret
from kts_desktop.ui.shell.backups import Backups
from kts_desktop.ui.shell.commands import Commands
from kts_desktop.ui.shell.earlier import EarlierStates
from kts_desktop.ui.shell.idle import IdleWatch
from kts_desktop.ui.shell.language import Speech
from kts_desktop.ui.shell.watch import Watch
from kts_desktop.ui.shell.window import ShellWindow
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from kts_desktop.storage.opening import Opened
    from kts_desktop.ui.shell.entrance import Entrance

READERS = 2
_SETTLED = 50  # milliseconds after the first page was built: it is painted
_QUIET = 2_000  # milliseconds after it: nobody waits
_COUNT_PAUSE = 300  # milliseconds after a change before open things are counted anew


class Desk(QObject):
    """The assembled program: a window that is there at once, and the store that follows."""

    def __init__(self, app: QApplication, profile: Path | None, settings: Settings) -> None:
        super().__init__()
        self._app = app
        self._profile = profile
        self._settings = settings
        self._office: Opened | None = None
        self._speech = Speech(app)
        self._idle = IdleWatch(app, self)
        self._counting = QTimer(self, interval=_COUNT_PAUSE, singleShot=True)
        self._settling = QTimer(self, interval=_SETTLED, singleShot=True)
        self._caring = QTimer(self, interval=_QUIET, singleShot=True)
        self._writer = Jobs(parent=self)
        self._readers = Jobs(READERS, parent=self)
        self.workspace = Workspace(self._writer, self._readers, parent=self)
        self.dress()
        self.window = ShellWindow(self.workspace, settings)
        self._inquirer = errands.Inquirer(self.workspace)
        self.backups = Backups(self.window, self._readers, settings, errands)
        self._past = EarlierStates(self.window, errands.Archive(self._readers, self.workspace))
        self.commands = Commands(self.window, self.workspace, settings, self._inquirer)
        self._way_in: Entrance | None = None
        self.window.wait()
        self._connect()

    @Slot()
    def dress(self) -> None:
        """Put language, scheme, text size and lock of the settings in force."""
        language = self._settings.get(LANGUAGE)
        if self._speech.language != language:
            self.workspace.language = language
            self._speech.speak(language)
        theme.apply(self._app, self._settings.get(SCHEME), self._settings.get(ZOOM))
        self._idle.watch(self._settings.get(AUTO_LOCK))

    @Slot()
    def begin(self) -> None:
        """Open the office used last, or ask; connected to the window's first paint."""
        theme.load_faces()
        if self._profile is None:
            self.entrance.welcome()
        else:
            self.entrance.open(self._profile)

    @property
    def entrance(self) -> "Entrance":
        """The way into an office, made when it is first needed."""
        from kts_desktop.ui.shell.entrance import Entrance

        if self._way_in is None:
            keeper = errands.ProfileKeeper(self._writer, paths.profiles())
            self._way_in = Entrance(self.window, self.workspace, keeper)
            self._way_in.arrived.connect(self._on_arrived)
        return self._way_in

    @Slot()
    def open_palette(self) -> None:
        """Open the palette over the window."""
        from kts_desktop.ui.shell.palette import Palette

        palette = Palette(self.window, self._inquirer, self._settings)
        palette.action_chosen.connect(self.commands.do)
        palette.record_chosen.connect(self.window.open_record)
        palette.search_wanted.connect(self.commands.search_for)
        palette.open()

    @Slot(str)
    def open_manual(self, page: str) -> None:
        """Open the manual beside the window, or bring it forward."""
        from kts_desktop.ui.shell.manual import Manual

        manual = self.window.findChild(Manual)
        if manual is None:
            manual = Manual(self._settings, self.window)
            manual.action_wanted.connect(self.commands.do)
        manual.show_page(page)
        manual.show()
        manual.raise_()
        manual.activateWindow()

    @Slot()
    def lock(self) -> None:
        """Close the office and throw its pages away; opening it again is the same as at the start."""
        office = self._office
        if office is None or not self.window.keep_typed(office.folder.root):
            return
        self._close_office()
        self.entrance.lock(office.folder.root, has_passphrase=Secret.PASSPHRASE in office.known.wrapped)
        self.commands.read_steps()

    @Slot()
    def leave(self) -> None:
        """Close the office and offer the choices of the first run."""
        if self._office is not None and self.window.show_unsaved():
            return
        self._close_office()
        self.entrance.welcome()
        self.commands.read_steps()

    def close(self) -> None:
        """Keep the window's state, wait for the running job, release the file."""
        self.window.remember()
        self.window.close_pages()
        self._settings.save()
        self._idle.watch(0)
        self.backups.serve(None)
        if self._way_in is not None:
            self._way_in.give_up()
        self.workspace.toils.halt()
        self._readers.shutdown()
        self._writer.shutdown()
        office = self._detached()
        if office is not None:
            office.close()
        self._speech.fall_silent()

    def keys(self) -> Sequence[KeyLine]:
        """Return all keys in the language in force."""
        from kts_desktop.ui.shell.key_list import key_lines

        return key_lines()

    def facts(self) -> Ticket:
        """Bring the facts of the office and its backups."""
        return self._readers.run(partial(errands.facts, self._office))

    def back_up(self) -> Ticket | None:
        """Make a backup now; None while no office is open."""
        return self.backups.back_up()

    def restore(self, backup: Path) -> None:
        """Close the office, put a backup in its place and open it again."""
        office = self._office
        if office is not None and not self.window.show_unsaved():
            self._close_office()
            self.entrance.restore(backup, office.folder.root)

    def set_passphrase(self, passphrase: str) -> Ticket:
        """Set or change the passphrase."""
        assert self._office is not None
        ticket = self._writer.run(partial(errands.set_passphrase, self._office, passphrase))
        ticket.succeeded.connect(self._on_known_anew)
        return ticket

    def renew_recovery_code(self) -> None:
        """Make a new recovery code and show it once."""
        assert self._office is not None
        ticket = self._writer.run(partial(errands.renew_code, self._office))
        ticket.succeeded.connect(self._on_new_code)
        ticket.failed.connect(self._on_failure)

    def change_key(self, passphrase: str) -> None:
        """Close the office, encrypt it with a new key and open it again."""
        if self._office is not None and not self.window.show_unsaved():
            self.window.close_pages()
            office = self._detached()
            assert office is not None
            self.entrance.change_key(office, office.folder.root, passphrase)

    def _connect(self) -> None:
        self.commands.palette_wanted.connect(self.open_palette)
        self.commands.manual_wanted.connect(self.open_manual)
        self.commands.looks_wanted.connect(self.dress)
        self.commands.lock_wanted.connect(self.lock)
        self.commands.other_office_wanted.connect(self.leave)
        self.commands.backup_wanted.connect(self.backups.back_up)
        self.backups.failed.connect(self._on_failure)
        self._idle.idle.connect(self.lock)
        self.window.place.built.connect(self._on_page_built)
        self.workspace.failed.connect(self._on_failure)
        self.workspace.changed.connect(self._counting.start)
        self._counting.timeout.connect(self._count)
        self._settling.timeout.connect(self._on_settled)
        self._caring.timeout.connect(self._on_quiet)

    def _close_office(self) -> None:
        """Throw the pages away, and close the file when the running job has ended."""
        self.window.close_pages()
        self._settings.save()
        office = self._detached()
        if office is not None:
            self._writer.run(partial(errands.close, office)).failed.connect(self._on_failure)

    def _detached(self) -> "Opened | None":
        office, self._office = self._office, None
        self._past.serve(None)
        self.backups.serve(None)
        if halted := self.workspace.toils.halt():
            self._writer.run(partial(errands.wait_for, halted))  # before whatever closes the file
        self.workspace.detach()
        return office

    @Slot(object)
    def _on_arrived(self, arrival: Arrival) -> None:
        from kts_desktop.storage import undo
        from kts_desktop.storage.sidecar import ProfileKind

        office = cast("Opened", arrival.office)
        self._office = office
        self._past.serve(office)
        self.backups.serve(office)
        if self._settings.get(LAST_PROFILE) != str(office.folder.root):
            self._settings.put(LAST_PROFILE, str(office.folder.root))
            self._settings.save()  # a crash of the first day must not lead back to the welcome
        self.workspace.attach(office.store, undo, office)
        self.window.sample.setVisible(office.known.kind is ProfileKind.DEMO)
        self.window.show_pages(office.folder.root)
        for note in office.notes:
            self._say(note)
        self._settling.start()
        self._caring.start()

    @Slot()
    def _on_settled(self) -> None:
        """Bring what the first page can do without, once it is painted."""
        if self._office is not None:
            self.commands.read_steps()
            self._count()

    @Slot()
    def _on_quiet(self) -> None:
        """Make ready for changes, and make the backups that are due."""
        if self._office is not None and not self._office.is_read_only:
            renewing = self._writer.run(partial(errands.get_ready, self._office))
            renewing.failed.connect(self._on_failure)
            self.backups.keep_up()

    @Slot()
    def _count(self) -> None:
        if self._office is not None:
            self._inquirer.counts().succeeded.connect(self._on_counted)

    @Slot(object)
    def _on_counted(self, counts: object) -> None:
        if self._office is not None:
            self.window.sidebar.show_counts(cast("dict[str, int]", counts))

    @Slot(object)
    def _on_page_built(self, page: object) -> None:
        if isinstance(page, TakesCare):
            page.take_care(self)

    @Slot(object)
    def _on_known_anew(self, office: object) -> None:
        if self._office is not None:  # not closed meanwhile
            self._office = cast("Opened", office)
            self.backups.serve(self._office)

    @Slot(object)
    def _on_new_code(self, code: str) -> None:
        self.entrance.show_code(code)

    @Slot(object)
    def _on_failure(self, error: BaseException) -> None:
        if not isinstance(error, UserFacingError):
            raise error
        self._say(error)

    def _say(self, failure: UserFacingError) -> None:
        from kts_desktop.core.sentences.failures import sentence

        self.window.status.say(sentence(failure, self.workspace.language))


def main(arguments: list[str] | None = None) -> int:
    """Open the window and return the exit status; ``--profile FOLDER`` names the office."""
    profile, is_selftest, for_qt = _chosen(arguments or [])
    app = QApplication([sys.argv[0], *for_qt])
    desk = build(app, profile, paths.user_data() / "settings.json")
    watch = Watch(desk.window, paths.user_data())
    desk.window.painted.connect(watch.begin)
    desk.window.painted.connect(app.quit if is_selftest else desk.begin)
    desk.window.show()
    QTimer.singleShot(_QUIET, _collect_again)
    try:
        return app.exec()
    finally:
        desk.close()
        watch.end()


def _collect_again() -> None:
    """Let garbage be collected again, passing over what the start has made and keeps."""
    gc.freeze()
    gc.enable()


def _chosen(arguments: list[str]) -> tuple[Path | None, bool, list[str]]:
    """Return the office named, whether only to paint once and leave, and what Qt is told."""
    if not arguments:
        return None, False, []
    import argparse

    parser = argparse.ArgumentParser(prog="kts-desktop")
    parser.add_argument("--profile", type=Path)
    parser.add_argument("--selftest", action="store_true")
    chosen, for_qt = parser.parse_known_args(arguments)
    return chosen.profile, chosen.selftest, for_qt


def build(app: QApplication, profile: Path | None, settings_file: Path) -> Desk:
    """Assemble everything that the first paint needs, and nothing more.

    Without a profile the office used last is opened; where there is none the window asks.
    """
    app.setApplicationName("KTS Desktop")
    app.setWindowIcon(QIcon(str(paths.resource("icons/app.svg"))))
    settings = Settings(settings_file)
    last = settings.get(LAST_PROFILE)
    return Desk(app, profile or (Path(last) if last else None), settings)

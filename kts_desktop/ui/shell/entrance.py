"""The way into an office: which panel stands in the window until the pages can be shown."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit.dialogs import message
from kts_desktop.ui.shell.arrivals import Arrival, Keeper, Key, NewOffice, Secret
from kts_desktop.ui.shell.key_change import KeyChange, KeyChangePanel, heading
from kts_desktop.ui.shell.panel import Panel
from kts_desktop.ui.shell.unlock import LockPanel, UnlockPanel
from kts_desktop.ui.shell.window import ShellWindow
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from kts_desktop.ui.shell.demo_making import DemoMakingPanel
    from kts_desktop.ui.shell.first_run import NewOfficePanel, RecoveryPanel


class Entrance(QObject):
    """Asks what has to be asked, and announces the open office."""

    arrived = Signal(object)  # Arrival

    def __init__(self, window: ShellWindow, workspace: Workspace, keeper: Keeper) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._keeper = keeper
        self._folder: Path | None = None
        self._backup: Path | None = None
        self._pending: Arrival | None = None
        self._form: NewOfficePanel | None = None
        self._demo: DemoMakingPanel | None = None
        self._change: KeyChange | None = None
        self._changing: Ticket | None = None

    def welcome(self) -> None:
        """Offer the choices of the first run."""
        from kts_desktop.ui.shell.first_run import WelcomePanel

        panel = WelcomePanel()
        panel.new_wanted.connect(self._on_new)
        panel.demo_wanted.connect(self._on_demo)
        panel.open_wanted.connect(self.open)
        panel.restore_wanted.connect(self._on_new_restore)
        self._show(panel)

    @Slot(Path)
    def open(self, folder: Path) -> None:
        """Open an office with what the computer keeps."""
        self._folder, self._backup = folder, None
        self._open(Key())

    def restore(self, backup: Path, folder: Path | None = None) -> None:
        """Put a backup in the place of a closed office, or make an office of it."""
        self._folder, self._backup = folder, backup
        self._open(Key())

    def show_code(self, code: str) -> None:
        """Show a new recovery code over the open office, which goes on when it is kept."""
        self._show_code(code, "").finished.connect(self._window.show_pages)

    def change_key(self, office: object, folder: Path, passphrase: str) -> None:
        """Encrypt an office anew; its new code is valid once two groups of it were typed back."""
        self._folder, self._backup = folder, None
        self._change = KeyChange(self)
        self._change.told.connect(self._on_told)
        self._changing = self._keeper.rekey(office, passphrase, self._change.tell)
        self._changing.succeeded.connect(self._on_key_changed)
        self._changing.failed.connect(self._on_key_not_changed)
        self._show_change()

    def give_up(self) -> None:
        """Let a change of key end whose code nobody has kept yet; the old key stays."""
        if self._change is not None:
            self._folder = None  # nor is it opened again
            self._change.give_up()

    def lock(self, folder: Path, *, has_passphrase: bool) -> None:
        """Show that the office is locked, and wait."""
        self._folder, self._backup = folder, None
        panel = LockPanel(Secret.PASSPHRASE if has_passphrase else Secret.NONE)
        panel.unlock_wanted.connect(self._on_unlock)
        self._show(panel)

    def _open(self, key: Key) -> None:
        self._window.wait()
        if self._backup is not None:
            self._await(self._keeper.restore(self._backup, self._folder, key))
        elif self._folder is not None:
            self._await(self._keeper.open(self._folder, key))

    def _show_code(self, code: str, name: str) -> "RecoveryPanel":
        from kts_desktop.ui.shell.first_run import RecoveryPanel

        panel = RecoveryPanel(code, name)
        self._show(panel)
        return panel

    def _show(self, panel: Panel) -> None:
        self._window.place.show_interim(panel)
        panel.setFocus()

    def _await(self, ticket: Ticket) -> None:
        ticket.succeeded.connect(self._on_arrived)
        ticket.failed.connect(self._on_failed)

    @Slot(str, str, bool)
    def _on_unlock(self, secret: str, text: str, remember: bool) -> None:
        self._open(Key(secret=Secret(secret), text=text, remember=remember))

    def _show_change(self) -> None:
        panel = KeyChangePanel()
        if self._changing is not None:
            self._changing.progressed.connect(panel.show_progress)
        self._show(panel)

    @Slot(str)
    def _on_told(self, code: str) -> None:
        self._show_code(code, "").finished.connect(self._on_new_code_kept)

    @Slot()
    def _on_new_code_kept(self) -> None:
        if self._change is not None:
            self._change.keep()
            self._show_change()

    @Slot(object)
    def _on_key_changed(self, arrival: object) -> None:
        self._change = self._changing = None
        self.arrived.emit(arrival)

    @Slot(object)
    def _on_key_not_changed(self, error: object) -> None:
        self._change = self._changing = None
        if self._folder is not None:
            self.open(self._folder)
        if not isinstance(error, UserFacingError):
            assert isinstance(error, BaseException)
            raise error
        message(self._window, heading(), sentence(error, self._workspace.language))

    @Slot()
    def _on_new(self) -> None:
        self._window.wait()
        self._keeper.find_keyring().succeeded.connect(self._on_keyring)

    @Slot(object)
    def _on_keyring(self, has_keyring: object) -> None:
        from kts_desktop.ui.shell.first_run import NewOfficePanel

        self._form = NewOfficePanel(has_keyring=bool(has_keyring))
        self._form.back_wanted.connect(self.welcome)
        self._form.made.connect(self._on_made)
        self._show(self._form)

    @Slot(object)
    def _on_made(self, wishes: object) -> None:
        assert isinstance(wishes, NewOffice)
        ticket = self._keeper.create(wishes)
        ticket.succeeded.connect(self._on_arrived)
        ticket.failed.connect(self._on_not_made)

    @Slot(object)
    def _on_not_made(self, error: object) -> None:
        if not isinstance(error, UserFacingError):
            self._on_failed(error)
        elif self._form is not None:
            self._form.show_problem(sentence(error, self._workspace.language))

    @Slot()
    def _on_demo(self) -> None:
        self._window.wait()
        self._demo = None
        ticket = self._keeper.create_demo()
        ticket.progressed.connect(self._on_demo_progressed)
        self._await(ticket)

    @Slot(int, int, str)
    def _on_demo_progressed(self, done: int, total: int, words: str) -> None:
        """Say what is being made; an office that only has to be opened tells no steps."""
        if self._demo is None:
            from kts_desktop.ui.shell.demo_making import DemoMakingPanel

            self._demo = DemoMakingPanel()
            self._demo.show_progress(done, total, words)
            ticket = self.sender()
            assert isinstance(ticket, Ticket)
            ticket.progressed.connect(self._demo.show_progress)
            self._show(self._demo)

    @Slot(Path)
    def _on_new_restore(self, backup: Path) -> None:
        self.restore(backup)

    @Slot(Path)
    def _on_restore(self, backup: Path) -> None:
        self.restore(backup, self._folder)

    @Slot(object)
    def _on_arrived(self, arrival: object) -> None:
        assert isinstance(arrival, Arrival)
        self._form = self._backup = self._demo = None
        if not arrival.code:
            self.arrived.emit(arrival)
            return
        self._pending = arrival
        self._show_code(arrival.code, arrival.name).finished.connect(self._on_code_kept)

    @Slot()
    def _on_code_kept(self) -> None:
        arrival, self._pending = self._pending, None
        if arrival is not None:
            self.arrived.emit(arrival)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if not isinstance(error, UserFacingError):
            self.welcome()
            assert isinstance(error, BaseException)
            raise error
        panel = UnlockPanel(error, self._workspace.language)
        panel.unlock_wanted.connect(self._on_unlock)
        panel.restore_wanted.connect(self._on_restore)
        panel.other_wanted.connect(self.welcome)
        self._show(panel)

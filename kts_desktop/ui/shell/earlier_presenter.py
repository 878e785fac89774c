"""Looking into backups for one record: list them, compare, take over; no widget here."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Slot

from kts_desktop.core.errors import UserFacingError
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.shell.looking import Looked, LooksBack, Wish

if TYPE_CHECKING:
    from kts_desktop.services.earlier import Choice
    from kts_desktop.services.earlier_taking import Taken
    from kts_desktop.services.offices import BackupRow


class EarlierView(Protocol):
    """What the presenter needs of the dialog; a fake in tests."""

    def show_backups(self, rows: "Sequence[BackupRow]") -> None:
        """List the backups; there may be none."""

    def show_looking(self) -> None:
        """Say that a backup is being opened."""

    def show_progress(self, done: int, total: int) -> None:
        """Say how far that is."""

    def show_found(self, looked: Looked) -> None:
        """Show what differs, or that nothing does."""

    def show_stopped(self) -> None:
        """Say that the look was stopped."""

    def show_problem(self, error: UserFacingError) -> None:
        """Say why nothing can be shown."""

    def show_refusal(self, error: UserFacingError) -> None:
        """Say why nothing was taken over, beside what differs."""

    def show_taken(self, taken: "Taken") -> None:
        """Say what was taken over, and leave."""


class EarlierPresenter(QObject):
    """One look at a time: choosing another backup stops the one before."""

    def __init__(
        self, archive: LooksBack, view: EarlierView, record: tuple[str, int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._archive, self._view = archive, view
        self._kind, self._id = record
        self._looking: Ticket | None = None
        self._looked: Looked | None = None
        self._backup: Path | None = None

    def begin(self) -> None:
        """List the backups."""
        ticket = self._archive.backups()
        ticket.succeeded.connect(self._on_backups)
        ticket.failed.connect(self._on_failed)

    def choose(self, backup: Path, secret: str = "") -> None:
        """Open a backup and compare the record with today."""
        self.stop()
        self._backup, self._looked = backup, None
        wish = Wish(kind=self._kind, id=self._id, backup=backup, secret=secret)
        self._view.show_looking()
        self._looking = self._archive.look(wish)
        self._looking.progressed.connect(self._on_progressed)
        self._looking.succeeded.connect(self._on_looked)
        self._looking.failed.connect(self._on_failed)
        self._looking.finished.connect(self._on_finished)

    def open_with(self, secret: str) -> None:
        """Open the backup chosen last with a code or passphrase of then."""
        if self._backup is not None:
            self.choose(self._backup, secret)

    def stop(self) -> None:
        """Stop a look that runs; what it would bring is not wanted any more."""
        running, self._looking = self._looking, None
        if running is not None:
            running.cancel()

    def give_up(self) -> None:
        """Stop at the user's word, and say so."""
        if self._looking is not None:
            self.stop()
            self._view.show_stopped()

    def take(self, chosen: "frozenset[Choice]") -> None:
        """Take chosen differences over as one step."""
        if self._looked is not None and chosen:
            ticket = self._archive.take(self._looked, chosen)
            ticket.succeeded.connect(self._on_taken)
            ticket.failed.connect(self._on_refused)

    @Slot(object)
    def _on_backups(self, found: object) -> None:
        """List each state once: the backup of a week is that of its day under another name."""
        rows = cast("Sequence[BackupRow]", found)
        told = {row.made_at for row in rows if row.kind != "weekly"}
        self._view.show_backups([row for row in rows if row.kind != "weekly" or row.made_at not in told])

    @Slot(int, int, str)
    def _on_progressed(self, done: int, total: int, _words: str) -> None:
        if self.sender() is self._looking:
            self._view.show_progress(done, total)

    @Slot(object)
    def _on_looked(self, looked: object) -> None:
        if self.sender() is self._looking:
            self._looked = cast("Looked", looked)
            self._view.show_found(self._looked)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if self._looking is not None and self.sender() is not self._looking:
            return
        self._view.show_problem(_readable(error))

    @Slot()
    def _on_finished(self) -> None:
        if self.sender() is self._looking:
            self._looking = None

    @Slot(object)
    def _on_taken(self, taken: object) -> None:
        self._view.show_taken(cast("Taken", taken))

    @Slot(object)
    def _on_refused(self, error: object) -> None:
        self._view.show_refusal(_readable(error))


def _readable(error: object) -> UserFacingError:
    """Return a failure the user can read; every other one is a bug and is raised."""
    if isinstance(error, UserFacingError):
        return error
    assert isinstance(error, BaseException)
    raise error

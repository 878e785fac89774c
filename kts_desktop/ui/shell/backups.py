"""Keeps the backups of the open office: makes, copies and rehearses them while work goes on."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from kts_desktop.core.settings import SECOND_PLACE, Settings
from kts_desktop.ui.jobs import Jobs, Ticket

if TYPE_CHECKING:
    from kts_desktop.storage.opening import Opened
    from kts_desktop.ui.shell.window import ShellWindow


class BackupErrands(Protocol):
    """What is done in a lane; the program answers, so that the shell starts without the engine."""

    def back_up(self, office: "Opened", ticket: Ticket, /) -> object:
        """Make a backup, open it and check it."""

    def back_up_if_due(self, office: "Opened", ticket: Ticket, /) -> object:
        """Make the backup of the day or week if there is none yet."""

    def rehearse_if_due(self, office: "Opened", ticket: Ticket, /) -> None:
        """Rehearse a restore once a week."""

    def copy_aside(self, office: "Opened", place: Path, made: object, ticket: Ticket, /) -> object:
        """Copy the backup just made, or the newest, to the second place."""

    def days_without_backup(self, office: "Opened", ticket: Ticket, /) -> object:
        """Return for how many days no backup was checked, if those are too many."""


class Backups(QObject):
    """Looks after the backups, in a reader's lane; the status line says what is done."""

    failed = Signal(object)

    def __init__(self, window: "ShellWindow", lane: Jobs, settings: Settings, errands: BackupErrands) -> None:
        super().__init__(window)
        self._window, self._lane = window, lane
        self._settings, self._errands = settings, errands
        self._office: Opened | None = None
        self._rehearsal: Ticket | None = None
        window.late.back_up_wanted.connect(self.back_up)

    @property
    def is_rehearsing(self) -> bool:
        """Tell whether the restore of a backup is being rehearsed."""
        return self._rehearsal is not None

    def serve(self, office: "Opened | None") -> None:
        """Look after this office from now on; None: it is being closed, and a rehearsal stops."""
        self._office = office
        if office is None and self._rehearsal is not None:
            self._rehearsal.cancel()

    @Slot()
    def back_up(self) -> Ticket | None:
        """Make a backup now; None while no office is open."""
        if self._office is None:
            return None
        ticket = self._lane.run(partial(self._errands.back_up, self._office), self.tr("Backing up"))
        ticket.succeeded.connect(self._on_backed_up)
        ticket.failed.connect(self.failed)
        self._window.status.follow(ticket)
        return ticket

    def keep_up(self) -> None:
        """Make the backup that is due, copy it, and rehearse a restore if that is due."""
        if self._office is not None:
            ticket = self._lane.run(partial(self._errands.back_up_if_due, self._office))
            ticket.succeeded.connect(self._on_kept_up)
            ticket.finished.connect(self._look_for_backup)
            ticket.failed.connect(self.failed)

    @Slot(object)
    def _on_backed_up(self, backup: object) -> None:
        self._window.status.say(self.tr("Backed up and checked."))
        self._look_for_backup()
        self._copy_aside(backup)

    @Slot(object)
    def _on_kept_up(self, backup: object) -> None:
        """Rehearse a restore when the backup of the day is there; it ends when the office is closed."""
        if self._office is None:
            return
        self._copy_aside(backup)
        work = partial(self._errands.rehearse_if_due, self._office)
        self._rehearsal = self._lane.run(work, self.tr("Rehearsing a restore"))
        self._rehearsal.failed.connect(self.failed)
        self._rehearsal.finished.connect(self._on_rehearsed)
        self._window.status.follow(self._rehearsal)

    @Slot()
    def _on_rehearsed(self) -> None:
        self._rehearsal = None

    def _copy_aside(self, backup: object) -> None:
        """Copy the backup just made, or the newest, to the second place, if one is set."""
        place = self._settings.get(SECOND_PLACE)
        if self._office is not None and place:
            work = partial(self._errands.copy_aside, self._office, Path(place), backup)
            copying = self._lane.run(work, self.tr("Copying the backup"))
            copying.failed.connect(self.failed)
            self._window.status.follow(copying)

    @Slot()
    def _look_for_backup(self) -> None:
        """Say so over the window when there has been no checked backup for long."""
        if self._office is not None:
            looking = self._lane.run(partial(self._errands.days_without_backup, self._office))
            looking.succeeded.connect(self._window.late.show_overdue)

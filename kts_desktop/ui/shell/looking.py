"""What passes between the window and the program when a backup is looked into; light, as the shell is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from kts_desktop.services.earlier import Choice, Earlier
    from kts_desktop.services.offices import BackupRow

    Backups = Sequence[BackupRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which record is to be looked for, in which backup; ``secret`` opens one of another key."""

    kind: str
    id: int
    backup: Path
    secret: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was found, and the words of its value lists in the language in force."""

    earlier: "Earlier"
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class LooksBack(Protocol):
    """Looks into the backups of the open office, and writes to it by its workspace."""

    workspace: Workspace

    def serve(self, office: object) -> None:
        """Serve an office that was opened; None: it is being closed, and what runs stops."""

    @property
    def can_take(self) -> bool:
        """Tell whether anything can be taken over: not where the office is read only."""

    def backups(self) -> Ticket:
        """Bring the backups, the newest first: ``Sequence[BackupRow]``."""

    def look(self, wish: Wish) -> Ticket:
        """Compare a record in a backup with today: ``Looked``; its progress is told in bytes."""

    def take(self, looked: Looked, chosen: "frozenset[Choice]") -> Ticket:
        """Take chosen differences over as one step: ``earlier_taking.Taken``."""

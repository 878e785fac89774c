"""What the settings page asks of the program around it; the program answers, the page stays a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from kts_desktop.ui.jobs import Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """One line of the list of keys: where it works, what it does, the keys as this system writes them."""

    group: str
    text: str
    keys: str


class Care(Protocol):
    """Looks after the open office and the looks of the program."""

    def dress(self) -> None:
        """Put language, scheme, text size and lock of the settings in force."""

    def keys(self) -> Sequence[KeyLine]:
        """Return all keys in the language in force."""

    def facts(self) -> Ticket:
        """Bring the facts of the office and its backups: ``(OfficeFacts, list[BackupRow])``."""

    def back_up(self) -> Ticket | None:
        """Make a backup now; None while no office is open."""

    def restore(self, backup: Path) -> None:
        """Close the office, put a backup in its place and open it again."""

    def set_passphrase(self, passphrase: str) -> Ticket:
        """Set or change the passphrase."""

    def renew_recovery_code(self) -> None:
        """Make a new recovery code and show it once."""

    def change_key(self, passphrase: str) -> None:
        """Close the office, encrypt it with a new key and open it again; empty: without a passphrase."""


@runtime_checkable
class TakesCare(Protocol):
    """A page that wants to be looked after."""

    def take_care(self, care: Care) -> None:
        """Take what the page asks its questions."""

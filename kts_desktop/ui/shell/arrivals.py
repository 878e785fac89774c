"""What passes between the way into an office and the program that opens it; light, for the first paint."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from kts_desktop.ui.jobs import Ticket


class Secret(StrEnum):
    """What opens the office: nothing typed, a passphrase, or the recovery code."""

    NONE = ""
    PASSPHRASE = "passphrase"  # noqa: S105 - the kind, not the secret
    CODE = "recovery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What the user gave to open an office."""

    secret: Secret = Secret.NONE
    text: str = ""
    remember: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOffice:
    """What is asked before an office is made; an empty passphrase means the keyring keeps the key."""

    adviser: str
    office: str
    passphrase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """An office that is open now; ``code`` is the recovery code of a new one, shown once."""

    office: object
    code: str = ""
    name: str = ""


class Keeper(Protocol):
    """Opens, makes and restores offices in a worker; each ticket brings an Arrival."""

    def open(self, folder: Path, key: Key) -> Ticket:
        """Open an office."""

    def create(self, wishes: NewOffice) -> Ticket:
        """Make an office."""

    def create_demo(self) -> Ticket:
        """Make the demo office, or open the one there is."""

    def restore(self, backup: Path, folder: Path | None, key: Key) -> Ticket:
        """Put a backup in the place of an office, or make an office of it, and open it."""

    def rekey(self, office: object, passphrase: str, tell: Callable[[str], None]) -> Ticket:
        """Encrypt an open office with a new key, and open it again; ``tell`` gets the code in the worker."""

    def find_keyring(self) -> Ticket:
        """Bring whether this computer has a keyring that keeps keys."""

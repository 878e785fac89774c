"""The exchange of one open office, as the window and the command line use it.

Everything is slow enough for a worker. Nothing here shows a session or a mapped object. ``deciding`` and the
list of differences stand beside it: they are about the office, not about packages.
"""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from kts_desktop.core.errors import UserFacingError
from kts_desktop.exchange.sync import context as contexts
from kts_desktop.exchange.sync import cutting, incoming, outgoing, people, sorting
from kts_desktop.exchange.sync.context import Context
from kts_desktop.exchange.sync.identity import Renew
from kts_desktop.exchange.sync.incoming import Taken
from kts_desktop.exchange.sync.outgoing import Parcel
from kts_desktop.exchange.sync.people import Loss
from kts_desktop.exchange.sync.sorting import Sorted
from kts_desktop.exchange.sync.views import (
    Colleague,
    Exported,
    Inspection,
    OwnLaptop,
    Parked,
    Report,
    Token,
)
from kts_desktop.storage.keys import Keyring
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.replica import renewing


class Exchange:
    """What can be done with packages; ``notes`` are to be told when it was opened."""

    def __init__(self, context: Context) -> None:
        self.context = context

    @property
    def notes(self) -> tuple[UserFacingError, ...]:
        """Return what is to be told, such as that this laptop got a new identity."""
        return self.context.notes()

    def own(self) -> OwnLaptop:
        """Return the laptop at hand."""
        return people.own(self.context)

    def colleagues(self) -> list[Colleague]:
        """Return the other laptops with how far each knows the other."""
        return people.colleagues(self.context)

    def write_card(self, folder: Path) -> Path:
        """Write the own card to be handed on; raises PackageError."""
        return people.write_card(self.context, folder)

    def read_card(self, path: Path) -> Colleague:
        """Take in a card, unconfirmed; raises PackageError."""
        return people.read_card(self.context, path)

    def confirm(self, fingerprint: bytes, typed: str, how: str = "") -> Colleague:
        """Trust a laptop after its digits were compared; raises PackageError, RefusedError."""
        return people.confirm(self.context, fingerprint, typed, how)

    def revoke(self, fingerprint: bytes) -> Loss:
        """Trust a laptop no longer and tell what it held; raises RefusedError."""
        return people.revoke(self.context, fingerprint)

    def export(self, to: Sequence[bytes], folder: Path, *, is_full: bool = False) -> Exported:
        """Write one package for these laptops; raises PackageError, StorageError."""
        return outgoing.export(self.context, folder, Parcel(to=tuple(to), is_full=is_full))

    def inspect(self, path: Path, *, passphrase: str | None = None) -> Inspection:
        """Tell what a package is; the database is only read."""
        return incoming.inspect(self.context, path, passphrase=passphrase)

    def preview(self, path: Path, *, passphrase: str | None = None) -> Report:
        """Tell what a package would do; raises PackageError, StorageError."""
        return incoming.preview(self.context, path, passphrase=passphrase)

    def apply(
        self,
        path: Path,
        token: Token | None = None,
        *,
        accepted: Collection[str] = (),
        passphrase: str | None = None,
    ) -> Taken:
        """Take a package over after a backup; raises PackageError, RefusedError, StorageError."""
        return incoming.apply(self.context, path, token, accepted=accepted, passphrase=passphrase)

    def take_folder(self, folder: Path, *, accepted: Collection[str] = ()) -> list[Sorted]:
        """Take over all packages in a folder, whatever their order and names."""
        return sorting.take_folder(self.context, folder, accepted=accepted)

    def parked(self) -> list[Parked]:
        """Return the packages that wait for one before them."""
        return incoming.parked(self.context)

    def seal(self) -> int:
        """Seal the own edits, as at the end of a day's work, and return the number; 0 if there were none."""
        number = cutting.seal(self.context.store)
        self.context.has_counted()
        return number

    def tend(self) -> int:
        """Delete old copies in the outbox and what a crash left in quarantine; return how many."""
        return outgoing.tidy(self.context) + sorting.sweep(self.context)


def _renew(driver: Any, replica: bytes) -> None:
    renewing.renew(driver, replica=replica)


def exchange_of(opened: Opened, keyring: Keyring, *, renew: Renew = _renew) -> Exchange:
    """Return the exchange of an open office, which gets an identity now if it has none.

    Raises ProfileError ``identity_keyring``.
    """
    return Exchange(contexts.wake(opened, keyring, renew=renew))

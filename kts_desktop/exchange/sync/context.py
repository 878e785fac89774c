"""What every act of the exchange works with: the open office, this laptop's keys, the clock."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from kts_desktop.core.errors import UserFacingError
from kts_desktop.exchange.sync import identity, statements, trust
from kts_desktop.exchange.sync.identity import NOBODY, Awake, Names, Renew
from kts_desktop.exchange.sync.laptop_keys import LaptopKeys
from kts_desktop.models.base import UtcMs, moment
from kts_desktop.services import advisers
from kts_desktop.storage import backup
from kts_desktop.storage.blobs import Blobs
from kts_desktop.storage.keys import Keyring, NoKeyring
from kts_desktop.storage.laptop_secret import SecretPlace
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.profile import ExchangePlaces
from kts_desktop.storage.replica import me
from kts_desktop.storage.rotation import BackupKind
from kts_desktop.storage.sidecar import ProfileKind
from kts_desktop.storage.store import Store


@dataclass(slots=True)
class Context:
    """The open office as one laptop of several."""

    opened: Opened
    place: SecretPlace
    awake: Awake

    @property
    def store(self) -> Store:
        """Return the open database."""
        return self.opened.store

    @property
    def keys(self) -> LaptopKeys:
        """Return this laptop's private keys."""
        return self.awake.keys

    @property
    def places(self) -> ExchangePlaces:
        """Return what lies where."""
        return self.opened.folder.exchange

    @property
    def blobs(self) -> Blobs:
        """Return the contents of attachments."""
        assert self.store.blobs is not None
        return self.store.blobs

    @contextmanager
    def reading(self) -> Generator[Any]:
        """Yield a connection of the driver in one snapshot."""
        with self.store.read() as session:
            yield session.connection().connection.driver_connection

    @contextmanager
    def writing(self) -> Generator[Any]:
        """Yield a connection of the driver in a transaction outside the journal."""
        with self.store.maintain() as connection:
            yield connection.connection.driver_connection

    def now_ms(self) -> int:
        """Return the present in milliseconds."""
        now = UtcMs().process_bind_param(self.store.clock(), None)  # type: ignore[arg-type]
        assert now is not None
        return now

    def has_counted(self) -> None:
        """Remember outside the file how far this laptop has counted; call it after whatever seals."""
        with self.reading() as driver:
            known = me.who(driver)
        assert known is not None
        self.awake = identity.counted(self.place, self.awake, known.seq)

    def back_up(self) -> None:
        """Make the backup before an import."""
        backup.make_backup(self.opened.folder, self.opened.key, BackupKind.IMPORT, now=self.store.clock())

    def notes(self) -> tuple[UserFacingError, ...]:
        """Return what is to be told about the identity of this laptop."""
        return self.awake.notes

    def found(self) -> bytes:
        """Return which office this is; the first to send a package founds it and coordinates."""
        with self.writing() as driver:
            office = identity.office_of(driver)
            if office != NOBODY:
                return office
            office = identity.new_office()
            identity.be_of_office(driver, office)
            now, own = self.now_ms(), self.keys.public.fingerprint
            said = statements.Member(fingerprint=own, space=trust.COORDINATION, is_in=True)
            trust.learn(driver, [statements.say(self.keys, said, now)], now, rooted=True)
            for space in me.own_spaces(driver):
                trust.admit(driver, self.keys, own, space, now)
        self.present()
        return office

    def present(self, label: str = "") -> None:
        """Sign the own card anew if what it says has changed."""
        names = replace(names_in(self.store), label=label)
        identity.present(self.store, self.keys, names, self.now_ms())


def wake(opened: Opened, keyring: Keyring, *, renew: Renew) -> Context:
    """Return the office as this laptop; raises ProfileError.

    A copied or restored office gets a new identity here, before anything else.
    """
    if opened.known.kind is ProfileKind.DEMO:
        keyring = NoKeyring()  # it opens on any computer and leaves nothing on it
    place = SecretPlace(folder=opened.folder, uid=opened.known.uid, key=opened.key, keyring=keyring)
    now = UtcMs().process_bind_param(opened.store.clock(), None)  # type: ignore[arg-type]
    assert now is not None
    awake = identity.wake(opened.store, place, names_in(opened.store), now_ms=now, renew=renew)
    return Context(opened, place, awake)


def names_in(store: Store) -> Names:
    """Return whose laptop this is."""
    with store.read() as session:
        owner = advisers.me(session)
    return Names(person=owner.name if owner else "", adviser=owner.uid if owner else b"")


def at(ms: int) -> datetime:
    """Return stored milliseconds as a moment in the zone of this computer."""
    found = moment(ms)
    assert found is not None
    return found.astimezone()

"""Laptops of one office for tests: real profiles with keyrings of their own, a stick between them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from kts_desktop.exchange.sync.office import Exchange, exchange_of
from kts_desktop.services import advisers, dump, persons
from kts_desktop.services.advisers import AdviserDraft
from kts_desktop.services.opening import act_as_owner
from kts_desktop.services.persons import PersonDraft
from kts_desktop.storage.creating import create_profile
from kts_desktop.storage.keys import KeySources
from kts_desktop.storage.opening import Opened
from tests.helpers.day import NOW
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.profiles import CHEAP, PASSPHRASE, Office


class Member:
    """One laptop of the office, open."""

    keyring: MemoryKeyring
    name: str
    code: str
    opened: Opened
    exchange: Exchange

    @classmethod
    def new(cls, folder: Path, name: str) -> "Member":
        """Make the profile of a new laptop."""
        self = cls()
        self.keyring = MemoryKeyring()
        keys = KeySources(keyring=self.keyring, cost=CHEAP)
        made = create_profile(folder, keys=keys, passphrase=PASSPHRASE, now=NOW)
        with made.store.write("setup") as session:
            advisers.be(session, advisers.add(session, AdviserDraft(name=name)))
        act_as_owner(made.store)
        self.name, self.code = name, made.recovery_code
        self.opened = made.opened
        self.exchange = exchange_of(self.opened, self.keyring)
        return self

    def copy_to(self, folder: Path) -> "Member":
        """Return this laptop, which is closed, as it was, in another place: it still is the same one."""
        copy = Member()
        office = self.office.copy_to(folder)
        assert isinstance(office.keyring, MemoryKeyring)
        copy.keyring, copy.name, copy.code = office.keyring, self.name, self.code
        copy.opened = office.open()
        act_as_owner(copy.opened.store)
        copy.exchange = exchange_of(copy.opened, copy.keyring)
        return copy

    @property
    def fingerprint(self) -> bytes:
        """Return who it is."""
        return self.exchange.own().fingerprint

    @property
    def office(self) -> Office:
        """Return its profile as other helpers know it."""
        return Office(self.opened.folder.root, self.code, self.keyring)

    def add_person(self, family_name: str, remark: str = "") -> int:
        """Enter somebody."""
        with self.opened.store.write("person.add") as session:
            return persons.add(session, PersonDraft(family_name=family_name, given_name="K", remark=remark))

    def rename(self, person: int, family_name: str) -> None:
        """Change somebody's name."""
        with self.opened.store.write("person.edit") as session:
            persons.edit(session, person, PersonDraft(family_name=family_name, given_name="K"))

    def lines(self) -> list[str]:
        """Return all it holds, comparable."""
        with self.opened.store.read() as session:
            return list(dump.lines(session))

    def names(self) -> set[str]:
        """Return the family names it holds."""
        with self.exchange.context.reading() as driver:
            rows = driver.execute("SELECT family_name FROM person WHERE deleted_at IS NULL").fetchall()
        return {name for (name,) in rows}

    def send(self, to: "Member", stick: Path, *, is_full: bool = False) -> Path:
        """Write a package for another member."""
        return self.exchange.export([to.fingerprint], stick, is_full=is_full).path

    def reopen(self) -> None:
        """Close it and open it again, as on the next morning."""
        office = self.office
        self.opened.close()
        self.opened = office.open()
        act_as_owner(self.opened.store)
        self.exchange = exchange_of(self.opened, self.keyring)

    def close(self) -> None:
        """Close it."""
        self.opened.close()


def acquaint(one: Member, other: Member, stick: Path) -> None:
    """Let two laptops read each other's cards and compare the digits."""
    for reader, owner in ((one, other), (other, one)):
        card = owner.exchange.write_card(stick)
        reader.exchange.read_card(card)
        reader.exchange.confirm(owner.fingerprint, owner.exchange.own().digits, "Telefon")
        card.unlink()


def make_pair(folder: Path) -> tuple[Member, Member]:
    """Return two laptops that know each other, the second with the first one's records; both closed."""
    stick = folder / "stick"
    stick.mkdir()
    one, other = Member.new(folder / "anna", "Anna Ahorn"), Member.new(folder / "ben", "Ben Birke")
    acquaint(one, other, stick)
    one.add_person("Ottersund")
    other.exchange.apply(one.send(other, stick))
    one.close()
    other.close()
    return one, other


def pair(made: tuple[Member, Member], folder: Path) -> Iterator[tuple[Member, Member, Path]]:
    """Yield copies of two laptops, and a stick."""
    stick = folder / "stick"
    stick.mkdir()
    one, other = (member.copy_to(folder / member.opened.folder.root.name) for member in made)
    yield one, other, stick
    one.close()
    other.close()


def copied(path: Path, name: str) -> Path:
    """Return a copy of a file under another name in its folder."""
    return Path(shutil.copyfile(path, path.with_name(name)))

"""Profiles on disk for tests: made once, copied for each test; cheap to open."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.models.note import Note
from kts_desktop.storage.creating import create_profile
from kts_desktop.storage.keys import Keyring, KeySources
from kts_desktop.storage.opening import Opened, open_profile
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.recovery import Cost
from kts_desktop.storage.store import Store
from kts_desktop.storage.unlocking import Unlock
from tests.helpers.day import NOW
from tests.helpers.keyrings import MemoryKeyring

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "ein langer Satz"  # noqa: S105
KEPT = ["Anruf aus Krefeld"]  # the titles of the notes in a profile made here


class Office:
    """A profile in a folder, with everything needed to open it."""

    def __init__(self, folder: Path, code: str, keyring: Keyring) -> None:
        self.folder = folder
        self.code = code
        self.keyring = keyring
        self.place = ProfileFolder(folder)

    @property
    def database(self) -> Path:
        """Return the database file."""
        return self.place.database

    def unlock(self, *, passphrase: str | None = None, code: str | None = None) -> Unlock:
        """Return what is at hand to open it."""
        keys = KeySources(keyring=self.keyring, cost=CHEAP)
        return Unlock(keys=keys, passphrase=passphrase, recovery_code=code)

    def open(self, *, passphrase: str | None = None, code: str | None = None, now: datetime = NOW) -> Opened:
        """Open it."""
        return open_profile(self.folder, self.unlock(passphrase=passphrase, code=code), now=now)

    def copy_to(self, folder: Path) -> "Office":
        """Return a copy in another folder; the keyring's entries are copied as well."""
        shutil.copytree(self.folder, folder)
        keyring = MemoryKeyring()
        if isinstance(self.keyring, MemoryKeyring):
            keyring.entries.update(self.keyring.entries)
        return Office(folder, self.code, keyring)


def make_office(folder: Path, keyring: Keyring, *, passphrase: str | None = PASSPHRASE) -> Office:
    """Make an encrypted profile with one note and close it."""
    created = create_profile(
        folder, keys=KeySources(keyring=keyring, cost=CHEAP), passphrase=passphrase, now=NOW
    )
    write_note(created.store, "Anruf aus Krefeld")
    created.opened.close()
    return Office(folder, created.recovery_code, keyring)


def write_note(store: Store, title: str) -> None:
    """Save one note."""
    with store.write("note.log") as session:
        session.add(Note(kind="call", happened_at=NOW, title=title))


def note_titles(store: Store) -> list[str]:
    """Return the titles of all notes in the order they were written."""
    with store.read() as session:
        return [title for (title,) in session.query(Note.title).order_by(Note.id)]


def refusal(attempt: Callable[[], object]) -> UserFacingError:
    """Return why an attempt failed, after saying it in both languages."""
    with pytest.raises(UserFacingError) as refused:
        attempt()
    for language in ("de", "en"):
        said = sentence(refused.value, language)
        assert said
        assert "{" not in said
    return refused.value


def titles(office: Office, *, passphrase: str | None = None, code: str | None = None) -> list[str]:
    """Open a profile, return the titles of its notes, close it."""
    opened = office.open(passphrase=passphrase, code=code)
    found = note_titles(opened.store)
    opened.close()
    return found


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Take writing away: from the owner by modes, from root by being nobody for a while."""
    everything = [folder, *folder.rglob("*")]
    is_root = os.geteuid() == 0
    for path in everything:
        path.chmod(0o555 if path.is_dir() else 0o444)
    parents = (
        [parent for parent in folder.parents if parent.stat().st_mode & 0o005 != 0o005] if is_root else []
    )
    modes = [parent.stat().st_mode for parent in parents]
    for parent in parents:
        parent.chmod(0o755)
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        for parent, mode in zip(parents, modes, strict=True):
            parent.chmod(mode)
        for path in everything:
            path.chmod(0o700 if path.is_dir() else 0o600)

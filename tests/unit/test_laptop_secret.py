"""The secret of one laptop: kept in the keyring, or beside the database and bound to this computer."""

from dataclasses import replace
from pathlib import Path

import pytest

from kts_desktop.storage import laptop_secret
from kts_desktop.storage.keys import DataKey, Keyring, NoKeyring
from kts_desktop.storage.laptop_secret import LaptopSecret, SecretPlace
from kts_desktop.storage.profile import ProfileFolder
from tests.helpers.keyrings import ForgettingKeyring, LockedKeyring, MemoryKeyring
from tests.helpers.profiles import refusal

SECRET = LaptopSecret(key=bytes(range(32)), replica=b"r" * 16, seq=7)
KEY = DataKey(bytes(range(1, 33)))


def place_in(folder: Path, keyring: Keyring, key: DataKey | None = KEY) -> SecretPlace:
    """Return where the secret of a profile in this folder lies."""
    return SecretPlace(folder=ProfileFolder(folder), uid="ab" * 16, key=key, keyring=keyring)


def test_the_keyring_keeps_it_and_the_folder_does_not(tmp_path: Path) -> None:
    place = place_in(tmp_path, MemoryKeyring())
    place.keep(SECRET)
    assert place.look_up() == SECRET
    assert list(tmp_path.iterdir()) == []


def test_a_copied_folder_on_another_computer_does_not_have_it(tmp_path: Path) -> None:
    place_in(tmp_path, MemoryKeyring()).keep(SECRET)
    assert place_in(tmp_path, MemoryKeyring()).look_up() is None


@pytest.mark.parametrize("keyring", [NoKeyring(), ForgettingKeyring()])
@pytest.mark.parametrize("key", [KEY, None])
def test_without_a_keyring_it_lies_sealed_beside_the_database(
    tmp_path: Path, keyring: Keyring, key: DataKey | None
) -> None:
    place = place_in(tmp_path, keyring, key)
    place.keep(SECRET)
    place.keep(replace(SECRET, seq=8))
    assert place.look_up() == replace(SECRET, seq=8)
    assert SECRET.key.hex().encode() not in place.folder.exchange.laptop.read_bytes()


def test_beside_the_database_it_opens_on_this_computer_and_with_this_key_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = place_in(tmp_path, NoKeyring())
    place.keep(SECRET)
    assert replace(place, key=DataKey.new()).look_up() is None
    assert replace(place, uid="cd" * 16).look_up() is None
    (tmp_path / "machine-id").write_text("another computer\n", encoding="ascii")
    monkeypatch.setattr(laptop_secret, "_MACHINE_ID", tmp_path / "machine-id")
    assert place.look_up() is None


@pytest.mark.parametrize("content", [b"", b"nonsense", b'["zz"]', b"[1]", b'["00"]'])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    place = place_in(tmp_path, NoKeyring())
    place.folder.exchange.laptop.write_bytes(content)
    assert place.look_up() is None


@pytest.mark.parametrize("text", ["", "a:b", "00:00:0", "x" * 64 + ":" + "0" * 32 + ":1"])
def test_a_foreign_entry_in_the_keyring_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    keyring = MemoryKeyring()
    keyring.put(f"identity:{'ab' * 16}", text)
    assert place_in(tmp_path, keyring).look_up() is None


def test_a_locked_keyring_costs_the_laptop_neither_name_nor_keys(tmp_path: Path) -> None:
    keyring = LockedKeyring()
    keyring.is_locked = False
    place = place_in(tmp_path, keyring)
    place.keep(SECRET)
    place.folder.exchange.identity.write_bytes(b"sealed")
    keyring.is_locked = True
    assert refusal(place.look_up).code == "identity_keyring"
    assert refusal(lambda: place.keep(replace(SECRET, seq=8))).code == "identity_keyring"
    assert not place.folder.exchange.laptop.exists()
    keyring.is_locked = False
    assert place.look_up() == SECRET


def test_it_never_shows_itself() -> None:
    assert SECRET.key.hex() not in repr(SECRET)
    assert repr(SECRET.key) not in repr(SECRET)

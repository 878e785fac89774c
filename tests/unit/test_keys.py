"""Keys: what is derived, what a keyring answers, what never shows."""

import pickle
from collections.abc import Iterator

import keyring
import keyring.backends.fail
import keyring.backends.null
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked, PasswordSetError

from kts_desktop.storage.keys import (
    DataKey,
    KeyringState,
    NoKeyring,
    OsKeyring,
    forget,
    look_up,
    remember,
)
from tests.helpers.keyrings import ForgettingKeyring, LockedKeyring, MemoryKeyring

USER = "0f" * 16


class Backend(KeyringBackend):
    """A backend of the real keyring library that keeps entries, or throws what it is told to."""

    priority = 1

    def __init__(self, trouble: Exception | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.trouble = trouble
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        if self.trouble:
            raise self.trouble
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.trouble:
            raise self.trouble
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.trouble:
            raise self.trouble
        del self.entries[service, username]


@pytest.fixture
def installed() -> Iterator[Backend]:
    before = keyring.get_keyring()
    backend = Backend()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


def test_each_purpose_has_a_key_of_its_own() -> None:
    key = DataKey(bytes(32))
    assert len({key.reveal(), key.database, key.blobs, key.side, key.check}) == 5
    assert len(key.check) == 8


def test_derived_keys_never_change_between_versions() -> None:
    key = DataKey(bytes(range(32)))
    assert key.database.hex() == "ac46880441aff6fb78f3097d2335c6ce81b2895d8c689ba2c484bc04eab2ab53"
    assert key.check.hex() == "2d9d3511df5e2abd"


def test_a_key_does_not_show_itself() -> None:
    key = DataKey.new()
    assert key.reveal().hex() not in f"{key!r} {key}"
    with pytest.raises(TypeError):
        pickle.dumps(key)


@pytest.mark.parametrize("text", ["", "00", "0" * 63, "zz" * 32, "00" * 33, " " + "00" * 32, "0 " * 64])
def test_a_text_that_is_no_key_is_not_taken_for_one(text: str) -> None:
    assert DataKey.from_hex(text) is None


@given(st.binary(min_size=32, max_size=32))
def test_a_key_survives_the_keyring(secret: bytes) -> None:
    assert DataKey.from_hex(secret.hex()) == DataKey(secret)


def test_a_key_put_into_the_keyring_is_found_again() -> None:
    ring, key = MemoryKeyring(), DataKey.new()
    assert remember(ring, USER, key) is KeyringState.KEPT
    assert look_up(ring, USER).key == key


def test_a_keyring_that_forgets_is_noticed() -> None:
    assert remember(ForgettingKeyring(), USER, DataKey.new()) is KeyringState.FORGETS


def test_a_keyring_that_alters_the_key_counts_as_forgetting() -> None:
    class Altering(MemoryKeyring):
        def put(self, user: str, secret: str, /) -> None:
            super().put(user, secret[:-1])

    assert remember(Altering(), USER, DataKey.new()) is KeyringState.FORGETS


def test_a_locked_keyring_is_told_from_an_empty_one() -> None:
    assert look_up(LockedKeyring(), USER).state is KeyringState.LOCKED
    assert look_up(MemoryKeyring(), USER).state is KeyringState.EMPTY
    assert remember(LockedKeyring(), USER, DataKey.new()) is KeyringState.LOCKED


def test_without_a_keyring_nothing_is_raised() -> None:
    ring = NoKeyring()
    assert look_up(ring, USER).state is KeyringState.ABSENT
    assert remember(ring, USER, DataKey.new()) is KeyringState.ABSENT
    forget(ring, USER)


def test_the_systems_keyring_keeps_reads_and_forgets(installed: Backend) -> None:
    key = DataKey.new()
    assert remember(OsKeyring(), USER, key) is KeyringState.KEPT
    assert installed.entries == {("kts-desktop", USER): key.reveal().hex()}
    forget(OsKeyring(), USER)
    assert look_up(OsKeyring(), USER).state is KeyringState.EMPTY


@pytest.mark.parametrize(
    ("trouble", "state"),
    [
        (KeyringLocked("locked"), KeyringState.LOCKED),
        (InitError("no collection"), KeyringState.ABSENT),
        (PasswordSetError("refused"), KeyringState.FAILED),
        (OSError("the bus is gone"), KeyringState.FAILED),
        (KeyError("DBUS_SESSION_BUS_ADDRESS"), KeyringState.FAILED),
    ],
)
def test_whatever_a_backend_throws_is_a_state(
    installed: Backend, trouble: Exception, state: KeyringState
) -> None:
    installed.trouble = trouble
    assert look_up(OsKeyring(), USER).state is state
    assert remember(OsKeyring(), USER, DataKey.new()) is state
    forget(OsKeyring(), USER)


def test_a_system_without_a_backend_has_no_keyring(installed: Backend) -> None:
    keyring.set_keyring(keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]
    assert look_up(OsKeyring(), USER).state is KeyringState.ABSENT


def test_the_null_backend_forgets(installed: Backend) -> None:
    keyring.set_keyring(keyring.backends.null.Keyring())  # type: ignore[no-untyped-call]
    assert remember(OsKeyring(), USER, DataKey.new()) is KeyringState.FORGETS

"""Making profiles, and each way to the key of one."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from kts_desktop import __version__
from kts_desktop.core.clock import stopped
from kts_desktop.models.note import Note
from kts_desktop.storage import file_facts, revision, sidecar, store, unlocking
from kts_desktop.storage.connect import connect
from kts_desktop.storage.creating import create_demo_profile, create_profile
from kts_desktop.storage.keys import KeySources, NoKeyring
from kts_desktop.storage.opening import open_profile
from kts_desktop.storage.unlocking import Unlock
from tests.helpers.day import NOW
from tests.helpers.keyrings import ForgettingKeyring, LockedKeyring, MemoryKeyring
from tests.helpers.profiles import (
    CHEAP,
    KEPT,
    PASSPHRASE,
    Office,
    make_office,
    note_titles,
    refusal,
    titles,
    write_note,
)

WRONG = "das ist es nicht"
ANOTHER = "ein anderer Satz"


# making


def test_what_was_written_is_there_next_time(profile: Office) -> None:
    assert titles(profile) == KEPT


def test_the_file_is_opened_once_to_be_looked_at_and_read(
    profile: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []

    def counted(path: Path, key: bytes | None, *, read_only: bool = False) -> object:
        made.append(path)
        return connect(path, key, read_only=read_only)

    monkeypatch.setattr(file_facts, "connect", counted)
    monkeypatch.setattr(store, "connect", counted)
    opened = profile.open()
    assert note_titles(opened.store) == KEPT
    assert made == [profile.database]
    with pytest.raises(Exception, match="read_only"), opened.store.read() as session:
        session.connection().exec_driver_sql("DELETE FROM meta")
    opened.close()


def test_the_file_is_encrypted_and_the_sidecar_holds_no_secret(profile: Office) -> None:
    key = next(iter(profile.keyring.entries.values()))  # type: ignore[attr-defined]
    assert not profile.database.read_bytes().startswith(b"SQLite format 3")
    for path in profile.folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"Krefeld" not in content
            assert key.encode() not in content
            assert bytes.fromhex(key) not in content


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX systems")
def test_the_folder_is_closed_to_others(profile: Office) -> None:
    assert profile.folder.stat().st_mode & 0o077 == 0


def test_the_file_carries_its_marks(profile: Office) -> None:
    opened = profile.open()
    assert opened.store.pragma("application_id") == 0x4B545344
    assert opened.store.pragma("user_version") == 1
    with opened.store.maintain() as connection:
        rows = connection.exec_driver_sql("SELECT key, value FROM meta").all()
    opened.close()
    assert {str(key): str(value) for key, value in rows} == {
        "schema_rev": revision.HEAD,
        "compat_min_app": "0.1.0",
        "created_by": __version__,
        "last_written_by": __version__,
    }


def test_a_profile_starts_with_a_checked_backup(profile: Office) -> None:
    assert [path.name for path in profile.place.backups.glob("*.ktsbackup")] == [
        "daily-20261124T081200Z.ktsbackup"
    ]


@pytest.mark.parametrize("keyring", [ForgettingKeyring(), NoKeyring(), LockedKeyring()])
def test_without_a_good_keyring_a_new_profile_is_still_usable(tmp_path: Path, keyring: MemoryKeyring) -> None:
    keys = KeySources(keyring=keyring, cost=CHEAP)
    created = create_profile(tmp_path / "office", keys=keys, passphrase=PASSPHRASE, now=NOW)
    (note,) = created.opened.notes
    assert note.code in {"keyring_forgets", "keyring_absent", "keyring_locked"}
    created.opened.close()
    office = Office(tmp_path / "office", created.recovery_code, keyring)
    assert titles(office, passphrase=PASSPHRASE) == []
    assert titles(office, code=created.recovery_code) == []


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.odt").write_text("Sehr geehrte Frau …", encoding="utf-8")
    keys = KeySources(keyring=NoKeyring(), cost=CHEAP)
    assert refusal(lambda: create_profile(tmp_path, keys=keys, now=NOW)).code == "folder_in_use"
    assert [path.name for path in tmp_path.iterdir()] == ["letter.odt"]


def test_a_profile_is_never_made_over_another(profile: Office) -> None:
    keys = KeySources(keyring=MemoryKeyring(), cost=CHEAP)
    assert refusal(lambda: create_profile(profile.folder, keys=keys, now=NOW)).code == "folder_in_use"
    assert titles(profile) == KEPT


def test_an_interrupted_creation_is_told_and_can_be_repeated(profile: Office) -> None:
    profile.place.unfinished.touch()
    assert refusal(profile.open).code == "unfinished"
    again = make_office(profile.folder, MemoryKeyring())
    assert titles(again) == KEPT


def test_a_short_passphrase_makes_no_profile(tmp_path: Path) -> None:
    keys = KeySources(keyring=NoKeyring(), cost=CHEAP)
    error = refusal(lambda: create_profile(tmp_path / "x", keys=keys, passphrase=WRONG[:4], now=NOW))
    assert error.code == "passphrase_short"
    assert not (tmp_path / "x").exists()


def test_a_demo_opens_anywhere_without_a_secret(tmp_path: Path) -> None:
    create_demo_profile(tmp_path / "demo", now=NOW).opened.close()
    (tmp_path / "demo").rename(tmp_path / "elsewhere")
    unlock = Unlock(keys=KeySources(keyring=NoKeyring(), cost=CHEAP))
    opened = open_profile(tmp_path / "elsewhere", unlock, now=NOW)
    assert opened.known.kind is sidecar.ProfileKind.DEMO
    assert opened.notes == ()
    opened.close()


def test_an_open_key_counts_in_a_demo_only(tmp_path: Path) -> None:
    create_demo_profile(tmp_path / "demo", now=NOW).opened.close()
    for path in (tmp_path / "demo").glob("profile.json*"):
        path.write_text(path.read_text().replace('"demo"', '"office"'))
    assert refusal(lambda: open_profile(tmp_path / "demo", now=NOW)).code == "sidecar_damaged"


def test_an_unencrypted_profile_is_an_administrators_choice(tmp_path: Path) -> None:
    keys = KeySources(keyring=NoKeyring(), cost=CHEAP)
    create_profile(tmp_path / "plain", keys=keys, plain=True, now=NOW).opened.close()
    assert (tmp_path / "plain" / "kts.db").read_bytes().startswith(b"SQLite format 3")
    opened = open_profile(tmp_path / "plain", now=NOW)
    write_note(opened.store, "offen")
    assert note_titles(opened.store) == ["offen"]
    opened.close()


# the key


def test_a_lost_keyring_entry_asks_for_the_code_and_is_written_again(profile: Office) -> None:
    keyring = MemoryKeyring()
    moved = Office(profile.folder, profile.code, keyring)
    assert refusal(moved.open).code == "keyring_empty_passphrase"
    assert titles(moved, code=profile.code) == KEPT
    assert len(keyring.entries) == 1
    assert titles(moved) == KEPT


def test_without_a_passphrase_the_code_is_asked_for(tmp_path: Path) -> None:
    office = make_office(tmp_path / "office", MemoryKeyring(), passphrase=None)
    assert refusal(Office(office.folder, "", MemoryKeyring()).open).code == "keyring_empty_recovery"
    assert refusal(Office(office.folder, "", NoKeyring()).open).code == "keyring_absent_recovery"
    assert refusal(lambda: office.open(passphrase=WRONG)).code == "no_passphrase_set"


def test_a_locked_keyring_is_told_and_opens_after_unlocking(profile: Office) -> None:
    keyring = LockedKeyring()
    keyring.entries.update(profile.keyring.entries)  # type: ignore[attr-defined]
    locked = Office(profile.folder, profile.code, keyring)
    assert refusal(locked.open).code == "keyring_locked"
    keyring.is_locked = False
    assert titles(locked) == KEPT


def test_no_keyring_with_a_passphrase_is_no_error(profile: Office) -> None:
    office = Office(profile.folder, profile.code, NoKeyring())
    assert refusal(office.open).code == "keyring_absent_passphrase"
    opened = office.open(passphrase=PASSPHRASE)
    assert opened.notes == ()
    opened.close()


def test_a_keyring_that_forgets_is_told_after_opening_with_the_code(profile: Office) -> None:
    opened = Office(profile.folder, profile.code, ForgettingKeyring()).open(code=profile.code)
    assert [note.code for note in opened.notes] == ["keyring_forgets"]
    opened.close()


def test_a_key_is_not_kept_where_that_is_not_wanted(profile: Office) -> None:
    keyring = MemoryKeyring()
    unlock = Unlock(keys=KeySources(keyring=keyring, cost=CHEAP), passphrase=PASSPHRASE, remember=False)
    open_profile(profile.folder, unlock, now=NOW).close()
    assert keyring.entries == {}


def test_the_key_of_another_profile_is_told_from_damage(profile: Office) -> None:
    keyring = MemoryKeyring()
    keyring.entries[sidecar.read(profile.place.sidecar).uid] = "ab" * 32
    before = profile.database.read_bytes()
    assert refusal(Office(profile.folder, "", keyring).open).code == "wrong_key"
    assert profile.database.read_bytes() == before


def test_wrong_secrets_are_told_apart(profile: Office, tmp_path: Path) -> None:
    other = make_office(tmp_path / "other", MemoryKeyring())
    assert refusal(lambda: profile.open(passphrase=WRONG)).code == "wrong_passphrase"
    assert refusal(lambda: profile.open(code=other.code)).code == "wrong_recovery"
    mistyped = ("0" if profile.code[12] != "0" else "1").join((profile.code[:12], profile.code[13:]))
    error = refusal(lambda: profile.open(code=mistyped))
    assert (error.code, error.details) == ("recovery_mistyped", {"group": 3})
    assert refusal(lambda: profile.open(code="AAAA")).code == "recovery_length"


def test_a_new_passphrase_replaces_the_old_one(profile: Office) -> None:
    opened = profile.open()
    unlocking.change_passphrase(opened.folder, opened.key, ANOTHER, cost=CHEAP)  # type: ignore[arg-type]
    opened.close()
    assert refusal(lambda: profile.open(passphrase=PASSPHRASE)).code == "wrong_passphrase"
    assert titles(profile, passphrase=ANOTHER) == KEPT


def test_a_passphrase_can_be_taken_away(profile: Office) -> None:
    opened = profile.open()
    unlocking.change_passphrase(opened.folder, opened.key, None, cost=CHEAP)  # type: ignore[arg-type]
    opened.close()
    assert refusal(lambda: profile.open(passphrase=PASSPHRASE)).code == "no_passphrase_set"


def test_an_old_recovery_code_is_worthless_at_once_in_the_copy_too(profile: Office) -> None:
    opened = profile.open()
    code = unlocking.new_recovery_code(opened.folder, opened.key, cost=CHEAP)  # type: ignore[arg-type]
    opened.close()
    profile.place.sidecar.unlink()  # the copy counts now
    assert refusal(lambda: profile.open(code=profile.code)).code == "wrong_recovery"
    assert titles(profile, code=code) == KEPT


def test_a_passphrase_comes_from_a_descriptor() -> None:
    reading, writing = os.pipe()
    os.write(writing, "ein längerer Satz\r\nnicht dies\n".encode())
    os.close(writing)
    assert unlocking.passphrase_from_descriptor(reading) == "ein längerer Satz"
    os.close(reading)
    assert refusal(lambda: unlocking.passphrase_from_descriptor(reading)).code == "passphrase_unreadable"


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX systems")
def test_a_passphrase_file_must_be_closed_to_others(tmp_path: Path) -> None:
    path = tmp_path / "passphrase"
    path.write_text(f"{PASSPHRASE}\n")
    named = {"KTS_PASSPHRASE_FILE": str(path)}
    path.chmod(0o640)
    assert refusal(lambda: unlocking.passphrase_from_environment(named)).code == "passphrase_file_open"
    path.chmod(0o600)
    assert unlocking.passphrase_from_environment(named) == PASSPHRASE
    path.unlink()
    assert refusal(lambda: unlocking.passphrase_from_environment(named)).code == "passphrase_unreadable"
    assert unlocking.passphrase_from_environment({}) is None


def test_a_demo_office_made_before_its_morning_does_not_doubt_the_clock(tmp_path: Path) -> None:
    created = create_demo_profile(tmp_path / "demo", now=NOW)
    with stopped(NOW + timedelta(hours=2)), created.store.write("note.log") as session:
        session.add(Note(kind="call", happened_at=NOW, title="von heute Morgen"))
    created.opened.close()
    opened = open_profile(tmp_path / "demo", now=NOW)
    assert opened.notes == ()
    opened.close()

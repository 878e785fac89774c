"""Putting a backup back: nothing else is lost, and nothing foreign gets in."""

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kts_desktop.storage import erasures, unlocking
from kts_desktop.storage.backup import make_backup
from kts_desktop.storage.backup_notes import Backup
from kts_desktop.storage.keys import KeySources, NoKeyring
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.restore import preview, restore
from kts_desktop.storage.rotation import BackupKind
from kts_desktop.storage.unlocking import Unlock
from tests.helpers.day import NOW
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.profiles import CHEAP, KEPT, Office, make_office, note_titles, refusal, titles, write_note

LATER = NOW + timedelta(hours=2)


def made(opened: Opened, now: datetime = LATER) -> Backup:
    return make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=now)


@pytest.fixture
def saved(profile: Office) -> Path:
    """A backup with one note more than the first, and a third note after it."""
    opened = profile.open()
    write_note(opened.store, "vor der Sicherung")
    path = made(opened).path
    write_note(opened.store, "nach der Sicherung")
    opened.close()
    return path


def test_a_preview_tells_what_would_be_lost(profile: Office, saved: Path) -> None:
    shown = preview(profile.folder, saved, profile.unlock())
    assert shown.backup.made_at == LATER
    assert shown.counts["note"] == 2
    assert shown.newer_sets == 1
    assert shown.newest_change is not None


def test_a_preview_of_a_damaged_backup_says_so(profile: Office, saved: Path) -> None:
    saved.write_bytes(b"\0" * 8192)
    assert refusal(lambda: preview(profile.folder, saved, profile.unlock())).code == "backup_unsound"


def test_restoring_brings_the_state_of_then_and_keeps_the_file_of_before(
    profile: Office, saved: Path
) -> None:
    kept = restore(profile.folder, saved, profile.unlock(), now=LATER)
    assert titles(profile) == [*KEPT, "vor der Sicherung"]
    assert kept is not None
    kept.replace(profile.database)
    assert titles(profile) == [*KEPT, "vor der Sicherung", "nach der Sicherung"]


@pytest.mark.parametrize("damage", ["missing", "empty", "cut", "flipped", "no sidecar"])
def test_a_damaged_profile_is_cured_by_its_backup(profile: Office, saved: Path, damage: str) -> None:
    content = bytearray(profile.database.read_bytes())
    match damage:
        case "missing":
            profile.database.unlink()
        case "empty":
            profile.database.write_bytes(b"")
        case "cut":
            profile.database.write_bytes(content[:9000])
        case "flipped":
            content[200] ^= 1
            profile.database.write_bytes(content)
        case _:
            for path in profile.folder.glob("profile.json*"):
                path.unlink()
            profile.database.unlink()
            saved = (
                Path(shutil.copytree(profile.place.backups, profile.folder.with_name("stick"))) / saved.name
            )
            shutil.rmtree(profile.folder)
    refusal(profile.open)
    restore(profile.folder, saved, profile.unlock(), now=LATER)
    assert titles(profile) == [*KEPT, "vor der Sicherung"]


def test_a_log_of_the_damaged_file_never_meets_the_restored_one(profile: Office, saved: Path) -> None:
    opened = profile.open()
    write_note(opened.store, "im Log")
    logs = [path.read_bytes() for path in profile.place.journals()]
    opened.close()
    profile.database.write_bytes(b"\0" * 8192)
    for path, content in zip(profile.place.journals(), logs, strict=True):
        path.write_bytes(content)
    kept = restore(profile.folder, saved, profile.unlock(), now=LATER)
    assert titles(profile) == [*KEPT, "vor der Sicherung"]
    assert kept is not None
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == logs[0]


def test_an_open_profile_is_not_restored_over(profile: Office, saved: Path) -> None:
    opened = profile.open()
    assert refusal(lambda: restore(profile.folder, saved, profile.unlock(), now=LATER)).code == "in_use"
    opened.close()


def test_a_backup_of_another_profile_is_refused(profile: Office, saved: Path, tmp_path: Path) -> None:
    other = make_office(tmp_path / "other", MemoryKeyring())
    assert refusal(lambda: restore(other.folder, saved, profile.unlock(), now=LATER)).code == "backup_foreign"


def test_a_missing_and_an_unsound_backup_are_refused(profile: Office, saved: Path) -> None:
    before = profile.database.read_bytes()
    content = bytearray(saved.read_bytes())
    content[30_000] ^= 1
    saved.write_bytes(content)
    assert (
        refusal(lambda: restore(profile.folder, saved, profile.unlock(), now=LATER)).code == "backup_unsound"
    )
    gone = saved.with_name("daily-1.ktsbackup")
    assert (
        refusal(lambda: restore(profile.folder, gone, profile.unlock(), now=LATER)).code == "backup_missing"
    )
    assert profile.database.read_bytes() == before


def test_a_backup_of_a_newer_version_is_refused(
    profile: Office, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kts_desktop.storage.revision.HEAD", "0000")
    assert refusal(lambda: restore(profile.folder, saved, profile.unlock(), now=LATER)).code == "backup_newer"


def test_a_new_computer_works_from_the_backup_and_the_code(
    profile: Office, saved: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    shutil.copytree(saved.parent, stick)
    shutil.rmtree(profile.folder)
    keyring = MemoryKeyring()
    laptop = Office(tmp_path / "laptop" / "office", profile.code, keyring)
    assert restore(laptop.folder, stick / saved.name, laptop.unlock(code=profile.code), now=LATER) is None
    assert titles(laptop) == [*KEPT, "vor der Sicherung"]


def test_a_full_disk_while_restoring_leaves_the_present_file(
    profile: Office, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    error = refusal(lambda: restore(profile.folder, saved, profile.unlock(), now=LATER))
    monkeypatch.undo()
    assert error.code == "restore_disk_full"
    assert titles(profile) == [*KEPT, "vor der Sicherung", "nach der Sicherung"]


def test_a_restored_file_says_so_for_the_exchange(profile: Office, saved: Path) -> None:
    restore(profile.folder, saved, profile.unlock(), now=LATER)
    opened = profile.open()
    with opened.store.maintain() as connection:
        value = connection.exec_driver_sql("SELECT value FROM meta WHERE key='restored_from'").scalar()
    opened.close()
    assert value == LATER.astimezone(UTC).isoformat()


def test_a_passphrase_of_today_still_opens_what_was_restored(profile: Office, saved: Path) -> None:
    opened = profile.open()
    unlocking.change_passphrase(opened.folder, opened.key, "die Passphrase von heute", cost=CHEAP)  # type: ignore[arg-type]
    opened.close()
    restore(profile.folder, saved, profile.unlock(), now=LATER)
    assert titles(profile, passphrase="die Passphrase von heute") == [*KEPT, "vor der Sicherung"]  # noqa: S106


def test_what_was_erased_does_not_come_back(profile: Office, saved: Path) -> None:
    opened = profile.open()
    with opened.store.maintain() as connection:
        (uid,) = connection.exec_driver_sql("SELECT uid FROM note WHERE title=?", tuple(KEPT)).one()
    erasures.note_erased(opened.folder, opened.key, [uid])
    opened.close()
    restore(profile.folder, saved, profile.unlock(), now=LATER)
    opened = profile.open()
    assert note_titles(opened.store) == ["vor der Sicherung"]
    with opened.store.maintain() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM change WHERE rec=?", (uid,)).scalar() == 0
        assert connection.exec_driver_sql("SELECT rec FROM sync_erased").scalars().all() == [uid]
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    opened.close()


def test_a_line_somebody_added_to_the_list_of_erased_records_is_passed_over(opened: Opened) -> None:
    good, bad = os.urandom(16), os.urandom(16)
    erasures.note_erased(opened.folder, opened.key, [good])
    with opened.folder.erased.open("a") as file:
        file.write(f"{bad.hex()} {'0' * 64}\nzz\n")
    assert erasures.erased_records(opened.folder, opened.key) == {good}


def test_a_key_at_hand_needs_no_second_unlocking(profile: Office, saved: Path) -> None:
    opened = profile.open()
    nothing = Unlock(keys=KeySources(keyring=NoKeyring(), cost=CHEAP))
    assert preview(profile.folder, saved, nothing, key=opened.key).newer_sets == 1
    opened.close()

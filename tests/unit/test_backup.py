"""Backups: made while work goes on, checked, kept in number, and put back."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kts_desktop.core.errors import StorageError
from kts_desktop.storage import backup
from kts_desktop.storage.backup import due_backup, make_backup, overdue
from kts_desktop.storage.backup_notes import Backup, latest_checked, listed, note_of, read_note
from kts_desktop.storage.connect import connect
from kts_desktop.storage.keys import DataKey
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.rotation import KEPT as KEPT_NUMBERS
from kts_desktop.storage.rotation import BackupKind, Dated, due, superfluous
from tests.helpers.day import NOW
from tests.helpers.profiles import KEPT, Office, note_titles, refusal, write_note

LATER = NOW + timedelta(hours=2)


def made(opened: Opened, now: datetime = LATER) -> Backup:
    return make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=now)


# making and checking


def test_a_backup_holds_what_is_still_in_the_log(opened: Opened) -> None:
    write_note(opened.store, "eben erst")
    saved = made(opened)
    assert opened.key is not None
    copy = connect(saved.path, opened.key.database, read_only=True)
    assert copy.execute("SELECT title FROM note ORDER BY id").fetchall() == [(*KEPT,), ("eben erst",)]
    copy.close()


def test_a_backup_is_encrypted_one_file_and_says_when_it_was_checked(opened: Opened) -> None:
    saved = made(opened)
    assert saved.checked_at == LATER
    assert not saved.path.read_bytes().startswith(b"SQLite")
    assert sorted(path.name for path in opened.folder.backups.glob("manual-*")) == [
        "manual-20261124T101200Z.ktsbackup",
        "manual-20261124T101200Z.ktsbackup.json",
    ]
    assert saved.counts["note"] == 1


def test_work_goes_on_while_a_backup_is_made(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "_STEP_PAGES", 20)
    steps: list[int] = []

    def step(done: int, _total: int) -> None:
        steps.append(done)
        write_note(opened.store, f"währenddessen {done}")

    saved = make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=LATER, progress=step)
    assert len(steps) > 3
    assert saved.counts["note"] == 1
    assert len(note_titles(opened.store)) == 1 + len(steps)


def test_a_backup_that_is_stopped_leaves_nothing(opened: Opened) -> None:
    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(StorageError):
        make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=LATER, progress=stop)
    assert not list(opened.folder.backups.glob("manual-*"))


def test_a_copy_that_was_not_written_well_does_not_count(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = backup.examine

    def spoilt(path: Path, key: DataKey | None) -> object:
        content = bytearray(path.read_bytes())
        content[-3000] ^= 1
        path.write_bytes(content)
        return real(path, key)

    monkeypatch.setattr(backup, "examine", spoilt)
    error = refusal(lambda: made(opened))
    assert error.code == "backup_unsound"
    assert len(listed(opened.folder)) == 1


def test_a_full_disk_is_told_and_older_backups_stay(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "_copy_pages", full)
    assert refusal(lambda: made(opened)).code == "backup_disk_full"
    assert len(listed(opened.folder)) == 1


def test_two_backups_at_once_do_not_disturb_each_other(opened: Opened) -> None:
    with ThreadPoolExecutor(3) as pool:
        saved = [job.result() for job in [pool.submit(made, opened) for _ in range(3)]]
    assert len({one.path for one in saved}) == 3
    assert all(backup.examine(one.path, opened.key) == one.counts for one in saved)


def test_without_a_database_there_is_no_backup(profile: Office) -> None:
    opened = profile.open()
    opened.close()
    profile.database.unlink()
    assert refusal(lambda: made(opened)).code == "backup_failed"
    assert not profile.database.exists()


def test_two_backups_in_one_second_are_two(opened: Opened) -> None:
    assert made(opened).path != made(opened).path


def test_what_a_killed_backup_left_is_swept_away(opened: Opened) -> None:
    leftover = opened.folder.backups / "daily-20261101T080000Z.ktsbackup.new"
    leftover.write_bytes(b"half")
    made(opened)
    assert not leftover.exists()


def test_a_note_that_was_tampered_with_no_longer_says_checked(opened: Opened) -> None:
    saved = made(opened)
    raw = json.loads(note_of(saved.path).read_bytes())
    raw["checked_at"] = "2027-01-01T00:00:00+00:00"
    note_of(saved.path).write_text(json.dumps(raw))
    assert read_note(saved.path, opened.key).checked_at is None
    found = latest_checked(opened.folder, opened.key)
    assert found is not None
    assert found.kind is BackupKind.DAILY


def test_a_backup_without_a_note_is_told(opened: Opened) -> None:
    saved = made(opened)
    note_of(saved.path).unlink()
    assert refusal(lambda: read_note(saved.path)).code == "backup_note"


def test_attachments_are_kept_once_for_all_backups(opened: Opened) -> None:
    blob = opened.folder.blobs / "ab" / ("ab" + "0" * 62)
    blob.parent.mkdir()
    blob.write_bytes(b"sealed")
    first, second = made(opened), made(opened)
    assert first.blobs == second.blobs == (blob.name,)
    kept = opened.folder.backups / "blobs" / "ab" / blob.name
    assert kept.read_bytes() == b"sealed"
    blob.unlink()
    for saved in (first, second):
        saved.path.unlink()
    made(opened, LATER + timedelta(days=1))
    assert not kept.exists()


# when, and how many


def test_one_backup_a_day_and_one_a_week(opened: Opened) -> None:
    weekly = due_backup(opened.folder, opened.key, now=NOW + timedelta(minutes=1))
    assert weekly is not None
    assert weekly.kind is BackupKind.WEEKLY
    assert due_backup(opened.folder, opened.key, now=NOW + timedelta(minutes=2)) is None
    tomorrow = due_backup(opened.folder, opened.key, now=NOW + timedelta(days=1))
    assert tomorrow is not None
    assert tomorrow.kind is BackupKind.DAILY
    assert due_backup(opened.folder, opened.key, now=NOW + timedelta(days=7)) is not None
    kinds = [found.kind for found in listed(opened.folder, opened.key)]
    assert (kinds.count(BackupKind.DAILY), kinds.count(BackupKind.WEEKLY)) == (3, 2)


def test_no_backup_for_eight_days_is_told(opened: Opened) -> None:
    assert overdue(opened.folder, opened.key, NOW + timedelta(days=7)) is None
    assert overdue(opened.folder, opened.key, NOW + timedelta(days=8)) == backup.Overdue(days=8)
    shutil.rmtree(opened.folder.backups)
    assert overdue(opened.folder, opened.key, NOW) == backup.Overdue(days=None)


def dated(kind: BackupKind, days: int, *, is_checked: bool = True) -> Dated:
    made_at = NOW - timedelta(days=days)
    return Dated(name=f"{kind}-{days}", kind=kind, made_at=made_at, is_checked=is_checked)


def test_each_kind_is_kept_in_its_number() -> None:
    backups = [dated(kind, day) for kind in BackupKind for day in range(12)]
    gone = superfluous(backups, NOW)
    kept = [backup for backup in backups if backup.name not in gone]
    counted = {kind: sum(backup.kind is kind for backup in kept) for kind in BackupKind}
    assert counted == KEPT_NUMBERS
    assert counted[BackupKind.DAILY] == 7
    assert counted[BackupKind.WEEKLY] == 4
    assert counted[BackupKind.UPGRADE] == 3
    assert counted[BackupKind.IMPORT] == 10


def test_old_backups_go_and_those_of_upgrades_later() -> None:
    backups = [dated(BackupKind.DAILY, 0), dated(BackupKind.WEEKLY, 36), dated(BackupKind.UPGRADE, 36)]
    backups.append(dated(BackupKind.UPGRADE, 91))
    assert superfluous(backups, NOW) == {"weekly-36", "upgrade-91"}


@given(st.lists(st.tuples(st.sampled_from(BackupKind), st.integers(0, 200), st.booleans()), max_size=40))
def test_the_newest_checked_backup_never_goes(entries: list[tuple[BackupKind, int, bool]]) -> None:
    backups = [dated(kind, days, is_checked=is_checked) for kind, days, is_checked in dict.fromkeys(entries)]
    checked = [backup.made_at for backup in backups if backup.is_checked]
    gone = superfluous(backups, NOW)
    left = [backup.made_at for backup in backups if backup.is_checked and backup.name not in gone]
    assert not checked or max(checked) in left


def test_an_unchecked_backup_does_not_count_as_the_day_s() -> None:
    unchecked = [dated(kind, 0, is_checked=False) for kind in (BackupKind.DAILY, BackupKind.WEEKLY)]
    assert due(unchecked, NOW) == (BackupKind.DAILY, BackupKind.WEEKLY)

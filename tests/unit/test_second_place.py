"""The second place of backups: whole or not at all, compared, cleared like the first."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from kts_desktop.core.errors import StorageError
from kts_desktop.storage import second_place
from kts_desktop.storage.backup import make_backup
from kts_desktop.storage.backup_notes import Backup, listed, note_of
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.profile import ProfileFolder
from kts_desktop.storage.restore import restore
from kts_desktop.storage.rotation import BackupKind
from tests.helpers.day import NOW
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.profiles import KEPT, Office, note_titles, refusal

LATER = NOW + timedelta(hours=2)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def made(opened: Opened, hours: int = 0) -> Backup:
    return make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=LATER + timedelta(hours=hours))


def copied(opened: Opened, stick: Path, hours: int = 0) -> Path | None:
    now = LATER + timedelta(hours=hours)
    return second_place.copy(opened.folder, opened.key, stick, now=now)


def on(opened: Opened, stick: Path) -> ProfileFolder:
    return second_place.folder_at(opened.folder, stick)


def files(place: Path) -> list[str]:
    return sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())


def test_the_newest_backup_lies_there_encrypted_as_it_is(opened: Opened, stick: Path) -> None:
    saved = made(opened)
    copy = copied(opened, stick)
    assert copy is not None
    assert copy.read_bytes() == saved.path.read_bytes()
    [there] = listed(on(opened, stick), opened.key)
    assert (there.checked_at, there.known) == (LATER, saved.known)
    assert not copy.read_bytes().startswith(b"SQLite format")


def test_an_office_comes_out_of_the_copy_alone(profile: Office, stick: Path, tmp_path: Path) -> None:
    opened = profile.open()
    made(opened)
    copy = copied(opened, stick)
    opened.close()
    assert copy is not None
    shutil.rmtree(profile.folder)
    moved = Office(tmp_path / "new", profile.code, MemoryKeyring())
    restore(moved.folder, copy, moved.unlock(code=profile.code), now=LATER)
    found = moved.open(code=profile.code)
    assert note_titles(found.store) == KEPT
    found.close()


def test_what_is_there_is_not_copied_again(opened: Opened, stick: Path) -> None:
    made(opened)
    first = copied(opened, stick)
    assert first is not None
    moment = first.stat().st_mtime_ns
    assert copied(opened, stick, 1) == first
    assert first.stat().st_mtime_ns == moment


def test_a_copy_whose_note_was_lost_is_made_anew(opened: Opened, stick: Path) -> None:
    made(opened)
    first = copied(opened, stick)
    assert first is not None
    note_of(first).unlink()
    copied(opened, stick)
    assert [one.path for one in listed(on(opened, stick), opened.key)] == [first]


def test_a_stick_that_is_away_leaves_no_folder_in_its_stead(opened: Opened, tmp_path: Path) -> None:
    saved = made(opened)
    assert refusal(lambda: copied(opened, tmp_path / "gone")).code == "second_place_away"
    assert not (tmp_path / "gone").exists()
    assert saved.path.exists()


def test_the_office_itself_is_no_second_place(opened: Opened) -> None:
    made(opened)
    assert refusal(lambda: copied(opened, opened.folder.backups)).code == "second_place_inside"


def test_a_copy_that_came_out_different_does_not_count(
    opened: Opened, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(opened)
    whole = shutil.copyfile

    def torn(source: Path, target: Path) -> Path:
        whole(source, target)
        with target.open("r+b") as file:
            file.seek(5_000)
            file.write(b"?")
        return target

    monkeypatch.setattr(shutil, "copyfile", torn)
    assert refusal(lambda: copied(opened, stick)).code == "second_place"
    assert files(stick) == []


@pytest.mark.parametrize(("number", "code"), [(28, "second_place_full"), (5, "second_place")])
def test_a_disk_that_fails_midway_keeps_the_older_copy(
    opened: Opened, stick: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    made(opened)
    copied(opened, stick)
    before = files(stick)

    def failing(_source: Path, target: Path) -> Path:
        target.write_bytes(b"half")
        raise OSError(number, "disk")

    made(opened, 1)
    monkeypatch.setattr(shutil, "copyfile", failing)
    assert refusal(lambda: copied(opened, stick, 1)).code == code
    assert files(stick) == before


def test_what_a_killed_copy_left_is_swept_away(opened: Opened, stick: Path) -> None:
    saved = made(opened)
    place = on(opened, stick)
    place.backups.mkdir(parents=True)
    (place.backups / f"{saved.path.name}.new").write_bytes(b"half")
    copied(opened, stick)
    assert [path.name for path in place.backups.glob("*.new")] == []


def test_older_copies_make_room_as_in_the_office(opened: Opened, stick: Path) -> None:
    for hours in range(12):
        made(opened, hours)
        copied(opened, stick, hours)
    assert len(listed(on(opened, stick), opened.key)) == 10


def test_stopping_leaves_nothing_half_there(opened: Opened, stick: Path) -> None:
    made(opened)

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise StorageError("cancelled")

    with pytest.raises(StorageError):
        second_place.copy(opened.folder, opened.key, stick, now=LATER, progress=stop)
    assert files(stick) == []

"""Profiles whose files are missing, damaged, foreign, newer, locked or out of reach."""

import json
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from kts_desktop import __version__
from kts_desktop.core.errors import UserFacingError
from kts_desktop.storage import opening, sidecar
from kts_desktop.storage.connect import connect
from kts_desktop.storage.lock import ProfileLock
from kts_desktop.storage.opening import open_profile
from tests.helpers.day import NOW
from tests.helpers.profiles import KEPT, Office, as_nobody, note_titles, refusal, write_note

WRONG = "das ist es nicht"


def test_no_profile_is_told(tmp_path: Path) -> None:
    assert refusal(lambda: open_profile(tmp_path, now=NOW)).code == "no_profile"
    assert refusal(lambda: open_profile(tmp_path / "nowhere", now=NOW)).code == "no_profile"


def test_a_profile_that_is_open_says_where_and_since_when(profile: Office) -> None:
    opened = profile.open()
    error = refusal(profile.open)
    assert error.code == "in_use"
    assert error.details["time"] == f"{NOW.astimezone():%d.%m.%Y %H:%M}"
    opened.close()
    profile.open().close()


def test_a_failed_opening_gives_the_lock_back(profile: Office) -> None:
    refusal(lambda: profile.open(passphrase=WRONG))
    ProfileLock.acquire(profile.place.lock, NOW).release()


def test_a_profile_in_a_synchronised_folder_is_refused(profile: Office, tmp_path: Path) -> None:
    (tmp_path / ".stfolder").touch()
    assert refusal(profile.open).code == "in_cloud"


def test_a_profile_on_a_network_drive_is_refused(profile: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "odd_place", lambda _folder: "network")
    assert refusal(profile.open).code == "on_network"


def test_a_damaged_sidecar_is_mended_from_its_copy(profile: Office) -> None:
    good = profile.place.sidecar.read_bytes()
    profile.place.sidecar.write_bytes(good[:100])
    opened = profile.open()
    assert [note.code for note in opened.notes] == ["sidecar_mended"]
    opened.close()
    assert profile.place.sidecar.read_bytes() == good


def test_two_damaged_sidecars_are_told(profile: Office) -> None:
    for path in profile.folder.glob("profile.json*"):
        path.write_bytes(b"{}")
    assert refusal(profile.open).code == "sidecar_damaged"


def test_a_sidecar_of_a_newer_format_is_left_alone(profile: Office) -> None:
    raw = json.loads(profile.place.sidecar.read_bytes())
    profile.place.sidecar.write_text(json.dumps({**raw, "format": 2, "created_by": "9.0"}))
    error = refusal(profile.open)
    assert (error.code, error.details) == ("newer_format", {"version": "9.0"})


def test_what_a_newer_version_put_into_the_sidecar_survives(profile: Office) -> None:
    raw = json.loads(profile.place.sidecar.read_bytes())
    known = sidecar.parse(json.dumps({**raw, "colour": "green"}).encode())
    assert json.loads(sidecar.dump(known))["colour"] == "green"


@pytest.mark.parametrize("is_empty", [True, False])
def test_a_missing_or_empty_file_is_never_taken_for_a_new_one(profile: Office, is_empty: bool) -> None:
    if is_empty:
        profile.database.write_bytes(b"")
    else:
        profile.database.unlink()
    error = refusal(profile.open)
    assert error.code == "missing_restorable"
    assert Path(str(error.details["backup"])).exists()
    assert profile.database.exists() is is_empty
    shutil.rmtree(profile.place.backups)
    assert refusal(profile.open).code == "missing"


@pytest.mark.parametrize("length", [1, 100, 4095, 4096, 5000, 40960])
def test_a_truncated_file_is_damaged(profile: Office, length: int) -> None:
    profile.database.write_bytes(profile.database.read_bytes()[:length])
    error = refusal(profile.open)
    assert error.code == "damaged_restorable"
    assert error.details["page"] in {1, length // 4096 + 1}
    assert profile.database.stat().st_size == length


def test_a_flipped_bit_on_the_first_page_is_damage_and_no_wrong_key(profile: Office) -> None:
    content = bytearray(profile.database.read_bytes())
    content[1000] ^= 4
    profile.database.write_bytes(content)
    error = refusal(profile.open)
    assert (error.code, error.details["page"]) == ("damaged_restorable", 1)
    assert profile.database.read_bytes() == content
    shutil.rmtree(profile.place.backups)
    assert refusal(profile.open).code == "damaged"


def test_a_plain_database_in_its_place_is_damage(profile: Office) -> None:
    profile.database.unlink()
    with sqlite3.connect(profile.database) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    assert refusal(profile.open).code == "damaged_restorable"


@contextmanager
def raw(office: Office) -> Iterator[sqlite3.Connection]:
    key = office.open()
    key.close()
    assert key.key is not None
    connection = connect(office.database, key.key.database)
    yield connection
    connection.close()


def test_a_database_of_another_program_is_not_opened(profile: Office) -> None:
    with raw(profile) as connection:
        connection.execute("PRAGMA application_id=1")
    assert refusal(profile.open).code == "not_ours"


def test_a_newer_generation_is_left_alone(profile: Office) -> None:
    with raw(profile) as connection:
        connection.execute("PRAGMA user_version=2")
    assert refusal(profile.open).code == "newer_format"


def set_meta(office: Office, **values: str) -> None:
    with raw(office) as connection:
        for key, value in values.items():
            connection.execute("UPDATE meta SET value=? WHERE key=?", (value, key))


def test_a_newer_file_can_be_looked_at_but_not_changed(profile: Office) -> None:
    set_meta(profile, schema_rev="0099", compat_min_app="9.0", last_written_by="9.1")
    opened = profile.open()
    assert [(note.code, note.details) for note in opened.notes] == [("newer", {"version": "9.1"})]
    assert opened.is_read_only
    assert note_titles(opened.store) == KEPT
    with pytest.raises(UserFacingError, match="read_only"):
        write_note(opened.store, "nein")
    opened.close()


def test_a_newer_file_that_allows_it_can_be_changed(profile: Office) -> None:
    set_meta(profile, schema_rev="0099", compat_min_app=__version__, last_written_by="9.1")
    opened = profile.open()
    assert [note.code for note in opened.notes] == ["newer_writable"]
    write_note(opened.store, "doch")
    assert note_titles(opened.store) == [*KEPT, "doch"]
    opened.close()


def test_a_new_version_renews_the_triggers(profile: Office) -> None:
    with raw(profile) as connection:
        connection.execute("DROP TRIGGER note_ji")
        connection.execute("UPDATE meta SET value='0.0.1' WHERE key='last_written_by'")
    opened = profile.open()
    with opened.store.maintain() as held:
        found = held.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name='note_ji'").all()
    opened.close()
    assert found == [(1,)]


def test_little_space_is_told(profile: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(profile.folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage._replace(free=150 << 20))
    opened = profile.open()
    assert [(note.code, note.details) for note in opened.notes] == [("low_space", {"free": 150})]
    opened.close()


def test_a_clock_that_was_set_back_is_told(profile: Office) -> None:
    opened = profile.open()
    write_note(opened.store, "heute")
    opened.close()
    opened = profile.open(now=NOW - timedelta(days=400))
    assert [note.code for note in opened.notes] == ["clock_back"]
    opened.close()


@pytest.mark.skipif(sys.platform != "linux", reason="takes on another user, or relies on modes")
def test_a_folder_that_cannot_be_written_can_be_looked_at(profile: Office) -> None:
    with as_nobody(profile.folder):
        opened = profile.open()
        assert [note.code for note in opened.notes] == ["read_only_folder"]
        assert note_titles(opened.store) == KEPT
        with pytest.raises(UserFacingError, match="read_only"):
            write_note(opened.store, "nein")
        opened.close()


def test_every_connection_keeps_what_a_power_cut_must_not_take(profile: Office) -> None:
    opened = profile.open()
    wanted = {
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
    }
    found = {name: opened.store.pragma(name) for name in wanted}
    with opened.store.maintain() as connection:
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
    opened.close()
    assert found == wanted
    assert mode == "wal"

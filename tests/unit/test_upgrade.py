"""Offices of the first schema come to the present one, with all they hold, by being opened."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kts_desktop.core.errors import StorageError
from kts_desktop.models.vocab import CaseId
from kts_desktop.services import cases, erasure, history, search
from kts_desktop.storage import migrate, revision, undo
from kts_desktop.storage.backup_notes import listed
from kts_desktop.storage.check import check
from kts_desktop.storage.check_deep import fresh_schema, schema_of
from kts_desktop.storage.connect import connect
from kts_desktop.storage.creating import create_demo_profile
from kts_desktop.storage.opening import Opened, open_profile
from kts_desktop.storage.restore import restore
from kts_desktop.storage.rotation import BackupKind
from tests.helpers.build_earlier import LATER, Made, edit_case, look, make, take
from tests.helpers.day import NOW
from tests.helpers.old_offices import as_of
from tests.helpers.profiles import KEPT, note_titles, refusal, write_note

HALF_WAY = (
    "ALTER TABLE sync_ver ADD COLUMN space TEXT",
    """CREATE TABLE sync_space (rec BLOB NOT NULL, space TEXT NOT NULL,
    CONSTRAINT pk_sync_space PRIMARY KEY (rec)) WITHOUT ROWID, STRICT""",
)
HELD = (
    "INSERT INTO sync_ver(rec,rep,seq,tbl,mask,ms) VALUES(x'01',1,2,3,4,5)",
    "INSERT INTO sync_erased(rec,ms) VALUES(x'02',6)",
    "INSERT INTO sync_key(fp,sig_pub,kem_pub,trust,revoked_vec) VALUES(x'03',x'04',x'05','met',x'06')",
)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """An office with records of every kind and a backup, all of the first schema."""
    folder = tmp_path_factory.mktemp("first")
    with as_of("0001", folder):
        return make(folder)


@pytest.fixture
def old(first: Made, tmp_path: Path) -> Made:
    """A copy of it."""
    return first.copy_to(tmp_path / "old")


@pytest.fixture
def upgraded(old: Made) -> Iterator[Opened]:
    """The same, opened by this version."""
    opened = old.office.open(now=LATER)
    yield opened
    opened.close()


def assert_present_and_sound(opened: Opened) -> None:
    """Compare the schema with that of a new file, and check all."""
    with opened.store.maintain() as connection:
        here = schema_of(connection.connection.driver_connection)
        reached = connection.exec_driver_sql("SELECT value FROM meta WHERE key='schema_rev'").scalar()
    assert here == fresh_schema()
    assert reached == revision.HEAD
    found = check(opened.folder, opened.key, now=LATER, deep=True).findings
    assert {finding.code for finding in found} <= {"check_space"}


def subject(opened: Opened, made: Made) -> str:
    """Return the subject of the case."""
    with opened.store.read() as session:
        return cases.card(session, CaseId(made.ids["case"])).subject


def test_an_old_office_has_none_of_what_came_later(old: Made) -> None:
    with as_of("0001", old.office.folder.parent):
        opened = old.office.open()
    with opened.store.maintain() as connection:
        names = {name for _, name in schema_of(connection.connection.driver_connection)}
    opened.close()
    assert opened.notes == ()
    assert "sync_ver" in names
    assert not names & {"sync_space", "sync_statement", "ix_sync_statement_fp", "ix_case_kept"}


def test_an_old_office_is_backed_up_and_brought_to_the_schema_of_a_new_one(upgraded: Opened) -> None:
    (note,) = upgraded.notes
    (saved,) = [one for one in listed(upgraded.folder, upgraded.key) if one.kind is BackupKind.UPGRADE]
    assert (note.code, note.details["file"]) == ("upgraded", saved.path.name)
    assert (saved.schema_rev, saved.checked_at) == ("0001", LATER)
    assert_present_and_sound(upgraded)


def test_records_history_and_search_of_an_old_office_stay(old: Made, upgraded: Opened) -> None:
    assert note_titles(upgraded.store) == [*KEPT, "Rückruf"]
    assert subject(upgraded, old) == "Starkregen"
    with upgraded.store.read() as session:
        assert history.of_record(session, "advisory_case", old.ids["case"])
        assert [hit.id for hit in search.find(session, "Einschätzung")] == [old.ids["case"]]
        assert [hit.id for hit in search.find(session, "Lichtmoos", kinds=("person",))] == [old.ids["person"]]


def test_steps_of_before_and_after_the_upgrade_are_undone(old: Made, tmp_path: Path) -> None:
    with as_of("0001", tmp_path):
        opened = old.office.open()
        edit_case(opened, old.ids["case"], subject="Hitze")
        opened.close()
    opened = old.office.open(now=LATER)
    edit_case(opened, old.ids["case"], subject="Dürre")
    for step, expected in (
        (undo.undo, "Hitze"),
        (undo.undo, "Starkregen"),  # what was done before the upgrade
        (undo.redo, "Hitze"),
        (undo.redo, "Dürre"),
    ):
        step(opened.store)
        assert subject(opened, old) == expected
    assert_present_and_sound(opened)
    opened.close()


def test_somebody_is_erased_from_an_upgraded_office(old: Made, upgraded: Opened) -> None:
    erasure.erase_person(upgraded.store, old.ids["person"])
    assert_present_and_sound(upgraded)


def test_the_backup_made_before_an_upgrade_is_restored_and_upgraded_again(old: Made) -> None:
    opened = old.office.open(now=LATER)
    (saved,) = [one for one in listed(opened.folder, opened.key) if one.kind is BackupKind.UPGRADE]
    write_note(opened.store, "danach")
    opened.close()
    restore(old.office.folder, saved.path, old.office.unlock(), now=LATER)
    opened = old.office.open(now=LATER)
    assert [note.code for note in opened.notes] == ["upgraded"]
    assert note_titles(opened.store) == [*KEPT, "Rückruf"]
    assert_present_and_sound(opened)
    opened.close()


def test_who_was_erased_since_does_not_come_back_with_an_older_backup(old: Made) -> None:
    opened = old.office.open(now=LATER)
    erasure.erase_person(opened.store, old.ids["person"])
    opened.close()
    restore(old.office.folder, old.path, old.office.unlock(), now=LATER)
    opened = old.office.open(now=LATER)
    assert subject(opened, old) == "Starkregen"
    with opened.store.read() as session:
        assert search.find(session, "Lichtmoos", kinds=("person",)) == []
    assert_present_and_sound(opened)
    opened.close()


@pytest.mark.parametrize("is_somebody_erased", [False, True])
def test_an_earlier_state_comes_out_of_an_older_backup(
    old: Made, upgraded: Opened, *, is_somebody_erased: bool
) -> None:
    edit_case(upgraded, old.ids["case"], subject="Dürre")
    if is_somebody_erased:
        erasure.erase_person(upgraded.store, old.ids["person"])
    before = old.path.read_bytes()
    take(upgraded, look(upgraded, old, "advisory_case", old.ids["case"]))
    assert subject(upgraded, old) == "Starkregen"
    assert old.path.read_bytes() == before


def test_a_restore_of_an_older_backup_that_cannot_be_upgraded_keeps_the_present_file(
    old: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = old.office.open(now=LATER)
    erasure.erase_person(opened.store, old.ids["person"])
    write_note(opened.store, "danach")
    opened.close()

    def full(*_args: object, **_more: object) -> Any:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(migrate, "upgrade", full)
    failure = refusal(
        lambda: restore(old.office.folder, old.path, old.office.unlock(), now=LATER),
    )
    assert isinstance(failure, StorageError)
    assert failure.code == "restore_disk_full"
    monkeypatch.undo()
    opened = old.office.open(now=LATER)
    assert note_titles(opened.store)[-1] == "danach"
    opened.close()


def test_a_demo_office_of_the_first_schema_is_opened_again(tmp_path: Path) -> None:
    with as_of("0001", tmp_path):
        created = create_demo_profile(tmp_path / "demo", now=NOW)
        write_note(created.store, "Besuch")
        created.opened.close()
    opened = open_profile(tmp_path / "demo", now=LATER)
    assert [note.code for note in opened.notes] == ["upgraded"]
    assert note_titles(opened.store) == ["Besuch"]
    assert_present_and_sound(opened)
    opened.close()


@pytest.mark.parametrize("beforehand", [(), HALF_WAY])
def test_rows_of_the_exchange_stay_and_what_is_there_already_is_no_hindrance(
    tmp_path: Path, beforehand: tuple[str, ...]
) -> None:
    path = tmp_path / "kts.db"
    with as_of("0001", tmp_path):
        migrate.upgrade(path, None, since=None, scripts=migrate.SCRIPTS)
    with closing(connect(path, None)) as connection:
        for statement in (*HELD, *beforehand):
            connection.execute(statement)
    assert migrate.upgrade(path, None, since="0001") == revision.HEAD
    with closing(connect(path, None)) as connection:
        assert schema_of(connection) == fresh_schema()
        rows = connection.execute("SELECT hex(rec), rep, seq, tbl, mask, ms, space FROM sync_ver").fetchall()
        assert rows == [("01", 1, 2, 3, 4, 5, None)]
        assert connection.execute("SELECT hex(rec), ms, space FROM sync_erased").fetchall() == [
            ("02", 6, None)
        ]
        rows = connection.execute("SELECT hex(fp), trust, hex(revoked_vec), card FROM sync_key").fetchall()
        assert rows == [("03", "met", "06", None)]

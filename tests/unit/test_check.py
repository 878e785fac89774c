"""The check: silent on a sound profile, and naming each thing that was made wrong on purpose."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from kts_desktop.core.sentences.failures import sentence
from kts_desktop.storage.check import check, repair
from kts_desktop.storage.findings import Finding, Repair
from kts_desktop.storage.opening import Opened
from tests.helpers.day import NOW
from tests.helpers.profiles import Office, refusal, write_note


@pytest.fixture(scope="module")
def noted(template: Office, tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = template.copy_to(tmp_path_factory.mktemp("noted") / "office")
    opened = office.open()
    for title in ("Besuch in Süderbrarup", "Müller ruft zurück"):
        write_note(opened.store, title)
    with opened.store.write("note.edit") as session:
        session.connection().exec_driver_sql("UPDATE note SET title='Besuch in Bautzen' WHERE id=2")
    opened.close()
    return office


@pytest.fixture
def profile(noted: Office, tmp_path: Path) -> Office:
    return noted.copy_to(tmp_path / "office")


def findings(opened: Opened, *, deep: bool = True) -> tuple[Finding, ...]:
    report = check(opened.folder, opened.key, now=NOW, deep=deep)
    assert report.is_sound == (not report.findings)
    for found in report.findings:
        assert sentence(found.failure, "de") != sentence(found.failure, "en")
    return report.findings


def codes(opened: Opened, *, deep: bool = True) -> list[str]:
    return [found.code for found in findings(opened, deep=deep)]


def spoil(opened: Opened, *statements: str) -> None:
    with opened.store.maintain() as connection:
        _without_triggers(connection, statements)


def _without_triggers(connection: Connection, statements: tuple[str, ...]) -> None:
    triggers = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type='trigger' AND tbl_name IN ('note', 'task')"
    ).all()
    for name, _ in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.exec_driver_sql(statement)
    for _, sql in triggers:
        connection.exec_driver_sql(sql)


@pytest.mark.parametrize("deep", [False, True])
def test_a_sound_profile_has_no_findings(opened: Opened, deep: bool) -> None:
    assert codes(opened, deep=deep) == []


def test_progress_reaches_its_end(opened: Opened) -> None:
    steps: list[tuple[int, ...]] = []
    check(opened.folder, opened.key, now=NOW, deep=True, progress=lambda *step: steps.append(step))
    assert steps[0] == (0, 4)
    assert steps[-1] == (4, 4)


def test_a_change_set_left_open_is_found_and_closed(opened: Opened) -> None:
    spoil(opened, "UPDATE journal_ctx SET tx=7")
    assert [(found.code, found.repair) for found in findings(opened, deep=False)] == [
        ("check_context", Repair.CONTEXT)
    ]
    repair(opened.folder, opened.key, Repair.CONTEXT, now=NOW)
    assert codes(opened) == []


def test_a_mark_beyond_the_journal_is_found(opened: Opened) -> None:
    spoil(
        opened,
        "INSERT INTO sync_me(k,rep_id,seq,mark) VALUES(1,x'00',0,4711) "
        "ON CONFLICT(k) DO UPDATE SET mark=excluded.mark",
    )
    assert codes(opened, deep=False) == ["check_mark"]


def test_an_erased_record_that_is_still_there_is_found(opened: Opened) -> None:
    spoil(opened, "INSERT INTO sync_erased(rec,ms) SELECT uid, 0 FROM note WHERE id=1")
    assert codes(opened, deep=False) == ["check_erased"]


def test_another_version_s_triggers_are_found(opened: Opened) -> None:
    spoil(opened, "UPDATE meta SET value='0.0.1' WHERE key='last_written_by'")
    assert codes(opened, deep=False) == ["check_version"]


def test_a_missing_trigger_is_found(opened: Opened) -> None:
    with opened.store.maintain() as connection:
        connection.exec_driver_sql("DROP TRIGGER note_ju")
    assert codes(opened) == ["check_schema"]


def test_a_value_changed_behind_the_journal_is_found(opened: Opened) -> None:
    spoil(opened, "UPDATE note SET title='Besuch in Kamenz' WHERE id=2")
    assert "check_journal" in codes(opened)


def test_a_reference_to_nothing_is_found(opened: Opened) -> None:
    spoil(opened, "PRAGMA defer_foreign_keys=ON")
    with opened.store.maintain() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN")
        _without_triggers(connection, ("UPDATE note SET case_id=99 WHERE id=1",))
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")
        connection.exec_driver_sql("BEGIN")
    assert codes(opened) == ["check_reference"]


def test_a_row_missing_in_the_search_index_is_found_and_the_index_rebuilt(opened: Opened) -> None:
    spoil(opened, "INSERT INTO note_fts(note_fts) VALUES('delete-all')")
    (found,) = findings(opened)
    assert (found.code, found.repair) == ("check_index", Repair.FTS)
    assert found.failure.details == {"table": "note", "found": 0, "expected": 3}
    repair(opened.folder, opened.key, Repair.FTS, now=NOW)
    assert codes(opened) == []


def test_a_search_index_that_says_something_else_is_found(opened: Opened) -> None:
    spoil(
        opened,
        "INSERT INTO note_fts(note_fts) VALUES('delete-all')",
        "INSERT INTO note_fts(rowid,title) SELECT id, 'etwas anderes' FROM note",
    )
    (found,) = findings(opened)
    assert (found.code, found.failure.details["count"]) == ("check_index_text", 3)


def test_journal_rows_that_went_missing_are_found(opened: Opened) -> None:
    spoil(opened, "DELETE FROM change WHERE seq=1")
    assert codes(opened) == ["check_sets"]


def test_a_damaged_page_is_named(opened: Opened) -> None:
    with opened.store.maintain() as connection:
        connection.exec_driver_sql("SELECT 1")
    opened.store.close()
    content = bytearray(opened.folder.database.read_bytes())
    content[50 * 4096 + 700] ^= 1
    opened.folder.database.write_bytes(content)
    (found,) = findings(opened, deep=False)
    assert (found.code, found.failure.details, found.repair) == ("check_page", {"page": 51}, Repair.RESTORE)


def test_a_cut_file_is_found(opened: Opened) -> None:
    opened.store.close()
    content = opened.folder.database.read_bytes()
    opened.folder.database.write_bytes(content[: 40 * 4096])
    (found,) = findings(opened, deep=False)
    assert (found.code, found.failure.details) == ("check_page", {"page": 41})


def test_a_missing_copy_of_the_sidecar_is_found(opened: Opened) -> None:
    (opened.folder.root / "profile.json.bak").unlink()
    assert codes(opened, deep=False) == ["check_sidecar_copy"]


def test_missing_old_and_unsound_backups_are_found(opened: Opened) -> None:
    report = check(opened.folder, opened.key, now=NOW + timedelta(days=9))
    assert [found.failure.details for found in report.findings] == [{"days": 9}]
    (saved,) = opened.folder.backups.glob("*.ktsbackup")
    saved.write_bytes(saved.read_bytes()[:-4096])
    assert codes(opened) == ["check_backup_unsound"]
    shutil.rmtree(opened.folder.backups)
    assert codes(opened) == ["check_backup_none"]


def test_little_space_is_found(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(opened.folder.root)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage._replace(free=1 << 20))
    assert codes(opened, deep=False) == ["check_space"]


def test_a_key_that_is_not_the_profile_s_is_found(opened: Opened) -> None:
    report = check(opened.folder, None, now=NOW)
    assert "check_key" in [found.code for found in report.findings]


def test_a_missing_file_is_told_and_not_made(opened: Opened) -> None:
    opened.store.close()
    opened.folder.database.unlink()
    assert refusal(lambda: check(opened.folder, opened.key, now=NOW)).code == "missing"
    assert not opened.folder.database.exists()


def test_only_a_person_can_cure_the_rest(opened: Opened) -> None:
    with pytest.raises(ValueError, match="by_hand"):
        repair(opened.folder, opened.key, Repair.BY_HAND, now=NOW)

"""Upgrades: one transaction, a backup before, the traps avoided, and the same schema as a new file."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kts_desktop.storage import migrate, revision
from kts_desktop.storage.backup_notes import listed
from kts_desktop.storage.check_deep import fresh_schema, schema_of
from kts_desktop.storage.connect import connect
from kts_desktop.storage.file_facts import FileFacts
from kts_desktop.storage.revision import Age, age
from kts_desktop.storage.rotation import BackupKind
from tests.helpers.day import NOW
from tests.helpers.old_offices import add_later, following, numbered
from tests.helpers.profiles import KEPT, Office, note_titles, refusal, titles, write_note

ADDED = """

def upgrade() -> None:
    from alembic import op
    import sqlalchemy as sa
    op.add_column("note", sa.Column("weather", sa.Text(), nullable=True))
    run = op.get_bind().exec_driver_sql
    (table,) = run("SELECT sql FROM sqlite_master WHERE name='organisation'").one()
    indexes = run(
        "SELECT sql FROM sqlite_master WHERE tbl_name='organisation' AND type='index' AND sql IS NOT NULL"
    ).scalars().all()
    columns = ",".join(run("SELECT name FROM pragma_table_info('organisation')").scalars())
    run(table.replace("TABLE organisation", "TABLE rebuilt", 1))
    run(f"INSERT INTO rebuilt({columns}) SELECT {columns} FROM organisation")
    run("DROP TABLE organisation")
    run("ALTER TABLE rebuilt RENAME TO organisation")
    for index in indexes:
        run(index)
"""
BROKEN = """

def upgrade() -> None:
    from alembic import op
    op.execute("DELETE FROM note")
    op.execute("ALTER TABLE note ADD COLUMN weather TEXT")
    op.execute("SELECT * FROM nowhere")
"""
LANDED = {  # SHA-256, line ends as in the repository
    "0001_office.py": "36a460e1a531bd50fde35ae9d1039459c59be72f52730151fe7bc6e50011b858",
    "0001_office.sql": "eeb87bf24114b46e779c7fbab9d8864f399807695ee7b02df4d0e3461680041c",
    "0002_exchange.py": "147db5c1771863f560fd14672c1101caf5556f39a368b8eb145c4c896366e8a6",
}
DANGLING = """

def upgrade() -> None:
    from alembic import op
    op.execute("UPDATE note SET case_id = 4711")
"""


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A later version of the program: its own revisions, to which a test adds the next one."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrate, "SCRIPTS", folder)
    monkeypatch.setattr(revision, "HEAD", following(revision.HEAD))
    return folder


def later(scripts: Path, text: str) -> None:
    add_later(scripts, text)


def test_the_newest_revision_is_the_one_the_program_writes() -> None:
    numbers = sorted(path.name[:4] for path in (migrate.SCRIPTS / "versions").glob("0*.py"))
    assert numbers[-1] == revision.HEAD
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]


def test_a_landed_revision_is_never_edited() -> None:
    found = {
        path.name: hashlib.sha256(path.read_text(encoding="utf-8").encode()).hexdigest()
        for path in numbered(migrate.SCRIPTS)
    }
    edited = sorted(name for name, digest in LANDED.items() if found.get(name) != digest)
    assert not edited, f"{edited}: offices were made by it; put it back and add a new revision instead"
    unknown = sorted(found.keys() - LANDED.keys())
    assert not unknown, f"{unknown}: add the SHA-256 to LANDED, from then on it is never edited"


def test_the_revisions_make_the_same_file_as_the_models(tmp_path: Path) -> None:
    path = tmp_path / "kts.db"
    assert migrate.upgrade(path, None, since=None) == revision.HEAD
    with closing(connect(path, None)) as connection:
        migrated = schema_of(connection)
    fresh = fresh_schema()
    assert {name for _, name in migrated} == {name for _, name in fresh}
    differing = [name for name, sql in fresh.items() if migrated[name] != sql]
    assert differing == []


def test_an_older_file_is_backed_up_and_upgraded(profile: Office, scripts: Path) -> None:
    written = f"{int(revision.HEAD) - 1:04}"
    later(scripts, ADDED)
    opened = profile.open()
    (note,) = opened.notes
    assert note.code == "upgraded"
    (saved,) = [found for found in listed(opened.folder, opened.key) if found.kind is BackupKind.UPGRADE]
    assert saved.path.name == note.details["file"]
    assert (saved.schema_rev, saved.checked_at) == (written, NOW)
    assert note_titles(opened.store) == KEPT
    opened.close()
    assert titles(profile) == KEPT


def test_an_upgrade_keeps_triggers_search_and_children(profile: Office, scripts: Path) -> None:
    opened = profile.open()
    with opened.store.maintain() as connection:
        connection.exec_driver_sql("UPDATE journal_ctx SET tx=0, mode=1")
        columns = "uid,kind,name,designation,short_name,body_type,state,district,country,population_source,"
        columns += "language,seat,budget_emergency,remark,source,created_at,updated_at"
        connection.exec_driver_sql(
            f"INSERT INTO organisation({columns}) VALUES(randomblob(16),{','.join(['0'] * 16)})"
        )
        connection.exec_driver_sql("UPDATE note SET organisation_id=1")
        connection.exec_driver_sql("UPDATE journal_ctx SET tx=NULL, mode=0")
        before = connection.exec_driver_sql("SELECT name FROM sqlite_master ORDER BY name").scalars().all()
    opened.close()
    later(scripts, ADDED)
    opened = profile.open()
    write_note(opened.store, "nach der Umstellung")
    with opened.store.maintain() as connection:
        after = connection.exec_driver_sql("SELECT name FROM sqlite_master ORDER BY name").scalars().all()
        found = connection.exec_driver_sql(
            "SELECT rowid FROM note_fts WHERE note_fts MATCH 'krefeld OR umstellung'"
        ).scalars()
        assert sorted(found) == [1, 2]
        assert connection.exec_driver_sql("SELECT organisation_id FROM note WHERE id=1").scalar() == 1
        assert connection.exec_driver_sql("SELECT count(*) FROM organisation").scalar() == 1
    assert list(after) == list(before)
    opened.close()


@pytest.mark.parametrize("text", [BROKEN, DANGLING])
def test_a_failed_upgrade_changes_nothing_and_names_the_backup(
    profile: Office, scripts: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(scripts, text)
    error = refusal(profile.open)
    assert error.code == "upgrade_failed"
    assert (profile.place.backups / str(error.details["file"])).exists()
    monkeypatch.undo()
    opened = profile.open()
    assert opened.notes == ()
    assert note_titles(opened.store) == KEPT
    with opened.store.maintain() as connection:
        names = connection.exec_driver_sql("SELECT name FROM pragma_table_info('note')").scalars().all()
    assert "weather" not in names
    opened.close()


def test_no_upgrade_without_its_backup(
    profile: Office, scripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(scripts, ADDED)

    def full(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kts_desktop.storage.backup._copy", full)
    assert refusal(profile.open).code == "backup_disk_full"
    monkeypatch.undo()
    assert titles(profile) == KEPT


def test_alembic_is_not_loaded_for_a_file_of_this_version() -> None:
    source = Path(migrate.__file__).with_name("upgrading.py").read_text(encoding="utf-8")
    assert "\n    from kts_desktop.storage import migrate" in source
    assert "\nfrom kts_desktop.storage import migrate" not in source


@pytest.mark.parametrize(
    ("schema_rev", "compat", "expected"),
    [
        ("0005", "1.0", Age.EQUAL),
        ("0004", "1.0", Age.OLDER),
        ("0006", "1.2", Age.NEWER_WRITABLE),
        ("0006", "1.10.0", Age.NEWER),
        ("0006", "1.9.0.0", Age.NEWER_WRITABLE),
        ("0006", "odd", Age.NEWER),
    ],
)
def test_how_a_file_stands_to_the_program(schema_rev: str, compat: str, expected: Age) -> None:
    facts = FileFacts(generation=1, schema_rev=schema_rev, compat_min_app=compat, last_written_by="x")
    assert age(facts, "1.9", head="0005") is expected


def test_a_plain_error_of_the_engine_is_no_upgrade(tmp_path: Path) -> None:
    path = tmp_path / "kts.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE organisation (x)")
    with pytest.raises(Exception, match="already exists"):
        migrate.upgrade(path, None, since=None)
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master").fetchall()
    assert names == [("organisation",)]

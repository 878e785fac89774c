"""What fails while an office is open: by its real cause, with its sentence, and nothing saved is lost."""

import resource
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kts_desktop.storage import undo
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.restore import restore
from kts_desktop.ui.shell.failures import report
from tests.helpers.day import NOW
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.profiles import KEPT, Office, make_office, note_titles, refusal, titles, write_note

PAGE = 4096


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return make_office(tmp_path_factory.mktemp("template") / "office", MemoryKeyring())


@pytest.fixture
def profile(template: Office, tmp_path: Path) -> Office:
    return template.copy_to(tmp_path / "office")


def spoil_notes(profile: Office) -> None:
    """Spoil the page the notes begin on, which opening alone does not read."""
    opened = profile.open()
    with opened.store.maintain() as connection:
        page = connection.exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name='note'").scalar_one()
    opened.close()
    content = bytearray(profile.database.read_bytes())
    content[(page - 1) * PAGE + 900] ^= 8
    profile.database.write_bytes(content)


def test_damage_met_at_work_is_told_and_the_next_opening_offers_the_backup(profile: Office) -> None:
    (saved,) = profile.place.backups.glob("*.ktsbackup")
    spoil_notes(profile)
    opened = profile.open()
    assert refusal(lambda: note_titles(opened.store)).code == "damaged_at_work"
    opened.close()
    spoilt = profile.database.read_bytes()
    error = refusal(profile.open)
    assert (error.code, error.details["backup"]) == ("damaged_restorable", str(saved))
    assert profile.database.read_bytes() == spoilt  # kept as it is
    restore(profile.folder, saved, profile.unlock(), now=NOW)
    assert titles(profile) == []  # the first backup was made before the first note
    assert not (profile.folder / "suspect").exists()


def test_damage_met_at_work_without_a_backup_is_told_at_the_next_opening(profile: Office) -> None:
    shutil.rmtree(profile.place.backups)
    spoil_notes(profile)
    opened = profile.open()
    refusal(lambda: note_titles(opened.store))
    opened.close()
    assert refusal(profile.open).code == "damaged"


@contextmanager
def no_file_may_grow_beyond(size: int) -> Iterator[None]:
    """Let the system refuse every write behind a place in any file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_write_the_disk_refuses_loses_nothing_saved_and_works_again_later(profile: Office) -> None:
    opened = profile.open()
    with no_file_may_grow_beyond(PAGE):
        assert refusal(lambda: write_note(opened.store, "verloren")).code == "io_error"
        assert note_titles(opened.store) == KEPT
    write_note(opened.store, "danach")
    opened.close()
    assert titles(profile) == [*KEPT, "danach"]


def clocked(opened: Opened, hours: int, title: str) -> None:
    opened.store.clock = lambda: NOW + timedelta(hours=hours)
    write_note(opened.store, title)


def test_a_clock_that_jumps_back_does_not_change_the_order_of_steps(profile: Office) -> None:
    opened = profile.open()
    clocked(opened, 0, "zuerst")
    clocked(opened, -9, "zuletzt")
    undo.undo(opened.store)
    with opened.store.read() as session:
        alive = session.scalars(text("SELECT title FROM note WHERE deleted_at IS NULL ORDER BY id")).all()
    assert alive == [*KEPT, "zuerst"]
    opened.close()


@pytest.mark.parametrize("statement", ["UPDATE note SET title='Frau Musterfrau'", "DELETE FROM note"])
def test_a_bug_that_writes_without_a_label_changes_nothing_and_its_report_quotes_no_statement(
    profile: Office, statement: str
) -> None:
    opened = profile.open()
    with pytest.raises(IntegrityError, match="kts:") as raised, opened.store.maintain() as connection:
        connection.exec_driver_sql(statement)
    told = report(raised.value)
    assert "IntegrityError" in told
    assert not any(word in told for word in ("UPDATE", "DELETE", "Musterfrau"))
    assert note_titles(opened.store) == KEPT
    opened.close()

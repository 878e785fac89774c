"""The log of disposals outlives a restore: the older backup does not know it, the file beside it does."""

from datetime import timedelta
from pathlib import Path

import pytest

from kts_desktop.models.vocab import CaseState
from kts_desktop.services import cases, disposal_log, disposals, offices
from kts_desktop.services.disposal_log import Disposal
from kts_desktop.storage import disposed, rekeying
from kts_desktop.storage.backup import make_backup
from kts_desktop.storage.keys import KeySources
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.restore import restore
from kts_desktop.storage.rotation import BackupKind
from tests.helpers.build import a_case
from tests.helpers.build_retention import add_classes
from tests.helpers.day import NOW
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.profiles import CHEAP, Office, make_office

LATER = NOW + timedelta(hours=1)
FILED = NOW.date() - timedelta(days=1827)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A profile with a case that is due, made once."""
    office = make_office(tmp_path_factory.mktemp("made") / "office", MemoryKeyring(), passphrase=None)
    opened = office.open()
    add_classes(opened.store)
    with opened.store.write("case.open") as session:
        cases.set_state(session, [a_case(session)], CaseState.FILED, FILED)
    opened.close()
    return office


@pytest.fixture
def profile(made: Office, tmp_path: Path) -> Office:
    return made.copy_to(tmp_path / "office")


@pytest.fixture
def saved(profile: Office) -> Path:
    """A backup of before the disposal; the case is disposed of by now."""
    opened = profile.open()
    backup = make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=NOW)
    dispose(opened)
    opened.close()
    return backup.path


def dispose(opened: Opened) -> None:
    with opened.store.read() as session:
        due = [case.id for case in disposals.due(session, NOW.date())]
    with opened.store.write("disposal.propose") as session:
        disposals.propose(session, due, NOW.date())
    disposals.approve(opened.store, due)


def log(opened: Opened) -> list[Disposal]:
    with opened.store.read() as session:
        return disposal_log.entries(session)


def entries_after(profile: Office, saved: Path) -> list[Disposal]:
    restore(profile.folder, saved, profile.unlock(), now=LATER)
    opened = profile.open()
    try:
        return log(opened)
    finally:
        opened.close()


def test_an_older_backup_does_not_forget_what_was_disposed_of(profile: Office, saved: Path) -> None:
    opened = profile.open()
    before = log(opened)
    opened.close()
    assert len(before) == 1
    assert entries_after(profile, saved) == before
    assert entries_after(profile, saved) == before  # and a second time it is not doubled


def test_the_log_outlives_a_present_file_that_is_damaged(profile: Office, saved: Path) -> None:
    profile.database.write_bytes(b"\0" * 8192)
    assert len(entries_after(profile, saved)) == 1


def test_a_log_of_before_this_list_is_kept_with_the_backup_of_the_day(profile: Office, saved: Path) -> None:
    profile.place.disposed.unlink()
    opened = profile.open()
    offices.back_up_if_due(opened)
    opened.close()
    assert len(entries_after(profile, saved)) == 1


def test_what_stands_beside_the_file_is_sealed(profile: Office, saved: Path) -> None:
    opened = profile.open()
    number = log(opened)[0].number
    opened.close()
    content = profile.place.disposed.read_bytes()
    assert number.encode() not in content
    assert b"2026" not in content
    with profile.place.disposed.open("ab") as file:
        file.write(b"AAAA\n" + content[::-1].strip() + b"\nkein base64!\n")
    assert len(entries_after(profile, saved)) == 1


def test_the_log_stays_readable_after_a_change_of_key(profile: Office, saved: Path) -> None:
    opened = profile.open()
    old = opened.key
    rekeying.rekey(
        opened,
        sources=KeySources(keyring=profile.keyring, cost=CHEAP),
        tell=lambda _code: None,
        now=LATER,
    )
    opened = profile.open()
    assert opened.key != old
    assert len(disposed.noted(opened.folder, opened.key)) == 1
    opened.close()


def test_undo_passes_over_what_the_restore_completed(profile: Office, saved: Path) -> None:
    entries_after(profile, saved)
    opened = profile.open()
    with opened.store.maintain() as connection:
        label = connection.exec_driver_sql("SELECT label, kind FROM change_set ORDER BY id DESC").first()
        assert tuple(label or ()) == ("disposal.log", 6)
    opened.close()


def test_a_case_that_came_back_all_the_same_is_named(profile: Office, saved: Path) -> None:
    profile.place.erased.unlink()  # as where a backup comes from another computer
    restore(profile.folder, saved, profile.unlock(), now=LATER)
    opened = profile.open()
    [told] = offices.returned(opened)
    assert told.code == "disposed_returned"
    assert told.details["numbers"] == log(opened)[0].number
    dispose(opened)
    assert offices.returned(opened) == ()
    opened.close()

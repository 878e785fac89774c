"""Rehearsals: an office comes out of the newest backup, or the reason why not is kept and told."""

from concurrent.futures import CancelledError
from datetime import timedelta
from pathlib import Path

import pytest

from kts_desktop.core.errors import ProfileError, StorageError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.services import offices, packs
from kts_desktop.services import rehearsal as rehearsing
from kts_desktop.services.cases import CaseDraft, open_case
from kts_desktop.storage import rehearsal
from kts_desktop.storage.backup import make_backup
from kts_desktop.storage.backup_notes import Backup
from kts_desktop.storage.creating import create_demo_profile
from kts_desktop.storage.keys import KeySources
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.rotation import BackupKind
from tests.helpers.day import NOW
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.profiles import CHEAP, Office, as_nobody

WEEK = timedelta(days=7)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("template") / "office"
    keyring = MemoryKeyring()
    names = offices.Names(office="Projektbüro", adviser="Mira")
    made = offices.found_office(folder, names, keys=KeySources(keyring=keyring, cost=CHEAP))
    with made.store.write("case.open") as session:
        open_case(session, CaseDraft(subject="Pegelsensorik", received_on=NOW.date()))
    make_backup(made.opened.folder, made.opened.key, BackupKind.MANUAL, now=NOW)
    made.opened.close()
    return Office(folder, made.recovery_code, keyring)


@pytest.fixture
def office(template: Office, tmp_path: Path) -> Office:
    return template.copy_to(tmp_path / "office")


def newest(opened: Opened) -> Backup:
    found = rehearsal.due(opened.folder, opened.key, NOW + timedelta(days=900))
    assert found is not None
    return found


def damage(backup: Backup) -> None:
    content = bytearray(backup.path.read_bytes())
    content[len(content) // 2] ^= 4
    backup.path.write_bytes(content)


def test_a_briefing_of_a_case_is_gathered_from_the_newest_backup(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = office.open()
    gathered = []
    gather = packs.gather_case

    def watch(session: object, case_id: int, **rest: object) -> object:
        gathered.append(gather(session, case_id, **rest))  # type: ignore[arg-type]
        return gathered[-1]

    monkeypatch.setattr(packs, "gather_case", watch)
    went = rehearsing.rehearse_if_due(opened, now=NOW)
    assert went is not None
    assert went.failure is None
    assert rehearsing.last_failure(opened) is None
    assert [case.subject for case in gathered[0].cases] == ["Pegelsensorik"]
    assert rehearsal.latest(opened.folder, opened.key) == went
    assert not opened.folder.rehearsal.exists()
    facts = offices.facts(opened)
    assert (facts.rehearsed_at, facts.is_rehearsal_sound) == (NOW, True)
    opened.close()


def test_it_is_rehearsed_once_a_week(office: Office) -> None:
    opened = office.open()
    assert rehearsing.rehearse_if_due(opened, now=NOW) is not None
    assert rehearsing.rehearse_if_due(opened, now=NOW + WEEK - timedelta(hours=1)) is None
    assert rehearsing.rehearse_if_due(opened, now=NOW + WEEK) is not None
    opened.close()


def test_a_damaged_backup_is_told_until_a_newer_one_passes(office: Office) -> None:
    opened = office.open()
    damage(newest(opened))
    went = rehearsing.rehearse_if_due(opened, now=NOW)
    assert went is not None
    failure = rehearsing.last_failure(opened)
    assert failure is not None
    assert failure.code == "rehearsal_failed"
    for language in ("de", "en"):
        assert went.file in sentence(failure, language)
    assert not offices.facts(opened).is_rehearsal_sound
    assert rehearsing.rehearse_if_due(opened, now=NOW + timedelta(days=1)) is None
    assert not opened.folder.rehearsal.exists()
    make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=NOW + timedelta(days=1))
    assert rehearsing.rehearse_if_due(opened, now=NOW + timedelta(days=1)) is not None
    assert rehearsing.last_failure(opened) is None
    opened.close()


def test_a_backup_that_makes_no_office_is_a_failure(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ProfileError("damaged", page=1)

    opened = office.open()
    monkeypatch.setattr("kts_desktop.storage.rehearsal.open_profile", fail)
    rehearsing.rehearse_if_due(opened, now=NOW)
    failure = rehearsing.last_failure(opened)
    assert failure is not None
    assert failure.code == "rehearsal_failed"
    opened.close()


def test_a_disk_too_full_to_rehearse_is_told_as_that(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StorageError("restore_disk_full")

    opened = office.open()
    monkeypatch.setattr("kts_desktop.storage.rehearsal.restore", fail)
    rehearsing.rehearse_if_due(opened, now=NOW)
    failure = rehearsing.last_failure(opened)
    assert failure is not None
    assert failure.code == "rehearsal_no_room"
    opened.close()


@pytest.mark.parametrize("at", [0, 1, 2])
def test_cancelled_it_leaves_nothing_and_is_due_again(office: Office, at: int) -> None:
    def cancel(done: int, _total: int) -> None:
        if done == at:
            raise CancelledError

    opened = office.open()
    with pytest.raises(CancelledError):
        rehearsing.rehearse_if_due(opened, cancel, now=NOW)
    assert not opened.folder.rehearsal.exists()
    assert rehearsal.latest(opened.folder, opened.key) is None
    assert rehearsing.rehearse_if_due(opened, now=NOW) is not None
    opened.close()


def test_what_a_killed_rehearsal_left_does_not_matter(office: Office) -> None:
    opened = office.open()
    opened.folder.rehearsal.mkdir()
    (opened.folder.rehearsal / "kts.db").write_bytes(b"half")
    went = rehearsing.rehearse_if_due(opened, now=NOW)
    assert went is not None
    assert went.failure is None
    opened.close()


def test_a_note_that_was_tampered_with_does_not_count(office: Office) -> None:
    opened = office.open()
    rehearsal.keep(opened.folder, opened.key, rehearsal.Rehearsal(at=NOW, file="a", trouble="damaged"))
    note = opened.folder.backups / "rehearsal.json"
    note.write_bytes(note.read_bytes().replace(b'"damaged"', b'""'))
    assert rehearsal.latest(opened.folder, opened.key) is None
    note.write_bytes(b"[]")
    assert rehearsal.latest(opened.folder, opened.key) is None
    opened.close()


def test_demo_and_read_only_offices_are_passed_over(office: Office, tmp_path: Path) -> None:
    demo = create_demo_profile(tmp_path / "demo", now=NOW).opened
    assert rehearsing.rehearse_if_due(demo, now=NOW) is None
    demo.close()
    with as_nobody(office.folder):
        opened = office.open()
        assert rehearsing.rehearse_if_due(opened, now=NOW) is None
        opened.close()

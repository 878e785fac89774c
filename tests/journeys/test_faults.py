"""Faults on purpose: killed processes, torn logs, full disks, damaged files. Nothing saved before is lost."""

import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from kts_desktop.core.errors import UserFacingError
from kts_desktop.services import offices
from kts_desktop.storage import attached, migrate, revision, sidecar
from kts_desktop.storage.backup import due_backup, examine, make_backup
from kts_desktop.storage.backup_notes import listed
from kts_desktop.storage.check import check
from kts_desktop.storage.connect import connect
from kts_desktop.storage.opening import Opened, open_profile
from kts_desktop.storage.restore import restore
from kts_desktop.storage.rotation import BackupKind
from tests.helpers.build_files import blobs_in, case_with_file
from tests.helpers.day import NOW
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.killing import Victim
from tests.helpers.old_offices import add_later, as_of
from tests.helpers.profiles import (
    KEPT,
    PASSPHRASE,
    Office,
    make_office,
    note_titles,
    refusal,
    titles,
    write_note,
)

CHANCE = random.Random(73)  # noqa: S311 - the same faults each time
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="the program to be killed is forked")
SLOW_REVISION = """

def upgrade() -> None:
    from alembic import op
    op.execute("ALTER TABLE note ADD COLUMN weather TEXT")
    op.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<20000) "
        "INSERT INTO term_cache(kind, terms, at) SELECT 'k' || i, hex(randomblob(100)), 0 FROM n"
    )
"""


@pytest.fixture(scope="module")
def victim() -> Iterator[Victim]:
    program = Victim()
    yield program
    program.close()


def assert_sound(opened: Opened, *, deep: bool = False, allowed: frozenset[str] = frozenset()) -> None:
    codes = {found.code for found in check(opened.folder, opened.key, now=NOW, deep=deep).findings}
    assert codes <= allowed | {"check_space"}  # some of these disks are small


# killed


@needs_fork
@pytest.mark.timeout(120)
def test_no_acknowledged_save_is_lost_by_kill_9(profile: Office, victim: Victim) -> None:
    acknowledged: list[str] = []
    found = list(KEPT)
    for _ in range(26):
        acks = victim.kill(
            act="save",
            folder=str(profile.folder),
            first=str(len(found)),
            after_acks=CHANCE.randrange(6),
            after_seconds=CHANCE.random() * 0.02,
        )
        acknowledged.extend(f"n{ack}" for ack in acks)
        opened = profile.open()
        found = note_titles(opened.store)
        assert set(acknowledged) <= set(found)
        assert found[1:] == [f"n{number}" for number in range(1, len(found))]  # whole, in order, none twice
        opened.close()
    assert len(acknowledged) > 26
    opened = profile.open()
    assert_sound(opened, deep=True)
    opened.close()


@needs_fork
def test_a_killed_backup_leaves_older_ones_and_the_data(profile: Office, victim: Victim) -> None:
    for _ in range(6):
        victim.kill(
            act="back_up",
            folder=str(profile.folder),
            after_acks=CHANCE.randrange(2),
            after_seconds=CHANCE.random() * 0.15,
        )
        opened = profile.open()
        assert note_titles(opened.store) == KEPT
        backups = listed(opened.folder, opened.key)
        assert backups
        assert all(examine(saved.path, opened.key) == saved.counts for saved in backups)
        opened.close()
    opened = profile.open()
    make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=NOW)
    assert not list(opened.folder.backups.glob("*.new*"))
    opened.close()


@needs_fork
def test_a_killed_upgrade_leaves_the_old_or_the_new_file(
    template: Office, tmp_path: Path, victim: Victim, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripts = tmp_path / "migrations"
    shutil.copytree(migrate.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    number_of_later = add_later(scripts, SLOW_REVISION)
    outcomes = set()
    for number in range(6):
        profile = template.copy_to(tmp_path / f"office-{number}")
        victim.kill(
            act="upgrade",
            folder=str(profile.folder),
            scripts=str(scripts),
            head=number_of_later,
            after_seconds=CHANCE.random() * 0.9 * number / 5,  # the first at once, on however quick a machine
        )
        opened = profile.open()  # a file of the later version can still be looked at
        assert note_titles(opened.store) == KEPT
        outcomes.add(opened.is_read_only or "newer_writable" in {note.code for note in opened.notes})
        opened.close()
        with monkeypatch.context() as later:
            later.setattr(migrate, "SCRIPTS", scripts)
            later.setattr(revision, "HEAD", number_of_later)
            assert titles(profile) == KEPT
    assert False in outcomes  # at least one was killed before its end


@needs_fork
def test_an_office_of_the_first_schema_survives_kill_9_while_it_is_upgraded(
    tmp_path: Path, victim: Victim
) -> None:
    with as_of("0001", tmp_path):
        first = make_office(tmp_path / "first", MemoryKeyring())
    outcomes = set()
    for number in range(6):
        office = first.copy_to(tmp_path / f"first-{number}")
        victim.kill(
            act="upgrade",
            folder=str(office.folder),
            scripts=str(migrate.SCRIPTS),
            head=revision.HEAD,
            after_seconds=CHANCE.random() * 0.7 * number / 5,
        )
        opened = office.open()
        outcomes.add("upgraded" in {note.code for note in opened.notes})
        assert note_titles(opened.store) == KEPT
        assert_sound(opened, deep=number == 0)
        opened.close()
    assert True in outcomes  # at least one was killed before its end


@needs_fork
def test_a_killed_creation_can_be_repeated(tmp_path: Path, victim: Victim) -> None:
    for number in range(6):
        folder = tmp_path / f"office-{number}"
        victim.kill(act="create", folder=str(folder), after_seconds=CHANCE.random() * 0.35)
        try:
            Office(folder, "", MemoryKeyring()).open(passphrase="ein langer Satz").close()  # noqa: S106
        except UserFacingError as error:
            assert error.code in {"no_profile", "unfinished"}  # noqa: PT017 - both outcomes are right
            assert titles(make_office(folder, MemoryKeyring())) == KEPT


@needs_fork
def test_a_killed_restore_can_be_repeated(template: Office, tmp_path: Path, victim: Victim) -> None:
    for number in range(6):
        profile = template.copy_to(tmp_path / f"office-{number}")
        (saved,) = profile.place.backups.glob("*.ktsbackup")
        opened = profile.open()
        write_note(opened.store, "danach")
        opened.close()
        victim.kill(
            act="restore", folder=str(profile.folder), backup=str(saved), after_seconds=CHANCE.random() * 0.12
        )
        try:
            assert titles(profile) in (
                [],
                [*KEPT, "danach"],
            )  # the first backup was made before the first note
        except UserFacingError as error:
            assert error.code in {"missing_restorable", "damaged_restorable"}  # noqa: PT017
        restore(profile.folder, saved, profile.unlock(), now=NOW)
        assert titles(profile) == []


@needs_fork
def test_a_killed_change_of_key_leaves_one_key_in_force(
    template: Office, tmp_path: Path, victim: Victim
) -> None:
    first = sidecar.read(template.place.sidecar).check
    met = set()
    for number in range(12):
        profile = template.copy_to(tmp_path / f"office-{number}")
        acks = victim.kill(
            act="rekey",
            folder=str(profile.folder),
            after_acks=number % 3,  # at any time; while the file is encrypted anew; when the code was told
            after_seconds=CHANCE.random() * (0.2, 0.05, 0.002)[number % 3] + (number == 11),
        )
        left = sidecar.read(profile.place.sidecar)
        met.add("pending" if left.pending else "old" if left.check == first else "new")
        opened = profile.open(passphrase=PASSPHRASE)
        assert note_titles(opened.store) == KEPT
        due_backup(opened.folder, opened.key, now=NOW)
        assert_sound(opened, allowed=frozenset({"check_files_former"}))  # documents may still have to follow
        opened.close()
        settled = sidecar.read(profile.place.sidecar)
        assert settled.pending is None
        code = profile.code if settled.check == first else acks[1]  # a code never told is never the only one
        assert titles(profile, code=code) == KEPT
    assert {"pending", "new"} <= met


@needs_fork
def test_a_killed_attaching_loses_nothing_acknowledged_and_leaves_no_row_without_its_content(
    profile: Office, victim: Victim
) -> None:
    acknowledged = first = count = 0
    for number in range(5):
        acks = victim.kill(
            act="attach",
            folder=str(profile.folder),
            first=str(first),
            after_acks=number % 3,
            after_seconds=CHANCE.random() * 0.03,
        )
        acknowledged += len(acks)
        first += len(acks) + 1
        opened = profile.open()
        assert_sound(opened)
        with opened.store.read() as session:
            count = len(attached.needed_in(session.connection()))
        opened.close()
        assert acknowledged <= count <= first
    for blob in blobs_in(profile.place.blobs):
        os.utime(blob, (0, 0))
    opened = profile.open()
    offices.tend_files(opened)
    opened.close()
    assert len(blobs_in(profile.place.blobs)) == count


@needs_fork
def test_a_killed_change_of_key_leaves_every_document_readable(
    template: Office, tmp_path: Path, victim: Victim
) -> None:
    opened = template.copy_to(tmp_path / "with documents").open(passphrase=PASSPHRASE)
    for number in range(6):
        case_with_file(opened.store, tmp_path, f"{number}.txt", f"{number} ".encode() * 40_000)
    opened.close()
    office = Office(opened.folder.root, template.code, MemoryKeyring())
    met = set()
    for number in range(5):
        profile = office.copy_to(tmp_path / f"office-{number}")
        victim.kill(
            act="rekey",
            folder=str(profile.folder),
            after_acks=2,  # the code was told: the new key is put in force, then the documents follow
            after_seconds=0.02 * number,
        )
        left = sidecar.read(profile.place.sidecar)
        met.add("pending" if left.pending else "following" if left.former else "through")
        opened = profile.open(passphrase=PASSPHRASE)
        for _ in range(2):
            report = check(opened.folder, opened.key, now=NOW)
            assert {one.code for one in report.findings} <= {"check_files_former", "check_backup_none"}
            offices.tend_files(opened)
        with opened.store.read() as session:
            needed = attached.needed_in(session.connection())
        assert opened.store.blobs is not None
        assert [opened.store.blobs.verify(sha256) for sha256 in needed] == [""] * 6
        assert not sidecar.read(profile.place.sidecar).former
        opened.close()
    assert "following" in met


# torn


def test_a_torn_log_loses_its_tail_and_nothing_else(profile: Office, tmp_path: Path) -> None:
    opened = profile.open()
    sizes = [0]
    log = profile.place.journals()[0]
    for number in range(1, 16):
        write_note(opened.store, f"n{number}")
        sizes.append(log.stat().st_size)
    frozen = {path.name: path.read_bytes() for path in (profile.database, log)}
    opened.close()
    for number in range(25):
        torn = profile.copy_to(tmp_path / f"torn-{number}")
        (torn.folder / "kts.db-shm").unlink(missing_ok=True)
        torn.database.write_bytes(frozen["kts.db"])
        content = bytearray(frozen["kts.db-wal"])
        place = CHANCE.randrange(len(content))
        if number % 3 == 0:
            content[place] ^= 1 << CHANCE.randrange(6)
        else:
            del content[place:]
        (torn.folder / "kts.db-wal").write_bytes(content)
        whole = sum(size <= place for size in sizes[1:])
        again = torn.open()
        found = note_titles(again.store)
        assert found == [*KEPT, *(f"n{each}" for each in range(1, len(found)))]
        assert len(found) > whole  # the first note and every commit before the tear
        assert_sound(again)
        again.close()


# full


def test_a_full_disk_loses_only_the_save_that_was_refused(profile: Office) -> None:
    opened = profile.open()
    with opened.store.maintain() as connection:
        pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 12}")
    saved = list(KEPT)
    with pytest.raises(UserFacingError, match="disk_full"):
        for number in range(500):
            write_note(opened.store, f"{number} " + "Wort " * 100)
            saved.append(f"{number} " + "Wort " * 100)
    assert note_titles(opened.store) == saved
    with opened.store.maintain() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    write_note(opened.store, "wieder Platz")
    assert note_titles(opened.store) == [*saved, "wieder Platz"]
    assert_sound(opened, deep=True)
    opened.close()


@contextmanager
def small_disk(place: Path, megabytes: int) -> Iterator[Path]:
    place.mkdir()
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)]
    tried = mount and subprocess.run([mount, *options], capture_output=True, check=False)
    if not tried or tried.returncode:
        pytest.skip("needs the right to mount a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)  # noqa: S607


def fill(folder: Path) -> Path:
    filler = folder.parent / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12):
            try:
                while file.write(b"x" * size) == size:
                    pass
            except OSError:
                continue
    return filler


def test_a_disk_that_is_really_full_loses_nothing_saved(template: Office, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 12) as disk:
        profile = template.copy_to(disk / "office")
        opened = profile.open()
        write_note(opened.store, "vorher")
        filler = fill(profile.folder)
        saved = [*KEPT, "vorher"]
        with pytest.raises(UserFacingError, match="disk_full"):
            for number in range(500):
                write_note(opened.store, f"{number} " + "Wort " * 100)
                saved.append(f"{number} " + "Wort " * 100)
        assert refusal_code(opened) == "backup_disk_full"
        filler.unlink()
        assert note_titles(opened.store) == saved
        write_note(opened.store, "wieder Platz")
        assert_sound(opened, deep=True)
        opened.close()
        filler = fill(profile.folder)
        assert refusal(profile.open).code == "open_disk_full"
        filler.unlink()
        reopened = profile.open()
        assert {note.code for note in reopened.notes} == {"low_space"}
        assert note_titles(reopened.store) == [*saved, "wieder Platz"]
        reopened.close()


def refusal_code(opened: Opened) -> str:
    return refusal(lambda: make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=NOW)).code


def test_a_disk_too_small_for_a_profile_keeps_none(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 2) as disk:
        error = refusal(lambda: make_office(disk / "office", MemoryKeyring()))
        assert error.code == "create_disk_full"
        assert refusal(lambda: open_profile(disk / "office", now=NOW)).code == "unfinished"


# damaged


def test_every_damaged_byte_is_noticed_and_the_backup_cures_it(template: Office, tmp_path: Path) -> None:
    profile = template.copy_to(tmp_path / "office")
    good = profile.database.read_bytes()
    (saved,) = profile.place.backups.glob("*.ktsbackup")
    for number in range(24):
        content = bytearray(good)
        place = CHANCE.randrange(len(content))
        if number % 3:
            content[place] ^= 1 << CHANCE.randrange(6)
        else:
            del content[place:]
        profile.database.write_bytes(content)
        assert damage_found(profile), place
    restore(profile.folder, saved, profile.unlock(), now=NOW)
    assert titles(profile) == []


def damage_found(profile: Office) -> bool:
    """Tell whether opening or the daily check notices; an empty file counts as missing."""
    try:
        opened = profile.open()
    except UserFacingError as error:
        return error.code in {"damaged_restorable", "missing_restorable"}
    found = {found.code for found in check(opened.folder, opened.key, now=NOW).findings}
    opened.close()
    return "check_page" in found


def test_an_untouched_copy_of_the_database_alone_lacks_what_is_in_the_log(profile: Office) -> None:
    opened = profile.open()
    write_note(opened.store, "nur im Log")
    lone = profile.folder / "copy.db"
    shutil.copyfile(profile.database, lone)
    assert opened.key is not None
    with closing(connect(lone, opened.key.database)) as connection:
        assert connection.execute("SELECT title FROM note").fetchall() == [(KEPT[0],)]
    opened.close()

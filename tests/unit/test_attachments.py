"""Documents on records: attached, listed, copied out, taken off; and what the profile does with them."""

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.services import attachments, erasure, history, offices
from kts_desktop.services import rehearsal as rehearsing
from kts_desktop.services.attachments import AttachmentRow
from kts_desktop.storage import attached, undo
from kts_desktop.storage.backup import copy_to, make_backup, rotate
from kts_desktop.storage.backup_notes import Backup
from kts_desktop.storage.check import check, repair
from kts_desktop.storage.findings import Repair
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.restore import restore
from kts_desktop.storage.rotation import OLDEST, BackupKind
from kts_desktop.storage.store import Store
from tests.helpers.build import a_case, a_note, a_person, a_task
from tests.helpers.build_files import LETTER, a_file, attach, blobs_in, case_with_file
from tests.helpers.day import NOW
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.profiles import Office, refusal

LATER = NOW + timedelta(hours=2)


@pytest.fixture
def case_id(store: Store) -> int:
    with store.write("case.open") as session:
        return a_case(session)


def listed(store: Store, kind: str, id_: int) -> list[AttachmentRow]:
    with store.read() as session:
        return attachments.of_record(session, kind, id_)


def refused(store: Store, kind: str, id_: int, *paths: Path) -> UserFacingError:
    return refusal(lambda: attach(store, kind, id_, *paths))


def content_of(store: Store, id_: int, folder: Path) -> bytes:
    with store.read() as session:
        return attachments.save_copy(session, id_, folder).read_bytes()


# one record


def test_a_document_is_listed_with_what_is_known_of_it(store: Store, case_id: int, tmp_path: Path) -> None:
    path = a_file(tmp_path)
    [id_] = attach(store, "advisory_case", case_id, path)
    [row] = listed(store, "advisory_case", case_id)
    assert (row.id, row.name, row.mime, row.size) == (id_, "Bescheid.pdf", "application/pdf", len(LETTER))
    assert (row.owner_kind, row.owner_id, row.is_there) == ("advisory_case", case_id, True)
    assert path.read_bytes() == LETTER


def test_a_case_lists_what_hangs_on_its_notes_and_follow_ups(
    store: Store, case_id: int, tmp_path: Path
) -> None:
    with store.write("note.add") as session:
        note, task = a_note(session, case_id=case_id), a_task(session, case_id=case_id)
    attach(store, "note", note, a_file(tmp_path, "a.txt", b"a"))
    attach(store, "task", task, a_file(tmp_path, "b.txt", b"b"))
    attach(store, "advisory_case", case_id, a_file(tmp_path, "c.txt", b"c"))
    owners = {(row.name, row.owner_kind) for row in listed(store, "advisory_case", case_id)}
    assert owners == {("a.txt", "note"), ("b.txt", "task"), ("c.txt", "advisory_case")}
    assert [row.name for row in listed(store, "note", note)] == ["a.txt"]


def test_a_copy_has_the_name_of_then_and_replaces_none(store: Store, tmp_path: Path) -> None:
    id_ = case_with_file(store, tmp_path)
    out = tmp_path / "out"
    out.mkdir()
    with store.read() as session:
        paths = [attachments.save_copy(session, id_, out) for _ in range(2)]
    assert [path.name for path in paths] == ["Bescheid.pdf", "Bescheid (2).pdf"]
    assert {path.read_bytes() for path in paths} == {LETTER}


def test_a_copy_to_look_at_bears_no_name_and_goes_with_the_office(store: Store, tmp_path: Path) -> None:
    id_ = case_with_file(store, tmp_path, "Lichtmoos.pdf")
    with store.read() as session:
        copy = attachments.view_copy(session, id_)
    assert copy.read_bytes() == LETTER
    assert copy.name == f"attachment-{id_}.pdf"
    store.close()
    assert not copy.parent.exists()


def test_taking_off_is_undone_with_its_content(store: Store, case_id: int, tmp_path: Path) -> None:
    [id_] = attach(store, "advisory_case", case_id, a_file(tmp_path))
    with store.write("attachment.remove") as session:
        attachments.detach(session, [id_])
    assert listed(store, "advisory_case", case_id) == []
    undo.undo(store)
    [row] = listed(store, "advisory_case", case_id)
    assert row.is_there


def test_several_files_are_one_step(store: Store, case_id: int, tmp_path: Path) -> None:
    attach(store, "advisory_case", case_id, a_file(tmp_path, "a.txt", b"a"), a_file(tmp_path, "b.txt", b"b"))
    undo.undo(store)
    assert listed(store, "advisory_case", case_id) == []


def test_the_history_of_a_case_tells_of_its_documents(store: Store, case_id: int, tmp_path: Path) -> None:
    attach(store, "advisory_case", case_id, a_file(tmp_path))
    with store.read() as session:
        newest = history.of_record(session, "advisory_case", case_id)[0]
    assert (newest.label, newest.table, newest.record) == ("attachment.add", "attachment", "Bescheid.pdf")


# refusals


def test_what_cannot_be_attached_is_said_and_nothing_is_kept(
    store: Store, case_id: int, tmp_path: Path
) -> None:
    folder, empty = tmp_path / "Ordner", a_file(tmp_path, "leer.pdf", b"")
    folder.mkdir()
    kind = "advisory_case"
    assert refused(store, kind, case_id, folder).code == "file_is_folder"
    assert refused(store, kind, case_id, empty).code == "file_empty"
    assert refused(store, kind, case_id, tmp_path / "weg.pdf").code == "file_unreadable"
    assert store.blobs is not None
    assert blobs_in(store.blobs.folder) == []
    assert refused(store, "vocabulary", 1, a_file(tmp_path)).code == "file_no_owner"
    assert refused(store, kind, 99, a_file(tmp_path)).code == "gone"


def test_the_same_document_is_attached_once_to_a_record(store: Store, case_id: int, tmp_path: Path) -> None:
    attach(store, "advisory_case", case_id, a_file(tmp_path))
    error = refused(store, "advisory_case", case_id, a_file(tmp_path, "Kopie.pdf"))
    assert (error.code, error.details) == ("file_twice", {"name": "Kopie.pdf"})


def test_a_document_erased_while_it_is_attached_is_not_left_empty(
    store: Store, case_id: int, tmp_path: Path
) -> None:
    assert store.blobs is not None
    with store.read() as session:
        kept = attachments.keep(session, a_file(tmp_path))
    store.blobs.drop([kept.sha256])
    with store.write("attachment.add") as session:
        error = refusal(lambda: attachments.attach(session, "advisory_case", case_id, [kept]))
    assert error.code == "file_gone_meanwhile"


@pytest.mark.parametrize(("damage", "code"), [("missing", "file_missing"), ("altered", "file_altered")])
def test_a_content_that_is_not_as_it_was_is_told_by_name(
    store: Store, tmp_path: Path, damage: str, code: str
) -> None:
    id_ = case_with_file(store, tmp_path)
    assert store.blobs is not None
    [blob] = blobs_in(store.blobs.folder)
    if damage == "missing":
        blob.unlink()
    else:
        blob.write_bytes(blob.read_bytes()[:-1])
    (tmp_path / "out").mkdir()
    for copy in (
        lambda session: attachments.save_copy(session, id_, tmp_path / "out"),
        lambda session: attachments.view_copy(session, id_),
    ):
        with store.read() as session:
            error = refusal(lambda session=session, copy=copy: copy(session))  # type: ignore[misc]
        assert error.code == code
        assert "Bescheid.pdf" in sentence(error, "de")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_program_is_not_started_from_a_list(store: Store, tmp_path: Path) -> None:
    id_ = case_with_file(store, tmp_path, "Rechnung\u202efdp.EXE")
    with store.read() as session:
        error = refusal(lambda: attachments.view_copy(session, id_))
    assert (error.code, error.details) == ("file_program", {"name": "Rechnungfdp.EXE"})


def test_a_folder_that_takes_no_copy_is_told(store: Store, tmp_path: Path) -> None:
    id_ = case_with_file(store, tmp_path)
    with store.read() as session:
        error = refusal(lambda: attachments.save_copy(session, id_, tmp_path / "gone"))
    assert error.code == "file_copy_failed"


# the profile


@pytest.fixture(scope="module")
def with_file(template: Office, tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("with-file")
    office = template.copy_to(folder / "office")
    opened = office.open()
    case_with_file(opened.store, folder)
    opened.close()
    return office


@pytest.fixture
def profile(with_file: Office, tmp_path: Path) -> Office:
    return with_file.copy_to(tmp_path / "office")


def saved(opened: Opened) -> Backup:
    return make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=LATER)


def codes(opened: Opened, *, deep: bool = True) -> list[str]:
    return [one.code for one in check(opened.folder, opened.key, now=NOW, deep=deep).findings]


def names_the_letter(opened: Opened) -> bool:
    """Tell whether the one document is there and sound."""
    assert opened.store.blobs is not None
    with opened.store.read() as session:
        [sha256] = attached.needed_in(session.connection())
    return opened.store.blobs.verify(sha256) == ""


def test_a_lost_folder_of_documents_comes_back_with_a_restore(profile: Office) -> None:
    opened = profile.open()
    backup = saved(opened)
    opened.close()
    [blob] = blobs_in(profile.place.blobs)
    blob.unlink()
    restore(profile.folder, backup.path, profile.unlock(), now=LATER)
    opened = profile.open()
    assert names_the_letter(opened)
    opened.close()


def test_a_second_place_alone_brings_everything_to_a_new_computer(profile: Office, tmp_path: Path) -> None:
    opened = profile.open()
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = copy_to(saved(opened), stick)
    opened.close()
    moved = Office(tmp_path / "new", profile.code, MemoryKeyring())
    restore(moved.folder, copy, moved.unlock(code=profile.code), now=LATER)
    opened = moved.open(code=profile.code)
    assert names_the_letter(opened)
    opened.close()


def test_documents_of_a_file_set_aside_are_kept_as_long_as_it(profile: Office) -> None:
    opened = profile.open()
    backup = saved(opened)
    kept = profile.place.backups / "blobs"
    opened.close()
    aside = restore(profile.folder, backup.path, profile.unlock(), now=LATER)
    assert aside is not None
    backup.path.unlink()
    opened = profile.open()
    rotate(opened.folder, opened.key, LATER)
    assert len(blobs_in(kept)) == 1
    rotate(opened.folder, opened.key, LATER + 400 * OLDEST)
    assert blobs_in(kept) == []
    opened.close()


def test_erasing_takes_the_documents_of_a_person_and_leaves_shared_ones(
    opened: Opened, tmp_path: Path
) -> None:
    with opened.store.write("person.add") as session:
        person = a_person(session)
    attach(opened.store, "person", person, a_file(tmp_path, "Foto.jpg", b"Foto"))
    attach(opened.store, "person", person, a_file(tmp_path, "Bescheid.pdf"))  # the case has it too
    assert len(blobs_in(opened.folder.blobs)) == 2
    erasure.erase_person(opened.store, person)
    assert len(blobs_in(opened.folder.blobs)) == 1
    assert names_the_letter(opened)


def test_a_restore_does_not_bring_documents_of_erased_people_back(profile: Office, tmp_path: Path) -> None:
    opened = profile.open()
    with opened.store.write("person.add") as session:
        person = a_person(session)
    attach(opened.store, "person", person, a_file(tmp_path, "Foto.jpg", b"Foto"))
    backup = saved(opened)
    erasure.erase_person(opened.store, person)
    opened.close()
    restore(profile.folder, backup.path, profile.unlock(), now=LATER)
    assert len(blobs_in(profile.place.blobs)) == 1


def test_the_check_finds_missing_and_altered_documents_and_mends_them(opened: Opened) -> None:
    assert codes(opened) == []
    saved(opened)
    [blob] = blobs_in(opened.folder.blobs)
    content = blob.read_bytes()
    blob.unlink()  # else the copy beside the backups, another name of it, would change as well
    assert codes(opened, deep=False) == ["check_files_missing"]
    blob.write_bytes(content[:-1])
    assert codes(opened, deep=False) == []
    assert codes(opened) == ["check_files_altered"]
    repair(opened.folder, opened.key, Repair.BLOBS, now=LATER)
    assert codes(opened) == []
    assert names_the_letter(opened)


def test_what_no_backup_has_stays_a_finding(opened: Opened) -> None:
    [blob] = blobs_in(opened.folder.blobs)
    blob.unlink()
    repair(opened.folder, opened.key, Repair.BLOBS, now=LATER)
    assert codes(opened) == ["check_files_missing"]


def test_a_document_goes_when_its_removal_can_no_longer_be_undone(opened: Opened) -> None:
    assert opened.store.blobs is not None
    with opened.store.read() as session:
        id_ = session.scalar(text("SELECT id FROM attachment"))
    assert id_ is not None
    with opened.store.write("attachment.remove") as session:
        attachments.detach(session, [id_])

    def swept() -> int:
        assert opened.store.blobs is not None
        with opened.store.read() as session:
            needed = attached.needed_in(session.connection())
        return opened.store.blobs.sweep(needed, now=4e9)

    assert swept() == 0
    with opened.store.maintain() as connection:
        connection.exec_driver_sql("UPDATE change_set SET final=1")
    assert swept() == 1
    assert codes(opened) == []


def test_what_a_crash_left_is_swept_and_what_is_needed_stays(opened: Opened, tmp_path: Path) -> None:
    with opened.store.read() as session:
        attachments.keep(session, a_file(tmp_path, "a.txt", b"never attached"))
    (opened.folder.blobs / "new-00").write_bytes(b"half")
    offices.tend_files(opened)
    assert len(blobs_in(opened.folder.blobs)) == 3  # young: a row may be on its way
    for path in blobs_in(opened.folder.blobs):
        os.utime(path, (0, 0))
    offices.tend_files(opened)
    assert len(blobs_in(opened.folder.blobs)) == 1
    assert names_the_letter(opened)


def test_a_rehearsal_notices_documents_that_no_backup_has(opened: Opened) -> None:
    backup = saved(opened)
    went = rehearsing.rehearse_if_due(opened, now=LATER)
    assert went is not None
    assert went.failure is None
    for blob in blobs_in(opened.folder.backups / "blobs"):
        blob.unlink()
    later = LATER + timedelta(days=8)
    again = rehearsing.rehearse_if_due(replace(opened), now=later)
    assert again is not None
    assert (again.trouble, again.file) == ("file_missing", backup.path.name)
    assert names_the_letter(opened)

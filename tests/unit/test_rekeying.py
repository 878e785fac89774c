"""Another key: all opens with it, nothing with the old one; a change cut short leaves one of the two."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kts_desktop.core.errors import StorageError, UserFacingError
from kts_desktop.services import offices
from kts_desktop.storage import attached, erasures, keys, pending_key, rekeying, sidecar
from kts_desktop.storage.backup import examine, make_backup
from kts_desktop.storage.backup_notes import latest_checked
from kts_desktop.storage.blobs import Blobs
from kts_desktop.storage.check import check, repair
from kts_desktop.storage.connect import connect
from kts_desktop.storage.creating import create_demo_profile, create_profile
from kts_desktop.storage.findings import Repair
from kts_desktop.storage.keys import KeySources, NoKeyring
from kts_desktop.storage.laptop_secret import LaptopSecret, SecretPlace
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.rekeying import Rekeyed, rekey
from kts_desktop.storage.restore import restore
from kts_desktop.storage.rotation import BackupKind
from tests.helpers.build_files import blobs_in, case_with_file
from tests.helpers.day import NOW
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.profiles import (
    CHEAP,
    KEPT,
    PASSPHRASE,
    Office,
    as_nobody,
    make_office,
    note_titles,
    refusal,
    titles,
)

NEW = "ein ganz anderer Satz"
UID = bytes(range(16))
WAYS: dict[str, Callable[[Office], Opened]] = {
    "keyring": Office.open,
    "passphrase": lambda office: office.open(passphrase=PASSPHRASE),
    "code": lambda office: office.open(code=office.code),
}


@pytest.fixture
def office(template: Office, tmp_path: Path) -> Office:
    return template.copy_to(tmp_path / "office")


def change(office: Office, passphrase: str | None = NEW, *, opened: Opened | None = None) -> Rekeyed:
    told: list[str] = []
    sources = KeySources(keyring=office.keyring, cost=CHEAP)
    changed = rekey(
        opened or office.open(), sources=sources, tell=told.append, passphrase=passphrase, now=NOW
    )
    assert told == [changed.recovery_code]
    assert changed.notes == ()
    return changed


def keep_silent(_code: str) -> None:
    """Take a new code that no test asks for."""


def entries(office: Office) -> dict[str, str]:
    assert isinstance(office.keyring, MemoryKeyring)
    return office.keyring.entries


def half_way(office: Office, *, is_turned: bool) -> str:
    """Leave a change of key as a power cut would leave it, and return the new code."""
    opened = office.open()
    opened.close()
    assert opened.key is not None
    sources = KeySources(keyring=office.keyring, cost=CHEAP)
    plan = rekeying._prepared(office.place, opened.key, sources, NEW)
    keys.remember(office.keyring, keys.next_user(plan.known.uid), plan.new)
    sidecar.write(office.place.sidecar, plan.known)
    if is_turned:
        pending_key.turn(office.database, plan.old, plan.new)
    return plan.code


def test_the_new_secrets_open_and_the_old_ones_do_not(office: Office) -> None:
    first = sidecar.read(office.place.sidecar)
    code = change(office).recovery_code
    known = sidecar.read(office.place.sidecar)
    assert known.uid == first.uid
    assert known.check != first.check
    assert known.pending is None
    assert titles(office) == KEPT  # by the keyring
    assert list(entries(office)) == [known.uid]
    assert titles(office, passphrase=NEW) == titles(office, code=code) == KEPT
    assert refusal(lambda: office.open(code=office.code)).code == "wrong_recovery"
    assert refusal(lambda: office.open(passphrase=PASSPHRASE)).code == "wrong_passphrase"


def test_the_old_key_reads_nothing_of_the_file(office: Office) -> None:
    opened = office.open()
    assert opened.key is not None
    change(office, opened=opened)
    assert not pending_key.opens(office.database, opened.key)


def test_a_backup_of_before_and_one_of_after_are_kept(office: Office) -> None:
    opened = office.open()
    change(office, opened=opened)
    again = office.open()
    again.close()
    newest, before = (latest_checked(office.place, one.key) for one in (again, opened))
    assert newest is not None
    assert before is not None
    assert examine(newest.path, again.key)["note"] == examine(before.path, opened.key)["note"] == 1


def test_what_was_erased_stays_erased_in_backups_of_before(office: Office) -> None:
    opened = office.open()
    with opened.store.read() as session:
        uid = session.connection().exec_driver_sql("SELECT uid FROM note").scalar_one()
    erasures.note_erased(office.place, opened.key, [UID])
    change(office, opened=opened)
    again = office.open()
    again.close()
    assert erasures.erased_records(office.place, again.key) == {UID}
    erasures.note_erased(office.place, again.key, [uid])  # under the new key only
    before = latest_checked(office.place, opened.key)
    assert before is not None
    restore(office.folder, before.path, office.unlock(code=office.code), now=NOW)
    assert titles(office, code=office.code) == []


def test_without_a_keyring_the_code_opens(tmp_path: Path) -> None:
    office = make_office(tmp_path / "office", NoKeyring(), passphrase=None)
    code = change(office, None, opened=office.open(code=office.code)).recovery_code
    assert titles(office, code=code) == KEPT
    assert refusal(lambda: office.open(code=office.code)).code == "wrong_recovery"


def test_a_profile_with_a_passphrase_asks_for_one(office: Office) -> None:
    assert refusal(lambda: change(office, None)).code == "rekey_passphrase"
    assert refusal(lambda: change(office, "kurz")).code == "passphrase_short"
    assert titles(office, code=office.code) == KEPT


def test_the_secret_of_a_laptop_without_keyring_follows_to_the_new_key(office: Office) -> None:
    secret = LaptopSecret(key=bytes(range(32)), replica=b"r" * 16, seq=7)
    before = office.open(passphrase=PASSPHRASE)
    place = SecretPlace(folder=office.place, uid=before.known.uid, key=before.key, keyring=NoKeyring())
    place.keep(secret)
    before.close()
    change(office)
    after = office.open(passphrase=NEW)
    assert after.key != before.key
    assert replace(place, key=after.key).look_up() == secret
    after.close()


def test_documents_follow_to_the_new_key(office: Office, tmp_path: Path) -> None:
    opened = office.open()
    case_with_file(opened.store, tmp_path)
    before = blobs_in(office.place.blobs)
    change(office, opened=opened)
    after = blobs_in(office.place.blobs)
    assert len(after) == len(before) == 1
    assert after != before
    assert sidecar.read(office.place.sidecar).former == b""
    assert letter_is_sound(office, passphrase=NEW)


@pytest.mark.parametrize("ending", ["at once", "with the next backup", "by the check", "by the next change"])
def test_documents_that_could_not_follow_stay_readable_and_follow_later(
    office: Office, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageError("file_no_room")

    opened = office.open()
    case_with_file(opened.store, tmp_path)
    sources = KeySources(keyring=office.keyring, cost=CHEAP)
    with monkeypatch.context() as faulty:
        faulty.setattr(Blobs, "rewrap", full)
        changed = rekey(opened, sources=sources, tell=keep_silent, passphrase=NEW, now=NOW)
    assert [note.code for note in changed.notes] == ["rekey_files_later"]
    assert letter_is_sound(office, passphrase=NEW)
    opened = office.open(passphrase=NEW)
    if ending == "with the next backup":
        offices.back_up_if_due(opened)
    elif ending == "by the check":
        assert opened.key is not None
        assert [one.code for one in check(opened.folder, opened.key, now=NOW).findings] == [
            "check_files_former"
        ]
        repair(opened.folder, opened.key, Repair.BLOBS, now=NOW)
    elif ending == "by the next change":
        changed = rekey(opened, sources=sources, tell=keep_silent, passphrase=NEW, now=NOW)
        assert changed.notes == ()
    opened.close()
    assert (sidecar.read(office.place.sidecar).former == b"") == (ending != "at once")
    assert letter_is_sound(office, passphrase=NEW)


def test_a_change_completed_at_the_next_opening_takes_the_documents_along(
    office: Office, tmp_path: Path
) -> None:
    opened = office.open()
    case_with_file(opened.store, tmp_path)
    opened.close()
    code = half_way(office, is_turned=True)
    entries(office).clear()
    again = office.open(code=code)
    assert [note.code for note in again.notes] == ["rekey_completed"]
    offices.tend_files(again)
    again.close()
    assert letter_is_sound(office, code=code)


def test_an_altered_document_is_told_and_hinders_nothing(office: Office, tmp_path: Path) -> None:
    opened = office.open()
    case_with_file(opened.store, tmp_path)
    [blob] = blobs_in(office.place.blobs)
    blob.write_bytes(blob.read_bytes()[:-1])
    sources = KeySources(keyring=office.keyring, cost=CHEAP)
    changed = rekey(opened, sources=sources, tell=keep_silent, passphrase=NEW, now=NOW)
    assert [(note.code, note.details) for note in changed.notes] == [("rekey_files_altered", {"count": 1})]
    assert sidecar.read(office.place.sidecar).former == b""


def test_backups_of_before_and_after_bring_their_documents(office: Office, tmp_path: Path) -> None:
    opened = office.open()
    case_with_file(opened.store, tmp_path)
    before = make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=NOW)
    change(office, opened=opened)
    for blob in blobs_in(office.place.blobs):
        blob.unlink()
    again = office.open(passphrase=NEW)
    again.close()
    after = latest_checked(office.place, again.key)
    assert after is not None
    restore(office.folder, after.path, office.unlock(passphrase=NEW), now=NOW)
    assert letter_is_sound(office, passphrase=NEW)
    restore(office.folder, before.path, office.unlock(passphrase=PASSPHRASE), now=NOW)
    assert letter_is_sound(office, passphrase=PASSPHRASE)


def letter_is_sound(office: Office, *, passphrase: str | None = None, code: str | None = None) -> bool:
    """Open the profile and read its one document through."""
    opened = office.open(passphrase=passphrase, code=code)
    assert opened.store.blobs is not None
    with opened.store.read() as session:
        [sha256] = attached.needed_in(session.connection())
    opened.close()
    return opened.store.blobs.verify(sha256) == ""


def test_a_demo_and_a_plain_profile_have_no_key_to_change(tmp_path: Path) -> None:
    demo = create_demo_profile(tmp_path / "demo", now=NOW).opened
    plain = create_profile(tmp_path / "plain", keys=KeySources(keyring=NoKeyring()), plain=True, now=NOW)
    office = Office(tmp_path, "", NoKeyring())
    assert refusal(lambda: change(office, opened=demo)).code == "rekey_demo"
    assert refusal(lambda: change(office, opened=plain.opened)).code == "not_encrypted"


def test_a_folder_that_cannot_be_written_keeps_its_key(office: Office) -> None:
    with as_nobody(office.folder):
        assert refusal(lambda: change(office)).code == "rekey_read_only"
    assert titles(office, code=office.code) == KEPT


@pytest.mark.parametrize("trouble", [OSError(28, "full"), StorageError("io_error"), KeyboardInterrupt()])
def test_what_fails_after_the_file_was_turned_is_taken_back(
    office: Office, trouble: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise trouble

    with monkeypatch.context() as faulty:
        faulty.setattr(rekeying, "_compare", fail)
        with pytest.raises((UserFacingError, KeyboardInterrupt)) as failed:
            change(office)
    assert isinstance(failed.value, KeyboardInterrupt) or "rekey_failed" in str(failed.value)
    assert sidecar.read(office.place.sidecar).pending is None
    assert titles(office, code=office.code) == titles(office, passphrase=PASSPHRASE) == titles(office) == KEPT
    assert len(entries(office)) == 1


def test_a_code_that_could_not_be_told_is_not_put_in_force(office: Office) -> None:
    def tell(_code: str) -> None:
        raise BrokenPipeError(32, "gone")

    opened = office.open()
    sources = KeySources(keyring=office.keyring, cost=CHEAP)
    failure = refusal(lambda: rekey(opened, sources=sources, tell=tell, passphrase=NEW, now=NOW))
    assert failure.code == "rekey_failed"
    assert titles(office, code=office.code) == KEPT


# cut short


@pytest.mark.parametrize("is_turned", [False, True])
@pytest.mark.parametrize("way", WAYS)
def test_old_secrets_open_a_change_cut_short_and_undo_it(
    office: Office, way: str, *, is_turned: bool
) -> None:
    half_way(office, is_turned=is_turned)
    if way != "keyring":
        entries(office).clear()
    opened = WAYS[way](office)
    assert note_titles(opened.store) == KEPT
    assert {note.code for note in opened.notes} == {"rekey_undone"}
    opened.close()
    assert sidecar.read(office.place.sidecar).pending is None
    assert titles(office, code=office.code) == KEPT
    assert all(not user.endswith(".next") for user in entries(office))
    change(office)
    assert titles(office, passphrase=NEW) == KEPT


@pytest.mark.parametrize("way", WAYS)
def test_new_secrets_alone_complete_a_change_cut_short(office: Office, way: str) -> None:
    code = half_way(office, is_turned=True)
    user = sidecar.read(office.place.sidecar).uid
    secret = entries(office)[keys.next_user(user)]
    entries(office).clear()
    if way == "keyring":
        entries(office)[keys.next_user(user)] = secret
    given = {"keyring": (None, None), "passphrase": (NEW, None), "code": (None, code)}[way]
    opened = office.open(passphrase=given[0], code=given[1])
    assert {note.code for note in opened.notes} == {"rekey_completed"}
    opened.close()
    assert titles(office, passphrase=NEW) == titles(office, code=code) == titles(office) == KEPT


def test_a_transaction_cut_short_is_rolled_back_first(office: Office, tmp_path: Path) -> None:
    half_way(office, is_turned=False)
    opened_key = keys.DataKey.from_hex(entries(office)[sidecar.read(office.place.sidecar).uid])
    assert opened_key is not None
    with closing(connect(office.database, opened_key.database)) as writer:
        writer.execute("PRAGMA journal_mode=DELETE")
        writer.execute("PRAGMA cache_spill=1")
        writer.execute("PRAGMA cache_size=1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE meta SET value=value || 'x'")
        writer.execute("CREATE TABLE spilled AS SELECT hex(randomblob(3000)) x FROM sqlite_master")
        frozen = {path.name: path.read_bytes() for path in office.folder.glob("kts.db*")}
        writer.execute("ROLLBACK")
    assert "kts.db-journal" in frozen
    for name, content in frozen.items():
        (office.folder / name).write_bytes(content)
    assert titles(office, code=office.code) == KEPT


def test_a_wrong_secret_changes_nothing_of_a_change_cut_short(office: Office) -> None:
    half_way(office, is_turned=True)
    entries(office).clear()
    before = office.place.sidecar.read_bytes(), office.database.read_bytes()
    assert refusal(lambda: office.open(passphrase="etwas Falsches")).code == "wrong_passphrase"  # noqa: S106
    assert refusal(office.open).code == "keyring_empty_passphrase"
    assert (office.place.sidecar.read_bytes(), office.database.read_bytes()) == before
    assert titles(office, code=office.code) == KEPT


def test_the_keyring_that_did_not_hear_of_the_end_is_told(office: Office) -> None:
    old = dict(entries(office))
    change(office)
    ((user, secret),) = entries(office).items()
    entries(office).update({**old, keys.next_user(user): secret})
    assert titles(office) == KEPT
    assert entries(office) == {user: secret}


def test_a_change_cut_short_can_be_looked_at_where_nothing_can_be_written(office: Office) -> None:
    half_way(office, is_turned=True)
    with as_nobody(office.folder):
        opened = office.open()
        assert opened.is_read_only
        assert note_titles(opened.store) == KEPT
        opened.close()
    assert sidecar.read(office.place.sidecar).pending is not None


def test_damage_under_a_change_cut_short_offers_the_backup(office: Office) -> None:
    half_way(office, is_turned=False)
    content = bytearray(office.database.read_bytes())
    content[100] ^= 1
    office.database.write_bytes(content)
    assert refusal(office.open).code == "damaged_restorable"
    office.database.unlink()
    assert refusal(office.open).code == "missing_restorable"


def test_a_bridge_of_another_key_counts_as_a_damaged_sidecar(office: Office) -> None:
    half_way(office, is_turned=True)
    known = sidecar.read(office.place.sidecar)
    assert known.pending is not None
    torn = replace(known, pending=replace(known.pending, bridge=bytes(60)))
    sidecar.write(office.place.sidecar, torn)
    assert refusal(office.open).code == "sidecar_damaged"


def test_a_file_that_is_being_read_is_not_turned(office: Office) -> None:
    opened = office.open()
    opened.close()
    assert opened.key is not None
    new = keys.DataKey.new()
    with closing(connect(office.database, opened.key.database)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM note").fetchone()
        assert not is_turned_at_once(office, opened.key, new)
        reader.execute("ROLLBACK")
    assert pending_key.opens(office.database, opened.key)


def is_turned_at_once(office: Office, old: keys.DataKey, new: keys.DataKey) -> bool:
    try:
        pending_key.turn(office.database, old, new)
    except Exception as error:  # noqa: BLE001 - the engine's or ours, as the mode of the journal has it
        assert "lock" in str(error) or "busy" in str(error)  # noqa: PT017
        return False
    return True

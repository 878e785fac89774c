"""Erasing for good: the name is nowhere, not in free pages either, and nothing brings it back."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text
from sqlcipher3 import dbapi2

from kts_desktop.core.errors import RefusedError
from kts_desktop.models.vocab import ChangeKind, PersonId
from kts_desktop.services import bulk, dump, erasure, offices, persons, search
from kts_desktop.services.persons import PersonDraft
from kts_desktop.storage import erasing, undo
from kts_desktop.storage.backup import make_backup
from kts_desktop.storage.check import check
from kts_desktop.storage.connect import connect
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.restore import restore
from kts_desktop.storage.rotation import BackupKind
from kts_desktop.storage.store import Store
from tests.helpers.build_contacts import a_person
from tests.helpers.build_erasure import (
    CHILDREN,
    MARK,
    WORD,
    Planter,
    files_with_the_word,
    holds,
    key_of,
    places,
    raw_pages,
)
from tests.helpers.build_events import START
from tests.helpers.day import NOW
from tests.helpers.profiles import Office, refusal


def take_samples(store: Store) -> None:
    with store.maintain() as connection:
        connection.exec_driver_sql("ANALYZE")


def fetch(store: Store, statement: str) -> list[tuple[object, ...]]:
    with store.maintain() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(statement)]


def test_the_name_of_an_erased_person_is_nowhere(opened: Opened) -> None:
    person = Planter(opened.store).person()
    take_samples(opened.store)
    before = places(opened.store)
    assert {"person", "special_need", "registration", "change", "draft", "sqlite_stat4"} <= before
    assert {"person_terms", "person_fts_data"} <= before
    erasure.erase_person(opened.store, person)
    assert places(opened.store) == set()
    assert files_with_the_word(opened) == set()
    with opened.store.read() as session:
        assert not [line for line in dump.lines(session) if holds(line)]
        assert search.find(session, WORD, 5) == []


def test_whoever_came_in_a_list_leaves_nothing_either(opened: Opened) -> None:
    drafts = [PersonDraft(family_name=name) for name in (f"{WORD}a", f"{WORD}", "Ahornthal")]
    people = [bulk.PersonAt(draft=draft) for draft in drafts]
    ids, _ = opened.store.run("import.csv", lambda session: bulk.add_people(session, people))
    assert {"person", "person_fts_data"} <= places(opened.store)
    for person in ids[:2]:
        erasure.erase_person(opened.store, PersonId(person))
    assert places(opened.store) == set()
    assert files_with_the_word(opened) == set()


def test_a_plain_copy_of_the_file_and_a_backup_made_afterwards_do_not_hold_it(
    opened: Opened, tmp_path: Path
) -> None:
    erasure.erase_person(opened.store, Planter(opened.store).person())
    plain = tmp_path / "plain.db"
    connection = connect(opened.folder.database, key_of(opened))
    connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
    connection.execute("SELECT sqlcipher_export('plain')")
    connection.execute("DETACH DATABASE plain")
    connection.close()
    assert MARK not in raw_pages(plain, None).lower()
    saved = make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=NOW)
    assert MARK not in raw_pages(saved.path, key_of(opened)).lower()


def _skip(*_args: object, **_kw: object) -> None:
    """Do nothing: a fault planted in place of a step."""


def _stay(_store: Store) -> bool:
    return True


def _no_overwriting(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA secure_delete=OFF")


def _no_secure_index(connection: Connection) -> None:
    connection.exec_driver_sql("INSERT INTO person_fts(person_fts, rank) VALUES('secure-delete', 0)")


@pytest.mark.parametrize("step", ["_forget", "_blank", "_drop_samples"])
def test_a_step_left_out_is_seen(opened: Opened, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    person = Planter(opened.store).person()
    take_samples(opened.store)
    monkeypatch.setattr(erasing, step, _skip)
    erasure.erase_person(opened.store, person)
    assert places(opened.store) != set()


@pytest.mark.parametrize("fault", [_no_overwriting, _no_secure_index])
def test_a_page_not_overwritten_is_seen(opened: Opened, fault: Callable[[Connection], None]) -> None:
    person = Planter(opened.store).person()
    with opened.store.maintain() as connection:
        fault(connection)
    erasure.erase_person(opened.store, person)
    assert files_with_the_word(opened) == {"file"}


def test_a_log_not_emptied_is_seen(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    person = Planter(opened.store).person()
    with monkeypatch.context() as patch:
        patch.setattr(Store, "empty_log", _stay)
        erasure.erase_person(opened.store, person)
    assert files_with_the_word(opened) == {"log"}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(children=st.lists(st.sampled_from(CHILDREN), max_size=12))
def test_whatever_a_person_has_goes_along_and_nothing_else(opened: Opened, children: list[str]) -> None:
    planter = Planter(opened.store)
    with opened.store.read() as session:
        before = sum(1 for _ in dump.lines(session))
    person = planter.person(tuple(children))
    staying = sum(children.count(one) for one in ("task", "measure", "membership_of_body", "registration"))
    staying += children.count("special_need") + 2 * children.count("step")  # a need goes, a step stays
    erasure.erase_person(opened.store, person)
    assert places(opened.store) == set()
    assert fetch(opened.store, "PRAGMA foreign_key_check") == []
    with opened.store.read() as session:
        assert sum(1 for _ in dump.lines(session)) == before + staying


def test_a_profile_after_an_erasure_is_sound(opened: Opened) -> None:
    erasure.erase_person(opened.store, Planter(opened.store).person())
    assert check(opened.folder, opened.key, now=NOW, deep=True).findings == ()


def test_a_registration_stays_in_the_counts_without_its_name(opened: Opened) -> None:
    person = Planter(opened.store).person(("registration", "special_need"))
    erasure.erase_person(opened.store, person)
    rows = fetch(opened.store, "SELECT person_id, typed_name, badge_text, remark, state FROM registration")
    assert rows == [(None, "", "", "", "requested")] * 2
    assert fetch(opened.store, "SELECT count(*) FROM special_need") == [(0,)]


def test_an_older_backup_does_not_bring_the_person_back(profile: Office) -> None:
    opened = profile.open()
    person = Planter(opened.store).person()
    saved = make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=NOW)
    assert MARK in raw_pages(saved.path, key_of(opened)).lower()
    erasure.erase_person(opened.store, person)
    opened.close()
    restore(profile.folder, saved.path, profile.unlock(), now=NOW + timedelta(hours=1))
    opened = profile.open()
    try:
        assert places(opened.store) == set()
        assert files_with_the_word(opened) == set()
        assert fetch(opened.store, "PRAGMA foreign_key_check") == []
    finally:
        opened.close()


def test_an_erasure_is_one_final_step_that_names_nobody(opened: Opened) -> None:
    person = Planter(opened.store).person()
    erasure.erase_person(opened.store, person)
    statement = f"SELECT label, args, final FROM change_set WHERE kind={ChangeKind.ERASE.value}"
    assert fetch(opened.store, statement) == [("person.erase", None, 1)]
    assert fetch(opened.store, "SELECT tx, mode FROM journal_ctx") == [(None, 0)]


def test_steps_that_lost_something_are_passed_over_by_undo(opened: Opened) -> None:
    planter = Planter(opened.store)
    with opened.store.write("task.add") as session:
        kept = a_person(session, "Ahorn")
    person = planter.person()
    with opened.store.write("person.delete") as session:
        persons.delete(session, [person])
    with opened.store.write("task.edit") as session:
        session.execute(text("UPDATE task SET person_id=NULL"))
    erasure.erase_person(opened.store, person)
    undo.undo(opened.store)
    assert fetch(opened.store, f"SELECT deleted_at IS NULL FROM person WHERE id={kept}") == [(0,)]
    assert fetch(opened.store, "SELECT person_id FROM task") == [(None,)]


def test_with_nothing_left_to_undo_it_is_refused(opened: Opened) -> None:
    with opened.store.write("person.add") as session:
        person = a_person(session, WORD)
    erasure.erase_person(opened.store, person)
    with opened.store.maintain() as connection:
        connection.exec_driver_sql("UPDATE change_set SET final=1 WHERE label='note.log'")
    assert refusal(lambda: undo.undo(opened.store)).code == "nothing_to_undo"


def test_what_is_erased_waits_for_the_colleagues(opened: Opened) -> None:
    planter = Planter(opened.store)
    person = planter.person(("affiliation", "task"))
    uids = fetch(opened.store, "SELECT uid FROM affiliation UNION ALL SELECT uid FROM person WHERE id=2")
    erasure.erase_person(opened.store, person)
    assert sorted(fetch(opened.store, "SELECT rec FROM sync_erased WHERE rep IS NULL")) == sorted(uids)
    last = "SELECT own, fld, old, new FROM change ORDER BY seq DESC LIMIT 2"
    assert {row[:1] + row[2:] for row in fetch(opened.store, last)} == {(1, None, None)}


def test_other_records_that_name_the_person_are_listed(opened: Opened) -> None:
    planter = Planter(opened.store)
    person = planter.person()
    with opened.store.write("note.edit") as session:
        session.execute(text("UPDATE note SET text='Rückruf bei Frau XQZVENDELs Büro erbeten'"))
        session.execute(text("UPDATE task SET title='Xqzvendelstein bestellen'"))
        a_person(session, WORD, remark="Namensvetter")
    found = erasure.erase_person(opened.store, person).mentions
    assert {(one.kind, one.field) for one in found} == {("note", "text")}
    assert "Frau XQZVENDELs Büro" in found[0].excerpt


def test_redacting_makes_the_history_forget_what_was_edited(opened: Opened) -> None:
    planter = Planter(opened.store)
    for words in (f"Gespräch mit {WORD}", "Gespräch mit der Leitung"):
        with opened.store.write("note.edit") as session:
            session.execute(
                text("UPDATE note SET text=:words WHERE id=:id"), {"words": words, "id": planter.note}
            )
    [(uid,)] = fetch(opened.store, f"SELECT uid FROM note WHERE id={planter.note}")
    assert isinstance(uid, bytes)
    assert places(opened.store) == {"change"}
    erasure.redact(opened.store, "note", uid, "text")
    assert places(opened.store) == set()
    assert files_with_the_word(opened) == set()
    assert fetch(opened.store, f"SELECT text FROM note WHERE id={planter.note}") == [
        ("Gespräch mit der Leitung",)
    ]
    assert check(opened.folder, opened.key, now=NOW, deep=True).findings == ()


def test_a_field_that_is_not_there_cannot_be_redacted(opened: Opened) -> None:
    assert refusal(lambda: erasure.redact(opened.store, "note", b"", "colour")).code == "field_unknown"


def test_special_needs_go_fourteen_days_after_the_event(opened: Opened) -> None:
    Planter(opened.store).person(("special_need",))
    end = START + timedelta(hours=7)
    assert not erasure.erase_due_needs(opened.store, end + timedelta(days=13))
    changes = erasure.erase_due_needs(opened.store, end + timedelta(days=14))
    assert changes.concerns("special_need")
    assert "special_need" not in places(opened.store)
    assert fetch(opened.store, "SELECT count(*) FROM change WHERE tbl=34") == [(0,)]


def test_the_daily_backup_erases_what_is_due_first(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    Planter(opened.store).person(("special_need",))
    monkeypatch.setattr(offices, "utc_now", lambda: START + timedelta(days=30))
    made = offices.back_up_if_due(opened)
    assert made is not None
    assert fetch(opened.store, "SELECT count(*) FROM special_need") == [(0,)]


def test_a_failure_on_the_way_erases_nothing(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_connection: Connection) -> None:
        raise RefusedError("nothing_to_undo")

    person = Planter(opened.store).person()
    monkeypatch.setattr(erasing, "_drop_samples", fail)
    with pytest.raises(RefusedError):
        erasure.erase_person(opened.store, person)
    assert fetch(opened.store, "SELECT count(*) FROM sync_erased") == [(0,)]
    assert fetch(opened.store, "SELECT tx, mode FROM journal_ctx") == [(None, 0)]
    assert not opened.folder.erased.exists()


def test_a_store_without_a_profile_does_not_erase(store: Store) -> None:
    with pytest.raises(RuntimeError, match="no profile"):
        erasing.erase(store, "person", [b"x" * 16], "person.erase")


def test_a_table_nothing_is_known_of_is_refused(opened: Opened) -> None:
    with pytest.raises(ValueError, match="organisation"):
        erasing.erase(opened.store, "organisation", [b"x" * 16], "person.erase")


def test_the_day_the_last_backup_goes_is_known(opened: Opened) -> None:
    assert opened.store.ledger is not None
    make_backup(opened.folder, opened.key, BackupKind.UPGRADE, now=NOW)
    assert opened.store.ledger.backups_until(NOW) == NOW + timedelta(days=90)


def test_an_erased_id_never_comes_in_again(opened: Opened) -> None:
    planter = Planter(opened.store)
    [(uid,)] = fetch(opened.store, f"SELECT uid FROM person WHERE id={planter.other}")
    assert isinstance(uid, bytes)
    erasing.erase(opened.store, "person", [uid], "person.erase")
    with pytest.raises(dbapi2.IntegrityError, match="erased-id"), opened.store.maintain() as connection:
        connection.exec_driver_sql("UPDATE journal_ctx SET tx=1, mode=1")
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute(
            "INSERT INTO duplicate_verdict(uid,left_id,right_id,source,created_at,updated_at) "
            "VALUES(?,0,0,'',0,0)",
            (uid,),
        )

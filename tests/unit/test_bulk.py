"""Whole lists in one step: as typed one by one, only faster."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from kts_desktop.core.errors import ValidationError
from kts_desktop.models.task import Task
from kts_desktop.services import bulk, case_lists, erasure, notes
from kts_desktop.services.notes import NoteDraft
from kts_desktop.services.organisations import OrganisationDraft
from kts_desktop.services.persons import PersonDraft
from kts_desktop.storage import bulk as stored
from kts_desktop.storage import search, undo
from kts_desktop.storage.check import check
from kts_desktop.storage.journal import RefusedRowsError
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.store import Store, changes_of
from tests.helpers.build import NOON, a_case
from tests.helpers.build_contacts import a_person
from tests.helpers.day import NOW

texts = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1).filter(str.strip),
    min_size=1,
    max_size=6,
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=texts)
def test_a_list_is_kept_indexed_and_journaled_like_single_records(store: Store, typed: list[str]) -> None:
    drafts = [NoteDraft(text=one, happened_at=NOON) for one in typed]
    with store.write("import.csv") as session:
        ids = bulk.add_notes(session, drafts)
    assert changes_of(session).ids("note") == set(ids)
    with store.write("note.add") as session:
        single = [notes.add(session, draft) for draft in drafts]
    with store.read() as session:
        for one, other in zip(ids, single, strict=True):
            assert _kept(session, one) == _kept(session, other)


def _kept(session: Session, id_: int) -> list[object]:
    row = session.execute(
        text("SELECT kind, text, title, source, happened_at FROM note WHERE id=:id"), {"id": id_}
    ).one()
    return [str(value).strip() for value in row]


def test_what_came_in_as_a_list_is_found_at_once(store: Store) -> None:
    drafts = [NoteDraft(text=f"Straßenbeleuchtung {n}", happened_at=NOON) for n in range(50)]
    store.run("import.csv", lambda session: bulk.add_notes(session, drafts))
    store.run("note.add", lambda session: notes.add(session, NoteDraft(text="Strassenbau", happened_at=NOON)))
    with store.read() as session:
        assert len(search.ids_matching(session, "note", "strassenb", 100)) == 51


def test_undo_takes_a_whole_list_back(store: Store) -> None:
    people = [bulk.PersonAt(draft=PersonDraft(family_name=f"Lichtmoos {n}")) for n in range(200)]
    store.run("import.csv", lambda session: bulk.add_people(session, people))
    undo.undo(store)
    with store.read() as session:
        assert session.scalar(text("SELECT count(*) FROM person WHERE deleted_at IS NULL")) == 0
        assert search.ids_matching(session, "person", "lichtmoos", 10) == []


def test_one_wrong_entry_refuses_the_list(store: Store) -> None:
    drafts = [OrganisationDraft(name="Zwönitz"), OrganisationDraft(name=" ")]
    with pytest.raises(ValidationError), store.write("import.csv") as session:
        bulk.add_bodies(session, drafts)
    with store.read() as session:
        assert session.scalar(text("SELECT count(*) FROM organisation")) == 0
        assert session.scalar(text("SELECT count(*) FROM sqlite_master WHERE name='organisation_fi'")) == 1


def test_a_cancelled_import_leaves_nothing(store: Store) -> None:
    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    drafts = [NoteDraft(text="eins", happened_at=NOON)]
    with pytest.raises(InterruptedError), store.write("import.csv") as session:
        bulk.add_notes(session, drafts, stop)
    with store.read() as session:
        assert session.scalar(text("SELECT count(*) FROM note")) == 0
        assert session.scalar(text("SELECT count(*) FROM sqlite_master WHERE name='note_fi'")) == 1


def test_a_list_leaves_the_same_journal_as_single_records(store: Store) -> None:
    drafts = [NoteDraft(text=f"Anruf {n}", happened_at=NOON) for n in range(3)]
    store.run("import.csv", lambda session: bulk.add_notes(session, drafts))
    with store.write("import.csv") as session:
        for draft in drafts:
            notes.add(session, draft)
    journal = (
        "SELECT own, tbl, op, fld, old, new, (SELECT id FROM note WHERE uid=rec) AS id FROM change "
        "WHERE tx=:tx AND tbl=24 ORDER BY seq"
    )
    with store.read() as session:
        *_, of_list, of_singles = session.scalars(text("SELECT id FROM change_set ORDER BY id"))
        listed = session.execute(text(journal), {"tx": of_list}).all()
        single = session.execute(text(journal), {"tx": of_singles}).all()
    assert [row.id for row in listed] == [1, 2, 3]
    assert [row[:-1] for row in listed] == [row[:-1] for row in single]


def test_what_is_received_from_colleagues_is_not_journaled_again(store: Store) -> None:
    drafts = [NoteDraft(text="Anruf", happened_at=NOON)]
    with store.write("import.csv") as session:
        session.connection().exec_driver_sql("UPDATE journal_ctx SET mode=1")
        bulk.add_notes(session, drafts)
        assert session.scalar(text("SELECT count(*) FROM change WHERE tbl=24")) == 0


def test_a_list_without_a_label_is_refused(store: Store) -> None:
    drafts = [NoteDraft(text="Anruf", happened_at=NOON)]
    with store.maintain() as connection, Session(connection) as session:
        with pytest.raises(RefusedRowsError, match="unlabelled"):
            bulk.add_notes(session, drafts)
        assert session.scalar(text("SELECT count(*) FROM note")) == 0


def test_an_erased_record_does_not_come_back_in_a_list(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    erased = bytes(range(16))
    with store.maintain() as connection:
        connection.exec_driver_sql("INSERT INTO sync_erased(rec,ms) VALUES(?,0)", (erased,))
    monkeypatch.setattr(stored, "new_uid", lambda: erased)
    drafts = [NoteDraft(text="Anruf", happened_at=NOON)]
    with pytest.raises(RefusedRowsError, match="erased-id"), store.write("import.csv") as session:
        bulk.add_notes(session, drafts)


def test_the_triggers_are_there_for_whoever_goes_on_after_a_failure(store: Store) -> None:
    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    drafts = [NoteDraft(text="Liste", happened_at=NOON)]
    with store.write("import.csv") as session:
        with pytest.raises(InterruptedError):
            bulk.add_notes(session, drafts, stop)
        single = notes.add(session, NoteDraft(text="Einzeln", happened_at=NOON))
    assert changes_of(session).ids("note") == {single}
    with store.read() as session:
        assert search.ids_matching(session, "note", "einzeln", 9) == [single]
        assert search.ids_matching(session, "note", "liste", 9) == []


def test_a_list_of_notes_moves_the_day_of_the_last_note_of_its_cases(store: Store) -> None:
    with store.write("case.open") as session:
        one, other, untouched = (a_case(session) for _ in range(3))
    late = NOON + timedelta(days=3)
    drafts = [
        NoteDraft(text="eins", happened_at=late, case_id=one),
        NoteDraft(text="zwei", happened_at=NOON, case_id=one),
        NoteDraft(text="drei", happened_at=NOON, case_id=other),
        NoteDraft(text="vier", happened_at=late),
    ]
    store.run("import.csv", lambda session: bulk.add_notes(session, drafts))
    with store.read() as session:
        last = {
            row.id: row.last_note_at for row in case_lists.rows(session, [one, other, untouched]).values()
        }
    assert last == {one: late, other: NOON, untouched: None}


def test_a_list_of_follow_ups_moves_the_next_day_of_its_cases(store: Store) -> None:
    with store.write("case.open") as session:
        case = a_case(session)
        days = [date(2027, 3, 1), date(2026, 12, 1)]
        rows = [(f"Rückfrage {day}", day, case) for day in days]
        stored.insert_many(session, Task, ("title", "due_on", "case_id"), rows)
    with store.read() as session:
        assert case_lists.rows(session, [case])[case].next_due_on == min(days)


def test_the_ids_told_are_those_given_when_the_last_record_was_erased(opened: Opened) -> None:
    store = opened.store
    with store.write("person.add") as session:
        last = [a_person(session, family_name=name) for name in ("Ahornthal", "Lichtmoos")][-1]
    erasure.erase_person(store, last)
    people = [bulk.PersonAt(draft=PersonDraft(family_name="Zwönitz"))]
    ids, _ = store.run("import.csv", lambda session: bulk.add_people(session, people))
    with store.read() as session:
        names = session.execute(text("SELECT id, family_name FROM person WHERE id>=:id"), {"id": last}).all()
    assert [tuple(row) for row in names] == [(ids[0], "Zwönitz")]


def test_a_column_that_some_rows_fill_keeps_what_each_says(store: Store) -> None:
    with store.write("case.open") as session:
        case = a_case(session)
    drafts = [
        NoteDraft(text="eins", happened_at=NOON),
        NoteDraft(text="zwei", happened_at=NOON, case_id=case, duration_min=20),
    ]
    store.run("import.csv", lambda session: bulk.add_notes(session, drafts))
    with store.read() as session:
        kept = session.execute(text("SELECT text, case_id, duration_min FROM note ORDER BY id")).all()
    assert [tuple(row) for row in kept] == [("eins", None, None), ("zwei", case, 20)]


def test_a_profile_is_sound_after_a_list_and_after_its_undo(opened: Opened) -> None:
    people = [bulk.PersonAt(draft=PersonDraft(family_name=f"Lichtmoos {n}")) for n in range(50)]
    drafts = [NoteDraft(text=f"Köln und Straße {n}", happened_at=NOON) for n in range(50)]
    opened.store.run("import.csv", lambda session: bulk.add_people(session, people))
    opened.store.run("import.csv", lambda session: bulk.add_notes(session, drafts))
    assert check(opened.folder, opened.key, now=NOW, deep=True).findings == ()
    undo.undo(opened.store)
    assert check(opened.folder, opened.key, now=NOW, deep=True).findings == ()


def test_a_text_that_holds_the_seam_of_the_fold_is_indexed_as_it_is(store: Store) -> None:
    drafts = [
        NoteDraft(text="Köln\x1fBonn", title="Straße", happened_at=NOON),
        NoteDraft(text="Ulm", happened_at=NOON),
    ]
    first, second = store.run("import.csv", lambda session: bulk.add_notes(session, drafts))[0]
    with store.read() as session:
        assert search.ids_matching(session, "note", "strasse koeln", 9) == [first]
        assert search.ids_matching(session, "note", "ulm", 9) == [second]

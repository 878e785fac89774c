"""Whole lists in one step: as typed one by one, only faster."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from kts_desktop.core.errors import ValidationError
from kts_desktop.services import bulk, notes
from kts_desktop.services.notes import NoteDraft
from kts_desktop.services.organisations import OrganisationDraft
from kts_desktop.services.persons import PersonDraft
from kts_desktop.storage import search, undo
from kts_desktop.storage.store import Store, changes_of
from tests.helpers.build import NOON

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


def test_a_text_that_holds_the_seam_of_the_fold_is_indexed_as_it_is(store: Store) -> None:
    drafts = [
        NoteDraft(text="Köln\x1fBonn", title="Straße", happened_at=NOON),
        NoteDraft(text="Ulm", happened_at=NOON),
    ]
    first, second = store.run("import.csv", lambda session: bulk.add_notes(session, drafts))[0]
    with store.read() as session:
        assert search.ids_matching(session, "note", "strasse koeln", 9) == [first]
        assert search.ids_matching(session, "note", "ulm", 9) == [second]

"""Parts of words: found in a small index as it is, in a large one by the list of its words."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from kts_desktop.services import bulk, notes, search
from kts_desktop.services.notes import NoteDraft
from kts_desktop.storage import search as full_text
from kts_desktop.storage import terms
from kts_desktop.storage.store import Store
from tests.helpers.build import CASE, NOON, a_case

TEXTS = ("Datenplattform im Kreis", "Plattform für alle", "Bauhof")


@pytest.fixture(params=["read from the index", "kept"])
def filled(request: pytest.FixtureRequest, store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    with store.write("note.add") as session:
        for one in TEXTS:
            notes.add(session, NoteDraft(text=one, happened_at=NOON))
    if request.param == "kept":
        monkeypatch.setattr(terms, "FEW", 0)
        with store.maintain() as connection:
            terms.renew(connection, NOON)
    return store


def test_a_part_finds_the_words_that_hold_it_behind_their_first_letter(filled: Store) -> None:
    with filled.read() as session:
        assert terms.terms_with(session, "note", "plattform", 10) == ["datenplattform"]
        assert terms.terms_with(session, "note", "auh", 10) == ["bauhof"]
        assert terms.terms_with(session, "note", "bauh", 10) == []


def test_no_more_words_come_than_are_asked_for(filled: Store) -> None:
    with filled.read() as session:
        assert len(terms.terms_with(session, "note", "a", 2)) == 2


def test_a_part_typed_on_finds_what_it_finds_when_typed_at_once(filled: Store) -> None:
    whole, *others = ("datenplattform", "plattform", "bauhof", "alle", "fur", "im", "kreis")
    parts = [whole[first:last] for first in range(1, 8) for last in range(first + 1, len(whole) + 1)]
    with filled.read() as session:
        for part in [*parts, "auh", "auho", "attb", *reversed(parts)]:
            expected = {word for word in (whole, *others) if word.find(part, 1) > 0}
            assert set(terms.terms_with(session, "note", part, 10)) == expected, part


def test_a_part_that_too_many_words_hold_does_not_narrow_what_a_longer_one_finds(filled: Store) -> None:
    with filled.read() as session:
        assert len(terms.terms_with(session, "note", "a", 2)) == 2
        assert terms.terms_with(session, "note", "atenplatt", 2) == ["datenplattform"]
        assert terms.terms_with(session, "note", "auho", 2) == ["bauhof"]


def test_a_word_typed_since_is_found_at_once_in_a_small_index_and_one_taken_out_no_more(store: Store) -> None:
    def found(part: str) -> list[str]:
        with store.read() as session:
            return terms.terms_with(session, "note", part, 10)

    assert found("plattform") == []
    with store.write("note.add") as session:
        added = notes.add(session, NoteDraft(text=TEXTS[0], happened_at=NOON))
        assert terms.terms_with(session, "note", "plattform", 10) == ["datenplattform"]
    assert found("plattform") == found("plattform") == ["datenplattform"]
    with store.write("note.delete") as session:
        notes.delete(session, [added])
        assert terms.terms_with(session, "note", "plattform", 10) == []
    assert found("plattform") == []


def test_words_kept_anew_are_found_by_who_has_asked_before(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terms, "FEW", 0)
    for known, one in enumerate(TEXTS[:2]):
        with store.write("note.add") as session:
            notes.add(session, NoteDraft(text=one.replace("P", "Gesamtp"), happened_at=NOON))
        with store.maintain() as connection:
            terms.renew(connection, NOON)
        with store.read() as session:
            assert len(terms.terms_with(session, "note", "plattform", 10)) == known + 1


def test_the_palette_finds_what_the_search_finds_without_passages(store: Store) -> None:
    with store.write("case.open") as session:
        for subject in ("Sensorik am Deich", "Umweltsensorik"):
            a_case(session, subject=subject)
    with store.read() as session:
        told = search.find(session, "sensorik", kinds=("advisory_case",))
        assert [hit.title for hit in told] == ["Sensorik am Deich", "Umweltsensorik"]
        assert any(hit.passage for hit in told)
        assert search.named(session, "sensorik") == [replace(hit, passage="") for hit in told]


def test_file_numbers_come_in_their_order_however_they_are_written(store: Store) -> None:
    written = [f"2026-a-{n:04}" for n in (7, 3)] + [f"2026-A-{n:04}" for n in range(5, 2, -1)]
    cases = [bulk.NumberedCase(number=one, draft=replace(CASE, subject=one)) for one in written]
    store.run("import.csv", lambda session: bulk.add_cases(session, cases))
    with store.read() as session:
        hits = search.find(session, "2026-a-00", 5, kinds=("advisory_case",))
        assert {hit.title for hit in hits} == set(written)
        assert search.find(session, "2026-A-0004", kinds=("advisory_case",))[0].title == "2026-A-0004"


def test_search_finds_parts_of_words_and_marks_only_whole_ones(filled: Store) -> None:
    with filled.read() as session:
        hits = search.find(session, "plattform", kinds=("note",))
    assert [hit.title for hit in hits] == [TEXTS[1], TEXTS[0]]
    assert [hit.passage for hit in hits] == ["\x02Plattform\x03 für alle", ""]


def test_a_small_index_is_not_kept(store: Store) -> None:
    with store.maintain() as connection:
        terms.renew(connection, NOON)
        assert connection.execute(text("SELECT count(*) FROM term_cache")).scalar_one() == 0


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("daten p", '(("daten"*))'),
        ("p", '(("p"*))'),
        ("a b", '(("a"*) AND ("b"*))'),
        ("daten =p", '(("daten"*) AND ("p"))'),
    ],
)
def test_one_letter_of_a_further_word_does_not_narrow(typed: str, wanted: str) -> None:
    assert full_text.expression(typed) == wanted


@pytest.mark.parametrize("typed", ["2026-a-00", "2026-A-00"])
def test_a_file_number_is_found_in_either_case(store: Store, typed: str) -> None:
    from_number = (
        "INSERT INTO advisory_case(uid,number,subject,advice_form,channel,received_on,state,priority,"
    )
    with store.write("case.open") as session:
        session.execute(
            text(
                f"{from_number}concern,result,retention_class,file_place,source,created_at,updated_at) VALUES"
                "(randomblob(16),'2026-A-0007','Rufbus','','','2026-01-01','new','','','','','','',0,0)"
            )
        )
    with store.read() as session:
        assert [hit.title for hit in search.find(session, typed)] == ["Rufbus"]


def test_merging_the_index_loses_nothing(store: Store) -> None:
    for number in range(40):
        draft = NoteDraft(text=f"Bauhof {number}", happened_at=NOON)
        store.run("note.add", lambda session, draft=draft: notes.add(session, draft))  # type: ignore[misc]
    with store.maintain() as connection:
        terms.renew(connection, NOON)
    with store.read() as session:
        assert len(full_text.ids_matching(session, "note", "bauhof", 99)) == 40

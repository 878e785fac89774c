"""Duplicates: found while typing and over the store, told apart, merged and separated."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import insert

from kts_desktop.core.errors import RefusedError
from kts_desktop.core.ids import new_uid
from kts_desktop.models.person import Person
from kts_desktop.services import contact_points, duplicates, person_lists, persons, posts
from kts_desktop.services.contact_points import Of, Owner
from kts_desktop.services.duplicates import Reason
from kts_desktop.services.person_lists import PersonFilter
from kts_desktop.services.persons import PersonDraft
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from tests.helpers.build_contacts import a_body, a_mail, a_person, a_phone, a_post

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def typed(family_name: str, given_name: str = "") -> PersonDraft:
    return PersonDraft(family_name=family_name, given_name=given_name)


@pytest.mark.parametrize(
    ("there", "entered"),
    [
        (("Meierfeld", "Anna"), ("Maierfeld", "Anna")),
        (("Meyerfeldt", "Anna"), ("Meierfeld", "Anna")),
        (("Müllerbach", "Jörg"), ("Muellerbach", "Joerg")),
        (("Ährenbeck", "Mira"), ("Aehrenbeck", "M.")),
        (("Lichtmoos", "Anna-Maria"), ("lichtmoos", "Maria")),
        (("Philippsau", "Eva"), ("Filipsau", "Eva")),
        (("Çiçektepe", "Leyla"), ("Cicektepe", "Leyla")),
        (("Lichtmoos", "Anna"), ("Lichtmoos", "")),
    ],
)
def test_another_spelling_of_a_name_is_noticed(
    store: Store, there: tuple[str, str], entered: tuple[str, str]
) -> None:
    with store.write("person.add") as session:
        person = a_person(session, *there)
        (hit,) = duplicates.candidates(session, typed(*entered))

    assert (hit.person_id, hit.reasons) == (person, (Reason.NAME,))


@pytest.mark.parametrize(
    ("there", "entered"),
    [
        (("Lichtmoos", "Anna"), ("Lichtmoos", "Paul")),
        (("Lichtmoos", "Anna"), ("Lichtenau", "Anna")),
        (("Lichtmoos", "Anna"), ("L", "Anna")),
        (("Lichtmoos", "Anna"), ("", "Anna")),
    ],
)
def test_other_people_are_not_offered(store: Store, there: tuple[str, str], entered: tuple[str, str]) -> None:
    with store.write("person.add") as session:
        a_person(session, *there)
        assert duplicates.candidates(session, typed(*entered)) == []


def test_a_known_mail_or_number_is_noticed_and_name_with_mail_comes_first(store: Store) -> None:
    with store.write("person.add") as session:
        same_number = a_person(session, "Wiesenfurt", "Paul")
        a_phone(session, a_post(session, same_number, a_body(session)), "030/23125-17", Of.POST)
        same = a_person(session, "Lichtmoos", "Anna")
        a_mail(session, same, "Anna@stadt.example")
        hits = duplicates.candidates(
            session,
            typed("Lichtmoos", "Anna"),
            mails=["anna@STADT.example"],
            numbers=["+49 30 23125-17", "unbekannt"],
        )

    assert [(hit.person_id, hit.reasons) for hit in hits] == [
        (same, (Reason.NAME, Reason.MAIL)),
        (same_number, (Reason.PHONE,)),
    ]


def test_a_person_is_no_duplicate_of_itself_while_it_is_edited(store: Store) -> None:
    with store.write("person.add") as session:
        person = a_person(session)
        assert duplicates.candidates(session, typed("Lichtmoos", "Anna"), except_id=person) == []


def test_a_merged_record_answers_with_the_kept_one(store: Store) -> None:
    with store.write("person.add") as session:
        kept = a_person(session, "Morgentau", "Anna")
        gone = a_person(session, "Lichtmoos", "Anna")
        duplicates.merge(session, kept, gone)
        (hit,) = duplicates.candidates(session, typed("Lichtmoos", "Anna"))

    assert hit.person_id == kept


def test_pairs_of_the_store_are_found_by_sound_mail_and_phone(store: Store) -> None:
    with store.write("person.add") as session:
        first, second = a_person(session, "Meierfeld", "Anna"), a_person(session, "Maierfeld", "Anna")
        wed, before = a_person(session, "Morgentau", "Eva"), a_person(session, "Lichtmoos", "Eva")
        a_mail(session, wed, "eva@stadt.example")
        a_mail(session, before, "EVA@stadt.example")
        initial, full = a_person(session, "Öhrenkamp", "T."), a_person(session, "Oehrenkamp", "Till")
        a_person(session, "Meierfeld", "Paul")
        pairs = duplicates.pairs(session)

    assert {(pair.left_id, pair.right_id): pair.reasons for pair in pairs} == {
        (first, second): (Reason.NAME,),
        (wed, before): (Reason.MAIL,),
        (initial, full): (Reason.NAME,),
    }


def test_a_functional_mailbox_makes_no_duplicates(store: Store) -> None:
    with store.write("person.add") as session:
        for family in ("Ahorn", "Birken", "Dachs", "Eiben", "Föhren", "Ginster", "Hasel", "Immen"):
            person = a_person(session, family, "Anna")
            a_mail(session, person, "smartcity@stadt.example")
        assert duplicates.pairs(session) == []


def test_not_duplicates_is_remembered(store: Store) -> None:
    """J11.3."""
    with store.write("person.add") as session:
        one, other = a_person(session), a_person(session)
        assert len(duplicates.pairs(session)) == 1
    with store.write("person.distinct") as session:
        duplicates.distinct(session, other, one)
        duplicates.distinct(session, one, other)
    with store.read() as session:
        assert duplicates.pairs(session) == []
    undo.undo(store)
    with store.read() as session:
        assert len(duplicates.pairs(session)) == 1


def test_a_merge_shows_one_person_with_the_posts_and_numbers_of_both(store: Store) -> None:
    with store.write("person.add") as session:
        older = a_person(session, "Meierfeld", "Anna")
        younger = a_person(session, "Maierfeld", "Anna", at=a_body(session))
        a_phone(session, younger, "030 23125-1")
    with store.write("person.merge") as session:
        kept = duplicates.merge(session, younger, older, typed("Maierfeld", "Anna"))
    with store.read() as session:
        ids = person_lists.ids(session, PersonFilter(), today=TODAY)
        row = person_lists.rows(session, ids, today=TODAY)[older]
        family = persons.family(session, older)
        lines = contact_points.lines(session, *(Owner(Of.PERSON, id_) for id_ in family))
        at_body = person_lists.ids(session, PersonFilter(state="05"), today=TODAY)
        without = person_lists.ids(session, PersonFilter(without_phone=True), today=TODAY)
        found = person_lists.ids(session, PersonFilter(text="krefeld"), today=TODAY)
        assert persons.kept(session, younger) == older

    assert kept == older
    assert (ids, at_body, without, found) == ([older], [older], [], [older])
    assert (row.name, row.body, row.phone) == ("Anna Maierfeld", "Krefeld", "030 23125-1")
    assert set(family) == {older, younger}
    assert [line.shown for line in lines] == ["030 23125-1"]


def test_a_merge_is_undone_in_one_step(store: Store) -> None:
    with store.write("person.add") as session:
        older, younger = a_person(session, "Meierfeld", "Anna"), a_person(session, "Maierfeld", "Anna")
    with store.write("person.merge") as session:
        duplicates.merge(session, older, younger, typed("Maierfeld", "Anna"))
    undo.undo(store)
    with store.read() as session:
        assert person_lists.ids(session, PersonFilter(), today=TODAY) == [younger, older]
        assert persons.draft_of(session, older).family_name == "Meierfeld"


def test_a_merge_is_taken_back_after_weeks_with_what_was_each_ones_own(store: Store) -> None:
    """J11.4."""
    with store.write("person.add") as session:
        older, younger = a_person(session, "Meierfeld", "Anna"), a_person(session, "Maierfeld", "Anna")
        a_post(session, younger, a_body(session))
    with store.write("person.merge") as session:
        duplicates.merge(session, older, younger)
    with store.write("person.edit") as session:
        a_phone(session, older, "030 23125-1")
    with store.write("person.separate") as session:
        duplicates.separate(session, younger)
    with store.read() as session:
        rows = person_lists.rows(session, [older, younger], today=TODAY)
        assert duplicates.pairs(session) == []
        assert [post.person_id for post in posts.of_people(session, [younger])] == [younger]

    assert (rows[older].body, rows[older].phone) == ("", "030 23125-1")
    assert (rows[younger].body, rows[younger].phone) == ("Krefeld", "")


def test_three_records_of_one_person_are_one(store: Store) -> None:
    with store.write("person.merge") as session:
        first, second, third = (a_person(session) for _ in range(3))
        a_phone(session, third, "030 23125-3")
        assert duplicates.merge(session, second, third) == second
        assert duplicates.merge(session, third, first) == first
        assert set(persons.family(session, first)) == {first, second, third}
        row = person_lists.rows(session, [first], today=TODAY)[first]
        assert row.phone == "030 23125-3"
        with pytest.raises(RefusedError):
            duplicates.merge(session, second, third)


def test_who_is_not_merged_cannot_be_separated(store: Store) -> None:
    with store.write("person.merge") as session, pytest.raises(RefusedError):
        duplicates.separate(session, a_person(session))


def test_a_restriction_survives_the_merge(store: Store) -> None:
    with store.write("person.merge") as session:
        older, younger = a_person(session), a_person(session)
        persons.restrict(session, younger, at=session.get_one(Person, older).created_at)
        session.flush()
        duplicates.merge(session, older, younger)
        assert person_lists.ids(session, PersonFilter(restricted=True), today=TODAY) == [older]


def test_twelve_thousand_people_are_compared_within_the_limit(store: Store) -> None:
    syllables = [
        "ba",
        "ker",
        "lin",
        "mo",
        "nau",
        "rich",
        "sel",
        "tor",
        "ven",
        "wag",
        "zim",
        "dal",
        "feld",
        "gar",
        "hof",
    ]
    people: list[dict[str, Any]] = [
        {
            "uid": new_uid(),
            "created_at": NOW,
            "updated_at": NOW,
            "family_name": f"{syllables[n % 15]}{syllables[n // 15 % 15]}{syllables[n // 225 % 15]}".title(),
            "given_name": f"{syllables[n // 3375 % 15]}{syllables[n * 7 % 15]}".title(),
        }
        for n in range(12_000)
    ]
    with store.write("import.csv") as session:
        session.execute(insert(Person), people)
        twice = people[5_000]
        a_person(session, twice["family_name"], twice["given_name"])
    with store.read() as session:
        found = duplicates.pairs(session, limit=20_000)
        names = {row.name for pair in found for row in person_lists.rows(session, [pair.left_id]).values()}

    assert f"{twice['given_name']} {twice['family_name']}" in names

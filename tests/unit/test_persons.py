"""People, their posts, lists, look-up of callers, restriction, consents."""

from datetime import UTC, date, datetime

import pytest

from kts_desktop.core.errors import NotFoundError, RefusedError, ValidationError
from kts_desktop.models.vocab import ContactKind, PersonOrder
from kts_desktop.services import consents, person_lists, persons, posts
from kts_desktop.services.callers import Caller, callers
from kts_desktop.services.consents import ConsentDraft
from kts_desktop.services.contact_points import ContactDraft, Of
from kts_desktop.services.person_lists import PersonFilter
from kts_desktop.services.persons import PersonDraft
from kts_desktop.services.posts import PostDraft
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from tests.helpers.build_contacts import a_body, a_mail, a_person, a_phone, a_post

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def names(store: Store, wanted: PersonFilter | None = None, **order: object) -> list[str]:
    """Return the names of a list of people."""
    with store.read() as session:
        ids = person_lists.ids(session, wanted or PersonFilter(), today=TODAY, **order)  # type: ignore[arg-type]
        rows = person_lists.rows(session, ids, today=TODAY)
        assert person_lists.count(session, wanted or PersonFilter(), today=TODAY) == len(ids)
    return [rows[id_].name for id_ in ids]


def found(store: Store, typed: str) -> list[Caller]:
    with store.read() as session:
        return callers(session, typed, today=TODAY)


def test_a_person_is_added_with_post_and_numbers_as_one_step(store: Store) -> None:
    with store.write("person.add") as session:
        krefeld = a_body(session, district="", population=None)
        person = persons.add(
            session,
            PersonDraft(family_name="Ahornthal", given_name="Mira", degree="Dr.", salutation="ms"),
            post=PostDraft(organisation_id=krefeld, function="Leitung Digitalisierung", unit="Stabsstelle"),
            contacts=[ContactDraft(kind=ContactKind.MOBILE, value="0171 3920012")],
            post_contacts=[
                ContactDraft(kind=ContactKind.PHONE, value="02151 86-1234"),
                ContactDraft(kind=ContactKind.EMAIL, value="mira@krefeld.example"),
            ],
        )
    with store.read() as session:
        row = person_lists.rows(session, [person], today=TODAY)[person]

    assert (row.name, row.listed, row.body, row.state) == (
        "Dr. Mira Ahornthal",
        "Ahornthal, Dr. Mira",
        "Krefeld",
        "05",
    )
    assert (row.function, row.phone, row.mail) == (
        "Leitung Digitalisierung",
        "02151 86-1234",
        "mira@krefeld.example",
    )
    undo.undo(store)
    assert names(store) == []


def test_a_person_needs_a_family_name(store: Store) -> None:
    with store.write("person.add") as session, pytest.raises(ValidationError) as refused:
        a_person(session, "  ")

    assert (refused.value.field, refused.value.code) == ("family_name", "blank")


def test_editing_changes_what_was_entered_and_nothing_else(store: Store) -> None:
    with store.write("person.add") as session:
        person = a_person(session, remark="mag Züge")
    with store.write("person.edit") as session:
        draft = persons.draft_of(session, person)
        persons.edit(session, person, PersonDraft(family_name="Morgentau", given_name=draft.given_name))
    with store.read() as session:
        assert persons.draft_of(session, person) == PersonDraft(family_name="Morgentau", given_name="Anna")


def test_people_are_sorted_as_names_are(store: Store) -> None:
    with store.write("person.add") as session:
        for family in ("Zaunkönig", "Öhrenkamp", "Oehrenfeld", "Ährenbeck", "Auenwiese"):
            a_person(session, family, "")

    assert names(store) == ["Ährenbeck", "Auenwiese", "Oehrenfeld", "Öhrenkamp", "Zaunkönig"]
    assert names(store, descending=True)[0] == "Zaunkönig"


def test_sorted_by_body_those_without_one_come_last(store: Store) -> None:
    with store.write("person.add") as session:
        a_person(session, "Allein", "")
        a_person(session, "Zorn", "", at=a_body(session, "Aachen"))
        a_person(session, "Ahorn", "", at=a_body(session, "Zwönitz"))

    assert names(store, order=PersonOrder.BODY) == ["Zorn", "Ahorn", "Allein"]
    assert names(store, order=PersonOrder.BODY, descending=True) == ["Ahorn", "Zorn", "Allein"]
    assert set(names(store, order=PersonOrder.CHANGED)) == {"Zorn", "Ahorn", "Allein"}


def test_the_present_main_post_is_told(store: Store) -> None:
    with store.write("person.add") as session:
        person = a_person(session)
        a_post(session, person, a_body(session, "Alt"), valid_to=date(2025, 12, 31))
        a_post(session, person, a_body(session, "Haupt"))
        a_post(session, person, a_body(session, "Neben"), is_primary=False)
        left = a_person(session, "Wiesenfurt", "Paul")
        a_post(session, left, a_body(session, "Früher"), valid_to=date(2026, 11, 23))
    with store.read() as session:
        rows = person_lists.rows(session, [person, left], today=TODAY)
        held = [post.body for post in posts.of_people(session, [person], today=TODAY)]

    assert (rows[person].body, rows[person].has_left) == ("Haupt", False)
    assert (rows[left].body, rows[left].has_left) == ("", True)
    assert held == ["Haupt", "Neben", "Alt"]


def test_filters_narrow_the_list(store: Store) -> None:
    with store.write("person.add") as session:
        town, press = a_body(session), a_body(session, "Beispielbote", kind="press", state="14")
        with_phone = a_person(session, "Mit", "", at=town, informed_on=TODAY)
        a_phone(session, with_phone, "030 23125-1")
        at_post = a_person(session, "Dienst", "")
        a_phone(session, a_post(session, at_post, town), "030 23125-2", Of.POST)
        a_person(session, "Ohne", "", at=press)
        a_person(session, "Allein", "")

    assert names(store, PersonFilter(without_phone=True)) == ["Allein", "Ohne"]
    assert names(store, PersonFilter(not_informed=True)) == ["Allein", "Dienst", "Ohne"]
    assert names(store, PersonFilter(kind="press")) == ["Ohne"]
    assert names(store, PersonFilter(state="05")) == ["Dienst", "Mit"]
    assert names(store, PersonFilter(organisation_id=town, without_phone=True)) == []
    assert names(store, PersonFilter(without_post=True)) == ["Allein"]


def test_deleted_people_lie_in_the_bin_and_come_back(store: Store) -> None:
    with store.write("person.add") as session:
        person = a_person(session)
    with store.write("person.delete") as session:
        persons.delete(session, [person])
    assert names(store) == []
    assert names(store, PersonFilter(in_bin=True)) == ["Anna Lichtmoos"]
    with store.write("restore") as session:
        persons.restore(session, person)
    assert names(store) == ["Anna Lichtmoos"]


def test_deleting_twice_says_that_it_is_gone(store: Store) -> None:
    with store.write("person.add") as session:
        person = a_person(session)
        persons.delete(session, [person])
        session.flush()
        with pytest.raises(NotFoundError):
            persons.delete(session, [person])


def test_a_restricted_person_is_hidden_everywhere_and_kept(store: Store) -> None:
    with store.write("person.add") as session:
        person = a_person(session, at=a_body(session))
        a_phone(session, person, "02151 86-1234")
    with store.write("person.restrict") as session:
        persons.restrict(session, person, at=NOW)

    assert names(store) == []
    assert names(store, PersonFilter(text="lichtmoos")) == []
    assert [hit.person_id for hit in found(store, "lichtmoos krefeld")] == []
    assert [hit.person_id for hit in found(store, "02151")] == []
    assert names(store, PersonFilter(restricted=True)) == ["Anna Lichtmoos"]
    with store.write("person.restrict") as session:
        persons.lift_restriction(session, person)
    assert names(store) == ["Anna Lichtmoos"]


def test_many_people_are_marked_as_informed_in_one_undoable_step(store: Store) -> None:
    with store.write("person.add") as session:
        people = [a_person(session, "Lichtmoos", str(number)) for number in range(3)]
    with store.write("bulk.edit") as session:
        persons.set_informed(session, people, TODAY)
    assert names(store, PersonFilter(not_informed=True)) == []
    undo.undo(store)
    assert len(names(store, PersonFilter(not_informed=True))) == 3


def test_changing_the_post_ends_one_and_begins_another(store: Store) -> None:
    with store.write("person.add") as session:
        old, new = a_body(session, "Krefeld"), a_body(session, "Solingen")
        person = a_person(session)
        post = a_post(session, person, old, function="CDO", valid_from=date(2022, 1, 1))
        a_phone(session, post, "02151 86-1", Of.POST)
    with store.write("person.change_post") as session:
        draft = PostDraft(organisation_id=new, function="Beigeordnete", valid_from=date(2026, 11, 1))
        posts.change(session, person, draft, ends=[post])
    with store.read() as session:
        now, before = posts.of_people(session, [person], today=TODAY)
        row = person_lists.rows(session, [person], today=TODAY)[person]

    assert (before.body, before.valid_to, before.is_present, before.is_primary) == (
        "Krefeld",
        date(2026, 10, 31),
        False,
        False,
    )
    assert (now.body, now.valid_from, now.is_primary) == ("Solingen", date(2026, 11, 1), True)
    assert (row.body, row.phone) == ("Solingen", "")
    undo.undo(store)
    with store.read() as session:
        assert person_lists.rows(session, [person], today=TODAY)[person].body == "Krefeld"


def test_a_change_of_post_needs_its_first_day_and_a_body(store: Store) -> None:
    with store.write("person.add") as session:
        person, body = a_person(session), a_body(session)
        with pytest.raises(ValidationError, match="blank"):
            posts.change(session, person, PostDraft(organisation_id=body), ends=[])
        with pytest.raises(ValidationError, match="blank"):
            posts.change(session, person, PostDraft(valid_from=TODAY), ends=[])


def test_a_post_cannot_end_before_it_begins(store: Store) -> None:
    with store.write("person.add") as session:
        person, body = a_person(session), a_body(session)
        with pytest.raises(ValidationError) as refused:
            a_post(session, person, body, valid_from=TODAY, valid_to=date(2026, 1, 1))
        post = a_post(session, person, body, valid_from=TODAY)
        posts.end(session, [post], date(2026, 1, 1))
        assert posts.draft_of(session, post).valid_to == TODAY

    assert (refused.value.field, refused.value.code) == ("valid_to", "ends_before_start")


@pytest.mark.parametrize(
    "typed",
    [
        "02151",
        "0215 1",
        "+49 2151 86",
        "2151861",
        "Krefeld",
        "kref schm",
        "schm kref",
        "SCHMIEDEN",
        "mira.s",
        "dr",
    ],
)
def test_a_caller_is_found_by_what_one_knows(office: Store, typed: str) -> None:
    """J1.2."""
    with office.write("person.add") as session:
        krefeld = a_body(session)
        caller = a_person(
            session, "Schmiedenau", "Mira", degree="Dr.", at=krefeld, function="CDO", remark="Dr"
        )
        a_phone(session, caller, "02151/86-1234")
        a_mail(session, caller, "mira.schmiedenau@krefeld.example")
        a_person(session, "Lichtmoos", "Anna", at=a_body(session, "Solingen"))
    hit = found(office, typed)[0]

    assert (hit.person_id, hit.name, hit.function) == (caller, "Dr. Mira Schmiedenau", "CDO")
    assert (hit.body, hit.state, hit.phone) == ("Krefeld", "Nordrhein-Westfalen", "02151 86-1234")


@pytest.mark.parametrize(
    ("typed", "body"),
    [("Muenchen", "München"), ("munchen", "München"), ("Budysin", "Bautzen / Budyšin"), ("Koeln", "Köln")],
)
def test_places_are_found_without_their_signs(store: Store, typed: str, body: str) -> None:
    with store.write("person.add") as session:
        caller = a_person(session, at=a_body(session, body))

    hit = found(store, typed)[0]
    assert (hit.person_id, hit.body) == (caller, body)


def test_the_main_number_of_a_body_leads_to_its_people_and_to_itself(store: Store) -> None:
    with store.write("person.add") as session:
        krefeld = a_body(session)
        a_phone(session, krefeld, "02151 86-0", Of.BODY)
        caller = a_person(session, at=krefeld)
        left = a_person(session, "Wiesenfurt", "Paul")
        a_post(session, left, krefeld, valid_to=date(2026, 1, 1))
    hits = found(store, "02151 860")

    assert [(hit.person_id, hit.organisation_id) for hit in hits] == [(caller, krefeld), (None, krefeld)]


def test_family_names_that_begin_as_typed_come_first(store: Store) -> None:
    with store.write("person.add") as session:
        a_person(session, "Ahornthal", "Martha")
        first = a_person(session, "Maierfeld", "Zoe")

    assert found(store, "ma")[0].person_id == first
    assert len(found(store, "ma")) == 2
    assert found(store, "  ") == []


def test_a_consent_holds_until_it_is_withdrawn(store: Store) -> None:
    with store.write("person.add") as session:
        person = a_person(session)
        given = consents.add(
            session, person, ConsentDraft(purpose=consents.REFERRAL, given_on=date(2026, 1, 5))
        )
        assert consents.has_given(session, person, consents.REFERRAL)
        assert not consents.has_given(session, person, "newsletter")
        consents.withdraw(session, given, TODAY)
        session.flush()
        assert not consents.has_given(session, person, consents.REFERRAL)
        with pytest.raises(RefusedError):
            consents.withdraw(session, given, TODAY)
        (row,) = consents.of_people(session, [person])

    assert (row.given_on, row.withdrawn_on, row.is_in_force) == (date(2026, 1, 5), TODAY, False)


def test_a_consent_needs_purpose_and_day(store: Store) -> None:
    with store.write("person.add") as session:
        person = a_person(session)
        with pytest.raises(ValidationError, match="purpose"):
            consents.add(session, person, ConsentDraft(given_on=TODAY))
        with pytest.raises(ValidationError, match="given_on"):
            consents.add(session, person, ConsentDraft(purpose="photos"))

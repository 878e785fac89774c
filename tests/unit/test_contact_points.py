"""Phones, mail, addresses: what is read from what was typed, how it is shown, whose it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kts_desktop.core.errors import NotFoundError, ValidationError
from kts_desktop.models.vocab import ContactKind
from kts_desktop.services import contact_points, phones
from kts_desktop.services.contact_points import ContactDraft, Of, Owner
from kts_desktop.storage.store import Store
from tests.helpers.build_contacts import a_body, a_mail, a_person, a_phone, a_post


@pytest.mark.parametrize(
    ("typed", "dialled", "shown"),
    [
        ("030/1234-0 (Zentrale)", "+493012340", "030 1234-0"),
        ("030 23125-0 (Zentrale)", "+4930231250", "030 23125-0"),
        ("+49 30 889 22 29 0", "+493088922290", "030 8892229-0"),
        ("+49 30 67055 9999", "+4930670559999", "030 67055-9999"),
        ("+49 (0)30 67055-9999", "+4930670559999", "030 67055-9999"),
        ("(0221) 4710–12", "+49221471012", "0221 4710-12"),
        ("Tel.: 030 23125-17", "+49302312517", "030 23125-17"),
        ("0171/392 00 12", "+491713920012", "0171 3920012"),
        ("0049 171 3920012", "+491713920012", "0171 3920012"),
        ("Zimmer 12, 030 23125-5", "+4930231255", "030 23125-5"),
        ("0171 3920012 / 030 23125-5", "+491713920012", "0171 3920012"),
        ("+55 11 91234-5678", "+5511912345678", "+55 11 91234-5678"),
    ],
)
def test_a_number_is_read_as_a_person_reads_it(typed: str, dialled: str, shown: str) -> None:
    assert phones.dialled(typed) == dialled
    assert phones.shown(typed) == shown


@pytest.mark.parametrize("typed", ["Zentrale", "1800 FLOWERS", "115", "Raum 2.17", "", "0", "(Büro)"])
def test_letters_never_become_digits(typed: str) -> None:
    assert phones.dialled(typed) == ""
    assert phones.shown(typed) == typed


def test_a_reader_abroad_sees_the_country_code() -> None:
    assert phones.shown("030/1234-0", abroad=True) == "+49 30 1234-0"


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_phones(typed: str) -> None:
    found = phones.phone(typed)

    assert found is None or found.e164.startswith("+")


@given(st.from_regex(r"0(30|40|69|89|221|2151) ?[/-]? ?[1-9][0-9]{4,5}(-[0-9]{1,3})?", fullmatch=True))
def test_what_is_shown_dials_the_same_number(typed: str) -> None:
    assert phones.dialled(phones.shown(typed)) == phones.dialled(typed)


@pytest.mark.parametrize(
    ("typed", "prefixes"),
    [
        ("02151", ("+492151",)),
        ("0215 1", ("+492151",)),
        ("+49 (0)2151", ("+492151",)),
        ("0049 2151", ("+492151",)),
        ("2151", ("+492151", "+2151")),
        ("00", ()),
    ],
)
def test_digits_on_the_way_to_a_number_are_its_beginning(typed: str, prefixes: tuple[str, ...]) -> None:
    assert phones.prefixes(typed) == prefixes


def test_the_typed_text_stays_beside_what_is_dialled(store: Store) -> None:
    with store.write("person.edit") as session:
        person = a_person(session)
        a_phone(session, person, " 030/1234-0 (Zentrale) ", label="Vorzimmer")
        (line,) = contact_points.lines(session, Owner(Of.PERSON, person))

    assert (line.value, line.normal, line.shown) == ("030/1234-0 (Zentrale)", "+493012340", "030 1234-0")
    assert line.label == "Vorzimmer"


def test_a_phone_that_cannot_be_read_is_kept_as_typed(store: Store) -> None:
    with store.write("person.edit") as session:
        person = a_person(session)
        a_phone(session, person, "über die Zentrale")
        (line,) = contact_points.lines(session, Owner(Of.PERSON, person))

    assert (line.shown, line.normal) == ("über die Zentrale", "")


@pytest.mark.parametrize(
    "typed", ["anna", "anna@", "a b@stadt.example", "anna@stadt", "anna@stadt.example, b@c.de"]
)
def test_an_address_that_is_none_is_refused_at_its_field(store: Store, typed: str) -> None:
    with store.write("person.edit") as session:
        person = a_person(session)
        with pytest.raises(ValidationError) as refused:
            a_mail(session, person, typed)

    assert (refused.value.field, refused.value.code) == ("value", "email_form")


def test_an_address_is_taken_from_what_a_mail_program_copies(store: Store) -> None:
    with store.write("person.edit") as session:
        person = a_person(session)
        a_mail(session, person, "Anna Lichtmoos <Anna.Lichtmoos@stadt.example>")
        (line,) = contact_points.lines(session, Owner(Of.PERSON, person))

    assert (line.value, line.normal) == ("Anna.Lichtmoos@stadt.example", "anna.lichtmoos@stadt.example")


def test_one_number_of_a_kind_is_preferred(store: Store) -> None:
    with store.write("person.edit") as session:
        person = a_person(session)
        first = a_phone(session, person, "030 23125-1", preferred=True)
        second = a_phone(session, person, "030 23125-2", preferred=True)
        found = contact_points.lines(session, Owner(Of.PERSON, person))

    assert [(line.id, line.preferred) for line in found] == [(second, True), (first, False)]


def test_lines_of_several_owners_tell_a_shared_number_once(store: Store) -> None:
    with store.write("person.edit") as session:
        body = a_body(session)
        person = a_person(session)
        post = a_post(session, person, body)
        a_phone(session, post, "030 23125-1", Of.POST)
        a_phone(session, person, "030/23125-1")
        a_mail(session, person, "anna@stadt.example")
        found = contact_points.lines(session, Owner(Of.POST, post), Owner(Of.PERSON, person))

    assert [line.shown for line in found] == ["030 23125-1", "anna@stadt.example"]


def test_an_address_needs_a_street_or_a_town(store: Store) -> None:
    with store.write("organisation.edit") as session:
        body = Owner(Of.BODY, a_body(session))
        with pytest.raises(ValidationError):
            contact_points.add(session, body, ContactDraft(kind=ContactKind.POSTAL, postcode="00000"))
        draft = ContactDraft(
            kind=ContactKind.POSTAL, street="Musterplatz 1", postcode="01067", city="Dresden"
        )
        contact_points.add(session, body, draft)
        (line,) = contact_points.lines(session, body)

    assert line.shown == "Musterplatz 1, 01067 Dresden"


def test_editing_and_removing_go_through_the_same_rules(store: Store) -> None:
    with store.write("person.edit") as session:
        person = a_person(session)
        number = a_phone(session, person, "030 23125-1")
        draft = contact_points.draft_of(session, number)
        contact_points.edit(session, number, ContactDraft(kind=ContactKind.MOBILE, value="0171 3920012"))
        (line,) = contact_points.lines(session, Owner(Of.PERSON, person))
        contact_points.remove(session, number)
        session.flush()
        rest = contact_points.lines(session, Owner(Of.PERSON, person))
        with pytest.raises(NotFoundError):
            contact_points.remove(session, number)

    assert draft.value == "030 23125-1"
    assert (line.kind, line.normal) == (ContactKind.MOBILE, "+491713920012")
    assert rest == []


def test_nobody_reaches_an_owner_who_is_gone(store: Store) -> None:
    with store.write("person.edit") as session, pytest.raises(NotFoundError):
        a_phone(session, 4711, "030 23125-1")

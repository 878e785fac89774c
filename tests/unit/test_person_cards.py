"""The card of a person, address lines, what still names somebody."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.person import ContactPoint, Person
from kts_desktop.models.vocab import ContactKind
from kts_desktop.services import (
    addresses,
    consents,
    contact_points,
    duplicates,
    events,
    person_cards,
    persons,
    registrations,
)
from kts_desktop.services.consents import ConsentDraft
from kts_desktop.services.contact_points import ContactDraft, Of, Owner
from kts_desktop.services.countries import countries, country_name
from kts_desktop.services.events import EventDraft
from kts_desktop.services.registrations import RegistrationDraft
from kts_desktop.storage.store import Store
from tests.helpers.build import TODAY, a_case, a_note
from tests.helpers.build_contacts import a_body, a_person, a_phone, a_post

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
TOWN_HALL = ContactDraft(kind=ContactKind.POSTAL, street="Musterplatz 1", postcode="00000", city="Krefeld")


def test_a_card_shows_all_that_hangs_on_a_person(store: Store) -> None:
    with store.write("person.add") as session:
        body = a_body(session)
        person = a_person(session, "Ahornthal", "Mira", salutation="ms", office_title="Bürgermeisterin")
        post = a_post(session, person, body, function="Bürgermeisterin", unit="Rathaus")
        a_phone(session, post, "02151 86-1", Of.POST)
        contact_points.add(session, Owner(Of.BODY, body), TOWN_HALL)
        consents.add(session, person, ConsentDraft(purpose="photos", given_on=TODAY))
        case, note = a_case(session, person_ids=(person,)), a_note(session, person_ids=(person,))
        card = person_cards.card(session, person, today=TODAY)

    assert card.letter_salutation == "Sehr geehrte Frau Bürgermeisterin"
    assert card.address == (
        "Frau Bürgermeisterin",
        "Mira Ahornthal",
        "Krefeld",
        "Rathaus",
        "Musterplatz 1",
        "00000 Krefeld",
    )
    assert card.present is not None
    assert card.present.body == "Krefeld"
    assert [line.shown for line in card.contacts] == ["02151 86-1"]
    assert [consent.purpose for consent in card.consents] == ["photos"]
    assert ([row.id for row in card.cases], [row.id for row in card.notes]) == ([case], [note])


def test_the_address_of_a_merged_record_is_the_kept_ones_on_the_card_and_in_letters(store: Store) -> None:
    with store.write("person.add") as session:
        kept = a_person(session, "Maierfeld", "Anna")
        other = a_person(session, "Maierfeld", "Anne")
        session.get_one(Person, other).merged_into_id = kept
        session.add(
            ContactPoint(
                kind="postal",
                value="",
                person_id=other,
                street="Am Hang 3",
                postcode="99310",
                city="Arnstadt",
            )
        )
    with store.read() as session:
        found = addresses.of_people(session, [kept, other], today=TODAY)
        card = person_cards.card(session, kept, today=TODAY)

    assert list(found) == [kept]
    assert card.address == found[kept].lines("de")
    assert card.address[-2:] == ("Am Hang 3", "99310 Arnstadt")


def test_a_restricted_person_has_an_address_on_the_card_and_in_no_letter(store: Store) -> None:
    with store.write("person.add") as session:
        person = a_person(session)
        persons.restrict(session, person, at=NOW)
    with store.read() as session:
        assert addresses.of_people(session, [person], today=TODAY) == {}
        assert person_cards.card(session, person, today=TODAY).address


def test_the_card_of_a_merged_record_is_the_kept_ones_with_both_ones_matters(store: Store) -> None:
    with store.write("person.add") as session:
        older, younger = a_person(session, "Meierfeld"), a_person(session, "Maierfeld")
        case = a_case(session, person_ids=(younger,))
        a_phone(session, younger, "030 23125-1")
        duplicates.merge(session, older, younger)
        card = person_cards.card(session, younger, today=TODAY)

    assert card.id == older
    assert [merged.name for merged in card.merged] == ["Anna Maierfeld"]
    assert [row.id for row in card.cases] == [case]
    assert [line.shown for line in card.contacts] == ["030 23125-1"]


def test_a_private_address_goes_without_the_body(store: Store) -> None:
    with store.write("person.add") as session:
        person = a_person(session, salutation="mr", at=a_body(session))
        contact_points.add(session, Owner(Of.PERSON, person), TOWN_HALL)
        lines = person_cards.address(session, person, today=TODAY)

    assert lines == ("Herrn Anna Lichtmoos", "Musterplatz 1", "00000 Krefeld")


def test_the_address_of_a_former_post_is_not_used(store: Store) -> None:
    with store.write("person.add") as session:
        person = a_person(session)
        post = a_post(session, person, a_body(session), valid_to=date(2026, 1, 1))
        contact_points.add(session, Owner(Of.POST, post), TOWN_HALL)
        lines = person_cards.address(session, person, today=TODAY)

    assert lines == ("Anna Lichtmoos",)


def test_a_letter_abroad_names_the_country(store: Store) -> None:
    with store.write("person.add") as session:
        body = a_body(session, "Prefeitura de Exemplo", state="", country="BR", kind="international")
        person = a_person(session, "Açaíflor", "Ana", language="en", at=body)
        contact_points.add(
            session,
            Owner(Of.BODY, body),
            ContactDraft(kind=ContactKind.POSTAL, street="Rua Exemplo 1", postcode="00000", city="Exemplo"),
        )
        lines = person_cards.address(session, person, today=TODAY)

    assert lines[-2:] == ("00000 EXEMPLO", "BRASILIEN")


def test_open_matters_of_a_person_are_told_before_a_change(store: Store) -> None:
    """J11.1, J11.2."""
    with store.write("person.add") as session:
        person = a_person(session)
        open_case = a_case(session, person_ids=(person,))
        a_case(session, person_ids=(person,), state="closed")
        coming = _event(session, NOW + timedelta(days=3), person)
        _event(session, NOW - timedelta(days=3), person)
        matters = person_cards.open_matters(session, person, NOW)

    assert [case.id for case in matters.cases] == [open_case]
    assert [visit.event_id for visit in matters.visits] == [coming]


def test_a_person_who_never_was_has_no_card(store: Store) -> None:
    with store.read() as session, pytest.raises(NotFoundError):
        person_cards.card(session, 4711)


def test_countries_are_named_in_both_languages() -> None:
    assert country_name("MX", "de") == "Mexiko"
    assert country_name("ZZ", "en") == "ZZ"
    assert countries("de")[:3] == [("DE", "Deutschland"), ("BE", "Belgien"), ("BR", "Brasilien")]
    assert ("AT", "Österreich") in countries("de")


def _event(session: object, starts_at: datetime, person_id: int) -> int:
    draft = EventDraft(title="Konferenz", starts_at=starts_at, ends_at=starts_at + timedelta(hours=2))
    event_id = events.schedule(session, draft)  # type: ignore[arg-type]
    registrations.add(session, event_id, RegistrationDraft(person_id=person_id))  # type: ignore[arg-type]
    return event_id

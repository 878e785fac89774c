"""Gathering of mailing labels: the right address, one per office on demand, and who has none."""

from typing import Any

from kts_desktop.models.person import ContactPoint
from kts_desktop.models.vocab import ContactKind, RegistrationState
from kts_desktop.services import contact_points, labels_paper, registrations
from kts_desktop.services.contact_points import ContactDraft, Of, Owner
from kts_desktop.services.labels_paper import LabelsData, LabelsOptions, Missing
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.registrations import RegistrationDraft
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import Store
from tests.helpers.build_events import NOW, body, person, register, schedule


def gathered(store: Store, kind: str, *ids: int, **options: Any) -> LabelsData:
    """Return what labels are made from."""
    with store.read() as session:
        ask = Ask(kind=kind, ids=ids, options=LabelsOptions(**options), now=NOW)
        return labels_paper.gather(session, ask)


def lines(data: LabelsData) -> list[tuple[str, ...]]:
    """Return the lines of all labels."""
    return [label.lines for label in data.labels]


def live_at(session: Session, of: Of, owner: int, street: str, **values: Any) -> None:
    """Give somebody a postal address in Lemgo."""
    place = {"postcode": "32657", "city": "Lemgo", **values}
    contact_points.add(
        session, Owner(of, owner), ContactDraft(kind=ContactKind.POSTAL, street=street, **place)
    )


def test_a_letter_goes_to_the_office_of_a_person_and_names_the_office_first(store: Store) -> None:
    with store.write("person.add") as session:
        lemgo = body(session)
        live_at(session, Of.BODY, lemgo, "Rathausplatz 1")
        mayor = person(
            session,
            "Edda",
            "Weißdornhagen",
            organisation_id=lemgo,
            salutation="ms",
            office_title="Bürgermeisterin",
        )

    data = gathered(store, "person", mayor)

    assert lines(data) == [
        ("Frau Bürgermeisterin", "Edda Weißdornhagen", "Lemgo", "Rathausplatz 1", "32657 Lemgo")
    ]
    assert data.labels[0].naming == 2


def test_the_own_address_of_a_person_hides_the_body(store: Store) -> None:
    with store.write("person.add") as session:
        lemgo = body(session)
        live_at(session, Of.BODY, lemgo, "Rathausplatz 1")
        anna = person(session, "Anna", "Lichtmoos", organisation_id=lemgo, salutation="ms")
        live_at(session, Of.PERSON, anna, "Gartenweg 3")

    assert lines(gathered(store, "person", anna)) == [("Frau Anna Lichtmoos", "Gartenweg 3", "32657 Lemgo")]


def test_abroad_town_and_country_stand_in_capitals(store: Store) -> None:
    with store.write("organisation.add") as session:
        place = body(session, "Municipalidad de Ejemplo", country="CL")
        live_at(session, Of.BODY, place, "Calle 3", postcode="8320000", city="Santiago")

    assert lines(gathered(store, "organisation", place)) == [
        ("Municipalidad de Ejemplo", "Calle 3", "8320000 SANTIAGO", "CHILE")
    ]


def test_those_without_an_address_are_named_and_get_no_label(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id, lemgo = schedule(session), body(session)
        half = person(session, "Bo", "Zander", organisation_id=lemgo)
        live_at(session, Of.PERSON, half, "", postcode="", city="Lemgo")
        registrations.add(session, event_id, RegistrationDraft(person_id=half))
        register(session, event_id, "Anna Lichtmoos", typed_body="Stadt Beispielau")
        register(session, event_id, "Eva Ahorn", state=RegistrationState.CANCELLED)

    data = gathered(store, "event", event_id)

    assert data.labels == ()
    assert data.missing == (
        Missing(name="Anna Lichtmoos", body="Stadt Beispielau"),
        Missing(name="Bo Zander", body="Lemgo"),
    )
    assert data.about == "Regionalkonferenz in Lemgo"


def test_one_per_office_writes_once_to_a_body_of_which_several_come(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id, lemgo, other = schedule(session), body(session), body(session, "Bocholt")
        live_at(session, Of.BODY, lemgo, "Rathausplatz 1")
        live_at(session, Of.BODY, other, "Berliner Platz 1", postcode="46395", city="Bocholt")
        for given, place in (("Anna", lemgo), ("Bo", lemgo), ("Eva", other)):
            guest = person(session, given, "Zander", organisation_id=place, salutation="ms")
            registrations.add(session, event_id, RegistrationDraft(person_id=guest, organisation_id=place))

    data = gathered(store, "event", event_id, one_per_office=True)

    assert lines(data) == [
        ("Lemgo", "Rathausplatz 1", "32657 Lemgo"),
        ("Frau Eva Zander", "Bocholt", "Berliner Platz 1", "46395 Bocholt"),
    ]
    assert len(gathered(store, "event", event_id).labels) == 3


def test_a_private_address_never_becomes_that_of_the_office(store: Store) -> None:
    with store.write("person.add") as session:
        lemgo = body(session)
        people = [person(session, name, "Zander", organisation_id=lemgo) for name in ("Anna", "Bo")]
        live_at(session, Of.PERSON, people[0], "Gartenweg 3")

    data = gathered(store, "person", *people, one_per_office=True)

    assert data.labels == ()
    assert data.missing == (Missing(name="Lemgo", body=""),)


def test_labels_are_sorted_by_name_or_by_postcode_those_abroad_last(store: Store) -> None:
    with store.write("organisation.add") as session:
        places = []
        for name, postcode, country in (
            ("Ulm", "89073", "DE"),
            ("Wien", "1010", "AT"),
            ("Bonn", "53111", "DE"),
        ):
            place = body(session, name, country=country)
            live_at(session, Of.BODY, place, "Markt 1", postcode=postcode, city=name, country=country)
            places.append(place)

    assert [label.listed for label in gathered(store, "organisation", *places).labels] == [
        "Bonn",
        "Ulm",
        "Wien",
    ]
    by_code = gathered(store, "organisation", *places[:2], places[2], by_postcode=True)
    assert [label.listed for label in by_code.labels] == ["Bonn", "Ulm", "Wien"]
    assert [one.lines[-1] for one in by_code.labels] == ["53111 Bonn", "89073 Ulm", "ÖSTERREICH"]


def test_a_person_under_restriction_or_in_the_bin_gets_no_letter(store: Store) -> None:
    with store.write("person.add") as session:
        hidden = person(session, "Bo", "Zander", restricted_at=NOW)
        gone = person(session, "Eva", "Ahorn", deleted_at=NOW)

    data = gathered(store, "person", hidden, gone)

    assert (data.labels, data.missing) == ((), ())


def test_a_merged_registration_writes_to_the_record_that_was_kept_once(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        kept = person(session, "Anna", "Lichtmoos")
        live_at(session, Of.PERSON, kept, "Gartenweg 3")
        twin = person(session, "Anne", "Lichtmoos", merged_into_id=kept)
        for one in (kept, twin):
            registrations.add(session, event_id, RegistrationDraft(person_id=one))

    assert lines(gathered(store, "event", event_id)) == [("Anna Lichtmoos", "Gartenweg 3", "32657 Lemgo")]


def test_an_address_that_came_as_one_text_is_taken_apart(store: Store) -> None:
    with store.write("organisation.add") as session:
        lemgo = body(session)
        contact_points.add(
            session,
            Owner(Of.BODY, lemgo),
            ContactDraft(kind=ContactKind.POSTAL, city="32657 Lemgo", street="Haus B, Markt 1"),
        )
        point = session.get_one(ContactPoint, 1)
        point.value, point.street, point.city = "Haus B, Markt 1, 32657 Lemgo", "", ""

    assert lines(gathered(store, "organisation", lemgo)) == [("Lemgo", "Haus B, Markt 1", "32657 Lemgo")]

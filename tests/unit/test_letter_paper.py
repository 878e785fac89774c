"""Gathering of letters: who is written to, how they are greeted, where it goes."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kts_desktop.cli.paper_commands import print_each
from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.person import Affiliation, ContactPoint, Person
from kts_desktop.printing.catalogue import PAPERS
from kts_desktop.services import letter_paper
from kts_desktop.services.letter_paper import Letter, LetterOptions
from kts_desktop.services.paper_options import Ask
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import Store
from tests.helpers.build import NOON, a_body, a_case, a_person


def gathered(store: Store, kind: str, id_: int, **options: Any) -> Letter:
    """Return the letter to a record."""
    ask = Ask(kind=kind, ids=(id_,), options=LetterOptions(**options), now=NOON)
    with store.read() as session:
        return letter_paper.gather(session, ask)


def at_town_hall(session: Session, **fields: Any) -> tuple[int, int]:
    """Add a person with a post at a body that has an address; returns person and body."""
    body = a_body(session, "Stadt Zwönitz")
    session.add(
        ContactPoint(
            kind="postal", value="", street="Markt 1", postcode="08297", city="Zwönitz", organisation_id=body
        )
    )
    person = a_person(session, **fields)
    session.add(Affiliation(person_id=person, organisation_id=body, function="Leitung", unit="Stabsstelle"))
    session.flush()
    return person, body


@pytest.mark.parametrize(
    ("fields", "language", "salutation", "first_lines"),
    [
        (
            {"salutation": "ms", "office_title": "Oberbürgermeisterin", "degree": "Dr."},
            "de",
            "Sehr geehrte Frau Oberbürgermeisterin",
            ("Frau Oberbürgermeisterin", "Dr. Anna Lichtmoos"),
        ),
        (
            {"salutation": "mr", "office_title": "Landrat", "given_name": "Jonas"},
            "de",
            "Sehr geehrter Herr Landrat",
            ("Herrn Landrat", "Jonas Lichtmoos"),
        ),
        (
            {"salutation": "mr", "degree": "Prof. Dr.", "given_name": "Jonas"},
            "de",
            "Sehr geehrter Herr Professor Lichtmoos",
            ("Herrn Prof. Dr. Jonas Lichtmoos", "Stadt Zwönitz"),
        ),
        ({}, "de", "Guten Tag Anna Lichtmoos", ("Anna Lichtmoos", "Stadt Zwönitz")),
        (
            {"salutation": "ms", "letter_salutation": "Liebe Frau Lichtmoos"},
            "de",
            "Liebe Frau Lichtmoos",
            ("Frau Anna Lichtmoos", "Stadt Zwönitz"),
        ),
        (
            {"salutation": "ms", "language": "de"},
            "en",
            "Dear Ms Lichtmoos",
            ("Anna Lichtmoos", "Stadt Zwönitz"),
        ),
    ],
)
def test_the_salutation_follows_the_protocol_in_the_language_of_the_letter(
    store: Store, fields: dict[str, str], language: str, salutation: str, first_lines: tuple[str, ...]
) -> None:
    with store.write("person.add") as session:
        person, _ = at_town_hall(session, **fields)

    letter = gathered(store, "person", person, language=language)

    assert letter.salutation == salutation
    assert letter.addresses[0][:2] == first_lines
    assert letter.addresses[0][-2:] == ("Markt 1", "08297 Zwönitz")
    assert letter.arrives


def test_shorter_addresses_leave_out_the_unit_and_then_the_title_never_the_town(store: Store) -> None:
    with store.write("person.add") as session:
        person, _ = at_town_hall(session, salutation="ms", office_title="Bürgermeisterin")

    full, without_unit, without_title = gathered(store, "person", person).addresses

    assert "Stabsstelle" in full
    assert "Stabsstelle" not in without_unit
    assert without_title[0] == "Frau Anna Lichtmoos"
    assert {lines[-1] for lines in (full, without_unit, without_title)} == {"08297 Zwönitz"}


def test_a_letter_to_a_body_greets_ladies_and_gentlemen(store: Store) -> None:
    with store.write("body.add") as session:
        _, body = at_town_hall(session)

    letter = gathered(store, "organisation", body)

    assert letter.salutation == "Sehr geehrte Damen und Herren"
    assert letter.addresses[0] == ("Stadt Zwönitz", "Markt 1", "08297 Zwönitz")
    assert letter.recipient == "Stadt Zwönitz"


def test_a_letter_about_a_case_bears_its_number_and_goes_to_its_first_person(store: Store) -> None:
    with store.write("case.open") as session:
        person, body = at_town_hall(session)
        case = a_case(session, organisation_id=body, person_ids=(person,))
        other = a_case(session, organisation_id=body)

    letter = gathered(store, "advisory_case", case)

    assert letter.head.number
    assert (letter.recipient, letter.subject) == ("Anna Lichtmoos", "Starkregen-Frühwarnung")
    assert gathered(store, "advisory_case", other).recipient == "Stadt Zwönitz"
    assert gathered(store, "advisory_case", case, subject="Anderes").subject == "Anderes"


def test_text_and_enclosures_come_as_typed(store: Store) -> None:
    with store.write("person.add") as session:
        person = a_person(session)

    letter = gathered(
        store,
        "person",
        person,
        letter_text="Eins.\n\n\nZwei.\nDrei.\n",
        enclosures="Muster\n\n Liste ",
        dated="2026-12-01",
    )

    assert letter.paragraphs == ("Eins.", "Zwei.\nDrei.")
    assert letter.enclosures == ("Muster", "Liste")
    assert letter.dated == date(2026, 12, 1)
    assert letter.signed_by == "Mira Ahornthal"
    assert not letter.arrives


def test_a_day_that_is_none_is_today(store: Store) -> None:
    with store.write("person.add") as session:
        person = a_person(session)

    assert gathered(store, "person", person, dated="morgen").dated == date(2026, 11, 24)


def test_whose_data_are_restricted_gets_no_letter(store: Store) -> None:
    with store.write("person.restrict") as session:
        person = a_person(session)
        session.get_one(Person, person).restricted_at = NOON

    with pytest.raises(NotFoundError):
        gathered(store, "person", person)


def test_one_letter_to_many_gives_a_file_for_each_and_names_who_was_left_out(
    store: Store, tmp_path: Path
) -> None:
    with store.write("person.add") as session:
        first, _ = at_town_hall(session)
        gone = a_person(session, "Weg")
        session.get_one(Person, gone).restricted_at = NOON
        last = a_person(session, "Birke")
    folder = tmp_path / "letters"
    folder.mkdir()
    options = LetterOptions(letter_text="Gruß.")
    asks = [Ask(kind="person", ids=(id_,), options=options, now=NOON) for id_ in (first, gone, last)]

    report = print_each(store, PAPERS["letter"], asks, folder)

    assert len(list(folder.iterdir())) == 2
    assert [one.ask.ids for one in report.skipped] == [(gone,)]
    assert report.printed[0].remarks == ()
    assert "keine Postanschrift" in report.printed[1].remarks[0]

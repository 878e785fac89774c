"""How people are named, greeted and addressed."""

import pytest

from kts_desktop.services.salutations import (
    Address,
    Name,
    address_lines,
    computed_salutation,
    letter_salutation,
    named,
)

MAYOR = Name(
    family_name="Ahornthal",
    given_name="Mira",
    degree="Dr.",
    salutation="ms",
    office_title="Oberbürgermeisterin",
)
TOWN = Address(body="Stadt Krefeld", street="Musterplatz 1", postcode="00000", city="Krefeld")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (MAYOR, "Sehr geehrte Frau Oberbürgermeisterin"),
        (
            Name(family_name="Tannenstein", name_prefix="zu", salutation="mr"),
            "Sehr geehrter Herr zu Tannenstein",
        ),
        (
            Name(family_name="Öhrenkamp", degree="Dr.-Ing.", salutation="mr"),
            "Sehr geehrter Herr Dr. Öhrenkamp",
        ),
        (Name(family_name="Lichtmoos", degree="Dipl.-Ing.", salutation="ms"), "Sehr geehrte Frau Lichtmoos"),
        (
            Name(family_name="Weißdornhagen", degree="Prof. Dr.", salutation="ms"),
            "Sehr geehrte Frau Professorin Weißdornhagen",
        ),
        (Name(family_name="Lind", given_name="Kim"), "Guten Tag Kim Lind"),
        (Name(), "Sehr geehrte Damen und Herren"),
        (
            Name(family_name="Cielolindo", salutation="mr", office_title="Mayor", language="en"),
            "Dear Mayor Cielolindo",
        ),
        (Name(family_name="Açaíflor", salutation="ms", degree="Dra. Dr.", language="en"), "Dear Dr Açaíflor"),
        (Name(family_name="Neelambagh", degree="Prof.", language="en"), "Dear Professor Neelambagh"),
        (Name(family_name="Montesclaro", salutation="mr", language="en"), "Dear Mr Montesclaro"),
        (Name(family_name="Lind", given_name="Kim", language="en"), "Dear Kim Lind"),
    ],
)
def test_a_letter_begins_by_the_rules(name: Name, expected: str) -> None:
    assert computed_salutation(name) == expected


def test_what_was_entered_for_the_letter_goes_before_the_rules() -> None:
    name = Name(family_name="Ahornthal", salutation="ms", letter_salutation="Liebe Mira")

    assert letter_salutation(name) == "Liebe Mira"
    assert computed_salutation(name) == "Sehr geehrte Frau Ahornthal"


def test_an_office_stands_before_the_name_in_the_address() -> None:
    assert address_lines(MAYOR, TOWN) == (
        "Frau Oberbürgermeisterin",
        "Dr. Mira Ahornthal",
        "Stadt Krefeld",
        "Musterplatz 1",
        "00000 Krefeld",
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Landrat", "Herrn Landrat"),
        ("Beigeordneter", "Herrn Beigeordneten"),
        ("Erster Bürgermeister", "Herrn Ersten Bürgermeister"),
        ("Regierungspräsident", "Herrn Regierungspräsidenten"),
        ("Amtsvorsteher", "Herrn Amtsvorsteher"),
    ],
)
def test_the_first_line_of_an_address_is_in_the_accusative(title: str, expected: str) -> None:
    name = Name(family_name="Wiesenfurt", given_name="Paul", salutation="mr", office_title=title)

    assert address_lines(name, TOWN)[0] == expected


def test_abroad_town_and_country_stand_in_capitals_and_the_country_last() -> None:
    name = Name(family_name="Açaíflor", given_name="Ana", salutation="ms", language="en")
    address = Address(
        body="Prefeitura de Exemplo", street="Rua Exemplo 1", postcode="00000", city="São Exemplo"
    )

    assert address_lines(name, address, "Brasilien") == (
        "Ana Açaíflor",
        "Prefeitura de Exemplo",
        "Rua Exemplo 1",
        "00000 SÃO EXEMPLO",
        "BRASILIEN",
    )


def test_an_address_has_six_lines_at_most_and_the_unit_gives_way() -> None:
    address = Address(
        body="Stadt Krefeld", unit="Stabsstelle", street="Musterplatz 1", postcode="00000", city="Krefeld"
    )

    assert "Stabsstelle" in address_lines(MAYOR, address)
    assert address_lines(MAYOR, address, "Deutschland")[-1] == "DEUTSCHLAND"
    assert "Stabsstelle" not in address_lines(MAYOR, address, "Deutschland")


def test_names_are_read_and_sorted_with_their_parts() -> None:
    name = Name(
        family_name="Auenwiese", given_name="Anna", name_prefix="von der", degree="Dr.", salutation="ms"
    )

    assert name.full == "Dr. Anna von der Auenwiese"
    assert name.listed == "Auenwiese, Dr. Anna von der"
    assert named(name, language="de") == "Frau Dr. Anna von der Auenwiese"
    assert named(name, language="en") == "Ms Dr. Anna von der Auenwiese"

"""The reader of the official register: invented lines, broken ones, and the real file where it is at hand."""

import gzip
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kts_desktop.core.errors import ImportFileError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.exchange.register import entries, gv100ad
from kts_desktop.services.register_editions import Level
from tests.helpers.gv100ad import Place, country, line, municipality, packed

OFFICIAL = Path(__file__).parents[2].parent / "shared/data/official/GV100AD_30112025.txt.gz"
LETTERS = st.text("abcäöüßčłŚěÁ -/()", min_size=1, max_size=40).map(lambda text: f"X{text}X")


@dataclass(frozen=True)
class Fault:
    """How to break a good file, and what the reader must say."""

    data: bytes
    code: str
    line: int


GOOD = country(Place("Musterstadt, Stadt"))
ROWS = GOOD.decode().splitlines()
LAST = len(ROWS)


def broken(number: int, start: int, text: str) -> bytes:
    """Overwrite one field of one line; positions from 1."""
    rows = list(ROWS)
    row = rows[number - 1]
    rows[number - 1] = row[: start - 1] + text + row[start - 1 + len(text) :]
    return ("\n".join(rows) + "\n").encode()


FAULTS = {
    "latin-1": Fault(
        GOOD.decode().replace("Musterstadt", "Müsterstadt").encode("latin-1"), "register_encoding", LAST - 1
    ),
    "utf-16": Fault(GOOD.decode().encode("utf-16"), "register_encoding", 1),
    "zero bytes": Fault(broken(3, 30, "\0"), "register_not_the_format", 3),
    "nothing": Fault(b"", "register_not_the_format", 1),
    "a spreadsheet": Fault(b"PK\x03\x04rest", "register_not_the_format", 1),
    "comma-separated": Fault(b"ags,name\n01001000,Flensburg\n", "register_not_the_format", 1),
    "short line": Fault("\n".join([*ROWS[:4], ROWS[4][:219], *ROWS[5:]]).encode(), "register_line_length", 5),
    "blank line": Fault("\n".join([*ROWS[:4], "", *ROWS[4:]]).encode(), "register_not_the_format", 5),
    "cut off in a line": Fault(GOOD[:-30], "register_line_length", LAST),
    "letters in the population": Fault(broken(LAST, 145, "O"), "register_field", LAST),
    "more men than people": Fault(broken(LAST, 151, "99999999999"), "register_field", LAST),
    "no day": Fault(broken(2, 3, "20259931"), "register_field", 2),
    "two days": Fault(broken(2, 3, "20240101"), "register_field", 2),
    "no name": Fault(broken(LAST, 23, " " * 50), "register_field", LAST),
    "unknown district": Fault(broken(LAST, 14, "55"), "register_key_unknown", LAST),
    "unknown association": Fault(broken(LAST, 19, "7777"), "register_key_unknown", LAST),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_broken_file_is_refused_with_its_line(fault: Fault) -> None:
    with pytest.raises(ImportFileError) as caught:
        gv100ad.parse(fault.data)
    assert (caught.value.code, caught.value.details["line"]) == (fault.code, fault.line)
    assert f"Line {fault.line}" in sentence(caught.value, "en")
    assert f"Zeile {fault.line}" in sentence(caught.value, "de")


def test_a_municipality_that_comes_twice_is_refused() -> None:
    with pytest.raises(ImportFileError) as caught:
        gv100ad.parse(GOOD + ROWS[-1].encode() + b"\n")
    assert (caught.value.code, caught.value.details["line"]) == ("register_key_twice", LAST + 1)


def test_a_file_that_ends_before_the_last_state_is_refused() -> None:
    rows = [row for row in ROWS if row[10:12] != "16"]
    with pytest.raises(ImportFileError) as caught:
        gv100ad.parse("\n".join(rows).encode())
    assert caught.value.code == "register_incomplete"
    assert caught.value.details["key"] == "16"
    assert "16" in sentence(caught.value, "de")


def test_a_district_without_municipalities_is_refused() -> None:
    lonely = line("40", key="01099", name="Leerkreis", type_code="44")
    with pytest.raises(ImportFileError) as caught:
        gv100ad.parse(GOOD + lonely.encode() + b"\n")
    assert caught.value.code == "register_incomplete"


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    windows = b"\xef\xbb\xbf" + GOOD.replace(b"\n", b"\r\n")
    assert gv100ad.parse(windows) == gv100ad.parse(GOOD)


def test_positions_count_letters_not_bytes() -> None:
    register = gv100ad.parse(country(Place("Budyšin-Łužyca", population=4711)))
    assert (register.municipalities[-1].name, register.municipalities[-1].population) == (
        "Budyšin-Łužyca",
        4711,
    )


def test_the_ars_holds_the_association_before_the_municipality() -> None:
    unit = gv100ad.parse(country(Place("Musterdorf", ags="16077042", association="5103"))).municipalities[-1]
    assert (unit.ags, unit.ars) == ("16077042", "160775103042")


def test_unincorporated_areas_count_in_the_sums_only() -> None:
    register = gv100ad.parse(country(Place("Musterforst, gemfr. Gebiet", type_code="65", population=12)))
    base = gv100ad.parse(country())
    assert register.population == base.population + 12
    assert [unit.name for unit in register.unincorporated] == ["Musterforst, gemfr. Gebiet"]
    assert register.municipalities == base.municipalities


def test_only_real_associations_are_listed() -> None:
    names = [
        unit.name for unit in gv100ad.parse(country(Place("Musterdorf", association="5103"))).associations
    ]
    assert names == ["Amt Musterdorf"]


def test_several_postcodes_are_marked() -> None:
    unit = gv100ad.parse(country(Place("Musterstadt", several_postcodes=True))).municipalities[-1]
    assert unit.has_several_postcodes


@given(name=LETTERS, population=st.integers(0, 99_999_999_999), area=st.integers(0, 99_999_999_999))
def test_what_a_line_says_is_what_is_read(name: str, population: int, area: int) -> None:
    rows = [*ROWS[:-1], municipality(Place(name, population=population, area_ha=area))]
    unit = gv100ad.parse("\n".join(rows).encode()).municipalities[-1]
    assert (unit.name, unit.population, unit.area_ha) == (name.strip(), population, area)


@given(noise=st.binary(max_size=400))
def test_noise_is_refused_in_a_sentence(noise: bytes) -> None:
    with pytest.raises(ImportFileError) as caught:
        gv100ad.parse(noise)
    assert sentence(caught.value, "de")


@given(at=st.integers(1, len(GOOD) - 2))
def test_a_file_cut_anywhere_is_refused(at: int) -> None:
    with pytest.raises(ImportFileError):
        gv100ad.parse(GOOD[:at])


@pytest.mark.parametrize(
    ("as_of", "counted"),
    [("20251130", date(2024, 12, 31)), ("20250331", date(2023, 12, 31)), ("20241231", date(2023, 12, 31))],
)
def test_the_day_of_the_count_follows_the_territorial_status(as_of: str, counted: date) -> None:
    register = gv100ad.parse(country(as_of=as_of))
    assert {entry.population_as_of for entry in entries.of_register(register).entries} == {counted}


def test_districts_and_associations_get_the_sums_of_their_members() -> None:
    register = gv100ad.parse(
        country(
            Place("Musterdorf", ags="16077001", association="5103", population=100),
            Place("Musterhof", ags="16077002", association="5103", population=11),
        )
    )
    found = {entry.key: entry.population for entry in entries.of_register(register).entries}
    assert found[Level.ASSOCIATION, "160775103"] == 111
    assert found[Level.DISTRICT, "16077"] == 111 + 1000  # and the seat of the district


def test_urban_districts_stand_once_in_the_directory() -> None:
    edition = entries.of_register(gv100ad.parse(country()))
    assert not {entry.body_type for entry in edition.entries} & {"41", "42"}


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the official file is not part of the product")
def test_the_official_file_is_read_to_the_last_inhabitant() -> None:
    register = gv100ad.parse(gzip.decompress(OFFICIAL.read_bytes()))
    assert (register.as_of, register.population, register.area_ha) == (
        date(2025, 11, 30),
        83_577_140,
        35_768_392,
    )
    assert [
        len(units)
        for units in (register.states, register.districts, register.associations, register.municipalities)
    ] == [16, 400, 1203, 10751]
    assert len(register.unincorporated) == 202
    assert [unit.ags for unit in register.municipalities if unit.is_cut] == ["14625020"]


def test_the_packed_form_unpacks_to_the_same_register() -> None:
    assert gv100ad.parse(gzip.decompress(packed(GOOD))) == gv100ad.parse(GOOD)

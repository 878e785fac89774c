"""Finding places and taking them over, on a real encrypted store with the whole directory."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.organisation import Organisation, OrganisationKey
from kts_desktop.models.vocab import RegisterId
from kts_desktop.services import directory, organisations, place_cards, place_lists
from kts_desktop.services.directory import PlaceHit
from kts_desktop.services.place_lists import PlaceFilter, PlaceOrder
from kts_desktop.services.place_words import is_near
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from tests.helpers.build import a_body, a_case
from tests.helpers.build_projects import a_post, the_body

TODAY = date(2026, 11, 24)


def find(office: Store, typed: str, limit: int = 20) -> list[PlaceHit]:
    with office.read() as session:
        return directory.find(session, typed, limit)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Koeln", "05315000"),
        ("koln", "05315000"),
        ("Köln", "05315000"),
        ("KÖLN", "05315000"),
        ("kref", "05114000"),
        ("Muenchen", "09162000"),
        ("Budysin", "14625020"),
        ("Chosebuz", "12052000"),
        ("Frankfurt Oder", "12053000"),
        ("Frankfurt a. d. Oder", "12053000"),
        ("Frankfurt/Oder", "12053000"),
        ("Kirchheim bei München", "09184131"),
        ("Limburg an der Lahn", "06533009"),
        ("Neuenkirchen Steinfurt", "05566060"),
        ("Neuenkirchen NRW", "05566060"),
        ("Neuenkirchen Vorpommern-Rügen", "13073059"),
        ("Landkreis Hof", "09475"),
        ("Lkr Hof", "09475"),
        ("Hof", "09464000"),
        ("Kreis Lippe", "05766"),
        ("Landkreis Rostock", "13072"),
        ("Rostock", "13003000"),
        ("Sankt Wendel Landkreis", "10046"),
        ("05114", "05114000"),
        ("08 4 21 000", "08421000"),
        ("Amt Süderbrarup", "010595974"),
        ("Au", "08315003"),
    ],
)
def test_a_place_is_found_however_it_is_written(office: Store, typed: str, key: str) -> None:
    assert find(office, typed)[0].key == key


@pytest.mark.parametrize("typed", ["Krefled", "Krefeldd", "Krefed", "Kreveld", "krefled "])
def test_one_wrong_letter_is_forgiven(office: Store, typed: str) -> None:
    assert [hit.name for hit in find(office, typed)] == ["Krefeld"]


@pytest.mark.parametrize("typed", ["", "   ", "xqzwv", "-", '"', "999999999999", "' OR 1=1 --"])
def test_nonsense_finds_nothing_and_breaks_nothing(office: Store, typed: str) -> None:
    assert find(office, typed) == []


def test_eleven_places_of_one_name_are_told_apart_by_district_and_state(office: Store) -> None:
    hits = [hit for hit in find(office, "Neuenkirchen", 40) if hit.name == "Neuenkirchen"]
    assert len(hits) == 11
    assert hits == find(office, "Neuenkirchen", 11)
    assert all(hit.district and hit.state for hit in hits)
    assert len({hit.key for hit in hits}) == 11


def test_the_exact_name_stands_before_larger_places_that_begin_with_it(office: Store) -> None:
    names = [hit.name for hit in find(office, "Hof", 40)]
    assert names[:3] == ["Hof", "Hof", "Landkreis Hof"]
    assert "Hofheim am Taunus" in names[3:]


def test_an_urban_district_is_told_once(office: Store) -> None:
    assert len([hit for hit in find(office, "Solingen") if hit.name == "Solingen"]) == 1


def test_a_body_without_any_key_is_found_beside_the_directory(office: Store) -> None:
    with office.write("organisation.add") as session:
        body = a_body(session, "Krefelder Institut für Beispiele")
    found = find(office, "krefeld")
    assert [hit.name for hit in found] == ["Krefeld", "Krefelder Institut für Beispiele"]
    assert found[1].organisation_id == body
    assert found[1].token == body


def test_a_place_taken_over_is_told_once_as_the_body(office: Store) -> None:
    before = find(office, "Nordhorn")[0]
    assert not before.is_adopted
    with office.write("organisation.adopt") as session:
        body = directory.resolve(session, before.token)
    after = find(office, "Nordhorn")
    assert [hit.organisation_id for hit in after if hit.name == "Nordhorn"] == [body]
    assert after[0].register_id == before.register_id
    assert after[0].key == "03456015"


def test_taking_over_brings_keys_population_and_source(office: Store) -> None:
    with office.write("organisation.adopt") as session:
        body = the_body(session, "Landkreis Kulmbach")
        row = session.get(Organisation, body)
        keys = session.execute(
            select(OrganisationKey.scheme, OrganisationKey.value)
            .where(OrganisationKey.organisation_id == body)
            .order_by(OrganisationKey.scheme)
        ).all()
        assert row is not None
        told = (row.name, row.kind, row.state, row.population_source, row.population_as_of)
    assert told == ("Landkreis Kulmbach", "district", "09", "Destatis", date(2018, 12, 31))
    assert [tuple(key) for key in keys] == [("AGS", "09477"), ("ARS", "09477")]


def test_taking_over_twice_gives_one_body(office: Store) -> None:
    token = find(office, "Nordhorn")[0].token
    with office.write("organisation.adopt") as session:
        first = directory.resolve(session, token)
        second = directory.resolve(session, token)
        count = session.scalar(select(func.count()).where(Organisation.name == "Nordhorn"))
    assert first == second
    assert count == 1


def test_taking_over_can_be_undone_and_done_again(office: Store) -> None:
    token = find(office, "Nordhorn")[0].token
    with office.write("organisation.adopt") as session:
        body = directory.resolve(session, token)
    undo.undo(office)
    assert not find(office, "Nordhorn")[0].is_adopted
    with office.write("organisation.adopt") as session:
        assert directory.resolve(session, token) == body
    assert find(office, "Nordhorn")[0].is_adopted


def test_an_entry_the_directory_does_not_hold_is_refused(office: Store) -> None:
    with pytest.raises(NotFoundError), office.write("organisation.adopt") as session:
        directory.adopt(session, RegisterId(999_999))


def test_the_list_holds_directory_and_office_in_one_order(office: Store) -> None:
    with office.read() as session:
        tokens = place_lists.tokens(session, PlaceFilter())
        rows = place_lists.rows(session, tokens[:200])
        names = [rows[token].hit.name for token in tokens[:200]]
        bodies = session.scalar(select(func.count(Organisation.id)))
    assert len(tokens) == len(set(tokens)) > 11_067
    assert sum(token > 0 for token in tokens) == bodies
    assert names[:5] == ["Aach", "Aach", "Aachen", "Aalen", "Aarbergen"]


def test_filters_narrow_by_state_size_and_kind(office: Store) -> None:
    wanted = PlaceFilter(state="05", size="20k_50k", kind="municipality")
    with office.read() as session:
        tokens = place_lists.tokens(session, wanted, PlaceOrder.POPULATION, descending=True)
        rows = place_lists.rows(session, tokens)
    populations = [rows[token].hit.population or 0 for token in tokens]
    assert {row.hit.state for row in rows.values()} == {"05"}
    assert populations == sorted(populations, reverse=True)
    assert 20_000 <= min(populations) <= max(populations) < 50_000


def test_only_bodies_of_the_office_on_request(office: Store) -> None:
    with office.read() as session:
        tokens = place_lists.tokens(session, PlaceFilter(only_adopted=True))
        searched = place_lists.tokens(session, PlaceFilter(text="Hof", only_adopted=True))
    assert all(token > 0 for token in tokens)
    assert len(searched) == 1


def test_a_row_says_which_model_project_a_place_belongs_to(office: Store) -> None:
    with office.read() as session:
        token = directory.find(session, "Naunhof")[0].token
        row = place_lists.rows(session, [token])[token]
    assert row.project.startswith("Brandis")


def test_similar_places_are_of_the_same_size_the_nearest_first(office: Store) -> None:
    with office.read() as session:
        token = directory.find(session, "Eichenzell")[0].token
        near = place_lists.similar(session, token, 5)
        funded = place_lists.similar(session, token, 5, only_projects=True)
    assert near[0].hit.name == "Künzell"
    assert [place.distance_km for place in near] == sorted(place.distance_km for place in near)
    assert funded[0].hit.name == "Haßfurt"
    assert all(place.project for place in funded)
    assert all(10_000 <= (place.hit.population or 0) < 20_000 for place in (*near, *funded))


def test_a_place_without_population_has_no_similar_ones(office: Store) -> None:
    with office.read() as session:
        token = directory.find(session, "Bautzen / Budyšin")[0].token
        assert place_lists.similar(session, token) == []


def test_the_card_of_an_entry_tells_what_the_directory_knows(office: Store) -> None:
    with office.read() as session:
        token = directory.find(session, "Nordhorn")[0].token
        card = place_cards.card(session, token, TODAY)
    assert card.edition == date(2023, 12, 31)
    assert [(key.scheme, key.value) for key in card.keys] == [("AGS", "03456015")]
    assert (card.cases, card.people, card.projects) == ((), (), ())


def test_the_card_of_a_body_gathers_what_the_office_has(office: Store) -> None:
    with office.write("case.open") as session:
        body = the_body(session, "Zwönitz")
        case = a_case(session, organisation_id=body)
        person = a_post(session, body)
        card = place_cards.card(session, body, TODAY)
    assert [row.id for row in card.cases] == [case]
    assert [row.id for row in card.people] == [person]
    assert [project.title for project in card.projects] == ["Zwönitz"]
    assert card.size == "10k_20k"


def test_a_body_in_the_bin_has_no_card_and_its_place_is_free_again(office: Store) -> None:
    with office.write("organisation.adopt") as session:
        body = the_body(session, "Nordhorn")
    with office.write("organisation.delete") as session:
        organisations.delete(session, [body])
    with office.read() as session:
        with pytest.raises(NotFoundError):
            place_cards.card(session, body, TODAY)
        assert not directory.find(session, "Nordhorn")[0].is_adopted


def test_a_place_taken_over_meanwhile_answers_to_its_old_token(office: Store) -> None:
    token = find(office, "Nordhorn")[0].token
    with office.write("organisation.adopt") as session:
        body = directory.resolve(session, token)
        assert directory.hits(session, [token])[token].organisation_id == body


@given(st.text("abcd", min_size=1, max_size=8), st.integers(0, 7), st.sampled_from("abcdx"))
def test_a_letter_put_in_taken_out_or_exchanged_is_near(word: str, place: int, letter: str) -> None:
    at = place % len(word)
    assert is_near(word, word[:at] + letter + word[at:])
    assert is_near(word[:at] + word[at + 1 :], word)
    assert is_near(word, word[:at] + letter + word[at + 1 :])
    assert is_near(word, word[: at - 1] + word[at : at + 1] + word[at - 1 : at] + word[at + 1 :]) or at == 0


@pytest.mark.parametrize(("one", "other"), [("krefeld", "krefeldxy"), ("abcd", "badc"), ("hof", "bad")])
def test_two_wrong_letters_are_too_many(one: str, other: str) -> None:
    assert not is_near(one, other)

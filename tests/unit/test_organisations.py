"""Bodies, their keys and their lists."""

from datetime import date

import pytest

from kts_desktop.core.errors import NotFoundError, ValidationError
from kts_desktop.models.vocab import KeyScheme, OrganisationOrder
from kts_desktop.services import organisation_cards, organisation_lists, organisations, persons
from kts_desktop.services.contact_points import Of
from kts_desktop.services.organisation_lists import OrganisationFilter
from kts_desktop.services.organisations import KeyDraft, OrganisationDraft
from kts_desktop.storage.store import Store
from tests.helpers.build import NOON, TODAY, a_case, a_note
from tests.helpers.build_contacts import a_body, a_mail, a_person, a_phone


def names(store: Store, wanted: OrganisationFilter | None = None, **order: object) -> list[str]:
    with store.read() as session:
        ids = organisation_lists.ids(session, wanted or OrganisationFilter(), **order)  # type: ignore[arg-type]
        rows = organisation_lists.rows(session, ids)
        assert organisation_lists.count(session, wanted or OrganisationFilter()) == len(ids)
    return [rows[id_].name for id_ in ids]


def test_a_row_tells_how_to_reach_the_body_and_what_is_open(store: Store) -> None:
    with store.write("organisation.add") as session:
        body = a_body(session, designation="Stadt", district="")
        a_phone(session, body, "02151 86-0", Of.BODY)
        a_mail(session, body, "post@krefeld.example", Of.BODY)
        a_person(session, at=body)
        a_case(session, organisation_id=body)
        a_case(session, organisation_id=body, state="closed")
        row = organisation_lists.rows(session, [body])[body]

    assert (row.phone, row.mail, row.people, row.open_cases) == ("02151 86-0", "post@krefeld.example", 1, 1)


def test_lists_are_sorted_and_filtered(store: Store) -> None:
    with store.write("organisation.add") as session:
        a_body(session, "Ulm", state="08", population=128_928, population_source="Destatis")
        a_body(session, "Ährenfeld", state="01")
        a_body(session, "Beispielbote", kind="press", state="01")
        a_person(session, at=a_body(session, "Aachen", state="05", population=9, population_source="x"))

    assert names(store) == ["Aachen", "Ährenfeld", "Beispielbote", "Ulm"]
    assert names(store, order=OrganisationOrder.STATE) == ["Ährenfeld", "Beispielbote", "Aachen", "Ulm"]
    by_size = names(store, order=OrganisationOrder.POPULATION, descending=True)
    assert by_size[:2] == ["Ulm", "Aachen"]
    assert names(store, OrganisationFilter(kind="press")) == ["Beispielbote"]
    assert names(store, OrganisationFilter(state="01", municipal=True)) == ["Ährenfeld"]
    assert names(store, OrganisationFilter(municipal=False)) == ["Beispielbote"]
    assert names(store, OrganisationFilter(without_people=True)) == ["Ährenfeld", "Beispielbote", "Ulm"]
    assert names(store, OrganisationFilter(text="aehren")) == ["Ährenfeld"]


def test_a_body_goes_to_the_bin_and_comes_back(store: Store) -> None:
    with store.write("organisation.add") as session:
        body = a_body(session)
        organisations.delete(session, [body])
        session.flush()
        with pytest.raises(NotFoundError):
            organisations.delete(session, [body])
    assert names(store) == []
    assert names(store, OrganisationFilter(in_bin=True)) == ["Krefeld"]
    with store.write("restore") as session:
        organisations.restore(session, body)
    assert names(store) == ["Krefeld"]


@pytest.mark.parametrize(
    ("draft", "field", "code"),
    [
        (OrganisationDraft(name=" "), "name", "blank"),
        (OrganisationDraft(name="Ulm", kind=""), "kind", "blank"),
        (OrganisationDraft(name="Ulm", population=-1), "population", "number_too_small"),
        (OrganisationDraft(name="Ulm", population=5), "population_source", "population_without_source"),
    ],
)
def test_what_does_not_make_sense_is_refused_at_its_field(
    store: Store, draft: OrganisationDraft, field: str, code: str
) -> None:
    with store.write("organisation.add") as session, pytest.raises(ValidationError) as refused:
        organisations.add(session, draft)

    assert (refused.value.field, refused.value.code) == (field, code)


def test_no_body_stands_above_itself(store: Store) -> None:
    with store.write("organisation.add") as session:
        above = a_body(session, "Kreis")
        below = a_body(session, "Gemeinde", parent_id=above)
        with pytest.raises(ValidationError) as refused:
            organisations.edit(session, above, OrganisationDraft(name="Kreis", parent_id=below))

    assert refused.value.code == "parent_of_itself"


def test_editing_starts_from_what_there_is(store: Store) -> None:
    with store.write("organisation.add") as session:
        body = a_body(session, remark="alt", area_ha=13_775)
        draft = organisations.draft_of(session, body)
        organisations.edit(session, body, OrganisationDraft(name="Krefeld am Rhein", state=draft.state))
        session.flush()
        after = organisations.draft_of(session, body)

    assert (draft.remark, draft.area_ha) == ("alt", 13_775)
    assert (after.name, after.remark, after.state) == ("Krefeld am Rhein", "", "05")


def test_keys_are_text_and_may_end(store: Store) -> None:
    with store.write("organisation.edit") as session:
        body = a_body(session)
        key = organisations.add_key(session, body, KeyDraft(scheme=KeyScheme.AGS, value="01 054 056"))
        ended = KeyDraft(
            scheme=KeyScheme.AGS, value="01054056", valid_to=date(2025, 12, 31), successor="01054999"
        )
        organisations.edit_key(session, key, ended)
        with pytest.raises(ValidationError, match="key_form"):
            organisations.add_key(session, body, KeyDraft(scheme=KeyScheme.AGS, value="1054056"))
        organisations.add_key(session, body, KeyDraft(scheme=KeyScheme.OWN, value="K-7"))
        organisations.remove_key(session, key)
        session.flush()
        with pytest.raises(NotFoundError):
            organisations.edit_key(session, key, ended)


def test_a_card_shows_all_that_hangs_on_a_body(store: Store) -> None:
    with store.write("organisation.add") as session:
        above = a_body(session, "Regierungsbezirk", kind="state_authority")
        body = a_body(session, parent_id=above, population=230_000, population_source="Destatis")
        organisations.add_key(session, body, KeyDraft(scheme=KeyScheme.AGS, value="05114000"))
        a_phone(session, body, "02151 86-0", Of.BODY)
        person = a_person(session, at=body, function="CDO")
        hidden = a_person(session, "Verborgen", at=body)
        persons.restrict(session, hidden, at=NOON)
        case = a_case(session, organisation_id=body)
        note = a_note(session, organisation_id=body)
        card = organisation_cards.card(session, body, today=TODAY)
        card_above = organisation_cards.card(session, above, today=TODAY)

    assert card.parent is not None
    assert (card.parent.name, card.size) == ("Regierungsbezirk", "100k_500k")
    assert [(key.scheme, key.value) for key in card.keys] == [(KeyScheme.AGS, "05114000")]
    assert [line.shown for line in card.contacts] == ["02151 86-0"]
    assert [(member.person.id, member.post.function) for member in card.people] == [(person, "CDO")]
    assert [row.id for row in card.cases] == [case]
    assert [row.id for row in card.notes] == [note]
    assert ([link.name for link in card_above.below], card_above.size) == (["Krefeld"], "")


def test_a_card_of_nothing_says_so(store: Store) -> None:
    with store.read() as session, pytest.raises(NotFoundError):
        organisation_cards.card(session, 4711)

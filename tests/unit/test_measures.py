"""Measures and networks, on a real encrypted store."""

from dataclasses import replace
from datetime import date

import pytest

from kts_desktop.core.errors import NotFoundError, ValidationError
from kts_desktop.services import measures, networks
from kts_desktop.services.measures import MeasureFilter
from kts_desktop.services.networks import MembershipDraft
from kts_desktop.storage.store import Store
from tests.helpers.build import a_body, a_person
from tests.helpers.build_projects import MEASURE, a_measure, a_project

TODAY = date(2026, 11, 24)


def test_what_was_entered_comes_back_in_the_form(store: Store) -> None:
    with store.write("measure.add") as session:
        entered = replace(
            MEASURE,
            project_id=a_project(session),
            stage="vertical_scaling",
            open_source=True,
            transferability="high",
            transferability_reason="läuft ohne eigenes Rechenzentrum",
            contact_id=a_person(session),
            themes=("heavy_rain", "sensors"),
            guidelines=("L3",),
        )
        measure = measures.add(session, entered)
        assert measures.draft_of(session, measure) == entered
        card = measures.card(session, measure)
    assert (card.project, card.contact) == ("Musterstadt und Umland", "Anna Lichtmoos")


def test_not_assessed_whether_open_is_neither_yes_nor_no(store: Store) -> None:
    with store.write("measure.add") as session:
        measure = a_measure(session, project_id=a_project(session))
        assert measures.draft_of(session, measure).open_source is None


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": ""}, "title"),
        ({"project_id": None}, "organisation_id"),
        ({"transferability": "high"}, "transferability_reason"),
        ({"durability": "gesichert"}, "durability_reason"),
    ],
)
def test_a_wrong_field_is_named(store: Store, values: dict[str, object], field: str) -> None:
    with pytest.raises(ValidationError) as refused, store.write("measure.add") as session:
        a_measure(session, **{"project_id": a_project(session), **values})
    assert refused.value.field == field


def test_lists_narrow_by_project_theme_stage_and_words(store: Store) -> None:
    with store.write("measure.add") as session:
        project, body = a_project(session), a_body(session)
        water = a_measure(session, project_id=project, themes=("heavy_rain",), stage="prototype")
        light = a_measure(session, organisation_id=body, title="Straßenbeleuchtung", themes=("energy_heat",))
        everything = (
            (MeasureFilter(), [light, water]),
            (MeasureFilter(project_id=project), [water]),
            (MeasureFilter(organisation_ids=(body,)), [light]),
            (MeasureFilter(theme="heavy_rain"), [water]),
            (MeasureFilter(stage="prototype"), [water]),
            (MeasureFilter(text="strassenbel"), [light]),
        )
        for wanted, found in everything:
            assert measures.ids(session, wanted) == found


def test_editing_and_deleting_a_measure(store: Store) -> None:
    with store.write("measure.add") as session:
        project = a_project(session)
        measure = a_measure(session, project_id=project)
        measures.edit(session, measure, replace(MEASURE, project_id=project, title="Neu", themes=("ai",)))
        assert measures.rows(session, [measure])[measure].themes == ("ai",)
        measures.delete(session, [measure])
        assert measures.ids(session, MeasureFilter()) == []
        with pytest.raises(NotFoundError):
            measures.draft_of(session, measure)
        measures.restore(session, measure)
        assert measures.ids(session, MeasureFilter()) == [measure]


def test_a_network_counts_its_members_of_today(store: Store) -> None:
    with store.write("bulk.edit") as session:
        network = networks.found_network(session, "working_community", "AEG Urbane Digitale Zwillinge")
        person, body = a_person(session), a_body(session)
        stays = MembershipDraft(network_id=network, person_id=person, organisation_id=body, role="Mitglied")
        networks.join(session, stays)
        left = networks.join(session, MembershipDraft(network_id=network, organisation_id=body))
        networks.leave(session, left, date(2025, 12, 31))
        [row] = networks.everything(session, TODAY)
        of_body = networks.of_body(session, body)
    assert row.members == 1
    assert {(one.person, one.body) for one in of_body} == {("Anna Lichtmoos", "Zwönitz"), ("", "Zwönitz")}


def test_a_membership_names_somebody_and_ends_after_it_began(store: Store) -> None:
    with store.write("bulk.edit") as session:
        network = networks.found_network(session, "peer_learning", "Starkregen")
        body = a_body(session)
        with pytest.raises(ValidationError):
            networks.join(session, MembershipDraft(network_id=network))
        turned = MembershipDraft(
            network_id=network, organisation_id=body, valid_from=TODAY, valid_to=date(2025, 1, 1)
        )
        with pytest.raises(ValidationError):
            networks.join(session, turned)
        with pytest.raises(ValidationError):
            networks.found_network(session, "peer_learning", " ")


def test_a_membership_entered_by_mistake_goes_to_the_bin(store: Store) -> None:
    with store.write("bulk.edit") as session:
        network = networks.found_network(session, "peer_learning", "Starkregen")
        one = networks.join(session, MembershipDraft(network_id=network, organisation_id=a_body(session)))
        networks.remove(session, one)
        assert networks.members(session, network) == []
        with pytest.raises(NotFoundError):
            networks.leave(session, one, TODAY)

"""The reference data a new office begins with, on a real encrypted store."""

import csv
import gzip
import json
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from kts_desktop.exchange.register import directory as register
from kts_desktop.models.journal import change_set
from kts_desktop.models.network import Network
from kts_desktop.models.organisation import Organisation, OrganisationKey
from kts_desktop.models.person import ContactPoint, Person
from kts_desktop.models.project import Cohort, Funding, Project, ProjectMember, ProjectPhase
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.models.vocabulary import Vocabulary
from kts_desktop.services import reference, register_editions
from kts_desktop.services.places import (
    SIZE_CLASSES,
    designation_in_words,
    distance_km,
    full_name,
    size_class,
    without_kind,
)
from kts_desktop.services.reference_files import code_of, organisation_uid
from kts_desktop.storage.store import Store
from tests.conftest import KEY, MADE_AT

RESOURCES = Path(__file__).parents[2] / "resources" / "reference"
TABLES = (
    "vocabulary", "register_entry", "network", "programme", "cohort", "project", "project_member",
    "project_phase", "funding", "organisation", "organisation_key", "contact_point",
)  # fmt: skip


def test_the_directory_holds_every_municipality_and_rural_district(office: Store) -> None:
    with office.read() as session:
        held = register.present(session)
    assert held is not None
    assert held.municipalities == 10_773
    assert len(held.entries) == 10_773 + 294


def test_the_directory_is_the_one_the_register_reader_knows(office: Store) -> None:
    """Otherwise the first import would report changes that nobody made."""
    with office.read() as session:
        assert register.present(session) == register_editions.shipped()


def test_every_item_of_every_list_is_there_in_both_languages(office: Store) -> None:
    lists = json.loads((RESOURCES / "value_lists.json").read_text(encoding="utf-8"))
    wanted = {(key, item["code"]) for key, one in lists.items() if key != "_meta" for item in one["items"]}
    with office.read() as session:
        rows = session.execute(select(Vocabulary)).scalars().all()
        assert wanted <= {(row.list_key, row.code) for row in rows}
        assert all(row.label_de and row.label_en for row in rows)


def test_all_projects_stand_in_their_cohorts(office: Store) -> None:
    with office.read() as session:
        query = (
            select(Cohort.code, func.count(Project.id))
            .join(Project, Project.cohort_id == Cohort.id)
            .group_by(Cohort.code)
        )
        counts = dict(session.execute(query).all())
    assert counts == {"2019": 13, "2020": 32, "2021": 28}


def test_members_are_bodies_once_even_in_two_projects_or_roles(office: Store) -> None:
    with office.read() as session:
        members = session.scalar(select(func.count(ProjectMember.id)))
        names = session.scalars(select(OrganisationKey.value).where(OrganisationKey.scheme == "AGS")).all()
    assert members == 121
    assert len(names) == len(set(names))


def test_a_member_body_tells_population_with_day_and_source(office: Store) -> None:
    with office.read() as session:
        body = session.scalars(
            select(Organisation).where(Organisation.uid == organisation_uid("AGS", "14521710"))
        ).one()
        assert (body.name, body.district, body.state) == ("Zwönitz", "Erzgebirgskreis", "14")
        assert body.population == 11_358
        assert f"{body.population_as_of}" == "2024-12-31"
        assert "Destatis" in body.population_source


def test_designations_are_written_out(office: Store) -> None:
    with office.read() as session:
        short = session.scalars(
            select(Organisation.designation).where(Organisation.designation.in_(("M", "St", "GKSt")))
        ).all()
        markt = session.scalars(
            select(Organisation.designation).where(Organisation.name == "Perlesreut")
        ).one()
    assert short == []
    assert markt == "Markt"


def test_the_association_over_three_states_has_all_of_them_and_no_key(office: Store) -> None:
    with office.read() as session:
        project = session.scalars(select(Project).where(Project.title == "Verband Region Rhein-Neckar")).one()
        body = session.scalars(
            select(Organisation).where(Organisation.name == "Verband Region Rhein-Neckar")
        ).one()
        keys = session.scalars(
            select(OrganisationKey).where(OrganisationKey.organisation_id == body.id)
        ).all()
        assert project.state.split() == ["08", "06", "07"]
        assert (body.population, keys) == (None, [])


def test_phases_overlap_and_keep_their_precision(office: Store) -> None:
    with office.read() as session:
        rows = session.execute(
            select(ProjectPhase.phase, ProjectPhase.starts, ProjectPhase.ends)
            .join(Project)
            .where(Project.title == "Jena")
        ).all()
    spans = {phase: (starts, ends) for phase, starts, ends in rows}
    assert spans["strategy"] == ("2020-09", "2023-03")
    assert spans["implementation_after_strategy"] == ("2022-09", "2027-08")


def test_no_press_figure_passes_for_an_official_one(office: Store) -> None:
    with office.read() as session:
        rows = session.execute(select(Funding.is_official, Funding.remark, Funding.amount_cents)).all()
        cottbus = session.scalars(select(Project.remark).where(Project.title == "Cottbus")).one()
    assert len(rows) == 55
    assert not any(row.is_official for row in rows)
    assert all(row.remark for row in rows)
    assert "laut öffentlichen Angaben: bis zu 13,5 Mio. EUR" in cottbus


def test_the_public_contact_points_stand_as_published_and_make_nobody_a_person(office: Store) -> None:
    with office.read() as session:
        points = session.scalars(select(ContactPoint)).all()
        people = session.scalar(select(func.count(Person.id)))
        assert people == 0
        assert {p.value for p in points if p.kind == "phone"} == {"+49 30 889 22 29 0", "+49 30 67055 9999"}
        assert {p.normal for p in points if p.kind == "phone"} == {"+493088922290", "+4930670559999"}
        assert sum("Christian Rauch; Eva Schweitzer" in p.label for p in points) == 1


def test_the_four_networks_are_there(office: Store) -> None:
    with office.read() as session:
        kinds = set(session.scalars(select(Network.kind)))
    assert kinds == {"dialogue_platform", "iscn", "connected_in_europe", "research_cluster"}


def test_two_laptops_that_load_alike_have_the_same_records(tmp_path: Path, office: Store) -> None:
    other = Store(tmp_path / "other.db", KEY)
    other.create_schema()
    with other.write("reference.load", kind=ChangeKind.MAINTENANCE) as session:
        reference.load(session, now=MADE_AT)
    for table in TABLES:
        statement = text(f"SELECT * FROM {table} ORDER BY id")
        with office.read() as one, other.read() as two:
            assert one.execute(statement).all() == two.execute(statement).all(), table
    other.close()


def test_loading_is_one_labelled_step(office: Store) -> None:
    with office.read() as session:
        labels = session.scalars(select(change_set.c.label)).all()
    assert labels.count("reference.load") == 1


def test_a_label_the_lists_do_not_hold_is_a_bug_at_once() -> None:
    with pytest.raises(KeyError):
        code_of("state", "Preußen")


@pytest.mark.parametrize(
    ("population", "code"),
    [
        (None, ""),
        (0, "under_5k"),
        (4_999, "under_5k"),
        (5_000, "5k_10k"),
        (100_000, "100k_500k"),
        (4_000_000, "500k"),
    ],
)
def test_bounds_belong_to_their_size_class(population: int | None, code: str) -> None:
    assert size_class(population) == code


def test_the_size_classes_of_the_code_are_those_of_the_list() -> None:
    lists = json.loads((RESOURCES / "value_lists.json").read_text(encoding="utf-8"))
    told = {
        item["code"]: (item["population_from"], item["population_to"])
        for item in lists["size_class"]["items"]
    }
    assert dict(SIZE_CLASSES) == told


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("Hof", "44", "Landkreis Hof"),
        ("Lippe", "43", "Kreis Lippe"),
        ("Märkischer Kreis", "43", "Märkischer Kreis"),
        ("Region Hannover", "44", "Region Hannover"),
        ("Landkreis Rostock", "44", "Landkreis Rostock"),
        ("Regionalverband Saarbrücken", "45", "Regionalverband Saarbrücken"),
        ("Hof", "61", "Hof"),
    ],
)
def test_districts_are_called_as_they_are_spoken_of(name: str, kind: str, told: str) -> None:
    assert full_name(name, kind) == told


def test_the_kind_of_a_district_can_be_left_out() -> None:
    assert without_kind("Landkreis Hof") == "Hof"
    assert without_kind("Hof") == "Hof"
    assert without_kind("Kreis") == "Kreis"


def test_several_designations_are_written_out_one_by_one() -> None:
    assert designation_in_words("St, Hochschulstadt") == "Stadt, Hochschulstadt"
    assert designation_in_words("") == ""


def test_distances_are_great_circles() -> None:
    berlin, munich = (525_200_000, 134_050_000), (481_370_000, 115_750_000)
    assert distance_km(*berlin, *munich) == pytest.approx(504, abs=3)
    assert distance_km(*berlin, *berlin) == 0


def test_the_shipped_files_are_complete() -> None:
    with gzip.open(RESOURCES / "municipalities.csv.gz", "rt", encoding="utf-8", newline="") as stream:
        keys = [row["ags"] for row in csv.DictReader(stream)]
    assert len(keys) == len(set(keys)) == 10_773

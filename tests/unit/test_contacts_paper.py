"""Gathering of contact lists: of a filter, of bodies, projects, events, cases, of chosen people."""

from typing import Any

import pytest

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.person import Affiliation, ContactPoint, Person
from kts_desktop.models.project import Project, ProjectMember
from kts_desktop.models.registration import Registration
from kts_desktop.services import contacts_paper
from kts_desktop.services.contacts_paper import ContactList, ContactOrder, ContactsOptions
from kts_desktop.services.paper_options import Ask
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import Store
from tests.helpers.build import NOON, a_body, a_case, a_person
from tests.helpers.build_events import schedule


def gathered(store: Store, kind: str = "", *ids: int, **options: Any) -> ContactList:
    """Return the list of some records."""
    ask = Ask(kind=kind, ids=ids, options=ContactsOptions(**options), now=NOON)
    with store.read() as session:
        return contacts_paper.gather(session, ask)


def names(data: ContactList) -> list[str]:
    """Return who stands in a list, in its order."""
    return [line.name for line in data.lines]


def posted(session: Session, family_name: str, body: int, **fields: Any) -> int:
    """Add a person with a post at a body."""
    person = a_person(session, family_name, **fields)
    session.add(Affiliation(person_id=person, organisation_id=body, function="Leitung", unit="Stab"))
    session.flush()
    return person


@pytest.fixture
def filled(store: Store) -> Store:
    """Two bodies: Zwönitz with Öhl and Ahorn, Lemgo with Birke; Einsam has no post."""
    with store.write("person.add") as session:
        first = a_body(session, "Zwönitz", state="14")
        second = a_body(session, "Lemgo", state="05")
        ahorn = posted(session, "Ahorn", first)
        posted(session, "Öhl", first)
        posted(session, "Birke", second)
        a_person(session, "Einsam")
        session.add(ContactPoint(kind="phone", value="03774 1234-5", person_id=ahorn))
        session.add(ContactPoint(kind="email", value="a.ahorn@zwoenitz.example", person_id=ahorn))
    return store


def test_the_whole_office_stands_by_surname_with_post_and_ways_to_reach(filled: Store) -> None:
    data = gathered(filled)

    assert names(data) == ["Ahorn, Anna", "Birke, Anna", "Einsam, Anna", "Öhl, Anna"]
    line = data.lines[0]
    assert (line.function, line.unit, line.body) == ("Leitung", "Stab", "Zwönitz")
    assert (line.phone, line.mail) == ("03774 1234-5", "a.ahorn@zwoenitz.example")


def test_by_body_those_without_one_come_last(filled: Store) -> None:
    data = gathered(filled, order=ContactOrder.BODY)

    assert names(data) == ["Birke, Anna", "Ahorn, Anna", "Öhl, Anna", "Einsam, Anna"]


def test_a_filter_narrows_the_list_and_is_named(filled: Store) -> None:
    data = gathered(filled, state="14", text="ahorn")

    assert names(data) == ["Ahorn, Anna"]
    assert data.filters == (("filter_text", "ahorn"), ("filter_state", "14"))


def test_bodies_and_projects_give_the_people_who_hold_a_post_there(filled: Store) -> None:
    with filled.write("project.add") as session:
        project = Project(title="Pegelnetz")
        session.add(project)
        session.flush()
        session.add(ProjectMember(project_id=project.id, organisation_id=2, role="lead"))
        project_id = project.id

    assert names(gathered(filled, "organisation", 1)) == ["Ahorn, Anna", "Öhl, Anna"]
    of_both = gathered(filled, "organisation", 1, 2)
    assert (len(of_both.lines), of_both.about) == (3, ("Zwönitz", "Lemgo"))
    assert names(gathered(filled, "project", project_id)) == ["Birke, Anna"]
    assert gathered(filled, "project", project_id).about == ("Pegelnetz",)


def test_an_event_gives_who_comes_typed_names_too(filled: Store) -> None:
    with filled.write("event.schedule") as session:
        event = schedule(session)
        for state, fields in (
            ("confirmed", {"person_id": 3}),
            ("cancelled", {"person_id": 1}),
            ("confirmed", {"typed_name": "Dr. Tim Amsel", "typed_body": "Verein"}),
        ):
            session.add(Registration(event_id=event, state=state, **fields))

    data = gathered(filled, "event", event)

    assert names(data) == ["Amsel, Tim", "Birke, Anna"]
    assert data.lines[0].body == "Verein"


def test_a_case_gives_its_people_and_a_choice_gives_the_chosen(filled: Store) -> None:
    with filled.write("case.open") as session:
        case = a_case(session, person_ids=(2, 1))

    assert names(gathered(filled, "advisory_case", case)) == ["Ahorn, Anna", "Öhl, Anna"]
    assert names(gathered(filled, "person", 4, 3)) == ["Birke, Anna", "Einsam, Anna"]


def test_restricted_people_stand_in_no_list_and_merged_ones_with_the_kept_record(filled: Store) -> None:
    with filled.write("person.restrict") as session:
        session.get_one(Person, 1).restricted_at = NOON
        session.get_one(Person, 2).merged_into_id = 3

    assert names(gathered(filled)) == ["Birke, Anna", "Einsam, Anna"]
    assert names(gathered(filled, "organisation", 1)) == ["Birke, Anna"]
    assert names(gathered(filled, "person", 1, 2)) == ["Birke, Anna"]


def test_a_record_that_is_gone_is_refused(filled: Store) -> None:
    with pytest.raises(NotFoundError):
        gathered(filled, "organisation", 1, 99)

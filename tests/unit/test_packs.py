"""Gathering of packs: everything about a body or a case, in one reading transaction, in few queries."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, select
from sqlalchemy.orm import Session

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.adviser import Adviser, Responsibility
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.event import Event, EventHost
from kts_desktop.models.measure import Measure
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Affiliation, ContactPoint
from kts_desktop.models.project import ProjectMember
from kts_desktop.models.registration import Registration
from kts_desktop.models.vocab import CaseState, TaskKind
from kts_desktop.printing.papers.briefing import render
from kts_desktop.services import office_settings, packs, taggings, tasks
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.office_settings import OfficeSettings
from kts_desktop.services.papers import fingerprint
from kts_desktop.services.snapshot import Scope, Snapshot
from kts_desktop.storage.store import Store
from tests.helpers import pdf_checks
from tests.helpers.build import NOON, TODAY, a_body, a_case, a_note, a_person, a_task


def add(session: Session, row: Any) -> int:
    """Add a mapped row; returns its id."""
    session.add(row)
    session.flush()
    return int(row.id)


def gathered(store: Store, body: int, *, adviser: int = 0, **options: Any) -> Snapshot:
    """Return the snapshot of a body."""
    asked = BriefingOptions(**options)
    with store.read() as session:
        return packs.gather_body(session, body, now=NOON, options=asked, adviser=adviser)


def post(session: Session, person: int, body: int, **fields: Any) -> int:
    """Give a person a post at a body."""
    return add(session, Affiliation(person_id=person, organisation_id=body, **fields))


@contextmanager
def counted() -> Iterator[list[str]]:
    """Yield the statements that are sent to the database meanwhile."""
    seen: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_a_body_alone_gives_a_pack_that_can_be_printed(store: Store) -> None:
    with store.write("body.add") as session:
        body = a_body(session, "Neuenkirchen")

    snapshot = gathered(store, body)

    assert (snapshot.scope, snapshot.profile.name, snapshot.cases, snapshot.project) == (
        Scope.BODY,
        "Neuenkirchen",
        (),
        None,
    )
    assert pdf_checks.problems(render(snapshot).content) == []


def test_a_body_in_the_bin_is_gone(store: Store) -> None:
    with store.write("body.add") as session:
        body = a_body(session, deleted_at=NOON)

    with pytest.raises(NotFoundError), store.read() as session:
        packs.gather_body(session, body, now=NOON)


def test_a_model_project_comes_with_profile_place_phases_and_public_figures(office: Store) -> None:
    with office.read() as session:
        jena = session.scalars(select(Organisation.id).where(Organisation.name == "Jena")).one()

    snapshot = gathered(office, jena)

    assert (snapshot.profile.state, snapshot.profile.state_key) == ("Thüringen", "16")
    assert snapshot.profile.population_source.startswith("Destatis")
    assert snapshot.profile.size_class == "100.000 bis unter 500.000"
    assert snapshot.profile.position is not None
    assert snapshot.profile.position.exact
    assert snapshot.number == "AGS 16053000"
    assert snapshot.project is not None
    assert [phase.label for phase in snapshot.project.phases] == [
        "Strategiephase",
        "Umsetzungsphase nach Strategiephase",
        "Förderzeitraum insgesamt",
    ]
    assert all(money.public_figure for money in snapshot.project.funding)
    assert [member.role for member in snapshot.project.members] == ["federführend"]


def test_labels_come_in_the_language_asked_for(office: Store) -> None:
    with office.write("case.open") as session:
        body = a_body(session)
        a_case(session, organisation_id=body, themes=("smart_mobility",))

    german, english = gathered(office, body).cases[0], gathered(office, body, language="en").cases[0]

    assert (german.state, english.state) == ("neu", "new")
    assert german.themes != english.themes


def test_cases_stand_open_first_then_by_day_with_their_last_three_notes(store: Store) -> None:
    with store.write("case.open") as session:
        body = a_body(session)
        old = a_case(session, subject="Alt", organisation_id=body, received_on=date(2026, 1, 5))
        a_case(session, subject="Neu", organisation_id=body, received_on=date(2026, 11, 5))
        closed = a_case(session, subject="Zu", organisation_id=body, received_on=date(2026, 11, 9))
        session.flush()
        _close(session, closed, date(2026, 11, 10))
        a_case(session, subject="Anderswo", organisation_id=a_body(session, "Jena"))
        for day in range(5):
            a_note(session, case_id=old, text=f"Tag {day}", happened_at=NOON - timedelta(days=day))

    cases = gathered(store, body).cases

    assert [case.subject for case in cases] == ["Neu", "Alt", "Zu"]
    assert [note.text for note in cases[1].notes] == ["Tag 0", "Tag 1", "Tag 2"]
    assert cases[1].note_count == 5
    assert [case.open for case in cases] == [True, True, False]


def test_cases_closed_before_the_period_stay_out(store: Store) -> None:
    with store.write("case.open") as session:
        body = a_body(session)
        case = a_case(session, organisation_id=body, received_on=date(2023, 1, 5))
        session.flush()
        _close(session, case, date(2023, 2, 1))

    assert gathered(store, body).cases == ()
    assert len(gathered(store, body, months_back=60).cases) == 1


def test_promises_are_parted_by_side_and_follow_the_day(store: Store) -> None:
    with store.write("task.add") as session:
        body = a_body(session)
        case = a_case(session, organisation_id=body)
        person = a_person(session)
        owed = {"case_id": case, "due_on": TODAY + timedelta(days=3)}
        a_task(session, title="später", **owed)
        a_task(session, title="früher", organisation_id=body)
        a_task(session, title="von uns", kind=TaskKind.OUR_PROMISE.value, **owed)
        a_task(session, title="von dort", kind=TaskKind.THEIR_PROMISE.value, owed_by_id=person, **owed)
        a_task(session, title="anderswo")
        a_task(session, title="anderer Fall", organisation_id=body, case_id=a_case(session))
        tasks.complete(session, a_task(session, title="erledigt", case_id=case))

    snapshot = gathered(store, body)

    assert [duty.what for duty in snapshot.follow_ups] == ["früher", "später"]
    assert [duty.what for duty in snapshot.ours] == ["von uns"]
    assert [(duty.what, duty.who) for duty in snapshot.theirs] == [("von dort", "Anna Lichtmoos")]
    assert snapshot.ours[0].number == snapshot.cases[0].number


def test_people_of_the_cases_come_first_with_their_numbers(store: Store) -> None:
    with store.write("person.add") as session:
        body = a_body(session)
        mayor = a_person(session, "Ahornthal", "Berta", salutation="ms", office_title="Bürgermeisterin")
        head = a_person(session, "Lichtmoos", "Anna")
        post(session, mayor, body)
        job = post(session, head, body, function="Projektleitung", unit="Stabsstelle")
        add(session, ContactPoint(kind="phone", value="0221/4710-211", affiliation_id=job))
        add(session, ContactPoint(kind="mobile", value="0171 3920034", person_id=head, preferred=True))
        add(session, ContactPoint(kind="email", value="anna@stadt.example", person_id=head))
        a_case(session, organisation_id=body, person_ids=(head,))

    first, second = gathered(store, body).contacts

    assert (first.name, first.function, first.unit, first.primary) == (
        "Anna Lichtmoos",
        "Projektleitung",
        "Stabsstelle",
        True,
    )
    assert [(phone.number, phone.label) for phone in first.phones] == [
        ("0171 3920034", "mobil"),
        ("0221 4710-211", ""),
    ]
    assert first.email == "anna@stadt.example"
    assert (second.name, second.function, second.primary) == (
        "Frau Berta Ahornthal",
        "Bürgermeisterin",
        False,
    )


@pytest.mark.parametrize(
    "fields",
    [{"restricted_at": NOON}, {"deleted_at": NOON}, {"merged_into_id": 1}],
    ids=["restricted", "binned", "merged"],
)
def test_people_who_may_not_be_named_are_nowhere_in_the_pack(store: Store, fields: dict[str, Any]) -> None:
    with store.write("person.add") as session:
        body = a_body(session)
        a_person(session, "Rabenfurt")
        hidden = a_person(session, "Geheimrat", **fields)
        post(session, hidden, body)
        case = a_case(session, organisation_id=body)
        a_note(session, case_id=case, person_ids=(hidden,))
        a_task(session, kind=TaskKind.THEIR_PROMISE.value, owed_by_id=hidden, case_id=case)
        meeting = add(session, Event(title="Konferenz", starts_at=NOON, ends_at=NOON + timedelta(hours=2)))
        add(session, Registration(event_id=meeting, organisation_id=body, person_id=hidden))
        add(session, Measure(title="Rufbus", organisation_id=body, contact_id=hidden))

    assert "Geheimrat" not in repr(gathered(store, body))


def test_a_post_that_ended_is_no_contact_any_more(store: Store) -> None:
    with store.write("person.add") as session:
        body = a_body(session)
        post(session, a_person(session), body, valid_to=TODAY - timedelta(days=1))

    assert gathered(store, body).contacts == ()


def test_events_tell_who_hosts_and_who_comes(store: Store) -> None:
    with store.write("event.add") as session:
        body = a_body(session)
        person = a_person(session)
        post(session, person, body)
        hosted = add(session, Event(title="Hier", starts_at=NOON, ends_at=NOON + timedelta(hours=2)))
        add(session, EventHost(event_id=hosted, organisation_id=body))
        visited = add(
            session,
            Event(title="Dort", starts_at=NOON + timedelta(days=9), ends_at=NOON + timedelta(days=10)),
        )
        add(session, Registration(event_id=visited, person_id=person, state="confirmed"))
        add(session, Event(title="Anderswo", starts_at=NOON, ends_at=NOON + timedelta(hours=1)))

    events = gathered(store, body).events

    assert [(found.title, found.part) for found in events] == [("Dort", ""), ("Hier", "richtet aus")]
    assert events[0].people == ("Anna Lichtmoos (confirmed)",)


def test_measures_of_body_and_project_come_with_their_themes(office: Store) -> None:
    with office.write("measure.add") as session:
        jena = session.scalars(select(Organisation.id).where(Organisation.name == "Jena")).one()
        project = session.scalars(
            select(ProjectMember.project_id).where(ProjectMember.organisation_id == jena)
        ).one()
        row = Measure(title="Planungswerkzeug", project_id=project, stage="concept")
        add(session, row)
        taggings.set_codes(session, "measure", row.uid, taggings.THEME, ["open_source"])

    (found,) = gathered(office, jena).measures

    assert (found.title, found.stage) == ("Planungswerkzeug", "Konzept (Proof of Concept)")
    assert len(found.themes) == 1


def test_who_is_responsible_for_the_state_stands_in_the_profile(store: Store) -> None:
    with store.write("body.add") as session:
        body = a_body(session, state="14")
        for name, is_deputy in (("Jonas Birkenfurt", False), ("Mira Kiebitz", True)):
            adviser = add(session, Adviser(name=name))
            add(session, Responsibility(adviser_id=adviser, scope="state", code="14", is_deputy=is_deputy))

    assert gathered(store, body).profile.responsible == "Jonas Birkenfurt, Mira Kiebitz (Vertretung)"


def test_office_and_adviser_come_from_the_settings(store: Store) -> None:
    settings = OfficeSettings(
        office_name="Testbüro", city="Bonn", confidentiality="Vertraulich", is_demo=True
    )
    with store.write("office.save") as session:
        office_settings.save(session, settings)
        body = a_body(session)
        adviser = add(session, Adviser(name="Jonas Birkenfurt", unit="PB", phone="0171 3920012"))

    snapshot = gathered(store, body, adviser=adviser)

    assert (snapshot.office.name, snapshot.office.confidentiality, snapshot.demo) == (
        "Testbüro",
        "Vertraulich",
        True,
    )
    assert (snapshot.adviser.name, snapshot.adviser.phone) == ("Jonas Birkenfurt", "0171 3920012")
    assert gathered(store, body).adviser.name == "Mira Ahornthal"


def test_a_case_pack_shows_its_case_in_full_and_the_others_in_short(store: Store) -> None:
    with store.write("case.open") as session:
        body = a_body(session)
        other = a_case(session, subject="Zweiter", organisation_id=body)
        case = a_case(session, subject="Erster", organisation_id=body, received_on=date(2026, 5, 1))
        for day in range(9):
            a_note(session, case_id=case, happened_at=NOON - timedelta(days=day))
            a_note(session, case_id=other, happened_at=NOON - timedelta(days=day))

    with store.read() as session:
        snapshot = packs.gather_case(session, case, now=NOON)

    assert (snapshot.scope, snapshot.subject, snapshot.number) == (
        Scope.CASE,
        "Erster",
        snapshot.cases[0].number,
    )
    assert [len(found.notes) for found in snapshot.cases] == [9, 1]


def test_a_case_without_a_body_can_be_printed(store: Store) -> None:
    with store.write("case.open") as session:
        case = a_case(session)

    with store.read() as session:
        snapshot = packs.gather_case(session, case, now=NOON, options=BriefingOptions(language="en"))

    assert pdf_checks.problems(render(snapshot).content) == []


def test_a_case_that_is_gone_is_told(store: Store) -> None:
    with pytest.raises(NotFoundError), store.read() as session:
        packs.gather_case(session, 4711, now=NOON)


def test_long_notes_are_cut_with_a_hint_to_the_file(store: Store) -> None:
    with store.write("note.add") as session:
        body = a_body(session)
        a_note(session, case_id=a_case(session, organisation_id=body), text="Satz um Satz. " * 500)

    text = gathered(store, body).cases[0].notes[0].text

    assert text.endswith("… siehe Akte")
    assert len(text) < 1_300


def test_ten_times_the_cases_need_no_more_queries(store: Store) -> None:
    sizes = []
    for count in (3, 30):
        with store.write("case.open") as session:
            body = a_body(session, f"Ort {count}")
            for number in range(count):
                person = a_person(session, f"Person {number}")
                post(session, person, body)
                case = a_case(session, organisation_id=body, person_ids=(person,))
                a_note(session, case_id=case, person_ids=(person,))
                a_task(session, case_id=case)
        with counted() as statements:
            gathered(store, body)
        sizes.append(len(statements))

    assert sizes[0] == sizes[1]
    assert sizes[1] < 60


def test_the_same_data_gives_the_same_snapshot_and_fingerprint(office: Store) -> None:
    with office.read() as session:
        jena = session.scalars(select(Organisation.id).where(Organisation.name == "Jena")).one()

    first, second = gathered(office, jena), gathered(office, jena)

    assert first == second
    assert fingerprint(first) == fingerprint(second)
    assert fingerprint(first) != fingerprint(gathered(office, jena, language="en"))


def _close(session: Session, case_id: int, on: date) -> None:
    case = session.get_one(AdvisoryCase, case_id)
    case.state, case.closed_on = CaseState.CLOSED.value, on

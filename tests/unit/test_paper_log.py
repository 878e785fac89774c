"""What a pack is about, how it is asked for, and what the log says of papers printed before."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.event import Event, EventHost, EventSeries
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Affiliation
from kts_desktop.services import briefing_paper, cases, pack_requests, paper_log, papers
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.pack_requests import Subject
from kts_desktop.services.paper_options import Ask, as_text, from_text, options_of
from kts_desktop.services.papers import Sheet
from kts_desktop.storage.store import Store
from tests.helpers.build import NOON, TODAY, a_body, a_case, a_note, a_person, a_task

OPTIONS = BriefingOptions(language="en", months_back=6, large=True)


def printed(session: Session, subject: Subject, options: BriefingOptions = OPTIONS) -> int:
    """Log a pack of a subject as printed at noon."""
    ask = pack_requests.ask_for(subject, options, now=NOON)
    data = briefing_paper.gather(session, ask)
    sheet = Sheet(paper="briefing", data=data, content=b"%PDF", pages=3, file_name="a.pdf")
    return papers.note_print(session, ask, sheet)[0]


def is_up_to_date(session: Session, paper: int) -> bool:
    row = paper_log.rows(session, [paper])[paper]
    return paper_log.is_up_to_date(session, row, briefing_paper.gather, BriefingOptions)


def subject(session: Session, kind: str, record_id: int) -> Subject:
    found = pack_requests.subject_of(session, kind, record_id)
    assert found is not None
    return found


def with_fields(record: Any, **fields: Any) -> Any:
    for name, value in fields.items():
        setattr(record, name, value)
    return record


@pytest.mark.parametrize("options", [BriefingOptions(), OPTIONS, BriefingOptions(months_back=120)])
def test_the_log_keeps_how_a_paper_was_made(options: BriefingOptions) -> None:
    assert from_text(BriefingOptions, as_text(options)) == options


def test_options_left_at_their_default_are_not_kept() -> None:
    assert as_text(BriefingOptions()) == ""
    assert as_text(OPTIONS) == '{"language":"en","large":true,"months_back":6}'


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("Kurzfassung", BriefingOptions()),
        ("[6]", BriefingOptions()),
        ('{"of_a_newer_version":1,"large":true}', BriefingOptions(large=True)),
        ('{"large":"yes","months_back":6}', BriefingOptions(months_back=6)),
        ('{"months_back":true}', BriefingOptions()),
        ('{"months_back":0}', BriefingOptions()),
        ('{"language":"fr"}', BriefingOptions()),
    ],
)
def test_what_the_text_does_not_tell_or_tells_wrongly_is_the_default(
    text: str, options: BriefingOptions
) -> None:
    assert from_text(BriefingOptions, text) == options


def test_the_inputs_know_the_bounds_and_choices_of_an_option() -> None:
    options = {one.name: one for one in options_of(BriefingOptions)}
    assert options["language"].choices == ("de", "en")
    assert (options["months_back"].kind, options["months_back"].at_least) == (int, 1)
    assert options["large"].default is False


def behind(session: Session, kind: str, record_id: int) -> str:
    body = pack_requests.body_behind(session, subject(session, kind, record_id))
    return body.title if body else ""


def test_a_case_is_told_with_its_number_and_body(store: Store) -> None:
    with store.write("case.open") as session:
        body = a_body(session, "Zwönitz")
        case = a_case(session, organisation_id=body)
        found = subject(session, "advisory_case", case)
    assert (found.kind, found.id, found.body_id, found.body) == (pack_requests.CASE, case, body, "Zwönitz")
    assert found.aside


def test_notes_and_follow_ups_lead_to_their_case(store: Store) -> None:
    with store.write("case.open") as session:
        case = a_case(session)
        ids = {"note": a_note(session, case_id=case), "task": a_task(session, case_id=case)}
        assert {subject(session, kind, id_).id for kind, id_ in ids.items()} == {case}


def test_a_note_of_a_body_leads_to_the_body(store: Store) -> None:
    with store.write("note.add") as session:
        body = a_body(session)
        found = subject(session, "note", a_note(session, organisation_id=body))
    assert (found.kind, found.id) == (pack_requests.BODY, body)


def test_behind_a_person_stands_the_body_of_the_present_post(store: Store) -> None:
    with store.write("post.add") as session:
        person, old, new = a_person(session), a_body(session, "Alt"), a_body(session, "Neu")
        session.add(Affiliation(person_id=person, organisation_id=new))
        session.add(Affiliation(person_id=person, organisation_id=old, valid_to=TODAY))
        session.flush()
        assert behind(session, "person", person) == "Neu"


def test_behind_an_event_stands_its_first_host(store: Store) -> None:
    with store.write("event.add") as session:
        event = Event(title="Werkstatt", starts_at=NOON, ends_at=NOON + timedelta(hours=2))
        session.add(event)
        session.flush()
        for place, name in ((1, "Zweite"), (0, "Erste")):
            session.add(EventHost(event_id=event.id, organisation_id=a_body(session, name), position=place))
        session.flush()
        assert behind(session, "event", event.id) == "Erste"


@pytest.mark.parametrize("kind", ["organisation", "advisory_case", "person", "event", "project", "document"])
def test_what_is_not_there_has_no_paper(store: Store, kind: str) -> None:
    with store.read() as session:
        assert pack_requests.subject_of(session, kind, 4711) is None


def test_a_municipality_of_the_directory_has_no_paper_before_it_is_taken_over() -> None:
    with pytest.raises(NotFoundError):
        entry = Subject(kind=pack_requests.BODY, id=-5, title="Zwönitz")
        pack_requests.ask_for(entry, OPTIONS, now=NOON)


def test_the_latest_paper_comes_first_with_its_options(store: Store) -> None:
    with store.write("paper.printed") as session:
        body = subject(session, "organisation", a_body(session))
        first, second = printed(session, body), printed(session, body, BriefingOptions())
        assert paper_log.recent(session, 9) == [second, first]
        assert paper_log.recent(session, 1) == [second]
        row = paper_log.rows(session, [first])[first]
    assert (row.subject, row.pages) == (body, 3)
    assert paper_log.ask_again(row, BriefingOptions) == Ask(
        kind="organisation", ids=(body.id,), options=OPTIONS, now=NOON
    )


def test_a_paper_is_up_to_date_until_its_records_change(store: Store) -> None:
    with store.write("case.open") as session:
        case = a_case(session, organisation_id=a_body(session))
        paper = printed(session, subject(session, "advisory_case", case))
    with store.read() as session:
        assert is_up_to_date(session, paper)
    with store.write("case.edit") as session:
        cases.edit(session, case, replace(cases.draft_of(session, case), concern="Neues Anliegen"))
    with store.read() as session:
        assert not is_up_to_date(session, paper)


def test_the_paper_of_a_record_in_the_bin_has_no_subject(store: Store) -> None:
    with store.write("body.add") as session:
        body = a_body(session)
        paper = printed(session, subject(session, "organisation", body))
    with store.write("organisation.delete") as session:
        with_fields(session.get(Organisation, body), deleted_at=NOON)
    with store.read() as session:
        row = paper_log.rows(session, [paper])[paper]
        assert row.subject is None
        assert not is_up_to_date(session, paper)


def test_cases_are_found_by_words_the_newest_first(store: Store) -> None:
    with store.write("case.open") as session:
        older = a_case(session, subject="Rufbus am Abend", received_on=TODAY - timedelta(days=9))
        newer = a_case(session, subject="Rufbus am Morgen", received_on=TODAY)
        a_case(session, subject="Starkregen")
        assert [one.id for one in pack_requests.cases_matching(session, "rufbus", 5)] == [newer, older]


def test_an_event_leads_to_its_series(store: Store) -> None:
    with store.write("event.add") as session:
        series = EventSeries(name="Werkstatt", format="")
        session.add(series)
        session.flush()
        event = Event(title="Erste", starts_at=NOON, ends_at=NOON + timedelta(hours=2), series_id=series.id)
        session.add(event)
        session.flush()
        found = pack_requests.series_behind(session, subject(session, "event", event.id))
        assert found is not None
        assert (found.kind, found.title) == (pack_requests.SERIES, "Werkstatt")
        assert pack_requests.series_behind(session, subject(session, "event_series", series.id)) is None

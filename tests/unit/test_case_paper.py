"""Gathering of the case file: everything that is recorded on a case, and nothing of another one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from kts_desktop.cli.paper_commands import print_paper
from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.document import Attachment, Document
from kts_desktop.models.link import RecordLink
from kts_desktop.models.measure import Measure
from kts_desktop.models.note import Note
from kts_desktop.models.pack import PrintedPaper
from kts_desktop.models.person import Person
from kts_desktop.models.vocab import CaseId, CaseState, TaskKind
from kts_desktop.printing.catalogue import PAPERS
from kts_desktop.services import case_paper, cases, notes, tasks
from kts_desktop.services.case_file import CaseFile, Change
from kts_desktop.services.case_paper import CaseOptions
from kts_desktop.services.paper_options import Ask
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import Store
from tests.helpers.build import NOON, TODAY, a_body, a_case, a_note, a_person, a_task

HASH = bytes(range(32))


def gathered(store: Store, case_id: int, **options: Any) -> CaseFile:
    """Return the file of a case."""
    ask = Ask(kind=case_paper.KIND, ids=(case_id,), options=CaseOptions(**options), now=NOON)
    with store.read() as session:
        return case_paper.gather(session, ask)


def opened(store: Store, **fields: Any) -> CaseId:
    """Open a case."""
    with store.write("case.open") as session:
        return a_case(session, **fields)


def attach(session: Session, kind: str, owner: bytes, name: str) -> None:
    """Attach a file to a record, as the table holds it."""
    session.add(Attachment(owner_kind=kind, owner=owner, name=name, size=12, sha256=HASH))


def uid_of(session: Session, model: Any, id_: int) -> bytes:
    """Return the uid of a record."""
    return bytes(session.get_one(model, id_).uid)


def test_notes_come_oldest_first_with_their_people_and_their_whole_text(store: Store) -> None:
    case = opened(store)
    long = "Satz. " * 4_000
    with store.write("note.add") as session:
        anna = a_person(session, salutation="ms")
        a_note(session, case_id=case, text=long, happened_at=NOON, person_ids=(anna,), duration_min=20)
        a_note(
            session,
            case_id=case,
            text="Zuerst",
            happened_at=NOON - timedelta(days=3),
            caller="Herr Unbekannt",
        )
        a_note(session, text="Gehört nicht dazu")

    entries = gathered(store, case).entries

    assert [(one.number, one.text) for one in entries] == [(1, "Zuerst"), (2, long.strip())]
    assert [one.people for one in entries] == [("Herr Unbekannt",), ("Frau Anna Lichtmoos",)]
    assert entries[1].at.hour == 12  # told in the zone of the office
    assert entries[1].minutes == 20


def test_settled_duties_are_told_with_their_result(store: Store) -> None:
    case = opened(store)
    with store.write("task.add") as session:
        first = a_task(session, case_id=case, title="Muster senden", kind=TaskKind.OUR_PROMISE.value)
        a_task(session, case_id=case, title="Nachfragen", due_on=TODAY + timedelta(days=9))
        tasks.complete(session, first, "gesandt")

    duties = gathered(store, case).duties

    assert [(one.what, one.result, one.done is None) for one in duties] == [
        ("Muster senden", "gesandt", False),
        ("Nachfragen", "", True),
    ]


def test_related_records_of_every_kind_are_named(store: Store) -> None:
    case, other = opened(store), opened(store, subject="Zweiter Vorgang")
    with store.write("case.link") as session:
        cases.relate(session, case, other)
        measure = Measure(title="Pegelnetz")
        session.add(measure)
        session.flush()
        session.add(
            RecordLink(
                left_kind="measure",
                left=measure.uid,
                right_kind="advisory_case",
                right=uid_of(session, AdvisoryCase, case),
            )
        )

    relations = gathered(store, case).relations

    assert [(one.kind, one.title) for one in relations] == [
        ("advisory_case", "Zweiter Vorgang"),
        ("measure", "Pegelnetz"),
    ]
    assert relations[0].number


def test_files_of_the_case_its_notes_and_documents_are_listed_with_their_hash(store: Store) -> None:
    case, other = opened(store), opened(store)
    with store.write("note.add") as session:
        note = a_note(session, case_id=case)
        document = Document(kind="concept", title="Konzept", case_id=case, dated_on=date(2026, 5, 1))
        session.add(document)
        session.flush()
        attach(session, "advisory_case", uid_of(session, AdvisoryCase, case), "Antrag.pdf")
        attach(session, "note", uid_of(session, Note, note), "Foto.jpg")
        attach(session, "document", document.uid, "Konzept.docx")
        attach(session, "advisory_case", uid_of(session, AdvisoryCase, other), "Fremd.pdf")

    data = gathered(store, case)

    assert [(one.number, one.name, one.place) for one in data.enclosures] == [
        (1, "Antrag.pdf", ""),
        (2, "Foto.jpg", "Eintrag 1"),
        (3, "Konzept.docx", "Konzept"),
    ]
    assert {one.sha256 for one in data.enclosures} == {HASH.hex()}
    assert [(one.kind, one.title) for one in data.documents] == [("concept", "Konzept")]


def test_papers_printed_before_are_listed(store: Store) -> None:
    case = opened(store)
    with store.write("paper.printed") as session:
        session.add(
            PrintedPaper(
                paper="briefing",
                subject_kind="advisory_case",
                subject=uid_of(session, AdvisoryCase, case),
                printed_at=NOON,
                pages=7,
                file_name="a.pdf",
                file_hash="00",
            )
        )

    assert [(one.paper, one.pages, one.file_name) for one in gathered(store, case).papers] == [
        ("briefing", 7, "a.pdf")
    ]


def test_the_journal_tells_every_step_with_old_and_new_values_oldest_first(store: Store) -> None:
    case = opened(store, subject="Alt")
    with store.write("case.edit") as session:
        cases.edit(session, case, replace(cases.draft_of(session, case), subject="Neu", priority="high"))
    with store.write("note.add") as session:
        note = a_note(session, case_id=case, text="Erster Wortlaut")
    with store.write("note.edit") as session:
        notes.edit(session, note, replace(notes.draft_of(session, note), text="Zweiter Wortlaut"))

    journal = gathered(store, case).journal
    assert journal is not None

    assert [step.what for step in journal] == [
        "Fall angelegt",
        "Fall bearbeitet",
        "Notiz angelegt",
        "Notiz bearbeitet",
    ]
    assert Change(part="", field="Betreff", old="Alt", new="Neu") in journal[1].changes
    assert journal[2].changes == (Change(part="Zweiter Wortlaut"),)
    assert journal[3].changes == (
        Change(part="Zweiter Wortlaut", field="Text", old="Erster Wortlaut", new="Zweiter Wortlaut"),
    )
    assert {step.who for step in journal} == {"Mira Ahornthal"}


def test_a_journal_of_more_than_five_hundred_lines_is_told_whole(store: Store) -> None:
    case = opened(store)
    with store.write("note.add") as session:
        for number in range(200):
            a_note(session, case_id=case, text=f"Vermerk {number}")

    journal = gathered(store, case).journal

    assert journal is not None
    assert [step.what for step in journal] == ["Fall angelegt", "Notiz angelegt"]
    assert len(journal[1].changes) == 200


def test_the_journal_is_not_read_where_it_is_not_wanted(store: Store) -> None:
    assert gathered(store, opened(store), history=False).journal is None


def test_people_whose_data_are_restricted_are_not_named(store: Store) -> None:
    with store.write("person.restrict") as session:
        anna = a_person(session)
        case = a_case(session, person_ids=(anna,))
        a_note(session, case_id=case, person_ids=(anna,))
        session.get_one(Person, anna).restricted_at = NOON

    data = gathered(store, case)

    assert data.people == ()
    assert data.entries[0].people == ()


def test_the_retention_period_counts_from_the_day_of_filing(office: Store) -> None:
    case = opened(office)
    assert gathered(office, case).facts.keep_until is None
    with office.write("case.set_state") as session:
        cases.set_state(session, [case], CaseState.FILED, date(2026, 1, 1))

    facts = gathered(office, case).facts

    assert facts.filed == date(2026, 1, 1)
    assert facts.keep_until == date(2031, 1, 1)
    assert facts.retention.startswith("Beratungsfall")


def test_the_facts_name_body_state_and_advisers(office: Store) -> None:
    with office.write("case.open") as session:
        body = a_body(session, "Lemgo", district="Lippe", state="05")
        case = a_case(session, organisation_id=body, lead_id=1, channel="email")

    facts = gathered(office, case).facts

    assert (facts.body, facts.place, facts.lead) == ("Lemgo", "Lippe · Nordrhein-Westfalen", "Mira Ahornthal")
    assert facts.channel == "E-Mail"


def test_a_case_that_is_gone_is_refused(store: Store) -> None:
    case = opened(store)
    with store.write("case.delete") as session:
        cases.delete(session, [case])

    with pytest.raises(NotFoundError):
        gathered(store, case)


def test_a_case_with_many_notes_takes_no_more_queries(store: Store) -> None:
    case = opened(store)
    with counted() as before:
        gathered(store, case, history=False)
    with store.write("note.add") as session:
        for _ in range(30):
            a_note(session, case_id=case)
    with counted() as after:
        gathered(store, case, history=False)

    assert len(after) == len(before)


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


def test_printing_writes_the_metadata_beside_the_file_and_notes_it_in_the_log(
    store: Store, tmp_path: Path
) -> None:
    case = opened(store)
    ask = Ask(kind=case_paper.KIND, ids=(case,), options=CaseOptions(), now=NOON)

    folder = tmp_path / "out"
    folder.mkdir()
    known = print_paper(store, PAPERS["case"], ask, folder)

    assert sorted(path.suffix for path in folder.iterdir()) == [".pdf", ".xml"]
    assert known["beside"] == [known["file"].with_suffix(".xml")]
    assert [one.paper for one in gathered(store, case).papers] == ["case"]

"""Disposal of cases: only what is due goes, in two steps, and number and dates are all that is left."""

import json
from concurrent.futures import CancelledError
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from kts_desktop.models.document import Document
from kts_desktop.models.pack import PrintedPaper
from kts_desktop.models.vocab import CaseId, CaseState
from kts_desktop.services import (
    advisers,
    cases,
    disposal_log,
    disposals,
    drafts,
    dump,
    erasure,
    notes,
    search,
)
from kts_desktop.services.advisers import AdviserDraft
from kts_desktop.services.disposals import DueCase, Outlook
from kts_desktop.storage import erasing, undo
from kts_desktop.storage.backup import make_backup
from kts_desktop.storage.check import check
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.restore import restore
from kts_desktop.storage.rotation import BackupKind
from kts_desktop.storage.store import Store
from tests.helpers.build import NOTE, a_case, a_note, a_person, a_task
from tests.helpers.build_erasure import WORD, files_with_the_word, holds, places
from tests.helpers.build_files import a_file, attach, blobs_in
from tests.helpers.build_retention import add_classes
from tests.helpers.day import NOW
from tests.helpers.profiles import Office, refusal

TODAY = NOW.date()
YEAR = timedelta(days=365)
FILED = TODAY - timedelta(days=1827)  # the last day of its five years was yesterday


@pytest.fixture(scope="module")
def made(template: Office, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A profile with the retention classes, made once."""
    office = template.copy_to(tmp_path_factory.mktemp("made") / "office")
    opened = office.open()
    add_classes(opened.store)
    opened.close()
    return office


@pytest.fixture
def profile(made: Office, tmp_path: Path) -> Office:
    """A copy of its own."""
    return made.copy_to(tmp_path / "office")


def filed(store: Store, on: date = FILED, **fields: object) -> CaseId:
    """Open a case and file it."""
    with store.write("case.open") as session:
        case_id = a_case(session, **fields)
    with store.write("case.set_state") as session:
        cases.set_state(session, [case_id], CaseState.FILED, on)
    return case_id


def due(store: Store, today: date = TODAY) -> list[DueCase]:
    with store.read() as session:
        return disposals.due(session, today)


def propose(store: Store, *case_ids: int, today: date = TODAY) -> None:
    with store.write("disposal.propose") as session:
        disposals.propose(session, case_ids, today)


def dispose(store: Store, *case_ids: int) -> None:
    propose(store, *case_ids)
    disposals.approve(store, case_ids)


def count(store: Store, statement: str) -> int:
    with store.maintain() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {statement}").scalar_one())


def whole(store: Store, folder: Path) -> CaseId:
    """File a case with everything a case can have, the word in every text, now and before."""
    case_id = filed(store, subject=f"{WORD} einst", concern=WORD, result=WORD, themes=("data",))
    with store.write("case.edit") as session:
        person = a_person(session, "Lichtmoos")
        draft = cases.draft_of(session, case_id)
        cases.edit(session, case_id, replace(draft, subject=f"{WORD} heute", person_ids=(person,)))
        cases.relate(session, case_id, a_case(session, subject="Nachbarfall"))
    with store.write("note.add") as session:
        note = a_note(session, case_id=case_id, text=f"{WORD} am Telefon", person_ids=(person,))
        a_task(session, case_id=case_id, title=f"{WORD} senden")
        a_task(session, note_id=note, title=f"{WORD} anrufen")
        document = Document(kind="concept", title=WORD, summary=WORD, case_id=case_id)
        session.add(document)
        session.flush()
        document_id = document.id
        uid = session.execute(
            text("SELECT uid FROM advisory_case WHERE id=:id"), {"id": case_id}
        ).scalar_one()
        session.add(
            PrintedPaper(
                paper="case", subject_kind="advisory_case", subject=uid, printed_at=NOW, file_name=WORD
            )
        )
        drafts.keep(session, "advisory_case", uid, {"subject": WORD}, NOW)
    with store.write("note.edit") as session:
        notes.edit(session, note, replace(NOTE, case_id=case_id, text=f"{WORD} noch einmal"))
    for place, (kind, id_) in enumerate(
        [("advisory_case", case_id), ("note", note), ("document", document_id)]
    ):
        attach(store, kind, id_, a_file(folder, f"{WORD} {place}.txt", WORD.encode() * (place + 1)))
    return case_id


@pytest.mark.parametrize(
    ("class_", "after", "is_due"),
    [
        ("case", timedelta(days=1826), False),
        ("case", timedelta(days=1827), True),
        ("ephemeral", timedelta(days=365), False),
        ("ephemeral", timedelta(days=366), True),
        ("funding", 30 * YEAR, False),
        ("archival", 30 * YEAR, False),
        ("a class of nobody", 30 * YEAR, False),
    ],
)
def test_a_case_is_due_the_day_after_its_period(
    opened: Opened, class_: str, after: timedelta, is_due: bool
) -> None:
    case_id = filed(opened.store, TODAY - after, retention_class=class_)
    assert [one.id for one in due(opened.store)] == ([case_id] if is_due else [])


def test_a_case_that_is_closed_and_not_filed_is_never_due(opened: Opened) -> None:
    with opened.store.write("case.open") as session:
        case_id = a_case(session, retention_class="ephemeral")
        cases.set_state(session, [case_id], CaseState.CLOSED, TODAY - 9 * YEAR)
    assert due(opened.store) == []


def test_the_longest_overdue_comes_first_and_the_bin_keeps_nothing_back(opened: Opened) -> None:
    late, early = filed(opened.store), filed(opened.store, FILED - YEAR)
    with opened.store.write("case.delete") as session:
        cases.delete(session, [early])
    assert [one.id for one in due(opened.store)] == [early, late]
    dispose(opened.store, early)
    assert [one.id for one in due(opened.store)] == [late]


def test_a_case_that_is_not_due_is_neither_proposed_nor_erased(opened: Opened) -> None:
    store = opened.store
    young, old = filed(store, FILED + timedelta(days=1)), filed(store)
    assert refusal(lambda: propose(store, old, young)).code == "disposal_not_due"
    assert [one.proposed_on for one in due(store)] == [None]
    assert refusal(lambda: disposals.approve(store, [young])).code == "disposal_not_due"
    assert refusal(lambda: propose(store, 99)).code == "gone"
    assert count(store, "advisory_case") == 2


def test_a_case_reopened_after_the_proposal_stays(opened: Opened) -> None:
    case_id = filed(opened.store)
    propose(opened.store, case_id)
    with opened.store.write("case.set_state") as session:
        cases.set_state(session, [case_id], CaseState.IN_PROGRESS, TODAY)
    assert refusal(lambda: disposals.approve(opened.store, [case_id])).code == "disposal_not_due"
    assert count(opened.store, "advisory_case") == 1


def test_nothing_is_erased_that_nobody_proposed(opened: Opened) -> None:
    store = opened.store
    first, second = filed(store), filed(store)
    propose(store, first)
    refused = refusal(lambda: disposals.approve(store, [first, second]))
    assert refused.code == "disposal_not_proposed"
    assert count(store, "advisory_case") == 2
    assert count(store, "sync_erased") == 0


def test_a_proposal_keeps_its_day_and_is_taken_back_by_word_or_by_undo(opened: Opened) -> None:
    store = opened.store
    case_id = filed(store)
    propose(store, case_id, today=TODAY)
    propose(store, case_id, today=TODAY + YEAR)
    assert [one.proposed_on for one in due(store)] == [TODAY]
    undo.undo(store)
    assert [one.proposed_on for one in due(store)] == [None]
    propose(store, case_id)
    withdraw(store, case_id)
    assert refusal(lambda: withdraw(store, case_id)).code == "disposal_not_proposed"
    assert refusal(lambda: disposals.approve(store, [case_id])).code == "disposal_not_proposed"
    propose(store, case_id, today=TODAY + YEAR)
    assert [one.proposed_on for one in due(store)] == [TODAY + YEAR]


def withdraw(store: Store, case_id: int) -> None:
    with store.write("disposal.withdraw") as session:
        disposals.withdraw(session, [case_id])


def test_who_proposed_is_told_by_name_and_whether_it_was_oneself(opened: Opened) -> None:
    store = opened.store
    with store.write("adviser.add") as session:
        mira = advisers.add(session, AdviserDraft(name="Mira Ahornthal", mark="M"))
        jonas = advisers.add(session, AdviserDraft(name="Jonas Birkenfurt", mark="J"))
        advisers.be(session, mira)
    first, second = filed(store), filed(store)
    propose(store, first)
    with store.write("adviser.be") as session:
        advisers.be(session, jonas)
    propose(store, first, second)
    found = {one.id: (one.proposed_by, one.is_own) for one in due(store)}
    assert found == {first: ("Mira Ahornthal", False), second: ("Jonas Birkenfurt", True)}
    assert disposals.outlook(store, [first, second]).own == 1


def test_what_goes_is_counted_before_and_nothing_changes(opened: Opened, tmp_path: Path) -> None:
    store = opened.store
    case_id = whole(store, tmp_path)
    number = due(store)[0].number
    assert refusal(lambda: disposals.outlook(store, [case_id])).code == "disposal_not_proposed"
    propose(store, case_id)
    told = disposals.outlook(store, [case_id])
    assert told == Outlook(numbers=(number,), own=0, notes=1, tasks=2, documents=4)  # one and its three files
    before = places(store)
    disposals.outlook(store, [case_id])
    assert places(store) == before
    disposals.approve(store, [case_id])
    assert count(store, "note WHERE case_id IS NOT NULL") == 0
    assert count(store, "task") == 0


def test_a_disposal_stopped_on_its_way_erases_nothing(opened: Opened, tmp_path: Path) -> None:
    store = opened.store
    case_id = whole(store, tmp_path)
    propose(store, case_id)
    before = places(store)
    steps: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        steps.append((done, total))
        if done == total:  # all rows are gone within the transaction
            raise CancelledError

    with pytest.raises(CancelledError):
        disposals.approve(store, [case_id], stop)
    assert len(steps) > 10
    assert places(store) == before
    assert count(store, "sync_erased") == 0
    assert len(blobs_in(opened.folder.blobs)) == 3
    with store.read() as session:
        assert disposal_log.entries(session) == []
    disposals.approve(store, [case_id])
    assert places(store) == set()


@pytest.mark.parametrize(("language", "between"), [("de", ";"), ("en", ",")])
def test_the_log_is_saved_as_a_table(opened: Opened, tmp_path: Path, language: str, between: str) -> None:
    store = opened.store
    first, second = filed(store), filed(store, FILED - YEAR)
    numbers = {one.id: one.number for one in due(store)}
    dispose(store, first, second)
    path = tmp_path / "log.csv"
    with store.read() as session:
        assert disposal_log.save_as(session, path, language) == 2
    lines = path.read_bytes().decode("utf-8-sig").split("\r\n")
    assert lines[0] == between.join(disposal_log.HEADS[language])
    assert sorted(line.split(between)[0] for line in lines[1:3]) == sorted(numbers.values())
    assert all(line.endswith(TODAY.isoformat()) for line in lines[1:3])


def test_a_log_that_cannot_be_saved_leaves_what_was_there(opened: Opened, tmp_path: Path) -> None:
    store = opened.store
    dispose(store, filed(store))
    taken = tmp_path / "log.csv"
    taken.mkdir()

    def save(path: Path) -> None:
        with store.read() as session:
            disposal_log.save_as(session, path, "de")

    assert refusal(lambda: save(taken)).code == "disposal_log_unsaved"
    assert refusal(lambda: save(tmp_path / "nowhere" / "log.csv")).code == "disposal_log_unsaved"
    assert [path.name for path in tmp_path.iterdir() if "log" in path.name] == ["log.csv"]


def test_nothing_of_the_case_is_left(opened: Opened, profile: Office, tmp_path: Path) -> None:
    store = opened.store
    case_id = whole(store, tmp_path)
    before = places(store)
    assert {"advisory_case", "note", "task", "document", "attachment", "printed_paper"} <= before
    assert {"change", "draft", "advisory_case_fts_data", "note_fts_data"} <= before
    assert len(blobs_in(profile.place.blobs)) == 3
    dispose(store, case_id)
    assert places(store) == set()
    assert files_with_the_word(opened) == set()
    assert blobs_in(profile.place.blobs) == []
    with store.read() as session:
        assert not [line for line in dump.lines(session) if holds(line)]
        assert search.find(session, WORD, 5) == []
    for table in (
        "note WHERE case_id",
        "task",
        "document",
        "attachment",
        "record_link",
        "tagging",
        "case_person",
    ):
        assert count(store, table) == 0
    assert count(store, "advisory_case") == 1  # the related one
    assert count(store, "person") == 1
    assert count(store, "pragma_foreign_key_check") == 0
    assert check(opened.folder, opened.key, now=NOW, deep=True).findings == ()


@pytest.mark.parametrize("column", ["note", "task", "document"])
def test_a_dependence_left_out_is_seen(
    opened: Opened, tmp_path: Path, column: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {pair: rule for pair, rule in erasing._BELONGING.items() if pair != (column, "case_id")}
    monkeypatch.setattr(erasing, "_BELONGING", known)
    dispose(opened.store, whole(opened.store, tmp_path))
    assert column in places(opened.store)


def test_the_notes_of_others_stay(opened: Opened) -> None:
    store = opened.store
    case_id, other = filed(store), filed(store, TODAY)
    with store.write("note.add") as session:
        note = a_note(session, case_id=case_id)
        a_note(session, case_id=other)
        a_task(session, case_id=other, note_id=note, title="Rückruf")
    kept = count(store, "note")
    dispose(store, case_id)
    assert count(store, "note") == kept - 1
    assert count(store, "task WHERE note_id IS NULL") == 1


def test_the_log_holds_number_and_dates_and_no_names(opened: Opened, tmp_path: Path) -> None:
    store = opened.store
    case_id = whole(store, tmp_path)
    number = due(store)[0].number
    dispose(store, case_id)
    with store.read() as session:
        [entry] = disposal_log.entries(session)
    assert entry == disposal_log.Disposal(
        number=number,
        filed_on=FILED,
        kept_until=TODAY - timedelta(days=1),
        proposed_on=TODAY,
        disposed_on=TODAY,
    )
    with store.maintain() as connection:
        rows = connection.exec_driver_sql("SELECT key, value FROM setting WHERE key LIKE 'disposal.%'").all()
    assert [set(json.loads(value)) for _, value in rows] == [
        {"number", "filed_on", "kept_until", "proposed_on", "disposed_on"}
    ]
    assert case_id_hex(store) not in rows[0][0]


def case_id_hex(store: Store) -> str:
    """Return the identifier of what was erased first, in the form of a key."""
    with store.maintain() as connection:
        return str(connection.exec_driver_sql("SELECT lower(hex(rec)) FROM sync_erased").scalars().first())


def test_a_disposal_is_final_and_its_log_too(opened: Opened) -> None:
    store = opened.store
    with store.write("person.add") as session:
        a_person(session, "Lichtmoos")
    dispose(store, filed(store))
    undo.undo(store)  # takes the person back, the step before
    assert count(store, "advisory_case") == 0
    assert count(store, "person WHERE deleted_at IS NULL") == 0
    with store.read() as session:
        assert len(disposal_log.entries(session)) == 1


def test_a_number_disposed_of_is_never_given_again(opened: Opened) -> None:
    store = opened.store
    case_id = filed(store)
    number = due(store)[0].number
    dispose(store, case_id)
    with store.write("case.open") as session:
        assert cases.card(session, a_case(session)).number != number


def test_an_older_backup_does_not_bring_the_case_back(profile: Office, tmp_path: Path) -> None:
    opened = profile.open()
    case_id = whole(opened.store, tmp_path)
    saved = make_backup(opened.folder, opened.key, BackupKind.MANUAL, now=NOW)
    dispose(opened.store, case_id)
    opened.close()
    restore(profile.folder, saved.path, profile.unlock(), now=NOW + timedelta(hours=1))
    opened = profile.open()
    try:
        assert places(opened.store) == set()
        assert files_with_the_word(opened) == set()
    finally:
        opened.close()


def test_erasing_a_person_leaves_the_notes_of_the_case(opened: Opened) -> None:
    store = opened.store
    with store.write("person.add") as session:
        person = a_person(session, "Lichtmoos")
        a_note(session, case_id=a_case(session, person_ids=(person,)), person_ids=(person,))
    kept = count(store, "note")
    erasure.erase_person(store, person)
    assert count(store, "note") == kept
    assert count(store, "advisory_case") == 1

"""Reports kept for good: what was reported is answered alike later, and a change of a file is noticed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from kts_desktop.core.errors import StorageError
from kts_desktop.models.person import Person
from kts_desktop.models.vocab import CaseId, CaseState
from kts_desktop.printing import frozen
from kts_desktop.printing.catalogue import PAPERS, REPORT
from kts_desktop.services import attachments, cases, erasure, frozen_figures, frozen_reports, report_paper
from kts_desktop.services.frozen_reports import Revision
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.papers import Sheet
from kts_desktop.services.report_figures import Quarter
from kts_desktop.services.report_options import ReportOptions
from kts_desktop.services.report_tables import Section, sections_of
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store, blobs_of
from tests.helpers.build import NOON, a_body, a_case, a_note, a_person

THIRD = Quarter(2026, 3)


class Unread:
    """The list of erased records of a store without a profile."""

    def note(self, uids: Iterable[bytes]) -> None:
        assert list(uids)

    def log(self, entries: Mapping[str, str]) -> None:
        assert not entries

    def backups_until(self, now: datetime) -> datetime:
        return now


def froze(store: Store, now: datetime = NOON, **options: Any) -> int:
    """Freeze the report of a quarter, the third unless said otherwise; return its entry."""
    chosen = ReportOptions(**{"year": 2026, "quarter": 3, **options})
    ask, kind = Ask(kind="", ids=(), options=chosen, now=now), PAPERS[REPORT]
    with store.read() as session:
        data = kind.gather(session, ask)
        made = kind.render(data)
        kept = frozen_reports.keep(session, frozen.kept_files(data, made, "Bericht.pdf"))
    sheet = Sheet(paper=REPORT, data=data, content=made.content, pages=made.pages, file_name="Bericht.pdf")
    with store.write("report.freeze") as session:
        return frozen_reports.freeze(session, ask, sheet, kept)


def told(store: Store, entry: int) -> tuple[Section, ...]:
    with store.read() as session:
        return frozen_reports.figures(session, entry)


def files(store: Store, entry: int) -> dict[str, bytes]:
    with store.read() as session:
        found = frozen_reports.files(session, entry)
        return {one.name: attachments.content(session, one.id) for one in found}


def counted(store: Store, quarter: int = 3) -> tuple[Section, ...]:
    """Return the tables of a quarter as they are counted now, without the records behind."""
    with store.read() as session:
        ask = Ask(kind="", ids=(), options=ReportOptions(year=2026, quarter=quarter), now=NOON)
        found = sections_of(report_paper.gather(session, ask).report, suppress=False)
    return frozen_figures.read(
        frozen_figures.written(found, THIRD, as_at=NOON, language="de", suppressed=False)
    )


@pytest.fixture
def case_ids(store: Store) -> list[CaseId]:
    with store.write("case.open") as session:
        body = a_body(session, state="14")
        return [a_case(session, received_on=date(2026, 8, day), organisation_id=body) for day in (3, 4, 5)]


def test_a_frozen_report_tells_the_same_after_its_records_have_changed(
    store: Store, case_ids: list[CaseId]
) -> None:
    before = counted(store)
    entry = froze(store)
    kept = files(store, entry)

    with store.write("case.delete") as session:
        cases.delete(session, [case_ids[0]])
        cases.set_state(session, [case_ids[1]], CaseState.CLOSED, date(2026, 9, 1))
        a_case(session, received_on=date(2026, 9, 30))

    assert told(store, entry) == before
    assert files(store, entry) == kept
    assert counted(store) != before


def test_its_files_are_the_paper_its_spreadsheets_and_its_figures(
    store: Store, case_ids: list[CaseId]
) -> None:
    kept = files(store, froze(store))

    assert list(kept) == ["Bericht.pdf", "Bericht.csv", "Bericht.json", "Bericht.xlsx"]
    assert kept["Bericht.pdf"].startswith(b"%PDF")
    assert kept["Bericht.xlsx"].startswith(b"PK")
    assert b"Neue F" in kept["Bericht.csv"]


def test_the_list_tells_quarter_moment_hash_and_who_did_it(store: Store, case_ids: list[CaseId]) -> None:
    early = froze(store, quarter=2, now=datetime(2026, 7, 3, 9, tzinfo=UTC))
    late = froze(store, suppress=True)

    with store.read() as session:
        found = frozen_reports.listed(session)
    assert [one.id for one in found] == [late, early]
    assert [one.quarter for one in found] == [THIRD, Quarter(2026, 2)]
    assert (found[0].as_at, found[0].suppressed, len(found[0].sha256)) == (NOON, True, 64)


def test_without_a_quarter_named_the_report_stays_that_of_the_quarter_it_was_made_for(store: Store) -> None:
    entry = froze(store, year=0, quarter=0)

    with store.read() as session:
        assert frozen_reports.row(session, entry).quarter == THIRD


def test_a_changed_or_lost_file_is_noticed(store: Store, case_ids: list[CaseId]) -> None:
    entry = froze(store)
    with store.read() as session:
        assert frozen_reports.faults(session, entry) == []
        blobs = blobs_of(session)
        paper, table = frozen_reports.files(session, entry)[:2]
    places = sorted(path for path in blobs.folder.rglob("*") if path.is_file())
    for path in places:
        path.write_bytes(path.read_bytes()[:-1] + b"\0")

    with store.read() as session:
        found = dict(frozen_reports.faults(session, entry))
        assert found[paper.name] == found[table.name] == "file_altered"
        with pytest.raises(StorageError) as refused:
            frozen_reports.figures(session, entry)
    assert refused.value.code == "file_altered"


def test_freezing_is_one_step_that_can_be_undone(store: Store) -> None:
    entry = froze(store)
    undo.undo(store)

    with store.read() as session:
        assert frozen_reports.listed(session) == []
    undo.redo(store)
    with store.read() as session:
        assert [one.id for one in frozen_reports.listed(session)] == [entry]


def test_the_next_report_says_what_of_the_frozen_one_is_counted_otherwise(
    store: Store, case_ids: list[CaseId]
) -> None:
    froze(store, now=datetime(2026, 10, 2, 9, tzinfo=UTC))
    with store.write("case.open") as session:
        a_case(session, received_on=date(2026, 9, 30))
    with store.read() as session:
        options = ReportOptions(year=2026, quarter=4)
        ask = Ask(kind="", ids=(), options=options, now=NOON)
        data = report_paper.gather(session, ask)
        hidden = report_paper.gather(session, replace(ask, options=replace(options, suppress=True)))

    assert data.reported_at == datetime(2026, 10, 2, 9, tzinfo=UTC)
    opened = Revision(table="overview", code="opened", label="opened", reported=3, counted=4)
    assert opened in data.revisions
    assert all(one.table.startswith("by_") or one.code in {"opened", "open_at_end"} for one in data.revisions)
    assert all(one.reported is None or not 0 < one.reported < 3 for one in hidden.revisions)


def test_a_report_counts_who_was_erased_and_names_nobody(store: Store) -> None:
    day = datetime(2026, 8, 3, 9, tzinfo=UTC)
    with store.write("note.add") as session:
        person = a_person(session, "Silbermoos")
        a_note(session, happened_at=day, person_ids=(person,))
    entry = froze(store)
    kept = told(store, entry)
    store.ledger = Unread()

    erasure.erase_person(store, person)

    with store.read() as session:
        assert session.get(Person, person) is None or not session.get_one(Person, person).family_name
    assert told(store, entry) == kept
    people = next(row for row in kept[0].tables[0].rows if row.code == "people")
    assert people.value == 1
    assert all(b"Silbermoos" not in content for content in files(store, entry).values())


def test_figures_of_a_newer_form_are_refused_in_a_sentence() -> None:
    content = frozen_figures.written((), THIRD, as_at=NOON, language="de", suppressed=False)

    with pytest.raises(StorageError) as refused:
        frozen_figures.read(content.replace(b'"form":1', b'"form":2'))
    assert refused.value.code == "report_unreadable"

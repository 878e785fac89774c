"""The order of the list of cases, with and without filters: what has no value comes last."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kts_desktop.models.adviser import Adviser
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.vocab import CaseOrder
from kts_desktop.services import case_lists, cases, organisations
from kts_desktop.services.case_lists import CaseFilter, CaseRow
from kts_desktop.storage.store import Store
from tests.helpers.build import CASE, NOON, a_body, a_case, a_note, a_task

EVERY = (CaseFilter(), CaseFilter(states=("new",)))


@pytest.fixture
def listed(store: Store) -> Store:
    with store.write("case.open") as session:
        zwickau, aalen, gone = (a_body(session, name) for name in ("Zwickau", "Aalen", "Bonn"))
        a_case(session, subject="Ämter", organisation_id=zwickau)
        a_case(session, subject="Zoo", organisation_id=aalen)
        a_case(session, subject="Bus")
        a_case(session, subject="Markt", organisation_id=gone)
        organisations.delete(session, [gone])
    return store


def subjects(session: Session, wanted: CaseFilter, order: CaseOrder, *, descending: bool) -> list[str]:
    ids = case_lists.ids(session, wanted, order, descending=descending)
    rows = case_lists.rows(session, ids)
    return [rows[id_].subject for id_ in ids]


@pytest.mark.parametrize("wanted", EVERY, ids=["all", "filtered"])
def test_by_body_cases_without_a_living_one_come_last(listed: Store, wanted: CaseFilter) -> None:
    with listed.read() as session:
        assert subjects(session, wanted, CaseOrder.BODY, descending=False) == ["Zoo", "Ämter", "Bus", "Markt"]
        assert subjects(session, wanted, CaseOrder.BODY, descending=True) == ["Ämter", "Zoo", "Markt", "Bus"]


@pytest.mark.parametrize("wanted", EVERY, ids=["all", "filtered"])
def test_by_subject_umlauts_stand_with_their_letter(listed: Store, wanted: CaseFilter) -> None:
    with listed.read() as session:
        assert subjects(session, wanted, CaseOrder.SUBJECT, descending=False) == [
            "Ämter",
            "Bus",
            "Markt",
            "Zoo",
        ]


@pytest.mark.parametrize("wanted", EVERY, ids=["all", "filtered"])
@pytest.mark.parametrize("descending", [False, True])
def test_by_follow_up_cases_without_one_come_last(
    listed: Store, wanted: CaseFilter, descending: bool
) -> None:
    with listed.write("task.add") as session:
        found = case_lists.ids(session, CaseFilter(), CaseOrder.SUBJECT, descending=False)
        a_task(session, case_id=found[0], due_on=date(2026, 12, 2))
        a_task(session, case_id=found[1], due_on=date(2026, 12, 1))
    with listed.read() as session:
        first = subjects(session, wanted, CaseOrder.DUE, descending=descending)[:2]
    assert first == (["Ämter", "Bus"] if descending else ["Bus", "Ämter"])


def test_the_bin_is_sorted_too(listed: Store) -> None:
    with listed.write("case.delete") as session:
        for subject in ("Zoo", "Ämter"):
            ids = case_lists.ids(session, CaseFilter(), CaseOrder.SUBJECT)
            rows = case_lists.rows(session, ids)
            cases.delete(session, [id_ for id_ in ids if rows[id_].subject == subject])
            session.flush()
    with listed.read() as session:
        in_bin = CaseFilter(in_bin=True)
        assert subjects(session, in_bin, CaseOrder.BODY, descending=False) == ["Zoo", "Ämter"]


def test_a_row_tells_all_that_the_list_shows(store: Store) -> None:
    with store.write("case.open") as session:
        lead = session.scalars(select(Adviser.id)).one()
        body = a_body(session, "Zwickau", state="14", district="Kreis Zwickau")
        full = a_case(session, organisation_id=body, lead_id=lead, themes=("sensors", "ai"), priority="high")
        bare = a_case(session, subject="Bus")
        a_task(session, case_id=full, due_on=date(2026, 12, 2))
        a_note(session, case_id=full)
    with store.read() as session:
        rows = case_lists.rows(session, [bare, full])
        numbers = dict(session.execute(select(AdvisoryCase.id, AdvisoryCase.number)).all())
    assert rows[full] == CaseRow(
        id=full,
        number=numbers[full],
        subject=CASE.subject,
        organisation_id=body,
        body="Zwickau",
        body_district="Kreis Zwickau",
        body_state="14",
        state="new",
        priority="high",
        advice_form="individual",
        received_on=date(2026, 11, 2),
        next_due_on=date(2026, 12, 2),
        last_note_at=NOON,
        lead_id=lead,
        lead="Mira Ahornthal",
        themes=("sensors", "ai"),
    )
    without = (rows[bare].body, rows[bare].lead, rows[bare].lead_id, rows[bare].themes)
    assert without == ("", "", None, ())
    assert (rows[bare].next_due_on, rows[bare].last_note_at) == (None, None)

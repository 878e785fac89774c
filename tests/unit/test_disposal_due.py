"""What is due for disposal: found by an index, counted without it being listed, reminded of once a month."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.dialects import sqlite

from kts_desktop.models.vocab import CaseState
from kts_desktop.services import cases, disposal_due
from kts_desktop.storage.store import Store
from tests.helpers.build import a_case
from tests.helpers.build_retention import add_classes
from tests.helpers.day import NOW

TODAY = NOW.date()
FIVE_YEARS = timedelta(days=1826)


@pytest.fixture
def office(store: Store) -> Store:
    add_classes(store)
    return store


def file(store: Store, on: date, class_: str = "case", closed: date | None = None) -> int:
    """File a case; one of another class was closed before."""
    with store.write("case.open") as session:
        case_id = a_case(session, retention_class=class_)
    for state, day in ((CaseState.CLOSED, closed), (CaseState.FILED, on)):
        if day is not None:
            with store.write("case.set_state") as session:
                cases.set_state(session, [case_id], state, day)
    return case_id


def test_counting_what_is_due_reads_the_index_alone(office: Store) -> None:
    file(office, TODAY - FIVE_YEARS - timedelta(days=1))
    file(office, TODAY - FIVE_YEARS)
    file(office, TODAY, "ephemeral", closed=TODAY - timedelta(days=366))
    with office.read() as session:
        assert disposal_due.count(session, TODAY) == 2
        queries = [
            select(func.count())
            .where(over)
            .compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
            for over in disposal_due.conditions(session, TODAY)
        ]
    assert len(queries) == 2
    with office.maintain() as connection:
        for query in queries:
            (step,) = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}").all()
            assert "SEARCH advisory_case USING COVERING INDEX ix_case_kept (retention_class=?" in str(step)


def test_the_next_day_on_which_something_is_due_is_known(office: Store) -> None:
    with office.read() as session:
        assert disposal_due.next_day(session, TODAY) is None
    file(office, TODAY, "archival")
    file(office, TODAY - FIVE_YEARS - timedelta(days=9))  # due already
    file(office, TODAY - timedelta(days=5))
    file(office, TODAY, "ephemeral", closed=TODAY - timedelta(days=5))
    with office.read() as session:
        assert disposal_due.next_day(session, TODAY) == TODAY + timedelta(days=361)


def test_the_day_named_is_the_first_on_which_the_case_is_due(office: Store) -> None:
    file(office, TODAY - FIVE_YEARS)
    with office.read() as session:
        day = disposal_due.next_day(session, TODAY)
        assert day == TODAY + timedelta(days=1)
        assert [disposal_due.count(session, one) for one in (TODAY, day)] == [0, 1]


def test_one_is_reminded_until_the_list_was_looked_at_and_again_next_month(office: Store) -> None:
    file(office, TODAY - FIVE_YEARS - timedelta(days=1))
    with office.read() as session:
        assert disposal_due.reminder(session, NOW) == 1
    disposal_due.note_look(office, NOW)
    with office.read() as session:
        assert disposal_due.reminder(session, NOW + timedelta(days=5)) == 0
        assert disposal_due.reminder(session, NOW + timedelta(days=7)) == 1  # the first of December


def test_looking_writes_nothing_where_nothing_may_be_written(office: Store) -> None:
    office.read_only = True
    disposal_due.note_look(office, NOW)
    office.read_only = False
    with office.maintain() as connection:
        keys = connection.exec_driver_sql("SELECT key FROM meta").scalars().all()
    assert "disposals_looked" not in keys

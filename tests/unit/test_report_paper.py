"""The figures of a quarter: right, repeatable, each with its records, small ones hidden beyond recall."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kts_desktop.models.project import Cohort, Project, ProjectMember
from kts_desktop.models.registration import Registration
from kts_desktop.models.vocab import CaseState
from kts_desktop.services import cases, report_paper, reports
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.papers import fingerprint
from kts_desktop.services.report_figures import (
    SMALL,
    Breakdown,
    Figure,
    Quarter,
    quarter_of,
    shown_of,
    suppressed,
)
from kts_desktop.services.report_options import ReportOptions
from kts_desktop.services.report_paper import ReportData
from kts_desktop.services.reports import Report
from kts_desktop.storage.store import Store
from tests.helpers.build import NOON, a_body, a_case, a_note, a_person
from tests.helpers.build_events import schedule

THIRD = Quarter(2026, 3)


def report(store: Store, quarter: Quarter = THIRD) -> Report:
    """Return the figures of a quarter."""
    with store.read() as session:
        return reports.quarterly(session, quarter, "de")


def gathered(store: Store, **options: Any) -> ReportData:
    """Return the report as it would be printed."""
    with store.read() as session:
        return report_paper.gather(session, Ask(kind="", ids=(), options=ReportOptions(**options), now=NOON))


def figures(found: Sequence[Breakdown], key: str) -> dict[str, tuple[int, int]]:
    """Return the rows of a breakdown: code to this quarter and the one before."""
    (one,) = (one for one in found if one.key == key)
    return {figure.code: (figure.value, figure.before) for figure in one.figures}


def totals(found: Report) -> dict[str, tuple[int, int]]:
    """Return the figures of the overview."""
    return {one.key: (one.total.value, one.total.before) for one in found.overview}


def test_cases_count_in_the_quarter_they_came_in_and_stay_open_until_they_are_closed(store: Store) -> None:
    with store.write("case.open") as session:
        for day in (date(2026, 6, 30), date(2026, 7, 1), date(2026, 9, 30), date(2026, 10, 1)):
            a_case(session, received_on=day)
        ended = a_case(session, received_on=date(2026, 5, 2))
        cases.set_state(session, [ended], CaseState.CLOSED, date(2026, 8, 1))

    assert totals(report(store)) == {
        "opened": (2, 2),
        "closed": (1, 0),
        "open_at_end": (3, 2),
        "notes": (0, 0),
        "people": (0, 0),
        "bodies": (0, 0),
        "events": (0, 0),
        "attended": (0, 0),
    }


def test_the_quarter_before_the_first_is_the_last_of_the_year_before() -> None:
    assert Quarter(2026, 1).before == Quarter(2025, 4)
    assert Quarter(2025, 4).after == Quarter(2026, 1)
    assert [quarter_of(date(2026, month, 1)).number for month in range(1, 13)] == [
        1,
        1,
        1,
        2,
        2,
        2,
        3,
        3,
        3,
        4,
        4,
        4,
    ]
    assert Quarter(2026, 4).begins == date(2026, 10, 1)


def test_new_cases_are_told_by_form_channel_state_size_cohort_and_theme(office: Store) -> None:
    with office.write("case.open") as session:
        small = a_body(session, "Klein", state="14", population=4_999)
        large = a_body(session, "Groß", state="05", population=100_000)
        project = session.query(Project).order_by(Project.id).first()
        assert project is not None
        session.add(ProjectMember(project_id=project.id, organisation_id=large, role="lead"))
        code = session.get_one(Cohort, project.cohort_id).code
        for body, form, themes in (
            (small, "quick_answer", ("heavy_rain",)),
            (large, "individual", ("heavy_rain", "ai")),
            (None, "individual", ()),
        ):
            a_case(
                session, received_on=date(2026, 8, 3), organisation_id=body, advice_form=form, themes=themes
            )

    found = report(office).cases

    assert figures(found, "advice_form") == {"individual": (2, 0), "quick_answer": (1, 0)}
    assert figures(found, "channel") == {"phone": (3, 0)}
    assert figures(found, "state") == {"05": (1, 0), "14": (1, 0), "": (1, 0)}
    assert figures(found, "size_class") == {"under_5k": (1, 0), "100k_500k": (1, 0), "": (1, 0)}
    assert figures(found, "cohort") == {code: (1, 0), "": (2, 0)}
    assert figures(found, "theme") == {"heavy_rain": (2, 0), "ai": (1, 0), "": (1, 0)}


def test_people_and_bodies_count_once_however_they_were_reached(store: Store) -> None:
    day = datetime(2026, 8, 3, 9, tzinfo=UTC)
    with store.write("note.add") as session:
        body, person = a_body(session), a_person(session)
        case = a_case(session, received_on=day.date(), organisation_id=body, person_ids=(person,))
        for _ in range(3):
            a_note(session, case_id=case, happened_at=day, person_ids=(person,))
        event = schedule(session, starts_at=day, ends_at=day + timedelta(hours=2))
        for state, who in (("attended", person), ("absent", a_person(session, "Fern"))):
            session.add(Registration(event_id=event, person_id=who, state=state, organisation_id=body))

    told = totals(report(store))

    assert (told["people"], told["bodies"], told["notes"]) == ((1, 0), (1, 0), (3, 0))
    assert (told["events"], told["attended"]) == ((1, 0), (1, 0))


def test_a_quarter_ends_at_midnight_of_the_offices_zone(store: Store) -> None:
    with store.write("note.add") as session:
        a_note(session, happened_at=datetime(2026, 9, 30, 21, 59, tzinfo=UTC))
        a_note(session, happened_at=datetime(2026, 9, 30, 22, 1, tzinfo=UTC))

    assert totals(report(store))["notes"] == (1, 0)


def test_every_figure_names_the_records_behind_it_and_agrees_with_them(demo: Store) -> None:
    found = report(demo)

    for one in (*found.overview, *found.cases, *found.contacts, *found.events):
        for figure in (one.total, *one.figures):
            assert len(set(figure.ids)) == figure.value
            assert set(figure.ids) <= set(one.total.ids)
            assert set(figure.ids_before) <= set(one.total.ids_before)
        if one.figures and not one.is_multiple:
            assert sum(figure.value for figure in one.figures) == one.total.value


def test_the_same_quarter_gives_the_same_report_twice(demo: Store) -> None:
    assert fingerprint(gathered(demo)) == fingerprint(gathered(demo))


def test_without_a_year_the_last_whole_quarter_is_told(store: Store) -> None:
    assert gathered(store).report.quarter == Quarter(2026, 3)
    assert gathered(store, year=2025).report.quarter == Quarter(2025, 3)
    assert gathered(store, year=2025, quarter=1).report.quarter == Quarter(2025, 1)
    assert gathered(store, quarter=2).report.quarter == Quarter(2026, 2)


def test_no_figure_is_told_by_adviser(demo: Store) -> None:
    found = report(demo)

    keys = {one.key for one in (*found.overview, *found.cases, *found.contacts, *found.events)}
    assert not any("lead" in key or "adviser" in key or "author" in key for key in keys)


def readings(counts: Sequence[int], hidden: frozenset[int]) -> Iterator[tuple[int, ...]]:
    """Yield what the hidden counts may be, as far as the total and the note below the table tell."""
    total = sum(counts)
    room = [range(1, total + 1) if place in hidden else [count] for place, count in enumerate(counts)]
    for guess in product(*room):
        if sum(guess) == total and any(guess[place] < SMALL for place in hidden):
            yield guess


@settings(max_examples=60)
@given(st.lists(st.integers(0, 6), min_size=1, max_size=5))
def test_no_hidden_count_can_be_computed_back_from_the_total(counts: list[int]) -> None:
    shown = suppressed(counts)
    small = {place for place, count in enumerate(counts) if 0 < count < SMALL}
    assert small <= shown.hidden
    if shown.total_hidden or not small:
        return

    possible = list(readings(counts, shown.hidden))

    for place in small:
        assert len({guess[place] for guess in possible}) > 1, (counts, shown)


@pytest.mark.parametrize(
    ("counts", "hidden", "total_hidden"),
    [
        ([0, 5, 7], set(), False),
        ([1, 5, 7], {0, 1}, False),
        ([1, 2, 9], {0, 1}, False),
        ([1, 1, 9, 4], {0, 1, 3}, False),
        ([2, 0], {0}, True),
    ],
)
def test_a_second_row_goes_only_where_the_sum_would_tell(
    counts: list[int], hidden: set[int], total_hidden: bool
) -> None:
    shown = suppressed(counts)

    assert set(shown.hidden) == hidden
    assert shown.total_hidden == total_hidden


def breakdown(*counts: int) -> Breakdown:
    """Return a breakdown with these figures."""
    parts = tuple(
        Figure(code=str(i), label=str(i), ids=tuple(range(100 * i, 100 * i + n)), ids_before=())
        for i, n in enumerate(counts)
    )
    ids = tuple(id_ for part in parts for id_ in part.ids)
    return Breakdown(key="k", kind="", figures=parts, total=Figure(code="", label="", ids=ids, ids_before=()))


def test_where_the_total_has_to_go_no_other_breakdown_may_tell_it() -> None:
    shown = shown_of([breakdown(2, 2), breakdown(4, 0)], before=False)

    assert [one.total_hidden for one in shown] == [True, True]
    assert [one.hidden for one in shown] == [{0, 1}, {0}]


def test_a_total_below_three_hides_its_column() -> None:
    (shown,) = shown_of([breakdown(2)], before=False)

    assert shown.total_hidden

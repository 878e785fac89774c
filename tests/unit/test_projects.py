"""Model projects, their parts and lists, on a real encrypted store."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kts_desktop.core.errors import NotFoundError, ValidationError
from kts_desktop.models.vocab import OrganisationId
from kts_desktop.services import directory, history, loose_dates, project_lists, project_parts, projects
from kts_desktop.services.project_lists import NOT_KNOWN, ProjectFilter, ProjectOrder
from kts_desktop.services.project_parts import FundingDraft, MilestoneDraft, PhaseRow, now_running
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from tests.helpers.build import a_body, a_case
from tests.helpers.build_events import schedule
from tests.helpers.build_projects import PROJECT, a_measure, a_post, a_project, the_body, the_project

TODAY = date(2026, 11, 24)
PARTHELAND = "Brandis, Naunhof, Borsdorf, Großpösna, Belgershain, Parthenstein, Machern"
STRATEGY = PhaseRow(phase="strategy", starts="2020-09", ends="2023-03")
SECOND = PhaseRow(phase="implementation_after_strategy", starts="2022-09", ends="2027-08")


def ids(office: Store, **wanted: Any) -> list[int]:
    with office.read() as session:
        return [*project_lists.ids(session, ProjectFilter(**wanted), TODAY)]


def titles(office: Store, **wanted: Any) -> list[str]:
    found = ids(office, **wanted)
    with office.read() as session:
        rows = project_lists.rows(session, found, TODAY)
    return [rows[id_].title for id_ in found]


def test_what_was_entered_comes_back_in_the_form(store: Store) -> None:
    entered = replace(
        PROJECT,
        project_name="Smart im Umland",
        state="08 06",
        population=12_345,
        population_as_of=date(2024, 12, 31),
        population_source="Destatis",
        fields=("mobility", "energy"),
        phases=(STRATEGY, SECOND),
        vision="Nah beieinander",
    )
    with store.write("project.add") as session:
        project = projects.add(session, entered)
        assert projects.draft_of(session, project) == entered


def test_editing_takes_phases_away_and_brings_them_back(store: Store) -> None:
    with store.write("project.add") as session:
        project = a_project(session, phases=(STRATEGY, SECOND))
    with store.write("project.edit") as session:
        projects.edit(session, project, replace(PROJECT, phases=(SECOND,)))
    with store.write("project.edit") as session:
        later = replace(STRATEGY, starts="2021")
        projects.edit(session, project, replace(PROJECT, phases=(later, SECOND)))
        assert projects.draft_of(session, project).phases == (later, SECOND)


def test_phases_may_overlap_and_both_run(office: Store) -> None:
    with office.read() as session:
        card = projects.card(session, the_project(session, "Jena"), date(2022, 10, 1))
    assert set(card.running) == {"strategy", "implementation_after_strategy"}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": " "}, "title"),
        ({"population": 5}, "population_source"),
        ({"phases": (replace(STRATEGY, ends="2019"),)}, "strategy_to"),
        ({"phases": (replace(STRATEGY, starts="bald"),)}, "strategy_from"),
        ({"phases": (replace(STRATEGY, ends="2020-13"),)}, "strategy_to"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_kept(
    store: Store, values: dict[str, object], field: str
) -> None:
    with pytest.raises(ValidationError) as refused, store.write("project.add") as session:
        projects.add(session, replace(PROJECT, **values))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert ids(store) == []


def test_the_card_gathers_members_parts_and_what_the_office_has(office: Store) -> None:
    with office.write("case.open") as session:
        project = the_project(
            session, "Brandis, Naunhof, Borsdorf, Großpösna, Belgershain, Parthenstein, Machern"
        )
        naunhof = the_body(session, "Naunhof")
        case = a_case(session, organisation_id=naunhof)
        other = a_case(session, project_id=project)
        person = a_post(session, naunhof)
        measure = a_measure(session, project_id=project)
        event = schedule(session, host_ids=(naunhof,))
        card = projects.card(session, project, TODAY)
    assert [member.name for member in card.members][:2] == ["Brandis", "Naunhof"]
    assert {row.id for row in card.cases} == {case, other}
    assert [row.id for row in card.people] == [person]
    assert [row.id for row in card.measures] == [measure]
    assert [row.id for row in card.events] == [event]
    assert (card.cohort, card.population) == ("2019", 45_792)


def test_an_area_is_told_only_if_it_is_known_of_every_member(store: Store) -> None:
    with store.write("project.add") as session:
        project = a_project(session)
        for name, area in (("Lemgo", 10_085), ("Kalletal", None)):
            body = OrganisationId(a_body(session, name, area_ha=area))
            project_parts.add_member(session, project, body, "partner")
        assert projects.card(session, project, TODAY).area_ha is None
        whole = a_project(session)
        body = OrganisationId(a_body(session, "Detmold", area_ha=12_939))
        project_parts.add_member(session, whole, body, "lead")
        assert projects.card(session, whole, TODAY).area_ha == 12_939


def test_a_member_is_entered_once_and_may_change_its_role(office: Store) -> None:
    with office.write("project.members") as session:
        project = the_project(session, "Ulm")
        body = the_body(session, "Neu-Ulm")
        first = project_parts.add_member(session, project, body, "partner")
        second = project_parts.add_member(session, project, body, "steering")
        members = project_parts.members(session, project)
    assert first == second
    assert [(member.name, member.role) for member in members] == [("Ulm", "lead"), ("Neu-Ulm", "steering")]


def test_a_member_taken_away_leaves_the_body_and_comes_back_by_undo(office: Store) -> None:
    with office.read() as session:
        project = the_project(session, "Ulm")
        [ulm] = project_parts.members(session, project)
    with office.write("project.members") as session:
        project_parts.remove_member(session, ulm.id)
    with office.read() as session:
        assert project_parts.members(session, project) == ()
        assert directory.find(session, "Ulm")[0].organisation_id == ulm.organisation_id
    undo.undo(office)
    with office.read() as session:
        assert project_parts.members(session, project) == (ulm,)


def test_an_unknown_role_is_refused(office: Store) -> None:
    with pytest.raises(ValidationError), office.write("project.members") as session:
        project_parts.add_member(session, the_project(session, "Ulm"), the_body(session, "Ulm"), "king")


def test_milestones_stand_in_order_of_their_days(store: Store) -> None:
    with store.write("project.milestone") as session:
        project = a_project(session)
        late = MilestoneDraft(kind="proof_of_use", due_on=date(2027, 12, 31))
        early = MilestoneDraft(kind="grant", reached_on=date(2020, 9, 1), remark="Bescheid")
        late_id = project_parts.put_milestone(session, project, late)
        early_id = project_parts.put_milestone(session, project, early)
        assert [stone.id for stone in project_parts.milestones(session, project)] == [early_id, late_id]
        moved = replace(late, due_on=date(2019, 1, 1))
        project_parts.put_milestone(session, project, moved, late_id)
        assert [stone.id for stone in project_parts.milestones(session, project)] == [late_id, early_id]
        project_parts.remove_milestone(session, late_id)
        assert [stone.id for stone in project_parts.milestones(session, project)] == [early_id]


def test_a_milestone_needs_a_day(store: Store) -> None:
    with pytest.raises(ValidationError), store.write("project.milestone") as session:
        project_parts.put_milestone(session, a_project(session), MilestoneDraft(kind="grant"))


def test_an_amount_keeps_its_cents_and_its_source(store: Store) -> None:
    draft = FundingDraft(
        kind="granted",
        amount=Decimal("1234567.89"),
        as_of=date(2024, 5, 1),
        origin="Bescheid",
        is_official=True,
    )
    with store.write("project.funding") as session:
        project = a_project(session)
        row_id = project_parts.put_funding(session, project, draft)
        [row] = project_parts.fundings(session, project)
        assert (row.id, row.amount, row.is_official, row.origin) == (row_id, draft.amount, True, "Bescheid")
        with pytest.raises(ValidationError):
            project_parts.put_funding(session, project, replace(draft, amount=Decimal(-1)))
        project_parts.remove_funding(session, row_id)
        with pytest.raises(NotFoundError):
            project_parts.remove_funding(session, row_id)


def test_the_history_of_a_project_tells_of_its_parts(store: Store) -> None:
    with store.write("project.add") as session:
        project = a_project(session)
    with store.write("project.milestone") as session:
        stone = MilestoneDraft(kind="grant", due_on=TODAY)
        project_parts.put_milestone(session, project, stone)
    with store.read() as session:
        labels = [row.label for row in history.of_record(session, projects.KIND, project)]
    assert labels[0] == "project.milestone"
    assert labels[-1] == "project.add"


def test_deleting_is_undone_and_restoring_brings_back(store: Store) -> None:
    with store.write("project.add") as session:
        project = a_project(session)
    with store.write("project.delete") as session:
        projects.delete(session, [project])
    assert ids(store) == []
    assert ids(store, in_bin=True) == [project]
    undo.undo(store)
    assert ids(store) == [project]
    with store.write("project.delete") as session:
        projects.delete(session, [project])
        projects.restore(session, project)
    assert ids(store) == [project]


def test_a_project_that_is_gone_cannot_be_edited(store: Store) -> None:
    with pytest.raises(NotFoundError), store.write("project.edit") as session:
        projects.edit(session, 99, PROJECT)


def test_the_list_narrows_by_cohort_state_category_and_member(office: Store) -> None:
    assert len(ids(office)) == 73
    assert len(ids(office, cohorts=("2019", "2021"))) == 41
    assert "Verband Region Rhein-Neckar" in titles(office, state="06")
    assert len(ids(office, category="large_city")) == 28
    assert titles(office, text="Kalletal") == ["Lemgo"]
    assert titles(office, text="koeln") == ["Köln"]
    assert titles(office, text="un:box") == ["Köln"]


def test_the_list_narrows_by_the_phase_of_today(office: Store) -> None:
    known = {
        phase: ids(office, phase=phase)
        for phase in ("strategy", "implementation_after_strategy", "consolidation")
    }
    unknown = ids(office, phase=NOT_KNOWN)
    assert "Jena" in titles(office, phase="implementation_after_strategy")
    assert set().union(*known.values()).isdisjoint(unknown)
    assert len(set().union(*known.values())) + len(unknown) == 73


def test_sorting_puts_what_is_not_known_last_in_either_direction(office: Store) -> None:
    for descending in (False, True):
        with office.read() as session:
            found = project_lists.ids(
                session, ProjectFilter(), TODAY, ProjectOrder.POPULATION, descending=descending
            )
            rows = project_lists.rows(session, found, TODAY)
        counts = [rows[id_].population for id_ in found]
        known = [count for count in counts if count is not None]
        assert counts[-1] is None
        assert known == sorted(known, reverse=descending)


def test_every_project_has_its_point_on_the_map(office: Store) -> None:
    found = ids(office)
    with office.read() as session:
        rows = project_lists.rows(session, found, TODAY)
    assert all(47 < (row.lat or 0) < 56 and 5 < (row.lon or 0) < 16 for row in rows.values())


def test_the_projects_of_a_body_are_told_the_lead_first(office: Store) -> None:
    with office.read() as session:
        body = directory.find(session, "Osnabrück")[0].organisation_id
        assert body is not None
        found = projects.of_body(session, body)
    assert [(title, cohort, role) for _, title, cohort, role in found] == [("Osnabrück", "2020", "lead")]


def test_after_the_end_of_all_that_is_known_comes_the_time_after_funding() -> None:
    assert now_running((STRATEGY, SECOND), date(2028, 1, 1)) == ("consolidation",)
    assert now_running((STRATEGY,), date(2028, 1, 1)) == ()
    assert now_running((), TODAY) == ()


def test_a_phase_runs_through_the_last_day_its_year_may_mean() -> None:
    phase = PhaseRow(phase="implementation_direct", starts="2022", ends="2026")
    assert now_running((phase,), date(2026, 12, 31)) == ("implementation_direct",)
    assert now_running((phase,), date(2021, 12, 31)) == ()
    assert now_running((replace(phase, ends=""),), date(2050, 1, 1)) == ("implementation_direct",)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        (" 2021 ", "2021"),
        ("2021-9", "2021-09"),
        ("9/2021", "2021-09"),
        ("09.2021", "2021-09"),
        ("1.9.2021", "2021-09-01"),
        ("2021-09-01", "2021-09-01"),
    ],
)
def test_loose_days_are_read_as_people_type_them(typed: str, kept: str) -> None:
    assert loose_dates.parse("starts", typed) == kept


@pytest.mark.parametrize("typed", ["21", "2021-13", "31.2.2021", "bald", "2021-09-", "0/2021", "12.12.1821"])
def test_what_is_no_loose_day_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        loose_dates.parse("starts", typed)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from([4, 7, 10]))
def test_a_loose_day_spans_the_day_it_was_made_of(day: date, length: int) -> None:
    kept = day.isoformat()[:length]
    assert loose_dates.parse("starts", kept) == kept
    assert loose_dates.first_day(kept) <= day <= loose_dates.last_day(kept)

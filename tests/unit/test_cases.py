"""Advisory cases, their notes and follow-ups: use cases and lists."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kts_desktop.core.errors import NotFoundError, RefusedError, ValidationError
from kts_desktop.models.vocab import CaseId, CaseOrder, CaseState, NoteId
from kts_desktop.services import case_lists, cases, notes, office_settings, tasks, today
from kts_desktop.services.case_lists import CaseFilter
from kts_desktop.services.notes import CallDraft, NoteFilter
from kts_desktop.services.office_settings import OfficeSettings
from kts_desktop.services.tasks import TaskFilter, TaskScope
from kts_desktop.storage.store import Store
from tests.helpers.build import CASE, NOON, NOTE, TODAY, a_body, a_case, a_note, a_person, a_task


def subjects(
    store: Store, wanted: CaseFilter, order: CaseOrder = CaseOrder.SUBJECT, **how: bool
) -> list[str]:
    with store.read() as session:
        ids = case_lists.ids(session, wanted, order, **{"descending": False, **how})
        rows = case_lists.rows(session, ids)
    return [rows[id_].subject for id_ in ids]


def test_a_case_gets_the_next_file_number_of_this_laptop(store: Store) -> None:
    for expected in ("KTS-PB/A0001#2026", "KTS-PB/A0002#2026"):
        case_id, _ = store.run("case.open", a_case)
        with store.read() as session:
            assert cases.card(session, case_id).number == expected


def test_a_file_number_in_the_bin_is_not_given_again(store: Store) -> None:
    case_id, _ = store.run("case.open", a_case)
    store.run("case.delete", lambda session: cases.delete(session, [case_id]))
    again, _ = store.run("case.open", a_case)
    with store.read() as session:
        assert cases.card(session, again).number == "KTS-PB/A0002#2026"


def test_numbers_begin_anew_each_year(store: Store) -> None:
    store.run("case.open", a_case)
    later, _ = store.run("case.open", lambda s: a_case(s, received_on=date(2027, 1, 4)))
    with store.read() as session:
        assert cases.card(session, later).number == "KTS-PB/A0001#2027"


def test_the_office_may_number_as_it_likes_if_numbers_stay_distinct(store: Store) -> None:
    pattern = "{year}-{running}-{mark}"
    _save_pattern(store, pattern)
    case_id, _ = store.run("case.open", a_case)
    with store.read() as session:
        assert cases.card(session, case_id).number == "2026-1-A"
    for bad in ("{year}", "{nonsense}{running}", "{"):
        with pytest.raises(ValidationError, match="number_pattern"):
            _save_pattern(store, bad)


def _save_pattern(store: Store, pattern: str) -> None:
    with store.write("settings.office") as session:
        office_settings.save(session, OfficeSettings(number_pattern=pattern))


@pytest.mark.parametrize(("fields", "field"), [({"subject": " "}, "subject"), ({"state": "lost"}, "state")])
def test_a_wrong_draft_names_its_field_and_leaves_nothing(
    store: Store, fields: dict[str, str], field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        store.run("case.open", lambda session: a_case(session, **fields))
    assert refused.value.field == field
    assert subjects(store, CaseFilter()) == []


def test_a_form_that_changes_nothing_changes_nothing(store: Store) -> None:
    with store.write("case.open") as session:
        people = (a_person(session),)
        case_id = a_case(
            session, person_ids=people, organisation_id=a_body(session), themes=("sensors", "ai")
        )
    with store.read() as session:
        draft = cases.draft_of(session, case_id)
    _, changes = store.run("case.edit", lambda session: cases.edit(session, case_id, draft))
    assert not changes


def test_themes_and_people_taken_off_come_back_as_the_same_links(store: Store) -> None:
    person, _ = store.run("person.add", a_person)
    case_id, _ = store.run("case.open", lambda s: a_case(s, themes=("ai",), person_ids=(person,)))
    store.run("case.edit", lambda s: cases.edit(s, case_id, CASE))
    store.run(
        "case.edit", lambda s: cases.edit(s, case_id, replace(CASE, themes=("ai",), person_ids=(person,)))
    )
    with store.read() as session:
        card = cases.card(session, case_id)
        assert card.themes == ("ai",)
        assert [one.person_id for one in card.people] == [person]
        assert session.connection().exec_driver_sql("SELECT count(*) FROM case_person").scalar() == 1


def test_closing_keeps_its_day_and_reopening_takes_it_away(store: Store) -> None:
    case_id, _ = store.run("case.open", a_case)
    for state, closed, filed in (
        (CaseState.CLOSED, TODAY, None),
        (CaseState.FILED, TODAY, TODAY),
        (CaseState.IN_PROGRESS, None, None),
    ):
        with store.write("case.set_state") as session:
            cases.set_state(session, [case_id], state, TODAY)
        with store.read() as session:
            card = cases.card(session, case_id)
        assert (card.closed_on, card.filed_on) == (closed, filed)


def test_related_cases_are_seen_from_both_sides(store: Store) -> None:
    one, _ = store.run("case.open", a_case)
    other, _ = store.run("case.open", lambda s: a_case(s, subject="Pegel"))
    store.run("case.link", lambda s: cases.relate(s, one, other))
    _, again = store.run("case.link", lambda s: cases.relate(s, other, one))
    assert not again
    with store.read() as session:
        assert [r.id for r in cases.card(session, one).related] == [other]
        assert [r.id for r in cases.card(session, other).related] == [one]
    with pytest.raises(RefusedError):
        store.run("case.link", lambda s: cases.relate(s, one, one))


def test_the_next_follow_up_is_the_earliest_open_one(store: Store) -> None:
    case_id, _ = store.run("case.open", a_case)
    late, _ = store.run("task.add", lambda s: a_task(s, case_id=case_id, due_on=TODAY + timedelta(9)))
    soon, _ = store.run("task.add", lambda s: a_task(s, case_id=case_id))

    def due() -> date | None:
        with store.read() as session:
            return cases.card(session, case_id).next_due_on

    assert due() == TODAY
    store.run("task.done", lambda s: tasks.complete(s, soon))
    assert due() == TODAY + timedelta(9)
    store.run("task.delete", lambda s: tasks.delete(s, [late]))
    assert due() is None


def test_a_case_is_found_by_its_words_and_by_the_name_of_its_body(store: Store) -> None:
    body, _ = store.run("organisation.add", lambda s: a_body(s, "Bad Köstritz"))
    store.run("case.open", lambda s: a_case(s, subject="Straßenbeleuchtung", organisation_id=body))
    store.run("case.open", lambda s: a_case(s, subject="Pegelsensorik"))
    for typed in ("strassenb", "STRASSE", "koestr", "bad kost"):
        assert subjects(store, CaseFilter(text=typed)) == ["Straßenbeleuchtung"]
    assert subjects(store, CaseFilter(text="gibtesnicht")) == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=30))
def test_no_typed_text_breaks_the_search(store: Store, typed: str) -> None:
    assert isinstance(subjects(store, CaseFilter(text=typed)), list)


@pytest.mark.parametrize("order", CaseOrder)
@pytest.mark.parametrize("descending", [False, True])
def test_every_order_lists_every_case_once(store: Store, order: CaseOrder, descending: bool) -> None:
    with store.write("case.open") as session:
        body = a_body(session, "Ähren")
        made = [
            a_case(session, subject=subject, organisation_id=body if subject == "b" else None)
            for subject in ("b", "Ä", "a", "Z")
        ]
    with store.read() as session:
        ids = case_lists.ids(session, CaseFilter(), order, descending=descending)
    assert sorted(ids) == sorted(made)


def test_subjects_are_sorted_as_in_a_german_list(store: Store) -> None:
    with store.write("case.open") as session:
        for subject in ("Zeit", "Ärzte", "Arzt", "Öl", "ß"):
            a_case(session, subject=subject)
    assert subjects(store, CaseFilter()) == ["Arzt", "Ärzte", "Öl", "ß", "Zeit"]


def test_filters_narrow_together(store: Store) -> None:
    with store.write("case.open") as session:
        land = a_body(session, "Husum", state="01")
        a_case(session, subject="eins", organisation_id=land, themes=("ai",), priority="high")
        a_case(session, subject="zwei", organisation_id=land, themes=("sensors",))
        a_case(session, subject="drei", themes=("ai",), state="closed")
    assert subjects(store, CaseFilter(theme="ai")) == ["drei", "eins"]
    assert subjects(store, CaseFilter(theme="ai", only_open=True)) == ["eins"]
    assert subjects(store, CaseFilter(body_state="01")) == ["eins", "zwei"]
    assert subjects(store, CaseFilter(body_state="01", priority="high")) == ["eins"]
    assert subjects(store, CaseFilter(without_follow_up=True)) == ["drei", "eins", "zwei"]


def test_a_note_must_say_something(store: Store) -> None:
    with pytest.raises(ValidationError):
        store.run("note.add", lambda session: a_note(session, text=" ", title=""))


def test_an_unassigned_call_waits_until_it_is_put_on_a_case(store: Store) -> None:
    note_id, _ = store.run("note.add", lambda s: a_note(s, caller="Name nicht verstanden"))
    case_id, _ = store.run("case.open", a_case)
    with store.read() as session:
        assert notes.ids(session, NoteFilter(unassigned=True)) == [note_id]
    store.run("note.assign", lambda s: notes.assign(s, note_id, case_id))
    with store.read() as session:
        assert notes.ids(session, NoteFilter(unassigned=True)) == []
        assert notes.ids(session, NoteFilter(case_id=case_id)) == [note_id]


def test_people_of_a_note_are_named(store: Store) -> None:
    person, _ = store.run("person.add", lambda s: a_person(s, degree="Dr."))
    note_id, _ = store.run("note.add", lambda s: a_note(s, person_ids=(person,)))
    with store.read() as session:
        assert notes.rows(session, [note_id])[note_id].people == ("Dr. Anna Lichtmoos",)


def test_a_follow_up_is_ticked_off_once_and_can_be_reopened(store: Store) -> None:
    task_id, _ = store.run("task.add", a_task)
    store.run("task.done", lambda s: tasks.complete(s, task_id, "gesendet"))
    with pytest.raises(RefusedError):
        store.run("task.done", lambda s: tasks.complete(s, task_id))
    store.run("task.reopen", lambda s: tasks.reopen(s, task_id))
    with store.read() as session:
        assert tasks.count(session, TaskFilter(today=TODAY)) == 1


@pytest.mark.parametrize(
    ("days", "scope"),
    [
        (-1, TaskScope.OVERDUE),
        (0, TaskScope.TODAY),
        (1, TaskScope.WEEK),
        (7, TaskScope.WEEK),
        (8, TaskScope.LATER),
    ],
)
def test_each_follow_up_stands_in_one_part_of_the_agenda(store: Store, days: int, scope: TaskScope) -> None:
    store.run("task.add", lambda s: a_task(s, due_on=TODAY + timedelta(days)))
    with store.read() as session:
        filled = [
            one
            for one in (TaskScope.OVERDUE, TaskScope.TODAY, TaskScope.WEEK, TaskScope.LATER)
            if tasks.count(session, TaskFilter(today=TODAY, scope=one))
        ]
    assert filled == [scope]


def test_the_day_shows_what_is_due_and_waits(store: Store) -> None:
    call = CallDraft(note=NOTE, follow_up="Rückruf", due_on=TODAY - timedelta(3))
    store.run("call.log", lambda s: notes.log_call(s, call))
    store.run(
        "note.add", lambda s: a_note(s, kind="visit", happened_at=NOON + timedelta(days=1), title="Termin")
    )
    with store.read() as session:
        found = today.day(session, TODAY)
    assert (found.counts.overdue, found.counts.today, found.counts.unassigned) == (1, 0, 2)
    assert [one.title for one in found.appointments] == ["Termin"]


def test_gone_records_are_said_to_be_gone(store: Store) -> None:
    with pytest.raises(NotFoundError), store.read() as session:
        cases.card(session, CaseId(99))
    with pytest.raises(NotFoundError):
        store.run("x", lambda s: notes.delete(s, [NoteId(99)]))

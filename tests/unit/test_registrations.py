"""Registrations: states and steps, places, the waiting list, deputies, special needs."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from kts_desktop.core.errors import NotFoundError, RefusedError, ValidationError
from kts_desktop.models.registration import Registration
from kts_desktop.models.vocab import EventId, RegistrationId, RegistrationState
from kts_desktop.services import (
    advisers,
    events,
    history,
    registration_lists,
    registrations,
    special_needs,
    typed_names,
)
from kts_desktop.services.registration_lists import RegistrationFilter, RegistrationOrder
from kts_desktop.services.registrations import RegistrationDraft
from kts_desktop.services.special_needs import Need
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from tests.helpers.build_events import NOW, START, body, person, register, schedule

_State = RegistrationState


def _states(session: Session, event_id: EventId) -> dict[str, str]:
    return {row.name: row.state for row in registration_lists.everyone(session, event_id)}


def _full_event(session: Session) -> tuple[EventId, list[RegistrationId]]:
    event_id = schedule(session, capacity=2)
    names = ("Anna Ahornthal", "Berta Birkenfurt", "Carla Dachsleiten", "Dora Eibenhorster")
    return event_id, [register(session, event_id, name, minute=n) for n, name in enumerate(names)]


# -- places and the waiting list


def test_who_comes_when_all_places_are_taken_waits(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id, _ = _full_event(session)
        places = registration_lists.places(session, event_id)
        assert _states(session, event_id)["Carla Dachsleiten"] == "waiting"
    assert (places.taken, places.free, places.waiting) == (2, 0, 2)


def test_nobody_is_next_while_no_place_is_free(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id, _ = _full_event(session)
        assert registrations.next_in_line(session, event_id) is None


def test_a_late_cancellation_proposes_the_first_of_the_waiting_list(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id, (anna, _, carla, dora) = _full_event(session)
    with store.write("registration.set_state") as session:
        registrations.set_states(session, [anna], _State.CANCELLED, reason="krank")
        assert registrations.next_in_line(session, event_id) == carla
        registrations.move_up(session, carla)
        assert registrations.next_in_line(session, event_id) is None
    with store.read() as session:
        assert [step.state for step in registrations.steps(session, carla)] == ["waiting", "confirmed"]
        rows = registration_lists.rows(session, [carla, dora])
    assert rows[carla].has_moved_up
    assert (rows[carla].rank, rows[dora].rank) == (0, 1)


def test_moving_up_is_undone_in_one_step(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id, (anna, _, carla, _) = _full_event(session)
        registrations.set_states(session, [anna], _State.CANCELLED)
    with store.write("registration.set_state") as session:
        registrations.move_up(session, carla)
    undo.undo(store)
    with store.read() as session:
        assert registrations.next_in_line(session, event_id) == carla
        assert not registration_lists.rows(session, [carla])[carla].has_moved_up


def test_within_a_minute_a_body_without_a_place_goes_first(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session, capacity=1)
        lemgo, kalletal = body(session), body(session, "Kalletal")
        register(session, event_id, "Anna A", organisation_id=lemgo)
        second = register(session, event_id, "Berta B", minute=5, organisation_id=lemgo)
        first = register(session, event_id, "Carla C", minute=5, organisation_id=kalletal)
        earlier = register(session, event_id, "Dora D", minute=4, organisation_id=lemgo)
        assert registration_lists.waiting_list(session, event_id) == [earlier, first, second]


def test_moving_up_without_a_free_place_is_refused(store: Store) -> None:
    with store.write("registration.add") as session:
        _, (anna, _, carla, _) = _full_event(session)
        with pytest.raises(RefusedError, match="event_full"):
            registrations.move_up(session, carla)
        with pytest.raises(RefusedError, match="not_waiting"):
            registrations.move_up(session, anna)


def test_confirming_more_than_there_are_places_changes_nothing(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id, ids = _full_event(session)
        registrations.set_states(session, ids[:1], _State.CANCELLED)
    with pytest.raises(RefusedError, match="event_full"), store.write("bulk.edit") as session:
        registrations.set_states(session, ids[2:], _State.CONFIRMED)
    with store.read() as session:
        assert list(_states(session, event_id).values()).count("waiting") == 2


def test_who_comes_back_after_leaving_queues_up_at_the_end(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id, (_, _, carla, dora) = _full_event(session)
        registrations.set_states(session, [carla], _State.CANCELLED)
        registrations.set_states(session, [carla], _State.WAITING)
        assert registration_lists.waiting_list(session, event_id) == [dora, carla]


def test_without_a_limit_everybody_gets_a_place(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        register(session, event_id, "Anna A")
        places = registration_lists.places(session, event_id)
    assert (places.free, places.taken) == (None, 1)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from(list(_State))), max_size=20))
def test_no_sequence_of_states_overbooks(store: Store, moves: list[tuple[int, RegistrationState]]) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session, capacity=2)
        people = [register(session, event_id, f"Anna Nummer{n}", minute=n) for n in range(6)]
        walk_ins = (_State.ATTENDED, _State.ABSENT, _State.DEPUTY_SENT)
        for place, state in moves:
            if state in walk_ins:
                continue
            try:
                registrations.set_states(session, [people[place]], state)
            except RefusedError:
                assert registration_lists.places(session, event_id).free == 0
        assert registration_lists.places(session, event_id).taken <= 2


# -- deputies, states, steps


def test_a_deputy_takes_the_place_of_the_one_represented(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id, (anna, *_) = _full_event(session)
        deputy = registrations.send_deputy(session, anna, RegistrationDraft(typed_name="Emil Föhrenbeck"))
        places = registration_lists.places(session, event_id)
        row = registration_lists.rows(session, [deputy])[deputy]
    assert (places.taken, places.waiting) == (2, 2)
    assert (row.deputy_for, row.state) == ("Anna Ahornthal", "confirmed")


def test_an_unnamed_deputy_holds_the_place_too(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id, (anna, *_) = _full_event(session)
        registrations.set_states(session, [anna], _State.DEPUTY_SENT)
        assert registration_lists.places(session, event_id).taken == 2


def test_every_step_is_kept_with_author_and_reason(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        anna = register(session, event_id, "Anna A", state=_State.INVITED)
        registrations.set_states(session, [anna], _State.TENTATIVE, reason="Ratssitzung am selben Tag")
        registrations.set_states(session, [anna], _State.TENTATIVE)
        steps = registrations.steps(session, anna)
    assert [(step.state, step.reason, step.by) for step in steps] == [
        ("invited", "", "Mira Ahornthal"),
        ("tentative", "Ratssitzung am selben Tag", "Mira Ahornthal"),
    ]


def test_an_invitation_has_no_rank_until_it_is_answered(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        draft = RegistrationDraft(typed_name="Anna A", state="invited")
        anna = registrations.add(session, event_id, draft)
        assert registration_lists.rows(session, [anna])[anna].registered_at is None
        registrations.set_states(session, [anna], _State.CONFIRMED, at=NOW)
        assert registration_lists.rows(session, [anna])[anna].registered_at == NOW


def test_many_are_marked_at_once(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        ids = [register(session, event_id, f"Anna Nummer{n}") for n in range(30)]
    with store.write("registration.set_state") as session:
        assert registrations.set_states(session, ids, _State.ATTENDED) == 30
        assert registrations.set_states(session, ids, _State.ATTENDED) == 0
    with store.read() as session:
        assert dict(registration_lists.counts(session, event_id))["attended"] == 30


def test_the_first_arrival_counts(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        anna = register(session, event_id, "Anna A")
        registrations.check_in(session, anna, START)
        registrations.check_in(session, anna, START + timedelta(hours=1))
        row = registration_lists.rows(session, [anna])[anna]
    assert (row.arrived_at, row.state) == (START, "attended")


# -- adding, editing, deleting


def test_a_person_is_registered_once(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        anna = person(session, "Anna", "Lichtmoos")
        registrations.add(session, event_id, RegistrationDraft(person_id=anna))
        with pytest.raises(ValidationError, match="registered_already") as refused:
            registrations.add(session, event_id, RegistrationDraft(person_id=anna))
    assert refused.value.field == "person_id"


def test_two_people_of_one_name_may_both_come(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        register(session, event_id, "Anna Lichtmoos", typed_body="Lemgo")
        register(session, event_id, "Anna Lichtmoos", typed_body="Celle")
        register(session, event_id, "Anna Lichtmoos", typed_body="Celle")
        assert len(registration_lists.everyone(session, event_id)) == 3


def test_the_same_person_has_the_same_uid_at_both_doors(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        first = register(session, event_id, "Anna Lichtmoos", typed_body="Lemgo")
        uid = registrations.alive(session, first).uid
        registrations.delete(session, [first])
        again = register(session, event_id, "ANNA LICHTMOOS", typed_body=" lemgo")
        assert (again, registrations.alive(session, again).uid) == (first, uid)


def test_adding_somebody_out_of_the_bin_is_undone_into_the_bin(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        anna = register(session, event_id, "Anna Lichtmoos", role="speaker")
        registrations.delete(session, [anna])
    with store.write("registration.add") as session:
        register(session, event_id, "Anna Lichtmoos", role="press")
    undo.undo(store)
    with store.read() as session:
        assert registration_lists.everyone(session, event_id) == []
        kept = session.get(Registration, anna)
        assert kept is not None
        assert kept.role == "speaker"


def test_nobody_registers_for_an_event_called_off(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        events.cancel(session, event_id)
        with pytest.raises(RefusedError, match="event_cancelled"):
            register(session, event_id, "Anna A")


def test_a_registration_needs_a_name(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        with pytest.raises(ValidationError) as refused:
            register(session, event_id, "  ")
    assert refused.value.field == "typed_name"


def test_a_typed_in_name_becomes_a_person_of_the_directory(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        lemgo = body(session)
        anna = person(session, "Anna", "Lichtmoos", degree="Dr.")
        typed = register(session, event_id, "A. Lichtmos", typed_body="Stadt Lemgo")
        registrations.edit(session, typed, RegistrationDraft(person_id=anna, organisation_id=lemgo))
        row = registration_lists.rows(session, [typed])[typed]
        kept = registrations.draft_of(session, typed)
    assert (row.name, row.body, kept.typed_name, kept.typed_body) == ("Dr. Anna Lichtmoos", "Lemgo", "", "")


def test_a_registration_goes_and_comes_back(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        anna = register(session, event_id, "Anna A")
        registrations.delete(session, [anna])
        assert registration_lists.ids(session, event_id) == []
        with pytest.raises(NotFoundError):
            registrations.draft_of(session, anna)
        registrations.restore(session, [anna])
        assert registration_lists.ids(session, event_id) == [anna]


def test_a_new_date_takes_the_group_over(store: Store) -> None:
    with store.write("registration.add") as session:
        first, second = schedule(session), schedule(session, title="Austausch")
        anna = person(session, "Anna", "Lichtmoos")
        registrations.add(session, first, RegistrationDraft(person_id=anna, state="attended"))
        register(session, first, "Paul Wiesenfurt", typed_body="Celle", state=_State.EXCUSED)
        register(session, first, "Carla Quellmoos", state=_State.DECLINED)
        assert registrations.take_over_group(session, first, second) == 2
        assert registrations.take_over_group(session, first, second) == 0
        assert _states(session, second) == {"Anna Lichtmoos": "invited", "Paul Wiesenfurt": "invited"}


# -- lists


def test_lists_are_sorted_and_filtered(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        zoe = register(session, event_id, "Zoë Ährenbeck", typed_body="Zwönitz", role="speaker")
        ida = register(session, event_id, "Ida von der Auenwiese", typed_body="Celle", minute=1)
        max_ = register(session, event_id, "Öhrenkamp, Max", typed_body="Aalen", minute=2)
        ask = registration_lists.ids
        assert ask(session, event_id) == [zoe, ida, max_]
        assert ask(session, event_id, order=RegistrationOrder.NAME, descending=True) == [max_, ida, zoe]
        assert ask(session, event_id, order=RegistrationOrder.BODY) == [max_, ida, zoe]
        assert ask(session, event_id, order=RegistrationOrder.ROLE) == [zoe, ida, max_]
        assert ask(session, event_id, order=RegistrationOrder.REGISTERED) == [zoe, ida, max_]
        assert ask(session, event_id, RegistrationFilter(text="zwoen")) == [zoe]
        assert ask(session, event_id, RegistrationFilter(text="max aalen")) == [max_]
        assert ask(session, event_id, RegistrationFilter(role="speaker")) == [zoe]
        assert ask(session, event_id, RegistrationFilter(states=("waiting",))) == []


def test_the_sheet_numbers_those_expected_by_surname(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        register(session, event_id, "Max Öhrenkamp")
        register(session, event_id, "Ida von der Auenwiese")
        register(session, event_id, "Anna Odenwaldt", state=_State.TENTATIVE)
        register(session, event_id, "Carla Quellmoos", state=_State.CANCELLED)
        lines = registration_lists.sheet(session, event_id)
    assert [(line.number, line.family_name, line.given_name) for line in lines] == [
        (1, "Auenwiese, von der", "Ida"),
        (2, "Odenwaldt", "Anna"),
        (3, "Öhrenkamp", "Max"),
    ]


@pytest.mark.parametrize(
    ("typed", "given", "family", "particle"),
    [
        ("Anna Lichtmoos", "Anna", "Lichtmoos", ""),
        ("Lichtmoos, Anna", "Anna", "Lichtmoos", ""),
        ("Prof. Dr. Edda Weißdornhagen", "Edda", "Weißdornhagen", ""),
        ("Ida von der Auenwiese", "Ida", "Auenwiese", "von der"),
        ("von der Auenwiese, Ida", "Ida", "Auenwiese", "von der"),
        ("Łąkowska-Morgentau", "", "Łąkowska-Morgentau", ""),
        ("", "", "", ""),
    ],
)
def test_typed_names_are_taken_apart(typed: str, given: str, family: str, particle: str) -> None:
    parts = typed_names.split_name(typed)
    assert (parts.given, parts.family, parts.particle) == (given, family, particle)


@given(st.text(max_size=40))
def test_any_text_can_be_taken_apart(typed: str) -> None:
    parts = typed_names.split_name(typed)
    assert parts.family or not parts.given or "," in typed


def test_a_typed_name_hints_at_people_of_the_directory(store: Store) -> None:
    with store.write("registration.add") as session:
        lemgo = body(session)
        meyer = person(session, "Jörg", "Müllerbach", organisation_id=lemgo)
        person(session, "Jörg", "Müllerbach", restricted_at=NOW)
        person(session, "Petra", "Müllerbach")
    with store.read() as session:
        for typed in ("Joerg Muellerbach", "Müllerbach, Jörg", "Dr. Jörg Müllerbach"):
            hints = typed_names.namesakes(session, typed, today=NOW.date())
            assert [(hint.person_id, hint.body) for hint in hints] == [(meyer, "Lemgo")]
        assert typed_names.namesakes(session, "Müllerbach", today=NOW.date()) == []
        assert typed_names.namesakes(session, "Karl Ottersund", today=NOW.date()) == []


# -- special needs


def test_needs_are_kept_apart_from_rows_and_history(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        anna = register(session, event_id, "Anna A")
        special_needs.set_needs(session, anna, [Need(kind="vegan"), Need(kind="allergy", remark="Nüsse")])
    with store.read() as session:
        assert [line.kind for line in special_needs.of_event(session, event_id)] == ["allergy", "vegan"]
        row = registration_lists.rows(session, [anna])[anna]
        told = history.of_record(session, "event", event_id)
    assert "vegan" not in str(row)
    assert not [line for line in told if line.table == "special_need"]


def test_needs_are_replaced_as_a_whole(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        anna = register(session, event_id, "Anna A")
        for wanted in (["vegan"], ["wheelchair"], ["vegan"]):
            special_needs.set_needs(session, anna, [Need(kind=kind) for kind in wanted])
        assert special_needs.of_registration(session, anna) == [Need(kind="vegan")]


def test_needs_of_somebody_who_cancelled_are_not_told(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        anna = register(session, event_id, "Anna A")
        special_needs.set_needs(session, anna, [Need(kind="vegan")])
        registrations.set_states(session, [anna], _State.CANCELLED)
        assert special_needs.of_event(session, event_id) == []


def test_only_the_organiser_may_see_them(store: Store) -> None:
    with store.write("registration.add") as session:
        me = advisers.me(session)
        assert me is not None
        other = advisers.add(session, advisers.AdviserDraft(name="Jonas Birkenfurt"))
        nobodys, mine = schedule(session), schedule(session, organiser_id=me.id)
        theirs = schedule(session, organiser_id=other)
        seen = [special_needs.may_see(session, one) for one in (nobodys, mine, theirs)]
    assert seen == [True, True, False]


def test_needs_are_due_for_erasure_fourteen_days_after_the_end(store: Store) -> None:
    with store.write("registration.add") as session:
        event_id = schedule(session)
        ended = START + timedelta(hours=7)
        anna = register(session, event_id, "Anna A")
        special_needs.set_needs(session, anna, [Need(kind="vegan")])
        registrations.delete(session, [anna])
        before = special_needs.due_for_erasure(session, ended + timedelta(days=14, seconds=-1))
        after = special_needs.due_for_erasure(session, ended + timedelta(days=14))
    assert before == []
    assert [(due.event_id, due.needs) for due in after] == [(event_id, 1)]

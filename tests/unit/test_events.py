"""Events, series, sessions and the lists of events, on a real encrypted store."""

from datetime import date, timedelta

import pytest

from kts_desktop.core.errors import NotFoundError, RefusedError, ValidationError
from kts_desktop.models.vocab import EventId, EventOrder, EventState, RegistrationState
from kts_desktop.services import event_lists, event_series, event_sessions, events, notes, tasks
from kts_desktop.services.event_lists import EventFilter, EventScope
from kts_desktop.services.notes import NoteDraft
from kts_desktop.services.tasks import TaskDraft
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from tests.helpers.build_events import HOUR, NOW, START, body, draft, register, schedule, workshop

TODAY = NOW.date()
DAY = timedelta(days=1)


def test_what_was_entered_comes_back_in_the_form(store: Store) -> None:
    with store.write("event.schedule") as session:
        host = body(session)
        entered = draft(
            host_ids=(host,),
            capacity=110,
            accessibility="stufenfrei, Induktionsschleife",
            registration_deadline=date(2026, 12, 2),
            budget_cents=1_250_000,
            themes=("heavy_rain", "sensors"),
            guidelines=("L3",),
            agenda="Begrüßung",
        )
        event_id = events.schedule(session, entered)
    with store.read() as session:
        assert events.draft_of(session, event_id) == entered


def test_editing_replaces_hosts_and_themes(store: Store) -> None:
    with store.write("event.schedule") as session:
        lemgo, kalletal = body(session), body(session, "Kalletal")
        event_id = schedule(session, host_ids=(lemgo,), themes=("heavy_rain",))
    with store.write("event.edit") as session:
        events.edit(session, event_id, draft(host_ids=(kalletal, lemgo), themes=("sensors",)))
    with store.read() as session:
        card = event_lists.card(session, event_id, TODAY)
    assert [host.name for host in card.hosts] == ["Kalletal", "Lemgo"]
    assert card.themes == ("sensors",)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": "  "}, "title"),
        ({"ends_at": START - HOUR}, "ends_at"),
        ({"zone": "Europe/Lemgo"}, "zone"),
        ({"zone": "../etc"}, "zone"),
        ({"capacity": 0}, "capacity"),
        ({"registration_deadline": date(2026, 12, 12)}, "registration_deadline"),
        ({"series_number": 0}, "series_number"),
    ],
)
def test_a_wrong_field_is_named(store: Store, values: dict[str, object], field: str) -> None:
    with store.write("event.schedule") as session, pytest.raises(ValidationError) as refused:
        events.schedule(session, draft(**values))
    assert refused.value.field == field


def test_the_deadline_may_be_the_day_of_the_event_in_its_own_zone(store: Store) -> None:
    late = draft(
        zone="America/Lima",
        starts_at=START + 18 * HOUR,
        ends_at=START + 19 * HOUR,
        registration_deadline=date(2026, 12, 12),
    )
    with store.write("event.schedule") as session, pytest.raises(ValidationError):
        events.schedule(session, late)


def test_a_series_counts_on(store: Store) -> None:
    with store.write("event.schedule") as session:
        first = schedule(session, new_series="Regionalkonferenz", series_number=23)
        second = schedule(session, new_series=" regionalkonferenz ")
        series = events.series_choices(session)
        third = events.copy_of(session, second)
    with store.read() as session:
        cards = [event_lists.card(session, id_, TODAY) for id_ in (first, second)]
    assert [(card.series, card.series_number) for card in cards] == [
        ("Regionalkonferenz", 23),
        ("Regionalkonferenz", 24),
    ]
    assert len(series) == 1
    assert third.series_number == 25


def test_a_copy_keeps_the_plan_and_not_what_happened(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session, state="held", report="Es kamen viele.", venue="Beispielhalle")
        copy = events.copy_of(session, event_id)
    assert (copy.venue, copy.report, copy.state) == ("Beispielhalle", "", "planned")


def test_cancelling_twice_is_refused(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        events.cancel(session, event_id)
    with store.write("event.cancel") as session, pytest.raises(RefusedError, match="event_cancelled"):
        events.cancel(session, event_id)


def test_a_deleted_event_comes_back_with_its_participants(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        register(session, event_id, "Anna Lichtmoos")
    with store.write("event.delete") as session:
        events.delete(session, [event_id])
    with store.read() as session:
        assert event_lists.ids(session, EventFilter(now=NOW)) == []
        with pytest.raises(NotFoundError):
            events.draft_of(session, event_id)
    with store.write("restore") as session:
        events.restore(session, [event_id])
    with store.read() as session:
        assert event_lists.card(session, event_id, TODAY).registered == 1


def test_deleting_is_undone_in_one_step(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
    with store.write("event.delete") as session:
        events.delete(session, [event_id])
    undo.undo(store)
    with store.read() as session:
        assert event_lists.ids(session, EventFilter(now=NOW)) == [event_id]


def test_approved_minutes_are_fixed(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        with pytest.raises(RefusedError, match="minutes_empty"):
            events.approve_minutes(session, event_id)
        events.write_minutes(session, event_id, "Beschluss 1: Der Leitfaden wird fortgeschrieben.")
        events.approve_minutes(session, event_id)
    with store.write("event.edit") as session:
        with pytest.raises(RefusedError, match="minutes_approved"):
            events.write_minutes(session, event_id, "Etwas anderes")
        changed = events.draft_of(session, event_id)
        events.edit(session, event_id, changed)
        with pytest.raises(ValidationError, match="minutes_approved"):
            events.edit(session, event_id, draft(report="Etwas anderes"))


# -- lists


def _three(store: Store) -> dict[str, EventId]:
    with store.write("event.schedule") as session:
        return {
            "celle": schedule(session, title="Celle", starts_at=NOW + DAY, ends_at=NOW + DAY + HOUR),
            "aachen": schedule(
                session,
                title="Ärger in Aachen",
                starts_at=NOW - 30 * DAY,
                ends_at=NOW - 29 * DAY,
                format="congress",
                mode="online",
                state="held",
            ),
            "bonn": schedule(session, title="Bonn", starts_at=NOW - HOUR, ends_at=NOW + HOUR),
        }


def test_an_event_that_runs_is_still_coming(store: Store) -> None:
    made = _three(store)
    with store.read() as session:
        coming = event_lists.ids(session, EventFilter(now=NOW, scope=EventScope.COMING))
        past = event_lists.ids(session, EventFilter(now=NOW, scope=EventScope.PAST))
    assert coming == [made["bonn"], made["celle"]]
    assert past == [made["aachen"]]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (EventOrder.START, ["aachen", "bonn", "celle"]),
        (EventOrder.TITLE, ["aachen", "bonn", "celle"]),
        (EventOrder.STATE, ["aachen", "celle", "bonn"]),
    ],
)
def test_lists_are_sorted_both_ways(store: Store, order: EventOrder, expected: list[str]) -> None:
    made = _three(store)
    with store.read() as session:
        upwards = event_lists.ids(session, EventFilter(now=NOW), order)
        downwards = event_lists.ids(session, EventFilter(now=NOW), order, descending=True)
    assert upwards == [made[name] for name in expected]
    assert downwards == upwards[::-1]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"format": "congress"}, ["aachen"]),
        ({"mode": "online"}, ["aachen"]),
        ({"state": "planned"}, ["bonn", "celle"]),
        ({"month": date(2026, 10, 1)}, ["aachen"]),
        ({"month": date(2026, 11, 1)}, ["bonn", "celle"]),
        ({"text": "aerg"}, ["aachen"]),
        ({"text": "bon"}, ["bonn"]),
        ({"text": "nirgends"}, []),
    ],
)
def test_filters_narrow_the_list(store: Store, values: dict[str, object], expected: list[str]) -> None:
    made = _three(store)
    with store.read() as session:
        found = event_lists.ids(session, EventFilter(now=NOW, **values))  # type: ignore[arg-type]
        counted = event_lists.count(session, EventFilter(now=NOW, **values))  # type: ignore[arg-type]
    assert found == [made[name] for name in expected]
    assert counted == len(expected)


def test_a_host_a_theme_and_a_series_find_their_events(store: Store) -> None:
    with store.write("event.schedule") as session:
        host = body(session, "Zwönitz")
        event_id = schedule(session, host_ids=(host,), themes=("heavy_rain",), new_series="AEG")
        schedule(session, title="Anderes")
        series_id = events.series_choices(session)[0][0]
    with store.read() as session:
        for wanted in (
            EventFilter(now=NOW, organisation_id=host),
            EventFilter(now=NOW, theme="heavy_rain"),
            EventFilter(now=NOW, series_id=series_id),
            EventFilter(now=NOW, text="zwoenitz"),
        ):
            assert event_lists.ids(session, wanted) == [event_id]


def test_december_ends_with_the_year(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
    with store.read() as session:
        december = EventFilter(now=NOW, month=date(2026, 12, 1))
        assert event_lists.ids(session, december) == [event_id]
        assert event_lists.months(session, EventFilter(now=NOW)) == [date(2026, 12, 1)]


def test_a_row_tells_host_series_and_places(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(
            session, host_ids=(body(session),), new_series="Regionalkonferenz", series_number=24, capacity=2
        )
        for minute, name in enumerate(("Anna Lichtmoos", "Paul Wiesenfurt", "Mira Ginsterhof")):
            register(session, event_id, name, minute=minute)
    with store.read() as session:
        row = event_lists.rows(session, [event_id, 999])[event_id]
    assert (row.host, row.series, row.series_number) == ("Lemgo", "Regionalkonferenz", 24)
    assert (row.places.taken, row.places.free, row.places.waiting) == (2, 0, 1)


# -- the card


def test_the_card_gathers_sessions_counts_tasks_and_notes(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        register(session, event_id, "Anna Lichtmoos")
        register(session, event_id, "Paul Wiesenfurt", state=RegistrationState.TENTATIVE)
        workshop(session, event_id)
        done = tasks.add(session, TaskDraft(title="Raum buchen", due_on=TODAY, event_id=event_id))
        tasks.complete(session, done, "gebucht")
        tasks.add(session, TaskDraft(title="Einladung versenden", due_on=TODAY, event_id=event_id))
        notes.add(session, NoteDraft(happened_at=NOW, text="Technik geprüft", event_id=event_id))
    with store.read() as session:
        card = event_lists.card(session, event_id, TODAY)
    assert [task.title for task in card.tasks] == ["Einladung versenden", "Raum buchen"]
    assert [note.text for note in card.notes] == ["Technik geprüft"]
    assert [row.title for row in card.sessions] == ["Starkregen"]
    assert {state: count for state, count in card.counts if count} == {"tentative": 1, "confirmed": 1}


def test_a_card_that_never_was_is_told(store: Store) -> None:
    with store.read() as session, pytest.raises(NotFoundError):
        event_lists.card(session, EventId(77), TODAY)


def test_bulk_states_are_one_step(store: Store) -> None:
    made = _three(store)
    with store.write("bulk.edit") as session:
        events.set_state(session, [made["bonn"], made["celle"]], EventState.OPEN)
    with store.read() as session:
        assert len(event_lists.ids(session, EventFilter(now=NOW, state="open"))) == 2
    undo.undo(store)
    with store.read() as session:
        assert event_lists.ids(session, EventFilter(now=NOW, state="open")) == []


# -- series


def _series(store: Store) -> list[EventId]:
    with store.write("event.schedule") as session:
        made = [
            schedule(session, new_series="Peer-Learning", starts_at=START + n * DAY, ends_at=START + n * DAY)
            for n in range(3)
        ]
        for event_id, states in zip(made, (("absent", "absent"), ("attended", "excused"), ()), strict=True):
            for name, state in zip(("Zoe Z", "Anna A"), states, strict=False):
                register(session, event_id, name, state=RegistrationState(state))
        register(session, made[2], "Zoe Z")
    return made


def test_the_card_of_one_date_tells_all_dates_of_its_series(store: Store) -> None:
    made = _series(store)
    with store.read() as session:
        card = event_lists.card(session, made[1], TODAY)
    assert [(one.event_id, one.number) for one in card.dates] == list(zip(made, (1, 2, 3), strict=True))


def test_attendance_is_told_by_person_over_all_dates(store: Store) -> None:
    made = _series(store)
    with store.read() as session:
        series_id = event_lists.card(session, made[0], TODAY).series_id
        assert series_id is not None
        lines = event_series.attendance(session, series_id)
    assert [(line.name, line.states) for line in lines] == [
        ("Anna A", ("absent", "excused", "")),
        ("Zoe Z", ("absent", "attended", "confirmed")),
    ]
    assert [line.has_missed_two for line in lines] == [True, False]


def test_a_date_called_off_counts_for_nobody(store: Store) -> None:
    made = _series(store)
    with store.write("event.cancel") as session:
        events.cancel(session, made[1])
        series_id = event_lists.card(session, made[0], TODAY).series_id
        assert series_id is not None
        assert {len(line.states) for line in event_series.attendance(session, series_id)} == {2}


# -- sessions


def test_a_full_session_has_a_waiting_list_that_moves_up(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        people = [register(session, event_id, name) for name in ("Anna A", "Berta B", "Carla C")]
        session_id = workshop(session, event_id, capacity=1)
        assert event_sessions.sign_up(session, session_id, people) == 2
        assert event_sessions.sign_up(session, session_id, people[:1]) == 0
    with store.write("registration.edit") as session:
        assert event_sessions.sign_off(session, session_id, people[:1]) == 1
    with store.read() as session:
        row = event_sessions.of_event(session, event_id)[0]
        assert (row.taken, row.waiting) == (1, 1)
        assert event_sessions.of_registration(session, people[1])[0].is_waiting is False
        assert event_sessions.of_registration(session, people[2])[0].is_waiting is True
        assert event_sessions.signed_up(session, session_id) == people[1:]


def test_signing_up_again_is_the_same_link_at_the_end_of_the_line(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        anna, berta = (register(session, event_id, name) for name in ("Anna A", "Berta B"))
        session_id = workshop(session, event_id, capacity=1)
        event_sessions.sign_up(session, session_id, [anna, berta])
        event_sessions.sign_off(session, session_id, [anna])
        assert event_sessions.sign_up(session, session_id, [anna]) == 1
    with store.read() as session:
        assert event_sessions.of_registration(session, anna)[0].is_waiting is True


def test_nobody_signs_up_for_a_session_of_another_event(store: Store) -> None:
    with store.write("event.schedule") as session:
        here, there = schedule(session), schedule(session, title="Anderes")
        anna = register(session, there, "Anna A")
        session_id = workshop(session, here)
        with pytest.raises(RefusedError, match="other_event"):
            event_sessions.sign_up(session, session_id, [anna])


def test_sessions_are_edited_and_deleted(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        session_id = workshop(session, event_id, room="Saal 1")
        changed = event_sessions.draft_of(session, session_id)
        with pytest.raises(ValidationError):
            workshop(session, event_id, ends_at=START)
        event_sessions.edit(session, session_id, changed)
        event_sessions.delete(session, [session_id])
        assert event_sessions.of_event(session, event_id) == []
        with pytest.raises(NotFoundError):
            event_sessions.draft_of(session, session_id)

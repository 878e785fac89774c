"""Parts of the events page without its widgets: presenters against fakes, clocks, the attendance sheet."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kts_desktop.core.errors import UserFacingError
from kts_desktop.models.vocab import EventId, EventOrder, RegistrationId, RegistrationState
from kts_desktop.services import events
from kts_desktop.services.event_lists import EventCard, EventRow, EventScope
from kts_desktop.services.registration_lists import Places, SheetLine
from kts_desktop.storage.store import Store
from kts_desktop.ui.events import times, words
from kts_desktop.ui.events.attendance_match import Sheet
from kts_desktop.ui.events.presenter import Entry, EventsPresenter
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build_events import NOW, START, draft, schedule

_State = RegistrationState
ZONES = sorted(times.ZONES)


class FakeView:
    """Remembers what it was shown; answers as a page and as its teller."""

    def __init__(self) -> None:
        self.ids: list[int] = []
        self.titles: list[str] = []
        self.months: list[date] = []
        self.card: EventCard | None = None
        self.errors: list[str] = []
        self.undo: list[str] = []

    def show_events(self, ids: Sequence[EventId], load: Loader[EventRow]) -> None:
        self.ids = list(ids)
        self.titles = [load(ids)[id_].title for id_ in ids]

    def show_months(self, months: Sequence[date]) -> None:
        self.months = list(months)

    def show_card(self, card: EventCard | None) -> None:
        self.card = card

    def show_error(self, error: UserFacingError) -> None:
        self.errors.append(error.code)

    def show_undo(self, text: str) -> None:
        self.undo.append(text)


@pytest.fixture
def view() -> FakeView:
    return FakeView()


@pytest.fixture
def presenter(workspace: Workspace, view: FakeView) -> EventsPresenter:
    workspace.clock = lambda: NOW
    parent = QObject(workspace)
    presenter = EventsPresenter(workspace, view, view, parent)
    presenter.refresh()
    return presenter


def test_a_change_elsewhere_refreshes_list_and_card(
    qtbot: QtBot, workspace: Workspace, store: Store, presenter: EventsPresenter, view: FakeView
) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session, title="Bonn")
    presenter.show(event_id)
    with qtbot.waitSignal(workspace.changed):
        workspace.write("event.edit", lambda s, _: events.edit(s, event_id, draft(title="Celle")))
    assert view.titles == ["Celle"]
    assert view.card is not None
    assert view.card.title == "Celle"


def test_the_past_is_listed_backwards_and_the_same_order_again_turns_it(
    store: Store, presenter: EventsPresenter, view: FakeView
) -> None:
    with store.write("event.schedule") as session:
        for days, title in ((1, "Bonn"), (2, "Celle"), (3, "Aachen")):
            ended = NOW - timedelta(days=days)
            schedule(session, title=title, starts_at=ended, ends_at=ended)
    presenter.set_scope(EventScope.PAST)
    assert view.titles == ["Bonn", "Celle", "Aachen"]
    presenter.sort(EventOrder.START)
    assert view.titles == ["Aachen", "Celle", "Bonn"]
    presenter.sort(EventOrder.TITLE)
    assert view.titles == ["Aachen", "Bonn", "Celle"]


def test_a_refused_draft_is_told_and_nothing_is_saved(
    qtbot: QtBot, presenter: EventsPresenter, view: FakeView
) -> None:
    presenter.save(Entry(draft=draft(title=" ")))
    qtbot.waitUntil(lambda: view.errors == ["blank"])
    assert view.ids == []


def test_a_saved_event_is_named_to_the_page(qtbot: QtBot, presenter: EventsPresenter, view: FakeView) -> None:
    with qtbot.waitSignal(presenter.saved) as saved:
        presenter.save(Entry(draft=draft(title="Bonn")))
    assert saved.args == view.ids


def test_deleting_offers_to_undo_in_words(
    qtbot: QtBot, store: Store, presenter: EventsPresenter, view: FakeView
) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
    presenter.show(event_id)
    presenter.delete([event_id])
    qtbot.waitUntil(lambda: view.undo == ["Veranstaltung in den Papierkorb gelegt"])
    assert view.card is None
    assert presenter.shown is None


def test_an_event_that_went_meanwhile_shows_nothing(presenter: EventsPresenter, view: FakeView) -> None:
    presenter.show(EventId(77))
    assert (view.card, presenter.shown, presenter.draft(), presenter.history()) == (None, None, None, [])


def test_months_are_those_of_the_list(store: Store, presenter: EventsPresenter, view: FakeView) -> None:
    with store.write("event.schedule") as session:
        schedule(session)
    presenter.narrow({"mode": "online"})
    assert (view.months, view.ids) == ([], [])
    presenter.narrow({"month": "2026-12-01"})
    assert (view.months, len(view.ids)) == ([date(2026, 12, 1)], 1)


# -- clocks


def test_a_time_is_told_on_the_clock_of_the_event() -> None:
    assert times.hours_told(START, START + timedelta(hours=2), "Asia/Kolkata") == "14:00–16:00"


def test_another_day_elsewhere_is_named() -> None:
    late = datetime(2026, 12, 11, 20, 30, tzinfo=UTC)
    told = times.elsewhere_told(late, "Europe/Berlin", "iscn_meeting")
    assert "Lima 15:30" in told
    assert "12" in told.rpartition("Kolkata")[2]
    assert told.endswith("02:00")


def test_an_event_over_two_days_names_both() -> None:
    told = times.span_told(START, START + timedelta(days=1), "Europe/Berlin")
    assert told.count("2026") == 2


def test_a_zone_this_computer_does_not_know_is_told_on_its_own_clock() -> None:
    assert times.in_zone(START, "Europe/Lemgo") == START
    assert times.zone_name("America/Port_of_Spain") == "Port of Spain"
    assert times.zone_choices("Europe/Lemgo")[-1] == ("Europe/Lemgo", "Lemgo")


@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.integers(5, 23), st.sampled_from(ZONES))
def test_what_was_typed_on_a_clock_is_shown_on_it_again(day: date, hour: int, zone: str) -> None:
    moment = times.to_utc(day, time(hour), zone)
    shown = times.in_zone(moment, zone)
    assert (shown.date(), shown.time()) == (day, time(hour))


@pytest.mark.parametrize(
    ("places", "told"),
    [
        (Places(capacity=110, taken=106, waiting=11), "106 of 110 taken, 11 waiting"),
        (Places(capacity=30, taken=0, waiting=0), "0 of 30 taken"),
    ],
)
def test_places_are_told_in_words(qapp: object, places: Places, told: str) -> None:
    assert words.places_told(places) == told


# -- the attendance sheet


def _line(number: int, family: str, given: str = "Anna", state: str = "confirmed") -> SheetLine:
    return SheetLine(
        number=number,
        id=RegistrationId(number + 100),
        family_name=family,
        given_name=given,
        name=f"{given} {family}",
        body="",
        state=state,
        no_photo=False,
    )


SHEET = Sheet(
    tuple(
        _line(number, family, given)
        for number, (family, given) in enumerate(
            (
                ("Ahornthal", "Mira"),
                ("Auenwiese, von der", "Ida"),
                ("Müllerbach", "Jörg"),
                ("Lind-Moor", "Ute"),
                *(("Quellmoos", "Paul") for _ in range(8)),
            ),
            start=1,
        )
    )
)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("1", [1, 10, 11, 12]),
        ("12", [12]),
        ("02", [2]),
        ("muell", [3]),
        ("jörg m", [3]),
        ("moor", [4]),
        ("lind-m", [4]),
        ("von der", [2]),
        ("99", []),
        ("xyz", []),
    ],
)
def test_lines_are_found_by_number_and_by_the_beginnings_of_names(typed: str, numbers: list[int]) -> None:
    assert [line.number for line in SHEET.matching(typed)] == numbers


def test_nothing_typed_shows_the_whole_sheet() -> None:
    assert len(SHEET.matching("  ")) == 12
    assert SHEET.open == 12


@pytest.mark.parametrize(
    ("typed", "key", "state"),
    [
        ("12", "-", _State.ABSENT),
        ("12", "+", _State.ATTENDED),
        ("mira", "*", _State.EXCUSED),
        ("mira", "-", _State.ABSENT),
        ("lind", "-", None),
        ("mira", "x", None),
        ("", "-", _State.ABSENT),
    ],
)
def test_a_key_sets_the_state_unless_it_goes_on_with_a_name(
    typed: str, key: str, state: RegistrationState | None
) -> None:
    assert SHEET.state_for(typed, key) is state


@given(st.text(max_size=12))
def test_whatever_is_typed_finds_lines_of_the_sheet_only(typed: str) -> None:
    assert set(SHEET.matching(typed)) <= set(SHEET.lines)

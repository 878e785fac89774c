"""The page of exchange events: real widgets over a real encrypted store, by click and by keyboard."""

import gc
import weakref
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kts_desktop.core.settings import Settings
from kts_desktop.models.vocab import EventId, RegistrationState
from kts_desktop.services import (
    advisers,
    drafts,
    event_lists,
    event_sessions,
    events,
    registration_lists,
    registrations,
    special_needs,
    tasks,
)
from kts_desktop.services.event_lists import EventCard, EventFilter
from kts_desktop.services.registrations import RegistrationDraft
from kts_desktop.services.special_needs import Need
from kts_desktop.storage import undo
from kts_desktop.storage.store import Store
from kts_desktop.ui.events.page import EventsPage
from kts_desktop.ui.kit.dialogs import ConfirmDialog
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.workspace import Workspace
from tests.helpers.build_events import NOW, START, body, draft, person, register, schedule, workshop

Waiting = Callable[[], AbstractContextManager[object]]
DAY = timedelta(days=1)
Key = Qt.Key
_State = RegistrationState


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, store: Store, settings: Settings) -> Iterator[EventsPage]:
    workspace.attach(store, undo)
    workspace.clock = lambda: NOW
    page = EventsPage(workspace, settings)
    qtbot.addWidget(page)
    page.resize(1300, 900)
    page.show()
    yield page
    page.may_leave = lambda: True  # type: ignore[method-assign]


@pytest.fixture
def done(qtbot: QtBot, workspace: Workspace) -> Waiting:
    """Wait for the next change to reach the page."""
    return lambda: qtbot.waitSignal(workspace.changed, timeout=5000)


def _conference(store: Store, names: tuple[str, ...] = (), **values: object) -> EventId:
    with store.write("event.schedule") as session:
        event_id = schedule(session, **values)
        for minute, name in enumerate(names):
            register(session, event_id, name, minute=minute)
    return event_id


def _opened(page: EventsPage, event_id: int, tab: str = "overview") -> None:
    page.do_refresh()
    page.open_record("event", event_id)
    page.detail.show_tab(tab)


def _card(store: Store, event_id: EventId) -> EventCard:
    with store.read() as session:
        return event_lists.card(session, event_id, NOW.date())


def _states(store: Store, event_id: EventId) -> dict[str, str]:
    with store.read() as session:
        return {row.name: row.state for row in registration_lists.everyone(session, event_id)}


def _titles(page: EventsPage) -> list[str]:
    table = page.pane.rows.table
    rows = [table.row_at(table.index(place, 0)) for place in range(table.rowCount())]
    return [row.title for row in rows if row is not None]


def _form(page: EventsPage) -> Form:
    form = page.desk.form()
    assert form is not None
    return form


def _type(qtbot: QtBot, page: EventsPage, key: str, text: str) -> None:
    field = _form(page).grid.fields()[key].editors()[0]
    field.setFocus()
    qtbot.keyClicks(field, text)


def _save(qtbot: QtBot, page: EventsPage) -> None:
    qtbot.keyClick(_form(page), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _click(part: QWidget, name: str) -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    button = part.findChild(QAbstractButton, name)
    assert button is not None, name
    button.click()


def _texts(part: QWidget) -> str:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    told = (QLabel, QAbstractButton)
    return " ".join(one.text() for one in part.findChildren(QWidget) if isinstance(one, told))


# -- the event itself


def test_an_event_is_scheduled_by_keyboard(
    qtbot: QtBot, page: EventsPage, store: Store, done: Waiting
) -> None:
    page.perform("create")
    _type(qtbot, page, "title", "Web-Seminar Vergabe")
    _type(qtbot, page, "starts_at", "3.12.26")
    _type(qtbot, page, "starts_time", "9:30")
    _type(qtbot, page, "ends_time", "11")
    with done():
        _save(qtbot, page)
    qtbot.waitUntil(lambda: page.desk.form() is None)
    with store.read() as session:
        [event_id] = event_lists.ids(session, EventFilter(now=NOW))
    card = _card(store, event_id)
    assert (card.title, card.starts_at, card.ends_at) == (
        "Web-Seminar Vergabe",
        datetime(2026, 12, 3, 8, 30, tzinfo=UTC),
        datetime(2026, 12, 3, 10, 0, tzinfo=UTC),
    )
    assert page.presenter.shown == event_id


def test_a_wrong_field_is_marked_and_what_was_typed_is_kept(
    qtbot: QtBot, page: EventsPage, store: Store
) -> None:
    _opened(page, _conference(store))
    page.perform("edit")
    _form(page).set_values({"title": "Anderer Titel"})
    _form(page).grid.fields()["ends_time"].set_value(time(7))
    _save(qtbot, page)
    qtbot.waitUntil(lambda: "lies before" in _texts(_form(page)) or "liegt vor" in _texts(_form(page)))
    assert _form(page).values()["title"] == "Anderer Titel"


def test_an_edited_event_keeps_its_minutes_and_hosts(
    qtbot: QtBot, page: EventsPage, store: Store, done: Waiting
) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session, host_ids=(body(session),), report="Beschluss 1", minutes_state="draft")
    _opened(page, event_id)
    page.perform("edit")
    _type(qtbot, page, "venue", " Nord")
    with done():
        _save(qtbot, page)
    card = _card(store, event_id)
    assert [host.name for host in card.hosts] == ["Lemgo"]
    assert (card.report, card.minutes_state) == ("Beschluss 1", "draft")


def test_an_event_abroad_is_entered_and_shown_on_its_own_clock(
    qtbot: QtBot, page: EventsPage, store: Store, done: Waiting
) -> None:
    event_id = _conference(store, zone="Asia/Kolkata", format="iscn_meeting")
    _opened(page, event_id)
    assert "14:00–21:00 (Kolkata)" in _texts(page.detail.overview)
    assert "Lima 03:30" in _texts(page.detail.overview)
    page.perform("edit")
    times = _form(page).grid.fields()["starts_time"]
    assert times.value().isoformat() == "14:00:00"
    times.set_value(times.value().replace(hour=15))
    with done():
        _save(qtbot, page)
    assert _card(store, event_id).starts_at == START + timedelta(hours=1)


def test_a_deleted_event_comes_back_by_the_bar(
    qtbot: QtBot, page: EventsPage, store: Store, done: Waiting
) -> None:
    _opened(page, _conference(store, title="Kongress"))
    with done():
        page.perform("delete")
    assert _titles(page) == []
    assert page.notice.isVisible()
    assert page.presenter.shown is None
    with done():
        qtbot.mouseClick(page.notice.findChild(QPushButton, "notice.undo"), Qt.MouseButton.LeftButton)
    assert _titles(page) == ["Kongress"]


def test_the_card_the_user_sees_is_the_event_that_goes(page: EventsPage, store: Store, done: Waiting) -> None:
    with store.write("event.schedule") as session:
        for days, title in enumerate(("Bonn", "Aachen", "Celle"), start=1):
            schedule(session, title=title, starts_at=NOW + days * DAY, ends_at=NOW + days * DAY)
    page.presenter.sort(page.presenter.order[0].TITLE)
    page.presenter.sort(page.presenter.order[0].TITLE)
    assert _titles(page) == ["Celle", "Bonn", "Aachen"]
    page.pane.selection.select(page.pane.rows.table.id_at(0))
    with done():
        page.perform("delete")
    assert _titles(page) == ["Bonn", "Aachen"]


def test_cancelling_stays_in_the_list_and_can_be_undone(
    page: EventsPage, store: Store, done: Waiting
) -> None:
    event_id = _conference(store)
    _opened(page, event_id)
    with done():
        page.detail.state_wanted.emit("cancelled")
    assert _card(store, event_id).state == "cancelled"
    with done():
        page.workspace.undo()
    assert _card(store, event_id).state == "planned"


def test_the_next_date_invites_the_group(qtbot: QtBot, page: EventsPage, store: Store, done: Waiting) -> None:
    first = _conference(store, ("Anna Lichtmoos", "Paul Wiesenfurt"), new_series="Peer-Learning")
    _opened(page, first)
    page.perform("duplicate")
    _type(qtbot, page, "starts_at", "12.1.27")
    qtbot.keyClick(_form(page).grid.fields()["starts_at"].editors()[0], Key.Key_Tab)
    with done():
        _save(qtbot, page)
    second = page.presenter.shown
    qtbot.waitUntil(lambda: page.presenter.shown != first)
    second = page.presenter.shown
    assert second is not None
    assert _card(store, second).series_number == 2
    assert _states(store, second) == {"Anna Lichtmoos": "invited", "Paul Wiesenfurt": "invited"}


# -- the list


def test_time_search_and_filter_narrow_the_list(qtbot: QtBot, page: EventsPage, store: Store) -> None:
    with store.write("event.schedule") as session:
        schedule(session, title="Bonn")
        schedule(session, title="Celle", mode="online")
        schedule(session, title="Aachen", starts_at=NOW - DAY, ends_at=NOW - DAY)
    page.do_refresh()
    assert _titles(page) == ["Bonn", "Celle"]
    qtbot.mouseClick(
        page.pane.bar.findChild(QAbstractButton, "events.scopes.past"), Qt.MouseButton.LeftButton
    )
    assert _titles(page) == ["Aachen"]
    _click(page.pane, "events.scopes.all")
    qtbot.keyClicks(page.pane.search, "cel")
    qtbot.keyClick(page.pane.search, Key.Key_Return)
    assert _titles(page) == ["Celle"]
    qtbot.keyClick(page.pane.search, Key.Key_Escape)
    page.pane.panel.set_value("mode", "online")
    assert _titles(page) == ["Celle"]
    page.pane.panel.set_value("month", date(2026, 11, 1).isoformat())
    assert _titles(page) == []


def test_a_past_event_is_opened_although_the_list_hides_it(page: EventsPage, store: Store) -> None:
    event_id = _conference(store, starts_at=NOW - 9 * DAY, ends_at=NOW - 8 * DAY)
    page.open_record("event", event_id)
    assert page.presenter.shown == event_id


def test_a_registration_is_opened_among_its_participants(page: EventsPage, store: Store) -> None:
    event_id = _conference(store, ("Anna Lichtmoos", "Paul Wiesenfurt"))
    with store.read() as session:
        [_, paul] = registration_lists.ids(session, event_id)
    page.open_record("registration", paul)
    assert page.detail.current_tab() == "participants"
    assert page.detail.participants.list.selection.current_id() == paul
    page.open_record("registration", 999)


def test_the_models_behave_with_several_rows(page: EventsPage, store: Store) -> None:
    testers = [
        QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for table in (page.pane.rows.table, page.detail.participants.list.table)
    ]
    for title in ("Bonn", "Celle", "Aachen"):
        last = _conference(store, ("Anna A", "Berta B"), title=title)
        _opened(page, last, "participants")
    page.detail.participants.list.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert len(testers) == 2
    assert page.detail.participants.list.table.rowCount() == 2


# -- participants


def test_somebody_typed_in_gets_a_place_or_waits(
    qtbot: QtBot, page: EventsPage, store: Store, done: Waiting
) -> None:
    event_id = _conference(store, capacity=1)
    _opened(page, event_id, "participants")
    for name in ("Anna Lichtmoos", "Paul Wiesenfurt"):
        qtbot.mouseClick(page.detail.participants.add, Qt.MouseButton.LeftButton)
        _type(qtbot, page, "typed_name", name)
        with done():
            _save(qtbot, page)
        qtbot.waitUntil(lambda: page.desk.form() is None)
    assert _states(store, event_id) == {"Anna Lichtmoos": "confirmed", "Paul Wiesenfurt": "waiting"}
    assert "1 of 1 taken, 1 waiting" in _texts(page.detail.participants)


def test_a_late_cancellation_proposes_who_moves_up_with_one_key(
    qtbot: QtBot, page: EventsPage, store: Store, done: Waiting
) -> None:
    event_id = _conference(store, ("Anna A", "Berta B", "Carla C"), capacity=1)
    _opened(page, event_id, "participants")
    assert page.detail.participants.next.isHidden()
    anna = page.detail.participants.list.table.id_at(0)
    page.detail.participants.list.selection.select(anna)
    with done():
        page.detail.participants.chosen.state_wanted.emit("cancelled")
    assert not page.detail.participants.next.isHidden()
    assert "Berta B" in _texts(page.detail.participants.next)
    with done():
        qtbot.keyClick(page.detail.participants.next.move_up, Key.Key_Space)
    assert _states(store, event_id) == {"Anna A": "cancelled", "Berta B": "confirmed", "Carla C": "waiting"}
    assert page.detail.participants.next.isHidden()


def test_a_name_typed_in_is_recognised_and_taken_from_the_directory(
    qtbot: QtBot, page: EventsPage, store: Store, done: Waiting
) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        anna = person(session, "Anna", "Lichtmoos", organisation_id=body(session))
    _opened(page, event_id, "participants")
    page.desk.open_registration(0, 0)
    _type(qtbot, page, "typed_name", "Lichtmoos, Anna")
    qtbot.waitUntil(lambda: _form(page).findChild(QPushButton, _NAMESAKE) is not None)
    button = _form(page).findChild(QPushButton, _NAMESAKE)
    qtbot.keyClick(button, Key.Key_Space)
    qtbot.waitUntil(lambda: _form(page).values()["typed_name"] == "")
    with done():
        _save(qtbot, page)
    with store.read() as session:
        [row] = registration_lists.everyone(session, event_id)
    assert (row.person_id, row.name, row.body) == (anna, "Anna Lichtmoos", "Lemgo")


_NAMESAKE = "events.registration.typed_name.namesake.0"


def test_a_person_registered_already_is_refused_at_the_field(
    qtbot: QtBot, page: EventsPage, store: Store
) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        anna = person(session, "Anna", "Lichtmoos")
        registrations.add(session, event_id, RegistrationDraft(person_id=anna))
    _opened(page, event_id, "participants")
    page.desk.open_registration(0, 0)
    _form(page).set_values({"person_id": _hit(page, "Lichtmoos")})
    _save(qtbot, page)
    qtbot.waitUntil(lambda: "bereits angemeldet" in _texts(_form(page)) or "already" in _texts(_form(page)))
    assert page.desk.form() is not None


def _hit(page: EventsPage, typed: str) -> object:
    field = _form(page).grid.fields()["person_id"]
    return field._query(typed)[0]  # type: ignore[attr-defined]


def test_a_state_chosen_narrows_the_list_and_orders_the_waiting_list(page: EventsPage, store: Store) -> None:
    event_id = _conference(store, ("Zoe Z", "Yves Y", "Xaver X"), capacity=1)
    _opened(page, event_id, "participants")
    states = page.detail.participants.states
    _click(states, "events.states.waiting")
    table = page.detail.participants.list.table
    rows = [table.row_at(table.index(place, 0)) for place in range(table.rowCount())]
    assert [row.name for row in rows if row] == ["Yves Y", "Xaver X"]
    _click(states, "events.states.all")
    assert table.rowCount() == 3


def test_many_participants_are_changed_and_deleted_at_once(
    qtbot: QtBot, page: EventsPage, store: Store, done: Waiting
) -> None:
    event_id = _conference(store, ("Anna A", "Berta B", "Carla C"))
    _opened(page, event_id, "participants")
    page.detail.participants.list.setFocus()
    page.detail.participants.list.selectAll()
    with done():
        page.detail.participants.chosen.state_wanted.emit("excused")
    assert set(_states(store, event_id).values()) == {"excused"}
    assert page.notice.isVisible()
    with done():
        page.perform("delete")
    assert _states(store, event_id) == {}
    with done():
        page.workspace.undo()
    assert len(_states(store, event_id)) == 3


def test_a_deputy_is_registered_from_the_list(
    qtbot: QtBot, page: EventsPage, store: Store, done: Waiting
) -> None:
    event_id = _conference(store, ("Anna A",), capacity=1)
    _opened(page, event_id, "participants")
    page.detail.participants.list.selection.select(page.detail.participants.list.table.id_at(0))
    qtbot.mouseClick(page.detail.participants.chosen.deputy, Qt.MouseButton.LeftButton)
    _type(qtbot, page, "typed_name", "Emil Moosbach")
    with done():
        _save(qtbot, page)
    assert _states(store, event_id) == {"Anna A": "deputy_sent", "Emil Moosbach": "confirmed"}


def test_sessions_are_chosen_in_the_registration(
    qtbot: QtBot, page: EventsPage, store: Store, done: Waiting
) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        anna = register(session, event_id, "Anna A")
        session_id = workshop(session, event_id, capacity=1)
    for wanted in ((str(session_id),), ()):
        _opened(page, event_id, "participants")
        page.detail.participants.list.selection.select(anna)
        page.detail.participants.edit_chosen()
        _form(page).grid.fields()["sessions"].set_value(wanted)
        with done():
            _save(qtbot, page)
        qtbot.waitUntil(lambda: page.desk.form() is None)
        with store.read() as session:
            assert len(event_sessions.of_registration(session, anna)) == len(wanted)


# -- attendance


def test_an_attendance_sheet_is_typed_in_by_number_and_name(
    qtbot: QtBot, page: EventsPage, store: Store
) -> None:
    names = ("Anna Ahorn", "Berta Birke", "Carla Eiche-Linde", "Dora Fichte")
    event_id = _conference(store, names)
    _opened(page, event_id, "participants")
    qtbot.mouseClick(page.detail.participants.attendance, Qt.MouseButton.LeftButton)
    line = page.detail.participants.entry.line
    for typed, key in (("2", Key.Key_Minus), ("dor", Key.Key_Return), ("1", Key.Key_Asterisk)):
        qtbot.keyClicks(line, typed)
        _press(qtbot, line, key)
        assert line.text() == ""
    qtbot.keyClicks(line, "eiche-")
    assert line.text() == "eiche-"
    _press(qtbot, line, Key.Key_Return)
    expected = {
        "Anna Ahorn": "excused",
        "Berta Birke": "absent",
        "Carla Eiche-Linde": "attended",
        "Dora Fichte": "attended",
    }
    qtbot.waitUntil(lambda: _states(store, event_id) == expected)
    assert page.detail.participants.entry.isVisible()


def _press(qtbot: QtBot, line: QLineEdit, key: Qt.Key) -> None:
    letters = {Key.Key_Minus: "-", Key.Key_Asterisk: "*"}
    if key in letters:
        qtbot.keyClicks(line, letters[key])
    else:
        qtbot.keyClick(line, key)


def test_nobody_is_marked_for_a_number_that_is_not_on_the_sheet(
    qtbot: QtBot, page: EventsPage, store: Store
) -> None:
    event_id = _conference(store, ("Anna Ahorn",))
    _opened(page, event_id, "participants")
    page.detail.participants.attendance.click()
    qtbot.keyClicks(page.detail.participants.entry.line, "77")
    qtbot.keyClick(page.detail.participants.entry.line, Key.Key_Return)
    assert "Nobody" in _texts(page.detail.participants.entry)
    assert _states(store, event_id) == {"Anna Ahorn": "confirmed"}


def test_the_rest_of_the_sheet_is_one_step(
    qtbot: QtBot, page: EventsPage, store: Store, done: Waiting
) -> None:
    event_id = _conference(store, ("Anna Ahorn", "Berta Birke", "Carla Eiche"))
    _opened(page, event_id, "participants")
    page.detail.participants.attendance.click()
    qtbot.keyClicks(page.detail.participants.entry.line, "2-")
    qtbot.waitUntil(lambda: _states(store, event_id)["Berta Birke"] == "absent")
    with done():
        page.detail.participants.entry.everyone.click()
    assert list(_states(store, event_id).values()) == ["attended", "absent", "attended"]
    with done():
        page.workspace.undo()
    assert list(_states(store, event_id).values()) == ["confirmed", "absent", "confirmed"]


def test_somebody_who_came_without_being_registered_is_added_as_attended(
    qtbot: QtBot, page: EventsPage, store: Store, done: Waiting
) -> None:
    event_id = _conference(store, ("Anna Ahorn",), capacity=1)
    _opened(page, event_id, "participants")
    page.detail.participants.attendance.click()
    qtbot.keyClicks(page.detail.participants.entry.line, "Gast Fremdling")
    page.detail.participants.entry.walk_in.click()
    with done():
        _save(qtbot, page)
    assert _states(store, event_id)["Gast Fremdling"] == "attended"
    qtbot.waitUntil(page.detail.participants.entry.isVisible)


def test_escape_leaves_the_sheet_in_two_steps(qtbot: QtBot, page: EventsPage, store: Store) -> None:
    _opened(page, _conference(store, ("Anna Ahorn",)), "participants")
    page.detail.participants.attendance.click()
    entry = page.detail.participants.entry
    qtbot.keyClicks(entry.line, "an")
    qtbot.keyClick(entry.line, Key.Key_Escape)
    assert entry.isVisible()
    qtbot.keyClick(entry.line, Key.Key_Escape)
    assert not entry.isVisible()


# -- sessions, minutes, tasks


def test_a_session_is_added_edited_and_deleted(
    qtbot: QtBot, page: EventsPage, store: Store, done: Waiting
) -> None:
    event_id = _conference(store)
    _opened(page, event_id, "sessions")
    page.detail.sessions.add.click()
    _type(qtbot, page, "title", "Starkregen")
    with done():
        _save(qtbot, page)
    qtbot.waitUntil(lambda: page.desk.form() is None)
    page.detail.sessions.list.selection.select(page.detail.sessions.list.table.id_at(0))
    page.detail.sessions.edit_chosen()
    _type(qtbot, page, "room", "Saal 2")
    with done():
        _save(qtbot, page)
    assert [row.room for row in _card(store, event_id).sessions] == ["Saal 2"]
    page.detail.sessions.list.setFocus()
    page.detail.sessions.list.selection.select(page.detail.sessions.list.table.id_at(0))
    with done():
        page.perform("delete")
    assert _card(store, event_id).sessions == ()


def test_minutes_are_written_and_approved(
    qtbot: QtBot, page: EventsPage, store: Store, done: Waiting
) -> None:
    event_id = _conference(store)
    _opened(page, event_id, "minutes")
    page.detail.minutes.edit.click()
    _type(qtbot, page, "text", "Beschluss 1: Fortsetzung im Mai.")
    with done():
        _save(qtbot, page)
    qtbot.waitUntil(lambda: page.desk.form() is None)
    with done():
        page.detail.minutes.approve.click()
    assert _card(store, event_id).minutes_state == "approved"
    assert page.detail.minutes.edit.isHidden()


def test_a_task_of_the_minutes_is_a_follow_up(
    qtbot: QtBot, page: EventsPage, store: Store, done: Waiting
) -> None:
    event_id = _conference(store)
    _opened(page, event_id, "minutes")
    line = page.detail.minutes.line
    qtbot.keyClicks(line.title.line, "Unterlagen senden")
    qtbot.keyClick(line.title.line, Key.Key_Return)
    qtbot.keyClicks(line.due.line, "4.12.26")
    with done():
        qtbot.keyClick(line.due.line, Key.Key_Return)
    [task] = _card(store, event_id).tasks
    assert (task.title, task.due_on, task.assignee) == (
        "Unterlagen senden",
        date(2026, 12, 4),
        "Mira Ahornthal",
    )
    with done():
        _click(page.detail.minutes, f"events.minutes.task.{task.id}")
    assert _card(store, event_id).tasks[0].done_at is not None
    with store.write("task.reopen") as session:
        tasks.reopen(session, task.id)


# -- what may not be lost, seen, or forgotten


def test_a_form_with_something_typed_is_not_left_by_another_click(
    qtbot: QtBot, page: EventsPage, store: Store
) -> None:
    first = _conference(store, title="Bonn")
    second = _conference(store, title="Celle")
    _opened(page, first)
    page.perform("edit")
    _type(qtbot, page, "venue", "x")
    page.pane.selection.select(second)
    qtbot.waitUntil(lambda: page.pane.selection.current_id() == first)
    assert page.desk.is_dirty()
    assert not EventsPage.may_leave(page)


def test_what_is_typed_is_kept_as_a_draft(qtbot: QtBot, page: EventsPage, store: Store) -> None:
    page.perform("create")
    _type(qtbot, page, "title", "Kongress im Mai")
    _form(page).draft_due.emit()
    qtbot.waitUntil(lambda: _waiting_drafts(store) == 1)


def test_a_draft_is_offered_and_forgotten_with_the_form(qtbot: QtBot, page: EventsPage, store: Store) -> None:
    with store.write("draft") as session:
        drafts.keep(session, "events.form", drafts.NEW, {"title": "Kongress im Mai"}, NOW)
    page.perform("create")
    question = page.findChild(ConfirmDialog)
    assert question is not None
    qtbot.mouseClick(question.go, Qt.MouseButton.LeftButton)
    assert _form(page).values()["title"] == "Kongress im Mai"
    _form(page).discarded.emit()
    qtbot.waitUntil(lambda: _waiting_drafts(store) == 0)


def _waiting_drafts(store: Store) -> int:
    with store.read() as session:
        return len(drafts.waiting(session))


def test_special_needs_are_shown_on_demand_and_to_organisers_only(page: EventsPage, store: Store) -> None:
    with store.write("event.schedule") as session:
        other = advisers.add(session, advisers.AdviserDraft(name="Jonas Birkenfurt"))
        mine, theirs = schedule(session), schedule(session, organiser_id=other)
        people = [register(session, event_id, "Anna Ahorn") for event_id in (mine, theirs)]
        for anna in people:
            special_needs.set_needs(session, anna, [Need(kind="sign_language")])
    _opened(page, mine)
    assert "sign_language" not in _texts(page.detail)
    page.detail.overview.show_needs.click()
    assert "sign_language: Anna Ahorn" in _texts(page.detail.overview)
    _opened(page, theirs)
    page.detail.overview.show_needs.click()
    assert "sign_language" not in _texts(page.detail.overview)
    assert page.participants.form(people[1]).needs is None


def test_a_refusal_without_a_form_is_told_in_the_page(qtbot: QtBot, page: EventsPage, store: Store) -> None:
    event_id = _conference(store, ("Anna A", "Berta B"), capacity=1)
    _opened(page, event_id, "participants")
    with store.read() as session:
        [_, berta] = registration_lists.ids(session, event_id)
    page.participants.set_states([berta], _State.CONFIRMED)
    qtbot.waitUntil(page.notice.isVisible)
    assert "Warteliste" in _texts(page.notice)


def test_the_history_tells_the_steps(page: EventsPage, store: Store) -> None:
    event_id = _conference(store, title="Bonn")
    with store.write("event.edit") as session:
        events.edit(session, event_id, draft(title="Bonn und Umland"))
    with store.write("registration.add") as session:
        anna = register(session, event_id, "Anna Ahorn")
    with store.write("registration.set_state") as session:
        registrations.set_states(session, [anna], _State.EXCUSED)
    _opened(page, event_id, "history")
    told = _texts(page.detail.past)
    assert "Bonn und Umland" in told
    assert "Anna Ahorn: Status: confirmed → excused" in told


def test_abilities_follow_what_is_shown(page: EventsPage, store: Store) -> None:
    assert "edit" not in page.abilities()
    _opened(page, _conference(store))
    assert {"edit", "delete", "print", "duplicate", "create"} <= page.abilities()
    page.perform("edit")
    assert "edit" not in page.abilities()
    _form(page).discarded.emit()
    assert "edit" in page.abilities()


def test_printing_asks_for_the_papers_of_the_event(
    qtbot: QtBot, page: EventsPage, store: Store, workspace: Workspace
) -> None:
    event_id = _conference(store)
    _opened(page, event_id)
    with qtbot.waitSignal(workspace.paper_wanted) as asked:
        page.perform("print")
    assert asked.args == ["event", event_id]


def test_every_widget_that_takes_the_focus_has_a_name(page: EventsPage, store: Store) -> None:
    _opened(page, _conference(store, ("Anna A",), capacity=1), "participants")
    for tab in ("overview", "participants", "sessions", "minutes", "history"):
        page.detail.show_tab(tab)
        assert _nameless(page) == []
    page.detail.show_tab("participants")
    page.detail.participants.attendance.click()
    assert _nameless(page) == []
    for open_form in (page.desk.new_event, page.desk.edit_event, page.desk.open_minutes):
        open_form()
        assert _nameless(page) == []
    page.desk.open_registration(0, 0)
    assert _nameless(page) == []
    page.desk.open_session(0)
    assert _nameless(page) == []


def _nameless(page: EventsPage) -> list[str]:
    found = []
    for widget in page.findChildren(QWidget):
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        if takes_focus and not widget.focusProxy() and not _name(widget):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    inner = widget.parentWidget()
    is_inside = isinstance(inner, QComboBox) and bool(inner.accessibleName())
    return "inside" if is_inside else (widget.text() if isinstance(widget, QAbstractButton) else "")


def test_labels_follow_the_language(page: EventsPage, workspace: Workspace, store: Store) -> None:
    _opened(page, _conference(store, ("Anna A",)), "participants")
    workspace.language = "en"
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert page.presenter.shown is not None


def test_a_page_thrown_away_leaves_nothing_behind(
    qtbot: QtBot, workspace: Workspace, store: Store, settings: Settings
) -> None:
    workspace.attach(store, undo)
    event_id = _conference(store, ("Anna A",))
    left: list[weakref.ref[EventsPage]] = []
    for _ in range(5):
        page = EventsPage(workspace, settings)
        page.show()
        _opened(page, event_id, "participants")
        page.perform("edit")
        left.append(weakref.ref(page))
        page.deleteLater()
        del page
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [ref() for ref in left] == [None] * 5

"""Shortening the history: oldest first, never above the mark; present values and all else stay."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from kts_desktop.core.errors import ValidationError
from kts_desktop.models.note import Note
from kts_desktop.models.person import Person
from kts_desktop.services import office_settings, retention
from kts_desktop.storage import compacting, undo
from kts_desktop.storage.check import check
from kts_desktop.storage.compacting import Shortening
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.store import Store
from tests.helpers.build import a_case, a_note
from tests.helpers.build_contacts import a_person
from tests.helpers.day import NOW
from tests.helpers.profiles import refusal

YEAR = timedelta(days=366)


@pytest.fixture
def person(store: Store) -> int:
    return made(store)


def made(store: Store) -> int:
    """Add a person eleven years ago; rename it eleven, five and one year ago."""
    with at(store, NOW - 11 * YEAR).write("person.add") as session:
        person = a_person(session, "Eins")
    for years, name in ((11, "Zwei"), (5, "Drei"), (1, "Vier")):
        rename(store, person, name, NOW - years * YEAR)
    store.clock = lambda: NOW
    return person


def at(store: Store, moment: datetime) -> Store:
    store.clock = lambda: moment
    return store


def rename(store: Store, person: int, name: str, moment: datetime) -> None:
    with at(store, moment).write("person.edit") as session:
        session.get_one(Person, person).family_name = name


def mark(store: Store, highest: int) -> None:
    with store.maintain() as connection:
        connection.exec_driver_sql(
            "INSERT INTO sync_me(k, rep_id, seq, mark) VALUES(1, x'00', 1, ?)", (highest,)
        )


def names(store: Store) -> list[tuple[Any, Any]]:
    """Return old and new family name of every line that holds or held one."""
    with store.maintain() as connection:
        rows = connection.exec_driver_sql(
            "SELECT old, new FROM change WHERE tbl=3 AND op=1 AND fld=1 ORDER BY seq"
        )
        return [tuple(row) for row in rows]


def test_old_values_go_after_three_years_and_who_changed_them_stays(store: Store, person: int) -> None:
    assert retention.shorten(store, NOW) == Shortening(values=2, lines=0, records=1)
    assert names(store) == [(None, None), (None, None), ("Drei", "Vier")]
    with store.read() as session:
        assert session.get_one(Person, person).family_name == "Vier"


def test_a_look_changes_nothing_and_tells_the_same(store: Store, person: int) -> None:
    before = names(store)
    seen = retention.due(store, NOW)
    assert names(store) == before
    assert retention.shorten(store, NOW) == seen
    assert not retention.due(store, NOW)


def test_the_present_value_stays_in_its_last_line(store: Store) -> None:
    with at(store, NOW - 9 * YEAR).write("person.add") as session:
        person = a_person(session, "Eins")
    rename(store, person, "Zwei", NOW - 8 * YEAR)
    retention.shorten(store, NOW)
    assert names(store) == [(None, "Zwei")]


def test_lines_go_after_ten_years_below_the_mark_alone(store: Store, person: int) -> None:
    assert retention.due(store, NOW).lines == 0  # the first exchange is made from them
    mark(store, 10_000)
    done = retention.shorten(store, NOW)
    assert done.lines > 0
    assert names(store) == [(None, None), ("Drei", "Vier")]
    with store.maintain() as connection:
        connection.exec_driver_sql("UPDATE sync_me SET mark=0")
    assert not retention.due(store, NOW)


def test_nothing_above_the_mark_is_touched(store: Store, person: int) -> None:
    with store.maintain() as connection:
        second = connection.exec_driver_sql(
            "SELECT seq FROM change WHERE tbl=3 AND op=1 AND fld=1 ORDER BY seq LIMIT 1"
        ).scalar_one()
    mark(store, second)
    retention.shorten(store, NOW)
    assert names(store) == [("Zwei", "Drei"), ("Drei", "Vier")]


def test_a_younger_line_shields_all_that_came_after_it(store: Store) -> None:
    with at(store, NOW).write("person.add") as session:
        person = a_person(session, "Eins")
    rename(store, person, "Zwei", NOW - 8 * YEAR)  # a clock that was wrong
    rename(store, person, "Drei", NOW)
    assert not retention.due(store, NOW)


def test_steps_that_lost_something_are_not_undone_and_younger_ones_are(store: Store, person: int) -> None:
    retention.shorten(store, NOW)
    undo.undo(store)
    with store.read() as session:
        assert session.get_one(Person, person).family_name == "Drei"
    assert refusal(lambda: undo.undo(store)).code == "undo_refused"  # the adding: its record has changed
    assert refusal(lambda: undo.undo(store)).code == "nothing_to_undo"


def test_the_history_of_cases_and_notes_stays(store: Store) -> None:
    with at(store, NOW - 11 * YEAR).write("case.open") as session:
        note = a_note(session, case_id=a_case(session))
    with at(store, NOW - 11 * YEAR).write("note.edit") as session:
        session.get_one(Note, note).text = "geändert"
    mark(store, 10_000)
    assert not retention.due(store, NOW)


def test_numbers_are_never_given_again(store: Store, person: int) -> None:
    mark(store, 10_000)
    with store.maintain() as connection:
        last = connection.exec_driver_sql("SELECT max(seq) FROM change").scalar_one()
    far = NOW + 30 * YEAR
    compacting.shorten(store, values_before=far, lines_before=far)
    rename(store, person, "Fünf", NOW)
    with store.maintain() as connection:
        left = connection.exec_driver_sql("SELECT seq FROM change WHERE tbl=3").scalars().all()
    assert left == [last + 1]


def test_a_shortened_profile_is_sound_and_names_nobody_of_before(opened: Opened) -> None:
    made(opened.store)
    retention.shorten(opened.store, NOW)
    report = check(opened.folder, opened.key, now=NOW, deep=True)
    assert report.findings == ()
    with opened.store.read() as session:
        left = session.scalars(text("SELECT old FROM change WHERE old IN ('Eins', 'Zwei')")).all()
    assert left == []


def test_it_is_done_once_a_month(store: Store, person: int) -> None:
    assert retention.shorten_if_due(store, NOW)
    assert retention.shorten_if_due(store, NOW + timedelta(days=3)) is None
    assert retention.shorten_if_due(store, NOW + timedelta(days=31)) is not None


@pytest.mark.parametrize(("years", "values"), [("1", 3), ("5", 2), ("10", 1)])
def test_the_office_sets_the_years(store: Store, person: int, years: str, values: int) -> None:
    with store.write("settings.office") as session:
        office_settings.save(session, office_settings.OfficeSettings(history_years=years))
    assert retention.due(store, NOW).values == values


@pytest.mark.parametrize("years", ["0", "11", "drei", ""])
def test_other_years_are_refused(store: Store, years: str) -> None:
    with pytest.raises(ValidationError), store.write("settings.office") as session:
        office_settings.save(session, office_settings.OfficeSettings(history_years=years))

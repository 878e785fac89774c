"""Gathering of attendance sheets: who is expected, at which door, in which session."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kts_desktop.core import folding
from kts_desktop.models.vocab import RegistrationState
from kts_desktop.printing.papers.signin import render
from kts_desktop.services import consents, event_sessions, registration_lists, registrations, signin_paper
from kts_desktop.services.consents import ConsentDraft
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.registrations import RegistrationDraft
from kts_desktop.services.signin_paper import Line, SigninData, SigninOptions, doors_of
from kts_desktop.storage.store import Store
from tests.helpers.build_events import NOW, person, register, schedule, workshop

FAMILIES = st.lists(st.sampled_from("ABCDÄMÖSZŁ☃1И").map(lambda letter: f"{letter}name"), max_size=60)


def gathered(store: Store, event_id: int, **options: Any) -> SigninData:
    """Return what the sheets are made from."""
    with store.read() as session:
        ask = Ask(kind="event", ids=(event_id,), options=SigninOptions(**options), now=NOW)
        return signin_paper.gather(session, ask)


def a_line(family: str, number: int = 1) -> Line:
    """Return a line."""
    return Line(number=number, family_name=family, given_name="Anna", body="", photo=None)


def test_the_numbers_are_those_of_the_screen_on_which_attendance_is_entered(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        for name in ("Bo Zander", "Ida von der Auenwiese", "Eva Ahorn"):
            register(session, event_id, name)
        register(session, event_id, "Al Weg", state=RegistrationState.DECLINED)

    (sheet,) = gathered(store, event_id).sheets

    shown = [(line.number, line.family_name) for line in sheet.doors[0].lines]
    assert shown == [(1, "Ahorn"), (2, "Auenwiese, von der"), (3, "Zander")]
    with store.read() as session:
        assert shown == [(row.number, row.family_name) for row in registration_lists.sheet(session, event_id)]


def test_a_photo_is_agreed_refused_or_asked_for(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        agreed, withdrawn = person(session, "Anna", "A"), person(session, "Bo", "B")
        draft = ConsentDraft(purpose="photos", wording="2026", given_on=NOW.date(), way="mail")
        consents.add(session, agreed, draft)
        consents.withdraw(session, consents.add(session, withdrawn, draft), NOW.date())
        for one in (agreed, withdrawn):
            registrations.add(session, event_id, RegistrationDraft(person_id=one))
        register(session, event_id, "Eva C", no_photo=True)

    (sheet,) = gathered(store, event_id).sheets

    assert [line.photo for line in sheet.doors[0].lines] == [True, None, False]


def test_each_session_with_sign_up_has_its_own_sheet(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        first, second = workshop(session, event_id), workshop(session, event_id, title="Betrieb")
        workshop(session, event_id, title="Plenum", sign_up=False)
        comes = register(session, event_id, "Anna Lichtmoos")
        register(session, event_id, "Bo Zander")
        event_sessions.sign_up(session, first, [comes])

    data = gathered(store, event_id, each_session=True)
    alone = gathered(store, event_id, session=second)

    titles = [sheet.part.title for sheet in data.sheets if sheet.part]
    assert titles == ["Starkregen", "Betrieb"]
    assert [line.family_name for line in data.sheets[0].doors[0].lines] == ["Lichtmoos"]
    assert [sheet.part.id for sheet in alone.sheets if sheet.part] == [second]
    assert alone.sheets[0].doors[0].lines == ()


def test_an_event_without_sessions_has_a_sheet_of_its_own_however_it_is_asked_for(store: Store) -> None:
    with store.write("event.schedule") as session:
        event = schedule(session)
    for options in ({"each_session": True}, {"session": 4_711}, {"blank": 0}):
        data = gathered(store, event, **options)
        assert [sheet.part for sheet in data.sheets] == [None]
        assert render(data).pages == 1


def test_who_may_not_be_named_stands_on_no_sheet(store: Store) -> None:
    with store.write("event.schedule") as session:
        event_id = schedule(session)
        hidden = person(session, "Bo", "Zander", restricted_at=NOW)
        registrations.add(session, event_id, RegistrationDraft(person_id=hidden))

    assert gathered(store, event_id).sheets[0].doors[0].lines == ()


def test_two_doors_share_the_alphabet_about_evenly() -> None:
    lines = [
        a_line(name) for name in ("Ahorn", "Ähre", "Birke", "Buche", "Lärche", "Linde", "Zeder", "Zirbe")
    ]

    doors = doors_of(lines, 2)

    assert [(door.first, door.last, len(door.lines)) for door in doors] == [("A", "K", 4), ("L", "Z", 4)]


@given(FAMILIES, st.integers(1, 8))
def test_doors_hold_everybody_once_in_order_and_every_letter(families: list[str], count: int) -> None:
    lines = [a_line(name, number) for number, name in enumerate(sorted(families, key=folding.name_fold))]

    doors = doors_of(lines, count)

    assert 1 <= len(doors) <= count
    assert [line for door in doors for line in door.lines] == lines
    assert (doors[0].first, doors[-1].last) == ("A", "Z")
    for door, following in pairwise(doors):
        assert ord(following.first) == ord(door.last) + 1
        assert door.first <= door.last
    for door in doors:
        for line in door.lines:
            assert door.first <= signin_paper.initial(line.family_name) <= door.last


@pytest.mark.parametrize(
    ("family", "letter"), [("Ärger", "A"), ("Łuk", "L"), ("1und1", "A"), ("Иванов", "Z"), ("", "A")]
)
def test_every_surname_is_found_under_a_letter(family: str, letter: str) -> None:
    assert signin_paper.initial(family) == letter

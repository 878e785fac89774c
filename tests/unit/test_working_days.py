"""Working days and public holidays by federal state."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kts_desktop.services.working_days import (
    SUBDIVISIONS,
    after_working_days,
    is_day_off,
    next_working_day,
)

NW, BB, SN, BY = "05", "12", "14", "09"
days = st.dates(min_value=date(2021, 1, 1), max_value=date(2035, 12, 31))
states = st.sampled_from(sorted(SUBDIVISIONS))


@pytest.mark.parametrize(
    ("day", "state", "name"),
    [
        (date(2026, 11, 1), NW, "Allerheiligen"),
        (date(2026, 6, 4), NW, "Fronleichnam"),
        (date(2026, 11, 18), SN, "Buß- und Bettag"),
        (date(2026, 10, 31), BB, "Reformationstag"),
        (date(2026, 11, 28), NW, "Samstag"),
        (date(2026, 11, 29), NW, "Sonntag"),
    ],
)
def test_a_day_off_is_named(day: date, state: str, name: str) -> None:
    assert is_day_off(day, state) == name


def test_a_holiday_of_one_state_is_a_working_day_in_another() -> None:
    assert is_day_off(date(2026, 6, 4), BB) is None
    assert is_day_off(date(2026, 11, 18), BY) is None


def test_names_follow_the_language() -> None:
    assert is_day_off(date(2026, 4, 3), NW, "en") == "Good Friday"
    assert is_day_off(date(2026, 11, 29), NW, "en") == "Sunday"


def test_an_unknown_state_has_the_holidays_of_the_federation() -> None:
    assert is_day_off(date(2026, 10, 3), "") == "Tag der Deutschen Einheit"
    assert is_day_off(date(2026, 6, 4), "99") is None


def test_christmas_moves_on_to_the_next_working_day() -> None:
    assert next_working_day(date(2026, 12, 25), NW) == date(2026, 12, 28)


def test_three_working_days_pass_over_a_weekend() -> None:
    assert after_working_days(date(2026, 11, 26), 3, NW) == date(2026, 12, 1)


@given(days, states)
def test_the_next_working_day_is_the_nearest_one(day: date, state: str) -> None:
    found = next_working_day(day, state)
    assert is_day_off(found, state) is None
    passed = ((day + timedelta(days=n)) for n in range((found - day).days))
    assert all(is_day_off(one, state) for one in passed)

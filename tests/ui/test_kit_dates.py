"""Days, times and numbers as people type them."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kts_desktop.ui.kit.dates import parse_day, parse_time
from kts_desktop.ui.kit.formats import Formats, from_local
from kts_desktop.ui.kit.numbers import parse_number

TODAY = date(2026, 11, 24)  # a Tuesday
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3.12.", date(2026, 12, 3)),
        ("3.12", date(2026, 12, 3)),
        ("03.12.26", date(2026, 12, 3)),
        (" 3. 12. 2026 ", date(2026, 12, 3)),
        ("3/12/2026", date(2026, 12, 3)),
        ("3-12-26", date(2026, 12, 3)),
        ("2026-12-03", date(2026, 12, 3)),
        ("0312", date(2026, 12, 3)),
        ("031226", date(2026, 12, 3)),
        ("03122026", date(2026, 12, 3)),
        ("3. Dezember", date(2026, 12, 3)),
        ("3 Dec 2026", date(2026, 12, 3)),
        ("3. Dez. 26", date(2026, 12, 3)),
        ("1. März 2027", date(2027, 3, 1)),
        ("15.1.", date(2027, 1, 15)),  # the nearest one, not the past one
        ("20.11.", date(2026, 11, 20)),
        ("+7", TODAY + timedelta(days=7)),
        ("+ 7 Tage", TODAY + timedelta(days=7)),
        ("+2w", TODAY + timedelta(days=14)),
        ("-1", TODAY - timedelta(days=1)),
        ("heute", TODAY),
        ("Today", TODAY),
        ("morgen", TODAY + timedelta(days=1)),
        ("Übermorgen", TODAY + timedelta(days=2)),
        ("gestern", TODAY - timedelta(days=1)),
        ("mo", date(2026, 11, 30)),
        ("Fr", date(2026, 11, 27)),
        ("Fr.", date(2026, 11, 27)),
        ("Donnerstag", date(2026, 11, 26)),
        ("di", date(2026, 12, 1)),  # never today
        ("29.2.28", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_as_it_is_typed(typed: str, meant: date) -> None:
    assert parse_day(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "x", "32.1.", "30.2.", "29.2.27", "3.13.2026", "+", "+7 Monde", "3.12.2", "2026-13-01"],
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert parse_day(typed, TODAY) is None


@given(DAYS, st.sampled_from(["de", "en"]))
def test_a_day_survives_being_written_and_read(day: date, language: str) -> None:
    assert parse_day(Formats(language).day(day), TODAY) == day


@given(DAYS)
def test_a_day_without_a_year_is_the_nearest_one(day: date) -> None:
    read = parse_day(f"{day.day}.{day.month}.", TODAY)
    if read is None:
        assert (day.month, day.day) == (2, 29)
    else:
        assert (read.month, read.day) == (day.month, day.day)
        assert abs(read - TODAY) <= timedelta(days=184)


@given(DAYS, st.integers(-5000, 5000))
def test_a_shift_counts_from_today(today: date, days: int) -> None:
    assert parse_day(f"{days:+d}", today) == today + timedelta(days=days)


@given(DAYS, st.sampled_from(["mo", "di", "mi", "do", "fr", "sa", "so"]))
def test_a_weekday_is_one_of_the_next_seven(today: date, word: str) -> None:
    read = parse_day(word, today)
    assert read is not None
    assert today < read <= today + timedelta(days=7)
    assert ["mo", "di", "mi", "do", "fr", "sa", "so"][read.weekday()] == word


@given(st.text(max_size=20), DAYS)
def test_nothing_typed_is_an_accident(typed: str, today: date) -> None:
    parse_day(typed, today)
    parse_time(typed)
    parse_number(typed, "de")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9", time(9)),
        ("9:30", time(9, 30)),
        ("9.30", time(9, 30)),
        ("930", time(9, 30)),
        ("0930", time(9, 30)),
        ("9 Uhr", time(9)),
        ("14h15", time(14, 15)),
        ("14 h", time(14)),
        ("23:59", time(23, 59)),
        ("0:00", time(0)),
    ],
)
def test_a_time_is_read_as_it_is_typed(typed: str, meant: time) -> None:
    assert parse_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "24:00", "9:60", "neun", "12345", "-1"])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert parse_time(typed) is None


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_a_time_survives_being_written_and_read(at: time) -> None:
    assert parse_time(Formats("de").time(at)) == at


@pytest.mark.parametrize(
    ("typed", "language", "meant"),
    [
        ("1.284", "de", "1284"),
        ("1.284", "en", "1.284"),
        ("1,284", "en", "1284"),
        ("1,284", "de", "1.284"),
        ("1.284,50 €", "de", "1284.50"),
        ("€1,284.50", "de", "1284.50"),
        ("1.284.567", "en", "1284567"),
        ("12.5", "de", "12.5"),
        ("12,5", "en", "12.5"),
        ("-3", "de", "-3"),
        ("1 000", "de", "1000"),
        (",5", "de", "0.5"),
    ],
)
def test_a_number_is_read_in_both_notations(typed: str, language: str, meant: str) -> None:
    assert parse_number(typed, language) == Decimal(meant)


@pytest.mark.parametrize("typed", ["", "zwölf", "1.2.3", "1,2,3", "12.34,5", "--1", "1.2845,6"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert parse_number(typed, "de") is None


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(["de", "en"]))
def test_an_amount_survives_being_written_and_read(amount: Decimal, language: str) -> None:
    assert parse_number(Formats(language).number(amount, 2), language) == amount


NOW = datetime(2026, 11, 24, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=5), "5 min ago"),
        (timedelta(hours=2), "Today, {0}"),
        (timedelta(days=1), "Yesterday, {0}"),
        (timedelta(days=3), "21.11.2026"),
        (timedelta(minutes=-30), "Today, {0}"),
    ],
)
def test_a_moment_is_told_as_seen_from_now(qapp: object, age: timedelta, words: str) -> None:
    moment = NOW - age
    assert Formats("de").relative(moment, NOW) == words.format(f"{moment.astimezone():%H:%M}")


def test_money_stands_as_each_language_writes_it() -> None:
    assert Formats("de").money(Decimal("1284.5")) == "1.284,50 €"
    assert Formats("en").money(Decimal("1284.5")) == "€1,284.50"


@given(DAYS, st.times())
def test_a_moment_survives_the_local_clock(day: date, at: time) -> None:
    whole = datetime.combine(day, at.replace(second=0, microsecond=0), UTC)
    local = whole.astimezone()
    if local.fold == 0:
        assert from_local(local.date(), local.time()) == whole

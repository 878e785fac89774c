"""Reads days and times as people type them: 3.12., 3.12.26, +7, heute, mo, 9:30, 930, 9 Uhr. Knows no Qt."""

import re
from datetime import date, time, timedelta

_DAYS = {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6}
_ENGLISH = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6, "tu": 1, "we": 2, "th": 3}
_LONG_DAYS = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5,
    "sonntag": 6, "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip
_WEEKDAYS = _DAYS | _ENGLISH | _LONG_DAYS
_NEAR = {
    "heute": 0, "today": 0, "h": 0, "t": 0, "morgen": 1, "tomorrow": 1, "übermorgen": 2, "uebermorgen": 2,
    "gestern": -1, "yesterday": -1, "vorgestern": -2,
}  # fmt: skip
_MONTHS = {
    "jan": 1, "feb": 2, "mär": 3, "mar": 3, "mae": 3, "mrz": 3, "apr": 4, "mai": 5, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dez": 12, "dec": 12,
}  # fmt: skip
_UNITS = {"": 1, "t": 1, "d": 1, "tag": 1, "tage": 1, "days": 1, "w": 7, "wochen": 7, "weeks": 7}
_SHIFT = re.compile(r"([+-])\s*(\d{1,4})\s*([a-z]*)")
_DOTTED = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*(?:[./-]\s*(\d{4}|\d{2})?)?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_PACKED = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?")
_NAMED = re.compile(r"(\d{1,2})\.?\s*([a-zä]{3,9})\.?\s*(\d{4}|\d{2})?")
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})?)?\s*(?:uhr|h)?")
_TIGHT_TIME = re.compile(r"(\d{1,2})(\d{2})\s*(?:uhr)?")
_CENTURY = 2000
_HALF_YEAR = timedelta(days=183)


def parse_day(text: str, today: date) -> date | None:
    """Return the day a text means, None if it means none.

    A day without a year is the one nearest to today; a weekday is the next one after today.
    """
    typed = " ".join(text.strip().casefold().split())
    if (days := _days_to(typed.rstrip("."), today)) is not None:
        return today + timedelta(days=days)
    if shift := _SHIFT.fullmatch(typed):
        return _shifted(today, *shift.groups())
    return _calendar_day(typed, today)


def parse_time(text: str) -> time | None:
    """Return the time a text means: 9, 9:30, 9.30, 930, 9 Uhr, 14h15; None if it means none."""
    typed = text.strip().casefold()
    found = _TIGHT_TIME.fullmatch(typed) or _TIME.fullmatch(typed)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004 - the clock


def _days_to(word: str, today: date) -> int | None:
    if word in _WEEKDAYS:
        return (_WEEKDAYS[word] - today.weekday() - 1) % 7 + 1
    return _NEAR.get(word)


def _calendar_day(typed: str, today: date) -> date | None:
    if iso := _ISO.fullmatch(typed):
        return _made(int(iso[1]), int(iso[2]), int(iso[3]))
    if found := _DOTTED.fullmatch(typed) or _PACKED.fullmatch(typed):
        return _day_of(int(found[1]), int(found[2]), found[3], today)
    if (named := _NAMED.fullmatch(typed)) and named[2][:3] in _MONTHS:
        return _day_of(int(named[1]), _MONTHS[named[2][:3]], named[3], today)
    return None


def _shifted(today: date, sign: str, amount: str, unit: str) -> date | None:
    if unit not in _UNITS:
        return None
    days = int(amount) * _UNITS[unit]
    try:
        return today + timedelta(days=days if sign == "+" else -days)
    except OverflowError:
        return None


def _day_of(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return _made(int(year) + (_CENTURY if len(year) == 2 else 0), month, day)  # noqa: PLR2004
    found = [made for y in (-1, 0, 1) if (made := _made(today.year + y, month, day)) is not None]
    return min(found, key=lambda made: abs(made - today), default=None)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

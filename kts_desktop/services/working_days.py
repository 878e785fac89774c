"""Working days and public holidays of the federal states.

A state is named by its official key of two digits, as on a body; an unknown one or none means the holidays
that all states share. Local holidays of single municipalities are not known here.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

import holidays

SUBDIVISIONS: Mapping[str, str] = MappingProxyType(
    {
        "01": "SH",
        "02": "HH",
        "03": "NI",
        "04": "HB",
        "05": "NW",
        "06": "HE",
        "07": "RP",
        "08": "BW",
        "09": "BY",
        "10": "SL",
        "11": "BE",
        "12": "BB",
        "13": "MV",
        "14": "SN",
        "15": "ST",
        "16": "TH",
    }
)
_WEEKEND = {5: ("Saturday", "Samstag"), 6: ("Sunday", "Sonntag")}
_LANGUAGES = {"de": "de", "en": "en_US"}
_DAY = timedelta(days=1)


def is_day_off(day: date, state: str, language: str = "de") -> str | None:
    """Return why nobody works on a day, such as "Karfreitag" or "Sonntag"; None for a working day."""
    name = _holidays(day.year, state, language).get(day)
    if name is not None:
        return name
    weekend = _WEEKEND.get(day.weekday())
    if weekend is None:
        return None
    english, german = weekend
    return german if language == "de" else english


def next_working_day(day: date, state: str) -> date:
    """Return the day itself if it is a working day, else the first one after it."""
    while is_day_off(day, state) is not None:
        day += _DAY
    return day


def after_working_days(day: date, count: int, state: str) -> date:
    """Return the working day that comes ``count`` working days after ``day``."""
    for _ in range(count):
        day = next_working_day(day + _DAY, state)
    return day


@lru_cache(maxsize=128)
def _holidays(year: int, state: str, language: str) -> Mapping[date, str]:
    found = holidays.country_holidays(
        "DE", subdiv=SUBDIVISIONS.get(state), years=year, language=_LANGUAGES.get(language, "de")
    )
    return MappingProxyType(dict(found.items()))

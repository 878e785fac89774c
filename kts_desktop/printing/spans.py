"""From when to when: spans of time as papers write them."""

from datetime import datetime

from kts_desktop.printing import formats

_DASH = "\u2013"


def span(start: datetime, end: datetime, language: str) -> str:
    """Return day and times in running text; over midnight both days are told."""
    if start.date() == end.date():
        return f"{formats.long_day(start.date(), language)}, {clocks(start, end, language)}"
    first, last = (formats.long_day(moment.date(), language) for moment in (start, end))
    return f"{first}, {formats.clock(start, language)} {_DASH} {last}, {formats.clock(end, language)}"


def clocks(start: datetime, end: datetime, language: str) -> str:
    """Return ``10:00–11:15 Uhr``; only the beginning where nothing lasts."""
    if start == end:
        return formats.clock(start, language)
    return f"{start:%H:%M}{_DASH}{formats.clock(end, language)}"


def days(start: datetime, end: datetime, language: str) -> str:
    """Return the day, or the first and the last, without times."""
    if start.date() == end.date():
        return formats.long_day(start.date(), language)
    return f"{formats.long_day(start.date(), language)} {_DASH} {formats.long_day(end.date(), language)}"

"""Days known only to the month or the year: kept as ``2021``, ``2021-09`` or ``2021-09-01``."""

import re
from calendar import monthrange
from datetime import date

from kts_desktop.core.errors import ValidationError

_TYPED = (
    re.compile(r"(?P<year>(?:19|20)\d\d)"),
    re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d{1,2})"),
    re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<month>\d{1,2})\s*[./]\s*(?P<year>(?:19|20)\d\d)"),
    re.compile(r"(?P<day>\d{1,2})\.\s*(?P<month>\d{1,2})\.\s*(?P<year>(?:19|20)\d\d)"),
)


def parse(field: str, typed: str) -> str:
    """Return the kept form of ``2021``, ``9/2021``, ``09.2021`` or ``1.9.2021``; empty for nothing.

    Raises ValidationError for ``field`` if it is no such day.
    """
    text = typed.strip()
    if not text:
        return ""
    for pattern in _TYPED:
        found = pattern.fullmatch(text)
        if found:
            parts = found.groupdict()
            return _kept(field, parts["year"], parts.get("month"), parts.get("day"))
    raise ValidationError(field, "loose_date", value=text)


def first_day(kept: str) -> date:
    """Return the first day that a kept form may mean."""
    year, month, day = _numbers(kept)
    return date(year, month or 1, day or 1)


def last_day(kept: str) -> date:
    """Return the last day that a kept form may mean."""
    year, month, day = _numbers(kept)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _numbers(kept: str) -> tuple[int, int, int]:
    numbers = [int(part) for part in kept.split("-")]
    year, month, day = (*numbers, 0, 0)[:3]
    return year, month, day


def _kept(field: str, year: str, month: str | None, day: str | None) -> str:
    kept = "-".join(part.zfill(2) for part in (year, month, day) if part)
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise ValidationError(field, "loose_date", value=kept) from error
    return kept

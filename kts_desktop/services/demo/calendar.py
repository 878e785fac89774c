"""Days of the demo, counted from its own today: ``T-12`` calendar days, ``T+3w`` working days."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kts_desktop.services import working_days

HOME_STATE = "05"  # Nordrhein-Westfalen
BERLIN = ZoneInfo("Europe/Berlin")
_OFFSET = re.compile(r"T(?:([+-]\d+)(w?))?")
MORNING = 8  # the hour in Berlin at which the demo stands still
_DAY = timedelta(days=1)


class Calendar:
    """Turns offsets into days; one that falls on a day off moves to the next working day."""

    def __init__(self, today: date) -> None:
        self.today = today

    def day(self, offset: str) -> date:
        """Return the day of an offset such as ``T``, ``T-64`` or ``T+3w``; raises ValueError."""
        found = _OFFSET.fullmatch(offset)
        if found is None:
            raise ValueError(offset)
        count = int(found[1] or 0)
        return self._working_days_on(count) if found[2] else self.on(count)

    def on(self, count: int) -> date:
        """Return the day so many calendar days from today, or the working day after it."""
        return self.working(self.today + timedelta(days=count))

    def exactly(self, count: int) -> date:
        """Return the day so many calendar days from today, whatever day that is."""
        return self.today + timedelta(days=count)

    def working(self, day: date) -> date:
        """Return the day itself or the next working day; today stays today."""
        return day if day == self.today else working_days.next_working_day(day, HOME_STATE)

    def past(self, day: date) -> date:
        """Return the working day on or after a day, but always one before today."""
        found = self.working(day)
        while found >= self.today or working_days.is_day_off(found, HOME_STATE):
            found -= _DAY
        return found

    def spread(self, first: date, last: date, count: int) -> list[date]:
        """Return so many working days before today, evenly from the first to the last."""
        span = (last - first).days
        steps = max(count - 1, 1)
        return [self.past(first + timedelta(days=span * place // steps)) for place in range(count)]

    def moment(self, day: date, hour: int, minute: int = 0) -> datetime:
        """Return a time of day in Berlin as a moment."""
        return datetime.combine(day, time(hour, minute), BERLIN).astimezone(UTC)

    @property
    def morning(self) -> datetime:
        """Return the moment at which the demo stands still: nothing in it was made later."""
        return self.moment(self.today, MORNING)

    def next_saturday(self, count: int) -> date:
        """Return the first Saturday so many calendar days from today or later."""
        day = self.exactly(count)
        while day.isoweekday() != 6:  # noqa: PLR2004 - the sixth day of the week
            day += _DAY
        return day

    def _working_days_on(self, count: int) -> date:
        day, step = self.today, _DAY if count >= 0 else -_DAY
        for _ in range(abs(count)):
            day += step
            while working_days.is_day_off(day, HOME_STATE):
                day += step
        return day

"""Days of the demo, counted from its own today: ``T-12`` calendar days, ``T+3w`` working days."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kts_desktop.services import working_days

HOME_STATE = "05"  # Nordrhein-Westfalen
BERLIN = ZoneInfo("Europe/Berlin")
_OFFSET = re.compile(r"T(?:([+-]\d+)(w?))?")


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
        if found[2]:
            return self._working_days_on(count)
        return self.working(self.today + timedelta(days=count))

    def working(self, day: date) -> date:
        """Return the day itself or the next working day; today stays today."""
        return day if day == self.today else working_days.next_working_day(day, HOME_STATE)

    def moment(self, day: date, hour: int, minute: int = 0) -> datetime:
        """Return a time of day in Berlin as a moment."""
        return datetime.combine(day, time(hour, minute), BERLIN).astimezone(UTC)

    def _working_days_on(self, count: int) -> date:
        day, step = self.today, 1 if count >= 0 else -1
        for _ in range(abs(count)):
            day += timedelta(days=step)
            while working_days.is_day_off(day, HOME_STATE):
                day += timedelta(days=step)
        return day

"""The present moment; passed as a function, so that tests can stop it."""

from collections.abc import Callable
from datetime import UTC, date, datetime

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present moment, aware, in UTC, to the millisecond as the store keeps it."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def local_date(moment: datetime) -> date:
    """Return the calendar day of an aware moment in the zone of this computer."""
    return moment.astimezone().date()

"""The present moment; passed as a function, so that tests can stop it."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime

HOME_ZONE = "Europe/Berlin"  # where the offices are
Clock = Callable[[], datetime]
_STOPPED: ContextVar[datetime | None] = ContextVar("stopped", default=None)


def utc_now() -> datetime:
    """Return the present moment, aware, in UTC, to the millisecond as the store keeps it."""
    now = _STOPPED.get() or datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


@contextmanager
def stopped(at: datetime) -> Generator[None]:
    """Let the present stand still inside the block: a demo office is the same whenever it is made."""
    before = _STOPPED.set(at.astimezone(UTC))
    try:
        yield
    finally:
        _STOPPED.reset(before)


def local_date(moment: datetime) -> date:
    """Return the calendar day of an aware moment in the zone of this computer."""
    return moment.astimezone().date()

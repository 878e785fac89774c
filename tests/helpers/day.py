"""The day of the tests: what a test writes belongs to the day its records are of, whenever it really runs."""

from datetime import UTC, datetime, tzinfo

from kts_desktop.core import clock

MORNING = datetime(2026, 11, 24, 8, tzinfo=UTC)
NOW = datetime(2026, 11, 24, 8, 12, tzinfo=UTC)  # later than all a test writes before it asks


class Present(datetime):
    """A present that can be set and goes on from there; it stands in for the class the clock asks."""

    _ahead = datetime.now(UTC) - MORNING

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        """Return the present moment of the tests."""
        return datetime.now(tz) - cls._ahead

    @classmethod
    def begin(cls) -> None:
        """Let it be the morning of that day, in every thread of this process."""
        cls._ahead = datetime.now(UTC) - MORNING
        vars(clock)["datetime"] = cls

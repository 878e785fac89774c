"""How long the history of people and bodies is kept: old values for some years, then who changed what."""

from datetime import datetime, timedelta

from kts_desktop.core.changes import Changes
from kts_desktop.core.clock import local_date
from kts_desktop.services import office_settings
from kts_desktop.storage import compacting
from kts_desktop.storage.compacting import Shortening
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import Store

__all__ = ["LINES_YEARS", "Shortening", "due", "erase_history", "shorten", "shorten_if_due", "years"]

LINES_YEARS = 10
_LAST = "history_shortened"  # entry of ``meta``: the month in which it was done last


def due(store: Store, now: datetime) -> Shortening:
    """Return what is too old to be kept; nothing is changed."""
    values, lines = _limits(store, now)
    return compacting.preview(store, values_before=values, lines_before=lines)


def shorten(store: Store, now: datetime) -> Shortening:
    """Remove what is too old to be kept, and note that it was done this month."""
    values, lines = _limits(store, now)
    done = compacting.shorten(store, values_before=values, lines_before=lines)
    with store.maintain() as connection:
        connection.exec_driver_sql(
            "INSERT INTO meta(key,value) VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value",
            (_LAST, _month(now)),
        )
    return done


def shorten_if_due(store: Store, now: datetime) -> Shortening | None:
    """Do so once a month; None if it was done this month already."""
    with store.maintain() as connection:
        last = connection.exec_driver_sql("SELECT value FROM meta WHERE key=?", (_LAST,)).scalar()
    return None if last == _month(now) else shorten(store, now)


def erase_history(store: Store, now: datetime) -> Changes:
    """Do the same for the window, where every page that shows a history reads it anew."""
    shorten(store, now)
    return Changes.of("person", 0)


def years(session: Session) -> int:
    """Return for how many years old values are kept."""
    return int(office_settings.read(session).history_years)


def _limits(store: Store, now: datetime) -> tuple[datetime, datetime]:
    with store.read() as session:
        kept = years(session)
    return _ago(now, kept), _ago(now, LINES_YEARS)


def _ago(now: datetime, count: int) -> datetime:
    try:
        return now.replace(year=now.year - count)
    except ValueError:  # the 29th of February
        return now.replace(year=now.year - count, day=28) + timedelta(days=1)


def _month(now: datetime) -> str:
    return f"{local_date(now):%Y-%m}"

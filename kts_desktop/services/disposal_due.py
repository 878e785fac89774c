"""What is due for disposal: the condition, how many cases meet it, and whether to remind of them this month.

It stands apart from the disposal itself, so that the page of the day asks without loading that.
"""

from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, func, literal_column, select

from kts_desktop.core.clock import local_date
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.declaring import Mapped
from kts_desktop.models.journal import meta
from kts_desktop.services import retention_periods
from kts_desktop.services.retention_periods import CLOSED, FILED
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import Store

_LOOKED = "disposals_looked"  # entry of ``meta``: the month in which the list was looked at last


def conditions(session: Session, today: date) -> list[ColumnElement[bool]]:
    """Return the conditions under which a period is over, one for each class; an index answers each."""
    return [
        _of_class(code) & (begins < today - kept) & AdvisoryCase.filed_on.is_not(None)
        for code, begins, kept in _ends(session)
    ]


def count(session: Session, today: date) -> int:
    """Return how many cases are due, those in the bin as well."""
    found = (select(func.count()).where(over) for over in conditions(session, today))
    return sum(session.scalar(query) or 0 for query in found)


def next_day(session: Session, today: date) -> date | None:
    """Return the day on which the next case will be due; None if no filed one ever will by itself."""
    days = []
    for code, begins, kept in _ends(session):
        first = session.scalar(
            select(func.min(begins)).where(
                _of_class(code), begins >= today - kept, AdvisoryCase.filed_on.is_not(None)
            )
        )
        if first is not None:
            days.append(first + kept + timedelta(days=1))
    return min(days, default=None)


def reminder(session: Session, now: datetime) -> int:
    """Return how many cases are due, or 0 if the list was looked at this month."""
    last = session.scalar(select(meta.c.value).where(meta.c.key == _LOOKED))
    return 0 if last == _month(now) else count(session, local_date(now))


def note_look(store: Store, now: datetime) -> None:
    """Note that the list was looked at: there is no reminder any more this month."""
    if store.read_only:
        return
    with store.maintain() as connection:
        connection.exec_driver_sql(
            "INSERT INTO meta(key,value) VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value",
            (_LOOKED, _month(now)),
        )


def _of_class(code: str) -> ColumnElement[bool]:
    filed = AdvisoryCase.state == literal_column("'filed'")  # a value bound later would leave the index aside
    return filed & (AdvisoryCase.retention_class == code)


def _ends(session: Session) -> list[tuple[str, Mapped[date | None], timedelta]]:
    """Return the classes with an end: code, day of the case it counts from, how long it runs."""
    starts = {FILED: AdvisoryCase.filed_on, CLOSED: AdvisoryCase.closed_on}
    return [
        (code, starts[period.starts], timedelta(days=period.days))
        for code, period in retention_periods.periods(session).items()
        if period.starts in starts and period.days
    ]


def _month(now: datetime) -> str:
    return f"{local_date(now):%Y-%m}"

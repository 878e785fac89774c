"""How long a case is kept: its retention class says how many days, and from which of its days they count."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from sqlalchemy import select

from kts_desktop.models.vocabulary import Vocabulary
from kts_desktop.storage.sessions import Session

_LIST = "retention_class"
FILED, CLOSED = "filed", "closed"  # what a period may start with; any other start no case knows of


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The period of one retention class; one without an end has no days."""

    starts: str
    days: int | None

    def kept_until(self, *, filed_on: date | None, closed_on: date | None) -> date | None:
        """Return the last day of the period; None while it has not begun or has no end."""
        begins = {FILED: filed_on, CLOSED: closed_on}.get(self.starts)
        return begins + timedelta(days=self.days) if begins and self.days else None


ENDLESS = Period(starts="", days=None)


def periods(session: Session) -> MappingProxyType[str, Period]:
    """Return the period of every class of the value list, those no longer offered among them."""
    rows = session.execute(
        select(Vocabulary.code, Vocabulary.details).where(
            Vocabulary.list_key == _LIST, Vocabulary.deleted_at.is_(None)
        )
    )
    return MappingProxyType({code: _period(details) for code, details in rows})


def _period(details: str) -> Period:
    told = json.loads(details) if details else {}
    return Period(starts=told.get("starts", ""), days=told.get("days"))

"""Taking a change of many fields back, beside a large office."""

from collections.abc import Iterator
from contextlib import closing
from statistics import median
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from benchmarks.measuring import Figure, Limit, seconds
from benchmarks.office import Ground, opened
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.storage import undo
from kts_desktop.storage.connect import connect

COUNTS = ((500, 50.0), (10_000, 500.0))  # fields, and the most milliseconds
_RAW = "UPDATE advisory_case SET file_place=? WHERE id<=?"


def measure(ground: Ground) -> Iterator[Figure]:
    """Yield one figure a number of fields; the rival is the bare update of the same fields."""
    with opened(ground.encrypted()) as office:
        key = office.key.database if office.key else None
        for count, most in COUNTS:
            fields = min(count, ground.size.cases)
            ours, rival = [], []
            for number in range(min(ground.rounds, 5) + 1):
                office.store.run("case.edit", _Moving(fields, f"Schrank {number}"))
                ours.append(seconds(lambda: undo.undo(office.store)))
                with closing(connect(office.folder.database, key)) as raw:
                    rival.append(_raw(raw, fields, number))
            yield Figure(
                name=f"undo of {count:,} fields",
                ours=median(ours[1:]),
                rival=median(rival[1:]),
                rival_name="the bare update, with journal",
                limit=most,
                judged=Limit.TIME,
            )


class _Moving:
    """Puts the papers of the first cases elsewhere."""

    def __init__(self, count: int, place: str) -> None:
        self._count, self._place = count, place

    def __call__(self, session: Session) -> None:
        last = session.scalar(
            select(AdvisoryCase.id).order_by(AdvisoryCase.id).offset(self._count - 1).limit(1)
        )
        session.execute(update(AdvisoryCase).where(AdvisoryCase.id <= last).values(file_place=self._place))


def _raw(raw: Any, count: int, number: int) -> float:
    """Return the time of the same update by one statement; it is rolled back."""
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE journal_ctx SET tx=1, mode=0")
    try:
        return seconds(lambda: raw.execute(_RAW, (f"Keller {number}", count)))
    finally:
        raw.execute("ROLLBACK")

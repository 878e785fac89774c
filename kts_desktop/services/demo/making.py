"""Making the demo office: the order of work."""

import random
from collections.abc import Callable
from datetime import date, timedelta

from kts_desktop.core.clock import stopped
from kts_desktop.core.ids import seeded
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.services import offices, reference
from kts_desktop.services.demo import (
    bodies,
    casebook,
    circles,
    deadlines,
    gatherings,
    knowledge,
    oddities,
    people,
    staff,
)
from kts_desktop.services.demo.calendar import Calendar
from kts_desktop.services.demo.desk import Desk, document
from kts_desktop.services.demo.numbers import Numbers
from kts_desktop.services.demo.texts import Texts
from kts_desktop.storage.progress import Progress, no_progress
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import Store

LABEL = "demo"
_BEGUN = timedelta(days=430)  # ids count from here, so that records of later hands sort behind

Part = Callable[[Session, Desk], None]


def make_demo(
    store: Store, *, today: date, seed: int = 73, scale: int = 1, progress: Progress = no_progress
) -> dict[str, int]:
    """Fill an empty office with real places and invented people and matters; return the counts by kind.

    The same seed and day give the same content. ``scale`` repeats people, cases and notes for measurements.
    """
    calendar = Calendar(today)
    rng = random.Random(seed)  # noqa: S311 - repeatable on purpose, never a secret
    desk = Desk(calendar=calendar, rng=rng, texts=Texts(document("texts"), rng), scale=scale)
    with seeded(seed, calendar.morning - _BEGUN), stopped(calendar.morning):
        parts = _parts(rng)
        for place, part in enumerate(parts):
            progress(place, len(parts))
            with store.write(LABEL, kind=ChangeKind.MAINTENANCE) as session:
                part(session, desk)
            offices.act_as_owner(store)
        progress(len(parts), len(parts))
    return desk.counts


def _parts(rng: random.Random) -> tuple[Part, ...]:
    return (
        _load_reference,
        staff.set_up_office,
        _Peopled(Numbers(rng)),
        casebook.open_cases,
        deadlines.set_tasks,
        knowledge.collect,
        gatherings.hold,
        knowledge.file_documents,
        circles.join,
        oddities.arrange,
    )


class _Peopled:
    """Bodies and people, who share the phone numbers."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers

    def __call__(self, session: Session, desk: Desk) -> None:
        """Enter bodies, then their people."""
        bodies.gather(session, desk, self._numbers)
        people.welcome(session, desk, self._numbers)


def _load_reference(session: Session, desk: Desk) -> None:
    reference.load(session, now=desk.calendar.morning)

"""One save beside a large office: a call with its follow-up, as one transaction with journal and index."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from statistics import median
from typing import Any

from sqlalchemy.orm import Session

from benchmarks.measuring import Figure, Limit, percentile, seconds
from benchmarks.office import MADE_AT, TODAY, Ground, opened
from benchmarks.wording import Wording
from kts_desktop.core.ids import new_uid
from kts_desktop.services import notes
from kts_desktop.services.notes import CallDraft, NoteDraft
from kts_desktop.storage.connect import connect
from kts_desktop.storage.store import Store

P99_MS = 10.0
SAVES = 60  # a round
_AT = int(MADE_AT.timestamp() * 1000)
_SET = "INSERT INTO change_set(uid,kind,label,author,at) VALUES(?,0,'call.log',0,?) RETURNING id"
_OPEN = "UPDATE journal_ctx SET tx=?, mode=0"
_NOTE = (
    "INSERT INTO note(uid,kind,happened_at,text,title,next_step,case_id,caller,source,created_at,updated_at) "
    "VALUES(?,'call',?,?,'','',?,'','',?,?)"
)
_TASK = (
    "INSERT INTO task(uid,title,due_on,kind,case_id,result,source,created_at,updated_at) "
    "VALUES(?,?,?,'follow_up',?,'','',?,?)"
)
_CLOSE = "UPDATE journal_ctx SET tx=NULL"


def measure(ground: Ground) -> Iterator[Figure]:
    """Yield the time of nearly all saves, and of half of them against the bare statements."""
    wording = Wording(7)
    with opened(ground.encrypted()) as office:
        key = office.key.database if office.key else None
        tails, middles, raw_middles = [], [], []
        with closing(connect(office.folder.database, key)) as raw:
            for number in range(ground.rounds + 1):  # the first warms up
                ids = [1 + (number * SAVES + place) % ground.size.cases for place in range(SAVES)]
                savings = [_Saving(office.store, wording.note(), case_id) for case_id in ids]
                mine = [seconds(saving.ours) for saving in savings]
                theirs = [seconds(partial(saving.raw, raw)) for saving in savings]
                if number:
                    tails.append(percentile(mine, 0.99))
                    middles.append(median(mine))
                    raw_middles.append(median(theirs))
    yield Figure(name="save, p99", ours=median(tails), limit=P99_MS, judged=Limit.TIME)
    yield Figure(
        name="save, p50",
        ours=median(middles),
        rival=median(raw_middles),
        rival_name="the bare statements, with the same triggers",
    )


class _Saving:
    """One call with a follow-up, by the services and by bare statements."""

    def __init__(self, store: Store, text: str, case_id: int) -> None:
        self._store, self._text, self._case_id = store, text, case_id

    def ours(self) -> None:
        """Save it as the window does."""
        self._store.run("call.log", self._log)

    def raw(self, connection: Any) -> None:
        """Save it with nothing between us and SQLite."""
        connection.execute("BEGIN IMMEDIATE")
        ((number,),) = connection.execute(_SET, (new_uid(), _AT)).fetchall()
        connection.execute(_OPEN, (number,))
        connection.execute(_NOTE, (new_uid(), _AT, self._text, self._case_id, _AT, _AT))
        connection.execute(_TASK, (new_uid(), "Unterlagen senden", "2026-12-01", self._case_id, _AT, _AT))
        connection.execute(_CLOSE)
        connection.execute("COMMIT")

    def _log(self, session: Session) -> None:
        note = NoteDraft(happened_at=MADE_AT, text=self._text, case_id=self._case_id)
        due_on = TODAY + timedelta(days=7)
        notes.log_call(session, CallDraft(note=note, follow_up="Unterlagen senden", due_on=due_on))

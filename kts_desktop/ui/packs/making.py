"""Work of the papers page that runs off the GUI thread: make a pack, compare states, write a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kts_desktop.core.clock import local_date
from kts_desktop.printing import paper as files
from kts_desktop.printing.catalogue import BRIEFING, PAPERS
from kts_desktop.printing.paper import Paper
from kts_desktop.services import pack_requests, paper_log, papers
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.pack_requests import Subject
from kts_desktop.services.paper_log import PaperRow
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.papers import Sheet, fingerprint
from kts_desktop.services.snapshot import Snapshot
from kts_desktop.ui.jobs import Ticket

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_KIND = PAPERS[BRIEFING]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A paper that is wanted: about whom, and how."""

    subject: Subject
    options: BriefingOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A finished paper with the data it was made from."""

    order: Order
    ask: Ask
    snapshot: Snapshot
    paper: Paper

    def file_name(self) -> str:
        """Return the name that is proposed for the file."""
        return files.file_name(
            local_date(self.snapshot.taken),
            _KIND.file_word(self.snapshot.language),
            _KIND.named(self.snapshot),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Make:
    """Gathers and lays out a pack; progress is of pages once the total is known."""

    order: Order
    now: datetime
    adviser_id: int

    def __call__(self, session: "Session", ticket: Ticket) -> Made:
        """Return the finished paper; raises NotFoundError if its subject is gone."""
        order = self.order
        ticket.step(0, 0)
        ask = pack_requests.ask_for(order.subject, order.options, now=self.now, adviser=self.adviser_id)
        snapshot = _KIND.gather(session, ask)
        return Made(
            order=order, ask=ask, snapshot=snapshot, paper=_KIND.render(snapshot, progress=ticket.step)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare:
    """Tells which papers still say what the records say: the one shown, then those printed."""

    rows: Sequence[PaperRow]
    made: Made | None

    def __call__(self, session: "Session", ticket: Ticket) -> "Compared":
        """Return what was found, with the paper it is about."""
        made, is_stale = self.made, False
        if made is not None:
            is_stale = paper_log.state_as_of(session, _KIND.gather, made.ask) != fingerprint(made.snapshot)
        states: dict[int, bool] = {}
        for done, row in enumerate(self.rows):
            ticket.step(done, len(self.rows))
            states[row.id] = paper_log.is_up_to_date(session, row, _KIND.gather, _KIND.options)
        return Compared(states=states, made=made, is_stale=is_stale)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What ``Compare`` found: by paper whether it would be the same today."""

    states: Mapping[int, bool]
    made: Made | None
    is_stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteFile:
    """Writes the paper to a file; raises StorageError and leaves nothing behind."""

    made: Made
    path: Path

    def __call__(self, _session: "Session", _ticket: Ticket) -> "Written":
        """Write, and return where."""
        files.write_paper(self.path, self.made.paper.content)
        return Written(made=self.made, path=self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A paper and the file it was written to."""

    made: Made
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePrint:
    """Logs a paper that was saved or printed."""

    made: Made
    file_name: str

    def __call__(self, session: "Session", _ticket: Ticket) -> int:
        """Return the id of the entry in the log."""
        made = self.made
        sheet = Sheet(
            paper=_KIND.key,
            data=made.snapshot,
            content=made.paper.content,
            pages=made.paper.pages,
            file_name=self.file_name,
        )
        return papers.note_print(session, made.ask, sheet)[0]

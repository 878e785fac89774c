"""Work behind many packs in one go: print them off the GUI thread, then note those that were printed."""

from collections.abc import Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kts_desktop.core.errors import NotFoundError
from kts_desktop.printing import batch
from kts_desktop.printing.catalogue import PaperKind
from kts_desktop.services import pack_requests, papers
from kts_desktop.services.paper_batch import Outcome
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.papers import Noted
from kts_desktop.ui.jobs import Ticket

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintMany:
    """Prints one file for each request; ``outcomes`` holds what is done, also after a stop or an error."""

    paper: PaperKind
    asks: tuple[Ask, ...]
    folder: Path
    outcomes: list[Outcome] = field(default_factory=list)

    def __call__(self, session: "Session", ticket: Ticket) -> int:
        """Return how many were come to; raises StorageError if nothing can be written any more."""
        ticket.interrupt_with(None)  # a stop waits for the paper at hand instead of spoiling it
        ticket.step(0, len(self.asks))
        for outcome in batch.each(session, self.paper, self.asks, self.folder, progress=ticket.step):
            self.outcomes.append(outcome if outcome.name else _with_name(session, outcome))
            if ticket.is_cancelled:
                raise CancelledError
        return len(self.outcomes)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMany:
    """Logs papers of a batch as one step; a record that went meanwhile leaves the others their entries."""

    printed: Sequence[Noted]

    def __call__(self, session: "Session", _ticket: Ticket) -> int:
        """Return how many papers the log holds now."""
        count = 0
        for one in self.printed:
            try:
                papers.note(session, one)
            except NotFoundError:
                continue
            count += 1
        return count


def _with_name(session: "Session", outcome: Outcome) -> Outcome:
    """Name a paper that failed before its data were gathered."""
    subject = pack_requests.subject_of(session, outcome.ask.kind, outcome.ask.ids[0])
    return replace(outcome, name=subject.title) if subject is not None else outcome

"""Work behind many packs in one go: print them off the GUI thread, then note those that were printed."""

from collections.abc import Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import NotFoundError, UserFacingError
from kts_desktop.printing import batch
from kts_desktop.printing.catalogue import PaperKind
from kts_desktop.services import pack_requests, papers
from kts_desktop.services.paper_batch import Outcome
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.papers import Noted
from kts_desktop.ui.jobs import Ticket

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from kts_desktop.storage.store import Store

NOTED = "paper.printed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRoom:
    """Looks whether so many files fit into a folder, which may be far away and slow."""

    folder: Path
    count: int

    def __call__(self, _session: "Session", _ticket: Ticket) -> None:
        """Raise StorageError if they do not."""
        batch.check_room(self.folder, self.count)


@dataclass(slots=True, kw_only=True)
class PrintMany:
    """Prints a file for each request, or a ``single`` one, and notes them in the log, also after a stop.

    ``outcomes`` holds what is done; ``unnoted`` why the log did not take it, if it did not.
    """

    paper: PaperKind
    asks: tuple[Ask, ...]
    folder: Path
    single: bool = False
    outcomes: list[Outcome] = field(default_factory=list)
    changes: Changes = field(default_factory=Changes)
    unnoted: UserFacingError | None = None

    def __call__(self, store: "Store", ticket: Ticket) -> int:
        """Return how many were come to; raises StorageError if nothing can be written any more."""
        try:
            with store.read() as session:
                self._print(session, ticket)
        finally:
            self._note(store)
        return len(self.outcomes)

    def _print(self, session: "Session", ticket: Ticket) -> None:
        ticket.step(0, 0 if self.single else len(self.asks))
        if self.single:
            made = batch.in_one(session, self.paper, self.asks, self.folder, progress=ticket.step)
            self.outcomes += [_with_name(session, outcome) for outcome in made]
            return
        for outcome in batch.each(session, self.paper, self.asks, self.folder, progress=ticket.step):
            self.outcomes.append(_with_name(session, outcome))
            if ticket.is_cancelled:
                raise CancelledError

    def _note(self, store: "Store") -> None:
        printed = tuple(one.noted for one in self.outcomes if one.noted is not None)
        if not printed:
            return
        try:
            _, self.changes = store.run(NOTED, NoteMany(printed=printed))
        except UserFacingError as error:
            self.unnoted = error


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMany:
    """Logs papers of a batch as one step; a record that went meanwhile leaves the others their entries."""

    printed: Sequence[Noted]

    def __call__(self, session: "Session") -> int:
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
    if outcome.name:
        return outcome
    subject = pack_requests.subject_of(session, outcome.ask.kind, outcome.ask.ids[0])
    return replace(outcome, name=subject.title) if subject is not None else outcome

"""Work of the papers page that runs off the GUI thread: make a paper, compare states, write a file."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import NotFoundError
from kts_desktop.printing import paper as files
from kts_desktop.printing.catalogue import PAPERS, PaperKind
from kts_desktop.printing.paper import Paper
from kts_desktop.services import pack_requests, paper_log, papers
from kts_desktop.services.pack_requests import Subject
from kts_desktop.services.paper_log import PaperRow
from kts_desktop.services.paper_options import Ask, PaperOptions
from kts_desktop.services.papers import Sheet, fingerprint
from kts_desktop.ui.jobs import Ticket

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A paper that is wanted: which, about whom, and how.

    ``ids`` are the records of a file about several, the subject among them.
    """

    paper: str
    subject: Subject
    options: PaperOptions
    ids: tuple[int, ...] = ()

    @property
    def kind(self) -> PaperKind:
        """Return the paper as the catalogue knows it."""
        return PAPERS[self.paper]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """One paper that is bound into a file with others: its request, data and number of pages."""

    ask: Ask
    data: Any
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A finished paper with the data it was made from; ``bound`` are the papers of a file of many."""

    order: Order
    ask: Ask
    data: Any
    paper: Paper
    bound: tuple[Bound, ...] = ()

    def file_name(self) -> str:
        """Return the name that is proposed for the file."""
        kind, language = self.order.kind, self.ask.options.language
        about = kind.many_word(language, len(self.bound)) if self.bound else kind.named(self.data)
        return files.file_name(local_date(self.ask.now), kind.file_word(language), about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Make:
    """Gathers and lays out a paper; progress is of pages once the total is known."""

    order: Order
    now: datetime
    adviser_id: int

    def __call__(self, session: "Session", ticket: Ticket) -> Made:
        """Return the finished paper; raises NotFoundError if its subject is gone."""
        order = self.order
        ticket.step(0, 0)
        ask = pack_requests.ask_for(order.subject, order.options, now=self.now, adviser=self.adviser_id)
        if len(order.ids) > 1 and not order.kind.takes_many:
            return self._bound(session, ticket, [replace(ask, ids=(id_,)) for id_ in order.ids])
        ask = replace(ask, ids=order.ids or ask.ids)
        data = order.kind.gather(session, ask)
        return Made(order=order, ask=ask, data=data, paper=order.kind.render(data, progress=ticket.step))

    def _bound(self, session: "Session", ticket: Ticket, asks: Sequence[Ask]) -> Made:
        """Return the papers of all that are still there, in one file."""
        kind = self.order.kind
        found = []
        for ask in asks:
            ticket.step(0, 0)
            with suppress(NotFoundError):
                found.append((ask, kind.gather(session, ask)))
        if not found:
            raise NotFoundError("gone", id=self.order.subject.id)
        first, data = found[0]
        if len(found) == 1 or kind.render_many is None:
            return Made(order=self.order, ask=first, data=data, paper=kind.render(data, progress=ticket.step))
        bundle = kind.render_many([one for _, one in found], progress=ticket.step)
        bound = tuple(
            Bound(ask=ask, data=one, pages=share.pages)
            for (ask, one), share in zip(found, bundle.shares, strict=True)
        )
        return Made(order=self.order, ask=first, data=data, paper=bundle.paper, bound=bound)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare:
    """Tells which papers still say what the records say: the one shown, then those printed."""

    rows: Sequence[PaperRow]
    made: Made | None

    def __call__(self, session: "Session", ticket: Ticket) -> "Compared":
        """Return what was found, with the paper it is about."""
        made, is_stale = self.made, False
        if made is not None:
            gather = made.order.kind.gather
            parts = [(one.ask, one.data) for one in made.bound] or [(made.ask, made.data)]
            is_stale = any(
                paper_log.state_as_of(session, gather, ask) != fingerprint(data) for ask, data in parts
            )
        states: dict[int, bool] = {}
        for done, row in enumerate(self.rows):
            ticket.step(done, len(self.rows))
            kind = PAPERS.get(row.paper)  # a newer version may know more papers
            if kind is not None:
                states[row.id] = paper_log.is_up_to_date(
                    session, row, kind.gather, kind.options, takes_many=kind.takes_many
                )
        return Compared(states=states, made=made, is_stale=is_stale)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What ``Compare`` found: by paper whether it would be the same today."""

    states: Mapping[int, bool]
    made: Made | None
    is_stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteFile:
    """Writes the paper with the files beside it; raises StorageError."""

    made: Made
    path: Path

    def __call__(self, _session: "Session", _ticket: Ticket) -> "Written":
        """Write, and return where."""
        files.write_whole(self.path, self.made.paper)
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
            paper=made.order.paper,
            data=made.data,
            content=made.paper.content,
            pages=made.paper.pages,
            file_name=self.file_name,
        )
        if not made.bound:
            return papers.note_print(session, made.ask, sheet)[0]
        whole = papers.noted(made.ask, sheet)
        shares = [papers.noted_share(whole, one.ask, one.data, one.pages) for one in made.bound]
        first, *_ = [papers.note(session, one)[0] for one in shares]
        return first

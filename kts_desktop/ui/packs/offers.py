"""What can be printed for a record: its own papers, then the pack of the body behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kts_desktop.printing.catalogue import BRIEFING, PAPERS, PaperKind
from kts_desktop.services import pack_requests
from kts_desktop.services.pack_requests import PERSON, Subject

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One paper about one subject."""

    paper: str
    subject: Subject

    @property
    def code(self) -> str:
        """Return a text that tells it from the other offers."""
        return f"{self.paper} {self.subject.kind} {self.subject.id}"


def offers(session: "Session", subject: Subject) -> tuple[Offer, ...]:
    """Return all papers for a subject, the one to begin with first."""
    own = _own(subject)
    series = pack_requests.series_behind(session, subject)
    if series is not None:
        own += _own(series)
    body = pack_requests.body_behind(session, subject)
    if body is None:
        return tuple(own)
    pack = Offer(paper=BRIEFING, subject=body)
    return (pack, *own) if subject.kind == PERSON else (*own, pack)


def _own(subject: Subject) -> list[Offer]:
    kinds = sorted((one for one in PAPERS.values() if subject.kind in one.subjects), key=_rank)
    return [Offer(paper=one.key, subject=subject) for one in kinds]


def _rank(kind: PaperKind) -> tuple[bool, int]:
    """Return where a paper stands: the pack first, then what is made for few kinds of records."""
    return (kind.key != BRIEFING, len(kind.subjects))


def same_again(found: Sequence[Offer], paper: str) -> Offer | None:
    """Return the offer of a paper that was used last, else the first; None if there is none."""
    return next((one for one in found if one.paper == paper), found[0] if found else None)

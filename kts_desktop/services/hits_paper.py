"""Gathering of a list of hits: what a search finds, or records that were chosen."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from kts_desktop.core.errors import NotFoundError
from kts_desktop.services import office_head, search
from kts_desktop.services.paper_head import Head
from kts_desktop.services.paper_options import AT_LEAST, AT_MOST, CHOICES, Ask, PaperOptions
from kts_desktop.services.search import Hit
from kts_desktop.storage.sessions import Session

OFFICE = ""
KINDS = ("organisation", "person", "project", "advisory_case", "event")
SUBJECTS = frozenset({OFFICE, *KINDS})
COLUMNS = ("kind", "title", "aside", "day", "passage")
_BEGIN, _END = "\x02", "\x03"  # around what was found, in a passage
_HEAD_OF_TEXT = 90  # letters the search tells of a note without a title
_LOOKED_THROUGH = 500  # hits of a kind, at most


@dataclass(frozen=True, slots=True, kw_only=True)
class HitsOptions(PaperOptions):
    """What is searched for, in which kind of records, how many hits are printed, and which columns.

    ``text`` may hold what the search over everything takes, also ``kind:case``; columns stand in the order
    given, parted by commas.
    """

    text: str = ""
    kind: str = field(default="", metadata={CHOICES: ("", *search.ORDER)})
    most: int = field(default=25, metadata={AT_LEAST: 1, AT_MOST: 1_000})
    columns: str = ",".join(COLUMNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRow:
    """One hit; ``passage`` is plain text."""

    kind: str
    title: str
    aside: str = ""
    day: date | None = None
    passage: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HitList:
    """The list; ``found`` is how many hits there are in all, ``counts`` how many of each kind are printed."""

    head: Head
    query: str
    kind: str
    rows: tuple[HitRow, ...]
    found: int
    counts: tuple[tuple[str, int], ...]
    columns: tuple[str, ...]


def gather(session: Session, ask: Ask) -> HitList:
    """Return the hits of a search, or the records named; raises NotFoundError if one of those is gone."""
    options = ask.options
    assert isinstance(options, HitsOptions)
    head = office_head.head(session, language=options.language, now=ask.now, adviser=ask.adviser)
    if ask.kind == OFFICE:
        kinds = (options.kind,) if options.kind else search.ORDER
        hits = search.find(session, options.text, _LOOKED_THROUGH, kinds=kinds)
    else:
        hits = _chosen(session, ask)
    shown = hits[: options.most]
    counts = Counter(hit.kind for hit in shown)
    return HitList(
        head=head,
        query=options.text.strip() if ask.kind == OFFICE else "",
        kind=options.kind if ask.kind == OFFICE else ask.kind,
        rows=tuple(_row(hit) for hit in shown),
        found=len(hits),
        counts=tuple((kind, counts[kind]) for kind in search.ORDER if counts[kind]),
        columns=_columns(options.columns),
    )


def _chosen(session: Session, ask: Ask) -> list[Hit]:
    hits = {hit.id: hit for hit in search.described(session, ask.kind, ask.ids)}
    gone = [id_ for id_ in ask.ids if id_ not in hits]
    if gone:
        raise NotFoundError("gone", id=gone[0])
    return [hits[id_] for id_ in ask.ids]


def _row(hit: Hit) -> HitRow:
    passage = hit.passage.replace(_BEGIN, "").replace(_END, "")
    return HitRow(
        kind=hit.kind,
        title=_whole_words(hit.title),
        aside=hit.subtitle,
        day=hit.day,
        passage=" ".join(passage.split()),
    )


def _whole_words(title: str) -> str:
    """Return a title; that of a note without one is the head of its text, and ends with a whole word."""
    flat = " ".join(title.split())
    return flat if len(title) < _HEAD_OF_TEXT else f"{flat.rsplit(maxsplit=1)[0]} …"


def _columns(typed: str) -> tuple[str, ...]:
    """Return the columns named, each once; all of them where none is known, the title always."""
    wanted = tuple(dict.fromkeys(name.strip() for name in typed.split(",")))
    known = tuple(name for name in wanted if name in COLUMNS)
    if not known:
        return COLUMNS
    return known if "title" in known else ("title", *known)

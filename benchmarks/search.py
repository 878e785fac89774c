"""Search as one types, over the whole large office, against the raw full-text queries of the same kinds."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from statistics import median
from typing import Any

from sqlalchemy.orm import Session

from benchmarks.measuring import Figure, Limit, percentile, seconds
from benchmarks.office import TODAY, Ground, opened
from kts_desktop.core import folding
from kts_desktop.services import callers, search
from kts_desktop.storage import search as full_text
from kts_desktop.storage import terms
from kts_desktop.storage.connect import connect
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.search_schema import INDEXED
from kts_desktop.storage.store import Store

TYPED = (
    "beleuchtung",
    "förderung",
    "datenplattform",
    "kommune beschluss",
    "zuständigkeiten klären",
    "ahornthal",
    "lichtmoos",
    "sensorik hochwasser",
    "koeln",
    "2025-a-00012",
    "marktübersicht",
    "schnittstelle",
)
FEW = 5  # hits below which parts of words are looked for
FEWEST = 2  # letters before a search begins
P50, P99, P99_MS = 2.0, 1.5, 50.0
_PAGE = ("organisation", "person", "project", "advisory_case", "event", "measure", "note", "task")
_NAMES = _PAGE[:5]
_PASSAGES = frozenset({"note", "advisory_case", "event", "measure"})
_NEWEST = frozenset({"note", "task", "advisory_case"})
_RAW = {
    (kind, shows): (
        f"SELECT rowid{_passage} FROM {kind}_fts WHERE {kind}_fts MATCH ?{_order} LIMIT ?"  # noqa: S608
    )
    for kind in INDEXED
    for shows in (True, False)
    for _passage in (f", snippet({kind}_fts, -1, char(2), char(3), '…', 14)" if shows else "",)
    for _order in (" ORDER BY rowid DESC" if kind in _NEWEST else "",)
}
Query = Callable[[Session, str], Sequence[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A field one types into: what it asks, and which raw queries answer the same."""

    name: str
    ask: Query
    kinds: Sequence[str]
    most: int
    is_judged: bool = True
    shows_passages: bool = True

    def raw(self, kind: str) -> str:
        """Return the raw query of a kind; a field that shows no passages is measured without them."""
        return _RAW[kind, self.shows_passages and kind in _PASSAGES]


def _notes(session: Session, typed: str) -> Sequence[object]:
    return search.find(session, typed, 50, kinds=("note",))


def _everything(session: Session, typed: str) -> Sequence[object]:
    return search.find(session, typed, 50, kinds=_PAGE)


def _palette(session: Session, typed: str) -> Sequence[object]:
    return search.named(session, typed)


def _callers(session: Session, typed: str) -> Sequence[object]:
    return callers.callers(session, typed, today=TODAY)


BOXES = (
    Box(name="notes", ask=_notes, kinds=("note",), most=50),
    Box(name="everything", ask=_everything, kinds=_PAGE, most=50),
    Box(name="palette", ask=_palette, kinds=_NAMES, most=8, shows_passages=False),
    Box(name="caller", ask=_callers, kinds=("person", "organisation"), most=500, is_judged=False),
)


def measure(ground: Ground) -> Iterator[Figure]:
    """Yield the figures of each field: half of the letters, nearly all of them, and the time itself."""
    with opened(ground.encrypted()) as office, closing(_raw(office)) as raw:
        for box in BOXES:
            ours, rival = _times(office.store, raw, box, ground.rounds)
            yield from _figures(box, ours, rival)


def letters() -> list[str]:
    """Return what stands in the field after each key."""
    return [typed[:end] for typed in TYPED for end in range(FEWEST, len(typed) + 1) if typed[end - 1] != " "]


def _figures(box: Box, ours: Sequence[float], rival: Sequence[float]) -> Iterator[Figure]:
    for part, limit, name in ((0.5, P50, "p50"), (0.99, P99, "p99")):
        yield Figure(
            name=f"search, {box.name}, {name}",
            ours=percentile(ours, part),
            rival=percentile(rival, part),
            rival_name="raw full-text queries",
            limit=limit if box.is_judged else None,
            judged=Limit.RATIO if box.is_judged else Limit.NONE,
        )
    yield Figure(
        name=f"search, {box.name}, p99 in time",
        ours=percentile(ours, 0.99),
        limit=P99_MS,
        judged=Limit.TIME,
    )


def _times(store: Store, raw: Any, box: Box, rounds: int) -> tuple[list[float], list[float]]:
    """Return the median of each key's times, ours and the rival's, measured in turn.

    A round types all words through, after one that warms up, since each key builds on the one before.
    """
    keys = [
        (_Ours(store, box, typed), _Rival(raw, box, typed, _parts(store, box, typed))) for typed in letters()
    ]
    turns = [[(seconds(mine), seconds(theirs)) for mine, theirs in keys] for _ in range(rounds + 1)]
    ours, rival = zip(*(zip(*turn, strict=True) for turn in turns[1:]), strict=True)
    return _medians(ours), _medians(rival)


def _medians(turns: Sequence[Sequence[float]]) -> list[float]:
    return [median(times) for times in zip(*turns, strict=True)]


def _parts(store: Store, box: Box, typed: str) -> dict[str, str]:
    """Return the raw queries for a part of a word; that the words are looked for is not counted."""
    part = folding.fold(typed)
    if not box.is_judged or not part.isalpha() or len(part) < full_text.SHORTEST_INFIX:
        return {}
    with store.read() as session:
        found = {
            kind: terms.terms_with(session, kind, part, full_text.MOST_INFIX_TERMS) for kind in box.kinds
        }
    return {kind: " OR ".join(f'"{word}"' for word in words) for kind, words in found.items()}


@dataclass(frozen=True, slots=True)
class _Ours:
    store: Store
    box: Box
    typed: str

    def __call__(self) -> None:
        with self.store.read() as session:
            self.box.ask(session, self.typed)


@dataclass(frozen=True, slots=True)
class _Rival:
    connection: Any
    box: Box
    typed: str
    parts: Mapping[str, str]  # a kind, and the words of its index that hold what is typed

    def __call__(self) -> None:
        wanted = full_text.expression(self.typed)
        for kind in self.box.kinds:
            statement = self.box.raw(kind)
            found = self.connection.execute(statement, (wanted, self.box.most)).fetchall()
            if len(found) < FEW and self.parts.get(kind):
                self.connection.execute(statement, (self.parts[kind], self.box.most)).fetchall()


def _raw(office: Opened) -> Any:
    return connect(office.folder.database, office.key.database if office.key else None)

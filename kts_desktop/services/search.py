"""One box over everything: identifiers first, then names, then texts with the newest first."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import or_, select

from kts_desktop.models.case import AdvisoryCase
from kts_desktop.services.search_rows import STATEMENTS
from kts_desktop.storage import direct, search
from kts_desktop.storage.sessions import Session

ORDER = (
    "organisation",
    "person",
    "project",
    "advisory_case",
    "event",
    "measure",
    "note",
    "task",
    "document",
    "knowledge_item",
)
_KIND_WORDS = {
    "case": "advisory_case",
    "fall": "advisory_case",
    "person": "person",
    "body": "organisation",
    "stelle": "organisation",
    "project": "project",
    "projekt": "project",
    "event": "event",
    "veranstaltung": "event",
    "note": "note",
    "notiz": "note",
    "measure": "measure",
    "maßnahme": "measure",
    "task": "task",
    "aufgabe": "task",
}
_KIND_FIELD = re.compile(r"\b(?:kind|art):(\w+)", re.IGNORECASE)
_FEW = 5
_AFTER = "\uffff"  # sorts behind every text with the same beginning


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One answer; ``passage`` holds the found words between the characters 2 and 3."""

    kind: str
    id: int
    title: str
    subtitle: str
    passage: str = ""
    day: date | None = None


def find(session: Session, typed: str, limit: int = 50, *, kinds: Sequence[str] = ORDER) -> list[Hit]:
    """Return at most ``limit`` hits per kind, identifiers first; never raises for what was typed."""
    words, kinds = _narrowed(typed, kinds)
    if not words.strip():
        return []
    hits = _by_number(session, words) if "advisory_case" in kinds else []
    seen = {(hit.kind, hit.id) for hit in hits}
    for kind in kinds:
        found = _found(session, kind, words, limit)
        hits += [hit for hit in found if (hit.kind, hit.id) not in seen]
    return hits


def named(session: Session, typed: str, limit: int = 8) -> list[Hit]:
    """Return hits by name alone (bodies, people, projects, cases, events), for the palette."""
    return find(session, typed, limit, kinds=ORDER[:5])


def described(session: Session, kind: str, ids: Sequence[int]) -> list[Hit]:
    """Return records of a kind as hits, in an order of the kind's own; one that is gone is left out."""
    return _described(session, kind, ids, {})


def _narrowed(typed: str, kinds: Sequence[str]) -> tuple[str, Sequence[str]]:
    field = _KIND_FIELD.search(typed)
    kind = _KIND_WORDS.get(field[1].casefold()) if field else None
    if field is None or kind is None:
        return typed, kinds
    return typed.replace(field[0], " "), (kind,)


def _found(session: Session, kind: str, words: str, limit: int) -> list[Hit]:
    is_newest_first = kind in _NEWEST_FIRST
    passages: dict[int, str] = {}
    if kind in _WITH_PASSAGE:
        passages = search.passages_matching(session, kind, words, limit, newest_first=is_newest_first)
    ids = list(passages) or search.ids_matching(session, kind, words, limit, newest_first=is_newest_first)
    if len(ids) < _FEW:
        ids += [id_ for id_ in _infix_ids(session, kind, words, limit) if id_ not in ids]
    return _described(session, kind, ids, passages)


def _by_number(session: Session, words: str) -> list[Hit]:
    number = words.strip()
    if not any(letter.isdigit() for letter in number):
        return []
    begins = (AdvisoryCase.number.between(start, start + _AFTER) for start in {number, number.upper()})
    query = (
        select(AdvisoryCase.id)
        .where(or_(*begins), AdvisoryCase.deleted_at.is_(None))
        .order_by(AdvisoryCase.number)
        .limit(_FEW)
    )
    return _described(session, "advisory_case", list(session.scalars(query)), {})


def _infix_ids(session: Session, kind: str, words: str, limit: int) -> list[int]:
    """Return ids of texts that hold the one word typed inside a word ("plattform" in "Datenplattform")."""
    if len(words.split()) != 1:
        return []
    return search.ids_with_infix(session, kind, words, limit)


def _described(session: Session, kind: str, ids: Sequence[int], passages: Mapping[int, str]) -> list[Hit]:
    if not ids:
        return []
    places = ",".join(str(int(id_)) for id_ in ids)
    told = direct.named_rows_of(session, STATEMENTS[kind].format(ids=places))
    found = {row.id: row for row in told}
    order: Sequence[int] = ids if kind in _NEWEST_FIRST else sorted(found, key=lambda id_: _rank(found[id_]))
    return [
        Hit(
            kind=kind,
            id=id_,
            title=found[id_].title,
            subtitle=found[id_].subtitle or "",
            passage=passages.get(id_, ""),
            day=_day(found[id_].day),
        )
        for id_ in order
        if id_ in found
    ]


def _rank(row: Any) -> tuple[int, str]:
    """Order names by weight (inhabitants, or the day), then by the alphabet."""
    return -(row.weight or 0), row.title


def _day(stored: object) -> date | None:
    if isinstance(stored, int):
        return datetime.fromtimestamp(stored / 1000).astimezone().date()
    return date.fromisoformat(stored[:10]) if isinstance(stored, str) and stored else None


_NEWEST_FIRST = frozenset({"note", "task", "document", "knowledge_item", "advisory_case"})
_WITH_PASSAGE = frozenset({"note", "advisory_case", "event", "measure", "document", "knowledge_item"})

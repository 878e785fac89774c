"""One box over everything: identifiers first, then names, then texts with the newest first."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

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
_NUMBERED = (
    "SELECT number, id FROM advisory_case WHERE number BETWEEN ? AND ? AND deleted_at IS NULL "
    "ORDER BY number, id LIMIT ?"
)


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
    return _gathered(session, words, limit, kinds, frozenset(kinds) & _WITH_PASSAGE)


def named(session: Session, typed: str, limit: int = 8) -> list[Hit]:
    """Return hits by name alone (bodies, people, projects, cases, events), for the palette: no passages."""
    words, kinds = _narrowed(typed, ORDER[:5])
    return _gathered(session, words, limit, kinds, frozenset()) if words.strip() else []


def described(session: Session, kind: str, ids: Sequence[int]) -> list[Hit]:
    """Return records of a kind as hits, in an order of the kind's own; one that is gone is left out."""
    return _described(session, kind, ids, {})


def _narrowed(typed: str, kinds: Sequence[str]) -> tuple[str, Sequence[str]]:
    field = _KIND_FIELD.search(typed)
    kind = _KIND_WORDS.get(field[1].casefold()) if field else None
    if field is None or kind is None:
        return typed, kinds
    return typed.replace(field[0], " "), (kind,)


def _gathered(
    session: Session, words: str, limit: int, kinds: Sequence[str], with_passage: frozenset[str]
) -> list[Hit]:
    hits = _by_number(session, words) if "advisory_case" in kinds else []
    seen = {(hit.kind, hit.id) for hit in hits}
    for kind in kinds:
        found = _found(session, kind, words, limit, with_passage=kind in with_passage)
        hits += [hit for hit in found if (hit.kind, hit.id) not in seen]
    return hits


def _found(session: Session, kind: str, words: str, limit: int, *, with_passage: bool) -> list[Hit]:
    is_newest_first = kind in _NEWEST_FIRST
    passages: dict[int, str] = {}
    if with_passage:
        passages = search.passages_matching(session, kind, words, limit, newest_first=is_newest_first)
        ids = list(passages)
    else:
        ids = search.ids_matching(session, kind, words, limit, newest_first=is_newest_first)
    if len(ids) < _FEW:
        ids += [id_ for id_ in _infix_ids(session, kind, words, limit) if id_ not in ids]
    return _described(session, kind, ids, passages)


def _by_number(session: Session, words: str) -> list[Hit]:
    number = words.strip()
    if not any(letter.isdigit() for letter in number):
        return []
    begun = {
        (told, id_)
        for start in (number, number.upper())
        for told, id_ in direct.rows_of(session, _NUMBERED, (start, start + _AFTER, _FEW))
    }
    return _described(session, "advisory_case", [id_ for _, id_ in sorted(begun)[:_FEW]], {})


def _infix_ids(session: Session, kind: str, words: str, limit: int) -> list[int]:
    """Return ids of texts that hold the one word typed inside a word ("plattform" in "Datenplattform")."""
    if len(words.split()) != 1:
        return []
    return search.ids_with_infix(session, kind, words, limit)


def _described(session: Session, kind: str, ids: Sequence[int], passages: Mapping[int, str]) -> list[Hit]:
    if not ids:
        return []
    rows = direct.rows_of(session, STATEMENTS[kind], (json.dumps(list(ids)),))
    if kind in _NEWEST_FIRST:
        found = {row[0]: row for row in rows}
        rows = [found[id_] for id_ in ids if id_ in found]
    else:
        rows.sort(key=_rank)
    return [
        Hit(
            kind=kind,
            id=id_,
            title=title,
            subtitle=subtitle or "",
            passage=passages.get(id_, ""),
            day=None if day is None else _day(day),
        )
        for id_, title, day, _, subtitle in rows
    ]


def _rank(row: tuple[Any, ...]) -> tuple[int, str]:
    """Order names by weight (inhabitants, or the day), then by the alphabet."""
    _, title, _, weight, _ = row
    return -(weight or 0), title


def _day(stored: object) -> date | None:
    if isinstance(stored, int):
        return datetime.fromtimestamp(stored / 1000).astimezone().date()
    return date.fromisoformat(stored[:10]) if isinstance(stored, str) and stored else None


_NEWEST_FIRST = frozenset({"note", "task", "document", "knowledge_item", "advisory_case"})
_WITH_PASSAGE = frozenset({"note", "advisory_case", "event", "measure", "document", "knowledge_item"})

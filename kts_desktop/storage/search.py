"""Full-text queries; the only place that writes MATCH.

Grammar: words must all match, each as the beginning of a word; ``"a phrase"``, ``=word`` exactly,
``-word`` not, ``a | b`` either. Every word is quoted, so nothing a user types can break the query.
"""

import re
from functools import lru_cache

from sqlalchemy import Select, TableClause, TextClause, column, literal_column, select, table, text

from kts_desktop.core import folding
from kts_desktop.storage import direct, search_schema, terms
from kts_desktop.storage.sessions import Session

KINDS = tuple(search_schema.INDEXED)
_TERM = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<exact>=?)(?P<word>[^\s"|]+))|(?P<either>\|)')
_BEGUN = re.compile(r'"."\*')  # a word of which one letter is typed: it tells little and costs most
_HAS_LETTERS = re.compile(r"\w")
_NOTHING = '"\x01"'  # a word no text holds
MOST_INFIX_TERMS = 150
SHORTEST_INFIX = 3


@lru_cache(maxsize=64)  # asked once a kind
def expression(typed: str) -> str:
    """Return the MATCH expression for what was typed; empty when it holds no word."""
    groups: list[list[str]] = []
    refused: list[str] = []
    joined = False
    for term in _TERM.finditer(typed):
        if term["either"]:
            joined = True
            continue
        quoted = _quoted(term)
        if not quoted:
            continue
        if term["minus"]:
            refused.append(quoted)
        elif joined and groups:
            groups[-1].append(quoted)
        else:
            groups.append([quoted])
        joined = False
    telling = [group for group in groups if not all(map(_BEGUN.fullmatch, group))]
    wanted = " AND ".join(f"({' OR '.join(group)})" for group in telling or groups)
    if not wanted:
        return ""
    return f"({wanted})" + "".join(f" NOT {word}" for word in refused)


def matching(kind: str, typed: str) -> "Select[int]":
    """Return the subquery of the ids of a kind whose text matches; nothing matches an empty text."""
    return matching_expression(kind, expression(typed))


def matching_expression(kind: str, wanted: str) -> "Select[int]":
    """Return the subquery of the ids of a kind for a MATCH expression that was made already."""
    fts = _fts(kind)
    return select(literal_column("rowid").label("id")).select_from(fts).where(_match(kind, wanted))


def ids_matching(
    session: Session, kind: str, typed: str, limit: int, *, newest_first: bool = False
) -> list[int]:
    """Return at most ``limit`` ids of a kind whose text matches."""
    wanted = expression(typed)
    if not wanted:
        return []
    order = " ORDER BY rowid DESC" if newest_first else ""
    statement = f"SELECT rowid FROM {kind}_fts WHERE {kind}_fts MATCH ?{order} LIMIT ?"
    return [id_ for (id_,) in direct.rows_of(session, statement, (wanted, limit))]


def all_matching(session: Session, kind: str, typed: str) -> list[int]:
    """Return the ids of a kind whose text matches, in no order."""
    wanted = expression(typed)
    statement = f"SELECT rowid AS id FROM {kind}_fts WHERE {kind}_fts MATCH ?"
    return direct.ids_of(session, statement, (wanted,)) if wanted else []


def passages_matching(
    session: Session, kind: str, typed: str, limit: int, *, newest_first: bool = False, words: int = 14
) -> dict[int, str]:
    """Return at most ``limit`` ids as ``ids_matching`` does, each with the passage that matches.

    The passage is in its own spelling, with the characters 2 and 3 around the words found.
    """
    wanted = expression(typed)
    if not wanted:
        return {}
    order = " ORDER BY rowid DESC" if newest_first else ""
    statement = (
        f"SELECT rowid, snippet({kind}_fts, -1, char(2), char(3), '…', {words:d}) FROM {kind}_fts "
        f"WHERE {kind}_fts MATCH ?{order} LIMIT ?"
    )
    return dict(direct.rows_of(session, statement, (wanted, limit)))


def ids_with_infix(session: Session, kind: str, typed: str, limit: int) -> list[int]:
    """Return ids of texts with a word that holds ``typed`` anywhere, the newest first.

    The words come from the index itself (at most 150 of them); parts below three letters are in every word
    and find nothing.
    """
    part = _part(typed)
    if len(part) < SHORTEST_INFIX or not part.isalnum():  # a sign divides words
        return []
    found = terms.terms_with(session, kind, part, MOST_INFIX_TERMS)
    wanted = " OR ".join(f'"{term}"' for term in found)
    if not wanted:
        return []
    statement = f"SELECT rowid FROM {kind}_fts WHERE {kind}_fts MATCH ? ORDER BY rowid DESC LIMIT ?"
    return [id_ for (id_,) in direct.rows_of(session, statement, (wanted, limit))]


@lru_cache(maxsize=64)  # asked once a kind
def _part(typed: str) -> str:
    return folding.fold(typed).strip('*="- ')


def _quoted(term: "re.Match[str]") -> str:
    words = term["phrase"] if term["phrase"] is not None else term["word"]
    folded = folding.index_fold(words).replace('"', '""').replace("\0", "")
    if not _HAS_LETTERS.search(folded):
        return ""
    begins = term["phrase"] is None and not term["exact"]
    return f'"{folded}"{"*" if begins else ""}'


def _fts(kind: str) -> TableClause:
    return table(f"{kind}_fts", column("rowid"))


def _match(kind: str, wanted: str) -> TextClause:
    return text(f"{kind}_fts MATCH :{kind}_match").bindparams(**{f"{kind}_match": wanted or _NOTHING})

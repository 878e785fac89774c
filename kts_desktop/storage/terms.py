"""The words of each large index, kept as one text: to read them from the index takes half a second.

Renewed when the program has nothing else to do; a word typed since is found from the next time on.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from sqlalchemy import Connection

from kts_desktop.models.base import UtcMs
from kts_desktop.storage import direct, search_schema
from kts_desktop.storage.sessions import Session

FEW = 2_000  # records up to which the words are read from the index itself
_WORDS = "words of the indexes"  # what is remembered with a connection: a kind, and its words
_KEPT = "SELECT terms FROM term_cache WHERE kind=?"
_READ = "SELECT term FROM {kind}_terms"
_RENEW = (
    "INSERT INTO term_cache(kind, terms, at) SELECT ?, coalesce(group_concat(term, char(10)), ''), ? "
    "FROM {kind}_terms WHERE true ON CONFLICT(kind) DO UPDATE SET terms=excluded.terms, at=excluded.at"
)


class _Words(NamedTuple):
    """The words of an index as they were in one state of the file, and those found last."""

    state: tuple[int, int]
    text: str  # a line each
    part: str = ""
    found: tuple[str, ...] = ()  # all that hold ``part``, if there is one


def terms_with(session: Session, kind: str, part: str, most: int) -> list[str]:
    """Return at most ``most`` words of an index that hold ``part``, but do not begin with it.

    As one types on, only those are looked through that held what was typed before.
    """
    words = _words(session, kind)
    if words.part and words.part in part:
        return [word for word in words.found if word.find(part, 1) > 0]
    found = list(islice(_lines_with(words.text, part), most))
    if len(found) < most:  # else there may be more, which a longer part would hold as well
        direct.memory_of(session)[_WORDS][kind] = words._replace(part=part, found=tuple(found))
    return found


def renew(connection: Connection, now: datetime) -> None:
    """Merge the indexes and keep the words of the large ones anew; the caller owns the transaction."""
    moment = UtcMs().process_bind_param(now, connection.dialect)
    for kind in search_schema.INDEXED:
        connection.exec_driver_sql(search_schema.merge_statement(kind))
        last = connection.exec_driver_sql(f"SELECT coalesce(max(id), 0) FROM {kind}").scalar_one()
        if last > FEW:
            connection.exec_driver_sql(_RENEW.format(kind=kind), (kind, moment))


def _words(session: Session, kind: str) -> _Words:
    """Return the words of an index; read anew only once the file has changed."""
    read: dict[str, _Words] = direct.memory_of(session).setdefault(_WORDS, {})
    state = direct.state_of(session)
    known = read.get(kind)
    if known is None or known.state != state:
        kept = direct.rows_of(session, _KEPT, (kind,))
        words = kept or [["\n".join(word for (word,) in direct.rows_of(session, _READ.format(kind=kind)))]]
        known = read[kind] = _Words(state, words[0][0])
    return known


def _lines_with(text: str, part: str) -> Iterator[str]:
    """Yield the lines that hold a part behind their first letter."""
    end = -1
    while (place := text.find(part, end + 1)) >= 0:
        start = text.rfind("\n", 0, place) + 1
        end = text.find("\n", place)
        end = len(text) if end < 0 else end
        if text.find(part, start + 1, end) >= 0:
            yield text[start:end]

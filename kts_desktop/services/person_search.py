"""Finding people by what one knows of them: names, body, digits of a phone, mail; every word must match."""

import json
import re
from collections.abc import Collection, Iterable
from datetime import date

from kts_desktop.services import phones
from kts_desktop.storage import direct, search
from kts_desktop.storage.sessions import Session

_PHONE = re.compile(r"^[\d\s+/().\-–]+$")
_FEWEST_DIGITS = 3
_FEWEST_LETTERS = 3
_AFTER = "\uffff"  # sorts behind every text with the same beginning
_HOLDING = (
    "SELECT person_id AS id FROM affiliation WHERE {column} IN (SELECT value FROM json_each(?)) "
    "AND deleted_at IS NULL AND (valid_to IS NULL OR valid_to>=?)"
)
_OWNERS = ",".join(
    f"json_group_array({owner}) FILTER (WHERE {owner} IS NOT NULL)"
    for owner in ("person_id", "affiliation_id", "organisation_id")
)
_REACHED = f"SELECT {_OWNERS} FROM contact_point WHERE deleted_at IS NULL AND ({{ranges}})"  # noqa: S608 - constants
_MERGED = (  # > 0 instead of NOT NULL: the planner would read every person
    "SELECT id, merged_into_id FROM person WHERE merged_into_id > 0 AND deleted_at IS NULL"
)


def matching(session: Session, typed: str, on: date) -> set[int]:
    """Return the ids of all people every word fits, by name, by present body, phone or mail.

    A merged record answers with the kept one; hidden people are not sorted out here.
    """
    found = _common(_people_of_word(session, word, on) for word in words(typed))
    return _kept(session, found)


def bodies_matching(session: Session, typed: str) -> set[int]:
    """Return the ids of all bodies every word fits, by name, phone or mail."""
    return _common(_bodies_of_word(session, word) for word in words(typed))


def words(typed: str) -> list[str]:
    """Return the words of a query; what consists of digits and signs of a phone number is one word."""
    bare = typed.strip()
    if _PHONE.match(bare) and _digits(bare) >= _FEWEST_DIGITS:
        return [bare]
    return [word for word in bare.split() if any(letter.isalnum() for letter in word)]


def _people_of_word(session: Session, word: str, on: date) -> set[int]:
    found = set(search.all_matching(session, "person", word))
    bodies = search.all_matching(session, "organisation", word)
    of_people, of_posts, of_bodies = _reached_by(session, word)
    found.update(of_people)
    found.update(_holding(session, "organisation_id", [*bodies, *of_bodies], on))
    found.update(_holding(session, "id", of_posts, on))
    return found


def _holding(session: Session, column: str, ids: list[int], on: date) -> list[int]:
    """Return who holds one of these posts, or a post at one of these bodies; some come twice."""
    if not ids:
        return []
    return direct.ids_of(session, _HOLDING.format(column=column), (json.dumps(ids), on.isoformat()))


def _bodies_of_word(session: Session, word: str) -> set[int]:
    _, _, of_bodies = _reached_by(session, word)
    return {*search.all_matching(session, "organisation", word), *of_bodies}


def _reached_by(session: Session, word: str) -> list[list[int]]:
    """Return the people, posts and bodies with a number or an address that begins as typed."""
    beginnings = _beginnings(word)
    if not beginnings:
        return [[], [], []]
    bounds = [bound for begin in beginnings for bound in (begin, begin + _AFTER)]
    ranges = " OR ".join(["normal BETWEEN ? AND ?"] * len(beginnings))
    (told,) = direct.rows_of(session, _REACHED.format(ranges=ranges), bounds)
    return [json.loads(ids) for ids in told]


def _beginnings(word: str) -> Collection[str]:
    """Return how a number or an address may begin in the form kept; nothing for too little."""
    if _PHONE.match(word):
        return phones.prefixes(word) if _digits(word) >= _FEWEST_DIGITS else ()
    return (word.lower(),) if len(word) >= _FEWEST_LETTERS else ()


def _kept(session: Session, found: set[int]) -> set[int]:
    """Exchange merged records for those that stand for them."""
    for id_, target in direct.rows_of(session, _MERGED):
        if id_ in found:
            found.discard(id_)
            found.add(target)
    return found


def _common(sets: Iterable[set[int]]) -> set[int]:
    every = list(sets)
    return set.intersection(*every) if every else set()


def _digits(word: str) -> int:
    return sum(letter.isdigit() for letter in word)

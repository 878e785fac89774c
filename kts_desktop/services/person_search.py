"""Finding people by what one knows of them: names, body, digits of a phone, mail; every word must match."""

import re
from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, or_, select

from kts_desktop.models.person import Affiliation, ContactPoint, Person
from kts_desktop.services import phones, posts
from kts_desktop.storage import search
from kts_desktop.storage.sessions import Session

_PHONE = re.compile(r"^[\d\s+/().\-–]+$")
_FEWEST_DIGITS = 3
_FEWEST_LETTERS = 3
_AFTER = "\uffff"  # sorts behind every text with the same beginning


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
    at_body = (
        select(Affiliation.person_id).where(posts.is_present(on), Affiliation.deleted_at.is_(None)).distinct()
    )
    found = set(session.scalars(search.matching("person", word)))
    found.update(
        session.scalars(at_body.where(Affiliation.organisation_id.in_(search.matching("organisation", word))))
    )
    reached = _reached_by(word)
    if reached is None:
        return found
    point = select(ContactPoint.person_id, ContactPoint.affiliation_id, ContactPoint.organisation_id)
    rows = session.execute(point.where(reached, ContactPoint.deleted_at.is_(None))).all()
    found.update(person for person, _, _ in rows if person is not None)
    held = [post for _, post, _ in rows if post is not None]
    bodies = [body for _, _, body in rows if body is not None]
    for part in _parts(held):
        found.update(session.scalars(at_body.where(Affiliation.id.in_(part))))
    for part in _parts(bodies):
        found.update(session.scalars(at_body.where(Affiliation.organisation_id.in_(part))))
    return found


def _bodies_of_word(session: Session, word: str) -> set[int]:
    found = set(session.scalars(search.matching("organisation", word)))
    reached = _reached_by(word)
    if reached is not None:
        own = select(ContactPoint.organisation_id).where(
            reached, ContactPoint.organisation_id.is_not(None), ContactPoint.deleted_at.is_(None)
        )
        found.update(body for body in session.scalars(own) if body is not None)
    return found


def _reached_by(word: str) -> ColumnElement[bool] | None:
    """Return the condition for a number or an address that begins as typed; None for too little."""
    if _PHONE.match(word):
        if _digits(word) < _FEWEST_DIGITS:
            return None
        return or_(*(_begins(prefix) for prefix in phones.prefixes(word)))
    return _begins(word.lower()) if len(word) >= _FEWEST_LETTERS else None


def _begins(prefix: str) -> ColumnElement[bool]:
    return ContactPoint.normal.between(prefix, prefix + _AFTER)


def _kept(session: Session, found: set[int]) -> set[int]:
    """Exchange merged records for those that stand for them."""
    merged = session.execute(
        select(Person.id, Person.merged_into_id).where(
            Person.merged_into_id.is_not(None), Person.deleted_at.is_(None)
        )
    )
    for id_, target in merged:
        if id_ in found and target is not None:
            found.discard(id_)
            found.add(target)
    return found


def _common(sets: Iterable[set[int]]) -> set[int]:
    every = list(sets)
    return set.intersection(*every) if every else set()


def _parts(ids: list[int], size: int = 500) -> Iterable[list[int]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


def _digits(word: str) -> int:
    return sum(letter.isdigit() for letter in word)

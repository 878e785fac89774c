"""Who is calling: the look-up behind the quick entry of a call and the palette."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select, text

from kts_desktop.core import folding
from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Person
from kts_desktop.services import person_lists, person_search, vocabulary
from kts_desktop.services.person_lists import PersonRow
from kts_desktop.storage.direct import ids_of
from kts_desktop.storage.sessions import Session

_JUDGED = 40  # more hits than these are not told apart
_MOST_BODIES = 500
_AFTER = "\uffff"  # sorts behind every text with the same beginning
_BEGUN = """
SELECT id FROM person WHERE sort_key >= ? AND sort_key < ? AND deleted_at IS NULL ORDER BY sort_key
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who may be meant: a person at a body, or a body alone (``person_id`` is None)."""

    person_id: int | None
    organisation_id: int | None
    name: str
    function: str
    body: str
    district: str
    state: str  # its name
    phone: str
    mail: str


def callers(
    session: Session, typed: str, limit: int = 8, *, language: str = "de", today: date | None = None
) -> list[Caller]:
    """Return who is meant by names, body ("kref schm"), digits of a phone or mail: people first, then bodies.

    Whoever's family name begins as typed comes first; restricted people and those in the bin never come.
    """
    typed = typed.strip()
    if not typed:
        return []
    on = today or local_date(utc_now())
    states = vocabulary.labels(session, "state", language)
    likely = _likeliest(session, typed, on)
    rows = person_lists.rows(session, likely, today=on)
    people = sorted((rows[id_] for id_ in likely), key=_stands_behind)
    hits = [_person(row, states) for row in people[:limit]]
    return [*hits, *_bodies(session, typed, limit - len(hits), states)]


def _stands_behind(row: PersonRow) -> bool:
    return row.has_left


def _likeliest(session: Session, typed: str, on: date) -> list[int]:
    """Return people that may be shown: first whose family name begins as typed, each part by name."""
    found = person_search.matching(session, typed, on)
    first: list[int] = []
    for word in person_search.words(typed):
        begin = folding.name_fold(word)
        begun = ids_of(session, _BEGUN, (begin, begin + _AFTER))
        first.extend(id_ for id_ in begun if id_ in found)
    others = sorted(found.difference(first))
    likely = list(dict.fromkeys([*first[:_JUDGED], *others[:_JUDGED]]))
    named = session.execute(
        select(Person.id, Person.family_name, Person.given_name).where(
            Person.id.in_(likely),
            Person.deleted_at.is_(None),
            Person.restricted_at.is_(None),
            text("+person.merged_into_id IS NULL"),
        )
    )
    begins = set(first)
    ranked = sorted(named, key=_Rank(begins))
    return [row.id for row in ranked]


@dataclass(frozen=True, slots=True)
class _Rank:
    begins: set[int]

    def __call__(self, row: Any) -> tuple[bool, str]:
        """Order by: the family name begins as typed, the alphabet."""
        return row.id not in self.begins, folding.name_fold(f"{row.family_name} {row.given_name}")


def _bodies(session: Session, typed: str, limit: int, states: dict[str, str]) -> Iterator[Caller]:
    if limit <= 0:
        return
    found = sorted(person_search.bodies_matching(session, typed))[:_MOST_BODIES]
    query = (
        select(Organisation.id, Organisation.name, Organisation.district, Organisation.state)
        .where(Organisation.id.in_(found), Organisation.deleted_at.is_(None))
        .order_by(Organisation.population.desc(), Organisation.sort_key)
        .limit(limit)
    )
    for id_, name, district, state in session.execute(query):
        yield Caller(
            person_id=None,
            organisation_id=id_,
            name=name,
            function="",
            body=name,
            district=district,
            state=states.get(state, ""),
            phone="",
            mail="",
        )


def _person(row: PersonRow, states: dict[str, str]) -> Caller:
    return Caller(
        person_id=row.id,
        organisation_id=row.organisation_id,
        name=row.name,
        function=row.function,
        body=row.body,
        district=row.district,
        state=states.get(row.state, ""),
        phone=row.phone,
        mail=row.mail,
    )

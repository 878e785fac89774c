"""Who is calling: the look-up behind the quick entry of a call and the palette."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kts_desktop.core import folding
from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Person
from kts_desktop.services import person_lists, person_search, vocabulary
from kts_desktop.services.person_lists import PersonRow

_JUDGED = 200  # more hits than these are too many to rank one by one
_FEW = 1_000  # so many ids may stand in a statement


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
    found = _visible(session, person_search.matching(session, typed, on))
    rows = person_lists.rows(session, found[:_JUDGED], today=on)
    people = sorted(rows.values(), key=_Rank(person_search.words(typed)))
    hits = [_person(row, states) for row in people[:limit]]
    return [*hits, *_bodies(session, typed, limit - len(hits), states)]


@dataclass(frozen=True, slots=True)
class _Rank:
    words: Sequence[str]

    def __call__(self, row: PersonRow) -> tuple[bool, bool, str]:
        """Order by: the family name begins as typed, still in office, the alphabet."""
        family = folding.fold(row.listed.partition(",")[0])
        begins = any(family.startswith(folding.fold(word)) for word in self.words)
        return not begins, row.has_left, folding.name_fold(row.listed)


def _visible(session: Session, found: set[int]) -> list[int]:
    """Return the people that may be shown, in the order of their names."""
    visible = (
        select(Person.id)
        .where(Person.deleted_at.is_(None), Person.restricted_at.is_(None), Person.merged_into_id.is_(None))
        .order_by(Person.sort_key, Person.id)
    )
    if len(found) <= _FEW:
        return list(session.scalars(visible.where(Person.id.in_(found))))
    return list(_first(session.scalars(visible), found, _JUDGED))


def _first(ordered: Iterator[int], wanted: set[int], limit: int) -> Iterator[int]:
    taken = 0
    for id_ in ordered:
        if id_ in wanted:
            yield id_
            taken += 1
            if taken == limit:
                return


def _bodies(session: Session, typed: str, limit: int, states: dict[str, str]) -> Iterator[Caller]:
    if limit <= 0:
        return
    found = sorted(person_search.bodies_matching(session, typed))[:_JUDGED]
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

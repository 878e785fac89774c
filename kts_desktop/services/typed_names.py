"""Names as people type them: taken apart, put together, and compared with the directory."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kts_desktop.core import folding
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Affiliation, Person

_TITLES = ("dr.", "prof.", "dr.-ing.", "dipl.-ing.", "mag.", "herr", "frau", "ms", "mr")
_PREFIXES = ("von", "zu", "zur", "zum", "van", "de", "del", "da", "dos", "der", "den", "vom")
_ALIKE = 0.82  # share of letters in common from which two names may be one
_STEM = 3  # first letters of the surname that must agree
_MOST = 400  # candidates looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """A name taken apart; a particle such as "von der" does not count in sorting."""

    given: str
    family: str
    particle: str = ""

    @property
    def sorted_family(self) -> str:
        """Return the family name as a sorted list shows it: "Auenwiese, von der"."""
        return f"{self.family}, {self.particle}" if self.particle else self.family


@dataclass(frozen=True, slots=True, kw_only=True)
class Namesake:
    """A person of the directory who may be the one typed; ``likeness`` goes from 0 to 1."""

    person_id: int
    name: str
    organisation_id: int | None
    body: str
    likeness: float


def split_name(typed: str) -> NameParts:
    """Return the parts of "Dr. Anna von der Aue" or "Aue, Anna"."""
    before, comma, after = typed.partition(",")
    if comma:
        swapped = split_name(f"{after} {before}")
        return NameParts(given=after.strip(), family=swapped.family, particle=swapped.particle)
    words = [word for word in typed.split() if word.casefold() not in _TITLES]
    if not words:
        return NameParts(given="", family="")
    particles = [word for word in words[:-1] if word in _PREFIXES]
    given = [word for word in words[:-1] if word not in particles]
    return NameParts(given=" ".join(given), family=words[-1], particle=" ".join(particles))


def full_name(degree: str, given: str, prefix: str, family: str) -> str:
    """Return "Dr. Anna von der Aue"."""
    return " ".join(part for part in (degree, given, prefix, family) if part)


def namesakes(session: Session, typed: str, limit: int = 5) -> list[Namesake]:
    """Return people of the directory whose name is like the one typed, the most alike first.

    Spellings such as Meier and Meyer or Müller and Mueller count as alike; restricted people are left out.
    """
    parts = split_name(typed)
    if not parts.family or not parts.given:
        return []
    wanted = folding.fold(f"{parts.given} {parts.family}")
    found = [one for one in _candidates(session, parts, wanted) if one.likeness >= _ALIKE]
    found.sort(key=_most_alike)
    return found[:limit]


def _candidates(session: Session, parts: NameParts, wanted: str) -> Iterator[Namesake]:
    stem = folding.name_fold(parts.family)[:_STEM]
    body = (
        select(Affiliation.organisation_id)
        .where(
            Affiliation.person_id == Person.id,
            Affiliation.valid_to.is_(None),
            Affiliation.deleted_at.is_(None),
        )
        .order_by(Affiliation.is_primary.desc(), Affiliation.id)
        .limit(1)
        .scalar_subquery()
    )
    rows = session.execute(
        select(
            Person.id,
            Person.degree,
            Person.given_name,
            Person.name_prefix,
            Person.family_name,
            Organisation.id.label("organisation_id"),
            func.coalesce(Organisation.name, "").label("body"),
        )
        .outerjoin(Organisation, Organisation.id == body)
        .where(
            Person.sort_key >= stem,
            Person.sort_key < stem + "\uffff",
            Person.deleted_at.is_(None),
            Person.restricted_at.is_(None),
            Person.merged_into_id.is_(None),
        )
        .limit(_MOST)
    )
    for row in rows:
        known = folding.fold(f"{row.given_name} {row.family_name}")
        yield Namesake(
            person_id=row.id,
            name=full_name(row.degree, row.given_name, row.name_prefix, row.family_name),
            organisation_id=row.organisation_id,
            body=row.body,
            likeness=SequenceMatcher(None, known, wanted, autojunk=False).ratio(),
        )


def _most_alike(one: Namesake) -> tuple[float, str]:
    return -one.likeness, one.name

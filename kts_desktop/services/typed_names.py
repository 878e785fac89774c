"""Names as people type them: taken apart, put together, and compared with the directory."""

from dataclasses import dataclass
from datetime import date

from kts_desktop.services import duplicates, person_lists
from kts_desktop.services.person_lists import PersonRow
from kts_desktop.services.persons import PersonDraft
from kts_desktop.storage.sessions import Session

_DEGREES = ("dr.", "prof.", "dr.-ing.", "dipl.-ing.", "mag.")
_TITLES = (*_DEGREES, "herr", "frau", "ms", "mr")
_PREFIXES = ("von", "zu", "zur", "zum", "van", "de", "del", "da", "dos", "der", "den", "vom")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """A name taken apart; a particle such as "von der" does not count in sorting."""

    given: str
    family: str
    particle: str = ""
    degree: str = ""

    @property
    def sorted_family(self) -> str:
        """Return the family name as a sorted list shows it: "Auenwiese, von der"."""
        return f"{self.family}, {self.particle}" if self.particle else self.family


@dataclass(frozen=True, slots=True, kw_only=True)
class Namesake:
    """A person of the directory who may be the one typed."""

    person_id: int
    name: str
    body: str


def split_name(typed: str) -> NameParts:
    """Return the parts of "Dr. Anna von der Aue" or "Aue, Anna"."""
    before, comma, after = typed.partition(",")
    if comma:
        swapped = split_name(f"{after} {before}")
        bare = " ".join(word for word in after.split() if word.casefold() not in _TITLES)
        return NameParts(given=bare, family=swapped.family, particle=swapped.particle, degree=swapped.degree)
    words = [word for word in typed.split() if word.casefold() not in _TITLES]
    degree = " ".join(word for word in typed.split() if word.casefold() in _DEGREES)
    if not words:
        return NameParts(given="", family="")
    particles = [word for word in words[:-1] if word in _PREFIXES]
    given = [word for word in words[:-1] if word not in particles]
    return NameParts(given=" ".join(given), family=words[-1], particle=" ".join(particles), degree=degree)


def full_name(degree: str, given: str, prefix: str, family: str) -> str:
    """Return "Dr. Anna von der Aue"."""
    return " ".join(part for part in (degree, given, prefix, family) if part)


def namesakes(session: Session, typed: str, *, today: date, limit: int = 5) -> list[Namesake]:
    """Return people of the directory who may be the one typed, the likeliest first.

    It is the check every path takes that makes a person; people whose processing is restricted are left out.
    """
    parts = split_name(typed)
    if not parts.family or not parts.given:
        return []
    draft = PersonDraft(family_name=parts.family, given_name=parts.given, name_prefix=parts.particle)
    found = [one.person_id for one in duplicates.candidates(session, draft, limit=limit)]
    known = person_lists.rows(session, found, today=today)
    return [_namesake(known[id_]) for id_ in found if id_ in known and not known[id_].is_restricted]


def _namesake(row: PersonRow) -> Namesake:
    return Namesake(person_id=row.id, name=row.name, body=row.body)

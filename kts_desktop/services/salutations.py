"""How people are named, greeted and addressed, in German and English.

The rules are those of the federal protocol guide: the office stands in the salutation without the name of
the body, the first line of an address is in the accusative and never begins with "An".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

MS, MR, NEUTRAL = "ms", "mr", "neutral"
ENGLISH = "en"
_DOCTOR = re.compile(r"\bDr\b", re.IGNORECASE)
_PROFESSOR = re.compile(r"\b(?:Prof|Professor(?:in)?)\b", re.IGNORECASE)
_TITLES_BEFORE_NAMES = frozenset(  # English offices that are said with the name: "Dear Mayor Cielolindo"
    {"mayor", "lord mayor", "deputy mayor", "minister", "governor", "councillor", "senator", "ambassador"}
)
# masculine offices that take -n or -en in the accusative, by their last word in lower case
_WEAK = (
    ("beigeordneter", "beigeordneten"),
    ("abgeordneter", "abgeordneten"),
    ("vorsitzender", "vorsitzenden"),
    ("beauftragter", "beauftragten"),
    ("präsident", "präsidenten"),
    ("dezernent", "dezernenten"),
    ("referent", "referenten"),
    ("adjutant", "adjutanten"),
    ("kommandant", "kommandanten"),
    ("intendant", "intendanten"),
    ("bevollmächtigter", "bevollmächtigten"),
)
_ADJECTIVE = re.compile(r"^(\w+?)er(?=\s)")  # Erster Bürgermeister -> Ersten Bürgermeister


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """All that a person is called by; ``letter_salutation`` overrides the computed one."""

    family_name: str = ""
    given_name: str = ""
    salutation: str = NEUTRAL
    degree: str = ""
    name_prefix: str = ""
    name_suffix: str = ""
    office_title: str = ""
    letter_salutation: str = ""
    language: str = "de"

    @property
    def surname(self) -> str:
        """Return the family name with what stands before it: von der Auenwiese."""
        return _joined(self.name_prefix, self.family_name)

    @property
    def full(self) -> str:
        """Return the name as it is read: Dr. Mira von der Auenwiese."""
        return _joined(self.degree, self.given_name, self.surname, self.name_suffix)

    @property
    def listed(self) -> str:
        """Return the name as it is sorted: Auenwiese, Dr. Mira von der."""
        behind = _joined(self.degree, self.given_name, self.name_prefix)
        return f"{self.family_name}, {behind}" if behind else self.family_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a letter goes, beside the person: body, unit, street, town, country (empty at home)."""

    body: str = ""
    unit: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""


def letter_salutation(name: Name) -> str:
    """Return how a letter to the person begins, without the comma: as entered, else as computed."""
    return name.letter_salutation.strip() or computed_salutation(name)


def computed_salutation(name: Name) -> str:
    """Return how a letter to the person begins by the rules, whatever was entered."""
    if name.language == ENGLISH:
        return _english(name)
    if name.salutation not in (MS, MR):
        full = _joined(_spoken_degree(name), name.given_name, name.surname)
        return f"Guten Tag {full}" if full else "Sehr geehrte Damen und Herren"
    begin = "Sehr geehrte Frau" if name.salutation == MS else "Sehr geehrter Herr"
    if name.office_title.strip():
        return f"{begin} {name.office_title.strip()}"
    if _PROFESSOR.search(name.degree):
        return _joined(begin, "Professorin" if name.salutation == MS else "Professor", name.surname)
    return _joined(begin, _spoken_degree(name), name.surname)


def address_lines(name: Name, address: Address, country: str = "") -> tuple[str, ...]:
    """Return the lines of a postal address; ``country`` is its name when the letter goes abroad.

    At most six, as a window envelope shows; the unit gives way first. Abroad town and country stand in
    capitals, the country last.
    """
    town = _joined(address.postcode, address.city)
    person = _person_lines(name)
    unit = [address.unit] if address.unit and address.unit != address.body else []
    tail = [address.street, town.upper() if country else town, country.upper()]
    lines = _filled([*person, address.body, *unit, *tail])
    most = 6
    if len(lines) > most and unit:
        lines = _filled([*person, address.body, *tail])
    return tuple(lines[:most])


def named(name: Name, *, language: str) -> str:
    """Return the person as a text names them: Frau Dr. Mira Ahornthal, Ms Mira Ahornthal."""
    words = {MS: ("Frau", "Ms"), MR: ("Herr", "Mr")}.get(name.salutation, ("", ""))
    return _joined(words[language == ENGLISH], name.full)


def without_override(name: Name) -> Name:
    """Return the name as the rules see it."""
    return replace(name, letter_salutation="")


def _english(name: Name) -> str:
    title = name.office_title.strip()
    if title.lower() in _TITLES_BEFORE_NAMES:
        return _joined("Dear", title, name.surname)
    if _PROFESSOR.search(name.degree):
        return _joined("Dear Professor", name.surname)
    if _DOCTOR.search(name.degree):
        return _joined("Dear Dr", name.surname)
    if name.salutation in (MS, MR):
        return _joined("Dear", "Ms" if name.salutation == MS else "Mr", name.surname)
    full = _joined(name.given_name, name.surname)
    return f"Dear {full}" if full else "Dear Sir or Madam"


def _person_lines(name: Name) -> Sequence[str]:
    full = name.full
    if name.salutation not in (MS, MR) or name.language == ENGLISH:
        title = name.office_title.strip()
        return (full, title) if name.language == ENGLISH else _filled([title, full])
    begin = "Frau" if name.salutation == MS else "Herrn"
    if not name.office_title.strip():
        return (_joined(begin, full),)
    title = name.office_title.strip()
    return (_joined(begin, _accusative(title) if name.salutation == MR else title), full)


def _accusative(title: str) -> str:
    """Return a masculine office as the object of a sentence: Beigeordneter -> Beigeordneten."""
    title = _ADJECTIVE.sub(r"\1en", title)
    for ending, other in _WEAK:
        if title.lower().endswith(ending):
            keep = len(title) - len(ending)
            return title[: keep + 1] + other[1:]
    return title


def _spoken_degree(name: Name) -> str:
    """Return what of a degree is said in a salutation: Dr. of Dr.-Ing., nothing of Dipl.-Ing."""
    return "Dr." if _DOCTOR.search(name.degree) else ""


def _joined(*parts: str) -> str:
    return " ".join(part.strip() for part in parts if part.strip())


def _filled(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if line.strip()]

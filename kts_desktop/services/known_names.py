"""Names of people that the office knows, found in texts: for packs that must name nobody.

A surname is found alone, with the given names before it, and however its umlauts are spelt. Alone it is left
where it is also a word in the name of a body: else somebody called Berg would take the name of every place
called so.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import select

from kts_desktop.core import folding
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Person
from kts_desktop.models.registration import Registration
from kts_desktop.services.typed_names import split_name
from kts_desktop.storage.sessions import Session

_SHORTEST = 3  # letters of a name that is looked for
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_SPACE = re.compile(r"[ \u00a0]+")
_COMMA = re.compile(r",[ \u00a0]+")
_BEFORE_A_NAME = frozenset(
    (
        *("herr", "herrn", "frau", "dr", "prof", "mr", "mrs", "ms", "familie", "kollege", "kollegin"),
        *("burgermeister", "burgermeisterin", "oberburgermeister", "oberburgermeisterin"),
        *("landrat", "landratin", "von", "van", "der", "den", "zu", "zur", "vom"),
    )
)
_PARTICLES = frozenset(("von", "van", "der", "den", "de", "zu", "zur", "vom", "und"))


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownNames:
    """Surnames and given names by the form in which spellings are equal; ``places`` are words of bodies."""

    surnames: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    places: frozenset[str] = field(default_factory=frozenset)

    def replaced(self, text: str, pseudonym: Callable[[str], str]) -> str:
        """Return a text in which a pseudonym stands for each name; it is asked for by the surname."""
        if not self.surnames:
            return text
        words = list(_WORD.finditer(text))
        out, done, place = [], 0, 0
        while place < len(words):
            key = self._surname(text, words, place)
            if key:
                start, end = self._whole(text, words, place)
                if start >= done:
                    out += [text[done:start], pseudonym(key)]
                    done = end
            place += 1
        return "".join((*out, text[done:]))

    def _surname(self, text: str, words: "list[re.Match[str]]", place: int) -> str:
        """Return the key of the surname a word is, also in the genitive; empty if it is none."""
        word = words[place].group()
        if not word[0].isupper():
            return ""
        for form in (word, word.removesuffix("s"), word.removesuffix("es")):
            key = folding.fold(form)
            if key in self.surnames and (key not in self.places or self._is_told(text, words, place)):
                return key
        return ""

    def _is_told(self, text: str, words: "list[re.Match[str]]", place: int) -> bool:
        """Tell whether what stands before a word says that it is a name."""
        if place == 0:
            return False
        between = text[words[place - 1].end() : words[place].start()]
        before = folding.fold(words[place - 1].group())
        return not between.strip(" .\u00a0") and (before in _BEFORE_A_NAME or before in self.given)

    def _whole(self, text: str, words: "list[re.Match[str]]", place: int) -> tuple[int, int]:
        """Return where the whole name begins and ends: given names before it, or behind a comma."""
        start, end = words[place].span()
        first = place
        while first and _SPACE.fullmatch(text, words[first - 1].end(), words[first].start()):
            before = folding.fold(words[first - 1].group())
            if before not in self.given and words[first - 1].group() not in _PARTICLES:
                break
            first -= 1
        while first < place and words[first].group() in _PARTICLES and not self._is_given(words, first - 1):
            first += 1
        start = words[first].start()
        if place + 1 < len(words) and _COMMA.fullmatch(text, end, words[place + 1].start()):
            behind = words[place + 1]
            if behind.group()[0].isupper() and folding.fold(behind.group()) in self.given:
                end = behind.end()
        return start, end

    def _is_given(self, words: "list[re.Match[str]]", place: int) -> bool:
        return place >= 0 and folding.fold(words[place].group()) in self.given


def known_names(session: Session) -> KnownNames:
    """Return all names of people in the office: of the directory, and as typed for events."""
    surnames, given = set[str](), set[str]()
    for family, first in session.execute(select(Person.family_name, Person.given_name)):
        surnames |= _keys(family)
        given |= _keys(first)
    typed = select(Registration.typed_name).where(Registration.typed_name != "").distinct()
    for name in session.scalars(typed):
        parts = split_name(name)
        surnames |= _keys(parts.family)
        given |= _keys(parts.given)
    places = set[str]()
    for name in session.scalars(select(Organisation.name).where(Organisation.deleted_at.is_(None))):
        places |= _keys(name)
    return KnownNames(surnames=frozenset(surnames), given=frozenset(given), places=frozenset(places))


def _keys(name: str) -> set[str]:
    """Return the keys of the words of a name that tell somebody."""
    words = (word.group() for word in _WORD.finditer(name))
    return {folding.fold(word) for word in words if len(word) >= _SHORTEST and word[0].isupper()}

"""Which names may be one: folded, by sound (Meier, Maier, Meyer), in the other order, with an initial.

The sound is the Cologne phonetics, made for German names.
"""

from dataclasses import dataclass
from functools import lru_cache

from kts_desktop.core import folding

_FIRSTS = (frozenset("ckqxgz"), frozenset("fvpw"), frozenset("iyj"), frozenset("dt"), frozenset("sz"))
_VOWELS = frozenset("aeijouy")
_CODES = {"b": "1", "f": "3", "v": "3", "w": "3", "g": "4", "k": "4", "q": "4", "l": "5", "m": "6", "n": "6"}
_CODES |= {"r": "7", "s": "8", "z": "8", "ß": "8"}


@dataclass(frozen=True, slots=True)
class Likeness:
    """A name as it is compared: the words of its sort key, family name first."""

    words: tuple[str, ...]

    @property
    def key(self) -> str:
        """Return what alike family names share."""
        return sound(self.words[0]) if self.words else ""


def likeness(sort_key: str) -> Likeness:
    """Return the comparable form of a name's sort key ("maierfeld anna")."""
    return Likeness(tuple(sort_key.replace("-", " ").replace(".", " ").split()))


def of_parts(family_name: str, given_name: str) -> Likeness:
    """Return the comparable form of a name as entered."""
    return likeness(folding.name_fold(f"{family_name} {given_name}"))


def are_alike(one: Likeness, other: Likeness) -> bool:
    """Tell whether two names may be one person's: family names sound alike, given names do not clash."""
    if not one.words or not other.words or not _sound_alike(one.words[0], other.words[0]):
        return False
    mine, theirs = one.words[1:], other.words[1:]
    if not mine or not theirs:
        return True
    return any(_given_alike(here, there) for here in mine for there in theirs)


def first_letters(letter: str) -> frozenset[str]:
    """Return the letters a name of the same sound may begin with."""
    alike = [group for group in _FIRSTS if letter in group]
    return frozenset({letter}).union(*alike)


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """Return the Cologne phonetics of a folded word."""
    codes = [_code(word, place) for place in range(len(word))]
    shortened: list[str] = []
    last = ""
    for code in "".join(codes):
        if code != last:
            shortened.append(code)
        last = code
    return "".join(code for place, code in enumerate(shortened) if code != "0" or place == 0)


def _code(word: str, place: int) -> str:
    letter = word[place]
    before = word[place - 1] if place else ""
    after = word[place + 1] if place + 1 < len(word) else ""
    if letter in _VOWELS:
        return "0"
    if letter == "p":
        return "3" if after == "h" else "1"
    if letter in "dt":
        return "8" if after and after in "csz" else "2"
    if letter == "x":
        return "8" if before and before in "ckq" else "48"
    if letter == "c":
        return _code_of_c(before, after)
    return _CODES.get(letter, "")


def _code_of_c(before: str, after: str) -> str:
    if not before:
        return "4" if after and after in "ahkloqrux" else "8"
    if before in "sz":
        return "8"
    return "4" if after and after in "ahkoqux" else "8"


def _sound_alike(one: str, other: str) -> bool:
    return one == other or sound(one) == sound(other)


def _given_alike(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    is_initial = len(shorter) == 1 and longer.startswith(shorter)
    return is_initial or (len(shorter) > 2 and sound(one) == sound(other))  # noqa: PLR2004 - Jo, Al say little

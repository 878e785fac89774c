"""How the name of a place is read as it is typed: spellings, abbreviations, states, one wrong letter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from types import MappingProxyType

from sqlalchemy import text

from kts_desktop.core import folding
from kts_desktop.storage.sessions import Session

# words that official names shorten or leave out: "Kirchheim b.München", "Frankfurt (Oder)"
_SMALL = frozenset(
    ("a", "am", "an", "auf", "b", "bei", "d", "dem", "den", "der", "die", "i", "im", "in", "o", "ob", "u")
).union(("und", "unt", "unter", "v", "vor", "vorm", "z", "zu", "zum", "zur"))
_KINDS = frozenset(("gemeinde", "kreis", "landkreis", "lk", "lkr", "markt", "stadt", "stadtkreis"))
_DISTRICT = frozenset(("kreis", "landkreis", "lk", "lkr"))
_SAME = MappingProxyType({"sankt": ("sankt", "st"), "st": ("st", "sankt")})
_WORD = re.compile(r"[^\W_]+")
_Word = tuple[str, str]  # folded, and with ae, oe, ue as typed
_SHORTEST_FORGIVEN = 4
_SHORTEST_STATE = 3
_MOST_SPELLINGS = 20
_MOST_NAMES = 50
_STATES = {
    "01": ("schleswig holstein",),
    "02": ("hamburg",),
    "03": ("niedersachsen", "lower saxony"),
    "04": ("bremen",),
    "05": ("nordrhein westfalen", "nrw", "north rhine westphalia"),
    "06": ("hessen", "hesse"),
    "07": ("rheinland pfalz", "rhineland palatinate"),
    "08": ("baden wurttemberg",),
    "09": ("bayern", "bavaria"),
    "10": ("saarland",),
    "11": ("berlin",),
    "12": ("brandenburg",),
    "13": ("mecklenburg vorpommern", "mecklenburg western pomerania"),
    "14": ("sachsen", "saxony"),
    "15": ("sachsen anhalt", "saxony anhalt"),
    "16": ("thuringen", "thuringia"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One reading of what was typed: spellings of each word, and the names that would be meant exactly."""

    words: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    spellings: tuple[str, ...] = ()  # the names again, but with ae, oe, ue as they were typed
    is_district: bool = False
    state: str = ""

    @property
    def anywhere(self) -> str:
        """Return the full-text expression for places that hold every word somewhere."""
        return " AND ".join(
            f"({' OR '.join(_begun(word) for word in spellings)})" for spellings in self.words
        )

    @property
    def beginning(self) -> str:
        """Return the full-text expression for places whose name begins with the first word."""
        first = " OR ".join(f"name : ^ {_begun(word)}" for word in self.words[0])
        return f"({first}) AND {self.anywhere}"


def readings(session: Session, typed: str) -> Iterator[Wanted]:
    """Yield what may be meant, the nearest first: as typed, with a state, with one letter put right."""
    found = tuple(zip(split(typed), _WORD.findall(folding.sort_fold(typed)), strict=True))
    meant = _meant(found)
    words = tuple(word for word, _ in meant)
    if not words:
        return
    is_district = any(word in _DISTRICT for word, _ in found)
    yield Wanted(
        words=_either(words),
        names=(_joined(found), _joined(meant)),
        spellings=(spelled(typed),),
        is_district=is_district,
    )
    for state, rest in _states_in(meant):
        plainly = tuple(word for word, _ in rest)
        spellings = (" ".join(typed_word for _, typed_word in rest),)
        yield Wanted(
            words=_either(plainly),
            names=(_joined(rest),),
            spellings=spellings,
            is_district=is_district,
            state=state,
        )
    near = tuple(_put_right(session, word) for word in words)
    if any(word not in either for word, either in zip(words, near, strict=True)):
        together = tuple(" ".join(choice) for choice in islice(product(*near), _MOST_NAMES))
        yield Wanted(words=near, names=together, is_district=is_district)


def split(name: str) -> tuple[str, ...]:
    """Return the folded words of a name: ``Kirchheim b.München`` → kirchheim, b, munchen."""
    return tuple(_WORD.findall(folding.fold(name)))


def plain(name: str) -> str:
    """Return the folded words of a name in one line, to compare names with."""
    return " ".join(split(name))


def spelled(name: str) -> str:
    """Return the words of a name with ae, oe and ue kept apart from a, o and u."""
    return " ".join(_WORD.findall(folding.sort_fold(name)))


def _begun(word: str) -> str:
    return f'"{word}"*'


def _joined(words: Sequence[_Word]) -> str:
    return " ".join(word for word, _ in words)


def _either(words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(_SAME.get(word, (word,)) for word in words)


def _meant(found: Sequence[_Word]) -> tuple[_Word, ...]:
    """Leave out small words and kinds of bodies, unless nothing else was typed."""
    told = tuple(pair for pair in found if pair[0] not in _KINDS and pair[0] not in _SMALL)
    return told or tuple(found)


def _states_in(words: tuple[_Word, ...]) -> Iterator[tuple[str, tuple[_Word, ...]]]:
    """Yield states that the last or the first words may name, with the words that are left."""
    for size in range(1, len(words)):
        for part, rest in ((words[-size:], words[:-size]), (words[:size], words[size:])):
            named = _joined(part)
            for state, names in _STATES.items():
                if len(named) >= _SHORTEST_STATE and any(name.startswith(named) for name in names):
                    yield state, rest


def _put_right(session: Session, word: str) -> tuple[str, ...]:
    """Return the words of the directory that differ by one letter; or the word itself."""
    if len(word) < _SHORTEST_FORGIVEN:
        return (word,)
    terms = _similar_terms(session, word)
    if any(term.startswith(word) for term in terms):
        return (word,)
    return tuple(islice((term for term in sorted(terms) if is_near(term, word)), _MOST_SPELLINGS)) or (word,)


def _similar_terms(session: Session, word: str) -> set[str]:
    """Return the words of names that hold its first or last letters: one of the two was typed right."""
    kept = (len(word) - 1) // 2
    names = session.scalars(
        text(
            "SELECT sort_key FROM register_entry INDEXED BY ix_register_entry_name "
            "WHERE instr(sort_key, :head) OR instr(sort_key, :tail)"
        ),
        {"head": word[:kept], "tail": word[-kept:]},
    )
    return {term for name in names for term in split(name)}


def is_near(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter: another, one more, one less, or two changed places."""
    if len(one) > len(other):
        one, other = other, one
    same = next((place for place, letter in enumerate(one) if letter != other[place]), len(one))
    if len(one) < len(other):
        return len(other) - len(one) == 1 and one[same:] == other[same + 1 :]
    if one[same + 1 :] == other[same + 1 :]:
        return True
    return one[same : same + 2] == other[same : same + 2][::-1] and one[same + 2 :] == other[same + 2 :]

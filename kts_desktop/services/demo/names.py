"""Invented names: mixed and balanced, and so dealt that nobody looks like a duplicate by chance."""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kts_desktop.services import name_likeness
from kts_desktop.services.name_likeness import Likeness
from kts_desktop.services.salutations import MR, MS

T = TypeVar("T")
_PATIENCE = 400  # tries; after these a name with a second given name is taken, whatever it looks like


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """A name nobody bears."""

    given: str
    family: str
    prefix: str
    salutation: str


class Names:
    """Deals out names, women and men in turn; ``taken`` are (given name, family name) that stay reserved."""

    def __init__(
        self, pool: Mapping[str, Sequence[str]], rng: random.Random, taken: Iterable[tuple[str, str]]
    ) -> None:
        families = [(name, "") for name in pool["family"]]
        families += [(pair[1], pair[0]) for pair in pool["prefixed"]]
        self._families = _Deck(families, rng)
        self._given = (_Deck(pool["given_female"], rng), _Deck(pool["given_male"], rng))
        self._alike: dict[str, list[Likeness]] = defaultdict(list)
        self._taken: set[tuple[str, str]] = set()
        self._dealt = 0
        for given, family in taken:
            self._reserve(given, family)

    def deal(self) -> Invented:
        """Return the next name."""
        is_man = self._dealt % 2 == 1
        self._dealt += 1
        family = prefix = given = ""
        for tried in range(2 * _PATIENCE):
            family, prefix = self._families.draw()
            given = self._given[is_man].draw()
            if tried >= _PATIENCE:
                given = f"{given} {self._given[is_man].draw()}"
            is_free = (given, family) not in self._taken
            if is_free and (tried >= _PATIENCE or not self._looks_known(given, family)):
                break
        else:
            given = f"{given} {self._dealt}"
        self._reserve(given, family)
        return Invented(given=given, family=family, prefix=prefix, salutation=MR if is_man else MS)

    def _looks_known(self, given: str, family: str) -> bool:
        wanted = name_likeness.of_parts(family, given)
        return any(name_likeness.are_alike(wanted, known) for known in self._alike[wanted.key])

    def _reserve(self, given: str, family: str) -> None:
        self._taken.add((given, family))
        known = name_likeness.of_parts(family, given)
        self._alike[known.key].append(known)


class _Deck(Generic[T]):
    """Cards dealt in mixed order, all of them before the first comes again."""

    def __init__(self, cards: Iterable[T], rng: random.Random) -> None:
        self._cards = tuple(cards)
        self._rng = rng
        self._hand: list[T] = []

    def draw(self) -> T:
        """Return the next card."""
        if not self._hand:
            self._hand = list(self._cards)
            self._rng.shuffle(self._hand)
        return self._hand.pop()

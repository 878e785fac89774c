"""Invented names: each family name with each given name at most once, mixed and balanced."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kts_desktop.services.salutations import MR, MS


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """A name nobody bears."""

    given: str
    family: str
    prefix: str
    salutation: str


class Names:
    """Deals out names: women and men in turn, the family names round, no name twice before all are used."""

    def __init__(
        self, pool: Mapping[str, Sequence[str]], rng: random.Random, taken: set[tuple[str, str]]
    ) -> None:
        families = [(name, "") for name in pool["family"]]
        families += [(name, prefix) for prefix, name in pool["prefixed"]]
        rng.shuffle(families)
        women, men = list(pool["given_female"]), list(pool["given_male"])
        rng.shuffle(women)
        rng.shuffle(men)
        self._families = families
        self._given = (women, men)
        self._taken = taken
        self._next = 0

    def deal(self) -> Invented:
        """Return the next name."""
        while True:
            number, self._next = self._next, self._next + 1
            family, prefix = self._families[number % len(self._families)]
            round_, is_man = divmod(number // len(self._families) + number, 2)
            given_names = self._given[is_man]
            given = given_names[(number * 7 + round_) % len(given_names)]
            turn = number // (len(self._families) * len(self._given[0]) * 2)
            if turn:  # all are used: a second given name makes them fresh
                given = f"{given} {given_names[(number + turn) % len(given_names)]}"
            if (given, family) not in self._taken:
                self._taken.add((given, family))
                return Invented(given=given, family=family, prefix=prefix, salutation=MR if is_man else MS)

"""German-like text without end: the sentences of the demo, and words put together as in a real office.

The words follow the distribution of real text: a few in every note, many in a handful. The same seed gives
the same text.
"""

import json
import random
import re
from itertools import accumulate

from kts_desktop.core import paths

_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{3,}")
_PLACEHOLDER = re.compile(r"\{\w+\}")
_LONGEST = 40
_SHORTEST = 12
_LEAST_STEM = 6


class Wording:
    """Deals out subjects, notes and names."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - repeatable on purpose, never a secret
        self._words = _words(self._random)
        self._weights = list(accumulate(1 / (place + 8) for place in range(len(self._words))))
        names = json.loads(paths.resource("demo/names.json").read_text(encoding="utf-8"))
        self._families = list(names["family"])
        self._given = [*names["given_female"], *names["given_male"]]

    def note(self) -> str:
        """Return the text of a note: some dozens of words."""
        count = self._random.randint(_SHORTEST, _LONGEST)
        return " ".join(self._random.choices(self._words, cum_weights=self._weights, k=count)) + "."

    def subject(self) -> str:
        """Return a short line."""
        return " ".join(self._random.choices(self._words, cum_weights=self._weights, k=4))

    def family(self, number: int) -> str:
        """Return a family name; as many different ones as a large office has."""
        first = self._families[number % len(self._families)]
        second = number // len(self._families)
        return (
            first if second % 3 else f"{first}-{self._families[(number * 7 + second) % len(self._families)]}"
        )

    def given(self, number: int) -> str:
        """Return a given name."""
        return str(self._given[number * 13 % len(self._given)])


def _words(rng: random.Random) -> list[str]:
    """Return the words of the demo's texts, the frequent first, and compounds of them behind."""
    texts = json.loads(paths.resource("demo/texts.json").read_text(encoding="utf-8"))
    counts: dict[str, int] = {}
    for word in _WORD.findall(_PLACEHOLDER.sub(" ", json.dumps(texts, ensure_ascii=False))):
        counts[word] = counts.get(word, 0) + 1
    plain = sorted(counts, key=lambda word: (-counts[word], word))
    stems = [word for word in plain if word[0].isupper() and len(word) >= _LEAST_STEM]
    compounds = [f"{first}{second.lower()}" for first in stems for second in stems if first != second]
    rng.shuffle(compounds)
    return [*plain, *compounds[:20_000]]

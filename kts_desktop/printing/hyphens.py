"""Where words may be cut: the patterns of ``pyphen``'s dictionaries, read in a twentieth of its time.

The German one holds 66,000 patterns. They share a few hundred rows of weights, so each pattern is a word of
letters that leads to its row, and no more of it is kept.
"""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib import resources
from itertools import islice

_DIGITS = b"0123456789"
_LETTER = ord(".")
_SHAPES = bytes(code if code in _DIGITS + b"\n" else _LETTER for code in range(256))
_NO_PATTERN = (b"#", b"%", b"LEFTHYPHENMIN", b"RIGHTHYPHENMIN", b"COMPOUND")
_AT_ONCE = 4_000  # patterns
_EDGE = 2  # letters that stay together at each end of a word
_WORDS_KEPT = 5_000
Weights = tuple[int, tuple[int, ...]]  # the first gap between letters that has a weight, and all from it on
Cut = Callable[[str], Iterator[tuple[str, str]]]


def german(word: str) -> Iterator[tuple[str, str]]:
    """Yield the parts a word can be cut into, the longest first part first."""
    return _parts(word, places(word))


def english(word: str) -> Iterator[tuple[str, str]]:
    """Yield the parts a word can be cut into, the longest first part first."""
    return _parts(word, places(word, "en_GB"))


def places(word: str, dictionary: str = "de_DE") -> list[int]:
    """Return behind how many letters a word can be cut, in order."""
    return [place for place in _places(word.lower(), dictionary) if _EDGE <= place <= len(word) - _EDGE]


def _parts(word: str, at: list[int]) -> Iterator[tuple[str, str]]:
    return ((word[:place], word[place:]) for place in reversed(at))


@lru_cache(maxsize=_WORDS_KEPT)
def _places(word: str, dictionary: str) -> tuple[int, ...]:
    rows, longest = patterns(dictionary)
    pointed = b"." + word.encode("latin-1", "replace") + b"."
    heaviest = [0] * (len(pointed) + 1)
    for begin in range(len(pointed) - 1):
        for end in range(begin + 1, min(begin + longest, len(pointed)) + 1):
            found = rows.get(pointed[begin:end])
            if found is not None:
                for gap, weight in enumerate(found[1], begin + found[0]):
                    heaviest[gap] = max(heaviest[gap], weight)
    return tuple(gap - 1 for gap, weight in enumerate(heaviest) if weight % 2)


@cache
def patterns(dictionary: str) -> tuple[dict[bytes, Weights], int]:
    """Return the weights of each pattern, and how many letters the longest has."""
    path = resources.files("pyphen") / "dictionaries" / f"hyph_{dictionary}.dic"
    found: dict[bytes, Weights] = {}
    rows: dict[bytes, Weights] = {}
    with path.open("rb") as file:
        encoding = file.readline().decode("ascii").strip()
        while block := b"".join(islice(file, _AT_ONCE)):  # the whole at once would take room for good
            lines = block.decode(encoding).encode("latin-1", "replace").split(b"\n")
            text = b"\n".join([line for line in map(bytes.strip, lines) if _is_pattern(line)])
            shapes = text.translate(_SHAPES).split(b"\n")
            rows |= {shape: _weights(shape) for shape in set(shapes) - rows.keys()}
            letters = text.translate(None, _DIGITS).split(b"\n")
            pairs = zip(letters, map(rows.__getitem__, shapes), strict=True)
            found.update([(word, row) for word, row in pairs if any(row[1])])
    return found, max(map(len, found))


def _is_pattern(line: bytes) -> bool:
    """Tell whether a line is one; those with a letter beyond Latin-1, such as a ligature, are never met."""
    return bool(line) and b"?" not in line and not line.startswith(_NO_PATTERN)


def _weights(shape: bytes) -> Weights:
    """Return the weights of a pattern such as ``..1.3.``, whose letters do not matter."""
    row, weight = [], 0
    for code in shape:
        if code == _LETTER:
            row.append(weight)
            weight = 0
        else:
            weight = code - _DIGITS[0]
    row.append(weight)
    first = next((gap for gap, weight in enumerate(row) if weight), 0)
    while len(row) > first + 1 and not row[-1]:
        row.pop()
    return first, tuple(row[first:])

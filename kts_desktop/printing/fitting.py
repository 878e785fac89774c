"""Text that has to fit a given place: the largest size at which it does, whole words first."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kts_desktop.printing import hyphens
from kts_desktop.printing.fonts import clipped, width

SOFT_HYPHEN = "\u00ad"
LEADING = 1.14  # from line to line, of the type's size
_SYLLABLE = 30  # letters behind a place that decide whether a word may be cut there
_LEAST_PIECE = 3  # letters of a word that are left on a line when it has to be cut


@dataclass(frozen=True, slots=True)
class Fit:
    """Lines of text in the size in which they fit, in points."""

    size: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """Return the height of the lines."""
        return len(self.lines) * self.size * LEADING


def fit(
    text: str, font: str, *, room: float, sizes: Sequence[float], lines: int = 1, height: float = math.inf
) -> Fit:
    """Return the lines of a plain text, no wider than ``room`` points, in the largest size that will do.

    Words stay whole as long as a size allows it; then they are cut with a soft hyphen, and what is too much
    for the smallest size ends with an ellipsis.
    """
    whole = fit_whole(text, font, room=room, sizes=sizes, lines=lines, height=height)
    if whole is not None:
        return whole
    words = _words(text)
    for size in sizes:
        found = _cut(words, font, size, room)
        if len(found) <= _lines(size, lines, height):
            return Fit(size, found)
    last = sizes[-1]
    keep = max(_lines(last, lines, height), 1)
    found = _cut(words, font, last, room)
    end = clipped(_joined(found[keep - 1 :]), font, last, room)
    return Fit(last, (*found[: keep - 1], end))


def fit_whole(
    text: str, font: str, *, room: float, sizes: Sequence[float], lines: int = 1, height: float = math.inf
) -> Fit | None:
    """Return the same, or None where no size leaves all words whole."""
    words = _words(text)
    if not words:
        return Fit(sizes[0], ())
    for size in sizes:
        found = _broken(words, font, size, room)
        if found is not None and len(found) <= _lines(size, lines, height):
            return Fit(size, found)
    return None


def _joined(lines: Sequence[str]) -> str:
    out = ""
    for line in lines:
        out += line.rstrip(SOFT_HYPHEN) if line.endswith(("-", SOFT_HYPHEN)) else f"{line} "
    return out.rstrip()


def _lines(size: float, most: int, height: float) -> int:
    return most if height == math.inf else min(most, int(height / (size * LEADING) + 0.01))


def _words(text: str) -> list[str]:
    """Return the pieces a line may end with, each with the blank before it; a hyphen ends a piece."""
    out: list[str] = []
    for word in text.split():
        pieces = [*(f"{piece}-" for piece in word.split("-")[:-1]), word.split("-")[-1]]
        blank = " " if out else ""
        for piece in filter(None, pieces):
            out.append(blank + piece)
            blank = ""
    return out


def _broken(words: Sequence[str], font: str, size: float, room: float) -> tuple[str, ...] | None:
    """Return the lines of whole words, or None where one is too long."""
    out: list[str] = []
    line = ""
    for word in words:
        if width(line + word, font, size) <= room:
            line += word
            continue
        bare = word.lstrip(" ")
        if width(bare, font, size) > room:
            return None
        out.append(line)
        line = bare
    return (*out, line)


def _cut(words: Sequence[str], font: str, size: float, room: float) -> tuple[str, ...]:
    """Return the lines, with words cut where they are too long for one."""
    out: list[str] = []
    line = ""
    for word in words:
        if width(line + word, font, size) <= room:
            line += word
            continue
        if line and width(word.lstrip(" "), font, size) <= room:
            out.append(line)
            line = word.lstrip(" ")
            continue
        if line:
            out.append(line)
        line = word.lstrip(" ")
        while len(line) > _LEAST_PIECE and width(line, font, size) > room:
            keep = _beginning(line, font, size, room)
            out.append(line[:keep] + SOFT_HYPHEN)
            line = line[keep:]
    return (*out, line)


def _beginning(word: str, font: str, size: float, room: float) -> int:
    """Return how many letters fit before a hyphen, up to a syllable if there is one."""
    spare = room - width("-", font, size)
    low, most = min(_LEAST_PIECE, len(word)), len(word)
    while low < most:  # by halves: the word may have hundreds of letters
        middle = (low + most + 1) // 2
        low, most = (middle, most) if width(word[:middle], font, size) <= spare else (low, middle - 1)
    near = hyphens.places(word[: most + _SYLLABLE])
    places = [place for place in near if _LEAST_PIECE <= place <= most]
    return max(places, default=most)

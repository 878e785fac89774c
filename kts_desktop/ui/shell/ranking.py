"""What the palette offers, and in which order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kts_desktop.core.folding import fold

COMMANDS_ONLY = ">"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the palette: an area, a command, or (with a kind) a record."""

    key: str
    title: str
    aside: str = ""
    icon: str = ""
    is_command: bool = False
    kind: str = ""
    id: int = 0


def rank(entries: Iterable[Entry], text: str, recent: Sequence[str]) -> list[Entry]:
    """Return the entries that hold all words of the text, in any order and spelling.

    Last used ones come first, then those that begin with the text, then those where a word begins with each
    word of it, then the rest; equals stay in the order given. A leading ``>`` leaves commands alone.
    """
    wanted = text.strip()
    if wanted.startswith(COMMANDS_ONLY):
        wanted = wanted.removeprefix(COMMANDS_ONLY).strip()
        entries = [entry for entry in entries if entry.is_command]
    folded = fold(wanted)
    words = folded.split()
    found = []
    for entry in entries:
        title = fold(entry.title)
        if all(word in title for word in words):
            found.append((_used(entry, recent), _fit(title, folded, words), entry))
    return [entry for *_, entry in sorted(found, key=_order)]


def used(recent: Sequence[str], key: str, kept: int = 12) -> list[str]:
    """Return the keys used last, the newest first, with one more."""
    return [key, *(other for other in recent if other != key)][:kept]


def _order(found: tuple[int, int, Entry]) -> tuple[int, int]:
    return found[:2]


def _used(entry: Entry, recent: Sequence[str]) -> int:
    return recent.index(entry.key) if entry.key in recent else len(recent)


def _fit(title: str, folded: str, words: Sequence[str]) -> int:
    if title.startswith(folded):
        return 0
    starts = title.replace("-", " ").replace("/", " ").split()
    return 1 if all(any(start.startswith(word) for start in starts) for word in words) else 2

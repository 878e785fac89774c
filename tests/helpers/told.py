"""Every text of a paper's data, and whether a reader hears it."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from typing import Any

from kts_desktop.printing.fonts import printable

_TELLING = 5  # letters
_JOINED = re.compile(r"[\s\u00a0\u202f\u00ad\u200b]+")


def texts(data: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield where each text of frozen data stands, as ``Record.field``, and the text."""
    if isinstance(data, str) and not isinstance(data, Enum):
        yield path, data
    elif isinstance(data, tuple | list | frozenset):
        for one in sorted(data) if isinstance(data, frozenset) else data:
            yield from texts(one, path)
    elif dataclasses.is_dataclass(data) and not isinstance(data, type):
        for field in dataclasses.fields(data):
            yield from texts(getattr(data, field.name), f"{type(data).__name__}.{field.name}")


def spoken(text: str) -> str:
    """Return a text as it is compared: as far as printable, without blanks and the line breaker's hyphens."""
    return _JOINED.sub("", printable(text)[0])


def rows(data: Any, path: str = "") -> Iterator[tuple[str, list[list[str]]]]:
    """Yield where records stand in a row, and the texts of each in its order."""
    if isinstance(data, tuple):
        records = [one for one in data if dataclasses.is_dataclass(one)]
        if len(records) > 1:
            yield path, [[spoken(text) for _, text in texts(one)] for one in records]
        for one in records:
            yield from rows(one, path)
    elif dataclasses.is_dataclass(data) and not isinstance(data, type):
        for field in dataclasses.fields(data):
            yield from rows(getattr(data, field.name), f"{type(data).__name__}.{field.name}")


def out_of_order(records: list[list[str]], heard: str) -> bool:
    """Tell whether what one record alone says, and once, comes in another order than the records do."""
    counts = Counter(text for record in records for text in set(record))
    places = []
    for record in records:
        own = [
            text for text in record if len(text) > _TELLING and counts[text] == 1 and heard.count(text) == 1
        ]
        if own:
            places.append(heard.index(own[0]))
    return places not in (sorted(places), sorted(places, reverse=True))

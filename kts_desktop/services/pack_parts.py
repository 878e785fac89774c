"""The parts a briefing pack is made of, and how a choice of them is written down.

A choice is one line of text: keys in their order, each with its options behind a colon, such as
``cover contents persons:rows=4 history:months=12,oldest,right``. What a newer version wrote and this one does
not know is passed over.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

MOST_ROWS, MOST_MONTHS = 500, 600
_OLDEST, _RIGHT = "oldest", "right"


class Part(StrEnum):
    """The parts, in the order advisers know; the codes are those of the value list ``printed_part``."""

    COVER = "cover"
    CONTENTS = "contents"
    GLANCE = "glance"
    PROFILE = "profile"
    MAP = "map"
    PROJECT = "project"
    MEASURES = "measures"
    PERSONS = "persons"
    CHANGES = "changes"
    HISTORY = "history"
    TASKS = "tasks"
    PROMISES = "promises"
    CASES = "cases"
    EVENT = "event"
    PEERS = "peers"
    FIGURES = "figures"
    AGENDA = "agenda"
    ROUTE = "route"
    DOCUMENTS = "documents"
    TEXT = "text"
    NOTES = "notes"


TAKES_ROWS = frozenset(
    {
        Part.MEASURES,
        Part.PERSONS,
        Part.CHANGES,
        Part.HISTORY,
        Part.TASKS,
        Part.PROMISES,
        Part.CASES,
        Part.EVENT,
        Part.PEERS,
        Part.DOCUMENTS,
    }
)
TAKES_MONTHS = frozenset({Part.HISTORY, Part.EVENT, Part.FIGURES, Part.CASES})


@dataclass(frozen=True, slots=True, kw_only=True)
class PartChoice:
    """One part as it is wanted; 0 rows are all, 0 months are those of the pack.

    ``oldest``: the oldest entry first. ``right``: begins on a right-hand page.
    """

    part: Part
    rows: int = 0
    months: int = 0
    oldest: bool = False
    right: bool = False


def as_line(choices: Iterable[PartChoice]) -> str:
    """Return a choice of parts as one line."""
    return " ".join(_word(one) for one in choices)


def from_line(line: str) -> tuple[PartChoice, ...]:
    """Return the parts a line tells of, each once; unknown parts and options are passed over."""
    found: dict[Part, PartChoice] = {}
    for word in line.split():
        key, _, options = word.partition(":")
        if key in set(Part):
            found.setdefault(Part(key), _with(PartChoice(part=Part(key)), options.split(",")))
    return tuple(found.values())


def _word(one: PartChoice) -> str:
    options = [f"{name}={value}" for name, value in (("rows", one.rows), ("months", one.months)) if value]
    options += [name for name, is_set in ((_OLDEST, one.oldest), (_RIGHT, one.right)) if is_set]
    return f"{one.part}:{','.join(options)}" if options else str(one.part)


def _with(choice: PartChoice, options: Sequence[str]) -> PartChoice:
    for option in options:
        name, _, value = option.partition("=")
        number = int(value) if value.isascii() and value.isdigit() else 0
        match name:
            case "rows":
                choice = replace(choice, rows=min(number, MOST_ROWS))
            case "months":
                choice = replace(choice, months=min(number, MOST_MONTHS))
            case "oldest":
                choice = replace(choice, oldest=True)
            case "right":
                choice = replace(choice, right=True)
    return choice

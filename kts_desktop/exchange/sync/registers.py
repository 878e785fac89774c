"""A record as a set of registers: per field the versions none of which has seen another.

Nothing here reads or writes a database. A version counts for all fields in its mask; clocks only choose
which of several concurrent values is shown.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kts_desktop.exchange.sync.content import Value
from kts_desktop.storage.replica import masks
from kts_desktop.storage.replica.knowledge import Knowledge

Dot = tuple[int, int]
Key = tuple[int, int, int]  # field, replica, seal number


@dataclass(slots=True)
class Version:
    """The live fields of one dot; ``is_stored`` tells whether the file has it, with which mask."""

    rep: int
    seq: int
    mask: int
    ms: int
    space: str
    stored: int = 0

    @property
    def dot(self) -> Dot:
        """Return replica and number."""
        return self.rep, self.seq


@dataclass(slots=True)
class Row:
    """The row of a record as it is here: values as they are told to others, and references as stored."""

    id: int
    is_alive: bool
    told: Mapping[int, Value]
    raw: Mapping[int, Value]


@dataclass(slots=True)
class Taken:
    """What became of one block: the fields taken, and those of them on which laptops now differ."""

    mask: int
    concurrent: int


@dataclass(slots=True)
class Register:
    """One record while packages are merged into it.

    ``values`` holds what the row does not: the values of losers, and what has just arrived.
    """

    record: bytes
    versions: list[Version] = field(default_factory=list)
    times: dict[Key, int] = field(default_factory=dict)
    values: dict[Key, Value] = field(default_factory=dict)
    others: set[tuple[int, int, str]] = field(default_factory=set)  # dots of unknown fields, with space
    row: Row | None = None
    had_siblings: int = 0  # fields of which the file holds values of losers
    had_times: bool = False
    changed: int = 0  # fields whose versions changed
    newest: Dot | None = None  # the last dot taken
    bases: dict[Key, Value] = field(default_factory=dict)

    @property
    def is_known(self) -> bool:
        """Tell whether anything of the record was here."""
        return self.row is not None or bool(self.versions)

    def take(self, version: Version, knowledge: Knowledge) -> Taken:
        """Merge a version in: what has seen it wins, what it has seen goes, the rest stands beside it."""
        mask = version.mask
        same: Version | None = None
        for other in self.versions:
            if other.dot == version.dot:
                same = other
                mask = masks.without(mask, other.mask)
            elif other.mask & mask and knowledge.sees(other.dot, version.dot, version.space):
                mask = masks.without(mask, other.mask)
        if not masks.has_fields(mask):
            return Taken(0, 0)
        concurrent = 0
        for other in self.versions:
            shared = other.mask & mask & ~masks.BINNED
            if shared and other is not same:
                if knowledge.sees(version.dot, other.dot, other.space):
                    other.mask = masks.without(other.mask, shared)
                else:
                    concurrent |= shared
        if same is None:
            version.mask = mask
            self.versions.append(version)
        else:
            same.mask |= mask
        self.changed |= mask & ~masks.BINNED
        self.newest = version.dot
        return Taken(mask & ~masks.BINNED, concurrent)

    def live(self, number: int) -> list[Version]:
        """Return the versions of a field."""
        wanted = masks.bit(number)
        return [version for version in self.versions if version.mask & wanted]

    def winner(self, number: int, ids: Mapping[int, bytes]) -> Version | None:
        """Return the version of a field that is shown."""
        live = self.live(number)
        if len(live) <= 1:
            return live[0] if live else None
        return max(live, key=lambda one: (self.time(number, one), ids[one.rep], one.seq))

    def time(self, number: int, version: Version) -> int:
        """Return when a field got a version's value."""
        return self.times.get((number, *version.dot), version.ms)

    def value(self, number: int, version: Version) -> Value:
        """Return the value a version gives a field."""
        key = (number, *version.dot)
        if key in self.values or self.row is None:
            return self.values.get(key)
        return self.row.told.get(number)

    def is_dead(self, knowledge: Knowledge) -> bool:
        """Tell whether every live version is a delete or was seen by one."""
        return is_dead(self.versions, self.others, knowledge)

    def space(self, default: str, ids: Mapping[int, bytes]) -> str:
        """Return the space the record lies in: that of its existence."""
        version = self.winner(0, ids)
        return version.space if version is not None else default


def is_dead(
    versions: Iterable[Version], others: Iterable[tuple[int, int, str]], knowledge: Knowledge
) -> bool:
    """Tell whether every live version of any field is a delete or was seen by one."""
    live = list(versions)
    deletes = [one.dot for one in live if one.mask & masks.BINNED]
    if not deletes:
        return False
    dots: Iterator[tuple[Dot, str]] = iter(
        [*((one.dot, one.space) for one in live), *(((rep, seq), space) for rep, seq, space in others)]
    )
    return all(
        any(dot == delete or knowledge.sees(delete, dot, space) for delete in deletes) for dot, space in dots
    )

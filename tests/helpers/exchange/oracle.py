"""What a colleague may expect to see, worked out from who had seen what: no vectors, no journal."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Key = tuple[bytes, str]  # record and field; "!" is being there, ERASED is being erased
ALIVE = "!"
ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Write:
    """One sealed write with all writes its laptop had seen then."""

    key: Key
    value: Any
    space: str
    seen: frozenset[int]


@dataclass(slots=True)
class Oracle:
    """All writes of a history, numbered as they were sealed."""

    writes: dict[int, Write] = field(default_factory=dict)

    def write(self, seen: set[int], key: Key, value: Any, space: str) -> None:
        """Note a write of a laptop that has seen ``seen``, and now this."""
        number = len(self.writes) + 1
        self.writes[number] = Write(key, value, space, frozenset(seen))
        seen.add(number)

    def maximal(self, seen: Iterable[int]) -> dict[Key, set[int]]:
        """Return per field the writes that no other seen write had seen, without those of erased records."""
        by_key: dict[Key, set[int]] = {}
        for number in seen:
            by_key.setdefault(self.writes[number].key, set()).add(number)
        gone = {record for record, name in by_key if name == ERASED}
        return {
            key: {one for one in many if not any(one in self.writes[other].seen for other in many)}
            for key, many in by_key.items()
            if key[0] not in gone
        }

    def erased(self, seen: Iterable[int]) -> set[bytes]:
        """Return the records that a laptop knows to be erased."""
        return {self.writes[one].key[0] for one in seen if self.writes[one].key[1] == ERASED}

    def is_dead(self, maximal: Iterable[int]) -> bool:
        """Tell whether every live write of a record is a delete or was seen by one."""
        live = list(maximal)
        deletes = [one for one in live if self.writes[one].key[1] == ALIVE and not self.writes[one].value]
        return bool(deletes) and all(
            any(one == delete or one in self.writes[delete].seen for delete in deletes) for one in live
        )

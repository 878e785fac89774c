"""What each seal knew: the one comparison on which the exchange rests."""

import json
from collections.abc import Mapping
from typing import Any

_DEPS = "SELECT deps FROM sync_seal WHERE rep=? AND seq=?"
Known = Mapping[str, Mapping[int, int]]  # space -> replica -> seal number


class Knowledge:
    """Answers whether a seal had seen another, each seal read once."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver
        self._deps: dict[tuple[int, int], Known] = {}

    def sees(self, dot: tuple[int, int], other: tuple[int, int], space: str) -> bool:
        """Tell whether the seal ``dot`` knew the dot ``other`` of a space."""
        if dot[0] == other[0]:
            return dot[1] > other[1]
        deps = self._deps.get(dot)
        if deps is None:
            deps = self._deps[dot] = self._read(dot)
        return deps.get(space, {}).get(other[0], 0) >= other[1]

    def _read(self, dot: tuple[int, int]) -> Known:
        found = self._driver.execute(_DEPS, dot).fetchone()
        return unpacked(found[0]) if found and found[0] is not None else {}


def packed(deps: Known) -> bytes:
    """Return what a seal knew as it is stored."""
    return json.dumps(
        {space: {str(rep): seq for rep, seq in sorted(vector.items())} for space, vector in deps.items()},
        sort_keys=True,
        separators=(",", ":"),
    ).encode()


def unpacked(stored: bytes) -> dict[str, dict[int, int]]:
    """Return what a seal knew."""
    return {
        space: {int(rep): seq for rep, seq in vector.items()}
        for space, vector in json.loads(bytes(stored)).items()
    }

"""What a transaction touched, so that views refresh that and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The records one transaction touched, as pairs of kind (the table's name) and row id."""

    touched: frozenset[tuple[str, int]] = frozenset()

    @classmethod
    def of(cls, kind: str, *ids: int) -> "Changes":
        """Return the changes to some records of one kind."""
        return cls(frozenset((kind, id_) for id_ in ids))

    @classmethod
    def together(cls, parts: "Iterable[Changes]") -> "Changes":
        """Return all parts as one."""
        return cls(frozenset().union(*(part.touched for part in parts)))

    def concerns(self, *kinds: str) -> bool:
        """Tell whether a record of any of these kinds was touched."""
        return any(kind in kinds for kind, _ in self.touched)

    def ids(self, kind: str) -> frozenset[int]:
        """Return the ids of the touched records of one kind."""
        return frozenset(id_ for touched, id_ in self.touched if touched == kind)

    def __bool__(self) -> bool:
        return bool(self.touched)

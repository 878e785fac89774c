"""A list narrowed to certain records, such as those a figure counts: how they travel with its filters."""

from collections.abc import Mapping, Sequence

AMONG = "among"  # the key among the values of a list's filters


def as_code(ids: Sequence[int]) -> str:
    """Return ids as the value of a filter."""
    return " ".join(map(str, ids))


def among(values: Mapping[str, str]) -> tuple[int, ...] | None:
    """Return the records a list is narrowed to; None where it is not."""
    return tuple(map(int, values[AMONG].split())) if AMONG in values else None

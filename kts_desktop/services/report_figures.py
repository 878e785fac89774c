"""What a quarterly report is made of: figures with the records behind them, and how small ones are hidden."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

SMALL = 3  # counts below it may tell about single people or bodies


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year, from 1 to 4."""

    year: int
    number: int

    @property
    def begins(self) -> date:
        """Return its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def ends(self) -> date:
        """Return its last day."""
        return self.after.begins - timedelta(days=1)

    @property
    def before(self) -> "Quarter":
        """Return the quarter before."""
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year - 1, 4)

    @property
    def after(self) -> "Quarter":
        """Return the quarter after."""
        return Quarter(self.year, self.number + 1) if self.number < 4 else Quarter(self.year + 1, 1)  # noqa: PLR2004 - quarters of a year


def quarter_of(day: date) -> Quarter:
    """Return the quarter a day lies in."""
    return Quarter(day.year, (day.month + 2) // 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure: the ids of the records it counts, this quarter and the one before, in order.

    ``code`` is empty for what has no value. A figure over its records is their number, so list and figure
    always agree.
    """

    code: str
    label: str
    ids: tuple[int, ...]
    ids_before: tuple[int, ...]

    @property
    def value(self) -> int:
        """Return the figure of the quarter."""
        return len(self.ids)

    @property
    def before(self) -> int:
        """Return the figure of the quarter before."""
        return len(self.ids_before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """Figures of one kind of record by a value list; ``is_multiple``: a record may count in several rows."""

    key: str
    kind: str
    figures: tuple[Figure, ...]
    total: Figure
    is_multiple: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a column may be printed: the hidden rows by place, and whether the total is hidden too."""

    hidden: frozenset[int] = frozenset()
    total_hidden: bool = False


def suppressed(counts: Sequence[int], *, is_multiple: bool = False) -> Shown:
    """Return what has to be hidden so that no count of 1 or 2 can be read or computed back.

    A second row goes where the sum would tell the hidden ones; where there is none to go, the total goes.
    Rows that overlap give no sum, so there only the small ones go.
    """
    small = {place for place, count in enumerate(counts) if 0 < count < SMALL}
    if not small or is_multiple:
        return Shown(frozenset(small))
    if not _is_told([counts[place] for place in small]):
        return Shown(frozenset(small))
    larger = sorted((count, place) for place, count in enumerate(counts) if count >= SMALL)
    if not larger:
        return Shown(frozenset(small), total_hidden=True)
    return Shown(frozenset(small | {larger[0][1]}))


def shown_of(sharing: Sequence[Breakdown], *, before: bool) -> list[Shown]:
    """Return what may be printed of breakdowns that share their total.

    Where a total has to be hidden, nothing of that column is printed: any whole row of figures would tell it.
    """
    columns = [[f.before if before else f.value for f in one.figures] for one in sharing]
    totals = [one.total.before if before else one.total.value for one in sharing]
    found = [
        suppressed(counts, is_multiple=one.is_multiple) for counts, one in zip(columns, sharing, strict=True)
    ]
    if any(0 < total < SMALL for total in totals) or any(one.total_hidden for one in found):
        return [Shown(_filled(counts), total_hidden=True) for counts in columns]
    return found


def _filled(counts: Sequence[int]) -> frozenset[int]:
    return frozenset(place for place, count in enumerate(counts) if count)


def _is_told(hidden: Sequence[int]) -> bool:
    """Tell whether the sum of hidden counts, known to be 1 or 2 each, tells them."""
    return len(hidden) == 1 or sum(hidden) in (len(hidden), (SMALL - 1) * len(hidden))

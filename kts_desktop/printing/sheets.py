"""Sheets of labels as data: lengths in millimetres, seen from the upper left corner of an A4 page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

T = TypeVar("T")
PAGE = (210.0, 297.0)
_UNPRINTABLE = 4.0  # how near to the edge of the paper common printers get
_AIR, _AIR_AT_THE_EDGE = 3.5, 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One kind of label sheet; ``left`` and ``top`` are the margins of the first label."""

    width: float
    height: float
    columns: int
    rows: int
    left: float
    top: float
    pitch_x: float
    pitch_y: float

    @property
    def count(self) -> int:
        """Return how many labels a sheet holds."""
        return self.columns * self.rows

    @property
    def air(self) -> float:
        """Return how far from its edge a label is printed on: more where it ends with the paper."""
        return _AIR if min(self.left, self.top) >= _UNPRINTABLE else _AIR_AT_THE_EDGE

    def spot(self, place: int) -> tuple[float, float]:
        """Return the upper left corner of a label; places count from 0, row by row."""
        row, column = divmod(place, self.columns)
        return self.left + column * self.pitch_x, self.top + row * self.pitch_y


# Margins are those the makers of such sheets print in their catalogues; a printer's own error is an option.
SHEETS: Mapping[str, Sheet] = MappingProxyType(
    {
        "80x50": Sheet(width=80, height=50, columns=2, rows=5, left=15, top=13.5, pitch_x=100, pitch_y=55),
        "90x54": Sheet(width=90, height=54, columns=2, rows=5, left=15, top=13.5, pitch_x=90, pitch_y=54),
        "a7": Sheet(width=105, height=74, columns=2, rows=4, left=0, top=0.5, pitch_x=105, pitch_y=74),
        "a6": Sheet(width=105, height=148, columns=2, rows=2, left=0, top=0.5, pitch_x=105, pitch_y=148),
        "70x37": Sheet(width=70, height=37, columns=3, rows=8, left=0, top=0.5, pitch_x=70, pitch_y=37),
        "99x38": Sheet(
            width=99.1, height=38.1, columns=2, rows=7, left=4.65, top=15.15, pitch_x=101.6, pitch_y=38.1
        ),
    }
)


def dealt(things: Sequence[T], sheet: Sheet, *, start: int = 1) -> list[list[tuple[int, T]]]:
    """Return what stands on each sheet, with its place; the first sheet is used up before ``start``."""
    out: list[list[tuple[int, T]]] = []
    for number, thing in enumerate(things, start=min(max(start, 1), sheet.count) - 1):
        page, place = divmod(number, sheet.count)
        if page == len(out):
            out.append([])
        out[page].append((place, thing))
    return out

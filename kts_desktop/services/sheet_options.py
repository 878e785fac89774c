"""How papers on sheets of labels are asked for: which sheet, where to begin, how far the printer is out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from kts_desktop.core.errors import RefusedError
from kts_desktop.core.printer_shifts import FARTHEST, Shift
from kts_desktop.services.paper_options import AT_LEAST, AT_MOST, PaperOptions

_MOST = 24  # labels on the fullest sheet
_SHIFT = {AT_LEAST: -FARTHEST, AT_MOST: FARTHEST}


class SheetName(StrEnum):
    """The sheets the office knows, by the size of one label in millimetres."""

    BADGE_80X50 = "80x50"
    BADGE_90X54 = "90x54"
    BADGE_A7 = "a7"
    BADGE_A6 = "a6"
    LABEL_70X37 = "70x37"
    LABEL_99X38 = "99x38"


class BadgeSheet(StrEnum):
    """The sheets for badges."""

    B80X50 = "80x50"
    B90X54 = "90x54"
    A7 = "a7"
    A6 = "a6"


class LabelSheet(StrEnum):
    """The sheets for addresses."""

    L70X37 = "70x37"
    L99X38 = "99x38"


LABELS_ON: Mapping[str, int] = MappingProxyType(
    {"80x50": 10, "90x54": 10, "a7": 8, "a6": 4, "70x37": 24, "99x38": 14}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetUse:
    """Which sheet a paper is printed on, where it begins, and how far the printer is out."""

    sheet: str
    start: int = 1
    shift_x: int = 0
    shift_y: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftOptions(PaperOptions):
    """By how much a printer has to be set right, in tenths of a millimetre: to the right, and down."""

    shift_x: int = field(default=0, metadata=_SHIFT)
    shift_y: int = field(default=0, metadata=_SHIFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOptions(ShiftOptions):
    """``start`` is the first label of the first sheet that is still there, counted row by row from 1."""

    start: int = field(default=1, metadata={AT_LEAST: 1, AT_MOST: _MOST})

    def limit_of(self, name: str) -> int | None:
        """Return how many labels the sheet chosen holds, for the first free one."""
        return LABELS_ON.get(str(getattr(self, "sheet", ""))) if name == "start" else None

    def use(self, sheet: StrEnum) -> SheetUse:
        """Return how a sheet is used; raises RefusedError if the first free label is beyond it."""
        most = LABELS_ON[sheet.value]
        if self.start > most:
            raise RefusedError("sheet_place_beyond", place=self.start, most=most)
        return SheetUse(sheet=sheet.value, start=self.start, shift_x=self.shift_x, shift_y=self.shift_y)


def shifted(data: Any, shift: Shift) -> Any:
    """Return the data of a paper as it is laid out for a printer; what stands on no sheet stays as it is."""
    use = getattr(data, "use", None)
    if not isinstance(use, SheetUse) or shift == Shift():
        return data
    right, down = use.shift_x + shift.right, use.shift_y + shift.down
    return replace(data, use=replace(use, shift_x=right, shift_y=down))

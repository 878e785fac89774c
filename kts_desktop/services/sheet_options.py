"""How papers on sheets of labels are asked for: which sheet, where to begin, how far the printer is out."""

from dataclasses import dataclass, field
from enum import StrEnum

from kts_desktop.services.paper_options import AT_LEAST, AT_MOST, PaperOptions

_FARTHEST = 50  # tenths of a millimetre
_MOST = 24  # labels on the fullest sheet
_SHIFT = {AT_LEAST: -_FARTHEST, AT_MOST: _FARTHEST}


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

    def use(self, sheet: StrEnum) -> SheetUse:
        """Return how a sheet is used."""
        return SheetUse(sheet=sheet.value, start=self.start, shift_x=self.shift_x, shift_y=self.shift_y)

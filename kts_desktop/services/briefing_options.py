"""What a briefing pack can be asked for."""

from dataclasses import dataclass, field

from kts_desktop.services.paper_options import AT_LEAST, AT_MOST, PaperOptions

MONTHS_BACK = 24
_LONGEST = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingOptions(PaperOptions):
    """How a pack is made: how many months it looks back, and whether in large print (14 points)."""

    months_back: int = field(default=MONTHS_BACK, metadata={AT_LEAST: 1, AT_MOST: _LONGEST})
    large: bool = False

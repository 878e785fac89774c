"""What a briefing pack can be asked for."""

from dataclasses import dataclass, field
from enum import StrEnum

from kts_desktop.services.pack_parts import PartChoice, from_line
from kts_desktop.services.paper_options import AT_LEAST, AT_MOST, CHOICES, PaperOptions

MONTHS_BACK = 24
PARTS = (
    "cover contents glance profile project measures persons changes tasks promises cases event peers"
    " agenda route notes"
)
_LONGEST, _MOST_PAGES = 600, 20


class Redaction(StrEnum):
    """For whom a pack is: ``internal`` all; ``external`` and ``anonymous`` what may leave the office."""

    INTERNAL = "internal"
    EXTERNAL = "external"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingOptions(PaperOptions):
    """How a pack is made; ``recipe`` names the recipe it came from and changes nothing.

    ``parts`` is a line as ``pack_parts`` writes it. ``second`` is a second language for headings and labels.
    ``large`` is type of 14 points, ``grey`` a file without any colour, ``duplex`` begins the contents and
    whatever opens a page on a right-hand one. ``note_pages`` are ruled pages, ``own_text`` is a page of one's
    own words, whose first line is the heading. ``confidentiality`` stands in for the office's line.
    """

    recipe: str = ""
    parts: str = PARTS
    months_back: int = field(default=MONTHS_BACK, metadata={AT_LEAST: 1, AT_MOST: _LONGEST})
    redaction: Redaction = Redaction.INTERNAL
    second: str = field(default="", metadata={CHOICES: ("", "de", "en")})
    large: bool = False
    grey: bool = False
    duplex: bool = False
    note_pages: int = field(default=1, metadata={AT_LEAST: 0, AT_MOST: _MOST_PAGES})
    own_text: str = ""
    confidentiality: str = ""

    def choices(self) -> tuple[PartChoice, ...]:
        """Return the parts in their order."""
        return from_line(self.parts)

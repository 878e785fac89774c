"""What every paper says of itself: from which office, as at when, carried by whom."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from kts_desktop.core.clock import HOME_ZONE

PAPER_ZONE = ZoneInfo(HOME_ZONE)  # papers tell the same time wherever they are made


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Who the paper comes from, as the office's settings say."""

    name: str
    unit: str = ""
    address: str = ""
    confidentiality: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advisor:
    """Who carries the paper, and the number to call on the day."""

    name: str = ""
    unit: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of one paper; ``taken`` is local time, ``number`` the file number of every page."""

    language: str
    taken: datetime
    office: Office
    adviser: Advisor
    number: str = ""
    demo: bool = False

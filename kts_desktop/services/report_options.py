"""How the quarterly report is asked for: which quarter, and whether small figures are hidden."""

from dataclasses import dataclass, field
from datetime import date

from kts_desktop.services.paper_options import AT_LEAST, AT_MOST, PaperOptions
from kts_desktop.services.report_figures import Quarter, quarter_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions(PaperOptions):
    """Which quarter: without a year the last whole one.

    ``suppress`` hides figures below three, and those from which they could be computed.
    """

    year: int = field(default=0, metadata={AT_LEAST: 0, AT_MOST: 2_100})
    quarter: int = field(default=0, metadata={AT_LEAST: 0, AT_MOST: 4})
    suppress: bool = False
    charts: bool = True
    large: bool = False


def chosen_quarter(options: ReportOptions, today: date) -> Quarter:
    """Return the quarter asked for, else the last whole one before a day."""
    last = quarter_of(today).before
    if not options.year and not options.quarter:
        return last
    return Quarter(options.year or last.year, options.quarter or last.number)

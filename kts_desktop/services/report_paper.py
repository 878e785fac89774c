"""Gathering of the quarterly report: which quarter, whether small figures are hidden, and its figures."""

from dataclasses import dataclass, field
from datetime import date

from kts_desktop.services import paper_head, reports
from kts_desktop.services.paper_head import Head
from kts_desktop.services.paper_options import AT_LEAST, AT_MOST, Ask, PaperOptions
from kts_desktop.services.report_figures import Quarter, quarter_of
from kts_desktop.services.reports import Report
from kts_desktop.storage.sessions import Session

OFFICE = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportData:
    """The report as it is printed."""

    head: Head
    report: Report
    suppress: bool = False
    charts: bool = True
    large: bool = False


def gather(session: Session, ask: Ask) -> ReportData:
    """Return the report of the quarter asked for."""
    options = ask.options
    assert isinstance(options, ReportOptions)
    head = paper_head.head(session, language=options.language, now=ask.now, adviser=ask.adviser)
    quarter = chosen_quarter(options, head.taken.date())
    return ReportData(
        head=head,
        report=reports.quarterly(session, quarter, options.language),
        suppress=options.suppress,
        charts=options.charts,
        large=options.large,
    )


def chosen_quarter(options: ReportOptions, today: date) -> Quarter:
    """Return the quarter asked for, else the last whole one before a day."""
    last = quarter_of(today).before
    if not options.year and not options.quarter:
        return last
    return Quarter(options.year or last.year, options.quarter or last.number)

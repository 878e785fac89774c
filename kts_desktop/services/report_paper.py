"""Gathering of the quarterly report: its figures, and what differs from the report of the quarter before."""

from dataclasses import dataclass
from datetime import datetime

from kts_desktop.services import frozen_reports, office_head, reports
from kts_desktop.services.frozen_reports import Revision
from kts_desktop.services.paper_head import Head
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.report_figures import SMALL
from kts_desktop.services.report_options import ReportOptions, chosen_quarter
from kts_desktop.services.report_tables import sections_of
from kts_desktop.services.reports import Report
from kts_desktop.storage.sessions import Session

OFFICE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportData:
    """The report as it is printed.

    ``reported_at`` is when the report of the quarter before was frozen, if it was; ``revisions`` tells which
    of its figures are counted otherwise now.
    """

    head: Head
    report: Report
    suppress: bool = False
    charts: bool = True
    large: bool = False
    reported_at: datetime | None = None
    revisions: tuple[Revision, ...] = ()


def gather(session: Session, ask: Ask) -> ReportData:
    """Return the report of the quarter asked for."""
    options = ask.options
    assert isinstance(options, ReportOptions)
    head = office_head.head(session, language=options.language, now=ask.now, adviser=ask.adviser)
    quarter = chosen_quarter(options, head.taken.date())
    report = reports.quarterly(session, quarter, options.language)
    reported_at, revisions = _revised(session, report, ask, options)
    return ReportData(
        head=head,
        report=report,
        suppress=options.suppress,
        charts=options.charts,
        large=options.large,
        reported_at=reported_at,
        revisions=revisions,
    )


def _revised(
    session: Session, report: Report, ask: Ask, options: ReportOptions
) -> tuple[datetime | None, tuple[Revision, ...]]:
    """Return when the quarter before was reported, and what has changed since; small figures stay hidden."""
    frozen = frozen_reports.of_quarter(session, report.quarter.before, ask.now)
    if frozen is None or frozen_reports.faults(session, frozen.id):
        return None, ()  # its own page says what is wrong with it
    counted = sections_of(report, suppress=options.suppress)
    found = frozen_reports.revisions(frozen_reports.figures(session, frozen.id), counted)
    if options.suppress:
        found = tuple(one for one in found if not 0 < (one.reported or 0) < SMALL)
    return frozen.as_at, found

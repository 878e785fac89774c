"""The files of a report that is kept for good: the paper, what lies beside it, and its figures as text."""

from pathlib import PurePath

from kts_desktop.printing.paper import Paper
from kts_desktop.services import frozen_figures, frozen_reports
from kts_desktop.services.report_paper import ReportData
from kts_desktop.services.report_tables import sections_of


def kept_files(data: ReportData, paper: Paper, name: str) -> list[tuple[str, bytes]]:
    """Return the files with their names, the paper first; ``name`` is that of the paper."""
    stem = PurePath(name).stem
    figures = frozen_figures.written(
        sections_of(data.report, suppress=data.suppress),
        data.report.quarter,
        as_at=data.head.taken,
        language=data.head.language,
        suppressed=data.suppress,
    )
    beside = [(f"{stem}{one.suffix}", one.content) for one in paper.beside]
    return [(name, paper.content), *beside, (f"{stem}{frozen_reports.FIGURES}", figures)]

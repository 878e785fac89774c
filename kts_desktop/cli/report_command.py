"""``report``: the figures of a quarter, and reports kept for good."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kts_desktop.cli import paper_options
from kts_desktop.cli.answers import Answer, table
from kts_desktop.cli.profile import add_common, opened
from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.core.errors import StorageError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.printing import frozen
from kts_desktop.printing import paper as files
from kts_desktop.printing.catalogue import PAPERS, REPORT
from kts_desktop.printing.papers.report import name_of
from kts_desktop.printing.words.common import Words
from kts_desktop.printing.words.report import TEXTS
from kts_desktop.services import attachments, frozen_reports, reports
from kts_desktop.services.frozen_reports import FrozenRow
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.papers import Sheet
from kts_desktop.services.report_figures import Quarter
from kts_desktop.services.report_options import ReportOptions, chosen_quarter
from kts_desktop.services.report_tables import OVERVIEW, Section, sections_of

_ALTERED = 3  # the status of a check that found something
_SOUND = ("Unchanged: every file has its SHA-256.", "Unverändert: jede Datei hat ihre SHA-256.")


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    steps = commands.add_parser("report", help="figures of a quarter, and reports kept for good")
    kinds = steps.add_subparsers(required=True, metavar="STEP")
    figures = kinds.add_parser("figures", help="the figures of a quarter as counted now")
    freeze = kinds.add_parser("freeze", help="make the report of a quarter and keep it for good")
    listed = kinds.add_parser("list", help="the reports kept for good")
    show = kinds.add_parser("show", help="the figures of a report as they were reported, checked")
    export = kinds.add_parser("export", help="write the files of a report into a folder")
    for parser in (figures, freeze, listed, show, export):
        add_common(parser)
    for parser in (figures, freeze):
        paper_options.add_options(parser, ReportOptions)
    for parser in (show, export):
        parser.add_argument("entry", type=int, metavar="NUMBER", help="its number in the list")
    export.add_argument("--out", type=Path, default=Path(), metavar="DIR", help="folder; default: this one")
    figures.set_defaults(run=_figures)
    freeze.set_defaults(run=_freeze)
    listed.set_defaults(run=_list)
    show.set_defaults(run=_show)
    export.set_defaults(run=_export)


def _figures(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile, profile.store.read() as session:
        options = paper_options.given(session, chosen, ReportOptions)
        assert isinstance(options, ReportOptions)
        quarter = chosen_quarter(options, local_date(utc_now()))
        found = sections_of(reports.quarterly(session, quarter, chosen.lang), suppress=options.suppress)
    return Answer(lines=_told(found, quarter, chosen.lang), data={"quarter": quarter, "sections": found})


def _freeze(chosen: argparse.Namespace) -> Answer:
    """Freeze a report under the quarter it is of, so that it stays that whenever it is looked at."""
    kind = PAPERS[REPORT]
    with opened(chosen) as profile:
        with profile.store.read() as session:
            given = paper_options.given(session, chosen, ReportOptions)
            assert isinstance(given, ReportOptions)
            now = utc_now()
            quarter = chosen_quarter(given, local_date(now))
            options = replace(given, year=quarter.year, quarter=quarter.number)
            ask = Ask(kind="", ids=(), options=options, now=now)
            data = kind.gather(session, ask)
            made = kind.render(data)
            name = files.file_name(local_date(now), kind.file_word(chosen.lang), kind.named(data))
            kept = frozen_reports.keep(session, frozen.kept_files(data, made, name))
        sheet = Sheet(paper=REPORT, data=data, content=made.content, pages=made.pages, file_name=name)
        with profile.store.write("report.freeze") as session:
            entry = frozen_reports.freeze(session, ask, sheet, kept)
        with profile.store.read() as session:
            row = next(one for one in frozen_reports.listed(session) if one.id == entry)
    return Answer(lines=table([_line(row)]), data=row)


def _list(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile, profile.store.read() as session:
        found = frozen_reports.listed(session)
    return Answer(lines=table([_line(one) for one in found]), data=found)


def _show(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile, profile.store.read() as session:
        row = frozen_reports.row(session, chosen.entry)
        faults = frozen_reports.faults(session, row.id)
        if faults:
            told = [sentence(StorageError(code, name=name), chosen.lang) for name, code in faults]
            return Answer(lines=told, data={"report": row, "faults": faults}, status=_ALTERED)
        found = frozen_reports.figures(session, row.id)
    lines = [*_told(found, row.quarter, row.language), "", _SOUND[chosen.lang == "de"]]
    return Answer(lines=lines, data={"report": row, "sections": found, "faults": []})


def _export(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile, profile.store.read() as session:
        row = frozen_reports.row(session, chosen.entry)
        found = frozen_reports.files(session, row.id)
        written = [attachments.save_copy(session, one.id, chosen.out) for one in found]
    return Answer(lines=[str(path) for path in written], data={"files": written})


def _line(row: FrozenRow) -> Sequence[object]:
    return [f"#{row.id}", name_of(row.quarter), f"{row.as_at:%Y-%m-%d %H:%M}", row.adviser, row.sha256]


def _told(sections: Sequence[Section], quarter: Quarter, language: str) -> list[str]:
    """Return the tables as lines, each with its title."""
    words = Words(language, TEXTS)
    head = ["", name_of(quarter), name_of(quarter.before)]
    rows = list(_rows(sections, words))
    return table([head, *rows])


def _rows(sections: Sequence[Section], words: Words) -> Iterator[list[object]]:
    for one in (each for section in sections for each in section.tables):
        yield [words(one.key), "", ""]
        for row in one.rows:
            label = words(row.label) if one.key == OVERVIEW else row.label
            yield [f"  {label}", _figure(row.value), _figure(row.before)]
        if one.total is not None:
            yield [f"  {words('total')}", _figure(one.total.value), _figure(one.total.before)]


def _figure(value: int | None) -> str:
    return "*" if value is None else str(value)

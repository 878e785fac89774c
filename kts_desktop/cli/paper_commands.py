"""``print``: papers from the command line, one command a paper of the catalogue."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from kts_desktop.cli import paper_options, printer_command
from kts_desktop.cli.answers import Answer, table
from kts_desktop.cli.profile import add_common, opened
from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.core.errors import NotFoundError, RefusedError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.printing import batch
from kts_desktop.printing import paper as files
from kts_desktop.printing.catalogue import BRIEFING, PAPERS, PaperKind
from kts_desktop.services import briefing_paper, paper_batch, paper_log, papers, recipes
from kts_desktop.services.paper_batch import BatchReport, Outcome, Wanted
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.papers import Sheet
from kts_desktop.services.sheet_options import ShiftOptions

_SAME = ("The records are those of then.", "Die Daten sind die von damals.")
_OTHER = ("The records have changed since.", "Die Daten haben sich seither geändert.")
_SKIPPED = 2  # not all that was asked for was possible


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``print`` with a command for each paper."""
    kinds = commands.add_parser("print", help="print papers").add_subparsers(required=True, metavar="PAPER")
    for word, paper in PAPERS.items():
        parser = kinds.add_parser(word, help=f"print: {word}")
        add_common(parser)
        paper_options.add_subjects(parser, paper)
        parser.add_argument(
            "--out", type=Path, metavar="PATH", help="file, or folder with --each; default: this folder"
        )
        parser.add_argument("--each", action="store_true", help="one file for each record named")
        if paper.render_many is not None:
            parser.add_argument(
                "--single", action="store_true", help="one paper for each record named, all in one file"
            )
        if word == BRIEFING:
            _add_choice(parser)
        if issubclass(paper.options, ShiftOptions):
            parser.add_argument("--printer", metavar="NAME", help="lay it out for this printer")
        paper_options.add_options(parser, paper.options)
        parser.set_defaults(run=_print, paper=word)
    listed = kinds.add_parser("recipes", help="list the recipes of briefing packs")
    add_common(listed)
    listed.set_defaults(run=_recipes)
    log = kinds.add_parser("log", help="list the papers printed last")
    log.add_argument("--limit", type=int, default=50, metavar="N", help="how many")
    add_common(log)
    log.set_defaults(run=_log)
    again = kinds.add_parser("again", help="make a paper of the log again, as of then")
    again.add_argument("entry", type=int, metavar="NUMBER", help="its number in the log")
    again.add_argument("--out", type=Path, metavar="PATH", help="file or folder; default: this folder")
    add_common(again)
    again.set_defaults(run=_again)


def _log(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile, profile.store.read() as session:
        ids = paper_log.recent(session, chosen.limit)
        rows = paper_log.rows(session, ids)
    found = [rows[id_] for id_ in ids]
    told = [[one.id, f"{one.printed_at:%Y-%m-%d %H:%M}", one.paper, one.file_name] for one in found]
    return Answer(lines=table(told), data=found)


def _again(chosen: argparse.Namespace) -> Answer:
    """Make a file with the options and the moment of then, and tell whether its records are the same."""
    with opened(chosen) as profile:
        with profile.store.read() as session:
            row = paper_log.rows(session, [chosen.entry]).get(chosen.entry)
            if row is None or row.paper not in PAPERS:
                raise NotFoundError("gone", id=chosen.entry)
            paper = PAPERS[row.paper]
            ask = paper_log.ask_again(row, paper.options)
        if paper.takes_many or len(ask.ids) <= 1:
            known = print_paper(profile.store, paper, ask, chosen.out)
            is_same = known["state"] == row.state
            return _with_sameness(Answer(lines=_lines(known), data=known), chosen.lang, is_same=is_same)
        asks = [replace(ask, ids=(id_,)) for id_ in ask.ids]
        report = print_in_one(profile.store, paper, asks, chosen.out or Path.cwd())
    made = [one.noted.state_hash for one in report.printed if one.noted is not None]
    is_same = made == [one.state for one in row.together]
    return _with_sameness(_told(report, chosen.lang), chosen.lang, is_same=is_same)


def _with_sameness(answer: Answer, language: str, *, is_same: bool) -> Answer:
    word = _SAME if is_same else _OTHER
    data = cast("dict[str, Any]", answer.data)
    return replace(answer, lines=[*answer.lines, word[language == "de"]], data={**data, "is_same": is_same})


def _recipes(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile, profile.store.read() as session:
        found = recipes.all_of(session, chosen.lang)
    rows = [[one.name, one.options.redaction, one.options.parts] for one in found]
    return Answer(lines=table(rows), data=found)


def _print(chosen: argparse.Namespace) -> Answer:
    paper = PAPERS[chosen.paper]
    with opened(chosen) as profile:
        with profile.store.write("organisation.adopt") as session:
            kind, ids = paper_options.subjects(session, chosen, paper)
            if paper.key == BRIEFING and not ids:
                kind, ids = _chosen(session, chosen)
            given = paper_options.given(session, chosen, paper.options)
            options = printer_command.for_printer(given, getattr(chosen, "printer", None))
        whole = Ask(kind=kind, ids=ids, options=options, now=utc_now())
        is_single = getattr(chosen, "single", False)
        if not (chosen.each or is_single) and (paper.takes_many or len(ids) <= 1):
            known = print_paper(profile.store, paper, whole, chosen.out)
            return Answer(lines=_lines(known), data=known)
        asks = [replace(whole, ids=(id_,)) for id_ in ids]
        run = print_in_one if is_single else print_each
        report = run(profile.store, paper, asks, chosen.out or Path.cwd())
    return _told(report, chosen.lang)


def _add_choice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--state", default="", metavar="KEY", help="with --each: bodies of a federal state")
    parser.add_argument("--cohort", default="", metavar="CODE", help="with --each: leads of a cohort")
    parser.add_argument("--all-projects", action="store_true", help="with --each: leads of all projects")


def _chosen(session: Any, chosen: argparse.Namespace) -> tuple[str, tuple[int, ...]]:
    """Return the bodies meant by state, cohort or all projects; raises RefusedError if nobody is."""
    wanted = Wanted(state=chosen.state, cohort=chosen.cohort, all_projects=chosen.all_projects)
    found = paper_batch.bodies(session, wanted, local_date(utc_now()))
    if not found:
        raise RefusedError("paper_nobody")
    return briefing_paper.BODY, tuple(found)


def print_each(store: Any, paper: PaperKind, asks: Sequence[Ask], folder: Path) -> BatchReport:
    """Write one file for each request and note them in the log, also those before a stop."""
    outcomes: list[Outcome] = []
    try:
        with store.read() as session:
            for outcome in batch.each(session, paper, asks, folder):
                outcomes.append(outcome)
                print(f"{len(outcomes)}/{len(asks)} {outcome.name}", file=sys.stderr)
    except KeyboardInterrupt:
        print(file=sys.stderr)
    finally:
        _note(store, outcomes)
    return paper_batch.report(outcomes, asks)


def print_in_one(store: Any, paper: PaperKind, asks: Sequence[Ask], out: Path) -> BatchReport:
    """Write all into one file and note each of them in the log; a stop leaves nothing."""
    outcomes: list[Outcome] = []
    try:
        with store.read() as session:
            outcomes += batch.in_one(session, paper, asks, out, progress=_tell)
    except KeyboardInterrupt:
        print(file=sys.stderr)
    _note(store, outcomes)
    return paper_batch.report(outcomes, asks)


def _tell(done: int, total: int, words: str) -> None:
    print(f"{done * 100 // total} % {words}", file=sys.stderr)


def _note(store: Any, outcomes: Sequence[Outcome]) -> None:
    with store.write("paper.printed") as session:
        for one in outcomes:
            if one.noted is not None:
                papers.note(session, one.noted)


def _told(report: BatchReport, language: str) -> Answer:
    printed = [
        {
            "name": one.name,
            "file": one.path,
            "beside": one.beside,
            "pages": one.noted.pages,
            "replaced": one.replaced,
            "remarks": one.remarks,
            "state": one.noted.state_hash,
        }
        for one in report.printed
        if one.noted is not None
    ]
    skipped = [
        {"record": one.ask.ids[0], "name": one.name, "reason": sentence(one.error, language)}
        for one in report.skipped
        if one.error is not None
    ]
    lines = _lines_of(printed)
    lines += [f"{one['name'] or '#' + str(one['record'])}: {one['reason']}" for one in skipped]
    missing = [ask.ids[0] for ask in report.missing]
    data = {"papers": printed, "skipped": skipped, "missing": missing}
    return Answer(lines=lines, data=data, status=_SKIPPED if skipped or missing else 0)


def print_paper(store: Any, paper: PaperKind, ask: Ask, out: Path | None) -> dict[str, Any]:
    """Write one paper and note it in the log; returns what is known of it.

    ``out`` is a file, a folder, or nothing: then a fitting name in the folder one is in.
    """
    with store.read() as session:
        data = paper.gather(session, ask)
    made = paper.render(data)
    if out is None or out.is_dir():
        word = paper.file_word(ask.options.language)
        name = files.file_name(local_date(ask.now), word, paper.named(data))
        out = files.free_path(out or Path.cwd(), name)
    written = files.write_whole(out, made)
    sheet = Sheet(paper=paper.key, data=data, content=made.content, pages=made.pages, file_name=out.name)
    with store.write("paper.printed") as session:
        papers.note_print(session, ask, sheet)
    return {
        "file": out,
        "beside": written[1:],
        "pages": made.pages,
        "replaced": made.replaced,
        "remarks": made.remarks,
        "state": papers.fingerprint(data),
    }


def _lines_of(printed: Sequence[dict[str, Any]]) -> list[str]:
    """Return what is said of papers: a file each, or one file and then each paper in it."""
    if len({one["file"] for one in printed}) == len(printed):
        return [line for one in printed for line in _lines(one)]
    whole = [str(one["file"]) for one in printed[:1]]
    return [
        *whole,
        *(line for one in printed for line in (f"{one['name']} ({one['pages']})", *one["remarks"])),
    ]


def _lines(known: dict[str, Any]) -> list[str]:
    """Return what is said of one paper: its files, its pages, what whoever prints it should know."""
    return [f"{known['file']} ({known['pages']})", *map(str, known["beside"]), *known["remarks"]]

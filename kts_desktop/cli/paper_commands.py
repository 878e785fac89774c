"""``print``: papers from the command line, one command a paper of the catalogue."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from kts_desktop.cli import paper_options
from kts_desktop.cli.answers import Answer, table
from kts_desktop.cli.profile import add_common, opened
from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.core.errors import NotFoundError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.printing import paper as files
from kts_desktop.printing.catalogue import PAPERS, PaperKind
from kts_desktop.services import papers, recipes
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.papers import Sheet

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
        paper_options.add_options(parser, paper.options)
        parser.set_defaults(run=_print, paper=word)
    listed = kinds.add_parser("recipes", help="list the recipes of briefing packs")
    add_common(listed)
    listed.set_defaults(run=_recipes)


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
            options = paper_options.given(session, chosen, paper.options)
        whole = Ask(kind=kind, ids=ids, options=options, now=utc_now())
        if not chosen.each and (paper.takes_many or len(ids) <= 1):
            known = print_paper(profile.store, paper, whole, chosen.out)
            return Answer(lines=_lines(known), data=known)
        folder = chosen.out or Path.cwd()
        done, skipped = print_each(profile.store, paper, whole, folder)
    lines = [line for one in done for line in _lines(one)]
    lines += [f"#{one['record']}: {one['reason']}" for one in skipped]
    data = {"papers": done, "skipped": skipped}
    return Answer(lines=lines, data=data, status=_SKIPPED if skipped else 0)


def print_each(
    store: Any, paper: PaperKind, whole: Ask, folder: Path
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Print a file for each record; one that cannot be printed is told, and the others go on."""
    done, skipped = [], []
    for id_ in whole.ids:
        try:
            done.append(print_paper(store, paper, replace(whole, ids=(id_,)), folder))
        except NotFoundError as error:
            reason = sentence(error, whole.options.language)
            skipped.append({"record": id_, "reason": reason})
    return done, skipped


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


def _lines(known: dict[str, Any]) -> list[str]:
    """Return what is said of one paper: its files, its pages, what whoever prints it should know."""
    return [f"{known['file']} ({known['pages']})", *map(str, known["beside"]), *known["remarks"]]

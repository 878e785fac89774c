"""``print``: papers from the command line."""

import argparse
from pathlib import Path
from typing import Any

from kts_desktop.cli import references
from kts_desktop.cli.answers import Answer
from kts_desktop.cli.profile import add_common, opened
from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.printing import paper as files
from kts_desktop.printing import theme
from kts_desktop.printing.packs import briefing
from kts_desktop.services import packs, papers
from kts_desktop.services.snapshot import Scope, fingerprint


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``print briefing``."""
    kinds = commands.add_parser("print", help="print papers").add_subparsers(required=True, metavar="PAPER")
    parser = kinds.add_parser("briefing", help="print the briefing pack of a body or a case")
    add_common(parser)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--body", metavar="NAME", help="name or key of a municipality or another body")
    which.add_argument("--case", metavar="NUMBER", help="file number of a case")
    parser.add_argument("--out", type=Path, metavar="FILE", help="default: a fitting name in this folder")
    parser.add_argument("--large", action="store_true", help="large print (14 pt)")
    parser.set_defaults(run=_briefing)


def _briefing(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile:
        out, answer = print_briefing(profile.store, chosen)
    return Answer(lines=[f"{out} ({answer['pages']})"], data=answer)


def print_briefing(store: Any, chosen: argparse.Namespace) -> tuple[Path, dict[str, Any]]:
    """Write one pack and note it in the log of papers; returns the file and what is known of it."""
    now = utc_now()
    with store.write("organisation.adopt") as session:
        scope, id_ = _subject(session, chosen)
    gather = packs.gather_body if scope is Scope.BODY else packs.gather_case
    with store.read() as session:
        snapshot = gather(session, id_, now=now, language=chosen.lang)
    made = briefing.render(snapshot, size=theme.LARGE if chosen.large else theme.NORMAL)
    name = files.file_name(local_date(now), "Briefing", snapshot.profile.name)
    out = chosen.out or files.free_path(Path.cwd(), name)
    files.write_paper(out, made.content)
    with store.write("paper.printed") as session:
        papers.note_print(session, snapshot, id_, content=made.content, pages=made.pages, file_name=out.name)
    known = {"file": out, "pages": made.pages, "replaced": made.replaced, "state": fingerprint(snapshot)}
    return out, known


def _subject(session: Any, chosen: argparse.Namespace) -> tuple[Scope, int]:
    if chosen.case is not None:
        return Scope.CASE, references.of_kind(session, "advisory_case", chosen.case)
    return Scope.BODY, references.of_kind(session, "organisation", chosen.body)

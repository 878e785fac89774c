"""``shorten``: the history of people and bodies, as far as it is too old to be kept."""

import argparse

from kts_desktop.cli.answers import Answer
from kts_desktop.cli.profile import add_common, opened
from kts_desktop.core.clock import utc_now
from kts_desktop.services import retention


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("shorten", help="tell what of the history is too old to be kept")
    add_common(parser)
    parser.add_argument("--yes", action="store_true", help="and remove it, for good")
    parser.set_defaults(run=_shorten)


def _shorten(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile:
        work = retention.shorten if chosen.yes else retention.due
        found = work(profile.store, utc_now())
    german = chosen.lang == "de"
    names = ("Werte", "Zeilen", "Einträge") if german else ("values", "lines", "records")
    counts = (found.values, found.lines, found.records)
    lines = [f"{name}: {count}" for name, count in zip(names, counts, strict=True)]
    return Answer(lines=lines, data={"due": found, "removed": chosen.yes})

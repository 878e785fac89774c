"""Run all benchmarks, or the named ones; the exit status counts the limits that were missed."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict

from benchmarks import (
    bulk_import,
    case_list,
    encryption,
    exchange,
    live_window,
    opening,
    papers,
    save,
    search,
    start_up,
    undo,
)
from benchmarks.measuring import Figure, Limit
from benchmarks.office import Ground, grounds

BENCHMARKS: Mapping[str, Callable[[Ground], Iterator[Figure]]] = {
    "start_up": start_up.measure,
    "open": opening.measure,
    "case_list": case_list.measure,
    "search": search.measure,
    "save": save.measure,
    "undo": undo.measure,
    "bulk_import": bulk_import.measure,
    "encryption": encryption.measure,
    "exchange": exchange.measure,
    "papers": papers.measure,
    "live_window": live_window.measure,
}


def main(arguments: Sequence[str]) -> int:
    """Print the figures and return how many limits were missed."""
    chosen = _chosen(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    figures: list[Figure] = []
    with grounds(chosen.scale, chosen.rounds) as ground:
        for name in chosen.names or BENCHMARKS:
            for figure in BENCHMARKS[name](ground):
                figures.append(figure)
                if not chosen.json:
                    print(line(figure), flush=True)
    if chosen.json:
        print(json.dumps([as_data(figure) for figure in figures], indent=2))
    return sum(not figure.is_kept for figure in figures)


def line(figure: Figure) -> str:
    """Return a figure as one line of the table."""
    is_size = figure.judged is Limit.SIZE
    ours = f"{figure.ours:9.2f} MB" if is_size else f"{figure.ours * 1000:9.2f} ms"
    rival = " " * 12
    if figure.rival is not None:
        rival = f"{figure.rival:9.2f} MB" if is_size else f"{figure.rival * 1000:9.2f} ms"
    ratio = f"{figure.ratio:6.2f}" if figure.ratio is not None else " " * 6
    return f"{figure.name:36}{ours} {rival} {ratio}  {_limit(figure):22}{'' if figure.is_kept else 'MISSED'}"


def as_data(figure: Figure) -> dict[str, object]:
    """Return a figure for another program."""
    return {
        **asdict(figure),
        "judged": figure.judged.name.lower(),
        "ratio": figure.ratio,
        "kept": figure.is_kept,
    }


def _limit(figure: Figure) -> str:
    if figure.limit is None or figure.judged is Limit.NONE:
        return ""
    return {
        Limit.RATIO: f"at most {figure.limit} x",
        Limit.SPEED: f"at least {figure.limit} x speed",
        Limit.TIME: f"at most {figure.limit:.0f} ms",
        Limit.SIZE: f"at most {figure.limit} MB",
    }[figure.judged]


def _chosen(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 start.py bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=f"of {', '.join(BENCHMARKS)}; all without")
    parser.add_argument("--scale", type=float, default=1.0, help="part of the large office (default: 1)")
    parser.add_argument("--rounds", type=int, default=7, help="rounds of each measurement (default: 7)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    chosen = parser.parse_args(arguments)
    unknown = sorted(set(chosen.names) - set(BENCHMARKS))
    if unknown:
        parser.error(f"no such benchmark: {', '.join(unknown)}")
    return chosen


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

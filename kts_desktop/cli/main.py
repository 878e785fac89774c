"""Parse the words, run one command, answer in text or JSON, and say failures in one sentence.

Exit codes: 0 done; 1 a fault of the program (its log says more); 2 not possible, and the sentence says why;
3 the check found something; 4 no key to the profile.
"""

import argparse
import contextlib
import logging
import sys
from collections.abc import Sequence
from functools import cache

from kts_desktop import __version__
from kts_desktop.cli import (
    dispose_command,
    erase_command,
    exchange_commands,
    file_commands,
    office_commands,
    paper_commands,
    printer_command,
    record_commands,
    report_command,
    retention_command,
)
from kts_desktop.cli.answers import Answer, write
from kts_desktop.core import logs, paths
from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence

DONE, FAULT, REFUSED, FINDINGS, NO_KEY = 0, 1, 2, 3, 4
_KEY_CODES = (
    "keyring_",
    "wrong_key",
    "wrong_recovery",
    "wrong_passphrase",
    "recovery_",
)
_log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    chosen = _parser().parse_args(arguments)
    try:
        answer: Answer = chosen.run(chosen)
    except UserFacingError as error:
        print(f"kts-desktop-cli: {sentence(error, chosen.lang)}", file=sys.stderr)
        return NO_KEY if error.code.startswith(_KEY_CODES) else REFUSED
    except KeyboardInterrupt:
        return REFUSED
    except Exception:  # noqa: BLE001 - the edge of the program: whatever else goes wrong is a fault of ours
        return _fault(chosen.lang)
    write(answer, as_json=chosen.json)
    return answer.status


def _fault(language: str) -> int:
    folder = paths.user_data() / "logs"
    logs.start_log(folder)
    _log.exception("command failed")
    english = f"The program failed; what was saved stays saved. The log in {folder} says more."
    german = f"Das Programm ist gescheitert; Gespeichertes bleibt gespeichert. Näheres im Protokoll: {folder}"
    print(f"kts-desktop-cli: {german if language == 'de' else english}", file=sys.stderr)
    return FAULT


@cache  # whoever runs many commands in one process reads the words of all of them once
def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kts-desktop-cli",
        description="KTS Desktop without a window.",
        epilog=__doc__.partition("\n\n")[2],
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for module in (
        office_commands,
        record_commands,
        file_commands,
        erase_command,
        dispose_command,
        exchange_commands,
        paper_commands,
        printer_command,
        report_command,
        retention_command,
    ):
        module.add_to(commands)
    return parser

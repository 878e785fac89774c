"""The options every command shares, and the profile it works on."""

import argparse
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from kts_desktop.core import paths
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.services import offices
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.unlocking import (
    Unlock,
    passphrase_from_descriptor,
    passphrase_from_environment,
)


def add_common(parser: argparse.ArgumentParser) -> None:
    """Add ``--profile``, ``--lang``, ``--json`` and ``--passphrase-fd``."""
    parser.add_argument("--profile", type=Path, metavar="DIR", help="folder of the profile")
    parser.add_argument("--lang", choices=("de", "en"), default="en", help="language of answers and papers")
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    parser.add_argument(
        "--passphrase-fd", type=int, metavar="N", help="read the passphrase from descriptor N"
    )


def folder(chosen: argparse.Namespace) -> Path:
    """Return the profile's folder: the one named, else the one the window uses first."""
    return chosen.profile or paths.profiles() / "office"


def unlock(chosen: argparse.Namespace) -> Unlock:
    """Return what is at hand to open it: descriptor, then KTS_PASSPHRASE_FILE, then the keyring."""
    return Unlock(passphrase=passphrase(chosen), remember=False)


def passphrase(chosen: argparse.Namespace) -> str | None:
    """Return the passphrase given by descriptor or file, if any."""
    if chosen.passphrase_fd is not None:
        return passphrase_from_descriptor(chosen.passphrase_fd)
    return passphrase_from_environment(os.environ)


@contextmanager
def opened(chosen: argparse.Namespace) -> Generator[Opened]:
    """Open the profile for one command and close it again; notes go to standard error."""
    profile = offices.open_office(folder(chosen), unlock(chosen))
    try:
        for note in profile.notes:
            print(f"kts-desktop-cli: {sentence(note, chosen.lang)}", file=sys.stderr)
        yield profile
    finally:
        profile.close()

"""``backup``: make one, check it, and copy it to the second place, which is a setting of this computer."""

import argparse
from pathlib import Path

from kts_desktop.cli.answers import Answer, plain
from kts_desktop.cli.profile import opened
from kts_desktop.core import paths
from kts_desktop.core.errors import StorageError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.core.settings import SECOND_PLACE, Settings
from kts_desktop.services import offices

_NOT_COPIED = 2


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add ``--second`` and ``--no-second``."""
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument(
        "--second",
        type=Path,
        metavar="DIR",
        help="copy it there too, now and after every later backup (2: not copied, but kept in the profile)",
    )
    chosen.add_argument("--no-second", action="store_true", help="no longer copy backups to a second place")


def run(chosen: argparse.Namespace) -> Answer:
    """Back up, then copy; that the second place is away costs neither the backup nor the setting."""
    settings = Settings(paths.user_data() / "settings.json")
    copy, trouble = None, ""
    with opened(chosen) as profile:
        if chosen.second is not None:
            offices.refuse_second_place(profile.folder.root, chosen.second)
        if chosen.second is not None or chosen.no_second:
            settings.put(SECOND_PLACE, str(chosen.second.resolve()) if chosen.second else "")
            settings.save()
        row = offices.back_up(profile)
        place = settings.get(SECOND_PLACE)
        try:
            copy = offices.copy_aside(profile, Path(place), row) if place else None
        except StorageError as error:
            trouble = sentence(error, chosen.lang)
    return Answer(
        lines=[str(line) for line in (row.path, copy, trouble) if line],
        data={**plain(row), "copy": copy, "trouble": trouble},
        status=_NOT_COPIED if trouble else 0,
    )

"""A whole folder of packages, in any order and under any names: each is taken over when its turn comes."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kts_desktop.core.errors import PackageError, UserFacingError
from kts_desktop.exchange.sync import incoming
from kts_desktop.exchange.sync.context import Context
from kts_desktop.exchange.sync.looking import digest
from kts_desktop.exchange.sync.views import Inspection, Report, Standing

# copies of Nextcloud, Syncthing, Dropbox, browsers and mail programs say before or behind the suffix that
# they are copies; what is being written or deleted begins with a dot or tilde, or ends otherwise
_PACKAGE = re.compile(
    r"[^.~].*\.ktspaket"
    r"(?:[ ._-]?\([^()]*\)|\.sync-conflict-[0-9A-Z-]+|[ ._-](?:copy|kopie|konflikt)[^/]*|~[0-9]+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """What became of one file; ``report`` is there if it was taken over."""

    inspection: Inspection
    report: Report | None = None


def packages_in(folder: Path) -> list[Path]:
    """Return the packages in a folder, each content once."""
    found: dict[bytes, Path] = {}
    for path in sorted(folder.iterdir()):
        if path.is_file() and _PACKAGE.fullmatch(path.name):
            found.setdefault(digest(path), path)
    return list(found.values())


def take_folder(context: Context, folder: Path, *, accepted: Collection[str] = ()) -> list[Sorted]:
    """Take over what can be, in the right order, with one backup before all; raises PackageError."""
    try:
        paths = packages_in(folder)
    except OSError as error:
        raise PackageError("package_medium_gone") from error
    backup = _Once(context)
    done: dict[Path, Sorted] = {}
    waiting = sorted(_inspected(context, paths), key=lambda one: (one.created_ms or 0, one.path.name))
    while waiting:
        left = []
        for one in waiting:
            done[one.path] = _taken(context, one, backup, accepted)
            if done[one.path].inspection.standing is Standing.WAITING:
                left.append(one)
        if len(left) == len(waiting):
            break
        waiting = left
    return [done[path] for path in paths]


def sweep(context: Context) -> int:
    """Delete what a crash left in quarantine and half parked, and return how many."""
    left = [*context.places.quarantine.glob("*"), *context.places.inbox.glob("*.part")]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


def _inspected(context: Context, paths: Collection[Path]) -> Iterator[Inspection]:
    for path in paths:
        yield incoming.inspect(context, path)


def _taken(context: Context, one: Inspection, backup: "_Once", accepted: Collection[str]) -> Sorted:
    if one.standing in {Standing.REFUSED, Standing.ALREADY}:
        return Sorted(inspection=one)
    try:
        taken = incoming.apply(context, one.path, accepted=accepted, back_up=backup)
    except UserFacingError as error:
        again = incoming.inspect(context, one.path)
        if again.standing is Standing.READY:  # a question was not answered
            again = replace(again, problem=error.code, details=tuple(error.details.items()))
        return Sorted(inspection=again)
    return Sorted(inspection=one, report=taken.report)


class _Once:
    """Makes the backup before the first package, and none before the others."""

    def __init__(self, context: Context) -> None:
        self._context, self._is_made = context, False

    def __call__(self) -> None:
        if not self._is_made:
            self._context.back_up()
            self._is_made = True

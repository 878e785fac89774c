"""Many papers one after the other: whole files only, and an error skips that one paper alone."""

import logging
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import RefusedError, StorageError, UserFacingError
from kts_desktop.printing import paper as files
from kts_desktop.printing.catalogue import PaperKind
from kts_desktop.printing.paper import Progress, no_progress
from kts_desktop.printing.sweeping import unswept
from kts_desktop.services.paper_batch import Outcome
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.papers import Sheet, noted

if TYPE_CHECKING:
    from kts_desktop.storage.sessions import Session

_A_FILE = 400_000  # bytes a paper takes at most, as a rule
_SPARE = 20_000_000
_MEGABYTE = 1_000_000
_ENDS_ALL = frozenset({"paper_disk_full", "paper_folder_gone"})
_log = logging.getLogger(__name__)


def check_room(folder: Path, count: int) -> None:
    """Make sure that so many papers fit; raises StorageError before the first is made."""
    if not folder.is_dir():
        raise StorageError("paper_folder_gone", folder=str(folder), name=folder.name)
    needed = count * _A_FILE + _SPARE
    free = shutil.disk_usage(folder).free
    if free < needed:
        megabytes = {"needed": -(-needed // _MEGABYTE), "free": free // _MEGABYTE}
        raise StorageError("batch_no_room", folder=str(folder), **megabytes)


def each(
    session: "Session",
    paper: PaperKind,
    asks: Sequence[Ask],
    folder: Path,
    *,
    progress: Progress = no_progress,
) -> Iterator[Outcome]:
    """Print one file for each request and yield what became of it; stop by taking no more.

    ``progress`` hears of papers done, papers in all and the name of the last; whatever it raises ends the
    batch between two files. Raises StorageError if nothing can be written any more.
    """
    check_room(folder, len(asks))
    for done, ask in enumerate(asks):
        with unswept():
            outcome = _one(session, paper, ask, folder)
        yield outcome
        progress(done + 1, len(asks), outcome.name)


def _one(session: "Session", paper: PaperKind, ask: Ask, folder: Path) -> Outcome:
    name = ""
    try:
        data = paper.gather(session, ask)
        name = paper.named(data)
        made = paper.render(data)
        word = paper.file_word(ask.options.language)
        path = files.free_path(folder, files.file_name(local_date(ask.now), word, name))
        beside = files.write_whole(path, made)[1:]
    except UserFacingError as error:
        if error.code in _ENDS_ALL:
            raise
        return Outcome(ask=ask, name=name, error=error)
    except Exception:  # noqa: BLE001 - a fault in one paper must not take the others along
        _log.exception("a paper of a batch failed")
        return Outcome(ask=ask, name=name, error=RefusedError("paper_failed", name=name or str(ask.ids)))
    sheet = Sheet(paper=paper.key, data=data, content=made.content, pages=made.pages, file_name=path.name)
    return Outcome(
        ask=ask,
        name=name,
        noted=noted(ask, sheet),
        path=path,
        beside=tuple(beside),
        replaced=made.replaced,
        remarks=made.remarks,
    )

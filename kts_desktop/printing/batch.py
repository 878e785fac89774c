"""Many papers in one go, a file each or all in one: whole files only, an error skips that one paper alone."""

import logging
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import RefusedError, StorageError, UserFacingError
from kts_desktop.printing import paper as files
from kts_desktop.printing.catalogue import PaperKind
from kts_desktop.printing.paper import Bundle, Progress, ShareError, no_progress
from kts_desktop.printing.sweeping import unswept
from kts_desktop.services.paper_batch import Outcome
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.papers import Sheet, noted, noted_share

if TYPE_CHECKING:
    from kts_desktop.storage.sessions import Session

Place = Callable[[str], Path]  # where a file goes that would be called so
_A_FILE = 400_000  # bytes a paper takes at most, as a rule
_SPARE = 20_000_000
_MEGABYTE = 1_000_000
_WHOLE, _GATHERED = 1_000, 200  # steps of a file of many papers, and those of gathering its records
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
            outcome = _one(session, paper, ask, partial(files.free_path, folder))
        yield outcome
        progress(done + 1, len(asks), outcome.name)


def in_one(
    session: "Session",
    paper: PaperKind,
    asks: Sequence[Ask],
    out: Path,
    *,
    progress: Progress = no_progress,
) -> list[Outcome]:
    """Print a paper for each request into one file and return what became of each.

    ``out`` is a file, or a folder in which it gets a name. A paper that fails is left out; the only one left
    is the paper made alone. ``progress`` hears of steps done, steps in all and words for it; whatever it
    raises ends the work and leaves no file. Raises StorageError if the file cannot be written.
    """
    is_folder = out.is_dir()
    check_room(out if is_folder else out.parent, len(asks))
    place_of: Place = partial(files.free_path, out) if is_folder else lambda _name: out
    binding = _Binding(paper=paper, asks=asks, progress=progress)
    with unswept():
        binding.gather(session)
        bundle = binding.bound()
    if bundle is not None:
        binding.written(bundle, place_of)
    else:
        for place in binding.data:
            binding.outcomes[place] = _one(session, paper, asks[place], place_of)
    return [binding.outcomes[place] for place, _ in enumerate(asks)]


@dataclass(slots=True, kw_only=True)
class _Binding:
    """One file of many papers in the making: their data, and what became of each, by place."""

    paper: PaperKind
    asks: Sequence[Ask]
    progress: Progress
    data: dict[int, Any] = field(default_factory=dict)
    outcomes: dict[int, Outcome] = field(default_factory=dict)

    def gather(self, session: "Session") -> None:
        """Gather the data of all; what cannot be gathered is left out."""
        for place, ask in enumerate(self.asks):
            name = ""
            try:
                data = self.paper.gather(session, ask)
                name = self.paper.named(data)
                self.data[place] = data
            except UserFacingError as error:
                self.outcomes[place] = Outcome(ask=ask, name=name, error=error)
            except Exception as error:  # noqa: BLE001 - a fault in one paper must not take the others along
                self.outcomes[place] = _failed(ask, name, error)
            self.progress(_GATHERED * (place + 1) // len(self.asks), _WHOLE, name)

    def bound(self) -> Bundle | None:
        """Return the file, laid out anew without each paper that fails; None for fewer than two."""
        assert self.paper.render_many is not None
        while len(self.data) > 1:
            try:
                return self.paper.render_many(list(self.data.values()), progress=self._watch)
            except ShareError as error:
                place = list(self.data)[error.place]
                data = self.data.pop(place)
                cause = error.__cause__ or error
                self.outcomes[place] = _failed(self.asks[place], self.paper.named(data), cause)
        return None

    def written(self, bundle: Bundle, place_of: Place) -> None:
        """Write the file and keep for each paper in it what the log takes."""
        places, first = list(self.data), self.asks[next(iter(self.data))]
        language = first.options.language
        about = self.paper.many_word(language, len(places))
        path = place_of(_file_name(self.paper, first, about))
        files.write_whole(path, bundle.paper)
        sheet = Sheet(
            paper=self.paper.key,
            data=self.data[places[0]],
            content=bundle.paper.content,
            pages=bundle.paper.pages,
            file_name=path.name,
        )
        whole = noted(first, sheet)
        for place, share in zip(places, bundle.shares, strict=True):
            ask, data = self.asks[place], self.data[place]
            self.outcomes[place] = Outcome(
                ask=ask,
                name=self.paper.named(data),
                noted=noted_share(whole, ask, data, share.pages),
                path=path,
                replaced=share.replaced,
                remarks=share.remarks,
            )

    def _watch(self, done: int, total: int, words: str) -> None:
        part = done * (_WHOLE - _GATHERED) // total if total else 0
        self.progress(_GATHERED + part, _WHOLE, words)


def _one(session: "Session", paper: PaperKind, ask: Ask, place_of: Place) -> Outcome:
    name = ""
    try:
        data = paper.gather(session, ask)
        name = paper.named(data)
        made = paper.render(data)
        path = place_of(_file_name(paper, ask, name))
        beside = files.write_whole(path, made)[1:]
    except UserFacingError as error:
        if error.code in _ENDS_ALL:
            raise
        return Outcome(ask=ask, name=name, error=error)
    except Exception as error:  # noqa: BLE001 - a fault in one paper must not take the others along
        return _failed(ask, name, error)
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


def _failed(ask: Ask, name: str, error: BaseException) -> Outcome:
    _log.error("a paper of a batch failed", exc_info=error)
    return Outcome(ask=ask, name=name, error=RefusedError("paper_failed", name=name or str(ask.ids)))


def _file_name(paper: PaperKind, ask: Ask, about: str) -> str:
    return files.file_name(local_date(ask.now), paper.file_word(ask.options.language), about)

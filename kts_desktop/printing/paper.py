"""A finished paper, and how it reaches the disk."""

import contextlib
import errno
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kts_desktop.core.errors import StorageError
from kts_desktop.printing.formats import plain_letters

Progress = Callable[[int, int, str], None]
_LONGEST_NAME = 80
_CODES = {
    errno.ENOSPC: "paper_disk_full",
    errno.EDQUOT: "paper_disk_full",
    errno.ENOENT: "paper_folder_gone",
    errno.ENOTDIR: "paper_folder_gone",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A file that goes with a paper, under the same name with another ``suffix``: metadata, figures."""

    suffix: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The bytes of a PDF file; ``replaced`` holds the characters the font lacks, shown as an empty box.

    ``remarks`` are sentences for whoever prints it: what had to be shortened or left out.
    """

    content: bytes
    pages: int
    replaced: tuple[str, ...] = ()
    beside: tuple[Beside, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one paper came to that is bound into a file with others; as of ``Paper``."""

    pages: int
    replaced: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Several papers bound into one file; ``shares`` in the order in which they were given."""

    paper: Paper
    shares: tuple[Share, ...]


class ShareError(Exception):
    """One paper of several could not be laid out: the one at ``place``; its ``__cause__`` says why."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


def no_progress(_done: int, _total: int, _words: str) -> None:
    """Take no notice."""


def file_name(on: date, kind: str, subject: str) -> str:
    """Return a name such as ``2026-11-22_Briefing_Zwoenitz.pdf``: ASCII, at most 80 characters."""
    stem = "_".join(_words_only(part) for part in (kind, subject) if _words_only(part))
    room = _LONGEST_NAME - len(f"{on.isoformat()}_.pdf")
    return f"{on.isoformat()}_{stem[:room].rstrip('-_')}.pdf"


def free_path(folder: Path, name: str) -> Path:
    """Return a path in the folder that is not taken yet: ``-2``, ``-3`` … before the suffix on a clash."""
    path, count = folder / name, 1
    stem, suffix = path.stem, path.suffix
    while path.exists():
        count += 1
        mark = f"-{count}"
        path = folder / f"{stem[: _LONGEST_NAME - len(mark) - len(suffix)]}{mark}{suffix}"
    return path


def write_whole(path: Path, paper: Paper) -> list[Path]:
    """Write a paper with the files beside it; return the paths, the paper's first. Raises StorageError."""
    write_paper(path, paper.content)
    beside = [(path.with_suffix(one.suffix), one.content) for one in paper.beside]
    for other, content in beside:
        write_paper(other, content)
    return [path, *(other for other, _ in beside)]


def write_paper(path: Path, content: bytes) -> None:
    """Write the file whole or not at all; raises StorageError and leaves nothing behind."""
    draft = path.with_name(path.name + ".part")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        code = _CODES.get(error.errno or 0, "paper_not_writable")
        raise StorageError(code, name=path.name, folder=str(path.parent)) from error


def _words_only(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", plain_letters(text)).strip("-")

"""Arguments of ``print`` made from the catalogue: what a paper can be about, and its options."""

import argparse
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kts_desktop.cli import references
from kts_desktop.core.errors import StorageError
from kts_desktop.printing.catalogue import BRIEFING, PaperKind
from kts_desktop.services import recipes
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.paper_options import Option, PaperOptions, options_of, with_values
from kts_desktop.storage.sessions import Session

# kind of record: its argument, the mark of its value, what it is
_ABOUT = MappingProxyType(
    {
        "organisation": ("--body", "NAME", "name or key of a municipality or another body"),
        "advisory_case": ("--case", "NUMBER", "file number of a case"),
        "project": ("--project", "TITLE", "title or number of a model project"),
        "event": ("--event", "TITLE", "title of an event"),
        "event_series": ("--series", "NAME", "name of a series of events"),
        "registration": ("--registration", "#ID", "id of a registration"),
        "person": ("--person", "NAME", "name of a person"),
        "adviser": ("--adviser", "NAME", "name or mark of an adviser"),
    }
)
_SHARED = frozenset({"language"})  # asked for by every command
_FROM_FILE = MappingProxyType({"letter_text": "--text-file", "own_text": "--own-text-file"})
_LARGEST_TEXT = 1_000_000  # bytes


def add_subjects(parser: argparse.ArgumentParser, paper: PaperKind) -> None:
    """Add one argument for each kind of record the paper can be about; each may be given more than once."""
    kinds = [kind for kind in _ABOUT if kind in paper.subjects]
    if not kinds:
        return
    is_needed = "" not in paper.subjects and paper.key != BRIEFING  # its bodies may be chosen otherwise
    group = parser.add_mutually_exclusive_group(required=is_needed)
    for kind in kinds:
        option, mark, what = _ABOUT[kind]
        group.add_argument(option, dest=f"about_{kind}", action="append", metavar=mark, help=what)


def subjects(session: Session, chosen: argparse.Namespace, paper: PaperKind) -> tuple[str, tuple[int, ...]]:
    """Return the kind and the records named; the office where none is. Raises NotFoundError."""
    for kind in _ABOUT:
        typed = getattr(chosen, f"about_{kind}", None) if kind in paper.subjects else None
        if typed:
            found = [references.of_kind(session, kind, one) for one in typed]
            return kind, tuple(dict.fromkeys(found))
    return "", ()


def add_options(parser: argparse.ArgumentParser, options: type[PaperOptions]) -> None:
    """Add one argument for each option of a paper; a switch that is on by default is turned off."""
    for one in options_of(options):
        if one.name not in _SHARED:
            _add(parser, one)


def given(session: Session, chosen: argparse.Namespace, options: type[PaperOptions]) -> PaperOptions:
    """Return the options as they were typed, in the language of the command, upon those of a recipe.

    Raises NotFoundError if there is no such recipe, StorageError if a text file cannot be read.
    """
    typed = {one.name: getattr(chosen, f"option_{one.name}", None) for one in options_of(options)}
    for name in _FROM_FILE:
        path = getattr(chosen, f"file_of_{name}", None)
        if path is not None:
            typed[name] = text_of(path)
    values: dict[str, object] = {name: value for name, value in typed.items() if value is not None}
    start = options()
    if isinstance(start, BriefingOptions) and values.get("recipe"):
        recipe = recipes.named(session, str(values.pop("recipe")), chosen.lang)
        start = recipes.options_of(recipe, chosen.lang)
    return with_values(start, values | {"language": chosen.lang})


def text_of(path: Path) -> str:
    """Return the text of a file in UTF-8 or UTF-16, or as older editors of Windows write it.

    Raises StorageError if it is none.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_TEXT + 1)
    except OSError as error:
        raise StorageError("text_file_unreadable", name=path.name) from error
    is_wide = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    if len(data) > _LARGEST_TEXT or (b"\0" in data and not is_wide):
        raise StorageError("text_file_unreadable", name=path.name)
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeError:
            continue
    raise StorageError("text_file_unreadable", name=path.name)


def _add(parser: argparse.ArgumentParser, one: Option) -> None:
    if one.name in _FROM_FILE:
        both = parser.add_mutually_exclusive_group()
        both.add_argument(
            _FROM_FILE[one.name],
            dest=f"file_of_{one.name}",
            type=Path,
            metavar="FILE",
            help="text file; an empty line begins a paragraph",
        )
        both.add_argument(f"--{one.name.replace('_', '-')}", dest=f"option_{one.name}", metavar="TEXT")
        return
    word, place = one.name.replace("_", "-"), f"option_{one.name}"
    if one.kind is bool:
        name = f"--no-{word}" if one.default else f"--{word}"
        parser.add_argument(name, dest=place, action="store_const", const=not one.default)
    elif one.kind is int:
        parser.add_argument(f"--{word}", dest=place, type=_whole(one), metavar="N")
    elif one.choices:
        parser.add_argument(f"--{word}", dest=place, choices=one.choices)
    else:
        parser.add_argument(f"--{word}", dest=place, metavar="TEXT")


def _whole(one: Option) -> Any:
    """Return what reads a whole number within the bounds of an option."""

    def read(typed: str) -> int:
        value = int(typed)
        if not one.takes(value):
            raise argparse.ArgumentTypeError(f"{value} is not from {one.at_least} to {one.at_most}")
        return value

    read.__name__ = "number"  # argparse names it when it refuses
    return read

"""How a paper is asked for: about which records, and with which options.

The options of a paper are a frozen dataclass of plain fields, each with a default: how the office prints it.
As text they go into the log of papers, so that the same paper can be made again.
"""

import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar, get_type_hints

AT_LEAST, AT_MOST, CHOICES = "at_least", "at_most", "choices"  # what the metadata of a field may hold


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOptions:
    """What every paper can be asked for; a paper adds its own fields, of bool, int, StrEnum or str.

    The metadata of an int may hold ``at_least`` and ``at_most``, that of a str its ``choices``.
    """

    language: str = field(default="de", metadata={CHOICES: ("de", "en")})

    def limit_of(self, _name: str) -> int | None:
        """Return the largest number an option takes beside the others; None where its own bound is enough."""
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A paper that is wanted: about records of one kind, or about the office, whose kind is empty."""

    kind: str
    ids: tuple[int, ...]
    options: PaperOptions
    now: datetime
    adviser: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One field of the options, as inputs are made from it; ``choices`` is empty for free values."""

    name: str
    kind: type[Any]
    default: Any
    choices: tuple[str, ...] = ()
    at_least: int | None = None
    at_most: int | None = None

    def takes(self, value: object) -> bool:
        """Tell whether a value, read from JSON, can be one of this option."""
        wanted = str if issubclass(self.kind, str) else self.kind
        if type(value) is not wanted:
            return False
        if isinstance(value, int):
            low = self.at_least is None or value >= self.at_least
            return low and (self.at_most is None or value <= self.at_most)
        return not self.choices or value in self.choices


OptionsT = TypeVar("OptionsT", bound=PaperOptions)


def options_of(kind: type[PaperOptions]) -> tuple[Option, ...]:
    """Return the options of a paper in their order."""
    hints = get_type_hints(kind)
    return tuple(_option(one, hints[one.name]) for one in dataclasses.fields(kind))


def as_text(options: PaperOptions) -> str:
    """Return the options as canonical JSON without the defaults; empty where all are defaults."""
    values = {one.name: getattr(options, one.name) for one in options_of(type(options))}
    chosen = {
        one.name: values[one.name] for one in options_of(type(options)) if values[one.name] != one.default
    }
    return json.dumps(chosen, ensure_ascii=False, sort_keys=True, separators=(",", ":")) if chosen else ""


def from_text(kind: type[OptionsT], text: str) -> OptionsT:
    """Return the options a text tells of; what it does not tell, or tells wrongly, is the default."""
    try:
        told = json.loads(text) if text else {}
    except ValueError:
        told = {}
    if not isinstance(told, dict):
        return kind()
    return with_values(kind(), told)


def with_values(options: OptionsT, values: dict[str, object]) -> OptionsT:
    """Return the options with other values; what is unknown or out of bounds is left as it was."""
    fit = {
        one.name: one.kind(values[one.name])
        for one in options_of(type(options))
        if one.name in values and one.takes(values[one.name])
    }
    return dataclasses.replace(options, **fit)


def _option(one: "dataclasses.Field[Any]", kind: type[Any]) -> Option:
    codes: Sequence[str] = one.metadata.get(CHOICES, ())
    if issubclass(kind, StrEnum):
        codes = [member.value for member in kind]
    return Option(
        name=one.name,
        kind=kind,
        default=one.default,
        choices=tuple(codes),
        at_least=one.metadata.get(AT_LEAST),
        at_most=one.metadata.get(AT_MOST),
    )

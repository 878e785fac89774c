"""What a command answers: lines for people, data for programs."""

import dataclasses
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Lines for people, the same as data for ``--json``, and the exit status."""

    lines: Sequence[str] = ()
    data: Any = field(default_factory=dict)
    status: int = 0


def write(answer: Answer, *, as_json: bool) -> None:
    """Put an answer on standard output."""
    if as_json:
        json.dump(plain(answer.data), sys.stdout, ensure_ascii=False, indent=1, sort_keys=True)
        print()
        return
    for line in answer.lines:
        print(line)


def plain(value: Any) -> Any:
    """Return a value as JSON knows it: dataclasses as objects, moments in ISO form, bytes in hex."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return _text(value)


def _text(value: Any) -> Any:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    return str(value) if isinstance(value, Path) else value


def table(rows: Sequence[Sequence[object]]) -> list[str]:
    """Return rows as lines whose columns stand below each other."""
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    if not texts:
        return []
    widths = [max(len(row[place]) for row in texts) for place in range(len(texts[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in texts
    ]

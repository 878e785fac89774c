"""Canonical JSON: one text for one value, so that a reader compares bytes and refuses every other spelling.

UTF-8, keys sorted, no blanks, integers only (absolute value below 2^53), limited depth. Comparing with the
text written again also refuses double keys, other escapes and numbers with a leading zero.
"""

import json
from typing import Any, NoReturn

from kts_desktop.core.errors import PackageError

LARGEST = 1 << 53
DEPTH = 8


def dump(value: Any) -> bytes:
    """Return the one text of a value; raises ValueError for a float or a text that is not Unicode."""
    return _ENCODER.encode(value).encode("utf-8")


def load(text: bytes, *, depth: int = DEPTH) -> Any:
    """Return the value of a canonical text; raises PackageError ``package_damaged`` for anything else."""
    try:
        value = _DECODER.decode(text.decode("utf-8"))
        _walk(value, depth)
        is_canonical = dump(value) == text
    except (ValueError, RecursionError) as error:
        raise PackageError("package_damaged") from error
    if not is_canonical:
        raise PackageError("package_damaged")
    return value


def _refuse(_text: str) -> NoReturn:
    raise ValueError("no such number")


def _walk(value: Any, depth: int) -> None:
    if isinstance(value, bool) or (isinstance(value, int) and not -LARGEST < value < LARGEST):
        raise ValueError("not an integer that every reader knows")
    if isinstance(value, dict | list):
        if depth == 0:
            raise ValueError("too deep")
        for part in value.values() if isinstance(value, dict) else value:
            _walk(part, depth - 1)


# made once: json would make one anew for every line of a package
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
_DECODER = json.JSONDecoder(parse_float=_refuse, parse_constant=_refuse)

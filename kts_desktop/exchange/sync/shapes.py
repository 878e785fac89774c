"""Small checks on what canonical JSON holds: each returns the value or refuses the package."""

import re
from typing import Any, NoReturn

from kts_desktop.core.errors import PackageError

FINGERPRINT, UID, NONCE = 32, 16, 8  # bytes
_HEX = re.compile(r"(?:[0-9a-f]{2})*")


def refuse() -> NoReturn:
    """Refuse the package: its sender wrote what no version writes."""
    raise PackageError("package_damaged")


def listed(value: Any, size: int | None = None) -> list[Any]:
    """Return a list, of a size if one is given."""
    if type(value) is not list or (size is not None and len(value) != size):
        refuse()
    return value


def named(value: Any, keys: frozenset[str]) -> dict[str, Any]:
    """Return an object with at least these keys."""
    if type(value) is not dict or not keys <= value.keys():
        refuse()
    return value


def number(value: Any, low: int = 0, high: int = 1 << 53) -> int:
    """Return an integer between two limits, both included but for the highest."""
    if type(value) is not int or not low <= value < high:
        refuse()
    return value


def words(value: Any, pattern: "re.Pattern[str]") -> str:
    """Return a text of a given form."""
    if type(value) is not str or not pattern.fullmatch(value):
        refuse()
    return value


def text(value: Any, longest: int) -> str:
    """Return a text of limited length that can be shown in one line."""
    if type(value) is not str or len(value) > longest or not value.isprintable():
        refuse()
    return value


def hexed(value: Any, size: int) -> bytes:
    """Return the bytes behind lower-case hex digits of a given size."""
    if type(value) is not str or len(value) != 2 * size or not _HEX.fullmatch(value):
        refuse()
    return bytes.fromhex(value)

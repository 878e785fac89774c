"""Reads numbers as people type them: 1.284,50 €, 1,284.50, 1284. Knows no Qt."""

import re
from decimal import Decimal

_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*|[+-]?[.,]\d+")
_NOISE = re.compile(r"(€|eur|\$|usd|£|gbp|\s|'|’)+")
_GROUP = 3


def parse_number(text: str, language: str) -> Decimal | None:
    """Return the number a text means, None if it means none.

    A single mark before exactly three digits groups thousands where the language uses it so: "1.284" is
    1284 in German and 1.284 in English. Two different marks are clear in any language.
    """
    typed = _NOISE.sub("", text.strip().casefold()).replace("−", "-")
    if not _NUMBER.fullmatch(typed):
        return None
    mark = _decimal_mark(typed, language)
    whole, _, rest = typed.rpartition(mark) if mark else (typed, "", "")
    groups = whole.replace(",", ".").lstrip("+-").split(".")
    if any(len(group) != _GROUP for group in groups[1:]):
        return None
    digits = whole.replace(",", "").replace(".", "")
    return Decimal(f"{digits}.{rest}" if rest else digits)


def _decimal_mark(typed: str, language: str) -> str:
    """Return the mark that stands before the decimals, or nothing."""
    own, grouping = (",", ".") if language == "de" else (".", ",")
    marks = [letter for letter in typed if letter in ".,"]
    if not marks:
        return ""
    if len(set(marks)) > 1:
        return marks[-1]
    if len(marks) > 1:
        return ""
    after = len(typed) - typed.index(marks[0]) - 1
    return grouping if marks[0] == grouping and after != _GROUP else (own if marks[0] == own else "")

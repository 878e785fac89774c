"""Phone numbers: what was typed read as E.164, and shown after DIN 5008.

Letters never become digits: "030/1234-0 (Zentrale)" is read as +4930 1234 0, whatever a vanity reading
of its letters would give.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

HOME = "DE"
_HOME_CODE = 49
_RUN = re.compile(r"(?:\+|00)?\s*\d(?:[\s\d./()\u00a0\u2010-\u2013\u202f-]*\d)?")
_HYPHENS = str.maketrans("‐‑‒–", "----")
_TRUNK_ZERO = re.compile(r"\(\s*0\s*\)")
_ALTERNATIVE = re.compile(r"\s+/\s+|\s*[;,|]\s*|\s+(?:oder|or|und|and)\s+")
_TYPED_EXTENSION = re.compile(r"\d\s*-\s*(\d{1,5})$")
_MANY_TRUNK_DIGITS = 5
_FEWEST_DIGITS = 6  # less is a service number such as 115, a room, or digits before a word


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as it is dialled; ``extension`` is the tail of it that stands behind a hyphen."""

    e164: str
    extension: str = ""


def phone(text: str) -> Phone | None:
    """Return the first number that the text holds, None if it holds none that could be dialled."""
    for part in (text, *_ALTERNATIVE.split(text)):
        found = _number(part)
        if found is not None:
            return found
    return None


def dialled(text: str) -> str:
    """Return the E.164 form of the number in a text, or nothing."""
    found = phone(text)
    return found.e164 if found else ""


@lru_cache(maxsize=20_000)  # lists show the same numbers again and again
def shown(text: str, *, abroad: bool = False) -> str:
    """Return a typed number after DIN 5008; text that holds no number comes back as it was typed.

    German numbers are shown as they are dialled at home, unless the reader is ``abroad``.
    """
    import phonenumbers

    found = phone(text)
    if found is None:
        return text.strip()
    number = phonenumbers.parse(found.e164)
    if number.country_code != _HOME_CODE:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    digits = phonenumbers.national_significant_number(number)
    code = _code_length(number)
    area, own = digits[:code], digits[code:]
    if found.extension and own.endswith(found.extension) and len(own) > len(found.extension):
        own = f"{own[: -len(found.extension)]}-{found.extension}"
    if abroad:
        return f"+49 {area} {own}" if area else f"+49 {own}"
    return f"0{area} {own}" if area else f"0{own}"


def prefixes(text: str) -> tuple[str, ...]:
    """Return the beginnings of E.164 numbers that someone who types these digits may mean."""
    bare = _TRUNK_ZERO.sub("", text)
    digits = "".join(letter for letter in bare if letter.isdigit())
    if not digits:
        return ()
    if bare.strip().startswith("+"):
        return (f"+{digits}",)
    if digits.startswith("00"):
        return (f"+{digits[2:]}",) if len(digits) > len("00") else ()
    if digits.startswith("0"):
        return (f"+{_HOME_CODE}{digits[1:]}",)
    return (f"+{_HOME_CODE}{digits}", f"+{digits}")


def _number(text: str) -> Phone | None:
    import phonenumbers

    runs = _RUN.findall(_TRUNK_ZERO.sub(" ", text.translate(_HYPHENS)))
    for run in sorted(runs, key=_count, reverse=True):
        try:
            number = phonenumbers.parse(run, HOME)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number) and _count(run) >= _FEWEST_DIGITS:
            e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            return Phone(e164, _extension(run, number))
    return None


def _extension(run: str, number: "PhoneNumber") -> str:
    """Return the typed extension: behind a hyphen, a lone 0 at the end, or the second of two groups."""
    import phonenumbers

    typed = _TYPED_EXTENSION.search(run)
    if _is_mobile(number):
        return ""
    if typed:
        return typed.group(1)
    groups = re.findall(r"\d+", run)
    if groups[-1] == "0" and len(groups) > 1:
        return "0"
    digits = phonenumbers.national_significant_number(number)
    own = digits[_code_length(number) :]
    trunk = own[: -len(groups[-1])]
    is_pair = len(groups) > 1 and trunk == groups[-2]
    return groups[-1] if is_pair and len(trunk) >= _MANY_TRUNK_DIGITS else ""


def _is_mobile(number: "PhoneNumber") -> bool:
    import phonenumbers

    return phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE


def _code_length(number: "PhoneNumber") -> int:
    import phonenumbers

    return phonenumbers.length_of_geographical_area_code(
        number
    ) or phonenumbers.length_of_national_destination_code(number)


def _count(run: str) -> int:
    return sum(letter.isdigit() for letter in run)

"""Dates, times, numbers and money as German and English papers write them."""

import unicodedata
from datetime import date, datetime
from decimal import Decimal

from kts_desktop.services.snapshot import LooseDate, Precision

NARROW = "\u202f"  # narrow no-break space
NO_BREAK = "\u00a0"
_MONTHS = {
    "de": (
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_WEEKDAYS = {
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MILLION = Decimal(1_000_000)
_KILO = 1_000
_WRITTEN_OUT = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "ẞ": "SS",
        "ł": "l",
        "Ł": "L",
        "ø": "oe",
        "Ø": "Oe",
        "æ": "ae",
        "Æ": "Ae",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
    }
)


def day(value: date, language: str) -> str:
    """Return a date for a table: ``22.11.2026`` or ``22 Nov 2026``."""
    if language == "de":
        return f"{value.day:02d}.{value.month:02d}.{value.year}"
    return f"{value.day}{NO_BREAK}{_MONTHS['en'][value.month - 1][:3]}{NO_BREAK}{value.year}"


def long_day(value: date, language: str) -> str:
    """Return a date for running text, with the day of the week."""
    weekday, month = _WEEKDAYS[language][value.weekday()], _MONTHS[language][value.month - 1]
    if language == "de":
        return f"{weekday}, {value.day}.{NO_BREAK}{month} {value.year}"
    return f"{weekday}, {value.day}{NO_BREAK}{month} {value.year}"


def loose_day(value: LooseDate, language: str) -> str:
    """Return a date as exactly as it is known."""
    match value.precision:
        case Precision.YEAR:
            return str(value.on.year)
        case Precision.MONTH if language == "de":
            return f"{value.on.month:02d}/{value.on.year}"
        case Precision.MONTH:
            return f"{_MONTHS['en'][value.on.month - 1][:3]}{NO_BREAK}{value.on.year}"
        case _:
            return day(value.on, language)


def moment(value: datetime, language: str) -> str:
    """Return date and time in the zone the value carries."""
    return f"{day(value.date(), language)}, {clock(value, language)}"


def clock(value: datetime, language: str) -> str:
    """Return the time of day."""
    return f"{value:%H:%M}{NO_BREAK}Uhr" if language == "de" else f"{value:%H:%M}"


def number(value: int | Decimal, language: str) -> str:
    """Return a number with its groups of thousands."""
    text = f"{value:,}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def signed(value: int, language: str) -> str:
    """Return a change with its sign."""
    sign = "+" if value > 0 else "\u2212" if value < 0 else "\u00b1"
    return f"{sign}{number(abs(value), language)}"


def money(amount: Decimal, currency: str, language: str) -> str:
    """Return an amount; from a million on, whole tens of thousands are written in millions."""
    if amount >= _MILLION and amount % 10_000 == 0:
        millions = number((amount / _MILLION).normalize() + Decimal(0), language)
        word = f"Mio.{NO_BREAK}{currency}" if language == "de" else f"million {currency}"
        return f"{millions}{NO_BREAK}{word}"
    exact = amount.quantize(Decimal("0.01"))
    whole = exact == exact.to_integral_value()
    return f"{number(exact.to_integral_value() if whole else exact, language)}{NO_BREAK}{currency}"


def file_size(size: int, language: str) -> str:
    """Return the size of a file of so many bytes: ``812 Bytes``, ``12 kB``, ``1,2 MB``."""
    if size < _KILO:
        return f"{size}{NO_BREAK}Bytes" if language == "de" else f"{size}{NO_BREAK}bytes"
    for unit in ("kB", "MB"):
        size_in_unit = Decimal(size) / _KILO ** (1 if unit == "kB" else 2)
        if size_in_unit < _KILO:
            break
    else:
        unit, size_in_unit = "GB", Decimal(size) / _KILO**3
    exact = size_in_unit.quantize(Decimal(1) if unit == "kB" else Decimal("0.1"))
    return f"{number(exact, language)}{NO_BREAK}{unit}"


def plain_letters(text: str) -> str:
    """Return the text in ASCII, umlauts written out: ``Zwönitz`` becomes ``Zwoenitz``."""
    written = text.translate(_WRITTEN_OUT)
    bare = (c for c in unicodedata.normalize("NFKD", written) if not unicodedata.combining(c))
    return "".join(c for c in bare if c.isascii())

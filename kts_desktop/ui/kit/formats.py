"""Days, times, numbers and money as a reader of the language expects them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£"}
_MONTH_PARTS, _DAY_PARTS = 2, 3
_UNITS, _THOUSAND, _EXACT = ("kB", "MB", "GB"), 1000, 10
_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Formats:
    """Writes values in ``de`` or ``en``; moments are aware and shown in the zone of this computer."""

    language: str

    def day(self, value: date) -> str:
        """Return 03.12.2026 or 3 Dec 2026."""
        if self.language == "de":
            return f"{value:%d.%m.%Y}"
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"

    def loose(self, kept: str) -> str:
        """Return a day, a month or a year (2026-12-03, 2026-12, 2026) as exactly as it is kept."""
        parts = kept.split("-")
        if len(parts) == _DAY_PARTS:
            return self.day(date.fromisoformat(kept))
        return f"{parts[1]}/{parts[0]}" if len(parts) == _MONTH_PARTS else kept

    def counted(self, count: int | None, as_of: date | None, source: str, undated: str) -> str:
        """Return a count with its day, or the word ``undated``, and its source; empty without a count."""
        if count is None:
            return ""
        day = self.day(as_of) if as_of else undated
        return f"{self.number(count)} ({', '.join(part for part in (day, source) if part)})"

    def weekday(self, value: date) -> str:
        """Return Dienstag or Tuesday."""
        return QLocale(self.language).dayName(value.isoweekday())

    def time(self, value: time) -> str:
        """Return 09:40."""
        return f"{value:%H:%M}"

    def moment(self, value: datetime) -> str:
        """Return the local day and time."""
        local = value.astimezone()
        return f"{self.day(local.date())}, {local:%H:%M}"

    def relative(self, value: datetime, now: datetime) -> str:
        """Return "5 min ago", "Today, 09:40", "Yesterday, 17:05", else the day."""
        local, here = value.astimezone(), now.astimezone()
        age = now - value
        if timedelta(0) <= age < _MINUTE:
            return QCoreApplication.translate("formats", "just now")
        if _MINUTE <= age < _HOUR:
            return QCoreApplication.translate("formats", "{0} min ago").format(age // _MINUTE)
        if local.date() == here.date():
            return QCoreApplication.translate("formats", "Today, {0}").format(f"{local:%H:%M}")
        if local.date() == here.date() - timedelta(days=1):
            return QCoreApplication.translate("formats", "Yesterday, {0}").format(f"{local:%H:%M}")
        return self.day(local.date())

    def number(self, value: int | Decimal, places: int = 0) -> str:
        """Return 1.284,5 or 1,284.5."""
        english = f"{value:,.{places}f}"
        return english.translate(str.maketrans(",.", ".,")) if self.language == "de" else english

    def size(self, count: int) -> str:
        """Return 320 B, 34 kB, 1,2 MB or 1.2 MB: of a file, in thousands."""
        if count < _THOUSAND:
            return f"{count} B"
        value, unit = Decimal(count) / _THOUSAND, 0
        while value >= _THOUSAND and unit < len(_UNITS) - 1:
            value, unit = value / _THOUSAND, unit + 1
        return f"{self.number(value, 0 if value >= _EXACT else 1)} {_UNITS[unit]}"

    def money(self, value: Decimal, currency: str = "EUR") -> str:
        """Return 1.284,50 € or €1,284.50."""
        amount, sign = self.number(value, 2), _SIGNS.get(currency, currency)
        if self.language == "de":
            return f"{amount} {sign}"
        return f"{sign}{amount}" if currency in _SIGNS else f"{sign} {amount}"


def current() -> Formats:
    """Return the formats of the language the program speaks now."""
    return Formats("de" if QLocale().language() is QLocale.Language.German else "en")


def from_local(day: date, at: time) -> datetime:
    """Return the aware UTC moment of a day and time on this computer's clock."""
    return datetime.combine(day, at).astimezone().astimezone(UTC)

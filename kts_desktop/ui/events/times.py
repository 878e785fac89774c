"""Times of an event, told in the event's own zone."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QCoreApplication, QLocale

from kts_desktop.core.words import QT_TRANSLATE_NOOP
from kts_desktop.ui.kit import formats

ZONES: Mapping[str, str] = MappingProxyType(
    {
        "Europe/Berlin": QT_TRANSLATE_NOOP("zones", "Berlin"),
        "Europe/London": QT_TRANSLATE_NOOP("zones", "London"),
        "Europe/Lisbon": QT_TRANSLATE_NOOP("zones", "Lisbon"),
        "Europe/Athens": QT_TRANSLATE_NOOP("zones", "Athens"),
        "Europe/Kyiv": QT_TRANSLATE_NOOP("zones", "Kyiv"),
        "America/New_York": QT_TRANSLATE_NOOP("zones", "New York"),
        "America/Mexico_City": QT_TRANSLATE_NOOP("zones", "Mexico City"),
        "America/Lima": QT_TRANSLATE_NOOP("zones", "Lima"),
        "America/Sao_Paulo": QT_TRANSLATE_NOOP("zones", "São Paulo"),
        "Asia/Kolkata": QT_TRANSLATE_NOOP("zones", "Kolkata"),
        "UTC": QT_TRANSLATE_NOOP("zones", "UTC"),
    }
)
PARTNERS = ("America/Sao_Paulo", "America/Mexico_City", "America/Lima", "Asia/Kolkata")
INTERNATIONAL = frozenset({"iscn_meeting"})  # formats whose participants sit in the partners' zones
_SHORT = QLocale.FormatType.ShortFormat


def zone_name(zone: str) -> str:
    """Return what a zone is called."""
    source = ZONES.get(zone)
    return (
        QCoreApplication.translate("zones", source) if source else zone.rpartition("/")[2].replace("_", " ")
    )


def zone_choices(present: str = "") -> list[tuple[str, str]]:
    """Return (zone, name) of the zones offered, with one more if it is in use."""
    zones = list(ZONES) if not present or present in ZONES else [*ZONES, present]
    return [(zone, zone_name(zone)) for zone in zones]


def in_zone(moment: datetime, zone: str) -> datetime:
    """Return a moment on the clock of a zone; on this computer's where the zone is not known."""
    try:
        return moment.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return moment.astimezone()


def to_utc(day: date, at: time, zone: str) -> datetime:
    """Return the moment of a day and time on the clock of a zone."""
    try:
        return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return formats.from_local(day, at)


def day_told(day: date) -> str:
    """Return "Fri 11 Dec 2026"."""
    return f"{weekday(day)} {formats.current().day(day)}"


def weekday(day: date) -> str:
    """Return the short name of the day of the week."""
    return QLocale().dayName(day.isoweekday(), _SHORT).rstrip(".")


def month(day: date) -> str:
    """Return the short name of the month."""
    return QLocale().monthName(day.month, _SHORT).rstrip(".")


def month_told(first: date) -> str:
    """Return "December 2026"."""
    return f"{QLocale().standaloneMonthName(first.month)} {first.year}"


def hours_told(starts: datetime, ends: datetime, zone: str) -> str:
    """Return "09:30–16:30" on the clock of the zone."""
    return f"{in_zone(starts, zone):%H:%M}–{in_zone(ends, zone):%H:%M}"


def span_told(starts: datetime, ends: datetime, zone: str) -> str:
    """Return day and hours in the event's zone; the zone is named where its clock is another than here."""
    begin, end = in_zone(starts, zone), in_zone(ends, zone)
    if begin.date() == end.date():
        told = f"{day_told(begin.date())}, {begin:%H:%M}–{end:%H:%M}"
    else:
        told = f"{day_told(begin.date())}, {begin:%H:%M} – {day_told(end.date())}, {end:%H:%M}"
    return f"{told} ({zone_name(zone)})" if is_elsewhere(starts, zone) else told


def is_elsewhere(moment: datetime, zone: str) -> bool:
    """Tell whether the clock of the zone differs from the one of this computer."""
    return in_zone(moment, zone).utcoffset() != moment.astimezone().utcoffset()


def elsewhere_told(starts: datetime, zone: str, event_format: str) -> str:
    """Return the beginning on other clocks, here and in the partner countries; empty without any."""
    told = []
    if is_elsewhere(starts, zone):
        here = starts.astimezone()
        told.append(QCoreApplication.translate("events", "here {0}").format(_clock(here, starts, zone)))
    others = PARTNERS if event_format in INTERNATIONAL else ()
    told += [
        f"{zone_name(one)} {_clock(in_zone(starts, one), starts, zone)}" for one in others if one != zone
    ]
    return " · ".join(told)


def _clock(local: datetime, starts: datetime, zone: str) -> str:
    """Return the time, with the day where it is another one there."""
    is_same_day = local.date() == in_zone(starts, zone).date()
    return f"{local:%H:%M}" if is_same_day else f"{day_told(local.date())} {local:%H:%M}"

"""Words of the attendance of a series."""

from kts_desktop.printing.words.common import Texts

TEXTS: Texts = {
    "attendance": ("Attendance", "Teilnahme"),
    "title": ("Attendance: {series}", "Teilnahme: {series}"),
    "person": ("Participant", "Teilnehmende"),
    "body": ("Municipality, organisation", "Kommune, Organisation"),
    "came": ("Came", "Da"),
    "came_of": ("{came} of {dates}", "{came} von {dates}"),
    "present": ("Present", "Anwesend"),
    "legend": (
        "✓ present, – absent, e excused, · registered, no entry yet; empty: not registered",
        "✓ anwesend, – abwesend, e entschuldigt, · angemeldet, noch nicht erfasst; leer: nicht angemeldet",
    ),
    "missed": (
        "* missed the last two dates entered",
        "* hat die letzten zwei erfassten Termine versäumt",
    ),
    "summary": ("Participants by dates", "Teilnehmende nach Terminen"),
    "part": ("Dates {first} to {last} of {count}", "Termine {first} bis {last} von {count}"),
    "counts": ("{people} people, {dates} dates", "{people} Personen, {dates} Termine"),
    "no_dates": (
        "This series has no date yet that takes place.",
        "Diese Reihe hat noch keinen Termin, der stattfindet.",
    ),
    "no_people": (
        "Nobody is registered for a date of this series yet.",
        "Zu keinem Termin dieser Reihe ist bisher jemand angemeldet.",
    ),
}

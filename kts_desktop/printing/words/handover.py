"""German and English words of the handover list."""

from kts_desktop.printing.words.common import Texts

TEXTS: Texts = {
    "kind_of_paper": ("Handover list", "Übergabeliste"),
    "title": ("Handover: {name}", "Übergabe: {name}"),
    "away": ("Absent {begin} to {end}", "Abwesend {begin} bis {end}"),
    "no_absence": ("No absence is entered.", "Es ist keine Abwesenheit eingetragen."),
    "deputy": ("Deputy: {name}", "Vertretung: {name}"),
    "no_deputy": ("Deputy: not yet named", "Vertretung: noch nicht benannt"),
    "cases": ("Open cases ({count})", "Offene Vorgänge ({count})"),
    "no_cases": ("No open cases.", "Keine offenen Vorgänge."),
    "case": ("Case", "Vorgang"),
    "last": ("Last contact", "Letzter Kontakt"),
    "ours": ("We promised", "Unsere Zusagen"),
    "theirs": ("They promised", "Zusagen der Gegenseite"),
    "next": ("Next date", "Nächster Termin"),
    "papers": ("Papers", "Unterlagen"),
    "never": ("none yet", "noch keiner"),
    "nothing_due": ("none set", "keiner gesetzt"),
    "overdue": ("overdue", "überfällig"),
    "until": ("by {date}", "bis {date}"),
    "tasks": ("Further tasks", "Weitere Aufgaben"),
    "no_tasks": ("No further tasks.", "Keine weiteren Aufgaben."),
    "due": ("Due", "Fällig"),
    "what": ("What", "Was"),
    "kind": ("Kind", "Art"),
    "about": ("On", "Zu"),
    "appointments": ("Appointments until {date}", "Termine bis {date}"),
    "no_appointments": ("No appointments in this time.", "Keine Termine in dieser Zeit."),
    "when": ("When", "Wann"),
    "place": ("Where", "Wo"),
    "replaced": (
        "{count} characters are not in the typeface and are shown as □.",
        "{count} Zeichen sind nicht in der Schrift enthalten und erscheinen als □.",
    ),
}

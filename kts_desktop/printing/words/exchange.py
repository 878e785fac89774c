"""German and English words of the report of a package."""

from kts_desktop.printing.words.common import Texts

TEXTS: Texts = {
    "kind_of_paper": ("Exchange report", "Austauschbericht"),
    "title": ("Package from {name}", "Paket von {name}"),
    "taken": ("Taken over", "Übernommen"),
    "created": ("Written", "Geschrieben"),
    "size": ("Size", "Größe"),
    "package": ("Number", "Nummer"),
    "conflicts": ("Conflicts", "Konflikte"),
    "taken_back": ("This package was taken back.", "Dieses Paket wurde zurückgenommen."),
    "warnings": ("Said before it was taken over", "Vor der Übernahme gemeldet"),
    "counts": ("Records by kind", "Einträge nach Art"),
    "no_counts": (
        "No counts were kept for this package.",
        "Zu diesem Paket wurden keine Zahlen aufbewahrt.",
    ),
    "nothing": ("It brought nothing new.", "Es brachte nichts Neues."),
    "kind": ("Kind", "Art"),
    "new": ("new", "neu"),
    "newer": ("changed", "geändert"),
    "concurrent": ("conflict", "Konflikt"),
    "deleted": ("deleted", "gelöscht"),
    "erased": ("erased", "endgültig gelöscht"),
    "dropped": ("dropped", "verworfen"),
    "stale": ("known", "bekannt"),
    "records": ("What changed here", "Was sich hier änderte"),
    "cut_off": (
        "Only the first lines are printed; the history of each record tells the rest.",
        "Gedruckt sind nur die ersten Zeilen; den Rest sagt der Verlauf jedes Eintrags.",
    ),
    "no_records": ("No record changed here.", "Hier änderte sich kein Eintrag."),
    "record": ("Record", "Eintrag"),
    "field": ("Field", "Feld"),
    "old": ("Before", "Vorher"),
    "now": ("After", "Nachher"),
    "added": ("new record", "neuer Eintrag"),
}

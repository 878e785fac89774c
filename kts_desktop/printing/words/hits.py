"""German and English words of a list of hits."""

from kts_desktop.printing.words.common import Texts

TEXTS: Texts = {
    "kind_of_paper": ("List of hits", "Trefferliste"),
    "title": ("Hits for “{query}”", "Treffer zu „{query}“"),
    "title_chosen": ("Chosen records", "Ausgewählte Einträge"),
    "title_nothing": ("Search without words", "Suche ohne Wörter"),
    "all": ("{count} hits", "{count} Treffer"),
    "one": ("1 hit", "1 Treffer"),
    "some": ("the first {shown} of {found} hits", "die ersten {shown} von {found} Treffern"),
    "sorted": ("names first, then texts, the newest first", "Namen zuerst, dann Texte, die neuesten zuerst"),
    "sorted_chosen": ("in the order chosen", "in der gewählten Reihenfolge"),
    "nothing": ("Nothing was found.", "Nichts gefunden."),
    "dropped_one": (
        "The column {columns} does not fit on the page and was left out.",
        "Die Spalte {columns} passt nicht auf die Seite und fehlt.",
    ),
    "dropped_many": (
        "The columns {columns} do not fit on the page and were left out.",
        "Die Spalten {columns} passen nicht auf die Seite und fehlen.",
    ),
    "kind": ("Kind", "Art"),
    "title_column": ("Title", "Titel"),
    "aside": ("Belongs to", "Gehört zu"),
    "day": ("Date", "Datum"),
    "passage": ("Passage", "Fundstelle"),
    "kind_organisation": ("Body", "Stelle"),
    "kind_person": ("Person", "Person"),
    "kind_project": ("Project", "Projekt"),
    "kind_advisory_case": ("Case", "Vorgang"),
    "kind_event": ("Event", "Veranstaltung"),
    "kind_measure": ("Measure", "Maßnahme"),
    "kind_note": ("Note", "Vermerk"),
    "kind_task": ("Task", "Aufgabe"),
    "kind_document": ("Document", "Dokument"),
    "kind_knowledge_item": ("Knowledge", "Wissen"),
    "replaced": (
        "{count} characters are not in the typeface and are shown as □.",
        "{count} Zeichen sind nicht in der Schrift enthalten und erscheinen als □.",
    ),
}

"""German and English words of contact lists."""

from kts_desktop.printing.words.common import Texts

TEXTS: Texts = {
    "kind_of_paper": ("Contact list", "Kontaktliste"),
    "people_one": ("1 person", "1 Person"),
    "people_many": ("{count} people", "{count} Personen"),
    "title_": ("Contacts of the office", "Kontakte der Geschäftsstelle"),
    "title_organisation": ("Contacts: {about}", "Kontakte: {about}"),
    "title_project": ("Contacts of the project {about}", "Kontakte zum Projekt {about}"),
    "title_event": ("Contacts of the event {about}", "Kontakte zur Veranstaltung {about}"),
    "title_advisory_case": ("Contacts of the case {about}", "Kontakte zum Vorgang {about}"),
    "title_person": ("Chosen contacts", "Ausgewählte Kontakte"),
    "and_more": ("{first} and {count} more", "{first} und {count} weitere"),
    "filter_text": ("Words", "Wörter"),
    "filter_state": ("State", "Land"),
    "filter_kind": ("Kind of body", "Art der Stelle"),
    "sorted": ("Sorted by", "Sortiert nach"),
    "by_name": ("surname", "Nachname"),
    "by_body": ("body, then surname", "Stelle, dann Nachname"),
    "extent": ("Extent", "Umfang"),
    "name": ("Name", "Name"),
    "function": ("Function, unit", "Funktion, Einheit"),
    "body": ("Body", "Stelle"),
    "phone": ("Phone", "Telefon"),
    "mail": ("E-mail", "E-Mail"),
    "nobody": ("Nobody matches.", "Niemand gefunden."),
    "personal": (
        "Holds personal data: for the office's work alone, destroy after use.",
        "Enthält personenbezogene Daten: nur für den Dienst, nach Gebrauch vernichten.",
    ),
    "replaced": (
        "{count} characters are not in the typeface and are shown as □.",
        "{count} Zeichen sind nicht in der Schrift enthalten und erscheinen als □.",
    ),
}

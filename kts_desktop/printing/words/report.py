"""German and English words of the quarterly report."""

from kts_desktop.printing.words.common import Texts

TEXTS: Texts = {
    "kind_of_paper": ("Quarterly report", "Quartalsbericht"),
    "title": ("Quarterly report {quarter}", "Quartalsbericht {quarter}"),
    "period": ("{begins} to {ends}", "{begins} bis {ends}"),
    "contents": ("Contents", "Inhalt"),
    "overview": ("Overview", "Überblick"),
    "cases": ("Advisory cases", "Beratungsfälle"),
    "contacts": ("Contacts", "Kontakte"),
    "events": ("Events", "Veranstaltungen"),
    "sources": ("Sources and definitions", "Quellen und Definitionen"),
    "figure": ("Figure", "Kennzahl"),
    "opened": ("New cases", "Neue Fälle"),
    "closed": ("Cases closed", "Abgeschlossene Fälle"),
    "open_at_end": ("Cases open at the end", "Offene Fälle am Ende"),
    "notes": ("Contacts (notes)", "Kontakte (Vermerke)"),
    "people": ("People in touch with", "Erreichte Personen"),
    "bodies": ("Bodies in touch with", "Erreichte Stellen"),
    "events_held": ("Events", "Veranstaltungen"),
    "attended": ("Attendances", "Teilnahmen"),
    "by_advice_form": ("New cases by form of advice", "Neue Fälle nach Beratungsform"),
    "by_channel": ("New cases by channel", "Neue Fälle nach Eingangsart"),
    "by_state": ("New cases by state", "Neue Fälle nach Land"),
    "by_size_class": ("New cases by size of the municipality", "Neue Fälle nach Größe der Kommune"),
    "by_cohort": ("New cases by cohort", "Neue Fälle nach Staffel"),
    "by_programme_field": ("New cases by field of the project", "Neue Fälle nach Handlungsfeld"),
    "by_theme": ("New cases by theme", "Neue Fälle nach Thema"),
    "by_charter_guideline": ("New cases by guideline of the Charter", "Neue Fälle nach Leitlinie der Charta"),
    "by_note_kind": ("Contacts by kind", "Kontakte nach Art"),
    "by_event_format": ("Events by format", "Veranstaltungen nach Format"),
    "row": ("Value", "Merkmal"),
    "total": ("In all", "Insgesamt"),
    "change": ("Change", "Veränderung"),
    "nothing": ("No entries in either quarter.", "Keine Einträge in beiden Quartalen."),
    "multiple": (
        "A case may count in several rows, so the rows do not add up to the total.",
        "Ein Fall kann in mehreren Zeilen zählen; die Zeilen ergeben nicht die Summe.",
    ),
    "covered": ("*", "*"),
    "hidden_about": (
        (
            "* Figures below 3 are not shown. Where one could be computed from the total, another figure or"
            " the whole column is not shown either."
        ),
        (
            "* Werte unter 3 sind nicht ausgewiesen. Wo sich einer aus der Summe errechnen ließe, fehlt"
            " auch ein weiterer Wert oder die ganze Spalte."
        ),
    ),
    "code": ("Code", "Code"),
    "begins": ("First day", "Erster Tag"),
    "ends": ("Last day", "Letzter Tag"),
    "as_at_label": ("As at", "Stand"),
    "revisions": ("Changes to the report before", "Änderungen zum vorigen Bericht"),
    "revised": (
        (
            "The report {quarter} was frozen on {moment}. These of its figures are counted otherwise today,"
            " since entries were added or corrected later:"
        ),
        (
            "Der Bericht {quarter} wurde am {moment} festgeschrieben. Folgende Zahlen daraus lauten heute"
            " anders, weil Einträge nachgetragen oder berichtigt wurden:"
        ),
    ),
    "not_revised": (
        "The report {quarter} was frozen on {moment}. All its figures are still the same.",
        "Der Bericht {quarter} wurde am {moment} festgeschrieben. Alle Zahlen daraus gelten unverändert.",
    ),
    "reported": ("Reported", "Berichtet"),
    "counted": ("Today", "Heute"),
    "source": (
        (
            "From the office's records as at {moment}. A quarter counts by its days, those of Central"
            " Europe. The same records give the same figures; what was entered or changed later changes an"
            " earlier quarter too."
        ),
        (
            "Aus den Unterlagen der Geschäftsstelle, Stand {moment}. Ein Quartal zählt nach seinen Tagen"
            " (mitteleuropäische Zeit). Gleiche Unterlagen ergeben gleiche Zahlen; was später erfasst oder"
            " geändert wurde, ändert auch ein früheres Quartal."
        ),
    ),
    "def_cases": (
        (
            "New cases: received in the quarter. Closed: closed in it. Open at the end: received before its"
            " end and not closed by then."
        ),
        (
            "Neue Fälle: im Quartal eingegangen. Abgeschlossen: im Quartal abgeschlossen. Offen am Ende:"
            " bis dahin eingegangen und nicht abgeschlossen."
        ),
    ),
    "def_reach": (
        (
            "People and bodies in touch with: named by a new case, by a contact or by an attendance in the"
            " quarter, each counted once."
        ),
        (
            "Erreichte Personen und Stellen: in einem neuen Fall, einem Kontakt oder einer Teilnahme des"
            " Quartals genannt, jede einmal gezählt."
        ),
    ),
    "def_project": (
        "Cohort and fields: of the model project of the case, else of the one its body takes part in.",
        (
            "Staffel und Handlungsfelder: des Modellprojekts des Falls, sonst dessen, an dem die Stelle"
            " beteiligt ist."
        ),
    ),
    "def_events": (
        (
            "Events: begun in the quarter, cancelled ones left out. Attendances: registrations marked as"
            " attended."
        ),
        (
            "Veranstaltungen: Beginn im Quartal, ohne abgesagte. Teilnahmen: als teilgenommen vermerkte"
            " Anmeldungen."
        ),
    ),
    "def_advisers": (
        "No figure is broken down by adviser.",
        "Keine Zahl ist nach Beraterinnen und Beratern aufgeschlüsselt.",
    ),
}

"""Names of the kinds of record: table to (English, German), in the singular and in the plural."""

from types import MappingProxyType

KINDS = MappingProxyType(
    {
        "organisation": ("Body", "Organisation", "Bodies", "Organisationen"),
        "organisation_key": ("Key of a body", "Schlüssel", "Keys of bodies", "Schlüssel"),
        "person": ("Person", "Person", "People", "Personen"),
        "affiliation": ("Post", "Stelle", "Posts", "Stellen"),
        "contact_point": ("Contact detail", "Kontaktangabe", "Contact details", "Kontaktangaben"),
        "consent": ("Consent", "Einwilligung", "Consents", "Einwilligungen"),
        "duplicate_verdict": (
            "Verdict on duplicates",
            "Dublettenurteil",
            "Verdicts on duplicates",
            "Dublettenurteile",
        ),
        "programme": ("Programme", "Programm", "Programmes", "Programme"),
        "cohort": ("Cohort", "Staffel", "Cohorts", "Staffeln"),
        "project": ("Model project", "Modellprojekt", "Model projects", "Modellprojekte"),
        "project_member": (
            "Member of a project",
            "Mitglied eines Projekts",
            "Members of projects",
            "Mitglieder von Projekten",
        ),
        "project_phase": ("Phase", "Phase", "Phases", "Phasen"),
        "milestone": ("Milestone", "Meilenstein", "Milestones", "Meilensteine"),
        "funding": ("Funding", "Förderung", "Fundings", "Förderungen"),
        "measure": ("Measure", "Maßnahme", "Measures", "Maßnahmen"),
        "peer_link": ("Peer link", "Austauschbeziehung", "Peer links", "Austauschbeziehungen"),
        "network": ("Network", "Netzwerk", "Networks", "Netzwerke"),
        "network_membership": (
            "Membership of a network",
            "Mitgliedschaft in einem Netzwerk",
            "Memberships of networks",
            "Mitgliedschaften in Netzwerken",
        ),
        "adviser": ("Adviser", "Berater:in", "Advisers", "Berater:innen"),
        "absence": ("Absence", "Abwesenheit", "Absences", "Abwesenheiten"),
        "responsibility": ("Responsibility", "Zuständigkeit", "Responsibilities", "Zuständigkeiten"),
        "advisory_case": ("Advisory case", "Beratungsfall", "Advisory cases", "Beratungsfälle"),
        "case_person": ("Person of a case", "Beteiligte Person", "People of cases", "Beteiligte Personen"),
        "note": ("Note", "Notiz", "Notes", "Notizen"),
        "note_person": ("Person of a note", "Person einer Notiz", "People of notes", "Personen von Notizen"),
        "task": ("Follow-up", "Wiedervorlage", "Follow-ups", "Wiedervorlagen"),
        "event_series": (
            "Series of events",
            "Veranstaltungsreihe",
            "Series of events",
            "Veranstaltungsreihen",
        ),
        "event": ("Event", "Veranstaltung", "Events", "Veranstaltungen"),
        "event_host": (
            "Host of an event",
            "Gastgebende einer Veranstaltung",
            "Hosts of events",
            "Gastgebende von Veranstaltungen",
        ),
        "event_session": ("Session", "Programmpunkt", "Sessions", "Programmpunkte"),
        "registration": ("Registration", "Anmeldung", "Registrations", "Anmeldungen"),
        "registration_step": (
            "Step of a registration",
            "Schritt einer Anmeldung",
            "Steps of registrations",
            "Schritte von Anmeldungen",
        ),
        "session_registration": (
            "Seat in a session",
            "Platz in einem Programmpunkt",
            "Seats in sessions",
            "Plätze in Programmpunkten",
        ),
        "special_need": ("Special need", "Besonderer Bedarf", "Special needs", "Besondere Bedarfe"),
        "document": ("Document", "Dokument", "Documents", "Dokumente"),
        "attachment": ("Attachment", "Anlage", "Attachments", "Anlagen"),
        "knowledge_item": ("Knowledge item", "Wissensbeitrag", "Knowledge items", "Wissensbeiträge"),
        "record_link": ("Link", "Verknüpfung", "Links", "Verknüpfungen"),
        "tagging": ("Tag", "Schlagwort", "Tags", "Schlagwörter"),
        "pack_recipe": ("Pack recipe", "Mappenrezept", "Pack recipes", "Mappenrezepte"),
        "pack_part": ("Part of a recipe", "Teil eines Rezepts", "Parts of recipes", "Teile von Rezepten"),
        "printed_paper": ("Printed paper", "Gedruckte Unterlage", "Printed papers", "Gedruckte Unterlagen"),
        "vocabulary": ("Word of a list", "Listenwert", "Words of lists", "Listenwerte"),
        "setting": ("Setting", "Einstellung", "Settings", "Einstellungen"),
        "saved_search": ("Saved search", "Gespeicherte Suche", "Saved searches", "Gespeicherte Suchen"),
    }
)


def kind_name(table: str, language: str, *, many: bool = False) -> str:
    """Return what a kind of record is called; a table of a newer version is shown as it is."""
    names = KINDS.get(table, (table,) * 4)
    return names[(2 if many else 0) + (language == "de")]

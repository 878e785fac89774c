"""The words of briefing packs."""

from kts_desktop.printing.words.common import Texts

TEXTS: Texts = {
    # confidentiality
    "confidential_long": (
        (
            "This pack holds personal data and internal notes. It is meant for the adviser alone and does not"
            " stay at the town hall; destroy it after the visit or file it with the case."
        ),
        (
            "Diese Mappe enthält personenbezogene Daten und interne Vermerke. Sie ist allein für die Beratung"
            " bestimmt und bleibt nicht vor Ort; nach dem Termin vernichten oder zum Vorgang nehmen."
        ),
    ),
    # cover
    "pack": ("Briefing pack", "Briefing-Mappe"),
    "pack_body": ("Briefing pack: municipality", "Briefing-Mappe zur Kommune"),
    "pack_case": ("Briefing pack: advisory case", "Briefing-Mappe zum Vorgang"),
    "title": ("Briefing {name}", "Briefing {name}"),
    "file_number": ("File number", "Aktenzeichen"),
    "reference": ("Reference", "Kennzeichen"),
    "as_at_label": ("As at", "Stand"),
    "visit": ("Appointment", "Termin"),
    "visit_place": ("Place", "Ort"),
    "purpose": ("Purpose", "Anlass"),
    "adviser": ("Adviser", "Beratung"),
    "day_phone": ("Phone on the day", "Telefon am Tag"),
    # contents and glance
    "contents": ("Contents", "Inhalt"),
    "glance": ("At a glance", "Auf einen Blick"),
    "open_cases": ("Open cases", "Offene Vorgänge"),
    "last_contact": ("Last contact", "Letzter Kontakt"),
    "last_contact_none": ("none in the period", "keiner im Zeitraum"),
    "next_due": ("Next due", "Als Nächstes fällig"),
    "nothing_due": ("nothing with a date", "nichts mit Termin"),
    "ours_short": ("Our promises", "Unsere Zusagen"),
    "theirs_short": ("Their promises", "Zusagen der Gegenseite"),
    "open_count": ("{count} open", "{count} offen"),
    "overdue_count": ("{count} overdue", "{count} überfällig"),
    "none": ("none", "keine"),
    "first_contact": ("Contact", "Ansprechperson"),
    "no_contact": ("no person known yet", "noch keine Person erfasst"),
    "no_phone": ("no phone number", "keine Telefonnummer"),
    "phase_now": ("Current phase", "Aktuelle Phase"),
    "until": ("until {date}", "bis {date}"),
    "end_unknown": ("(end not known)", "(Ende nicht bekannt)"),
    "next_event": ("Next event", "Nächste Veranstaltung"),
    # profile
    "profile": ("Profile", "Steckbrief"),
    "name": ("Name", "Name"),
    "kind": ("Kind", "Art"),
    "district": ("District", "Kreis"),
    "country": ("Country", "Staat"),
    "population": ("Population", "Einwohner"),
    "as_of": ("as of {date}", "Stand {date}"),
    "undated": ("undated", "ohne Datum"),
    "size_class": ("Size", "Größe"),
    "area": ("Area", "Fläche"),
    "keys": ("Official keys", "Amtliche Schlüssel"),
    "address": ("Address", "Anschrift"),
    "phone": ("Phone", "Telefon"),
    "email": ("E-mail", "E-Mail"),
    "website": ("Website", "Website"),
    "responsible": ("Responsible here", "Bei uns zuständig"),
    "remark": ("Remark", "Bemerkung"),
    "map_alt": (
        "Map of Germany with the position of {name}, {where}, in the {region} of the country.",
        "Karte von Deutschland mit der Lage von {name}, {where}, im {region} des Landes.",
    ),
    "map_alt_mean": (
        "Map of Germany with the district of {name}, {where}; the exact position is not known.",
        "Karte von Deutschland mit dem Kreis von {name}, {where}; die genaue Lage ist nicht bekannt.",
    ),
    "map_caption": ("Position in Germany", "Lage in Deutschland"),
    "map_caption_mean": (
        "Position of the district; the exact place is not known",
        "Lage des Kreises; der genaue Ort ist nicht bekannt",
    ),
    "no_position": (
        "The position is not known, so there is no map.",
        "Die Lage ist nicht bekannt, daher ohne Karte.",
    ),
    "abroad": ("The body lies abroad, so there is no map.", "Die Stelle liegt im Ausland, daher ohne Karte."),
    # project
    "project": ("Project and phases", "Projekt und Phasen"),
    "no_project": (
        "Not a model project of the programme as far as our records show.",
        "Nach unseren Unterlagen kein Modellprojekt des Programms.",
    ),
    "project_title": ("Project", "Projekt"),
    "category": ("Category", "Kategorie"),
    "form": ("Form", "Form"),
    "fields": ("Fields", "Handlungsfelder"),
    "vision": ("Vision", "Leitbild"),
    "summary": ("Summary", "Kurzbeschreibung"),
    "members": ("Members", "Beteiligte"),
    "members_head": ("Body", "Stelle"),
    "role": ("Role", "Rolle"),
    "timeline_none": (
        "No dates of the phases are known.",
        "Termine der Phasen sind nicht bekannt.",
    ),
    "step_number": ("No.", "Nr."),
    "funding": ("Funding", "Förderung"),
    "funding_kind": ("Kind", "Art"),
    "amount": ("Amount", "Betrag"),
    "source": ("As of, source", "Stand, Quelle"),
    "public_figure": ("according to public statements", "laut öffentlichen Angaben"),
    # people
    "people": ("People", "Personen"),
    "no_people": ("No people are recorded here yet.", "Hier sind noch keine Personen erfasst."),
    "person": ("Name, function", "Name, Funktion"),
    "unit": ("Unit", "Stelle"),
    "reach": ("Phone, e-mail", "Telefon, E-Mail"),
    "primary": ("first contact", "Hauptkontakt"),
    # duties
    "follow_ups": ("Follow-ups", "Wiedervorlagen"),
    "no_follow_ups": ("No open follow-ups.", "Keine offenen Wiedervorlagen."),
    "promises": ("Promises", "Zusagen"),
    "ours": ("We have promised", "Das haben wir zugesagt"),
    "no_ours": ("We owe nothing at present.", "Von unserer Seite ist derzeit nichts offen."),
    "theirs": ("They have promised", "Das wurde uns zugesagt"),
    "no_theirs": ("Nothing is owed to us at present.", "Von der Gegenseite ist derzeit nichts offen."),
    "due": ("Due", "Fällig"),
    "no_date": ("no date", "ohne Termin"),
    "today": ("today", "heute"),
    "overdue": ("overdue", "überfällig"),
    "overdue_one": ("overdue, 1 day", "überfällig, 1 Tag"),
    "overdue_days": ("overdue, {count} days", "überfällig, {count} Tage"),
    "what": ("What", "Was"),
    "promised": ("What was promised", "Was zugesagt ist"),
    "who": ("Who", "Wer"),
    "promised_on": ("promised on {date}", "zugesagt am {date}"),
    "number": ("Case", "Vorgang"),
    # cases
    "cases": ("Cases", "Vorgänge"),
    "case": ("The case", "Der Vorgang"),
    "no_cases": ("No cases so far.", "Bisher keine Vorgänge."),
    "lead": ("Lead", "Federführung"),
    "deputy": ("Deputy", "Vertretung"),
    "received": ("Received", "Eingang"),
    "closed": ("Closed", "Abgeschlossen"),
    "priority": ("Priority", "Priorität"),
    "themes": ("Themes", "Themen"),
    "guidelines": ("Charter", "Charta"),
    "advice_form": ("Form", "Beratungsform"),
    "concern": ("Concern", "Anliegen"),
    "result": ("Result", "Ergebnis"),
    "notes_all": ("Notes ({count})", "Vermerke ({count})"),
    "notes_some": ("Last notes ({shown} of {count})", "Letzte Vermerke ({shown} von {count})"),
    "no_notes": ("No notes yet.", "Noch keine Vermerke."),
    "next_step": ("Next step: {text}", "Nächster Schritt: {text}"),
    # events and measures
    "events": ("Events", "Veranstaltungen"),
    "no_events": ("No events recorded.", "Keine Veranstaltungen erfasst."),
    "when": ("When", "Wann"),
    "event": ("Event", "Veranstaltung"),
    "part": ("Part", "Beteiligung"),
    "measures": ("Measures", "Maßnahmen"),
    "no_measures": ("No measures recorded yet.", "Noch keine Maßnahmen erfasst."),
    "measure": ("Measure", "Maßnahme"),
    "stage": ("Stage", "Stand"),
    # notes and end
    "notes": ("Notes of the talk", "Notizen zum Gespräch"),
    "note_date": ("Date, time", "Datum, Uhrzeit"),
    "note_place": ("Place", "Ort"),
    "note_present": ("Present", "Anwesend"),
    "about": ("About this pack", "Zu dieser Mappe"),
    "about_text": (
        (
            "Printed from the office's records as at {moment}. Notes go back {months} months. Population"
            " figures carry their date and source; amounts marked “according to public statements” are not"
            " official."
        ),
        (
            "Gedruckt aus den Unterlagen der Geschäftsstelle, Stand {moment}. Vermerke reichen {months}"
            " Monate zurück. Einwohnerzahlen tragen Datum und Quelle; Beträge „laut öffentlichen Angaben“"
            " sind nicht amtlich."
        ),
    ),
    "replaced": (
        "{count} characters are not in the typeface and are shown as □.",
        "{count} Zeichen sind nicht in der Schrift enthalten und erscheinen als □.",
    ),
}

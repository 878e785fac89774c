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
    "pack_external": (
        (
            "Version for readers outside the office: internal notes, phone numbers, mail"
            " addresses and gradings"
            " were left out. The last page says what."
        ),
        (
            "Fassung zur Weitergabe: interne Vermerke, Telefonnummern, E-Mail-Adressen und"
            " Einstufungen wurden"
            " weggelassen. Was, sagt die letzte Seite."
        ),
    ),
    "pack_anonymous": (
        (
            "Anonymous version: people have pseudonyms; internal notes, phone numbers, mail addresses and"
            " gradings were left out. The last page says what. Names the office does not know may still stand"
            " in free texts: read them before you pass this on."
        ),
        (
            "Anonymisierte Fassung: Personen tragen Pseudonyme; interne Vermerke, Telefonnummern,"
            " E-Mail-Adressen und Einstufungen wurden weggelassen. Was, sagt die letzte Seite. In freien"
            " Texten können noch Namen stehen, die das Büro nicht kennt: vor der Weitergabe bitte lesen."
        ),
    ),
    # cover
    "pack": ("Briefing pack", "Briefing-Mappe"),
    "packs_kind": ("Briefing packs", "Briefing-Mappen"),
    "packs": ("Briefing packs: {count} bodies", "Briefing-Mappen: {count} Kommunen"),
    "pseudonyms_apart": (
        "A pseudonym stands for one person within a pack; in another pack it stands for somebody else.",
        "Ein Pseudonym steht innerhalb einer Mappe für eine Person, in einer anderen für jemand anderen.",
    ),
    "counter_of_pack": (
        "Pack {leaf}/{leaves} · Page {page} of {pages}",
        "Mappe {leaf}/{leaves} · Seite {page} von {pages}",
    ),
    "shortened": (
        "Texts that were shortened to fit their tables: {count}. They stand in full in the file.",
        "Texte, die für ihre Tabellen gekürzt wurden: {count}. Vollständig stehen sie in der Akte.",
    ),
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
    # what was left out
    "left_part": ("Left out in this version.", "In dieser Fassung weggelassen."),
    "left_notes_here": (
        "Notes are left out in this version.",
        "Vermerke sind in dieser Fassung weggelassen.",
    ),
    "withheld": ("left out here", "hier weggelassen"),
    "left_out": (
        "Left out: {told}. Free texts were searched for what is recorded; read them before you pass this on.",
        "Weggelassen: {told}. Freie Texte wurden nach Erfasstem durchsucht; vor der Weitergabe bitte lesen.",
    ),
    "left_notes": ("internal notes and follow-ups", "interne Vermerke und Wiedervorlagen"),
    "left_reach": (
        "phone numbers, mail addresses and private addresses",
        "Telefonnummern, E-Mail- und Privatadressen",
    ),
    "left_remarks": ("remarks and attached documents", "Bemerkungen und angehängte Dokumente"),
    "left_grading": ("priorities and gradings", "Prioritäten und Einstufungen"),
    "left_changes": ("changes of internal fields", "Änderungen interner Felder"),
    "left_names": (
        "names of people, replaced by the same pseudonym throughout",
        "Namen von Personen, ersetzt durch durchgehend gleiche Pseudonyme",
    ),
    "rows_more": ("{count} more: see file.", "{count} weitere: siehe Akte."),
    # map
    "map": ("On the map", "Auf der Karte"),
    # chronology, changes, peers, documents
    "history": ("Chronology", "Verlauf"),
    "no_history": ("No entries in the period.", "Keine Einträge im Zeitraum."),
    "history_newest": (
        "{count} entries, as at {moment}, the newest first.",
        "{count} Einträge, Stand {moment}, neueste zuerst.",
    ),
    "history_oldest": (
        "{count} entries, as at {moment}, the oldest first.",
        "{count} Einträge, Stand {moment}, älteste zuerst.",
    ),
    "day": ("Date", "Datum"),
    "happened": ("Kind", "Vorgang"),
    "what_happened": ("What", "Was"),
    "changes": ("What changed", "Was sich geändert hat"),
    "no_changes": ("Nothing was changed.", "Nichts wurde geändert."),
    "no_public_changes": (
        "Public facts were not changed.",
        "An öffentlichen Angaben hat sich nichts geändert.",
    ),
    "since_visit": ("Since the last visit on {date}.", "Seit dem letzten Besuch am {date}."),
    "since_contact": (
        "No visit so far; since the last contact on {date}.",
        "Bisher kein Besuch; seit dem letzten Kontakt am {date}.",
    ),
    "since_period": ("No visit so far; since {date}.", "Bisher kein Besuch; seit dem {date}."),
    "record": ("Record", "Eintrag"),
    "field": ("Field", "Feld"),
    "old_new": ("Before → now", "Vorher → jetzt"),
    "peers": ("Similar municipalities", "Vergleichbare Kommunen"),
    "no_peers": ("No similar municipalities found.", "Keine vergleichbaren Kommunen gefunden."),
    "peer": ("Municipality", "Kommune"),
    "peer_what": ("What it has", "Was dort vorliegt"),
    "peer_reason": ("Why it fits", "Warum es passt"),
    "documents": ("Documents", "Unterlagen"),
    "no_documents": ("No documents recorded.", "Keine Unterlagen erfasst."),
    "document": ("Document", "Unterlage"),
    "size": ("Size", "Größe"),
    "mark": ("SHA-256 (beginning)", "SHA-256 (Anfang)"),
    # figures
    "figures": ("Figures", "Zahlen"),
    "no_figures": ("Nothing to count yet.", "Noch nichts zu zählen."),
    "contacts_quarter": ("Contacts per quarter", "Kontakte je Quartal"),
    "quarter": ("Quarter", "Quartal"),
    "cases_theme": ("Cases by theme", "Vorgänge nach Thema"),
    "theme": ("Theme", "Thema"),
    "count": ("Number", "Anzahl"),
    # appointment
    "agenda": ("Agenda", "Tagesordnung"),
    "no_visit": ("No appointment is planned.", "Kein Termin geplant."),
    "no_agenda": ("No agenda recorded.", "Keine Tagesordnung erfasst."),
    "route": ("Travel", "Anreise"),
    "no_route": ("Neither address nor position is known.", "Weder Anschrift noch Lage sind bekannt."),
    "no_address": ("No address recorded.", "Keine Anschrift erfasst."),
    "meeting_point": ("Meeting point", "Treffpunkt"),
    "route_code": ("Code for maps: {name}, {spot}", "Code für Karten: {name}, {spot}"),
    "route_scan": ("Scan to open in a map", "Scannen öffnet die Karte"),
    "route_scan_mean": (
        "Scan to open in a map: middle of the district",
        "Scannen öffnet die Karte: Mitte des Kreises",
    ),
    "own_text": ("Text", "Text"),
    "no_own_text": ("No text written.", "Kein Text geschrieben."),
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
    "about_text_all": (
        (
            "Printed from the office's records as at {moment}, notes of all years. Population figures carry"
            " their date and source; amounts marked “according to public statements” are not official."
        ),
        (
            "Gedruckt aus den Unterlagen der Geschäftsstelle, Stand {moment}, Vermerke aller Jahre."
            " Einwohnerzahlen tragen Datum und Quelle; Beträge „laut öffentlichen Angaben“ sind"
            " nicht amtlich."
        ),
    ),
    "by_recipe": ("Recipe: {name}.", "Vorlage: {name}."),
    "replaced": (
        "{count} characters are not in the typeface and are shown as □.",
        "{count} Zeichen sind nicht in der Schrift enthalten und erscheinen als □.",
    ),
}

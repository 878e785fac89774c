"""German and English words of the case file."""

from kts_desktop.printing.words import briefing

_OF_THE_PACK = ("person", "reach", "primary", "no_phone")  # the table of people is the same

# each key with its English and its German words
TEXTS: dict[str, tuple[str, str]] = {
    **{key: briefing.TEXTS[key] for key in _OF_THE_PACK},
    "kind_of_paper": ("Case file", "Fallakte"),
    "title": ("Case file {number}", "Fallakte {number}"),
    "contents": ("Contents", "Inhalt"),
    "file_number": ("File number", "Aktenzeichen"),
    "body": ("Body", "Stelle"),
    "project": ("Model project", "Modellprojekt"),
    "state": ("State", "Status"),
    "form": ("Form of advice", "Beratungsform"),
    "lead": ("Lead", "Federführung"),
    "deputy": ("Deputy", "Vertretung"),
    "received": ("Received", "Eingang"),
    "priority": ("Priority", "Priorität"),
    "closed": ("Closed", "Abgeschlossen"),
    "filed": ("Filed", "z. d. A."),
    "retention": ("Retention", "Aufbewahrung"),
    "keep_until": ("Keep until", "Aufzubewahren bis"),
    "file_place": ("Papers", "Unterlagen"),
    "themes": ("Themes", "Themen"),
    "guidelines": ("Charter", "Charta"),
    "extent": ("Extent", "Umfang"),
    "as_at_label": ("As at", "Stand"),
    "case": ("The case", "Der Vorgang"),
    "concern": ("Concern", "Anliegen"),
    "result": ("Result", "Ergebnis"),
    "nothing_said": (
        "Neither a concern nor a result is recorded.",
        "Anliegen und Ergebnis sind nicht erfasst.",
    ),
    "people": ("People", "Personen"),
    "no_people": ("No people are recorded on this case.", "Zu diesem Vorgang sind keine Personen erfasst."),
    "unit": ("Body, unit", "Stelle, Einheit"),
    "entries": ("Notes", "Vermerke"),
    "no_entries": ("No notes are recorded.", "Es sind keine Vermerke erfasst."),
    "entries_order": ("{count}, the oldest first, in full.", "{count}, die ältesten zuerst, ungekürzt."),
    "with_people": ("with {names}", "mit {names}"),
    "minutes": ("{count} min", "{count} Min."),
    "next_step": ("Next step: {text}", "Nächster Schritt: {text}"),
    "duties": ("Tasks and promises", "Aufgaben und Zusagen"),
    "no_duties": ("Neither tasks nor promises are recorded.", "Es sind weder Aufgaben noch Zusagen erfasst."),
    "due": ("Due", "Fällig"),
    "what": ("What", "Was"),
    "who": ("Who", "Wer"),
    "settled": ("Settled", "Erledigt"),
    "open": ("open", "offen"),
    "relations": ("Related records", "Bezüge"),
    "no_relations": ("No other record belongs to this case.", "Es gibt keine Bezüge zu anderen Akten."),
    "kind": ("Kind", "Art"),
    "number": ("Number", "Nummer"),
    "record": ("Title", "Titel"),
    "kind_advisory_case": ("Case", "Vorgang"),
    "kind_measure": ("Measure", "Maßnahme"),
    "kind_event": ("Event", "Veranstaltung"),
    "kind_project": ("Model project", "Modellprojekt"),
    "kind_organisation": ("Body", "Stelle"),
    "kind_knowledge_item": ("Knowledge item", "Wissensbaustein"),
    "kind_document": ("Document", "Dokument"),
    "documents": ("Documents and enclosures", "Dokumente und Anlagen"),
    "no_documents": (
        "Neither documents nor files are attached.",
        "Es sind weder Dokumente noch Dateien beigefügt.",
    ),
    "document": ("Document", "Dokument"),
    "documents_named": ("Documents the case names", "Dokumente zum Vorgang"),
    "dated": ("Dated", "Vom"),
    "origin": ("Source", "Herkunft"),
    "kind_strategy": ("Strategy", "Strategie"),
    "kind_concept": ("Concept", "Konzept"),
    "kind_study": ("Study", "Studie"),
    "kind_evaluation": ("Evaluation", "Evaluation"),
    "kind_minutes": ("Minutes", "Protokoll"),
    "enclosures": ("Files", "Dateien"),
    "no": ("No.", "Nr."),
    "file": ("File", "Datei"),
    "hangs_on": ("Belongs to", "Gehört zu"),
    "the_case": ("the case", "dem Vorgang"),
    "size": ("Size", "Größe"),
    "hash": ("SHA-256 (begins)", "SHA-256 (Anfang)"),
    "hash_about": (
        (
            "The hash tells whether a file is still the same. In full it stands in the metadata file beside"
            " this file."
        ),
        (
            "Die Prüfsumme zeigt, ob eine Datei noch dieselbe ist. Vollständig steht sie in der"
            " Metadatendatei neben dieser Datei."
        ),
    ),
    "papers": ("Printed papers", "Gedruckte Papiere"),
    "no_papers": ("No paper was made before.", "Bisher wurden keine Papiere erstellt."),
    "when": ("When", "Wann"),
    "paper": ("Paper", "Papier"),
    "paper_briefing": ("Briefing pack", "Briefing-Mappe"),
    "paper_case": ("Case file", "Fallakte"),
    "paper_letter": ("Letter", "Brief"),
    "paper_handover": ("Handover list", "Übergabeliste"),
    "made_by": ("By", "Durch"),
    "pages_one": ("1 page", "1 Seite"),
    "pages_many": ("{count} pages", "{count} Seiten"),
    "journal": ("Course of changes", "Änderungsverlauf"),
    "no_journal": ("No change is recorded.", "Es sind keine Änderungen verzeichnet."),
    "journal_order": (
        (
            "Every step since the case was opened, the oldest first. What a note or task held when it was"
            " made follows from its present wording and the changes below."
        ),
        (
            "Alle Schritte seit der Anlage des Vorgangs, die ältesten zuerst. Der Wortlaut, mit dem ein"
            " Vermerk oder eine Aufgabe angelegt wurde, ergibt sich aus dem heutigen Wortlaut und den"
            " Änderungen unten."
        ),
    ),
    "step": ("Step", "Schritt"),
    "changes": ("Changed from → to", "Geändert von → zu"),
    "made": ("recorded", "angelegt"),
    "undone": ("undone later", "später rückgängig gemacht"),
    "wording": ("see wording {number}", "siehe Wortlaut {number}"),
    "wordings": ("Longer wordings", "Längere Wortlaute"),
    "wording_head": ("Wording {number}", "Wortlaut {number}"),
    "about": ("About this file", "Zu dieser Akte"),
    "about_text": (
        (
            "All the office's records of this case as at {moment}: {extent}. People whose data are"
            " restricted or erased are not named."
        ),
        (
            "Alles, was zu diesem Vorgang erfasst ist, Stand {moment}: {extent}. Personen, deren Daten"
            " eingeschränkt oder gelöscht sind, werden nicht genannt."
        ),
    ),
    "without_journal": (
        "The course of changes was left out on request.",
        "Der Änderungsverlauf wurde auf Wunsch weggelassen.",
    ),
    "replaced": (
        "{count} characters are not in the typeface and are shown as □.",
        "{count} Zeichen sind nicht in der Schrift enthalten und erscheinen als □.",
    ),
    "volume": ("Volume {number}", "Band {number}"),
    "volume_about": (
        "Continues volume {before}; the page numbers run on.",
        "Fortsetzung von Band {before}; die Seitenzahlen laufen weiter.",
    ),
    "entries_one": ("1 note", "1 Vermerk"),
    "entries_many": ("{count} notes", "{count} Vermerke"),
    "duties_one": ("1 task or promise", "1 Aufgabe oder Zusage"),
    "duties_many": ("{count} tasks and promises", "{count} Aufgaben und Zusagen"),
    "enclosures_one": ("1 file", "1 Datei"),
    "enclosures_many": ("{count} files", "{count} Dateien"),
    "steps_one": ("1 step of the course of changes", "1 Schritt im Änderungsverlauf"),
    "steps_many": ("{count} steps of the course of changes", "{count} Schritte im Änderungsverlauf"),
}

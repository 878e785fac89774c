"""Sentences about what a check of the file found: code to (English, German)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "check_space": (
        "Only {free} MB are free on this disk.",
        "Auf diesem Datenträger sind nur noch {free} MB frei.",
    ),
    "check_sidecar_copy": (
        "The copy of profile.json is missing or differs.",
        "Die Kopie von profile.json fehlt oder weicht ab.",
    ),
    "check_page": (
        "Page {page} of the database is damaged.",
        "Seite {page} der Datenbank ist beschädigt.",
    ),
    "check_structure": (
        "The structure of the database is damaged: {what}.",
        "Die Struktur der Datenbank ist beschädigt: {what}.",
    ),
    "check_context": (
        "A change set was left open.",
        "Ein Änderungsvorgang ist offen geblieben.",
    ),
    "check_mark": (
        "The mark of the exchange lies beyond the end of the journal.",
        "Die Marke des Austauschs liegt hinter dem Ende des Journals.",
    ),
    "check_exchange": (
        "The state of the exchange between laptops is not in order: {what}.",
        "Der Stand des Austauschs zwischen Laptops ist nicht in Ordnung: {what}.",
    ),
    "check_sets": (
        "{count} change sets point to journal rows that are not there.",
        "{count} Änderungsvorgänge verweisen auf fehlende Journalzeilen.",
    ),
    "check_erased": (
        "{count} erased records are still in table {table}.",
        "{count} gelöschte Datensätze stehen noch in der Tabelle {table}.",
    ),
    "check_reference": (
        "{count} rows of table {table} refer to something that is not there.",
        "{count} Zeilen der Tabelle {table} verweisen auf etwas, das es nicht gibt.",
    ),
    "check_schema": (
        "The schema differs from this version’s: {what}.",
        "Das Schema weicht von dem dieser Version ab: {what}.",
    ),
    "check_index": (
        "The search index of {table} holds {found} entries instead of {expected}.",
        "Der Suchindex von {table} enthält {found} statt {expected} Einträge.",
    ),
    "check_index_text": (
        "The search index of {table} does not fit {count} of {sampled} rows looked at.",
        "Der Suchindex von {table} passt bei {count} von {sampled} geprüften Zeilen nicht.",
    ),
    "check_journal": (
        "In table {table} {count} values differ from the last journal entry.",
        "In der Tabelle {table} weichen {count} Werte vom letzten Journaleintrag ab.",
    ),
    "check_backup_none": (
        "There is no checked backup.",
        "Es gibt keine geprüfte Sicherung.",
    ),
    "check_backup_old": (
        "The newest checked backup is {days} days old.",
        "Die neueste geprüfte Sicherung ist {days} Tage alt.",
    ),
    "check_backup_unsound": (
        "The newest backup {file} did not pass its check.",
        "Die neueste Sicherung {file} hat die Prüfung nicht bestanden.",
    ),
    "check_version": (
        "Triggers and indexes are those of another version of the program.",
        "Trigger und Indizes stammen aus einer anderen Programmversion.",
    ),
    "check_files_missing": (
        "The contents of {count} attached documents are missing.",
        "Von {count} angehängten Dokumenten fehlt der Inhalt.",
    ),
    "check_files_altered": (
        "{count} attached documents are damaged.",
        "{count} angehängte Dokumente sind beschädigt.",
    ),
    "check_files_former": (
        "Some attached documents still lie under the key of before.",
        "Einige angehängte Dokumente liegen noch unter dem früheren Schlüssel.",
    ),
    "check_key": (
        "The key does not fit profile.json.",
        "Der Schlüssel passt nicht zu profile.json.",
    ),
}

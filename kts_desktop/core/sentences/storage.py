"""Sentences about the profile, its file and its key: code to (English, German)."""

SENTENCES: dict[str, tuple[str, str]] = {
    # while working
    "disk_full": (
        "No space left. The last change was not saved; your text is still in the field.",
        "Kein Platz auf dem Datenträger. Die letzte Änderung wurde nicht gespeichert; Ihr Text steht noch im Feld.",
    ),
    "read_only": (
        "The file cannot be written. Nothing saved before is lost; please back up to another disk now.",
        "Die Datei kann nicht geschrieben werden. Nichts Gespeichertes ist verloren; "
        "bitte sichern Sie jetzt auf einen anderen Datenträger.",
    ),
    "io_error": (
        "The disk does not respond as it should. Nothing saved before is lost; please back up to another disk now.",
        "Der Datenträger antwortet nicht wie erwartet. Nichts Gespeichertes ist verloren; "
        "bitte sichern Sie jetzt auf einen anderen Datenträger.",
    ),
    "busy": (
        "The file is in use at the moment. Nothing was changed; please try again.",
        "Die Datei wird gerade benutzt. Es wurde nichts geändert; bitte versuchen Sie es erneut.",
    ),
    "damaged_at_work": (
        "The database is damaged. The last change was not saved. "
        "Please close and open the profile again; the last checked backup is offered then.",
        "Die Datenbank ist beschädigt. Die letzte Änderung wurde nicht gespeichert. "
        "Bitte schließen und öffnen Sie das Profil erneut; dann wird die letzte geprüfte Sicherung angeboten.",
    ),
    "in_bin": (
        "This entry is in the bin. Nothing was changed; restore it first.",
        "Der Eintrag liegt im Papierkorb. Es wurde nichts geändert; bitte zuerst wiederherstellen.",
    ),
    "undo_refused": (
        "“{label}” can no longer be undone: {field} has been changed since ({who}, {when}).",
        "„{label}“ lässt sich nicht mehr rückgängig machen: {field} wurde inzwischen geändert ({who}, {when}).",
    ),
    "nothing_to_undo": (
        "There is nothing to undo.",
        "Es gibt nichts rückgängig zu machen.",
    ),
}

"""Sentences about the profile, its file and its key: code to (English, German)."""

from kts_desktop.core.sentences import care, checks, documents, opening

SENTENCES: dict[str, tuple[str, str]] = {
    **opening.SENTENCES,
    **checks.SENTENCES,
    **care.SENTENCES,
    **documents.SENTENCES,
    # while working
    "disk_full": (
        "No space left. The last change was not saved; your text is still in the field.",
        (
            "Kein Platz auf dem Datenträger. Die letzte Änderung wurde nicht gespeichert; Ihr Text steht "
            "noch im Feld."
        ),
    ),
    "read_only": (
        "The file cannot be written. Nothing saved before is lost; please back up to another disk now.",
        (
            "Die Datei kann nicht geschrieben werden. Nichts Gespeichertes ist verloren; bitte sichern "
            "Sie jetzt auf einen anderen Datenträger."
        ),
    ),
    "io_error": (
        (
            "The disk does not respond as it should. Nothing saved before is lost; please back up to "
            "another disk now."
        ),
        (
            "Der Datenträger antwortet nicht wie erwartet. Nichts Gespeichertes ist verloren; bitte "
            "sichern Sie jetzt auf einen anderen Datenträger."
        ),
    ),
    "busy": (
        "The file is in use at the moment. Nothing was changed; please try again.",
        "Die Datei wird gerade benutzt. Es wurde nichts geändert; bitte versuchen Sie es erneut.",
    ),
    "damaged_at_work": (
        (
            "The database is damaged. The last change was not saved. Please close and open the profile "
            "again; the last checked backup is offered then."
        ),
        (
            "Die Datenbank ist beschädigt. Die letzte Änderung wurde nicht gespeichert. Bitte schließen "
            "und öffnen Sie das Profil erneut; dann wird die letzte geprüfte Sicherung angeboten."
        ),
    ),
    "in_bin": (
        "This entry is in the bin. Nothing was changed; restore it first.",
        "Der Eintrag liegt im Papierkorb. Es wurde nichts geändert; bitte zuerst wiederherstellen.",
    ),
    "undo_refused": (
        "“{label}” can no longer be undone: {field} has been changed since ({who}, {when}).",
        (
            "„{label}“ lässt sich nicht mehr rückgängig machen: {field} wurde inzwischen geändert "
            "({who}, {when})."
        ),
    ),
    "already_handed_on": (
        "The decision has already been handed on to the colleagues. The other value is in the history.",
        "Die Entscheidung wurde bereits weitergegeben. Der andere Wert steht im Verlauf.",
    ),
    "nothing_to_undo": (
        "There is nothing to undo.",
        "Es gibt nichts rückgängig zu machen.",
    ),
    # making a profile
    "folder_in_use": (
        "The folder {folder} is not empty. Nothing was changed; please choose a new or empty folder.",
        (
            "Der Ordner {folder} ist nicht leer. Es wurde nichts geändert; bitte wählen Sie einen neuen "
            "oder leeren Ordner."
        ),
    ),
    "create_disk_full": (
        "No space left for a new profile. Nothing was kept; please choose another disk.",
        (
            "Kein Platz für ein neues Profil. Es wurde nichts angelegt; bitte wählen Sie einen anderen "
            "Datenträger."
        ),
    ),
    "create_failed": (
        "No profile can be made in {folder}. Nothing was kept; please choose a folder you may write to.",
        (
            "In {folder} kann kein Profil angelegt werden. Es wurde nichts behalten; bitte wählen Sie "
            "einen Ordner, in den Sie schreiben dürfen."
        ),
    ),
    "not_encrypted": (
        "This profile is not encrypted; it has neither passphrase nor recovery code. Nothing was changed.",
        (
            "Dieses Profil ist nicht verschlüsselt; es hat weder Passphrase noch Wiederherstellungscode. "
            "Es wurde nichts geändert."
        ),
    ),
    "passphrase_short": (
        "The passphrase needs at least {minimum} characters. Nothing was changed.",
        "Die Passphrase braucht mindestens {minimum} Zeichen. Es wurde nichts geändert.",
    ),
    # backups
    "backup_disk_full": (
        "No space left for a backup. Your data and older backups are unchanged; please make room.",
        (
            "Kein Platz für eine Sicherung. Ihre Daten und ältere Sicherungen sind unverändert; bitte "
            "schaffen Sie Platz."
        ),
    ),
    "backup_failed": (
        "The backup could not be written. Your data and older backups are unchanged; please check the disk.",
        (
            "Die Sicherung konnte nicht geschrieben werden. Ihre Daten und ältere Sicherungen sind "
            "unverändert; bitte prüfen Sie den Datenträger."
        ),
    ),
    "backup_unsound": (
        (
            "The backup did not pass its check and does not count. Your data and older backups are "
            "unchanged; please check the disk."
        ),
        (
            "Die Sicherung hat die Prüfung nicht bestanden und zählt nicht. Ihre Daten und ältere "
            "Sicherungen sind unverändert; bitte prüfen Sie den Datenträger."
        ),
    ),
    "backup_note": (
        (
            "The note beside the backup {file} is missing or damaged. Nothing was changed; please choose "
            "another backup."
        ),
        (
            "Die Angaben neben der Sicherung {file} fehlen oder sind beschädigt. Es wurde nichts "
            "verändert; bitte wählen Sie eine andere Sicherung."
        ),
    ),
    "backup_missing": (
        "The backup {file} is not there. Nothing was changed; please choose another.",
        "Die Sicherung {file} ist nicht da. Es wurde nichts verändert; bitte wählen Sie eine andere.",
    ),
    "backup_foreign": (
        "The backup {file} belongs to another profile. Nothing was changed; please choose another.",
        (
            "Die Sicherung {file} gehört zu einem anderen Profil. Es wurde nichts verändert; bitte "
            "wählen Sie eine andere."
        ),
    ),
    "backup_newer": (
        "The backup {file} was written by version {version}. Nothing was changed; please update.",
        (
            "Die Sicherung {file} stammt aus Version {version}. Es wurde nichts verändert; bitte "
            "aktualisieren Sie."
        ),
    ),
    "backup_overdue": (
        "No checked backup for {days} days. Please back up now.",
        "Seit {days} Tagen keine geprüfte Sicherung. Bitte sichern Sie jetzt.",
    ),
    "backup_never": (
        "There is no checked backup yet. Please back up now.",
        "Es gibt noch keine geprüfte Sicherung. Bitte sichern Sie jetzt.",
    ),
    "second_place": (
        (
            "The backup could not be copied to {place}. The backup in the profile is sound; please check "
            "the other disk."
        ),
        (
            "Die Sicherung konnte nicht nach {place} kopiert werden. Die Sicherung im Profil ist in "
            "Ordnung; bitte prüfen Sie den anderen Datenträger."
        ),
    ),
    "second_place_away": (
        (
            "The second place of backups {place} is not there. The backup in the profile is sound; it is "
            "copied as soon as the place is there again."
        ),
        (
            "Der zweite Ort für Sicherungen {place} ist nicht da. Die Sicherung im Profil ist in Ordnung; "
            "sie wird kopiert, sobald der Ort wieder da ist."
        ),
    ),
    "second_place_full": (
        (
            "There is no space left for the backup at {place}. The backup in the profile and older copies "
            "are unchanged; please make room there."
        ),
        (
            "Für die Sicherung ist in {place} kein Platz mehr. Die Sicherung im Profil und ältere Kopien "
            "sind unverändert; bitte schaffen Sie dort Platz."
        ),
    ),
    "second_place_inside": (
        (
            "The folder {place} lies within the office and would be lost with it. Please choose a place on "
            "another disk."
        ),
        (
            "Der Ordner {place} liegt im Büro selbst und ginge mit ihm verloren. Bitte wählen Sie einen Ort "
            "auf einem anderen Datenträger."
        ),
    ),
    "restore_disk_full": (
        "No space left to restore the backup. The present file is unchanged; please make room.",
        (
            "Kein Platz, um die Sicherung wiederherzustellen. Die jetzige Datei ist unverändert; bitte "
            "schaffen Sie Platz."
        ),
    ),
    "restore_failed": (
        (
            "The backup could not be put in place. The present file is kept; please check the disk and "
            "try again."
        ),
        (
            "Die Sicherung konnte nicht eingesetzt werden. Die jetzige Datei bleibt erhalten; bitte "
            "prüfen Sie den Datenträger und versuchen Sie es erneut."
        ),
    ),
}

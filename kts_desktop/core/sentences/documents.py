"""Sentences about documents attached to records: code to (English, German)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "file_unreadable": (
        "The file {name} cannot be read. Nothing was attached; please close it elsewhere or copy it first.",
        (
            "Die Datei {name} lässt sich nicht lesen. Es wurde nichts angehängt; bitte schließen Sie sie in "
            "anderen Programmen oder kopieren Sie sie zuerst."
        ),
    ),
    "file_is_folder": (
        "{name} is a folder. Nothing was attached; please choose files, or pack the folder into one first.",
        (
            "{name} ist ein Ordner. Es wurde nichts angehängt; bitte wählen Sie Dateien oder packen Sie den "
            "Ordner zuerst in eine."
        ),
    ),
    "file_empty": (
        "The file {name} is empty. Nothing was attached; perhaps it is still being loaded or saved.",
        (
            "Die Datei {name} ist leer. Es wurde nichts angehängt; vielleicht wird sie gerade noch geladen "
            "oder gespeichert."
        ),
    ),
    "file_no_room": (
        "No space left for the document. Nothing was attached or copied; please make room.",
        ("Kein Platz für das Dokument. Es wurde nichts angehängt oder kopiert; bitte schaffen Sie Platz."),
    ),
    "file_not_kept": (
        "The document cannot be put away. Nothing was attached; please check the disk.",
        "Das Dokument lässt sich nicht ablegen. Es wurde nichts angehängt; bitte prüfen Sie den Datenträger.",
    ),
    "file_missing": (
        "The content of {name} is missing. The entry is kept; the check of the profile can bring it back.",
        (
            "Der Inhalt von {name} fehlt. Der Eintrag ist erhalten; die Prüfung des Profils kann ihn aus einer "
            "Sicherung zurückholen."
        ),
    ),
    "file_altered": (
        (
            "The content of {name} is damaged, so it is not shown. The entry is kept; the check of the profile "
            "can bring it back from a backup."
        ),
        (
            "Der Inhalt von {name} ist beschädigt und wird deshalb nicht gezeigt. Der Eintrag ist erhalten; die "
            "Prüfung des Profils kann ihn aus einer Sicherung zurückholen."
        ),
    ),
    "file_unreadable_here": (
        "The content of {name} cannot be read. The entry is kept; please check the disk.",
        (
            "Der Inhalt von {name} lässt sich nicht lesen. Der Eintrag ist erhalten; bitte prüfen Sie den "
            "Datenträger."
        ),
    ),
    "file_twice": (
        "{name} is attached here already. Nothing was changed.",
        "{name} ist hier schon angehängt. Es wurde nichts geändert.",
    ),
    "file_gone_meanwhile": (
        "{name} was deleted while it was being attached. Nothing was changed; please attach it again.",
        (
            "{name} wurde während des Anhängens gelöscht. Es wurde nichts geändert; bitte hängen Sie es "
            "erneut an."
        ),
    ),
    "file_program": (
        "{name} is a program or could start one, so it is not opened from here. Please save a copy.",
        (
            "{name} ist ein Programm oder könnte eines starten und wird deshalb nicht von hier geöffnet. Bitte "
            "speichern Sie eine Kopie."
        ),
    ),
    "file_no_viewer": (
        "No program opens {name}. The document is unchanged; please save a copy.",
        ("Kein Programm öffnet {name}. Das Dokument ist unverändert; bitte speichern Sie eine Kopie."),
    ),
    "file_copy_failed": (
        "{name} cannot be saved there. The document is unchanged; please choose another folder.",
        "{name} lässt sich dort nicht speichern. Das Dokument ist unverändert; bitte wählen Sie einen anderen "
        "Ordner.",
    ),
    "file_no_owner": (
        "Nothing can be attached to this kind of entry. Nothing was changed.",
        "An diese Art von Eintrag lässt sich nichts anhängen. Es wurde nichts geändert.",
    ),
}

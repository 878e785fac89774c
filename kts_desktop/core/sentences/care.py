"""Sentences about another key and about rehearsals of the restore: code to (English, German)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "rekey_demo": (
        "The key of the demo office lies in the open; there is nothing to change.",
        "Der Schlüssel des Beispielbüros liegt offen; es gibt nichts zu ändern.",
    ),
    "rekey_read_only": (
        "The key can only be changed where the profile can be written. Nothing was changed.",
        "Der Schlüssel lässt sich nur ändern, wo das Profil beschreibbar ist. Es wurde nichts geändert.",
    ),
    "rekey_passphrase": (
        (
            "This profile has a passphrase, so changing the key needs one as well. Nothing was changed; please "
            "give the passphrase."
        ),
        (
            "Dieses Profil hat eine Passphrase, deshalb braucht das Ändern des Schlüssels auch eine. Es wurde "
            "nichts geändert; bitte geben Sie die Passphrase an."
        ),
    ),
    "rekey_given_up": (
        "The new recovery code was not kept, so it is not valid. Nothing was changed.",
        "Der neue Wiederherstellungscode wurde nicht aufbewahrt und gilt deshalb nicht. Es wurde nichts geändert.",
    ),
    "rekey_failed": (
        (
            "The key could not be changed. Your data are kept, the old code and passphrase stay valid; please "
            "check the disk and try again."
        ),
        (
            "Der Schlüssel konnte nicht geändert werden. Ihre Daten sind erhalten, der alte Code und die alte "
            "Passphrase gelten weiter; bitte prüfen Sie den Datenträger und versuchen Sie es erneut."
        ),
    ),
    "rekey_files_later": (
        (
            "The key is changed. Some attached documents could not follow; they stay readable and follow when "
            "the profile is opened next."
        ),
        (
            "Der Schlüssel ist geändert. Einige angehängte Dokumente konnten nicht folgen; sie bleiben lesbar "
            "und folgen beim nächsten Öffnen."
        ),
    ),
    "rekey_files_altered": (
        "The key is changed. {count} attached documents were damaged already; backups of before may have them.",
        (
            "Der Schlüssel ist geändert. {count} angehängte Dokumente waren schon beschädigt; Sicherungen von "
            "vorher haben sie vielleicht noch."
        ),
    ),
    "rekey_undone": (
        (
            "A change of the key was interrupted and has been undone. Nothing is lost, the old code and "
            "passphrase stay valid; please change the key again."
        ),
        (
            "Das Ändern des Schlüssels war unterbrochen und wurde zurückgenommen. Es ist nichts verloren, der "
            "alte Code und die alte Passphrase gelten weiter; bitte ändern Sie den Schlüssel erneut."
        ),
    ),
    "rekey_completed": (
        "A change of the key was interrupted and has been completed. Nothing is lost; the new code is valid.",
        (
            "Das Ändern des Schlüssels war unterbrochen und wurde zu Ende geführt. Es ist nichts verloren; der "
            "neue Code gilt."
        ),
    ),
    "rehearsal_failed": (
        (
            "Restoring the backup {file} was rehearsed and failed. Your data are unchanged; please back up now "
            "and check the disk."
        ),
        (
            "Das Wiederherstellen der Sicherung {file} wurde geprobt und ist gescheitert. Ihre Daten sind "
            "unverändert; bitte sichern Sie jetzt und prüfen Sie den Datenträger."
        ),
    ),
    "rehearsal_no_room": (
        (
            "There is no space to rehearse restoring the backup {file}. Your data and backups are unchanged; "
            "please make room."
        ),
        (
            "Für die Probe, die Sicherung {file} wiederherzustellen, fehlt Platz. Ihre Daten und Sicherungen "
            "sind unverändert; bitte schaffen Sie Platz."
        ),
    ),
}

"""Sentences about opening a profile: code to (English, German)."""

SENTENCES: dict[str, tuple[str, str]] = {
    # opening: the folder
    "no_profile": (
        "There is no profile in {folder}. Please choose another folder or make a new profile.",
        (
            "In {folder} liegt kein Profil. Bitte wählen Sie einen anderen Ordner oder legen Sie ein "
            "neues Profil an."
        ),
    ),
    "unfinished": (
        (
            "The making of this profile was interrupted; nothing had been entered. Please make it again "
            "in this folder."
        ),
        (
            "Das Anlegen dieses Profils wurde unterbrochen; eingegeben war noch nichts. Bitte legen Sie "
            "es in diesem Ordner erneut an."
        ),
    ),
    "in_use": (
        "This profile is already open on {host} since {time}. Please continue there or close it first.",
        (
            "Das Profil ist schon geöffnet (Rechner {host}, seit {time}). Bitte arbeiten Sie dort weiter "
            "oder schließen Sie es zuerst."
        ),
    ),
    "on_network": (
        (
            "The folder {folder} is on a network drive, where the database would break. Please choose a "
            "local one."
        ),
        (
            "Der Ordner {folder} liegt auf einem Netzlaufwerk; dort würde die Datenbank beschädigt. "
            "Bitte wählen Sie einen lokalen Ordner."
        ),
    ),
    "in_cloud": (
        (
            "The folder {folder} is being synchronised by another program, which would break the "
            "database. Please choose one that is not."
        ),
        (
            "Der Ordner {folder} wird von einem anderen Programm abgeglichen; das würde die Datenbank "
            "beschädigen. Bitte wählen Sie einen Ordner, der nicht abgeglichen wird."
        ),
    ),
    "read_only_folder": (
        "The folder of this profile cannot be written. You can look at everything; changes are not possible.",
        (
            "Der Ordner dieses Profils ist schreibgeschützt. Sie können alles ansehen; Änderungen sind "
            "nicht möglich."
        ),
    ),
    "read_only_old": (
        (
            "This file was written by an older version and its folder {folder} cannot be written, so it "
            "cannot be upgraded. Nothing was changed; please make the folder writable."
        ),
        (
            "Diese Datei stammt aus einer älteren Version, und ihr Ordner {folder} ist schreibgeschützt; "
            "sie kann nicht umgestellt werden. Es wurde nichts verändert; bitte geben Sie den Ordner zum "
            "Schreiben frei."
        ),
    ),
    "low_space": (
        "Only {free} MB are free on this disk. Please make room; saving may fail soon.",
        (
            "Auf diesem Datenträger sind nur noch {free} MB frei. Bitte schaffen Sie Platz; sonst kann "
            "bald nicht mehr gespeichert werden."
        ),
    ),
    "open_disk_full": (
        (
            "No space left on the disk, so the profile cannot be opened. Nothing is lost; please make "
            "room and try again."
        ),
        (
            "Kein Platz auf dem Datenträger, deshalb lässt sich das Profil nicht öffnen. Es ist nichts "
            "verloren; bitte schaffen Sie Platz und versuchen Sie es erneut."
        ),
    ),
    "clock_back": (
        (
            "The clock of this computer seems to be wrong: the newest entry lies in the future. Please "
            "check date and time."
        ),
        (
            "Die Uhr dieses Rechners geht vermutlich falsch: Der neueste Eintrag liegt in der Zukunft. "
            "Bitte prüfen Sie Datum und Uhrzeit."
        ),
    ),
    # opening: the key
    "recovery_mistyped": (
        "This recovery code does not fit this profile (group {group} is mistyped).",
        "Der Wiederherstellungscode passt nicht zu diesem Profil (Gruppe {group} enthält einen Tippfehler).",
    ),
    "recovery_length": (
        (
            "A recovery code has {expected} characters, here are {found}. Please check whether a group "
            "is missing."
        ),
        (
            "Ein Wiederherstellungscode hat {expected} Zeichen, hier sind es {found}. Bitte prüfen Sie, "
            "ob eine Gruppe fehlt."
        ),
    ),
    "wrong_recovery": (
        (
            "This recovery code is typed correctly but belongs to another profile, or was replaced by a "
            "newer one. Nothing was changed; please try another."
        ),
        (
            "Der Wiederherstellungscode ist richtig geschrieben, gehört aber zu einem anderen Profil "
            "oder wurde durch einen neueren ersetzt. Es wurde nichts verändert; bitte versuchen Sie "
            "einen anderen."
        ),
    ),
    "wrong_passphrase": (
        "The passphrase is wrong. Nothing was changed; please try again.",
        "Die Passphrase ist falsch. Es wurde nichts verändert; bitte versuchen Sie es erneut.",
    ),
    "no_recovery_set": (
        "This profile has no recovery code. Please open it with its passphrase or keyring.",
        (
            "Dieses Profil hat keinen Wiederherstellungscode. Bitte öffnen Sie es mit Passphrase oder "
            "Schlüsselbund."
        ),
    ),
    "no_passphrase_set": (
        "No passphrase is set for this profile. Please enter the recovery code.",
        "Für dieses Profil ist keine Passphrase gesetzt. Bitte geben Sie den Wiederherstellungscode ein.",
    ),
    "wrong_key": (
        (
            "The key in the keyring belongs to another profile. The file was not touched; please enter "
            "the recovery code or the passphrase."
        ),
        (
            "Der Schlüssel im Schlüsselbund gehört zu einem anderen Profil. Die Datei wurde nicht "
            "angerührt; bitte geben Sie den Wiederherstellungscode oder die Passphrase ein."
        ),
    ),
    "keyring_empty_recovery": (
        "The keyring of this computer no longer knows this profile. Please enter the recovery code.",
        (
            "Der Schlüsselbund dieses Rechners kennt das Profil nicht mehr. Bitte geben Sie den "
            "Wiederherstellungscode ein."
        ),
    ),
    "keyring_empty_passphrase": (
        (
            "The keyring of this computer no longer knows this profile. Please enter the passphrase or "
            "the recovery code."
        ),
        (
            "Der Schlüsselbund dieses Rechners kennt das Profil nicht mehr. Bitte geben Sie die "
            "Passphrase oder den Wiederherstellungscode ein."
        ),
    ),
    "keyring_absent_recovery": (
        "This computer has no usable keyring. Please enter the recovery code.",
        (
            "Dieser Rechner hat keinen benutzbaren Schlüsselbund. Bitte geben Sie den "
            "Wiederherstellungscode ein."
        ),
    ),
    "keyring_absent_passphrase": (
        "This computer has no usable keyring. Please enter the passphrase or the recovery code.",
        (
            "Dieser Rechner hat keinen benutzbaren Schlüsselbund. Bitte geben Sie die Passphrase oder "
            "den Wiederherstellungscode ein."
        ),
    ),
    "keyring_locked": (
        "The keyring is locked. Unlock it and try again, or enter the recovery code or the passphrase.",
        (
            "Der Schlüsselbund ist gesperrt. Bitte entsperren Sie ihn und versuchen Sie es erneut, oder "
            "geben Sie Wiederherstellungscode oder Passphrase ein."
        ),
    ),
    "keyring_forgets": (
        (
            "The keyring of this computer does not keep the key. The profile is open; next time it will "
            "ask for the passphrase or the recovery code."
        ),
        (
            "Der Schlüsselbund dieses Rechners behält den Schlüssel nicht. Das Profil ist geöffnet; beim "
            "nächsten Mal werden Passphrase oder Wiederherstellungscode gebraucht."
        ),
    ),
    "keyring_absent": (
        (
            "This computer has no usable keyring. The profile is open; next time it will ask for the "
            "passphrase or the recovery code."
        ),
        (
            "Dieser Rechner hat keinen benutzbaren Schlüsselbund. Das Profil ist geöffnet; beim nächsten "
            "Mal werden Passphrase oder Wiederherstellungscode gebraucht."
        ),
    ),
    "passphrase_unreadable": (
        "No passphrase could be read from the given source. Nothing was changed.",
        "Aus der angegebenen Quelle war keine Passphrase zu lesen. Es wurde nichts verändert.",
    ),
    "passphrase_file_open": (
        "Others may read the passphrase file {file}. It was not used; set its mode to 0600 first.",
        (
            "Die Passphrasendatei {file} ist für andere lesbar. Sie wurde nicht benutzt; setzen Sie ihre "
            "Rechte zuerst auf 0600."
        ),
    ),
    # opening: the files
    "sidecar_damaged": (
        (
            "The file profile.json and its copy cannot be read, so the key cannot be found. The data are "
            "still there; please restore a backup, which brings its own copy."
        ),
        (
            "Die Datei profile.json und ihre Kopie sind nicht lesbar, deshalb ist der Schlüssel nicht zu "
            "finden. Die Daten sind noch da; bitte stellen Sie eine Sicherung wieder her, sie bringt "
            "eine eigene Kopie mit."
        ),
    ),
    "sidecar_mended": (
        "The file profile.json was damaged or missing and has been mended from its copy. Nothing is lost.",
        (
            "Die Datei profile.json war beschädigt oder fehlte und wurde aus ihrer Kopie erneuert. Es "
            "ist nichts verloren."
        ),
    ),
    "missing": (
        (
            "The database file is missing or empty. No new one is created; no checked backup was found "
            "in the profile, please restore one from another disk."
        ),
        (
            "Die Datenbankdatei fehlt oder ist leer. Es wird keine neue angelegt; im Profil liegt keine "
            "geprüfte Sicherung, bitte stellen Sie eine von einem anderen Datenträger wieder her."
        ),
    ),
    "missing_restorable": (
        (
            "The database file is missing or empty. No new one is created. Your backup of "
            "{checked:%Y-%m-%d %H:%M} has been checked. Restore it?"
        ),
        (
            "Die Datenbankdatei fehlt oder ist leer. Es wird keine neue angelegt. Ihre Sicherung vom "
            "{checked:%d.%m.%Y %H:%M} ist geprüft. Wiederherstellen?"
        ),
    ),
    "damaged": (
        (
            "The database is damaged (page {page}). It was not changed; no checked backup was found in "
            "the profile, please restore one from another disk."
        ),
        (
            "Die Datenbank ist beschädigt (Seite {page}). Sie wurde nicht verändert; im Profil liegt "
            "keine geprüfte Sicherung, bitte stellen Sie eine von einem anderen Datenträger wieder her."
        ),
    ),
    "damaged_restorable": (
        (
            "The database is damaged (page {page}). Your backup of {checked:%Y-%m-%d %H:%M} has been "
            "checked. Restore it? The damaged file is kept."
        ),
        (
            "Die Datenbank ist beschädigt (Seite {page}). Ihre Sicherung vom {checked:%d.%m.%Y %H:%M} "
            "ist geprüft. Wiederherstellen? Die beschädigte Datei bleibt erhalten."
        ),
    ),
    "not_ours": (
        "This file is not a database of this program. It was not changed.",
        "Diese Datei ist keine Datenbank dieses Programms. Sie wurde nicht verändert.",
    ),
    "newer": (
        "This file was written by version {version}. Please update. Viewing is possible.",
        "Diese Datei stammt aus Version {version}. Bitte aktualisieren Sie. Ansehen ist möglich.",
    ),
    "newer_writable": (
        (
            "This file was written by version {version}. You can work with it; what only the newer "
            "version knows is kept."
        ),
        (
            "Diese Datei stammt aus Version {version}. Sie können damit arbeiten; was nur die neuere "
            "Version kennt, bleibt erhalten."
        ),
    ),
    "newer_format": (
        (
            "This file was written by a newer version ({version}) in a new format. It was not changed; "
            "please update."
        ),
        (
            "Diese Datei stammt aus einer neueren Version ({version}) mit neuem Format. Sie wurde nicht "
            "verändert; bitte aktualisieren Sie."
        ),
    ),
    "upgraded": (
        "The file was brought to the present version. Backup of before: {file}.",
        "Die Datei wurde auf die aktuelle Version umgestellt. Sicherung des alten Standes: {file}.",
    ),
    "upgrade_failed": (
        "The upgrade failed; nothing was changed. Backup: {file}.",
        "Die Umstellung ist gescheitert; es wurde nichts verändert. Sicherung: {file}.",
    ),
}

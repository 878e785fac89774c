"""Sentences about the exchange between laptops: code to (English, German)."""

SENTENCES: dict[str, tuple[str, str]] = {
    # packages that come in
    "package_foreign": (
        "This is not a KTS package. Nothing was taken over; please choose a file that ends in .ktspaket.",
        "Das ist kein KTS-Paket. Es wurde nichts übernommen; bitte wählen Sie eine Datei, die auf .ktspaket endet.",
    ),
    "package_newer": (
        "This package was written by version {version}. Please update first; your data are unchanged.",
        (
            "Dieses Paket stammt aus Version {version}. Bitte aktualisieren Sie zuerst das Programm; Ihre "
            "Daten bleiben unverändert."
        ),
    ),
    "package_damaged": (
        "The package is incomplete or damaged. Nothing was taken over. Copy it again or have it sent again.",
        (
            "Das Paket ist unvollständig oder beschädigt. Es wurde nichts übernommen. Bitte erneut kopieren "
            "oder senden lassen."
        ),
    ),
    "package_not_for_us": (
        "This package is meant for {n} other devices, not for this one. Nothing was taken over.",
        "Dieses Paket ist für {n} andere Geräte bestimmt, nicht für dieses. Es wurde nichts übernommen.",
    ),
    "package_unknown_sender": (
        (
            "Unknown sender. Nothing was taken over. Read the sender's card first and compare the identifier "
            "by phone."
        ),
        (
            "Absender unbekannt. Es wurde nichts übernommen. Lesen Sie zuerst die Karte des Absenders ein und "
            "vergleichen Sie die Kennung am Telefon."
        ),
    ),
    "package_unconfirmed": (
        (
            "The device “{name}” has not been confirmed yet. Its identifier is {digits}. Compare it by phone "
            "before you trust it; nothing was taken over."
        ),
        (
            "Das Gerät „{name}“ ist noch nicht bestätigt. Seine Kennung ist {digits}. Vergleichen Sie sie am "
            "Telefon, bevor Sie vertrauen; es wurde nichts übernommen."
        ),
    ),
    "package_revoked": (
        "The device “{name}” was revoked on {date:%Y-%m-%d}. The package was refused.",
        "Das Gerät „{name}“ wurde am {date:%d.%m.%Y} gesperrt. Das Paket wurde abgelehnt.",
    ),
    "package_forwarded": (
        "This package was signed for other recipients. Nothing was taken over.",
        "Dieses Paket wurde für andere Empfänger unterschrieben. Es wurde nichts übernommen.",
    ),
    "package_bad_signature": (
        "The signature of the package is wrong. Nothing was taken over.",
        "Die Unterschrift des Pakets stimmt nicht. Es wurde nichts übernommen.",
    ),
    "package_other_office": (
        "The package belongs to another office. Nothing was taken over.",
        "Das Paket gehört zu einer anderen Projektstelle. Es wurde nichts übernommen.",
    ),
    "package_space": (
        "The package holds data that “{name}” may not send. Nothing was taken over.",
        "Das Paket enthält Daten, die „{name}“ nicht senden darf. Es wurde nichts übernommen.",
    ),
    "package_gap": (
        (
            "Changes by {name} are missing (state {have}, the package starts after {since}). The package waits "
            "and is taken over after the missing one. If that one is lost, ask for a full package."
        ),
        (
            "Es fehlen Änderungen von {name} (Stand {have}, das Paket beginnt nach {since}). Das Paket wartet "
            "und wird nach dem fehlenden übernommen. Ist jenes verloren, fordern Sie ein Gesamtpaket an."
        ),
    ),
    "package_already": (
        "Already taken over on {date:%Y-%m-%d %H:%M}.",
        "Bereits am {date:%d.%m.%Y %H:%M} übernommen.",
    ),
    "package_own": (
        "This package was written by this very device. Nothing was taken over.",
        "Dieses Paket stammt von diesem Gerät selbst. Es wurde nichts übernommen.",
    ),
    "nothing_to_take_back": (
        "Nothing of this package stands any more as it came. Nothing was changed.",
        "Von diesem Paket steht nichts mehr so da, wie es kam. Es wurde nichts geändert.",
    ),
    "package_nothing_new": ("Nothing new.", "Keine Neuerungen."),
    "package_fork": (
        (
            "The device “{name}” exists twice (copy or restore). Nothing was taken over. On the copied device: "
            "Settings > New identifier."
        ),
        (
            "Das Gerät „{name}“ gibt es zweimal (Kopie oder Wiederherstellung). Es wurde nichts übernommen. Auf "
            "dem kopierten Gerät: Einstellungen > Neue Kennung."
        ),
    ),
    "package_mass_delete": (
        "This package deletes {n} of {m} records ({kind}). Really take it over?",
        "Dieses Paket löscht {n} von {m} Einträgen ({kind}). Wirklich übernehmen?",
    ),
    "package_mass_erasure": (
        "This package erases {n} of {m} records ({kind}) for good. Really take it over?",
        "Dieses Paket löscht {n} von {m} Einträgen ({kind}) endgültig. Wirklich übernehmen?",
    ),
    "package_erasures": (
        "{n} people or other entries will be erased for good.",
        "{n} Personen oder andere Einträge werden endgültig gelöscht.",
    ),
    "package_too_large": (
        "The package exceeds the allowed size and was refused.",
        "Das Paket überschreitet die erlaubte Größe und wurde abgelehnt.",
    ),
    "package_old": (
        "The package is {n} days old. Erased people do not come back; older values are ignored. Continue?",
        (
            "Das Paket ist {n} Tage alt. Gelöschte Personen kommen nicht zurück; Älteres wird nicht "
            "übernommen. Trotzdem?"
        ),
    ),
    "package_old_snapshot": (
        "A new device needs a full package that is at most {n} days old. Nothing was taken over.",
        (
            "Für ein neues Gerät wird ein Gesamtpaket gebraucht, das höchstens {n} Tage alt ist. Es wurde "
            "nichts übernommen."
        ),
    ),
    "package_stale_preview": (
        "Something has changed since the preview. Nothing was taken over; please look at it again.",
        "Seit der Vorschau wurde etwas geändert. Es wurde nichts übernommen; bitte sehen Sie sie erneut an.",
    ),
    "extract_again": (
        "This extract was taken in before. Taken in again, its records are there twice.",
        "Dieser Auszug wurde schon einmal übernommen. Erneut übernommen, sind seine Einträge doppelt vorhanden.",
    ),
    "package_clock": (
        "The clock of “{name}” is {minutes} minutes ahead. The import continues.",
        "Die Uhr von „{name}“ geht {minutes} Minuten vor. Die Übernahme geht weiter.",
    ),
    "package_content_missing": (
        "{n} attachments follow later. They are asked for in the next package.",
        "{n} Anlagen folgen noch. Sie werden im nächsten Paket angefordert.",
    ),
    "package_passphrase": (
        "This package is sealed by a passphrase. Please enter the one you were told.",
        "Dieses Paket ist mit einer Passphrase verschlossen. Bitte geben Sie die mitgeteilte ein.",
    ),
    "package_no_passphrase": (
        "This package is not sealed by a passphrase. Nothing was taken over; open it without one.",
        "Dieses Paket ist nicht mit einer Passphrase verschlossen. Bitte öffnen Sie es ohne.",
    ),
    "package_wrong_passphrase": (
        "The passphrase does not open this package. Nothing was taken over; please type it again.",
        "Die Passphrase öffnet dieses Paket nicht. Es wurde nichts übernommen; bitte geben Sie sie erneut ein.",
    ),
    "package_first_only": (
        (
            "A package sealed by a passphrase sets up a new device only. Nothing was taken over; exchange cards "
            "and have a package sent to this device."
        ),
        (
            "Ein Paket mit Passphrase dient nur der Einrichtung eines neuen Geräts. Es wurde nichts übernommen; "
            "tauschen Sie Karten aus und lassen Sie sich ein Paket für dieses Gerät senden."
        ),
    ),
    # packages that go out
    "package_nobody": (
        "No confirmed device was chosen, so nothing was written.",
        "Es wurde kein bestätigtes Gerät gewählt, deshalb wurde nichts geschrieben.",
    ),
    "package_recipient_unconfirmed": (
        "The device “{name}” has not been confirmed yet, so nothing was written for it. Compare its identifier.",
        (
            "Das Gerät „{name}“ ist noch nicht bestätigt, deshalb wurde nichts für es geschrieben. Vergleichen "
            "Sie seine Kennung."
        ),
    ),
    "package_recipients": (
        "A package has at most {most} recipients. Nothing was written; please choose fewer.",
        "Ein Paket hat höchstens {most} Empfänger. Es wurde nichts geschrieben; bitte wählen Sie weniger.",
    ),
    "package_content_altered": (
        (
            "A document to be sent along is damaged here. No package was written; run the check of the office, "
            "which may bring it back from a backup."
        ),
        (
            "Ein Dokument, das mitgehen soll, ist hier beschädigt. Es wurde kein Paket geschrieben; lassen Sie "
            "das Büro prüfen, vielleicht steht es in einer Sicherung."
        ),
    ),
    "package_no_space": (
        "No space left in {folder}. No package was written and nothing was changed; please make room.",
        (
            "Kein Platz auf dem Datenträger {folder}. Es wurde kein Paket geschrieben und nichts verändert; "
            "bitte schaffen Sie Platz."
        ),
    ),
    "package_locked": (
        "The database is in use. Nothing was changed; please try again.",
        "Die Datenbank ist in Benutzung. Es wurde nichts verändert; bitte versuchen Sie es erneut.",
    ),
    "package_medium_gone": (
        "The medium was removed. The package is not complete; please repeat.",
        "Der Datenträger wurde entfernt. Das Paket ist nicht vollständig geschrieben; bitte erneut.",
    ),
    "package_read_only": (
        "Nothing can be written in {folder}. No package was written; please choose another folder or medium.",
        (
            "In {folder} kann nicht geschrieben werden. Es wurde kein Paket geschrieben; bitte wählen Sie einen "
            "anderen Ordner oder Datenträger."
        ),
    ),
    "package_not_kept": (
        (
            "The package did not come back from {folder} as it was written and was deleted there. Please use "
            "another medium."
        ),
        (
            "Das Paket kam aus {folder} nicht so zurück, wie es geschrieben wurde, und wurde dort gelöscht. "
            "Bitte nehmen Sie einen anderen Datenträger."
        ),
    ),
    # differences
    "no_difference": (
        "The laptops do not differ there ({field}). Nothing was changed; exchange conflicts lists what they differ on.",
        (
            "Dort unterscheiden sich die Laptops nicht ({field}). Es wurde nichts geändert; exchange conflicts "
            "zählt die Unterschiede auf."
        ),
    ),
    "no_such_side": (
        "That is none of the {n} values, and no value the field can hold. Nothing was decided; take one of the list.",
        (
            "Das ist keiner der {n} Werte und keiner, den das Feld aufnimmt. Es wurde nichts entschieden; nehmen "
            "Sie einen aus der Liste."
        ),
    ),
    # identity, cards and trust
    "own_identity": (
        "This profile was copied or restored. It has a new identifier; please hand on the new card.",
        (
            "Dieses Profil wurde kopiert oder wiederhergestellt. Es hat eine neue Kennung erhalten; bitte geben "
            "Sie die neue Karte weiter."
        ),
    ),
    "identity_keyring": (
        (
            "The keyring of this computer cannot be asked, and the identity of this device lies in it. Nothing "
            "was changed; unlock the keyring and try again."
        ),
        (
            "Der Schlüsselbund dieses Rechners antwortet nicht, und in ihm liegt die Kennung dieses Geräts. Es "
            "wurde nichts verändert; bitte entsperren Sie ihn und versuchen Sie es erneut."
        ),
    ),
    "card_damaged": (
        "“{name}” is no card of a device, or it is damaged. Nothing was taken over; have it sent again.",
        (
            "„{name}“ ist keine Karte eines Geräts oder beschädigt. Es wurde nichts übernommen; bitte lassen "
            "Sie sie erneut senden."
        ),
    ),
    "card_own": (
        "This is the card of this very device. Nothing was taken over; hand it to your colleagues.",
        "Das ist die Karte dieses Geräts. Es wurde nichts übernommen; geben Sie sie Ihren Kolleginnen und Kollegen.",
    ),
    "card_digits": (
        (
            "The digits differ from those of the card. The device stays unconfirmed; compare them once more, "
            "from their screen to yours."
        ),
        (
            "Die Ziffern stimmen nicht mit der Karte überein. Das Gerät bleibt unbestätigt; vergleichen Sie sie "
            "noch einmal, Bildschirm mit Bildschirm."
        ),
    ),
    "device_unknown": (
        "No device here is called “{name}”. Nothing was changed; the command exchange status lists them.",
        "Hier heißt kein Gerät „{name}“. Es wurde nichts verändert; der Befehl exchange status zählt sie auf.",
    ),
    "device_ambiguous": (
        "Several devices could be meant by “{name}”. Nothing was changed; give the first digits instead.",
        "Mit „{name}“ können mehrere Geräte gemeint sein. Es wurde nichts verändert; nennen Sie die ersten Ziffern.",
    ),
    "device_revoked": (
        "The device “{name}” has been revoked and stays so. A new card of the same person can be confirmed.",
        "Das Gerät „{name}“ ist gesperrt und bleibt es. Eine neue Karte derselben Person lässt sich bestätigen.",
    ),
}

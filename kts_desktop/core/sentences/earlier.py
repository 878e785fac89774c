"""Sentences about looking into a backup and taking over from it: code to (English, German)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "looking_back_full": (
        "There is no space to open the backup beside the office. Nothing was changed; please make room.",
        "Kein Platz, um die Sicherung neben dem Büro zu öffnen. Es wurde nichts geändert; bitte schaffen Sie Platz.",
    ),
    "looking_back_failed": (
        "The backup could not be opened. Nothing was changed; please check the disk and try again.",
        "Die Sicherung ließ sich nicht öffnen. Es wurde nichts geändert; bitte prüfen Sie den Datenträger und versuchen Sie es erneut.",
    ),
    "earlier_unknown": (
        "Nothing is called “{typed}”, today or in this backup. What was erased for good is in no backup.",
        "Nichts heißt „{typed}“, weder heute noch in dieser Sicherung. Endgültig Gelöschtes steht in keiner Sicherung.",
    ),
    "earlier_not_there": (
        "The backup of {at} does not know this entry: it was made later. Please choose a newer backup.",
        "Die Sicherung vom {at} kennt diesen Eintrag nicht: Er ist später entstanden. Bitte wählen Sie eine neuere Sicherung.",
    ),
    "earlier_erased": (
        "This entry was erased for good and does not come back from a backup.",
        "Dieser Eintrag wurde endgültig gelöscht und kommt aus keiner Sicherung zurück.",
    ),
    "earlier_merged": (
        "{name} has been merged with another entry ({kept}). Undo the merge first, then its earlier state can be taken over.",
        "{name} ist mit einem anderen Eintrag zusammengeführt ({kept}). Heben Sie die Zusammenführung zuerst auf, dann lässt sich der frühere Stand übernehmen.",
    ),
    "earlier_with_merged": (
        "Other entries are merged with this one ({count}); the merge stays, and their own fields are not compared.",
        "Mit diesem Eintrag sind andere zusammengeführt ({count}); die Zusammenführung bleibt, deren eigene Felder werden nicht verglichen.",
    ),
    "earlier_was_binned": (
        "At the time of the backup this entry lay in the bin.",
        "Zur Zeit der Sicherung lag dieser Eintrag im Papierkorb.",
    ),
    "earlier_minutes": (
        "The minutes are approved and stay as they are.",
        "Das Protokoll ist freigegeben und bleibt, wie es ist.",
    ),
    "earlier_changed": (
        "The entry has been changed since it was compared. Nothing was taken over; please compare again.",
        "Der Eintrag wurde seit dem Vergleich geändert. Es wurde nichts übernommen; bitte vergleichen Sie erneut.",
    ),
    "earlier_target": (
        "What “{field}” referred to then is not there today. Nothing was taken over; please leave this field out.",
        "Worauf „{field}“ damals verwies, gibt es heute nicht. Es wurde nichts übernommen; bitte lassen Sie dieses Feld weg.",
    ),
    "earlier_nothing": (
        "Nothing is chosen that differs; nothing was taken over.",
        "Es ist nichts gewählt, was sich unterscheidet; es wurde nichts übernommen.",
    ),
}

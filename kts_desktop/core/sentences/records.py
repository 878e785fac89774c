"""Sentences about records and fields: code to (English, German)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "blank": ("Please fill in this field.", "Bitte füllen Sie dieses Feld aus."),
    "gone": (
        "This entry is no longer there; nothing was changed.",
        "Diesen Eintrag gibt es nicht mehr; es wurde nichts geändert.",
    ),
    "unknown_word": (
        "“{word}” is not a word of this list; nothing was changed.",
        "„{word}“ steht nicht in dieser Liste; es wurde nichts geändert.",
    ),
    "bad_years": (
        "Please enter a number of years from 1 to 10.",
        "Bitte geben Sie eine Zahl von Jahren zwischen 1 und 10 ein.",
    ),
    "bad_number_pattern": (
        "This pattern gives no distinct file numbers; it needs {{running}} and may use {{unit}}, {{mark}}, {{year}}.",
        "Dieses Muster ergibt keine eindeutigen Aktenzeichen; es braucht {{running}}, "
        "möglich sind {{unit}}, {{mark}}, {{year}}.",
    ),
    "task_done_already": (
        "This follow-up is done already; nothing was changed.",
        "Diese Wiedervorlage ist bereits erledigt; es wurde nichts geändert.",
    ),
    "case_relates_to_itself": (
        "A case cannot refer to itself; please choose another one.",
        "Ein Fall kann sich nicht auf sich selbst beziehen; bitte wählen Sie einen anderen.",
    ),
    # exchange events
    "ends_before_start": ("The end lies before the beginning.", "Das Ende liegt vor dem Beginn."),
    "unknown_zone": (
        "This computer does not know the time zone “{zone}”.",
        "Dieser Rechner kennt die Zeitzone „{zone}“ nicht.",
    ),
    "number_too_small": ("Please enter 1 or more.", "Bitte geben Sie 1 oder mehr ein."),
    "deadline_after_event": (
        "The registration deadline lies after the event.",
        "Der Anmeldeschluss liegt nach der Veranstaltung.",
    ),
    "event_cancelled": (
        "This event is cancelled; nothing was changed.",
        "Diese Veranstaltung ist abgesagt; es wurde nichts geändert.",
    ),
    "minutes_approved": (
        "The minutes are approved and stay as they are; please add a note for a correction.",
        "Das Protokoll ist freigegeben und bleibt, wie es ist; bitte ergänzen Sie eine Korrektur als Notiz.",
    ),
    "minutes_empty": (
        "There is no text to approve yet; nothing was changed.",
        "Es gibt noch keinen Text zum Freigeben; es wurde nichts geändert.",
    ),
    "event_full": (
        "All {capacity} places are taken; nothing was changed. "
        "Please use the waiting list or raise the number of places.",
        "Alle {capacity} Plätze sind vergeben; es wurde nichts geändert. "
        "Bitte nutzen Sie die Warteliste oder erhöhen Sie die Platzzahl.",
    ),
    "not_waiting": (
        "This registration is not on the waiting list any more; nothing was changed.",
        "Diese Anmeldung steht nicht mehr auf der Warteliste; es wurde nichts geändert.",
    ),
    "registered_already": (
        "This person is registered for the event already.",
        "Diese Person ist für die Veranstaltung bereits angemeldet.",
    ),
    "other_event": (
        "This session belongs to another event; nothing was changed.",
        "Dieser Programmteil gehört zu einer anderen Veranstaltung; es wurde nichts geändert.",
    ),
    "field_unknown": (
        "There is no field “{name}” in such a record; nothing was changed.",
        "In einem solchen Eintrag gibt es kein Feld „{name}“; es wurde nichts geändert.",
    ),
    "redact_unedited": (
        "The name still stands in this entry. Nothing was forgotten; please edit it first, out of the bin if need be.",
        "Der Name steht noch in diesem Eintrag. Es wurde nichts vergessen; bitte bearbeiten Sie ihn zuerst, nötigenfalls nach dem Wiederherstellen aus dem Papierkorb.",
    ),
    "erase_unsaid": (
        "Erasing cannot be undone; nothing was changed. Say --yes if it is meant.",
        "Endgültig Gelöschtes kommt nicht zurück; es wurde nichts geändert. Bitte mit --yes bestätigen.",
    ),
    "disposal_not_due": (
        "{number} is not due for disposal: it is not filed, or its retention period is not over. Nothing was erased.",
        "{number} ist nicht zur Aussonderung fällig: nicht zu den Akten gelegt, oder die Aufbewahrungsfrist läuft noch. Es wurde nichts gelöscht.",
    ),
    "disposal_not_proposed": (
        "{number} is not proposed for disposal; please propose it first. Nothing was erased.",
        "{number} ist nicht zur Aussonderung vorgeschlagen; bitte schlagen Sie den Fall zuerst vor. Es wurde nichts gelöscht.",
    ),
    "disposed_returned": (
        "The backup brought cases back that had been disposed of: {numbers}. Please dispose of them again.",
        "Die Sicherung hat ausgesonderte Fälle zurückgebracht: {numbers}. Bitte sondern Sie sie erneut aus.",
    ),
    "disposal_log_unsaved": (
        "The log cannot be saved as {name} there. The log itself is unchanged; please choose another folder.",
        "Das Protokoll lässt sich dort nicht als {name} speichern. Das Protokoll selbst ist unverändert; bitte wählen Sie einen anderen Ordner.",
    ),
    "option_missing": (
        "{option} is missing; nothing was changed.",
        "{option} fehlt; es wurde nichts geändert.",
    ),
    "option_unreadable": (
        "“{value}” cannot be read as {option}; nothing was changed.",
        "„{value}“ ist kein Wert für {option}; es wurde nichts geändert.",
    ),
    "reference_unknown": (
        "Nothing is called “{typed}”; nothing was changed.",
        "Nichts heißt „{typed}“; es wurde nichts geändert.",
    ),
    "reference_ambiguous": (
        "“{typed}” may be one of several: {places}. Please give the key or the number with #.",
        "„{typed}“ ist nicht eindeutig: {places}. Bitte geben Sie den Schlüssel oder die Nummer mit # an.",
    ),
    "loose_date": (
        "Please enter a year, a month or a day, such as 2026, 09.2026 or 1.9.2026.",
        "Bitte geben Sie ein Jahr, einen Monat oder einen Tag an, etwa 2026, 09.2026 oder 1.9.2026.",
    ),
    "negative_amount": (
        "An amount cannot be less than zero.",
        "Ein Betrag kann nicht kleiner als null sein.",
    ),
    "population_without_source": (
        "Please say where this population figure comes from.",
        "Bitte geben Sie an, woher diese Einwohnerzahl stammt.",
    ),
    "rating_without_reason": (
        "Please give a reason for this rating.",
        "Bitte begründen Sie diese Einschätzung.",
    ),
    "measure_without_owner": (
        "A measure belongs to a model project or a body; please choose one.",
        "Eine Maßnahme gehört zu einem Modellprojekt oder einer Stelle; bitte wählen Sie eines aus.",
    ),
    "demo_folder_taken": (
        "The folder {folder} holds something else than a demo office; nothing was changed. Choose another one.",
        "Der Ordner {folder} enthält etwas anderes als ein Beispielbüro; es wurde nichts geändert. "
        "Bitte wählen Sie einen anderen.",
    ),
    "email_form": (
        "“{value}” is not an e-mail address; it needs the form name@place.example.",
        "„{value}“ ist keine E-Mail-Adresse; nötig ist die Form name@ort.example.",
    ),
    "merge_with_itself": (
        "These two are one person already; nothing was changed.",
        "Diese beiden sind bereits eine Person; es wurde nichts geändert.",
    ),
    "not_merged": (
        "This person has not been merged with another; nothing was changed.",
        "Diese Person ist mit keiner anderen zusammengeführt; es wurde nichts geändert.",
    ),
    "consent_withdrawn": (
        "This consent has been withdrawn already; nothing was changed.",
        "Diese Einwilligung ist bereits widerrufen; es wurde nichts geändert.",
    ),
    "parent_of_itself": (
        "A body cannot stand above itself; please choose another one.",
        "Eine Stelle kann sich nicht selbst übergeordnet sein; bitte wählen Sie eine andere.",
    ),
    "key_form": (
        "This key has the wrong length; an AGS has 8 digits, an ARS 12, with leading zeros.",
        "Dieser Schlüssel hat nicht die richtige Länge; ein AGS hat 8, ein ARS 12 Ziffern, mit führenden Nullen.",
    ),
    "not_a_member": (
        "This body does not take part in the project.",
        "Diese Stelle ist an dem Projekt nicht beteiligt.",
    ),
}

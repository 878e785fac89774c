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
}

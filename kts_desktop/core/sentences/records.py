"""Sentences about records and fields: code to (English, German)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "blank": ("Please fill in this field.", "Bitte füllen Sie dieses Feld aus."),
    "gone": (
        "This entry is no longer there; nothing was changed.",
        "Diesen Eintrag gibt es nicht mehr; es wurde nichts geändert.",
    ),
}

"""Words of the sheets to sign."""

# each key with its English and its German words
TEXTS: dict[str, tuple[str, str]] = {
    "signin": ("Attendance sheet", "Teilnahmeliste"),
    "title": ("Attendance sheet: {event}", "Teilnahmeliste: {event}"),
    "range": ("Surnames {first} to {last}", "Nachnamen {first} bis {last}"),
    "number": ("No.", "Nr."),
    "family": ("Surname", "Name"),
    "given": ("First name", "Vorname"),
    "body": ("Municipality, organisation", "Kommune, Organisation"),
    "photo": ("Photo", "Foto"),
    "signature": ("Signature", "Unterschrift"),
    "photo_yes": ("yes", "ja"),
    "photo_no": ("no", "nein"),
    "privacy": (
        (
            "These data serve as proof of attendance only and are erased one year after the event."
            " Controller: {controller}. Photo: tick if you agree to be photographed; you may withdraw this."
        ),
        (
            "Die Angaben dienen nur dem Nachweis der Teilnahme und werden ein Jahr nach der Veranstaltung"
            " gelöscht. Verantwortlich: {controller}. Foto: Ankreuzen, wenn Sie mit Aufnahmen einverstanden"
            " sind; das ist widerruflich."
        ),
    ),
    "nobody": (
        "Nobody is expected so far; the rows are for those who come all the same.",
        "Bisher wird niemand erwartet; die Zeilen sind für alle, die trotzdem kommen.",
    ),
    "nobody_at_all": (
        "Nobody is expected so far, and no blank rows were asked for.",
        "Bisher wird niemand erwartet, und leere Zeilen sind nicht verlangt.",
    ),
    "summary": (
        "List to sign: the last two columns are filled in by hand",
        "Liste zum Unterschreiben: Die letzten zwei Spalten werden von Hand ausgefüllt",
    ),
}

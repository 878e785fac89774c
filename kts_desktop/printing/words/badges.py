"""Words of name badges, and the letters of the roles on them."""

# each key with its English and its German words
TEXTS: dict[str, tuple[str, str]] = {
    "badges": ("Name badges {event}", "Namensschilder {event}"),
    "sheet": ("Sheet {number}: {first} – {last}", "Bogen {number}: {first} – {last}"),
    "no_photo": ("NO PHOTO", "KEIN FOTO"),
    "code": ("QR code for the door", "QR-Code für den Einlass"),
    "nobody": ("No badge to print", "Kein Namensschild zu drucken"),
    "nobody_text": (
        "Nobody of “{event}” has a place and still needs a badge.",
        "Zu „{event}“ hat niemand einen Platz und braucht noch ein Namensschild.",
    ),
    "again": (
        "{count} of these badges were printed before, last on {moment}.",
        "{count} dieser Namensschilder wurden schon gedruckt, zuletzt am {moment}.",
    ),
    "again_one": (
        "One of these badges was printed before, on {moment}.",
        "Eines dieser Namensschilder wurde schon gedruckt, am {moment}.",
    ),
    "left_out": (
        "{count} printed before were left out.",
        "{count} schon gedruckte wurden ausgelassen.",
    ),
    "letter_participant": ("P", "T"),
    "letter_speaker": ("S", "V"),
    "letter_facilitator": ("F", "M"),
    "letter_host": ("H", "G"),
    "letter_organiser": ("O", "O"),
    "letter_press": ("Pr", "P"),
}

"""Words of table signs."""

# each key with its English and its German words
TEXTS: dict[str, tuple[str, str]] = {
    "signs": ("Table signs {event}", "Tischschilder {event}"),
    "nobody": ("No table sign to print", "Kein Tischschild zu drucken"),
    "nobody_text": (
        "At “{event}” nobody expected speaks, leads or hosts.",
        "Zu „{event}“ ist niemand angemeldet, der spricht, moderiert oder einlädt.",
    ),
}

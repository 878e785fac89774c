"""Words of mailing labels."""

# each key with its English and its German words
TEXTS: dict[str, tuple[str, str]] = {
    "labels": ("Mailing labels", "Adressetiketten"),
    "labels_about": ("Mailing labels {about}", "Adressetiketten {about}"),
    "sheet": ("Sheet {number}: {first} – {last}", "Bogen {number}: {first} – {last}"),
    "missing": ("No postal address: {name}", "Keine Postanschrift: {name}"),
    "nobody": ("No label to print", "Kein Etikett zu drucken"),
    "nobody_text": (
        "Of those chosen, nobody has a postal address. {count} have none that a letter would reach.",
        "Von den Gewählten hat niemand eine Postanschrift. Bei {count} fehlt eine, die ein Brief erreicht.",
    ),
}

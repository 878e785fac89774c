"""German and English words of the printed key card."""

from kts_desktop.printing.words.common import Texts

TEXTS: Texts = {
    "keycard": ("Key card of a laptop", "Schlüsselkarte eines Geräts"),
    "title": ("Key card: {name}", "Schlüsselkarte: {name}"),
    "laptop": ("Laptop: {name}", "Gerät: {name}"),
    "office": ("Office: {name}", "Stelle: {name}"),
    "identifier": ("Identifier", "Kennung"),
    "code": ("The identifier as a QR code", "Die Kennung als QR-Code"),
    "code_below": ("the same digits", "dieselben Ziffern"),
    "how": ("What to do with it", "Was damit zu tun ist"),
    "how_1": (
        "Give your colleagues this sheet or the file of the card (.ktskarte); neither holds a secret.",
        (
            "Geben Sie Ihren Kolleginnen und Kollegen dieses Blatt oder die Kartendatei (.ktskarte); beides"
            " enthält kein Geheimnis."
        ),
    ),
    "how_2": (
        "They read the file into their program; this sheet alone is not enough for that.",
        "Die anderen lesen die Kartendatei in ihr Programm ein; dieses Blatt allein genügt dafür nicht.",
    ),
    "how_3": (
        (
            "Then compare all eight groups by phone, or side by side, and confirm the laptop only if every"
            " digit is the same."
        ),
        (
            "Dann vergleichen Sie alle acht Gruppen am Telefon oder nebeneinander und bestätigen das Gerät"
            " nur, wenn jede Ziffer gleich ist."
        ),
    ),
    "how_4": (
        "If a laptop gets a new identifier or is lost, this sheet is no longer valid.",
        "Erhält das Gerät eine neue Kennung oder geht es verloren, gilt dieses Blatt nicht mehr.",
    ),
}

"""Words of the programme of an event."""

from kts_desktop.printing.words.common import Texts

TEXTS: Texts = {
    "programme": ("Programme", "Programm"),
    "title": ("Programme {event}", "Programm {event}"),
    "when": ("When", "Wann"),
    "where": ("Where", "Wo"),
    "where_online": ("Online", "Online"),
    "hosts": ("Hosts", "Gastgebend"),
    "series": ("Series", "Reihe"),
    "access": ("Accessibility", "Barrierefreiheit"),
    "office": ("Organised by", "Veranstaltet von"),
    "numbered": ("{series}, no. {number}", "{series}, Nr. {number}"),
    "time": ("Time", "Zeit"),
    "item": ("Item", "Programmpunkt"),
    "room": ("Room", "Raum"),
    "sign_up": ("with sign-up", "mit Anmeldung"),
    "agenda": ("Course of the day", "Ablauf"),
    "travel": ("How to get there", "Anreise"),
    "travel_alt": (
        "QR code that opens a map at {place}",
        "QR-Code, der eine Karte bei {place} öffnet",
    ),
    "no_items": (
        "The items of the programme are not fixed yet.",
        "Die Programmpunkte stehen noch nicht fest.",
    ),
}

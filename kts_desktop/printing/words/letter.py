"""German and English words of letters."""

from kts_desktop.printing.words.common import Texts

TEXTS: Texts = {
    "kind_of_paper": ("Letter", "Brief"),
    "title": ("Letter to {name}", "Brief an {name}"),
    "letters": ("Letters: {count}", "Briefe: {count}"),
    "of_the_day": ("Our letter of {date}", "Unser Schreiben vom {date}"),
    "your_sign": ("Your reference", "Ihr Zeichen"),
    "your_letter": ("Your letter of", "Ihre Nachricht vom"),
    "our_sign": ("Our reference", "Unser Zeichen"),
    "name": ("Contact", "Name"),
    "phone": ("Phone", "Telefon"),
    "email": ("E-mail", "E-Mail"),
    "date": ("Date", "Datum"),
    "closing": ("Yours sincerely", "Mit freundlichen Grüßen"),
    "on_behalf": ("On behalf of the office", "Im Auftrag"),
    "enclosure_one": ("Enclosure", "Anlage"),
    "enclosure_many": ("Enclosures", "Anlagen"),
    "office_address": ("Address", "Anschrift"),
    "website": ("Website", "Internet"),
    "continued": ("{subject} · to {name} · {date}", "{subject} · an {name} · {date}"),
    "no_address": (
        "No postal address is recorded for {name}; the address field shows the name alone.",
        "Zu {name} ist keine Postanschrift erfasst; im Anschriftfeld steht nur der Name.",
    ),
    "shortened": (
        "The address of {name} was shortened to fit six lines; left out: {lines}.",
        "Die Anschrift von {name} wurde auf sechs Zeilen gekürzt; es fehlt: {lines}.",
    ),
    "no_text": ("The letter to {name} has no text.", "Der Brief an {name} hat keinen Text."),
}

"""Words of the certificate of participation."""

from kts_desktop.printing.words.common import Texts

TEXTS: Texts = {
    "certificates": ("Certificates {event}", "Teilnahmebescheinigungen {event}"),
    "certificate": ("Certificate of participation", "Teilnahmebescheinigung"),
    "took_part": ("took part in", "hat teilgenommen an"),
    "hours": ("Duration: {hours} hours", "Umfang: {hours} Stunden"),
    "hour": ("Duration: 1 hour", "Umfang: 1 Stunde"),
    "minutes": ("Duration: {minutes} minutes", "Umfang: {minutes} Minuten"),
    "topics": ("Topics", "Inhalte"),
    "more": ("and {count} more", "und {count} weitere"),
    "dated": ("{place}, {day}", "{place}, den {day}"),
    "dated_bare": ("Place, date", "Ort, Datum"),
    "signature": ("Signature", "Unterschrift"),
    "nobody": ("No certificate to print", "Keine Bescheinigung zu drucken"),
    "nobody_text": (
        "Nobody has been entered as present at “{event}”. Certificates are for those who attended.",
        "Bei „{event}“ ist niemand als anwesend erfasst. Bescheinigungen gibt es für alle, die da waren.",
    ),
}

"""Words for the codes that stand in no value list of the office: list and code to (English, German)."""

from collections.abc import Mapping
from types import MappingProxyType

CODES: Mapping[str, Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "yes_no": {"0": ("no", "nein"), "1": ("yes", "ja")},
        "contact_kind": {
            "email": ("E-mail", "E-Mail"),
            "phone": ("Phone", "Telefon"),
            "mobile": ("Mobile phone", "Mobiltelefon"),
            "fax": ("Fax", "Fax"),
            "web": ("Website", "Website"),
            "postal": ("Postal address", "Postanschrift"),
            "de_mail": ("De-Mail", "De-Mail"),
            "bebpo": ("beBPo mailbox", "beBPo-Postfach"),
        },
        "minutes_state": {"draft": ("draft", "Entwurf"), "approved": ("approved", "freigegeben")},
        "language": {"de": ("German", "Deutsch"), "en": ("English", "Englisch")},
    }
)


def code_words(list_key: str, language: str) -> dict[str, str]:
    """Return the word of each code of such a list; none for a value list of the office."""
    return {code: words[language == "de"] for code, words in CODES.get(list_key, {}).items()}

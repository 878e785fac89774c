"""What every paper says: furniture, page numbers, what was cut; and how words are asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kts_desktop.printing.words import charts

Texts = Mapping[str, tuple[str, str]]  # each key with its English and its German words

LOCALES = {"de": "de-DE", "en": "en-GB"}
TEXTS: Texts = {
    "counter": ("Page {page} of {pages}", "Seite {page} von {pages}"),
    "as_at": ("As at {moment}", "Stand {moment}"),
    "page": ("Page {page}", "Seite {page}"),
    "jump": ("{title}, page {page}", "{title}, Seite {page}"),
    "demo": (
        "Sample data – people and cases are invented",
        "Beispieldaten – Personen und Vorgänge erfunden",
    ),
    "confidential": ("For official use only", "Nur für den Dienstgebrauch"),
    "cut": ("… see file", "… siehe Akte"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words in one language; ``own`` are those of one paper, beside what all papers say."""

    language: str
    own: Texts = field(default_factory=dict)

    def knows(self, key: str) -> bool:
        """Tell whether there are words for a key."""
        return key in self.own or key in TEXTS

    def __call__(self, key: str, **values: object) -> str:
        """Return the words of a key; raises KeyError for an unknown one."""
        english, german = self.own.get(key) or TEXTS.get(key) or charts.TEXTS[key]
        return (german if self.language == "de" else english).format(**values)

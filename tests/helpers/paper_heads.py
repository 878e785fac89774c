"""The head of papers in tests: an invented office on a fixed day."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from kts_desktop.services.event_facts import EventFacts
from kts_desktop.services.paper_head import Advisor, Head, Office

BERLIN = ZoneInfo("Europe/Berlin")
TAKEN = datetime(2026, 11, 24, 9, 30, tzinfo=BERLIN)
STARTS = datetime(2026, 12, 11, 9, 30, tzinfo=BERLIN)
ENDS = datetime(2026, 12, 11, 16, 30, tzinfo=BERLIN)


def a_head(language: str = "de", *, demo: bool = False) -> Head:
    """Return a head."""
    office = Office(name="Projektbüro Beispiel", unit="PB", address="Musterstraße 1, 12345 Musterstadt")
    return Head(
        language=language, taken=TAKEN, office=office, adviser=Advisor(name="Mira Ahornthal"), demo=demo
    )


def an_event(**values: Any) -> EventFacts:
    """Return an event in Lemgo, with the values given in place of its own."""
    own: dict[str, Any] = {
        "id": 1,
        "title": "Regionalkonferenz Nr. 24",
        "starts_at": STARTS,
        "ends_at": ENDS,
        "mode": "on_site",
        "series": "Regionalkonferenz",
        "series_number": 24,
        "venue": "Beispielhalle",
        "venue_address": "Rathausplatz 1, 32657 Lemgo",
        "accessibility": "Stufenloser Zugang, Höranlage im Saal",
        "online_link": "",
        "agenda": "",
        "hosts": ("Lemgo",),
        "parts": (),
    }
    return EventFacts(**{**own, **values})

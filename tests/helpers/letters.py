"""Letters to print; all people are invented."""

from dataclasses import replace
from datetime import date
from typing import Any

from kts_desktop.services.letter_paper import Letter, Letterhead, Writer
from tests.helpers.case_files import a_head

LINES = (
    "Frau Oberbürgermeisterin",
    "Dr. Hanka Rěčkowa",
    "Stadt Budyšin",
    "Stabsstelle",
    "Markt 1",
    "02625 Bautzen",
)


def a_letter(language: str = "de", **fields: Any) -> Letter:
    """Return a letter of one page."""
    made = Letter(
        head=a_head(language),
        letterhead=Letterhead(
            name="Koordinierungs- und Transferstelle Modellprojekte Smart Cities",
            short="KTS",
            street="Musterstraße 1",
            town="00000 Musterstadt",
            phone="030 23125-0",
            email="kts@beispiel.example",
            website="https://beispiel.example",
        ),
        writer=Writer(
            name="Mira Ahornthal",
            unit="Projektbüro Bonn",
            phone="0221 4710-101",
            email="mira.ahornthal@projektbuero-beispiel.example",
        ),
        recipient="Dr. Hanka Rěčkowa",
        addresses=(LINES,),
        salutation="Sehr geehrte Frau Oberbürgermeisterin",
        subject="Verstetigung des Pegelnetzes",
        paragraphs=("vielen Dank für das Gespräch.", "Wir senden zwei Beispiele.\nBeide sind erprobt."),
        enclosures=("Muster", "Übersicht"),
        your_sign="III/4",
        your_letter="12.11.2026",
        dated=date(2026, 11, 24),
        signed_by="Mira Ahornthal",
    )
    return replace(made, **fields)


def bare_letter(language: str = "de") -> Letter:
    """Return a letter of which nothing is known but the day."""
    return Letter(
        head=a_head(language, number="", demo=False),
        letterhead=Letterhead(name=""),
        writer=Writer(),
        recipient="",
        addresses=((),),
        salutation="Sehr geehrte Damen und Herren",
        arrives=False,
        dated=date(2026, 11, 24),
    )

"""Case files to print: a rich one, a bare one; all people and cases are invented."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from kts_desktop.services.case_file import (
    CaseFile,
    Change,
    Document,
    Duty,
    Enclosure,
    Entry,
    Facts,
    Printed,
    Relation,
    Step,
)
from kts_desktop.services.paper_head import Advisor, Head, Office
from kts_desktop.services.snapshot import Contact, Phone
from tests.helpers.snapshots import TAKEN

NUMBER = "KTS-PB/A0007#2026"
_LONG = "Ein langer Satz. " * 20 + "Ende."
UID = "0199a1b2c3d4e5f60718293a4b5c6d7e"
HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def a_head(language: str = "de", number: str = NUMBER, **fields: Any) -> Head:
    """Return the head of a paper of the demo office."""
    made = Head(
        language=language,
        taken=TAKEN,
        office=Office(name="Koordinierungs- und Transferstelle", address="Musterstraße 1, 00000 Musterstadt"),
        adviser=Advisor(name="Mira Ahornthal", unit="Projektbüro Bonn", phone="0221 4710-101"),
        number=number,
        demo=True,
    )
    return replace(made, **fields)


def bare(language: str = "de", **fields: Any) -> CaseFile:
    """Return a case of which nothing is known but number, subject and day."""
    facts = Facts(number=NUMBER, subject="Anfrage", received=date(2026, 3, 2), state="neu", state_code="new")
    return replace(CaseFile(head=a_head(language), uid=UID, facts=facts, journal=()), **fields)


def rich(language: str = "de", **fields: Any) -> CaseFile:
    """Return a case with something in every part."""
    full = CaseFile(
        head=a_head(language),
        uid=UID,
        facts=Facts(
            number=NUMBER,
            subject="Interkommunale Vergabe einer LoRaWAN-Infrastruktur",
            body="Lemgo",
            place="Lippe · Nordrhein-Westfalen",
            project="Lemgo",
            state="z. d. A.",
            state_code="filed",
            form="Individuelle Beratung",
            channel="Telefonat",
            priority="hoch",
            lead="Mira Ahornthal",
            deputy="Dr. Leyla Çiçektepe",
            received=date(2026, 3, 2),
            closed=date(2026, 10, 1),
            filed=date(2026, 10, 8),
            retention="Beratungsfall – 5 Jahre nach Abschluss",
            retention_code="case",
            keep_until=date(2031, 10, 8),
            file_place="E-Akte, Ablage Beratung",
            concern="Zwei Nachbarkommunen wollen gemeinsam ausschreiben.\n\nZu klären sind die Lose.",
            result="Vergabe in drei Losen.",
            themes=("Sensorik und LoRaWAN", "Vergabe und Recht"),
            guidelines=("Infrastrukturen, Daten und Dienstleistungen",),
        ),
        people=(
            Contact(
                name="Frau Hanka Rěčkowa",
                function="Projektleitung",
                unit="Stabsstelle",
                body="Lemgo",
                phones=(Phone(number="05261 39200-12", label="dienstlich"),),
                email="h.reckowa@stadt-lemgo.example",
                primary=True,
            ),
        ),
        entries=(
            Entry(
                number=1,
                at=TAKEN - timedelta(days=200),
                kind="Telefonnotiz",
                minutes=30,
                author="Mira Ahornthal",
                people=("Frau Hanka Rěčkowa", "Herr Tim Zaunkönig"),
                text="Nachfrage zum Zeitplan: <40> Geräte & mehr.\n\nZweiter Absatz.",
                next_step="Muster senden",
            ),
            Entry(
                number=2, at=TAKEN - timedelta(days=100), kind="Besuchsvermerk", title="Rundgang im Bauhof"
            ),
        ),
        duties=(
            Duty(
                kind="Zusage von uns",
                what="Muster der Leistungsbeschreibung",
                due=date(2026, 6, 1),
                who="Mira Ahornthal",
                done=date(2026, 5, 28),
                result="Per E-Mail gesandt",
            ),
            Duty(kind="Wiedervorlage", what="Nachfragen", due=date(2026, 12, 1)),
        ),
        relations=(
            Relation(
                kind="advisory_case", number="KTS-PB/B0001#2026", title="Beitrittsklausel", aside="Detmold"
            ),
            Relation(kind="measure", title="Gemeinsames Funknetz"),
        ),
        documents=(
            Document(
                kind="concept",
                title="Konzept Funknetz",
                dated=date(2026, 4, 1),
                origin="Lemgo",
                link="https://lemgo.example/k",
            ),
        ),
        enclosures=(
            Enclosure(
                number=1,
                name="Leistungsbeschreibung_Entwurf.docx",
                place="Eintrag 1",
                mime="application/msword",
                size=1_234_567,
                sha256=HASH,
                dated=date(2026, 5, 27),
                remark="Entwurf",
            ),
        ),
        papers=(
            Printed(
                at=TAKEN - timedelta(days=3),
                paper="briefing",
                pages=7,
                file_name="2026-11-21_Briefing_Lemgo.pdf",
                by="Mira Ahornthal",
                sha256=HASH,
            ),
        ),
        journal=(
            Step(
                at=TAKEN - timedelta(days=267),
                who="Mira Ahornthal",
                what="Fall angelegt",
                changes=(Change(part="", field="Betreff", new="LoRaWAN"),),
            ),
            Step(
                at=TAKEN - timedelta(days=199),
                who="Jonas Birkenfurt",
                what="Notiz bearbeitet",
                changes=(
                    Change(
                        part="Nachfrage", field="Text", old="Kurz.", new="Ein langer Satz. " * 20 + "Ende."
                    ),
                ),
                is_undone=True,
            ),
        ),
        volume_pages=400,
    )
    return replace(full, **fields)

"""Snapshots of briefing packs: a rich one, an empty one; all people and cases are invented."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from kts_desktop.services.paper_head import Advisor, Office
from kts_desktop.services.snapshot import (
    Case,
    Contact,
    Duty,
    Event,
    Funding,
    LooseDate,
    Measure,
    Member,
    Milestone,
    Note,
    Phase,
    Phone,
    Position,
    Precision,
    Profile,
    Project,
    Scope,
    Snapshot,
    Visit,
)

WINTER = timezone(timedelta(hours=1))
TAKEN = datetime(2026, 11, 24, 9, 30, tzinfo=WINTER)
TODAY = TAKEN.date()
NUMBER = "KTS-PB/B0001#2026"
OTHER = "KTS-PB/B0014#2026"
_TALKS = (
    (
        "Telefonat",
        "Der Stadtrat begrüßt die Fortführung; die Verkehrsgesellschaft nennt <40> Fahrten & mehr je Tag.",
    ),
    ("E-Mail", "Entwurf des Verstetigungskonzepts erhalten; Rückmeldung bis Monatsende erbeten."),
    (
        "Videokonferenz",
        "Besprochen: Kostenverteilung, Zeitplan.\nVereinbart: Wir senden zwei Beispiele.",
    ),
)


def sparse(**fields: object) -> Snapshot:
    """Return a body of which nothing is known but the name."""
    blank = Snapshot(
        scope=Scope.BODY,
        language="de",
        taken=TAKEN,
        number="",
        office=Office(name="KTS"),
        adviser=Advisor(),
        profile=Profile(name="Neuenkirchen"),
    )
    return replace(blank, **fields)  # type: ignore[arg-type]


def rich(**fields: object) -> Snapshot:
    """Return a body with a project, people, cases, promises of both sides, events and measures."""
    full = Snapshot(
        scope=Scope.BODY,
        language="de",
        taken=TAKEN,
        number=NUMBER,
        office=Office(
            name="Koordinierungs- und Transferstelle Modellprojekte Smart Cities",
            unit="Projektbüro Berlin",
            address="Musterstraße 1, 00000 Berlin",
        ),
        adviser=Advisor(name="Jonas Birkenfurt", unit="Projektbüro Berlin", phone="0171 39200-12"),
        visit=Visit(
            at=datetime(2026, 11, 26, 10, 0, tzinfo=WINTER),
            place="Rathaus Zwönitz, Ratssaal",
            purpose="Vor-Ort-Beratung zur Verstetigung",
        ),
        profile=_profile(),
        project=_project(),
        contacts=_contacts(),
        follow_ups=_follow_ups(),
        ours=(
            Duty(
                what="Zwei Betreibermodelle aus Kommunen ähnlicher Größe senden",
                due=TODAY - timedelta(days=1),
                who="Jonas Birkenfurt",
                number=NUMBER,
                since=date(2026, 11, 3),
            ),
            Duty(what="Kontakt zur Partnerkommune herstellen", due=date(2026, 12, 7), number=OTHER),
        ),
        theirs=(
            Duty(what="Kostenaufstellung 2025", due=date(2026, 11, 27), who="Dr. Paul Rabenfurt"),
            Duty(what="Einwilligung zur Weitergabe der Kontaktdaten", who="Anna Lichtmoos", number=OTHER),
        ),
        cases=_cases(),
        events=_events(),
        measures=(
            Measure(
                title="Rufbus Erzgebirge",
                stage="vertikale Skalierung",
                themes=("Smarte Mobilität",),
                summary="Bedarfsverkehr mit 25 virtuellen Haltestellen.",
                contact="Anna Lichtmoos",
            ),
            Measure(title="Gesundheitskiosk", stage="Konzept"),
        ),
        demo=True,
    )
    return replace(full, **fields)  # type: ignore[arg-type]


def notes(count: int) -> tuple[Note, ...]:
    """Return notes of several kinds, newest first, each ten days before the one before."""
    out = []
    for i in range(count):
        kind, text = _TALKS[i % 3]
        out.append(
            Note(
                at=TAKEN - timedelta(days=10 * i + 3),
                kind=kind,
                who="Jonas Birkenfurt",
                people="Anna Lichtmoos" if i % 2 else "",
                text=f"{text} Vermerk {i}.",
                next_step="Beispiele heraussuchen" if i % 3 == 0 else "",
            )
        )
    return tuple(out)


def with_notes(count: int) -> Snapshot:
    """Return the rich body with that many notes on its first case."""
    full = rich()
    first, *others = full.cases
    return replace(full, cases=(replace(first, notes=notes(count), note_count=count), *others))


def _profile() -> Profile:
    return Profile(
        name="Zwönitz",
        designation="Bergstadt",
        kind="Stadt",
        district="Erzgebirgskreis",
        state="Sachsen",
        state_key="14",
        population=11852,
        population_as_of=date(2024, 12, 31),
        population_source="Destatis GV-ISys",
        size_class="10.000 bis unter 20.000",
        area_km2=Decimal("64.52"),
        keys=(("AGS", "14521710"), ("ARS", "145210710710")),
        address="Markt 3a, 00000 Zwönitz",
        website="https://www.zwoenitz.example",
        phone="0221 4710-210",
        email="rathaus@stadt-zwoenitz.example",
        responsible="Jonas Birkenfurt, Mira Ahornthal (Vertretung)",
        position=Position(lat=50.63, lon=12.81),
    )


def _project() -> Project:
    def month(year: int, number: int) -> LooseDate:
        return LooseDate(on=date(year, number, 1), precision=Precision.MONTH)

    return Project(
        title="Zwönitz – smarte Erzgebirgsstadt",
        cohort="1. Staffel 2019",
        category="Kleinstadt/Landgemeinde",
        form="Einzelkommune",
        fields=("Mobilität", "Digitale Plattform"),
        vision="Eine Kleinstadt, die mit digitalen Diensten zusammenhält, was Entfernungen trennen.",
        members=(
            Member(name="Stadt Zwönitz", role="federführend", state="Sachsen"),
            Member(name="Beispiel Verkehrsgesellschaft mbH", role="steuernd", state="Sachsen"),
        ),
        phases=(
            Phase(label="Strategiephase", begins=month(2020, 9), ends=month(2023, 3)),
            Phase(label="Umsetzungsphase", begins=month(2022, 9), ends=month(2027, 8)),
        ),
        milestones=(
            Milestone(on=LooseDate(on=date(2019, 12, 5)), label="Zuwendungsbescheid"),
            Milestone(
                on=LooseDate(on=date(2022, 6, 30)), label="Beschluss des Stadtrats", remark="einstimmig"
            ),
            Milestone(on=month(2022, 8), label="Freigabe der Strategie"),
            Milestone(
                on=LooseDate(on=date(2027, 1, 1), precision=Precision.YEAR),
                label="Entscheidung über Verstetigung",
            ),
        ),
        funding=(
            Funding(kind="bewilligt", amount=Decimal(5_400_000), source="Presse der Stadt"),
            Funding(kind="Eigenanteil", amount=Decimal("1234567.89"), public_figure=False, source="Bescheid"),
        ),
    )


def _contacts() -> tuple[Contact, ...]:
    return (
        Contact(
            name="Anna Lichtmoos",
            function="Projektleitung Smart City",
            unit="Stabsstelle Digitalisierung",
            body="Stadt Zwönitz",
            phones=(
                Phone(number="0221 4710-211", label="dienstlich"),
                Phone(number="0171 39200-34", label="mobil"),
            ),
            email="anna.lichtmoos@stadt-zwoenitz.example",
            primary=True,
        ),
        Contact(name="Dr. Paul Rabenfurt", function="Kämmerer", phones=(Phone(number="0221 4710-215"),)),
        Contact(name="Hanka Rěčkowa", function="Bürgermeisterin", remark="Termine über das Vorzimmer"),
    )


def _follow_ups() -> tuple[Duty, ...]:
    return (
        Duty(
            what="Nachfragen, ob die Fahrgastzahlen freigegeben sind",
            due=TODAY - timedelta(days=4),
            who="Jonas Birkenfurt",
            number=NUMBER,
        ),
        Duty(what="Verstetigungskonzept gegenlesen", due=TODAY, who="Mira Ahornthal", number=NUMBER),
    )


def _cases() -> tuple[Case, ...]:
    found = notes(5)
    return (
        Case(
            number=NUMBER,
            subject="Verstetigung eines Rufbusangebots nach Förderende",
            state="in Bearbeitung",
            form="Individuelle Beratung",
            lead="Jonas Birkenfurt",
            deputy="Mira Ahornthal",
            received=date(2026, 9, 21),
            priority="hoch",
            concern="Das Rufbusangebot endet mit der Förderung. Gesucht ist ein Betreibermodell.",
            themes=("Smarte Mobilität", "Verstetigung"),
            guidelines=("Ressourcen, Kompetenzen und Kooperationen",),
            notes=found[:3],
            note_count=7,
        ),
        Case(
            number=OTHER,
            subject="Nachnutzung der Beteiligungs-App",
            state="wartet",
            lead="Jonas Birkenfurt",
            received=date(2026, 7, 2),
            notes=found[3:],
            note_count=2,
        ),
        Case(
            number="KTS-PB/B0007#2025",
            subject="Kurzauskunft zu Fördermöglichkeiten",
            state="abgeschlossen",
            open=False,
            received=date(2025, 2, 2),
            closed=date(2025, 3, 1),
            result="Auskunft erteilt.",
        ),
    )


def _events() -> tuple[Event, ...]:
    return (
        Event(
            begins=datetime(2027, 1, 20, 10, 0, tzinfo=WINTER),
            title="24. Regionalkonferenz",
            place="Halle (Saale)",
            mode="Präsenz",
            people=("Anna Lichtmoos (angemeldet)",),
        ),
        Event(
            begins=datetime(2025, 12, 3, 9, 30, tzinfo=WINTER),
            title="23. Regionalkonferenz",
            part="richtet aus",
        ),
    )

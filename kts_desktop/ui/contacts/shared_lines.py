"""Lines that people and bodies share: ways to reach somebody, cases, events, notes."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kts_desktop.models.vocab import ContactKind
from kts_desktop.services.case_lists import CaseRow
from kts_desktop.services.contact_points import CALLED, ContactLine, Of
from kts_desktop.services.event_lists import EventRow
from kts_desktop.services.notes import NoteRow
from kts_desktop.services.person_cards import Visit
from kts_desktop.ui.contacts.items import Act, Item
from kts_desktop.ui.contacts.words import CASE, NOTE, SEAT, WAY_ICONS, Words, joined, way_name
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.facts import Line

COPY, MAIL, WEB = "copy", "mail", "web"  # kinds of links that lead to no record
_MOST_LETTERS = 160


def ways(lines: Sequence[ContactLine], bodies: dict[int, str]) -> list[Item]:
    """Return the ways to reach somebody; a number is copied by a click, an address opens a mail.

    ``bodies`` names the body of each post, where there are several.
    """
    return [_way(line, bodies.get(line.owner.id, "") if line.owner.of is Of.POST else "") for line in lines]


def _way(line: ContactLine, body: str) -> Item:
    link = {ContactKind.EMAIL: MAIL, ContactKind.WEB: WEB}.get(line.kind, COPY)
    typed = line.value if line.kind in CALLED and line.value != line.shown else ""
    preferred = QCoreApplication.translate("contacts", "preferred") if line.preferred else ""
    copy = QCoreApplication.translate("contacts", "Copy")
    return Item(
        id=line.id,
        text=line.shown,
        sub=joined(way_name(line.kind), line.label, body, _typed_as(typed)),
        icon=WAY_ICONS[line.kind],
        kind=link,
        chip=preferred,
        is_strong=line.kind in CALLED,
        acts=(Act(key="copy", name=copy, icon="copy"), *edit_acts()),
    )


def _typed_as(text: str) -> str:
    return QCoreApplication.translate("contacts", "entered as {0}").format(text) if text else ""


def edit_acts() -> tuple[Act, Act]:
    """Return what can be done with every part."""
    return (
        Act(key="edit", name=QCoreApplication.translate("contacts", "Edit"), icon="pencil"),
        Act(key="remove", name=QCoreApplication.translate("contacts", "Remove"), icon="trash-2"),
    )


def case_lines(cases: Sequence[CaseRow], words: Words) -> list[Line]:
    """Return one line a case: number and subject, its state and when it came."""
    day = formats.current().day
    return [
        Line(
            f"{case.number} · {case.subject}",
            joined(words.of(CASE, case.state), day(case.received_on)),
            "folder-open",
            "advisory_case",
            case.id,
        )
        for case in cases
    ]


def visit_lines(visits: Sequence[Visit], words: Words) -> list[Line]:
    """Return one line an event the person was registered for."""
    day = formats.current().day
    return [
        Line(
            visit.title,
            joined(words.of(SEAT, visit.state), day(visit.starts_at.astimezone().date())),
            "calendar-days",
            "event",
            visit.event_id,
        )
        for visit in visits
    ]


def event_lines(events: Sequence[EventRow]) -> list[Line]:
    """Return one line an event: title and day."""
    day = formats.current().day
    return [
        Line(event.title, day(event.starts_at.astimezone().date()), "calendar-days", "event", event.id)
        for event in events
    ]


def note_lines(notes: Sequence[NoteRow], words: Words) -> list[Line]:
    """Return one line a note: how it came about, its beginning, when; it leads to its case or event."""
    told = []
    for note in notes:
        text = " ".join((note.title or note.text).split())
        short = text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS].rstrip()} …"
        kind, target = _place(note)
        aside = formats.current().day(note.happened_at.astimezone().date())
        told.append(Line(joined(words.of(NOTE, note.kind), short), aside, "sticky-note", kind, target))
    return told


def _place(note: NoteRow) -> tuple[str, int]:
    for kind, target in (
        ("advisory_case", note.case_id),
        ("event", note.event_id),
        ("project", note.project_id),
        ("organisation", note.organisation_id),
    ):
        if target is not None:
            return kind, target
    return "", 0

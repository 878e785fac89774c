"""What the office has on a project or a place, as lines that lead on: cases, people, events, measures."""

from collections.abc import Sequence

from kts_desktop.services.case_lists import CaseRow
from kts_desktop.services.event_lists import EventRow
from kts_desktop.services.measures import MeasureRow
from kts_desktop.services.person_lists import PersonRow
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.facts import Line
from kts_desktop.ui.projects.words import CASE, STAGE, THEME, Words


def case_lines(cases: Sequence[CaseRow], words: Words) -> list[Line]:
    """Return one line a case: number and subject, its state and when it came."""
    day = formats.current().day
    return [
        Line(
            f"{case.number} · {case.subject}",
            f"{words.of(CASE, case.state)} · {day(case.received_on)}",
            "folder-open",
            "advisory_case",
            case.id,
        )
        for case in cases
    ]


def person_lines(people: Sequence[PersonRow], *, with_body: bool) -> list[Line]:
    """Return one line a person: name and function, phone or address."""
    told = []
    for person in people:
        place = person.body if with_body else person.unit
        text = ", ".join(part for part in (person.name, person.function, place) if part)
        told.append(Line(text, person.phone or person.mail, "user", "person", person.id))
    return told


def event_lines(events: Sequence[EventRow]) -> list[Line]:
    """Return one line an event: title and day."""
    day = formats.current().day
    return [
        Line(event.title, day(event.starts_at.astimezone().date()), "calendar-days", "event", event.id)
        for event in events
    ]


def measure_lines(measures: Sequence[MeasureRow], words: Words) -> list[Line]:
    """Return one line a measure: title, stage and themes."""
    told = []
    for measure in measures:
        parts = (words.of(STAGE, measure.stage), words.of_many(THEME, measure.themes))
        aside = " · ".join(part for part in parts if part)
        told.append(Line(measure.title, aside, "target", "measure", measure.id))
    return told

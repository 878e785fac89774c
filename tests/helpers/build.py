"""Builders with sound defaults, so that a test names only what it is about."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Person
from kts_desktop.models.vocab import CaseId, NoteId, TaskId
from kts_desktop.services import cases, notes, tasks
from kts_desktop.services.cases import CaseDraft
from kts_desktop.services.notes import NoteDraft
from kts_desktop.services.tasks import TaskDraft

NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
TODAY = date(2026, 11, 24)
CASE = CaseDraft(subject="Starkregen-Frühwarnung", received_on=date(2026, 11, 2))
NOTE = NoteDraft(text="Telefonat zur Straßenbeleuchtung", happened_at=NOON)
TASK = TaskDraft(title="Unterlagen senden", due_on=TODAY)


def a_case(session: Session, **fields: Any) -> CaseId:
    """Open a case, with the given fields replaced."""
    return cases.open_case(session, replace(CASE, **fields))


def a_note(session: Session, **fields: Any) -> NoteId:
    """Add a note."""
    return notes.add(session, replace(NOTE, **fields))


def a_task(session: Session, **fields: Any) -> TaskId:
    """Add a follow-up."""
    return tasks.add(session, replace(TASK, **fields))


def a_body(session: Session, name: str = "Zwönitz", **fields: Any) -> int:
    """Add a municipality."""
    body = Organisation(kind="municipality", name=name, **fields)
    session.add(body)
    session.flush()
    return body.id


def a_person(
    session: Session, family_name: str = "Lichtmoos", given_name: str = "Anna", **fields: Any
) -> int:
    """Add a person."""
    person = Person(family_name=family_name, given_name=given_name, **fields)
    session.add(person)
    session.flush()
    return person.id

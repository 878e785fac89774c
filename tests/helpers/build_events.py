"""Events, bodies, people and registrations for tests; all names are invented."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Affiliation, Person
from kts_desktop.models.vocab import EventId, RegistrationId, RegistrationState
from kts_desktop.services import event_sessions, events, registrations
from kts_desktop.services.event_sessions import SessionDraft
from kts_desktop.services.events import EventDraft
from kts_desktop.services.registrations import RegistrationDraft

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
START = datetime(2026, 12, 11, 8, 30, tzinfo=UTC)  # 9:30 in Berlin
FIRST_ANSWER = datetime(2026, 10, 1, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


def draft(**values: Any) -> EventDraft:
    """Return a draft of a conference in Lemgo, with the values given in place of its own."""
    made = EventDraft(
        title="Regionalkonferenz in Lemgo", starts_at=START, ends_at=START + 7 * HOUR, venue="Beispielhalle"
    )
    return replace(made, **values)


def schedule(session: Session, **values: Any) -> EventId:
    """Add such an event."""
    return events.schedule(session, draft(**values))


def body(session: Session, name: str = "Lemgo", **values: Any) -> int:
    """Add a body."""
    made = Organisation(kind="municipality", name=name, **values)
    session.add(made)
    session.flush()
    return made.id


def person(
    session: Session, given: str, family: str, *, organisation_id: int | None = None, **values: Any
) -> int:
    """Add a person, with a post at a body if one is given."""
    made = Person(given_name=given, family_name=family, **values)
    session.add(made)
    session.flush()
    if organisation_id is not None:
        session.add(Affiliation(person_id=made.id, organisation_id=organisation_id))
        session.flush()
    return made.id


def register(
    session: Session,
    event_id: EventId,
    name: str,
    *,
    minute: int = 0,
    state: RegistrationState = RegistrationState.CONFIRMED,
    **values: Any,
) -> RegistrationId:
    """Register somebody by a typed-in name, so many minutes after the first answer."""
    wanted = RegistrationDraft(
        typed_name=name,
        state=state.value,
        registered_at=FIRST_ANSWER + timedelta(minutes=minute),
        **values,
    )
    return registrations.add(session, event_id, wanted)


def workshop(session: Session, event_id: EventId, **values: Any) -> int:
    """Add a session with sign-up."""
    made = SessionDraft(
        title="Starkregen", starts_at=START + 2 * HOUR, ends_at=START + 3 * HOUR, sign_up=True
    )
    return event_sessions.add(session, event_id, replace(made, **values))

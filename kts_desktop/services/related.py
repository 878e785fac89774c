"""What the office has on bodies and projects: their cases, people, events and measures, as list rows."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import or_, select

from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.event import Event, EventHost
from kts_desktop.models.person import Affiliation, Person
from kts_desktop.models.registration import Registration
from kts_desktop.services import case_lists, event_lists, person_lists, posts
from kts_desktop.services.case_lists import CaseRow
from kts_desktop.services.event_lists import EventRow
from kts_desktop.services.person_lists import PersonRow
from kts_desktop.storage.sessions import Session

MOST = 100


def cases(session: Session, bodies: Collection[int], project_id: int | None = None) -> list[CaseRow]:
    """Return the cases of these bodies and of a project, the newest first."""
    found = session.scalars(
        select(AdvisoryCase.id)
        .where(
            AdvisoryCase.deleted_at.is_(None),
            or_(AdvisoryCase.organisation_id.in_(bodies), AdvisoryCase.project_id == (project_id or 0)),
        )
        .order_by(AdvisoryCase.received_on.desc(), AdvisoryCase.id.desc())
        .limit(MOST)
    ).all()
    rows = case_lists.rows(session, found)
    return [rows[id_] for id_ in found if id_ in rows]


def people(session: Session, bodies: Collection[int], today: date) -> list[PersonRow]:
    """Return the people with a post at one of these bodies today, by name; restricted ones stay hidden."""
    found = session.scalars(
        select(Person.id)
        .join(Affiliation, Affiliation.person_id == Person.id)
        .where(
            Affiliation.organisation_id.in_(bodies),
            Affiliation.deleted_at.is_(None),
            posts.is_present(today),
            Person.deleted_at.is_(None),
            Person.restricted_at.is_(None),
            Person.merged_into_id.is_(None),
        )
        .order_by(Person.sort_key, Person.id)
        .distinct()
        .limit(MOST)
    ).all()
    rows = person_lists.rows(session, found, today=today)
    return [rows[id_] for id_ in found if id_ in rows]


def events(session: Session, bodies: Collection[int]) -> list[EventRow]:
    """Return the events that one of these bodies hosts or has registered for, the newest first."""
    hosts = select(EventHost.event_id).where(
        EventHost.organisation_id.in_(bodies), EventHost.deleted_at.is_(None)
    )
    guests = select(Registration.event_id).where(
        Registration.organisation_id.in_(bodies), Registration.deleted_at.is_(None)
    )
    found = session.scalars(
        select(Event.id)
        .where(Event.deleted_at.is_(None), or_(Event.id.in_(hosts), Event.id.in_(guests)))
        .order_by(Event.starts_at.desc(), Event.id.desc())
        .limit(MOST)
    ).all()
    rows = event_lists.rows(session, found)
    return [rows[id_] for id_ in found if id_ in rows]

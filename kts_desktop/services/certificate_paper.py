"""Certificates of participation: for those who attended, with the hours and the topics they took part in."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

from sqlalchemy import select

from kts_desktop.models.registration import SessionRegistration
from kts_desktop.models.vocab import RegistrationState
from kts_desktop.services import attendees, office_settings
from kts_desktop.services.event_facts import EventFacts, Part, event_facts
from kts_desktop.services.office_head import head
from kts_desktop.services.paper_head import Head
from kts_desktop.services.paper_options import AT_LEAST, AT_MOST, Ask, PaperOptions
from kts_desktop.storage.sessions import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateOptions(PaperOptions):
    """``minutes`` replaces the duration that follows from the programme; 0 takes that."""

    minutes: int = field(default=0, metadata={AT_LEAST: 0, AT_MOST: 10_000})
    topics: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """The certificate of one person; ``minutes`` is 0 where the duration is not known."""

    name: str
    body: str
    minutes: int
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateData:
    """The certificates of one event by surname; ``place`` is where the office signs."""

    head: Head
    event: EventFacts
    place: str
    certificates: tuple[Certificate, ...]


def gather(session: Session, ask: Ask) -> CertificateData:
    """Return a certificate for everybody who attended, or for those of the registrations who did.

    Raises NotFoundError.
    """
    options = ask.options
    assert isinstance(options, CertificateOptions)
    event_id, people = attendees.asked(session, ask, attendees.ATTENDED)
    event = event_facts(session, event_id)
    signed = _signed_up(session, [one.id for one in people])
    minutes = options.minutes or _planned(event)
    return CertificateData(
        head=head(session, language=options.language, now=ask.now, adviser=ask.adviser),
        event=event,
        place=office_settings.read(session).city,
        certificates=tuple(
            Certificate(
                name=one.name,
                body=one.body,
                minutes=minutes,
                topics=_topics(event.parts, signed[one.id]) if options.topics else (),
            )
            for one in people
        ),
    )


def _signed_up(session: Session, ids: Sequence[int]) -> Mapping[int, frozenset[int]]:
    """Return the sessions of each participant in which there was a place."""
    rows = session.execute(
        select(SessionRegistration.registration_id, SessionRegistration.session_id).where(
            SessionRegistration.registration_id.in_(ids),
            SessionRegistration.deleted_at.is_(None),
            SessionRegistration.state == RegistrationState.CONFIRMED.value,
        )
    )
    found: dict[int, frozenset[int]] = defaultdict(frozenset)
    for row in rows:
        found[row.registration_id] |= {row.session_id}
    return found


def _topics(parts: Sequence[Part], signed: frozenset[int]) -> tuple[str, ...]:
    """Return what the person took part in: all that was for everybody, and what was chosen."""
    return tuple(part.title for part in parts if not part.sign_up or part.id in signed)


def _planned(event: EventFacts) -> int:
    """Return the minutes from the first to the last item of each day; 0 for days without a programme."""
    if event.is_one_day:
        return _minutes(event.ends_at - event.starts_at)
    days = [list(parts) for _, parts in groupby(event.parts, key=_day)]
    return sum(
        _minutes(max(part.ends_at for part in parts) - min(part.starts_at for part in parts))
        for parts in days
    )


def _minutes(time: timedelta) -> int:
    return max(int(time.total_seconds() // 60), 0)


def _day(part: Part) -> date:
    return part.starts_at.date()

"""Table signs: who gets one, and what stands on it."""

from dataclasses import dataclass
from enum import StrEnum

from kts_desktop.models.registration import Registration
from kts_desktop.services import attendees
from kts_desktop.services.event_facts import event_facts
from kts_desktop.services.office_head import head
from kts_desktop.services.paper_head import Head
from kts_desktop.services.paper_options import Ask, PaperOptions
from kts_desktop.storage.sessions import Session

ON_STAGE = ("speaker", "facilitator", "host")


class SignsFor(StrEnum):
    """Whose signs are wanted."""

    STAGE = "stage"  # those who speak, lead or host
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignsOptions(PaperOptions):
    """Signs are for those who sit in front, unless all are wanted."""

    who: SignsFor = SignsFor.STAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One sign."""

    name: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignsData:
    """The signs of one event by surname."""

    head: Head
    event: str
    signs: tuple[Sign, ...]


def gather(session: Session, ask: Ask) -> SignsData:
    """Return the signs of an event, or of the registrations named; raises NotFoundError."""
    options = ask.options
    assert isinstance(options, SignsOptions)
    event_id, people = attendees.asked(session, ask)
    is_named = ask.kind == Registration.__tablename__  # and so wanted, whoever it is
    if options.who is SignsFor.STAGE and not is_named:
        people = tuple(one for one in people if one.role in ON_STAGE)
    return SignsData(
        head=head(session, language=options.language, now=ask.now, adviser=ask.adviser),
        event=event_facts(session, event_id).title,
        signs=tuple(Sign(name=one.name, body=one.body) for one in people),
    )

"""The programme of an event: when, where, who speaks, how one gets there."""

from dataclasses import dataclass

from kts_desktop.models.vocab import EventId, EventMode
from kts_desktop.services.event_facts import EventFacts, event_facts
from kts_desktop.services.office_head import head
from kts_desktop.services.paper_head import Head
from kts_desktop.services.paper_options import Ask, PaperOptions
from kts_desktop.storage.sessions import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeOptions(PaperOptions):
    """``travel`` adds a QR code to the place on a map; ``online_link`` prints how to come in from afar."""

    travel: bool = True
    online_link: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeData:
    """The programme; ``destination`` is the address a map is asked for, empty where none is wanted."""

    head: Head
    event: EventFacts
    destination: str
    online_link: str


def gather(session: Session, ask: Ask) -> ProgrammeData:
    """Return the programme of an event; raises NotFoundError."""
    options = ask.options
    assert isinstance(options, ProgrammeOptions)
    event = event_facts(session, EventId(ask.ids[0]))
    is_somewhere = event.mode != EventMode.ONLINE
    place = ", ".join(part for part in (event.venue, event.venue_address) if part)
    return ProgrammeData(
        head=head(session, language=options.language, now=ask.now, adviser=ask.adviser),
        event=event,
        destination=place if options.travel and is_somewhere and event.venue_address else "",
        online_link=event.online_link if options.online_link else "",
    )

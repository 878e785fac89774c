"""What is told on name badges, from registrations to frozen data."""

from dataclasses import dataclass
from datetime import datetime

from kts_desktop.services import attendees, vocabulary
from kts_desktop.services.attendees import Attendee
from kts_desktop.services.event_facts import event_facts
from kts_desktop.services.office_head import head
from kts_desktop.services.paper_head import Head
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.sheet_options import BadgeSheet, SheetOptions, SheetUse
from kts_desktop.storage.sessions import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgesOptions(SheetOptions):
    """``only_new`` leaves out those whose badge was printed before; ``code`` adds a QR code for the door."""

    sheet: BadgeSheet = BadgeSheet.B90X54
    only_new: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """One badge; ``role`` is a code, ``code`` empty where none is wanted.

    A text of its own stands in ``given_name`` and, behind its first comma, in ``body``.
    """

    registration_id: int
    degree: str
    given_name: str
    family_name: str
    body: str
    role: str
    role_label: str
    no_photo: bool
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgesData:
    """The badges of one event in their order; ``again`` counts those that were printed before."""

    head: Head
    event: str
    held_on: datetime
    badges: tuple[Badge, ...]
    again: int
    printed_last: datetime | None
    left_out: int
    use: SheetUse


def gather(session: Session, ask: Ask) -> BadgesData:
    """Return the badges of an event, or of some of its registrations; raises NotFoundError."""
    options = ask.options
    assert isinstance(options, BadgesOptions)
    event_id, people = attendees.asked(session, ask)
    event = event_facts(session, event_id)
    wanted = [one for one in people if not (options.only_new and one.badge_printed_at)]
    before = [one.badge_printed_at for one in wanted if one.badge_printed_at is not None]
    roles = vocabulary.labels(session, "event_role", options.language)
    return BadgesData(
        head=head(session, language=options.language, now=ask.now, adviser=ask.adviser),
        event=event.title,
        held_on=event.starts_at,
        badges=tuple(_badge(one, roles.get(one.role, one.role), options) for one in wanted),
        again=len(before),
        printed_last=max(before).astimezone(event.starts_at.tzinfo) if before else None,
        left_out=len(people) - len(wanted),
        use=options.use(options.sheet),
    )


def note_printed(session: Session, data: BadgesData) -> None:
    """Note for each participant that the badge was printed."""
    attendees.mark_printed(session, [one.registration_id for one in data.badges], data.head.taken)


def _badge(one: Attendee, role: str, options: BadgesOptions) -> Badge:
    own, _, below = one.badge_text.partition(",")
    is_own = bool(own.strip())
    return Badge(
        registration_id=one.id,
        degree="" if is_own else one.degree,
        given_name=own.strip() if is_own else one.given_name or one.family_name,
        family_name=one.family_name if one.given_name and not is_own else "",
        body=below.strip() if is_own else one.body,
        role=one.role,
        role_label=role,
        no_photo=one.no_photo,
        code=one.code if options.code else "",
    )

"""Sheets to sign at the door: who is expected, by surname, split by letters for several doors."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sqlalchemy import select

from kts_desktop.core import folding
from kts_desktop.models.person import Consent, Person
from kts_desktop.models.registration import Registration
from kts_desktop.models.vocab import EventId
from kts_desktop.services import event_sessions, office_settings, registration_lists
from kts_desktop.services.event_facts import EventFacts, Part, event_facts
from kts_desktop.services.office_head import head
from kts_desktop.services.paper_head import Head
from kts_desktop.services.paper_options import AT_LEAST, AT_MOST, Ask, PaperOptions
from kts_desktop.services.registration_lists import SheetLine
from kts_desktop.storage.sessions import Session

_PHOTOS = "photos"
_FIRST, _LAST = "A", "Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class SigninOptions(PaperOptions):
    """``session`` is the id of a session, 0 for the event; ``blank`` counts rows for those unannounced."""

    session: int = field(default=0, metadata={AT_LEAST: 0})
    each_session: bool = False
    doors: int = field(default=1, metadata={AT_LEAST: 1, AT_MOST: 8})
    blank: int = field(default=8, metadata={AT_LEAST: 0, AT_MOST: 60})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line to sign; ``photo`` is True with a consent, False where none may be taken, else to be asked."""

    number: int
    family_name: str
    given_name: str
    body: str
    photo: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """The lines of one door: of all, or of the surnames from a letter to another."""

    first: str
    last: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The sheet of the event, whose ``part`` is None, or of one of its sessions."""

    part: Part | None
    doors: tuple[Door, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SigninData:
    """The sheets of one event; ``controller`` answers for the data (Art. 4 GDPR)."""

    head: Head
    event: EventFacts
    controller: str
    sheets: tuple[Sheet, ...]
    blank: int


def gather(session: Session, ask: Ask) -> SigninData:
    """Return the sheets; a line has the number it has on the screen. Raises NotFoundError."""
    options = ask.options
    assert isinstance(options, SigninOptions)
    event = event_facts(session, EventId(ask.ids[0]))
    lines = registration_lists.sheet(session, event.id)
    known = _known(session, lines)
    rows = [(one.id, _line(one, known)) for one in lines if one.id in known]
    sheets = []
    for part in _parts(event, options):
        signed = None if part is None else set(event_sessions.signed_up(session, part.id))
        mine = [line for id_, line in rows if signed is None or id_ in signed]
        sheets.append(Sheet(part=part, doors=doors_of(mine, options.doors)))
    settings = office_settings.read(session)
    return SigninData(
        head=head(session, language=options.language, now=ask.now, adviser=ask.adviser),
        event=event,
        controller=settings.controller or settings.office_name,
        sheets=tuple(sheets),
        blank=options.blank,
    )


def doors_of(lines: Sequence[Line], count: int) -> tuple[Door, ...]:
    """Return the lines split into at most ``count`` ranges of whole letters, about equally long.

    Together the ranges hold every letter, so that those unannounced find their door as well.
    """
    letters = [(letter, tuple(group)) for letter, group in groupby(lines, key=_initial)]
    groups: list[list[tuple[str, tuple[Line, ...]]]] = [[]]
    done, left = 0, len(lines)
    for letter, group in letters:
        share = left / max(count - len(groups) + 1, 1)
        if groups[-1] and len(groups) < count and done + len(group) / 2 > share:
            left, done = left - done, 0
            groups.append([])
        groups[-1].append((letter, group))
        done += len(group)
    starts = [group[0][0] for group in groups if group][1:]
    first = [_FIRST, *starts]
    last = [*(_before(letter) for letter in starts), _LAST]
    return tuple(
        Door(first=a, last=b, lines=tuple(line for _, some in group for line in some))
        for a, b, group in zip(first, last, groups, strict=True)
    )


def initial(family_name: str) -> str:
    """Return the letter a surname is found under, A to Z; what begins otherwise is found at an end."""
    key = folding.name_fold(family_name)[:1].upper()
    return key if _FIRST <= key <= _LAST else _LAST if key > _LAST else _FIRST


def _initial(line: Line) -> str:
    return initial(line.family_name)


def _parts(event: EventFacts, options: SigninOptions) -> list[Part | None]:
    if options.session:
        return [part for part in event.parts if part.id == options.session] or [None]
    if options.each_session:
        return [part for part in event.parts if part.sign_up] or [None]
    return [None]


def _known(session: Session, lines: Sequence[SheetLine]) -> dict[int, bool]:
    """Return whether there is a consent to photos, for all but those whose processing is restricted."""
    agreed = set(
        session.scalars(
            select(Consent.person_id).where(
                Consent.purpose == _PHOTOS,
                Consent.given_on.is_not(None),
                Consent.withdrawn_on.is_(None),
                Consent.deleted_at.is_(None),
            )
        )
    )
    rows = session.execute(
        select(Registration.id, Registration.person_id, Person.restricted_at)
        .outerjoin(Person, Person.id == Registration.person_id)
        .where(Registration.id.in_([line.id for line in lines]))
    )
    return {row.id: row.person_id in agreed for row in rows if row.restricted_at is None}


def _line(one: SheetLine, agreed: dict[int, bool]) -> Line:
    return Line(
        number=one.number,
        family_name=one.family_name,
        given_name=one.given_name,
        body=one.body,
        photo=False if one.no_photo else agreed[one.id] or None,
    )


def _before(letter: str) -> str:
    return chr(max(ord(letter) - 1, ord(_FIRST)))

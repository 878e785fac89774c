"""Gathering of letters: head of the office, address, salutation by the rules, the text as given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from sqlalchemy import select

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.adviser import Adviser
from kts_desktop.models.case import AdvisoryCase, CasePerson
from kts_desktop.services import addresses, advisers, office_head, office_settings, phones, salutations
from kts_desktop.services.addresses import Addressee
from kts_desktop.services.paper_head import Head
from kts_desktop.services.paper_options import Ask, PaperOptions
from kts_desktop.services.salutations import Name
from kts_desktop.storage.sessions import Session

PERSON, BODY, CASE = "person", "organisation", "advisory_case"
SUBJECTS = frozenset({PERSON, BODY, CASE})


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterOptions(PaperOptions):
    """What a letter says.

    An empty line in ``letter_text`` begins a paragraph; each line of ``enclosures`` is one; ``dated`` is an
    ISO day, today where it is none; ``signed_by`` is a name, that of the adviser where it is empty.
    ``duplex``: of many letters in one file each begins on a sheet of its own.
    """

    subject: str = ""
    letter_text: str = ""
    closing: str = ""
    enclosures: str = ""
    your_sign: str = ""
    your_letter: str = ""
    dated: str = ""
    signed_by: str = ""
    on_behalf: bool = False
    marks: bool = field(default=True)
    duplex: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The office as its letters show it."""

    name: str
    short: str = ""
    street: str = ""
    town: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Who writes: name, unit, and how to reach them."""

    name: str = ""
    unit: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter. ``addresses`` holds the address whole, then shortened step by step, never the town.

    ``arrives`` is false where no postal address is known.
    """

    head: Head
    letterhead: Letterhead
    writer: Writer
    recipient: str
    addresses: tuple[tuple[str, ...], ...]
    salutation: str
    arrives: bool = True
    subject: str = ""
    paragraphs: tuple[str, ...] = ()
    closing: str = ""
    enclosures: tuple[str, ...] = ()
    your_sign: str = ""
    your_letter: str = ""
    dated: date
    signed_by: str = ""
    on_behalf: bool = False
    marks: bool = True
    duplex: bool = False


def gather(session: Session, ask: Ask) -> Letter:
    """Return the letter to a person, to a body, or to the first person of a case.

    Raises NotFoundError if the record is gone, or if the person's data are restricted.
    """
    options = ask.options
    assert isinstance(options, LetterOptions)
    id_ = ask.ids[0] if ask.ids else 0
    number, subject = "", ""
    if ask.kind == CASE:
        case = _case(session, id_)
        number, subject = case.number, case.subject
    head = office_head.head(
        session, language=options.language, now=ask.now, adviser=ask.adviser, number=number
    )
    addressee = _FINDERS[ask.kind](session, id_, head.taken.date())
    name = _in_language(addressee.name or Name(), options.language)
    letterhead, writer = _letterhead(session), _writer(session, ask.adviser)
    return Letter(
        head=head,
        letterhead=letterhead,
        writer=writer,
        recipient=(addressee.name.full if addressee.name else "") or addressee.body,
        addresses=_addresses(replace(addressee, name=name if addressee.name else None), options.language),
        arrives=addressee.place is not None,
        salutation=salutations.letter_salutation(name),
        subject=options.subject.strip() or subject,
        paragraphs=_paragraphs(options.letter_text),
        closing=options.closing.strip(),
        enclosures=tuple(line.strip() for line in options.enclosures.splitlines() if line.strip()),
        your_sign=options.your_sign.strip(),
        your_letter=options.your_letter.strip(),
        dated=_day(options.dated) or head.taken.date(),
        signed_by=options.signed_by.strip() or writer.name,
        on_behalf=options.on_behalf,
        marks=options.marks,
        duplex=options.duplex,
    )


def _case(session: Session, id_: int) -> AdvisoryCase:
    case = session.get(AdvisoryCase, id_)
    if case is None or case.deleted_at is not None:
        raise NotFoundError("gone", id=id_)
    return case


def _person(session: Session, id_: int, today: date) -> Addressee:
    found = addresses.of_people(session, [id_], today=today).get(id_)
    if found is None:
        raise NotFoundError("gone", id=id_)
    return found


def _body(session: Session, id_: int, _today: date) -> Addressee:
    found = addresses.of_bodies(session, [id_]).get(id_)
    if found is None:
        raise NotFoundError("gone", id=id_)
    return found


def _of_case(session: Session, id_: int, today: date) -> Addressee:
    """Return the first person of a case who may be named, else its body."""
    people = session.scalars(
        select(CasePerson.person_id)
        .where(CasePerson.case_id == id_, CasePerson.deleted_at.is_(None))
        .order_by(CasePerson.position, CasePerson.id)
    ).all()
    found = addresses.of_people(session, people, today=today)
    first = next((found[person] for person in people if person in found), None)
    if first is not None:
        return first
    return _body(session, _case(session, id_).organisation_id or 0, today)


_FINDERS: Mapping[str, Callable[[Session, int, date], Addressee]] = MappingProxyType(
    {PERSON: _person, BODY: _body, CASE: _of_case}
)


def _in_language(name: Name, language: str) -> Name:
    """Return the name as a letter in this language calls it, whatever the person's own language is."""
    return replace(name, language=language)


def _addresses(addressee: Addressee, language: str) -> tuple[tuple[str, ...], ...]:
    """Return the address whole, then without the unit, then without the title of the office."""
    without_unit = replace(addressee, unit="")
    name = addressee.name
    without_title = replace(without_unit, name=replace(name, office_title="") if name else None)
    steps = [one.lines(language) for one in (addressee, without_unit, without_title)]
    return tuple(dict.fromkeys(tuple(line for raw in lines for line in raw.splitlines()) for lines in steps))


def _letterhead(session: Session) -> Letterhead:
    office = office_settings.read(session)
    return Letterhead(
        name=office.office_name,
        short=office.office_short,
        street=office.street,
        town=" ".join(text for text in (office.postcode, office.city) if text),
        phone=phones.shown(office.phone),
        email=office.email,
        website=office.website,
    )


def _writer(session: Session, adviser_id: int) -> Writer:
    row = session.get(Adviser, adviser_id) if adviser_id else advisers.me(session)
    if row is None:
        return Writer()
    return Writer(name=row.name, unit=row.unit, phone=phones.shown(row.phone), email=row.email)


def _paragraphs(text: str) -> tuple[str, ...]:
    clean = text.replace("\r\n", "\n").strip("\n")
    return tuple(part.strip("\n") for part in clean.split("\n\n") if part.strip())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None

"""Mailing labels: to whom they go, in which order, and for whom no address is known."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from kts_desktop.core import folding
from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.event import Event
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Person
from kts_desktop.models.registration import Registration
from kts_desktop.models.vocab import EventId, RegistrationState
from kts_desktop.services import addresses, events, persons, salutations
from kts_desktop.services.addresses import Addressee
from kts_desktop.services.contact_points import Of
from kts_desktop.services.office_head import head
from kts_desktop.services.paper_head import Head
from kts_desktop.services.paper_options import Ask
from kts_desktop.services.salutations import Address, Name
from kts_desktop.services.sheet_options import LabelSheet, SheetOptions, SheetUse
from kts_desktop.storage.sessions import Session

PERSON, BODY, EVENT = Person.__tablename__, Organisation.__tablename__, Event.__tablename__
SUBJECTS = frozenset({BODY, EVENT, PERSON})
_NOT_COMING = (RegistrationState.CANCELLED, RegistrationState.DECLINED, RegistrationState.DEPUTY_SENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelsOptions(SheetOptions):
    """``one_per_office`` writes to the body where several of its people are meant."""

    sheet: LabelSheet = LabelSheet.L70X37
    one_per_office: bool = False
    by_postcode: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One label: at most six lines, of which the first ``naming`` name whom the letter is for."""

    lines: tuple[str, ...]
    naming: int
    listed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Somebody without a postal address that a letter would reach."""

    name: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelsData:
    """The labels in their order, and who has none; ``about`` names the event, if there is one."""

    head: Head
    about: str
    labels: tuple[Label, ...]
    missing: tuple[Missing, ...]
    use: SheetUse


def gather(session: Session, ask: Ask) -> LabelsData:
    """Return the labels for people, for bodies, or for those invited to an event; raises NotFoundError."""
    options = ask.options
    assert isinstance(options, LabelsOptions)
    about, meant = _meant(session, ask)
    if options.one_per_office:
        meant = _one_per_office(session, meant)
    reached = [one for one in meant if one.place is not None and one.place.is_whole]
    order = _by_postcode if options.by_postcode else _by_name
    return LabelsData(
        head=head(session, language=options.language, now=ask.now, adviser=ask.adviser),
        about=about,
        labels=tuple(_label(one, options.language) for one in sorted(reached, key=order)),
        missing=tuple(
            Missing(name=one.name.full if one.name else one.body, body=one.body if one.name else "")
            for one in sorted((one for one in meant if one not in reached), key=_by_name)
        ),
        use=options.use(options.sheet),
    )


def _meant(session: Session, ask: Ask) -> tuple[str, list[Addressee]]:
    if ask.kind == PERSON:
        return "", _people(session, ask.ids, ask)
    if ask.kind == BODY:
        return "", list(addresses.of_bodies(session, ask.ids).values())
    if ask.kind != EVENT:
        raise NotFoundError("gone", id=next(iter(ask.ids), 0))
    event = events.alive(session, EventId(ask.ids[0]))
    rows = session.execute(
        select(
            Registration.person_id,
            Registration.organisation_id,
            Registration.typed_name,
            Registration.typed_body,
        ).where(
            Registration.event_id == event.id,
            Registration.deleted_at.is_(None),
            Registration.state.not_in([state.value for state in _NOT_COMING]),
        )
    ).all()
    found = _people(session, [row.person_id for row in rows if row.person_id], ask)
    typed = [row for row in rows if not row.person_id]
    bodies = addresses.of_bodies(session, {row.organisation_id for row in typed if row.organisation_id})
    for row in typed:
        body = bodies.get(row.organisation_id)
        found.append(
            Addressee(
                name=Name(family_name=row.typed_name),
                organisation_id=row.organisation_id,
                body=body.body if body else row.typed_body,
                place=body.place if body else None,
            )
        )
    return event.title, found


def _people(session: Session, ids: Iterable[int], ask: Ask) -> list[Addressee]:
    kept = dict.fromkeys(persons.kept(session, id_) for id_ in ids)
    return list(addresses.of_people(session, list(kept), today=local_date(ask.now)).values())


def _one_per_office(session: Session, meant: Sequence[Addressee]) -> list[Addressee]:
    """Return one addressee for each body of which several are meant; the others as they are."""
    crowd = Counter(one.organisation_id for one in meant if one.organisation_id is not None)
    shared = {id_ for id_, count in crowd.items() if count > 1}
    offices = addresses.of_bodies(session, shared)
    out = [one for one in meant if one.organisation_id not in offices]
    for id_, office in offices.items():
        of_staff = (one.place for one in meant if one.organisation_id == id_ and _is_official(one))
        out.append(addresses.as_office(office, office.place or next(of_staff, None)))
    return out


def _is_official(one: Addressee) -> bool:
    return one.place is not None and one.place.of is not Of.PERSON


def _label(one: Addressee, language: str) -> Label:
    naming = len(salutations.address_lines(one.name, Address())) if one.name else 1
    listed = one.name.listed if one.name else one.body
    return Label(lines=one.lines(language), naming=naming, listed=listed)


def _by_name(one: Addressee) -> tuple[str, str]:
    name = f"{one.name.family_name} {one.name.given_name}" if one.name else ""
    return folding.name_fold(name or one.body), folding.sort_fold(one.body)


def _by_postcode(one: Addressee) -> tuple[bool, str, str, str]:
    place = one.place
    abroad = bool(place and place.country not in ("", "DE"))
    return (
        abroad,
        place.country if place and abroad else "",
        place.postcode if place else "",
        *_by_name(one)[:1],
    )

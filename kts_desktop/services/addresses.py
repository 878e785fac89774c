"""Postal addresses of people and bodies: which one counts, and its lines as a window envelope shows them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Affiliation, ContactPoint, Person
from kts_desktop.models.vocab import ContactKind
from kts_desktop.services import posts, salutations
from kts_desktop.services.contact_points import Of
from kts_desktop.services.countries import HOME, country_name
from kts_desktop.services.salutations import Address, Name
from kts_desktop.storage.sessions import Session

_NAME = tuple(Name.__dataclass_fields__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A postal address as it was entered; ``of`` tells whose it is. ``country`` is a code."""

    of: Of
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""

    @property
    def is_whole(self) -> bool:
        """Tell whether a letter would arrive."""
        return bool(self.city and (self.street or self.postcode))


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Somebody a letter goes to; ``name`` is None for a body as such.

    ``place`` is None where no postal address is known.
    """

    name: Name | None
    organisation_id: int | None
    body: str = ""
    unit: str = ""
    home: str = HOME  # country of the body
    place: Place | None = None

    def lines(self, language: str) -> tuple[str, ...]:
        """Return the lines of the address: at most six, none empty, the country in capitals when abroad."""
        place = self.place
        private = place is not None and place.of is Of.PERSON
        code = (place.country if place else "") or self.home
        address = Address(
            body="" if private else self.body,
            unit="" if private or self.name is None else self.unit,
            street=place.street if place else "",
            postcode=place.postcode if place else "",
            city=place.city if place else "",
        )
        abroad = country_name(code, language) if code and code != HOME else ""
        return salutations.address_lines(self.name or Name(), address, abroad)


def of_people(
    session: Session, ids: Sequence[int], *, today: date, also_hidden: bool = False
) -> dict[int, Addressee]:
    """Return the addressees by the id of the person; what was merged into them is theirs as well.

    The address of the present post goes before one's own, that before the body's; a preferred one goes first.
    Who was merged into another is left out, and whose processing is restricted or who is in the bin as well
    unless ``also_hidden`` asks for them, to be shown and not to be written to.
    """
    in_sight = () if also_hidden else (Person.deleted_at.is_(None), Person.restricted_at.is_(None))
    people = session.execute(
        select(Person.id, *(getattr(Person, name) for name in _NAME)).where(
            Person.id.in_(ids), Person.merged_into_id.is_(None), *in_sight
        )
    ).all()
    heads = _families(session, [row.id for row in people])
    held = _main_posts(session, heads, today)
    bodies = _bodies(session, {post.organisation_id for post in held.values()})
    places = _places(session, list(heads), held.values(), bodies)
    found = {}
    for row in people:
        post = held.get(row.id)
        body = bodies.get(post.organisation_id) if post else None
        owners = [
            *([(Of.POST, post.id)] if post else []),
            *((Of.PERSON, member) for member, head in heads.items() if head == row.id),
            *([(Of.BODY, post.organisation_id)] if post else []),
        ]
        found[row.id] = Addressee(
            name=Name(**{name: getattr(row, name) for name in _NAME}),
            organisation_id=post.organisation_id if post else None,
            body=body.name if body else "",
            unit=post.unit if post else "",
            home=body.country if body else HOME,
            place=next((places[owner] for owner in owners if owner in places), None),
        )
    return found


def of_bodies(session: Session, ids: Iterable[int]) -> dict[int, Addressee]:
    """Return bodies as addressees, by their id."""
    bodies = _bodies(session, set(ids))
    places = _places(session, [], [], bodies)
    return {
        id_: Addressee(
            name=None,
            organisation_id=id_,
            body=row.name,
            home=row.country,
            place=places.get((Of.BODY, id_)),
        )
        for id_, row in bodies.items()
    }


def as_office(addressee: Addressee, place: Place | None) -> Addressee:
    """Return the body of an addressee as such, with its address."""
    return replace(addressee, name=None, unit="", place=place)


def _families(session: Session, ids: Sequence[int]) -> dict[int, int]:
    """Return whose each record is: of the people themselves first, then of those merged into them."""
    heads = {id_: id_ for id_ in ids}
    found = list(ids)
    while found:
        rows = session.execute(
            select(Person.id, Person.merged_into_id)
            .where(Person.merged_into_id.in_(found), Person.deleted_at.is_(None))
            .order_by(Person.id)
        ).all()
        found = [row.id for row in rows if row.id not in heads]
        heads |= {row.id: heads[row.merged_into_id] for row in rows if row.id not in heads}
    return heads


def _main_posts(session: Session, heads: Mapping[int, int], today: date) -> dict[int, Any]:
    """Return the present main post by person."""
    rows = session.execute(
        select(Affiliation.id, Affiliation.person_id, Affiliation.organisation_id, Affiliation.unit)
        .where(
            Affiliation.person_id.in_(list(heads)), Affiliation.deleted_at.is_(None), posts.is_present(today)
        )
        .order_by(Affiliation.is_primary.desc(), Affiliation.id)
    )
    found: dict[int, Any] = {}
    for row in rows:
        found.setdefault(heads[row.person_id], row)
    return found


def _bodies(session: Session, ids: Iterable[int]) -> dict[int, Any]:
    rows = session.execute(
        select(Organisation.id, Organisation.name, Organisation.country).where(
            Organisation.id.in_(sorted(ids)), Organisation.deleted_at.is_(None)
        )
    )
    return {row.id: row for row in rows}


def _places(
    session: Session, people: Sequence[int], held: Iterable[Any], bodies: Mapping[int, Any]
) -> dict[tuple[Of, int], Place]:
    """Return the postal address of each owner that has one, the preferred before the oldest."""
    rows = session.execute(
        select(ContactPoint)
        .where(
            ContactPoint.kind == ContactKind.POSTAL.value,
            ContactPoint.deleted_at.is_(None),
            or_(
                ContactPoint.person_id.in_(people),
                ContactPoint.affiliation_id.in_([post.id for post in held]),
                ContactPoint.organisation_id.in_(list(bodies)),
            ),
        )
        .order_by(ContactPoint.preferred.desc(), ContactPoint.id)
    ).scalars()
    found: dict[tuple[Of, int], Place] = {}
    for row in rows:
        for of, id_ in (
            (Of.PERSON, row.person_id),
            (Of.POST, row.affiliation_id),
            (Of.BODY, row.organisation_id),
        ):
            if id_ is not None:
                found.setdefault((of, id_), _place(of, row))
    return found


def _place(of: Of, row: ContactPoint) -> Place:
    street, city = row.street, row.city
    if not (street or city):  # an address that came as one text
        street, _, city = row.value.rpartition(", ")
    return Place(of=of, street=street, postcode=row.postcode, city=city, country=row.country)

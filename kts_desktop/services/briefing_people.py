"""Whom a pack names: the people of a body and of its cases, with the numbers to call."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import or_, select

from kts_desktop.models.case import CasePerson
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Affiliation, ContactPoint, Person
from kts_desktop.models.vocab import ContactKind
from kts_desktop.services import phones
from kts_desktop.services.briefing_labels import Asked, name_of
from kts_desktop.services.briefing_place import visible
from kts_desktop.services.snapshot import Contact, Phone

T = TypeVar("T")
_MOBILE = {"de": "mobil", "en": "mobile"}
_CALLED = (ContactKind.PHONE.value, ContactKind.MOBILE.value)


def contacts(asked: Asked, organisation_id: int, case_ids: Sequence[int]) -> tuple[Contact, ...]:
    """Return the people to meet: those of the cases first, in the order of the cases, then by name."""
    roles = _case_people(asked, case_ids)
    people = asked.session.execute(
        select(Person, Affiliation, Organisation.name)
        .outerjoin(
            Affiliation,
            (Affiliation.person_id == Person.id)
            & Affiliation.deleted_at.is_(None)
            & or_(Affiliation.valid_to.is_(None), Affiliation.valid_to >= asked.today),
        )
        .outerjoin(Organisation, Organisation.id == Affiliation.organisation_id)
        .where(
            visible(Person),
            or_(Affiliation.organisation_id == organisation_id, Person.id.in_(list(roles))),
        )
        .order_by(Person.sort_key, Person.id, Affiliation.organisation_id != organisation_id, Affiliation.id)
    )
    first: dict[int, tuple[Person, Affiliation | None, str]] = {}
    for person, post, body in people:
        first.setdefault(person.id, (person, post, body or ""))
    places = {person_id: place for place, person_id in enumerate(roles)}
    order = sorted(first, key=lambda person_id: places.get(person_id, len(places)))
    ways = _ways(asked, list(first), [post.id for _, post, _ in first.values() if post is not None])
    people_found = [_contact(asked, first[i], roles.get(i, ""), ways.get(i, [])) for i in order]
    if people_found and order[0] in roles:
        people_found[0] = replace(people_found[0], primary=True)
    return tuple(people_found)


def _case_people(asked: Asked, case_ids: Sequence[int]) -> dict[int, str]:
    """Return the people of the cases with their role, in the order of the cases."""
    rows = asked.session.execute(
        select(CasePerson.case_id, CasePerson.person_id, CasePerson.role)
        .where(CasePerson.case_id.in_(case_ids), CasePerson.deleted_at.is_(None))
        .order_by(CasePerson.position, CasePerson.id)
    ).all()
    by_case = _grouped((row.case_id, (row.person_id, row.role)) for row in rows)
    out: dict[int, str] = {}
    for case_id in case_ids:
        for person_id, role in by_case.get(case_id, ()):
            out.setdefault(person_id, role)
    return out


def _ways(asked: Asked, people: Sequence[int], posts: Sequence[int]) -> Mapping[int, list[ContactPoint]]:
    """Return the ways to reach each person, those of their post included, the preferred first."""
    point = ContactPoint
    rows = asked.session.execute(
        select(point, Affiliation.person_id)
        .outerjoin(Affiliation, Affiliation.id == point.affiliation_id)
        .where(
            point.deleted_at.is_(None),
            point.kind.in_([*_CALLED, ContactKind.EMAIL.value]),
            or_(point.person_id.in_(people), point.affiliation_id.in_(posts)),
        )
        .order_by(point.preferred.desc(), point.kind.desc(), point.id)
    )
    return _grouped((row.person_id or owner, row) for row, owner in rows)


def _contact(
    asked: Asked,
    found: tuple[Person, Affiliation | None, str],
    role: str,
    ways: Sequence[ContactPoint],
) -> Contact:
    person, post, body = found
    function = post.function if post else ""
    titles = dict.fromkeys(text for text in (person.office_title, function) if text)
    numbers: dict[str, Phone] = {}
    for way in ways:
        if way.kind in _CALLED:
            label = way.label or (_MOBILE[asked.language] if way.kind == ContactKind.MOBILE else "")
            numbers.setdefault(way.normal or way.value, Phone(number=phones.shown(way.value), label=label))
    return Contact(
        name=name_of(person, asked.language),
        function=", ".join(titles),
        unit=post.unit if post else "",
        body=body,
        phones=tuple(numbers.values()),
        email=next((way.value for way in ways if way.kind == ContactKind.EMAIL), ""),
        remark=role,
    )


def _grouped(pairs: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    out: defaultdict[int, list[T]] = defaultdict(list)
    for key, value in pairs:
        out[key].append(value)
    return dict(out)

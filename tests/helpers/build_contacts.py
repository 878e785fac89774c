"""Builders of people, posts, ways to reach them, and bodies, with sound defaults."""

from typing import Any

from sqlalchemy.orm import Session

from kts_desktop.models.vocab import ContactKind
from kts_desktop.services import contact_points, organisations, persons, posts
from kts_desktop.services.contact_points import ContactDraft, Of, Owner
from kts_desktop.services.organisations import OrganisationDraft
from kts_desktop.services.persons import PersonDraft
from kts_desktop.services.posts import PostDraft


def a_body(session: Session, name: str = "Krefeld", **fields: Any) -> int:
    """Add a body, by default a town of North Rhine-Westphalia."""
    return organisations.add(session, OrganisationDraft(**{"name": name, "state": "05", **fields}))


def a_person(
    session: Session,
    family_name: str = "Lichtmoos",
    given_name: str = "Anna",
    *,
    at: int | None = None,
    function: str = "",
    **fields: Any,
) -> int:
    """Add a person, with a post ``at`` a body if one is given."""
    draft = PersonDraft(family_name=family_name, given_name=given_name, **fields)
    post = None if at is None else PostDraft(organisation_id=at, function=function)
    return persons.add(session, draft, post=post)


def a_post(session: Session, person_id: int, organisation_id: int, **fields: Any) -> int:
    """Give a person a post."""
    return posts.add(session, person_id, PostDraft(organisation_id=organisation_id, **fields))


def a_phone(session: Session, owner_id: int, number: str, of: Of = Of.PERSON, **fields: Any) -> int:
    """Give somebody a phone number."""
    draft = ContactDraft(kind=ContactKind.PHONE, value=number, **fields)
    return contact_points.add(session, Owner(of, owner_id), draft)


def a_mail(session: Session, owner_id: int, address: str, of: Of = Of.PERSON, **fields: Any) -> int:
    """Give somebody a mail address."""
    draft = ContactDraft(kind=ContactKind.EMAIL, value=address, **fields)
    return contact_points.add(session, Owner(of, owner_id), draft)

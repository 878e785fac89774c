"""People: adding, editing, restricting, the bin; who is who after a merge.

A merge is a field: the younger record points to the older one and keeps its posts, phones and consents.
``family`` says which records tell about one person; lists and cards read them together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import NotFoundError, ValidationError
from kts_desktop.models.person import Person
from kts_desktop.models.vocab import PersonId
from kts_desktop.services import contact_points, posts
from kts_desktop.services.contact_points import ContactDraft, Of, Owner
from kts_desktop.services.posts import PostDraft
from kts_desktop.services.salutations import Name
from kts_desktop.storage.sessions import Session

KIND = Person.__tablename__


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDraft(Name):
    """What is entered for a person; posts and contact points are records of their own."""

    pronouns: str = ""
    informed_on: date | None = None
    remark: str = ""


def add(
    session: Session,
    draft: PersonDraft,
    *,
    post: PostDraft | None = None,
    contacts: Sequence[ContactDraft] = (),
    post_contacts: Sequence[ContactDraft] = (),
    source: str = "",
) -> PersonId:
    """Add a person, with a post and ways to reach them there or anywhere; raises ValidationError.

    ``post_contacts`` belong to the post and stay with it when the person moves on.
    """
    person = Person(**_checked(draft), source=source)
    session.add(person)
    session.flush()
    owner = Owner(Of.PERSON, person.id)
    for contact in contacts:
        contact_points.add(session, owner, contact, source=source)
    if post is not None:
        owner = Owner(Of.POST, posts.add(session, PersonId(person.id), post, source=source))
    for contact in post_contacts:
        contact_points.add(session, owner, contact, source=source)
    return PersonId(person.id)


def edit(session: Session, person_id: int, draft: PersonDraft) -> None:
    """Change what a person is called and what is noted; raises NotFoundError or ValidationError."""
    person = _alive(session, person_id)
    for column, value in _checked(draft).items():
        setattr(person, column, value)


def delete(session: Session, person_ids: Sequence[int]) -> None:
    """Move people to the bin; what belongs to them stays with them."""
    for person_id in person_ids:
        _alive(session, person_id).deleted_at = utc_now()


def restore(session: Session, person_id: int) -> None:
    """Take a person out of the bin."""
    _found(session, person_id).deleted_at = None


def restrict(session: Session, person_id: int, *, at: datetime) -> None:
    """Restrict the processing (Art. 18 GDPR): hidden from lists, search and papers, kept in the file."""
    for member in family(session, person_id):
        person = _alive(session, member)
        person.restricted_at = person.restricted_at or at


def lift_restriction(session: Session, person_id: int) -> None:
    """Take the restriction back."""
    for member in family(session, person_id):
        _alive(session, member).restricted_at = None


def set_informed(session: Session, person_ids: Sequence[int], on: date | None) -> None:
    """Note when people were told what is kept about them (Art. 13/14 GDPR), as one step."""
    for person_id in person_ids:
        _alive(session, person_id).informed_on = on


def draft_of(session: Session, person_id: int) -> PersonDraft:
    """Return what a form starts from; raises NotFoundError."""
    person = _alive(session, person_id)
    return PersonDraft(**{name: getattr(person, name) for name in _FIELDS})


def kept(session: Session, person_id: int) -> PersonId:
    """Return the record that stands for a person: itself, or the one it was merged into."""
    seen = {person_id}
    while True:
        target = session.scalar(
            select(Person.merged_into_id).where(Person.id == person_id, Person.deleted_at.is_(None))
        )
        if target is None or target in seen:
            return PersonId(person_id)
        seen.add(target)
        person_id = target


def family(session: Session, person_id: int) -> tuple[PersonId, ...]:
    """Return a person and all records merged into it, the person first."""
    start = select(Person.id).where(Person.id == person_id).cte("family", recursive=True)
    members = start.union(
        select(Person.id).join(start, Person.merged_into_id == start.c.id).where(Person.deleted_at.is_(None))
    )
    return tuple(PersonId(id_) for id_ in session.scalars(select(members.c.id)))


_FIELDS = tuple(field.name for field in fields(PersonDraft))


def _checked(draft: PersonDraft) -> dict[str, Any]:
    if not draft.family_name.strip():
        raise ValidationError("family_name", "blank")
    values = {name: getattr(draft, name) for name in _FIELDS}
    return {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}


def _alive(session: Session, person_id: int) -> Person:
    person = _found(session, person_id)
    if person.deleted_at is not None:
        raise NotFoundError("gone", id=person_id)
    return person


def _found(session: Session, person_id: int) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise NotFoundError("gone", id=person_id)
    return person

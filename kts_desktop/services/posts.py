"""Posts of people at bodies, from and to: what somebody does where, and what happens when they move on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, or_, select

from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.core.errors import NotFoundError, ValidationError
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Affiliation, Person
from kts_desktop.storage.sessions import Session

KIND = Affiliation.__tablename__


@dataclass(frozen=True, slots=True, kw_only=True)
class PostDraft:
    """What is entered for a post."""

    organisation_id: int | None = None
    function: str = ""
    unit: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    is_primary: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRow:
    """A post as a card shows it, with person and body by name."""

    id: int
    person_id: int
    organisation_id: int
    body: str
    district: str
    state: str
    function: str
    unit: str
    valid_from: date | None
    valid_to: date | None
    is_primary: bool
    is_present: bool


def add(session: Session, person_id: int, draft: PostDraft, *, source: str = "") -> int:
    """Give a person a post; a new main post takes the mark from the others. Raises ValidationError."""
    _check(session, draft)
    _refuse_gone(session, person_id)
    assert draft.organisation_id is not None
    post = Affiliation(
        person_id=person_id,
        organisation_id=draft.organisation_id,
        function=draft.function.strip(),
        unit=draft.unit.strip(),
        valid_from=draft.valid_from,
        valid_to=draft.valid_to,
        is_primary=draft.is_primary,
        source=source,
    )
    session.add(post)
    session.flush()
    if draft.is_primary:
        _only_main(session, post)
    return post.id


def edit(session: Session, post_id: int, draft: PostDraft) -> None:
    """Change a post; raises NotFoundError or ValidationError."""
    _check(session, draft)
    post = _alive(session, post_id)
    assert draft.organisation_id is not None
    post.organisation_id = draft.organisation_id
    post.function, post.unit = draft.function.strip(), draft.unit.strip()
    post.valid_from, post.valid_to = draft.valid_from, draft.valid_to
    post.is_primary = draft.is_primary
    session.flush()
    if draft.is_primary:
        _only_main(session, post)


def remove(session: Session, post_id: int) -> None:
    """Move a post to the bin: it was entered by mistake. One that ended is given its last day instead."""
    _alive(session, post_id).deleted_at = utc_now()


def end(session: Session, post_ids: Sequence[int], on: date) -> None:
    """Give posts their last day; a post that would end before it began ends on the day it began."""
    for post_id in post_ids:
        post = _alive(session, post_id)
        post.valid_to = max(on, post.valid_from) if post.valid_from else on


def change(session: Session, person_id: int, draft: PostDraft, *, ends: Sequence[int]) -> int:
    """Note that a person changes the post: the old posts end on the day before the new one begins.

    History, former bodies and old notes stay. Raises ValidationError without a first day.
    """
    if draft.valid_from is None:
        raise ValidationError("valid_from", "blank")
    end(session, ends, draft.valid_from - timedelta(days=1))
    session.flush()
    return add(session, person_id, draft)


def draft_of(session: Session, post_id: int) -> PostDraft:
    """Return what a form starts from; raises NotFoundError."""
    post = _alive(session, post_id)
    return PostDraft(
        organisation_id=post.organisation_id,
        function=post.function,
        unit=post.unit,
        valid_from=post.valid_from,
        valid_to=post.valid_to,
        is_primary=post.is_primary,
    )


def of_people(session: Session, person_ids: Sequence[int], *, today: date | None = None) -> list[PostRow]:
    """Return the posts of people: the present ones first, the main one before others, the latest first."""
    return _rows(session, Affiliation.person_id.in_(person_ids), today)


def of_body(session: Session, organisation_id: int, *, today: date | None = None) -> list[PostRow]:
    """Return the posts at a body, in the same order."""
    return _rows(session, Affiliation.organisation_id == organisation_id, today)


def is_present(on: date) -> ColumnElement[bool]:
    """Return the condition for a post held on a day."""
    return or_(Affiliation.valid_to.is_(None), Affiliation.valid_to >= on)


def _rows(session: Session, condition: ColumnElement[bool], today: date | None) -> list[PostRow]:
    on = today or local_date(utc_now())
    found = session.execute(
        select(
            Affiliation.id,
            Affiliation.person_id,
            Affiliation.organisation_id,
            Organisation.name.label("body"),
            Organisation.district,
            Organisation.state,
            Affiliation.function,
            Affiliation.unit,
            Affiliation.valid_from,
            Affiliation.valid_to,
            Affiliation.is_primary,
            is_present(on).label("is_present"),
        )
        .join(Organisation.__table__, Organisation.id == Affiliation.organisation_id)
        .join(Person.__table__, Person.id == Affiliation.person_id)
        .where(condition, Affiliation.deleted_at.is_(None), Person.deleted_at.is_(None))
        .order_by(
            is_present(on).desc(),
            Affiliation.is_primary.desc(),
            Affiliation.valid_from.desc(),
            Affiliation.id,
        )
    )
    return [PostRow(**row._mapping) for row in found]  # noqa: SLF001 - its public name


def _only_main(session: Session, post: Affiliation) -> None:
    others = session.scalars(
        select(Affiliation).where(
            Affiliation.person_id == post.person_id,
            Affiliation.id != post.id,
            Affiliation.is_primary.is_(True),
            Affiliation.deleted_at.is_(None),
        )
    )
    for other in others:
        other.is_primary = False


def _check(session: Session, draft: PostDraft) -> None:
    if draft.organisation_id is None:
        raise ValidationError("organisation_id", "blank")
    if draft.valid_from and draft.valid_to and draft.valid_to < draft.valid_from:
        raise ValidationError("valid_to", "ends_before_start")
    body = session.scalar(
        select(Organisation.id).where(
            Organisation.id == draft.organisation_id, Organisation.deleted_at.is_(None)
        )
    )
    if body is None:
        raise NotFoundError("gone", id=draft.organisation_id)


def _refuse_gone(session: Session, person_id: int) -> None:
    found = session.scalar(select(Person.id).where(Person.id == person_id, Person.deleted_at.is_(None)))
    if found is None:
        raise NotFoundError("gone", id=person_id)


def _alive(session: Session, post_id: int) -> Affiliation:
    post = session.get(Affiliation, post_id)
    if post is None or post.deleted_at is not None:
        raise NotFoundError("gone", id=post_id)
    return post

"""The card of a body: all that the read view shows."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.note import Note
from kts_desktop.models.organisation import Organisation, OrganisationKey
from kts_desktop.models.vocab import KeyScheme, NoteId, OrganisationId
from kts_desktop.services import contact_points, networks, notes, person_lists, places, posts, related
from kts_desktop.services.case_lists import CaseRow
from kts_desktop.services.contact_points import ContactLine, Of, Owner
from kts_desktop.services.event_lists import EventRow
from kts_desktop.services.networks import MembershipRow
from kts_desktop.services.notes import NoteRow
from kts_desktop.services.organisations import OrganisationDraft
from kts_desktop.services.person_lists import PersonRow
from kts_desktop.services.posts import PostRow
from kts_desktop.storage.sessions import Session

_MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """An official key as a card shows it."""

    id: int
    scheme: KeyScheme
    value: str
    valid_from: date | None
    valid_to: date | None
    successor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A post at the body with the person who holds or held it."""

    post: PostRow
    person: PersonRow


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLink:
    """Another body that stands above or below this one."""

    id: OrganisationId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationCard:
    """Everything about a body; ``draft`` holds the fields as entered."""

    id: OrganisationId
    uid: bytes
    draft: OrganisationDraft
    size: str  # value list size_class
    parent: BodyLink | None
    below: tuple[BodyLink, ...]
    keys: tuple[KeyLine, ...]
    contacts: tuple[ContactLine, ...]
    people: tuple[Member, ...]
    cases: tuple[CaseRow, ...]
    events: tuple[EventRow, ...]
    notes: tuple[NoteRow, ...]
    networks: tuple[MembershipRow, ...]
    deleted_at: datetime | None
    source: str


def card(session: Session, organisation_id: int, *, today: date | None = None) -> OrganisationCard:
    """Return everything about a body, also of one in the bin; raises NotFoundError."""
    on = today or local_date(utc_now())
    body = session.get(Organisation, organisation_id)
    if body is None:
        raise NotFoundError("gone", id=organisation_id)
    names = OrganisationDraft.__dataclass_fields__
    return OrganisationCard(
        id=OrganisationId(body.id),
        uid=body.uid,
        draft=OrganisationDraft(**{name: getattr(body, name) for name in names}),
        size=places.size_class(body.population) if body.kind in _COUNTED else "",
        parent=_parent(session, body.parent_id),
        below=_below(session, body.id),
        keys=_keys(session, body.id),
        contacts=tuple(contact_points.lines(session, Owner(Of.BODY, body.id))),
        people=_people(session, body.id, on),
        cases=tuple(related.cases(session, [body.id])),
        events=tuple(related.events(session, [body.id])),
        notes=_notes(session, body.id),
        networks=tuple(networks.of_body(session, body.id)),
        deleted_at=body.deleted_at,
        source=body.source,
    )


_COUNTED = frozenset({"municipality", "district"})


def _parent(session: Session, parent_id: int | None) -> BodyLink | None:
    if parent_id is None:
        return None
    found = session.execute(
        select(Organisation.id, Organisation.name).where(Organisation.id == parent_id)
    ).one_or_none()
    return None if found is None else BodyLink(id=OrganisationId(found.id), name=found.name)


def _below(session: Session, organisation_id: int) -> tuple[BodyLink, ...]:
    found = session.execute(
        select(Organisation.id, Organisation.name)
        .where(Organisation.parent_id == organisation_id, Organisation.deleted_at.is_(None))
        .order_by(Organisation.sort_key, Organisation.id)
        .limit(_MOST)
    )
    return tuple(BodyLink(id=OrganisationId(id_), name=name) for id_, name in found)


def _keys(session: Session, organisation_id: int) -> tuple[KeyLine, ...]:
    found = session.execute(
        select(
            OrganisationKey.id,
            OrganisationKey.scheme,
            OrganisationKey.value,
            OrganisationKey.valid_from,
            OrganisationKey.valid_to,
            OrganisationKey.successor,
        )
        .where(OrganisationKey.organisation_id == organisation_id, OrganisationKey.deleted_at.is_(None))
        .order_by(OrganisationKey.valid_to.is_not(None), OrganisationKey.scheme, OrganisationKey.id)
    )
    return tuple(
        KeyLine(
            id=id_, scheme=KeyScheme(scheme), value=value, valid_from=begin, valid_to=end, successor=next_
        )
        for id_, scheme, value, begin, end, next_ in found
    )


def _people(session: Session, organisation_id: int, on: date) -> tuple[Member, ...]:
    held = posts.of_body(session, organisation_id, today=on)[:_MOST]
    rows = person_lists.rows(session, [post.person_id for post in held], today=on)
    visible = [(post, rows[post.person_id]) for post in held if post.person_id in rows]
    return tuple(Member(post=post, person=row) for post, row in visible if not row.is_restricted)


def _notes(session: Session, organisation_id: int) -> tuple[NoteRow, ...]:
    found = session.scalars(
        select(Note.id)
        .where(Note.organisation_id == organisation_id, Note.deleted_at.is_(None))
        .order_by(Note.happened_at.desc(), Note.id.desc())
        .limit(_MOST)
    ).all()
    rows = notes.rows(session, [NoteId(id_) for id_ in found])
    return tuple(rows[id_] for id_ in found)

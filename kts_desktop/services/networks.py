"""Networks and platforms, and who belongs to them: a person, a body, or a person for a body."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select

from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import NotFoundError, ValidationError
from kts_desktop.models.network import Network, NetworkMembership
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Person
from kts_desktop.storage.sessions import Session

KIND = Network.__tablename__


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkRow:
    """A network with the number of its present members."""

    id: int
    kind: str  # value list network
    name: str
    members: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipDraft:
    """Who joins a network, in which part, from when; at least a person or a body."""

    network_id: int
    person_id: int | None = None
    organisation_id: int | None = None
    role: str = ""
    group: str = ""
    level: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipRow(MembershipDraft):
    """A membership with the names it refers to."""

    id: int
    network: str
    person: str
    body: str


def everything(session: Session, today: date) -> list[NetworkRow]:
    """Return all networks by name, with their members of today."""
    present = (
        NetworkMembership.deleted_at.is_(None)
        & (NetworkMembership.network_id == Network.id)
        & or_(NetworkMembership.valid_to.is_(None), NetworkMembership.valid_to >= today)
    )
    count = select(func.count(NetworkMembership.id)).where(present).scalar_subquery()
    found = session.execute(
        select(Network.id, Network.kind, Network.name, count)
        .where(Network.deleted_at.is_(None))
        .order_by(Network.name, Network.id)
    )
    return [NetworkRow(id=id_, kind=kind, name=name, members=number) for id_, kind, name, number in found]


def members(session: Session, network_id: int) -> list[MembershipRow]:
    """Return who belongs or belonged to a network."""
    return _rows(session, network_id=network_id)


def of_body(session: Session, organisation_id: int) -> list[MembershipRow]:
    """Return the networks a body belongs or belonged to."""
    return _rows(session, organisation_id=organisation_id)


def found_network(session: Session, kind: str, name: str, *, source: str = "") -> int:
    """Add a network, such as a working community; raises ValidationError for a blank name."""
    if not name.strip():
        raise ValidationError("name", "blank")
    network = Network(kind=kind, name=name.strip(), source=source)
    session.add(network)
    session.flush()
    return network.id


def join(session: Session, draft: MembershipDraft, *, source: str = "") -> int:
    """Enter a membership; raises ValidationError if it names nobody or ends before it starts."""
    if draft.person_id is None and draft.organisation_id is None:
        raise ValidationError("person_id", "blank")
    if draft.valid_from and draft.valid_to and draft.valid_to < draft.valid_from:
        raise ValidationError("valid_to", "ends_before_start")
    membership = NetworkMembership(
        network_id=draft.network_id,
        person_id=draft.person_id,
        organisation_id=draft.organisation_id,
        role=draft.role.strip(),
        group=draft.group,
        level=draft.level,
        valid_from=draft.valid_from,
        valid_to=draft.valid_to,
        source=source,
    )
    session.add(membership)
    session.flush()
    return membership.id


def leave(session: Session, membership_id: int, on: date) -> None:
    """End a membership; it stays in the history."""
    _alive(session, membership_id).valid_to = on


def remove(session: Session, membership_id: int) -> None:
    """Move a membership entered by mistake to the bin."""
    _alive(session, membership_id).deleted_at = utc_now()


def _rows(session: Session, **wanted: int) -> list[MembershipRow]:
    person = func.trim(Person.given_name + " " + Person.family_name)
    found = session.execute(
        select(
            NetworkMembership.id,
            NetworkMembership.network_id,
            NetworkMembership.person_id,
            NetworkMembership.organisation_id,
            NetworkMembership.role,
            NetworkMembership.group,
            NetworkMembership.level,
            NetworkMembership.valid_from,
            NetworkMembership.valid_to,
            Network.name.label("network"),
            func.coalesce(person, "").label("person"),
            func.coalesce(Organisation.name, "").label("body"),
        )
        .join(Network, Network.id == NetworkMembership.network_id)
        .outerjoin(Person, Person.id == NetworkMembership.person_id)
        .outerjoin(Organisation, Organisation.id == NetworkMembership.organisation_id)
        .where(NetworkMembership.deleted_at.is_(None), Network.deleted_at.is_(None))
        .filter_by(**wanted)
        .order_by(Network.name, Organisation.sort_key, Person.sort_key, NetworkMembership.id)
    )
    return [MembershipRow(**row._mapping) for row in found]  # noqa: SLF001 - its public name


def _alive(session: Session, membership_id: int) -> NetworkMembership:
    membership = session.get(NetworkMembership, membership_id)
    if membership is None or membership.deleted_at is not None:
        raise NotFoundError("gone", id=membership_id)
    return membership

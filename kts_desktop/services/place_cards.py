"""Everything about one place: what directory and office know of it, and what the office has on it."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.organisation import Organisation, OrganisationKey
from kts_desktop.models.register import RegisterEdition, RegisterEntry
from kts_desktop.models.vocab import KeyScheme, ProjectId
from kts_desktop.services import (
    contact_points,
    directory,
    measures,
    networks,
    place_lists,
    places,
    projects,
    related,
)
from kts_desktop.services.case_lists import CaseRow
from kts_desktop.services.contact_points import ContactLine, Of, Owner
from kts_desktop.services.directory import PlaceHit
from kts_desktop.services.event_lists import EventRow
from kts_desktop.services.measures import MeasureFilter, MeasureRow
from kts_desktop.services.networks import MembershipRow
from kts_desktop.services.person_lists import PersonRow
from kts_desktop.services.place_lists import SimilarPlace
from kts_desktop.storage.sessions import Session

_MOST_SIMILAR = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRow:
    """An official key and how long it holds."""

    scheme: str
    value: str
    valid_to: date | None = None
    successor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyProject:
    """A model project that a body takes part in."""

    id: ProjectId
    title: str
    cohort: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCard:
    """A place in codes of the value lists; one not taken over has only what the directory tells."""

    hit: PlaceHit
    size: str
    area_ha: int | None
    postcode: str
    keys: tuple[KeyRow, ...]
    edition: date | None  # of the directory
    uid: bytes = b""  # of the body taken over
    seat: str = ""
    country: str = "DE"
    remark: str = ""
    budget_emergency: bool = False
    projects: tuple[BodyProject, ...] = ()
    measures: tuple[MeasureRow, ...] = ()
    cases: tuple[CaseRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    events: tuple[EventRow, ...] = ()
    ways: tuple[ContactLine, ...] = ()
    networks: tuple[MembershipRow, ...] = ()
    similar: tuple[SimilarPlace, ...] = ()


def card(session: Session, token: int, today: date) -> PlaceCard:
    """Return everything about a place; raises NotFoundError for one that is gone or in the bin."""
    hit = directory.hits(session, [token]).get(token)
    if hit is None:
        raise NotFoundError("gone", id=token)
    entry = session.get(RegisterEntry, hit.register_id) if hit.register_id else None
    body = session.get(Organisation, hit.organisation_id) if hit.organisation_id else None
    area = body.area_ha if body is not None and body.area_ha else (entry.area_ha if entry else None)
    is_municipal = hit.kind == "municipality" and hit.register_id is not None
    similar = place_lists.similar(session, token, _MOST_SIMILAR, only_projects=True) if is_municipal else []
    card_of_directory = PlaceCard(
        hit=hit,
        size=places.size_class(hit.population) if hit.kind == "municipality" else "",
        area_ha=area,
        postcode=entry.postcode if entry else "",
        keys=_keys_of_entry(entry) if entry else (),
        edition=session.scalar(select(RegisterEdition.as_of)) if entry else None,
        similar=tuple(similar),
    )
    return card_of_directory if body is None else _with_office(session, card_of_directory, body, today)


def _with_office(session: Session, known: PlaceCard, body: Organisation, today: date) -> PlaceCard:
    """Add what the office knows of a body."""
    wanted = MeasureFilter(organisation_ids=(body.id,))
    return replace(
        known,
        uid=body.uid,
        seat=body.seat,
        country=body.country,
        remark=body.remark,
        budget_emergency=body.budget_emergency,
        keys=_keys(session, body.id),
        projects=tuple(
            BodyProject(id=id_, title=title, cohort=cohort, role=role)
            for id_, title, cohort, role in projects.of_body(session, body.id)
        ),
        measures=tuple(measures.listed(session, wanted)),
        cases=tuple(related.cases(session, [body.id])),
        people=tuple(related.people(session, [body.id], today)),
        events=tuple(related.events(session, [body.id])),
        ways=tuple(contact_points.lines(session, Owner(Of.BODY, body.id))),
        networks=tuple(networks.of_body(session, body.id)),
    )


def _keys(session: Session, body_id: int) -> tuple[KeyRow, ...]:
    key = OrganisationKey
    found = session.execute(
        select(key.scheme, key.value, key.valid_to, key.successor)
        .where(key.organisation_id == body_id, key.deleted_at.is_(None))
        .order_by(key.valid_to.is_not(None), key.scheme, key.id)
    )
    return tuple(KeyRow(**row._mapping) for row in found)  # noqa: SLF001 - its public name


def _keys_of_entry(entry: RegisterEntry) -> tuple[KeyRow, ...]:
    pairs = ((KeyScheme.AGS, entry.ags), (KeyScheme.ARS, entry.ars))
    return tuple(KeyRow(scheme=scheme.value, value=value) for scheme, value in pairs if value)

"""Gathering of contact lists: of a filter, of bodies, projects, events, cases, or of chosen people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from sqlalchemy import select

from kts_desktop.core import folding
from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.case import AdvisoryCase, CasePerson
from kts_desktop.models.event import Event
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Affiliation, Person
from kts_desktop.models.project import Project, ProjectMember
from kts_desktop.models.registration import Registration
from kts_desktop.models.vocab import EventId
from kts_desktop.services import office_head, person_lists, posts, registration_lists, vocabulary
from kts_desktop.services.paper_head import PAPER_ZONE, Head
from kts_desktop.services.paper_options import Ask, PaperOptions
from kts_desktop.services.person_lists import PersonFilter, PersonRow
from kts_desktop.services.registration_lists import ON_SHEET, RegistrationFilter
from kts_desktop.services.salutations import Name
from kts_desktop.services.typed_names import split_name
from kts_desktop.storage.sessions import Session

OFFICE, BODY, PROJECT, EVENT, PERSON = "", "organisation", "project", "event", "person"
CASE = "advisory_case"
SUBJECTS = frozenset({OFFICE, BODY, PROJECT, EVENT, PERSON, CASE})


class ContactOrder(StrEnum):
    """By what a contact list is sorted."""

    NAME = "name"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsOptions(PaperOptions):
    """Which people a list holds where no record is named, in what order, and what is told of them.

    ``state`` is the key of a federal state, ``body_kind`` a code of the value list ``organisation_kind``.
    """

    text: str = ""
    state: str = ""
    body_kind: str = ""
    order: ContactOrder = ContactOrder.NAME
    phone: bool = True
    mail: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """One person of the list; ``name`` is as it is sorted."""

    name: str
    function: str = ""
    unit: str = ""
    body: str = ""
    phone: str = ""
    mail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactList:
    """The list; ``about`` names the records it is of, ``filters`` are pairs of a word's key and a value."""

    head: Head
    kind: str
    about: tuple[str, ...]
    filters: tuple[tuple[str, str], ...]
    order: ContactOrder
    lines: tuple[ContactLine, ...]
    phone: bool = field(default=True)
    mail: bool = field(default=True)


def gather(session: Session, ask: Ask) -> ContactList:
    """Return the list as asked; raises NotFoundError if one of the records is gone.

    People whose data are restricted, or who were merged into another, stand in no list.
    """
    options = ask.options
    assert isinstance(options, ContactsOptions)
    head = office_head.head(session, language=options.language, now=ask.now, adviser=ask.adviser)
    lines = _FINDERS[ask.kind](session, ask, options)
    if options.order is ContactOrder.BODY:
        lines = sorted(lines, key=lambda line: (not line.body, folding.sort_fold(line.body)))
    return ContactList(
        head=head,
        kind=ask.kind,
        about=_about(session, ask),
        filters=_filters(session, options) if ask.kind == OFFICE else (),
        order=options.order,
        lines=tuple(lines),
        phone=options.phone,
        mail=options.mail,
    )


def _about(session: Session, ask: Ask) -> tuple[str, ...]:
    if ask.kind in (OFFICE, PERSON):
        return ()
    model, name = _NAMES[ask.kind]
    found = {
        row.id: row[1]
        for row in session.execute(
            select(model.id, name).where(model.id.in_(ask.ids), model.deleted_at.is_(None))
        )
    }
    gone = [id_ for id_ in ask.ids if id_ not in found]
    if gone:
        raise NotFoundError("gone", id=gone[0])
    return tuple(found[id_] for id_ in ask.ids)


def _filters(session: Session, options: ContactsOptions) -> tuple[tuple[str, str], ...]:
    labels = vocabulary.many_labels(session, ("state", "organisation_kind"), options.language)
    told = (
        ("filter_text", options.text.strip()),
        ("filter_state", labels["state"].get(options.state, options.state)),
        ("filter_kind", labels["organisation_kind"].get(options.body_kind, options.body_kind)),
    )
    return tuple((key, value) for key, value in told if value)


def _of_office(session: Session, ask: Ask, options: ContactsOptions) -> list[ContactLine]:
    wanted = PersonFilter(text=options.text, state=options.state, kind=options.body_kind)
    today = ask.now.astimezone(PAPER_ZONE).date()
    return _people(session, person_lists.ids(session, wanted, today=today), ask)


def _of_people(session: Session, ask: Ask, _options: ContactsOptions) -> list[ContactLine]:
    return _people(session, _sorted(session, ask.ids), ask)


def _of_bodies(session: Session, ask: Ask, _options: ContactsOptions) -> list[ContactLine]:
    return _at(session, ask.ids, ask)


def _of_projects(session: Session, ask: Ask, _options: ContactsOptions) -> list[ContactLine]:
    member = ProjectMember
    bodies = session.scalars(
        select(member.organisation_id).where(member.project_id.in_(ask.ids), member.deleted_at.is_(None))
    ).all()
    return _at(session, bodies, ask)


def _of_cases(session: Session, ask: Ask, _options: ContactsOptions) -> list[ContactLine]:
    people = session.scalars(
        select(CasePerson.person_id).where(CasePerson.case_id.in_(ask.ids), CasePerson.deleted_at.is_(None))
    ).all()
    return _people(session, _sorted(session, people), ask)


def _of_events(session: Session, ask: Ask, _options: ContactsOptions) -> list[ContactLine]:
    """Return who comes to events; of those who are not in the directory name and body are told."""
    states = tuple(state.value for state in ON_SHEET)
    people = session.scalars(
        select(Registration.person_id).where(
            Registration.event_id.in_(ask.ids),
            Registration.person_id.is_not(None),
            Registration.state.in_(states),
            Registration.deleted_at.is_(None),
        )
    ).all()
    lines = _people(session, _sorted(session, [id_ for id_ in people if id_]), ask)
    for event_id in ask.ids:
        wanted = RegistrationFilter(states=states, walk_in_only=True)
        ids = registration_lists.ids(session, EventId(event_id), wanted)
        rows = registration_lists.rows(session, ids)
        lines += [ContactLine(name=_listed(rows[id_].name), body=rows[id_].body) for id_ in ids]
    return sorted(lines, key=lambda line: folding.name_fold(line.name))


def _at(session: Session, bodies: Sequence[int], ask: Ask) -> list[ContactLine]:
    """Return the people with a post at these bodies today."""
    today = ask.now.astimezone(PAPER_ZONE).date()
    people = session.scalars(
        select(Affiliation.person_id).where(
            Affiliation.organisation_id.in_(bodies), Affiliation.deleted_at.is_(None), posts.is_present(today)
        )
    ).all()
    return _people(session, _sorted(session, people), ask)


def _sorted(session: Session, ids: Sequence[int]) -> list[int]:
    """Return the people who may be named, by name; who was merged stands with the kept record."""
    kept = select(Person.merged_into_id).where(Person.id.in_(ids), Person.merged_into_id.is_not(None))
    return list(
        session.scalars(
            select(Person.id)
            .where(
                Person.id.in_(ids) | Person.id.in_(kept),
                Person.deleted_at.is_(None),
                Person.restricted_at.is_(None),
                Person.merged_into_id.is_(None),
            )
            .order_by(Person.sort_key, Person.id)
        )
    )


def _people(session: Session, ids: Sequence[int], ask: Ask) -> list[ContactLine]:
    today = ask.now.astimezone(PAPER_ZONE).date()
    rows = person_lists.rows(session, ids, today=today)
    return [_line(rows[id_]) for id_ in ids if id_ in rows]


def _listed(typed: str) -> str:
    """Return a typed name as it is sorted: Zaunkönig, Tim."""
    parts = split_name(typed)
    return Name(
        family_name=parts.family,
        given_name=parts.given,
        name_prefix=parts.particle,
    ).listed


def _line(row: PersonRow) -> ContactLine:
    return ContactLine(
        name=row.listed,
        function=row.function,
        unit=row.unit,
        body=row.body,
        phone=row.phone,
        mail=row.mail,
    )


_NAMES: Mapping[str, tuple[Any, Any]] = MappingProxyType(
    {
        BODY: (Organisation, Organisation.name),
        PROJECT: (Project, Project.title),
        EVENT: (Event, Event.title),
        CASE: (AdvisoryCase, AdvisoryCase.number),
    }
)
_FINDERS: Mapping[str, Callable[[Session, Ask, ContactsOptions], list[ContactLine]]] = MappingProxyType(
    {
        OFFICE: _of_office,
        PERSON: _of_people,
        BODY: _of_bodies,
        PROJECT: _of_projects,
        EVENT: _of_events,
        CASE: _of_cases,
    }
)

"""Advisory cases: use cases, and the card of one case. Lists stand in ``case_lists``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import column, func, select, table

from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import NotFoundError, RefusedError, ValidationError
from kts_desktop.core.ids import link_uid
from kts_desktop.models.adviser import Adviser
from kts_desktop.models.case import AdvisoryCase, CasePerson
from kts_desktop.models.declaring import aliased
from kts_desktop.models.link import RecordLink
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Person
from kts_desktop.models.vocab import CaseId, CaseState
from kts_desktop.services import file_numbers, taggings
from kts_desktop.storage.sessions import Session

KIND = AdvisoryCase.__tablename__
_PROJECT = table("project", column("id"), column("title"))  # all of it would be mapped at every start


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDraft:
    """What is entered for a case; the file number is given when it is opened."""

    subject: str
    received_on: date
    organisation_id: int | None = None
    project_id: int | None = None
    advice_form: str = "individual"
    channel: str = "phone"
    state: str = CaseState.NEW.value
    priority: str = "normal"
    lead_id: int | None = None
    deputy_id: int | None = None
    concern: str = ""
    result: str = ""
    file_place: str = ""
    retention_class: str = "case"
    themes: tuple[str, ...] = ()
    guidelines: tuple[str, ...] = ()
    person_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePersonRow:
    """A person of a case."""

    person_id: int
    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedCase:
    """A case that this one refers to."""

    id: CaseId
    number: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCard:
    """Everything the read view of a case shows, names resolved."""

    id: CaseId
    uid: bytes
    number: str
    subject: str
    organisation_id: int | None
    body: str
    body_state: str
    body_district: str
    project_id: int | None
    project: str
    advice_form: str
    channel: str
    received_on: date
    state: str
    priority: str
    lead_id: int | None
    lead: str
    deputy_id: int | None
    deputy: str
    concern: str
    result: str
    closed_on: date | None
    filed_on: date | None
    retention_class: str
    file_place: str
    next_due_on: date | None
    last_note_at: datetime | None
    deleted_at: datetime | None
    themes: tuple[str, ...] = ()
    guidelines: tuple[str, ...] = ()
    people: tuple[CasePersonRow, ...] = ()
    related: tuple[RelatedCase, ...] = ()


def open_case(session: Session, draft: CaseDraft, *, number: str = "", source: str = "") -> CaseId:
    """Open a case under the next file number of this laptop; raises ValidationError."""
    _check(draft)
    case = AdvisoryCase(
        number=number or file_numbers.next_number(session, draft.received_on),
        subject=draft.subject.strip(),
        received_on=draft.received_on,
        organisation_id=draft.organisation_id,
        project_id=draft.project_id,
        advice_form=draft.advice_form,
        channel=draft.channel,
        state=draft.state,
        priority=draft.priority,
        lead_id=draft.lead_id,
        deputy_id=draft.deputy_id,
        concern=draft.concern.strip(),
        result=draft.result.strip(),
        file_place=draft.file_place.strip(),
        retention_class=draft.retention_class,
        closed_on=draft.received_on if draft.state in _ENDED else None,
        source=source,
    )
    session.add(case)
    session.flush()
    _set_links(session, case, draft, source=source)
    return CaseId(case.id)


def edit(session: Session, case_id: CaseId, draft: CaseDraft) -> None:
    """Change a case; its file number stays. Raises NotFoundError or ValidationError."""
    _check(draft)
    case = _alive(session, case_id)
    for name in _PLAIN:
        value = getattr(draft, name)
        setattr(case, name, value.strip() if isinstance(value, str) else value)
    if draft.state != case.state:
        _enter_state(case, CaseState(draft.state), utc_now().astimezone().date())
    _set_links(session, case, draft)


def set_state(session: Session, case_ids: Sequence[CaseId], state: CaseState, on: date) -> None:
    """Put cases into a state, as one step; closing and filing keep their day."""
    for case_id in case_ids:
        _enter_state(_alive(session, case_id), state, on)


def delete(session: Session, case_ids: Sequence[CaseId]) -> None:
    """Move cases to the bin; their notes and tasks stay with them."""
    for case_id in case_ids:
        _alive(session, case_id).deleted_at = utc_now()


def restore(session: Session, case_id: CaseId) -> None:
    """Take a case out of the bin."""
    case = session.get(AdvisoryCase, case_id)
    if case is None:
        raise NotFoundError("gone", id=case_id)
    case.deleted_at = None


def relate(session: Session, case_id: CaseId, other_id: CaseId, *, source: str = "") -> None:
    """Note that two cases belong together; raises RefusedError for a case and itself."""
    if case_id == other_id:
        raise RefusedError("case_relates_to_itself")
    left, right = sorted((_alive(session, case_id).uid, _alive(session, other_id).uid))
    uid = link_uid("record_link", left, right)
    link = session.scalar(select(RecordLink).where(RecordLink.uid == uid))
    if link is not None:
        link.deleted_at = None
        return
    session.add(RecordLink(uid=uid, left_kind=KIND, left=left, right_kind=KIND, right=right, source=source))
    session.flush()


def draft_of(session: Session, case_id: CaseId) -> CaseDraft:
    """Return what a form edits."""
    case = _alive(session, case_id)
    return CaseDraft(
        **{name: getattr(case, name) for name in _PLAIN},
        state=case.state,
        themes=taggings.codes(session, case.uid, taggings.THEME),
        guidelines=taggings.codes(session, case.uid, taggings.GUIDELINE),
        person_ids=tuple(person.person_id for person in _people(session, case_id)),
    )


def card(session: Session, case_id: CaseId) -> CaseCard:
    """Return everything about a case, also of one in the bin; raises NotFoundError."""
    lead, deputy = aliased(Adviser), aliased(Adviser)
    query = (
        select(
            *(getattr(AdvisoryCase, name) for name in _CARD),
            func.coalesce(Organisation.name, "").label("body"),
            func.coalesce(Organisation.state, "").label("body_state"),
            func.coalesce(Organisation.district, "").label("body_district"),
            func.coalesce(_PROJECT.c.title, "").label("project"),
            func.coalesce(lead.name, "").label("lead"),
            func.coalesce(deputy.name, "").label("deputy"),
        )
        .outerjoin(Organisation.__table__, Organisation.id == AdvisoryCase.organisation_id)
        .outerjoin(_PROJECT, _PROJECT.c.id == AdvisoryCase.project_id)
        .outerjoin(lead, lead.id == AdvisoryCase.lead_id)
        .outerjoin(deputy, deputy.id == AdvisoryCase.deputy_id)
        .where(AdvisoryCase.id == case_id)
    )
    row = session.execute(query).one_or_none()
    if row is None:
        raise NotFoundError("gone", id=case_id)
    return CaseCard(
        **row._mapping,  # noqa: SLF001 - its public name
        themes=taggings.codes(session, row.uid, taggings.THEME),
        guidelines=taggings.codes(session, row.uid, taggings.GUIDELINE),
        people=tuple(_people(session, case_id)),
        related=tuple(_related(session, row.uid)),
    )


def _people(session: Session, case_id: CaseId) -> list[CasePersonRow]:
    found = session.execute(
        select(Person.id, Person.degree, Person.given_name, Person.family_name, CasePerson.role)
        .join(Person.__table__, Person.id == CasePerson.person_id)
        .where(CasePerson.case_id == case_id, CasePerson.deleted_at.is_(None), Person.deleted_at.is_(None))
        .order_by(CasePerson.position, CasePerson.id)
    )
    return [
        CasePersonRow(person_id=id_, name=" ".join(filter(None, (degree, given, family))), role=role)
        for id_, degree, given, family, role in found
    ]


def _related(session: Session, uid: bytes) -> list[RelatedCase]:
    right = select(RecordLink.right).where(RecordLink.left == uid, RecordLink.deleted_at.is_(None))
    left = select(RecordLink.left).where(RecordLink.right == uid, RecordLink.deleted_at.is_(None))
    found = session.execute(
        select(
            AdvisoryCase.id, AdvisoryCase.number, AdvisoryCase.subject, func.coalesce(Organisation.name, "")
        )
        .outerjoin(Organisation.__table__, Organisation.id == AdvisoryCase.organisation_id)
        .where(AdvisoryCase.uid.in_(right.union_all(left)), AdvisoryCase.deleted_at.is_(None))
        .order_by(AdvisoryCase.received_on.desc(), AdvisoryCase.id)
    )
    return [
        RelatedCase(id=CaseId(id_), number=number, subject=subject, body=body)
        for id_, number, subject, body in found
    ]


def _set_links(session: Session, case: AdvisoryCase, draft: CaseDraft, *, source: str = "") -> None:
    taggings.set_codes(session, KIND, case.uid, taggings.THEME, draft.themes, source=source)
    taggings.set_codes(session, KIND, case.uid, taggings.GUIDELINE, draft.guidelines, source=source)
    links = session.scalars(select(CasePerson).where(CasePerson.case_id == case.id))
    present = {link.person_id: link for link in links}
    for person_id, link in present.items():
        link.deleted_at = None if person_id in draft.person_ids else (link.deleted_at or utc_now())
    for position, person_id in enumerate(dict.fromkeys(draft.person_ids)):
        if person_id in present:
            present[person_id].position = position
            continue
        person_uid = session.scalar(select(Person.uid).where(Person.id == person_id))
        if person_uid is None:
            raise NotFoundError("gone", id=person_id)
        uid = link_uid("case_person", case.uid, person_uid)
        session.add(
            CasePerson(uid=uid, case_id=case.id, person_id=person_id, position=position, source=source)
        )
    session.flush()


def _enter_state(case: AdvisoryCase, state: CaseState, on: date) -> None:
    case.state = state.value
    if state is CaseState.FILED:
        case.filed_on = case.filed_on or on
        case.closed_on = case.closed_on or on
    elif state is CaseState.CLOSED:
        case.closed_on, case.filed_on = case.closed_on or on, None
    else:
        case.closed_on = case.filed_on = None


def _alive(session: Session, case_id: CaseId) -> AdvisoryCase:
    case = session.get(AdvisoryCase, case_id)
    if case is None or case.deleted_at is not None:
        raise NotFoundError("gone", id=case_id)
    return case


def _check(draft: CaseDraft) -> None:
    if not draft.subject.strip():
        raise ValidationError("subject", "blank")
    if draft.state not in set(CaseState):
        raise ValidationError("state", "unknown_word", word=draft.state)


_ENDED = (CaseState.CLOSED, CaseState.FILED)
_PLAIN = (
    "subject",
    "received_on",
    "organisation_id",
    "project_id",
    "advice_form",
    "channel",
    "priority",
    "lead_id",
    "deputy_id",
    "concern",
    "result",
    "file_place",
    "retention_class",
)
_CARD = (
    *_PLAIN,
    "id",
    "uid",
    "number",
    "state",
    "closed_on",
    "filed_on",
    "next_due_on",
    "last_note_at",
    "deleted_at",
)

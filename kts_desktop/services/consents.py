"""Consents of people: what for, in which wording, when and how given, when withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import NotFoundError, RefusedError, ValidationError
from kts_desktop.models.person import Consent, Person
from kts_desktop.services import persons
from kts_desktop.storage.sessions import Session

KIND = Consent.__tablename__
REFERRAL = "peer_referral"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentDraft:
    """What is entered for a consent; ``wording`` names the version of the text that was agreed to."""

    purpose: str = ""  # value list consent_purpose
    wording: str = ""
    given_on: date | None = None
    way: str = ""
    proof: str = ""
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRow:
    """A consent as a card shows it."""

    id: int
    person_id: int
    purpose: str
    wording: str
    given_on: date | None
    way: str
    proof: str
    withdrawn_on: date | None

    @property
    def is_in_force(self) -> bool:
        """Tell whether it was given and not withdrawn."""
        return self.given_on is not None and self.withdrawn_on is None


def add(session: Session, person_id: int, draft: ConsentDraft, *, source: str = "") -> int:
    """Note a consent; raises ValidationError."""
    _check(draft)
    person = session.get(Person, person_id)
    if person is None or person.deleted_at is not None:
        raise NotFoundError("gone", id=person_id)
    consent = Consent(
        person_id=person_id,
        purpose=draft.purpose,
        wording=draft.wording.strip(),
        given_on=draft.given_on,
        way=draft.way.strip(),
        proof=draft.proof.strip(),
        withdrawn_on=draft.withdrawn_on,
        source=source,
    )
    session.add(consent)
    session.flush()
    return consent.id


def edit(session: Session, consent_id: int, draft: ConsentDraft) -> None:
    """Correct a consent; raises NotFoundError or ValidationError."""
    _check(draft)
    consent = _alive(session, consent_id)
    consent.purpose, consent.wording = draft.purpose, draft.wording.strip()
    consent.given_on, consent.withdrawn_on = draft.given_on, draft.withdrawn_on
    consent.way, consent.proof = draft.way.strip(), draft.proof.strip()


def withdraw(session: Session, consent_id: int, on: date) -> None:
    """Note that a consent was withdrawn; it stays in the record. Raises RefusedError if it was before."""
    consent = _alive(session, consent_id)
    if consent.withdrawn_on is not None:
        raise RefusedError("consent_withdrawn")
    consent.withdrawn_on = on


def remove(session: Session, consent_id: int) -> None:
    """Move a consent entered by mistake to the bin."""
    _alive(session, consent_id).deleted_at = utc_now()


def draft_of(session: Session, consent_id: int) -> ConsentDraft:
    """Return what a form starts from; raises NotFoundError."""
    consent = _alive(session, consent_id)
    return ConsentDraft(
        purpose=consent.purpose,
        wording=consent.wording,
        given_on=consent.given_on,
        way=consent.way,
        proof=consent.proof,
        withdrawn_on=consent.withdrawn_on,
    )


def of_people(session: Session, person_ids: Sequence[int]) -> list[ConsentRow]:
    """Return the consents of people, the newest first."""
    found = session.execute(
        select(
            Consent.id,
            Consent.person_id,
            Consent.purpose,
            Consent.wording,
            Consent.given_on,
            Consent.way,
            Consent.proof,
            Consent.withdrawn_on,
        )
        .where(Consent.person_id.in_(person_ids), Consent.deleted_at.is_(None))
        .order_by(Consent.given_on.desc(), Consent.id.desc())
    )
    return [ConsentRow(**row._mapping) for row in found]  # noqa: SLF001 - its public name


def has_given(session: Session, person_id: int, purpose: str) -> bool:
    """Tell whether a person agreed to a purpose and did not withdraw since; the last word counts."""
    about = [
        consent
        for consent in of_people(session, persons.family(session, person_id))
        if consent.purpose == purpose
    ]
    return bool(about) and about[0].is_in_force


def _check(draft: ConsentDraft) -> None:
    if not draft.purpose:
        raise ValidationError("purpose", "blank")
    if draft.given_on is None:
        raise ValidationError("given_on", "blank")
    if draft.withdrawn_on is not None and draft.withdrawn_on < draft.given_on:
        raise ValidationError("withdrawn_on", "ends_before_start")


def _alive(session: Session, consent_id: int) -> Consent:
    consent = session.get(Consent, consent_id)
    if consent is None or consent.deleted_at is not None:
        raise NotFoundError("gone", id=consent_id)
    return consent

"""Whole lists of records in one step: what an import does, checked like typing, one undo for all.

Links of a record (people of a case, themes) are not part of a bulk step.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from kts_desktop.core.errors import ValidationError
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.note import Note
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Affiliation, Person
from kts_desktop.services.cases import CaseDraft
from kts_desktop.services.notes import NoteDraft
from kts_desktop.services.organisations import OrganisationDraft
from kts_desktop.services.persons import PersonDraft
from kts_desktop.storage import bulk
from kts_desktop.storage.bulk import Progress
from kts_desktop.storage.sessions import Session

_CASE = (
    "subject",
    "received_on",
    "organisation_id",
    "project_id",
    "advice_form",
    "channel",
    "state",
    "priority",
    "lead_id",
    "deputy_id",
    "concern",
    "result",
    "file_place",
    "retention_class",
)
_NOTE = (
    "kind",
    "happened_at",
    "text",
    "title",
    "duration_min",
    "next_step",
    "author_id",
    "case_id",
    "organisation_id",
    "project_id",
    "event_id",
    "caller",
)
_PERSON = (
    "family_name",
    "given_name",
    "salutation",
    "degree",
    "name_prefix",
    "name_suffix",
    "office_title",
    "letter_salutation",
    "language",
    "pronouns",
    "informed_on",
    "remark",
)
_BODY = ("kind", "name", "designation", "state", "district", "population", "population_source")
_POST = ("person_id", "organisation_id", "function")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedCase:
    """A case with the file number it brings along."""

    number: str
    draft: CaseDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAt:
    """A person and the body where they work; None for nowhere."""

    draft: PersonDraft
    organisation_id: int | None = None
    function: str = ""


def add_bodies(
    session: Session, drafts: Sequence[OrganisationDraft], progress: Progress | None = None
) -> range:
    """Add bodies and return their ids; raises ValidationError for the first that is wrong."""
    return bulk.insert_many(session, Organisation, _BODY, _rows(drafts, _BODY, "name"), progress)


def add_people(session: Session, people: Sequence[PersonAt], progress: Progress | None = None) -> range:
    """Add people with their posts and return their ids; raises ValidationError."""
    rows = _rows([one.draft for one in people], _PERSON, "family_name")
    ids = bulk.insert_many(session, Person, _PERSON, rows, progress)
    posts = [
        (id_, one.organisation_id, one.function)
        for id_, one in zip(ids, people, strict=True)
        if one.organisation_id is not None
    ]
    bulk.insert_many(session, Affiliation, _POST, posts, progress)
    return ids


def add_cases(session: Session, cases: Sequence[NumberedCase], progress: Progress | None = None) -> range:
    """Add cases under the numbers they bring and return their ids; raises ValidationError."""
    drafts = _rows([one.draft for one in cases], _CASE, "subject")
    rows = [(one.number, *row) for one, row in zip(cases, drafts, strict=True)]
    return bulk.insert_many(session, AdvisoryCase, ("number", *_CASE), rows, progress)


def add_notes(session: Session, drafts: Sequence[NoteDraft], progress: Progress | None = None) -> range:
    """Add notes and return their ids; raises ValidationError."""
    return bulk.insert_many(session, Note, _NOTE, _rows(drafts, _NOTE, "text"), progress)


def _rows(drafts: Sequence[Any], columns: Sequence[str], required: str) -> list[tuple[Any, ...]]:
    take, place = attrgetter(*columns), columns.index(required)
    rows = [take(draft) for draft in drafts]
    if not all(row[place].strip() for row in rows):
        raise ValidationError(required, "blank")
    return rows

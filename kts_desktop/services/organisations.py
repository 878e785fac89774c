"""Bodies: adding, editing, official keys, the bin. Taking over from the directory: ``directory``."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import select

from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import NotFoundError, ValidationError
from kts_desktop.models.organisation import Organisation, OrganisationKey
from kts_desktop.models.vocab import KeyScheme, OrganisationId
from kts_desktop.storage.sessions import Session

KIND = Organisation.__tablename__
_KEY_LENGTHS = {KeyScheme.AGS: (2, 3, 5, 8), KeyScheme.ARS: (2, 3, 5, 9, 12)}
_MOST_PARENTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationDraft:
    """What is entered for a body; its keys and contact points are records of their own."""

    name: str = ""
    kind: str = "municipality"  # value list organisation_kind
    designation: str = ""
    short_name: str = ""
    body_type: str = ""  # value list body_type
    state: str = ""  # official key of the federal state
    district: str = ""
    country: str = "DE"
    population: int | None = None
    population_as_of: date | None = None
    population_source: str = ""
    area_ha: int | None = None
    language: str = "de"
    parent_id: int | None = None
    seat: str = ""
    budget_emergency: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDraft:
    """An official key, dated; a key that ended may name its successor."""

    scheme: KeyScheme
    value: str
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str = ""


def add(session: Session, draft: OrganisationDraft, *, source: str = "") -> OrganisationId:
    """Add a body; raises ValidationError."""
    body = Organisation(**_checked(session, draft, None), source=source)
    session.add(body)
    session.flush()
    return OrganisationId(body.id)


def edit(session: Session, organisation_id: int, draft: OrganisationDraft) -> None:
    """Change a body; raises NotFoundError or ValidationError."""
    body = _alive(session, organisation_id)
    for column, value in _checked(session, draft, organisation_id).items():
        setattr(body, column, value)


def delete(session: Session, organisation_ids: Sequence[int]) -> None:
    """Move bodies to the bin; their people, cases and notes stay as they are."""
    for organisation_id in organisation_ids:
        _alive(session, organisation_id).deleted_at = utc_now()


def restore(session: Session, organisation_id: int) -> None:
    """Take a body out of the bin."""
    body = session.get(Organisation, organisation_id)
    if body is None:
        raise NotFoundError("gone", id=organisation_id)
    body.deleted_at = None


def draft_of(session: Session, organisation_id: int) -> OrganisationDraft:
    """Return what a form starts from; raises NotFoundError."""
    body = _alive(session, organisation_id)
    return OrganisationDraft(**{name: getattr(body, name) for name in _FIELDS})


def add_key(session: Session, organisation_id: int, draft: KeyDraft, *, source: str = "") -> int:
    """Give a body an official key; raises ValidationError."""
    _alive(session, organisation_id)
    value = _checked_key(draft)
    key = OrganisationKey(
        organisation_id=organisation_id,
        scheme=draft.scheme.value,
        value=value,
        valid_from=draft.valid_from,
        valid_to=draft.valid_to,
        successor=draft.successor.strip(),
        source=source,
    )
    session.add(key)
    session.flush()
    return key.id


def edit_key(session: Session, key_id: int, draft: KeyDraft) -> None:
    """Change an official key, for instance to note when it ended; raises ValidationError."""
    key = _key(session, key_id)
    key.scheme, key.value = draft.scheme.value, _checked_key(draft)
    key.valid_from, key.valid_to = draft.valid_from, draft.valid_to
    key.successor = draft.successor.strip()


def remove_key(session: Session, key_id: int) -> None:
    """Move a key entered by mistake to the bin."""
    _key(session, key_id).deleted_at = utc_now()


_FIELDS = tuple(field.name for field in fields(OrganisationDraft))


def _checked(session: Session, draft: OrganisationDraft, organisation_id: int | None) -> dict[str, Any]:
    if not draft.name.strip():
        raise ValidationError("name", "blank")
    if not draft.kind:
        raise ValidationError("kind", "blank")
    if draft.population is not None and draft.population < 1:
        raise ValidationError("population", "number_too_small")
    if draft.population is not None and not draft.population_source.strip():
        raise ValidationError("population_source", "population_without_source")
    _refuse_circle(session, organisation_id, draft.parent_id)
    values = {name: getattr(draft, name) for name in _FIELDS}
    return {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}


def _refuse_circle(session: Session, organisation_id: int | None, parent_id: int | None) -> None:
    """Refuse a body that would stand above itself."""
    place = parent_id
    for _ in range(_MOST_PARENTS):
        if place is None:
            return
        if place == organisation_id:
            raise ValidationError("parent_id", "parent_of_itself")
        place = session.scalar(select(Organisation.parent_id).where(Organisation.id == place))


def _checked_key(draft: KeyDraft) -> str:
    value = "".join(draft.value.split())
    if not value:
        raise ValidationError("value", "blank")
    lengths = _KEY_LENGTHS.get(draft.scheme)
    if lengths and not (value.isdigit() and len(value) in lengths):
        raise ValidationError("value", "key_form")
    if draft.valid_from and draft.valid_to and draft.valid_to < draft.valid_from:
        raise ValidationError("valid_to", "ends_before_start")
    return value


def _alive(session: Session, organisation_id: int) -> Organisation:
    body = session.get(Organisation, organisation_id)
    if body is None or body.deleted_at is not None:
        raise NotFoundError("gone", id=organisation_id)
    return body


def _key(session: Session, key_id: int) -> OrganisationKey:
    key = session.get(OrganisationKey, key_id)
    if key is None or key.deleted_at is not None:
        raise NotFoundError("gone", id=key_id)
    return key

"""Ways to reach people, posts and bodies: phones, mail, web, postal addresses."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, select, update

from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import NotFoundError, ValidationError
from kts_desktop.models.base import Record
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import Affiliation, ContactPoint, Person
from kts_desktop.models.vocab import ContactKind
from kts_desktop.services import phones
from kts_desktop.storage.sessions import Session

KIND = "contact_point"
CALLED = (ContactKind.PHONE, ContactKind.MOBILE)
DIALLED = (*CALLED, ContactKind.FAX)
_MAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>.]+(?:\.[^@\s,;<>.]+)+")
_NAMED_MAIL = re.compile(r"^[^<>]*<([^<>]+)>$|^mailto:(.+)$", re.IGNORECASE)
_SCHEME = re.compile(r"^https?://(?:www\.)?|^www\.", re.IGNORECASE)


class Of(StrEnum):
    """Whom a contact point belongs to."""

    PERSON = "person"
    POST = "affiliation"
    BODY = "organisation"


@dataclass(frozen=True, slots=True)
class Owner:
    """The person, post or body a contact point belongs to."""

    of: Of
    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDraft:
    """A way to reach somebody, as entered; an address needs no ``value``, all others need nothing else."""

    kind: ContactKind
    value: str = ""
    label: str = ""
    preferred: bool = False
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""

    @property
    def is_address(self) -> bool:
        """Tell whether this is a postal address."""
        return self.kind is ContactKind.POSTAL


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """A way to reach somebody, as shown: ``shown`` after DIN 5008, ``value`` as it was typed."""

    id: int
    kind: ContactKind
    value: str
    shown: str
    normal: str
    label: str
    preferred: bool
    owner: Owner
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""


def add(session: Session, owner: Owner, draft: ContactDraft, *, source: str = "") -> int:
    """Add a way to reach somebody; raises ValidationError, and NotFoundError for an owner who is gone."""
    _check_owner(session, owner)
    owned: dict[str, Any] = {f"{owner.of.value}_id": owner.id}
    point = ContactPoint(kind=draft.kind.value, source=source, **_checked(draft), **owned)
    session.add(point)
    session.flush()
    if draft.preferred:
        _prefer_only(session, point)
    return point.id


def edit(session: Session, contact_id: int, draft: ContactDraft) -> None:
    """Change a way to reach somebody; raises ValidationError or NotFoundError."""
    point = _alive(session, contact_id)
    point.kind = draft.kind.value
    for column, value in _checked(draft).items():
        setattr(point, column, value)
    session.flush()
    if draft.preferred:
        _prefer_only(session, point)


def remove(session: Session, contact_id: int) -> None:
    """Move a way to reach somebody to the bin; raises NotFoundError."""
    _alive(session, contact_id).deleted_at = utc_now()


def draft_of(session: Session, contact_id: int) -> ContactDraft:
    """Return what a form starts from; raises NotFoundError."""
    point = _alive(session, contact_id)
    return ContactDraft(
        kind=ContactKind(point.kind),
        value=point.value,
        label=point.label,
        preferred=point.preferred,
        street=point.street,
        postcode=point.postcode,
        city=point.city,
        country=point.country,
    )


def lines(session: Session, *owners: Owner) -> list[ContactLine]:
    """Return the ways to reach some owners: the preferred first, phones before mail before the rest.

    The same number or address on two owners, as after a merge, is told once.
    """
    found: list[ContactLine] = []
    known: set[tuple[str, str]] = set()
    for owner in owners:
        rows = session.execute(select(*_COLUMNS).where(_belongs(owner), ContactPoint.deleted_at.is_(None)))
        for row in rows:
            line = _line(owner, row)
            if line.normal and (line.kind, line.normal) in known:
                continue
            known.add((line.kind, line.normal))
            found.append(line)
    order = list(ContactKind)
    places = {kind: place for place, kind in enumerate((*CALLED, *(k for k in order if k not in CALLED)))}
    return sorted(found, key=lambda line: (places[line.kind], not line.preferred, line.id))


def normal(draft: ContactDraft) -> str:
    """Return the form by which a contact point is looked up: E.164, or lower case without ornaments."""
    if draft.kind in DIALLED:
        return phones.dialled(draft.value)
    if draft.is_address:
        return ""
    value = draft.value.strip().lower()
    return _SCHEME.sub("", value).rstrip("/") if draft.kind is ContactKind.WEB else value


def postal(street: str, postcode: str, city: str) -> str:
    """Return an address in one line."""
    town = " ".join(part for part in (postcode, city) if part)
    return ", ".join(part for part in (street, town) if part)


_COLUMNS = (
    ContactPoint.id,
    ContactPoint.kind,
    ContactPoint.value,
    ContactPoint.normal,
    ContactPoint.label,
    ContactPoint.preferred,
    ContactPoint.street,
    ContactPoint.postcode,
    ContactPoint.city,
    ContactPoint.country,
)


def _line(owner: Owner, row: Any) -> ContactLine:
    values = dict(row._mapping)  # noqa: SLF001 - its public name
    kind = values["kind"] = ContactKind(row.kind)
    if kind is ContactKind.POSTAL:
        shown = postal(row.street, row.postcode, row.city) or row.value
    else:
        shown = phones.shown(row.value) if kind in DIALLED else row.value
    return ContactLine(owner=owner, shown=shown, **values)


def _checked(draft: ContactDraft) -> dict[str, Any]:
    """Return the columns of a draft; raises ValidationError. A phone is kept even if it cannot be read."""
    value = draft.value.strip()
    if draft.kind is ContactKind.EMAIL:
        value = _bare_mail(value)
    if draft.is_address:
        if not (draft.street.strip() or draft.city.strip()):
            raise ValidationError("city", "blank")
        value = value or postal(draft.street.strip(), draft.postcode.strip(), draft.city.strip())
    elif not value:
        raise ValidationError("value", "blank")
    if draft.kind is ContactKind.EMAIL and not _MAIL.fullmatch(value):
        raise ValidationError("value", "email_form", value=value)
    return {
        "value": value,
        "normal": normal(ContactDraft(kind=draft.kind, value=value)),
        "label": draft.label.strip(),
        "preferred": draft.preferred,
        "street": draft.street.strip(),
        "postcode": draft.postcode.strip(),
        "city": draft.city.strip(),
        "country": draft.country.strip().upper(),
    }


def _bare_mail(text: str) -> str:
    named = _NAMED_MAIL.match(text)
    return (named.group(1) or named.group(2)).strip() if named else text


def _belongs(owner: Owner) -> ColumnElement[bool]:
    column = {
        Of.PERSON: ContactPoint.person_id,
        Of.POST: ContactPoint.affiliation_id,
        Of.BODY: ContactPoint.organisation_id,
    }[owner.of]
    return column == owner.id


def _prefer_only(session: Session, point: ContactPoint) -> None:
    session.execute(
        update(ContactPoint)
        .where(
            ContactPoint.id != point.id,
            ContactPoint.kind == point.kind,
            ContactPoint.person_id.is_(point.person_id),
            ContactPoint.affiliation_id.is_(point.affiliation_id),
            ContactPoint.organisation_id.is_(point.organisation_id),
            ContactPoint.preferred.is_(True),
            ContactPoint.deleted_at.is_(None),
        )
        .values(preferred=False, updated_at=utc_now())
    )


def _check_owner(session: Session, owner: Owner) -> None:
    tables: dict[Of, type[Record]] = {Of.PERSON: Person, Of.POST: Affiliation, Of.BODY: Organisation}
    table = tables[owner.of]
    if session.scalar(select(table.id).where(table.id == owner.id, table.deleted_at.is_(None))) is None:
        raise NotFoundError("gone", id=owner.id)


def _alive(session: Session, contact_id: int) -> ContactPoint:
    point = session.get(ContactPoint, contact_id)
    if point is None or point.deleted_at is not None:
        raise NotFoundError("gone", id=contact_id)
    return point

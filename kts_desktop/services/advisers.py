"""The office's advisers: who there is, who acts here, who stands in for whom."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from kts_desktop.core.errors import NotFoundError, ValidationError
from kts_desktop.models.adviser import Absence, Adviser
from kts_desktop.models.declaring import aliased
from kts_desktop.models.journal import meta
from kts_desktop.models.vocab import AdviserId
from kts_desktop.storage.sessions import Session

KIND = Adviser.__tablename__
_ME = "adviser_uid"  # in ``meta``: local to this laptop, never exchanged


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviserDraft:
    """What is entered about an adviser; ``mark`` is the letter in file numbers given on their laptop."""

    name: str
    mark: str = ""
    unit: str = ""
    email: str = ""
    phone: str = ""
    left_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviserRow:
    """An adviser in choices and lists."""

    id: AdviserId
    uid: bytes
    name: str
    mark: str
    unit: str
    email: str
    phone: str
    left_on: date | None


_ROWS = select(
    Adviser.id,
    Adviser.uid,
    Adviser.name,
    Adviser.mark,
    Adviser.unit,
    Adviser.email,
    Adviser.phone,
    Adviser.left_on,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """An absence running today: who is away, who stands in, until when."""

    adviser_id: AdviserId
    adviser: str
    deputy_id: AdviserId | None
    deputy: str
    ends_on: date


def everyone(session: Session, *, today: date | None = None) -> list[AdviserRow]:
    """Return all advisers by name; with ``today`` only those who have not left."""
    query = _ROWS.where(Adviser.deleted_at.is_(None)).order_by(Adviser.name)
    if today is not None:
        query = query.where(or_(Adviser.left_on.is_(None), Adviser.left_on >= today))
    return [AdviserRow(**row._mapping) for row in session.execute(query)]  # noqa: SLF001 - its public name


def choices(session: Session, *, today: date | None = None) -> list[tuple[AdviserId, str]]:
    """Return (id, name) of advisers, as a choice offers them."""
    return [(row.id, row.name) for row in everyone(session, today=today)]


def me(session: Session) -> AdviserRow | None:
    """Return the adviser of this laptop; None before set-up."""
    uid = session.scalar(select(meta.c.value).where(meta.c.key == _ME))
    row = session.execute(_ROWS.where(Adviser.uid == bytes.fromhex(uid))).one_or_none() if uid else None
    return AdviserRow(**row._mapping) if row else None  # noqa: SLF001 - its public name


def be(session: Session, adviser_id: AdviserId) -> None:
    """Make an adviser the one of this laptop."""
    adviser = session.get(Adviser, adviser_id)
    if adviser is None:
        raise NotFoundError("gone", id=adviser_id)
    session.execute(meta.delete().where(meta.c.key == _ME))
    session.execute(meta.insert().values(key=_ME, value=adviser.uid.hex()))


def add(session: Session, draft: AdviserDraft) -> AdviserId:
    """Add an adviser; raises ValidationError if the name is blank."""
    _check(draft)
    adviser = Adviser(
        name=draft.name.strip(),
        mark=draft.mark.strip(),
        unit=draft.unit.strip(),
        email=draft.email.strip(),
        phone=draft.phone.strip(),
        left_on=draft.left_on,
    )
    session.add(adviser)
    session.flush()
    return AdviserId(adviser.id)


def edit(session: Session, adviser_id: AdviserId, draft: AdviserDraft) -> None:
    """Change an adviser's data."""
    _check(draft)
    adviser = session.get(Adviser, adviser_id)
    if adviser is None or adviser.deleted_at is not None:
        raise NotFoundError("gone", id=adviser_id)
    adviser.name, adviser.mark, adviser.unit = draft.name.strip(), draft.mark.strip(), draft.unit.strip()
    adviser.email, adviser.phone, adviser.left_on = draft.email.strip(), draft.phone.strip(), draft.left_on


def stand_ins(session: Session, today: date) -> list[StandIn]:
    """Return the absences that run today."""
    away, deputy = aliased(Adviser), aliased(Adviser)
    found = session.execute(
        select(away.id, away.name, deputy.id, deputy.name, Absence.ends_on)
        .join(away, away.id == Absence.adviser_id)
        .outerjoin(deputy, deputy.id == Absence.deputy_id)
        .where(Absence.deleted_at.is_(None), Absence.starts_on <= today, Absence.ends_on >= today)
        .order_by(away.name)
    )
    return [
        StandIn(
            adviser_id=AdviserId(a),
            adviser=name,
            deputy_id=AdviserId(d) if d else None,
            deputy=deputy_name or "",
            ends_on=ends,
        )
        for a, name, d, deputy_name, ends in found
    ]


def _check(draft: AdviserDraft) -> None:
    if not draft.name.strip():
        raise ValidationError("name", "blank")

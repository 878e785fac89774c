"""Disposal of cases: filed, kept as long as the retention class says, proposed, approved, erased for good.

Proposing and approving are two steps, so that nobody erases a file in passing. A class whose end no day of
the case tells (of archival value, relevant to funding) is never due by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kts_desktop.core.changes import Changes
from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.core.errors import NotFoundError, RefusedError
from kts_desktop.core.ids import link_uid
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.vocab import CaseState
from kts_desktop.models.vocabulary import Setting
from kts_desktop.services import disposal_log, retention_periods
from kts_desktop.services.disposal_log import Disposal
from kts_desktop.storage import erasing
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import Store

KIND = AdvisoryCase.__tablename__
_PROPOSED = "disposal.proposed."


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCase:
    """A case whose period is over; ``proposed_on`` is None until it was proposed for disposal."""

    id: int
    uid: bytes
    number: str
    subject: str
    retention_class: str
    filed_on: date
    kept_until: date
    proposed_on: date | None = None


def due(session: Session, today: date) -> list[DueCase]:
    """Return the filed cases whose period is over, the longest overdue first; those in the bin as well."""
    periods = retention_periods.periods(session)
    proposed = _proposals(session)
    rows = session.execute(
        select(
            AdvisoryCase.id,
            AdvisoryCase.uid,
            AdvisoryCase.number,
            AdvisoryCase.subject,
            AdvisoryCase.retention_class,
            AdvisoryCase.filed_on,
            AdvisoryCase.closed_on,
        ).where(AdvisoryCase.state == CaseState.FILED.value)
    )
    found = []
    for id_, uid, number, subject, class_, filed_on, closed_on in rows:
        period = periods.get(class_, retention_periods.ENDLESS)
        kept_until = period.kept_until(filed_on=filed_on, closed_on=closed_on)
        if filed_on is None or kept_until is None or kept_until >= today:
            continue
        found.append(
            DueCase(
                id=id_,
                uid=uid,
                number=number,
                subject=subject,
                retention_class=class_,
                filed_on=filed_on,
                kept_until=kept_until,
                proposed_on=proposed.get(_key(uid)),
            )
        )
    return sorted(found, key=lambda one: (one.kept_until, one.number))


def propose(session: Session, case_ids: Sequence[int], today: date) -> None:
    """Propose cases for disposal; one proposed already keeps its day.

    Raises NotFoundError, or RefusedError ``disposal_not_due``.
    """
    for case in _all_due(session, case_ids, today):
        if case.proposed_on is not None:
            continue
        key = _key(case.uid)
        row = session.scalar(select(Setting).where(Setting.key == key))
        if row is None:
            session.add(Setting(uid=_uid(key), key=key, value=today.isoformat()))
        else:
            row.value, row.deleted_at = today.isoformat(), None
    session.flush()


def withdraw(session: Session, case_ids: Sequence[int]) -> None:
    """Take proposals back; raises NotFoundError, or RefusedError ``disposal_not_proposed``."""
    for case_id in case_ids:
        uid, number = _named(session, case_id)
        row = session.scalar(select(Setting).where(Setting.key == _key(uid), Setting.deleted_at.is_(None)))
        if row is None:
            raise RefusedError("disposal_not_proposed", number=number)
        row.deleted_at = utc_now()
    session.flush()


def approve(store: Store, case_ids: Sequence[int]) -> Changes:
    """Erase proposed cases with all that exists only for them, for good, and log their numbers and dates.

    All or none. Raises NotFoundError, or RefusedError ``disposal_not_due`` or ``disposal_not_proposed``.
    """
    now = store.clock()
    today = local_date(now)
    with store.read() as session:
        cases = _all_due(session, case_ids, today)
    done = []
    for case in cases:
        if case.proposed_on is None:
            raise RefusedError("disposal_not_proposed", number=case.number)
        done.append(
            Disposal(
                number=case.number,
                filed_on=case.filed_on,
                kept_until=case.kept_until,
                proposed_on=case.proposed_on,
                disposed_on=today,
            )
        )
    uids = [uid for case in cases for uid in (case.uid, _uid(_key(case.uid)))]
    changes = erasing.erase(
        store,
        KIND,
        uids,
        "case.dispose",
        also=lambda connection: disposal_log.write(connection, done, author=store.author_id, at=now),
    )
    disposal_log.keep(store)
    return changes


def _all_due(session: Session, case_ids: Sequence[int], today: date) -> list[DueCase]:
    known = {case.id: case for case in due(session, today)}
    for case_id in case_ids:
        if case_id not in known:
            raise RefusedError("disposal_not_due", number=_named(session, case_id)[1])
    return [known[case_id] for case_id in dict.fromkeys(case_ids)]


def _named(session: Session, case_id: int) -> tuple[bytes, str]:
    query = select(AdvisoryCase.uid, AdvisoryCase.number).where(AdvisoryCase.id == case_id)
    row = session.execute(query).one_or_none()
    if row is None:
        raise NotFoundError("gone", id=case_id)
    return row.uid, row.number


def _proposals(session: Session) -> dict[str, date]:
    rows = session.execute(
        select(Setting.key, Setting.value).where(
            Setting.key.startswith(_PROPOSED), Setting.deleted_at.is_(None)
        )
    )
    return {key: date.fromisoformat(value) for key, value in rows}


def _key(uid: bytes) -> str:
    return f"{_PROPOSED}{uid.hex()}"


def _uid(key: str) -> bytes:
    return link_uid(Setting.__tablename__, key.encode())

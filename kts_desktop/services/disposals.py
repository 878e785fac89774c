"""Disposal of cases: filed, kept as long as the retention class says, proposed, approved, erased for good.

Proposing and approving are two steps, so that nobody erases a file in passing. A class whose end no day of
the case tells (of archival value, relevant to funding) is never due by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import false, or_, select

from kts_desktop.core.changes import Changes
from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.core.errors import NotFoundError, RefusedError
from kts_desktop.core.ids import link_uid
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.vocabulary import Setting
from kts_desktop.services import advisers, disposal_due, disposal_log, retention_periods
from kts_desktop.services.disposal_log import Disposal
from kts_desktop.storage import erasing
from kts_desktop.storage.progress import Progress, no_progress
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import Store

KIND = AdvisoryCase.__tablename__
_PROPOSED = "disposal.proposed."


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCase:
    """A case whose period is over; ``proposed_on`` is None until it was proposed for disposal.

    ``proposed_by`` is the adviser's name, ``is_own`` tells whether that is the one of this laptop.
    """

    id: int
    uid: bytes
    number: str
    subject: str
    retention_class: str
    filed_on: date
    kept_until: date
    proposed_on: date | None = None
    proposed_by: str = ""
    is_own: bool = False
    is_in_bin: bool = False

    @property
    def due_since(self) -> date:
        """Return the day after the period."""
        return self.kept_until + timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What disposing of some cases would take along; ``own`` of them the same adviser proposed."""

    numbers: tuple[str, ...]
    own: int
    notes: int
    tasks: int
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Proposal:
    on: date
    by: str
    is_own: bool


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
            AdvisoryCase.deleted_at,
        ).where(or_(false(), *disposal_due.conditions(session, today)))
    )
    found = []
    for id_, uid, number, subject, class_, filed_on, closed_on, deleted_at in rows:
        kept_until = periods[class_].kept_until(filed_on=filed_on, closed_on=closed_on)
        assert filed_on is not None
        assert kept_until is not None
        proposal = proposed.get(_key(uid))
        found.append(
            DueCase(
                id=id_,
                uid=uid,
                number=number,
                subject=subject,
                retention_class=class_,
                filed_on=filed_on,
                kept_until=kept_until,
                proposed_on=proposal.on if proposal else None,
                proposed_by=proposal.by if proposal else "",
                is_own=proposal is not None and proposal.is_own,
                is_in_bin=deleted_at is not None,
            )
        )
    return sorted(found, key=lambda one: (one.kept_until, one.number))


def propose(session: Session, case_ids: Sequence[int], today: date) -> None:
    """Propose cases for disposal; one proposed already keeps its day.

    Raises NotFoundError, or RefusedError ``disposal_not_due``.
    """
    me = advisers.me(session)
    value = f"{today.isoformat()} {me.uid.hex()}" if me else today.isoformat()
    for case in _all_due(session, case_ids, today):
        if case.proposed_on is not None:
            continue
        key = _key(case.uid)
        row = session.scalar(select(Setting).where(Setting.key == key))
        if row is None:
            session.add(Setting(uid=_uid(key), key=key, value=value))
        else:
            row.value, row.deleted_at = value, None
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


def outlook(store: Store, case_ids: Sequence[int]) -> Outlook:
    """Return what approving would take along; raises as that does, and changes nothing."""
    cases = _all_proposed(store, case_ids, local_date(store.clock()))
    counts = erasing.extent(store, (case.uid for case in cases))
    return Outlook(
        numbers=tuple(case.number for case in cases),
        own=sum(case.is_own for case in cases),
        notes=counts.get("note", 0),
        tasks=counts.get("task", 0),
        documents=counts.get("document", 0) + counts.get("attachment", 0),
    )


def approve(store: Store, case_ids: Sequence[int], progress: Progress = no_progress) -> Changes:
    """Erase proposed cases with all that exists only for them, for good, and log their numbers and dates.

    All or none; ``progress`` may raise to stop, and then it is none. Raises NotFoundError, or RefusedError
    ``disposal_not_due`` or ``disposal_not_proposed``.
    """
    now = store.clock()
    today = local_date(now)
    cases = _all_proposed(store, case_ids, today)
    done = [
        Disposal(
            number=case.number,
            filed_on=case.filed_on,
            kept_until=case.kept_until,
            proposed_on=case.proposed_on,
            disposed_on=today,
        )
        for case in cases
        if case.proposed_on is not None
    ]
    uids = [uid for case in cases for uid in (case.uid, _uid(_key(case.uid)))]
    changes = erasing.erase(
        store,
        KIND,
        uids,
        "case.dispose",
        also=lambda connection: disposal_log.write(connection, done, author=store.author_id, at=now),
        progress=progress,
    )
    disposal_log.keep(store)
    return changes


def _all_proposed(store: Store, case_ids: Sequence[int], today: date) -> list[DueCase]:
    with store.read() as session:
        cases = _all_due(session, case_ids, today)
    for case in cases:
        if case.proposed_on is None:
            raise RefusedError("disposal_not_proposed", number=case.number)
    return cases


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


def _proposals(session: Session) -> dict[str, _Proposal]:
    rows = session.execute(
        select(Setting.key, Setting.value).where(
            Setting.key.startswith(_PROPOSED), Setting.deleted_at.is_(None)
        )
    ).all()
    if not rows:
        return {}
    me = advisers.me(session)
    names = {one.uid.hex(): one.name for one in advisers.everyone(session)}
    found = {}
    for key, value in rows:
        day, _, by = value.partition(" ")
        found[key] = _Proposal(
            on=date.fromisoformat(day),
            by=names.get(by, ""),
            is_own=me is not None and by == me.uid.hex(),
        )
    return found


def _key(uid: bytes) -> str:
    return f"{_PROPOSED}{uid.hex()}"


def _uid(key: str) -> bytes:
    return link_uid(Setting.__tablename__, key.encode())

"""The log of disposals: file numbers and dates, nothing that tells what a case was about or of whom.

It stands in the file, and sealed beside it, so that a restored backup of before does not forget it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select

from kts_desktop.core.ids import link_uid, new_uid
from kts_desktop.models.base import table_named
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.models.vocabulary import Setting
from kts_desktop.storage import change_sets
from kts_desktop.storage.disposed import KEYS, LABEL
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposal:
    """A case that is no more."""

    number: str
    filed_on: date
    kept_until: date
    proposed_on: date
    disposed_on: date


def entries(session: Session) -> list[Disposal]:
    """Return all disposals, the newest first."""
    values = _rows(session).values()
    return sorted(map(_read, values), key=lambda one: (one.disposed_on, one.number), reverse=True)


def returned(session: Session) -> list[str]:
    """Return the file numbers of cases that were disposed of and are there all the same, in the bin or not.

    A backup from another place may bring them, where nobody knew that they were erased.
    """
    numbers = {one.number for one in entries(session)}
    return sorted(session.scalars(select(AdvisoryCase.number).where(AdvisoryCase.number.in_(numbers))))


def keep(store: Store) -> None:
    """Keep the log beside the file as well; what is kept there already is not written again."""
    if store.ledger is not None:
        with store.read() as session:
            store.ledger.log(_rows(session))


def write(connection: Connection, disposals: Sequence[Disposal], *, author: int, at: datetime) -> None:
    """Add disposals inside a transaction of the caller, as a step that undo passes over."""
    opened = change_sets.begin(
        connection,
        kind=ChangeKind.MAINTENANCE,
        label=LABEL,
        args=None,
        author=author,
        at=at,
    )
    for one in disposals:
        key = f"{KEYS}{new_uid().hex()}"
        connection.execute(
            insert(table_named(Setting.__tablename__)).values(
                uid=link_uid(Setting.__tablename__, key.encode()),
                key=key,
                value=_written(one),
                created_at=at,
                updated_at=at,
            )
        )
    change_sets.end(connection, opened)


def _rows(session: Session) -> dict[str, str]:
    rows = session.execute(
        select(Setting.key, Setting.value).where(Setting.key.startswith(KEYS), Setting.deleted_at.is_(None))
    )
    return {key: value for key, value in rows}  # noqa: C416 - rows


def _written(one: Disposal) -> str:
    days = {
        "filed_on": one.filed_on,
        "kept_until": one.kept_until,
        "proposed_on": one.proposed_on,
        "disposed_on": one.disposed_on,
    }
    return json.dumps({"number": one.number} | {name: day.isoformat() for name, day in days.items()})


def _read(value: str) -> Disposal:
    told = json.loads(value)
    number = told.pop("number")
    return Disposal(number=number, **{name: date.fromisoformat(day) for name, day in told.items()})

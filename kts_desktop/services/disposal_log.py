"""The log of disposals: file numbers and dates, nothing that tells what a case was about or of whom.

It stands in the file, and sealed beside it, so that a restored backup of before does not forget it.
"""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Connection, insert, select

from kts_desktop.core import file_names
from kts_desktop.core.errors import StorageError
from kts_desktop.core.ids import link_uid, new_uid
from kts_desktop.models.base import table_named
from kts_desktop.models.case import AdvisoryCase
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.models.vocabulary import Setting
from kts_desktop.storage import change_sets
from kts_desktop.storage.disposed import KEYS, LABEL
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import Store

HEADS = MappingProxyType(
    {
        "de": ("Aktenzeichen", "z. d. A.", "aufbewahrt bis", "vorgeschlagen", "ausgesondert"),
        "en": ("file number", "filed", "kept until", "proposed", "disposed"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposal:
    """A case that is no more."""

    number: str
    filed_on: date
    kept_until: date
    proposed_on: date
    disposed_on: date

    def cells(self) -> tuple[str, str, str, str, str]:
        """Return the entry as a row of ``HEADS``, its days as 2026-11-24."""
        days = (self.filed_on, self.kept_until, self.proposed_on, self.disposed_on)
        filed, kept, proposed, disposed = (day.isoformat() for day in days)
        return self.number, filed, kept, proposed, disposed


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


def save_as(session: Session, path: Path, language: str) -> int:
    """Write the log as a table (CSV) for a spreadsheet, whole or not at all; return how many entries.

    Raises StorageError ``disposal_log_unsaved``.
    """
    found = entries(session)
    text = io.StringIO()
    table = csv.writer(text, delimiter=";" if language == "de" else ",")  # what a spreadsheet there expects
    table.writerow(HEADS[language])
    table.writerows(one.cells() for one in found)
    draft = file_names.free(path.parent, f"{path.name}.part")
    try:
        draft.write_bytes(text.getvalue().encode("utf-8-sig"))
        draft.replace(path)
    except OSError as error:
        raise StorageError("disposal_log_unsaved", name=path.name) from error
    finally:
        draft.unlink(missing_ok=True)
    return len(found)


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

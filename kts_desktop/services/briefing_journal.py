"""What the journal holds about several records since a day, read by a handful of statements however many."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import select
from sqlalchemy import text as sql

from kts_desktop.models.base import METADATA
from kts_desktop.models.catalogue import BY_NUMBER, EXISTENCE
from kts_desktop.models.journal import change, change_set
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.services.history import CHILDREN
from kts_desktop.storage import journal
from kts_desktop.storage.sessions import Session

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_SLICE = 900  # values in one statement
# table: what a record of it is called, and what a new one holds
_CALLED = MappingProxyType(
    {
        "organisation": ("name", "''"),
        "organisation_key": ("''", "scheme || ' ' || value"),
        "contact_point": ("''", "value"),
        "advisory_case": ("number", "subject"),
        "note": ("coalesce(nullif(title,''), substr(text,1,80))", "''"),
        "task": ("title", "''"),
        "project": ("title", "''"),
        "project_member": ("''", "(SELECT o.name FROM organisation o WHERE o.id=organisation_id)"),
        "project_phase": ("''", "phase"),
        "milestone": ("''", "kind"),
        "funding": ("''", "kind"),
        "case_person": ("''", "''"),
    }
)
_NAMED = MappingProxyType({"organisation": "name", "adviser": "name", "project": "title", "cohort": "name"})
TOLD = frozenset(_CALLED)
_NO_NEWS = (ChangeKind.UNDO, ChangeKind.MAINTENANCE)  # taken back, or set up by the program itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change of one field, or of a record as a whole (``field`` is empty); values as they are stored.

    References are named already. ``new`` of a new record is what it holds, if that can be told in a word.
    """

    at: datetime
    table: str
    uid: bytes
    record: str
    field: str
    old: Any
    new: Any


def steps(session: Session, families: Mapping[str, Sequence[int]], after: datetime) -> list[Step]:
    """Return what was changed in records and what stands on them, the newest first.

    Steps that were undone are not told, nor what was set up with the office.
    """
    rows = _rows(session, _uids(session, families), after)
    wanted: dict[str, set[bytes]] = defaultdict(set)
    ids: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        table = BY_NUMBER[row.tbl]
        wanted[table.name].add(row.rec)
        target = _target(row)
        ids[target].update(value for value in (row.old, row.new) if target and isinstance(value, int))
    called = {uid: both for name, uids in wanted.items() for uid, both in _called(session, name, uids)}
    names = {(kind, id_): name for kind, all_ in ids.items() for id_, name in _names(session, kind, all_)}
    return [_step(row, called, names) for row in rows if row.op in {journal.INSERTED, journal.FIELD}]


def _uids(session: Session, families: Mapping[str, Sequence[int]]) -> list[bytes]:
    found: list[bytes] = []
    for kind, ids in families.items():
        own = METADATA.tables[kind]
        found += session.scalars(select(own.c.uid).where(own.c.id.in_(ids)))
        for name, column in CHILDREN[kind]:
            child = METADATA.tables[name]
            found += session.scalars(select(child.c.uid).where(child.c[column].in_(ids)))
    return sorted(set(found))


def _rows(session: Session, uids: Sequence[bytes], after: datetime) -> list[Any]:
    out: list[Any] = []
    for start in range(0, len(uids), _SLICE):
        query = (
            select(
                *(change.c.seq, change.c.tbl, change.c.rec, change.c.op, change.c.fld),
                *(change.c.old, change.c.new, change_set.c.at),
            )
            .select_from(change.join(change_set, change_set.c.id == change.c.tx))
            .where(
                change.c.rec.in_(uids[start : start + _SLICE]),
                change_set.c.at > (after - _EPOCH) // _MS,
                change_set.c.undone_by.is_(None),
                change_set.c.kind.not_in(_NO_NEWS),
            )
        )
        out += session.execute(query).all()
    known = [row for row in out if BY_NUMBER[row.tbl].name in TOLD]
    return sorted(known, key=lambda row: -row.seq)


def _field(row: Any) -> Any:
    return next((field for field in BY_NUMBER[row.tbl].fields if field.number == row.fld), None)


def _target(row: Any) -> str:
    field = _field(row) if row.op == journal.FIELD else None
    return field.target if field is not None and field.target in _NAMED else ""


def _called(session: Session, name: str, uids: Iterable[bytes]) -> Iterable[tuple[bytes, tuple[str, str]]]:
    """Yield how records of a table are called, and what a new one holds."""
    table = METADATA.tables[name]
    called, holds = (sql(words) for words in _CALLED[name])
    query = select(table.c.uid, called, holds).where(table.c.uid.in_(sorted(uids)))
    for uid, title, held in session.execute(query):
        yield uid, (title or "", held or "")


def _names(session: Session, kind: str, ids: Iterable[int]) -> Iterable[tuple[int, str]]:
    if kind:
        table = METADATA.tables[kind]
        query = select(table.c.id, sql(_NAMED[kind])).where(table.c.id.in_(sorted(ids)))
        yield from ((id_, name) for id_, name in session.execute(query))


def _step(row: Any, called: Mapping[bytes, tuple[str, str]], names: Mapping[tuple[str, int], str]) -> Step:
    field, target = _field(row) if row.op == journal.FIELD else None, _target(row)
    record, held = called.get(row.rec, ("", ""))
    old, new = row.old, row.new
    if row.op == journal.INSERTED:
        old, new = None, held
    elif target:
        old, new = (names.get((target, value)) if value else None for value in (old, new))
    elif field is not None and field.name.endswith("_at"):
        old, new = (_EPOCH + value * _MS if isinstance(value, int) else None for value in (old, new))
    name = "deleted_at" if row.op == journal.FIELD and row.fld == EXISTENCE else field.name if field else ""
    return Step(
        at=_EPOCH + row.at * _MS,
        table=BY_NUMBER[row.tbl].name,
        uid=row.rec,
        record=record,
        field=name,
        old=old,
        new=new,
    )

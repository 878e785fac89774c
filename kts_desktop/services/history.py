"""The history of a record from the change journal: who changed what, when, from what to what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import Any

from sqlalchemy import text

from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.catalogue import BY_NAME, BY_NUMBER, EXISTENCE, Field, SyncedTable
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.services import stored_values
from kts_desktop.services.stored_values import Value
from kts_desktop.storage import journal, undo
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.undo import Steps

# the records that belong to a record's history, by the column of theirs that points to it
CHILDREN = MappingProxyType(
    {
        "advisory_case": (("note", "case_id"), ("task", "case_id"), ("case_person", "case_id")),
        "person": (("affiliation", "person_id"), ("contact_point", "person_id"), ("consent", "person_id")),
        "organisation": (("organisation_key", "organisation_id"), ("contact_point", "organisation_id")),
        "event": (("event_session", "event_id"), ("registration", "event_id"), ("event_host", "event_id")),
        "project": (
            ("project_member", "project_id"),
            ("project_phase", "project_id"),
            ("milestone", "project_id"),
            ("funding", "project_id"),
        ),
    }
)
NAMES = MappingProxyType(
    {
        "organisation": "name",
        "person": "trim(given_name || ' ' || family_name)",
        "adviser": "name",
        "attachment": "name",
        "advisory_case": "number",
        "project": "title",
        "event": "title",
        "event_series": "name",
        "event_session": "title",
        "registration": "coalesce((SELECT trim(p.given_name || ' ' || p.family_name) FROM person p "
        "WHERE p.id=person_id), typed_name)",
        "cohort": "name",
        "measure": "title",
        "network": "name",
        "note": "coalesce(nullif(title,''), substr(text,1,60))",
        "task": "title",
    }
)
MOST_ROWS = 500
ALL_ROWS = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One line of a history.

    ``label`` and ``field`` are keys of ``core.sentences``; ``field`` is empty for a record that was made, and
    ``deleted_at`` when it went to the bin or came back (``new`` is then empty or ``1``). Values are as
    stored, references already named; a code of a value list is left to the view.
    """

    at: datetime
    who: str
    kind: ChangeKind
    label: str
    table: str
    record: str
    field: str
    old: Value
    new: Value
    is_undone: bool


def of_record(session: Session, kind: str, id_: int, *, most: int = MOST_ROWS) -> list[HistoryRow]:
    """Return the newest lines of a record and its children, the newest first; raises NotFoundError.

    ``most`` is how many, ``ALL_ROWS`` for the whole history.
    """
    uid = session.scalar(text(f"SELECT uid FROM {BY_NAME[kind].name} WHERE id=:id"), {"id": id_})
    if uid is None:
        raise NotFoundError("gone", id=id_)
    children = " ".join(
        f"UNION ALL SELECT uid FROM {BY_NAME[table].name} WHERE {BY_NAME[table].field_named(column).name}=:id"
        for table, column in CHILDREN.get(kind, ())
    )
    found = session.execute(
        text(
            f"WITH own(rec) AS (SELECT :uid {children}), family(rec) AS "
            "(SELECT rec FROM own UNION ALL SELECT uid FROM attachment WHERE owner IN (SELECT rec FROM own)) "
            "SELECT c.seq, c.tbl, c.rec, c.op, c.fld, c.old, c.new, s.at, s.kind, s.label, s.undone_by, "
            "a.name FROM family f JOIN change c ON c.rec=f.rec JOIN change_set s ON s.id=c.tx "
            "LEFT JOIN adviser a ON a.id=s.author ORDER BY c.seq DESC LIMIT :most"
        ),
        {"uid": uid, "id": id_, "most": most},
    ).all()
    return [row for row in (_row(session, one) for one in found) if row is not None]


def of_package(session: Session, package: bytes, *, most: int = MOST_ROWS) -> list[HistoryRow]:
    """Return the lines a package brought, in the order it brought them."""
    found = session.execute(
        text(
            "SELECT c.tbl, c.rec, c.op, c.fld, c.old, c.new, s.at, s.kind, s.label, s.undone_by, a.name "
            "FROM change_set s JOIN change c ON c.tx=s.id LEFT JOIN adviser a ON a.id=s.author "
            "WHERE s.pkg=:package AND c.own=0 ORDER BY c.tbl, c.rec, c.seq LIMIT :most"
        ),
        {"package": package, "most": most},
    ).all()
    return [row for row in (_row(session, one) for one in found) if row is not None]


def next_steps(session: Session) -> Steps:
    """Return the labels of the next undo and redo, for the menu."""
    return undo.next_steps(session.connection())


def _row(session: Session, found: Any) -> HistoryRow | None:
    table = BY_NUMBER[found.tbl]
    field = next((field for field in table.fields if field.number == found.fld), None)
    if found.op == journal.FIELD and field is None and found.fld != EXISTENCE:
        return None  # a field that was given up
    is_existence = found.op == journal.FIELD and found.fld == EXISTENCE
    return HistoryRow(
        at=stored_values.moment(found.at),
        who=found.name or "",
        kind=ChangeKind(found.kind),
        label=found.label,
        table=table.name,
        record=_name(session, table, found.rec),
        field="deleted_at" if is_existence else (field.name if field else ""),
        old=("1" if found.old else "") if is_existence else _value(session, field, found.old),
        new=("1" if found.new else "") if is_existence else _value(session, field, found.new),
        is_undone=found.undone_by is not None,
    )


def _value(session: Session, field: Field | None, raw: object) -> Value:
    return None if field is None else stored_values.told(field, raw, partial(_name_of_id, session))


def _name(session: Session, table: SyncedTable, uid: bytes) -> str:
    expression = NAMES.get(table.name)
    if expression is None:
        return ""
    found = session.scalar(text(f"SELECT {expression} FROM {table.name} WHERE uid=:uid"), {"uid": uid})
    return found or ""


def _name_of_id(session: Session, target: str, id_: int) -> str:
    expression = NAMES.get(target)
    if expression is None:
        return str(id_)
    found = session.scalar(text(f"SELECT {expression} FROM {BY_NAME[target].name} WHERE id=:id"), {"id": id_})
    return found or "–"


def tables_of(kind: str) -> Sequence[str]:
    """Return the tables whose changes make the history of a kind grow, for views that refresh."""
    return (kind, "attachment", *(table for table, _ in CHILDREN.get(kind, ())))

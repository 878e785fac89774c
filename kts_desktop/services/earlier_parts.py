"""A record with all that a user takes for a part of it, as stored in the file of today or in a backup."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import bindparam, text

from kts_desktop.models.catalogue import BY_NAME
from kts_desktop.storage.sessions import Session

Stored = int | str | bytes | float | None
_MOST = 500  # values of one statement
# the parts of a record, and the column of theirs that points to it: by id, or by uid
_PARTS: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "advisory_case": (
            ("note", "case_id"),
            ("task", "case_id"),
            ("case_person", "case_id"),
            ("document", "case_id"),
            ("record_link", "left"),
            ("record_link", "right"),
        ),
        "note": (("note_person", "note_id"), ("task", "note_id")),
        "person": (
            ("affiliation", "person_id"),
            ("contact_point", "person_id"),
            ("consent", "person_id"),
            ("network_membership", "person_id"),
        ),
        "affiliation": (("contact_point", "affiliation_id"),),
        "organisation": (
            ("organisation_key", "organisation_id"),
            ("contact_point", "organisation_id"),
            ("network_membership", "organisation_id"),
            ("measure", "organisation_id"),
        ),
        "event": (
            ("event_host", "event_id"),
            ("event_session", "event_id"),
            ("registration", "event_id"),
            ("note", "event_id"),
            ("task", "event_id"),
            ("document", "event_id"),
        ),
        "registration": (
            ("registration_step", "registration_id"),
            ("session_registration", "registration_id"),
            ("special_need", "registration_id"),
        ),
        "project": (
            ("project_member", "project_id"),
            ("project_phase", "project_id"),
            ("milestone", "project_id"),
            ("funding", "project_id"),
            ("measure", "project_id"),
            ("document", "project_id"),
        ),
    }
)
_TAGGED = frozenset({"advisory_case", "person", "organisation", "event", "project", "measure", "document"})
_WITH_FILES = frozenset(
    {"advisory_case", "document", "event", "measure", "note", "organisation", "person", "project", "task"}
)
_BY_UID = frozenset({"owner", "left", "right"})
_PERSON = "(SELECT trim(p.given_name || ' ' || p.family_name) FROM person p WHERE p.id=person_id)"
_BODY = "(SELECT o.name FROM organisation o WHERE o.id=organisation_id)"
_NAMES = MappingProxyType(
    {
        "advisory_case": "number || ' ' || subject",
        "note": "coalesce(nullif(title,''), substr(text,1,60))",
        "task": "title",
        "case_person": f"coalesce({_PERSON},'')",
        "note_person": f"coalesce({_PERSON},'')",
        "person": "trim(given_name || ' ' || family_name)",
        "affiliation": f"trim(function || ' ' || coalesce({_BODY},''))",
        "contact_point": "trim(value || ' ' || street || ' ' || postcode || ' ' || city)",
        "consent": "purpose",
        "network_membership": f"coalesce({_PERSON}, {_BODY}, '')",
        "organisation": "name",
        "organisation_key": "scheme || ' ' || value",
        "event": "title",
        "event_series": "name",
        "event_host": f"coalesce({_BODY},'')",
        "event_session": "title",
        "registration": f"coalesce({_PERSON}, typed_name)",
        "session_registration": "coalesce((SELECT s.title FROM event_session s WHERE s.id=session_id),'')",
        "document": "title",
        "attachment": "name",
        "tagging": "code",
        "project": "trim(title || ' ' || project_name)",
        "project_member": f"coalesce({_BODY},'')",
        "project_phase": "phase",
        "milestone": "kind",
        "funding": "kind",
        "special_need": "kind",
        "registration_step": "state",
        "measure": "title",
        "adviser": "name",
        "cohort": "name",
        "network": "name",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record as stored; references are told by the uid of their target, the same in all files."""

    table: str
    id: int
    uid: bytes
    owner: bytes | None  # the record it is a part of
    name: str
    created_at: int
    is_alive: bool  # else it lies in the bin
    values: Mapping[str, Stored]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A record and its parts, each after the one it belongs to, and the names of all records referred to."""

    rows: Mapping[bytes, Row]
    names: Mapping[bytes, str]


@dataclass(frozen=True, slots=True)
class _Raw:
    table: str
    id: int
    uid: bytes
    owner: bytes | None
    name: str
    created_at: int
    is_alive: bool
    values: tuple[Stored, ...]


def family(session: Session, kind: str, uid: bytes, also: Iterable[Row] = ()) -> Family:
    """Return a record, if it is there, with its parts, and ``also`` these if they are there as well."""
    found: dict[bytes, _Raw] = {}
    level = list(_rows(session, kind, "uid", {uid: None}))
    while level:
        fresh = [raw for raw in level if raw.uid not in found]
        found.update((raw.uid, raw) for raw in fresh)
        level = [part for table in _tables(fresh) for part in _parts(session, table, fresh)]
    missing: dict[str, dict[Stored, bytes | None]] = defaultdict(dict)
    for row in also:
        if row.uid not in found:
            missing[row.table][row.uid] = row.owner
    for table, wanted in missing.items():
        found.update((raw.uid, raw) for raw in _rows(session, table, "uid", wanted))
    return _resolved(session, found.values())


def ids_of(session: Session, table: str, uids: Iterable[bytes]) -> dict[bytes, int]:
    """Return the ids of the records that are there, in the bin or not."""
    statement = text(f"SELECT uid, id FROM {BY_NAME[table].name} WHERE uid IN :wanted")
    return {uid: id_ for uid, id_ in _chunked(session, statement, uids)}  # noqa: C416 - rows


def _tables(rows: Iterable[_Raw]) -> list[str]:
    return list(dict.fromkeys(row.table for row in rows))


def _parts(session: Session, table: str, rows: Iterable[_Raw]) -> Iterator[_Raw]:
    owners = [row for row in rows if row.table == table]
    pointing = list(_PARTS.get(table, ()))
    pointing += [("tagging", "owner")] if table in _TAGGED else []
    pointing += [("attachment", "owner")] if table in _WITH_FILES else []
    for part, column in pointing:
        wanted = {(row.uid if column in _BY_UID else row.id): row.uid for row in owners}
        yield from _rows(session, part, column, wanted)


def _rows(session: Session, table: str, column: str, wanted: Mapping[Any, bytes | None]) -> Iterator[_Raw]:
    """Yield the rows of a table whose column holds one of the values, each with its owner."""
    fields = BY_NAME[table].fields
    listed = ", ".join(f'"{field.name}"' for field in fields)
    name = _NAMES.get(table, "''")
    statement = text(
        f'SELECT "{column}", id, uid, created_at, deleted_at IS NULL, {name}, {listed} '
        f'FROM {table} WHERE "{column}" IN :wanted ORDER BY id'
    )
    for pointer, id_, uid, created_at, is_alive, told, *values in _chunked(session, statement, wanted):
        shown = " ".join(told.split())
        yield _Raw(table, id_, uid, wanted[pointer], shown, created_at, bool(is_alive), tuple(values))


def _resolved(session: Session, raws: Iterable[_Raw]) -> Family:
    """Tell references by uid, and name their targets."""
    kept = list(raws)
    pointed: dict[str, set[int]] = defaultdict(set)
    for raw in kept:
        for field, value in zip(BY_NAME[raw.table].fields, raw.values, strict=True):
            if field.target and isinstance(value, int):
                pointed[field.target].add(value)
    uids: dict[tuple[str, Stored], bytes] = {}
    names: dict[bytes, str] = {}
    for target, ids in pointed.items():
        name = _NAMES.get(target, "''")
        statement = text(f"SELECT id, uid, {name} FROM {target} WHERE id IN :wanted")
        for id_, uid, told in _chunked(session, statement, ids):
            uids[target, id_], names[uid] = uid, " ".join(told.split())
    rows = {}
    for raw in kept:
        values = {
            field.name: uids.get((field.target, value)) if field.target else value
            for field, value in zip(BY_NAME[raw.table].fields, raw.values, strict=True)
        }
        rows[raw.uid] = Row(
            table=raw.table,
            id=raw.id,
            uid=raw.uid,
            owner=raw.owner,
            name=raw.name,
            created_at=raw.created_at,
            is_alive=raw.is_alive,
            values=values,
        )
    return Family(rows=rows, names=names)


def _chunked(session: Session, statement: Any, wanted: Iterable[Any]) -> Iterator[Any]:
    values = list(wanted)
    bound = statement.bindparams(bindparam("wanted", expanding=True))
    for begin in range(0, len(values), _MOST):
        yield from session.execute(bound, {"wanted": values[begin : begin + _MOST]})

"""What a record was in a backup, compared with today field by field: the record and all its parts.

The backup is opened beside the office and thrown away again; what is returned holds all that taking values
over needs. Erased people and cases are erased in it before it is read.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import text

from kts_desktop.core.errors import NotFoundError, RefusedError, UserFacingError
from kts_desktop.models.catalogue import BY_NAME, Field
from kts_desktop.services import earlier_parts, stored_values, value_lists
from kts_desktop.services.earlier_parts import Family, Row, Stored
from kts_desktop.services.events import MINUTES_APPROVED
from kts_desktop.services.stored_values import Value
from kts_desktop.storage import looking_back
from kts_desktop.storage.looking_back import Past
from kts_desktop.storage.opening import Opened
from kts_desktop.storage.progress import Progress, no_progress
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.unlocking import Unlock

WHOLE = ""  # the field that stands for a record as such
Choice = tuple[bytes, str]  # uid of a record and a field of it, or WHOLE
Find = Callable[[Session], bytes]
_NEVER = frozenset({"merged_into_id"})  # merges have a way back of their own
_MINUTES = frozenset({"report", "minutes_state"})
_FOLLOWING = MappingProxyType({("contact_point", "value"): "normal"})  # made from the field
# what must not come back in passing: rights people used, health and belief
_DELICATE = frozenset(
    {
        ("person", "restricted_at"),
        ("consent", "withdrawn_on"),
    }
)
_NAMED_BY = MappingProxyType(  # records called by a code
    {
        "consent": "purpose",
        "project_phase": "phase",
        "milestone": "kind",
        "funding": "kind",
        "special_need": "kind",
        "registration_step": "state",
    }
)
_DELICATE_TABLES = frozenset({"consent", "special_need"})


class Standing(StrEnum):
    """How a record of then stands today."""

    THERE = "there"
    BINNED = "binned"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that differs, or with the field ``WHOLE`` a record that is not there today.

    ``now`` and ``then`` are for reading, codes as stored; ``shown`` and ``wanted`` are what is stored,
    references by uid. A delicate difference is only taken over when it is chosen by itself. ``is_lost``: what
    it referred to is not there today, so that it would become empty.
    """

    field: str
    now: Value = None
    then: Value = None
    list_key: str = ""
    is_day: bool = False
    is_delicate: bool = False
    is_lost: bool = False
    shown: Stored = None
    wanted: Stored = None
    along: tuple[tuple[str, Stored], ...] = ()  # fields made from this one, and what they held


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierRecord:
    """A record of the backup that differs today; ``contents`` is all it held, if it is not there today.

    ``name_list`` is the value list of a name that is a code.
    """

    table: str
    uid: bytes
    owner: bytes | None
    name: str
    name_list: str = ""
    standing: Standing
    differences: tuple[Difference, ...]
    contents: tuple[Difference, ...] = ()
    created_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A record in a backup against today; ``newer`` counts parts made since, which stay as they are."""

    kind: str
    uid: bytes
    name: str
    made_at: datetime
    blobs: Path  # where the backup's attachments lie
    records: tuple[EarlierRecord, ...]
    newer: int
    notes: tuple[UserFacingError, ...] = ()

    def list_keys(self) -> frozenset[str]:
        """Return the value lists whose words telling it needs."""
        told = (one for record in self.records for one in (*record.differences, *record.contents))
        names = (record.name_list for record in self.records)
        return frozenset(key for key in (*(one.list_key for one in told), *names) if key)

    def advised(self) -> frozenset[Choice]:
        """Return what to take over where nobody chooses: all but what is delicate."""
        return frozenset(
            (record.uid, one.field)
            for record in self.records
            for one in record.differences
            if not one.is_delicate
        )


def by_id(kind: str, id_: int) -> Find:
    """Return how to find a record of today by its number; it raises NotFoundError."""

    def find(session: Session) -> bytes:
        uid: bytes | None = session.scalar(
            text(f"SELECT uid FROM {BY_NAME[kind].name} WHERE id=:id"), {"id": id_}
        )
        if uid is None:
            raise NotFoundError("gone", id=id_)
        return uid

    return find


def compare(
    opened: Opened,
    backup: Path,
    kind: str,
    find: Find,
    *,
    unlock: Unlock | None = None,
    now: datetime,
    progress: Progress = no_progress,
) -> Earlier:
    """Open a backup and compare a record in it with today.

    A record that is not found today is looked for in the backup. ``unlock`` is needed for a backup made under
    another key. Raises RefusedError ``earlier_unknown``, ``earlier_not_there``, ``earlier_erased`` or
    ``earlier_merged``, and
    ProfileError or StorageError as looking into a backup does.
    """
    with looking_back.looked_into(
        opened.folder, opened.key, backup, unlock, now=now, progress=progress
    ) as past:
        uid = _found(opened, past, find)
        with past.read() as session:
            then = earlier_parts.family(session, kind, uid)
        if uid not in then.rows:
            raise RefusedError("earlier_not_there", at=_told_moment(past.backup.made_at))
        with opened.store.read() as session:
            today = earlier_parts.family(session, kind, uid, also=then.rows.values())
            known = _present_targets(session, then)
            erased = frozenset(session.scalars(text("SELECT rec FROM sync_erased")))
            if uid in erased:
                raise RefusedError("earlier_erased")
            notes = tuple(_notes(session, kind, uid, today.rows.get(uid), then.rows[uid]))
        return Earlier(
            kind=kind,
            uid=uid,
            name=(today.rows.get(uid) or then.rows[uid]).name,
            made_at=past.backup.made_at,
            blobs=backup.parent / "blobs",
            records=tuple(_records(then, today, known, erased)),
            newer=sum(row.is_alive and row.uid not in then.rows for row in today.rows.values()),
            notes=notes,
        )


def _found(opened: Opened, past: Past, find: Find) -> bytes:
    try:
        with opened.store.read() as session:
            return find(session)
    except NotFoundError as missing:
        if missing.code != "reference_unknown":
            raise
    try:
        with past.read() as session:
            return find(session)
    except NotFoundError as missing:
        raise RefusedError("earlier_unknown", **missing.details) from missing


def _present_targets(session: Session, then: Family) -> frozenset[bytes]:
    """Return which of the records that the past refers to are there today, in the bin or not."""
    pointed: dict[str, set[bytes]] = {}
    for row in then.rows.values():
        for field in BY_NAME[row.table].fields:
            target = row.values[field.name]
            if field.target and isinstance(target, bytes):
                pointed.setdefault(field.target, set()).add(target)
    return frozenset(
        uid for table, uids in pointed.items() for uid in earlier_parts.ids_of(session, table, uids)
    )


def _notes(
    session: Session, kind: str, uid: bytes, today: Row | None, then: Row
) -> Iterator[UserFacingError]:
    """Yield what is to be told about the record as such; raises RefusedError ``earlier_merged``."""
    if today is not None and today.values.get("merged_into_id") is not None:
        kept = session.scalar(
            text(f"SELECT id FROM {BY_NAME[kind].name} WHERE uid=:uid"),
            {"uid": today.values["merged_into_id"]},
        )
        raise RefusedError("earlier_merged", name=today.name, kept=f"#{kept}")
    if "merged_into_id" in then.values:
        merged = session.scalar(
            text(
                f"SELECT count(*) FROM {BY_NAME[kind].name} m JOIN {BY_NAME[kind].name} k "
                "ON m.merged_into_id=k.id WHERE k.uid=:uid AND m.deleted_at IS NULL"
            ),
            {"uid": uid},
        )
        if merged:
            yield RefusedError("earlier_with_merged", count=merged)
    if not then.is_alive:
        yield RefusedError("earlier_was_binned")
    if today is not None and _is_approved(today):
        yield RefusedError("earlier_minutes")


def _records(
    then: Family, today: Family, known: frozenset[bytes], erased: frozenset[bytes]
) -> Iterator[EarlierRecord]:
    root = next(iter(then.rows))
    for uid, row in then.rows.items():
        if uid in erased or not (row.is_alive or uid == root):
            continue
        present = today.rows.get(uid)
        standing = Standing.MISSING
        if present is not None:
            standing = Standing.THERE if present.is_alive else Standing.BINNED
        there = known | then.rows.keys()
        differences = tuple(_differences(row, present, standing, then, today, there))
        if differences:
            yield EarlierRecord(
                table=row.table,
                uid=uid,
                owner=row.owner,
                name=row.name,
                name_list=_list_of_name(row),
                standing=standing,
                differences=differences,
                contents=() if standing is Standing.THERE else tuple(_contents(row, then)),
                created_at=row.created_at,
            )


def _differences(  # noqa: PLR0917 - a private step with one caller
    row: Row,
    present: Row | None,
    standing: Standing,
    then: Family,
    today: Family,
    there: frozenset[bytes],
) -> Iterator[Difference]:
    is_delicate = row.table in _DELICATE_TABLES
    if standing is not Standing.THERE:
        yield Difference(field=WHOLE, is_delicate=is_delicate)
    if present is None:
        return
    for field in _offered(present):
        shown, wanted = present.values[field.name], row.values[field.name]
        is_lost = bool(field.target) and wanted is not None and wanted not in there
        if shown == wanted or (is_lost and shown is None):
            continue
        yield Difference(
            field=field.name,
            now=_told(field, shown, today.names),
            then=_told(field, wanted, then.names),
            list_key=_list_of(row, field),
            is_day=value_lists.is_day(row.table, field.name),
            is_delicate=is_delicate or (row.table, field.name) in _DELICATE,
            is_lost=is_lost,
            shown=shown,
            wanted=wanted,
            along=tuple(_along(row, field)),
        )


def _along(row: Row, field: Field) -> Iterator[tuple[str, Stored]]:
    following = _FOLLOWING.get((row.table, field.name))
    if following is not None:
        yield following, row.values[following]


def _contents(row: Row, then: Family) -> Iterator[Difference]:
    """Yield all that a record held, following and empty fields included: it may have to be made anew."""
    for field in BY_NAME[row.table].fields:
        wanted = row.values[field.name]
        yield Difference(
            field=field.name,
            then=_told(field, wanted, then.names),
            list_key=_list_of(row, field),
            is_day=value_lists.is_day(row.table, field.name),
            wanted=wanted,
        )


def _offered(present: Row) -> Iterator[Field]:
    """Yield the fields that may be taken over; approved minutes stay as they are."""
    left_out = _NEVER | frozenset(_FOLLOWING.values()) | (_MINUTES if _is_approved(present) else frozenset())
    return (field for field in BY_NAME[present.table].fields if field.name not in left_out)


def _is_approved(row: Row) -> bool:
    return row.values.get("minutes_state") == MINUTES_APPROVED


def _list_of(row: Row, field: Field) -> str:
    if row.table == "tagging" and field.name == "code":
        return str(row.values["list_key"])
    return value_lists.list_of(row.table, field.name)


def _list_of_name(row: Row) -> str:
    if row.table == "tagging":
        return str(row.values["list_key"])
    column = _NAMED_BY.get(row.table)
    return value_lists.list_of(row.table, column) if column else ""


def _told(field: Field, stored: Stored, names: Mapping[bytes, str]) -> Value:
    if field.target:
        return names.get(stored) or "–" if isinstance(stored, bytes) else None
    return stored_values.told(field, stored, _nameless)


def _nameless(_target: str, id_: int) -> str:
    return str(id_)


def _told_moment(at: datetime) -> str:
    return f"{at.astimezone():%d.%m.%Y %H:%M}"

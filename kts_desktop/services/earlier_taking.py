"""Taking chosen values of a backup over into the record of today: an ordinary step, which undo takes back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import text

from kts_desktop.core.clock import utc_now
from kts_desktop.core.errors import RefusedError
from kts_desktop.models.base import UtcMs, table_named
from kts_desktop.models.catalogue import BY_NAME
from kts_desktop.models.registration import Registration
from kts_desktop.models.vocab import RegistrationState
from kts_desktop.services import earlier_parts, registrations
from kts_desktop.services.earlier import WHOLE, Choice, Difference, Earlier, EarlierRecord, Standing
from kts_desktop.services.earlier_parts import Stored
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.store import blobs_of

LABEL = "earlier.take"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What was taken over: values of records that were there, records that were not.

    ``emptied`` names fields whose record of then is not there today, ``left_out`` records that could not come
    back without one, or whose document is in no backup any more.
    """

    values: int
    records: int
    emptied: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(slots=True)
class _Tally:
    values: int = 0
    records: int = 0
    emptied: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def take_over(session: Session, earlier: Earlier, chosen: frozenset[Choice]) -> Taken:
    """Take chosen differences over; what a chosen part belongs to comes back with it.

    Raises RefusedError ``earlier_nothing`` for an empty choice, ``earlier_changed`` if a record is not as it
    was compared.
    """
    wanted = _with_owners(earlier, chosen)
    tally = _Tally()
    for record in earlier.records:
        picked = [one for one in record.differences if (record.uid, one.field) in wanted]
        if not picked:
            continue
        if record.table == "attachment" and not _has_content(session, earlier, record):
            tally.left_out.append(record.name)
        elif record.standing is Standing.MISSING:
            _insert(session, record, tally)
        else:
            _change(session, record, picked, tally)
    if not (tally.values or tally.records or tally.left_out):
        raise RefusedError("earlier_nothing")
    return Taken(
        values=tally.values,
        records=tally.records,
        emptied=tuple(dict.fromkeys(tally.emptied)),
        left_out=tuple(tally.left_out),
    )


def _with_owners(earlier: Earlier, chosen: frozenset[Choice]) -> frozenset[Choice]:
    """Add the records, not there today, that a chosen one stands on, and that a chosen field is of."""
    records = {record.uid: record for record in earlier.records}
    wanted = set(chosen)
    for uid, _ in chosen:
        at: bytes | None = uid
        while at is not None and at in records:
            if records[at].standing is not Standing.THERE:
                wanted.add((at, WHOLE))
            at = records[at].owner
    return frozenset(wanted)


def _has_content(session: Session, earlier: Earlier, record: EarlierRecord) -> bool:
    """Tell whether the document of an attachment that comes back is there, after fetching it if need be."""
    sha256 = next((one.wanted for one in record.contents if one.field == "sha256"), None)
    if not isinstance(sha256, bytes):
        return True  # the row is there today, and with it the content
    blobs = blobs_of(session)
    return blobs.has(sha256) or blobs.mend(sha256, [earlier.blobs])


def _change(session: Session, record: EarlierRecord, picked: Sequence[Difference], tally: _Tally) -> None:
    """Take a record out of the bin if it is there, then write the chosen values."""
    table = BY_NAME[record.table].name
    if record.standing is Standing.BINNED:
        statement = (
            f"UPDATE {table} SET deleted_at=NULL, updated_at=:at WHERE uid=:uid AND deleted_at IS NOT NULL"
        )
        _write_one(session, statement, {"uid": record.uid, "at": _now(session)})
        tally.records += 1
    fields = [one for one in picked if one.field != WHOLE]
    if not fields:
        return
    present, wanted = _stored(session, record, fields, tally)
    sets = ", ".join(f'"{name}"=:new_{name}' for name in wanted)
    as_shown = " AND ".join(f'"{name}" IS :old_{name}' for name in present)
    values: dict[str, Stored] = {f"new_{name}": value for name, value in wanted.items()}
    values |= {f"old_{name}": value for name, value in present.items()}
    _write_one(
        session,
        f"UPDATE {table} SET {sets}, updated_at=:at WHERE uid=:uid AND deleted_at IS NULL AND {as_shown}",
        {**values, "uid": record.uid, "at": _now(session)},
    )
    if record.table == Registration.__tablename__ and "state" in wanted:
        _note_step(session, record.uid, str(wanted["state"]))
    tally.values += len(fields)


def _stored(
    session: Session, record: EarlierRecord, fields: Sequence[Difference], tally: _Tally
) -> tuple[dict[str, Stored], dict[str, Stored]]:
    """Return what stands in the fields today and what shall, references as ids of today."""
    shown = {one.field: one.shown for one in fields}
    then = {one.field: one.wanted for one in fields}
    present = _with_ids(session, record.table, shown)
    wanted = _with_ids(session, record.table, then)
    tally.emptied.extend(name for name, value in wanted.items() if value is None and then[name] is not None)
    columns = table_named(record.table).c
    needed = [name for name, value in wanted.items() if value is None and not columns[name].nullable]
    if needed:
        raise RefusedError("earlier_target", field=needed[0])
    for one in fields:
        wanted.update(one.along)
    return present, wanted


def _insert(session: Session, record: EarlierRecord, tally: _Tally) -> None:
    then = {one.field: one.wanted for one in record.contents}
    values = _with_ids(session, record.table, then)
    columns = table_named(record.table).c
    lost = [name for name, value in values.items() if value is None and then[name] is not None]
    if any(not columns[name].nullable for name in lost):
        tally.left_out.append(record.name)
        return
    tally.emptied.extend(lost)
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join(f":new_{name}" for name in values)
    session.execute(
        text(
            f"INSERT INTO {BY_NAME[record.table].name}(uid, created_at, updated_at, {names}) "
            f"VALUES(:uid, :made, :at, {marks})"
        ),
        {
            **{f"new_{name}": value for name, value in values.items()},
            "uid": record.uid,
            "made": record.created_at,
            "at": _now(session),
        },
    )
    tally.records += 1


def _with_ids(session: Session, table: str, values: Mapping[str, Stored]) -> dict[str, Stored]:
    """Return the values with the id of today in the place of each reference; None where there is none."""
    return {
        name: _id(session, BY_NAME[table].field_named(name).target, value) for name, value in values.items()
    }


def _id(session: Session, target: str, value: Stored) -> Stored:
    if not target or not isinstance(value, bytes):
        return value
    return earlier_parts.ids_of(session, target, [value]).get(value)


def _write_one(session: Session, statement: str, values: Mapping[str, Stored]) -> None:
    if session.execute(text(statement), values).rowcount != 1:  # type: ignore[attr-defined]
        raise RefusedError("earlier_changed")


def _note_step(session: Session, uid: bytes, state: str) -> None:
    """Note the step to another state: the list of steps must tell how a registration came to stand."""
    (registration_id,) = earlier_parts.ids_of(session, Registration.__tablename__, [uid]).values()
    registrations.note_step(session, registration_id, RegistrationState(state))


def _now(session: Session) -> Stored:
    return UtcMs().process_bind_param(utc_now(), session.connection().dialect)

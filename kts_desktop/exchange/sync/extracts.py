"""Extracts for outsiders: some records, one way, taken in as new own records that say where they come from.

An extract has neither vectors nor dots and is never merged: taken in twice it makes the records twice, which
the preview says.
"""

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kts_desktop import __version__
from kts_desktop.core.changes import Changes
from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import RefusedError
from kts_desktop.core.ids import new_uid
from kts_desktop.exchange.sync import vetting
from kts_desktop.exchange.sync.content import EXTRACT, Block, Content, Given, Header, Value
from kts_desktop.exchange.sync.context import Context
from kts_desktop.exchange.sync.looking import Looked
from kts_desktop.exchange.sync.views import Arrival, KindCounts, Report, Token
from kts_desktop.models.catalogue import BY_NAME, TABLES
from kts_desktop.models.vocab import ChangeKind
from kts_desktop.storage import revision
from kts_desktop.storage.replica.shapes import Column, shape_of
from kts_desktop.storage.store import changes_of

LABEL = "package.extract"
_SOURCE = "source"
_TITLES = ("title", "name", "family_name", "subject", "value", "number")
_PARTS = (  # what goes along with a record: table, its reference to it
    ("organisation", "organisation_key", "organisation_id"),
    ("organisation", "contact_point", "organisation_id"),
    ("person", "affiliation", "person_id"),
    ("person", "contact_point", "person_id"),
    ("affiliation", "contact_point", "affiliation_id"),
    ("advisory_case", "note", "case_id"),
    ("advisory_case", "task", "case_id"),
    ("event", "event_session", "event_id"),
)


def content_of(context: Context, driver: Any, records: Sequence[tuple[str, bytes]]) -> Content:
    """Return the content of an extract: the records and what belongs to them, none in the bin."""
    own = context.keys.public.replica
    header = Header(
        kind=EXTRACT,
        id=secrets.token_bytes(16),
        office=bytes(16),
        source=own,
        created_ms=context.now_ms(),
        spaces=("dir", "office"),
        since={"dir": {}, "office": {}},
        to_vec={"dir": {}, "office": {}},
        heads=(),
        to=(),
        app=__version__,
        schema=int(revision.HEAD),
    )
    wanted = _with_parts(driver, records)
    return Content(header=header, seals=(), erased=(), blocks=_blocks(driver, wanted, header))


def preview(context: Context, found: Looked) -> Report:
    """Tell what an extract would add."""
    return _report(context, found, list(_sound(found)))


def take(context: Context, found: Looked) -> tuple[Report, Changes]:
    """Add the records of an extract as own ones, as one undo step."""
    blocks = list(_sound(found))
    day = local_date(context.store.clock()).isoformat()
    source = f"erhalten von {found.sender.name} ({day})"
    fresh = {block.rec: new_uid() for block in blocks}
    with context.store.write(LABEL, kind=ChangeKind.FILE_IMPORT) as session:
        driver: Any = session.connection().connection.driver_connection
        now = context.now_ms()
        for block in blocks:
            _insert(driver, block, fresh, source=source, now=now)
        driver.execute(
            "INSERT INTO sync_pkg(id, dir, peer, ms) VALUES(?,'in',?,?) ON CONFLICT(id) DO UPDATE "
            "SET ms=excluded.ms",
            (found.header.id, found.header.source, now),
        )
    return _report(context, found, blocks), changes_of(session)


def _with_parts(driver: Any, records: Sequence[tuple[str, bytes]]) -> dict[str, list[bytes]]:
    wanted: dict[str, list[bytes]] = {}
    for table, uid in records:
        if table not in BY_NAME:
            raise RefusedError("package_damaged")
        wanted.setdefault(table, []).append(uid)
    for owner, table, column in _PARTS:
        for uid in tuple(wanted.get(owner, ())):
            rows = driver.execute(
                f"SELECT t.uid FROM {table} t JOIN {owner} o ON o.id=t.{column} "
                "WHERE o.uid=? AND t.deleted_at IS NULL ORDER BY t.id",
                (uid,),
            )
            here = wanted.setdefault(table, [])
            here.extend(part for (part,) in rows.fetchall() if part not in here)
    return wanted


def _blocks(driver: Any, wanted: Mapping[str, Sequence[bytes]], header: Header) -> Iterator[Block]:
    along = {uid for many in wanted.values() for uid in many}
    for table in TABLES:
        shape = shape_of(table.number)
        for uid in wanted.get(table.name, ()):
            row = driver.execute(
                f"SELECT {shape.told} FROM {shape.name} t WHERE t.uid=? AND t.deleted_at IS NULL", (uid,)
            ).fetchone()
            if row is None:
                continue
            fields = {}
            for column, value in zip(shape.columns, row, strict=True):
                is_known = not column.target or value in along
                if value is not None and is_known and column.name != _SOURCE:
                    fields[column.name] = Given(value)
            if fields:
                space = table.space
                yield Block(table.name, uid, header.source, 0, space, header.created_ms, fields)


def _sound(found: Looked) -> Iterator[Block]:
    """Yield the blocks that this version can take in, with no value that a field cannot hold."""
    for block in found.package.content().blocks:
        if block.table in BY_NAME:
            shape = shape_of(BY_NAME[block.table].number)
            for column in shape.columns:
                if column.name in block.fields:
                    vetting.refuse_impossible(column, shape.name, block.fields[column.name])
            yield block


def _insert(driver: Any, block: Block, fresh: Mapping[bytes, bytes], *, source: str, now: int) -> None:
    shape = shape_of(BY_NAME[block.table].number)
    values: dict[str, Any] = {"uid": fresh[block.rec], "created_at": now, "updated_at": now, _SOURCE: source}
    for column in shape.columns:
        if column.name == _SOURCE:
            continue
        given = block.fields.get(column.name)
        value = _stored(driver, column, given.value if given else None, fresh)
        if value is None:
            if column.needed:
                return  # it stands on a record that was not handed over
            value = column.default
        values[column.name] = value
    names = ",".join(f'"{name}"' for name in values)
    marks = ",".join("?" * len(values))
    driver.execute(f"INSERT INTO {shape.name}({names}) VALUES({marks})", tuple(values.values()))


def _stored(driver: Any, column: Column, value: Value, fresh: Mapping[bytes, bytes]) -> Value:
    if not column.target or not isinstance(value, bytes):
        return value
    uid = fresh.get(value)
    row = driver.execute(f"SELECT id FROM {column.target} WHERE uid=?", (uid,)).fetchone() if uid else None
    return int(row[0]) if row else None


def _report(context: Context, found: Looked, blocks: Sequence[Block]) -> Report:
    with context.reading() as driver:
        known = driver.execute("SELECT ms FROM sync_pkg WHERE id=?", (found.header.id,)).fetchone()
    kinds = sorted({block.table for block in blocks})
    return Report(
        token=Token(package=found.header.id, seq=0, mark=0, top=0),
        sender=found.sender.name,
        created_ms=found.header.created_ms,
        counts=tuple(_counts(kind, blocks) for kind in kinds),
        arrivals=tuple(_arrivals(blocks)),
        conflicts=0,
        erasures=0,
        warnings=(("extract_again", ()),) if known else (),
    )


def _counts(kind: str, blocks: Iterable[Block]) -> KindCounts:
    new = sum(block.table == kind for block in blocks)
    return KindCounts(kind=kind, new=new, newer=0, stale=0, concurrent=0, deleted=0, erased=0, dropped=0)


def _arrivals(blocks: Iterable[Block]) -> Iterator[Arrival]:
    for block in blocks:
        title = next((block.fields[name].value for name in _TITLES if name in block.fields), "")
        yield Arrival(
            kind=block.table,
            uid=block.rec,
            title=str(title),
            effect="new",
            changes=tuple((name, None, given.value) for name, given in block.fields.items()),
        )

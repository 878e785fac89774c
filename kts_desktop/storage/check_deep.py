"""The part of the check that reads everything: structure, references, schema, search, journal."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from kts_desktop.core import folding
from kts_desktop.models import everything  # noqa: F401 - the schema is compared with every table
from kts_desktop.models.catalogue import EXISTENCE, TABLES, SyncedTable
from kts_desktop.storage import search_schema
from kts_desktop.storage.connect import connect
from kts_desktop.storage.findings import Finding, Repair, finding
from kts_desktop.storage.store import Store

SAMPLES = 500
_FIELD = 1  # change.op
_MOST_LINES = 10
_WORD = re.compile(r"\w+")
_SHORTEST = 3


def inside(connection: Any) -> Iterator[Finding]:
    """Read the whole database and yield what is wrong with it."""
    yield from _structure(connection)
    yield from _references(connection)
    yield from _schema(connection)
    yield from _indexes(connection)
    yield from _change_sets(connection)
    yield from _journal(connection)


def schema_of(connection: Any) -> dict[tuple[str, str], str]:
    """Return the statements of all tables, indexes and triggers, freed of the chances of white space."""
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {(kind, name): re.sub(r"\s*([,()])\s*|\s+", r"\1 ", sql).strip() for kind, name, sql in rows}


def fresh_schema() -> dict[tuple[str, str], str]:
    """Return the schema of a new file of this version."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fresh.db"
        store = Store(path, None)
        store.create_schema()
        store.close()
        with closing(connect(path, None)) as connection:
            return schema_of(connection)


def _structure(connection: Any) -> Iterator[Finding]:
    for (line,) in connection.execute("PRAGMA quick_check").fetchmany(_MOST_LINES):
        if line != "ok":
            yield finding("check_structure", Repair.RESTORE, what=line)


def _references(connection: Any) -> Iterator[Finding]:
    counts: dict[str, int] = {}
    for table, *_ in connection.execute("PRAGMA foreign_key_check").fetchall():
        counts[table] = counts.get(table, 0) + 1
    for table, count in counts.items():
        yield finding("check_reference", Repair.BY_HAND, table=table, count=count)


def _schema(connection: Any) -> Iterator[Finding]:
    here, wanted = schema_of(connection), fresh_schema()
    differing = sorted(name for (kind, name) in here.keys() | wanted.keys()
                       if here.get((kind, name)) != wanted.get((kind, name)))  # fmt: skip
    if differing:
        yield finding("check_schema", Repair.REOPEN, what=", ".join(differing[:_MOST_LINES]))


def _indexes(connection: Any) -> Iterator[Finding]:
    for kind, columns in {**search_schema.INDEXED, **search_schema.LOCAL}.items():
        alive = "deleted_at IS NULL" if kind in search_schema.INDEXED else "true"
        (expected,) = connection.execute(f"SELECT count(*) FROM {kind} WHERE {alive}").fetchone()
        (found,) = connection.execute(f"SELECT count(*) FROM {kind}_fts_docsize").fetchone()
        if found != expected:
            yield finding("check_index", Repair.FTS, table=kind, found=found, expected=expected)
            continue
        sampled, wrong = _sampled(connection, kind, columns[0], alive)
        if wrong:
            yield finding("check_index_text", Repair.FTS, table=kind, count=wrong, sampled=sampled)


def _sampled(connection: Any, kind: str, column: str, alive: str) -> tuple[int, int]:
    """Look up a word of up to 500 rows in the index; return how many were looked at and not found."""
    folded = folding.sql(column, folding.INDEX)
    chosen = f"SELECT id FROM {kind} WHERE {alive} ORDER BY (id * 7919) % 10007 LIMIT {SAMPLES}"
    rows = connection.execute(f"SELECT id, {folded} FROM {kind} WHERE id IN ({chosen})").fetchall()
    sampled = wrong = 0
    for row_id, text in rows:
        word = next((word for word in _WORD.findall(text or "") if _is_plain(word)), None)
        if word is None:
            continue
        sampled += 1
        hit = connection.execute(
            f"SELECT 1 FROM {kind}_fts WHERE {kind}_fts MATCH ? AND rowid = ?",
            (f'"{word}"', row_id),
        ).fetchone()
        wrong += hit is None
    return sampled, wrong


def _is_plain(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isascii() and word.isalpha()


def _change_sets(connection: Any) -> Iterator[Finding]:
    (count,) = connection.execute(
        "SELECT count(*) FROM change_set WHERE final=0 AND lo IS NOT NULL AND NOT EXISTS "
        "(SELECT 1 FROM change WHERE seq=hi AND tx=change_set.id)"
    ).fetchone()
    if count:
        yield finding("check_sets", Repair.BY_HAND, count=count)


def _journal(connection: Any) -> Iterator[Finding]:
    """Compare the last journal row of every field with the table; redacted rows say nothing."""
    connection.execute("PRAGMA query_only=OFF")  # a table in memory, never in the file
    connection.execute(
        "CREATE TEMP TABLE last AS SELECT tbl, rec, fld, old, new, max(seq) AS seq FROM change "
        f"WHERE op={_FIELD:d} GROUP BY tbl, rec, fld"
    )
    connection.execute("PRAGMA query_only=ON")
    for table in TABLES:
        (count,) = connection.execute(_difference(table)).fetchone()
        if count:
            yield finding("check_journal", Repair.BY_HAND, table=table.name, count=count)


def _difference(table: SyncedTable) -> str:
    cases = [f"WHEN {EXISTENCE} THEN (t.deleted_at IS NULL) IS NOT last.new"]
    cases.extend(f'WHEN {field.number} THEN t."{field.name}" IS NOT last.new' for field in table.fields)
    return (
        f"SELECT count(*) FROM last JOIN {table.name} t ON t.uid=last.rec "
        f"WHERE last.tbl={table.number} AND NOT (last.old IS NULL AND last.new IS NULL) "
        f"AND CASE last.fld {' '.join(cases)} ELSE 0 END"
    )

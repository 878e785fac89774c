"""The triggers of the change journal, made from the catalogue, and reading it back.

Per synced table: ``ji`` notes an insert, ``ju`` every changed field with old and new value, ``jb`` refuses
edits of a record in the bin, ``jx`` a change of the uid, ``jd`` a hard delete. The context row says which
change set is open; without one no write passes.
"""

from collections.abc import Iterator

from sqlalchemy import Connection

from kts_desktop.models.catalogue import BY_NAME, EXISTENCE, TABLES, SyncedTable

EDIT, APPLY, ERASE = 0, 1, 2  # journal_ctx.mode
INSERTED, FIELD, TOUCH, UNTOUCH = 0, 1, 2, 3  # change.op
UNLABELLED, IN_BIN, HARD_DELETE, UID, ERASED = (
    "kts:unlabelled",
    "kts:in-bin",
    "kts:hard-delete",
    "kts:uid",
    "kts:erased-id",
)
_LABELLED = f"SELECT RAISE(ABORT,'{UNLABELLED}') FROM journal_ctx WHERE tx IS NULL;"


class RefusedRowsError(RuntimeError):
    """Rows were inserted that the journal does not let pass; the message is that of its triggers."""


def trigger_statements() -> Iterator[str]:
    """Yield the statements that create the journal triggers of all synced tables."""
    for table in TABLES:
        yield from _of(table)


def note_inserted(connection: Connection, name: str, first: int) -> None:
    """Do what ``ji`` does, for all rows of a table from an id on; raises RefusedRowsError."""
    if connection.exec_driver_sql("SELECT 1 FROM journal_ctx WHERE tx IS NULL").first():
        raise RefusedRowsError(UNLABELLED)
    erased = f"SELECT 1 FROM sync_erased CROSS JOIN {name} ON {name}.uid=sync_erased.rec WHERE {name}.id>=?"
    if connection.exec_driver_sql(erased, (first,)).first():
        raise RefusedRowsError(ERASED)
    connection.exec_driver_sql(
        f"INSERT INTO change(tx,own,tbl,rec,op) SELECT tx,1,{BY_NAME[name].number},uid,{INSERTED} "
        f"FROM journal_ctx CROSS JOIN {name} WHERE mode={EDIT} AND {name}.id>=? ORDER BY {name}.id",
        (first,),
    )


def _of(table: SyncedTable) -> Iterator[str]:
    name = table.name
    columns = ",".join(f'"{field.name}"' for field in table.fields)
    yield f"CREATE TRIGGER {name}_ji AFTER INSERT ON {name} BEGIN {_on_insert(table)} END"
    yield (
        f"CREATE TRIGGER {name}_ju AFTER UPDATE OF {columns},deleted_at ON {name} "
        f"BEGIN {_on_update(table)} END"
    )
    yield (
        f"CREATE TRIGGER {name}_jb BEFORE UPDATE OF {columns} ON {name} "
        f"WHEN OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NOT NULL BEGIN "
        f"SELECT RAISE(ABORT,'{IN_BIN}') FROM journal_ctx WHERE mode={EDIT}; END"
    )
    yield (
        f"CREATE TRIGGER {name}_jx BEFORE UPDATE OF uid ON {name} WHEN OLD.uid IS NOT NEW.uid "
        f"BEGIN SELECT RAISE(ABORT,'{UID}'); END"
    )
    yield (
        f"CREATE TRIGGER {name}_jd BEFORE DELETE ON {name} BEGIN "
        f"SELECT RAISE(ABORT,'{HARD_DELETE}') FROM journal_ctx WHERE mode<>{ERASE}; END"
    )


def _on_insert(table: SyncedTable) -> str:
    return (
        f"{_LABELLED} SELECT RAISE(ABORT,'{ERASED}') FROM sync_erased WHERE rec=NEW.uid; "
        f"INSERT INTO change(tx,own,tbl,rec,op) "
        f"SELECT tx,1,{table.number},NEW.uid,{INSERTED} FROM journal_ctx WHERE mode={EDIT};"
    )


def _on_update(table: SyncedTable) -> str:
    lines = [
        _field_line(table.number, field.number, f'OLD."{field.name}"', f'NEW."{field.name}"')
        for field in table.fields
    ]
    lines.append(_field_line(table.number, EXISTENCE, "OLD.deleted_at IS NULL", "NEW.deleted_at IS NULL"))
    return f"{_LABELLED} {' '.join(lines)}"


def _field_line(table: int, field: int, old: str, new: str) -> str:
    return (
        f"INSERT INTO change(tx,own,tbl,rec,op,fld,old,new) "
        f"SELECT tx,1,{table},NEW.uid,{FIELD},{field},{old},{new} "
        f"FROM journal_ctx WHERE mode={EDIT} AND ({old}) IS NOT ({new});"
    )

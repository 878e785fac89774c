"""The full-text indexes: one external-content FTS5 table per kind, kept by one trigger per write.

Text is folded on its way in (``core.folding.INDEX``); the tokeniser strips case and marks by itself. A
'delete' must name exactly the folded old values, else stale entries stay behind.
"""

from collections.abc import Iterator
from types import MappingProxyType

from kts_desktop.core import folding

# kind (a table): its indexed columns, the heaviest first
INDEXED = MappingProxyType(
    {
        "advisory_case": ("subject", "number", "concern", "result"),
        "note": ("title", "text", "next_step", "caller"),
        "person": ("family_name", "given_name", "office_title", "remark"),
        "organisation": ("name", "designation", "short_name", "remark"),
        "event": ("title", "venue", "agenda", "report"),
        "project": ("title", "project_name", "working_title", "remark"),
        "measure": ("title", "summary", "needs"),
        "document": ("title", "summary", "origin"),
        "knowledge_item": ("title", "text"),
        "task": ("title", "result"),
    }
)
_MERGED_PAGES = 500
LOCAL = MappingProxyType({"register_entry": ("name", "designation", "district")})


def table_statements() -> Iterator[str]:
    """Yield the statements that create the index tables."""
    for kind, columns in {**INDEXED, **LOCAL}.items():
        yield (
            f"CREATE VIRTUAL TABLE {kind}_fts USING fts5({','.join(columns)}, content='{kind}', "
            f"content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
        )
        yield f"INSERT INTO {kind}_fts({kind}_fts, rank) VALUES('secure-delete', 1)"
        # else one save in 64 waits for a merge of the index; ``merge_statement`` does it when nobody waits
        yield f"INSERT INTO {kind}_fts({kind}_fts, rank) VALUES('automerge', 0)"
        yield f"CREATE VIRTUAL TABLE {kind}_terms USING fts5vocab({kind}_fts, row)"


def trigger_statements() -> Iterator[str]:
    """Yield the statements that create the triggers of the indexes of records."""
    for kind, columns in INDEXED.items():
        yield f"CREATE TRIGGER {kind}_fi AFTER INSERT ON {kind} BEGIN {_add(kind, columns)} END"
        yield (
            f"CREATE TRIGGER {kind}_fu AFTER UPDATE OF {','.join(columns)},deleted_at ON {kind} "
            f"BEGIN {_remove(kind, columns)} {_add(kind, columns)} END"
        )
        yield f"CREATE TRIGGER {kind}_fd AFTER DELETE ON {kind} BEGIN {_remove(kind, columns)} END"


def merge_statement(kind: str) -> str:
    """Return the statement that brings some of the parts together in which saves have left an index."""
    return f"INSERT INTO {kind}_fts({kind}_fts, rank) VALUES('merge', {_MERGED_PAGES})"


def fill_statement(kind: str) -> str:
    """Return the statement that fills an empty index from its table."""
    columns = {**INDEXED, **LOCAL}[kind]
    folded = ",".join(folding.sql(column, folding.INDEX, lower=False) for column in columns)
    alive = " WHERE deleted_at IS NULL" if kind in INDEXED else ""
    return f"INSERT INTO {kind}_fts(rowid,{','.join(columns)}) SELECT id,{folded} FROM {kind}{alive}"


def _add(kind: str, columns: tuple[str, ...]) -> str:
    return (
        f"INSERT INTO {kind}_fts(rowid,{','.join(columns)}) "
        f"SELECT NEW.id,{_folded('NEW', columns)} WHERE NEW.deleted_at IS NULL;"
    )


def _remove(kind: str, columns: tuple[str, ...]) -> str:
    return (
        f"INSERT INTO {kind}_fts({kind}_fts,rowid,{','.join(columns)}) "
        f"SELECT 'delete',OLD.id,{_folded('OLD', columns)} WHERE OLD.deleted_at IS NULL;"
    )


def _folded(row: str, columns: tuple[str, ...]) -> str:
    return ",".join(folding.sql(f"{row}.{column}", folding.INDEX, lower=False) for column in columns)

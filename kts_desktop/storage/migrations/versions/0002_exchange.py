"""What the exchange between laptops and the disposal of cases added to the first schema.

Each part is added only where it is missing: for a while new offices had some of it under the first number.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

_COLUMNS = (("sync_ver", "space", "TEXT"), ("sync_erased", "space", "TEXT"), ("sync_key", "card", "BLOB"))
_ADDED = (
    """CREATE TABLE IF NOT EXISTS sync_space (
  rec BLOB NOT NULL,
  space TEXT NOT NULL,
  CONSTRAINT pk_sync_space PRIMARY KEY (rec)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE IF NOT EXISTS sync_statement (
  id BLOB NOT NULL,
  kind TEXT NOT NULL,
  fp BLOB NOT NULL,
  by_fp BLOB NOT NULL,
  at INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  text BLOB NOT NULL,
  CONSTRAINT pk_sync_statement PRIMARY KEY (id)
)
 STRICT""",
    "CREATE INDEX IF NOT EXISTS ix_sync_statement_fp ON sync_statement (fp)",
    """CREATE INDEX IF NOT EXISTS ix_case_kept ON advisory_case (retention_class, filed_on, closed_on)
  WHERE state = 'filed'""",
)


def upgrade() -> None:
    """Add columns at the end of their tables, then tables and indexes; no row is touched."""
    run = op.get_bind().exec_driver_sql
    for table, column, kind in _COLUMNS:
        present = run(f"SELECT 1 FROM pragma_table_info('{table}') WHERE name='{column}'").first()
        if present is None:
            run(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")
    for statement in _ADDED:
        run(statement)

"""Tables of the change journal, of drafts and of the file itself; written by triggers and the store alone."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, Table, Text
from sqlalchemy.types import UserDefinedType

from kts_desktop.models.base import METADATA


class AnyValue(UserDefinedType[object]):
    """A column that holds any value as it is (SQLite's ANY)."""

    cache_ok = True

    def get_col_spec(self, **_kw: object) -> str:
        """Return the type's name in a STRICT table."""
        return "ANY"


# kind: models.vocab.ChangeKind. lo..hi: range of rows in ``change``. No name, no value, no free text here.
change_set = Table(
    "change_set",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("uid", LargeBinary, nullable=False, unique=True),
    Column("kind", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("args", Text),
    Column("author", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    Column("lo", Integer),
    Column("hi", Integer),
    Column("undoes", Integer),
    Column("undone_by", Integer),
    Column("final", Integer, nullable=False, server_default="0"),
    Column("rep", Integer),
    Column("rseq", Integer),
    Column("pkg", LargeBinary),
    Column("received_at", Integer),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

# op: 0 inserted, 1 field, 2 touched, 3 touch taken back; fld 0 is existence (1 alive, 0 in the bin).
# AUTOINCREMENT is a rule of correctness: a number once judged by the exchange must never come again.
change = Table(
    "change",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("tx", Integer, nullable=False),
    Column("own", Integer, nullable=False),
    Column("tbl", Integer, nullable=False),
    Column("rec", LargeBinary, nullable=False),
    Column("op", Integer, nullable=False),
    Column("fld", Integer),
    Column("old", AnyValue),
    Column("new", AnyValue),
    Index("change_rec", "rec", "seq"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

journal_ctx = Table(
    "journal_ctx",
    METADATA,
    Column("k", Integer, CheckConstraint("k = 1", name="one_row"), primary_key=True),
    Column("tx", Integer),
    Column("mode", Integer, nullable=False),  # 0 edit, 1 apply, 2 erase
    sqlite_strict=True,
)

draft = Table(
    "draft",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("form", Text, nullable=False),  # which form, such as "case" or "note"
    Column("record", LargeBinary, nullable=False),  # uid of the record, or of the one to be
    Column("content", Text, nullable=False),  # JSON of what was typed
    Column("at", Integer, nullable=False),
    Index("ix_draft_record", "form", "record", unique=True),
    sqlite_strict=True,
)

term_cache = Table(
    "term_cache",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("terms", Text, nullable=False),
    Column("at", Integer, nullable=False),
    sqlite_strict=True,
)

meta = Table(
    "meta",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)

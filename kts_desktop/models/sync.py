"""Tables of the exchange between laptops: there from the first schema, filled by ``exchange.sync``.

Record ids are 16-byte uids; spaces, tables and fields are numbers of ``models.catalogue``.
"""

from sqlalchemy import Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text

from kts_desktop.models.base import METADATA
from kts_desktop.models.journal import AnyValue


def _table(name: str, *parts: Column[object] | PrimaryKeyConstraint | Index, rowid: bool = True) -> Table:
    return Table(name, METADATA, *parts, sqlite_strict=True, sqlite_with_rowid=rowid)


def _blob(name: str, *, required: bool = False) -> "Column[object]":
    return Column(name, LargeBinary, nullable=not required)


def _int(name: str, *, required: bool = False) -> "Column[object]":
    return Column(name, Integer, nullable=not required)


def _text(name: str, *, required: bool = False) -> "Column[object]":
    return Column(name, Text, nullable=not required)


def _value(name: str) -> "Column[object]":
    return Column(name, AnyValue)


sync_me = _table(
    "sync_me",
    Column("k", Integer, primary_key=True),
    _blob("rep_id", required=True),
    _int("seq", required=True),
    _int("mark", required=True),
    _blob("machine"),
)
sync_replica = _table(
    "sync_replica",
    Column("n", Integer, primary_key=True),
    Column("rep_id", LargeBinary, nullable=False, unique=True),
    _blob("person"),
    _text("label"),
)
sync_seal = _table(
    "sync_seal",
    _int("rep", required=True),
    _int("seq", required=True),
    _int("ms", required=True),
    _blob("nonce", required=True),
    _blob("deps"),
    _int("lo"),
    _int("hi"),
    PrimaryKeyConstraint("rep", "seq"),
    rowid=False,
)
sync_ver = _table(
    "sync_ver",
    _blob("rec", required=True),
    _int("rep", required=True),
    _int("seq", required=True),
    _int("tbl", required=True),
    _int("mask", required=True),  # bit n: the field of that number; see storage.replica.masks
    _int("ms", required=True),
    _text("space"),  # only where it is not the one of the table
    PrimaryKeyConstraint("rec", "rep", "seq"),
    Index("ix_sync_ver_dot", "rep", "seq"),
    rowid=False,
)
sync_ms = _table(
    "sync_ms",
    _blob("rec", required=True),
    _int("fld", required=True),
    _int("rep", required=True),
    _int("seq", required=True),
    _int("ms", required=True),
    PrimaryKeyConstraint("rec", "fld", "rep", "seq"),
    rowid=False,
)
sync_sib = _table(
    "sync_sib",
    _blob("rec", required=True),
    _int("fld", required=True),
    _int("rep", required=True),
    _int("seq", required=True),
    _value("val"),
    PrimaryKeyConstraint("rec", "fld", "rep", "seq"),
    rowid=False,
)
sync_base = _table(
    "sync_base",
    _blob("rec", required=True),
    _int("fld", required=True),
    _int("rep", required=True),
    _int("seq", required=True),
    _value("val"),
    PrimaryKeyConstraint("rec", "fld", "rep", "seq"),
    rowid=False,
)
sync_opaque = _table(
    "sync_opaque",
    _blob("rec", required=True),
    _text("tbl_name", required=True),
    _text("fld_name", required=True),
    _text("space_name", required=True),
    _int("rep", required=True),
    _int("seq", required=True),
    _int("ms", required=True),
    _value("val"),
    PrimaryKeyConstraint("rec", "fld_name", "rep", "seq"),
    rowid=False,
)
sync_ref = _table(
    "sync_ref",
    _blob("rec", required=True),
    _int("fld", required=True),
    _blob("target", required=True),
    PrimaryKeyConstraint("rec", "fld"),
    Index("ix_sync_ref_target", "target"),
    rowid=False,
)
sync_have = _table(
    "sync_have",
    _text("space", required=True),
    _int("rep", required=True),
    _int("seq", required=True),
    PrimaryKeyConstraint("space", "rep"),
    rowid=False,
)
sync_ack = _table(
    "sync_ack",
    _blob("peer", required=True),
    _text("space", required=True),
    _int("rep", required=True),
    _int("seq", required=True),
    PrimaryKeyConstraint("peer", "space", "rep"),
    rowid=False,
)
sync_pkg = _table(
    "sync_pkg",
    Column("id", LargeBinary, primary_key=True),
    _text("dir", required=True),
    _blob("peer"),
    _int("ms", required=True),
    _blob("sha256"),
    _text("report"),
)
sync_erased = _table(
    "sync_erased",
    Column("rec", LargeBinary, primary_key=True),
    _int("rep"),
    _int("seq"),
    _int("ms", required=True),
    _text("space"),  # whom it is told; NULL: everybody
    rowid=False,
)
sync_space = _table(  # records that were moved out of the space of their table
    "sync_space",
    Column("rec", LargeBinary, primary_key=True),
    _text("space", required=True),
    rowid=False,
)
sync_redacted = _table(
    "sync_redacted",
    _blob("rec", required=True),
    _int("fld", required=True),
    _int("rep", required=True),
    _int("seq", required=True),
    PrimaryKeyConstraint("rec", "fld", "rep", "seq"),
    rowid=False,
)
sync_blob = _table(
    "sync_blob",
    Column("sha256", LargeBinary, primary_key=True),
    _int("size", required=True),
    _text("state", required=True),
)
sync_key = _table(
    "sync_key",
    Column("fp", LargeBinary, primary_key=True),
    _blob("sig_pub", required=True),
    _blob("kem_pub", required=True),
    _blob("rep"),
    _blob("person"),
    _text("trust", required=True),
    _text("verified_by"),
    _int("verified_at"),
    _int("revoked_at"),
    _blob("revoked_vec"),
    _blob("card"),  # the card as it came, signed by the laptop itself
)
sync_statement = _table(  # what laptops say of each other's keys, each signed: kept and handed on
    "sync_statement",
    Column("id", LargeBinary, primary_key=True),
    _text("kind", required=True),
    _blob("fp", required=True),  # of whom it speaks
    _blob("by_fp", required=True),
    _int("at", required=True),
    _int("seq", required=True),  # the own seal it came after: told until a later one is acknowledged
    _blob("text", required=True),
    Index("ix_sync_statement_fp", "fp"),
)
sync_member = _table(
    "sync_member",
    _text("space", required=True),
    _blob("fp", required=True),
    _int("since", required=True),
    _int("until"),
    PrimaryKeyConstraint("space", "fp"),
    rowid=False,
)

"""Reading the shipped reference tables, and uids that are the same on every laptop."""

import csv
import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import FromClause, Table, insert, select

from kts_desktop.core.ids import link_uid
from kts_desktop.core.paths import resource
from kts_desktop.models.base import Record
from kts_desktop.storage.sessions import Session

SOURCE = "Stammdaten"  # the column ``source`` of records that ship with the product
FUNDING_PERIOD = "funding_period"  # a span of a project beside the phases of the value list
Row = Mapping[str, str]

_DEGREE = 10_000_000
_BODY_TYPES = {
    "Kreisfreie Stadt": "61",
    "Stadtkreis": "62",
    "Große Kreisstadt": "67",
    "Stadt": "63",
    "Markt": "60",
    "Gemeinde": "64",
    "Kreis": "43",
    "Landkreis": "44",
    "Regionalverband": "45",
    "Amt": "51",
    "Samtgemeinde": "52",
    "Verbandsgemeinde": "53",
}
_MORE_ITEMS = {
    "project_phase": [
        {"code": FUNDING_PERIOD, "de": "Förderzeitraum insgesamt", "en": "whole funding period"}
    ]
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What every loaded record carries beside its fields."""

    now: datetime

    def record(self, uid: bytes, **fields: Any) -> dict[str, Any]:
        """Return the values of one row for a bulk insert."""
        return {"uid": uid, "source": SOURCE, "created_at": self.now, "updated_at": self.now, **fields}


def rows_of(name: str) -> list[Row]:
    """Return the rows of a shipped table; ``.gz`` is unpacked."""
    path = resource(f"reference/{name}")
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8", newline="") as packed:
            return list(csv.DictReader(packed))
    with path.open(encoding="utf-8", newline="") as plain:
        return list(csv.DictReader(plain))


@cache
def value_lists() -> Mapping[str, Any]:
    """Return the shipped value lists: list key → editable, items."""
    content: dict[str, Any] = json.loads(resource("reference/value_lists.json").read_text(encoding="utf-8"))
    content.pop("_meta")
    for key, items in _MORE_ITEMS.items():
        content[key]["items"] = [*content[key]["items"], *items]
    return content


def code_of(list_key: str, german: str) -> str:
    """Return the code of an item by its German label, empty for an empty label; raises KeyError."""
    if not german:
        return ""
    return _codes(list_key)[german]


def body_type_of(german: str) -> str:
    """Return the code of a type of body as the shipped tables write it; empty if they do not say."""
    return _BODY_TYPES.get(german, "")


def organisation_uid(scheme: str, value: str) -> bytes:
    """Return the uid of the body with this official key, the same on every laptop."""
    return link_uid("organisation", scheme.encode(), value.encode())


def key_uid(organisation: bytes, scheme: str, value: str) -> bytes:
    """Return the uid of a body's official key."""
    return link_uid("organisation_key", organisation, scheme.encode(), value.encode())


def degrees(text_form: str) -> int | None:
    """Return degrees × 10⁷ of a written number; None if it is empty."""
    return int(Decimal(text_form) * _DEGREE) if text_form else None


def number(text_form: str) -> int | None:
    """Return a whole number; None if it is empty."""
    return int(text_form) if text_form else None


def insert_rows(session: Session, record: type[Record], rows: Sequence[dict[str, Any]]) -> dict[bytes, int]:
    """Insert records in bulk and return the id of each uid; columns not given keep their defaults."""
    if not rows:
        return {}
    session.execute(insert(table_of(record.__table__)), rows)
    return {uid: id_ for uid, id_ in session.execute(select(record.uid, record.id))}  # noqa: C416 - rows


def table_of(mapped: FromClause) -> Table:
    """Return the table of a mapped class, for bulk inserts past the mapper."""
    assert isinstance(mapped, Table)
    return mapped


@cache
def _codes(list_key: str) -> Mapping[str, str]:
    return {item["de"]: item["code"] for item in value_lists()[list_key]["items"]}

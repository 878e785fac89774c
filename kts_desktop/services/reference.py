"""The reference data a new office begins with: value lists, directory, programme, networks, contact points.

All records get uids made from official keys and from the numbers of the shipped lists, so that two laptops
set up on their own hold the same records and can exchange packages.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import insert, text

from kts_desktop.core.ids import link_uid
from kts_desktop.models.network import Network
from kts_desktop.models.organisation import Organisation
from kts_desktop.models.person import ContactPoint
from kts_desktop.models.register import RegisterEdition, RegisterEntry
from kts_desktop.models.vocab import ContactKind
from kts_desktop.models.vocabulary import Vocabulary
from kts_desktop.services import register_editions
from kts_desktop.services.reference_files import (
    Row,
    Stamp,
    insert_rows,
    organisation_uid,
    rows_of,
    table_of,
    value_lists,
)
from kts_desktop.services.reference_projects import load_programme
from kts_desktop.services.register_editions import Entry
from kts_desktop.storage.search_schema import fill_statement
from kts_desktop.storage.sessions import Session

_NETWORKS = ("dialogue_platform", "iscn", "connected_in_europe", "research_cluster")
# kinds of the bodies behind the programme's contact points; all others are federal authorities
_KINDS = {"dialogue_platform_office": "business", "kts": "consortium_partner"}


def load(session: Session, *, now: datetime) -> None:
    """Fill a new office with all reference data; the caller holds the one labelled transaction.

    The same files and the same ``now`` give the same rows. Must not run twice on one office.
    """
    stamp = Stamp(now=now)
    _load_vocabulary(session, stamp)
    _load_register(session)
    _load_networks(session, stamp)
    load_programme(session, stamp)
    _load_contact_points(session, stamp)


def _load_vocabulary(session: Session, stamp: Stamp) -> None:
    rows = [
        stamp.record(
            link_uid("vocabulary", list_key.encode(), item["code"].encode()),
            list_key=list_key,
            code=item["code"],
            label_de=item["de"],
            label_en=item["en"],
            position=place,
            editable=bool(content["editable"]),
            details=_details(item),
        )
        for list_key, content in value_lists().items()
        for place, item in enumerate(content["items"], start=1)
    ]
    insert_rows(session, Vocabulary, rows)


def _details(item: Mapping[str, Any]) -> str:
    others = {key: value for key, value in item.items() if key not in ("code", "de", "en")}
    return json.dumps(others, ensure_ascii=False, sort_keys=True) if others else ""


def _load_register(session: Session) -> None:
    edition = register_editions.shipped()
    columns = [field.name for field in fields(Entry)]
    rows = [{column: getattr(entry, column) for column in columns} for entry in edition.entries]
    session.execute(insert(table_of(RegisterEntry.__table__)), rows)
    session.execute(text(fill_statement("register_entry")))
    session.add(
        RegisterEdition(
            as_of=edition.as_of, origin=edition.origin, attribution=edition.attribution, entries=len(rows)
        )
    )
    session.flush()


def _load_networks(session: Session, stamp: Stamp) -> None:
    names = {item["code"]: item["de"] for item in value_lists()["network"]["items"]}
    rows = [
        stamp.record(link_uid("network", code.encode()), kind=code, name=names[code]) for code in _NETWORKS
    ]
    insert_rows(session, Network, rows)


def _load_contact_points(session: Session, stamp: Stamp) -> None:
    rows = rows_of("contact_points.csv")
    bodies = {organisation_uid("name", row["organisation"]): row for row in reversed(rows)}
    ids = insert_rows(
        session, Organisation, [_contact_body(stamp, uid, bodies[uid]) for uid in sorted(bodies)]
    )
    insert_rows(session, ContactPoint, [point for row in rows for point in _points(stamp, row, ids)])


def _contact_body(stamp: Stamp, uid: bytes, row: Row) -> dict[str, Any]:
    kind = _KINDS.get(row["contact_point_id"], "federal_authority")
    return stamp.record(uid, kind=kind, name=row["organisation"])


def _points(stamp: Stamp, row: Row, ids: Mapping[bytes, int]) -> Iterator[dict[str, Any]]:
    body = organisation_uid("name", row["organisation"])
    told = (row["section"], row["purpose"], row["unit"], row["care_of"], row["persons"])
    label = "; ".join(part for part in told if part)
    town = f"{row['postcode']} {row['city']}".strip()
    ways = (
        (ContactKind.POSTAL, ", ".join(part for part in (row["street"], town) if part), ""),
        (ContactKind.PHONE, row["phone"], re.sub(r"[^0-9+]", "", row["phone"])),
        (ContactKind.EMAIL, row["email"], row["email"].lower()),
    )
    for kind, value, normal in ways:
        if value:
            postal = row if kind is ContactKind.POSTAL else {}
            yield stamp.record(
                link_uid("contact_point", body, row["contact_point_id"].encode(), kind.encode()),
                organisation_id=ids[body],
                kind=kind.value,
                value=value,
                normal=normal,
                label=label,
                street=postal.get("street", ""),
                postcode=postal.get("postcode", ""),
                city=postal.get("city", ""),
            )

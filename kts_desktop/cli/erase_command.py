"""``erase``: a person for good, or what a field of a record held before."""

import argparse
from typing import Any

from kts_desktop.cli import references
from kts_desktop.cli.answers import Answer, table
from kts_desktop.cli.kinds import KINDS
from kts_desktop.cli.profile import add_common, opened
from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.core.errors import NotFoundError, RefusedError
from kts_desktop.models.base import table_named
from kts_desktop.services import erasure
from kts_desktop.services.erasure import Mention
from kts_desktop.storage.store import Store

_CANNOT = "without it nothing is erased"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    kinds = commands.add_parser("erase", help="erase for good").add_subparsers(required=True, metavar="WHAT")
    person = kinds.add_parser("person", help="a person with all that exists only for it")
    field = kinds.add_parser("field", help="what the history knows of a field; its present value stays")
    for parser in (person, field):
        add_common(parser)
        parser.add_argument("--yes", action="store_true", help=_CANNOT)
    person.add_argument("record", help="its number, or what it is called")
    person.set_defaults(run=_person, kind="person")
    field.add_argument("kind", choices=sorted(KINDS))
    field.add_argument("record", help="its number, or what it is called")
    field.add_argument("field", help="its name, as JSON answers tell it")
    field.set_defaults(run=_field)


def _person(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile:
        with profile.store.read() as session:
            person_id = references.numbered(session, "person", chosen.record)
            outlook = erasure.outlook(session, person_id)
        named = _told(outlook.mentions)
        if not chosen.yes:
            raise RefusedError("erase_unsaid")
        erasure.erase_person(profile.store, person_id)
        until = _backups_until(profile.store)
    german = chosen.lang == "de"
    told = f"In Sicherungen noch bis {until}." if german else f"In backups until {until}."
    heading = ["Der Name steht noch in:" if german else "The name still stands in:"] if named else []
    return Answer(
        lines=[f"#{person_id}", told, *heading, *named],
        data={"id": person_id, "backups_until": until, "mentions": outlook.mentions},
    )


def _field(chosen: argparse.Namespace) -> Answer:
    table_name = KINDS[chosen.kind].table
    with opened(chosen) as profile:
        with profile.store.read() as session:
            id_ = references.numbered(session, table_name, chosen.record)
            columns = table_named(table_name).c
            uid: Any = session.execute(columns.uid.table.select().where(columns.id == id_)).one_or_none()
        if uid is None:
            raise NotFoundError("gone", id=id_)
        if not chosen.yes:
            raise RefusedError("erase_unsaid")
        erasure.redact(profile.store, table_name, uid.uid, chosen.field)
    return Answer(lines=[f"#{id_}"], data={"id": id_, "kind": chosen.kind, "field": chosen.field})


def _backups_until(store: Store) -> str:
    assert store.ledger is not None
    return local_date(store.ledger.backups_until(utc_now())).isoformat()


def _told(mentions: tuple[Mention, ...]) -> list[str]:
    return table([[one.kind, f"#{one.id}", one.field, one.excerpt] for one in mentions])

"""``dispose``: cases whose retention period is over: listed, proposed, approved and erased, logged."""

import argparse
from collections.abc import Sequence

from kts_desktop.cli import references
from kts_desktop.cli.answers import Answer, table
from kts_desktop.cli.profile import add_common, opened
from kts_desktop.core.clock import local_date, utc_now
from kts_desktop.core.errors import RefusedError
from kts_desktop.services import disposal_log, disposals
from kts_desktop.storage.opening import Opened

_CASES = "file number, or its number with #"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    steps = commands.add_parser("dispose", help="dispose of cases whose retention period is over")
    kinds = steps.add_subparsers(required=True, metavar="STEP")
    due = kinds.add_parser("list", help="what is due, and what of it is proposed")
    propose = kinds.add_parser("propose", help="propose cases for disposal; nothing is erased")
    withdraw = kinds.add_parser("withdraw", help="take proposals back")
    approve = kinds.add_parser("approve", help="erase proposed cases for good")
    log = kinds.add_parser("log", help="what was disposed of: file numbers and dates")
    for parser in (due, propose, withdraw, approve, log):
        add_common(parser)
    for parser in (propose, withdraw, approve):
        parser.add_argument("cases", nargs="+", metavar="CASE", help=_CASES)
    approve.add_argument("--yes", action="store_true", help="without it nothing is erased")
    due.set_defaults(run=_list)
    propose.set_defaults(run=_propose)
    withdraw.set_defaults(run=_withdraw)
    approve.set_defaults(run=_approve)
    log.set_defaults(run=_log)


def _list(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile, profile.store.read() as session:
        found = disposals.due(session, local_date(utc_now()))
    heads = (
        ("Nr.", "Aktenzeichen", "z. d. A.", "aufbewahrt bis", "vorgeschlagen", "von", "Betreff")
        if chosen.lang == "de"
        else ("no.", "file number", "filed", "kept until", "proposed", "by", "subject")
    )
    rows = [
        [
            f"#{one.id}",
            one.number,
            one.filed_on,
            one.kept_until,
            one.proposed_on or "–",
            one.proposed_by or "–",
            one.subject,
        ]
        for one in found
    ]
    return Answer(lines=table([heads, *rows]) if rows else [], data=found)


def _propose(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile:
        ids = _ids(profile, chosen.cases)
        today = local_date(utc_now())
        with profile.store.write("disposal.propose") as session:
            disposals.propose(session, ids, today)
    return _told(ids)


def _withdraw(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile:
        ids = _ids(profile, chosen.cases)
        with profile.store.write("disposal.withdraw") as session:
            disposals.withdraw(session, ids)
    return _told(ids)


def _approve(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile:
        ids = _ids(profile, chosen.cases)
        if not chosen.yes:
            raise RefusedError("erase_unsaid")
        disposals.approve(profile.store, ids)
        assert profile.store.ledger is not None
        until = local_date(profile.store.ledger.backups_until(utc_now())).isoformat()
    told = f"In Sicherungen noch bis {until}." if chosen.lang == "de" else f"In backups until {until}."
    return Answer(lines=[*_told(ids).lines, told], data={"ids": ids, "backups_until": until})


def _log(chosen: argparse.Namespace) -> Answer:
    with opened(chosen) as profile, profile.store.read() as session:
        found = disposal_log.entries(session)
    rows = [one.cells() for one in found]
    return Answer(lines=table([disposal_log.HEADS[chosen.lang], *rows]) if rows else [], data=found)


def _ids(profile: Opened, typed: Sequence[str]) -> list[int]:
    with profile.store.read() as session:
        return [references.numbered(session, disposals.KIND, one) for one in typed]


def _told(ids: Sequence[int]) -> Answer:
    return Answer(lines=[f"#{id_}" for id_ in ids], data={"ids": list(ids)})

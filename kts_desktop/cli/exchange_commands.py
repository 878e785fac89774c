"""``exchange``: this laptop and those of the colleagues, packages out and packages in."""

import argparse
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kts_desktop.cli import exchange_answers as told
from kts_desktop.cli import exchange_decisions, references
from kts_desktop.cli.answers import Answer
from kts_desktop.cli.kinds import KINDS
from kts_desktop.cli.profile import add_common, opened
from kts_desktop.core.errors import RefusedError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.exchange.sync import outgoing, people
from kts_desktop.exchange.sync.office import Exchange, exchange_of
from kts_desktop.exchange.sync.outgoing import Parcel
from kts_desktop.exchange.sync.post_book import posted
from kts_desktop.exchange.sync.questions import ASKED
from kts_desktop.exchange.sync.sorting import Sorted
from kts_desktop.exchange.sync.statements import SUFFIX as CARD_SUFFIX
from kts_desktop.exchange.sync.views import Inspection, Standing
from kts_desktop.storage.keys import KeySources
from kts_desktop.storage.sessions import Session
from kts_desktop.storage.unlocking import passphrase_from_descriptor

_NOT_ALL = 2
_BODY = "body"
Run = Callable[[argparse.Namespace], Answer]


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands about the exchange."""
    acts = commands.add_parser("exchange", help="packages between the laptops of the office").add_subparsers(
        required=True, metavar="WHAT"
    )
    _add_people(acts)
    _add_packages(acts)
    exchange_decisions.add_to(acts)
    _act(acts, "status", "this laptop, the others, and the packages that wait", _status)


def _add_people(acts: Any) -> None:
    identity = _act(acts, "identity", "who this laptop is to the others; made on first use", _identity)
    identity.add_argument("--label", metavar="NAME", help="call this laptop so on its card")
    card = _act(acts, "card", "write the card of this laptop, to be handed to colleagues", _card)
    card.add_argument("--out", type=Path, metavar="DIR", default=Path(), help="default: this folder")
    trust = _act(acts, "trust", "read a card; with the digits its owner tells, confirm it", _trust)
    trust.add_argument("card", metavar="CARD", help="file of a card, or a laptop known here")
    trust.add_argument("--digits", help="the digits as their owner reads them out")
    trust.add_argument("--how", default="", metavar="WAY", help="by which way they came, such as phone")
    revoke = _act(acts, "revoke", "trust a laptop no longer, and tell what it held", _revoke)
    revoke.add_argument("laptop", help="person, label or first digits")
    revoke.add_argument("--yes", action="store_true", help="without it only tell what it holds")
    members = _act(acts, "members", "tell or change which spaces a laptop holds", _members)
    members.add_argument("laptop", help="person, label or first digits")
    members.add_argument("--add", metavar="SPACE", help="dir, office, coordination …")
    members.add_argument("--remove", metavar="SPACE")


def _add_packages(acts: Any) -> None:
    export = _act(acts, "export", "write a package of what the others do not have yet", _export)
    whom = export.add_mutually_exclusive_group(required=True)
    whom.add_argument("--to", action="append", metavar="LAPTOP", help="may be given more than once")
    whom.add_argument("--all", action="store_true", help="everybody confirmed")
    whom.add_argument(
        "--secret-fd",
        type=int,
        metavar="N",
        help="for a first set-up: seal by the passphrase from descriptor N",
    )
    export.add_argument("--full", action="store_true", help="everything, as for a new laptop")
    export.add_argument("--without-documents", action="store_true", help="leave contents of attachments out")
    extract = _act(acts, "extract", "write some records for somebody outside, one way", _extract)
    extract.add_argument("kind", choices=sorted([*KINDS, _BODY]))
    extract.add_argument(
        "records", nargs="+", metavar="RECORD", help="their numbers, or what they are called"
    )
    extract.add_argument("--to", action="append", metavar="LAPTOP", required=True)
    for parser in (export, extract):
        parser.add_argument("--out", type=Path, metavar="DIR", default=Path(), help="default: this folder")
    for name, what, run in (
        ("inspect", "tell what a package is; nothing is taken over", _inspect),
        ("preview", "tell what a package would change; nothing is taken over", _preview),
        ("apply", "take packages over, after a backup; a folder is sorted by itself", _apply),
    ):
        parser = _act(acts, name, what, run)
        if name == "apply":
            parser.add_argument("packages", nargs="+", type=Path, metavar="PACKAGE")
            parser.add_argument("--yes", action="store_true", help="answer all questions with yes")
        else:
            parser.add_argument("package", type=Path, metavar="PACKAGE")
        parser.add_argument("--secret-fd", type=int, metavar="N", help="its passphrase, from descriptor N")


def _act(acts: Any, name: str, what: str, run: Run) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = acts.add_parser(name, help=what)
    add_common(parser)
    parser.set_defaults(run=run)
    return parser


@contextmanager
def exchange(chosen: argparse.Namespace) -> Generator[Exchange]:
    """Open the office's exchange for one command; notes go to standard error."""
    with opened(chosen) as profile:
        found = exchange_of(profile, KeySources().keyring)
        for note in found.notes:
            print(f"kts-desktop-cli: {sentence(note, chosen.lang)}", file=sys.stderr)
        yield found


def _identity(chosen: argparse.Namespace) -> Answer:
    with exchange(chosen) as found:
        found.context.present(chosen.label or "")
        own = found.own()
    return Answer(lines=told.of_own(own, chosen.lang), data=own)


def _card(chosen: argparse.Namespace) -> Answer:
    with exchange(chosen) as found:
        path = found.write_card(chosen.out)
        own = found.own()
    return Answer(lines=[str(path), own.digits], data={"path": path, "digits": own.digits})


def _trust(chosen: argparse.Namespace) -> Answer:
    with exchange(chosen) as found:
        path = Path(chosen.card)
        if path.suffix == CARD_SUFFIX or path.is_file():
            fingerprint = found.read_card(path).fingerprint
        else:
            fingerprint = people.find(found.context, chosen.card)
        if chosen.digits:
            found.confirm(fingerprint, chosen.digits, chosen.how)
        one = next(one for one in found.colleagues() if one.fingerprint == fingerprint)
        by = people.vouchers(found.context, fingerprint)
    return Answer(lines=told.of_colleague(one, by, chosen.lang), data={"laptop": one, "vouchers": by})


def _revoke(chosen: argparse.Namespace) -> Answer:
    with exchange(chosen) as found:
        fingerprint = people.find(found.context, chosen.laptop)
        loss = found.revoke(fingerprint) if chosen.yes else people.loss(found.context, fingerprint)
    return Answer(
        lines=told.of_loss(loss, chosen.lang, is_done=chosen.yes), data={"loss": loss, "revoked": chosen.yes}
    )


def _members(chosen: argparse.Namespace) -> Answer:
    with exchange(chosen) as found:
        fingerprint = people.find(found.context, chosen.laptop)
        for space, is_in in ((chosen.add, True), (chosen.remove, False)):
            if space:
                people.admit(found.context, fingerprint, space, is_in=is_in)
        one = next(one for one in found.colleagues() if one.fingerprint == fingerprint)
    return Answer(lines=[", ".join(one.spaces)], data=one)


def _export(chosen: argparse.Namespace) -> Answer:
    with exchange(chosen) as found:
        secret = None if chosen.secret_fd is None else passphrase_from_descriptor(chosen.secret_fd)
        parcel = Parcel(
            to=_recipients(found, chosen),
            is_full=chosen.full,
            with_documents=not chosen.without_documents,
            passphrase=secret,
        )
        made = outgoing.export(found.context, chosen.out, parcel)
    return Answer(lines=told.of_export(made, chosen.lang), data=made)


def _extract(chosen: argparse.Namespace) -> Answer:
    table = "organisation" if chosen.kind == _BODY else KINDS[chosen.kind].table
    with exchange(chosen) as found:
        with found.context.store.read() as session:
            records = [(table, _uid(session, table, words)) for words in chosen.records]
        made = outgoing.extract(found.context, chosen.out, _recipients(found, chosen), records)
    return Answer(lines=told.of_export(made, chosen.lang), data=made)


def _inspect(chosen: argparse.Namespace) -> Answer:
    with exchange(chosen) as found:
        seen = found.inspect(chosen.package, passphrase=_secret(chosen))
    status = _NOT_ALL if seen.standing is Standing.REFUSED else 0
    return Answer(lines=told.of_inspection(seen, chosen.lang), data=seen, status=status)


def _preview(chosen: argparse.Namespace) -> Answer:
    with exchange(chosen) as found:
        report = found.preview(chosen.package, passphrase=_secret(chosen))
    return Answer(lines=told.of_report(report, chosen.lang), data=report)


def _apply(chosen: argparse.Namespace) -> Answer:
    accepted = ASKED if chosen.yes else frozenset()
    results: list[Sorted] = []
    with exchange(chosen) as found:
        for path in chosen.packages:
            if path.is_dir():
                results += found.take_folder(path, accepted=accepted)
            else:
                taken = found.apply(path, accepted=accepted, passphrase=_secret(chosen))
                results.append(Sorted(inspection=_taken(path, taken.report.sender), report=taken.report))
                results += [Sorted(inspection=_taken(path, one.sender), report=one) for one in taken.unparked]
    is_whole = all(
        one.report is not None or one.inspection.standing in {Standing.ALREADY, Standing.NOTHING_NEW}
        for one in results
    )
    return Answer(
        lines=[line for one in results for line in told.of_sorted(one, chosen.lang)],
        data=results,
        status=0 if is_whole else _NOT_ALL,
    )


def _status(chosen: argparse.Namespace) -> Answer:
    with exchange(chosen) as found:
        own, others, waiting = found.own(), found.colleagues(), found.parked()
        packages = posted(found.context)
        found.tend()
    return Answer(
        lines=[*told.of_status(own, others, waiting, chosen.lang), *map(told.of_posted, packages)],
        data={"own": own, "laptops": others, "waiting": waiting, "packages": packages},
    )


def _recipients(found: Exchange, chosen: argparse.Namespace) -> tuple[bytes, ...]:
    if chosen.to:
        return tuple(people.find(found.context, words) for words in chosen.to)
    if chosen.all:
        return tuple(one.fingerprint for one in found.colleagues() if one.trust == "confirmed" and one.spaces)
    return ()


def _secret(chosen: argparse.Namespace) -> str | None:
    return None if chosen.secret_fd is None else passphrase_from_descriptor(chosen.secret_fd)


def _taken(path: Path, sender: str) -> Inspection:
    return Inspection(
        path=path,
        standing=Standing.READY,
        problem="",
        details=(),
        kind="",
        sender=sender,
        created_ms=None,
        records=0,
        size=path.stat().st_size,
    )


def _uid(session: Session, table: str, words: str) -> bytes:
    driver: Any = session.connection().connection.driver_connection
    number = references.numbered(session, table, words)
    row = driver.execute(f"SELECT uid FROM {table} WHERE id=?", (number,)).fetchone()  # noqa: S608 - of KINDS
    if row is None:
        raise RefusedError("gone", id=number)
    return bytes(row[0])

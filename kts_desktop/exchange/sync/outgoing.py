"""Packages that go out: cut, written to a stick or folder, read back, remembered."""

import json
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from kts_desktop import __version__
from kts_desktop.core.errors import PackageError
from kts_desktop.exchange.sync import carrying, cutting, documents, extracts, package, trust
from kts_desktop.exchange.sync.content import Content
from kts_desktop.exchange.sync.context import Context
from kts_desktop.exchange.sync.cutting import Order
from kts_desktop.exchange.sync.laptop_keys import PublicKeys
from kts_desktop.exchange.sync.package import Addressees, Written
from kts_desktop.exchange.sync.trust import KnownKey
from kts_desktop.exchange.sync.views import Exported
from kts_desktop.storage import revision
from kts_desktop.storage.replica import me

SUFFIX = ".ktspaket"
KEPT_DAYS = 30  # copies of packages in the outbox
_ALL = "alle"
_SHORT = 4  # bytes of a fingerprint in a file name


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What is to be sent: to whom, whether in full, with or without documents.

    ``passphrase`` is for the first set-up of a laptop whose card is not here yet.
    """

    to: tuple[bytes, ...] = ()
    is_full: bool = False
    with_documents: bool = True
    passphrase: str | None = None


def export(context: Context, folder: Path, parcel: Parcel) -> Exported:
    """Write one package for all recipients, who must be confirmed; raises PackageError, StorageError."""
    recipients = _recipients(context, parcel.to)
    if not recipients and parcel.passphrase is None:
        raise PackageError("package_nobody")
    office = context.found()
    to = Addressees(
        laptops=(*(one.public for one in recipients), context.keys.public) if recipients else (),
        passphrase=None if recipients else parcel.passphrase,
    )
    order = _order(context, office, recipients, parcel, to)
    try:
        with cutting.cut(context.store, order) as content:
            context.has_counted()
            name = _name(context.keys.public, [one.public for one in recipients], context.now_ms())
            path, written = carrying.put(
                folder, name, partial(_write, context, content, to), partial(_read_back, context, to)
            )
    finally:
        context.has_counted()
    _remember(context, content, path, written)
    return Exported(
        path=path,
        size=path.stat().st_size,
        records=written.records,
        fields=written.fields,
        erased=len(content.erased),
        blobs=len(content.blobs),
        recipients=tuple(one.name for one in recipients),
    )


def extract(
    context: Context, folder: Path, to: Sequence[bytes], records: Sequence[tuple[str, bytes]]
) -> Exported:
    """Write some records, with what belongs to them, for confirmed laptops outside; raises PackageError."""
    recipients = _recipients(context, to)
    if not recipients:
        raise PackageError("package_nobody")
    addressees = Addressees(laptops=(*(one.public for one in recipients), context.keys.public))
    with context.reading() as driver:
        content = extracts.content_of(context, driver, records)
        name = _name(context.keys.public, [one.public for one in recipients], context.now_ms())
        path, written = carrying.put(
            folder,
            name,
            partial(_write, context, content, addressees),
            partial(_read_back, context, addressees),
        )
    _remember(context, content, path, written)
    return Exported(
        path=path,
        size=path.stat().st_size,
        records=written.records,
        fields=written.fields,
        erased=0,
        blobs=0,
        recipients=tuple(one.name for one in recipients),
    )


def tidy(context: Context) -> int:
    """Delete copies of packages that are older than 30 days, and return how many."""
    limit = time.time() - KEPT_DAYS * 86_400
    old = [path for path in context.places.outbox.glob("*") if path.stat().st_mtime < limit]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _recipients(context: Context, to: Sequence[bytes]) -> list[KnownKey]:
    with context.reading() as driver:
        known = trust.keys(driver)
    found = []
    for fingerprint in dict.fromkeys(to):
        one = known.get(fingerprint)
        if one is None or one.trust == trust.OWN:
            continue
        if not one.is_trusted:
            raise PackageError("package_recipient_unconfirmed", name=one.name)
        found.append(one)
    return found


def _order(
    context: Context, office: bytes, recipients: Sequence[KnownKey], parcel: Parcel, to: Addressees
) -> Order:
    """Say what is cut: what all recipients may hold, less what all of them have acknowledged."""
    replicas = tuple(one.public.replica for one in recipients)
    with context.reading() as driver:
        held = set(me.own_spaces(driver))
        for one in recipients:
            held &= set(trust.spaces_of(driver, one.fingerprint))
        if not held:
            raise PackageError("package_nobody")
        has_heard = all(
            driver.execute("SELECT 1 FROM sync_ack WHERE peer=? LIMIT 1", (peer,)).fetchone()
            for peer in replicas
        )
        peers = replicas if has_heard and not parcel.is_full else ()
        along = documents.to_send(driver, context.blobs, peers, sorted(held)) if parcel.with_documents else {}
        return Order(
            office=office,
            created_ms=context.now_ms(),
            app=__version__,
            schema=int(revision.HEAD),
            peers=peers,
            spaces=tuple(sorted(held)),
            to=to.fingerprints(),
            cards=trust.to_tell(driver, peers),
            wanted=documents.missing(driver, context.blobs),
            blobs=along,
        )


def _write(context: Context, content: Content, to: Addressees, file: BinaryIO) -> Written:
    return package.write(
        file, content, context.keys, to, spool=context.places.outbox, chunks=context.blobs.read
    )


def _read_back(context: Context, to: Addressees, draft: Path) -> None:
    with package.read(draft, to.opener(context.keys)) as written:
        written.verify()


def _name(own: PublicKeys, to: Sequence[PublicKeys], now_ms: int) -> str:
    """Return a name that every mail program and file system takes."""
    whom = to[0].fingerprint[:_SHORT].hex() if len(to) == 1 else _ALL
    at = datetime.fromtimestamp(now_ms / 1000, UTC).astimezone()
    return f"{own.fingerprint[:_SHORT].hex()}-{whom}-{at:%Y%m%d-%H%M%S}{SUFFIX}"


def _remember(context: Context, content: Content, path: Path, written: Written) -> None:
    """Note the package, and keep a copy for a while, in case the stick is lost."""
    header = content.header
    report = {
        "kind": header.kind,
        "to": [one.hex() for one in header.to],
        "records": written.records,
        "fields": written.fields,
        "spaces": list(header.spaces),
        "size": path.stat().st_size,
    }
    with context.writing() as driver:
        driver.execute(
            "INSERT INTO sync_pkg(id, dir, peer, ms, report) VALUES(?,'out',NULL,?,?)",
            (header.id, header.created_ms, json.dumps(report, sort_keys=True)),
        )
    context.places.outbox.mkdir(mode=0o700, exist_ok=True)
    copy = context.places.outbox / f"{header.id.hex()}{SUFFIX}"
    try:
        shutil.copyfile(path, copy)
    except OSError:  # no room for a copy, or the stick is out already: the package itself is safe
        copy.unlink(missing_ok=True)

"""Looking at a package that came in: from the copy in quarantine, without touching the database."""

import hashlib
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kts_desktop.core.errors import ImportFileError, PackageError
from kts_desktop.exchange import stage
from kts_desktop.exchange.stage import StagedFile
from kts_desktop.exchange.sync import envelope, identity, package, statements, trust
from kts_desktop.exchange.sync.content import EXTRACT, Content, Header
from kts_desktop.exchange.sync.context import Context, at
from kts_desktop.exchange.sync.envelope import BY_PASSPHRASE
from kts_desktop.exchange.sync.package import MOST_BLOBS, MOST_PACKED, Package
from kts_desktop.exchange.sync.statements import Card, Statement
from kts_desktop.exchange.sync.trust import KnownKey
from kts_desktop.exchange.sync.views import Trust
from kts_desktop.storage.replica import me

NEW_DEVICE_DAYS = 7
OLD_DAYS = 90
_DAY_MS = 86_400_000
_NONCE = "SELECT nonce FROM sync_seal s JOIN sync_replica r ON r.n=s.rep WHERE r.rep_id=? AND s.seq=?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A package whose sender, signature and form are right; ``said`` are its statements about keys."""

    staged: StagedFile
    package: Package
    sender: KnownKey
    header: Header
    is_first: bool  # this laptop has exchanged nothing yet

    def content(self, revoked: dict[bytes, KnownKey]) -> Content:
        """Return what is taken over: nothing a revoked laptop made after what was known of it then."""
        content = self.package.content()
        if not revoked:
            return content

        def counts(rep: bytes, seq: int, space: str) -> bool:
            key = revoked.get(rep)
            return key is None or seq <= _limit(key, space)

        return replace(
            content,
            blocks=(one for one in content.blocks if counts(one.rep, one.seq, one.space)),
            erased=tuple(one for one in content.erased if counts(one.rep, one.seq, one.space)),
            seals=tuple(one for one in content.seals if counts(one.rep, one.seq, "")),
        )

    def statements(self) -> list[Statement]:
        """Return what the package says of keys; what cannot be read is of a newer version."""
        found = []
        for text in self.package.content().cards:
            try:
                found.append(statements.parse(text))
            except PackageError:
                continue
        return found


@contextmanager
def look(context: Context, path: Path, *, passphrase: str | None = None) -> Generator[Looked]:
    """Copy a package aside, check everything that can be checked without the database, and yield it.

    Raises PackageError, ImportFileError; the copy is gone afterwards.
    """
    staged = _staged(context, path)
    opener = envelope.by_keys(context.keys) if passphrase is None else envelope.by_passphrase(passphrase)
    try:
        with package.read(staged.path, opener) as found:
            yield _checked(context, staged, found)
    finally:
        staged.path.unlink(missing_ok=True)


def revoked(driver: Any) -> dict[bytes, KnownKey]:
    """Return the revoked laptops by replica; former selves of this one count as others do."""
    return {
        key.public.replica: key
        for key in trust.keys(driver).values()
        if key.trust == Trust.REVOKED and key.revoked_at_seq
    }


def _limit(key: KnownKey, space: str) -> int:
    known = key.revoked_at_seq
    return known.get(space, 0) if space else max(known.values(), default=0)


def _staged(context: Context, path: Path) -> StagedFile:
    try:
        return stage.quarantine(path, context.places.quarantine, limit=MOST_PACKED + MOST_BLOBS)
    except ImportFileError as error:
        if error.code == "import_too_large":
            raise PackageError("package_too_large") from error
        raise


def _checked(context: Context, staged: StagedFile, found: Package) -> Looked:
    with context.reading() as driver:
        office = identity.office_of(driver)
        is_first = office == identity.NOBODY
        if found.suite == BY_PASSPHRASE:
            sender = _by_passphrase(found, is_first=is_first)
        else:
            sender = trust.signer(driver, found.signer)
        header = found.checked().header
        if header.source != sender.public.replica:
            raise PackageError("package_damaged")
        if found.suite != BY_PASSPHRASE and context.keys.public.fingerprint not in header.to:
            raise PackageError("package_forwarded")
        if header.kind != EXTRACT:
            _check_office(context, driver, header, sender, office)
    return Looked(staged=staged, package=found, sender=sender, header=header, is_first=is_first)


def _check_office(context: Context, driver: Any, header: Header, sender: KnownKey, office: bytes) -> None:
    """Check what holds for packages between laptops of one office."""
    if office not in {identity.NOBODY, header.office}:
        raise PackageError("package_other_office")
    allowed = trust.spaces_of(driver, sender.fingerprint) or (
        trust.SPACES if office == identity.NOBODY else ()
    )
    if sender.trust != trust.OWN and not set(header.spaces) <= set(allowed):
        raise PackageError("package_space", name=sender.name)
    known = driver.execute("SELECT ms, dir FROM sync_pkg WHERE id=?", (header.id,)).fetchone()
    if known is not None:
        raise (
            PackageError("package_own")
            if known[1] == "out"
            else PackageError("package_already", date=at(known[0]))
        )
    if sender.trust == trust.OWN:
        raise PackageError("package_fork", name=sender.name)
    if office == identity.NOBODY:
        age = context.now_ms() - header.created_ms
        if any(header.since.values()) or age > NEW_DEVICE_DAYS * _DAY_MS:
            raise PackageError("package_old_snapshot", n=NEW_DEVICE_DAYS)
    _check_heads(driver, header)


def _check_heads(driver: Any, header: Header) -> None:
    """Refuse a package that speaks of a copied laptop, also of a third one."""
    own = me.who(driver)
    assert own is not None
    names = {key.public.replica: key.name for key in trust.keys(driver).values()}
    for head in header.heads:
        row = driver.execute(_NONCE, (head.rep, head.seq)).fetchone()
        is_ahead = head.rep == own.replica and head.seq > own.seq
        if is_ahead or (row is not None and row[0] != head.nonce):
            raise PackageError("package_fork", name=names.get(head.rep, head.rep.hex()[:8]))


def _by_passphrase(found: Package, *, is_first: bool) -> KnownKey:
    """Return the sender of a first set-up: whoever told the passphrase sent the card along."""
    if not is_first:
        raise PackageError("package_first_only")
    found.verify()
    for text in found.content().cards:
        try:
            card = statements.parse(text)
        except PackageError:
            continue
        what = card.what
        if isinstance(what, Card) and what.keys.signing == found.signer and statements.is_own_card(card):
            return KnownKey(
                public=what.keys,
                trust=Trust.UNCONFIRMED,
                verified_by="",
                verified_ms=None,
                revoked_ms=None,
                revoked_at_seq={},
                card=what,
            )
    raise PackageError("package_unknown_sender")


def digest(path: Path) -> bytes:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()

"""The colleagues' laptops: their cards, whether they are trusted, how far each knows the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kts_desktop.core.errors import PackageError, RefusedError
from kts_desktop.core.fingerprints import digits_of, is_same
from kts_desktop.exchange.sync import carrying, identity, statements, trust
from kts_desktop.exchange.sync.context import Context
from kts_desktop.exchange.sync.identity import NOBODY
from kts_desktop.exchange.sync.statements import LONGEST, SUFFIX
from kts_desktop.exchange.sync.trust import KnownKey
from kts_desktop.exchange.sync.views import Colleague, OwnLaptop, Trust
from kts_desktop.storage.replica import me, sealing

_FIELDS_SINCE = (
    "SELECT v.seq, v.mask, coalesce(v.space, '') FROM sync_ver v JOIN sync_replica r ON r.n=v.rep "
    "JOIN sync_me m ON m.rep_id=r.rep_id WHERE v.seq>?"
)
_NEWEST = "SELECT max(s.ms) FROM sync_seal s JOIN sync_replica r ON r.n=s.rep WHERE r.rep_id=? AND s.seq<=?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What a revoked laptop held, as far as is known: to be told to whoever must know."""

    name: str
    spaces: tuple[str, ...]
    known_to_ms: int | None  # until when it knew the office's changes
    records: int
    documents: int


def own(context: Context) -> OwnLaptop:
    """Return the laptop at hand."""
    with context.reading() as driver:
        mine = trust.own_key(driver)
        assert mine is not None
        return OwnLaptop(
            fingerprint=mine.fingerprint,
            person=mine.card.person,
            label=mine.card.label,
            digits=digits_of(mine.fingerprint),
            replica=mine.public.replica,
            unsealed_changes=sealing.waiting_rows(driver),
        )


def colleagues(context: Context) -> list[Colleague]:
    """Return all other laptops that are known, by name."""
    with context.reading() as driver:
        found = [_colleague(driver, key) for key in trust.keys(driver).values() if key.trust != trust.OWN]
    return sorted(found, key=lambda one: (one.person.casefold(), one.label.casefold(), one.fingerprint))


def find(context: Context, words: str) -> bytes:
    """Return the fingerprint of the laptop somebody means; raises RefusedError."""
    with context.reading() as driver:
        return trust.found_by(driver, words).fingerprint


def write_card(context: Context, folder: Path) -> Path:
    """Write the own card as a file; raises PackageError."""
    context.present()
    with context.reading() as driver:
        (card,) = driver.execute("SELECT card FROM sync_key WHERE trust=?", (trust.OWN,)).fetchone()
        mine = trust.own_key(driver)
    assert mine is not None
    name = f"{mine.fingerprint[:4].hex()}{SUFFIX}"

    def check(draft: Path) -> None:
        statements.read_card(draft.read_bytes(), draft.name)

    path, _ = carrying.put(folder, name, lambda file: file.write(card + b"\n"), check)
    return path


def read_card(context: Context, path: Path) -> Colleague:
    """Take in a colleague's card, unconfirmed; raises PackageError."""
    try:
        with path.open("rb") as file:
            content = file.read(LONGEST + 2)
    except OSError as error:
        raise PackageError("card_damaged", name=path.name) from error
    card = statements.read_card(content, path.name)
    if card.about == context.keys.public.fingerprint:
        raise PackageError("card_own")
    with context.writing() as driver:
        trust.learn(driver, [card], context.now_ms())
        return _colleague(driver, trust.keys(driver)[card.about])


def confirm(context: Context, fingerprint: bytes, typed: str, how: str = "") -> Colleague:
    """Trust a laptop whose digits, as its user tells them, were typed or read here.

    ``how`` says by which way they came. Raises PackageError ``card_digits``, RefusedError.
    """
    if not is_same(typed, fingerprint):
        raise PackageError("card_digits")
    with context.writing() as driver:
        key = _known(driver, fingerprint)
        office = identity.office_of(driver)
        is_outsider = NOBODY not in {office, key.card.office} and key.card.office != office
        mine = trust.own_key(driver)
        by = mine.card.person if mine else ""
        verified = f"{by} ({how})" if how else by
        trust.confirm(driver, context.keys, key, verified, context.now_ms(), is_outsider=is_outsider)
        return _colleague(driver, _known(driver, fingerprint))


def revoke(context: Context, fingerprint: bytes) -> Loss:
    """Trust a laptop no longer, and return what it held; raises RefusedError."""
    with context.writing() as driver:
        key = _known(driver, fingerprint)
        loss = _loss(driver, key)
        trust.revoke(driver, context.keys, key, context.now_ms())
        return loss


def loss(context: Context, fingerprint: bytes) -> Loss:
    """Return what a laptop holds, as the question before its revocation tells it."""
    with context.reading() as driver:
        return _loss(driver, _known(driver, fingerprint))


def admit(context: Context, fingerprint: bytes, space: str, *, is_in: bool) -> Colleague:
    """Let a laptop hold a space, or no longer; ``coordination`` makes a coordinator of it."""
    with context.writing() as driver:
        key = _known(driver, fingerprint)
        trust.admit(driver, context.keys, fingerprint, space, context.now_ms(), is_in=is_in)
        trust.settle(driver, context.now_ms())
        return _colleague(driver, key)


def vouchers(context: Context, fingerprint: bytes) -> Sequence[str]:
    """Return who else says to have compared a laptop's digits."""
    with context.reading() as driver:
        return trust.vouchers(driver, fingerprint)


def _known(driver: Any, fingerprint: bytes) -> KnownKey:
    key = trust.keys(driver).get(fingerprint)
    if key is None or key.trust == trust.OWN:
        raise RefusedError("device_unknown", name=fingerprint.hex()[:8])
    return key


def _colleague(driver: Any, key: KnownKey) -> Colleague:
    replica = key.public.replica
    theirs, acknowledged = _numbers(driver, replica)
    (ours,) = driver.execute(
        "SELECT max(s.ms) FROM sync_seal s JOIN sync_replica r ON r.n=s.rep "
        "JOIN sync_me m ON m.rep_id=r.rep_id WHERE s.seq<=?",
        (max(acknowledged.values(), default=0),),
    ).fetchone()
    (newest,) = driver.execute(_NEWEST, (replica, theirs)).fetchone()
    (heard,) = driver.execute("SELECT max(ms) FROM sync_pkg WHERE peer=? AND dir='in'", (replica,)).fetchone()
    return Colleague(
        fingerprint=key.fingerprint,
        person=key.card.person,
        label=key.card.label,
        digits=digits_of(key.fingerprint),
        trust=Trust(key.trust),
        verified_by=key.verified_by,
        spaces=trust.spaces_of(driver, key.fingerprint),
        theirs_ms=newest or heard,
        ours_ms=ours,
        unconfirmed_changes=_unconfirmed(driver, acknowledged),
    )


def _numbers(driver: Any, replica: bytes) -> tuple[int, dict[str, int]]:
    """Return the newest seal of theirs here, and of ours there by space."""
    (theirs,) = driver.execute(
        "SELECT coalesce(max(h.seq), 0) FROM sync_have h JOIN sync_replica r ON r.n=h.rep WHERE r.rep_id=?",
        (replica,),
    ).fetchone()
    known = me.who(driver)
    assert known is not None
    spaces = me.own_spaces(driver)
    there = {space: me.acknowledged(driver, replica, space).get(known.number, 0) for space in spaces}
    return theirs, there


def _unconfirmed(driver: Any, acknowledged: dict[str, int]) -> int:
    """Count the own sealed fields a colleague has not acknowledged."""
    lowest = min(acknowledged.values(), default=0)
    count = 0
    for seq, mask, space in driver.execute(_FIELDS_SINCE, (lowest,)):
        if seq > (acknowledged.get(space, lowest) if space else lowest):
            count += int(mask & ~(1 << 62)).bit_count()
    return count


def _loss(driver: Any, key: KnownKey) -> Loss:
    spaces = trust.spaces_of(driver, key.fingerprint)
    _, acknowledged = _numbers(driver, key.public.replica)
    (until,) = driver.execute(
        "SELECT max(ms) FROM sync_pkg WHERE dir='out' AND report LIKE ?", (f"%{key.fingerprint.hex()}%",)
    ).fetchone()
    (records,) = driver.execute("SELECT count(DISTINCT rec) FROM sync_ver").fetchone()
    (documents,) = driver.execute("SELECT count(*) FROM attachment WHERE deleted_at IS NULL").fetchone()
    has_any = until is not None or any(acknowledged.values())
    return Loss(
        name=key.name,
        spaces=spaces,
        known_to_ms=until,
        records=records if has_any else 0,
        documents=documents if has_any else 0,
    )

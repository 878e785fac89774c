"""Whose keys are known here, how far they are trusted, and why.

A key is trusted when its digits were compared here, or when two coordinators vouch for it; nothing is trusted
because it came first. Everything here takes a connection of the driver inside a transaction of the caller.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kts_desktop.core.errors import PackageError, RefusedError
from kts_desktop.core.fingerprints import digits_of
from kts_desktop.exchange.sync import statements
from kts_desktop.exchange.sync.laptop_keys import LaptopKeys, PublicKeys
from kts_desktop.exchange.sync.statements import Card, Member, Revocation, Says, Statement, Vouch
from kts_desktop.exchange.sync.views import Trust
from kts_desktop.models.base import moment

OWN = "own"
COORDINATION = "coordination"  # the space whose members decide on all others
SPACES = ("dir", "office")
VOUCHERS = 2
_KEYS = (
    "SELECT fp, sig_pub, kem_pub, rep, trust, verified_by, verified_at, revoked_at, revoked_vec, card "
    "FROM sync_key"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownKey:
    """One laptop's keys as they are known here; ``trust`` is a word of Trust, or ``own``."""

    public: PublicKeys
    trust: str
    verified_by: str
    verified_ms: int | None
    revoked_ms: int | None
    revoked_at_seq: Mapping[str, int]
    card: Card

    @property
    def fingerprint(self) -> bytes:
        """Return its fingerprint."""
        return self.public.fingerprint

    @property
    def name(self) -> str:
        """Return what people call it: whose it is, and which."""
        return name_of(self.card)

    @property
    def is_trusted(self) -> bool:
        """Tell whether packages may come from it and go to it."""
        return self.trust in {Trust.CONFIRMED, OWN}


def keys(driver: Any) -> dict[bytes, KnownKey]:
    """Return all keys by fingerprint, the own ones included."""
    return {row[0]: _known(row) for row in driver.execute(f"{_KEYS} ORDER BY fp").fetchall()}


def own_key(driver: Any) -> KnownKey | None:
    """Return the key of this laptop; None before its first use."""
    row = driver.execute(f"{_KEYS} WHERE trust='{OWN}'").fetchone()
    return _known(row) if row else None


def signer(driver: Any, signing: bytes) -> KnownKey:
    """Return the trusted laptop behind a signing key.

    Raises PackageError ``package_unknown_sender``, ``package_unconfirmed`` or ``package_revoked``.
    """
    found = [one for one in keys(driver).values() if one.public.signing == signing]
    if not found:
        raise PackageError("package_unknown_sender")
    one = next((key for key in found if key.is_trusted), found[0])
    if one.trust == Trust.REVOKED:
        raise PackageError("package_revoked", name=one.name, date=_local(one.revoked_ms))
    if not one.is_trusted:
        raise PackageError("package_unconfirmed", name=one.name, digits=digits_of(one.fingerprint))
    return one


def found_by(driver: Any, words: str) -> KnownKey:
    """Return the colleague's laptop that somebody means: by digits, person or label.

    Raises RefusedError ``device_unknown`` or ``device_ambiguous``.
    """
    typed = "".join(filter(str.isdigit, words))
    folded = words.casefold().strip()
    hits = []
    for one in keys(driver).values():
        if one.trust == OWN:
            continue
        is_named = folded in {one.name.casefold(), one.card.person.casefold(), one.card.label.casefold()}
        digits = digits_of(one.fingerprint).replace(" ", "")
        if is_named or (len(typed) >= 5 and digits.startswith(typed)):  # noqa: PLR2004 - one group
            hits.append(one)
    live = [one for one in hits if one.trust != Trust.REVOKED] or hits
    if not live:
        raise RefusedError("device_unknown", name=words)
    if len(live) > 1:
        raise RefusedError("device_ambiguous", name=words)
    return live[0]


def be(driver: Any, mine: Statement, now_ms: int) -> None:
    """Make a card the own one; a former one is closed."""
    driver.execute("UPDATE sync_key SET trust=?, revoked_at=? WHERE trust=?", (Trust.REVOKED, now_ms, OWN))
    driver.execute("DELETE FROM sync_statement WHERE kind=? AND by_fp=fp AND fp=?", (Says.CARD, mine.about))
    driver.execute("DELETE FROM sync_key WHERE fp=?", (mine.about,))
    _enter(driver, mine, OWN)
    _record(driver, mine, now_ms)


def learn(driver: Any, told: Iterable[Statement], now_ms: int, *, rooted: bool = False) -> None:
    """Take in what came with a package or a card, and draw the conclusions.

    ``rooted``: a new laptop that has no coordinators yet believes who its first package says they are.
    """
    fresh = [one for one in told if not _is_known(driver, one)]
    for one in fresh:
        if isinstance(one.what, Card) and statements.is_own_card(one):
            _learn_card(driver, one, now_ms)
    for one in fresh:
        if not isinstance(one.what, Card):
            signing = driver.execute("SELECT sig_pub FROM sync_key WHERE fp=?", (one.by,)).fetchone()
            if signing is not None and one.is_signed_by(signing[0]):
                _record(driver, one, now_ms)
    settle(driver, now_ms, rooted=rooted)


def confirm(
    driver: Any, mine: LaptopKeys, key: KnownKey, how: str, now_ms: int, *, is_outsider: bool = False
) -> None:
    """Trust a laptop whose digits were compared, tell the colleagues, and let it hold the usual spaces.

    An outsider holds none: it may receive extracts and send them.
        Raises RefusedError ``device_revoked``.
    """
    if key.trust == Trust.REVOKED:
        raise RefusedError("device_revoked", name=key.name)
    driver.execute(
        "UPDATE sync_key SET trust=?, verified_by=?, verified_at=? WHERE fp=?",
        (Trust.CONFIRMED, how, now_ms, key.fingerprint),
    )
    _record(driver, statements.say(mine, Vouch(fingerprint=key.fingerprint), now_ms), now_ms)
    held = driver.execute("SELECT 1 FROM sync_member WHERE fp=?", (key.fingerprint,)).fetchone()
    if held is None and not is_outsider:
        for space in SPACES:
            admit(driver, mine, key.fingerprint, space, now_ms)
    settle(driver, now_ms)


def admit(
    driver: Any, mine: LaptopKeys, fingerprint: bytes, space: str, now_ms: int, *, is_in: bool = True
) -> None:
    """Let a laptop hold a space, or no longer; the word of a coordinator reaches everybody.

    It is the last word, also if the clock of this computer was set back.
    """
    (latest,) = driver.execute(
        "SELECT max(max(since, coalesce(until, 0))) FROM sync_member WHERE space=? AND fp=?",
        (space, fingerprint),
    ).fetchone()
    now_ms = max(now_ms, (latest or 0) + 1)
    if mine.public.fingerprint in members(driver, COORDINATION):
        said = statements.say(mine, Member(fingerprint=fingerprint, space=space, is_in=is_in), now_ms)
        _record(driver, said, now_ms)
    _set_member(driver, fingerprint, space, now_ms, is_in=is_in)


def revoke(driver: Any, mine: LaptopKeys, key: KnownKey, now_ms: int) -> None:
    """Trust a laptop no longer; what is known of its seals by now still counts."""
    known = _seals_of(driver, key.public.replica)
    what = Revocation(fingerprint=key.fingerprint, replica=key.public.replica, known=known)
    _record(driver, statements.say(mine, what, now_ms), now_ms)
    _revoke(driver, what, now_ms)
    settle(driver, now_ms)


def settle(driver: Any, now_ms: int, *, rooted: bool = False) -> None:
    """Draw the conclusions of all statements: coordinators, revocations, members, vouching."""
    said = [
        statements.parse(text) for (text,) in driver.execute("SELECT text FROM sync_statement ORDER BY at")
    ]
    if rooted and not members(driver, COORDINATION):
        for one in said:
            if isinstance(one.what, Member) and one.what.space == COORDINATION:
                _set_member(driver, one.what.fingerprint, COORDINATION, one.made_ms, is_in=one.what.is_in)
    coordinators = members(driver, COORDINATION)
    for one in sorted(said, key=lambda each: each.made_ms):
        if one.by not in coordinators:
            continue
        if isinstance(one.what, Revocation):
            _revoke(driver, one.what, now_ms)
        elif isinstance(one.what, Member):
            _set_member(driver, one.what.fingerprint, one.what.space, one.made_ms, is_in=one.what.is_in)
    _settle_vouching(driver, said, coordinators, now_ms)


def vouchers(driver: Any, fingerprint: bytes) -> list[str]:
    """Return the names of trusted colleagues who have compared a laptop's digits: a hint, no more."""
    known = keys(driver)
    rows = driver.execute(
        "SELECT DISTINCT by_fp FROM sync_statement WHERE kind=? AND fp=?", (Says.VOUCH, fingerprint)
    ).fetchall()
    return sorted(known[by].name for (by,) in rows if by in known and known[by].trust == Trust.CONFIRMED)


def members(driver: Any, space: str) -> frozenset[bytes]:
    """Return the fingerprints of those who hold a space now."""
    rows = driver.execute("SELECT fp FROM sync_member WHERE space=? AND until IS NULL", (space,)).fetchall()
    return frozenset(fp for (fp,) in rows)


def spaces_of(driver: Any, fingerprint: bytes) -> tuple[str, ...]:
    """Return the spaces a laptop holds now."""
    rows = driver.execute(
        "SELECT space FROM sync_member WHERE fp=? AND until IS NULL AND space<>? ORDER BY space",
        (fingerprint, COORDINATION),
    )
    return tuple(space for (space,) in rows.fetchall())


def to_tell(driver: Any, peers: Iterable[bytes]) -> tuple[bytes, ...]:
    """Return the statements that these colleagues may not have, all of them without any."""
    told = [_least_acknowledged(driver, peer) for peer in peers]
    least = min(told) if told else None
    rows = driver.execute(
        "SELECT text FROM sync_statement WHERE ? IS NULL OR seq>=? ORDER BY kind, at, id", (least, least)
    )
    return tuple(text for (text,) in rows.fetchall())


def name_of(card: Card) -> str:
    """Return what people call a laptop: whose it is, and which."""
    return ", ".join(filter(None, (card.person, card.label)))


def _least_acknowledged(driver: Any, peer: bytes) -> int:
    """Return the own seal that a colleague has in every space, 0 if none."""
    rows = driver.execute("SELECT DISTINCT space FROM sync_ack WHERE peer=?", (peer,)).fetchall()
    found = driver.execute(
        "SELECT min(a.seq), count(*) FROM sync_ack a JOIN sync_replica r ON r.n=a.rep "
        "JOIN sync_me m ON m.rep_id=r.rep_id WHERE a.peer=?",
        (peer,),
    ).fetchone()
    return int(found[0]) if rows and found[1] == len(rows) else 0


def _local(ms: int | None) -> datetime:
    """Return stored milliseconds as a moment in the zone of this computer."""
    found = moment(ms or 0)
    assert found is not None
    return found.astimezone()


def _known(row: Any) -> KnownKey:
    fp, signing, receiving, replica, trust, by, at, revoked, vector, card = row
    what = statements.parse(card).what
    assert isinstance(what, Card)
    assert what.keys.fingerprint == fp
    return KnownKey(
        public=PublicKeys(signing=signing, receiving=receiving, replica=replica),
        trust=trust,
        verified_by=by or "",
        verified_ms=at,
        revoked_ms=revoked,
        revoked_at_seq=json.loads(vector) if vector else {},
        card=what,
    )


def _is_known(driver: Any, statement: Statement) -> bool:
    found = driver.execute("SELECT 1 FROM sync_statement WHERE id=?", (statement.id,)).fetchone()
    return found is not None


def _learn_card(driver: Any, card: Statement, now_ms: int) -> None:
    """Keep a card: of a new laptop unconfirmed, of a known one only if it is newer."""
    known = driver.execute("SELECT card, trust FROM sync_key WHERE fp=?", (card.about,)).fetchone()
    if known is None:
        _enter(driver, card, Trust.UNCONFIRMED)
    elif known[1] == OWN or statements.parse(known[0]).made_ms >= card.made_ms:
        return
    else:
        driver.execute("UPDATE sync_key SET card=? WHERE fp=?", (card.text, card.about))
        driver.execute("DELETE FROM sync_statement WHERE kind=? AND fp=?", (Says.CARD, card.about))
    _record(driver, card, now_ms)


def _enter(driver: Any, card: Statement, trust: str) -> None:
    what = card.what
    assert isinstance(what, Card)
    driver.execute(
        "INSERT INTO sync_key(fp, sig_pub, kem_pub, rep, person, trust, card) VALUES(?,?,?,?,?,?,?)",
        (
            card.about,
            what.keys.signing,
            what.keys.receiving,
            what.keys.replica,
            what.adviser or None,
            trust,
            card.text,
        ),
    )
    driver.execute(
        "INSERT INTO sync_replica(rep_id, person, label) VALUES(?,?,?) "
        "ON CONFLICT(rep_id) DO UPDATE SET person=excluded.person, label=excluded.label",
        (what.keys.replica, what.adviser or None, name_of(what)),
    )


def _record(driver: Any, statement: Statement, now_ms: int) -> None:
    own = driver.execute("SELECT coalesce(max(seq), 0) FROM sync_me").fetchone()[0]
    driver.execute(
        "INSERT INTO sync_statement(id, kind, fp, by_fp, at, seq, text) VALUES(?,?,?,?,?,?,?) "
        "ON CONFLICT DO NOTHING",
        (statement.id, statement.says, statement.about, statement.by, now_ms, own, statement.text),
    )


def _set_member(driver: Any, fingerprint: bytes, space: str, at_ms: int, *, is_in: bool) -> None:
    """Keep the latest word on a membership."""
    driver.execute(
        "INSERT INTO sync_member(space, fp, since, until) VALUES(?,?,?,?) "
        "ON CONFLICT(space, fp) DO UPDATE SET until=excluded.until, "
        "since=CASE WHEN excluded.until IS NULL THEN excluded.since ELSE since END "
        "WHERE excluded.since>=max(since, coalesce(until, 0))",
        (space, fingerprint, at_ms, None if is_in else at_ms),
    )


def _revoke(driver: Any, what: Revocation, now_ms: int) -> None:
    """Close a key; the least that anybody knew by then counts, and the own key is never closed by others."""
    row = driver.execute("SELECT revoked_vec FROM sync_key WHERE fp=?", (what.fingerprint,)).fetchone()
    if row is None:
        return
    known = dict(what.known)
    if row[0]:
        before = json.loads(row[0])
        known = {space: min(seq, before.get(space, 0)) for space, seq in known.items()}
    driver.execute(
        "UPDATE sync_key SET trust=?, revoked_at=coalesce(revoked_at, ?), revoked_vec=? "
        "WHERE fp=? AND trust<>?",
        (Trust.REVOKED, now_ms, json.dumps(known, sort_keys=True).encode(), what.fingerprint, OWN),
    )


def _settle_vouching(driver: Any, said: list[Statement], coordinators: frozenset[bytes], now_ms: int) -> None:
    known = keys(driver)
    for key in known.values():
        if key.trust != Trust.UNCONFIRMED:
            continue
        by = {
            one.by
            for one in said
            if isinstance(one.what, Vouch)
            and one.what.fingerprint == key.fingerprint
            and one.by in coordinators
        }
        trusted = sorted(known[one].name for one in by if one in known and known[one].is_trusted)
        if len(trusted) >= VOUCHERS:
            driver.execute(
                "UPDATE sync_key SET trust=?, verified_by=?, verified_at=? WHERE fp=?",
                (Trust.CONFIRMED, "; ".join(trusted), now_ms, key.fingerprint),
            )


def _seals_of(driver: Any, replica: bytes) -> dict[str, int]:
    rows = driver.execute(
        "SELECT h.space, h.seq FROM sync_have h JOIN sync_replica r ON r.n=h.rep WHERE r.rep_id=?", (replica,)
    )
    return dict(rows.fetchall())

"""What laptops say of keys, each signed by the one who says it: cards, vouching, revocations, membership.

A statement is canonical JSON: who says it, when, what, and the signature over the three. A card is what a
laptop says of itself; it travels as a file ``.ktskarte``, the others in packages.
"""

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kts_desktop.core.errors import PackageError
from kts_desktop.exchange.sync import canonical, manifest, shapes
from kts_desktop.exchange.sync.laptop_keys import (
    RECEIVING_BYTES,
    SIGNING_BYTES,
    LaptopKeys,
    PublicKeys,
    is_signed,
)
from kts_desktop.exchange.sync.shapes import FINGERPRINT, UID, refuse

LONGEST = 16 * 1024  # bytes
SUFFIX = ".ktskarte"
_NAME = 120  # letters
_SIGNATURE = re.compile(r"(?:[0-9a-f]{2}){8,128}")
_KEYS = frozenset({"by", "made", "sig", "what"})


class Says(StrEnum):
    """What a statement is about."""

    CARD = "card"
    VOUCH = "vouch"
    REVOCATION = "revocation"
    MEMBER = "member"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One laptop as it presents itself; ``adviser`` is the uid of whose it is, empty if not known."""

    office: bytes
    person: str
    label: str
    adviser: bytes
    keys: PublicKeys


@dataclass(frozen=True, slots=True, kw_only=True)
class Vouch:
    """Somebody has compared this laptop's digits."""

    fingerprint: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation:
    """A laptop is not to be trusted any more; ``known`` is what was known of its seals by then."""

    fingerprint: bytes
    replica: bytes
    known: Mapping[str, int]  # space -> seal number


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A laptop may hold a space from a moment on, or until one."""

    fingerprint: bytes
    space: str
    is_in: bool


What = Card | Vouch | Revocation | Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement whose form is right; whether its signature counts is for ``trust`` to say."""

    by: bytes
    made_ms: int
    what: What
    text: bytes

    @property
    def id(self) -> bytes:
        """Return its hash."""
        return hashlib.sha256(self.text).digest()

    @property
    def says(self) -> Says:
        """Return its kind."""
        return _KINDS[type(self.what)]

    @property
    def about(self) -> bytes:
        """Return the fingerprint it speaks of."""
        return self.what.keys.fingerprint if isinstance(self.what, Card) else self.what.fingerprint

    def is_signed_by(self, signing: bytes) -> bool:
        """Tell whether a key has signed it."""
        raw = canonical.load(self.text)
        return is_signed(signing, bytes.fromhex(raw.pop("sig")), _signed(self.says, raw))


def say(keys: LaptopKeys, what: What, now_ms: int) -> Statement:
    """Sign a statement."""
    by = keys.public.fingerprint
    raw: dict[str, Any] = {"by": by.hex(), "made": manifest.told(now_ms), "what": _raw(what)}
    raw["sig"] = keys.sign(_signed(_KINDS[type(what)], raw)).hex()
    return Statement(by=by, made_ms=now_ms, what=what, text=canonical.dump(raw))


def parse(text: bytes) -> Statement:
    """Read a statement; raises PackageError ``package_damaged``."""
    if len(text) > LONGEST:
        refuse()
    raw = shapes.named(canonical.load(text), _KEYS)
    shapes.words(raw["sig"], _SIGNATURE)
    what = shapes.named(raw["what"], frozenset({"kind"}))
    reader = _READERS.get(what["kind"]) if type(what["kind"]) is str else None
    if reader is None:
        refuse()
    return Statement(
        by=shapes.hexed(raw["by"], FINGERPRINT),
        made_ms=manifest.moment(raw["made"]),
        what=reader(what),
        text=text,
    )


def read_card(content: bytes, name: str) -> Statement:
    """Read a card, which must bear its own signature; raises PackageError ``card_damaged``."""
    try:
        found = parse(content.strip())
    except PackageError as error:
        raise PackageError("card_damaged", name=name) from error
    if not is_own_card(found):
        raise PackageError("card_damaged", name=name)
    return found


def is_own_card(statement: Statement) -> bool:
    """Tell whether a statement is a card that its own laptop signed."""
    card = statement.what
    if not isinstance(card, Card) or statement.by != card.keys.fingerprint:
        return False
    return card.keys.are_sound() and statement.is_signed_by(card.keys.signing)


def _signed(says: Says, raw: Mapping[str, Any]) -> bytes:
    return f"KTS-{says}-v1\0".encode() + canonical.dump(dict(raw))


def _raw(what: What) -> dict[str, Any]:
    if isinstance(what, Card):
        return {
            "adviser": what.adviser.hex(),
            "kind": Says.CARD,
            "label": what.label,
            "office": what.office.hex(),
            "person": what.person,
            "receiving": base64.b64encode(what.keys.receiving).decode("ascii"),
            "replica": what.keys.replica.hex(),
            "signing": what.keys.signing.hex(),
        }
    raw: dict[str, Any] = {"fp": what.fingerprint.hex(), "kind": _KINDS[type(what)]}
    if isinstance(what, Revocation):
        raw.update(known=dict(what.known), replica=what.replica.hex())
    elif isinstance(what, Member):
        raw.update({"in": int(what.is_in), "space": what.space})
    return raw


def _card(raw: dict[str, Any]) -> Card:
    shapes.named(raw, frozenset({"adviser", "label", "office", "person", "receiving", "replica", "signing"}))
    if type(raw["receiving"]) is not str:
        refuse()
    try:
        receiving = base64.b64decode(raw["receiving"], validate=True)
    except ValueError:
        refuse()
    if len(receiving) != RECEIVING_BYTES or base64.b64encode(receiving).decode("ascii") != raw["receiving"]:
        refuse()
    return Card(
        office=shapes.hexed(raw["office"], UID),
        person=shapes.text(raw["person"], _NAME),
        label=shapes.text(raw["label"], _NAME),
        adviser=shapes.hexed(raw["adviser"], UID) if raw["adviser"] else b"",
        keys=PublicKeys(
            signing=shapes.hexed(raw["signing"], SIGNING_BYTES),
            receiving=receiving,
            replica=shapes.hexed(raw["replica"], UID),
        ),
    )


def _vouch(raw: dict[str, Any]) -> Vouch:
    return Vouch(fingerprint=_fingerprint(raw))


def _revocation(raw: dict[str, Any]) -> Revocation:
    shapes.named(raw, frozenset({"known", "replica"}))
    known = shapes.named(raw["known"], frozenset())
    return Revocation(
        fingerprint=_fingerprint(raw),
        replica=shapes.hexed(raw["replica"], UID),
        known={shapes.words(space, manifest.SPACE): shapes.number(seq) for space, seq in known.items()},
    )


def _member(raw: dict[str, Any]) -> Member:
    shapes.named(raw, frozenset({"in", "space"}))
    return Member(
        fingerprint=_fingerprint(raw),
        space=shapes.words(raw["space"], manifest.SPACE),
        is_in=bool(shapes.number(raw["in"], high=2)),
    )


def _fingerprint(raw: dict[str, Any]) -> bytes:
    return shapes.hexed(shapes.named(raw, frozenset({"fp"}))["fp"], FINGERPRINT)


_READERS: Mapping[str, Callable[[dict[str, Any]], What]] = {
    Says.CARD: _card,
    Says.VOUCH: _vouch,
    Says.REVOCATION: _revocation,
    Says.MEMBER: _member,
}
_KINDS = {Card: Says.CARD, Vouch: Says.VOUCH, Revocation: Says.REVOCATION, Member: Says.MEMBER}

"""Who this laptop is: its private keys, and whether it still is the one that made them.

Compared at the start: what the file says of replica and number, and what this computer remembers of them. A
copied folder and a restored backup differ, and get a new identity before anything is sealed or merged.
"""

import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kts_desktop.core.errors import PackageError, UserFacingError
from kts_desktop.exchange.sync import statements, trust
from kts_desktop.exchange.sync.laptop_keys import LaptopKeys
from kts_desktop.exchange.sync.statements import Card
from kts_desktop.storage import laptop_secret, sidecar
from kts_desktop.storage.laptop_secret import LaptopSecret, SecretPlace
from kts_desktop.storage.replica import me
from kts_desktop.storage.store import Store

NOBODY = bytes(16)  # the office of a laptop that belongs to none yet
OFFICE = "exchange_office"  # in ``meta``
_MARK = b"KTSIDENT\x01"
_NONCE = 12
_REPLICA = 16
_LABEL = 60

Renew = Callable[[Any, bytes], None]  # gives the office another replica id, inside a transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the card says beside keys: whose laptop it is; ``label`` tells two of one person apart."""

    person: str
    adviser: bytes = b""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Awake:
    """The keys of this laptop; ``notes`` tell that it got a new identity."""

    keys: LaptopKeys
    secret: LaptopSecret
    notes: tuple[UserFacingError, ...] = ()


def wake(store: Store, place: SecretPlace, names: Names, *, now_ms: int, renew: Renew) -> Awake:
    """Return this laptop's keys, made on first use; a copy or an older file gets a new identity.

    Raises ProfileError ``identity_keyring``.
    """
    secret = place.look_up()
    with store.read() as session:
        driver: Any = session.connection().connection.driver_connection
        known, own = me.who(driver), trust.own_key(driver)
    if known is None or own is None:
        replica = known.replica if known else secrets.token_bytes(_REPLICA)
        return _made(store, place, names, replica, now_ms, renew=None)
    keys = _opened(place, secret)
    is_same = secret is not None and secret.replica == known.replica and secret.seq <= known.seq
    if keys is None or not is_same or keys.public.fingerprint != own.fingerprint:
        awake = _made(store, place, names, secrets.token_bytes(_REPLICA), now_ms, renew=renew)
        return replace(awake, notes=(PackageError("own_identity"),))
    assert secret is not None
    awake = Awake(keys=keys, secret=secret)
    return counted(place, awake, known.seq)


def counted(place: SecretPlace, awake: Awake, seq: int) -> Awake:
    """Remember outside the file how far this laptop has counted."""
    if seq == awake.secret.seq:
        return awake
    secret = replace(awake.secret, seq=seq)
    place.keep(secret)
    return replace(awake, secret=secret)


def present(store: Store, keys: LaptopKeys, names: Names, now_ms: int) -> None:
    """Sign the own card anew if what it says has changed."""
    with store.maintain() as connection:
        driver: Any = connection.connection.driver_connection
        own = trust.own_key(driver)
        label = names.label or (own.card.label if own else "") or computer()
        card = _card(driver, keys, replace(names, label=label))
        if own is None or own.card != card:
            trust.be(driver, statements.say(keys, card, now_ms), now_ms)


def office_of(driver: Any) -> bytes:
    """Return which office this one is to all its laptops; ``NOBODY`` while it has exchanged nothing."""
    row = driver.execute("SELECT value FROM meta WHERE key=?", (OFFICE,)).fetchone()
    return bytes.fromhex(row[0]) if row else NOBODY


def be_of_office(driver: Any, office: bytes) -> None:
    """Note which office this one is."""
    driver.execute(
        "INSERT INTO meta(key, value) VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value",
        (OFFICE, office.hex()),
    )


def new_office() -> bytes:
    """Return an id for an office that begins to exchange."""
    return secrets.token_bytes(_REPLICA)


def computer() -> str:
    """Return what this computer is called, fit for a card."""
    name = "".join(filter(str.isprintable, socket.gethostname().partition(".")[0]))
    return name[:_LABEL] or "Laptop"


def _made(
    store: Store, place: SecretPlace, names: Names, replica: bytes, now_ms: int, *, renew: Renew | None
) -> Awake:
    """Make keys for a replica: first outside the database, so that a crash leaves it without an identity."""
    keys = LaptopKeys.new(replica)
    secret = LaptopSecret(key=secrets.token_bytes(laptop_secret.KEY_BYTES), replica=replica, seq=0)
    nonce = secrets.token_bytes(_NONCE)
    sealed = AESGCM(secret.key).encrypt(nonce, keys.secret, _bound(place, replica))
    sidecar.write_whole(place.folder.exchange.identity, _MARK + nonce + sealed)
    place.keep(secret)
    with store.maintain() as connection:
        driver: Any = connection.connection.driver_connection
        if renew is None:
            me.begin(driver, replica=replica)
        else:
            renew(driver, replica)
        card = _card(driver, keys, replace(names, label=names.label or computer()))
        trust.be(driver, statements.say(keys, card, now_ms), now_ms)
        seq = driver.execute("SELECT seq FROM sync_me").fetchone()[0]
    return counted(place, Awake(keys=keys, secret=secret), seq)


def _opened(place: SecretPlace, secret: LaptopSecret | None) -> LaptopKeys | None:
    """Return the private keys; None if they are missing, damaged or of another laptop."""
    if secret is None:
        return None
    try:
        content = place.folder.exchange.identity.read_bytes()
    except FileNotFoundError:
        return None
    if not content.startswith(_MARK):
        return None
    nonce, sealed = content[len(_MARK) : len(_MARK) + _NONCE], content[len(_MARK) + _NONCE :]
    try:
        opened = AESGCM(secret.key).decrypt(nonce, sealed, _bound(place, secret.replica))
        return LaptopKeys.from_secret(opened, secret.replica)
    except (InvalidTag, ValueError):
        return None


def _bound(place: SecretPlace, replica: bytes) -> bytes:
    return b"kts-identity-v1" + bytes.fromhex(place.uid) + replica


def _card(driver: Any, keys: LaptopKeys, names: Names) -> Card:
    return Card(
        office=office_of(driver),
        person=names.person,
        label=names.label,
        adviser=names.adviser,
        keys=keys.public,
    )

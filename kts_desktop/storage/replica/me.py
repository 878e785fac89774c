"""Who this laptop is in the exchange, which spaces it holds, and what it knows in each.

Replicas have short local numbers (``sync_replica.n``); outside this file they are named by 16-byte ids.
Everything here takes a connection of the driver inside a transaction of the caller.
"""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

SPACES = ("dir", "office")
ID_BYTES = 16
_ME = "SELECT n, rep_id, seq, mark FROM sync_me JOIN sync_replica USING(rep_id)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """The laptop at hand; ``mark`` is the last journal row it has judged."""

    number: int
    replica: bytes
    seq: int
    mark: int


def who(driver: Any) -> Me | None:
    """Return the laptop at hand; None while the office has never exchanged anything."""
    found = driver.execute(_ME).fetchone()
    return Me(number=found[0], replica=found[1], seq=found[2], mark=found[3]) if found else None


def begin(driver: Any, *, replica: bytes | None = None, spaces: Iterable[str] = SPACES) -> Me:
    """Return the laptop at hand, given an identity now if it has none."""
    known = who(driver)
    if known is not None:
        return known
    driver.execute(
        "INSERT INTO sync_me(k, rep_id, seq, mark) VALUES(1, ?, 0, 0)",
        (replica or secrets.token_bytes(ID_BYTES),),
    )
    (own,) = driver.execute("SELECT rep_id FROM sync_me").fetchone()
    number = number_of(driver, own)
    driver.executemany("INSERT INTO sync_have VALUES(?,?,0)", [(space, number) for space in spaces])
    me = who(driver)
    assert me is not None
    return me


def number_of(driver: Any, replica: bytes) -> int:
    """Return the local number of a replica, giving it one if it is new."""
    driver.execute("INSERT INTO sync_replica(rep_id) VALUES(?) ON CONFLICT DO NOTHING", (replica,))
    (number,) = driver.execute("SELECT n FROM sync_replica WHERE rep_id=?", (replica,)).fetchone()
    return int(number)


def replicas(driver: Any) -> dict[int, bytes]:
    """Return the ids of all replicas by their local numbers."""
    return dict(driver.execute("SELECT n, rep_id FROM sync_replica").fetchall())


def own_spaces(driver: Any) -> tuple[str, ...]:
    """Return the spaces this laptop holds, in order."""
    rows = driver.execute(
        "SELECT space FROM sync_have JOIN sync_replica ON n=rep JOIN sync_me USING(rep_id) ORDER BY space"
    )
    return tuple(space for (space,) in rows.fetchall())


def have(driver: Any, space: str) -> dict[int, int]:
    """Return the highest seal number known of each replica in a space."""
    return dict(driver.execute("SELECT rep, seq FROM sync_have WHERE space=?", (space,)).fetchall())


def acknowledged(driver: Any, peer: bytes, space: str) -> dict[int, int]:
    """Return what a colleague is known to have of each replica in a space."""
    rows = driver.execute("SELECT rep, seq FROM sync_ack WHERE peer=? AND space=?", (peer, space))
    return dict(rows.fetchall())


def advance(driver: Any, space: str, vector: Mapping[int, int]) -> None:
    """Raise what this laptop knows in a space; nothing is ever lowered."""
    driver.executemany(
        "INSERT INTO sync_have VALUES(?,?,?) ON CONFLICT DO UPDATE SET seq=max(seq, excluded.seq)",
        [(space, rep, seq) for rep, seq in vector.items()],
    )


def acknowledge(driver: Any, peer: bytes, space: str, vector: Mapping[int, int]) -> None:
    """Note what a colleague has."""
    driver.executemany(
        "INSERT INTO sync_ack VALUES(?,?,?,?) ON CONFLICT DO UPDATE SET seq=max(seq, excluded.seq)",
        [(peer, space, rep, seq) for rep, seq in vector.items()],
    )

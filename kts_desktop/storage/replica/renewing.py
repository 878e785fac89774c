"""A new identity for a laptop that was copied, or came out of a backup.

What colleagues may hold under the old identity stays under it; what was sealed since gets the new one, each
seal with what it had known. Nothing is sealed anew, so that no open difference counts as decided.
"""

import secrets
from collections.abc import Mapping
from typing import Any

from kts_desktop.storage.replica import knowledge, me
from kts_desktop.storage.replica.me import ID_BYTES, Me
from kts_desktop.storage.replica.sealing import NONCE_BYTES

_DOTTED = ("sync_ver", "sync_ms", "sync_sib", "sync_base", "sync_erased", "sync_redacted")


def renew(driver: Any, *, replica: bytes | None = None) -> Me:
    """Give this laptop a new identity and return it.

    The old one ends with the last number a colleague is known to hold; what was sealed after it is numbered
    from 1 under the new one.
    """
    old = me.begin(driver)
    (held,) = driver.execute(
        "SELECT coalesce(max(seq), 0) FROM sync_ack WHERE rep=?", (old.number,)
    ).fetchone()
    last = min(held, old.seq)
    new = me.number_of(driver, replica or secrets.token_bytes(ID_BYTES))
    driver.execute(
        "UPDATE sync_me SET rep_id=(SELECT rep_id FROM sync_replica WHERE n=?), seq=?", (new, old.seq - last)
    )
    driver.execute(
        "UPDATE sync_replica SET person=(SELECT person FROM sync_replica WHERE n=?) WHERE n=?",
        (old.number, new),
    )
    for table in _DOTTED:
        driver.execute(
            f"UPDATE {table} SET rep=?, seq=seq-? WHERE rep=? AND seq>?", (new, last, old.number, last)
        )
    _renumber_seals(driver, old.number, new, last)
    driver.execute(
        "INSERT INTO sync_have(space,rep,seq) SELECT space, ?, ? FROM sync_have WHERE rep=?",
        (new, old.seq - last, old.number),
    )
    driver.execute("UPDATE sync_have SET seq=min(seq, ?) WHERE rep=?", (last, old.number))
    found = me.who(driver)
    assert found is not None
    return found


def _renumber_seals(driver: Any, old: int, new: int, last: int) -> None:
    rows = driver.execute(
        "SELECT rep, seq, deps FROM sync_seal WHERE rep=? AND seq>?", (old, last)
    ).fetchall()
    for _, seq, deps in rows:
        known = {} if deps is None else knowledge.unpacked(deps)
        driver.execute(
            "UPDATE sync_seal SET rep=?, seq=?, nonce=?, deps=? WHERE rep=? AND seq=?",
            (
                new,
                seq - last,
                secrets.token_bytes(NONCE_BYTES),
                knowledge.packed({space: _moved(vector, old, new, last) for space, vector in known.items()}),
                old,
                seq,
            ),
        )


def _moved(vector: Mapping[int, int], old: int, new: int, last: int) -> dict[int, int]:
    moved = dict(vector)
    if moved.get(old, 0) > last:
        moved[new] = moved[old] - last
        moved[old] = last
    return moved

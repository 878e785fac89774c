"""The contents of attachments in the exchange: which are sent along, which are missing here and asked for."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kts_desktop.exchange.sync import cutting
from kts_desktop.exchange.sync.package import BLOBS_AT_ONCE
from kts_desktop.models.catalogue import BY_NAME
from kts_desktop.storage.blobs import Blobs
from kts_desktop.storage.replica import spaces

MOST_AT_ONCE = 1024 * 1024 * 1024  # bytes in one package; the rest is asked for later
_TABLE = BY_NAME["attachment"]
_LIVE = (
    "SELECT t.sha256, max(t.size), max(v.rep), v.seq, v.rep, {space} AS space FROM attachment t "
    "JOIN sync_ver v ON v.rec=t.uid WHERE t.deleted_at IS NULL GROUP BY t.sha256, v.rep, v.seq, space "
    "ORDER BY v.seq DESC, t.sha256"
)
_WANTED = (
    "SELECT report FROM sync_pkg WHERE dir='in' AND peer=? AND report IS NOT NULL ORDER BY ms DESC LIMIT 1"
)


def missing(driver: Any, blobs: Blobs, expected: Iterable[bytes] = ()) -> tuple[bytes, ...]:
    """Return the contents that live attachments name and that are not here."""
    rows = driver.execute("SELECT DISTINCT sha256 FROM attachment WHERE deleted_at IS NULL ORDER BY sha256")
    coming = frozenset(expected)
    return tuple(sha for (sha,) in rows.fetchall() if sha not in coming and not blobs.has(sha))


def to_send(
    driver: Any, blobs: Blobs, peers: Sequence[bytes], told_spaces: Sequence[str]
) -> Mapping[bytes, int]:
    """Return contents with their sizes for some colleagues: what they asked for, and what is new to them."""
    since = cutting.since(driver, peers, told_spaces)
    wanted = {sha for peer in peers for sha in _wanted_by(driver, peer)}
    found: dict[bytes, int] = {}
    total = 0
    for sha, size, _, seq, rep, space in driver.execute(_LIVE.format(space=spaces.of_row(_TABLE))).fetchall():
        if space not in since or sha in found:
            continue
        if sha not in wanted and seq <= since[space].get(rep, 0):
            continue
        if len(found) < BLOBS_AT_ONCE and total + size <= MOST_AT_ONCE and blobs.has(sha):
            found[sha] = size
            total += size
    return found


def _wanted_by(driver: Any, peer: bytes) -> list[bytes]:
    row = driver.execute(_WANTED, (peer,)).fetchone()
    return [bytes.fromhex(one) for one in json.loads(row[0]).get("wanted", [])] if row else []

"""The packages that went out and came in, as a list."""

import json
from dataclasses import dataclass

from kts_desktop.exchange.sync import trust
from kts_desktop.exchange.sync.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """One package: out to ``people``, or in from them."""

    id: bytes
    is_out: bool
    people: tuple[str, ...]
    at_ms: int


def posted(context: Context, limit: int = 20) -> list[Posted]:
    """Return the last packages, the newest first."""
    with context.reading() as driver:
        keys = trust.keys(driver)
        by_replica = {key.public.replica: key.name for key in keys.values()}
        names = {fingerprint.hex(): key.name for fingerprint, key in keys.items() if key.trust != trust.OWN}
        rows = driver.execute(
            "SELECT id, dir, peer, ms, report FROM sync_pkg ORDER BY ms DESC, id LIMIT ?", (limit,)
        ).fetchall()
    found = []
    for number, direction, peer, ms, report in rows:
        told = json.loads(report) if report else {}
        people = [names[one] for one in told.get("to", []) if one in names]
        if direction == "in":
            people = [by_replica.get(peer, "")]
        found.append(Posted(id=number, is_out=direction == "out", people=tuple(people), at_ms=ms))
    return found

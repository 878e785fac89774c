"""What must hold at the end of each history; the numbers are those of the properties P1 to P13."""

from collections.abc import Sequence
from typing import Any

from kts_desktop.exchange.sync import cutting
from kts_desktop.storage.replica import invariants
from tests.helpers.exchange.laptop import Laptop
from tests.helpers.exchange.oracle import Oracle


def verify(laptops: Sequence[Laptop], members: int, oracle: Oracle) -> None:
    """Compare every laptop with the oracle, and the members with each other."""
    for laptop in laptops:
        cutting.seal(laptop.store)
        laptop.flush()
        broken = list(invariants.broken(laptop.store.driver))
        assert not broken, ("I an invariant is broken", broken)
        assert not laptop.store.all("PRAGMA foreign_key_check"), "a reference leads nowhere"
    first = laptops[0]
    for laptop in laptops[:members]:
        assert laptop.versions() == first.versions(), "P1 the versions differ"
        assert laptop.state() == first.state(), "P1 the tables differ"
    for laptop in laptops:
        _compare(laptop, oracle)
    _check_partner(laptops[members])


def _compare(laptop: Laptop, oracle: Oracle) -> None:
    maximal = oracle.maximal(laptop.seen)
    gone = oracle.erased(laptop.seen)
    wanted = {
        key: sorted(repr(_told(oracle.writes[one].value, gone)) for one in many)
        for key, many in maximal.items()
    }
    found: dict[Any, list[str]] = {}
    for uid, name, _rep, _seq, value in laptop.versions():
        found.setdefault((uid, name), []).append(repr(value))
    found = {key: sorted(values) for key, values in found.items()}
    wrong = {key: (wanted.get(key), found.get(key)) for key in wanted.keys() | found.keys()
             if wanted.get(key) != found.get(key)}  # fmt: skip
    assert not wrong, ("P2 lost, or a ghost", len(wrong), list(wrong.items())[:3])
    here = set(laptop.ids()) | set(laptop.ids(alive=False))
    assert not gone & here, "P4 an erased record is back"
    left = {uid for (uid,) in laptop.store.all("SELECT rec FROM change UNION SELECT rec FROM sync_ver")}
    assert not gone & left, "P4 something of an erased record is left"
    shown = set(laptop.ids())
    by_record: dict[bytes, list[int]] = {}
    for (uid, _name), many in maximal.items():
        by_record.setdefault(uid, []).extend(many)
    for uid, live in by_record.items():
        assert (uid in shown) != oracle.is_dead(live), ("P3 visibility", uid.hex())


def _told(value: Any, gone: set[bytes]) -> Any:
    """Return a value as it is told: a reference to something erased is none."""
    return None if isinstance(value, bytes) and value in gone else value


def _check_partner(partner: Laptop) -> None:
    assert not partner.store.all("SELECT 1 FROM note"), "P5 something of a foreign space"
    assert not partner.store.all("SELECT 1 FROM sync_ver WHERE tbl=24"), "P5 something of a foreign space"

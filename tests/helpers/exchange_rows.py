"""What the exchange leaves in an office, for papers that tell of it: a card, and a package taken over."""

import json

from sqlalchemy import text

from kts_desktop.models.catalogue import BY_NAME
from kts_desktop.storage import journal
from kts_desktop.storage.store import Store

FINGERPRINT = bytes(range(32))


def have_card(store: Store, person: str = "Anna Ahorn", label: str = "ThinkPad Büro 2") -> None:
    """Give the laptop a card, as its first exchange does."""
    card = json.dumps({"what": {"person": person, "label": label}}).encode()
    with store.write("setup") as session:
        session.execute(
            text(
                "INSERT INTO sync_key(fp, sig_pub, kem_pub, rep, trust, card) "
                "VALUES(:fp, x'00', x'00', zeroblob(16), 'own', :card)"
            ),
            {"fp": FINGERPRINT, "card": card},
        )


def have_package(store: Store) -> None:
    """Note a package that changed a person and met the rest here, as taking one over does."""
    counts = dict.fromkeys(("new", "newer", "stale", "concurrent", "deleted", "erased", "dropped"), 2)
    report = {
        "counts": [{"kind": "person", **counts}],
        "conflicts": 1,
        "erasures": 2,
        "created": 1_795_500_000_000,
        "size": 9_931,
        "warnings": [["package_erasures", [["n", "2"]]]],
    }
    fld = BY_NAME["person"].field_named("family_name").number
    with store.write("setup") as session:
        session.execute(
            text(
                "INSERT INTO sync_pkg(id, dir, peer, ms, report) VALUES(:id, 'in', zeroblob(16), :ms, :told)"
            ),
            {"id": FINGERPRINT[:16], "ms": 1_795_500_600_000, "told": json.dumps(report)},
        )
        made = session.scalar(
            text(
                "INSERT INTO change_set(uid, kind, label, author, at, final, pkg) "
                "VALUES(randomblob(16), 3, 'sync.received', 0, 1795500600000, 1, :id) RETURNING id"
            ),
            {"id": FINGERPRINT[:16]},
        )
        session.execute(
            text(
                "INSERT INTO change(tx, own, tbl, rec, op, fld, old, new) "
                "SELECT :tx, 0, :tbl, uid, :op, :fld, 'Kiefer', family_name FROM person ORDER BY id LIMIT 3"
            ),
            {"tx": made, "tbl": BY_NAME["person"].number, "op": journal.FIELD, "fld": fld},
        )

"""What the exchange leaves in an office, for papers that tell of it: the card of the laptop at hand."""

import json

from sqlalchemy import text

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

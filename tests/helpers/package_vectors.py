"""Vectors of the package format: fixed keys, a fixed content, and the package written from them once.

``python -m tests.helpers.package_vectors`` writes them anew; a change of a vector is a change of the format.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from kts_desktop.exchange.sync import package, statements
from kts_desktop.exchange.sync.content import Content
from kts_desktop.exchange.sync.laptop_keys import LaptopKeys
from kts_desktop.exchange.sync.package import Addressees
from kts_desktop.exchange.sync.statements import Card
from tests.helpers.packages import ANNA, AT_MS, BEN, OFFICE, chunks_of, content_of

FOLDER = Path(__file__).parents[1] / "golden" / "package"
BLOB = "Messprotokoll des Pegels, Zeile für Zeile\n".encode() * 200


def keys_of(replica: bytes) -> LaptopKeys:
    """Return the fixed keys of a laptop; they protect nothing."""
    stretched = b"".join(hashlib.sha512(b"vector" + replica + bytes([part])).digest() for part in range(3))
    return LaptopKeys.from_secret(stretched[:160], replica)


def content() -> Content:
    """Return what the vector says, a card among it."""
    card = Card(office=OFFICE, person="Anna Ahorn", label="Laptop 3", adviser=b"", keys=keys_of(ANNA).public)
    made = content_of(blobs=[BLOB])
    blocks = list(made.blocks)
    return Content(
        header=made.header,
        seals=made.seals,
        erased=made.erased,
        blocks=blocks,
        cards=(statements.say(keys_of(ANNA), card, AT_MS).text,),
        wanted=made.wanted,
        blobs=made.blobs,
    )


def counted(seed: bytes) -> Any:
    """Return randomness that is none: the same bytes for the same calls."""
    state = [0]

    def draw(size: int) -> bytes:
        state[0] += 1
        return hashlib.shake_256(seed + bytes(state)).digest(size)

    return draw


def write(path: Path) -> None:
    """Write the package; all but the sealed file keys is the same each time."""
    to = Addressees(laptops=(keys_of(ANNA).public, keys_of(BEN).public))
    with path.open("wb") as target:
        package.write(
            target,
            content(),
            keys_of(ANNA),
            to,
            spool=path.parent,
            chunks=chunks_of([BLOB]),
            randomness=counted(b"kts"),
        )


def facts() -> dict[str, Any]:
    """Return keys, digits and statements as the vector file tells them."""
    found: dict[str, Any] = {"laptops": []}
    for name, replica in (("anna", ANNA), ("ben", BEN)):
        keys = keys_of(replica)
        found["laptops"].append(
            {
                "name": name,
                "replica": replica.hex(),
                "secret": keys.secret.hex(),
                "signing": keys.public.signing.hex(),
                "receiving_sha256": hashlib.sha256(keys.public.receiving).hexdigest(),
                "fingerprint": keys.public.fingerprint.hex(),
            }
        )
    found["card"] = content().cards[0].decode()
    return found


def main() -> None:
    """Write all vectors."""
    FOLDER.mkdir(exist_ok=True)
    write(FOLDER / "anna-to-ben.ktspaket")
    told = json.dumps(facts(), indent=1, sort_keys=True, ensure_ascii=False)
    (FOLDER / "keys.json").write_text(f"{told}\n", encoding="utf-8")


if __name__ == "__main__":
    main()

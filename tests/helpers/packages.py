"""Packages for tests: two laptops, what one tells the other, and a place to write."""

import hashlib
import random
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from kts_desktop.exchange.sync import envelope, package
from kts_desktop.exchange.sync.content import (
    Block,
    Content,
    Erasure,
    Given,
    Head,
    Header,
    Seal,
)
from kts_desktop.exchange.sync.laptop_keys import LaptopKeys
from kts_desktop.exchange.sync.package import Addressees, Package

OFFICE = b"o" * 16
AT_MS = 1_795_507_920_123
ANNA, BEN, CLARA = b"A" * 16, b"B" * 16, b"C" * 16


@cache
def keys_of(replica: bytes) -> LaptopKeys:
    """Return the keys of a laptop, made once: making them takes a while."""
    return LaptopKeys.new(replica)


def header_of(**changes: object) -> Header:
    """Return the header of a package from Anna that starts after her first seal."""
    values: dict[str, object] = {
        "kind": "sync",
        "id": b"i" * 16,
        "office": OFFICE,
        "source": ANNA,
        "created_ms": AT_MS,
        "spaces": ("dir", "office"),
        "since": {"dir": {ANNA: 1}, "office": {ANNA: 1}},
        "to_vec": {"dir": {ANNA: 3, BEN: 2}, "office": {ANNA: 3}},
        "heads": (Head(ANNA, 3, b"n" * 8), Head(BEN, 2, b"m" * 8)),
        "to": (),
        "app": "0.1.0",
        "schema": 1,
    }
    return Header(**{**values, **changes})  # type: ignore[arg-type]


def people(count: int, seed: int = 7) -> list[Block]:
    """Return blocks of so many people, each field form among them."""
    draw = random.Random(seed)  # noqa: S311 - repeatable on purpose
    return [
        Block(
            "person",
            draw.randbytes(16),
            ANNA,
            2 + number % 2,
            "dir",
            AT_MS - 1000,
            {
                "!": Given(1),
                "family_name": Given(f"Müller-Łukasz {number}"),
                "merged_into_id": Given(draw.randbytes(16), 5),
                "remark": Given("erste Zeile\nzweite", 0, "erste Zeile", has_base=True),
                "informed_on": Given(None, -3),
                "shoe_size": Given(42),  # of a newer version
            },
        )
        for number in range(count)
    ]


def content_of(
    blocks: Sequence[Block] | None = None, *, blobs: Sequence[bytes] = (), header: Header | None = None
) -> Content:
    """Return what a package says."""
    return Content(
        header=header or header_of(),
        seals=(
            Seal(ANNA, 2, AT_MS - 5000, b"k" * 8, {"dir": {BEN: 1}}),
            Seal(ANNA, 3, AT_MS, b"n" * 8, {"dir": {BEN: 2}, "office": {}}),
        ),
        erased=(
            Erasure(b"e" * 16, ANNA, 3, AT_MS, ""),
            Erasure(b"f" * 16, ANNA, 3, 0, "dir", ("remark", "family_name")),
        ),
        blocks=people(5) if blocks is None else blocks,
        cards=(b'{"n":1}',),
        wanted=(b"w" * 32,),
        blobs={hashlib.sha256(one).digest(): len(one) for one in blobs},
    )


def chunks_of(blobs: Sequence[bytes]) -> Callable[[bytes], Iterator[bytes]]:
    """Return what hands over contents of attachments."""
    known = {hashlib.sha256(one).digest(): one for one in blobs}

    def chunks(sha256: bytes) -> Iterator[bytes]:
        content = known[sha256]
        for at in range(0, len(content), 65_536):
            yield content[at : at + 65_536]

    return chunks


def write_package(
    path: Path,
    content: Content,
    *,
    sender: bytes = ANNA,
    to: Sequence[bytes] = (ANNA, BEN),
    blobs: Sequence[bytes] = (),
) -> Path:
    """Write a package from one laptop to others."""
    with path.open("wb") as target:
        package.write(
            target,
            content,
            keys_of(sender),
            Addressees(laptops=tuple(keys_of(one).public for one in to)),
            spool=path.parent,
            chunks=chunks_of(blobs),
        )
    return path


def opened(path: Path, reader: bytes = BEN) -> Package:
    """Open a package as one of the laptops."""
    return package.read(path, envelope.by_keys(keys_of(reader)))

"""The format is what its document says: vectors, and a second reader written from the document alone."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from kts_desktop.core.fingerprints import digits_of, is_same
from kts_desktop.exchange.sync import envelope, package, statements
from tests.helpers import package_vectors as vectors
from tests.helpers import second_reader
from tests.helpers.packages import ANNA, BEN, content_of, keys_of, people, write_package
from tests.helpers.second_reader import Private

GOLDEN = vectors.FOLDER / "anna-to-ben.ktspaket"
FACTS: dict[str, Any] = json.loads((vectors.FOLDER / "keys.json").read_text(encoding="utf-8"))


def second(replica: bytes) -> Private:
    """Return the fixed private keys as the second reader holds them."""
    return Private(vectors.keys_of(replica).secret, replica)


def test_keys_fingerprints_and_the_card_are_those_of_the_vectors() -> None:
    assert vectors.facts() == FACTS
    for one in FACTS["laptops"]:
        private = Private(bytes.fromhex(one["secret"]), bytes.fromhex(one["replica"]))
        assert private.fingerprint.hex() == one["fingerprint"]
        assert digits_of(private.fingerprint) == second_reader.digits(private.fingerprint)
    card = statements.read_card(FACTS["card"].encode(), "card")
    assert card.about.hex() == FACTS["laptops"][0]["fingerprint"]


def test_the_package_of_the_vectors_still_says_the_same() -> None:
    expected = vectors.content()
    with package.read(GOLDEN, envelope.by_keys(vectors.keys_of(BEN))) as one:
        one.verify()
        got = one.content()
        assert list(got.blocks) == expected.blocks
        header = dataclasses.replace(got.header, to=())
        assert header == expected.header
        assert (got.seals, got.erased, got.cards, got.wanted) == (
            expected.seals,
            expected.erased,
            expected.cards,
            expected.wanted,
        )
        assert b"".join(one.blob(next(iter(got.blobs)))) == vectors.BLOB


@pytest.mark.parametrize("replica", [ANNA, BEN])
def test_a_reader_written_from_the_document_reads_the_vectors(replica: bytes) -> None:
    found = second_reader.read(GOLDEN.read_bytes(), second(replica))
    assert found["manifest"]["counts"] == {"blocks": 5, "erased": 2, "fields": 30, "seals": 2}
    (table, uid, rep, seq, space, _, fields), *_ = found["lines"]["data"]
    block = people(1)[0]
    assert (table, uid, found["manifest"]["reps"][rep]) == (block.table, block.rec.hex(), block.rep.hex())
    assert (seq, space) == (block.seq, block.space)
    assert {name: second_reader.value(raw) for name, raw in fields.items()} == {
        name: given.value for name, given in block.fields.items()
    }


def test_written_anew_the_package_differs_in_its_sealed_keys_alone(tmp_path: Path) -> None:
    vectors.write(tmp_path / "again.ktspaket")
    again, golden = (
        second_reader.read(path.read_bytes(), second(BEN)) for path in (tmp_path / "again.ktspaket", GOLDEN)
    )
    for one in (again, golden):  # a newer zlib may pack a byte shorter
        for section in one["manifest"]["sections"]:
            del section["z"]
    assert again == golden


def test_a_reader_written_from_the_document_reads_what_is_written_today(tmp_path: Path) -> None:
    path = write_package(
        tmp_path / "a.ktspaket", content_of(people(2_000), blobs=[b"x" * 90_000]), blobs=[b"x" * 90_000]
    )
    found = second_reader.read(path.read_bytes(), Private(keys_of(BEN).secret, BEN))
    assert len(found["lines"]["data"]) == 2_000
    assert len(path.read_bytes()) > 2 * envelope.CHUNK


def test_digits_are_compared_however_they_are_typed() -> None:
    fingerprint = vectors.keys_of(ANNA).public.fingerprint
    told = digits_of(fingerprint)
    assert is_same(told.replace(" ", ""), fingerprint)
    assert is_same(told.replace(" ", "-\n"), fingerprint)
    wrong = str((int(told[0]) + 1) % 10) + told[1:]
    assert not is_same(wrong, fingerprint)
    assert not is_same(told[:-1], fingerprint)
    assert not is_same("", fingerprint)


def test_the_document_names_every_limit_and_section() -> None:
    text = (Path(__file__).parents[2] / "docs" / "package-format.md").read_text(encoding="utf-8")
    for words in ("262,144", "65,536", "8 MiB", "256 MiB", "4 GiB", "1 GiB", "10,000", "4,096"):
        assert words in text
    for name in ("seals", "erased", "keys", "want", "data", "blob:", "sig2"):
        assert f"`{name}" in text

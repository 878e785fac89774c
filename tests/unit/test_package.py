"""Packages: what is written comes back, nothing that was altered does, and memory stays small."""

import dataclasses
import os
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kts_desktop.core.errors import PackageError
from kts_desktop.exchange.sync import envelope, package
from kts_desktop.exchange.sync.content import Block, Given
from kts_desktop.exchange.sync.package import Addressees
from kts_desktop.exchange.sync.sections import Spool
from kts_desktop.storage.recovery import Cost
from tests.helpers.packages import (
    ANNA,
    BEN,
    CLARA,
    chunks_of,
    content_of,
    header_of,
    keys_of,
    opened,
    people,
    write_package,
)
from tests.helpers.profiles import CHEAP, PASSPHRASE, refusal

BLOBS = (os.urandom(200_000), b"Angebot\n" * 5_000, bytes(1_000_000), b"")


def verified(path: Path, reader: bytes = BEN) -> None:
    """Read a package through."""
    with opened(path, reader) as one:
        one.verify()


def test_all_that_is_written_comes_back(tmp_path: Path) -> None:
    sent = content_of(people(300), blobs=BLOBS)
    path = write_package(tmp_path / "a.ktspaket", sent, blobs=BLOBS)
    with opened(path) as one:
        one.verify()
        got = one.content()
        assert list(got.blocks) == sent.blocks
        to = {keys_of(reader).public.fingerprint for reader in (ANNA, BEN)}
        assert set(got.header.to) == to
        assert dataclasses.replace(got.header, to=()) == sent.header
        assert dataclasses.replace(got, blocks=(), header=sent.header) == dataclasses.replace(sent, blocks=())
        for blob in BLOBS:
            (sha256,) = content_of(blobs=[blob]).blobs
            assert b"".join(one.blob(sha256)) == blob


def test_its_sender_can_read_it_too(tmp_path: Path) -> None:
    verified(write_package(tmp_path / "a.ktspaket", content_of()), ANNA)


def test_the_smallest_package_stays_below_four_kilobytes(tmp_path: Path) -> None:
    content = dataclasses.replace(content_of([]), seals=(), erased=(), cards=(), wanted=())
    size = write_package(tmp_path / "a.ktspaket", content, to=[BEN]).stat().st_size
    assert size < 4_000


def test_a_laptop_that_is_not_meant_cannot_open_it(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.ktspaket", content_of())
    assert refusal(lambda: opened(path, CLARA)).code == "package_not_for_us"


@pytest.mark.parametrize("content", [b"", b"KTS", b"PK\x03\x04" * 50])
def test_another_file_is_no_package(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.ktspaket"
    path.write_bytes(content)
    assert refusal(lambda: opened(path)).code == "package_foreign"


@pytest.mark.parametrize("place", [8, 9])
def test_a_newer_container_asks_for_an_update(tmp_path: Path, place: int) -> None:
    path = write_package(tmp_path / "a.ktspaket", content_of())
    content = bytearray(path.read_bytes())
    content[place] = 9
    path.write_bytes(content)
    assert refusal(lambda: opened(path)).code == "package_newer"


def test_a_package_of_a_passphrase_sets_up_a_first_laptop(tmp_path: Path) -> None:
    path = tmp_path / "a.ktspaket"
    with path.open("wb") as target:
        to = Addressees(passphrase=PASSPHRASE, cost=CHEAP)
        package.write(target, content_of(), keys_of(ANNA), to, spool=tmp_path)
    with package.read(path, envelope.by_passphrase(PASSPHRASE)) as one:
        one.verify()
        assert one.content().header.to == ()
    assert refusal(lambda: package.read(path, envelope.by_passphrase("Birnbaum"))).code == (
        "package_wrong_passphrase"
    )
    assert refusal(lambda: opened(path)).code == "package_passphrase"
    other = write_package(tmp_path / "b.ktspaket", content_of())
    wrong = refusal(lambda: package.read(other, envelope.by_passphrase(PASSPHRASE)))
    assert wrong.code == "package_no_passphrase"


def test_a_passphrase_that_would_eat_all_memory_is_not_tried(tmp_path: Path) -> None:
    outer = envelope.for_passphrase(bytes(32), PASSPHRASE, CHEAP)
    (slot,) = outer.slots
    greedy = slot.sealed[:16] + Cost(memory_kib=1 << 20).memory_kib.to_bytes(4, "big") + slot.sealed[20:]
    path = tmp_path / "a.ktspaket"
    path.write_bytes(outer.raw.replace(slot.sealed, greedy) + bytes(100))
    refused = refusal(lambda: package.read(path, envelope.by_passphrase(PASSPHRASE)))
    assert refused.code == "package_damaged"


def test_a_content_that_is_not_what_its_hash_says_is_not_sent(tmp_path: Path) -> None:
    content = content_of(blobs=[b"echt"])
    (sha256,) = content.blobs

    def altered(_sha256: bytes) -> Iterator[bytes]:
        yield b"falsch"

    to = Addressees(laptops=(keys_of(BEN).public,))
    with (tmp_path / "a.ktspaket").open("wb") as target:
        refused = refusal(
            lambda: package.write(target, content, keys_of(ANNA), to, spool=tmp_path, chunks=altered)
        )
    assert refused.code == "package_content_altered"
    assert sha256 in content.blobs


def test_a_record_beyond_all_measure_is_not_written(tmp_path: Path) -> None:
    huge = people(1)[0]._replace(fields={"remark": Given("ä" * 5_000_000)})
    refused = refusal(lambda: write_package(tmp_path / "a.ktspaket", content_of([huge])))
    assert refused.code == "package_too_large"


def test_more_recipients_than_a_header_holds_are_refused() -> None:
    public = keys_of(BEN).public
    many = [public] * (envelope.MOST_RECIPIENTS + 1)
    assert refusal(lambda: envelope.for_laptops(bytes(32), many)).code == "package_recipients"


def test_a_large_package_is_written_and_read_in_little_memory(tmp_path: Path) -> None:
    blob = os.urandom(1 << 20) * 24
    record = people(1)[0]

    def blocks() -> Iterator[Block]:
        for number in range(400):
            yield record._replace(fields={"remark": Given(os.urandom(2_000).hex() + str(number))})

    content = dataclasses.replace(content_of(blobs=[blob]), blocks=blocks())
    path = tmp_path / "a.ktspaket"
    chunks = chunks_of([blob])
    tracemalloc.start()
    with path.open("wb") as target:
        to = Addressees(laptops=(keys_of(BEN).public,))
        package.write(target, content, keys_of(ANNA), to, spool=tmp_path, chunks=chunks)
    with opened(path) as one:
        one.verify()
        assert sum(1 for _ in one.content().blocks) == 400
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert path.stat().st_size > 25_000_000
    assert peak < 12_000_000


def test_what_waits_while_a_package_is_written_is_no_plain_text_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kts_desktop.exchange.sync.sections._IN_MEMORY", 1)
    seen: list[bytes] = []

    class Watched(Spool):
        def copy_to(self, write: Callable[[bytes], None]) -> None:
            self._file.seek(0)
            seen.append(self._file.read())
            super().copy_to(write)

    monkeypatch.setattr(package, "Spool", Watched)
    incompressible = "".join(sorted(os.urandom(3_000).hex()))
    record = people(1)[0]._replace(fields={"remark": Given(f"GEHEIM {incompressible}")})
    write_package(tmp_path / "a.ktspaket", content_of([record]))
    assert seen
    for spooled in seen:
        assert not spooled.startswith(b"\x78")
        assert b"GEHEIM" not in spooled


def test_a_signature_of_somebody_else_does_not_count(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.ktspaket", content_of())
    with opened(path) as one:
        one.signer = keys_of(CLARA).public.signing
        with pytest.raises(PackageError, match="package_bad_signature"):
            one.checked()


def test_times_and_vectors_survive_to_the_millisecond(tmp_path: Path) -> None:
    header = header_of(created_ms=1_795_507_920_001, since={"dir": {}, "office": {}}, kind="snapshot")
    with opened(write_package(tmp_path / "a.ktspaket", content_of(header=header))) as one:
        assert dataclasses.replace(one.checked().header, to=()) == header

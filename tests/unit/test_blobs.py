"""Contents beside the database: whole or not there, nameless, swept when nobody needs them."""

import errno
import hashlib
import os
import stat
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from kts_desktop.core.errors import StorageError
from kts_desktop.storage import blobs as module
from kts_desktop.storage.blobs import Blobs
from kts_desktop.storage.keys import DataKey
from tests.helpers.profiles import as_nobody

KEY, NEXT = DataKey(bytes(range(32))), DataKey(bytes(range(1, 33)))
WORDS = "Bescheid für Frau Lichtmoos".encode()
DAY = 24 * 3600


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Blobs]:
    found = Blobs(tmp_path / "blobs", KEY)
    yield found
    found.clear_views()


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "Lichtmoos.txt"
    path.write_bytes(WORDS)
    return path


def files(store: Blobs) -> list[Path]:
    return sorted(path for path in store.folder.rglob("*") if path.is_file())


def code(store: Blobs, sha256: bytes) -> str:
    with pytest.raises(StorageError) as refused:
        b"".join(store.read(sha256))
    return refused.value.code


def flip(path: Path, place: int = -1) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def test_a_content_comes_back(store: Blobs, letter: Path) -> None:
    kept = store.put(letter)
    assert (kept.size, kept.sha256) == (len(WORDS), hashlib.sha256(WORDS).digest())
    assert b"".join(store.read(kept.sha256)) == WORDS


def test_neither_name_nor_content_stands_on_the_disk(store: Blobs, letter: Path) -> None:
    kept = store.put(letter)
    [file] = files(store)
    assert len(file.name) == 64
    assert file.parent.name == file.name[:2]
    assert kept.sha256.hex() != file.name  # whoever has the document cannot ask whether it is here
    assert WORDS not in file.read_bytes()
    if os.name == "posix":
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_the_same_content_is_kept_once_and_mended_where_it_is_altered(store: Blobs, letter: Path) -> None:
    kept = store.put(letter)
    [first] = files(store)
    before = first.read_bytes()
    store.put(letter)
    assert [file.read_bytes() for file in files(store)] == [before]
    flip(first)
    assert store.verify(kept.sha256) == "file_altered"
    store.put(letter)
    assert store.verify(kept.sha256) == ""


def test_memory_stays_flat_for_a_large_file(store: Blobs, tmp_path: Path) -> None:
    large = tmp_path / "large.bin"
    with large.open("wb") as file:
        file.truncate(24 << 20)
    tracemalloc.start()
    kept = store.put(large)
    for _ in store.read(kept.sha256):
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept.size == 24 << 20
    assert peak < 2 << 20


def test_a_missing_an_altered_and_an_exchanged_content_are_told_apart(store: Blobs, letter: Path) -> None:
    kept = store.put(letter)
    [file] = files(store)
    assert code(store, bytes(32)) == "file_missing"
    letter.write_bytes(b"another")
    other = store.put(letter)
    [another] = [path for path in files(store) if path != file]
    another.write_bytes(file.read_bytes())
    assert code(store, other.sha256) == "file_altered"
    flip(file)
    assert code(store, kept.sha256) == "file_altered"


def test_another_profile_reads_nothing(store: Blobs, letter: Path) -> None:
    kept = store.put(letter)
    assert code(Blobs(store.folder, NEXT), kept.sha256) == "file_missing"


def test_an_unencrypted_profile_notices_damage_too(tmp_path: Path, letter: Path) -> None:
    store = Blobs(tmp_path / "plain", None)
    kept = store.put(letter)
    assert b"".join(store.read(kept.sha256)) == WORDS
    flip(files(store)[0])
    assert code(store, kept.sha256) == "file_altered"


# what goes wrong while writing


def test_a_full_disk_leaves_nothing(store: Blobs, letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(module, "_flush", full)
    with pytest.raises(StorageError) as refused:
        store.put(letter)
    assert refused.value.code == "file_no_room"
    assert files(store) == []


def test_a_folder_that_cannot_be_written_is_told(store: Blobs, letter: Path) -> None:
    store.folder.mkdir()
    with as_nobody(store.folder), pytest.raises(StorageError) as refused:
        store.put(letter)
    assert refused.value.code == "file_not_kept"


def test_a_source_that_cannot_be_read_is_told_by_name(store: Blobs, tmp_path: Path) -> None:
    with pytest.raises(StorageError) as refused:
        store.put(tmp_path / "gone.txt")
    assert (refused.value.code, refused.value.details) == ("file_unreadable", {"name": "gone.txt"})
    assert files(store) == []


def test_stopping_half_way_leaves_nothing(store: Blobs, tmp_path: Path) -> None:
    large = tmp_path / "large.bin"
    large.write_bytes(bytes(300_000))

    def stop(done: int, total: int) -> None:
        assert (done > 0, total) == (True, 300_000)
        if done > 100_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.put(large, progress=stop)
    assert files(store) == []


# copies


def test_a_copy_never_takes_the_place_of_a_file(store: Blobs, letter: Path, tmp_path: Path) -> None:
    kept = store.put(letter)
    target = tmp_path / "here.txt"
    target.write_text("mine")
    with pytest.raises(FileExistsError):
        store.write_to(kept.sha256, target)
    assert target.read_text() == "mine"


def test_a_copy_of_an_altered_content_is_not_left(store: Blobs, tmp_path: Path) -> None:
    large = tmp_path / "large.bin"
    large.write_bytes(bytes(200_000))
    kept = store.put(large)
    flip(files(store)[0])  # the last of four chunks
    with pytest.raises(StorageError):
        store.write_to(kept.sha256, tmp_path / "copy.bin")
    assert not (tmp_path / "copy.bin").exists()
    with pytest.raises(StorageError):
        store.view(kept.sha256, "x.bin")


def test_a_copy_to_read_is_private_and_goes(store: Blobs, letter: Path) -> None:
    kept = store.put(letter)
    copy = store.view(kept.sha256, "attachment-1.txt")
    assert copy.read_bytes() == WORDS
    if os.name == "posix":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o400
        assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    Blobs(store.folder.with_name("other"), KEY).clear_views()
    assert copy.exists()  # another profile's are not ours to clear
    Blobs(store.folder, KEY).clear_views()  # as at the start after a crash
    assert not copy.parent.exists()


# sweeping, mending, another key


def test_only_what_nobody_needs_is_swept_and_not_while_it_is_young(store: Blobs, letter: Path) -> None:
    kept = store.put(letter)
    letter.write_bytes(b"ownerless")
    store.put(letter)
    (store.folder / "new-0123").write_bytes(b"left by a crash")
    now = letter.stat().st_mtime
    assert store.sweep([kept.sha256], now=now + DAY / 2) == 0
    assert store.sweep([kept.sha256], now=now + 2 * DAY) == 2
    assert [path.name for path in files(store)] == list(store.names([kept.sha256]))


def test_a_content_comes_back_from_a_folder_that_has_it_sound(
    store: Blobs, letter: Path, tmp_path: Path
) -> None:
    kept = store.put(letter)
    [file] = files(store)
    for name in ("altered", "sound"):
        (tmp_path / name / file.parent.name).mkdir(parents=True)
        (tmp_path / name / file.parent.name / file.name).write_bytes(file.read_bytes())
    flip(tmp_path / "altered" / file.parent.name / file.name)
    flip(file)
    assert not store.mend(kept.sha256, [tmp_path / "altered"])
    assert store.mend(kept.sha256, [tmp_path / "altered", tmp_path / "sound"])
    assert store.verify(kept.sha256) == ""


def test_contents_follow_to_another_key_and_are_readable_meanwhile(store: Blobs, tmp_path: Path) -> None:
    hashes = []
    for number in range(3):
        (tmp_path / "file").write_bytes(f"content {number}".encode())
        hashes.append(store.put(tmp_path / "file").sha256)
    between = Blobs(store.folder, NEXT, former=KEY)

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        between.rewrap(hashes, stop)
    for held in (between, Blobs(store.folder, NEXT, former=KEY)):
        assert [held.verify(sha256) for sha256 in hashes] == ["", "", ""]
    assert between.rewrap(hashes) == 0
    after = Blobs(store.folder, NEXT)
    assert [after.verify(sha256) for sha256 in hashes] == ["", "", ""]
    assert [store.has(sha256) for sha256 in hashes] == [False, False, False]
    assert len(files(after)) == 3


def test_an_altered_content_stays_as_it_is_and_is_counted(store: Blobs, tmp_path: Path) -> None:
    hashes = []
    for number in range(2):
        (tmp_path / "file").write_bytes(f"content {number}".encode())
        hashes.append(store.put(tmp_path / "file").sha256)
    flip(store.folder / (name := next(iter(store.names(hashes[:1]))))[:2] / name)
    assert Blobs(store.folder, NEXT, former=KEY).rewrap(hashes) == 1
    assert [Blobs(store.folder, NEXT).verify(sha256) for sha256 in hashes] == ["file_missing", ""]

"""The sealed form of one content: it comes back as it was, or is refused, whatever happens to the file."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kts_desktop.storage import blob_format
from kts_desktop.storage.blob_format import CHUNK, HEADER, Altered, chunks_of, seal, unseal

KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))
NAME, OTHER_NAME = b"n" * 32, b"m" * 32
PIECE = CHUNK + 16
# on, before and after the borders of chunks
SIZES = st.sampled_from([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 7, 3 * CHUNK])


def sealed(content: bytes, key: bytes = KEY, name: bytes = NAME) -> bytes:
    target = io.BytesIO()
    seal(chunks_of(io.BytesIO(content)), target, key).finish(name)
    return target.getvalue()


def content_of(file: bytes, key: bytes = KEY, name: bytes = NAME) -> bytes:
    return b"".join(unseal(io.BytesIO(file), key, name))


def some(size: int) -> bytes:
    return bytes(number * 31 % 251 for number in range(256)) * (size // 256) + b"e" * (size % 256)


@given(size=SIZES)
def test_what_was_sealed_comes_back(size: int) -> None:
    assert content_of(sealed(some(size))) == some(size)


@given(size=SIZES, data=st.data())
def test_a_flipped_bit_anywhere_is_refused(size: int, data: st.DataObject) -> None:
    file = bytearray(sealed(some(size)))
    file[data.draw(st.integers(0, len(file) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(Altered):
        content_of(bytes(file))


@given(size=SIZES, data=st.data())
def test_a_file_cut_short_anywhere_is_refused(size: int, data: st.DataObject) -> None:
    file = sealed(some(size))
    borders = st.sampled_from([HEADER + n * PIECE for n in range((len(file) - HEADER) // PIECE + 1)])
    end = data.draw(st.integers(0, len(file) - 1) | borders.filter(lambda place: place < len(file)))
    with pytest.raises(Altered):
        content_of(file[:end])


@given(size=SIZES, extra=st.binary(min_size=1, max_size=40))
def test_a_longer_file_is_refused(size: int, extra: bytes) -> None:
    with pytest.raises(Altered):
        content_of(sealed(some(size)) + extra)


@settings(max_examples=30)
@given(order=st.permutations(range(4)).filter(lambda order: order != list(range(4))))
def test_exchanged_chunks_are_refused(order: list[int]) -> None:
    file = sealed(some(4 * CHUNK))
    pieces = [file[HEADER + n * PIECE : HEADER + (n + 1) * PIECE] for n in range(4)]
    with pytest.raises(Altered):
        content_of(file[:HEADER] + b"".join(pieces[place] for place in order))


@pytest.mark.parametrize("kept", [(0, 2), (0, 0, 1, 2), (1, 2), (2,), (0, 1), (0, 1, 1, 2)])
def test_chunks_left_out_or_doubled_are_refused(kept: tuple[int, ...]) -> None:
    file = sealed(some(3 * CHUNK))
    pieces = [file[HEADER + n * PIECE : HEADER + (n + 1) * PIECE] for n in range(3)]
    with pytest.raises(Altered):
        content_of(file[:HEADER] + b"".join(pieces[place] for place in kept))


def test_a_chunk_of_another_file_of_the_same_key_is_refused() -> None:
    first, second = sealed(some(2 * CHUNK)), sealed(some(2 * CHUNK))
    with pytest.raises(Altered):
        content_of(first[: HEADER + PIECE] + second[HEADER + PIECE :])


def test_another_key_and_another_name_are_refused() -> None:
    for key, name in ((OTHER_KEY, NAME), (KEY, OTHER_NAME)):
        with pytest.raises(Altered):
            content_of(sealed(b"Bescheid"), key, name)


def test_the_same_content_is_never_sealed_the_same_way() -> None:
    assert sealed(b"Bescheid") != sealed(b"Bescheid")


def test_nothing_of_the_content_stands_in_the_file() -> None:
    assert b"Lichtmoos" not in sealed(b"Lichtmoos" * 1000)


def test_no_nonce_is_used_twice() -> None:
    nonces = [
        blob_format._nonce(number, is_last=is_last) for number in range(300) for is_last in (False, True)
    ]
    assert len(set(nonces)) == len(nonces)
    assert {len(nonce) for nonce in nonces} == {12}

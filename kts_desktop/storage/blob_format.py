"""How the content of one attachment is sealed: AES-256-GCM in chunks of 64 KiB, in order, with a marked end.

A header (mark, salt), then the chunks. Each file has a key of its own, made from the salt. The nonce of a
chunk is its number and whether it is the last one, so chunks cannot be left out, doubled, exchanged, or taken
from another file; the last one is bound to the file's name, so whole files cannot be exchanged either.
"""

import secrets
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

CHUNK = 64 * 1024
MARK = b"KTSBLOB1"
_SALT, _TAG, _KEY = 16, 16, 32
_COUNTER = 11  # bytes of a nonce before the one that marks the last chunk
HEADER = len(MARK) + _SALT


class Altered(Exception):  # noqa: N818 - a state that is reported with the name of the file
    """The content is not what was sealed."""


def seal(chunks: Iterator[bytes], target: BinaryIO, key: bytes) -> "Sealing":
    """Write header and all chunks but the last; ``Sealing.finish`` writes that one, bound to a name."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    header = MARK + secrets.token_bytes(_SALT)
    target.write(header)
    sealing = Sealing(target, AESGCM(_file_key(key, header)), header)
    for chunk in chunks:
        sealing.add(chunk)
    return sealing


class Sealing:
    """A file that is being sealed; the last chunk waits, since only its reader knows that it is the last."""

    def __init__(self, target: BinaryIO, cipher: "AESGCM", header: bytes) -> None:
        self._target, self._cipher, self._header = target, cipher, header
        self._number = 0
        self._waiting = b""

    def add(self, chunk: bytes) -> None:
        """Take a chunk of ``CHUNK`` bytes; only the last one may be shorter."""
        if self._waiting:
            self._write(is_last=False, bound=self._header)
        self._waiting = chunk

    def finish(self, name: bytes) -> None:
        """Write the last chunk and bind the whole to a name."""
        self._write(is_last=True, bound=self._header + name)

    def _write(self, *, is_last: bool, bound: bytes) -> None:
        nonce = _nonce(self._number, is_last=is_last)
        self._target.write(self._cipher.encrypt(nonce, self._waiting, bound))
        self._number += 1
        self._waiting = b""


def unseal(source: BinaryIO, key: bytes, name: bytes) -> Iterator[bytes]:
    """Yield the chunks; raises Altered as soon as one is not what was sealed under this name.

    Whoever takes the chunks must throw them away if that happens: the end is only known at the end.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    header = source.read(HEADER)
    if len(header) != HEADER or not header.startswith(MARK):
        raise Altered
    cipher = AESGCM(_file_key(key, header))
    number, sealed = 0, source.read(CHUNK + _TAG)
    while True:
        following = source.read(CHUNK + _TAG)
        is_last = not following
        try:
            yield cipher.decrypt(
                _nonce(number, is_last=is_last), sealed, header + name if is_last else header
            )
        except (InvalidTag, ValueError) as error:
            raise Altered from error
        if is_last:
            return
        number, sealed = number + 1, following


def chunks_of(source: BinaryIO) -> Iterator[bytes]:
    """Yield what a file holds in chunks of ``CHUNK`` bytes, the last one shorter."""
    while chunk := source.read(CHUNK):
        yield chunk


def _file_key(key: bytes, header: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), _KEY, salt=header[len(MARK) :], info=b"kts-blob-file-v1").derive(key)


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(_COUNTER, "big") + bytes([is_last])

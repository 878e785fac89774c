"""The sections of a package: packed as they are written, unpacked with limits as they are read."""

import hashlib
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

from kts_desktop.core.errors import PackageError
from kts_desktop.exchange.sync.envelope import KEY, PREFIX, Envelope, Randomness, Sealer, Unsealer
from kts_desktop.exchange.sync.lines import LONGEST
from kts_desktop.exchange.sync.manifest import Section

RATIO, LEAST = 200, 64  # unpacked bytes for a packed one, at most; packed bytes that always pass
_LEVEL, _QUICK, _STORED = 6, 1, 0
_IN_MEMORY = 4 * 1024 * 1024
_BLOCK = 65_536
_WORTH = 0.9  # below this it pays to pack a content


class Spool:
    """Holds a packed section until its length is known; what leaves the memory is encrypted."""

    def __init__(self, folder: Path, randomness: Randomness) -> None:
        # closed by __exit__
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY, dir=str(folder))  # noqa: SIM115
        key = randomness(KEY)
        self._envelope = Envelope(suite=0, slots=(), prefix=bytes(PREFIX), raw=b"spool")
        self._sealer = Sealer(cast("BinaryIO", self._file), self._envelope, key)
        self._key, self._packed = key, 0
        self.section: Section | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def fill(self, name: str, lines: Iterable[bytes]) -> Section:
        """Take the lines of a section and tell its lengths; raises PackageError ``package_too_large``."""
        packer, digest, raw = zlib.compressobj(_LEVEL), hashlib.sha256(), 0
        for line in lines:
            if len(line) > LONGEST:
                raise PackageError("package_too_large")
            content = line + b"\n"
            digest.update(content)
            raw += len(content)
            self._keep(packer.compress(content))
        self._keep(packer.flush())
        self._sealer.finish()
        if raw > RATIO * max(self._packed, LEAST):
            raise PackageError("package_too_large")
        self.section = Section(name=name, raw=raw, sha256=digest.digest(), packed=self._packed)
        return self.section

    def copy_to(self, write: Callable[[bytes], None]) -> None:
        """Hand over the packed bytes."""
        size = self._file.seek(0, 2)
        source = Unsealer(cast("BinaryIO", self._file), self._envelope, self._key, size)
        for place in range(0, self._packed, _BLOCK):
            write(source.read(place, min(_BLOCK, self._packed - place)))

    def _keep(self, packed: bytes) -> None:
        self._packed += len(packed)
        self._sealer.write(packed)


def measure(sha256: bytes, chunks: Callable[[], Iterator[bytes]]) -> tuple[Section, int]:
    """Read a content through; return its section and the level at which it is packed."""
    section = _measured(sha256, chunks(), _QUICK)
    if section.packed < _WORTH * section.raw and section.raw <= RATIO * max(section.packed, LEAST):
        return section, _QUICK
    return _measured(sha256, chunks(), _STORED), _STORED


def pack(chunks: Iterator[bytes], level: int, write: Callable[[bytes], None]) -> None:
    """Pack a content as it was measured."""
    packer = zlib.compressobj(level)
    for chunk in chunks:
        write(packer.compress(chunk))
    write(packer.flush())


def unpack(source: Unsealer, place: int, section: Section) -> Iterator[bytes]:
    """Yield a section's bytes; raises PackageError at the latest at the end, so keep nothing before it."""
    if section.raw > RATIO * max(section.packed, LEAST):
        raise PackageError("package_too_large")
    unpacker, digest, raw = zlib.decompressobj(), hashlib.sha256(), 0
    try:
        for at in range(place, place + section.packed, _BLOCK):
            packed = source.read(at, min(_BLOCK, place + section.packed - at))
            for found in _pieces(unpacker, packed):
                raw += len(found)
                if raw > section.raw:
                    raise PackageError("package_damaged")
                digest.update(found)
                yield found
            if unpacker.unused_data or (unpacker.eof and at + _BLOCK < place + section.packed):
                raise PackageError("package_damaged")
    except zlib.error as error:
        raise PackageError("package_damaged") from error
    if raw != section.raw or not unpacker.eof or digest.digest() != section.sha256:
        raise PackageError("package_damaged")


def _measured(sha256: bytes, chunks: Iterator[bytes], level: int) -> Section:
    packer, digest, raw, packed = zlib.compressobj(level), hashlib.sha256(), 0, 0
    for chunk in chunks:
        digest.update(chunk)
        raw += len(chunk)
        packed += len(packer.compress(chunk))
    packed += len(packer.flush())
    if digest.digest() != sha256:
        raise PackageError("package_content_altered")
    return Section(name=f"blob:{sha256.hex()}", raw=raw, sha256=sha256, packed=packed)


def _pieces(unpacker: "zlib._Decompress", packed: bytes) -> Iterator[bytes]:
    """Yield what packed bytes hold, never more than a block at a time."""
    while not unpacker.eof:
        found = unpacker.decompress(packed, _BLOCK)
        packed = unpacker.unconsumed_tail
        if found:
            yield found
        if not packed and len(found) < _BLOCK:
            return


def lines_of(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines of a section; raises PackageError for one without an end or beyond all measure."""
    waiting = bytearray()
    for chunk in chunks:
        *whole, rest = chunk.split(b"\n")
        for line in whole:
            waiting += line
            yield _limited(waiting)
            waiting = bytearray()
        waiting += rest
        _limited(waiting)
    if waiting:
        raise PackageError("package_damaged")


def _limited(line: bytearray) -> bytes:
    if len(line) > LONGEST:
        raise PackageError("package_too_large")
    return bytes(line)

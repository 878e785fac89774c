"""Packages ``.ktspaket``: written whole or not at all, read with nothing taken on trust.

A package is read twice: once through to its end, so that nothing of it is used before all of it is known to
be sound, then once more as its records are taken over. Neither holds more than a few lines in memory.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from kts_desktop.core.errors import PackageError
from kts_desktop.exchange.sync import canonical, envelope, lines, manifest, sections, shapes
from kts_desktop.exchange.sync.content import Block, Content, Erasure, Seal
from kts_desktop.exchange.sync.envelope import Envelope, Opener, Randomness, Sealer, Unsealer
from kts_desktop.exchange.sync.laptop_keys import LaptopKeys, PublicKeys, is_signed
from kts_desktop.exchange.sync.manifest import BLOB, DATA, SIGNED, Manifest, Section
from kts_desktop.exchange.sync.sections import Spool
from kts_desktop.storage.recovery import STANDARD, Cost

MOST_PACKED = 256 * 1024 * 1024  # bytes of a package without contents of attachments
MOST_RAW = 1024 * 1024 * 1024
MOST_BLOBS = 4 * 1024 * 1024 * 1024
BLOBS_AT_ONCE = 1_000
_LIST_RAW = 32 * 1024 * 1024  # of a section that is read whole
_LIST_LINES = 100_000
_BLOCKS = 1_000_000
_LONGEST_SIGNATURE = 256
_LENGTH, _SIGNATURE_LENGTH = 4, 2

Chunks = Callable[[bytes], Iterator[bytes]]  # the content of an attachment by its SHA-256


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressees:
    """Who shall read a package: laptops, or for a first set-up whoever knows a passphrase."""

    laptops: tuple[PublicKeys, ...] = ()
    passphrase: str | None = field(default=None, repr=False)
    cost: Cost = STANDARD

    def fingerprints(self) -> tuple[bytes, ...]:
        """Return what the manifest names."""
        return tuple(sorted({one.fingerprint for one in self.laptops}))

    def envelope(self, key: bytes, randomness: Randomness) -> Envelope:
        """Return the header that lets them open it."""
        if self.passphrase is not None:
            return envelope.for_passphrase(key, self.passphrase, self.cost)
        laptops = {one.fingerprint: one for one in self.laptops}
        return envelope.for_laptops(key, [laptops[one] for one in sorted(laptops)], randomness)

    def opener(self, keys: LaptopKeys) -> Opener:
        """Return what opens the package for its own sender."""
        if self.passphrase is not None:
            return envelope.by_passphrase(self.passphrase)
        return envelope.by_keys(keys)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What went into a package."""

    size: int
    records: int
    fields: int


@dataclass
class _Count:
    """Counts blocks on their way."""

    blocks: int = 0
    fields: int = 0
    last: tuple[bytes, str] = (b"", "")
    records: int = 0

    def lines(self, blocks: Iterable[Block], writer: lines.Writer) -> Iterator[bytes]:
        for block in blocks:
            self.blocks += 1
            self.fields += len(block.fields)
            self.records += (block.rec, block.table) != self.last
            self.last = (block.rec, block.table)
            yield writer.block(block)

    def told(self, content: Content) -> dict[str, int]:
        return {
            "blocks": self.blocks,
            "erased": len(content.erased),
            "fields": self.fields,
            "seals": len(content.seals),
        }


def write(
    target: BinaryIO,
    content: Content,
    signer: LaptopKeys,
    to: Addressees,
    *,
    spool: Path,
    chunks: Chunks | None = None,
    randomness: Randomness = os.urandom,
) -> Written:
    """Write a package; ``spool`` is a folder for what waits meanwhile, encrypted.

    Raises PackageError ``package_too_large``, OSError.
    """
    key = randomness(envelope.KEY)
    outer = to.envelope(key, randomness)
    reps, count = _replicas(content), _Count()
    with ExitStack() as stack:
        spools = []
        for name, content_lines in _told(content, lines.Writer(reps), count).items():
            one = stack.enter_context(Spool(spool, randomness))
            if one.fill(name, content_lines).raw or name == DATA:
                spools.append(one)
        measured = _measured(content, chunks)
        found = [one.section for one in spools if one.section] + [section for section, _ in measured]
        _limit(found)
        text = manifest.dump(
            Manifest(
                header=replace(content.header, to=to.fingerprints()),
                signer=signer.public.signing,
                reps=reps,
                counts=count.told(content),
                sections=tuple(found),
            )
        )
        sealer = Sealer(target, outer, key)
        _begin(sealer, text, signer.sign(SIGNED + text))
        for one in spools:
            one.copy_to(sealer.write)
        for section, level in measured:
            assert chunks is not None
            sections.pack(chunks(section.sha256), level, sealer.write)
        sealer.finish()
    return Written(size=target.tell(), records=count.records, fields=count.fields)


class Package:
    """A package that is being read; ``verify`` before anything else is taken from it."""

    def __init__(self, file: BinaryIO, opener: Opener) -> None:
        self._file = file
        size = os.fstat(file.fileno()).st_size
        if size > MOST_PACKED + MOST_BLOBS + (1 << 20):
            raise PackageError("package_too_large")
        outer = envelope.read_envelope(file)
        self.suite = outer.suite
        self._source = Unsealer(file, outer, opener(outer), size)
        length = int.from_bytes(self._source.read(0, _LENGTH), "big")
        if length > manifest.LONGEST:
            raise PackageError("package_damaged")
        self._text = self._source.read(_LENGTH, length)
        place = _LENGTH + length
        length = int.from_bytes(self._source.read(place, _SIGNATURE_LENGTH), "big")
        if length > _LONGEST_SIGNATURE:
            raise PackageError("package_damaged")
        self._signature = self._source.read(place + _SIGNATURE_LENGTH, length)
        self._place = place + _SIGNATURE_LENGTH + length
        self._raw = canonical.load(self._text)
        self.signer = manifest.signer_of(self._raw)
        self._manifest: Manifest | None = None
        self._seals: tuple[Seal, ...] = ()
        self._erased: tuple[Erasure, ...] = ()
        self._keys: tuple[bytes, ...] = ()
        self._wanted: tuple[bytes, ...] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def checked(self) -> Manifest:
        """Check the signature and return what was signed; raises PackageError."""
        if self._manifest is None:
            if not is_signed(self.signer, self._signature, SIGNED + self._text):
                raise PackageError("package_bad_signature")
            found = manifest.parse(self._raw)
            _limit(found.sections)
            if self._place + sum(section.packed for section in found.sections) != self._source.size:
                raise PackageError("package_damaged")
            self._manifest = found
        return self._manifest

    def verify(self) -> None:
        """Read everything through once; raises PackageError if a byte of it is not as it must be."""
        found = self.checked()
        reader = lines.Reader(found)
        self._seals = tuple(map(reader.seal, self._list("seals")))
        self._erased = tuple(map(reader.erasure, self._list("erased")))
        self._keys = tuple(self._list("keys"))
        self._wanted = tuple(_wanted(line) for line in self._list("want"))
        blocks = fields = 0
        for block in self._blocks():
            blocks, fields = blocks + 1, fields + len(block.fields)
            if blocks > _BLOCKS:
                raise PackageError("package_too_large")
        counts = {"blocks": blocks, "erased": len(self._erased), "fields": fields, "seals": len(self._seals)}
        if counts != found.counts:
            raise PackageError("package_damaged")
        for section in found.sections:
            if section.blob is not None or section.name == "sig2":
                for _ in self._unpacked(section):
                    pass

    def content(self) -> Content:
        """Return what was verified; its blocks are read anew, once."""
        found = self.checked()
        return Content(
            header=found.header,
            seals=self._seals,
            erased=self._erased,
            blocks=self._blocks(),
            cards=self._keys,
            wanted=self._wanted,
            blobs={one.blob: one.raw for one in found.sections if one.blob is not None},
        )

    def blob(self, sha256: bytes) -> Iterator[bytes]:
        """Yield a content that comes along; raises PackageError at the end if it is not the right one."""
        for section in self.checked().sections:
            if section.blob == sha256:
                yield from self._unpacked(section)
                return
        raise KeyError(sha256.hex())

    @property
    def text(self) -> bytes:
        """Return the manifest as it was signed."""
        return self._text

    def _list(self, name: str) -> Iterator[bytes]:
        for section in self.checked().sections:
            if section.name == name:
                if section.raw > _LIST_RAW:
                    raise PackageError("package_too_large")
                for number, line in enumerate(sections.lines_of(self._unpacked(section))):
                    if number == _LIST_LINES:
                        raise PackageError("package_too_large")
                    yield line

    def _blocks(self) -> Iterator[Block]:
        found = self.checked()
        reader = lines.Reader(found)
        for section in found.sections:
            if section.name == DATA:
                for line in sections.lines_of(self._unpacked(section)):
                    yield reader.block(line)

    def _unpacked(self, section: Section) -> Iterator[bytes]:
        place = self._place
        for one in self.checked().sections:
            if one.name == section.name:
                break
            place += one.packed
        return sections.unpack(self._source, place, section)


def read(path: Path, opener: Opener) -> Package:
    """Open a package; raises PackageError, OSError. Use it in a ``with`` block."""
    file = path.open("rb")
    try:
        return Package(file, opener)
    except BaseException:
        file.close()
        raise


def _begin(sealer: Sealer, text: bytes, signature: bytes) -> None:
    sealer.write(len(text).to_bytes(_LENGTH, "big") + text)
    sealer.write(len(signature).to_bytes(_SIGNATURE_LENGTH, "big") + signature)


def _replicas(content: Content) -> tuple[bytes, ...]:
    header = content.header
    vectors = [*header.since.values(), *header.to_vec.values()]
    found = lines.replicas_of(content.seals, content.erased, vectors)
    return tuple(sorted(found | {header.source} | {head.rep for head in header.heads}))


def _told(content: Content, writer: lines.Writer, count: _Count) -> dict[str, Iterable[bytes]]:
    return {
        "seals": map(writer.seal, content.seals),
        "erased": map(writer.erasure, content.erased),
        "keys": content.cards,
        "want": (canonical.dump([sha256.hex()]) for sha256 in content.wanted),
        DATA: count.lines(content.blocks, writer),
    }


def _measured(content: Content, chunks: Chunks | None) -> Sequence[tuple[Section, int]]:
    if not content.blobs:
        return []
    if chunks is None or len(content.blobs) > BLOBS_AT_ONCE:
        raise PackageError("package_too_large")
    given = chunks

    def source(sha256: bytes) -> Callable[[], Iterator[bytes]]:
        return lambda: given(sha256)

    return [sections.measure(sha256, source(sha256)) for sha256 in sorted(content.blobs)]


def _limit(found: Sequence[Section]) -> None:
    told = [section for section in found if not section.name.startswith(BLOB)]
    contents = [section for section in found if section.name.startswith(BLOB)]
    if (
        sum(section.packed for section in told) > MOST_PACKED
        or sum(section.raw for section in told) > MOST_RAW
        or sum(section.raw for section in contents) > MOST_BLOBS
    ):
        raise PackageError("package_too_large")


def _wanted(line: bytes) -> bytes:
    (sha256,) = shapes.listed(canonical.load(line), 1)
    return shapes.hexed(sha256, manifest.SHA256)

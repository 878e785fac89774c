"""Packages nobody must take over: altered on the way, forged by a recipient, signed crookedly by a colleague.

``python -m tests.helpers.hostile_packages COUNT SEED`` tries so many and tells what became of them.
"""

import hashlib
import json
import random
import resource
import struct
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from kts_desktop.core.errors import PackageError
from kts_desktop.exchange.sync import envelope
from kts_desktop.exchange.sync.envelope import CHUNK, TAG
from tests.helpers.packages import ANNA, BEN, CLARA, content_of, keys_of, opened, people, write_package

SECTIONS = ("seals", "erased", "keys", "want", "data")
Told = dict[str, Any]
Raw = dict[str, bytes]


class Forge:
    """Makes hostile packages out of two good ones from Anna to Ben; the draws come from a seed."""

    def __init__(self, folder: Path, seed: int = 1) -> None:
        self.draw = random.Random(seed)  # noqa: S311 - repeatable on purpose
        self.folder = folder
        blob = random.Random(5).randbytes(2 * CHUNK)  # noqa: S311
        good = write_package(folder / "good", content_of(people(40), blobs=[blob]), to=[BEN], blobs=[blob])
        other = write_package(
            folder / "other", content_of(people(30, seed=8), blobs=[blob]), to=[BEN], blobs=[blob]
        )
        self.good, self.other = good.read_bytes(), other.read_bytes()
        self.text, self.signature, self.told, self.raw, self.packed = _parts(good)
        _, self.other_signature, _, self.other_raw, self.other_packed = _parts(other)

    def next(self) -> tuple[str, bytes]:
        """Return one more hostile package, and by which kind of attack."""
        kinds = self.kinds()
        names = [name for name in sorted(kinds) for _ in range(1 if name == "bomb" else 6)]
        kind = self.draw.choice(names)
        return kind, kinds[kind]()

    def kinds(self) -> dict[str, Callable[[], bytes]]:
        """Return all kinds of attack."""
        return {
            "flip": self._flip,
            "cut": self._cut,
            "cut at a border": self._cut_at_border,
            "splice": self._splice,
            "append": self._append,
            "chunks swapped": self._chunks_swapped,
            "chunk dropped": self._chunk_dropped,
            "header of A, body of B": self._chimera,
            "recipient stripped": self._stripped,
            "recipient added": self._added,
            "header field": self._header_field,
            "forged by a recipient": self._forged,
            "signature replayed": self._replayed,
            "handed on": self._handed_on,
            "crooked manifest": self._crooked_manifest,
            "crooked line": self._crooked_line,
            "bomb": self._bomb,
        }

    def sealed(self, plain: bytes, to: bytes = BEN) -> bytes:
        """Seal a plain text for somebody, as anybody can."""
        key = self.draw.randbytes(envelope.KEY)
        outer = envelope.for_laptops(key, [keys_of(to).public], self.draw.randbytes)
        path = self.folder / "sealed"
        with path.open("wb") as target:
            sealer = envelope.Sealer(target, outer, key)
            sealer.write(plain)
            sealer.finish()
        return path.read_bytes()

    def signed(self, told: Told | bytes, raw: Raw, *, packed: Raw | None = None, by: bytes = ANNA) -> bytes:
        """Return a package signed by a colleague, whatever it says."""
        text = told if isinstance(told, bytes) else _dumped(told)
        signature = keys_of(by).sign(b"KTS-manifest-v1\0" + text)
        body = b"".join((packed or {}).get(name) or zlib.compress(one, 6) for name, one in raw.items())
        return self.sealed(_begun(text, signature) + body)

    def resigned(self, change: Callable[[Told], object] = len, raw: Raw | None = None) -> bytes:
        """Return the good package with another manifest or other sections, signed anew by its sender."""
        raw = dict(self.raw if raw is None else raw)
        told = json.loads(self.text)
        told["sections"] = [_section(name, one) for name, one in raw.items()]
        changed = change(told)
        return self.signed(changed if isinstance(changed, bytes) else told, raw)

    # ---- altered on the way
    def _flip(self) -> bytes:
        content = bytearray(self.good)
        for _ in range(self.draw.randrange(1, 4)):
            content[self.draw.randrange(len(content))] ^= 1 << self.draw.randrange(8)
        return bytes(content) if content != self.good else self._append()

    def _cut(self) -> bytes:
        return self.good[: self.draw.randrange(len(self.good))]

    def _cut_at_border(self) -> bytes:
        start = len(_envelope(self.good).raw)
        borders = [8, 10, 12, start - 7, start, *range(start, len(self.good), CHUNK + TAG)]
        return self.good[: self.draw.choice(borders)]

    def _splice(self) -> bytes:
        content = bytearray(self.good)
        place, size = self.draw.randrange(len(content)), self.draw.randrange(1, 60)
        content[place : place + size] = self.draw.randbytes(self.draw.randrange(60))
        return bytes(content) if content != self.good else self._append()

    def _append(self) -> bytes:
        return self.good + self.draw.randbytes(self.draw.randrange(1, 200))

    def _chunks_swapped(self) -> bytes:
        head, chunks = _chunks(self.good)
        first, second = self.draw.sample(range(len(chunks)), 2)
        chunks[first], chunks[second] = chunks[second], chunks[first]
        return head + b"".join(chunks)

    def _chunk_dropped(self) -> bytes:
        head, chunks = _chunks(self.good)
        if self.draw.random() < 0.5:
            chunks.insert(self.draw.randrange(len(chunks)), self.draw.choice(chunks))
        else:
            chunks.pop(self.draw.randrange(len(chunks)))
        return head + b"".join(chunks)

    def _chimera(self) -> bytes:
        one, other = self.draw.sample([self.good, self.other], 2)
        (head, chunks), (_, foreign) = _chunks(one), _chunks(other)
        if self.draw.random() < 0.5:
            return head + b"".join(foreign)
        chunks[self.draw.randrange(len(chunks))] = self.draw.choice(foreign)
        return head + b"".join(chunks)

    def _stripped(self) -> bytes:
        outer = _envelope(self.good)
        slots = self.draw.choice([b"", outer.slots[0].sealed[:-1]])
        count = struct.pack(">H", self.draw.randrange(3))
        return self.good[:10] + count + slots + self.good[len(outer.raw) - 7 :]

    def _added(self) -> bytes:
        outer = _envelope(self.good)
        reader = self.draw.choice([BEN, CLARA])
        sealed = keys_of(reader).public.seal(self.draw.randbytes(32))
        slot = keys_of(reader).public.fingerprint[:8] + struct.pack(">H", len(sealed)) + sealed
        place = self.draw.choice([12, len(outer.raw) - 7])
        return self.good[:10] + struct.pack(">H", 2) + self.good[12:place] + slot + self.good[place:]

    def _header_field(self) -> bytes:
        place, size = self.draw.choice([(0, 8), (8, 1), (9, 1), (10, 2), (20, 2)])
        content = self.draw.randbytes(size)
        altered = self.good[:place] + content + self.good[place + size :]
        return altered if altered != self.good else self._append()

    # ---- forged by a recipient, who knows the file key but not the sender's signing key
    def _forged(self) -> bytes:
        packed = dict(self.packed)
        match self.draw.randrange(5):
            case 0:  # records of another package under this signature
                packed["data"] = self.other_packed["data"]
            case 1:
                data = self.raw["data"].replace("Müller".encode(), b"Mueller", 1)
                packed["data"] = zlib.compress(data, 6)
            case 2:  # sections in another order
                names = list(packed)
                while names == list(packed):
                    self.draw.shuffle(names)
                packed = {name: packed[name] for name in names}
            case 3:  # no byte longer or shorter
                name = self.draw.choice(list(packed))
                packed[name] = self._altered(packed[name], self.raw[name])
            case _:
                packed.pop(self.draw.choice(list(packed)))
        return self.sealed(_begun(self.text, self.signature) + b"".join(packed.values()))

    def _altered(self, packed: bytes, raw: bytes) -> bytes:
        """Flip a bit that means something: those that fill up the last byte of a stream say nothing."""
        while True:
            place = self.draw.randrange(len(packed))
            bit = bytes([packed[place] ^ 1 << self.draw.randrange(8)])
            altered = packed[:place] + bit + packed[place + 1 :]
            try:
                if zlib.decompress(altered) != raw:
                    return altered
            except zlib.error:
                return altered

    def _replayed(self) -> bytes:
        body = b"".join(self.packed.values())
        told = json.loads(self.text)
        told["created"] = f"2026-11-24T08:{self.draw.randrange(60):02d}:00.000Z"
        text, signature = self.draw.choice(
            [
                (self.text, self.other_signature),
                (_dumped(told), self.signature),
                (self.text, keys_of(CLARA).sign(b"KTS-manifest-v1\0" + self.text)),
                (self.text, keys_of(ANNA).sign(self.text)),
                (self.text, b""),
                (self.text, self.draw.randbytes(len(self.signature))),
            ]
        )
        return self.sealed(_begun(text, signature) + body)

    def _handed_on(self) -> bytes:
        """Encrypt what was for Anna alone to Ben: the signature is right, the recipient is not."""
        told = json.loads(self.text)
        told["to"] = [keys_of(self.draw.choice([ANNA, CLARA])).public.fingerprint.hex()]
        return self.signed(told, self.raw, packed=self.packed)

    # ---- signed by a trusted sender who is broken or malicious
    def _crooked_manifest(self) -> bytes:
        return self.resigned(self.draw.choice(self._manifests()))

    def _manifests(self) -> Sequence[Callable[[Told], object]]:
        key = self.draw.choice(sorted(self.told))
        wrong: Any = self.draw.choice(
            [
                None,
                -1,
                1 << 53,
                10**30,
                "",
                "x",
                [],
                [1],
                {},
                {"dir": []},
                [[1]],
                [["a", 1]],
                "\x00",
                "ä" * 40,
            ]
        )
        deep: Any = 1
        for _ in range(self.draw.choice([9, 12, 900])):
            deep = [deep]
        space = self.draw.choice(
            ["../etc", "dir; DROP TABLE person", "", "DIR", "dir\n", "case:zz", "a" * 99]
        )
        return [
            lambda told: told.pop(key),
            lambda told: None if told[key] == wrong else told.__setitem__(key, wrong),
            lambda told: told.update(extra=deep),
            lambda told: told.update(extra=1.5),
            lambda told: told.update(extra=True),
            lambda told: _dumped(told)[:-1] + b',"v":1}',
            lambda told: json.dumps(told).encode(),
            lambda told: _dumped(told).replace(b'"sync"', b'"s\xffnc"'),
            lambda told: _dumped(told).replace(b'"app":"', b'"app":"\\u0041'),
            lambda told: _dumped(told).replace(b'"v":1', b'"v":NaN'),
            lambda told: _dumped(told).replace(b'"v":1', b'"v":01'),
            lambda told: b" " + _dumped(told),
            lambda _: b"[]",
            lambda _: b"null",
            lambda _: b"",
            lambda told: _dumped(told) + b"\n" * self.draw.choice([1, 300_000]),
            lambda told: told.update(reps=told["reps"] * 2),
            lambda told: told.update(reps=told["reps"][:1]),
            lambda told: told.update(to=told["to"] * 2),
            lambda told: told.update(spaces=[*told["spaces"], space]),
            lambda told: told["since"].update(dir=[]),
            lambda told: told["to_vec"].update(dir=[-1, 0]),
            lambda told: told["to_vec"].update(other=[0, 0]),
            lambda told: told["heads"].append([1, "00" * 8]),
            lambda told: told.update(heads=[[1, "00"]] * 2),
            lambda told: told["counts"].update(blocks=self.draw.choice([0, 39, 41, -40])),
            lambda told: told["counts"].update(fields=1),
            lambda told: told["counts"].update(seals=3, erased=1),
            lambda told: told.update(created="2026-13-45T08:00:00.000Z"),
            lambda told: told.update(created=1_795_507_920_123),
            lambda told: told.update(kind="keys"),
            lambda told: told.update(v=2),
            lambda told: told.update(min_reader=7),
            lambda told: told.update(signer=keys_of(CLARA).public.signing.hex()),
            lambda told: told.update(src=CLARA.hex()),
            *self._section_lists(),
        ]

    def _section_lists(self) -> Sequence[Callable[[Told], object]]:
        one = self.draw.randrange(len(self.raw))
        size: Any = self.draw.choice([-1, 0, 1, 1 << 40, 1 << 60, "100", None, 1.0])
        name = self.draw.choice(["../../x", "data\x00", "DATA", "blob:", "blob:" + "0" * 64, "", 7, "data2"])

        def field(key: str, value: Any) -> Callable[[Told], object]:
            return lambda told: told["sections"][one].__setitem__(key, value)

        return [
            field("raw", size),
            field("z", size),
            field("sha256", "0" * 64),
            field("sha256", "0" * 63),
            field("name", name),
            lambda told: told["sections"].append(told["sections"][0]),
            lambda told: told["sections"].reverse(),
            lambda told: told["sections"].pop(),
            lambda told: told["sections"][one].pop("z"),
            lambda told: told.update(sections=[told["sections"][0]] * 10_001),
        ]

    def _crooked_line(self) -> bytes:
        section = self.draw.choice((*SECTIONS[:2], "want", "data", "data", "data"))
        lines = self.raw[section].split(b"\n")[:-1]
        place = self.draw.randrange(len(lines))
        changed = self.draw.choice(self._lines(section))(json.loads(lines[place]))
        lines[place] = changed if isinstance(changed, bytes) else _dumped(changed)
        content = b"\n".join(lines) + self.draw.choice([b"\n", b"\n", b"\n", b""])
        if content in {self.raw[section], b""}:
            content += b"\n"
        return self.resigned(raw={**self.raw, section: content})

    def _lines(self, section: str) -> Sequence[Callable[[list[Any]], Any]]:
        wrong: Any = self.draw.choice(
            [None, -1, 1 << 53, 10**400, "", "zz", "00", "\ud800", [], {}, [[[[1]]]], {"b": 1}, "dir", 99]
        )
        everywhere: list[Callable[[list[Any]], Any]] = [
            lambda line: line[:4] if len(line) > 4 else line[:-1],
            lambda line: [*line, 1, 2, 3],
            lambda line: {"line": line},
            lambda line: json.dumps(line).encode() + b" ",
            lambda _: b"",
            lambda _: b"not JSON",
            lambda _: b'["\xff"]',
            lambda _: b"[" * self.draw.choice([20, 3_000, 100_000]),
            lambda line: _dumped(line).replace(b",", b", ", 1),
            lambda line: self._replaced(line, wrong),
        ]
        return [*everywhere, *(self._data_lines() * 3 if section == "data" else ())]

    def _replaced(self, line: list[Any], wrong: Any) -> Any:
        place = self.draw.randrange(len(line))
        if line[place] == wrong or wrong in ("dir", "", {}, 99):  # may be right in some place
            wrong = {"no": "such"}
        changed = [*line]
        changed[place] = wrong
        try:
            return _dumped(changed)
        except UnicodeEncodeError:
            return json.dumps(changed, separators=(",", ":")).encode()

    def _data_lines(self) -> list[Callable[[list[Any]], Any]]:
        table = self.draw.choice(
            [
                'person"; DROP TABLE person; --',
                "Person",
                "sqlite_master",
                "../person",
                "p" * 80,
                "",
                "pers\x00on",
            ]
        )
        table = table if table != "sqlite_master" else "sqlite-master"
        name = self.draw.choice(['x" = 1; --', "Name", "", "a" * 80, "!!", "uid\n", "ä"])
        given: Any = self.draw.choice(
            [[], [1], [1, 0], [1, "x"], [1, 2, 3, 4], [1, 1 << 52], [[1], 2], {"b": "AB=="}]
            if self.draw.random() < 0.5
            else [{"b": "!"}, {"b": "AAA"}, {"c": ""}, {"d": "1.5"}, [None, -(1 << 52)]]
        )

        def set_(place: int, value: Any) -> Callable[[list[Any]], Any]:
            return lambda line: [*line[:place], value, *line[place + 1 :]]

        return [
            set_(0, table),
            set_(1, "00" * self.draw.choice([0, 15, 17])),
            set_(2, self.draw.choice([2, 99, -1])),
            set_(3, self.draw.choice([0, 4, -1, 1 << 52])),  # a dot above what the sender claims to know
            set_(4, self.draw.choice(["office", "other", "case:" + "0" * 32])),  # the wrong space
            set_(5, self.draw.choice([-1, 253_402_300_800_000, "now"])),
            set_(6, {}),
            set_(6, {name: 1}),
            set_(6, {"family_name": given}),
            set_(6, {f"f{number}": number for number in range(4_097)}),
            lambda line: _dumped(line)[:-2] + b',"family_name":"twice"}]',
        ]

    def _bomb(self) -> bytes:
        wide = ",".join(f'"f{number}":{number}' for number in range(600_000)).encode()
        line = self.raw["data"].split(b"\n", 1)[0]
        seals = b"".join(b'[0,3,%d,"%s",{}]\n' % (number, b"00" * 8) for number in range(100_001))
        zeros = bytes(self.draw.choice([16, 40]) << 20)
        data = zlib.compress(self.raw["data"], 6)
        bombs: list[Callable[[], bytes]] = [
            lambda: self.resigned(raw={**self.raw, "data": zeros}),  # honest about its size
            lambda: self._lying("data", zlib.compress(zeros, 6)),
            lambda: self._lying("data", data + self.draw.randbytes(9)),  # goes on behind its end
            lambda: self._lying("data", data[: -self.draw.randrange(1, 8)]),  # does not end
            lambda: self.resigned(raw={**self.raw, "data": self.draw.randbytes(5 << 20).hex().encode()}),
            lambda: self.resigned(raw={**self.raw, "seals": seals}),  # more than anybody reads
            lambda: self.resigned(raw={**self.raw, "data": line[: line.index(b"{")] + b"{" + wide + b"}]\n"}),
        ]
        return self.draw.choice(bombs)()

    def _lying(self, name: str, packed: bytes) -> bytes:
        """Return a package one of whose sections is not what the manifest says of it."""
        told = json.loads(self.text)
        told["sections"] = [_section(one, content) for one, content in self.raw.items()]
        for section in told["sections"]:
            if section["name"] == name:
                section["z"] = len(packed)
        return self.signed(told, self.raw, packed={name: packed})


def outcome(path: Path) -> str:
    """Return the code with which Ben's reader refuses a package, ``ACCEPTED`` or ``CRASH``."""
    try:
        with opened(path) as one:
            if one.signer != keys_of(ANNA).public.signing:
                return "package_unknown_sender"
            header = one.checked().header
            if keys_of(BEN).public.fingerprint not in header.to:
                return "package_forwarded"
            if header.source != ANNA:
                return "package_damaged"
            one.verify()
    except PackageError as error:
        return error.code
    except Exception as error:  # noqa: BLE001 - any other end is a crash
        return f"CRASH {type(error).__name__}: {error}"
    return "ACCEPTED"


def attack(count: int, seed: int) -> Counter[tuple[str, str]]:
    """Try so many packages, and count what became of each kind."""
    found: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as place:
        forge = Forge(Path(place), seed)
        path = Path(place) / "hostile.ktspaket"
        for _ in range(count):
            kind, content = forge.next()
            path.write_bytes(content)
            found[kind, outcome(path)] += 1
    return found


def _parts(path: Path) -> tuple[bytes, bytes, Told, Raw, Raw]:
    with opened(path) as one:
        raw, packed, place = {}, {}, one._place
        for section in one.checked().sections:
            raw[section.name] = b"".join(one._unpacked(section))
            packed[section.name] = one._source.read(place, section.packed)
            place += section.packed
        return one.text, one._signature, json.loads(one.text), raw, packed


def _envelope(content: bytes) -> envelope.Envelope:
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.seek(0)
        return envelope.read_envelope(file)


def _chunks(content: bytes) -> tuple[bytes, list[bytes]]:
    start, step = len(_envelope(content).raw), CHUNK + TAG
    return content[:start], [content[place : place + step] for place in range(start, len(content), step)]


def _section(name: str, raw: bytes) -> Told:
    packed = zlib.compress(raw, 6)
    return {"name": name, "raw": len(raw), "sha256": hashlib.sha256(raw).hexdigest(), "z": len(packed)}


def _begun(text: bytes, signature: bytes) -> bytes:
    return struct.pack(">I", len(text)) + text + struct.pack(">H", len(signature)) + signature


def _dumped(told: Any) -> bytes:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def main() -> None:
    """Attack, and tell what became of it and how much memory it took."""
    found = attack(int(sys.argv[1]), int(sys.argv[2]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told = {f"{kind} | {code}": count for (kind, code), count in sorted(found.items())}
    json.dump({"outcomes": told, "peak_kib": peak}, sys.stdout, indent=1)


if __name__ == "__main__":
    main()

"""A second reader of packages, from ``docs/package-format.md`` alone; it shares no line with the first."""

import base64
import hashlib
import json
import zlib
from typing import Any

from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric import ec, mlkem
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


class Private:
    """The private keys of a laptop from its 160 bytes."""

    def __init__(self, secret: bytes, replica: bytes) -> None:
        curve = ec.SECP384R1()
        self.lattice = mlkem.MLKEM1024PrivateKey.from_seed_bytes(secret[48:112])
        self.point = ec.derive_private_key(int.from_bytes(secret[112:]), curve)
        signing = ec.derive_private_key(int.from_bytes(secret[:48]), curve).public_key()
        receiving = self.lattice.public_key().public_bytes_raw() + self.point.public_key().public_bytes(
            Encoding.X962, PublicFormat.UncompressedPoint
        )
        point = signing.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
        self.fingerprint = hashlib.sha256(b"KTS-key-v1" + point + receiving + replica).digest()

    def open(self, sealed: bytes) -> bytes:
        """Open a slot."""
        suite = hpke.Suite(hpke.KEM.MLKEM1024_P384, hpke.KDF.HKDF_SHA384, hpke.AEAD.AES_256_GCM)
        key = hpke.MLKEM1024P384PrivateKey(self.lattice, self.point)
        return suite.decrypt(sealed, key, info=b"kts-paket-v1" + self.fingerprint)


def digits(fingerprint: bytes) -> str:
    """Return what people compare."""
    number = str(int.from_bytes(fingerprint) % 10**40).zfill(40)
    return " ".join(number[place : place + 5] for place in range(0, 40, 5))


def read(package: bytes, private: Private) -> dict[str, Any]:
    """Return manifest, sections as they are unpacked, and lines as they are parsed."""
    plain = _plain(package, private)
    length = int.from_bytes(plain[:4])
    manifest, rest = plain[4 : 4 + length], plain[4 + length :]
    size = int.from_bytes(rest[:2])
    signature, rest = rest[2 : 2 + size], rest[2 + size :]
    told = json.loads(manifest)
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP384R1(), bytes.fromhex(told["signer"]))
    key.verify(signature, b"KTS-manifest-v1\0" + manifest, ec.ECDSA(hashes.SHA384()))
    assert _canonical(told) == manifest
    assert private.fingerprint.hex() in told["to"]
    sections, lines = {}, {}
    for one in told["sections"]:
        raw, rest = zlib.decompress(rest[: one["z"]]), rest[one["z"] :]
        assert (len(raw), hashlib.sha256(raw).hexdigest()) == (one["raw"], one["sha256"])
        sections[one["name"]] = raw
        if not one["name"].startswith("blob:"):
            lines[one["name"]] = [json.loads(line) for line in raw.splitlines()]
    assert not rest
    return {"manifest": told, "sections": sections, "lines": lines}


def value(raw: Any) -> Any:
    """Return the value of a field in either form."""
    if isinstance(raw, list):
        raw = raw[0]
    return base64.b64decode(raw["b"]) if isinstance(raw, dict) else raw


def _plain(package: bytes, private: Private) -> bytes:
    assert package[:10] == b"KTSPAKET\x01\x02"
    place, key = 12, b""
    for _ in range(int.from_bytes(package[10:12])):
        short, size = package[place : place + 8], int.from_bytes(package[place + 8 : place + 10])
        if short == private.fingerprint[:8]:
            key = private.open(package[place + 10 : place + 10 + size])
        place += 10 + size
    prefix, place = package[place : place + 7], place + 7
    cipher, bound, out, number = AESGCM(key), hashlib.sha256(package[:place]).digest(), b"", 0
    while place < len(package):
        chunk = package[place : place + 65_552]
        place += len(chunk)
        nonce = prefix + number.to_bytes(4) + bytes([place == len(package)])
        out, number = out + cipher.decrypt(nonce, chunk, bound), number + 1
    return out


def _canonical(told: Any) -> bytes:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

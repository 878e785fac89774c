"""The keys of one laptop: one pair to sign, one to receive, and the fingerprint over both.

Signing: ECDSA on P-384 with SHA-384. Receiving: HPKE with ML-KEM-1024 and P-384 together, HKDF-SHA384 and
AES-256-GCM, so that what is recorded today stays closed to a quantum computer of later.
"""

import hashlib
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives import serialization as ser
from cryptography.hazmat.primitives.asymmetric import ec, mlkem

SIGNING_BYTES = 49  # a compressed point of P-384
_LATTICE_BYTES = 1568
_POINT_BYTES = 97
RECEIVING_BYTES = _LATTICE_BYTES + _POINT_BYTES
_SCALAR, _SEED = 48, 64
SECRET_BYTES = _SCALAR + _SEED + _SCALAR
_CURVE = ec.SECP384R1()
_SUITE = hpke.Suite(hpke.KEM.MLKEM1024_P384, hpke.KDF.HKDF_SHA384, hpke.AEAD.AES_256_GCM)
_SIGNATURE = ec.ECDSA(hashes.SHA384(), deterministic_signing=True)
_INFO = b"kts-paket-v1"


def fingerprint_of(signing: bytes, receiving: bytes, replica: bytes) -> bytes:
    """Return the fingerprint of public keys and replica: 32 bytes."""
    return hashlib.sha256(b"KTS-key-v1" + signing + receiving + replica).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKeys:
    """What others know of a laptop; ``receiving`` is ML-KEM-1024 key (1,568 bytes), then P-384 point (97)."""

    signing: bytes
    receiving: bytes
    replica: bytes

    @property
    def fingerprint(self) -> bytes:
        """Return what people compare."""
        return fingerprint_of(self.signing, self.receiving, self.replica)

    def seal(self, secret: bytes) -> bytes:
        """Return a secret that only this laptop opens; raises ValueError if the keys are none."""
        lattice = mlkem.MLKEM1024PublicKey.from_public_bytes(self.receiving[:_LATTICE_BYTES])
        point = ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, self.receiving[_LATTICE_BYTES:])
        together = hpke.MLKEM1024P384PublicKey(lattice, point)
        return _SUITE.encrypt(secret, together, info=_INFO + self.fingerprint)

    def are_sound(self) -> bool:
        """Tell whether these are keys at all, and have the lengths of keys."""
        if (len(self.signing), len(self.receiving)) != (SIGNING_BYTES, RECEIVING_BYTES):
            return False
        try:
            ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, self.signing)
            self.seal(bytes(32))
        except ValueError:
            return False
        return True


def is_signed(signing: bytes, signature: bytes, message: bytes) -> bool:
    """Tell whether a message bears the signature of a key."""
    try:
        key = ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, signing)
        key.verify(signature, message, ec.ECDSA(hashes.SHA384()))
    except (InvalidSignature, ValueError):
        return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class LaptopKeys:
    """Both private keys of this laptop, with its replica; they never show themselves."""

    replica: bytes
    _signing: ec.EllipticCurvePrivateKey = field(repr=False)
    _lattice: mlkem.MLKEM1024PrivateKey = field(repr=False)
    _point: ec.EllipticCurvePrivateKey = field(repr=False)

    @classmethod
    def new(cls, replica: bytes) -> "LaptopKeys":
        """Make keys for a replica."""
        return cls(
            replica=replica,
            _signing=ec.generate_private_key(_CURVE),
            _lattice=mlkem.MLKEM1024PrivateKey.generate(),
            _point=ec.generate_private_key(_CURVE),
        )

    @classmethod
    def from_secret(cls, secret: bytes, replica: bytes) -> "LaptopKeys":
        """Return the keys behind what ``secret`` gave; raises ValueError."""
        if len(secret) != SECRET_BYTES:
            raise ValueError("length of the private keys")
        signing, seed, point = secret[:_SCALAR], secret[_SCALAR : _SCALAR + _SEED], secret[-_SCALAR:]
        return cls(
            replica=replica,
            _signing=ec.derive_private_key(int.from_bytes(signing, "big"), _CURVE),
            _lattice=mlkem.MLKEM1024PrivateKey.from_seed_bytes(seed),
            _point=ec.derive_private_key(int.from_bytes(point, "big"), _CURVE),
        )

    @property
    def secret(self) -> bytes:
        """Return the private keys as 160 bytes: scalar, seed of ML-KEM, scalar."""
        scalars = [key.private_numbers().private_value for key in (self._signing, self._point)]
        seed = self._lattice.private_bytes_raw()
        return scalars[0].to_bytes(_SCALAR, "big") + seed + scalars[1].to_bytes(_SCALAR, "big")

    @property
    def public(self) -> PublicKeys:
        """Return what others may know."""
        point = self._point.public_key().public_bytes(ser.Encoding.X962, ser.PublicFormat.UncompressedPoint)
        signing = self._signing.public_key().public_bytes(ser.Encoding.X962, ser.PublicFormat.CompressedPoint)
        lattice = self._lattice.public_key().public_bytes_raw()
        return PublicKeys(signing=signing, receiving=lattice + point, replica=self.replica)

    def sign(self, message: bytes) -> bytes:
        """Return the signature of a message: the same for the same message."""
        return self._signing.sign(message, _SIGNATURE)

    def open(self, sealed: bytes) -> bytes | None:
        """Return a secret sealed for this laptop; None if it was not, or was altered."""
        together = hpke.MLKEM1024P384PrivateKey(self._lattice, self._point)
        try:
            return _SUITE.decrypt(sealed, together, info=_INFO + self.public.fingerprint)
        except (InvalidTag, ValueError):
            return None

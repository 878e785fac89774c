"""How places are called and compared: designations in words, names of districts, size classes, distances."""

from math import asin, cos, radians, sin, sqrt
from types import MappingProxyType

URBAN_TYPES = ("61", "62")  # a town that is its own district
SIZE_CLASSES = MappingProxyType(
    {
        "under_5k": (0, 4_999),
        "5k_10k": (5_000, 9_999),
        "10k_20k": (10_000, 19_999),
        "20k_50k": (20_000, 49_999),
        "50k_100k": (50_000, 99_999),
        "100k_500k": (100_000, 499_999),
        "500k": (500_000, None),
    }
)
_WORDS = MappingProxyType({"St": "Stadt", "M": "Markt", "GKSt": "Große Kreisstadt"})
_KIND_OF_DISTRICT = MappingProxyType({"43": "Kreis", "44": "Landkreis", "45": "Regionalverband"})
_TOLD = ("kreis", "region", "regionalverband")  # the name tells by itself what it is
_EARTH_KM = 6_371.0
_DEGREE = 10_000_000


def designation_in_words(designation: str) -> str:
    """Return what the register abbreviates: ``M`` → Markt, ``St`` → Stadt, ``GKSt`` → Große Kreisstadt."""
    return ", ".join(_WORDS.get(part, part) for part in designation.split(", "))


def full_name(name: str, body_type: str) -> str:
    """Return a district's name as it is spoken: ``Hof`` → Landkreis Hof, ``Lippe`` → Kreis Lippe."""
    prefix = _KIND_OF_DISTRICT.get(body_type, "")
    if not prefix or any(word in name.casefold() for word in _TOLD):
        return name
    return f"{prefix} {name}"


def without_kind(name: str) -> str:
    """Return the name of a district without the word that says what it is: ``Landkreis Hof`` → Hof."""
    kind, _, rest = name.partition(" ")
    return rest if rest and kind in _KIND_OF_DISTRICT.values() else name


def size_class(population: int | None) -> str:
    """Return the code of the size class (value list ``size_class``); empty without a population."""
    if population is None:
        return ""
    for code, (_, most) in SIZE_CLASSES.items():
        if most is None or population <= most:
            return code
    raise AssertionError(population)


def distance_km(lat: int, lon: int, other_lat: int, other_lon: int) -> float:
    """Return the great-circle distance of two points given in degrees × 10⁷."""
    a, b = radians(lat / _DEGREE), radians(other_lat / _DEGREE)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians((other_lon - lon) / _DEGREE) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))

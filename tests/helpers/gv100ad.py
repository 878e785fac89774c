"""Invented registers in the official format: sixteen states, one district each, and what a test adds."""

import gzip
from dataclasses import dataclass

AS_OF = "20251130"


@dataclass(frozen=True)
class Place:
    """One invented municipality; without a key of its own it joins the last district."""

    name: str
    ags: str = "16077042"
    association: str = "0042"
    type_code: str = "64"
    population: int = 500
    area_ha: int = 1234
    postcode: str = "99999"
    several_postcodes: bool = False


def country(*places: Place, as_of: str = AS_OF) -> bytes:
    """Build a register of sixteen states, each with a district, its seat, and the places given at the end."""
    rows: list[str] = []
    for number in range(1, 17):
        state = f"{number:02}"
        seat = Place(
            f"Hauptort {state}", ags=f"{state}077000", association="0000", type_code="63", population=1000
        )
        rows += [
            line("10", key=state, name=f"Land {state}", as_of=as_of),
            line("40", key=f"{state}077", name=f"Kreis {state}", type_code="44", as_of=as_of),
            line("50", key=f"{state}077", behind="0000", name=seat.name, type_code="50", as_of=as_of),
            municipality(seat, as_of=as_of),
        ]
    known = {f"{number:02}0770000" for number in range(1, 17)}
    for place in places:
        if (key := place.ags[:5] + place.association) not in known:
            known.add(key)
            real = place.association.startswith("5")
            name, code = (f"Amt {place.name}", "51") if real else (place.name, "50")
            row = line(
                "50", key=place.ags[:5], behind=place.association, name=name, type_code=code, as_of=as_of
            )
            rows.append(row)
        rows.append(municipality(place, as_of=as_of))
    return ("\n".join(rows) + "\n").encode()


def municipality(place: Place, *, as_of: str = AS_OF) -> str:
    """Build the record of one municipality."""
    row = line(
        "60",
        key=place.ags,
        behind=place.association,
        name=place.name,
        type_code=place.type_code,
        as_of=as_of,
    )
    figures = f"{place.area_ha:011}{place.population:011}{place.population // 2:011}"
    tail = f"{place.postcode}{'*****' if place.several_postcodes else '     '}"
    return f"{row[:128]}{figures}    {tail}".ljust(220)


def line(
    record: str, *, key: str, name: str, behind: str = "", type_code: str = "", as_of: str = AS_OF
) -> str:
    """Build a record with its fields in their places."""
    return f"{record}{as_of}{key:8}{behind:4}{name[:50]:50}{'':50}{type_code:2}".ljust(220)


def packed(data: bytes) -> bytes:
    """Pack like gzip does, the same bytes every time."""
    return gzip.compress(data, mtime=0)

"""Reads the municipality directory that comes with the program.

Its keys and names are of 31.12.2023, its points GeoNames', its populations older or without a day; importing
the official register replaces all but the points.
"""

import csv
import gzip
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kts_desktop.core import paths
from kts_desktop.exchange.register.entries import (
    DEGREE,
    URBAN_DISTRICTS,
    Edition,
    Entry,
    Level,
    with_mean_points,
)

AS_OF = date(2023, 12, 31)
ORIGIN = "LAU 2024"
ATTRIBUTION = (
    "Gemeindeschlüssel und -namen: Eurostat/GISCO, LAU 2024; Daten verändert. "
    "Ortskoordinaten: GeoNames, CC BY 4.0; Daten verändert. "
    "Kreise: © Statistisches Bundesamt (Destatis), 2019, CC BY 4.0; Daten verändert"
)
TYPE_CODES = MappingProxyType(
    {
        "": "",
        "Kreisfreie Stadt": "61",
        "Stadtkreis": "62",
        "Große Kreisstadt": "67",
        "Stadt": "63",
        "Markt": "60",
        "Gemeinde": "64",
    }
)
DISTRICT_CODES = MappingProxyType(
    {"Kreisfreie Stadt": "41", "Stadtkreis": "42", "Kreis": "43", "Landkreis": "44", "Regionalverband": "45"}
)
_HECTARES = 100  # in a square kilometre
_VILLAGE = "other_locality"  # the point is that of a village of the municipality


@cache
def read(folder: Path | None = None) -> Edition:
    """Read the shipped directory; the same for the whole run, since the files do not change."""
    place = folder or paths.resource("reference")
    with gzip.open(place / "municipalities.csv.gz", "rt", encoding="utf-8", newline="") as stream:
        entries = [_municipality(row) for row in csv.DictReader(stream)]
    with (place / "districts.csv").open(encoding="utf-8", newline="") as stream:
        entries.extend(_districts(csv.DictReader(stream)))
    return Edition(as_of=AS_OF, origin=ORIGIN, attribution=ATTRIBUTION, entries=with_mean_points(entries))


def _municipality(row: Mapping[str, str]) -> Entry:
    source, _, day = row["population_source"].partition(" ")
    return Entry(
        level=Level.MUNICIPALITY,
        ags=row["ags"],
        name=row["name"],
        designation=row["designation"],
        body_type=TYPE_CODES[row["type"]],
        state=row["state_ags"],
        district_ags=row["kreis_ags"],
        district=row["kreis"],
        population=int(row["population"]) if row["population"] else None,
        population_as_of=date.fromisoformat(day) if source == "Destatis" else None,
        population_source=source.rstrip(","),
        lat=_degrees(row["lat"]),
        lon=_degrees(row["lon"]),
        position_is_exact=bool(row["lat"]) and row["geo_match"] != _VILLAGE,
    )


def _districts(rows: Iterable[Mapping[str, str]]) -> Iterator[Entry]:
    for row in rows:
        code = DISTRICT_CODES[row["type"]]
        if code in URBAN_DISTRICTS:
            continue
        yield Entry(
            level=Level.DISTRICT,
            ags=row["kreis_ags"],
            ars=row["kreis_ags"],
            name=row["name"],
            designation=row["designation"],
            body_type=code,
            state=row["state_ags"],
            population=int(row["population"]),
            population_as_of=date.fromisoformat(row["population_as_of"]),
            population_source="Destatis",
            area_ha=round(Decimal(row["area_km2"]) * _HECTARES),
        )


def _degrees(text: str) -> int | None:
    return int(Decimal(text) * DEGREE) if text else None

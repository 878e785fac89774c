"""Editions of the municipality directory as plain values, and the one that comes with the program."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kts_desktop.services.places import URBAN_TYPES
from kts_desktop.services.reference_files import Row, body_type_of, degrees, number, rows_of

AS_OF = date(2023, 12, 31)
ORIGIN = "LAU 2024"
ATTRIBUTION = (
    "Gemeindeschlüssel und -namen: Eurostat/GISCO, LAU 2024; Daten verändert. "
    "Ortskoordinaten: GeoNames, CC BY 4.0; Daten verändert. "
    "Kreise: © Statistisches Bundesamt (Destatis), 2019, CC BY 4.0; Daten verändert"
)
_HECTARES = 100  # in a square kilometre
_VILLAGE = "other_locality"  # the point is that of a village of the municipality


class Level(StrEnum):
    """What kind of body an entry is."""

    MUNICIPALITY = "municipality"
    DISTRICT = "district"
    ASSOCIATION = "association"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One body of the directory; empty means not known, never zero."""

    level: Level
    ags: str
    ars: str = ""
    name: str
    designation: str = ""
    body_type: str = ""
    state: str
    district_ags: str = ""
    district: str = ""
    population: int | None = None
    population_as_of: date | None = None
    population_source: str = ""
    area_ha: int | None = None
    postcode: str = ""
    lat: int | None = None
    lon: int | None = None
    position_is_exact: bool = True

    @property
    def key(self) -> tuple[Level, str]:
        """Return what names the entry within an edition."""
        return self.level, self.ags or self.ars

    @property
    def full_name(self) -> str:
        """Return the official name: name and designation."""
        return f"{self.name}, {self.designation}" if self.designation else self.name

    @property
    def is_located(self) -> bool:
        """Tell whether the entry has a point of its own."""
        return self.lat is not None and self.lon is not None and self.position_is_exact


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A whole directory with its day and the line that names its source."""

    as_of: date
    origin: str
    attribution: str
    entries: tuple[Entry, ...]

    @property
    def municipalities(self) -> int:
        """Return how many municipalities there are."""
        return sum(entry.level is Level.MUNICIPALITY for entry in self.entries)


def shipped() -> Edition:
    """Read the directory that comes with the program.

    Its keys and names are of 31.12.2023, its points GeoNames', its populations older or without a day;
    importing the official register replaces all but the points.
    """
    districts = (row for row in rows_of("districts.csv") if body_type_of(row["type"]) not in URBAN_TYPES)
    entries = [_municipality(row) for row in rows_of("municipalities.csv.gz")]
    entries.extend(_district(row) for row in districts)
    return Edition(as_of=AS_OF, origin=ORIGIN, attribution=ATTRIBUTION, entries=with_mean_points(entries))


def with_mean_points(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Put entries without a point at the mean of the exact points around them, marked as not exact.

    That is the mean of the district, or of the members for an association; without any, of the state.
    """
    everything = tuple(entries)
    points: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for entry in everything:
        if entry.level is Level.MUNICIPALITY and entry.is_located:
            for area in (entry.ars[:9], entry.ags[:5], entry.state):
                points[area].append((entry.lat or 0, entry.lon or 0))
    means = {
        area: (sum(lat for lat, _ in found) // len(found), sum(lon for _, lon in found) // len(found))
        for area, found in points.items()
        if area
    }
    return tuple(_placed(entry, means) for entry in everything)


def _placed(entry: Entry, means: dict[str, tuple[int, int]]) -> Entry:
    if entry.lat is not None and entry.lon is not None:
        return entry
    own = entry.ars if entry.level is Level.ASSOCIATION else ""
    for area in (own, entry.ags[:5] or entry.district_ags, entry.state):
        if area in means:
            lat, lon = means[area]
            return replace(entry, lat=lat, lon=lon, position_is_exact=False)
    return entry


def _municipality(row: Row) -> Entry:
    source, _, day = row["population_source"].partition(" ")
    return Entry(
        level=Level.MUNICIPALITY,
        ags=row["ags"],
        name=row["name"],
        designation=row["designation"],
        body_type=body_type_of(row["type"]),
        state=row["state_ags"],
        district_ags=row["kreis_ags"],
        district=row["kreis"],
        population=number(row["population"]),
        population_as_of=date.fromisoformat(day) if source == "Destatis" else None,
        population_source=source.rstrip(","),
        lat=degrees(row["lat"]),
        lon=degrees(row["lon"]),
        position_is_exact=bool(row["lat"]) and row["geo_match"] != _VILLAGE,
    )


def _district(row: Row) -> Entry:
    return Entry(
        level=Level.DISTRICT,
        ags=row["kreis_ags"],
        ars=row["kreis_ags"],
        name=row["name"],
        designation=row["designation"],
        body_type=body_type_of(row["type"]),
        state=row["state_ags"],
        population=int(row["population"]),
        population_as_of=date.fromisoformat(row["population_as_of"]),
        population_source="Destatis",
        area_ha=round(Decimal(row["area_km2"]) * _HECTARES),
    )

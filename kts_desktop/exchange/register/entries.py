"""An edition of the municipality directory as plain values, whichever file it comes from."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kts_desktop.exchange.register.gv100ad import Association, District, Municipality, Register

DEGREE = 10_000_000  # points are whole numbers of 1e-7 degrees
URBAN_DISTRICTS = frozenset({"41", "42"})  # the same body as their only municipality
OFFICE_OF_A_MUNICIPALITY = "58"  # a municipality that acts for others: no body of its own
_MONTHS_TO_COUNT = 9  # a count of 31 December enters the register in the autumn after


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


def split_name(official: str) -> tuple[str, str]:
    """Part a name from its designation at the first comma: Ulm, Universitätsstadt."""
    name, _, designation = official.partition(",")
    return name.strip(), re.sub(r"\s+", " ", designation).replace(" ,", ",").strip()


def of_register(register: Register, counted: date | None = None) -> Edition:
    """Turn the official register into an edition, without points.

    ``counted`` is the day of the population figures; the file does not tell it, so the last 31 December at
    least nine months before the territorial status stands in for it. Left out are urban districts and
    municipalities that act for others: both would stand beside their own municipality under the same name.
    """
    day = counted or _last_count(register.as_of)
    districts = {district.key: split_name(district.name)[0] for district in register.districts}
    people: dict[str, int] = defaultdict(int)
    hectares: dict[str, int] = defaultdict(int)
    for unit in (*register.municipalities, *register.unincorporated):
        for key in (unit.ags[:5], unit.ars[:9]):
            people[key] += unit.population
            hectares[key] += unit.area_ha
    found = [
        *(_of_municipality(unit, districts) for unit in register.municipalities),
        *(_of_district(unit) for unit in register.districts if unit.type_code not in URBAN_DISTRICTS),
        *(
            _of_association(unit, districts)
            for unit in register.associations
            if unit.type_code != OFFICE_OF_A_MUNICIPALITY
        ),
    ]
    entries = (
        replace(
            entry,
            population=people[entry.key[1]] if entry.population is None else entry.population,
            area_ha=hectares[entry.key[1]] if entry.area_ha is None else entry.area_ha,
            population_as_of=day,
            population_source="Destatis, GV-ISys",
        )
        for entry in found
    )
    status = f"{register.as_of:%d.%m.%Y}"
    return Edition(
        as_of=register.as_of,
        origin=f"GV100AD {status}",
        attribution=(
            "Gemeindeverzeichnis: © Statistisches Bundesamt (Destatis), "
            f"{register.as_of.year}, GV-ISys, Gebietsstand {status}; Daten verändert"
        ),
        entries=tuple(entries),
    )


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


def _last_count(as_of: date) -> date:
    year = as_of.year - (1 if as_of.month >= _MONTHS_TO_COUNT else 2)
    return date(year, 12, 31)


def _of_municipality(unit: Municipality, districts: dict[str, str]) -> Entry:
    name, designation = split_name(unit.name)
    return Entry(
        level=Level.MUNICIPALITY,
        ags=unit.ags,
        ars=unit.ars,
        name=name,
        designation=designation,
        body_type=unit.type_code,
        state=unit.ags[:2],
        district_ags=unit.ags[:5],
        district=districts[unit.ags[:5]],
        population=unit.population,
        area_ha=unit.area_ha,
        postcode=unit.postcode,
    )


def _of_district(unit: District) -> Entry:
    name, designation = split_name(unit.name)
    return Entry(
        level=Level.DISTRICT,
        ags=unit.key,
        ars=unit.key,
        name=name,
        designation=designation,
        body_type=unit.type_code,
        state=unit.key[:2],
    )


def _of_association(unit: Association, districts: dict[str, str]) -> Entry:
    name, designation = split_name(unit.name)
    return Entry(
        level=Level.ASSOCIATION,
        ags="",
        ars=unit.key,
        name=name,
        designation=designation,
        body_type=unit.type_code,
        state=unit.key[:2],
        district_ags=unit.key[:5],
        district=districts.get(unit.key[:5], ""),
    )

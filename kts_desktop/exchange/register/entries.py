"""An edition of the municipality directory out of the official register."""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date

from kts_desktop.exchange.register.gv100ad import Association, District, Municipality, Register
from kts_desktop.services.register_editions import Edition, Entry, Level

_URBAN_DISTRICTS = frozenset({"41", "42"})  # the same body as their only municipality
_OFFICE_OF_A_MUNICIPALITY = "58"  # a municipality that acts for others: no body of its own
_MONTHS_TO_COUNT = 9  # a count of 31 December enters the register in the autumn after


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
        *(_of_district(unit) for unit in register.districts if unit.type_code not in _URBAN_DISTRICTS),
        *(
            _of_association(unit, districts)
            for unit in register.associations
            if unit.type_code != _OFFICE_OF_A_MUNICIPALITY
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

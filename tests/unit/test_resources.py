"""What travels with the program: fonts, icons, colour profile, reference data, and the licences of all."""

import csv
import gzip
import importlib.util
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from reportlab.pdfbase.ttfonts import TTFontFile

from tests.helpers.source import ROOT, calls, gui_files, place

RESOURCES = ROOT / "resources"
REFERENCE = RESOURCES / "reference"
FONTS = sorted((RESOURCES / "fonts").glob("*.ttf"))
ICONS = sorted((RESOURCES / "icons").glob("*.svg"))
LETTERS = {
    "German": "ÄÖÜäöüßẞ",
    "Sorbian": "ČčĆćĚěŁłŃńÓóŘřŔŕŠšŚśŽžŹź",
    "Polish": "ĄąĆćĘęŁłŃńÓóŚśŹźŻż",
    "Czech": "ÁáČčĎďÉéĚěÍíŇňÓóŘřŠšŤťÚúŮůÝýŽž",
    "Turkish": "ÇçĞğİıÖöŞşÜü",
    "signs": "✓☐□→≤≥–—„“‚‘…·•€§×−\N{NON-BREAKING HYPHEN}\N{NARROW NO-BREAK SPACE}\N{NO-BREAK SPACE}",
}


@pytest.mark.parametrize("alphabet", LETTERS)
@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_each_font_has_the_letters_that_names_need(path: Path, alphabet: str) -> None:
    known = TTFontFile(str(path)).charToGlyph
    assert [letter for letter in LETTERS[alphabet] if ord(letter) not in known] == []


def test_six_styles_come_with_their_licence() -> None:
    assert len(FONTS) == 6
    licence = (RESOURCES / "fonts/LICENSE-SourceSans3.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_can_be_drawn(path: Path) -> None:
    picture = QImage(32, 32, QImage.Format.Format_ARGB32)
    picture.fill(QColor("transparent"))
    painter = QPainter(picture)
    QSvgRenderer(str(path)).render(painter)
    painter.end()
    assert any(picture.pixelColor(x, y).alpha() for x in range(32) for y in range(32))


def test_icons_come_with_their_licence() -> None:
    assert (RESOURCES / "icons/LICENSE-Lucide.txt").read_text(encoding="utf-8").startswith("ISC License")


def test_every_icon_the_window_asks_for_is_there() -> None:
    names = {path.stem for path in ICONS}
    asked = [
        (argument.value, place(path, call))
        for path in gui_files()
        for call, name in calls(path)
        for argument in [*call.args[:1], *(word.value for word in call.keywords if word.arg == "icon")]
        if (name == "icon" or argument not in call.args) and hasattr(argument, "value")
    ]
    assert asked
    assert [
        where for where in asked if isinstance(where[0], str) and where[0] and where[0] not in names
    ] == []


def test_the_colour_profile_is_a_fixed_srgb_profile() -> None:
    profile = (RESOURCES / "sRGB.icc").read_bytes()
    assert (profile[36:40], profile[16:20], len(profile)) == (b"acsp", b"RGB ", int.from_bytes(profile[:4]))
    assert profile[24:36] == bytes.fromhex("07d0 0001 0001 0000 0000 0000")


def test_reference_lists_have_their_rows() -> None:
    def rows(name: str) -> int:
        with (REFERENCE / name).open(encoding="utf-8", newline="") as stream:
            return len(list(csv.DictReader(stream)))

    found = {path.name: rows(path.name) for path in REFERENCE.glob("*.csv")}
    assert found == {
        "districts.csv": 400,
        "model_projects.csv": 73,
        "model_project_members.csv": 121,
        "glossary.csv": 287,
        "contact_points.csv": 7,
    }
    with gzip.open(REFERENCE / "municipalities.csv.gz", "rt", encoding="utf-8", newline="") as stream:
        assert len(list(csv.DictReader(stream))) == 10_773


def test_value_lists_speak_both_languages() -> None:
    lists = json.loads((REFERENCE / "value_lists.json").read_text(encoding="utf-8"))
    items = [
        (key, item) for key, found in lists.items() if not key.startswith("_") for item in found["items"]
    ]
    assert [f"{key}.{item.get('code')}" for key, item in items if not (item["de"] and item["en"])] == []
    assert len({(key, item["code"]) for key, item in items}) == len(items)


def test_the_map_holds_sixteen_states() -> None:
    states = json.loads((REFERENCE / "germany_states.json").read_text(encoding="utf-8"))["states"]
    assert len(states) == 16


def test_every_source_is_named() -> None:
    text = (REFERENCE / "ATTRIBUTION.md").read_text(encoding="utf-8")
    for source in (
        "GeoNames, CC BY 4.0",
        "Eurostat/GISCO",
        "Destatis",
        "svg-maps",
        "Source Sans 3",
        "Lucide",
        "Qt",
    ):
        assert source in text, source


def test_the_directory_can_be_rebuilt_by_the_script_that_comes_with_it() -> None:
    spec = importlib.util.spec_from_file_location("rebuild", REFERENCE / "build_municipalities.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    sys.modules["rebuild"] = script
    try:
        spec.loader.exec_module(script)
    finally:
        del sys.modules["rebuild"]
    assert script.split_name("Ulm, Universitätsstadt") == ("Ulm", "Universitätsstadt")
    assert script.is_unincorporated("09180451", "")
    assert not script.is_unincorporated("09180117", "M")


def test_the_wheel_carries_resources_and_both_commands(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    [wheel] = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
        [entry_points] = [name for name in names if name.endswith("entry_points.txt")]
        commands = packed.read(entry_points).decode()
    shipped = {
        f"kts_desktop/_resources/{path.relative_to(RESOURCES).as_posix()}"
        for path in RESOURCES.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert shipped <= names
    assert re.search(r"^kts-desktop = kts_desktop\.__main__:main$", commands, re.MULTILINE)
    assert re.search(r"^kts-desktop-cli = kts_desktop\.cli", commands, re.MULTILINE)
    assert any(name.endswith("licenses/LICENSE") for name in names)

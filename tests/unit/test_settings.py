"""The plain settings file: defaults, refusal of foreign values, survival of what a newer version wrote."""

import json
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kts_desktop.core.settings import AUTO_LOCK, LANGUAGE, SCHEME, ZOOM, Settings

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(string.printable),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(string.ascii_letters), inner),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.json"


def test_what_is_put_is_there_after_a_restart(path: Path) -> None:
    settings = Settings(path)
    settings.put(SCHEME, "dark")
    settings.put(ZOOM, 125)
    settings.put_view("page.cases", {"split": [300, 700]})
    settings.save()
    again = Settings(path)
    assert (again.get(SCHEME), again.get(ZOOM)) == ("dark", 125)
    assert again.view("page.cases") == {"split": [300, 700]}


def test_without_a_file_the_defaults_hold(path: Path) -> None:
    settings = Settings(path)
    assert (settings.get(LANGUAGE), settings.get(SCHEME), settings.get(ZOOM)) == ("de", "system", 100)
    assert settings.view("page.cases") == {}


@pytest.mark.parametrize("content", ["", "[]", "{", "null", '"text"', "\x00\x01"])
def test_a_damaged_file_costs_no_more_than_the_settings(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content)
    settings = Settings(path)
    assert settings.get(ZOOM) == 100
    settings.put(ZOOM, 110)
    settings.save()
    assert Settings(path).get(ZOOM) == 110


def test_a_value_that_a_setting_does_not_take_is_refused(path: Path) -> None:
    settings = Settings(path)
    with pytest.raises(ValueError, match="zoom"):
        settings.put(ZOOM, 20)
    with pytest.raises(ValueError, match="language"):
        settings.put(LANGUAGE, "fr")


def test_foreign_values_in_the_file_give_the_default(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"zoom": "large", "language": "fr", "auto_lock": True, "scheme": "dark"}))
    settings = Settings(path)
    values = [settings.get(LANGUAGE), settings.get(ZOOM), settings.get(AUTO_LOCK), settings.get(SCHEME)]
    assert values == ["de", 100, 0, "dark"]


def test_what_a_newer_version_wrote_survives(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"invented_later": [1, 2]}')
    settings = Settings(path)
    settings.put(SCHEME, "light")
    settings.save()
    assert json.loads(path.read_text())["invented_later"] == [1, 2]


def test_the_file_is_replaced_as_a_whole(path: Path) -> None:
    settings = Settings(path)
    settings.put(SCHEME, "light")
    settings.save()
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@given(content=JSON)
def test_no_content_of_the_file_stops_the_program(
    tmp_path_factory: pytest.TempPathFactory, content: object
) -> None:
    path = tmp_path_factory.mktemp("any") / "settings.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    settings = Settings(path)
    assert settings.get(ZOOM) in range(80, 201)
    assert isinstance(settings.view("list"), dict)

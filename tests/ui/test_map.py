"""The map: places fall into their states, marks keep apart, keys do what the pointer does."""

import csv

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from pytestqt.qtbot import QtBot

from kts_desktop.core.paths import resource
from kts_desktop.ui.kit.map import MapView, MarkItem
from kts_desktop.ui.kit.map_plane import Mark, clusters, plane

NEAR = 0.3  # units of the map, about 300 m
BONN = Mark(id=1, name="Bonn", lat=50.73, lon=7.10)
COLOGNE = Mark(id=2, name="Köln", lat=50.94, lon=6.96, group=1)
KIEL = Mark(id=3, name="Kiel", lat=54.32, lon=10.13, group=2)


def projects() -> list[dict[str, str]]:
    with resource("reference/model_projects.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["lat"]]


@pytest.fixture
def view(qtbot: QtBot) -> MapView:
    view = MapView("test.map")
    qtbot.addWidget(view)
    view.resize(600, 800)
    view.show()
    view.set_marks((BONN, COLOGNE, KIEL))
    return view


def marks(view: MapView) -> list[MarkItem]:
    return [item for item in view.scene().items() if isinstance(item, MarkItem)]


@pytest.mark.parametrize("row", projects(), ids=lambda row: row["announced_as"])
def test_a_lead_town_falls_into_its_own_state(row: dict[str, str]) -> None:
    point = plane().place(float(row["lat"]), float(row["lon"]))
    around = QRectF(point.x() - NEAR, point.y() - NEAR, 2 * NEAR, 2 * NEAR)
    states = [state for state in plane().states if state.name in row["state"].split("; ")]
    assert any(state.outline.intersects(around) for state in states)


@pytest.mark.parametrize(
    ("lat", "lon", "state"),
    [(47.66, 9.18, "08"), (52.52, 13.40, "11"), (53.55, 9.99, "02"), (54.78, 9.44, "01")],
    ids=["Konstanz", "Berlin", "Hamburg", "Flensburg"],
)
def test_a_town_lies_in_its_state_and_in_no_other(lat: float, lon: float, state: str) -> None:
    point = plane().place(lat, lon)
    around = QRectF(point.x() - NEAR, point.y() - NEAR, 2 * NEAR, 2 * NEAR)
    assert [one.ags for one in plane().states if one.outline.intersects(around)] == [state]


def test_north_is_up_and_east_is_right() -> None:
    bonn, kiel = plane().place(BONN.lat, BONN.lon), plane().place(KIEL.lat, KIEL.lon)
    assert kiel.y() < bonn.y()
    assert kiel.x() > bonn.x()


def test_marks_that_would_touch_are_counted_together() -> None:
    places = [QPointF(0, 0), QPointF(3, 0), QPointF(10, 0)]
    assert clusters(places, 4) == [[0, 1], [2]]
    assert clusters(places, 1) == [[0], [1], [2]]


def test_zooming_in_takes_a_cluster_apart(view: MapView) -> None:
    view.set_marks((BONN, Mark(id=4, name="Siegburg", lat=50.79, lon=7.20)))
    assert [len(item.marks) for item in marks(view)] == [2]
    for _ in range(8):
        view.zoom_in()
    assert sorted(len(item.marks) for item in marks(view)) == [1, 1]


def test_a_click_on_a_mark_chooses_it(qtbot: QtBot, view: MapView) -> None:
    kiel = next(item for item in marks(view) if item.marks[0].id == KIEL.id)
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.mapFromScene(kiel.pos()))
    assert chosen.args == [KIEL.id]
    assert view.selected() == KIEL.id


def test_keys_go_from_mark_to_mark_and_open(qtbot: QtBot, view: MapView) -> None:
    for key in (Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_P):
        qtbot.keyClick(view, key)
    assert view.selected() == KIEL.id  # round the end
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [KIEL.id]


def test_plus_minus_and_nought_zoom(qtbot: QtBot, view: MapView) -> None:
    whole = view.transform().m11()
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.transform().m11() > whole
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.transform().m11() == pytest.approx(whole)
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.transform().m11() == pytest.approx(whole)


def test_the_map_does_not_shrink_below_the_whole(view: MapView) -> None:
    whole = view.transform().m11()
    for _ in range(5):
        view.zoom_out()
    assert view.transform().m11() == pytest.approx(whole)


def test_a_chosen_mark_stays_chosen_while_it_is_there(view: MapView) -> None:
    view.select(KIEL.id)
    view.set_marks((KIEL, BONN))
    assert view.selected() == KIEL.id
    view.set_marks((BONN,))
    assert view.selected() == 0


def test_the_source_of_the_map_is_named() -> None:
    assert "CC BY 4.0" in plane().attribution
    assert "GeoNames" in plane().attribution

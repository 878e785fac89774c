"""The plane of the map: outlines of the states, places of coordinates, marks that would touch."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from kts_desktop.core.paths import resource

OUTLINES = "reference/germany_states.json"
PLACES_BY = "Orte: GeoNames, CC BY 4.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One place on the map; ``group`` (0, 1, 2) selects shape and colour, as a cohort does."""

    id: int
    name: str
    lat: float
    lon: float
    group: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state: its key, its names, its outline, where its name stands."""

    ags: str
    name: str
    name_en: str
    outline: QPainterPath
    label: QPointF


@dataclass(frozen=True, slots=True, kw_only=True)
class Plane:
    """The whole map; x grows to the right, y downwards."""

    states: tuple[State, ...]
    bounds: QRectF
    attribution: str
    x_scale: float
    x_offset: float
    y_scale: float
    y_offset: float

    def place(self, lat: float, lon: float) -> QPointF:
        """Return where a WGS 84 position lies (Mercator)."""
        north = math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))
        return QPointF(self.x_scale * lon + self.x_offset, self.y_scale * north + self.y_offset)


@cache
def plane() -> Plane:
    """Return the shipped map, read once."""
    plan = json.loads(resource(OUTLINES).read_text(encoding="utf-8"))
    states = tuple(
        State(
            ags=state["ags"],
            name=state["name"],
            name_en=state["name_en"],
            outline=_outline(state["rings"]),
            label=QPointF(*state["label"]),
        )
        for state in plan["states"]
    )
    x, y = plan["projection"]["x"], plan["projection"]["y"]
    return Plane(
        states=states,
        bounds=QRectF(0, 0, plan["plane"]["width"], plan["plane"]["height"]),
        attribution=f"{plan['attribution']} · {PLACES_BY}",
        x_scale=x["scale"],
        x_offset=x["offset"],
        y_scale=y["scale"],
        y_offset=y["offset"],
    )


def clusters(places: Sequence[QPointF], reach: float) -> list[list[int]]:
    """Return the numbers of places that lie within ``reach`` of the first of their group, in order."""
    groups: list[list[int]] = []
    for number, point in enumerate(places):
        near = next((group for group in groups if _distance(places[group[0]], point) <= reach), None)
        if near is None:
            groups.append([number])
        else:
            near.append(number)
    return groups


def _distance(first: QPointF, second: QPointF) -> float:
    return math.hypot(first.x() - second.x(), first.y() - second.y())


def _outline(rings: Sequence[Sequence[float]]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in rings:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in zip(ring[::2], ring[1::2], strict=True)]))
        path.closeSubpath()
    return path

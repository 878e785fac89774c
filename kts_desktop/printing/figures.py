"""Pictures drawn as cached paths: the map of Germany and the silhouette of a state."""

import json
import math
from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

from kts_desktop.core.paths import resource
from kts_desktop.printing.tagged.canvas import TaggedCanvas
from kts_desktop.printing.tagged.stencil import Stencil
from kts_desktop.printing.theme import ACCENT, INK, MID, PAPER
from kts_desktop.services.snapshot import Position

FILL_EVEN_ODD = 0
_RING, _DOT = 2.9, 1.5  # of the mark, in points
_LAND = HexColor("#E3E8F0")
_NORTH, _SOUTH, _WEST, _EAST = 52.3, 50.0, 8.9, 12.0  # where the middle of the country ends, in degrees


class GermanyMap(Flowable):
    """The 16 states with one of them tinted and one place marked; hollow where the place is not exact."""

    canv: TaggedCanvas

    def __init__(self, width: float, position: Position, state_key: str) -> None:
        super().__init__()
        wide, high = plane_size()
        self._scale = width / wide
        self.width, self.height = width, high * self._scale
        self._position, self._state = position, state_key

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take the fixed size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw states first, the mark last."""
        canvas = self.canv
        draw_states(canvas, self._scale, self._state)
        x, y = place(self._position)
        _mark(canvas, x * self._scale, y * self._scale, exact=self._position.exact)


class Silhouette(Flowable):
    """One state as decoration, with the place marked; nothing is drawn for an unknown state."""

    canv: TaggedCanvas

    def __init__(self, size: float, state_key: str, position: Position | None) -> None:
        super().__init__()
        self._size, self._state, self._position = size, state_key, position

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Fit the state into the square."""
        left, bottom, right, top = bounds(self._state)
        self._scale = self._size / max(right - left, top - bottom)
        self.width, self.height = (right - left) * self._scale, (top - bottom) * self._scale
        return self.width, self.height

    def draw(self) -> None:
        """Draw the state and the mark."""
        canvas = self.canv
        left, bottom, _, _ = bounds(self._state)
        canvas.saveState()
        canvas.scale(self._scale, self._scale)
        canvas.translate(-left, -bottom)
        canvas.setFillColor(MID)
        canvas.drawPath(_states()[self._state], stroke=0, fill=1, fillMode=FILL_EVEN_ODD)
        canvas.restoreState()
        if self._position is not None:
            x, y = place(self._position)
            _mark(canvas, (x - left) * self._scale, (y - bottom) * self._scale, exact=self._position.exact)


def plane_size() -> tuple[float, float]:
    """Return width and height of the map's plane."""
    plane = _map()["plane"]
    return float(plane["width"]), float(plane["height"])


def draw_states(canvas: TaggedCanvas, scale: float, tinted: str = "") -> None:
    """Draw the 16 states from the origin, one of them tinted."""
    canvas.saveState()
    canvas.scale(scale, scale)
    canvas.setStrokeColor(PAPER)
    canvas.setLineWidth(0.6 / scale)
    canvas.setLineJoin(1)
    canvas.setFillColor(_LAND)
    canvas.show(_country())
    if tinted in _states():
        canvas.setFillColor(MID)
        canvas.drawPath(_states()[tinted], stroke=1, fill=1, fillMode=FILL_EVEN_ODD)
    canvas.restoreState()


def is_known_state(key: str) -> bool:
    """Return whether the map holds the state of this official key."""
    return key in _states()


def bounds(state_key: str) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of a state in the plane of the map."""
    height = _map()["plane"]["height"]
    rings = next(state["rings"] for state in _map()["states"] if state["ags"] == state_key)
    xs = [x for ring in rings for x in ring[0::2]]
    ys = [height - y for ring in rings for y in ring[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def place(position: Position) -> tuple[float, float]:
    """Return the point of a position in the plane of the map, y upwards."""
    x, y = _map()["projection"]["x"], _map()["projection"]["y"]
    mercator = math.degrees(math.log(math.tan(math.pi / 4 + math.radians(position.lat) / 2)))
    height = _map()["plane"]["height"]
    return x["scale"] * position.lon + x["offset"], height - (y["scale"] * mercator + y["offset"])


def is_on_map(position: Position) -> bool:
    """Return whether a position lies within the frame of the map."""
    if not (-80 < position.lat < 80):  # noqa: PLR2004 - where the projection is sane
        return False
    x, y = place(position)
    plane = _map()["plane"]
    return bool(0 <= x <= plane["width"] and 0 <= y <= plane["height"])


def region(position: Position) -> str:
    """Return the key of the words for the part of the country, such as ``region_southeast``."""
    vertical = "north" if position.lat > _NORTH else "south" if position.lat < _SOUTH else ""
    horizontal = "east" if position.lon > _EAST else "west" if position.lon < _WEST else ""
    return f"region_{vertical}{horizontal}" if vertical or horizontal else "region_middle"


@cache
def _map() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resource("reference/germany_states.json").read_text("utf-8"))
    return found


@cache
def _states() -> dict[str, PDFPathObject]:
    height, out = _map()["plane"]["height"], {}
    for state in _map()["states"]:
        path = PDFPathObject()
        for ring in state["rings"]:
            path.moveTo(ring[0], round(height - ring[1], 1))
            for x, y in zip(ring[2::2], ring[3::2], strict=True):
                path.lineTo(x, round(height - y, 1))
            path.close()
        out[state["ags"]] = path
    return out


@cache
def _country() -> Stencil:
    return Stencil.of("germany", plane_size(), _states().values())


def _mark(canvas: TaggedCanvas, x: float, y: float, *, exact: bool) -> None:
    canvas.setFillColor(PAPER)
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(1.3)
    canvas.circle(x, y, _RING, stroke=1, fill=1)
    if exact:
        canvas.setFillColor(INK)
        canvas.circle(x, y, _DOT, stroke=0, fill=1)

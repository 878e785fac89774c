"""What stands on every page: kind of paper, confidentiality, file number, as-at stamp, page number."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Frame, PageTemplate

from kts_desktop.printing.chapters import LeafTemplate, Leaves, template_of
from kts_desktop.printing.fonts import REGULAR, SEMIBOLD, clipped, width
from kts_desktop.printing.tagged.canvas import TaggedCanvas
from kts_desktop.printing.tagged.document import TaggedDoc
from kts_desktop.printing.theme import (
    BOTTOM,
    FURNITURE_SIZE,
    LEFT,
    LINE,
    MUTED,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    TOP,
)

_HEADER_DROP = 14 * mm
_RULE, _FOOTER_BASE, _REMARK_BASE = 15 * mm, 11 * mm, 7.2 * mm
_GAP = 6 * mm


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """The texts of header and footer; ``counter`` takes ``{page}`` and ``{pages}``.

    With ``leaves`` it takes ``{leaf}`` and ``{leaves}`` as well, the numbers within a chapter.
    """

    header: str
    header_right: str
    footer: str
    remark: str
    counter: str
    leaves: Leaves | None = None


def pages(furniture: Furniture, *, landscape: bool = False, chapter: int = 0) -> list[PageTemplate]:
    """Return the templates ``cover``, without a header, and ``page``; upright unless told otherwise.

    Those of a ``chapter`` bear its number (``template_of``).
    """
    width, height = (PAGE_HEIGHT, PAGE_WIDTH) if landscape else (PAGE_WIDTH, PAGE_HEIGHT)
    area = (LEFT, BOTTOM, width - LEFT - RIGHT, height - TOP - BOTTOM)
    return [
        LeafTemplate(
            template_of(name, chapter),
            [Frame(*area, 0, 0, 0, 0)],
            onPage=_drawing(furniture, (width, height), with_header=name != "cover"),
            pagesize=(width, height),
            leaves=furniture.leaves,
        )
        for name in ("cover", "page")
    ]


def _drawing(
    furniture: Furniture, page: tuple[float, float], *, with_header: bool
) -> Callable[[Any, TaggedDoc], None]:
    def draw(canvas: Any, document: TaggedDoc) -> None:
        if with_header:
            canvas.begin_artifact("Pagination", "Header")
            _header(canvas, furniture, page)
            canvas.end_marked()
        canvas.begin_artifact("Pagination", "Footer")
        _footer(canvas, furniture, document, page[0])
        canvas.end_marked()

    return draw


def _header(canvas: TaggedCanvas, furniture: Furniture, page: tuple[float, float]) -> None:
    edge, base = page[0] - RIGHT, page[1] - _HEADER_DROP
    canvas.setFillColor(MUTED)
    canvas.setFont(SEMIBOLD, FURNITURE_SIZE)
    right = clipped(furniture.header_right, SEMIBOLD, FURNITURE_SIZE, (edge - LEFT) / 2)
    free = edge - LEFT - width(right, SEMIBOLD, FURNITURE_SIZE) - _GAP
    canvas.drawRightString(edge, base, right)
    canvas.setFont(REGULAR, FURNITURE_SIZE)
    canvas.drawString(LEFT, base, clipped(furniture.header, REGULAR, FURNITURE_SIZE, free))


def _footer(canvas: TaggedCanvas, furniture: Furniture, document: TaggedDoc, wide: float) -> None:
    edge = wide - RIGHT
    counted = {"page": document.page, "pages": document.page_count}
    if furniture.leaves is not None:
        counted["leaf"], counted["leaves"] = furniture.leaves.turn()
    counter = furniture.counter.format(**counted)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.4)
    canvas.line(LEFT, _RULE, edge, _RULE)
    canvas.setFillColor(MUTED)
    canvas.setFont(REGULAR, FURNITURE_SIZE)
    free = edge - LEFT - width(counter, REGULAR, FURNITURE_SIZE) - _GAP
    canvas.drawString(LEFT, _FOOTER_BASE, clipped(furniture.footer, REGULAR, FURNITURE_SIZE, free))
    canvas.drawRightString(edge, _FOOTER_BASE, counter)
    if furniture.remark:
        canvas.setFont(SEMIBOLD, FURNITURE_SIZE)
        canvas.drawString(
            LEFT, _REMARK_BASE, clipped(furniture.remark, SEMIBOLD, FURNITURE_SIZE, edge - LEFT)
        )

"""What stands on every page: kind of paper, confidentiality, file number, as-at stamp, page number."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Frame, PageTemplate

from kts_desktop.printing.fonts import REGULAR, SEMIBOLD, clipped, width
from kts_desktop.printing.tagged.canvas import TaggedCanvas
from kts_desktop.printing.tagged.document import TaggedDoc
from kts_desktop.printing.theme import (
    BOTTOM,
    FURNITURE_SIZE,
    HEIGHT,
    LEFT,
    LINE,
    MUTED,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    WIDTH,
)

_HEADER_BASE = PAGE_HEIGHT - 14 * mm
_RULE, _FOOTER_BASE, _REMARK_BASE = 15 * mm, 11 * mm, 7.2 * mm
_GAP = 6 * mm


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """The texts of header and footer; ``counter`` takes ``{page}`` and ``{pages}``."""

    header: str
    header_right: str
    footer: str
    remark: str
    counter: str


def pages(furniture: Furniture) -> list[PageTemplate]:
    """Return the templates ``cover``, without a header, and ``page``."""
    frame = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    return [
        PageTemplate(
            name,
            [Frame(LEFT, BOTTOM, WIDTH, HEIGHT, **frame)],  # type: ignore[arg-type]
            onPage=_drawing(furniture, with_header=name != "cover"),
        )
        for name in ("cover", "page")
    ]


def _drawing(furniture: Furniture, *, with_header: bool) -> Callable[[Any, TaggedDoc], None]:
    def draw(canvas: Any, document: TaggedDoc) -> None:
        if with_header:
            canvas.begin_artifact("Pagination", "Header")
            _header(canvas, furniture)
            canvas.end_marked()
        canvas.begin_artifact("Pagination", "Footer")
        _footer(canvas, furniture, document)
        canvas.end_marked()

    return draw


def _header(canvas: TaggedCanvas, furniture: Furniture) -> None:
    canvas.setFillColor(MUTED)
    canvas.setFont(SEMIBOLD, FURNITURE_SIZE)
    right = clipped(furniture.header_right, SEMIBOLD, FURNITURE_SIZE, WIDTH / 2)
    free = WIDTH - width(right, SEMIBOLD, FURNITURE_SIZE) - _GAP
    canvas.drawRightString(PAGE_WIDTH - RIGHT, _HEADER_BASE, right)
    canvas.setFont(REGULAR, FURNITURE_SIZE)
    canvas.drawString(LEFT, _HEADER_BASE, clipped(furniture.header, REGULAR, FURNITURE_SIZE, free))


def _footer(canvas: TaggedCanvas, furniture: Furniture, document: TaggedDoc) -> None:
    counter = furniture.counter.format(page=document.page, pages=document.page_count)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.4)
    canvas.line(LEFT, _RULE, PAGE_WIDTH - RIGHT, _RULE)
    canvas.setFillColor(MUTED)
    canvas.setFont(REGULAR, FURNITURE_SIZE)
    free = WIDTH - width(counter, REGULAR, FURNITURE_SIZE) - _GAP
    canvas.drawString(LEFT, _FOOTER_BASE, clipped(furniture.footer, REGULAR, FURNITURE_SIZE, free))
    canvas.drawRightString(PAGE_WIDTH - RIGHT, _FOOTER_BASE, counter)
    if furniture.remark:
        canvas.setFont(SEMIBOLD, FURNITURE_SIZE)
        canvas.drawString(LEFT, _REMARK_BASE, clipped(furniture.remark, SEMIBOLD, FURNITURE_SIZE, WIDTH))

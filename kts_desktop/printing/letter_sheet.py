"""The sheet of a letter after DIN 5008, form B: where its fields lie, and what is printed around them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Frame, PageTemplate

from kts_desktop.printing.chapters import LeafTemplate, Leaves, template_of
from kts_desktop.printing.flowables import mm
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

# from the upper edge of the sheet, in millimetres
HEAD_TOP, HEAD_HIGH = 12.0, 32.0
FIELD_TOP, RETURN_ZONE, ADDRESS_ZONE = 45.0, 17.7, 27.3
INFO_TOP, INFO_LEFT, TEXT_TOP = 50.0, 125.0, 98.46
FOLDS, PUNCH = (105.0, 210.0), 148.5

BLANK = "blank"
ADDRESS_LINES = 6
ADDRESS_LINE = ADDRESS_ZONE * mm / ADDRESS_LINES
ADDRESS_WIDTH = 80 * mm  # of the 85 of the field, whose first five lie before the text
INFO_WIDTH = 65 * mm
_FOOT = 20 * mm
_MARKS_LEFT, _FOLD_LENGTH, _PUNCH_LENGTH = 4.0, 5.0, 8.0
_NO_PADDING = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands around the text: ``later`` at the head of the following pages.

    ``leaves`` counts the pages where the letter is one of many in a file, ``chapter`` is its number there.
    """

    later: str
    remark: str
    counter: str
    marks: bool
    leaves: Leaves | None = None
    chapter: int = 0


def templates(sheet: Sheet) -> list[PageTemplate]:
    """Return the first page, with its fields, and the later ones."""
    fields = [
        _frame("head", LEFT / mm, HEAD_TOP, WIDTH, HEAD_HIGH * mm),
        _frame("return", LEFT / mm, FIELD_TOP, ADDRESS_WIDTH, RETURN_ZONE * mm),
        _frame("address", LEFT / mm, FIELD_TOP + RETURN_ZONE, ADDRESS_WIDTH, ADDRESS_ZONE * mm + 0.5),
        _frame("info", INFO_LEFT, INFO_TOP, INFO_WIDTH, (TEXT_TOP - INFO_TOP) * mm - 1),
        _frame("text", LEFT / mm, TEXT_TOP, WIDTH, PAGE_HEIGHT - TEXT_TOP * mm - _FOOT),
    ]
    later = Frame(LEFT, BOTTOM, WIDTH, HEIGHT, id="later", **_NO_PADDING)
    return [
        LeafTemplate(template_of(name, sheet.chapter), frames, onPage=on_page, leaves=sheet.leaves)
        for name, frames, on_page in (("first", fields, _first(sheet)), ("later", [later], _later(sheet)))
    ]


def blank() -> PageTemplate:
    """Return the page that stays empty, so that the next letter begins on a sheet of its own."""
    return PageTemplate(BLANK, [Frame(LEFT, BOTTOM, WIDTH, HEIGHT, id=BLANK, **_NO_PADDING)])


def _frame(name: str, left: float, top: float, wide: float, high: float) -> Frame:
    """Return a frame by its upper left corner in millimetres and its size in points."""
    bottom = PAGE_HEIGHT - top * mm - high
    return Frame(left * mm, bottom, wide, high, id=name, **_NO_PADDING)


def _first(sheet: Sheet) -> Callable[[Any, TaggedDoc], None]:
    def draw(canvas: TaggedCanvas, document: TaggedDoc) -> None:
        if sheet.marks:
            canvas.begin_artifact("Layout")
            _marks(canvas)
            canvas.end_marked()
        canvas.begin_artifact("Pagination", "Footer")
        _counter(canvas, sheet, document)
        canvas.end_marked()

    return draw


def _later(sheet: Sheet) -> Callable[[Any, TaggedDoc], None]:
    def draw(canvas: TaggedCanvas, document: TaggedDoc) -> None:
        if sheet.marks:
            canvas.begin_artifact("Layout")
            _mark(canvas, PUNCH, _PUNCH_LENGTH)
            canvas.end_marked()
        canvas.begin_artifact("Pagination", "Header")
        canvas.setFillColor(MUTED)
        canvas.setFont(REGULAR, FURNITURE_SIZE)
        text = clipped(sheet.later, REGULAR, FURNITURE_SIZE, WIDTH)
        canvas.drawString(LEFT, PAGE_HEIGHT - 14 * mm, text)
        canvas.end_marked()
        canvas.begin_artifact("Pagination", "Footer")
        _counter(canvas, sheet, document)
        canvas.end_marked()

    return draw


def _marks(canvas: TaggedCanvas) -> None:
    for fold in FOLDS:
        _mark(canvas, fold, _FOLD_LENGTH)
    _mark(canvas, PUNCH, _PUNCH_LENGTH)


def _mark(canvas: TaggedCanvas, top: float, length: float) -> None:
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.4)
    y = PAGE_HEIGHT - top * mm
    canvas.line(_MARKS_LEFT * mm, y, (_MARKS_LEFT + length) * mm, y)


def _counter(canvas: TaggedCanvas, sheet: Sheet, document: TaggedDoc) -> None:
    page, pages = document.page, document.page_count
    if sheet.leaves is not None:
        page, pages = sheet.leaves.turn()
    text = sheet.counter.format(page=page, pages=pages)
    canvas.setFillColor(MUTED)
    canvas.setFont(REGULAR, FURNITURE_SIZE)
    canvas.drawRightString(PAGE_WIDTH - RIGHT, 11 * mm, text)
    if sheet.remark:
        canvas.setFont(SEMIBOLD, FURNITURE_SIZE)
        free = WIDTH - width(text, REGULAR, FURNITURE_SIZE) - 6 * mm
        canvas.drawString(LEFT, 11 * mm, clipped(sheet.remark, SEMIBOLD, FURNITURE_SIZE, free))


def balanced(text: str, font: str, size: float, room: float) -> list[str]:
    """Return a text in as few lines as the room allows, of much the same length."""
    lines = _lines(text, font, size, room)
    while len(lines) > 1:
        longest = max(width(line, font, size) for line in lines)
        tighter = _lines(text, font, size, longest - 1)
        if len(tighter) > len(lines) or "…" in "".join(tighter):
            break
        lines = tighter
    return lines


def _lines(text: str, font: str, size: float, room: float) -> list[str]:
    """Return a text broken at its blanks; a word wider than the room is clipped."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, font, size) <= room:
            lines[-1] = longer
        else:
            lines.append(clipped(word, font, size, room))
    return lines

"""The building blocks of papers: the only names a paper uses to lay something out.

User text must be escaped before it becomes markup (``Glyphs.markup``); markup in a record is not interpreted.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer
from reportlab.platypus.doctemplate import ActionFlowable

from kts_desktop.printing.fonts import printable, width
from kts_desktop.printing.lists import bullets, dated, note_mark, notes
from kts_desktop.printing.tagged.canvas import SOFT_HYPHEN, TaggedCanvas, foreign
from kts_desktop.printing.tagged.contents import CHAPTERS, Toc, entries_in
from kts_desktop.printing.tagged.figure import Figure
from kts_desktop.printing.tagged.frames import split_within
from kts_desktop.printing.tagged.long_table import captioned, chunked_table
from kts_desktop.printing.tagged.markup import escape
from kts_desktop.printing.tagged.structure import Node
from kts_desktop.printing.tagged.table import DataTable
from kts_desktop.printing.tagged.text import Outline, Para
from kts_desktop.printing.theme import HEIGHT, LINE

__all__ = [
    "CHAPTERS",
    "Beside",
    "DataTable",
    "Figure",
    "Flowable",
    "Foot",
    "Glyphs",
    "Lines",
    "OnRightPage",
    "PageBreak",
    "Panel",
    "Para",
    "Rule",
    "Toc",
    "bullets",
    "captioned",
    "chunked_table",
    "dated",
    "entries_in",
    "fitted",
    "foreign",
    "gap",
    "heading",
    "mm",
    "note_mark",
    "notes",
    "pictured",
    "room",
    "together",
]

_PITCH = 9 * mm  # of ruled lines: room for handwriting
_ENDLESS = 100_000.0


class Glyphs:
    """Makes the texts of one paper printable and remembers what the font lacks."""

    def __init__(self) -> None:
        self._lacking: set[str] = set()

    def text(self, raw: str) -> str:
        """Return one line of plain text."""
        clean, lacking = printable(raw)
        self._lacking |= lacking
        if not clean.replace(SOFT_HYPHEN, "").strip():  # nothing that could be seen or read
            return ""
        return " ".join(clean.split("\n")).strip(" ")

    def line(self, raw: str) -> str:
        """Return one line of markup, escaped."""
        return escape(self.text(raw))

    def markup(self, raw: str) -> str:
        """Return markup, escaped, with the line breaks of the text."""
        clean, lacking = printable(raw)
        self._lacking |= lacking
        return escape(clean.strip()).replace("\n", "<br/>")

    def replaced(self) -> tuple[str, ...]:
        """Return the characters shown as an empty box; those without a shape as their code."""
        return tuple(sorted(c if c.isprintable() else f"U+{ord(c):04X}" for c in self._lacking))


def heading(text: str, style: ParagraphStyle, level: int, *, in_toc: bool = True) -> Para:
    """Return a heading; it enters the bookmarks, and the contents unless told otherwise.

    It does not hold on to what follows: put ``room`` before it, or a whole table would move along.
    """
    para = Para(text, style, tag=f"H{level}")
    para.outline = Outline(level - 1, para.getPlainText(), in_contents=in_toc)
    return para


def fitted(
    text: str, style: ParagraphStyle, *, width: float, sizes: Sequence[float], lines: int, level: int = 0
) -> Para:
    """Return a paragraph, or a heading of ``level``, as large as fits ``lines`` lines uncut.

    ``text`` is plain. Where no size fits, the smallest is taken and long words are cut.
    """
    for size in sizes:
        fit = ParagraphStyle("fit", style, fontSize=size, leading=size * 1.1, splitLongWords=0)
        if _longest_word(text, fit) <= width:
            para = _text(text, fit, level)
            high = para.wrap(width, _ENDLESS)[1]
            if high <= lines * fit.leading + 0.1 and not para.overflows():
                return para
    last = sizes[-1]
    return _text(text, ParagraphStyle("fit", style, fontSize=last, leading=last * 1.1), level)


def gap(height: float) -> Flowable:
    """Return empty space of a height in points."""
    return Spacer(1, height)


def room(height: float) -> Flowable:
    """Return a break to the next page unless there is room for ``height`` points."""
    return CondPageBreak(height)


def together(flowables: Sequence[Flowable], *, width: float, at_most: float) -> list[Flowable]:
    """Return the flowables, moved to the next page as one where they are no higher than ``at_most``."""
    solid, height = _measured(flowables, width, at_most)
    return [room(height), *solid] if height <= at_most else list(flowables)


def fits(flowables: Sequence[Flowable], *, width: float, at_most: float) -> bool:
    """Tell whether flowables are together no higher than ``at_most``."""
    return _measured(flowables, width, at_most)[1] <= at_most


def _measured(flowables: Sequence[Flowable], width: float, at_most: float) -> tuple[list[Flowable], float]:
    """Return the flowables without breaks, and their height, as far as it matters."""
    solid = [f for f in flowables if not isinstance(f, CondPageBreak)]
    room_for = at_most + 1  # a long table lays out no more than it takes to see that it is higher
    return solid, sum(f.wrap(width, room_for)[1] + f.getSpaceBefore() + f.getSpaceAfter() for f in solid)


class Lines(Flowable):
    """Ruled lines to write on, down to the end of the frame or ``count`` of them; nothing to read.

    ``spare`` points at the end of the frame are left free for what follows.
    """

    canv: TaggedCanvas

    def __init__(self, count: int | None = None, *, spare: float = 0) -> None:
        super().__init__()
        self._wanted, self.spare = count, spare

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the lines wanted, or as many as fit."""
        fitting = max(int((height - self.spare) // _PITCH), 1)
        self._count = fitting if self._wanted is None else self._wanted
        self.width, self.height = width, self._count * _PITCH
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Return the lines of this page and the rest."""
        fitting = int(height // _PITCH)
        if fitting < 1:
            return []
        return [Lines(fitting), Lines(self._count - fitting)]

    def draw(self) -> None:
        """Draw the lines as an artifact."""
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.3)
        for i in range(1, self._count + 1):
            y = self.height - i * _PITCH
            self.canv.line(0, y, self.width, y)


class OnRightPage(ActionFlowable):
    """After a page break: leave the page empty if it is a left-hand one."""

    def apply(self, doc: Any) -> None:
        """Go on to the next page from one of an even number."""
        if doc.page % 2 == 0:
            doc.handle_pageBreak()


class Rule(Flowable):
    """A line across the frame, or of a given length."""

    canv: TaggedCanvas

    def __init__(
        self,
        colour: Color,
        thickness: float,
        *,
        length: float | None = None,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__()
        self._colour, self._thickness, self._length, self._after = colour, thickness, length, after
        self.spaceBefore = before

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the width of the frame."""
        self.width, self.height = width, self._thickness + self._after
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line as an artifact."""
        self.canv.setFillColor(self._colour)
        self.canv.rect(0, self._after, self._length or self.width, self._thickness, stroke=0, fill=1)


class Foot(Flowable):
    """Flowables at the foot of the frame; takes what height is left."""

    canv: TaggedCanvas

    def __init__(self, flowables: Sequence[Flowable]) -> None:
        super().__init__()
        self._flowables = list(flowables)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take all the height, or what the flowables need."""
        self._heights = [f.wrap(width, _ENDLESS)[1] + f.getSpaceAfter() for f in self._flowables]
        self.width, self.height = width, max(height, sum(self._heights))
        return self.width, self.height

    def draw(self) -> None:
        """Draw the flowables above the foot."""
        y = sum(self._heights)
        for flowable, height in zip(self._flowables, self._heights, strict=True):
            y -= height
            flowable.drawOn(self.canv, 0, y + flowable.getSpaceAfter())


class Panel(Flowable):
    """Flowables on a tinted ground with a bar at the left; ``art`` is drawn at the right as decoration."""

    canv: TaggedCanvas

    def __init__(
        self,
        flowables: Sequence[Flowable],
        *,
        ground: Color,
        bar: Color,
        art: Flowable | None = None,
        art_width: float = 0,
        pad: float = 8 * mm,
        minimum: float = 0,
    ) -> None:
        super().__init__()
        self._flowables, self._ground, self._bar = list(flowables), ground, bar
        self._art, self._art_width, self._pad, self._minimum = art, art_width, pad, minimum
        self.outline = next((f.outline for f in flowables if isinstance(f, Para) and f.outline), None)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Stack the flowables beside the art."""
        inner = width - 2 * self._pad - self._art_width
        self._heights = [f.wrap(inner, _ENDLESS)[1] + f.getSpaceAfter() for f in self._flowables]
        self.width, self.height = width, max(sum(self._heights) + 2 * self._pad, self._minimum)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the flowables without ground where a page is too low for the panel."""
        return _unpacked(self, self._flowables, width, height) if self.height > max(HEIGHT, height) else []

    def draw(self) -> None:
        """Draw the ground and the art as artifacts, then the flowables."""
        canvas = self.canv
        canvas.setFillColor(self._ground)
        canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        canvas.setFillColor(self._bar)
        canvas.rect(0, 0, 2.2 * mm, self.height, stroke=0, fill=1)
        if self._art is not None:
            wide, high = self._art.wrap(self._art_width, self.height)
            self._art.drawOn(canvas, self.width - self._pad - wide, (self.height - high) / 2)
        y = (self.height + sum(self._heights)) / 2
        for flowable, height in zip(self._flowables, self._heights, strict=True):
            y -= height
            flowable.drawOn(canvas, self._pad, y + flowable.getSpaceAfter())


class Beside(Flowable):
    """Two stacks side by side, read left before right.

    Where they do not fit a page they stand one below the other.
    """

    canv: TaggedCanvas

    def __init__(
        self,
        left: Sequence[Flowable],
        right: Sequence[Flowable],
        *,
        right_width: float,
        between: float = 8 * mm,
    ) -> None:
        super().__init__()
        self._left, self._right = list(left), list(right)
        self._right_width, self._between = right_width, between

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the height of the taller stack."""
        self._left_width = width - self._right_width - self._between
        self._left_heights = [f.wrap(self._left_width, _ENDLESS)[1] + f.getSpaceAfter() for f in self._left]
        self._right_heights = [
            f.wrap(self._right_width, _ENDLESS)[1] + f.getSpaceAfter() for f in self._right
        ]
        self.width, self.height = width, max(sum(self._left_heights), sum(self._right_heights))
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the stacks one below the other where a page is too low, else wait for the next page."""
        stacks = [*self._left, *self._right]
        return _unpacked(self, stacks, width, height) if self.height > max(HEIGHT, height) else []

    def draw(self) -> None:
        """Draw both stacks from the top."""
        columns = (
            (0.0, self._left, self._left_heights),
            (self._left_width + self._between, self._right, self._right_heights),
        )
        for x, flowables, heights in columns:
            y = self.height
            for flowable, height in zip(flowables, heights, strict=True):
                y -= height
                flowable.drawOn(self.canv, x, y + flowable.getSpaceAfter())


def pictured(picture: Flowable, alt: str, caption: str, style: ParagraphStyle) -> list[Flowable]:
    """Return a figure and its caption, of markup, held together for readers who cannot see it."""
    group = Node("Div")
    return [Figure(picture, alt, within=(group,)), Para(caption, style, path=(group, Node("Caption")))]


def _unpacked(outer: Flowable, inner: Sequence[Flowable], width: float, height: float) -> list[Flowable]:
    """Return what stands in a flowable by itself; the first must fit, or is split so that it does."""
    first, *others = inner
    if first.wrap(width, height)[1] <= height:
        return [first, *others]
    parts = split_within(outer, first, width, height)
    return [*parts, *others] if parts else []


def _text(text: str, style: ParagraphStyle, level: int) -> Para:
    return heading(escape(text), style, level, in_toc=False) if level else Para(escape(text), style)


def _longest_word(text: str, style: ParagraphStyle) -> float:
    words = text.replace("-", "- ").split(" ")
    return max(width(word, style.fontName, style.fontSize) for word in words)

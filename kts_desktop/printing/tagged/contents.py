"""The table of contents: each line is a link with a real page number."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable
from reportlab.platypus.tableofcontents import TableOfContents

from kts_desktop.printing.tagged.canvas import TaggedCanvas
from kts_desktop.printing.tagged.markup import escape
from kts_desktop.printing.tagged.structure import Node
from kts_desktop.printing.tagged.text import Para

CHAPTERS = "TOCEntry of chapters"  # news of a chapter's own heading
Entry = tuple[int, str, int, str]  # level, text, page, anchor
_PAGE_COLUMN = 34.0
_GAP = 6.0


def entries_in(chapter: int) -> str:
    """Return the news of headings within a chapter; 0 is a paper that has none."""
    return f"TOCEntry in {chapter}"


_WHOLE = entries_in(0)


class _Line(Flowable):
    """One line of the contents."""

    canv: TaggedCanvas

    def __init__(self, toc: Node, text: str, style: ParagraphStyle) -> None:
        super().__init__()
        self._style = style
        self._page = self._key = self._spoken = ""
        self._path = (toc, Node("TOCI"), Node("Reference"), Node("Link"))
        self._para: Any = Para(escape(text), style)

    def lead_to(self, page: int, key: str, spoken: str) -> None:
        """Name the page, which takes no part in how high the line is, and the anchor there."""
        self._page, self._key, self._spoken = str(page), key, spoken

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self._text_height = self._para.wrap(width - _PAGE_COLUMN, height)[1]
        self.height = self._text_height + self._style.spaceBefore
        return width, self.height

    def draw(self) -> None:
        canvas, style = self.canv, self._style
        link = canvas.tree.resolve(self._path)
        base = self._text_height - self._baseline()
        self._leader(base)
        canvas.begin_marked(link)
        self._para.drawOn(canvas, 0, 0)
        canvas.end_marked()
        canvas.begin_marked(link)
        canvas.setFont(style.fontName, style.fontSize)
        canvas.setFillColor(style.textColor)
        canvas.drawRightString(self.width, base, f" {self._page}")
        canvas.end_marked()
        canvas.pending_links = [link]
        canvas.linkRect(self._spoken, self._key, (0, 0, self.width, self.height), relative=1)

    def _baseline(self) -> float:
        """Return how far the last base line stands below the top of the text."""
        lines = len(self._para.blPara.lines)
        return (lines - 1) * self._style.leading + self._style.fontSize

    def _leader(self, base: float) -> None:
        """Draw the dotted line between text and number: an artifact."""
        canvas, style = self.canv, self._style
        widths = self._para.getActualLineWidths0()
        start = style.leftIndent + (widths[-1] - style.leftIndent if widths else 0) + _GAP
        end = self.width - canvas.stringWidth(self._page, style.fontName, style.fontSize) - _GAP
        if end <= start:
            return
        canvas.saveState()
        canvas.setStrokeColor(style.textColor)
        canvas.setLineWidth(0.5)
        canvas.setLineCap(1)
        canvas.setDash([0, 3.2])
        canvas.line(start, base + 1.2, end, base + 1.2)
        canvas.restoreState()


class Toc(TableOfContents):
    """Contents filled by the headings; ``spoken`` describes a link, with ``{title}`` and ``{page}``.

    ``about`` are the news it listens to: ``entries_in`` a chapter, or ``CHAPTERS``.
    """

    _entries: list[Entry]
    _lastEntries: list[Entry]  # noqa: N815 - ReportLab's name

    def __init__(self, styles: Sequence[ParagraphStyle], spoken: str, *, about: str = _WHOLE) -> None:
        super().__init__(levelStyles=list(styles))
        self._spoken, self.about = spoken, about
        self._lines: list[_Line] = []
        self.node = Node("TOC")

    def expect(self, headings: Sequence[tuple[int, str]]) -> None:
        """Tell the headings before they are laid out, so that their lines take the room they need."""
        self._entries = [(level, text, 0, "") for level, text in headings]

    def notify(self, kind: str, stuff: Entry) -> None:
        """Take a heading that belongs here."""
        if kind == self.about:
            self.addEntry(*stuff)

    def isSatisfied(self) -> bool:  # noqa: N802
        """Tell whether the lines laid out are those of the headings; then let them lead to the pages."""
        if [entry[:2] for entry in self._entries] != [entry[:2] for entry in self._lastEntries]:
            return False
        for line, (_, text, page, key) in zip(self._lines, self._entries, strict=True):
            line.lead_to(page, key, self._spoken.format(title=text, page=page))
        return True

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Lay out the lines of the headings that are expected."""
        self._lines = [
            _Line(self.node, text, self.levelStyles[level]) for level, text, _, _ in self._lastEntries
        ]
        self.width = width
        self.height = sum(line.wrap(width, height)[1] for line in self._lines)
        return width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        """Return the single lines, so that contents may run over pages."""
        return list(self._lines)

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        """Draw the lines from the top."""
        y += self.height
        for line in self._lines:
            y -= line.height
            line.drawOn(canvas, x, y)

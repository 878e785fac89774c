"""What papers share: words, styles, and the shapes of sections, tables and cells."""

from collections.abc import Sequence
from datetime import date, datetime
from types import MappingProxyType

from reportlab.lib.styles import ParagraphStyle

from kts_desktop.printing import formats
from kts_desktop.printing.flowables import (
    DataTable,
    Flowable,
    Glyphs,
    Para,
    Rule,
    chunked_table,
    gap,
    heading,
    mm,
    room,
    together,
)
from kts_desktop.printing.theme import ACCENT, HEIGHT, NORMAL, WIDTH, Styles, styles
from kts_desktop.printing.words.common import Texts, Words

NAMELESS = "–"  # stands for a title that holds nothing printable
_TALLEST_CELL = HEIGHT / 3
_SHORT = 120  # letters that fit any cell
_NEEDED = 45 * mm  # for a heading and what makes sense below it
_NEEDED_BELOW_SMALL = 32 * mm


class Look:
    """The dress of one paper; it counts sections and remembers characters the font lacks.

    ``texts`` are the words of this paper alone, beside those all papers say.
    """

    def __init__(
        self,
        language: str,
        taken: datetime,
        *,
        size: float = NORMAL,
        texts: Texts = MappingProxyType({}),
    ) -> None:
        self.language = language
        self.today = taken.date()
        self.words = Words(language, texts)
        self.styles: Styles = styles(size, language)
        self.glyphs = Glyphs()
        self._sections = 0

    def section(self, key: str, **values: object) -> list[Flowable]:
        """Return the numbered heading of a part."""
        self._sections += 1
        text = f"{self._sections}{formats.NO_BREAK}{formats.NO_BREAK}{self.words(key, **values)}"
        return [
            room(_NEEDED),
            Rule(ACCENT, 1.4, length=12 * mm, before=self.styles.size * 1.6, after=self.styles.size * 0.55),
            heading(text, self.styles.h2, 2),
        ]

    def subsection(self, markup: str, *, in_toc: bool = False) -> list[Flowable]:
        """Return a heading within a part."""
        return [room(_NEEDED_BELOW_SMALL), heading(markup, self.styles.h3, 3, in_toc=in_toc)]

    def whole(self, flowables: Sequence[Flowable], *, share: float = 0.42) -> list[Flowable]:
        """Return flowables that stay on one page if they take no more than this share of it."""
        return together(flowables, width=WIDTH, at_most=HEIGHT * share)

    def sentence(self, key: str, **values: object) -> Para:
        """Return one of our own sentences, in a paragraph."""
        return Para(self.glyphs.line(self.words(key, **values)), self.styles.body)

    def day(self, value: date) -> str:
        """Return a date as tables show it."""
        return formats.day(value, self.language)

    def cell(self, raw: str, width: float, style: ParagraphStyle | None = None) -> Para:
        """Return a table cell no higher than a third of a page; longer texts end with a hint to the file."""
        look = style or self.styles.cell
        para = Para(self.glyphs.line(raw), look)
        if len(raw) <= _SHORT or para.wrap(width, HEIGHT)[1] <= _TALLEST_CELL:
            return para
        keep = len(raw)
        while keep > _SHORT:
            keep = keep * 3 // 4
            para = Para(self.glyphs.line(f"{raw[:keep].rstrip()} {self.words('cut')}"), look)
            if para.wrap(width, HEIGHT)[1] <= _TALLEST_CELL:
                break
        return para

    def table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[Flowable | Sequence[Flowable]]],
        shares: Sequence[float],
        summary: str,
        *,
        width: float = WIDTH,
    ) -> list[Flowable]:
        """Return a table over the full width; ``head`` holds keys of words, ``shares`` the columns in mm."""
        cells = [Para(self.glyphs.line(self.words(key)), self.styles.head) for key in head]
        widths = columns(shares, width)
        commands = list(self.styles.table)
        table = chunked_table(
            cells, [list(row) for row in rows], colWidths=widths, style=commands, summary=summary
        )
        return [*table, gap(self.styles.size * 0.6)]

    def facts(
        self, rows: Sequence[tuple[str, str]], *, width: float = WIDTH, label: float = 42 * mm
    ) -> list[Flowable]:
        """Return labels with their values, the empty ones left out; ``rows`` holds keys and raw texts."""
        cells = [
            [self.cell(self.words(key), label, self.styles.cell_key), self.cell(value, width - label)]
            for key, value in rows
            if value.strip()
        ]
        if not cells:
            return []
        style = list(self.styles.facts)
        table = DataTable(cells, head_rows=0, head_cols=1, colWidths=[label, width - label], style=style)
        return [table, gap(self.styles.size * 0.6)]

    def form(self, keys: Sequence[str]) -> list[Flowable]:
        """Return fields to be filled in by hand."""
        cells = [[self.cell(self.words(key), 42 * mm, self.styles.cell_key), ""] for key in keys]
        widths = [42 * mm, WIDTH - 42 * mm]
        style = list(self.styles.facts)
        return [DataTable(cells, head_rows=0, head_cols=1, colWidths=widths, rowHeights=9 * mm, style=style)]


def columns(shares: Sequence[float], width: float = WIDTH) -> list[float]:
    """Return column widths in points that fill the text area in these shares."""
    return [width * share / sum(shares) for share in shares]

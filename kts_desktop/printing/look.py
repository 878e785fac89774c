"""What papers share: words, styles, and the shapes of sections, tables and cells."""

from collections.abc import Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeVar

from reportlab.lib.styles import ParagraphStyle

from kts_desktop.printing import formats
from kts_desktop.printing.charts import Chart
from kts_desktop.printing.flowables import (
    DataTable,
    Flowable,
    Glyphs,
    Para,
    Rule,
    chunked_table,
    fits,
    gap,
    heading,
    mm,
    room,
    together,
)
from kts_desktop.printing.theme import ACCENT, HEIGHT, NORMAL, WIDTH, Styles, styles
from kts_desktop.printing.words.common import LOCALES, Texts, Words
from kts_desktop.services.pack_parts import Part, PartChoice

T = TypeVar("T")
_FIRST_MONTH = 12  # of the year 1
NAMELESS = "–"  # stands for a title that holds nothing printable
_TALLEST_CELL = HEIGHT / 3
_SHORT = 120  # letters that fit any cell
_NEEDED = 45 * mm  # for a heading and what makes sense below it
_NEEDED_BELOW_SMALL = 32 * mm
_MOST_OF_A_PAGE, _ALL_BUT_A_LINE = 0.75, 0.95


class Look:
    """The dress of one paper; it counts sections and remembers characters the font lacks.

    ``texts`` are the words of this paper alone, beside those all papers say. Headings and labels stand in the
    ``second`` language as well, if there is one.
    """

    def __init__(
        self,
        language: str,
        taken: datetime,
        *,
        size: float = NORMAL,
        texts: Texts = MappingProxyType({}),
        second: str = "",
    ) -> None:
        self.language = language
        self.today = taken.date()
        self.words = Words(language, texts)
        self.second = Words(second, texts) if second and second != language else None
        self.styles: Styles = styles(size, language)
        self.glyphs = Glyphs()
        self._sections = 0
        self.choice = PartChoice(part=Part.COVER)
        self.is_redacted = False
        self.chapter = 0  # the place of the paper among those bound into one file
        self.shortened = 0  # texts that were cut to fit their cells

    def section(self, key: str, **values: object) -> list[Flowable]:
        """Return the numbered heading of a part."""
        return [*self._section(self.words(key, **values)), *self.again(key, self.styles.again, **values)]

    def section_of(self, raw: str) -> list[Flowable]:
        """Return the numbered heading of a part that a user wrote."""
        return self._section(self.glyphs.line(raw) or NAMELESS)

    def _section(self, markup: str) -> list[Flowable]:
        self._sections += 1
        text = f"{self._sections}{formats.NO_BREAK}{formats.NO_BREAK}{markup}"
        return [
            room(_NEEDED * self.styles.size / NORMAL),
            Rule(ACCENT, 1.4, length=12 * mm, before=self.styles.size * 1.6, after=self.styles.size * 0.55),
            heading(text, self.styles.h2, 2),
        ]

    def again(self, key: str, style: ParagraphStyle, **values: object) -> list[Flowable]:
        """Return our words in the second language, in a paragraph marked as such; nothing without one."""
        if self.second is None:
            return []
        text = self.glyphs.line(self.second(key, **values))
        return [Para(text, style, lang=LOCALES[self.second.language])] if text else []

    def subsection(self, markup: str, *, in_toc: bool = False) -> list[Flowable]:
        """Return a heading within a part."""
        return [
            room(_NEEDED_BELOW_SMALL * self.styles.size / NORMAL),
            heading(markup, self.styles.h3, 3, in_toc=in_toc),
        ]

    def whole(self, flowables: Sequence[Flowable], *, share: float = 0.42) -> list[Flowable]:
        """Return flowables that stay on one page if they take no more than this share of it."""
        return together(flowables, width=WIDTH, at_most=HEIGHT * share)

    def shown(self, items: Sequence[T], usual: int = 0) -> tuple[Sequence[T], list[Flowable]]:
        """Return as many items as the part shows, and a line that tells how many more there are."""
        most = self.choice.rows or usual or len(items)
        more = len(items) - most
        if more <= 0:
            return items, []
        line = self.words("rows_more", count=more)
        return items[:most], [Para(self.glyphs.line(line), self.styles.meta)]

    def first_day(self) -> date:
        """Return the first day of the months the part looks back; the first of all where it asks for none."""
        if not self.choice.months:
            return date.min
        months = self.today.year * 12 + self.today.month - 1 - self.choice.months
        return date(months // 12, months % 12 + 1, 1) if months >= _FIRST_MONTH else date.min

    def sentence(self, key: str, **values: object) -> Flowable:
        """Return one of our own sentences, in a paragraph."""
        text = self.glyphs.line(self.words(key, **values))
        return Para(text, self.styles.body)

    def named(self, key: str) -> list[Flowable]:
        """Return the heading of a group within a part."""
        return [*self.subsection(self.words(key)), *self.again(key, self.styles.again)]

    def label(self, key: str, width: float, style: ParagraphStyle) -> list[Flowable]:
        """Return a label for a cell, in both languages if there are two."""
        return [self.cell(self.words(key), width, style), *self.again(key, self.styles.again_small)]

    def day(self, value: date) -> str:
        """Return a date as tables show it."""
        return formats.day(value, self.language)

    def cell(self, raw: str, width: float, style: ParagraphStyle | None = None) -> Para:
        """Return a table cell no higher than a third of a page; longer texts end with a hint to the file."""
        look = style or self.styles.cell
        para = Para(self.glyphs.line(raw), look)
        if len(raw) <= _SHORT or para.wrap(width, HEIGHT)[1] <= _TALLEST_CELL:
            return para
        self.shortened += 1
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
        widths = columns(shares, width)
        cells = [self.label(key, wide, self.styles.head) for key, wide in zip(head, widths, strict=True)]
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
            [self.label(key, label, self.styles.cell_key), self.cell(value, width - label)]
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
        cells = [[self.label(key, 42 * mm, self.styles.cell_key), ""] for key in keys]
        widths = [42 * mm, WIDTH - 42 * mm]
        style = list(self.styles.facts)
        high = 9 * mm if self.second is None else max(9 * mm, self.styles.size * 2.8)
        return [DataTable(cells, head_rows=0, head_cols=1, colWidths=widths, rowHeights=high, style=style)]


def columns(shares: Sequence[float], width: float = WIDTH) -> list[float]:
    """Return column widths in points that fill the text area in these shares."""
    return [width * share / sum(shares) for share in shares]


def led(head: Sequence[Flowable], body: Sequence[Flowable], look: Look) -> list[Flowable]:
    """Return head and body on one page if that is no more than most of it; else the head is whole."""
    if fits([*head, *body], width=WIDTH, at_most=HEIGHT * _MOST_OF_A_PAGE):
        return look.whole([*head, *body], share=_MOST_OF_A_PAGE)
    return [*look.whole(head, share=_ALL_BUT_A_LINE), *body]


def rows_of(chart: Chart, look: Look) -> list[Flowable]:
    """Return the table of a chart, in whose columns every number of the picture stands."""
    if not chart.rows:
        return []
    wide = WIDTH / len(chart.head)
    cells = [look.cell(text, wide, look.styles.head) for text in chart.head]
    rows = [[look.cell(text, wide) for text in row] for row in chart.rows]
    commands, widths = list(look.styles.table), [wide] * len(chart.head)
    table = chunked_table(cells, rows, colWidths=widths, style=commands, summary=chart.finding)
    return [*table, gap(look.styles.size * 0.6)]

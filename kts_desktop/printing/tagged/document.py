"""A document that is laid out, then drawn: so every page knows how many there are."""
# ruff: noqa: N802, N803, N815, SLF001 - overrides ReportLab's methods and reads its private state

from collections.abc import Callable
from datetime import datetime
from functools import partial
from threading import Lock
from typing import IO, Any

from reportlab.lib.colors import Color, toColor
from reportlab.platypus import BaseDocTemplate, Flowable, PageTemplate

from kts_desktop.printing.sweeping import unswept
from kts_desktop.printing.tagged import cures
from kts_desktop.printing.tagged.canvas import TaggedCanvas
from kts_desktop.printing.tagged.contents import CHAPTERS, Toc, entries_in
from kts_desktop.printing.tagged.plan import PlanCanvas, PlanFrame, Sheet
from kts_desktop.printing.tagged.structure import Node
from kts_desktop.printing.tagged.text import Outline

Watch = Callable[[int, int, int], None]
_BUILDING = Lock()  # ReportLab's font files keep one reading position for all documents
_DARK = 0.0031308  # of sRGB: below it the curve is a line
_HEADROOM = 12.0  # points shown above a heading one jumps to


class TaggedDoc(BaseDocTemplate):
    """Document with structure tree, bookmarks and both standards' metadata.

    It is laid out first and drawn then, when ``page_count`` is known: what "page x of y" shows. ``grey``: no
    colour at all. ``chapter`` is the one being laid out or drawn, 0 before the first.
    """

    canv: PlanCanvas
    frame: Any
    page: int
    pageTemplate: PageTemplate
    pageTemplates: list[PageTemplate]
    _onProgress: Any

    def __init__(
        self,
        target: IO[bytes],
        *,
        stamp: datetime,
        lang: str,
        font: str,
        grey: bool = False,
        **kwargs: Any,
    ) -> None:
        cures.apply(font)
        super().__init__(target, lang=lang, invariant=1, initialFontName=font, **kwargs)
        self._stamp, self._language, self._grey = stamp, lang, grey
        self.page_count = self._headings = self.chapter = self._depth = 0

    def write(self, story: list[Flowable], watch: Watch | None = None) -> None:
        """Build the story into the target.

        ``watch`` hears of flowables done, flowables in all and the page; what it raises ends the build.
        """
        progress = None if watch is None else _Progress(watch)
        self.setProgressCallBack(progress)
        expected = _expected(story)
        for thing in story:
            if isinstance(thing, Toc):
                thing.expect(expected.get(thing.about, []))
        with _BUILDING, unswept():
            self.multiBuild(story, canvasmaker=PlanCanvas)
            self._draw(self.canv.sheets, progress)

    def _draw(self, sheets: list[Sheet], progress: "_Progress | None") -> None:
        """Draw the pages of the plan, which is used up, and write the file."""
        canvas: Any = self._makeCanvas(canvasmaker=TaggedCanvas)
        canvas._doctemplate = self
        self.page_count, self.chapter = len(sheets), 0
        for sheet in sheets:
            if (leaves := getattr(sheet.template, "leaves", None)) is not None:
                leaves.add()
        sheets.reverse()
        while sheets:
            sheet = sheets.pop()
            self.page = self.page_count - len(sheets)
            if sheet.template is not None:
                sheet.template.checkPageSize(canvas, self)
                sheet.template.onPage(canvas, self)
            for step in sheet.steps:
                step(canvas)
            canvas.showPage()
            if progress is not None:
                progress.drawn(self.page, self.page_count)
        canvas.save()

    def _makeCanvas(self, *args: Any, **kwargs: Any) -> TaggedCanvas:
        canvas: TaggedCanvas = super()._makeCanvas(*args, **kwargs)  # type: ignore[misc]
        canvas.set_stamp(self._stamp)
        canvas.lang = self._language
        canvas._enforceColorSpace = greyed if self._grey else None
        return canvas

    def addPageTemplates(self, pageTemplates: Any) -> None:
        """Add templates, whose frames only note what stands in them."""
        super().addPageTemplates(pageTemplates)
        for template in self.pageTemplates:
            for frame in template.frames:
                object.__setattr__(
                    frame, "__class__", PlanFrame
                )  # a Frame keeps what it is given as a measure

    def beforeDocument(self) -> None:
        """Begin a layout."""
        self._headings = self.chapter = self._depth = 0

    def begin_chapter(self, number: int, node: Node, depth: int) -> None:
        """Go on within a chapter, whose headings lie ``depth`` levels deeper than they say."""
        self.chapter, self._depth = number, depth
        self.canv.note(partial(self._draw_chapter, number, node, depth))

    def _draw_chapter(self, number: int, node: Node, depth: int, canvas: TaggedCanvas) -> None:
        self.chapter = number
        canvas.tree.begin_chapter(node, depth=depth)

    def handle_pageBegin(self) -> None:
        """Begin a page; what its template draws waits until the number of pages is known."""
        template = self.canv.sheets[-1].template = self.pageTemplate
        on_page, template.onPage = template.onPage, _nothing
        try:
            super().handle_pageBegin()
        finally:
            template.onPage = on_page

    def afterFlowable(self, flowable: Flowable) -> None:
        """Put a heading into bookmarks and contents."""
        outline = _outline(flowable)
        if outline is None:
            return
        self._headings += 1
        key = f"h{self._headings}"
        top = self.frame._y + flowable.height + _HEADROOM
        self.canv.note(partial(_bookmarked, outline, key, top))
        if (entry := _entry(outline, self.chapter, self._depth)) is not None:
            kind, level = entry
            self.notify(kind, (level, outline.text, self.page, key))


def _nothing(_canvas: Any, _document: Any) -> None:
    """Draw nothing."""


def _outline(flowable: Flowable) -> Outline | None:
    return getattr(flowable, "outline", None)


def _entry(outline: Outline, chapter: int, depth: int) -> tuple[str, int] | None:
    """Return in which contents a heading stands, and at which level; None if in none."""
    if outline.in_contents:
        return entries_in(chapter), outline.level
    return (CHAPTERS, outline.level + depth) if chapter and not outline.level else None


def _expected(story: list[Flowable]) -> dict[str, list[tuple[int, str]]]:
    """Return by contents the headings that are seen before anything is laid out."""
    found: dict[str, list[tuple[int, str]]] = {}
    chapter = depth = 0
    for thing in story:
        chapter, depth = getattr(thing, "begins", (chapter, depth))
        outline = _outline(thing)
        entry = _entry(outline, chapter, depth) if outline is not None else None
        if outline is not None and entry is not None:
            found.setdefault(entry[0], []).append((entry[1], outline.text))
    return found


def _bookmarked(outline: Outline, key: str, top: float, canvas: TaggedCanvas) -> None:
    canvas.bookmarkPage(key, fit="XYZ", top=top, left=0)
    level = outline.level + canvas.tree.depth
    canvas.addOutlineEntry(outline.text, key, level, closed=level > 0)


def greyed(colour: Any) -> Color:
    """Return the grey of the same luminance, so that contrasts stay what they are."""
    red, green, blue = (toColor(colour).red, toColor(colour).green, toColor(colour).blue)
    linear = 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)
    grey = 12.92 * linear if linear <= _DARK else 1.055 * linear ** (1 / 2.4) - 0.055
    return Color(*[round(grey, 4)] * 3)


def _linear(value: float) -> float:
    """Return the light of a channel of sRGB."""
    return float(value / 12.92 if value <= _DARK * 12.92 else ((value + 0.055) / 1.055) ** 2.4)


class _Progress:
    """Counts flowables laid out, then their share of the pages drawn: each is half of the work."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._size = self._done = 0
        self._page = 1

    def __call__(self, kind: str, value: int) -> None:
        match kind:
            case "SIZE_EST":
                self._size, self._page = value, 1
            case "PAGE":
                self._page = value + 1  # the page that begins
            case "PROGRESS":
                self._done = max(self._done, min(value, self._size))  # a second layout does not count back
                self._watch(self._done, 2 * self._size, self._page)

    def drawn(self, page: int, pages: int) -> None:
        """Tell of a page that is drawn."""
        self._watch(self._size + self._size * page // pages, 2 * self._size, page)

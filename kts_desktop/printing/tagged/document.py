"""A document of at least two passes: the first finds the page numbers, the last one is kept."""
# ruff: noqa: N802, N815, SLF001 - overrides ReportLab's methods and reads its private state

from collections.abc import Callable
from datetime import datetime
from threading import Lock
from typing import IO, Any

from reportlab.lib.colors import Color, toColor
from reportlab.platypus import BaseDocTemplate, Flowable

from kts_desktop.printing.sweeping import unswept
from kts_desktop.printing.tagged import cures
from kts_desktop.printing.tagged.canvas import TaggedCanvas
from kts_desktop.printing.tagged.text import Outline

Watch = Callable[[int, int, int], None]
_BUILDING = Lock()  # ReportLab's font files keep one reading position for all documents
_DARK = 0.0031308  # of sRGB: below it the curve is a line
_HEADROOM = 12.0  # points shown above a heading one jumps to


class TaggedDoc(BaseDocTemplate):
    """Document with structure tree, bookmarks and both standards' metadata.

    ``page_count`` is that of the pass before: what "page x of y" shows. ``grey``: no colour at all.
    """

    canv: TaggedCanvas
    frame: Any
    page: int
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
        self.passes = self.page_count = self._seen = self._headings = 0

    def write(self, story: list[Flowable], watch: Watch | None = None) -> None:
        """Build the story into the target.

        ``watch`` hears of flowables done, flowables in all and the page; what it raises ends the build.
        """
        if watch is not None:
            self.setProgressCallBack(_Progress(watch))
        with _BUILDING, unswept():
            self.multiBuild(story, canvasmaker=TaggedCanvas)

    def _makeCanvas(self, *args: Any, **kwargs: Any) -> TaggedCanvas:
        canvas: TaggedCanvas = super()._makeCanvas(*args, **kwargs)  # type: ignore[misc]
        canvas.set_stamp(self._stamp)
        canvas.lang = self._language
        canvas.draft = self.passes == 0
        canvas._enforceColorSpace = greyed if self._grey else None
        return canvas

    def beforeDocument(self) -> None:
        """Count the pass."""
        self.passes += 1
        self._headings = self._seen = 0

    def afterPage(self) -> None:
        """Count the page."""
        self._seen = self.page

    def afterFlowable(self, flowable: Flowable) -> None:
        """Put a heading into bookmarks and contents."""
        outline: Outline | None = getattr(flowable, "outline", None)
        if outline is None:
            return
        self._headings += 1
        key = f"h{self._headings}"
        top = self.frame._y + flowable.height + _HEADROOM
        self.canv.bookmarkPage(key, fit="XYZ", top=top, left=0)
        self.canv.addOutlineEntry(outline.text, key, outline.level, closed=outline.level > 0)
        if outline.in_contents:
            self.notify("TOCEntry", (outline.level, outline.text, self.page, key))

    def _allSatisfied(self) -> bool:
        settled = self.passes > 1 and self.page_count == self._seen
        self.page_count = self._seen
        return bool(super()._allSatisfied()) and settled  # type: ignore[misc]


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
    """Turns ReportLab's progress messages into counts over two passes."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._pass = self._size = self._page = 0

    def __call__(self, kind: str, value: int) -> None:
        match kind:
            case "PASS":
                self._pass, self._page = value, 1
            case "SIZE_EST":
                self._size = value
            case "PAGE":
                self._page = value + 1  # the page that begins
            case "PROGRESS":
                total = 2 * self._size
                done = min((self._pass - 1) * self._size + value, total)
                self._watch(done, total, self._page)

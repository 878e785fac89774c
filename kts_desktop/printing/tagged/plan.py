"""Where everything stands, found before anything is drawn.

Pages are laid out first, on a canvas that only takes notes. When the numbers of all pages are known the notes
are carried out, so each page is drawn once and needs no second layout.
"""
# ruff: noqa: N802, N803 - overrides ReportLab's methods

from collections.abc import Callable
from functools import partial
from typing import Any

from reportlab.platypus import Flowable, Frame, PageTemplate

from kts_desktop.printing.tagged.canvas import TaggedCanvas

Draw = Callable[[TaggedCanvas], None]


class Sheet:
    """One page of a plan: its template, and what is drawn on it in order."""

    __slots__ = ("steps", "template")

    def __init__(self) -> None:
        self.template: PageTemplate | None = None
        self.steps: list[Draw] = []


class PlanCanvas(TaggedCanvas):
    """Canvas of a layout: it counts pages and notes what is to be drawn on them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheets = [Sheet()]

    def note(self, step: Draw) -> None:
        """Note what is to be drawn on the page now laid out, behind all that was noted before."""
        self.sheets[-1].steps.append(step)

    def showPage(self) -> None:
        """End the page."""
        self._pageNumber += 1
        self.sheets.append(Sheet())

    def save(self) -> None:
        """Write nothing: leave the plan of the pages that were ended."""
        self.sheets.pop()


class PlanFrame(Frame):
    """Frame that notes where a flowable stands instead of drawing it."""

    def _add(self, flowable: Any, canv: PlanCanvas, trySplit: int = 0) -> int:
        flowable.drawOn = partial(_noted, flowable)  # hides the method of the class while the frame calls it
        try:
            return int(super()._add(flowable, canv, trySplit))  # type: ignore[misc]
        finally:
            del flowable.drawOn

    add = _add  # type: ignore[assignment]


def _noted(flowable: Flowable, canvas: PlanCanvas, x: float, y: float, _sW: float = 0) -> None:
    canvas.note(partial(_drawn, flowable, x, y, _sW))


def _drawn(flowable: Any, x: float, y: float, spare: float, canvas: TaggedCanvas) -> None:
    flowable.drawOn(canvas, x, y, _sW=spare)

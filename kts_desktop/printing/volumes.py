"""Volumes of a long paper: after so many pages a new volume begins, and the page numbers run on."""

from collections.abc import Callable

from reportlab.platypus import Flowable, Frame, PageBreak

from kts_desktop.printing.tagged.canvas import TaggedCanvas
from kts_desktop.printing.tagged.frames import stands_at_top

Opening = Callable[[int], list[Flowable]]


class Volumes:
    """Counts the volumes of one paper, anew in each pass; ``pages`` is how many a volume takes, 0 for all.

    ``opening`` returns what a volume begins with, by its number.
    """

    def __init__(self, pages: int, opening: Opening) -> None:
        self._pages, self._opening = pages, opening
        self._canvas: TaggedCanvas | None = None
        self._number = self._first = 1

    def due(self, canvas: TaggedCanvas, *, at_top: bool) -> list[Flowable]:
        """Return what the next volume begins with, nothing while the present one has room."""
        if self._canvas is not canvas:
            self._canvas, self._number, self._first = canvas, 1, 1
        page = canvas.getPageNumber()
        if not self._pages or page - self._first + (0 if at_top else 1) < self._pages:
            return []
        self._number, self._first = self._number + 1, page if at_top else page + 1
        opening = self._opening(self._number)
        return opening if at_top else [PageBreak(), *opening]


class VolumeMark(Flowable):
    """A place where a new volume may begin: before an entry, never amid one."""

    canv: TaggedCanvas
    _frame: Frame

    def __init__(self, volumes: Volumes) -> None:
        super().__init__()
        self._volumes = volumes

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take no room; where the volume is full, let the next one follow."""
        opening = self._volumes.due(self.canv, at_top=stands_at_top(self))
        if opening:
            self._frame.add_generated_content(*opening)
        return 0, 0

    def draw(self) -> None:
        """Draw nothing."""

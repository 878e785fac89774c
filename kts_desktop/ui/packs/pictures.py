"""Pictures of the pages of one paper, drawn off the GUI thread: the page looked at first, then small ones."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.packs.pdf_pages import page_picture
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_KEPT = 12  # large pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draw:
    """Draws one page in a worker."""

    paper: int
    content: bytes
    page: int
    scale: float
    is_small: bool

    def __call__(self, _session: "Session", _ticket: Ticket) -> "_Drawn":
        return _Drawn(wish=self, picture=page_picture(self.content, self.page, self.scale))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    wish: _Draw
    picture: QImage


class PagePictures(QObject):
    """Draws what is asked for and forgets what belongs to an earlier paper."""

    drawn = Signal(int, float, QImage)  # page, scale
    drawn_small = Signal(int, QImage)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._content = b""
        self._paper = 0
        self._small: list[int] = []
        self._small_scale = 0.0
        self._kept: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._asked: tuple[int, float] | None = None

    def take(self, content: bytes) -> None:
        """Begin with another paper."""
        self._paper += 1
        self._content = content
        self._small, self._asked = [], None
        self._kept.clear()

    def want(self, page: int, scale: float) -> None:
        """Ask for a large picture; ``drawn`` brings it, at once if it is at hand."""
        key = (page, scale)
        if key in self._kept:
            self._kept.move_to_end(key)
            self._asked = None
            self.drawn.emit(page, scale, self._kept[key])
        elif key != self._asked:
            self._asked = key
            self._draw(page, scale, is_small=False)

    def want_small(self, count: int, scale: float) -> None:
        """Ask for small pictures of all pages, one after the other."""
        is_idle = not self._small
        self._small, self._small_scale = list(range(count)), scale
        if is_idle:
            self._next_small()

    def _next_small(self) -> None:
        if self._small:
            self._draw(self._small[0], self._small_scale, is_small=True)

    def _draw(self, page: int, scale: float, *, is_small: bool) -> None:
        wish = _Draw(paper=self._paper, content=self._content, page=page, scale=scale, is_small=is_small)
        self._workspace.fetch(wish).succeeded.connect(self._on_drawn)

    @Slot(object)
    def _on_drawn(self, answer: object) -> None:
        assert isinstance(answer, _Drawn)
        wish, picture = answer.wish, answer.picture
        if wish.paper != self._paper:
            return
        if wish.is_small:
            if wish.page in self._small:
                self._small.remove(wish.page)
            self.drawn_small.emit(wish.page, picture)
            self._next_small()
            return
        self._kept[wish.page, wish.scale] = picture
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if self._asked == (wish.page, wish.scale):
            self._asked = None
            self.drawn.emit(wish.page, wish.scale, picture)

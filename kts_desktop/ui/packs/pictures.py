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

    def __call__(self, _session: "Session", _ticket: Ticket) -> "_Drawn":
        picture = page_picture(self.content, self.page, self.scale)
        return _Drawn(paper=self.paper, page=self.page, scale=self.scale, picture=picture)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    paper: int
    page: int
    scale: float
    picture: QImage


@dataclass(frozen=True, slots=True, kw_only=True)
class _DrawSmall:
    """Draws all pages in a worker; another paper breaks it off."""

    paper: int
    content: bytes
    count: int
    scale: float

    def __call__(self, _session: "Session", ticket: Ticket) -> "_DrawnSmall":
        pictures = []
        for page in range(self.count):
            ticket.step(page, self.count)
            pictures.append(page_picture(self.content, page, self.scale))
        return _DrawnSmall(paper=self.paper, pictures=tuple(pictures))


@dataclass(frozen=True, slots=True, kw_only=True)
class _DrawnSmall:
    paper: int
    pictures: tuple[QImage, ...]


class PagePictures(QObject):
    """Draws what is asked for and forgets what belongs to an earlier paper."""

    drawn = Signal(int, float, QImage)  # page, scale
    drawn_small = Signal(int, QImage)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._content = b""
        self._paper = 0
        self._small: Ticket | None = None
        self._kept: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._asked: tuple[int, float] | None = None

    def take(self, content: bytes) -> None:
        """Begin with another paper."""
        self._paper += 1
        self._content = content
        self._asked = None
        self._kept.clear()
        if self._small is not None:
            self._small.cancel()
            self._small = None

    def want(self, page: int, scale: float) -> None:
        """Ask for a large picture; ``drawn`` brings it, at once if it is at hand."""
        key = (page, scale)
        if key in self._kept:
            self._kept.move_to_end(key)
            self._asked = None
            self.drawn.emit(page, scale, self._kept[key])
        elif key != self._asked:
            self._asked = key
            wish = _Draw(paper=self._paper, content=self._content, page=page, scale=scale)
            self._workspace.fetch(wish).succeeded.connect(self._on_drawn)

    def want_small(self, count: int, scale: float) -> None:
        """Ask for small pictures of all pages."""
        wish = _DrawSmall(paper=self._paper, content=self._content, count=count, scale=scale)
        self._small = self._workspace.fetch(wish)
        self._small.succeeded.connect(self._on_drawn_small)

    @Slot(object)
    def _on_drawn(self, drawn: object) -> None:
        assert isinstance(drawn, _Drawn)
        if drawn.paper != self._paper:
            return
        key = (drawn.page, drawn.scale)
        self._kept[key] = drawn.picture
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if self._asked == key:
            self._asked = None
            self.drawn.emit(drawn.page, drawn.scale, drawn.picture)

    @Slot(object)
    def _on_drawn_small(self, drawn: object) -> None:
        assert isinstance(drawn, _DrawnSmall)
        if drawn.paper != self._paper:
            return
        self._small = None
        for page, picture in enumerate(drawn.pictures):
            self.drawn_small.emit(page, picture)

"""The preview of a paper: small pages on the left, the page looked at large, or its text."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.detail import name_button
from kts_desktop.ui.kit.flow import FlowLayout
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.measure import px, sized, spaced
from kts_desktop.ui.packs.page_view import PageView
from kts_desktop.ui.packs.pdf_pages import page_sizes, page_text
from kts_desktop.ui.packs.pictures import PagePictures
from kts_desktop.ui.packs.thumbnails import WIDTH, Thumbnails
from kts_desktop.ui.workspace import Workspace


class Preview(QWidget):
    """Shows a finished paper; the file itself is what is drawn."""

    page_changed = Signal(int)  # counted from 0

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("packs.preview")
        self._content = b""
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._page = 0
        self._turned_back = False
        self.pictures = PagePictures(workspace, self)
        self.thumbnails = Thumbnails("packs.thumbnails", self)
        self.view = PageView("packs.page_view", self)
        self.text = QPlainTextEdit(self)
        self._place = QStackedWidget(self)
        self._where, self._size = QLabel(self), QLabel(self)
        self.previous = self._button("previous", "chevron-left")
        self.next = self._button("next", "chevron-right")
        self.smaller = self._button("zoom_out", "zoom-out")
        self.larger = self._button("zoom_in", "zoom-in")
        self.fit = self._button("fit", "maximize")
        self.as_text = self._button("as_text", "file-text")
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_paper(self, content: bytes) -> None:
        """Show a paper from its first page, or from the page looked at if it is the same paper anew."""
        self._content = content
        self._sizes = page_sizes(content)
        self.pictures.take(content)
        page = min(self._page, len(self._sizes) - 1)
        self.thumbnails.show_pages(self._sizes)
        self._page = -1
        self.thumbnails.choose(page)
        if self._sizes:
            scale = px(WIDTH) * self.devicePixelRatioF() / self._sizes[0][0]
            self.pictures.want_small(len(self._sizes), scale)

    def go_to_start(self) -> None:
        """Let the next paper begin at its first page."""
        self._page = 0

    def count(self) -> int:
        """Return how many pages the paper has."""
        return len(self._sizes)

    def page(self) -> int:
        """Return the page looked at, counted from 0."""
        return self._page

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Go on or back by pages."""
        wanted = self._page + pages
        if 0 <= wanted < len(self._sizes):
            self._turned_back = pages < 0
            self.thumbnails.choose(wanted)

    @Slot(bool)
    def go_to_end(self, is_last: bool) -> None:
        """Go to the first or the last page."""
        self.thumbnails.choose(len(self._sizes) - 1 if is_last else 0)

    def retranslate(self) -> None:
        """Set every text."""
        name_button(self.previous, self.tr("Previous page"), icon_only=True)
        name_button(self.next, self.tr("Next page"), icon_only=True)
        name_button(self.smaller, self.tr("Smaller"), "-", icon_only=True)
        name_button(self.larger, self.tr("Larger"), "+", icon_only=True)
        name_button(self.fit, self.tr("Fit the width"), "0", icon_only=True)
        name_button(self.as_text, self.tr("Show the text of the page"), icon_only=True)
        self.thumbnails.retranslate()
        self._tell()

    def _button(self, name: str, picture: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"packs.{name}")
        button.setIcon(icon(picture))
        button.setProperty("flat", True)
        sized(button, icon=16)
        return button

    def _lay_out(self) -> None:
        self.as_text.setCheckable(True)
        self.text.setObjectName("packs.page_text")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        for label in (self._where, self._size):
            label.setProperty("role", "muted")
        tools = FlowLayout(gap=12)  # below each other where it is narrow
        tools.addWidget(_row(self, self.previous, self._where, self.next))
        tools.addWidget(_row(self, self.smaller, self._size, self.larger, self.fit, self.as_text))
        self._place.addWidget(self.view)
        self._place.addWidget(self.text)
        right = QVBoxLayout()
        spaced(right, (0, 0, 0, 0), 4)
        right.addLayout(tools)
        right.addWidget(self._place, 1)
        row = QHBoxLayout(self)
        spaced(row, (0, 0, 0, 0), 12)
        row.addWidget(self.thumbnails)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.thumbnails.chosen.connect(self._on_chosen)
        self.view.turned.connect(self.turn)
        self.view.ended.connect(self.go_to_end)
        self.view.scale_wanted.connect(self._on_scale_wanted)
        self.view.zoomed.connect(self._on_zoomed)
        self.pictures.drawn.connect(self._on_drawn)
        self.pictures.drawn_small.connect(self.thumbnails.show_picture)
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        self.smaller.clicked.connect(self.view.zoom_out)
        self.larger.clicked.connect(self.view.zoom_in)
        self.fit.clicked.connect(self.view.fit_width)
        self.as_text.toggled.connect(self._on_as_text)

    def _tell(self) -> None:
        """Say where one is, to the eye and to screen readers."""
        where = self.tr("Page {0} of {1}").format(self._page + 1, len(self._sizes)) if self._sizes else ""
        self._where.setText(where)
        self.view.setAccessibleName(where)
        self.text.setAccessibleName(self.tr("Text of page {0}").format(self._page + 1))
        self.previous.setEnabled(self._page > 0)
        self.next.setEnabled(self._page < len(self._sizes) - 1)

    def _read(self) -> None:
        if self.as_text.isChecked() and self._content and self._page >= 0:
            self.text.setPlainText(page_text(self._content, self._page))

    @Slot(int)
    def _on_chosen(self, page: int) -> None:
        if page == self._page or page >= len(self._sizes):
            return  # while small pages are exchanged, one of the paper before may be named
        self._page = page
        self._tell()
        self.view.show_page(self._sizes[page], from_end=self._turned_back)
        self._turned_back = False
        self._read()
        announce(self.view, self._where.text())
        self.page_changed.emit(page)

    @Slot(float)
    def _on_scale_wanted(self, scale: float) -> None:
        if self._content and 0 <= self._page < len(self._sizes):
            self.pictures.want(self._page, scale)

    @Slot(int, float, QImage)
    def _on_drawn(self, page: int, _scale: float, picture: QImage) -> None:
        if page == self._page:
            self.view.show_picture(picture)

    @Slot(int)
    def _on_zoomed(self, percent: int) -> None:
        self._size.setText(self.tr("{0} %").format(percent))

    @Slot()
    def _on_previous(self) -> None:
        self.turn(-1)

    @Slot()
    def _on_next(self) -> None:
        self.turn(1)

    @Slot(bool)
    def _on_as_text(self, is_text: bool) -> None:
        self._place.setCurrentWidget(self.text if is_text else self.view)
        self._read()
        for button in (self.smaller, self.larger, self.fit):
            button.setEnabled(not is_text)


def _row(parent: QWidget, *parts: QWidget) -> QWidget:
    """Return widgets side by side."""
    row = QWidget(parent)
    line = QHBoxLayout(row)
    spaced(line, (0, 0, 0, 0), 4)
    for part in parts:
        line.addWidget(part)
    return row

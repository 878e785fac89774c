"""One page of a paper, large: as wide as the place or zoomed, turned by the keyboard."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.measure import px

STEPS = (50, 75, 100, 125, 150, 200, 300)  # percent of the size on paper
_INCH = 96  # pixels on the screen at 100 %
_POINTS = 72
_MARGIN = 12
_PAUSE = 120  # milliseconds after the last change of size before a sharp picture is drawn
_PAPER = QColor("white")  # paper stays white in every scheme


class _Sheet(QWidget):
    """The page itself; until its sharp picture arrives it shows the one at hand, stretched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = QImage()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw paper, picture and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self.rect()
        painter.fillRect(room, _PAPER)
        if not self.picture.isNull():
            painter.drawImage(room, self.picture)
        painter.setPen(QColor(theme.tokens().border))
        painter.drawRect(room.adjusted(0, 0, -1, -1))
        painter.end()


class PageView(QScrollArea):
    """Shows one page; Page Up and Page Down go on to the next page where this one ends."""

    turned = Signal(int)  # pages to go on or back
    ended = Signal(bool)  # to the last page, else the first
    scale_wanted = Signal(float)  # device pixels per point
    zoomed = Signal(int)  # percent

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheet = _Sheet()
        self._ground = QWidget()
        self._ground.setProperty("role", "clear")
        self._sheet.setParent(self._ground)
        self.setWidget(self._ground)
        self.viewport().setAutoFillBackground(False)
        self._size = (595.0, 842.0)
        self._percent = 0  # 0: as wide as the place
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)

    def show_page(self, size: tuple[float, float], *, from_end: bool = False) -> None:
        """Make room for a page of this size in points, and ask for its picture."""
        self._size = size
        self._sheet.picture = QImage()
        self._lay_out()
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if from_end else 0)
        self._ask()

    def show_picture(self, picture: QImage) -> None:
        """Show the picture of the page."""
        self._sheet.picture = picture
        self._sheet.update()

    def picture(self) -> QImage:
        """Return the picture shown; null while it is being drawn."""
        return self._sheet.picture

    def percent(self) -> int:
        """Return the size shown in percent of the size on paper."""
        return round(self._sheet.width() / self._size[0] * _POINTS / _INCH * 100)

    @property
    def fits_width(self) -> bool:
        """Tell whether the page follows the width of the place."""
        return self._percent == 0

    @Slot()
    def zoom_in(self) -> None:
        """Show the page one step larger."""
        now = self.percent()
        self._zoom(next((step for step in STEPS if step > now), STEPS[-1]))

    @Slot()
    def zoom_out(self) -> None:
        """Show the page one step smaller."""
        now = self.percent()
        self._zoom(next((step for step in reversed(STEPS) if step < now), STEPS[0]))

    @Slot()
    def fit_width(self) -> None:
        """Show the page as wide as the place."""
        self._zoom(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, zoom by + and -, fit by 0."""
        bar, key = self.verticalScrollBar(), event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_PageDown and bar.value() >= bar.maximum():
            self.turned.emit(1)
        elif key == Qt.Key.Key_PageUp and bar.value() <= bar.minimum():
            self.turned.emit(-1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.ended.emit(key == Qt.Key.Key_End)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.fit_width()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, zoom with Ctrl, and go on to the next page where this one ends."""
        steps, bar = event.angleDelta().y(), self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if steps:
                (self.zoom_in if steps > 0 else self.zoom_out)()
            event.accept()
        elif steps < 0 and bar.value() >= bar.maximum():
            self.turned.emit(1)
        elif steps > 0 and bar.value() <= bar.minimum():
            self.turned.emit(-1)
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in the middle, and as wide as the place if so wished."""
        super().resizeEvent(event)
        self._lay_out()
        if self.isVisible():
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for a picture of the size that is shown."""
        super().showEvent(event)
        self._pause.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing while nobody looks."""
        super().hideEvent(event)
        self._pause.stop()

    def minimumSizeHint(self) -> QSize:
        """Ask for little: a page scrolls."""
        return QSize(px(160), px(160))

    def _zoom(self, percent: int) -> None:
        middle = self.verticalScrollBar()
        share = middle.value() / max(1, middle.maximum())
        self._percent = percent
        self._lay_out()
        middle.setValue(round(share * middle.maximum()))
        self._ask()

    def _lay_out(self) -> None:
        wide, high = self._size
        margin = px(_MARGIN)
        room = self.maximumViewportSize() if self._percent else self.viewport().size()
        if self._percent:
            width = round(wide * _INCH / _POINTS * self._percent / 100)
        else:
            width = max(px(120), self.width() - self.verticalScrollBar().sizeHint().width() - 2 * margin)
        height = round(width * high / wide)
        ground = QSize(max(width + 2 * margin, room.width()), max(height + 2 * margin, room.height()))
        if not self._percent:
            ground.setWidth(self.viewport().width())
        self._ground.resize(ground)
        left = max(margin if self._percent else 0, (ground.width() - width) // 2)
        self._sheet.setGeometry(QRect(QPoint(left, margin), QSize(width, height)))
        self.zoomed.emit(self.percent())

    @Slot()
    def _ask(self) -> None:
        pixels = self._sheet.width() * self.devicePixelRatioF()
        self.scale_wanted.emit(pixels / self._size[0])

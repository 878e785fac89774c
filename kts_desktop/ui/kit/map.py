"""The map of the 16 states with marks that keep their size; always beside a list of the same records."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QToolButton,
    QWidget,
)

from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.map_plane import Mark, clusters, plane
from kts_desktop.ui.kit.measure import px, sized
from kts_desktop.ui.kit.tokens import Tokens

_STEP = 1.25
_MOST = 12.0  # times the whole map
_APART = 14  # pixels between marks that do not touch, at 100 %
_RADIUS = 6


@dataclass(frozen=True, slots=True)
class _Group:
    """Marks drawn as one: a shape for one of them, a count for several."""

    marks: tuple[Mark, ...]
    centre: QPointF


class MapView(QGraphicsView):
    """Marks on the map. Plus, minus and 0 zoom, Tab leaves, N and P go from mark to mark, Enter chooses."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._marks: tuple[Mark, ...] = ()
        self._items: list[MarkItem] = []
        self._selected = 0
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setSceneRect(plane().bounds.adjusted(-20, -10, 20, 30))
        for state in plane().states:
            item = QGraphicsPathItem(state.outline)
            item.setToolTip(state.name)
            self.scene().addItem(item)
        self._buttons = [
            self._button(picture, slot)
            for picture, slot in (
                ("zoom-in", self.zoom_in),
                ("zoom-out", self.zoom_out),
                ("maximize", self.fit),
            )
        ]
        self._paint_states()
        self.retranslate()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks; the chosen one stays chosen if it is among them."""
        self._marks = tuple(marks)
        if self._selected not in {mark.id for mark in marks}:
            self._selected = 0
        self._group()

    def select(self, mark_id: int) -> None:
        """Mark one as chosen and bring it into view; 0 chooses none."""
        self._selected = mark_id
        for item in self._items:
            item.show_chosen(mark_id)
            if item.is_chosen and self._zoom() > 1:
                self.ensureVisible(item, px(60), px(60))

    def selected(self) -> int:
        """Return the id of the chosen mark, 0 for none."""
        return self._selected

    def zoom_in(self) -> None:
        """Show less, larger."""
        self._scale(_STEP)

    def zoom_out(self) -> None:
        """Show more, smaller."""
        self._scale(1 / _STEP)

    def fit(self) -> None:
        """Show the whole map."""
        self.resetTransform()
        self.fitInView(self.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        self._group()

    def retranslate(self) -> None:
        """Set the texts of the buttons."""
        texts = (self.tr("Zoom in"), self.tr("Zoom out"), self.tr("Show the whole map"))
        for button, text, key in zip(self._buttons, texts, "+-0", strict=True):
            button.setAccessibleName(text)
            button.setToolTip(f"{text} ({key})")

    def sizeHint(self) -> QSize:
        """Return a size in the proportion of the country."""
        return QSize(px(420), px(560))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole map in view."""
        super().resizeEvent(event)
        for number, button in enumerate(self._buttons):
            button.adjustSize()
            side = button.sizeHint().height()
            button.move(self.width() - side - px(12), px(12) + number * (side + px(6)))
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom by Ctrl and wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._scale(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, go from mark to mark, open."""
        if event.matches(QKeySequence.StandardKey.ZoomIn) or event.key() == Qt.Key.Key_Plus:
            self.zoom_in()
        elif event.matches(QKeySequence.StandardKey.ZoomOut) or event.key() == Qt.Key.Key_Minus:
            self.zoom_out()
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        elif event.key() in (Qt.Key.Key_N, Qt.Key.Key_P):
            self._step(1 if event.key() == Qt.Key.Key_N else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selected:
            self.opened.emit(self._selected)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a mark, or zoom into a group of marks."""
        super().mouseReleaseEvent(event)
        event.accept()
        item = self.itemAt(event.position().toPoint())
        if isinstance(item, MarkItem) and event.button() is Qt.MouseButton.LeftButton:
            if len(item.marks) == 1:
                self._choose(item.marks[0])
            else:
                self._scale(_STEP**3)
                self.centerOn(item)

    def changeEvent(self, event: QEvent) -> None:
        """Take new colours when the scheme changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        if event.type() is QEvent.Type.StyleChange:
            self._paint_states()
            self.viewport().update()

    def drawForeground(self, painter: QPainter, _rect: QRectF | object) -> None:
        """Draw where the map comes from, and the ring of the focus."""
        tokens = theme.tokens()
        painter.save()
        painter.resetTransform()
        painter.setFont(theme.font(11))
        painter.setPen(QColor(tokens.muted))
        room = self.viewport().rect().adjusted(px(8), 0, -px(8), -px(6))
        flags = int(Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)
        ground = QColor(tokens.window)
        ground.setAlpha(210)  # the words stay readable over an outline
        line = painter.boundingRect(room, flags, plane().attribution)
        painter.fillRect(line.adjusted(-px(3), 0, px(3), px(2)), ground)
        painter.drawText(room, flags, plane().attribution)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.restore()

    def _button(self, picture: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"{self.objectName()}.{picture}")
        button.setIcon(icon(picture))
        sized(button, icon=16)
        button.clicked.connect(slot)
        return button

    def _paint_states(self) -> None:
        tokens = theme.tokens()
        self.setBackgroundBrush(QColor(tokens.window))
        border = QPen(QColor(tokens.muted), 1)
        border.setCosmetic(True)
        for item in self.scene().items():
            if isinstance(item, QGraphicsPathItem):
                item.setBrush(QColor(tokens.selected))
                item.setPen(border)

    def _zoom(self) -> float:
        whole = min(
            self.viewport().width() / self.sceneRect().width(),
            self.viewport().height() / self.sceneRect().height(),
        )
        return self.transform().m11() / whole if whole else 1.0

    def _scale(self, factor: float) -> None:
        if 1 <= round(self._zoom() * factor, 2) <= _MOST:
            self.scale(factor, factor)
            self._group()
        elif factor < 1:
            self.fit()

    def _group(self) -> None:
        """Draw marks that would touch as one count."""
        for item in self._items:
            self.scene().removeItem(item)
        places = [plane().place(mark.lat, mark.lon) for mark in self._marks]
        reach = px(_APART) / max(self.transform().m11(), 0.01)
        self._items = []
        for numbers in clusters(places, reach):
            group = _Group(tuple(self._marks[number] for number in numbers), _centre(places, numbers))
            item = MarkItem(group)
            item.show_chosen(self._selected)
            self.scene().addItem(item)
            self._items.append(item)

    def _choose(self, mark: Mark) -> None:
        self.select(mark.id)
        announce(self, mark.name)
        self.chosen.emit(mark.id)

    def _step(self, by: int) -> None:
        if not self._marks:
            return
        ids = [mark.id for mark in self._marks]
        at = ids.index(self._selected) if self._selected in ids else (-1 if by > 0 else 0)
        self._choose(self._marks[(at + by) % len(ids)])


class MarkItem(QGraphicsItem):
    """One mark, or a count of marks; keeps its size at any zoom."""

    def __init__(self, group: _Group) -> None:
        super().__init__()
        self.marks = group.marks
        self.is_chosen = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setPos(group.centre)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_tip(self.marks))

    def show_chosen(self, mark_id: int) -> None:
        """Stand out if one of the marks is the chosen one."""
        self.is_chosen = any(mark.id == mark_id for mark in self.marks)
        self.setZValue(2 if self.is_chosen else 1)
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the room of the mark and its ring; large enough to hit."""
        side = float(px(14))
        return QRectF(-side, -side, 2 * side, 2 * side)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw a shape or a count."""
        tokens, radius = theme.tokens(), float(px(_RADIUS))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_single = len(self.marks) == 1
        shape = _shape(self.marks[0].group if is_single else 0, radius if is_single else radius * 1.6)
        if self.is_chosen:
            painter.setPen(QPen(QColor(tokens.text), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = radius * (1.9 if is_single else 2.2)
            painter.drawEllipse(QPointF(0, 0), ring, ring)
        painter.setPen(QPen(QColor(tokens.surface), 1.2))
        painter.setBrush(QColor(_colour(tokens, self.marks[0].group) if is_single else tokens.text))
        painter.drawPath(shape)
        if not is_single:
            painter.setFont(theme.font(11, QFont.Weight.DemiBold))
            painter.setPen(QColor(tokens.surface))
            word = str(len(self.marks))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(word) + 2
            painter.drawText(
                QRectF(-wide, -radius * 2, 2 * wide, radius * 4), Qt.AlignmentFlag.AlignCenter, word
            )


def _centre(places: Sequence[QPointF], numbers: Sequence[int]) -> QPointF:
    x = sum(places[number].x() for number in numbers) / len(numbers)
    y = sum(places[number].y() for number in numbers) / len(numbers)
    return QPointF(x, y)


def _tip(marks: Sequence[Mark]) -> str:
    if len(marks) == 1:
        return marks[0].name
    number = len(marks)
    head = QCoreApplication.translate("map", "%n place(s)", "", number)
    return "\n".join((head, *(mark.name for mark in marks[:12])))


def _colour(tokens: Tokens, group: int) -> str:
    """Return the colour of a group; its shape differs too."""
    return (tokens.accent, tokens.wait[0], tokens.done[0])[group % 3]


def _shape(group: int, radius: float) -> QPainterPath:
    """Return a circle, a square or a triangle: the group must not hang on colour alone."""
    path = QPainterPath()
    if group % 3 == 0:
        path.addEllipse(QPointF(0, 0), radius, radius)
    elif group % 3 == 1:
        path.addRect(QRectF(-0.9 * radius, -0.9 * radius, 1.8 * radius, 1.8 * radius))
    else:
        corners = ((0.0, -1.2), (1.15, 0.85), (-1.15, 0.85), (0.0, -1.2))
        path.addPolygon(QPolygonF([QPointF(x * radius, y * radius) for x, y in corners]))
    return path

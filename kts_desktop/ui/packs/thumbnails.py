"""The pages of a paper as small pictures, one below the other."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.measure import px, sized

WIDTH = 92  # of a small page
_PICTURE = int(Qt.ItemDataRole.UserRole)
_SIZE = _PICTURE + 1
_PAPER = QColor("white")  # paper stays white in every scheme
_DEFAULT = (595.0, 842.0)


class Thumbnails(QListView):
    """Chooses a page; arrow keys go through the pages."""

    chosen = Signal(int)  # page, counted from 0

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._pages = QStandardItemModel(self)
        self.setModel(self._pages)
        self.setItemDelegate(ThumbnailDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        sized(self, width=WIDTH + 44)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_pages(self, sizes: tuple[tuple[float, float], ...]) -> None:
        """Make room for these pages; their pictures come one by one."""
        self._pages.clear()
        for number, size in enumerate(sizes):
            item = QStandardItem(str(number + 1))
            item.setData(size, _SIZE)
            self._pages.appendRow(item)
        self.retranslate()

    def show_picture(self, page: int, picture: QImage) -> None:
        """Show the picture of a page."""
        item = self._pages.item(page)
        if item is not None:
            item.setData(picture, _PICTURE)

    def picture(self, page: int) -> QImage | None:
        """Return the picture of a page, None while it is being drawn."""
        picture = self._pages.index(page, 0).data(_PICTURE)
        return picture if isinstance(picture, QImage) else None

    def choose(self, page: int) -> None:
        """Mark the page that is shown."""
        self.setCurrentIndex(self._pages.index(page, 0))

    def count(self) -> int:
        """Return how many pages there are."""
        return self._pages.rowCount()

    def retranslate(self) -> None:
        """Name every page."""
        self.setAccessibleName(self.tr("Pages"))
        for number in range(self._pages.rowCount()):
            name = self.tr("Page {0} of {1}").format(number + 1, self._pages.rowCount())
            self._pages.item(number).setData(name, Qt.ItemDataRole.AccessibleTextRole)

    def rescaled(self) -> None:
        """Follow the text zoom."""
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row())


class ThumbnailDelegate(QStyledItemDelegate):
    """Draws a small page with its number below."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room of the page, its number and air."""
        wide, high = index.data(_SIZE) or _DEFAULT
        return QSize(px(WIDTH + 24), round(px(WIDTH) * high / wide) + px(34))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, page, number and focus."""
        tokens, rect = theme.tokens(), option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        wide, high = index.data(_SIZE) or _DEFAULT
        page = QRect(0, rect.top() + px(8), px(WIDTH), round(px(WIDTH) * high / wide))
        page.moveLeft(rect.left() + (rect.width() - page.width()) // 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.selected if is_chosen else tokens.hover))
        painter.fillRect(page, _PAPER)
        picture = index.data(_PICTURE)
        if isinstance(picture, QImage):
            painter.drawImage(page, picture)
        painter.setPen(QPen(QColor(tokens.accent if is_chosen else tokens.border), 2 if is_chosen else 1))
        painter.drawRect(page)
        painter.setPen(QColor(tokens.text if is_chosen else tokens.muted))
        painter.setFont(theme.font(12))
        below = QRect(rect.left(), page.bottom() + px(4), rect.width(), px(18))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

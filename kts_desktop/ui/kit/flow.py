"""A layout that sets its items side by side and goes on in the next line, like words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QWidget

from kts_desktop.ui.kit.measure import px, spaced


class FlowLayout(QLayout):
    """Wraps its items; ``gap`` is designed at 100 %."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Grow downwards where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._set(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect) -> None:
        """Place every item."""
        super().setGeometry(rect)
        self._set(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        """Return the least size; the width decides the rest."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _set(self, rect: QRect, *, is_trial: bool) -> int:
        x, y, line, gap = rect.x(), rect.y(), 0, px(self._gap)
        for item in self._items:
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + gap, 0
            if not is_trial:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, line = x + size.width() + gap, max(line, size.height())
        return y + line - rect.y()


class Turning(QBoxLayout):
    """Two parts side by side, the second at the right; one below the other where both do not fit."""

    def __init__(self, first: QWidget | QLayout, second: QLayout, gap: int = 10) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        spaced(self, (0, 0, 0, 0), gap)
        self._parts = (first, second)
        if isinstance(first, QWidget):
            self.addWidget(first)
        else:
            self.addLayout(first)
            self.setAlignment(first, Qt.AlignmentFlag.AlignLeft)
        self.addStretch()
        self.addLayout(second)
        self.setAlignment(second, Qt.AlignmentFlag.AlignLeft)

    def minimumSize(self) -> QSize:
        """Ask for the room of the wider part."""
        first, second = self._parts
        least = first.minimumSizeHint() if isinstance(first, QWidget) else first.minimumSize()
        return QSize(max(least.width(), second.minimumSize().width()), super().minimumSize().height())

    def setGeometry(self, rect: QRect) -> None:
        """Set the direction that fits, and place both parts."""
        wanted = sum(part.sizeHint().width() for part in self._parts) + self.spacing()
        is_narrow = wanted > rect.width()
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self.direction() is not direction:
            self.setDirection(direction)
        super().setGeometry(rect)


def empty(layout: QLayout) -> None:
    """Throw away what a layout holds."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()

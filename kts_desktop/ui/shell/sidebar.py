"""The navigation: areas under their headings, counts of what is open, settings at the foot."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.measure import px, sized, spaced
from kts_desktop.ui.shell.pages import SECTIONS, PageEntry, section_title

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
WIDTH, NARROW_WIDTH = 224, 60
_ROOT = QModelIndex()
_MIDDLE, _RIGHT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
_RADIUS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the navigation: an area, or a heading, or the gap above the foot."""

    page: str = ""
    section: str = ""
    title: str = ""
    icon: str = ""
    count: int | None = None

    @property
    def is_gap(self) -> bool:
        """Whether the line only takes up the room above the foot."""
        return not self.page and not self.title


class Areas(QAbstractListModel):
    """The lines of the navigation, in the language in force."""

    def __init__(self, entries: tuple[PageEntry, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries = tuple(entry for entry in entries if entry.section)
        self._lines: list[Line] = []
        self.retranslate()

    def retranslate(self) -> None:
        """Take the titles from the translator anew, and keep the counts."""
        counts = {line.page: line.count for line in self._lines}
        self.beginResetModel()
        self._lines = []
        for section in SECTIONS:
            entries = [entry for entry in self._entries if entry.section == section]
            if entries:
                self._lines.append(Line(section=section, title=section_title(section)))
            for entry in entries:
                self._lines.append(
                    Line(
                        page=entry.key,
                        section=section,
                        title=entry.title(),
                        icon=entry.icon,
                        count=counts.get(entry.key),
                    )
                )
        self.endResetModel()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many open things each area holds; areas not named show none."""
        self._lines = [replace(line, count=counts.get(line.page)) for line in self._lines]
        self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def row_of(self, page: str) -> int:
        """Return the row of an area; -1 if the navigation does not show it."""
        rows = (row for row, line in enumerate(self._lines) if line.page == page and page)
        return next(rows, -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only areas be chosen; the arrow keys pass over headings."""
        if not index.isValid() or not self._lines[index.row()].page:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line, its title, or what a screen reader says."""
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return line.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(line)
            case _ if role == LINE:
                return line
            case _:
                return None

    def _spoken(self, line: Line) -> str:
        if not line.count:
            return line.title
        return self.tr("{title}, {count} open").format(title=line.title, count=line.count)


class AreaDelegate(QStyledItemDelegate):
    """Draws icon, title and count; only the icon when the sidebar is narrow."""

    narrow = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the line; the gap takes what the lines above and below leave."""
        line: Line = index.data(LINE)
        height = QFontMetrics(option.font).height()
        if line.page:
            return QSize(0, px(36))
        if line.is_gap:
            return QSize(0, self._gap(option, index))
        return QSize(0, px(16) if self.narrow else height + px(18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: Line = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.page:
            self._paint_area(painter, option, line)
        elif self.narrow and not line.is_gap:
            painter.setPen(QColor(theme.tokens().border))
            middle = option.rect.center().y()
            painter.drawLine(option.rect.left() + px(14), middle, option.rect.right() - px(14), middle)
        elif not line.is_gap:
            painter.setPen(QColor(theme.tokens().muted))
            painter.setFont(theme.font(12, QFont.Weight.DemiBold))
            box = option.rect.adjusted(px(22), 0, -px(8), -px(4))
            painter.drawText(
                box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, line.title.upper()
            )
        painter.restore()

    def _gap(self, option: QStyleOptionViewItem, index: Index) -> int:
        view = option.widget
        model = index.model()
        if not isinstance(view, QListView) or not isinstance(model, Areas):
            return 0
        others = sum(
            self.sizeHint(option, model.index(row)).height()
            for row in range(model.rowCount())
            if row != index.row()
        )
        return max(0, view.viewport().height() - others)

    def _paint_area(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        tokens = theme.tokens()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect).adjusted(px(8), 1, -px(8), -1)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selected if selected else tokens.hover))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1)
        side = px(18)
        left = int(box.center().x()) - side // 2 if self.narrow else int(box.left()) + px(10)
        icon(line.icon).paint(painter, QRect(left, int(box.center().y()) - side // 2, side, side))
        if self.narrow:
            return
        count = "" if not line.count else option.locale.toString(line.count)
        room = QFontMetrics(option.font).horizontalAdvance(count)
        weight = QFont.Weight.DemiBold if selected else QFont.Weight.Normal
        font = theme.font(weight=weight)
        title_box = box.adjusted(px(40), 0, -(room + px(20) if count else px(8)), 0)
        title = QFontMetrics(font).elidedText(line.title, Qt.TextElideMode.ElideRight, int(title_box.width()))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        painter.drawText(title_box, middle | Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(box.adjusted(0, 0, -px(12), 0), middle | Qt.AlignmentFlag.AlignRight, count)


class AreaList(QListView):
    """The list of areas; its gap grows with the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setViewport(QWidget(self))  # to wrap Qt's own, PySide6 makes every class of widget first

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the gap above the foot take the new height."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class Sidebar(QFrame):
    """The left edge of the window."""

    chosen = Signal(str)  # key of an area

    def __init__(self, entries: tuple[PageEntry, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setProperty("role", "sidebar")
        self._areas = Areas(entries, self)
        self._delegate = AreaDelegate(self)
        self._head = QHBoxLayout()
        self._name = QLabel("KTS Desktop", self)
        self._name.setProperty("role", "heading")
        self.menu = QToolButton(self)
        self.menu.setObjectName("shell.menu")
        self.menu.setProperty("flat", True)
        self.menu.setIcon(icon("ellipsis"))
        sized(self.menu, icon=18)
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.list = AreaList(self)
        self._dress_list()
        self._lay_out()
        self._silent = False
        self.retranslate()
        self.list.selectionModel().currentChanged.connect(self._on_current)

    def choose(self, page: str) -> None:
        """Mark an area as the chosen one, without announcing it; an unknown one marks none."""
        row = self._areas.row_of(page)
        self._silent = True
        if row < 0:
            self.list.clearSelection()
            self.list.setCurrentIndex(QModelIndex())
        else:
            self.list.setCurrentIndex(self._areas.index(row))
        self._silent = False

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many open things each area holds."""
        self._areas.show_counts(counts)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, or icons and titles; the width follows the size of the text."""
        sized(self, width=NARROW_WIDTH if narrow else WIDTH)
        if narrow != self._delegate.narrow:
            self._delegate.narrow = narrow
            self._name.setVisible(not narrow)
            spaced(self._head, (0, 0, 0, 2) if narrow else (20, 0, 10, 2))
            self._head.setAlignment(self.menu, _MIDDLE if narrow else _RIGHT)
        self.list.scheduleDelayedItemsLayout()

    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        current: Line | None = self.list.currentIndex().data(LINE)
        self._areas.retranslate()
        if current is not None:
            self.choose(current.page)
        self.list.setAccessibleName(self.tr("Navigation"))
        self.menu.setAccessibleName(self.tr("Menu"))
        self.menu.setToolTip(self.tr("Menu (F10)"))

    def _dress_list(self) -> None:
        self.list.setObjectName("navigation")
        self.list.setModel(self._areas)
        self.list.setItemDelegate(self._delegate)
        self.list.setMouseTracking(True)
        self.list.setProperty("role", "clear")
        self.list.viewport().setAutoFillBackground(False)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        head = self._head
        spaced(head, (20, 0, 10, 2))
        head.addWidget(self._name, 1)
        head.addWidget(self.menu)
        column = QVBoxLayout(self)
        spaced(column, (0, 10, 0, 8), 0)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        line: Line | None = current.data(LINE)
        if line is not None and line.page and not self._silent:
            self.chosen.emit(line.page)

"""Go to anything: areas, commands and records by a few letters of their names."""

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from kts_desktop.core.settings import Settings
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.icons import paint_icon
from kts_desktop.ui.kit.measure import px, sized, spaced
from kts_desktop.ui.shell.inquiries import Found, Inquiries
from kts_desktop.ui.shell.pages import PAGES
from kts_desktop.ui.shell.ranking import COMMANDS_ONLY, Entry, rank, used
from kts_desktop.ui.shell.window import ShellWindow

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_PAUSE = 60  # milliseconds after a key before records are looked for
_SHOWN = 40
_FEWEST_LETTERS = 2
_ALL_RESULTS = "all results"
_LOOKS = "palette"


class Entries(QAbstractListModel):
    """The lines shown now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line, or its title and what stands beside it."""
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.title}, {entry.aside}" if entry.aside else entry.title
            case _ if role == ENTRY:
                return entry
            case _:
                return None


class EntryDelegate(QStyledItemDelegate):
    """Draws icon, title, and shortcut or place at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a line."""
        return QSize(0, max(px(34), QFontMetrics(option.font).height() + px(14)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        entry: Entry = index.data(ENTRY)
        tokens = theme.tokens()
        box = QRectF(option.rect).adjusted(px(6), 1, -px(6), -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selected))
            painter.drawRoundedRect(box, px(7), px(7))
        side = px(18)
        square = QRectF(box.left() + px(10), box.center().y() - side / 2, side, side)
        paint_icon(painter, entry.icon or "circle", square, tokens.muted)
        inner = box.adjusted(px(40), 0, -px(12), 0).toRect()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(12))
        aside = QFontMetrics(painter.font()).elidedText(
            entry.aside, Qt.TextElideMode.ElideRight, inner.width() // 2
        )
        painter.setPen(QColor(tokens.muted))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, aside)
        room = inner.width() - QFontMetrics(painter.font()).horizontalAdvance(aside) - px(12)
        painter.setFont(theme.font(weight=QFont.Weight.Normal))
        painter.setPen(QColor(tokens.text))
        title = QFontMetrics(painter.font()).elidedText(entry.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(inner.topLeft(), QSize(room, inner.height())), middle, title)
        painter.restore()


class Palette(QDialog):
    """One field and its hits; Enter goes, Escape closes."""

    action_chosen = Signal(str)
    record_chosen = Signal(str, int)
    search_wanted = Signal(str)

    def __init__(self, window: ShellWindow, inquiries: Inquiries, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._inquiries = inquiries
        self._settings = settings
        self._records: list[Entry] = []
        self._asked: Ticket | None = None
        self._offered = self._offer()
        self.field = QLineEdit(self)
        self.list = QListView(self)
        self._entries = Entries(self)
        self._hint = QLabel(self)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._on_pause_over)
        self._dress()
        self.field.textChanged.connect(self._on_text)
        self.list.clicked.connect(self._on_clicked)
        self.field.installEventFilter(self)
        self._on_text("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys of the field move through the hits, and Enter choose."""
        if watched is self.field and event.type() is QEvent.Type.KeyPress:
            return self._on_key(cast("QKeyEvent", event))
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """Ask nothing more once it closes."""
        self._pause.stop()
        super().done(result)

    def _dress(self) -> None:
        self.setObjectName("palette")
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Go to"))
        self.field.setObjectName("palette.field")
        self.field.setPlaceholderText(self.tr("Case, municipality, person, area or command …"))
        self.field.setAccessibleName(self.tr("Go to"))
        self.list.setObjectName("palette.list")
        self.list.setAccessibleName(self.tr("Hits"))
        self.list.setModel(self._entries)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hint.setObjectName("palette.hint")
        self._hint.setProperty("role", "caption")
        frame = QFrame(self)
        frame.setProperty("role", "popup")
        outer = QVBoxLayout(self)
        spaced(outer, spacing=0)
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        spaced(column, (10, 10, 10, 8))
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        sized(self, width=600, height=420)
        place = self._window.mapToGlobal(QPoint((self._window.width() - px(600)) // 2, px(70)))
        self.move(place)
        self.setPalette(QPalette(self._window.palette()))

    def _offer(self) -> list[Entry]:
        entries = []
        for action in self._window.actions_of_window.offered():
            if action.key == "palette":
                continue
            is_area = action.key.startswith("area.")
            title = action.plain_text()
            entries.append(
                Entry(
                    key=action.key,
                    title=title,
                    aside=action.keys(),
                    icon=action.icon,
                    is_command=not is_area,
                )
            )
        return sorted(entries, key=_areas_first)

    def _show(self) -> None:
        text = self.field.text()
        recent = cast("list[str]", self._settings.view(_LOOKS).get("recent", []))
        hits = rank(self._offered, text, recent)
        if not text.strip().startswith(COMMANDS_ONLY):
            hits = hits[: _SHOWN - len(self._records)] + self._records
            if self._window.is_open and len(text.strip()) >= _FEWEST_LETTERS:
                title = self.tr("All results for “{text}”").format(text=text.strip())
                hits.append(Entry(key=_ALL_RESULTS, title=title, icon="search"))
        self._entries.show_entries(hits)
        self.list.setCurrentIndex(self._entries.index(0))
        self._hint.setText(self._told(bool(hits)))

    def _told(self, has_hits: bool) -> str:
        """Return the line below the hits."""
        if has_hits:
            return self.tr("Enter opens, > shows commands only")
        if self._window.is_open:
            return self.tr("Nothing found")
        return self.tr("No office is open: only areas and commands are found")

    def _on_key(self, event: QKeyEvent) -> bool:
        step = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }.get(Qt.Key(event.key()), 0)
        if step:
            last = self._entries.rowCount() - 1
            row = max(0, min(last, self.list.currentIndex().row() + step))
            self.list.setCurrentIndex(self._entries.index(row))
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.list.currentIndex())
            return True
        return False

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self._pause.stop()
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        if len(text.strip()) < _FEWEST_LETTERS or text.strip().startswith(COMMANDS_ONLY):
            self._records = []
        elif self._window.is_open:
            self._pause.start()
        self._show()

    @Slot()
    def _on_pause_over(self) -> None:
        self._asked = self._inquiries.records(self.field.text().strip())
        self._asked.succeeded.connect(self._on_found)

    @Slot(object)
    def _on_found(self, hits: object) -> None:
        if self.sender() is not self._asked:
            return
        self._asked = None
        self._records = [_entry(hit) for hit in cast("Sequence[Found]", hits)]
        self._show()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(ENTRY)
        if entry is None:
            return
        self.accept()
        if entry.kind:
            self.record_chosen.emit(entry.kind, entry.id)
        elif entry.key == _ALL_RESULTS:
            self.search_wanted.emit(self.field.text().strip())
        else:
            recent = cast("list[str]", self._settings.view(_LOOKS).get("recent", []))
            self._settings.put_view(_LOOKS, {"recent": used(recent, entry.key)})
            self.action_chosen.emit(entry.key)


def _entry(hit: Found) -> Entry:
    icons = {kind: page.icon for page in PAGES for kind in page.kinds}
    return Entry(
        key=f"{hit.kind}:{hit.id}",
        title=hit.title,
        aside=hit.aside,
        icon=icons.get(hit.kind, "file-text"),
        kind=hit.kind,
        id=hit.id,
    )


def _areas_first(entry: Entry) -> bool:
    return entry.is_command

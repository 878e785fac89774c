"""Lists whose rows are small cards: headline and aside, one line, a status chip and a note."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.measure import px
from kts_desktop.ui.kit.selection import SelectionById
from kts_desktop.ui.kit.table import ROW_ROLE, Column, Loader, WindowedTable
from kts_desktop.ui.kit.tokens import Tokens

R = TypeVar("R")
_State = QStyle.StateFlag
_MIDDLE, _RIGHT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignLeft
_ELIDE = Qt.TextElideMode.ElideRight
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What one row shows; ``kind`` is open, wait, done, due or empty and colours the chip."""

    headline: str
    aside: str = ""
    line: str = ""
    chip: str = ""
    kind: str = ""
    note: str = ""

    def parts(self) -> tuple[str, ...]:
        """Return what is filled in, in the order it is read."""
        return tuple(part for part in (self.headline, self.line, self.chip, self.note, self.aside) if part)


class CardList(QTableView, Generic[R]):
    """A list of cards over ids; ``selection`` says which are chosen, Enter opens one.

    It is a table of one column: Qt's list asks the model for every row each time it lays out, which takes a
    quarter of a second for 100,000 rows; a table asks for the rows it shows.
    """

    def __init__(self, name: str, card: Callable[[R], Card], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._card = card
        self.table: WindowedTable[R] = WindowedTable((Column("", str, _Spoken(card)),), self)
        self.setModel(self.table)
        self._delegate = CardDelegate(card, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.selection = SelectionById(self, self.table)
        self._look()

    def show_ids(self, ids: Iterable[int], load: Loader[R]) -> None:
        """Show these records; the chosen ones stay chosen."""
        self.table.show_ids(ids, load)

    def refresh_ids(self, ids: Iterable[int]) -> None:
        """Load these rows anew where they stand."""
        self.table.refresh_ids(ids)

    def keyboardSearch(self, search: str) -> None:
        """Typing does not jump: it would fetch every window; the search field is there for it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, copy one line a card."""
        index = self.currentIndex()
        if event.key() in _ENTER and not event.modifiers() and index.isValid():
            self.selection.opened.emit(self.table.id_at(index.row()))
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._as_text())
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go to the first and last card by Home and End, which in a table stay in the row."""
        ends = {
            QTableView.CursorAction.MoveHome: 0,
            QTableView.CursorAction.MoveEnd: self.table.rowCount() - 1,
        }
        return self.table.index(ends[action], 0) if action in ends else super().moveCursor(action, modifiers)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text zoom."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.rescaled()

    def rescaled(self) -> None:
        """Take the height of a card from the zoom in force."""
        self.verticalHeader().setDefaultSectionSize(self._delegate.height())

    def _look(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.rescaled()

    def _as_text(self) -> str:
        places = (self.table.place(record_id) for record_id in self.selection.selected_ids())
        rows = (self.table.row_at(self.table.index(place, 0)) for place in places if place is not None)
        return "\n".join("\t".join(self._card(row).parts()) for row in rows if row is not None)


@dataclass(frozen=True, slots=True)
class _Spoken(Generic[R]):
    """The text of a row: what a screen reader says."""

    card: Callable[[R], Card]

    def __call__(self, row: R) -> str:
        return ", ".join(self.card(row).parts())


class CardDelegate(QStyledItemDelegate):
    """Draws one card in three lines."""

    def __init__(self, card: Callable[[Any], Card], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a card."""
        return QSize(px(200), self.height())

    @staticmethod
    def height() -> int:
        """Return the height of three lines and their air."""
        return 3 * QFontMetrics(theme.font()).height() + px(26)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground, then the words; a row that went meanwhile stays blank."""
        row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = theme.tokens()
        self._ground(painter, tokens, rect, state)
        if row is not None:
            self._words(painter, tokens, rect, self._card(row))
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, tokens: Tokens, rect: QRect, state: QStyle.StateFlag) -> None:
        is_selected, is_focused = bool(state & _State.State_Selected), bool(state & _State.State_HasFocus)
        if is_selected or state & _State.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.selected if is_selected else tokens.hover))
        else:
            painter.fillRect(
                QRect(rect.left() + px(18), rect.bottom(), rect.width(), 1), QColor(tokens.border)
            )
        if is_selected:
            painter.fillRect(QRect(rect.left(), rect.top(), px(3), rect.height()), QColor(tokens.accent))
        if is_focused:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    @staticmethod
    def _words(painter: QPainter, tokens: Tokens, rect: QRect, card: Card) -> None:
        small = theme.font(12)
        pen, quiet = _Pen(painter, theme.font(), tokens.text), _Pen(painter, small, tokens.muted)
        bold = _Pen(painter, theme.font(weight=QFont.Weight.DemiBold), tokens.text)
        height = QFontMetrics(pen.font).height()
        left, width = rect.left() + px(18), rect.width() - px(18) - px(16)
        top = rect.top() + (rect.height() - 3 * height - px(10)) // 2
        aside = QFontMetrics(small).horizontalAdvance(card.aside) + px(12) if card.aside else 0
        bold.write(card.headline, QRect(left, top, width - aside, height))
        quiet.write(card.aside, QRect(left, top, width, height), _RIGHT)
        pen.write(card.line, QRect(left, top + height + px(2), width, height))
        below = QRect(left, top + 2 * height + px(8), width, height)
        used = draw_chip(painter, card.kind, card.chip, below)
        quiet.write(card.note, below.adjusted(used + px(8) if used else 0, 0, 0, 0))


def draw_chip(painter: QPainter, kind: str, word: str, room: QRect) -> int:
    """Draw a word in a rounded ground at the left of ``room``; return the width used."""
    if not word:
        return 0
    front, back = theme.tokens().chip(kind)
    font = theme.font(12)
    metrics = QFontMetrics(font)
    width = min(metrics.horizontalAdvance(word) + px(16), room.width())
    chip = QRectF(room.left(), room.top(), width, room.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(back))
    painter.drawRoundedRect(chip, room.height() / 2, room.height() / 2)
    painter.setFont(font)
    painter.setPen(QColor(front))
    shown = metrics.elidedText(word, _ELIDE, width - px(12))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
    return width


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws lines of text in one font and colour, elided where the room ends."""

    painter: QPainter
    font: QFont
    colour: str

    def write(self, text: str, room: QRect, side: Qt.AlignmentFlag = _LEFT) -> None:
        """Draw a text into its room."""
        if text and room.width() > 0:
            self.painter.setFont(self.font)
            self.painter.setPen(QColor(self.colour))
            shown = QFontMetrics(self.font).elidedText(text, _ELIDE, room.width())
            self.painter.drawText(room, _MIDDLE | side, shown)

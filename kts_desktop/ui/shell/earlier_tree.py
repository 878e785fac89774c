"""What differs, as a tree: records, below them their fields, each with a tick; and two texts side by side."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QLabel,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.measure import px, spaced
from kts_desktop.ui.shell.earlier_words import Teller, compared

if TYPE_CHECKING:
    from kts_desktop.services.earlier import Choice, Difference, Earlier, EarlierRecord

_PLACE = int(Qt.ItemDataRole.UserRole)
_FIELD, _NOW, _THEN = range(3)


class DifferenceTree(QTreeWidget):
    """Space ticks a field, or a record with all its fields."""

    chosen_changed = Signal(int)
    shown_changed = Signal(int)  # place of the difference the keyboard stands on; -1: none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("earlier.tree")
        self.setProperty("role", "differences")
        self.setColumnCount(3)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setIndentation(px(22))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAllColumnsShowFocus(True)
        header = self.header()
        header.setSectionsClickable(False)
        header.setStretchLastSection(False)
        for column in (_FIELD, _NOW, _THEN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._rows: list[tuple[EarlierRecord, Difference]] = []
        self._is_filling = False
        self.itemChanged.connect(self._on_item_changed)
        self.currentItemChanged.connect(self._on_current_changed)

    def show_earlier(self, earlier: "Earlier", teller: Teller, advised: "frozenset[Choice]") -> None:
        """Show what differs; what is advised is ticked."""
        self._is_filling = True
        self.clear()
        self._rows = []
        for record in earlier.records:
            head = QTreeWidgetItem(self, [teller.record(record)])
            head.setFlags(head.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
            head.setFirstColumnSpanned(True)
            head.setFont(_FIELD, theme.font(weight=QFont.Weight.DemiBold))
            head.setData(_FIELD, _PLACE, -1)
            for one in record.differences:
                self._add(head, record, one, teller, is_ticked=(record.uid, one.field) in advised)
        self.expandAll()
        self._is_filling = False
        if self._leaves():
            self.setCurrentItem(self._leaves()[0])
        self.chosen_changed.emit(len(self.chosen()))

    def difference(self, place: int) -> "tuple[EarlierRecord, Difference] | None":
        """Return a difference by its place; None for the line of a record."""
        return self._rows[place] if place >= 0 else None

    def chosen(self) -> "frozenset[Choice]":
        """Return what is ticked."""
        picked = []
        for item in self._leaves():
            if item.checkState(_FIELD) is Qt.CheckState.Checked:
                record, one = self._rows[int(item.data(_FIELD, _PLACE))]
                picked.append((record.uid, one.field))
        return frozenset(picked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the button of the dialog."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _add(
        self,
        head: QTreeWidgetItem,
        record: "EarlierRecord",
        one: "Difference",
        teller: Teller,
        *,
        is_ticked: bool,
    ) -> None:
        told = [teller.field(one), teller.now(record, one), teller.then(one)]
        item = QTreeWidgetItem(head, [" ".join(text.split()) for text in told])
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_FIELD, Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        item.setData(_FIELD, _PLACE, len(self._rows))
        item.setForeground(_NOW, QBrush(QColor(theme.tokens().muted)))
        aside = teller.aside(one)
        if aside:
            item.setToolTip(_FIELD, aside)
        self._rows.append((record, one))

    def _leaves(self) -> list[QTreeWidgetItem]:
        found = QTreeWidgetItemIterator(self, QTreeWidgetItemIterator.IteratorFlag.NoChildren)
        leaves = []
        while found.value() is not None:
            leaves.append(found.value())
            found += 1
        return leaves

    @Slot(QTreeWidgetItem, int)
    def _on_item_changed(self, _item: QTreeWidgetItem, _column: int) -> None:
        if not self._is_filling:
            self.chosen_changed.emit(len(self.chosen()))

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _on_current_changed(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        self.shown_changed.emit(-1 if item is None else int(item.data(_FIELD, _PLACE)))


class TwoTexts(QWidget):
    """Today and then in full; what the other lacks is struck out on the left, underlined on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads = QLabel(self), QLabel(self)
        self._texts = QTextEdit(self), QTextEdit(self)
        self._told, self._is_marked = ("", ""), True
        self.aside = QLabel(self)
        self.aside.setProperty("role", "caption")
        self.aside.setWordWrap(True)
        grid = QGridLayout(self)
        spaced(grid, (0, 0, 0, 0), 6)
        for column, (head, text) in enumerate(zip(self._heads, self._texts, strict=True)):
            head.setProperty("role", "label")
            text.setReadOnly(True)
            text.setTabChangesFocus(True)
            text.setObjectName(f"earlier.text.{column}")
            grid.addWidget(head, 0, column)
            grid.addWidget(text, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.aside, 2, 0, 1, 2)
        grid.setRowStretch(1, 1)

    def set_heads(self, now: str, then: str) -> None:
        """Name the two sides."""
        for head, text, name in zip(self._heads, self._texts, (now, then), strict=True):
            head.setText(name)
            text.setAccessibleName(name)

    def show_texts(self, now: str, then: str, aside: str = "", *, is_marked: bool = True) -> None:
        """Show two texts, and what is to be known of them; ``is_marked`` marks in what they differ."""
        self._told, self._is_marked = (now, then), is_marked
        self.aside.setText(aside)
        self.aside.setVisible(bool(aside))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Mark in the colours of another scheme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fill()

    def _fill(self) -> None:
        tokens = theme.tokens()
        sides = compared(*self._told) if self._is_marked else [[(text, False)] for text in self._told]
        for text, pieces, kind in zip(self._texts, sides, ("due", "done"), strict=True):
            front, ground = tokens.chip(kind)
            marked = QTextCharFormat()
            marked.setForeground(QColor(front))
            marked.setBackground(QColor(ground))
            marked.setFontStrikeOut(kind == "due")
            marked.setFontUnderline(kind == "done")
            text.clear()
            cursor = QTextCursor(text.document())
            for words, is_other in pieces:
                cursor.insertText(words, marked if is_other else QTextCharFormat())
            text.moveCursor(QTextCursor.MoveOperation.Start)

"""Boxes of lines that can be acted on: ways to reach somebody, posts, consents, keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.detail import name_button
from kts_desktop.ui.kit.facts import Box, Chip, Link
from kts_desktop.ui.kit.flow import empty
from kts_desktop.ui.kit.icons import IconLabel, icon
from kts_desktop.ui.kit.measure import px, sized, spaced

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard

_SHORT = 60  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What can be done with an item: its key, its name, its icon."""

    key: str
    name: str
    icon: str
    is_worded: bool = False  # shows its name instead of the icon


class Number(Link):
    """A link in large figures: what one calls."""

    def sizeHint(self) -> QSize:
        """Return the size of the figures."""
        metrics = QFontMetrics(_big())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height() + px(2))

    def minimumSizeHint(self) -> QSize:
        """Shrink by eliding."""
        return QSize(px(40), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the figures, underlined below the pointer, and the ring of the focus."""
        tokens, painter, font = theme.tokens(), QPainter(self), _big()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(QColor(tokens.accent))
        shown = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(3), px(3))
        painter.end()


def _big() -> QFont:
    return theme.font(17, QFont.Weight.DemiBold)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line: a big text or link, what it is about below it, and small buttons behind it."""

    id: int
    text: str
    sub: str = ""
    icon: str = ""
    kind: str = ""  # with ``target`` the text is a link
    target: int = 0
    chip: str = ""
    chip_kind: str = "plain"
    is_strong: bool = False
    acts: tuple[Act, ...] = ()


class ItemBox(Box):
    """A box of items with a button to add one."""

    link_wanted = Signal(str, int)
    act_wanted = Signal(str, int)  # key of the act, id of the item
    add_wanted = Signal(str)  # which kind of item, where the box offers several

    def __init__(self, name: str, parent: QWidget | None = None, *, can_add: bool = True) -> None:
        super().__init__(name, parent)
        self._rows = QWidget(self)
        self._column = QVBoxLayout(self._rows)
        spaced(self._column, (0, 0, 0, 0), 10)
        self.body.addWidget(self._rows)
        self.add = QToolButton(self)
        self.add.setObjectName(f"{name}.add")
        self.add.setProperty("flat", True)
        self.add.setIcon(icon("plus"))
        sized(self.add, icon=16)
        self.head.addWidget(self.add)
        self.add.setVisible(can_add)
        self.add.clicked.connect(self._on_add)

    def offer(self, keys: Sequence[str]) -> None:
        """Let the button ask which kind of item to add."""
        menu = QMenu(self.add)
        for key in keys:
            action = QAction(menu)
            action.setData(key)
            menu.addAction(action)
        menu.triggered.connect(self._on_offered)
        self.add.setMenu(menu)
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def name_offers(self, names: Sequence[str]) -> None:
        """Name the kinds of items."""
        for action, name in zip(self.add.menu().actions(), names, strict=True):
            action.setText(name)

    def set_texts(self, heading: str, add: str = "") -> None:
        """Name the box and its button."""
        self.set_heading(heading)
        name_button(self.add, add or heading, icon_only=True)

    def set_items(self, items: Sequence[Item], nothing: str) -> None:
        """Show these items; without any the sentence ``nothing``."""
        empty(self._column)
        for item in items:
            self._column.addWidget(self._row(item))
        if not items:
            label = QLabel(nothing, self._rows)
            label.setProperty("role", "muted")
            label.setWordWrap(True)
            self._column.addWidget(label)

    def _row(self, item: Item) -> QWidget:
        row = QWidget(self._rows)
        layout = QHBoxLayout(row)
        spaced(layout, (0, 0, 0, 0), 8)
        if item.icon:
            layout.addWidget(IconLabel(item.icon, 18, parent=row), 0, Qt.AlignmentFlag.AlignTop)
            layout.addSpacing(px(8))
        words = QVBoxLayout()
        spaced(words, (0, 0, 0, 0), 1)
        words.addLayout(self._first(item, row))
        if item.sub:
            sub = QLabel(item.sub, row)
            sub.setProperty("role", "caption")
            sub.setWordWrap(True)
            words.addWidget(sub)
        words.addStretch(1)
        layout.addLayout(words, 1)
        for act in item.acts:
            layout.addWidget(self._button(act, item, row), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _first(self, item: Item, row: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        spaced(line, (0, 0, 0, 0), 8)
        if item.kind:
            made = Number if item.is_strong else Link
            link = made(item.text, item.kind, item.target or item.id, row)
            link.wanted.connect(self.link_wanted)
            line.addWidget(link)
        else:
            text = QLabel(item.text, row)
            text.setWordWrap(len(item.text) > _SHORT)  # a short one that wraps would claim two lines
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setTextInteractionFlags(_SELECTABLE)
            text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
            line.addWidget(text, 1)
        if item.chip:
            line.addWidget(Chip(item.chip, item.chip_kind, row), 0, Qt.AlignmentFlag.AlignVCenter)
        if item.kind:
            line.addStretch(1)
        return line

    def _button(self, act: Act, item: Item, row: QWidget) -> QAbstractButton:
        button: QAbstractButton = QPushButton(act.name, row) if act.is_worded else QToolButton(row)
        button.setObjectName(f"{self.objectName()}.{act.key}.{item.id}")
        button.setProperty("flat", not act.is_worded)
        button.setProperty("act", act.key)
        button.setProperty("itemId", item.id)
        if not act.is_worded:
            button.setIcon(icon(act.icon))
            sized(button, icon=15)
        name_button(button, f"{act.name}: {item.text}", icon_only=True)
        button.setToolTip(act.name)
        button.clicked.connect(self._on_act)
        return button

    @Slot()
    def _on_add(self) -> None:
        if self.add.menu() is None:
            self.add_wanted.emit("")

    @Slot(QAction)
    def _on_offered(self, action: QAction) -> None:
        self.add_wanted.emit(str(action.data()))

    @Slot()
    def _on_act(self) -> None:
        sender = self.sender()
        self.act_wanted.emit(str(sender.property("act")), int(sender.property("itemId")))

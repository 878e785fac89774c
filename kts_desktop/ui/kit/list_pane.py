"""The left pane of a page: title, new, search, filters, the list, and how many there are."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.ui.kit.among import AMONG, as_code
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.cards import CardList
from kts_desktop.ui.kit.filters import BulkBar, Filter, FilterChips, FilterPanel
from kts_desktop.ui.kit.icons import IconLabel, icon
from kts_desktop.ui.kit.list_view import ListView
from kts_desktop.ui.kit.measure import px, sized, spaced
from kts_desktop.ui.kit.states import Placeholder
from kts_desktop.ui.kit.table import Loader

PAUSE = 150  # milliseconds after the last letter before a search begins
_SIDE = (18, 0, 14, 0)
Rows = CardList[Any] | ListView[Any]


class SearchLine(QLineEdit):
    """A line to search in, with a lens; Esc empties it, Down goes on to the hits."""

    searched = Signal(str)
    left_downwards = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "search")
        self.setClearButtonEnabled(True)
        self._lens = IconLabel("search", 16, QPalette.ColorRole.PlaceholderText, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.flush)
        self._told = ""
        self.textChanged.connect(self._on_changed)
        self.returnPressed.connect(self.flush)

    @Slot()
    def flush(self) -> None:
        """Search now for what is typed."""
        self._pause.stop()
        if self.text().strip() != self._told:
            self._told = self.text().strip()
            self.searched.emit(self._told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty by Esc, go to the list by Down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.flush()
        elif event.key() == Qt.Key.Key_Down:
            self.flush()
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lens in its place."""
        super().resizeEvent(event)
        self.rescaled()

    def rescaled(self) -> None:
        """Give the lens the size of the zoom in force."""
        self._lens.resize(px(16), px(16))
        self._lens.move(px(10), (self.height() - px(16)) // 2)

    @Slot()
    def _on_changed(self) -> None:
        self._pause.start()


class ListPane(QFrame):
    """A list with its title, search and filters; the page sets the texts and answers the signals."""

    new_wanted = Signal()
    searched = Signal(str)
    filtered = Signal(object)  # dict[str, str]: the codes in force by filter
    empty_pressed = Signal()

    def __init__(self, rows: Rows, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.list_pane")
        self.setProperty("role", "listpane")
        self.rows = rows
        self.selection = rows.selection
        self.chosen, self.opened = rows.selection.chosen, rows.selection.opened
        self.selection_changed = rows.selection.selection_changed
        self._key = name
        self._empty = ("", "", "")
        self._among: dict[str, str] = {}
        self._among_label = ""
        self._title, self._count = QLabel(self), QLabel(self)
        self.new = QPushButton(icon("plus", QPalette.ColorRole.HighlightedText), "", self)
        self.search = SearchLine(f"{name}.search", self)
        self.filter = QToolButton(self)
        self.panel = FilterPanel(f"{name}.filters", self)
        self.chips = FilterChips(f"{name}.chips", self)
        self.bulk = BulkBar(f"{name}.bulk", self)
        self._nothing = Placeholder(parent=self)
        self._place = QStackedWidget(self)
        self._name(name)
        self._lay_out()
        self._connect()
        self.retranslate()

    def set_title(self, text: str) -> None:
        """Name the list, for the eye and for screen readers."""
        self._title.setText(text)
        self._title.setMinimumWidth(self._title.sizeHint().width())  # one long word cannot be wrapped
        self.rows.setAccessibleName(text)

    def set_new(self, text: str) -> None:
        """Set the text of the button for a new record; an empty one hides it."""
        self.new.setText(f" {text}")  # air between icon and word
        self.new.setAccessibleName(text)
        self.new.setVisible(bool(text))

    def set_search(self, text: str) -> None:
        """Say what the search field searches in."""
        self.search.setAccessibleName(text)
        keys = QKeySequence(QKeySequence.StandardKey.Find)
        shortcut = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self.search.setPlaceholderText(f"{text} ({shortcut})")

    def set_filters(self, filters: Sequence[Filter]) -> None:
        """Offer these filters; without any the button is hidden."""
        self.panel.set_filters(filters)
        self.filter.setVisible(bool(filters))
        self._show_chips()

    def add_tool(self, key: str, picture: str) -> QToolButton:
        """Return a new button beside the filter that opens its menu; the page names it."""
        button = QToolButton(self)
        button.setObjectName(f"{self._key}.{key}")
        button.setIcon(icon(picture))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        sized(button, icon=16, width=48)
        self._tools.addWidget(button)
        return button

    def set_empty(self, heading: str, sentence: str = "", button: str = "") -> None:
        """Say what the list shows while it holds nothing at all."""
        self._empty = (heading, sentence, button)
        self._follow_rows()

    def set_count(self, text: str) -> None:
        """Say below the list how many there are."""
        if text != self._count.text():
            self._count.setText(text)
            announce(self._count, text)
        self._count.setVisible(bool(text))

    def show_ids(self, ids: Iterable[int], load: Loader[Any]) -> None:
        """Show these records; the chosen ones stay chosen."""
        self.rows.show_ids(ids, load)

    def show_only(self, ids: Sequence[int], label: str) -> None:
        """Show these records and no others, under a chip with a label that lifts it; other filters go."""
        self._among, self._among_label = {AMONG: as_code(ids)}, label
        self.search.clear()
        self.search.flush()
        if self.panel.values():
            self.panel.clear()
        else:
            self._on_filtered()

    @Slot()
    def open_filter(self) -> None:
        """Show the panel of filters."""
        if self.panel.filters():
            self.panel.open_below(self.filter)

    @Slot()
    def focus_search(self) -> None:
        """Go to the search field and choose what stands there."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def clear_filters(self) -> None:
        """Lift search and filters."""
        self.search.clear()
        self.search.flush()
        was_among, self._among = self._among, {}
        if was_among and not self.panel.values():
            self._on_filtered()
        self.panel.clear()

    def retranslate(self) -> None:
        """Set the pane's own texts."""
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setToolTip(self.tr("Filter"))
        self.panel.set_filters(self.panel.filters())
        self._show_chips()
        self._follow_rows()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _name(self, name: str) -> None:
        self._title.setProperty("role", "title")
        self._count.setProperty("role", "caption")
        self._count.setVisible(False)
        self.new.setObjectName(f"{name}.new")
        self.new.setProperty("primary", True)
        self.filter.setObjectName(f"{name}.filter")
        self.filter.setIcon(icon("funnel"))
        self.filter.setVisible(False)
        sized(self.new, icon=16)
        sized(self.filter, icon=16, width=48)
        sized(self, min_width=300)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, (0, 16, 0, 0), 10)
        for left, right in ((self._title, self.new), (self.search, self.filter)):
            row = QHBoxLayout()
            spaced(row, _SIDE, 10)
            row.addWidget(left, 1)
            row.addWidget(right)
            column.addLayout(row)
            self._tools = row
        chips = QVBoxLayout()
        spaced(chips, _SIDE, 0)
        chips.addWidget(self.chips)
        column.addLayout(chips)
        self._place.addWidget(self._held(self.rows))
        self._place.addWidget(self._nothing)
        column.addWidget(self._place, 1)
        column.addWidget(self.bulk)
        self.foot = QVBoxLayout()
        spaced(self.foot, (18, 0, 14, 8), 0)
        self.foot.addWidget(self._count)
        column.addLayout(self.foot)

    @staticmethod
    def _held(rows: Rows) -> QWidget:
        """Give a table the margin that cards draw for themselves."""
        if isinstance(rows, CardList):
            return rows
        holder = QWidget()
        column = QVBoxLayout(holder)
        spaced(column, (10, 0, 0, 0), 0)
        column.addWidget(rows)
        return holder

    def _connect(self) -> None:
        self.new.clicked.connect(self.new_wanted)
        self.search.searched.connect(self.searched)
        self.search.left_downwards.connect(self._to_rows)
        self.filter.clicked.connect(self.open_filter)
        self.panel.changed.connect(self._on_filtered)
        self.chips.removed.connect(self._on_removed)
        self.selection_changed.connect(self.bulk.show_count)
        self._nothing.pressed.connect(self._on_nothing_pressed)
        self.rows.table.modelReset.connect(self._follow_rows)

    @property
    def is_narrowed(self) -> bool:
        """Tell whether a search or a filter is in force."""
        return bool(self.search.text().strip() or self._values())

    @Slot()
    def _follow_rows(self) -> None:
        if self.rows.table.rowCount():
            self._place.setCurrentIndex(0)
            return
        if self.is_narrowed:
            self._nothing.set_texts(self.tr("No matches"), self._narrowed_by(), self.tr("Clear filter"))
        else:
            self._nothing.set_texts(*self._empty)
        self._place.setCurrentWidget(self._nothing)

    def _narrowed_by(self) -> str:
        values = self._values()
        typed = self.search.text().strip()
        parts = [self.tr("“{0}”").format(typed)] if typed else []
        parts += [one.told(values[one.key]) for one in self._filters() if one.key in values]
        return self.tr("Nothing was found for {0}.").format(", ".join(parts))

    def _filters(self) -> list[Filter]:
        """Return the filters of the panel, and the one that only a figure can set."""
        chosen = [Filter(AMONG, "", tuple((code, self._among_label) for code in self._among.values()))]
        return [*(chosen if self._among else []), *self.panel.filters()]

    def _values(self) -> dict[str, str]:
        return {**self.panel.values(), **self._among}

    def _show_chips(self) -> None:
        self.chips.show_values(self._filters(), self._values())

    @Slot()
    def _to_rows(self) -> None:
        if self.rows.table.rowCount():
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.selection.current_id():
                self.selection.select(self.rows.table.id_at(0))

    @Slot()
    def _on_filtered(self) -> None:
        self._show_chips()
        self.filtered.emit(self._values())

    @Slot(str)
    def _on_removed(self, key: str) -> None:
        if key == AMONG:
            self._among = {}
            self._on_filtered()
        else:
            self.panel.set_value(key, "")

    @Slot()
    def _on_nothing_pressed(self) -> None:
        if self.is_narrowed:
            self.clear_filters()
        else:
            self.empty_pressed.emit()

"""Filters of a list: a small panel to set them, and a row of chips that shows which are in force."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from kts_desktop.ui.kit.flow import FlowLayout, empty
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.measure import sized, spaced


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: its key, its label, its choices as (code, label); no code means any."""

    key: str
    label: str
    choices: Sequence[tuple[str, str]] = ()

    def chosen(self, code: str) -> str:
        """Return the label of a code; a code the list does not hold stands for itself."""
        return next((label for known, label in self.choices if known == code), code)

    def told(self, code: str) -> str:
        """Return the filter with what it is set to, in words."""
        return f"{self.label}: {self.chosen(code)}" if self.label else self.chosen(code)


class FilterPanel(QFrame):
    """A panel below the filter button with one combo box a filter; they are made when it is opened."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self._filters: tuple[Filter, ...] = ()
        self._values: dict[str, str] = {}
        self._boxes: dict[str, QComboBox] = {}
        self._grid = QGridLayout()
        self._clear = QPushButton(self)
        self._clear.setProperty("flat", True)
        self._clear.clicked.connect(self.clear)
        layout = QGridLayout(self)
        spaced(layout, (16, 14, 16, 14), 10)
        spaced(self._grid, (0, 0, 0, 0), 8)
        layout.addLayout(self._grid, 0, 0)
        layout.addWidget(self._clear, 1, 0, Qt.AlignmentFlag.AlignRight)
        sized(self, min_width=320)

    def set_filters(self, filters: Sequence[Filter]) -> None:
        """Offer these filters; values in force stay where the filter is still there."""
        self._filters = tuple(filters)
        known = {one.key for one in filters}
        self._values = {key: code for key, code in self._values.items() if key in known}
        empty(self._grid)
        self._boxes = {}
        self._clear.setText(self.tr("Clear filter"))
        if self.isVisible():
            self._make_boxes()

    def filters(self) -> tuple[Filter, ...]:
        """Return the filters offered."""
        return self._filters

    def values(self) -> dict[str, str]:
        """Return the codes in force by filter."""
        return dict(self._values)

    def set_value(self, key: str, code: str) -> None:
        """Set one filter; an empty code lifts it."""
        before = self.values()
        if code:
            self._values[key] = code
        else:
            self._values.pop(key, None)
        if self._values != before:
            self._show_values()
            self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Lift every filter."""
        if self._values:
            self._values = {}
            self._show_values()
            self.changed.emit()

    def open_below(self, anchor: QWidget) -> None:
        """Show the panel below a widget, right edges in line."""
        if not self._boxes:
            self._make_boxes()
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 4))
        edge = anchor.window().mapToGlobal(QPoint(8, 0)).x()
        self.move(max(edge, corner.x()), corner.y())
        self.show()
        if self._boxes:
            next(iter(self._boxes.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def _make_boxes(self) -> None:
        self._boxes = {one.key: self._box(row, one) for row, one in enumerate(self._filters)}
        self._show_values()

    def _box(self, row: int, one: Filter) -> QComboBox:
        label, box = QLabel(one.label, self), QComboBox(self)
        label.setProperty("role", "label")
        label.setBuddy(box)
        box.setObjectName(f"{self.objectName()}.{one.key}")
        box.setAccessibleName(one.label)
        box.addItem(self.tr("Any"), "")
        for code, text in one.choices:
            box.addItem(text, code)
        sized(box, min_width=180)
        box.currentIndexChanged.connect(self._on_chosen)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(box, row, 1)
        return box

    def _show_values(self) -> None:
        for key, box in self._boxes.items():
            box.blockSignals(True)
            box.setCurrentIndex(max(0, box.findData(self._values.get(key, ""))))
            box.blockSignals(False)
        self._clear.setEnabled(bool(self._values))

    @Slot()
    def _on_chosen(self) -> None:
        for key, box in self._boxes.items():
            self.set_value(key, str(box.currentData()))


class FilterChips(QWidget):
    """The filters in force; a click on one lifts it."""

    removed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._flow = FlowLayout(self)
        self.setVisible(False)

    def show_values(self, filters: Sequence[Filter], values: dict[str, str]) -> None:
        """Show one chip for each filter in force."""
        empty(self._flow)
        for one in filters:
            if one.key in values:
                self._add(one, values[one.key])
        self.setVisible(self._flow.count() > 0)

    def _add(self, one: Filter, code: str) -> None:
        text = one.told(code)
        chip = QPushButton(icon("x", QPalette.ColorRole.WindowText), text, self)
        chip.setObjectName(f"{self.objectName()}.{one.key}")
        chip.setProperty("role", "chip")
        chip.setProperty("filterKey", one.key)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the words
        chip.setAccessibleName(self.tr("Remove filter {0}").format(text))
        chip.setToolTip(chip.accessibleName())
        sized(chip, icon=12)
        chip.clicked.connect(self._on_clicked)
        self._flow.addWidget(chip)

    @Slot()
    def _on_clicked(self) -> None:
        self.removed.emit(str(self.sender().property("filterKey")))


class BulkBar(QFrame):
    """Counts the chosen rows and offers what can be done to all of them."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "bulk")
        self._count = QLabel(self)
        self._count.setProperty("role", "strong")
        self._row = QHBoxLayout(self)
        spaced(self._row, (18, 6, 14, 6), 8)
        self._row.addWidget(self._count)
        self._row.addStretch()
        self.setVisible(False)

    def add_action(self, key: str, picture: str = "") -> QPushButton:
        """Return a new button; the page sets its text."""
        button = QPushButton(self)
        button.setObjectName(f"{self.objectName()}.{key}")
        if picture:
            button.setIcon(icon(picture))
            sized(button, icon=16)
        self._row.addWidget(button)
        return button

    @Slot(int)
    def show_count(self, count: int) -> None:
        """Appear from two rows on, if there is anything to do with them."""
        self._count.setText(self.tr("%n selected", "", count))
        self.setVisible(count > 1 and self._row.count() > 2)  # noqa: PLR2004 - label and stretch

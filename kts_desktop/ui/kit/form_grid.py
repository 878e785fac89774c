"""The body of a form: fields in a grid that follows the width, each with label, help and error."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.fields import CheckField, Field
from kts_desktop.ui.kit.measure import px, spaced

_COLUMN = 230  # least width of a column at 100 %
_GAP = 16


@dataclass(slots=True, kw_only=True)
class _Cell:
    """One field with what stands around it; a section has no field."""

    box: QWidget
    label: QLabel
    required: QLabel
    help: QLabel
    error: QLabel
    field: Field | None
    is_required: bool
    is_wide: bool


class FormGrid(QWidget):
    """Fields in as many columns as the width allows; Tab goes through them in the order they were added."""

    changed = Signal()
    went_to = Signal(QWidget)  # bring this part into view

    def __init__(self, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._columns, self._shown = columns, 0
        self._cells: dict[str, _Cell] = {}
        self._last: QWidget | None = None
        self.lent = ""  # key of the field that stands somewhere else now
        self._grid = QGridLayout(self)
        spaced(self._grid, (0, 4, 12, 12), _GAP)

    def add(self, key: str, field: Field, *, required: bool, wide: bool) -> None:
        """Add a field at the end."""
        self._cell(key, field, required=required, wide=wide)
        for editor in field.editors():
            if self._last is not None:
                QWidget.setTabOrder(self._last, editor)
            self._last = editor
        field.changed.connect(self._on_field_changed)
        self._shown = 0
        self._flow()

    def add_section(self, key: str) -> None:
        """Begin a new part, with a heading."""
        self._cell(key, None, required=False, wide=True).label.setProperty("role", "heading")
        self._shown = 0

    def fields(self) -> dict[str, Field]:
        """Return the fields in reading order."""
        return {key: cell.field for key, cell in self._cells.items() if cell.field is not None}

    def set_label(self, key: str, text: str) -> None:
        """Name a field or a section."""
        cell = self._cells[key]
        cell.label.setText(text)
        if cell.field is not None:
            is_told = cell.is_required and not isinstance(cell.field, CheckField)
            cell.field.set_name(f"{text}, {cell.required.text()}" if is_told else text)

    def set_helps(self, helps: Mapping[str, str]) -> None:
        """Say below some fields what is meant."""
        for key, text in helps.items():
            self._cells[key].help.setText(text)
            self._cells[key].help.setVisible(bool(text))

    def is_missing(self, key: str) -> bool:
        """Tell whether a required field is blank."""
        cell = self._cells[key]
        return cell.is_required and cell.field is not None and cell.field.is_blank()

    def lend(self, key: str) -> tuple[QWidget, QHBoxLayout]:
        """Give away a field with all that stands around it, and the line its label stands in."""
        box = self._cells[key].box
        self.lent = key
        self._grid.removeWidget(box)
        column = box.layout()
        item = column.itemAt(0) if column is not None else None
        head = item.layout() if item is not None else None
        assert isinstance(head, QHBoxLayout)
        return box, head

    def take_back(self) -> None:
        """Put what was lent in its place again."""
        box, self.lent = self._cells[self.lent].box, ""
        box.setParent(self)
        box.show()
        self._shown = 0
        self._flow()

    def retranslate(self) -> None:
        """Set the grid's own texts."""
        for cell in self._cells.values():
            cell.required.setText(QCoreApplication.translate("Form", "required"))

    def mark(self, key: str, text: str) -> None:
        """Mark a field as wrong and say why; an empty text takes it back."""
        cell = self._cells[key]
        cell.error.setText(text)
        cell.error.setVisible(bool(text))
        if cell.field is not None:
            cell.field.set_wrong(text)

    def clear_errors(self) -> None:
        """Take all marks back."""
        for key, cell in self._cells.items():
            if cell.error.text():
                self.mark(key, "")

    def go_to(self, key: str) -> None:
        """Put the focus into a field and say what is wrong with it."""
        cell = self._cells[key]
        if cell.field is not None:
            cell.field.editors()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.went_to.emit(cell.box)
        announce(cell.error, f"{cell.label.text()}: {cell.error.text()}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the columns anew."""
        super().resizeEvent(event)
        self._flow()

    def rescaled(self) -> None:
        """Follow the text zoom."""
        self._flow()

    @Slot()
    def _on_field_changed(self) -> None:
        for key, cell in self._cells.items():
            if cell.field is self.sender() and cell.error.text():
                self.mark(key, "")
        self.changed.emit()

    def _cell(self, key: str, field: Field | None, *, required: bool, wide: bool) -> _Cell:
        box = QWidget(self)
        column = QVBoxLayout(box)
        spaced(column, (0, 8 if field is None else 0, 0, 0), 4)
        labels = [QLabel(box) for _ in range(4)]
        for label, role in zip(labels, ("label", "caption", "caption", "error"), strict=True):
            label.setProperty("role", role)
        label, word, hint, error = labels
        hint.setWordWrap(True)
        error.setWordWrap(True)
        word.setText(QCoreApplication.translate("Form", "required"))
        head = QHBoxLayout()
        spaced(head, (0, 0, 0, 0), 6)
        head.addWidget(label)
        head.addWidget(word)
        head.addStretch()
        column.addLayout(head)
        if field is not None:
            field.setParent(box)
            label.setBuddy(field.editors()[0])
            label.setVisible(not isinstance(field, CheckField))
            column.addWidget(field)
        column.addWidget(hint)
        column.addWidget(error)
        word.setVisible(required)
        hint.setVisible(False)
        error.setVisible(False)
        cell = _Cell(
            box=box,
            label=label,
            required=word,
            help=hint,
            error=error,
            field=field,
            is_required=required,
            is_wide=wide,
        )
        self._cells[key] = cell
        return cell

    def _flow(self) -> None:
        room = self.width()
        columns = max(1, min(self._columns, room // px(_COLUMN)))
        if columns == self._shown:
            return
        self._shown = columns
        row = column = 0
        for key, cell in self._cells.items():
            if key == self.lent:
                continue
            if cell.is_wide and column:
                row, column = row + 1, 0
            span = columns if cell.is_wide else 1
            self._grid.addWidget(cell.box, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
            if column >= columns:
                row, column = row + 1, 0
        for number in range(self._columns):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
        for number in range(len(self._cells) + 1):
            self._grid.setRowStretch(number, 0)
        self._grid.setRowStretch(row + 1, 1)

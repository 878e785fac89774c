"""A folder to write to: shown as text, chosen in the system's dialog."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from kts_desktop.ui.kit.fields import Field
from kts_desktop.ui.kit.measure import spaced


class FolderField(Field):
    """Holds a Path; typing is not needed, the button opens the choice."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.line, self.choose = QLineEdit(self), QPushButton(self)
        self.line.setReadOnly(True)
        self.choose.setText(self.tr("Choose …"))
        self.choose.setAutoDefault(False)
        row = QHBoxLayout()
        spaced(row, (0, 0, 0, 0), 8)
        row.addWidget(self.line, 1)
        row.addWidget(self.choose)
        self._column.addLayout(row)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._on_choose)
        self.set_value(folder)

    def value(self) -> Any:
        """Return the folder."""
        return self._folder

    def set_value(self, value: Any) -> None:
        """Show a folder."""
        self._folder = Path(value)
        self.line.setText(str(self._folder))
        self.line.setToolTip(str(self._folder))

    def draft(self) -> str:
        """Return the folder as text."""
        return str(self._folder)

    def set_draft(self, text: str) -> None:
        """Show the folder as before."""
        self.set_value(text)

    def editors(self) -> tuple[QWidget, ...]:
        """Return the line and the button."""
        return (self.line, self.choose)

    def set_name(self, name: str) -> None:
        """Name the line, and the button after it."""
        self.line.setAccessibleName(name)
        self.choose.setAccessibleName(self.tr("Choose: {0}").format(name))

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.line.accessibleName())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(str(self._folder))
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self.set_value(name)
        self.changed.emit()

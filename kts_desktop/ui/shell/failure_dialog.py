"""What the user sees of a fault: one sentence, and the report to copy or save."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.ui.kit.measure import sized, spaced


def tell(window: QWidget, report: str) -> None:
    """Tell the user of a fault, unless one is being told."""
    if not any(dialog.isVisible() for dialog in window.findChildren(FailureDialog)):
        FailureDialog(report, window).open()


class FailureDialog(QDialog):
    """Says that something went wrong here, and offers the report to copy or save."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = text
        self.setObjectName("failure")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        heading = QLabel(self.tr("Something went wrong"), self)
        heading.setProperty("role", "heading")
        sentence = QLabel(
            self.tr(
                "The last step was not finished because of a fault in the program. Everything saved before "
                "is kept. Please give the report below to your support; it holds no names and no texts "
                "of yours."
            ),
            self,
        )
        sentence.setWordWrap(True)
        self._text = QPlainTextEdit(text, self)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Report"))
        self._copy, self._save, self._close = (QPushButton(self) for _ in range(3))
        for name, button in (("copy", self._copy), ("save", self._save), ("close", self._close)):
            button.setObjectName(f"failure.{name}")
        self._copy.setText(self.tr("Copy report"))
        self._save.setText(self.tr("Save report …"))
        self._close.setText(self.tr("Continue"))
        self._close.setDefault(True)
        self._copy.clicked.connect(self._on_copy)
        self._save.clicked.connect(self._on_save)
        self._close.clicked.connect(self.accept)
        row = QHBoxLayout()
        spaced(row)
        row.addWidget(self._copy)
        row.addWidget(self._save)
        row.addStretch()
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        spaced(column, (24, 20, 24, 20), 12)
        for part in (heading, sentence, self._text):
            column.addWidget(part)
        column.addLayout(row)
        sized(self, min_width=620, min_height=420)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)

    @Slot()
    def _on_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save report"), "kts-desktop-report.txt")
        if name:
            Path(name).write_text(self._report, encoding="utf-8")

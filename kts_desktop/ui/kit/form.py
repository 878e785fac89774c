"""Forms: labelled fields in reading order, errors below the field, Discard and Save at the foot."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.core.errors import UserFacingError, ValidationError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.dialogs import confirm
from kts_desktop.ui.kit.fields import Field
from kts_desktop.ui.kit.form_grid import FormGrid
from kts_desktop.ui.kit.measure import spaced

DRAFT_PAUSE = 2_000  # milliseconds after the last key
_ONE_SAVING = 2_000  # milliseconds in which saving again what was just saved is a double click


class Form(QWidget):
    """A form; the page adds fields, sets labels and values, and saves on ``saved``."""

    saved = Signal()  # every field has been checked
    discarded = Signal()
    changed = Signal()
    draft_due = Signal()  # time to keep a draft
    whole_wanted = Signal()  # something is wrong outside the one field that is shown
    begins_at = ""  # key of the field that takes the focus, if it is not the first

    def __init__(self, name: str, parent: QWidget | None = None, *, columns: int = 2) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._kept: dict[str, str] = {}
        self.stays = False  # after saving: it was saved by Ctrl+S
        self._title, self._error = QLabel(self), QLabel(self)
        self.grid = FormGrid(columns, self)
        self.discard, self.save = QPushButton(self), QPushButton(self)
        self._pause, self._saving = QTimer(self), QTimer(self, singleShot=True, interval=_ONE_SAVING)
        self._lay_out()
        self._connect()
        self._set_texts()

    def add(self, key: str, field: Field, *, required: bool = False, wide: bool = False) -> None:
        """Add a field at the end; a wide one takes a line of its own."""
        self.grid.add(key, field, required=required, wide=wide)
        for number, editor in enumerate(field.editors()):
            editor.setObjectName(f"{self.objectName()}.{key}" + (f".{number}" if number else ""))
            editor.installEventFilter(self)
        QWidget.setTabOrder(field.editors()[-1], self.discard)
        QWidget.setTabOrder(self.discard, self.save)
        self._kept[key] = field.draft()

    def add_section(self, key: str) -> None:
        """Begin a new part of the form, with a heading."""
        self.grid.add_section(key)

    def set_title(self, text: str) -> None:
        """Say what the form is for."""
        self._title.setText(text)
        self._title.setVisible(bool(text))
        self.setAccessibleName(text)

    def set_labels(self, labels: Mapping[str, str], helps: Mapping[str, str] | None = None) -> None:
        """Name fields and sections, and say below some of them what is meant."""
        for key, text in labels.items():
            self.grid.set_label(key, text)
        self.grid.set_helps(helps or {})

    def values(self) -> dict[str, Any]:
        """Return the values by field."""
        return {key: field.value() for key, field in self.grid.fields().items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values; what is not named stays. The form counts as unchanged afterwards."""
        fields = self.grid.fields()
        for key, value in values.items():
            fields[key].set_value(value)
        self._kept = self.draft()
        self._clear_errors()
        self._pause.stop()
        self._saving.stop()

    def is_dirty(self) -> bool:
        """Tell whether anything was changed since the values were set."""
        return self.draft() != self._kept

    def draft(self) -> dict[str, str]:
        """Return what was typed, by field."""
        return {key: field.draft() for key, field in self.grid.fields().items()}

    def set_draft(self, draft: Mapping[str, str]) -> None:
        """Show what was typed before; fields a newer version had are passed over."""
        for key, field in self.grid.fields().items():
            if key in draft:
                field.set_draft(draft[key])

    def check(self) -> bool:
        """Mark every wrong field and go to the first; True if there is none."""
        self._clear_errors()
        first: str = ""
        for key, field in self.grid.fields().items():
            problem = field.problem()
            if not problem and self.grid.is_missing(key):
                problem = self.tr("Please fill in this field.")
            if problem:
                self.grid.mark(key, problem)
                first = first or key
        if first:
            self._go_to(first)
        return not first

    def show_error(self, error: UserFacingError) -> None:
        """Say what the use case refused, at its field where it names one; nothing typed is lost."""
        self._saving.stop()
        self._clear_errors()
        text = sentence(error, formats.current().language)
        if isinstance(error, ValidationError) and error.field in self.grid.fields():
            self.grid.mark(error.field, text)
            self._go_to(error.field)
        else:
            self._show_whole("")
            self._error.setText(text)
            self._error.setVisible(True)
            announce(self._error, text)

    def _show_whole(self, wanted: str) -> None:
        """Come forth where what is wrong is not the field that stands in the read view."""
        if self.grid.lent and self.grid.lent != wanted:
            self.whole_wanted.emit()

    def _go_to(self, key: str) -> None:
        self._show_whole(key)
        self.grid.go_to(key)

    def _set_texts(self) -> None:
        for button, text in ((self.discard, self.tr("Discard")), (self.save, self.tr("Save"))):
            button.setText(text)
            button.setAccessibleName(text)
        keys = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        self.save.setToolTip(f"{self.save.text()} ({keys})")
        self.grid.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a draft when a field loses the focus."""
        if event.type() is QEvent.Type.FocusOut and self._pause.isActive():
            self._pause.stop()
            self.draft_due.emit()
        return super().eventFilter(watched, event)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Hand the focus on to the field where typing begins."""
        fields = self.grid.fields()
        begin = fields.get(self.begins_at) or next(iter(fields.values()), None)
        if begin is not None:
            begin.editors()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc, asking where something was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._set_texts()

    def _clear_errors(self) -> None:
        self._error.setVisible(False)
        self.grid.clear_errors()

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self._title.setVisible(False)
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.setVisible(False)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.grid)
        self._area = area
        area.viewport().setAutoFillBackground(False)
        foot = QHBoxLayout()
        spaced(foot, (0, 8, 0, 0), 10)
        foot.addWidget(self._error, 1)
        foot.addStretch()
        foot.addWidget(self.discard)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        spaced(column, (28, 16, 28, 16), 12)
        column.addWidget(self._title)
        column.addWidget(area, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.discard.setObjectName(f"{self.objectName()}.discard")
        self.save.setObjectName(f"{self.objectName()}.save")
        self.save.setProperty("primary", True)
        self.save.clicked.connect(self._on_save)
        self.grid.changed.connect(self._on_changed)
        self.grid.went_to.connect(self._on_went_to)
        self.discard.clicked.connect(self.discarded)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DRAFT_PAUSE)
        self._pause.timeout.connect(self.draft_due)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_stay if keys == "Ctrl+S" else self._on_save)

    @Slot(QWidget)
    def _on_went_to(self, part: QWidget) -> None:
        self._area.ensureWidgetVisible(part)

    @Slot()
    def _on_changed(self) -> None:
        self._saving.stop()
        self._pause.start()
        self.changed.emit()

    @Slot()
    def _on_save(self) -> None:
        self._check_and_save(stays=False)

    @Slot()
    def _on_stay(self) -> None:
        self._check_and_save(stays=True)

    def _check_and_save(self, *, stays: bool) -> None:
        if self._saving.isActive():
            return  # a double click while the first saving is on its way would make a second record
        self.stays = stays
        if self.check():
            self._pause.stop()
            self._saving.start()
            self.saved.emit()

    @Slot()
    def _on_escape(self) -> None:
        if not self.is_dirty():
            self.discarded.emit()
            return
        question = confirm(
            self,
            self.tr("Discard the changes?"),
            self.tr("What you typed here has not been saved."),
            self.tr("Discard"),
        )
        question.confirmed.connect(self.discarded)

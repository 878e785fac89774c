"""The fields of a form: text, choice, tick, number; each says what is wrong with what was typed."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.measure import px, sized
from kts_desktop.ui.kit.numbers import parse_number

Choices = Sequence[tuple[str, str]]
SEARCHABLE_FROM = 12  # choices
_MOST_LINES = 12  # a longer text scrolls in its field
_FEWEST_LETTERS = 12  # room of a closed list


class Field(QWidget):
    """Base of all fields: a value that can be read, set, kept as a draft and found wrong."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def value(self) -> Any:
        """Return the value; what cannot be read counts as none."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def draft(self) -> str:
        """Return what was typed, so that a draft can bring it back as it was."""
        raise NotImplementedError

    def set_draft(self, text: str) -> None:
        """Show what was typed before."""
        raise NotImplementedError

    def problem(self) -> str:
        """Return a sentence on what is wrong with the text, empty if nothing is."""
        return ""

    def is_blank(self) -> bool:
        """Tell whether nothing was filled in."""
        return self.draft().strip() == ""

    def editors(self) -> tuple[QWidget, ...]:
        """Return the widgets that take the focus, in reading order."""
        raise NotImplementedError

    def set_name(self, name: str) -> None:
        """Give the field its name for screen readers."""
        for editor in self.editors():
            editor.setAccessibleName(name)

    def set_wrong(self, sentence: str) -> None:
        """Mark the field as wrong, or as right again by an empty sentence."""
        for editor in self.editors():
            editor.setAccessibleDescription(sentence)
            editor.setProperty("wrong", bool(sentence))
            editor.style().unpolish(editor)
            editor.style().polish(editor)

    def _take(self, editor: QWidget) -> None:
        self._column.addWidget(editor)
        self.setFocusProxy(editor)


class TextField(Field):
    """One line of text."""

    def __init__(self, parent: QWidget | None = None, *, limit: int = 500) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setMaxLength(limit)
        self.line.textChanged.connect(self.changed)
        self._take(self.line)

    def value(self) -> Any:
        """Return the text without blanks around it."""
        return self.line.text().strip()

    def set_value(self, value: Any) -> None:
        """Show a text from its beginning."""
        self.line.setText(value or "")
        self.line.setCursorPosition(0)

    def draft(self) -> str:
        """Return what stands in the line."""
        return self.line.text()

    def set_draft(self, text: str) -> None:
        """Show a line typed before."""
        self.line.setText(text)

    def editors(self) -> tuple[QWidget, ...]:
        """Return the line."""
        return (self.line,)


class PhoneField(TextField):
    """A telephone number as it was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, limit=60)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)


class NumberField(TextField):
    """A whole number in German or English notation; None when blank."""

    def value(self) -> Any:
        """Return the number."""
        number = self._number()
        return None if number is None or number != int(number) else int(number)

    def set_value(self, value: Any) -> None:
        """Show a number as the language writes it."""
        super().set_value("" if value is None else formats.current().number(value))

    def problem(self) -> str:
        """Say that this is no whole number."""
        if self.is_blank() or self.value() is not None:
            return ""
        return QCoreApplication.translate("fields", "Please enter a whole number, such as 25.")

    def _number(self) -> Decimal | None:
        return parse_number(self.line.text(), formats.current().language)


class MoneyField(NumberField):
    """An amount of money in euros; None when blank."""

    def value(self) -> Any:
        """Return the amount, rounded to the cent."""
        number = self._number()
        return None if number is None else number.quantize(Decimal("0.01"))

    def set_value(self, value: Any) -> None:
        """Show an amount as the language writes it."""
        TextField.set_value(self, "" if value is None else formats.current().money(value))

    def problem(self) -> str:
        """Say that this is no amount."""
        if self.is_blank() or self._number() is not None:
            return ""
        return QCoreApplication.translate("fields", "Please enter an amount, such as 1.250,00.")


class _Lines(QPlainTextEdit):
    """Running text that takes the height of its lines, from the fewest to the most."""

    def __init__(self, fewest: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._fewest = fewest
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the height of the lines typed so far, within bounds."""
        lines = max(self._fewest, min(_MOST_LINES, int(self.document().size().height())))
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + px(22))


class LongTextField(Field):
    """Running text over several lines; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None, *, lines: int = 5) -> None:
        super().__init__(parent)
        self.text = _Lines(lines, self)
        sized(self.text, min_height=lines * 20 + 18)
        self.text.textChanged.connect(self.changed)
        self._take(self.text)

    def value(self) -> Any:
        """Return the text without blanks around it."""
        return self.text.toPlainText().strip()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self.text.setPlainText(value or "")

    def draft(self) -> str:
        """Return the text as it stands."""
        return self.text.toPlainText()

    def set_draft(self, text: str) -> None:
        """Show a text typed before."""
        self.text.setPlainText(text)

    def editors(self) -> tuple[QWidget, ...]:
        """Return the text."""
        return (self.text,)


class _Combo(QComboBox):
    """A combo box that the wheel passes by: scrolling a form must not change it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


class ChoiceField(Field):
    """One of some choices as (code, label); a long list is searched while typing.

    ``nothing`` is the label of the choice for none; without it the first choice is taken.
    """

    def __init__(
        self, choices: Choices = (), parent: QWidget | None = None, *, nothing: str | None = None
    ) -> None:
        super().__init__(parent)
        self.box = _Combo(self)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(_FEWEST_LETTERS)  # a long label must not widen the form
        self._nothing = nothing
        self.set_choices(choices)
        self.box.currentIndexChanged.connect(self.changed)
        self._take(self.box)

    def set_choices(self, choices: Choices) -> None:
        """Offer these; the value stays if it is among them."""
        before, was_blocked = self.value(), self.box.blockSignals(True)
        self.box.clear()
        if self._nothing is not None:
            self.box.addItem(self._nothing, "")
        for code, label in choices:
            self.box.addItem(label, code)
        self._set_searchable(is_searchable=len(choices) > SEARCHABLE_FROM)
        self.set_value(before)
        self.box.blockSignals(was_blocked)

    def value(self) -> Any:
        """Return the code, empty for none."""
        return self.box.currentData() or ""

    def set_value(self, value: Any) -> None:
        """Choose by code; an unknown one is added, so that saving does not change it."""
        place = self.box.findData(value or "")
        if place < 0 and value:
            self.box.addItem(str(value), value)
            place = self.box.count() - 1
        self.box.setCurrentIndex(max(0, place))

    def draft(self) -> str:
        """Return the code."""
        return str(self.value())

    def set_draft(self, text: str) -> None:
        """Choose by code."""
        self.set_value(text)

    def editors(self) -> tuple[QWidget, ...]:
        """Return the box."""
        return (self.box,)

    def _set_searchable(self, *, is_searchable: bool) -> None:
        if is_searchable == self.box.isEditable():
            return
        self.box.setEditable(is_searchable)
        if is_searchable:
            self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            completer, line = QCompleter(self.box.model(), self.box), QLineEdit(self.box)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.box.setLineEdit(line)
            self.box.setCompleter(completer)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setProperty("role", "inner")
            line.editingFinished.connect(self._on_typed)

    @Slot()
    def _on_typed(self) -> None:
        """Go back to the choice in force where the words typed are none of the choices."""
        if self.box.findText(self.box.currentText()) < 0:
            self.box.setEditText(self.box.itemText(self.box.currentIndex()))


class CheckField(Field):
    """Yes or no; its label stands beside the tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick = QCheckBox(self)
        self.tick.toggled.connect(self.changed)
        self._take(self.tick)

    def value(self) -> Any:
        """Return whether it is ticked."""
        return self.tick.isChecked()

    def set_value(self, value: Any) -> None:
        """Tick it or not."""
        self.tick.setChecked(bool(value))

    def draft(self) -> str:
        """Return 1 or nothing."""
        return "1" if self.tick.isChecked() else ""

    def set_draft(self, text: str) -> None:
        """Tick as before."""
        self.tick.setChecked(bool(text))

    def editors(self) -> tuple[QWidget, ...]:
        """Return the tick."""
        return (self.tick,)

    def set_name(self, name: str) -> None:
        """Show the name beside the tick."""
        super().set_name(name)
        self.tick.setText(name)

"""Save and stay: where typing goes on, once the form of what was saved is open again."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from kts_desktop.ui.kit.form import Form


@dataclass(frozen=True, slots=True)
class Spot:
    """A field, and the place of the cursor in it."""

    field: str
    cursor: int = 0


def spot_of(form: QWidget | None) -> Spot | None:
    """Return where typing goes on; None unless the form is to stay after it was saved."""
    if not isinstance(form, Form) or not form.stays:
        return None
    fields, focused = form.grid.fields(), QApplication.focusWidget()
    key = next((key for key, field in fields.items() if focused in field.editors()), next(iter(fields)))
    if isinstance(focused, QLineEdit):
        return Spot(key, focused.cursorPosition())
    return Spot(key, focused.textCursor().position() if isinstance(focused, QPlainTextEdit) else 0)


def go_back(form: QWidget | None, spot: Spot) -> None:
    """Go on typing in a form that was opened anew."""
    field = form.grid.fields().get(spot.field) if isinstance(form, Form) else None
    if not isinstance(form, Form) or field is None:
        return
    editor = field.editors()[0]
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(editor, QLineEdit):
        editor.setCursorPosition(spot.cursor)
    elif isinstance(editor, QPlainTextEdit):
        cursor = editor.textCursor()
        cursor.setPosition(min(spot.cursor, max(0, editor.document().characterCount() - 1)))
        editor.setTextCursor(cursor)
    form.grid.went_to.emit(editor)

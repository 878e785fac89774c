"""The form that stands in place of the read view: whose it is, whether it may be left, where errors go."""

from PySide6.QtCore import QObject, Signal, Slot

from kts_desktop.core.errors import UserFacingError
from kts_desktop.ui.kit.detail import Detail
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.notice import Notice


class Editing(QObject):
    """Keeps at most one form open in a detail pane.

    ``record_id`` is the record's, 0 for a new one or none; ``key`` says what the form is about, where a pane
    has several.
    """

    saved = Signal(int)  # id of the record; the form has been checked
    left = Signal()  # closed without saving

    def __init__(self, detail: Detail, notice: Notice) -> None:
        super().__init__(detail)
        self._detail, self._notice = detail, notice
        self.record_id, self.key = 0, ""

    @property
    def form(self) -> Form | None:
        """Return the open form."""
        form = self._detail.form()
        return form if isinstance(form, Form) else None

    def is_dirty(self) -> bool:
        """Tell whether something typed would be lost."""
        return self.form is not None and self.form.is_dirty()

    def begin(self, form: Form, record_id: int, *, key: str = "", first: str = "", only: str = "") -> None:
        """Show a form with the focus in its field ``first``, else in the first there is.

        ``only`` shows this one field, in the place of its value.
        """
        self.record_id, self.key = record_id, key
        form.saved.connect(self._on_saved)
        form.discarded.connect(self._on_discarded)
        self._detail.show_form(form, only)
        fields = form.grid.fields()
        fields[only or first or next(iter(fields))].editors()[0].setFocus()

    def may_leave(self) -> bool:
        """Close an untouched form; one with something typed stays, and says so."""
        if self.is_dirty():
            self._notice.show_text(self.tr("Please save or discard the open form first."))
            return False
        self.end()
        return True

    def may_show(self, record_id: int) -> bool:
        """Tell whether a record may be shown: a form that was not touched is closed for another one."""
        if self.form is None:
            return True
        return record_id != self.record_id and self.may_leave()

    def end(self) -> None:
        """Close the form."""
        self.record_id, self.key = 0, ""
        if self.form is not None:
            self._detail.show_content()

    def show_error(self, error: UserFacingError) -> bool:
        """Show a refusal at its field; False if no form is open."""
        if self.form is None:
            return False
        self.form.show_error(error)
        return True

    @Slot()
    def _on_saved(self) -> None:
        self.saved.emit(self.record_id)

    @Slot()
    def _on_discarded(self) -> None:
        self.end()
        self.left.emit()

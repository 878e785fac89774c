"""A form in place of the read view: what is edited, whether it may be left, where errors go."""

from PySide6.QtCore import QObject, Signal, Slot

from kts_desktop.core.errors import UserFacingError
from kts_desktop.ui.kit.detail import Detail
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.notice import Notice


class Editing(QObject):
    """Keeps at most one form open in a detail pane; ``key`` says what it is about, 0 a new record."""

    saved = Signal(str, int)
    left = Signal()  # closed without saving

    def __init__(self, detail: Detail, notice: Notice) -> None:
        super().__init__(detail)
        self._detail, self._notice = detail, notice
        self._key, self._id = "", 0

    @property
    def form(self) -> Form | None:
        """Return the open form."""
        form = self._detail.form()
        return form if isinstance(form, Form) else None

    def is_dirty(self) -> bool:
        """Tell whether something typed would be lost."""
        return self.form is not None and self.form.is_dirty()

    def begin(self, form: Form, key: str, record_id: int) -> None:
        """Show a form and put the focus into its first field."""
        self._key, self._id = key, record_id
        form.saved.connect(self._on_saved)
        form.discarded.connect(self._on_discarded)
        self._detail.show_form(form)
        next(iter(form.grid.fields().values())).editors()[0].setFocus()

    def may_show(self, record_id: int) -> bool:
        """Tell whether another record may be shown: a form that was not touched is closed for it."""
        if self.form is None:
            return True
        if record_id == self._id:
            return False
        if self.form.is_dirty():
            self._notice.show_text(self.tr("Please save or discard the open form first."))
            return False
        self.end()
        return True

    def end(self) -> None:
        """Close the form."""
        self._key, self._id = "", 0
        if self.form is not None:
            self._detail.show_content()

    def edited_id(self) -> int:
        """Return the id of the record in the form, 0 for a new one or none."""
        return self._id

    def show_error(self, error: UserFacingError) -> bool:
        """Show a refusal at its field; False if no form is open."""
        if self.form is None:
            return False
        self.form.show_error(error)
        return True

    @Slot()
    def _on_saved(self) -> None:
        self.saved.emit(self._key, self._id)

    @Slot()
    def _on_discarded(self) -> None:
        self.end()
        self.left.emit()

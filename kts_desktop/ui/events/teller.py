"""Says what was refused and what was done: at the form where one is open, else at the foot of the page."""

from PySide6.QtCore import QObject

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.ui.kit.detail import Detail
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.workspace import Workspace


class Teller(QObject):
    """Tells failures and offers to undo."""

    def __init__(self, workspace: Workspace, detail: Detail, notice: Notice) -> None:
        super().__init__(detail)
        self._workspace, self._detail, self._notice = workspace, detail, notice

    def show_error(self, error: UserFacingError) -> None:
        """Show the failure where the user is."""
        form = self._detail.form()
        if isinstance(form, Form):
            form.show_error(error)
        else:
            self._notice.show_text(sentence(error, self._workspace.language))

    def show_undo(self, text: str) -> None:
        """Say what was done, with a button that takes it back."""
        self._notice.show_undo(text)

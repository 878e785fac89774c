"""How a page tells failures, at the form where one is open, and offers to take back what was done."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.ui.kit.detail import Detail
from kts_desktop.ui.kit.dialogs import message
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.workspace import Workspace


class PageTelling(Notice):
    """The bar of a page; presenters tell it failures too."""

    def __init__(self, page: QWidget, workspace: Workspace, detail: Detail) -> None:
        super().__init__(page)
        self._page, self._workspace, self._detail = page, workspace, detail
        self.undo_wanted.connect(workspace.undo)

    def show_error(self, error: UserFacingError) -> None:
        """Say what was refused, at the field where a form is open; what was typed stays."""
        form = self._detail.form()
        if isinstance(form, Form):
            form.show_error(error)
            return
        heading = QCoreApplication.translate("telling", "Not possible")
        message(self._page, heading, sentence(error, self._workspace.language))

"""Opens the dialog of earlier states for whichever page asks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kts_desktop.ui.shell.looking import LooksBack

if TYPE_CHECKING:
    from kts_desktop.ui.shell.window import ShellWindow


class EarlierStates(QObject):
    """Answers ``workspace.earlier_wanted``; a form that holds something unsaved comes first."""

    def __init__(self, window: "ShellWindow", archive: LooksBack) -> None:
        super().__init__(window)
        self._window, self._archive = window, archive
        archive.workspace.earlier_wanted.connect(self.open)

    def serve(self, office: object) -> None:
        """Look into the backups of this office from now on; None: it is being closed."""
        self._archive.serve(office)

    @Slot(str, int)
    def open(self, kind: str, record_id: int) -> None:
        """Open the dialog over the page shown, with which it goes when the office is closed."""
        from kts_desktop.ui.shell.earlier_dialog import EarlierDialog

        page = self._window.place.page()
        if page is not None and not self._window.show_unsaved():
            EarlierDialog(self._archive.workspace, self._archive, (kind, record_id), page).begin()

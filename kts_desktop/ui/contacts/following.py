"""What a click on a link does: copy a number, begin a mail, open a website or a record."""

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from kts_desktop.ui.contacts.shared_lines import COPY, MAIL, WEB
from kts_desktop.ui.workspace import Workspace


class Following(QObject):
    """Follows links of the read views."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ways: dict[int, str] = {}

    def know(self, ways: dict[int, str]) -> None:
        """Take the ways that are shown now."""
        self._ways = ways

    def copy(self, text: str) -> None:
        """Copy a number or an address, and say so."""
        QGuiApplication.clipboard().setText(text)
        self._workspace.say(self.tr("Copied: {0}").format(text))

    @Slot(str, int)
    def follow(self, kind: str, record_id: int) -> None:
        """Do what the kind of link says."""
        if kind == COPY:
            self.copy(self._ways.get(record_id, ""))
        elif kind == MAIL:
            QDesktopServices.openUrl(QUrl(f"mailto:{self._ways.get(record_id, '')}"))
        elif kind == WEB:
            QDesktopServices.openUrl(QUrl.fromUserInput(self._ways.get(record_id, "")))
        else:
            self._workspace.open_record(kind, record_id)

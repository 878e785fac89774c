"""Many packs in one go, as the user meets it: the question, the job, the result."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.services.briefing_options import BriefingOptions
from kts_desktop.services.paper_batch import Wanted
from kts_desktop.services.paper_options import options_of
from kts_desktop.ui.kit.dialogs import message
from kts_desktop.ui.packs import words
from kts_desktop.ui.packs.many_dialog import ManyDialog
from kts_desktop.ui.packs.many_presenter import ManyPresenter, ManyResult
from kts_desktop.ui.packs.many_result import ManyResultDialog
from kts_desktop.ui.packs.presenter import PacksPresenter
from kts_desktop.ui.workspace import Workspace

_TOLD = ("language", "redaction")  # what whoever prints many must not overlook


class Many(QObject):
    """Asks which bodies are meant, and shows what became of them; the folder is kept for the session."""

    def __init__(self, workspace: Workspace, packs: PacksPresenter, page: QWidget) -> None:
        super().__init__(page)
        self._workspace, self._page = workspace, page
        self.presenter = ManyPresenter(workspace, packs, self)
        self._dialog: ManyDialog | None = None
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self.presenter.begun.connect(self._on_begun)
        self.presenter.declined.connect(self._on_declined)
        self.presenter.ended.connect(self._on_ended)
        self.presenter.refused.connect(self._on_refused)
        QTimer.singleShot(0, self, self.presenter.tell_halted)

    @Slot()
    def ask(self) -> None:
        """Ask which bodies get a pack like the one shown."""
        options = self.presenter.begin()
        if options is None:
            return
        dialog = ManyDialog(self.presenter.lists(), self.presenter.count, self._folder, self._page)
        dialog.show_like(_told(options) + (" · " + options.recipe if options.recipe else ""))
        dialog.wanted.connect(self._on_wanted)
        dialog.folder_chosen.connect(self._on_folder)
        dialog.finished.connect(self._on_closed)
        self._dialog = dialog
        dialog.open()

    @Slot(object, Path, bool)
    def _on_wanted(self, wanted: object, folder: Path, single: bool) -> None:
        assert isinstance(wanted, Wanted)
        self._folder = folder
        self.presenter.start(wanted, folder, self._title(), single=single)

    @Slot()
    def _on_begun(self) -> None:
        if self._dialog is not None:
            self._dialog.accept()

    @Slot(str)
    def _on_declined(self, problem: str) -> None:
        if self._dialog is not None:
            self._dialog.show_problem(problem)
        else:
            message(self._page, self.tr("Not possible"), problem)

    @Slot(Path)
    def _on_folder(self, folder: Path) -> None:
        self._folder = folder

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None

    @Slot(object)
    def _on_ended(self, result: object) -> None:
        assert isinstance(result, ManyResult)
        self._folder = result.folder
        dialog = ManyResultDialog(result, self._page)
        dialog.folder_wanted.connect(self._on_open)
        dialog.rest_wanted.connect(self._on_rest)
        dialog.open()

    @Slot()
    def _on_rest(self) -> None:
        self.presenter.go_on(self._folder, self._title())

    @Slot()
    def _on_open(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            text = self.tr("No program opened the folder {0}.").format(self._folder)
            message(self._page, self.tr("Not possible"), text)

    @Slot(object)
    def _on_refused(self, error: object) -> None:
        assert isinstance(error, UserFacingError)
        message(self._page, self.tr("Not possible"), sentence(error, self._workspace.language))

    def _title(self) -> str:
        return self.tr("Printing packs")


def _told(options: BriefingOptions) -> str:
    """Return in words the options that matter most."""
    labels = {one.name: dict(words.choice_names(one)) for one in options_of(type(options))}
    values = {name: str(getattr(options, name)) for name in _TOLD}
    return " · ".join(labels[name].get(value, value) for name, value in values.items())

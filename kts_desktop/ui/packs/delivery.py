"""Where a finished paper goes: to a file, to a printer, to the system's viewer."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.printer_shifts import Shift, keep_shift, shift_of
from kts_desktop.core.sentences.failures import sentence
from kts_desktop.core.settings import Settings
from kts_desktop.printing.paper import free_path
from kts_desktop.ui.kit.dialogs import confirm, message
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.packs.making import Made
from kts_desktop.ui.packs.presenter import PacksPresenter
from kts_desktop.ui.packs.printer_dialog import PrinterDialog
from kts_desktop.ui.packs.printing import Print, has_printer
from kts_desktop.ui.workspace import Workspace


class Delivery(QObject):
    """Asks where the paper shown shall go, and sends it there."""

    def __init__(
        self, workspace: Workspace, presenter: PacksPresenter, settings: Settings, page: QWidget
    ) -> None:
        super().__init__(page)
        self._settings = settings
        self._workspace, self._presenter, self._page = workspace, presenter, page
        self._notice = Notice(page)
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self._opens_after_saving = False
        self._printer: QPrinter | None = None
        presenter.saved.connect(self._on_saved)
        presenter.refused.connect(self._on_refused)

    @Slot()
    def save(self) -> None:
        """Ask for a file and write the paper."""
        self._opens_after_saving = False
        self._ask_for_path()

    @Slot()
    def open(self) -> None:
        """Open the file; a paper that is not saved yet is saved first, so that no stray copy is left."""
        saved = self._presenter.saved_as
        if saved is not None and saved.exists():
            self._open_file(saved)
        else:
            self._opens_after_saving = True
            self._ask_for_path()

    @Slot()
    def print(self) -> None:
        """Open the system's print dialog, or offer a file where there is no printer."""
        made = self._presenter.made
        if made is None:
            return
        if not has_printer():
            self._offer_file()
            return
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(made.file_name().removesuffix(".pdf"))
        dialog = QPrintDialog(self._printer, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, made.paper.pages)
        dialog.accepted.connect(self._on_print_accepted)
        QDialog.open(dialog)  # its own one connects by name

    @Slot()
    def set_right(self) -> None:
        """Ask by how much a printer is out, or say that there is none."""
        names = QPrinterInfo.availablePrinterNames()
        if not names:
            self._offer_file()
            return
        settings = self._settings
        dialog = PrinterDialog(names, {name: shift_of(settings, name) for name in names}, self._page)
        dialog.wanted.connect(self._on_set_right)
        dialog.open()

    def print_on(self, printer: QPrinter) -> None:
        """Print the paper shown as a job that can be cancelled."""
        made = self._presenter.made
        if made is None:
            return
        shift = shift_of(self._settings, printer.printerName())
        job = Print(made=made, printer=printer, words=self.tr("Page {0}"), shift=shift)
        ticket = self._workspace.fetch(job, self.tr("Printing"))
        ticket.succeeded.connect(self._on_printed)
        ticket.failed.connect(self._on_print_failed)

    def _ask_for_path(self) -> None:
        made = self._presenter.made
        if made is None:
            return
        dialog = QFileDialog(self._page, self.tr("Save as PDF"))
        dialog.setObjectName("packs.save_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(self.tr("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(str(self._folder))
        dialog.selectFile(free_path(self._folder, made.file_name()).name)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _offer_file(self) -> None:
        question = confirm(
            self._page,
            self.tr("No printer found"),
            self.tr("This computer knows no printer. The paper can be saved as PDF and printed elsewhere."),
            self.tr("Save as PDF …"),
            danger=False,
        )
        question.confirmed.connect(self.save, Qt.ConnectionType.QueuedConnection)

    def _open_file(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = self.tr("No program opened {0}. The file is in {1}.").format(path.name, path.parent)
            message(self._page, self.tr("Not possible"), text)

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        self._presenter.save(Path(name))

    @Slot(Path)
    def _on_saved(self, path: Path) -> None:
        self._folder = path.parent
        text = self.tr("Saved as {0}").format(path.name)
        self._notice.show_text(text)
        self._workspace.say(text)
        if self._opens_after_saving:
            self._opens_after_saving = False
            self._open_file(path)

    @Slot(object)
    def _on_refused(self, error: object) -> None:
        """Say why the paper could not go out; it stays as it is."""
        assert isinstance(error, UserFacingError)
        message(self._page, self.tr("Not possible"), sentence(error, self._workspace.language))

    @Slot(str, object)
    def _on_set_right(self, printer: str, shift: Shift) -> None:
        keep_shift(self._settings, printer, shift)
        text = self.tr("Labels and badges printed on {0} are set right from now on.").format(printer)
        self._notice.show_text(text)

    @Slot()
    def _on_print_accepted(self) -> None:
        if self._printer is not None:
            self.print_on(self._printer)
            self._printer = None

    @Slot(object)
    def _on_printed(self, made: object) -> None:
        assert isinstance(made, Made)
        self._presenter.note_printed(made)
        self._workspace.say(self.tr("Printed"))

    @Slot(object)
    def _on_print_failed(self, error: object) -> None:
        if isinstance(error, UserFacingError):
            self._on_refused(error)
        elif isinstance(error, BaseException):
            raise error

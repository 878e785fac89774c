"""The sheet with the recovery code: printed, or saved as a PDF, once."""

from html import escape

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

_MARGINS = QMarginsF(25, 25, 25, 25)
_ROW = 4  # groups in a row


def save_sheet(path: str, code: str, office: str) -> None:
    """Write the sheet as a PDF."""
    writer = QPdfWriter(path)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    writer.setTitle(_title())
    _document(code, office).print_(writer)


def print_sheet(parent: QWidget, code: str, office: str) -> bool:
    """Print the sheet on a printer the user chooses; tell whether it was printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_title())
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    _document(code, office).print_(printer)
    return True


def rows_of(code: str) -> list[str]:
    """Return the groups of a code in two rows."""
    groups = code.split("-")
    return ["   ".join(groups[at : at + _ROW]) for at in range(0, len(groups), _ROW)]


def _title() -> str:
    return QCoreApplication.translate("RecoverySheet", "Recovery code of KTS Desktop")


def _document(code: str, office: str) -> QTextDocument:
    explanation = QCoreApplication.translate(
        "RecoverySheet",
        "This code opens the office when the keyring of the computer is lost or the passphrase is forgotten. "
        "Keep this sheet where you keep contracts. Whoever has the code and the files can read everything.",
    )
    rows = "<br>".join(escape(row).replace(" ", "&nbsp;") for row in rows_of(code))
    document = QTextDocument()
    document.setHtml(
        f"<h1>{escape(_title())}</h1><p>{escape(office)}</p>"
        f'<p style="font-family: monospace; font-size: 16pt">{rows}</p><p>{escape(explanation)}</p>'
    )
    return document

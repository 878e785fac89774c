"""A paper on a printer: its pages as pictures, one a step."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kts_desktop.core.errors import RefusedError
from kts_desktop.core.printer_shifts import Shift
from kts_desktop.services.sheet_options import shifted
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.packs.making import Made
from kts_desktop.ui.packs.pdf_pages import POINTS_PER_INCH, page_picture, page_sizes

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FINEST = 300  # dots per inch: finer pictures of text do not look better


def has_printer() -> bool:
    """Tell whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def pages_wanted(printer: QPrinter, count: int) -> list[int]:
    """Return the pages the dialog asked for, counted from 0, in the order they go to the printer."""
    pages = list(range(count))
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        if ranges.isEmpty():
            first, last = printer.fromPage() or 1, printer.toPage() or count
            pages = [page for page in pages if first <= page + 1 <= last]
        else:
            pages = [page for page in pages if ranges.contains(page + 1)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    return pages * copies


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """Paints the pages on the printer in a worker; cancelling stops before the next page.

    Raises RefusedError if the printer does not begin.
    """

    made: Made
    printer: QPrinter
    words: str  # with the page: "Page {0}"
    shift: Shift = field(default_factory=Shift)  # of this printer, for papers on sheets of labels

    def __call__(self, _session: "Session", ticket: Ticket) -> Made:
        """Print, and return what was printed."""
        content, printer = self.content(), self.printer
        sizes = page_sizes(content)
        pages = pages_wanted(printer, len(sizes))
        dots = min(FINEST, printer.resolution())
        printer.setFullPage(True)
        painter = QPainter()
        if not painter.begin(printer):
            raise RefusedError("printer_refused", printer=printer.printerName())
        is_whole = False
        try:
            for done, page in enumerate(pages):
                ticket.step(done, len(pages), self.words.format(page + 1))
                if done:
                    printer.newPage()
                picture = page_picture(content, page, dots / POINTS_PER_INCH)
                wide, high = sizes[page]
                unit = printer.resolution() / POINTS_PER_INCH
                painter.drawImage(QRectF(0, 0, wide * unit, high * unit), picture)
            is_whole = True
        finally:
            if not is_whole:
                printer.abort()
            painter.end()
        return self.made

    def content(self) -> bytes:
        """Return the paper as it is laid out for this printer."""
        made = self.made
        data = shifted(made.data, self.shift)
        return made.paper.content if data is made.data else made.order.kind.render(data).content

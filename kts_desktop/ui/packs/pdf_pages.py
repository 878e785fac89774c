"""The pages of a finished paper as pictures and as text, straight from the bytes of the file.

PDFium is not made for several threads: one lock guards it, and no document outlives a call.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from pypdfium2 import PdfDocument, PdfPage
from PySide6.QtGui import QImage

POINTS_PER_INCH = 72
_LOCK = Lock()


def page_sizes(content: bytes) -> tuple[tuple[float, float], ...]:
    """Return width and height of every page in points."""
    with _opened(content) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


def page_picture(content: bytes, number: int, scale: float) -> QImage:
    """Return a page, counted from 0; ``scale`` is pixels per point."""
    with _opened(content) as document, _page(document, number) as page:
        bitmap = page.render(scale=scale, prefer_bgrx=True)
        try:
            shown = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            )
            return shown.copy()  # owns its pixels; the bitmap's memory goes now
        finally:
            bitmap.close()


def page_text(content: bytes, number: int) -> str:
    """Return the text of a page in the order of the file."""
    with _opened(content) as document, _page(document, number) as page:
        words = page.get_textpage()
        try:
            return str(words.get_text_bounded()).replace("\r\n", "\n").replace("\ufffe", "").strip()
        finally:
            words.close()


@contextmanager
def _opened(content: bytes) -> Iterator[PdfDocument]:
    with _LOCK:
        document = PdfDocument(content)
        try:
            yield document
        finally:
            document.close()


@contextmanager
def _page(document: PdfDocument, number: int) -> Iterator[PdfPage]:
    page = document[number]
    try:
        yield page
    finally:
        page.close()

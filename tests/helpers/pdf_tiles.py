"""Where on a page text stands, for labels and signs, whose place is all that matters."""

import pypdfium2

from tests.helpers import pdf_checks

Piece = tuple[str, float, float, float, float]
_MM = 72 / 25.4


def problems(content: bytes) -> list[str]:
    """Return every finding on a page of tiles, which has no margins and no number."""
    return pdf_checks.problems(content, numbered=False, margin=0)


def places(content: bytes) -> list[list[Piece]]:
    """Return the text of each page in pieces, with left, top, right, bottom in mm from the upper left."""
    document = pypdfium2.PdfDocument(content)
    out = []
    try:
        for number in range(len(document)):
            text, high = document[number].get_textpage(), document[number].get_height()
            boxes = [text.get_rect(i) for i in range(text.count_rects())]
            out.append([(text.get_text_bounded(*box).strip(), *_in_mm(box, high)) for box in boxes])
    finally:
        document.close()
    return out


def _in_mm(box: tuple[float, float, float, float], high: float) -> tuple[float, float, float, float]:
    left, bottom, right, top = box
    return left / _MM, (high - top) / _MM, right / _MM, (high - bottom) / _MM

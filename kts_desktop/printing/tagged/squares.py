"""Paths of many rectangles on whole numbers, such as the modules of a QR code."""
# ruff: noqa: SLF001 - writes ReportLab's operators itself: formatting each number takes most of a code's time

from collections.abc import Iterable
from typing import Any

from reportlab.pdfgen.pathobject import PDFPathObject


def rectangles(boxes: Iterable[tuple[int, int, int, int]]) -> PDFPathObject:
    """Return one path of rectangles, each by its lower left corner, width and height."""
    path: Any = PDFPathObject()
    path._code.extend(f"{x} {y} {width} {height} re" for x, y, width, height in boxes)
    made: PDFPathObject = path
    return made

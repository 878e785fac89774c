"""Drawings that a file holds once, however often they are shown."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, xObjectName
from reportlab.pdfgen.pathobject import PDFPathObject

_PAINT = " B* "  # fill by the even-odd rule, then stroke


@dataclass(frozen=True, slots=True)
class Stencil:
    """Shapes of a size in points, packed once; whoever shows them sets colours, width of line and place."""

    name: str
    width: float
    height: float
    content: bytes

    @classmethod
    def of(cls, name: str, size: tuple[float, float], paths: Iterable[PDFPathObject]) -> "Stencil":
        """Return the stencil of paths that are filled and outlined."""
        code = "".join(f"{path.getCode()}{_PAINT}" for path in paths)
        return cls(name, *size, zlib.compress(code.encode("ascii"), 9))

    def register(self, document: Any) -> None:
        """Put the drawing into a file that does not hold it yet."""
        name = xObjectName(self.name)
        if name in document.idToObject:
            return
        head = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArray([0, 0, self.width, self.height]),
            "Resources": PDFDictionary({}),
            "Filter": PDFName("FlateDecode"),
        }
        document.Reference(PDFStream(PDFDictionary(head), self.content), name)

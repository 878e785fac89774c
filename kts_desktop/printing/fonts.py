"""The typeface of all papers, and what it can print."""

import unicodedata
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kts_desktop.core.paths import resource

REGULAR = "SourceSans3"
ITALIC = "SourceSans3-It"
SEMIBOLD = "SourceSans3-Semibold"
SEMIBOLD_ITALIC = "SourceSans3-SemiboldIt"
BOLD = "SourceSans3-Bold"
MISSING = "\u25a1"  # an empty box: in the font, and plainly not a letter

_FILES = {
    REGULAR: "SourceSans3-Regular.ttf",
    ITALIC: "SourceSans3-It.ttf",
    SEMIBOLD: "SourceSans3-Semibold.ttf",
    SEMIBOLD_ITALIC: "SourceSans3-SemiboldIt.ttf",
    BOLD: "SourceSans3-Bold.ttf",
}
_LINE_BREAKS = "\n\r\v\f\x85\u2028\u2029"
_WORDS_KEPT = 20_000
_REGISTERING = Lock()
_SOFT_HYPHEN = "\u00ad"


def register() -> None:
    """Make the family known to ReportLab, once; ``<b>`` in a text is the semibold."""
    with _REGISTERING:  # a font that changes its object amid a document would change the file
        _register()


def printable(text: str) -> tuple[str, frozenset[str]]:
    r"""Return the text with an empty box for what the font lacks, and those characters.

    One missing glyph makes a file fail PDF/A and PDF/UA. Line breaks become ``\n``; other control and
    invisible characters are dropped.
    """
    known = _known()
    lacking: set[str] = set()
    out: list[str] = []
    for char in unicodedata.normalize("NFC", text.replace("\r\n", "\n")):
        if ord(char) in known:
            out.append(char)
        elif char in _LINE_BREAKS:
            out.append("\n")
        elif char.isspace():
            out.append(" ")
        elif unicodedata.category(char) not in ("Cc", "Cf", "Mn", "Me") or unicodedata.combining(char):
            lacking.add(char)
            out.append(MISSING)
    return "".join(out), frozenset(lacking)


def width(text: str, font: str, size: float) -> float:
    """Return the width of one line in points."""
    register()
    return float(pdfmetrics.stringWidth(text, font, size))


def clipped(text: str, font: str, size: float, room: float) -> str:
    """Return one line no wider than ``room`` points, cut with an ellipsis."""
    if width(text, font, size) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + "…", font, size) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


class _Font(TTFont):
    """A font that remembers how wide words are: the same ones come again in every paper."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._units = lru_cache(maxsize=_WORDS_KEPT)(self._count)

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802, ARG002
        """Return the width of a word in points."""
        return float(0.001 * size * self._units(text))

    def _count(self, text: str) -> float:
        face: Any = self.face
        wide, usual = face.charWidths.get, face.defaultWidth
        return float(sum(wide(ord(char), usual) for char in text))


@cache
def _register() -> None:
    for name, file in _FILES.items():
        pdfmetrics.registerFont(_Font(name, str(resource(f"fonts/{file}"))))
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=SEMIBOLD, italic=ITALIC, boldItalic=SEMIBOLD_ITALIC
    )


@cache
def _known() -> frozenset[int]:
    """Return the code points all faces hold, without what is no glyph of its own."""
    register()
    sets: list[set[int]] = []
    for name in _FILES:
        face: Any = pdfmetrics.getFont(name)
        sets.append(set(face.face.charToGlyph))
    return frozenset(
        code
        for code in set.intersection(*sets)
        if chr(code) == _SOFT_HYPHEN or unicodedata.category(chr(code)) not in ("Cc", "Cf")
    )
